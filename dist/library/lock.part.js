import "./manifests.part.js";
import { d as LOCK_NAME } from "./core.part.js";
import "./format.part.js";
import { t as UsageError } from "./terminal.part.js";
import { existsSync, readFileSync } from "node:fs";
import { dirname, posix, resolve } from "node:path";
// lib/src/cli/lock.js
/**
* The lock that a check compares with: the named one, or the default one beside the first manifest or in the working directory.
* @param base reads the base side. Null if there is none, or if it is a file: the lock is then that of the working directory
* @returns null if neither side has one
*/
async function locksOf(named, head, base, cwd) {
	const beside = head.roots.map((root) => posix.join(posix.dirname(root), LOCK_NAME)).slice(0, 1);
	for (const file of named === void 0 ? [.../* @__PURE__ */ new Set([...beside, LOCK_NAME])] : [named]) {
		const path = resolve(cwd, file);
		const own = existsSync(path) ? readFileSync(path) : null;
		const applied = base ? await base.read(file) : own;
		const from = dirname(path);
		const fileOf = (seen) => head.manifests.find((manifest) => resolve(cwd, manifest.file) === resolve(from, seen))?.file ?? posix.join(posix.dirname(file), seen);
		if (own || applied) return {
			file,
			applied,
			head: own,
			fileOf
		};
	}
	if (named !== void 0) throw new UsageError(`--lock ${named}: there is no such file. Write one: video-budget lock --output ${named}.`);
	return null;
}
export { locksOf };
