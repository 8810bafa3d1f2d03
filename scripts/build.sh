#!/usr/bin/env bash
# From sources to what is committed: lib/ (not committed), dist/, schema/.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf lib
npx tsc -p tsconfig.build.json
find dist -mindepth 1 -maxdepth 1 -name 'cli' -o -mindepth 1 -maxdepth 1 -name 'action' | xargs -r rm -rf
for entry in cli action; do
  npx ncc build "lib/src/$entry/index.js" -o "dist/$entry" -m --license licenses.txt --quiet
done
node lib/scripts/generate.js
