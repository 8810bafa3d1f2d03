#!/usr/bin/env node
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
let node_fs = require("node:fs");
let node_module = require("node:module");
node_module = __toESM(node_module, 1);
let node_vm = require("node:vm");
let node_path = require("node:path");
// lib/src/cli/cache-folder.js
/**
* The user's own folder for files that are kept between runs, created if it is missing. Null if there is none, or if
* somebody else could write into it, because its contents run as code. In the shared /tmp, the first user to come
* could leave code for everyone: `XDG_CACHE_HOME=/tmp` with another user's `/tmp/video-budget` gives null.
*/
function cacheFolder(user) {
	const parent = parentOf(user);
	if (user.env["NODE_DISABLE_COMPILE_CACHE"] || !parent || !(0, node_path.isAbsolute)(parent)) return null;
	const folder = (0, node_path.join)(parent, "video-budget");
	try {
		for (const made of [parent, folder]) make(made);
		const stats = (0, node_fs.lstatSync)(folder);
		return stats.isDirectory() && isOwn(stats, user) ? folder : null;
	} catch {
		return null;
	}
}
/** Whether only this user can write there. Windows reports neither owner nor mode; there the folder is inside the user's profile. */
function isOwn({ uid, mode }, user) {
	return user.platform === "win32" || uid === user.uid && (mode & 18) === 0;
}
/** https://specifications.freedesktop.org/basedir-spec: a relative XDG_CACHE_HOME counts as not set. */
function parentOf({ env, platform }) {
	if (platform === "win32") return env["LOCALAPPDATA"];
	const { XDG_CACHE_HOME: named = "", HOME: home } = env;
	return (0, node_path.isAbsolute)(named) ? named : home && (0, node_path.join)(home, ".cache");
}
/** Creates one level at a time, because Node's recursive `mkdir` never returns below a folder such as /proc. */
function make(folder) {
	try {
		(0, node_fs.mkdirSync)(folder, { mode: 448 });
	} catch (error) {
		if (error.code !== "EEXIST") throw error;
	}
}
// lib/src/manifest/names.js
/** The default paths of a manifest, relative to the working directory. The first that exists is used. */
const MANIFEST_NAMES = [
	"video-budget.yml",
	"video-budget.yaml",
	".github/video-budget.yml"
];
// lib/src/cli/young-objects.js
/** A file with more bytes is large. A manifest of 32 kB has some 80 workloads, and its check allocates more than 16 MB. */
const LARGE = 32768;
/**
* The factor by which V8 is to grow the room for young objects. It starts with 1 MB and doubles it, so that a run of 20 MB takes seven
* collections, each of which copies what is still in use. Growing it 16-fold takes two. Growing it 32-fold makes a check of a thousand
* workloads 11% faster, and one of four workloads 4% slower, because every page of memory is new to the process.
* @param named the arguments of the command, of which some are files
*/
function growthOfYoungObjects(named) {
	return [...named, ...MANIFEST_NAMES].some((path) => sizeOf(path) > LARGE) ? 32 : 16;
}
function sizeOf(path) {
	try {
		const stats = (0, node_fs.statSync)(path, { throwIfNoEntry: false });
		return stats?.isFile() ? stats.size : 0;
	} catch {
		return 0;
	}
}
// lib/src/cli/index.js
/**
* Starts the program beside this file, and keeps its compiled code between runs. Node's own cache contains
* only what V8 compiles while it loads a file. Most functions are compiled on their first call, and only
* `createCachedData` after a run contains them, which saves a quarter of a run. The cache is in a folder that only its
* user can write to (`cache-folder.ts`), never in the shared temporary folder.
*/
const PROGRAM = `${__dirname}/program.cjs`;
let isCut = false;
process.stdout.on("error", (error) => {
	if (error.code === "EPIPE" || isCut) return;
	isCut = true;
	process.exitCode = 3;
	process.stderr.write(`error: the report could not be written: ${error.message}\n`);
});
process.stderr.on("error", () => void 0);
const { setFlagsFromString } = process.getBuiltinModule("node:v8");
const growth = growthOfYoungObjects(process.argv.slice(3));
setFlagsFromString(`--semi-space-growth-factor=${growth}`);
setFlagsFromString("--no-minor-gc-task");
const source = (0, node_fs.readFileSync)(PROGRAM, "latin1");
const user = {
	env: process.env,
	platform: process.platform,
	uid: process.getuid?.()
};
const kept = keptAt(source);
const cachedData = kept === null ? void 0 : read(kept);
const script = new node_vm.Script(source, {
	filename: PROGRAM,
	...cachedData && { cachedData }
});
program().run(process, __dirname).then((code) => {
	process.exitCode ??= code;
	if (kept !== null && code < 2 && (!cachedData || script.cachedDataRejected)) write(kept, script.createCachedData());
}).then(exitOnceWritten);
/**
* Ends the process when both outputs are written. If it ended by itself, Node would first wait for V8's compiler and take the memory apart,
* which takes a twentieth of a run. With an output that failed it does end by itself, after the `error` event that sets the exit code.
*/
async function exitOnceWritten() {
	const isWritten = (stream) => new Promise((resolve) => stream.write("", (error) => resolve(!error)));
	const [out, err] = [await isWritten(process.stdout), await isWritten(process.stderr)];
	if (out && err) process.exit();
}
/** Runs the program, which is wrapped as a module (`scripts/cli.ts`), as `require` would, and enters it. Every part of the bundle requires the program, and Node finds it among the loaded modules. */
function program() {
	const require$1 = node_module.default.createRequire(PROGRAM);
	const loaded = Object.assign(new node_module.default.Module(PROGRAM), {
		filename: PROGRAM,
		loaded: true
	});
	require$1.cache[PROGRAM] = loaded;
	const processes = new Proxy({}, { get: (_, key) => Reflect.get(process.getBuiltinModule("node:child_process"), key) });
	const required = (name) => name === "node:child_process" ? processes : require$1(name);
	script.runInThisContext()(loaded.exports, required, loaded, PROGRAM, __dirname);
	return loaded.exports;
}
/**
* The path of the kept code: one file for each build, V8 version, command and flag, because each command calls other functions, and V8 refuses
* code that was kept under other flags. Null before Node 22.1, which has no cache folder.
*/
function keptAt(text) {
	const { enableCompileCache } = node_module.default;
	const folder = enableCompileCache ? cacheFolder(user) : null;
	if (folder === null) return null;
	enableCompileCache?.(folder);
	const [build = ""] = /(?<=^\/\/ )\w+/.exec(text) ?? [];
	const [command = "other"] = /^[a-z]+$/.exec(process.argv[2] ?? "") ?? [];
	return `${folder}/${build}-${process.versions.v8}-${process.arch}-${command}-${growth}`;
}
/** Reads the kept code. The owner is checked again on the open file, because somebody may have replaced the folder since the first check. */
function read(path) {
	try {
		const file = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0));
		try {
			return isOwn((0, node_fs.fstatSync)(file), user) ? (0, node_fs.readFileSync)(file) : void 0;
		} finally {
			(0, node_fs.closeSync)(file);
		}
	} catch {
		return;
	}
}
/** Writes the kept code to a temporary file and renames it, so that no run reads half of it. Errors are ignored: the next run compiles again. */
function write(path, data) {
	try {
		(0, node_fs.writeFileSync)(`${path}.${process.pid}`, data, { mode: 384 });
		(0, node_fs.renameSync)(`${path}.${process.pid}`, path);
	} catch {}
}
