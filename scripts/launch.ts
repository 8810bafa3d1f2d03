import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** ncc's name for the parts that a bundle loads on demand. They are CommonJS and are renamed, because Node takes a `.js` beside the launcher for a module. */
const PART = ".index.cjs.js";

/**
 * Turns the CommonJS bundle of the command line into a script that `src/cli/index.ts` can start, and copies that file and its import beside it.
 * The script is ASCII, which V8 reads fastest, and starts with its own hash.
 */
const parts = readdirSync("dist/cli").filter((name) => name.endsWith(PART));
const bundle = readFileSync("dist/cli/index.cjs", "utf8").replaceAll(PART, ".part.cjs");
for (const part of parts) renameSync(`dist/cli/${part}`, `dist/cli/${part.replace(PART, ".part.cjs")}`);
const ascii = bundle.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
const script = `(function (module, require, __filename, __dirname) {${ascii}\n})\n`;
const hash = createHash("sha256").update(script).digest("hex").slice(0, 16);
writeFileSync("dist/cli/program.cjs", `// ${hash}\n${script}`);
rmSync("dist/cli/index.cjs");
for (const file of ["index.js", "cache-folder.js"]) copyFileSync(`lib/src/cli/${file}`, `dist/cli/${file}`);
chmodSync("dist/cli/index.js", 0o755);
// Tells Node that index.js is a module, even without this repository's package.json.
writeFileSync("dist/cli/package.json", '{"type":"module"}\n');
