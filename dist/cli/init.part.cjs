const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_price_book = require("./price-book.part.cjs");
const require_address = require("./address.part.cjs");
const require_quote = require("./quote.part.cjs");
const require_known = require("./known.part.cjs");
const require_init_questions = require("./init-questions.part.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_fs_promises = require("node:fs/promises");
// lib/src/manifest/first.js
/** The path of the workflow, from the root of the repository. */
const WORKFLOW_PATH = ".github/workflows/video-budget.yml";
/** The text of a first `video-budget.yml`, with the line by which editors find the schema. */
function firstManifest({ workload, provider, model, mode, output, input, perMonth, takes, monthly, prices }, links) {
	const inputs = [
		...input.images === void 0 ? [] : [`images: ${input.images}`],
		...input.video === void 0 ? [] : [`video: ${input.video}`],
		...input.audio === void 0 ? [] : [`audio: ${input.audio}`]
	];
	const outputs = [...output.duration === void 0 ? [] : [`duration: ${output.duration}`], ...output.resolution === void 0 ? [] : [`resolution: ${require_program.flowText(output.resolution)}`]];
	return [
		...opening({
			monthly,
			prices
		}, links),
		`  ${require_program.flowText(workload)}:`,
		`    provider: ${require_program.flowText(provider)}`,
		`    model: ${require_program.flowText(model)}`,
		`    mode: ${require_program.flowText(mode)}`,
		...outputs.length === 0 ? [] : [`    output: { ${outputs.join(", ")} }`],
		...inputs.length === 0 ? [] : [`    input: { ${inputs.join(", ")} }`],
		`    volume: { per_month: ${perMonth} } # clips wanted`,
		`    takes: ${takes} # generated per clip wanted`,
		""
	].join("\n");
}
/** The text of a first manifest of several workloads, by name, as trees of their keys. */
function manifestOfWorkloads(workloads, settings, links) {
	const lines = Object.entries(workloads).flatMap(([name, keys]) => [`  ${require_program.flowText(name)}:`, ...require_program.blockLines(keys, 4)]);
	return [
		...opening(settings, links),
		...lines,
		""
	].join("\n");
}
/** The lines above the workloads. */
function opening({ monthly, prices }, { schema, page }) {
	return [
		`# yaml-language-server: $schema=${schema}`,
		...page === null ? [] : [`# Every key: ${page}`],
		"version: 1",
		...monthly === null ? [] : [`budget: { monthly: ${monthly} }`],
		...prices.length === 0 ? [] : [`prices: [${prices.map(require_program.flowText).join(", ")}]`],
		"workloads:"
	];
}
/**
* The text of the workflow. A required check must always report, so the workflow has no path filter. It also runs in the merge queue,
* and when a pull request gets another base branch (`edited`).
* @param action owner/repository@ref @param manifest its path; null if the action finds it at a default path
*/
function firstWorkflow(action, manifest) {
	return [
		"name: Video budget",
		"on:",
		"  pull_request:",
		"    types: [opened, synchronize, reopened, edited, ready_for_review]",
		"  merge_group:",
		"permissions:",
		"  contents: read",
		"  pull-requests: write",
		"concurrency:",
		`  group: video-budget-\${{ github.event.pull_request.number || github.ref }}`,
		"  cancel-in-progress: true",
		"jobs:",
		"  budget:",
		"    runs-on: ubuntu-latest",
		"    steps:",
		`      - uses: ${action} # pin the commit SHA in production`,
		...manifest === null ? [] : ["        with:", `          manifest: ${require_program.flowText(manifest)}`],
		""
	].join("\n");
}
// lib/src/cli/init/init-answers.js
/** At most this many models are listed before a question; the others are counted. */
const LISTED = 40;
/** Uses the flags, and with `ask` asks for each one that is missing. */
async function answered(context, ask) {
	const { options } = context;
	if (!ask) {
		const open = [
			...slugOf(context) === void 0 ? ["--provider"] : [],
			...options.model === void 0 ? ["--model"] : [],
			...options.perMonth === void 0 ? ["--per-month"] : [],
			...options.budget === void 0 && !options.yes && !options.add ? ["--budget"] : []
		];
		if (open.length > 0) throw new require_program.UsageError(`Without a terminal to ask at, give ${open.join(", ")}: video-budget init --provider vertex --model veo-3.1-fast-generate-001 --per-month 350 --budget 2500`);
	}
	const { provider, model } = await modelOf(context, ask);
	const mode = options.mode === void 0 ? await modeOf(model, ask) : modeNamed(options.mode, model);
	const checked = checkedBy(context, {
		provider: provider.provider,
		model: model.id,
		mode
	});
	const duration = await durationOf({
		model,
		mode,
		checked
	}, options.duration, ask);
	const resolution = await resolutionOf({
		model,
		duration,
		checked
	}, options.resolution, ask);
	const perMonth = options.perMonth ?? await must(ask)("How many clips a month does the product need", asked(require_program.clipsOf));
	const takes = options.takes ?? (ask ? await ask("How many takes are generated for each, also those thrown away [1]", orElse(1, asked(require_program.takesOf))) : 1);
	const first = {
		workload: options.workload ?? "clips",
		...clipOf({
			provider: provider.provider,
			model: model.id,
			mode,
			duration,
			resolution
		}),
		perMonth,
		takes,
		monthly: options.budget ?? null,
		prices: options.prices
	};
	if (first.monthly !== null || options.add) return first;
	return {
		...first,
		monthly: await budgetOf(await context.monthOf(first), ask)
	};
}
/** The monthly budget: an answer, or without `ask` the suggestion for this monthly cost. */
async function budgetOf(month, ask) {
	const suggested = suggestion(month);
	if (!ask) return suggested;
	return ask(`What is the monthly budget, in USD${suggested === null ? "" : ` [${suggested}]`}`, suggested === null ? asked(require_program.dollarsOf) : orElse(suggested, asked(require_program.dollarsOf)));
}
/** A clip in the manifest's form, with the inputs that its mode needs. */
function clipOf({ provider, model, mode, duration, resolution }) {
	const { images, video, audio } = require_quote.inputsOf({
		mode,
		duration: duration ?? 0
	});
	return {
		provider,
		model,
		mode,
		output: {
			...duration !== null && { duration: `${duration}s` },
			...resolution !== null && { resolution }
		},
		input: {
			...images > 0 && { images },
			...video > 0 && { video: `${video}s` },
			...audio > 0 && { audio: `${audio}s` }
		}
	};
}
function checkedBy({ refusalOf, options }, of) {
	return async (made) => {
		const refusal = await refusalOf({
			...clipOf({
				...of,
				...made
			}),
			workload: options.workload ?? "clips",
			perMonth: 1,
			takes: 1,
			monthly: null,
			prices: options.prices
		});
		if (refusal !== null) throw new require_program.UsageError(refusal);
	};
}
/** The provider from the flags: `--provider`, or the part of `--model` before the slash. */
function slugOf({ book, options: { provider, model } }) {
	const [before = ""] = model?.split("/") ?? [];
	const [only, ...others] = model === void 0 ? [] : require_known.bareModels(model, book);
	return provider ?? (book.slugs.includes(before) ? before : only && others.length === 0 ? only.provider.provider : void 0);
}
async function modelOf(context, ask) {
	const { book, options, date } = context;
	const named = slugOf(context);
	const slug = (named === void 0 ? await must(ask)("Such as fal, vertex or runway; video-budget prices search finds who sells a model.\nWhich provider", (answer) => require_known.knownProvider(answer, book, "")) : require_known.knownProvider(named, book)).provider;
	if (options.model !== void 0) return require_known.knownModel(options.provider === void 0 && options.model.startsWith(`${slug}/`) ? options.model : `${slug}/${options.model}`, book);
	const rows = require_known.searchRows(book, { provider: slug }, date).filter(({ status }) => status !== "retired");
	const listed = rows.slice(0, LISTED).map(({ id, example }) => `  ${id.slice(slug.length + 1)}${example ? ` (about ${require_program.jobPrice(example.amount, "USD")} a clip)` : ""}`);
	const more = rows.length > LISTED ? [`  and ${rows.length - LISTED} more: video-budget prices search --provider ${slug}`] : [];
	return must(ask)(`${[
		`Models of ${slug}:`,
		...listed,
		...more
	].join("\n")}\nWhich model`, (answer) => require_known.knownModel(`${slug}/${answer}`, book));
}
async function modeOf(model, ask) {
	const [first = require_program.MODES[0], ...others] = model.modes;
	if (!ask || others.length === 0) return first;
	return ask(`What goes in: ${model.modes.join(", ")} [${first}]`, (answer) => answer === "" ? first : modeNamed(answer, model));
}
function modeNamed(name, model) {
	const found = model.modes.find((mode) => mode === name);
	if (found) return found;
	const called = require_program.modeCalled(name);
	const meant = called && model.modes.includes(called) ? called : require_program.nearest(name, model.modes);
	throw new require_program.UsageError(`${model.id} has no mode ${name}.${meant ? ` Did you mean ${meant}?` : ""} It has: ${model.modes.join(", ")}.`);
}
/** The duration in seconds; null if the model has a default or needs no duration. */
async function durationOf({ model, mode, checked }, given, ask) {
	if (given !== void 0) return given;
	const stated = model.defaults["duration"];
	const usual = typeof stated === "number" ? stated : null;
	const sends = require_program.modeFollowsInput(mode) || mode === "extend";
	if (ask) {
		const question = sends ? "How many seconds is what goes in" : "How many seconds is a clip";
		const accepted = (read) => async (answer) => {
			const duration = read(answer);
			await checked({
				duration,
				resolution: null
			});
			return duration;
		};
		if (usual !== null) return ask(`${question} [${usual}]`, accepted(orElse(usual, asked(require_program.lengthOf))));
		if (sends || stated === void 0) return ask(question, accepted(asked(require_program.lengthOf)));
	}
	if (sends && usual === null) throw new require_program.UsageError(`Give --duration: ${model.id} bills by the length of what goes in.`);
	return usual;
}
async function resolutionOf({ model, duration, checked }, given, ask) {
	if (given !== void 0) return given;
	const stated = model.defaults["resolution"];
	const usual = typeof stated === "string" ? stated : null;
	const made = require_known.resolutionsOf(model);
	if (!ask || made.length < 2) return usual;
	return ask(`Which resolution: ${made.join(", ")}${usual === null ? "" : ` [${usual}]`}`, async (answer) => {
		if (answer === "" && usual !== null) return usual;
		const found = made.find((one) => one.toLowerCase() === answer.toLowerCase());
		if (found === void 0) throw new require_program.UsageError(`${model.id} makes ${made.join(", ")}.`);
		await checked({
			duration,
			resolution: found
		});
		return found;
	});
}
/** A third above the monthly cost, rounded up to two digits, so that the first report does not warn: $672.00 suggests 900. Null if the cost is unknown. */
function suggestion(month) {
	return month?.gt(0) ? roundedUp(month.times(4).div(3)) : null;
}
function roundedUp(amount) {
	const unit = require_program.decimal(10).pow(Math.max(0, amount.e - 1));
	return amount.div(unit).round(0, 3).times(unit).toFixed();
}
/** The function that asks. It exists wherever it is needed, because without a terminal the flags must be complete. */
function must(ask) {
	if (!ask) throw new require_program.UsageError("A value is missing, and there is no terminal to ask for it.");
	return ask;
}
/** Reads an answer like the value of the same option. */
function asked(read) {
	return (answer) => {
		try {
			return read(answer);
		} catch (error) {
			throw new require_program.UsageError(error instanceof Error ? error.message : String(error));
		}
	};
}
/** An empty answer means the value in brackets. */
function orElse(usual, read) {
	return (answer) => answer === "" ? usual : read(answer);
}
// lib/src/cli/init/add-workload.js
/** The usual manifest of the folder. @throws UsageError if there is none, or it has a workload of this name already */
async function manifestToExtend(workload, { cwd }) {
	const name = require_program.MANIFEST_NAMES.find((one) => (0, node_fs.existsSync)((0, node_path.resolve)(cwd, one)));
	if (name === void 0) throw new require_program.UsageError("There is no manifest here to add to. video-budget init writes a first one.");
	const bytes = await (0, node_fs_promises.readFile)((0, node_path.resolve)(cwd, name));
	const text = require_program.decoded(bytes);
	const { value } = require_program.readYaml(name, bytes);
	if (text === void 0 || !require_program.isTree(value)) throw new require_program.UsageError(`${name} cannot be read: video-budget check says why. Nothing was written.`);
	if (require_program.isTree(value["workloads"]) && Object.hasOwn(value["workloads"], workload)) throw new require_program.UsageError(`${name} has a workload ${workload} already. Name the new one: --workload ads-teaser.`);
	return {
		name,
		text
	};
}
/** The text of a manifest with one more workload; every other byte stays. @throws UsageError if there is no place for it */
function withWorkload({ name, text }, first) {
	const { workload, provider, model, mode, output, input, perMonth, takes } = first;
	const declared = {
		provider,
		model,
		mode,
		...Object.keys(output).length > 0 && { output },
		...Object.keys(input).length > 0 && { input },
		volume: { per_month: perMonth },
		takes
	};
	const edited = require_program.setKeys(text, [{ workloads: { [workload]: declared } }]);
	if ("stuck" in edited) throw new require_program.UsageError(`${name} has no map at ${edited.stuck.join(".") || "its top"} that a workload can be added to. Nothing was written.`);
	return edited.text;
}
/** Replaces the manifest through a temporary file, so that a failure leaves the old one. A link stays a link. @throws I/O errors */
async function writeExtended({ name }, text, { cwd, process }) {
	await require_program.replace(await (0, node_fs_promises.realpath)((0, node_path.resolve)(cwd, name)), text, process.pid);
}
// lib/src/cli/init/init.js
const MANIFEST = require_program.MANIFEST_NAMES[0];
/**
* `video-budget init`: writes a first manifest and its workflow, both or neither, and prints the first report.
* At a terminal, it asks for missing flags. It never changes a file that exists.
* @returns the exit code of the report. @throws UsageError, I/O errors
*/
async function init(options, terminal) {
	const { cwd, process } = terminal;
	const root = require_program.repositoryOf(cwd);
	const workflowFile = (0, node_path.resolve)(root, WORKFLOW_PATH);
	const extended = options.add ? await manifestToExtend(options.workload ?? "clips", terminal) : null;
	if (extended && options.fromCode) throw new require_program.UsageError("To add the workloads of code to a manifest that is there: video-budget scan --write.");
	if (!extended) refuseExisting(options, terminal, workflowFile);
	const book = await require_price_book.bookWithFiles(options, terminal);
	const date = options.date ?? require_program.today();
	const action = await require_address.actionAddress(options.action, terminal.folder);
	const links = {
		schema: require_address.schemaAddress(action, (0, node_path.resolve)(terminal.folder), cwd),
		page: require_address.manifestPage(action)
	};
	const monthOf = async (text) => {
		const { total } = await reviewOf({
			name: MANIFEST,
			text
		}, book, date, cwd);
		return total.complete ? total.head?.expected ?? null : null;
	};
	if (options.fromCode) {
		const { manifestFromCode } = await Promise.resolve().then(() => require("./from-code.part.cjs"));
		return writeAll({
			text: await manifestFromCode(options, {
				links,
				manifest: MANIFEST,
				monthOf
			}, terminal),
			action,
			workflowFile
		}, options, terminal);
	}
	const refusalOf = async (first) => {
		const errors = errorsOf(await reviewOf({
			name: MANIFEST,
			text: firstManifest(first, links)
		}, book, date, cwd));
		return errors.length > 0 ? errors.join("\n") : null;
	};
	const context = {
		book,
		date,
		options,
		monthOf: (first) => monthOf(firstManifest(first, links)),
		refusalOf
	};
	const first = process.stdin.isTTY === true && !options.yes ? await require_init_questions.withQuestions(process, (ask) => answered(context, ask)) : await answered(context, null);
	if (extended) {
		const text = withWorkload(extended, first);
		refuseErrors(await reviewOf({
			...extended,
			text
		}, book, date, cwd));
		await writeExtended(extended, text, terminal);
		process.stderr.write(`Added ${first.workload} to ${extended.name}\n\n`);
		return require_program.check([extended.name], {
			...options,
			prices: []
		}, terminal);
	}
	const text = firstManifest(first, links);
	refuseErrors(await reviewOf({
		name: MANIFEST,
		text
	}, book, date, cwd));
	return writeAll({
		text,
		action,
		workflowFile
	}, options, terminal);
}
/** Writes manifest and workflow, reports that, and prints the report that the first pull request will show. */
async function writeAll({ text, action, workflowFile }, options, terminal) {
	const { cwd, process } = terminal;
	const root = require_program.repositoryOf(cwd);
	const below = (0, node_path.relative)(root, (0, node_path.resolve)(cwd, MANIFEST)).replaceAll("\\", "/");
	const found = require_program.MANIFEST_NAMES.some((name) => name === below);
	const files = [[(0, node_path.resolve)(cwd, MANIFEST), text], ...options.workflow && action !== null ? [[workflowFile, firstWorkflow(action, found ? null : below)]] : []];
	await writeNew(files);
	for (const [file] of files) process.stderr.write(`Wrote ${require_program.inert((0, node_path.relative)(cwd, file), 4096)}\n`);
	if (options.workflow && action === null) process.stderr.write(`No workflow was written, because this copy does not know which repository publishes the action. Copy the workflow from the README, and replace OWNER/video-budget with that repository.
`);
	process.stderr.write("\n");
	return require_program.check([MANIFEST], {
		...options,
		prices: []
	}, terminal);
}
function refuseExisting({ workflow }, { cwd }, workflowFile) {
	const manifest = require_program.MANIFEST_NAMES.find((name) => (0, node_fs.existsSync)((0, node_path.resolve)(cwd, name)));
	if (manifest !== void 0) throw new require_program.UsageError(`${manifest} exists already, and init overwrites nothing. Add a workload to it with --add, or see what it costs: video-budget check.`);
	if (workflow && (0, node_fs.existsSync)(workflowFile)) throw new require_program.UsageError(`${(0, node_path.relative)(cwd, workflowFile)} exists already, and init overwrites nothing. Write the manifest alone with --no-workflow, and name it in the workflow's \`manifest\` input.`);
}
/** Prices a manifest that is not written yet. */
async function reviewOf({ name, text }, book, date, cwd) {
	const disk = require_program.diskReader(cwd, [require_program.repositoryOf(cwd)]);
	const bytes = new TextEncoder().encode(text);
	const head = await require_program.gather({
		...disk,
		read: async (path) => path === name ? bytes : disk.read(path)
	}, [name], book.snapshot);
	return require_program.review({
		head,
		base: null,
		book,
		date,
		renamed: /* @__PURE__ */ new Map(),
		distributions: await require_program.distributionsFor(head)
	});
}
function refuseErrors(review) {
	const errors = errorsOf(review);
	if (errors.length > 0) throw new require_program.UsageError(`${errors.join("\n")}\nNothing was written.`);
}
function errorsOf({ problems }) {
	return problems.filter(({ severity }) => severity === "error").map((problem) => [require_program.sentence(problem), require_program.hint(problem)].filter((part) => part !== null).join(" "));
}
/** Writes files that do not exist yet: all of them, or none. */
async function writeNew(files) {
	const { mkdir, unlink, writeFile } = await Promise.resolve().then(() => /* @__PURE__ */ require_rolldown_runtime.__toESM(require("node:fs/promises"), 1));
	const written = [];
	try {
		for (const [file, text] of files) {
			await mkdir((0, node_path.dirname)(file), { recursive: true });
			await writeFile(file, text, { flag: "wx" });
			written.push(file);
		}
	} catch (error) {
		await Promise.all(written.map((file) => unlink(file).catch(() => void 0)));
		throw error;
	}
}
exports.budgetOf = budgetOf;
exports.init = init;
exports.manifestOfWorkloads = manifestOfWorkloads;
