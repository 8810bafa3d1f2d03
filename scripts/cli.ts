import { createHash } from "node:crypto";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import module from "node:module";
import { resolve } from "node:path";
import { rolldown } from "rolldown";

/**
 * Makes `dist/cli` of `lib/src/cli`: the program, further parts that only some commands load, and `index.js`, which starts the program.
 * All of them are CommonJS, because only a script, not a module, can be started from kept code (`src/cli/index.ts`).
 * What is bundled goes to `lib/cli.stats.json`, whose licences `scripts/licenses.ts` writes.
 */
const PROGRAM = "program.cjs";

/** The program contains these and all that they import. They are what `check` calls at every run; each further `import()` is a part of its own. */
const AT_EVERY_START = /\/lib\/src\/(cli\/(run|check|lock)|report\/review\/text)\.js$|rolldown:?\/?runtime/;

rmSync("dist/cli", { recursive: true, force: true });
const bundle = await rolldown({
  input: { run: "lib/src/cli/run.js" },
  platform: "node",
  // The same library in ES modules: of those, only what is used is bundled, and nothing of it runs at the start.
  resolve: { alias: { yaml: resolve("node_modules/yaml/browser/dist/index.js") } },
  // Some modules are loaded late by one command and early by another.
  checks: { ineffectiveDynamicImport: false },
});
const { output } = await bundle.write({
  dir: "dist/cli",
  format: "cjs",
  // A script cannot import, and requires a module of Node's instead.
  dynamicImportInCjs: false,
  entryFileNames: "[name].cjs",
  chunkFileNames: ({ name }) => (name === "program" ? PROGRAM : "[name].part.cjs"),
  codeSplitting: { groups: [{ name: "program", test: AT_EVERY_START }] },
  minify: "dce-only",
});
await bundle.close();
const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
writeFileSync("lib/cli.stats.json", JSON.stringify({ modules: modules.map((name) => ({ name })) }));

// The launcher finds `run` in the program, so it needs no entry of its own. Each further file takes a millisecond to load, so the program
// also contains the bundler's helpers, which other parts load from their file.
rmSync("dist/cli/run.cjs");
const helpers = /(?<=^const \w+ = )require\("\.\/(rolldown-runtime\.part\.cjs)"\)/m;
const withHelpers = (_: string, file: string): string => `((exports) => {\n${readFileSync(`dist/cli/${file}`, "utf8")}return exports;\n})({})`;
// The program is ASCII, which V8 reads fastest. It starts with its own hash, by which its kept code is found, and is wrapped as `require`
// wraps a module, so that the launcher need not copy 1.4 MB for that.
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
const program = readFileSync(`dist/cli/${PROGRAM}`, "utf8")
  .replace(helpers, withHelpers)
  .replace(/[^\0-\x7f]/g, escaped);
const hash = createHash("sha256").update(program).digest("hex").slice(0, 16);
writeFileSync(`dist/cli/${PROGRAM}`, `// ${hash}\n${module.wrap(program)}`);

const launcher = await rolldown({ input: "lib/src/cli/index.js", platform: "node" });
await launcher.write({ file: "dist/cli/index.js", format: "cjs" });
await launcher.close();
chmodSync("dist/cli/index.js", 0o755);
// Away from this repository's package.json, Node must still know that index.js is no module.
writeFileSync("dist/cli/package.json", '{"type":"commonjs"}\n');
