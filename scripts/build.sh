#!/usr/bin/env bash
# From sources to lib/ (not committed) and what is committed: dist/, schema/, docs/prices.md and docs/problems.md.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf lib
npx tsc -p tsconfig.build.json
rm -rf dist/cli dist/action
npx ncc build lib/src/cli/program.cjs -o dist/cli --license licenses.txt --quiet
node lib/scripts/launch.js
npx ncc build lib/src/action/index.js -o dist/action --license licenses.txt --quiet
node lib/scripts/generate.js
