#!/usr/bin/env node
import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import module from "node:module";
import { Script } from "node:vm";
import { cacheFolder, isOwn } from "./cache-folder.ts";
import type * as Program from "./run.ts";
import { growthOfYoungObjects } from "./young-objects.ts";

/**
 * Starts the program beside this file, and keeps its compiled code between runs. Node's own cache contains
 * only what V8 compiles while it loads a file. Most functions are compiled on their first call, and only
 * `createCachedData` after a run contains them, which saves a quarter of a run. The cache is in a folder that only its
 * user can write to (`cache-folder.ts`), never in the shared temporary folder.
 */
const PROGRAM = `${import.meta.dirname}/program.cjs`;
// A reader such as `| head` may close the pipe early: that is no failure. A report that a full disk cut short is one: exit code 3.
let isCut = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE" || isCut) return;
  isCut = true;
  process.exitCode = 3;
  process.stderr.write(`error: the report could not be written: ${error.message}\n`);
});
// Messages on standard error do not change the exit code, so a closed pipe there is ignored.
process.stderr.on("error", () => undefined);

// The outputs load most of what `node:v8` needs, so it is loaded after them, which takes 5 ms for both instead of 7.
const { setFlagsFromString } = process.getBuiltinModule("node:v8");
const growth = growthOfYoungObjects(process.argv.slice(3));
setFlagsFromString(`--semi-space-growth-factor=${growth}`);
// V8 would start one more collection when the program has nothing left to do, and the process would wait for it.
setFlagsFromString("--no-minor-gc-task");
const source = readFileSync(PROGRAM, "latin1");
const user = { env: process.env, platform: process.platform, uid: process.getuid?.() };
const kept = keptAt(source);
const cachedData = kept === null ? undefined : read(kept);
const script = new Script(source, { filename: PROGRAM, ...(cachedData && { cachedData }) });

void program()
  .run(process, import.meta.dirname)
  .then((code) => {
    process.exitCode ??= code;
    // A run that failed has called too few functions for its compiled code to be worth keeping.
    if (kept !== null && code < 2 && (!cachedData || script.cachedDataRejected)) write(kept, script.createCachedData());
  })
  .then(exitOnceWritten);

/**
 * Ends the process when both outputs are written. If it ended by itself, Node would first wait for V8's compiler and take the memory apart,
 * which takes a twentieth of a run. With an output that failed it does end by itself, after the `error` event that sets the exit code.
 */
async function exitOnceWritten(): Promise<void> {
  const isWritten = (stream: NodeJS.WriteStream): Promise<boolean> => new Promise((resolve) => stream.write("", (error) => resolve(!error)));
  const [out, err] = [await isWritten(process.stdout), await isWritten(process.stderr)];
  if (out && err) process.exit();
}

/** Runs the program, which is wrapped as a module (`scripts/cli.ts`), as `require` would, and enters it. Every part of the bundle requires the program, and Node finds it among the loaded modules. */
function program(): typeof Program {
  const require = module.createRequire(PROGRAM);
  const loaded = Object.assign(new module.Module(PROGRAM), { filename: PROGRAM, loaded: true });
  require.cache[PROGRAM] = loaded;
  // Commander requires `node:child_process`, which is slow to load, and no command of ours needs it: it is loaded on first use.
  const processes = new Proxy({}, { get: (_, key) => Reflect.get(process.getBuiltinModule("node:child_process"), key) });
  const required = (name: string): unknown => (name === "node:child_process" ? processes : require(name));
  script.runInThisContext()(loaded.exports, required, loaded, PROGRAM, import.meta.dirname);
  return loaded.exports as typeof Program;
}

/**
 * The path of the kept code: one file for each build, V8 version, command and flag, because each command calls other functions, and V8 refuses
 * code that was kept under other flags. Null before Node 22.1, which has no cache folder.
 */
function keptAt(text: string): string | null {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  const folder = enableCompileCache ? cacheFolder(user) : null;
  if (folder === null) return null;
  // Node loads the further parts of the bundle, so its own cache keeps those.
  enableCompileCache?.(folder);
  const [build = ""] = /(?<=^\/\/ )\w+/.exec(text) ?? [];
  const [command = "other"] = /^[a-z]+$/.exec(process.argv[2] ?? "") ?? [];
  return `${folder}/${build}-${process.versions.v8}-${process.arch}-${command}-${growth}`;
}

/** Reads the kept code. The owner is checked again on the open file, because somebody may have replaced the folder since the first check. */
function read(path: string): Buffer | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      return isOwn(fstatSync(file), user) ? readFileSync(file) : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Writes the kept code to a temporary file and renames it, so that no run reads half of it. Errors are ignored: the next run compiles again. */
function write(path: string, data: Buffer): void {
  try {
    writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // The folder cannot be written to.
  }
}
