const require_program = require("./program.cjs");
const require_init_questions = require("./init-questions.part.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// lib/src/cli/scan-write.js
/**
* `scan --write`: adds a workload for each call that no workload declares to the manifest that owns it, and leaves every other
* byte of the file as it is. Each volume is `--per-month` or an answer; without one, nothing is written.
* @returns 0. @throws UsageError if there is no manifest, no volume, or the file cannot be edited
*/
async function addWorkloads(scanned, options, terminal) {
	return require_init_questions.withTerminal(terminal.process, (ask) => added(scanned, {
		...options,
		ask
	}, terminal));
}
async function added({ code, side }, from, terminal) {
	const { process, cwd } = terminal;
	const [first] = side.manifests;
	if (!first) throw new require_program.UsageError("There is no manifest to add workloads to: video-budget init --from-code writes one.");
	const files = /* @__PURE__ */ new Map();
	for (const one of code.undeclared) {
		const file = one.finding.manifest ?? first.file;
		files.set(file, [...files.get(file) ?? [], one]);
	}
	const edits = [];
	for (const [file, undeclared] of files) {
		const manifest = side.manifests.find((one) => one.file === file);
		const drafts = require_program.draftsOf(undeclared, file, manifest?.workloads.map(({ name }) => name));
		if (drafts.length === 0) continue;
		const volumes = await volumesOf(drafts.map(({ name }) => name), from);
		const workloads = Object.fromEntries(drafts.map(({ name, keys }) => [name, {
			...keys,
			volume: { per_month: volumes.get(name) }
		}]));
		const edited = require_program.setKeys(await (0, node_fs_promises.readFile)((0, node_path.resolve)(cwd, file), "utf8"), [{ workloads }]);
		if ("stuck" in edited) throw new require_program.UsageError(`${file} was not edited: ${edited.stuck.join(".") || "the file"} is written in a way that only a person can add to. Nothing was written.`);
		const broken = require_program.parseManifest(file, new TextEncoder().encode(edited.text)).problems.find(({ severity, path }) => severity === "error" && path[0] === "workloads" && volumes.has(String(path[1])));
		if (broken) throw new require_program.UsageError(`${file} was not edited: ${require_program.sentence(broken)} Nothing was written.`);
		edits.push({
			file,
			text: edited.text,
			names: drafts.map(({ name }) => name)
		});
	}
	for (const { file, text, names } of edits) {
		await require_program.replace((0, node_path.resolve)(cwd, file), text, process.pid);
		process.stderr.write(`Added ${names.map((name) => require_program.inert(name)).join(", ")} to ${require_program.inert(file)}\n`);
	}
	const open = code.undeclared.filter(({ finding }) => finding.model === null);
	for (const { finding, undeclared } of open) process.stderr.write(`Not added: ${require_program.inert(finding.provider)} at ${require_program.inert(undeclared[0]?.file ?? "")}:${undeclared[0]?.line}, because the code does not say its model\n`);
	if (edits.length === 0) process.stderr.write("Every call is already declared.\n");
	return 0;
}
/** Clips a month of each workload: from the flag, otherwise from answers. @throws UsageError if there is neither */
async function volumesOf(names, { perMonth, ask }) {
	if (perMonth !== void 0) return new Map(names.map((name) => [name, perMonth]));
	if (!ask) throw new require_program.UsageError(`The code does not say how many clips a month each model generates (${names.map((name) => require_program.inert(name)).join(", ")}). Add --per-month for the same number each, or run this at a terminal, which asks for each. Nothing was written.`);
	const volumes = /* @__PURE__ */ new Map();
	for (const name of names) volumes.set(name, await ask(`How many clips a month does ${require_program.inert(name)} need`, clips));
	return volumes;
}
function clips(answer) {
	try {
		return require_program.clipsOf(answer);
	} catch (error) {
		throw new require_program.UsageError(error instanceof Error ? error.message : String(error));
	}
}
exports.addWorkloads = addWorkloads;
exports.volumesOf = volumesOf;
