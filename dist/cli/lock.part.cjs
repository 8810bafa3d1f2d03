const require_program = require("./program.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
// lib/src/cli/lock.js
/** `video-budget lock`: records the prices of every workload. @returns 0 @throws UsageError if a manifest has errors; I/O errors */
async function lockPrices(manifests, options, { cwd, folder, process }) {
	const book = require_program.loadBook(folder);
	const { roots, reader } = await require_program.manifestsOf(manifests, cwd, process);
	const head = await require_program.gather(reader, roots, book.snapshot, { prices: options.prices });
	const date = options.date ?? require_program.today();
	const priced = require_program.exposureOf(head, book, {
		date,
		after: 0
	}, await require_program.distributionsFor(head));
	const errors = priced.problems.filter(({ severity }) => severity === "error");
	if (errors.length > 0) throw new require_program.UsageError(`Nothing was locked: ${require_program.count(errors.length, "error")} must be fixed first.\n${errors.map((one) => `  ${one.file}: ${require_program.inFull(one)}`).join("\n")}`);
	const file = options.output ?? "video-budget.lock";
	const from = (0, node_path.dirname)((0, node_path.resolve)(cwd, file));
	const lock = require_program.lockOf(priced, book, date, (manifest) => (0, node_path.relative)(from, (0, node_path.resolve)(cwd, manifest)).split(node_path.sep).join(node_path.posix.sep));
	await require_program.replace((0, node_path.resolve)(cwd, file), require_program.lockText(lock), process.pid);
	const workloads = Object.values(lock.workloads).flatMap((all) => Object.values(all));
	const without = workloads.filter(({ job_price }) => job_price === null).length;
	process.stderr.write(`Locked the prices of ${require_program.count(workloads.length, "workload")} on ${date} in ${file}${without === 0 ? "" : `; ${without} without a price`}.\n`);
	return 0;
}
/**
* The lock that a check compares with: the named one, or the default one beside the first manifest or in the working directory.
* @param base reads the base side. Null if there is none, or if it is a file: the lock is then that of the working directory
* @returns null if neither side has one
*/
async function locksOf(named, head, base, cwd) {
	const beside = head.roots.map((root) => node_path.posix.join(node_path.posix.dirname(root), require_program.LOCK_NAME)).slice(0, 1);
	for (const file of named === void 0 ? [.../* @__PURE__ */ new Set([...beside, require_program.LOCK_NAME])] : [named]) {
		const path = (0, node_path.resolve)(cwd, file);
		const own = (0, node_fs.existsSync)(path) ? (0, node_fs.readFileSync)(path) : null;
		const applied = base ? await base.read(file) : own;
		const from = (0, node_path.dirname)(path);
		const fileOf = (seen) => head.manifests.find((manifest) => (0, node_path.resolve)(cwd, manifest.file) === (0, node_path.resolve)(from, seen))?.file ?? node_path.posix.join(node_path.posix.dirname(file), seen);
		if (own || applied) return {
			file,
			applied,
			head: own,
			fileOf
		};
	}
	if (named !== void 0) throw new require_program.UsageError(`--lock ${named}: there is no such file. Write one: video-budget lock --output ${named}.`);
	return null;
}
exports.lockPrices = lockPrices;
exports.locksOf = locksOf;
