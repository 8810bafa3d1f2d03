#!/usr/bin/env bash
# Builds lib/ (not committed) and the committed files: dist/, schema/, docs/prices.md and docs/problems.md.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf lib
# `npm test` checks the types beside it.
npx tsc -p tsconfig.build.json ${TYPES_CHECKED:+--noCheck}
rm -rf dist/action dist/page
npx ncc build lib/src/action/index.js -o dist/action --stats-out lib/action.stats.json --quiet
node lib/scripts/cli.js
node lib/scripts/page.js
node lib/scripts/licenses.js
node lib/scripts/generate.js
node lib/scripts/library.js
