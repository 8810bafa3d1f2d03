#!/usr/bin/env bash
# Lint, build and tests, side by side: the tests of sources and of workflow steps run while the bundles are made, those of
# what is built wait for it (test/run/built.ts). A line says how each of the other steps ended. What a step that failed said
# comes last, below the summary of all tests.
set -uo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
steps=(build lint:style lint:types lint:prose)

# Runs a script of package.json, keeps what it says, and leaves `passed` or `failed` in a file that appears at its end.
run() {
  local started=$SECONDS result=failed
  npm run --silent "$1" >"$folder/$1.log" 2>&1 && result=passed
  echo "$result" >"$folder/$1.part"
  mv "$folder/$1.part" "$folder/$1"
  echo "npm run $1 $result, $((SECONDS - started)) s"
}

# The tests of the build wait for the first; `lint:types` checks what it compiles.
(TYPES_CHECKED=1 run build) &
(for step in "${steps[@]:1}"; do run "$step"; done) &
status=0
BUILT="$folder/build" npx vitest run || status=1
wait
for step in "${steps[@]}"; do
  [ "$(cat "$folder/$step" 2>/dev/null)" = passed ] && continue
  status=1
  echo
  echo "npm run $step failed:"
  cat "$folder/$step.log"
done
exit "$status"
