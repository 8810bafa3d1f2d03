#!/usr/bin/env node
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import module from "node:module";
import { Script } from "node:vm";
/**
 * Starts the bundle beside this file with its compiled code kept between runs. Node's own cache has
 * only what V8 compiles on loading a file; the functions compiled on their first call are the larger
 * part, and only `createCachedData` after a run has them. Where to keep it, and whether, is asked of
 * Node, so that NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE hold here too.
 */
const PROGRAM = `${import.meta.dirname}/program.cjs`;
const source = readFileSync(PROGRAM, "latin1");
const kept = keptAt(source);
const cachedData = kept === null ? undefined : read(kept);
const script = new Script(source, { filename: PROGRAM, ...(cachedData && { cachedData }) });
// Whoever reads may stop early (`| head`): what they have is what they wanted.
process.stdout.on("error", (error) => {
    if (error.code !== "EPIPE")
        throw error;
});
const bundle = { exports: {} };
// The bundle has every package in it and asks for nothing but Node's own modules and its own further parts.
script.runInThisContext()(bundle, required, PROGRAM, import.meta.dirname);
process.exitCode = await bundle.exports.run(process, import.meta.dirname);
// What failed has not called enough to be worth keeping.
if (kept !== null && process.exitCode < 2 && (!cachedData || script.cachedDataRejected))
    write(kept, script.createCachedData());
/** One file for each build and command, since each command calls other functions; null before Node 22.8, which has no such folder. */
function keptAt(text) {
    const cache = module;
    cache.enableCompileCache?.();
    const folder = cache.getCompileCacheDir?.();
    const [build = ""] = /(?<=^\/\/ )\w+/.exec(text) ?? [];
    const [command = "other"] = /^[a-z]+$/.exec(process.argv[2] ?? "") ?? [];
    return folder ? `${folder}/video-budget-${build}-${command}` : null;
}
/** A part of the bundle that few commands need, or Node's module of a name. That of child processes loads much else, and is asked for by every run and used by those that call git. */
function required(name) {
    if (name.startsWith("./"))
        return module.createRequire(PROGRAM)(name);
    if (name !== "node:child_process")
        return process.getBuiltinModule(name);
    return new Proxy({}, { get: (_, key) => Reflect.get(process.getBuiltinModule("node:child_process"), key) });
}
function read(path) {
    try {
        return readFileSync(path);
    }
    catch {
        return undefined;
    }
}
/** In full or not at all, and never a reason to fail. */
function write(path, data) {
    try {
        writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
        renameSync(`${path}.${process.pid}`, path);
    }
    catch {
        // A folder that cannot be written to: the next run compiles again.
    }
}
