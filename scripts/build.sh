#!/usr/bin/env bash
# From sources to what is committed: lib/ (not committed), dist/, schema/.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf lib dist/cli dist/action
npx tsc -p tsconfig.build.json
for entry in cli action; do
  npx ncc build "lib/src/$entry/index.js" -o "dist/$entry" --license licenses.txt --quiet
done
node lib/scripts/generate.js
