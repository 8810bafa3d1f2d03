const require_init = require("./init.part.cjs");
const require_program = require("./program.cjs");
const require_code_of_folder = require("./code-of-folder.part.cjs");
const require_scan_write = require("./scan-write.part.cjs");
const require_init_questions = require("./init-questions.part.cjs");
// lib/src/cli/init/from-code.js
/**
* The text of a first manifest from code: a workload for each call and constant that makes video, with literals as values. Volumes and the
* budget come from flags or answers; with `--yes`, the suggested budget is used. A model that the code chooses at run time is reported and
* left out.
* @throws UsageError if no call is found
*/
async function manifestFromCode(options, from, terminal) {
	if (options.yes) return textFromCode(options, from, terminal, null);
	return require_init_questions.withTerminal(terminal.process, (ask) => textFromCode(options, from, terminal, ask));
}
async function textFromCode(options, { links, manifest, monthOf }, terminal, ask) {
	const { code } = await require_code_of_folder.readCodeOfFolder([], {
		...options,
		fx: {},
		ignore: [],
		manifest: []
	}, terminal);
	const found = code.matched.map((one) => ({
		...one,
		undeclared: one.finding.places
	}));
	const drafts = require_program.draftsOf(found, manifest);
	for (const { finding } of found.filter((one) => one.finding.model === null)) {
		const [place] = finding.places;
		terminal.process.stderr.write(`Left out: ${require_program.inert(finding.provider)} at ${require_program.inert(place?.file ?? "")}:${place?.line}, because the code does not say its model\n`);
	}
	if (drafts.length === 0) throw new require_program.UsageError("No video-generation call with a known model was found in this folder. Nothing was written.");
	const volumes = await require_scan_write.volumesOf(drafts.map(({ name }) => name), {
		...options.perMonth !== void 0 && { perMonth: options.perMonth },
		ask
	});
	const workloads = Object.fromEntries(drafts.map(({ name, keys }) => [name, {
		...keys,
		volume: { per_month: volumes.get(name) }
	}]));
	const text = (monthly) => require_init.manifestOfWorkloads(workloads, {
		monthly,
		prices: options.prices
	}, links);
	if (options.budget !== void 0 || !ask && !options.yes) return text(options.budget ?? null);
	return text(await require_init.budgetOf(await monthOf(text(null)), ask));
}
exports.manifestFromCode = manifestFromCode;
