#!/usr/bin/env node
import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import module from "node:module";
import { Script } from "node:vm";
import { cacheFolder, isOwn } from "./cache-folder.ts";
import type * as Program from "./run.ts";

/**
 * Starts the bundle beside this file with its compiled code kept between runs. Node's own cache has
 * only what V8 compiles on loading a file; the functions compiled on their first call are the larger
 * part, and only `createCachedData` after a run has them: a fifth of a run. It lies in a folder that only its
 * user can write to (`cache-folder.ts`), never in the shared one for temporary files.
 */
const PROGRAM = `${import.meta.dirname}/program.cjs`;
const source = readFileSync(PROGRAM, "latin1");
const user = { env: process.env, platform: process.platform, uid: process.getuid?.() };
const kept = keptAt(source);
const cachedData = kept === null ? undefined : read(kept);
const script = new Script(source, { filename: PROGRAM, ...(cachedData && { cachedData }) });

// Whoever reads may stop early (`| head`): what they have is what they wanted. A report that a full disk cut is no report.
let isCut = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE" || isCut) return;
  isCut = true;
  process.exitCode = 3;
  process.stderr.write(`error: the report could not be written: ${error.message}\n`);
});
// What is said beside the report changes no verdict.
process.stderr.on("error", () => undefined);

const bundle = { exports: {} as typeof Program };
// The bundle has every package in it and asks for nothing but Node's own modules and its own further parts.
script.runInThisContext()(bundle, required, PROGRAM, import.meta.dirname);
const code = await bundle.exports.run(process, import.meta.dirname);
process.exitCode ??= code;

// What failed has not called enough to be worth keeping.
if (kept !== null && code < 2 && (!cachedData || script.cachedDataRejected)) write(kept, script.createCachedData());

/** One file for each build, V8 and command, since each command calls other functions; null before Node 22.1, which keeps nothing. */
function keptAt(text: string): string | null {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  const folder = enableCompileCache ? cacheFolder(user) : null;
  if (folder === null) return null;
  // For the further parts of the bundle, which Node loads.
  enableCompileCache?.(folder);
  const [build = ""] = /(?<=^\/\/ )\w+/.exec(text) ?? [];
  const [command = "other"] = /^[a-z]+$/.exec(process.argv[2] ?? "") ?? [];
  return `${folder}/${build}-${process.versions.v8}-${process.arch}-${command}`;
}

/** A part of the bundle that few commands need, or Node's module of a name. That of child processes loads much else, and is asked for by every run and used by those that call git. */
function required(name: string): unknown {
  if (name.startsWith("./")) return module.createRequire(PROGRAM)(name);
  if (name !== "node:child_process") return process.getBuiltinModule(name);
  return new Proxy({}, { get: (_, key) => Reflect.get(process.getBuiltinModule("node:child_process"), key) });
}

/** Asked of the opened file again: the folder may have been exchanged since it was looked at. */
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

/** In full or not at all, and never a reason to fail. */
function write(path: string, data: Buffer): void {
  try {
    writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // A folder that cannot be written to: the next run compiles again.
  }
}
