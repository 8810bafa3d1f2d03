#!/usr/bin/env bash
# From sources to lib/ (not committed) and what is committed: dist/, schema/, docs/prices.md and docs/problems.md.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf lib
npx tsc -p tsconfig.build.json
rm -rf dist/cli dist/action
npx ncc build lib/src/cli/program.cjs -o dist/cli --quiet
node lib/scripts/launch.js
npx ncc build lib/src/action/index.js -o dist/action --quiet
node lib/scripts/licenses.js
node lib/scripts/generate.js
