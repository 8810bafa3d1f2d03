#!/usr/bin/env bash
# Lint, build and tests, side by side: the tests of sources run while the bundles are made, those of what is built wait
# for it (test/run/built.ts). What failed is said at the end, and the summary of all tests with it.
set -uo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
status=0

npm run --silent lint >"$folder/lint" 2>&1 &
lint=$!
(if npm run --silent build >"$folder/build" 2>&1; then echo built; else echo failed; fi >"$folder/built.part"; mv "$folder/built.part" "$folder/built") &
build=$!
BUILT="$folder/built" npx vitest run || status=1
wait "$build"
[ "$(cat "$folder/built")" = built ] || { cat "$folder/build"; echo "The build failed."; status=1; }
wait "$lint" || { echo "Lint failed."; status=1; }
cat "$folder/lint"
exit "$status"
