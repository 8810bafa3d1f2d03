#!/usr/bin/env node
import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import module from "node:module";
import { Script } from "node:vm";
import { cacheFolder, isOwn } from "./cache-folder.js";
/**
 * Starts the bundle beside this file, and keeps its compiled code between runs. Node's own cache contains
 * only what V8 compiles while it loads a file. Most functions are compiled on their first call, and only
 * `createCachedData` after a run contains them, which saves a fifth of a run. The cache is in a folder that only its
 * user can write to (`cache-folder.ts`), never in the shared temporary folder.
 */
const PROGRAM = `${import.meta.dirname}/program.cjs`;
const source = readFileSync(PROGRAM, "latin1");
const user = { env: process.env, platform: process.platform, uid: process.getuid?.() };
const kept = keptAt(source);
const cachedData = kept === null ? undefined : read(kept);
const script = new Script(source, { filename: PROGRAM, ...(cachedData && { cachedData }) });
// A reader such as `| head` may close the pipe early: that is no failure. A report that a full disk cut short is one: exit code 3.
let isCut = false;
process.stdout.on("error", (error) => {
    if (error.code === "EPIPE" || isCut)
        return;
    isCut = true;
    process.exitCode = 3;
    process.stderr.write(`error: the report could not be written: ${error.message}\n`);
});
// Messages on standard error do not change the exit code, so a closed pipe there is ignored.
process.stderr.on("error", () => undefined);
const bundle = { exports: {} };
// The bundle contains every package. It requires only Node's own modules and its own further parts.
script.runInThisContext()(bundle, required, PROGRAM, import.meta.dirname);
const code = await bundle.exports.run(process, import.meta.dirname);
process.exitCode ??= code;
// A run that failed has called too few functions for its compiled code to be worth keeping.
if (kept !== null && code < 2 && (!cachedData || script.cachedDataRejected))
    write(kept, script.createCachedData());
/** The path of the kept code: one file for each build, V8 version and command, because each command calls other functions. Null before Node 22.1, which has no cache folder. */
function keptAt(text) {
    const { enableCompileCache } = module;
    const folder = enableCompileCache ? cacheFolder(user) : null;
    if (folder === null)
        return null;
    // Node loads the further parts of the bundle, so its own cache keeps those.
    enableCompileCache?.(folder);
    const [build = ""] = /(?<=^\/\/ )\w+/.exec(text) ?? [];
    const [command = "other"] = /^[a-z]+$/.exec(process.argv[2] ?? "") ?? [];
    return `${folder}/${build}-${process.versions.v8}-${process.arch}-${command}`;
}
/** Resolves `require` of the bundle: a further part of it, or a module of Node. Every run requires `node:child_process`, but only runs that call git use it, and loading it is slow: the proxy loads it on first use. */
function required(name) {
    if (name.startsWith("./"))
        return module.createRequire(PROGRAM)(name);
    if (name !== "node:child_process")
        return process.getBuiltinModule(name);
    return new Proxy({}, { get: (_, key) => Reflect.get(process.getBuiltinModule("node:child_process"), key) });
}
/** Reads the kept code. The owner is checked again on the open file, because somebody may have replaced the folder since the first check. */
function read(path) {
    try {
        const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
        try {
            return isOwn(fstatSync(file), user) ? readFileSync(file) : undefined;
        }
        finally {
            closeSync(file);
        }
    }
    catch {
        return undefined;
    }
}
/** Writes the kept code to a temporary file and renames it, so that no run reads half of it. Errors are ignored: the next run compiles again. */
function write(path, data) {
    try {
        writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
        renameSync(`${path}.${process.pid}`, path);
    }
    catch {
        // The folder cannot be written to.
    }
}
