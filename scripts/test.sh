#!/usr/bin/env bash
# Runs lint, build and tests side by side. The tests of sources and of workflow steps run while the bundles are built; the
# tests of the build wait for it (test/run/built.ts). One line gives the result of each other step. The output of a failed
# step comes last, below the summary of all tests.
set -uo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
steps=(build lint:style lint:types lint:prose)

# Runs a script of package.json, keeps its output, and at the end writes `passed` or `failed` to a file.
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
