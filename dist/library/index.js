import { a as loadBook, i as repositoryOf, n as MANIFEST_NAMES, r as diskReader, t as manifestsOf } from "./manifests.part.js";
import { B as requireMonthCount, D as modelNames, E as findModel, F as relativeTo, M as contentsOf, N as gather, O as priceOn, P as reach, S as overlay, T as requestOf, U as isGlob, V as globOf, a as distributionsFor, b as refusals, i as scanJson, j as rates, k as retiredSince, m as manifestPath, n as toJson, o as review, s as locate, t as checkFiles, x as creditValue, y as priceJob } from "./core.part.js";
import { B as IMAGES_SENT, C as ownValue, H as TAKES_AUDIO, U as TAKES_VIDEO, Y as nearestFew, c as limitsOf, l as listedValues, nt as normaliseResolution, rt as sizeOf, s as isAccepted } from "./date.part.js";
import { p as inert } from "./format.part.js";
import "./decimal.part.js";
import { n as today, t as UsageError } from "./terminal.part.js";
import process from "node:process";
import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, readSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
// lib/src/cli/check.js
/** Reads both sides and reviews them, for every command that needs a report. */
async function reviewOf(manifests, options, terminal) {
	const { cwd, folder, process } = terminal;
	const book = loadBook(folder);
	const { roots, reader } = await manifestsOf(manifests, cwd, process);
	const head = await gather(reader, roots, book.snapshot, { prices: options.prices });
	const compared = options.base === void 0 ? null : await baseOf$1(options.base, {
		roots,
		reader
	}, {
		book,
		prices: options.prices
	}, terminal);
	const { base, renamed } = compared ?? {
		base: null,
		renamed: /* @__PURE__ */ new Map()
	};
	const { locksOf } = await import("./lock.part.js");
	const lock = await locksOf(options.lock, head, compared?.reader ?? null, cwd);
	const result = review({
		head,
		base,
		book,
		date: options.date ?? today(),
		renamed,
		lock,
		distributions: await distributionsFor(head, base),
		...options.months !== void 0 && { months: options.months },
		...options.notes !== void 0 && { notes: options.notes }
	});
	return options.actuals?.length ? (await import("./actuals.part.js")).withBilled(result, options.actuals, terminal) : result;
}
/** Reads the base: an existing file, or else the merge base of a git ref and HEAD. */
async function baseOf$1(named, { roots, reader: now }, { book, prices }, { cwd, process }) {
	if (existsSync(resolve(cwd, named))) {
		const [head, ...others] = roots;
		if (head === void 0 || others.length > 0) throw new UsageError("--base FILE compares one manifest with one file; name one manifest, or a git ref.");
		const { roots: files, reader } = await manifestsOf([named], cwd, process);
		return {
			base: await gather(reader, files, book.snapshot, { prices }),
			renamed: /* @__PURE__ */ new Map([[head, files[0]]]),
			reader: null
		};
	}
	const { GitError, gitReader, localMergeBase, refNames, renamesSince } = await import("./git.part.js");
	try {
		const sha = await localMergeBase(named, cwd);
		const reader = await gitReader(sha, cwd);
		const elsewhere = roots.find((root) => root === "-" || !reader.contains(root));
		if (elsewhere !== void 0) {
			const what = elsewhere === "-" ? "standard input has" : `${inert(elsewhere)} is not in the repository of this folder, so it has`;
			throw new UsageError(`--base ${inert(named)}: ${what} no path at that commit. Name a file of the repository, or give --base a file.`);
		}
		const renames = await renamesSince(sha, cwd);
		const renamed = new Map(renames);
		const found = [];
		for (const root of roots) {
			const before = await pathAtBase(root, now, reader, renames);
			if (before === void 0) continue;
			found.push(before);
			if (before !== root) renamed.set(root, before);
		}
		return {
			base: await gather(reader, found, book.snapshot, { prices }),
			renamed,
			reader
		};
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		const near = nearestFew(named, await refNames(cwd));
		const remedy = near.length > 0 ? `Did you mean ${near.map((name) => inert(name)).join(" or ")}?` : "In CI, check out with fetch-depth: 0.";
		throw new UsageError(`--base ${inert(named)}: it is neither a file nor a commit to compare with (${inert(error.message, 300)}). ${remedy}`);
	}
}
/** The path of a manifest on the base side: its own, the one before a rename, or that of the file to which a link leads. */
async function pathAtBase(root, now, base, renames) {
	const followed = await now.follow(root).catch(() => root);
	for (const path of [
		root,
		renames.get(root),
		followed,
		renames.get(followed)
	]) if (path !== void 0 && await contentsOf(base, path) !== null) return path;
}
// lib/src/catalog/clip-request.js
/** The inputs that are assumed for a mode: a number of images, and the seconds of one video or audio file as long as the clip. */
function inputsOf({ mode, duration }) {
	return {
		images: mode === "reference-to-video" ? 1 : IMAGES_SENT[mode] ?? 0,
		video: TAKES_VIDEO.has(mode) ? duration : 0,
		audio: TAKES_AUDIO.has(mode) ? duration : 0
	};
}
/** The fields of a request for such a clip, by their names in a price file. */
function fieldsOf({ mode, duration, ...output }) {
	const { images, video, audio } = inputsOf({
		mode,
		duration
	});
	const set = Object.entries(output).filter((entry) => entry[1] !== void 0);
	return new Map([
		["mode", mode],
		["duration", duration],
		...set,
		...images > 0 ? [["input.images", images]] : [],
		...video > 0 ? [["input.video", video]] : [],
		...audio > 0 ? [["input.audio", audio]] : []
	]);
}
/** The request keys of a workload that sets only these fields. An input video or audio is one file. */
function keysOf(fields) {
	const keys = {
		output: {},
		input: {},
		options: {}
	};
	for (const [field, value] of fields) {
		const [section = "", inner] = manifestPath(field);
		if (inner === void 0) Object.assign(keys, { [section]: value });
		else keys[section] = {
			...keys[section],
			[inner]: field === "input.video" || field === "input.audio" ? [value] : value
		};
	}
	return keys;
}
// lib/src/catalog/quote.js
/** Frames per second, bytes of a prompt, and the first job of a month. The caller adds the length of an input video or audio, which depends on its clip. */
const USUAL$1 = {
	fps: 24,
	"input.text_bytes": 200,
	monthly_jobs: 1
};
/** At most this many fields are filled in for one job. */
const FILLED = 4;
/** At most this many values of a list are tried for one field. */
const TRIED = 16;
/**
* Prices one job of a model. If the price needs a field that nothing sets, the field takes its stand-in, or the
* first value that the model accepts.
* @param vary what to do if the model refuses the request only because of its own default in a field that the
*   caller left open, such as a `std` quality that cannot make 1080p: true takes the cheapest accepted value instead
*/
function quoteJob({ provider, model, price }, fields, { date, rates }, { standIns = {}, vary = false } = {}) {
	const credit = creditValue(provider.account, void 0);
	const money = {
		currency: "USD",
		rates,
		credit,
		discount: 0
	};
	const attempt = (filled) => {
		const request = requestOf(keysOf(new Map([...fields, ...filled])), model, {});
		const { refused } = refusals(request, model);
		if (refused.length > 0) return {
			request,
			filled,
			credit,
			state: "refused",
			refused
		};
		const job = priceJob(price, request, money, {
			media: model.media,
			date
		});
		return "no" in job ? {
			request,
			filled,
			credit,
			state: "none",
			no: job
		} : {
			request,
			filled,
			credit,
			state: "priced",
			job
		};
	};
	const complete = (start) => {
		let quote = attempt(start);
		for (let round = 0; round < FILLED && quote.state === "none" && quote.no.no === "field"; round++) {
			const field = quote.no.field === "input.megapixels" ? "input.resolution" : quote.no.field;
			if (quote.filled.has(field)) break;
			const before = quote.filled;
			const found = candidates(field, model, quote.request, {
				...USUAL$1,
				...standIns
			}).map((value) => attempt(new Map([...before, [field, value]]))).find(({ state }) => state !== "refused");
			if (!found) break;
			quote = found;
		}
		return quote;
	};
	const unvaried = complete(/* @__PURE__ */ new Map());
	if (!vary || unvaried.state !== "refused") return unvaried;
	return unset(model, fields).flatMap(([field, values]) => values.map((value) => complete(/* @__PURE__ */ new Map([[field, value]]))).filter((one) => one.state === "priced")).reduce((best, one) => best.state !== "priced" || one.job.amount.lt(best.job.amount) ? one : best, unvaried);
}
/** The values to try for a field: only its stand-in if the model accepts that, otherwise the accepted values in the book's order. */
function candidates(field, model, { fields }, standIns) {
	const limits = limitsOf(field, model, (name) => fields.get(name)) ?? [];
	const usual = ownValue(standIns, field);
	if (usual !== void 0 && limits.every((limit) => isAccepted(limit, usual))) return [usual];
	return limits.flatMap((limit) => limit.kind === "list" ? limit.values.slice(0, TRIED) : [limit.min]);
}
/** The fields that the request leaves open, with their accepted values. `plan` is left out, because the account decides it. */
function unset({ accepts, cases }, fields) {
	return [...new Set([accepts, ...cases.map((one) => one.accepts)].flatMap((one) => Object.keys(one)))].filter((field) => !fields.has(field) && field !== "plan" && field !== "frames" && !field.startsWith("input.")).map((field) => {
		const listed = [accepts, ...cases.map((one) => one.accepts)].map((one) => ownValue(one, field)).flatMap(listedValues);
		return [field, [...new Set(listed)].slice(0, TRIED)];
	});
}
// lib/src/scan/finding.js
/** The roles that a string with an id can have in the code, with the confidence that each gives. */
const ROLES = {
	call: "call",
	body: "call",
	url: "call",
	constant: "constant",
	map: "constant",
	default: "constant",
	"env-default": "constant",
	type: "mention",
	comparison: "mention",
	"ui-list": "mention",
	"price-table": "mention",
	message: "mention",
	key: "mention"
};
/** The parameters of a job that a scan reads, by the manifest's names. */
const PARAMETERS = [
	"duration",
	"resolution",
	"aspect_ratio",
	"audio",
	"count"
];
// lib/src/scan/merged-parameters.js
/** At most this many values of a parameter are kept. */
const MOST_VALUES = 50;
/** Merges the parameters of several places. The first literal wins, then the first default, then `dynamic`, then `not-sent`. Several literals are all kept in `values`. */
function mergedParameters(all) {
	const found = {};
	for (const name of PARAMETERS) {
		const said = all.flatMap((one) => one[name] ?? []);
		const best = [
			"literal",
			"default",
			"dynamic",
			"not-sent"
		].map((from) => said.find((one) => one.from === from)).find((one) => one !== void 0);
		if (!best) continue;
		const values = literalsOf(said);
		found[name] = values.length > 1 ? {
			...best,
			values
		} : best;
	}
	return found;
}
/** Each literal once per file, at its first line. */
function literalsOf(said) {
	const byValue = /* @__PURE__ */ new Map();
	for (const { value, from, file, line } of said) {
		if (from !== "literal" || value === null || file === null || line === null) continue;
		const key = JSON.stringify([file, value]);
		if (!byValue.has(key) && byValue.size < MOST_VALUES) byValue.set(key, {
			value,
			file,
			line
		});
	}
	return [...byValue.values()];
}
/** The literal values of a parameter with their places; empty if the parameter has another origin. */
function literalValues({ value, from, file, line, values }) {
	if (values) return values;
	return from === "literal" && value !== null && file !== null && line !== null ? [{
		value,
		file,
		line
	}] : [];
}
// lib/src/scan/job-price.js
/**
* The list price in USD of one job of a finding. The parameters come from the code, and the rest are the provider's defaults. If the places
* make different clips, such as 5 s and 10 s, the most expensive one counts. If the model refuses the code's parameters, only the duration
* is kept, and then only the defaults.
* @returns null if there is no price; never 0 instead
*/
function jobPriceOf({ provider, model: id, parameters }, book, market) {
	const seller = book.provider(provider);
	const model = seller && id !== null ? findModel(seller, id) : void 0;
	const price = model && priceOn(model, market.date);
	if (!seller || !model || !price) return null;
	const sold = {
		provider: seller,
		model,
		price
	};
	const mode = modeOf(model, id ?? "");
	return clipsOf(parameters).flatMap((said) => priceOfClip(said, sold, mode, market) ?? []).reduce((mostExpensive, one) => mostExpensive === null || one.gt(mostExpensive) ? one : mostExpensive, null);
}
/** At most this many different clips of a finding are priced. */
const MOST_CLIPS = 32;
/** The clips that a finding may make: every combination of the values of its parameters. */
function clipsOf(parameters) {
	let clips = [/* @__PURE__ */ new Map()];
	for (const [name, parameter] of Object.entries(parameters)) {
		if (name === "count" || !parameter || parameter.value === null || parameter.from !== "literal" && parameter.from !== "default") continue;
		clips = [.../* @__PURE__ */ new Set([parameter.value, ...literalValues(parameter).map(({ value }) => value)])].flatMap((value) => clips.map((clip) => new Map([...clip, [name, value]]))).slice(0, MOST_CLIPS);
	}
	return clips;
}
function priceOfClip(said, sold, mode, market) {
	for (const fields of [
		said,
		new Map([...said].filter(([name]) => name === "duration")),
		/* @__PURE__ */ new Map()
	]) {
		const duration = Number(fields.get("duration") ?? defaultLength(sold.model, mode));
		const asked = new Map([...fieldsOf({
			mode,
			duration
		}), ...fields]);
		if (!fields.has("duration")) asked.delete("duration");
		const quote = quoteJob(sold, asked, market, {
			standIns: {
				"input.video": duration,
				"input.audio": duration
			},
			vary: fields.size === 0
		});
		if (quote.state === "priced") return quote.job.amount;
	}
	return null;
}
/** The mode that the id contains, or else the model's first mode. */
function modeOf({ modes }, id) {
	return modes.find((mode) => id.includes(mode)) ?? modes[0] ?? "text-to-video";
}
function defaultLength(model, mode) {
	const { fields } = requestOf(keysOf(/* @__PURE__ */ new Map([["mode", mode]])), model, {});
	const duration = fields.get("duration");
	return typeof duration === "number" ? duration : 5;
}
// lib/src/declared/added.js
/** Calls that a change adds, by manifest, provider and model. Undeclared calls that base has too are not reported, so that the tool can be adopted at any time. */
function addedUndeclared(head, base) {
	const old = base.filter(({ undeclared }) => undeclared.length > 0);
	return head.filter(({ finding, undeclared }) => undeclared.length > 0 && !old.some((one) => isSame(one.finding, finding)));
}
/** Whether two findings are the same call. The provider may be known on one side only, so one possible provider in common is enough. */
function isSame(one, other) {
	if (one.manifest !== other.manifest || one.dynamic !== other.dynamic || one.model?.toLowerCase() !== other.model?.toLowerCase()) return false;
	return one.provider === other.provider || one.providers.some((slug) => other.providers.includes(slug));
}
/**
* Drifts that base does not have. Two are the same if workload, key and values are equal. If base has a call that no workload of
* base declares, it existed beside the workload's own call, so it did not replace that.
*/
function addedDrifts(head, base) {
	const known = new Set(base.flatMap(({ drifts }) => drifts.map(nameOf$1)));
	const old = base.filter(({ undeclared }) => undeclared.length > 0);
	return head.flatMap(({ finding, drifts }) => {
		const stood = old.some((one) => isSame(one.finding, finding));
		return drifts.filter((drift) => !known.has(nameOf$1(drift)) && !(stood && drift.what === "model"));
	});
}
function nameOf$1({ what, workload, code, declared }) {
	return JSON.stringify([
		what,
		workload.name,
		code,
		declared
	]);
}
/** Ignore comments that base does not have in that file. */
function addedIgnores(head, base) {
	const left = base.map(({ file, text }) => `${file}\n${text}`);
	return head.filter(({ file, text }) => {
		const at = left.indexOf(`${file}\n${text}`);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}
// lib/src/declared/same-model.js
/** The path that a manifest's relative paths start from. A manifest in `.github/` counts as one in the folder above: `.github/video-budget.yml` becomes `video-budget.yml`. */
function placeOfManifest(file) {
	return file.replace(/(^|\/)\.github\/([^/]*)$/, "$1$2");
}
/** Whether a workload's `code` contains a file; null if the workload has no `code`. */
function isInCode({ file, keys }, path) {
	if (!keys?.code) return null;
	return globsOf(keys.code, placeOfManifest(file)).matches(path);
}
const globs = /* @__PURE__ */ new WeakMap();
function globsOf(patterns, from) {
	const known = globs.get(patterns) ?? globOf(patterns.map((pattern) => relativeTo(from, pattern)));
	globs.set(patterns, known);
	return known;
}
/** Whether a finding may belong to a workload's provider. */
function isOfProvider({ provider, providers }, { keys }) {
	return keys !== null && (provider === keys.provider || providers.includes(keys.provider));
}
/** Whether a finding may belong to a workload's provider and has the same model, under any of its names. */
function isSameModel(finding, workload, book) {
	const { keys } = workload;
	if (!keys || finding.model === null || !isOfProvider(finding, workload)) return false;
	return idOf(keys.provider, finding.model, book) === idOf(keys.provider, keys.model, book);
}
/** Whether a workload declares the same model at another provider: the ids are equal without endings such as `-preview` or `-001`. */
function isElsewhere(finding, workload, book) {
	const { keys } = workload;
	if (!keys || finding.model === null || isOfProvider(finding, workload)) return false;
	const here = new Set(finding.providers.flatMap((slug) => namesOf(slug, finding.model ?? "", book)));
	return namesOf(keys.provider, keys.model, book).some((name) => here.has(name));
}
function idOf(provider, name, book) {
	const seller = book.provider(provider);
	return ((seller && findModel(seller, name)?.id) ?? name).toLowerCase();
}
/** The names of a model at a provider, without the ending that tells a preview from a release: `veo-3.1-generate-preview` and `veo-3.1-generate-001` give the same name. */
function namesOf(provider, name, book) {
	const seller = book.provider(provider);
	const model = seller && findModel(seller, name);
	return [name, ...model ? [model.id, ...model.aliases] : []].map((one) => one.toLowerCase().replace(/-(preview|exp|latest|\d{3})$/, ""));
}
// lib/src/declared/drift.js
/** The value that a workload declares for each parameter; undefined if it leaves it to the provider. */
const SAID = {
	duration: ({ duration }) => duration === "auto" ? void 0 : duration,
	resolution: ({ resolution }) => resolution,
	audio: ({ audio }) => audio
};
/**
* Reports each literal in each file that differs from every workload that declares the call. One workload that lacks the key or has an
* equal value is enough for no drift, because code does not tell which of several workloads a call belongs to, unless their `code` does.
* Code with 5 seconds in one file and 10 in another drifts from a workload of 5 seconds in the second file.
*/
function parameterDrifts({ parameters }, declaring) {
	return Object.keys(SAID).flatMap((what) => {
		const parameter = parameters[what];
		const drifts = parameter ? literalValues(parameter).flatMap((literal) => driftOf(what, literal, declaring) ?? []) : [];
		return drifts.filter((one, index) => drifts.findIndex(({ workload, code }) => workload === one.workload && code === one.code) === index);
	});
}
function driftOf(what, { value, file, line }, all) {
	const there = all.filter((workload) => isInCode(workload, file) !== false);
	const declaring = there.length > 0 ? there : all;
	const said = declaring.flatMap((workload) => {
		const declared = workload.keys ? SAID[what](workload.keys.output) : void 0;
		return declared === void 0 ? [] : [{
			workload,
			declared
		}];
	});
	const [first] = said;
	if (!first || said.length < declaring.length || said.some(({ declared }) => isAlike(what, declared, value))) return null;
	return {
		what,
		file,
		line,
		...first,
		code: value
	};
}
/** Whether two values are equal. A resolution class is the shorter side of a size: `1280x720` equals `720p`, and `4k` equals `2160p`. */
function isAlike(what, declared, code) {
	if (what !== "resolution") return what === "duration" ? Math.abs(Number(declared) - Number(code)) < 1e-9 : declared === code;
	const [one, other] = [declared, code].map((value) => normaliseResolution(String(value)));
	return one === other || shorterSide(one) === shorterSide(other);
}
/** Pixels of the shorter side; any other text is returned as it is. */
function shorterSide(resolution) {
	const size = sizeOf(resolution);
	if (size) return Math.min(...size);
	const lines = /^(\d{3,4})p?$/.exec(resolution)?.[1];
	return lines === void 0 ? {
		"2k": 1440,
		"4k": 2160,
		"8k": 4320
	}[resolution] ?? resolution : Number(lines);
}
// lib/src/declared/match-findings.js
/**
* Compares findings with workloads. The nearest manifest in the folder of a file or above it owns the file. A call in the file is declared
* by a workload of that manifest, or of one that it includes, with the same provider and model. It is also declared by any such workload
* whose `code` contains the file. A workload with `code` declares nothing elsewhere. A file that no manifest owns is compared with all of
* them. Mentions are left out.
*/
function matchFindings({ findings: all, side, book, priceOf, wasThere }) {
	const findings = all.filter(({ confidence }) => confidence !== "mention");
	const workloads = side.manifests.flatMap(({ workloads: some }) => some).filter(({ keys }) => keys !== null);
	const books = new Map(side.manifests.map(({ file }) => [file, manifestBook(file, side, book)]));
	const bookFor = ({ file }) => books.get(file) ?? book;
	const own = /* @__PURE__ */ new Map();
	const isOwn = ({ file }, { manifest }) => {
		if (manifest === null) return true;
		const reached = own.get(manifest) ?? reach(side.includes, manifest);
		own.set(manifest, reached);
		return reached.has(file);
	};
	const declares = (workload, finding, { file }) => {
		const inCode = isInCode(workload, file);
		if (inCode === false || inCode === null && !isOwn(workload, finding)) return false;
		if (finding.model === null) return isOfProvider(finding, workload) && (inCode === true || finding.dynamic === null);
		return isSameModel(finding, workload, bookFor(workload));
	};
	const first = findings.map((finding) => {
		const places = judgedPlaces(finding);
		const declared_by = workloads.filter((workload) => places.some((place) => declares(workload, finding, place)));
		return {
			finding,
			declared_by,
			undeclared: places.filter((place) => !declared_by.some((workload) => declares(workload, finding, place)))
		};
	});
	const found = new Set(first.flatMap(({ declared_by }) => declared_by));
	const isReplaced = (workload) => !found.has(workload) && (wasThere?.(workload) ?? true);
	return first.map(({ finding, declared_by, undeclared }) => {
		const drifts = parameterDrifts(finding, declared_by);
		const taken = /* @__PURE__ */ new Set();
		for (const place of finding.model === null ? [] : undeclared) {
			const workload = workloads.find((one) => isInCode(one, place.file) === true && isReplaced(one));
			if (!workload?.keys) continue;
			taken.add(place);
			if (drifts.some((drift) => drift.what === "model" && drift.workload === workload)) continue;
			const ids = {
				code: `${finding.provider}/${finding.model}`,
				declared: `${workload.keys.provider}/${workload.keys.model}`
			};
			drifts.push({
				what: "model",
				file: place.file,
				line: place.line,
				workload,
				...ids
			});
		}
		const left = undeclared.filter((place) => !taken.has(place));
		const drifting = drifts.flatMap(({ what, workload }) => what === "model" ? [workload] : []);
		const near = left.length > 0 ? workloads.find((one) => isOwn(one, finding) && isElsewhere(finding, one, bookFor(one))) : void 0;
		return {
			finding,
			job_price: priceOf(finding),
			declared_by: [...declared_by, ...drifting],
			undeclared: left,
			near: near ? { workload: near } : null,
			drifts
		};
	});
}
/** The calls of a finding; without calls, its constants. A constant beside calls belongs to them. */
function judgedPlaces({ places }) {
	const calls = places.filter(({ role }) => ROLES[role] === "call");
	return calls.length > 0 ? calls : places;
}
/** The price book of one manifest: the given book with the manifest's own price files over it. */
function manifestBook(file, side, book) {
	const own = side.prices.get(file);
	return own ? overlay(book, own.providers, own.snapshot) : book;
}
/** Workloads without a call in the code: neither one of their model, nor one of their provider whose model is chosen at run time. */
function unusedWorkloads(matched, side) {
	const used = new Set(matched.flatMap(({ declared_by }) => declared_by));
	const open = matched.filter(({ finding }) => finding.model === null).map(({ finding }) => finding);
	return side.manifests.flatMap(({ workloads }) => workloads).filter((workload) => workload.keys !== null && !used.has(workload) && !open.some((finding) => isOfProvider(finding, workload)));
}
// lib/src/scan/tokens/language.js
const SLASHES = {
	line: ["//"],
	block: [["/*", "*/"]],
	quotes: ["\"", "'"],
	tall: [],
	plain: false,
	lines: true
};
const SCRIPT = {
	...SLASHES,
	quotes: [
		"`",
		"\"",
		"'"
	],
	tall: ["`"]
};
const TRIPLE = {
	...SLASHES,
	quotes: ["\"\"\"", "\""],
	tall: ["\"\"\""]
};
const HASHES = {
	line: ["#"],
	block: [],
	quotes: ["\"", "'"],
	tall: [],
	plain: false,
	lines: true
};
const PYTHON = {
	...HASHES,
	quotes: [
		"\"\"\"",
		"'''",
		"\"",
		"'"
	],
	tall: ["\"\"\"", "'''"]
};
const PLAIN$1 = {
	...HASHES,
	tall: ["\"", "'"],
	plain: true
};
const SETTINGS = {
	...HASHES,
	plain: true
};
const JSONC = {
	...SLASHES,
	quotes: ["\""],
	lines: false
};
const MARKUP = {
	line: [],
	block: [["<!--", "-->"], ["{#", "#}"]],
	quotes: ["\"", "'"],
	tall: [],
	plain: false,
	lines: false
};
const BY_ENDING = {
	...all(SCRIPT, "js jsx ts tsx mjs cjs mts cts vue svelte astro"),
	...all({
		...SCRIPT,
		quotes: ["`", "\""]
	}, "go"),
	...all(PYTHON, "py pyw pyi ipynb"),
	...all({
		...SLASHES,
		line: ["//", "#"],
		tall: ["\"", "'"],
		lines: false
	}, "php"),
	...all({
		...HASHES,
		block: [["=begin", "=end"]]
	}, "rb rake gemspec ru ex exs jl r pl"),
	...all({
		...TRIPLE,
		lines: false
	}, "java"),
	...all(TRIPLE, "kt kts scala swift groovy gradle"),
	...all({
		...TRIPLE,
		lines: false
	}, "cs"),
	...all({
		...SLASHES,
		quotes: ["\""],
		tall: ["\""],
		lines: false
	}, "rs"),
	...all({
		...SLASHES,
		quotes: [
			"\"\"\"",
			"'''",
			"\"",
			"'"
		],
		tall: ["\"\"\"", "'''"],
		lines: false
	}, "dart"),
	...all({
		...SLASHES,
		quotes: ["\""],
		lines: false
	}, "c h cc cpp hpp m mm"),
	...all(PLAIN$1, "sh bash zsh fish ps1 dockerfile mk"),
	...all(SETTINGS, "yml yaml toml env ini cfg conf properties tf tfvars txt mod"),
	...all(JSONC, "json jsonc json5"),
	...all(MARKUP, "html htm xml jinja jinja2 j2 ejs hbs erb twig csproj"),
	...all({
		...HASHES,
		line: ["--"],
		block: [["/*", "*/"]],
		quotes: ["'", "\""],
		tall: ["'"],
		lines: false
	}, "sql")
};
function all(language, endings) {
	return Object.fromEntries(endings.split(" ").map((ending) => [ending, language]));
}
/** The key for a file's language: usually the extension (`ts`), but `env` for `.env.production` and `dockerfile` for a Dockerfile. */
function endingOf(path) {
	const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
	if (/^\.env(\.|$)|\.env$|^env\./.test(name)) return "env";
	if (/^(dockerfile|containerfile|makefile|procfile|justfile)/.test(name)) return "dockerfile";
	if (name === "gemfile" || name === "rakefile") return "rb";
	const dot = name.lastIndexOf(".");
	return dot < 0 ? "" : name.slice(dot + 1);
}
/** @returns null for a file in an unknown language, which is not read */
function languageOf(path) {
	const ending = endingOf(path);
	return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] ?? null : null;
}
// lib/src/scan/paths/path-kind.js
const TEST_FOLDER = /(^|\/)(tests?|__tests__|specs?|e2e|fixtures?|__fixtures__|mocks?|__mocks__|testdata|cypress|playwright|__snapshots__)\//i;
const TEST_FILE = /(^|\/)(test_[^/]*|conftest\.py|[^/]*[._-](test|tests|spec|e2e|mock|stories)\.[a-z]+|[^/]*_(test|spec)\.[a-z]+|[^/]*Tests?\.(php|java|kt|cs|swift|scala))$/;
const DOC_FOLDER = /(^|\/)(docs?|documentation|changelogs?)\//i;
const DOC_ENDINGS = /* @__PURE__ */ new Set([
	"md",
	"mdx",
	"rst",
	"adoc",
	"txt",
	"pdf",
	"tex",
	"org"
]);
const VENDORED = /(^|\/)(node_modules|bower_components|vendor|third[_-]party|\.venv|venv|site-packages|dist-packages|Pods|\.yarn|\.pnpm|\.git)\//;
const GENERATED_FOLDER = /(^|\/)(dist|build|out|\.next|\.nuxt|\.svelte-kit|\.output|\.turbo|\.vercel|coverage|__pycache__|\.dart_tool|target\/(debug|release)|bin\/(Debug|Release)|obj)\//;
const GENERATED_FILE = /(\.generated\.[a-z]+|_pb2(_grpc)?\.pyi?|\.pb\.go|\.g\.dart|\.designer\.cs|_generated\.[a-z]+)$/i;
const LOCK_FILE = /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|cargo\.lock|go\.sum|composer\.lock|gemfile\.lock|pubspec\.lock|packages\.lock\.json|flake\.lock|deno\.lock|podfile\.lock)$/i;
const DATA_ENDINGS = /* @__PURE__ */ new Set([
	"csv",
	"tsv",
	"jsonl",
	"ndjson",
	"parquet",
	"svg",
	"map",
	"log",
	"po",
	"geojson",
	"snap"
]);
const PACKAGE_LISTS = /(^|\/)(package\.json|(dev-|test-)?requirements[^/]*\.(txt|in)|pyproject\.toml|setup\.(py|cfg)|pipfile|go\.mod|composer\.json|gemfile|cargo\.toml|pom\.xml|build\.gradle(\.kts)?|pubspec\.yaml|[^/]*\.csproj|deno\.jsonc?)$/i;
/** Whether a file lists the libraries of its folder, like `package.json`. Such a file is evidence of providers. */
function isPackageList(path) {
	return PACKAGE_LISTS.test(path);
}
/**
* What to do with a file, judged by its path: `read` for code and settings, otherwise the reason to leave it out. Tests
* and documents are searched nevertheless, to count the models that they mention. All others are not opened.
*/
function pathKind(path) {
	if (VENDORED.test(path)) return "vendored";
	if (LOCK_FILE.test(path)) return "lock";
	if (isPackageList(path)) return "read";
	if (GENERATED_FOLDER.test(path) || GENERATED_FILE.test(path)) return "generated";
	if (/\.min\.(js|css|mjs)$/.test(path)) return "minified";
	const ending = endingOf(path);
	if (DATA_ENDINGS.has(ending)) return "data";
	if (DOC_ENDINGS.has(ending) || DOC_FOLDER.test(path)) return "doc";
	if (TEST_FOLDER.test(path) || TEST_FILE.test(path)) return "test";
	return languageOf(path) ? "read" : "binary";
}
/**
* Why a file is left out, judged by its content: binary, generated (it says so at its top), data, minified (no short lines), or too large.
* @param head the first characters of the file
* @returns null for a file to read
*/
function contentKind(path, bytes, head) {
	if (head.includes("\0")) return "binary";
	if (/@generated|(^|\n).{0,40}(code generated .{0,60}do not edit|auto-?generated by|this file (is|was) (auto-?)?generated)/i.test(head)) return "generated";
	if (/^\s*\{\s*"schema": "video-budget\//.test(head)) return "data";
	const ending = endingOf(path);
	if (ending === "json" && bytes.length > 3e5) return "data";
	if (/^(js|mjs|cjs|css|ts)$/.test(ending) && bytes.length > 2e4 && head.length >= 2e3 && !head.includes("\n")) return "minified";
	return bytes.length > 15e5 ? "too-large" : null;
}
// lib/src/scan/evidence-around.js
/** Sums the evidence by package and repository. A package is a folder with a list of its libraries: `backend/requirements.txt` makes `backend` one. */
function evidenceAround(facts) {
	const packages = /* @__PURE__ */ new Map();
	for (const { path } of facts) if (isPackageList(path)) packages.set(folderOf(path), /* @__PURE__ */ new Map());
	const whole = /* @__PURE__ */ new Map();
	const byFile = /* @__PURE__ */ new Map();
	for (const { path, evidence } of facts) {
		byFile.set(path, evidence);
		add(evidence, whole);
		const inside = packageOf(path, packages);
		if (inside) add(evidence, inside);
	}
	return (file) => [
		byFile.get(file) ?? /* @__PURE__ */ new Map(),
		packageOf(file, packages) ?? /* @__PURE__ */ new Map(),
		whole
	];
}
function add(evidence, to) {
	for (const [provider, worth] of evidence) to.set(provider, (to.get(provider) ?? 0) + worth);
}
function packageOf(path, packages) {
	for (let folder = folderOf(path);; folder = folderOf(folder)) {
		const found = packages.get(folder);
		if (found || folder === "") return found;
	}
}
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
// lib/src/declared/policy.js
const UNDECLARED = [
	"fail",
	"warn",
	"off"
];
const DRIFT = [
	"fail",
	"warn",
	"note",
	"off"
];
/**
* The policy of code by the manifest that owns it. A new manifest does not exempt the code under it: if the policy of base's
* nearest manifest above is stricter, it applies. Code that no manifest owns gets the strictest of all policies.
* @param side the manifests with the settings that apply
* @param base the manifests to compare with; null if there is no base
*/
function codePolicy(side, base, renamed) {
	const own = new Map(side.manifests.map(({ file, settings }) => [file, settings.policy]));
	const old = new Map(base?.manifests.map(({ file, settings }) => [file, settings.policy]));
	return (manifest) => {
		if (manifest === null) return strictest([...own.values(), ...old.values()]);
		const above = old.has(renamed.get(manifest) ?? manifest) ? void 0 : nearestAbove(placeOfManifest(manifest), old);
		return strictest([own.get(manifest), above].filter((one) => one !== void 0));
	};
}
function strictest(some) {
	return {
		undeclared: UNDECLARED.find((level) => some.some(({ undeclared }) => undeclared === level)) ?? "warn",
		drift: DRIFT.find((level) => some.some(({ drift }) => drift === level)) ?? "note"
	};
}
function nearestAbove(file, policies) {
	const byFolder = new Map([...policies].map(([path, policy]) => [folderOf(placeOfManifest(path)), policy]));
	for (let folder = folderOf(file);; folder = folderOf(folder)) {
		const found = byFolder.get(folder);
		if (found || folder === "") return found;
	}
}
/**
* The scan settings of all manifests for the scanner: `ignore` relative to the root; `models` and `calls` of all manifests.
* Settings of a new manifest are left out if base has manifests, so that they exempt no code. Manifests and price files are ignored: they name
* models but call none. Naming a code file as a price file hides nothing, because it is an error there.
*/
function scanSettings(side, base, renamed) {
	const old = new Set(base?.manifests.map(({ file }) => file));
	const ruling = side.manifests.filter(({ file }) => old.size === 0 || old.has(renamed.get(file) ?? file));
	return {
		manifests: side.manifests.map(({ file }) => file),
		ignore: [...ruling.flatMap(({ file, settings }) => settings.scan.ignore.map((pattern) => relativeTo(placeOfManifest(file), pattern))), ...named$1(side, base)],
		models: ruling.flatMap(({ settings }) => settings.scan.models),
		calls: ruling.flatMap(({ settings }) => settings.scan.calls)
	};
}
/** The manifests and price files of both sides. One whose name is a pattern is left to the scanner. */
function named$1(...sides) {
	return [...new Set(sides.flatMap((side) => [...side?.files.keys() ?? []]))].filter((path) => !isGlob(path));
}
// lib/src/declared/code-review.js
/** Compares code with manifests: calls that no workload declares, differences between code and workload, and code that was not read. */
function codeReview({ head, base, side, baseSide, renamed, book, market, unread: known }) {
	const unread = [...known, ...unreadIn(head)];
	const policy = codePolicy(side, baseSide, renamed);
	const priced = (on) => (finding) => jobPriceOf(finding, finding.manifest === null ? book : manifestBook(finding.manifest, on, book), market);
	const before = base && baseSide ? matchFindings({
		findings: base.findings,
		side: baseSide,
		book,
		priceOf: () => null
	}) : null;
	const declaredBefore = new Set(before?.flatMap(({ declared_by }) => declared_by.map(({ file, name }) => `${file}\n${name}`)));
	const wasThere = ({ file, name }) => declaredBefore.has(`${renamed.get(file) ?? file}\n${name}`);
	const now = matchFindings({
		findings: head.findings,
		side,
		book,
		priceOf: priced(side),
		...before && { wasThere }
	});
	const levelOf = ({ finding }) => policy(finding.manifest).undeclared;
	const undeclared = (before ? addedUndeclared(now, before) : now.filter(({ undeclared }) => undeclared.length > 0)).filter((one) => levelOf(one) !== "off");
	const drifting = (before ? addedDrifts(now, before) : now.flatMap((one) => one.drifts)).map((drift) => ({
		drift,
		level: policy(drift.workload.file).drift
	})).filter((one) => one.level !== "off");
	const watched = (workload) => policy(workload.file).undeclared !== "off";
	const unused = before ? [] : unusedWorkloads(now, side).filter(watched);
	return {
		scope: base ? "change" : "tree",
		matched: now,
		undeclared,
		ignored: base ? addedIgnores(head.ignored, base.ignored) : head.ignored,
		unread,
		reasons: [
			...undeclaredReasons(undeclared, levelOf),
			...driftReasons(drifting),
			...unreadReasons(unread)
		],
		problems: [
			...undeclared.map((one) => undeclaredProblem(one, levelOf(one))),
			...drifting.map(({ drift, level }) => driftProblem(drift, level)),
			...unused.map((one) => unusedProblem(one, side)),
			...unread.map((one) => unreadProblem(one, side))
		]
	};
}
const NO_LIMIT = {
	scope: null,
	limit: null,
	value: null,
	figure: null
};
const SEVERITY = {
	note: "note",
	warn: "warning",
	fail: "error"
};
/** The name of a finding: `provider/model`, or the provider and what decides the model. */
function callName({ provider, model, dynamic }) {
	return model === null ? `${provider}${dynamic === null ? "" : ` (${dynamic})`}` : `${provider}/${model}`;
}
/** One reason for each manifest and level. */
function undeclaredReasons(undeclared, levelOf) {
	return [...new Set(undeclared.map(({ finding }) => finding.manifest ?? ""))].flatMap((file) => ["fail", "warn"].flatMap((level) => {
		const some = undeclared.filter((one) => (one.finding.manifest ?? "") === file && levelOf(one) === level);
		return some.length === 0 ? [] : [{
			code: "undeclared-call",
			level,
			file,
			...NO_LIMIT,
			args: { calls: some.map(({ finding }) => callName(finding)) }
		}];
	}));
}
function driftReasons(drifting) {
	return ["model-drift", "parameter-drift"].flatMap((code) => ["fail", "warn"].flatMap((level) => {
		const some = drifting.filter((one) => one.level === level && one.drift.what === "model" === (code === "model-drift")).map(({ drift }) => drift.workload);
		return [...new Set(some.map(({ file }) => file))].map((file) => {
			const names = [...new Set(some.filter((one) => one.file === file).map(({ name }) => name))];
			return {
				code,
				level,
				file,
				...NO_LIMIT,
				args: { workloads: names }
			};
		});
	}));
}
/** Files that the scanner left out, so that their calls are unknown. */
function unreadIn({ left_out }) {
	return [
		"too-large",
		"tangled",
		"unreadable"
	].flatMap((why) => {
		const files = left_out.filter((one) => one.why === why).map(({ file }) => file);
		return files.length === 0 ? [] : [{
			count: files.length,
			files: files.slice(0, 5),
			why
		}];
	});
}
function unreadReasons(unread) {
	const count = unread.reduce((sum, one) => sum + one.count, 0);
	return count === 0 ? [] : [{
		code: "scan-incomplete",
		level: "warn",
		file: "",
		...NO_LIMIT,
		args: { count }
	}];
}
function undeclaredProblem({ finding, undeclared, job_price, near }, level) {
	const [place = {
		file: "",
		line: 1
	}] = undeclared;
	return {
		code: "undeclared-call",
		severity: level === "fail" ? "error" : "warning",
		file: place.file,
		path: [],
		line: place.line,
		column: 1,
		args: {
			provider: finding.provider,
			model: finding.model,
			dynamic: finding.dynamic,
			job_price: job_price === null ? null : Number(job_price.round(6)),
			more: undeclared.length - 1,
			near: near?.workload.name ?? null,
			elsewhere: near?.workload.keys?.provider ?? null
		}
	};
}
function driftProblem({ what, file, line, workload, code, declared }, level) {
	return {
		code: what === "model" ? "model-drift" : "parameter-drift",
		severity: SEVERITY[level],
		file,
		path: [],
		line,
		column: 1,
		args: {
			key: what,
			workload: workload.name,
			manifest: workload.file,
			code,
			declared
		}
	};
}
function unusedProblem({ file, name }, side) {
	const problem = {
		code: "unused-workload",
		severity: "note",
		file,
		path: ["workloads", name],
		args: {}
	};
	return {
		...problem,
		...locate(side.files.get(file), problem)
	};
}
function unreadProblem({ count, files, why }, side) {
	return {
		code: "scan-incomplete",
		severity: "warning",
		file: side.manifests[0]?.file ?? "",
		path: [],
		line: 1,
		column: 1,
		args: {
			count,
			files,
			why
		}
	};
}
// lib/src/files/detectors.js
/** Loads the built-in detectors: the JSON that `scripts/generate.ts` writes beside the price book. @param folder the folder of the running bundle @throws an error of node:fs */
function loadDetectors(folder) {
	return JSON.parse(readFileSync(join(folder, "..", "detectors.json"), "utf8"));
}
// lib/src/files/source-tree.js
/** Folders without files of the repository's own. */
const CLOSED = /* @__PURE__ */ new Set([
	".git",
	"node_modules",
	".hg",
	".svn"
]);
/**
* The files of folders, and single files. In a git repository, git lists a folder, so that files in `.gitignore` are left out.
* @param root the folder that all paths are relative to
* @throws an error of node:fs if a path is missing
*/
function sourceTree(paths, root) {
	const found = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const full = join(root, path);
		const names = statSync(full).isDirectory() ? listedByGit(full) ?? walked(full) : [full];
		for (const name of names) {
			const own = relative(root, name).split(sep).join("/");
			found.set(own, {
				path: own,
				bytes: () => fileBytes(name)
			});
		}
	}
	return [...found.values()].sort((first, second) => first.path < second.path ? -1 : 1);
}
function listedByGit(folder) {
	try {
		const names = execFileSync("git", [
			"ls-files",
			"-z",
			"--cached",
			"--others",
			"--exclude-standard",
			"--deduplicate"
		], {
			cwd: folder,
			maxBuffer: 1 << 28,
			stdio: [
				"ignore",
				"pipe",
				"ignore"
			]
		}).toString("utf8").split("\0").filter((name) => name !== "");
		return names.length > 0 ? names.map((name) => join(folder, name)) : null;
	} catch {
		return null;
	}
}
function walked(folder) {
	const found = [];
	const open = [folder];
	for (let next = open.pop(); next !== void 0; next = open.pop()) for (const entry of readdirSync(next, { withFileTypes: true })) {
		const name = `${next}/${entry.name}`;
		if (entry.isDirectory()) {
			if (!CLOSED.has(entry.name)) open.push(name);
		} else if (entry.isFile()) found.push(name);
	}
	return found;
}
/** A link is not followed, and a pipe is opened without waiting for a writer. Windows has neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function isLink(error) {
	return error instanceof Error && "code" in error && error.code === "ELOOP";
}
let buffer = Buffer.allocUnsafe(1 << 20);
/**
* Reads a file into a shared buffer with three system calls. The caller must copy what it keeps. Null if the file cannot be read.
* A link counts as an empty file: its target is read under its own name, or is not part of the repository.
*/
function fileBytes(path) {
	let file;
	try {
		file = openSync(path, FLAGS);
	} catch (error) {
		return isLink(error) ? buffer.subarray(0, 0) : null;
	}
	try {
		let size = readSync(file, buffer, 0, buffer.length, 0);
		if (size === buffer.length) {
			const all = fstatSync(file).size;
			if (all > buffer.length) buffer = Buffer.allocUnsafe(all + 1);
			size = readSync(file, buffer, 0, buffer.length, 0);
		}
		return buffer.subarray(0, size);
	} catch {
		return null;
	} finally {
		closeSync(file);
	}
}
// lib/src/scan/detect/identify.js
/** A file name, such as `kling-v2.mp4`. */
const FILE_NAME = /\.(mp4|mov|webm|mkv|gif|png|jpe?g|webp|svg|json|ya?ml|md|html?|css|[cm]?[jt]sx?|py|go|rb|php)$/i;
/** A maker's name with a digit attached, such as `veo3` or `sora2`. It is common in code, so it counts only as the value of a model's key or in a call. */
const GLUED = /^[a-z]+[0-9]$/i;
/** Cached, because a review scans several times. */
const patterns = /* @__PURE__ */ new WeakMap();
const sellersByName = /* @__PURE__ */ new WeakMap();
function identifier(detectors, book, notVideoHere) {
	const matched = patterns.get(detectors) ?? patternsOf$1(detectors);
	const booked = sellersByName.get(book) ?? bookedNames(book);
	patterns.set(detectors, matched);
	sellersByName.set(book, booked);
	const grammar = {
		...matched,
		booked,
		notVideoHere: new Set(notVideoHere.map((id) => id.toLowerCase()))
	};
	const known = /* @__PURE__ */ new Map();
	return {
		identify(text) {
			let found = known.get(text);
			if (found === void 0) {
				found = identityOf(text, grammar);
				known.set(text, found);
			}
			return found;
		},
		mayName: grammar.mayName,
		isOther: grammar.isOther
	};
}
function patternsOf$1({ providers, families: { families, not_video } }) {
	const ids = providers.map((detector) => ({
		detector,
		own: whole(detector.ids.own),
		shared: whole(detector.ids.shared),
		not: whole(detector.ids.not_video),
		weak: new Set(detector.ids.weak.map((word) => word.toLowerCase()))
	}));
	const makers = families.map(({ maker, id, within }) => ({
		maker,
		id: id ? whole([id]) : null,
		within: new RegExp(within, "i")
	}));
	const notVideo = new RegExp(not_video.join("|"), "i");
	const stems = families.flatMap(({ stems: own }) => own).map((stem) => stem.replace(/[.+?^$()[\]\\|*{}]/g, "\\$&"));
	const hint = new RegExp([
		...stems,
		"[tirv]2v",
		"svd",
		"zeroscope"
	].join("|"), "i");
	return {
		ids,
		makers,
		mayName: (text) => hint.test(text),
		isVideo: (text) => makers.some(({ within }) => within.test(text)),
		isMakers: (text) => makers.some(({ maker, within }) => maker !== "" && within.test(text) && /[0-9]/.test(text)),
		isOther: (text) => notVideo.test(text) || ids.some(({ not }) => not?.test(text))
	};
}
function whole(texts) {
	return texts.length > 0 ? new RegExp(`^(?:${texts.join("|")})$`, "i") : null;
}
/** The slugs of the providers that sell a model, by each of its names in lower case. */
function bookedNames(book) {
	const named = /* @__PURE__ */ new Map();
	for (const slug of book.slugs) {
		const provider = book.provider(slug);
		for (const name of provider ? modelNames(provider) : []) {
			if (name.includes(" ")) continue;
			const known = named.get(name.toLowerCase());
			if (!known) named.set(name.toLowerCase(), [slug]);
			else if (!known.includes(slug)) known.push(slug);
		}
	}
	return named;
}
function identityOf(text, grammar) {
	const { ids, makers, mayName, isVideo, isOther } = grammar;
	if (text.length < 2 || text.length > 150 || !/^[A-Za-z0-9][A-Za-z0-9._/:@-]*$/.test(text)) return null;
	const model = text.replace(/:[0-9a-f]{20,64}$/, "").replace(/\/$/, "");
	if (grammar.notVideoHere.has(model.toLowerCase())) return { strength: "not-video" };
	if (FILE_NAME.test(model)) return null;
	const sellers = grammar.booked.get(model.toLowerCase());
	if (GLUED.test(model)) return sellers ? {
		strength: "weak",
		model,
		providers: sellers,
		maker: null
	} : null;
	if (!sellers && !mayName(model) && !ids.some(({ own, weak }) => own?.test(model) || weak.has(model.toLowerCase()))) return null;
	if (!sellers && isOther(model)) return isVideo(model) || ids.some(({ own }) => own?.test(model)) ? { strength: "not-video" } : null;
	const own = ids.filter((one) => one.own?.test(model));
	if (own.length > 0) return sellers || isVideo(model) || own.some(({ detector }) => !detector.general) ? {
		strength: "own",
		model,
		providers: own.map(({ detector }) => detector.provider),
		maker: null
	} : { strength: "not-video" };
	const family = makers.find(({ id }) => id?.test(model));
	if (sellers && !ids.some(({ weak }) => weak.has(model.toLowerCase())) && (grammar.isMakers(model) || family)) {
		const maker = family && sellers.includes(family.maker) ? family.maker : null;
		return {
			strength: sellers.length === 1 && !family ? "own" : "family",
			model,
			providers: sellers,
			maker
		};
	}
	if (family) return {
		strength: "family",
		model,
		providers: [family.maker],
		maker: family.maker
	};
	return sharedOrWeak(model, sellers ?? [], grammar);
}
/** An id whose provider shows only beside a host or a library: a longer id with a maker's words in it, or a common word. */
function sharedOrWeak(model, sellers, { ids, isVideo }) {
	const shared = ids.filter((one) => one.shared?.test(model));
	if (shared.length > 0 && isVideo(model)) return {
		strength: "family",
		model,
		providers: shared.map(({ detector }) => detector.provider),
		maker: null
	};
	const weak = /* @__PURE__ */ new Set([...ids.filter((one) => one.weak.has(model.toLowerCase())).map(({ detector }) => detector.provider), ...sellers]);
	return weak.size > 0 ? {
		strength: "weak",
		model,
		providers: [...weak],
		maker: null
	} : null;
}
// lib/src/scan/detect/word-search.js
/** A block is two bytes; the head of a word is its first three. Both are indexed by the low five bits of each byte, which are the same for upper and lower case. */
const LOW = 31;
const HEAD_BYTES = 3;
/** @param words of at least two bytes each, ASCII */
function wordSearch(words) {
	const patterns = [...new Set(words.map((word) => word.toLowerCase()))].map((word) => Uint8Array.from(word, (char) => char.charCodeAt(0)));
	if (patterns.length === 0) return { next: () => -1 };
	const shortest = patterns.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
	const { shifts, buckets, bucketOf } = tablesOf(patterns, shortest);
	const lower = lowerTable();
	return { next(bytes, from) {
		const { length } = bytes;
		const last = shortest - 1;
		let at = from + last;
		while (at < length) {
			const step = shifts[(bytes[at - 1] & LOW) << 5 | bytes[at] & LOW];
			if (step > 0) {
				at += step;
				continue;
			}
			const start = at - last;
			const bucket = bucketOf[headOf(bytes, start)];
			if (bucket > 0) {
				for (const pattern of buckets[bucket - 1]) if (matches(bytes, start, pattern, lower)) return start;
			}
			at++;
		}
		return -1;
	} };
}
/** The skip table (how far each block is from the end of the first `shortest` bytes of any word), and the words by their heads. */
function tablesOf(patterns, shortest) {
	const shifts = (/* @__PURE__ */ new Uint8Array(1024)).fill(Math.min(shortest - 1, 255));
	const buckets = [];
	const bucketOf = /* @__PURE__ */ new Uint16Array(32768);
	for (const pattern of patterns) {
		for (let end = 1; end < shortest; end++) {
			const block = (pattern[end - 1] & LOW) << 5 | pattern[end] & LOW;
			shifts[block] = Math.min(shifts[block], shortest - 1 - end);
		}
		for (const head of headsOf(pattern)) {
			if (!bucketOf[head]) bucketOf[head] = buckets.push([]);
			buckets[bucketOf[head] - 1]?.push(pattern);
		}
	}
	return {
		shifts,
		buckets,
		bucketOf
	};
}
/** The heads of a word. A word of two bytes has one head for each possible third byte. */
function headsOf(pattern) {
	if (pattern.length >= HEAD_BYTES) return [headOf(pattern, 0)];
	return Array.from({ length: 32 }, (_, third) => headOf(Uint8Array.of(...pattern, third), 0));
}
function headOf(bytes, start) {
	return (bytes[start] & LOW) << 10 | (bytes[start + 1] & LOW) << 5 | bytes[start + 2] & LOW;
}
function matches(bytes, start, pattern, lower) {
	if (start + pattern.length > bytes.length) return false;
	for (let index = 0; index < pattern.length; index++) if (lower[bytes[start + index]] !== pattern[index]) return false;
	return start === 0 || !isLetterOrDigit(pattern[0]) || !isLetterOrDigit(lower[bytes[start - 1]]);
}
function isLetterOrDigit(byte) {
	return byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57;
}
function lowerTable() {
	return Uint8Array.from({ length: 256 }, (_, byte) => byte >= 65 && byte <= 90 ? byte + 32 : byte);
}
// lib/src/scan/detect/vocabulary.js
/** Prepares the vocabulary of a scan. @param notVideoHere ids that make no video in this repository */
function vocabularyOf(detectors, book, notVideoHere = []) {
	return {
		...lookupsOf(detectors),
		...identifier(detectors, book, notVideoHere),
		isPriced: (slug, id) => {
			const provider = book.provider(slug);
			return provider !== void 0 && findModel(provider, id) !== void 0;
		}
	};
}
/** Cached by detectors, because a review scans several times: both sides of the change, and the unchanged files. */
const lookups = /* @__PURE__ */ new WeakMap();
function lookupsOf(detectors) {
	const { providers, families } = detectors;
	const made = lookups.get(detectors) ?? {
		words: wordsOf(providers, families.families),
		detectors: new Map(providers.map((one) => [one.provider, one])),
		calls: callsOf(providers),
		paths: patternsOf(providers, ({ paths }) => paths, true),
		polls: patternsOf(providers, ({ polls }) => polls, false)
	};
	lookups.set(detectors, made);
	return made;
}
function callsOf(providers) {
	const calls = /* @__PURE__ */ new Map();
	for (const detector of providers) for (const { name, model, alone } of detector.calls) {
		const last = name.split(".").at(-1);
		calls.set(last, [...calls.get(last) ?? [], {
			name,
			detector,
			model,
			alone
		}]);
	}
	return calls;
}
function patternsOf(providers, list, ends) {
	return providers.flatMap((detector) => list(detector).map((path) => ({
		detector,
		pattern: pathPattern(path, ends),
		fixed: path.replace(/\{model\}|\*/g, "").length
	})));
}
/** The fixed part of a path with at least this many characters is enough to read a file. */
const LONG_PATH = 16;
/** The fixed part of a path with at most this many characters is too common to search for. */
const SHORT_PATH = 6;
function wordsOf(providers, families) {
	const anchors = families.flatMap(({ stems }) => stems);
	const signs = [];
	const short = [];
	for (const { hosts, packages, switches, env, calls, paths } of providers) {
		const names = hosts.map((host) => host.replace(/^[.-]/, ""));
		const parts = paths.map(longestPart);
		(parts.some(({ length }) => length <= SHORT_PATH) ? anchors : signs).push(...names);
		signs.push(...Object.values(packages).flat(), ...switches, ...env);
		for (const { name } of calls) anchors.push(...spellings(name));
		for (const part of parts) if (part.length > SHORT_PATH) (part.length >= LONG_PATH ? anchors : short).push(part);
	}
	return {
		any: wordSearch([...anchors, ...signs]),
		anchors: wordSearch(anchors),
		signs: wordSearch(signs),
		paths: wordSearch(short)
	};
}
/** Words to search for a dotted name, which may be split over lines: its longest part, or if that is short the whole name with `.` and with `->`. */
function spellings(name) {
	const longest = name.split(".").reduce((found, part) => part.length > found.length ? part : found, "");
	return longest.length >= 10 ? [longest] : [name, name.replaceAll(".", "->")];
}
/** A path such as `/videos/*` as a pattern. `*` matches one segment; `{model}` captures an id of any number of segments. */
function pathPattern(path, ends) {
	const text = path.split(/(\{model\}|\*)/).map((part) => part === "{model}" ? "(?<model>[^?#\\s]+?)" : part === "*" ? "[^/?#]+" : part.replace(/[.+?^$()[\]\\|]/g, "\\$&")).join("");
	return new RegExp(ends ? `${text}/?(?:[?#].*)?$` : text);
}
function longestPart(path) {
	return path.split(/\{model\}|\*/).reduce((longest, part) => part.length > longest.length ? part : longest, "");
}
// lib/src/scan/file/mentions.js
/** The ids in a comment, a document or a message. @param text the text, which starts at `line` */
function mentionsIn({ text, line }, file, why, vocabulary) {
	const found = [];
	if (!vocabulary.mayName(text)) return found;
	for (const [index, row] of text.split("\n").entries()) {
		if (row.length > 2e3 || !vocabulary.mayName(row)) continue;
		for (const [word] of row.matchAll(/[A-Za-z0-9][A-Za-z0-9._/:@-]*[A-Za-z0-9]/g)) {
			const identity = vocabulary.identify(word);
			if (identity && identity.strength !== "not-video" && identity.strength !== "weak") found.push({
				why,
				file,
				line: line + index,
				text: word
			});
		}
	}
	return found;
}
// lib/src/scan/fingerprint.js
/** 64 bits as 16 hexadecimal digits, from two runs of FNV-1a with different start values. It only names findings and is not for security. */
function fingerprintOf(parts) {
	const text = parts.join("\0");
	return [2166136261, 16777619].map((start) => fnv(text, start).toString(16).padStart(8, "0")).join("");
}
function fnv(text, start) {
	let hash = start;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
	return hash;
}
// lib/src/scan/provider.js
/**
* The provider of an id at one place. The first rule that applies decides:
* 1. An id that is sent to an unknown host has provider "unknown".
* 2. The call that sends the id.
* 3. The form of the id, if only one provider has such ids.
* 4. The nearest evidence (file, package, repository). A provider that is known to sell the id comes before one that is not.
* If none applies, the provider is "unknown" and `providers` lists all sellers.
*/
function whoseIs({ identity, sentBy, elsewhere }, around, { detectors }) {
	const { providers, maker } = identity;
	const [file = /* @__PURE__ */ new Map()] = around;
	const sellers = maker && !providers.includes(maker) ? [maker, ...providers] : providers;
	if (elsewhere) return {
		provider: "unknown",
		providers: sellers
	};
	if (sentBy.length > 0) {
		const candidates = [
			sentBy.filter((slug) => providers.includes(slug)),
			sellersOfCalls(sentBy, providers, detectors),
			sentBy
		].find(({ length }) => length > 0) ?? sentBy;
		return one(most(candidates, around, maker) ?? candidates[0]);
	}
	if (identity.strength === "own" && providers.length === 1) return one(providers[0]);
	const nearby = best(sellers, file, maker);
	if (nearby) return one(nearby);
	const host = best([...file].filter(([slug, worth]) => worth >= 8 && detectors.has(slug)).map(([slug]) => slug), file, null);
	if (host) return one(host);
	const found = most(sellers, around, maker);
	if (found) return one(found);
	const general = around.slice(1).map((evidence) => best([...evidence].filter(([slug, worth]) => worth >= 8 && detectors.get(slug)?.general).map(([slug]) => slug), evidence, null)).find((slug) => slug !== null);
	if (general) return one(general);
	return sellers.length === 1 ? one(sellers[0]) : {
		provider: "unknown",
		providers: sellers
	};
}
/** Sellers whose detector has a call of the same name: `generate_videos` in Google's library serves Vertex AI, too. */
function sellersOfCalls(sentBy, sellers, detectors) {
	const named = (slug) => detectors.get(slug)?.calls.map(({ name }) => name) ?? [];
	const sent = new Set(sentBy.flatMap(named));
	return sellers.filter((slug) => named(slug).some((name) => sent.has(name)));
}
function one(provider) {
	return {
		provider,
		providers: [provider]
	};
}
/** The provider with the most evidence at the nearest level that has any. Among equals, the maker wins, then the first. */
function most(slugs, around, maker) {
	for (const evidence of around) {
		const found = best(slugs, evidence, maker);
		if (found) return found;
	}
	return null;
}
function best(slugs, evidence, maker) {
	let found = null;
	let worth = 0;
	for (const slug of maker && slugs.includes(maker) ? [maker, ...slugs] : slugs) {
		const own = evidence.get(slug) ?? 0;
		if (own > worth) [found, worth] = [slug, own];
	}
	return found;
}
// lib/src/scan/findings.js
/** Turns the facts of all files into findings, one for each manifest, provider and model. */
function codeFindings(facts, vocabulary, manifests) {
	const drafting = draftingOf(facts, vocabulary, manifests);
	const { drafts, left_out } = drafting;
	const here = new Map(facts.map((file) => [file, addSightings(file, drafting)]));
	const byBase = /* @__PURE__ */ new Map();
	for (const [{ path }, drafted] of here) if (drafted.size > 0) byBase.set(baseOf(path), [...byBase.get(baseOf(path)) ?? [], ...drafted]);
	const sold = new Set([...drafts.values()].map(({ provider }) => provider));
	for (const file of facts) {
		if (file.open.length === 0) continue;
		const mine = here.get(file) ?? /* @__PURE__ */ new Set();
		const near = mine.size > 0 ? mine : new Set([...file.imports].flatMap((name) => byBase.get(name) ?? []));
		for (const call of file.open) addOpen(call, {
			here: near,
			sold
		}, file, drafting);
	}
	const hints = new Map(facts.map(({ path, hints: found, giveUpAfter }) => [path, {
		found,
		giveUpAfter
	}]));
	const longer = startsOf([...drafts.values()]);
	return {
		findings: [...drafts.values()].filter((one) => {
			const asked = isAppOnly(one, longer, vocabulary);
			if (asked) left_out.push(...one.places.map(({ file, line }) => ({
				why: "not-video",
				file,
				line,
				text: one.model
			})));
			return !asked;
		}).map((one) => finish(one, hints, vocabulary, left_out)).sort(inOrder),
		left_out
	};
}
function draftingOf(facts, vocabulary, manifests) {
	const owner = ownerOf(manifests);
	const drafts = /* @__PURE__ */ new Map();
	return {
		vocabulary,
		around: evidenceAround(facts),
		aliases: new Set(facts.flatMap((one) => one.aliases)),
		drafts,
		left_out: [],
		draft(key, path) {
			const manifest = owner(path);
			const name = JSON.stringify([
				manifest,
				key.provider,
				key.model?.toLowerCase() ?? null,
				key.dynamic
			]);
			const known = drafts.get(name) ?? {
				...key,
				manifest,
				places: [],
				parameters: [],
				mentions: []
			};
			drafts.set(name, known);
			return known;
		}
	};
}
/** Adds the ids of a file. @returns the drafts with a place in this file */
function addSightings(file, { vocabulary, around, aliases, draft, left_out }) {
	const mine = /* @__PURE__ */ new Set();
	const levels = around(file.path);
	for (const sighting of file.sightings) {
		const { line, role, identity, parameters, weak } = sighting;
		if (weak && !identity.providers.some((slug) => levels.some((level) => (level.get(slug) ?? 0) >= 4))) continue;
		if (aliases.has(identity.model.toLowerCase()) && ROLES[role] !== "call") {
			left_out.push({
				why: "key",
				file: file.path,
				line,
				text: identity.model
			});
			continue;
		}
		const one = draft({
			...whoseIs(sighting, levels, vocabulary),
			model: identity.model,
			dynamic: null
		}, file.path);
		const place = {
			file: file.path,
			line,
			role
		};
		if (ROLES[role] === "mention") one.mentions.push(place);
		else {
			one.places.push(place);
			one.parameters.push(parameters);
			mine.add(one);
		}
	}
	const byModel = /* @__PURE__ */ new Map();
	for (const one of mine) byModel.set(one.model?.toLowerCase() ?? "", [...byModel.get(one.model?.toLowerCase() ?? "") ?? [], one]);
	for (const { line, model } of file.sends) for (const one of byModel.get(model.toLowerCase()) ?? []) one.places.push({
		file: file.path,
		line,
		role: "call"
	});
	return mine;
}
/**
* Adds a call without a model of its own. If the file or an import of it has models of the call's provider, the call counts for those.
* Otherwise it becomes a finding whose model is decided at run time.
* `here`: drafts of models in the file or its imports. `sold`: providers with any model in the code.
*/
function addOpen(call, { here, sold }, { path }, { around, left_out, draft }) {
	const place = {
		file: path,
		line: call.line,
		role: "call"
	};
	const levels = around(path);
	const shown = call.providers.filter((slug) => levels.some((level) => level.has(slug)));
	if (!call.sure && shown.length === 0) {
		left_out.push({
			why: "no-evidence",
			file: path,
			line: call.line,
			text: call.providers.join(", ")
		});
		return;
	}
	const level = levels.find((one) => call.providers.some((slug) => one.has(slug)));
	const provider = [...call.providers].sort((first, second) => (level?.get(second) ?? 0) - (level?.get(first) ?? 0))[0] ?? "unknown";
	const sending = [...here].filter((one) => one.provider === provider);
	if (sending.length > 0 && call.dynamic !== "") {
		for (const one of sending) {
			one.places.push(place);
			one.parameters.push(call.parameters);
		}
		return;
	}
	if (!(call.video === "yes" || call.video === "unsaid" && sold.has(provider))) {
		left_out.push({
			why: "not-video",
			file: path,
			line: call.line,
			text: provider
		});
		return;
	}
	const one = draft({
		provider,
		providers: [provider],
		model: null,
		dynamic: call.dynamic === "" ? null : call.dynamic
	}, path);
	one.places.push(place);
	one.parameters.push(call.parameters);
}
/**
* Whether an id is only the start of a longer one, occurs only in URLs and has no price. An example is `queue.fal.run/fal-ai/kling-video`,
* the address to poll jobs of `fal-ai/kling-video/v2.1/pro/image-to-video`.
*/
function isAppOnly({ model, provider, places }, longer, vocabulary) {
	if (model === null || places.length === 0 || places.some(({ role }) => role !== "url") || vocabulary.isPriced(provider, model)) return false;
	return longer.has(`${provider} ${model.toLowerCase()}/`);
}
/** Each provider with every start of an id that ends at a slash. */
function startsOf(drafts) {
	const found = /* @__PURE__ */ new Set();
	for (const { provider, model } of drafts) {
		const id = model?.toLowerCase() ?? "";
		for (let slash = id.indexOf("/"); slash >= 0; slash = id.indexOf("/", slash + 1)) found.add(`${provider} ${id.slice(0, slash + 1)}`);
	}
	return found;
}
function finish(one, hints, vocabulary, left_out) {
	const { provider, providers, model, dynamic, manifest } = one;
	const only = one.places.length === 0;
	if (!only) left_out.push(...one.mentions.map(({ file, line, role }) => ({
		why: role,
		file,
		line,
		text: model
	})));
	const places = unique(only ? one.mentions : one.places);
	return {
		provider,
		providers,
		model,
		dynamic,
		priced: model !== null && providers.some((slug) => vocabulary.isPriced(slug, model)),
		confidence: confidenceOf(places),
		parameters: mergedParameters(one.parameters),
		places,
		hints: hintsOf(places, hints),
		manifest,
		fingerprint: fingerprintOf([
			manifest ?? "",
			provider,
			model?.toLowerCase() ?? "",
			dynamic ?? ""
		])
	};
}
/** The name under which a file is imported: its own without the extension, or its folder's for `index` and `__init__`. */
function baseOf(path) {
	const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
	return name === "index" || name === "__init__" ? folderOf(path).split("/").at(-1) ?? name : name;
}
/** One place per line, with the role of the highest confidence. */
function unique(places) {
	const byLine = /* @__PURE__ */ new Map();
	for (const place of places) {
		const key = `${place.file}:${place.line}`;
		const known = byLine.get(key);
		if (!known || sureness(ROLES[place.role]) > sureness(ROLES[known.role])) byLine.set(key, place);
	}
	return [...byLine.values()].sort((first, second) => first.file === second.file ? first.line - second.line : first.file < second.file ? -1 : 1);
}
function sureness(confidence) {
	return {
		mention: 0,
		constant: 1,
		call: 2
	}[confidence];
}
function confidenceOf(places) {
	return places.reduce((best, { role }) => sureness(ROLES[role]) > sureness(best) ? ROLES[role] : best, "mention");
}
function hintsOf(places, hints) {
	const files = [...new Set(places.filter(({ role }) => ROLES[role] === "call").map(({ file }) => file))].flatMap((file) => hints.get(file) ?? []);
	const seen = /* @__PURE__ */ new Set();
	const notes = files.flatMap(({ found }) => found).filter(({ kind, file, line }) => {
		const key = `${kind} ${file}:${line}`;
		return !seen.has(key) && seen.add(key);
	});
	const attempts = notes.find(({ kind, value }) => kind === "retried-submit" && value !== null)?.value ?? null;
	const wait = files.find(({ giveUpAfter }) => giveUpAfter !== null)?.giveUpAfter ?? null;
	return {
		...attempts !== null && { max_attempts: attempts },
		...wait !== null && { give_up_after: wait },
		notes
	};
}
function ownerOf(manifests) {
	const folders = /* @__PURE__ */ new Map();
	for (const manifest of [...manifests].sort()) {
		const folder = folderOf(manifest).replace(/(^|\/)\.github$/, "");
		if (!folders.has(folder)) folders.set(folder, manifest);
	}
	return (path) => {
		for (let folder = folderOf(path);; folder = folderOf(folder)) {
			const found = folders.get(folder);
			if (found || folder === "") return found ?? null;
		}
	};
}
function inOrder(first, second) {
	const key = ({ manifest, provider, model, dynamic }) => [
		manifest ?? "",
		provider,
		model ?? "￿",
		dynamic ?? ""
	].join("\0");
	return key(first) < key(second) ? -1 : key(first) > key(second) ? 1 : 0;
}
// lib/src/scan/calls/hints.js
/**
* Finds out from the indentation what surrounds a call: the lines above it with less indentation enclose it. This works in
* every language whose code people indent. Line numbers start at 1.
*/
/** The lines that begin a loop, a wrapper or a function around a call, nearest first, and the decorators of the function. */
function around(lines, line) {
	const found = [];
	let least = indentOf(lines[line - 1] ?? "");
	for (let at = line - 2; at >= 0 && line - at < 400 && found.length < 12; at--) {
		const text = lines[at] ?? "";
		if (text.trim() === "" || /^\s*[)}\]]/.test(text)) continue;
		const indent = indentOf(text);
		if (indent >= least) continue;
		least = indent;
		found.push({
			text,
			line: at + 1
		});
		if (/^\s*(async\s+)?def\s|^\s*((export|public|private|protected|static|async)\s+)*(function|func|fn|fun)\b/.test(text)) {
			for (let above = at - 1; above >= 0 && /^\s*[@)\w]/.test(lines[above] ?? "") && at - above < 8; above--) if (/^\s*@/.test(lines[above] ?? "")) found.push({
				text: lines.slice(above, at).join(" "),
				line: above + 1
			});
			break;
		}
		if (indent === 0) break;
	}
	return found;
}
function indentOf(text) {
	return text.length - text.trimStart().length;
}
const DECORATOR = /@(retry|backoff|tenacity|Retryable|with_retries|retrying)\b/;
const WRAPPER = /\b(retry|pRetry|withRetry|retryAsync|with_retry|asyncRetry|retryWithBackoff|backOff|withRetries|retry_call)\s*(<[^>]*>)?\(/;
const LOOP = /\b(for|while|loop|times)\b.*(attempt|retr|tries|\btry\b)/i;
const NUMBER_OF = /(?:stop_after_attempt\(|max_tries\s*=\s*|attempts?\s*[:=]\s*|retries\s*[:=]\s*|maxAttempts\s*[:=]\s*|max_attempts\s*[:=]\s*|numOfAttempts\s*:\s*|tries\s*=\s*|range\(\s*(?:0|1)?,?\s*|<=?\s*|\b)(\d{1,3}|[A-Z][A-Z_]{2,}|max\w+)\b/;
/** The retry around a submit, if there is one: a decorator, a loop over attempts, or a function that calls it again. */
function retryAround(lines, line, file) {
	for (const { text, line: at } of around(lines, line)) {
		if (!(DECORATOR.test(text) || WRAPPER.test(text) || LOOP.test(text))) continue;
		return {
			kind: "retried-submit",
			file,
			line: at,
			value: attemptsOf(text, lines, at)
		};
	}
	return null;
}
/** The most attempts to send a job, including the first; null if the code does not have the number. */
function attemptsOf(text, lines, line) {
	const following = WRAPPER.test(text) ? lines.slice(line - 1, line + 30).join(" ") : text;
	const more = /\bretries\s*[:=]\s*(\d{1,3})/.exec(following)?.[1];
	if (more && WRAPPER.test(text)) return Number(more) + 1;
	const written = NUMBER_OF.exec(text.replace(/^\s*\w+\s+\w+\s*=\s*[01]\s*;/, ""))?.[1] ?? /\b(?:attempts|maxAttempts|numOfAttempts|tries)\s*[:=]\s*(\d{1,3})/.exec(following)?.[1];
	if (written === void 0) return null;
	if (/^\d+$/.test(written)) return Number(written) > 0 ? Number(written) : null;
	const given = lines.map((one) => new RegExp(`\\b${written}\\b\\s*(?::\\s*\\w+\\s*)?=\\s*(\\d{1,3})\\b`).exec(one)?.[1]).find((value) => value !== void 0);
	return given ? Number(given) : null;
}
/** The retries that a file sets for the client of a library: `maxRetries: 5`, `max_retries=0`. */
function clientRetries(lines, file) {
	for (const [index, text] of lines.entries()) {
		if (text.length > 300) continue;
		const value = /\b(?:maxRetries|max_retries)\s*[:=]\s*(\d{1,3})\b/.exec(text)?.[1];
		if (value !== void 0) return {
			kind: "client-retries",
			file,
			line: index + 1,
			value: Number(value)
		};
	}
	return null;
}
const ENDLESS = /\bwhile\b\s*\(?\s*(True|true|1|!|not\b|.*(done|status|state|complete|finish|pending|processing|queued|running|succe))/;
const SLEEPS = /\b(sleep|setTimeout|delay|wait|Delay|asyncio\.sleep|time\.sleep)\b/;
const ENDS$1 = /timeout|deadline|attempt|max_|max[A-Z]|elapsed|time\.time|Date\.now|monotonic|retries|tries|count|limit|performance\.now|\bpolls?\b\s*[<>]/i;
const BODY = 25;
/** At most this many loops of a file are reported. */
const MOST_POLLS = 50;
/** Loops that wait for a job without a limit of their own: they end only when the job ends. */
function endlessPolls(lines, file) {
	const found = [];
	for (const [index, text] of lines.entries()) {
		if (text.length > 300 || !ENDLESS.test(text) || ENDS$1.test(text)) continue;
		const body = bodyOf(lines, index);
		if (body.some((line) => SLEEPS.test(line)) && !body.some((line) => ENDS$1.test(line))) found.push({
			kind: "endless-poll",
			file,
			line: index + 1,
			value: null
		});
		if (found.length === MOST_POLLS) break;
	}
	return found;
}
/** The lines below a line that are indented more than it. */
function bodyOf(lines, index) {
	const indent = indentOf(lines[index] ?? "");
	const body = [];
	for (let at = index + 1; at < lines.length && body.length < BODY; at++) {
		const text = lines[at] ?? "";
		if (text.trim() !== "" && indentOf(text) <= indent) break;
		body.push(text.slice(0, 300));
	}
	return body;
}
// lib/src/scan/calls/give-up.js
const COUNTED = /\b(for|while|loop|times)\b/i;
const ROUNDS = /range\(\s*(\d{1,4})\s*\)|<=?\s*(\d{1,4})\b/;
const PAUSE = /\b(?:time|asyncio)\.sleep\(\s*(\d{1,3})\s*\)|setTimeout\(\s*\w+\s*,\s*(\d[\d_]{2,6})\s*\)|\b(?:sleep|delay)\(\s*(\d[\d_]{2,6})\s*\)/;
/** A loop with a deadline: `while time.time() - start < 120` (seconds), `while (Date.now() - start < TIMEOUT)` (milliseconds). */
const DEADLINE = /\bwhile\b.*(?:(time\.time\(\)|monotonic\(\))|(Date\.now\(\)|performance\.now\(\))).*<=?\s*(?:\w+\.)*([A-Za-z_]\w*|\d[\d_]*)/;
/** A wait with a timeout: `asyncio.wait_for(job, timeout=120)` (seconds), `waitForTaskOutput({ timeout: 120_000 })` (milliseconds). */
const WAIT = /\bwait_for\w*\(.*\btimeout\s*=\s*(\d{1,5})\b|\bwaitFor\w+\(.*\btimeout\s*:\s*(\d[\d_]{3,8})\b/;
/** At most this many deadlines are looked up in a file. */
const MOST_DEADLINES = 20;
/** When a file gives up on a job, from the first line that waits for one with a known limit; null if there is no such line. */
function giveUpOf(lines) {
	let deadlines = 0;
	for (const [index, text] of lines.entries()) {
		if (text.length > 300) continue;
		const ends = DEADLINE.test(text) && deadlines++ < MOST_DEADLINES;
		const seconds = waitOf(text) ?? (ends ? deadlineOf(text, lines) : null) ?? roundsOf(text, index, lines);
		if (seconds !== null && seconds > 0) return {
			seconds,
			line: index + 1
		};
	}
	return null;
}
function waitOf(text) {
	const [, seconds, milliseconds] = WAIT.exec(text) ?? [];
	if (seconds !== void 0) return Number(seconds);
	return milliseconds === void 0 ? null : numberOf(milliseconds) / 1e3;
}
/** The seconds of a loop with a deadline. If the deadline is a name, its number is looked up in the file. */
function deadlineOf(text, lines) {
	const [, seconds, , limit = ""] = DEADLINE.exec(text) ?? [];
	if (limit === "") return null;
	const given = new RegExp(`\\b${limit}\\b\\s*(?::\\s*\\w+\\s*)?=\\s*(\\d[\\d_]*)(?:\\s*\\*\\s*(\\d[\\d_]*))?(?:\\s*\\*\\s*(\\d[\\d_]*))?\\s*(?:[;,)#:/]|$)`);
	const factors = /^\d/.test(limit) ? [limit] : lines.reduce((found, line) => found ?? (line.length > 300 ? null : given.exec(line)), null)?.slice(1);
	if (!factors) return null;
	const value = factors.filter((one) => one !== void 0).reduce((product, one) => product * numberOf(one), 1);
	return seconds === void 0 ? value / 1e3 : value;
}
const ASKS = /(\b|_)(status|state|done|poll\w*|operation|completed|succeeded|finished|retrieve|ready)(\b|_(?!code))/i;
const SUBMITS = /\.post\(|POST|create\(|submit\w*\(|generate\w*\(/;
/**
* The seconds of a counted loop that polls a job: 60 rounds of 10 s are 600 s. A loop that submits jobs does not
* count, because it retries or makes several clips.
*/
function roundsOf(text, index, lines) {
	const rounds = COUNTED.test(text) ? ROUNDS.exec(text) : null;
	if (!rounds) return null;
	const body = bodyOf(lines, index);
	const pause = body.map((line) => PAUSE.exec(line)).find((one) => one !== null);
	if (!pause || !body.some((line) => ASKS.test(line)) || body.some((line) => SUBMITS.test(line))) return null;
	return Number(rounds[1] ?? rounds[2]) * (pause[1] ? Number(pause[1]) : numberOf(pause[2] ?? pause[3] ?? "0") / 1e3);
}
function numberOf(written) {
	return Number(written.replaceAll("_", ""));
}
/** Seconds. Jobs of Veo take up to 6 minutes at peak hours: https://ai.google.dev/gemini-api/docs/veo, "Limitations". */
const SHORT = 360;
/** The hint for a client that gives up sooner than a normal job may take. */
function shortTimeout(giveUp, file) {
	return giveUp && giveUp.seconds < SHORT ? {
		kind: "short-timeout",
		file,
		line: giveUp.line,
		value: giveUp.seconds
	} : null;
}
// lib/src/scan/file/names.js
/** Ids that are keys of an object with another id in it: they are the team's own names for that id. */
function aliasesOf(tokens, { identify, isPriced }) {
	const found = [];
	for (let at = 0; at + 2 < tokens.length; at++) {
		const [key, sign, value] = [
			tokens[at],
			tokens[at + 1],
			tokens[at + 2]
		];
		if (key.kind !== "string" || sign.text !== ":" && sign.text !== "=>") continue;
		const own = identify(key.text);
		if (!own) continue;
		const sold = own.strength !== "not-video" && own.providers.some((slug) => isPriced(slug, own.model));
		const end = value.pair > at ? Math.min(value.pair, at + 80) : at + 2;
		if (tokens.slice(at + 2, end + 1).some(({ kind, text }) => kind === "string" && text !== key.text && (!sold || text.includes("/")) && (identify(text)?.strength ?? "not-video") !== "not-video")) found.push(key.text.toLowerCase());
	}
	return found;
}
/** The last segments of the imported paths: `./lib/models` and `from app.models import X` give `models`. */
function importsOf(tokens) {
	const found = /* @__PURE__ */ new Set();
	let importing = 0;
	for (const { kind, text, line } of tokens) {
		if (kind === "word" && /^(import|from|require|use|using)$/.test(text)) importing = line;
		if (importing !== line || kind !== "word" && kind !== "string") continue;
		found.add(text.slice(text.lastIndexOf("/") + 1).replace(/\.(js|ts|jsx|tsx|mjs|py|php|rb)$/, ""));
	}
	return found;
}
// lib/src/scan/tokens/tokenize.js
/** A token by its index. @throws RangeError if there is none: a bug of the caller */
function tokenAt(tokens, at) {
	const token = tokens[at];
	if (!token) throw new RangeError(`There is no token ${at} of ${tokens.length}.`);
	return token;
}
const OPERATORS = [
	"===",
	"!==",
	"<=>",
	"...",
	"??=",
	"||=",
	"==",
	"!=",
	"<=",
	">=",
	"=>",
	"->",
	"::",
	"?.",
	"??",
	"||",
	"&&",
	":=",
	":-",
	"+=",
	"**",
	"?:"
];
const LINE_END$1 = 10;
const MOST_OPEN = 50;
const OPEN = "([{";
const CLOSE = ")]}";
/**
* Splits text of any language into words, strings, numbers and signs, with comments apart. It accepts any input: an unclosed string ends
* with its line, and a bracket without a counterpart ends at the next closing one that fits. It takes one pass in linear time and never throws.
*/
function tokenize(text, language, firstLine = 1) {
	const tokens = [];
	const comments = [];
	const open = [];
	let line = firstLine;
	let at = 0;
	const push = (kind, written, quoted = false) => {
		const token = {
			kind,
			text: written,
			line,
			up: open.at(-1) ?? -1,
			pair: -1,
			quoted
		};
		tokens.push(token);
		return token;
	};
	const breaks = (from, to) => {
		let count = 0;
		for (let index = from; index < to; index++) if (text.charCodeAt(index) === LINE_END$1) count++;
		return count;
	};
	while (at < text.length) {
		const char = text[at];
		if (char === "\n") {
			line++;
			at++;
			continue;
		}
		if (char <= " ") {
			at++;
			continue;
		}
		const comment = commentAt(text, at, language);
		if (comment) {
			comments.push({
				text: text.slice(at, comment),
				line
			});
			line += breaks(at, comment);
			at = comment;
			continue;
		}
		const quote = language.quotes.find((mark) => text.startsWith(mark, at));
		if (quote) {
			const end = stringEnd(text, at + quote.length, quote, language.tall.includes(quote));
			push("string", text.slice(at + quote.length, end.stop), true);
			line += breaks(at, end.after);
			at = end.after;
			continue;
		}
		if (isWord(char)) {
			let end = at + 1;
			while (end < text.length && (isWord(text[end]) || language.plain && isPlain(text, end))) end++;
			const written = text.slice(at, end);
			if (/^[0-9]/.test(char) && !language.plain) {
				if (text[end] === "." && /[0-9]/.test(text[end + 1] ?? "")) {
					end++;
					while (end < text.length && isWord(text[end])) end++;
				}
				push("number", text.slice(at, end));
			} else if (language.plain && /^[0-9.]+$/.test(written)) push("number", written);
			else push("word", written);
			at = end;
			continue;
		}
		const operator = OPERATORS.find((sign) => text.startsWith(sign, at)) ?? char;
		const closes = CLOSE.indexOf(operator);
		if (closes >= 0) {
			let place = open.length - 1;
			while (place >= 0 && open.length - place < MOST_OPEN && tokens[open[place]]?.text !== OPEN[closes]) place--;
			const from = place >= 0 && open.length - place < MOST_OPEN ? open[place] : -1;
			if (from >= 0) open.length = place;
			push("punct", operator).pair = from;
			if (from >= 0) tokenAt(tokens, from).pair = tokens.length - 1;
		} else {
			push("punct", operator);
			if (OPEN.includes(operator)) open.push(tokens.length - 1);
		}
		at += operator.length;
	}
	return {
		tokens,
		comments
	};
}
function isWord(char) {
	return /[A-Za-z0-9_$]/.test(char) || char > "";
}
/** Whether a character may be inside an unquoted value: `veo-3.1`, `fal-ai/veo3`, `a:b`. In `key: value`, the colon ends the word. */
function isPlain(text, at) {
	const char = text[at];
	if ("-./@~".includes(char)) return true;
	return char === ":" && /[A-Za-z0-9/]/.test(text[at + 1] ?? "");
}
/** @returns the end of a comment that starts here, 0 if none does */
function commentAt(text, at, { line, block, plain }) {
	for (const [opening, closing] of block) {
		if (!text.startsWith(opening, at)) continue;
		const end = text.indexOf(closing, at + opening.length);
		return end < 0 ? text.length : end + closing.length;
	}
	for (const mark of line) {
		if (!text.startsWith(mark, at)) continue;
		if (mark === "#" && (plain && at > 0 && !/\s/.test(text[at - 1]) || text[at + 1] === "[" && line.length > 1)) continue;
		if (mark === "//" && text[at - 1] === ":") continue;
		const end = text.indexOf("\n", at);
		return end < 0 ? text.length : end;
	}
	return 0;
}
/** `stop`: where the text of a string ends. `after`: where the code continues. */
function stringEnd(text, from, quote, tall) {
	let at = from;
	let depth = 0;
	while (at < text.length) {
		const char = text[at];
		if (char === "\\") at += 2;
		else if (char === "\n" && !tall) return {
			stop: at,
			after: at
		};
		else if (quote === "`" && char === "$" && text[at + 1] === "{") {
			depth++;
			at += 2;
		} else if (depth > 0) {
			if (char === "}") depth--;
			at++;
		} else if (text.startsWith(quote, at)) return {
			stop: at,
			after: at + quote.length
		};
		else at++;
	}
	return {
		stop: text.length,
		after: text.length
	};
}
// lib/src/scan/tokens/around.js
/** Functions that find out what surrounds a token. Each looks at a bounded number of tokens. */
const FAR = 60;
/** The most tokens of one segment; a closed bracket counts as one. */
const FARTHEST = 2e3;
/** The dotted name before an opening parenthesis: `client.videos.create`; "" if there is none. Type arguments between them are skipped. */
function calleeOf(tokens, open) {
	let at = open - 1;
	if (tokens[at]?.text === ">") {
		let depth = 1;
		for (at--; at >= 0 && depth > 0 && open - at < FAR; at--) depth += tokens[at]?.text === ">" ? 1 : tokens[at]?.text === "<" ? -1 : 0;
	}
	if (tokens[at]?.text === "!" || tokens[at]?.text === "?.") at--;
	const parts = [];
	while (at >= 0 && open - at < FAR) {
		const token = tokens[at];
		if (token?.kind !== "word") break;
		parts.unshift(token.text);
		const link = tokens[at - 1]?.text;
		if (link !== "." && link !== "->" && link !== "?." && link !== "::") break;
		at -= 2;
		const closed = tokens[at];
		if (closed && (closed.text === ")" || closed.text === "]") && closed.pair >= 0) {
			parts.unshift("()");
			at = closed.pair - 1;
		}
	}
	return parts.join(".");
}
/** The first token of the segment that contains a token. A segment lies between two commas, or is a statement. */
function segmentStart(tokens, at) {
	const { up } = tokenAt(tokens, at);
	let start = at;
	while (start - 1 > up && at - start < FAR) {
		let before = start - 1;
		const token = tokenAt(tokens, before);
		if (token.pair >= 0 && token.pair < before) before = token.pair;
		else if (token.text === ">") before = typeStart(tokens, before);
		else if (token.text === "," || token.text === ";") break;
		if (tokens[before]?.up !== up) break;
		if (isLineEnd(tokens, start - 1, start, up)) break;
		start = before;
	}
	return start;
}
/** The token at which the type arguments begin that end here, as in `Record<string, number>`; `at` itself for a comparison. */
function typeStart(tokens, at) {
	const { up } = tokenAt(tokens, at);
	let depth = 0;
	for (let index = at; index > up && at - index < FAR; index--) {
		const { text, pair } = tokenAt(tokens, index);
		if (pair >= 0 && pair < index) index = pair;
		else if (text === ">") depth++;
		else if (text === "<" && --depth === 0) return tokens[index - 1]?.kind === "word" ? index : at;
		else if (text === ";" || text === "=") return at;
	}
	return at;
}
/** A statement continues on the next line if a line ends with one of `ENDS`, or if the next begins with one of `STARTS`. */
const ENDS = /* @__PURE__ */ new Set([
	"=",
	"(",
	",",
	"+",
	"||",
	"??",
	"?",
	"&&",
	"|",
	"=>",
	"->",
	".",
	"or",
	"and",
	"return",
	"?.",
	"::",
	"==",
	"===",
	":=",
	"&",
	"{",
	"["
]);
const STARTS = /* @__PURE__ */ new Set([
	"=",
	"+",
	"||",
	"??",
	"?",
	":",
	"&&",
	"|",
	"=>",
	"->",
	".",
	"or",
	"and",
	"?.",
	"::",
	"==",
	"===",
	"&",
	")",
	"]",
	"}"
]);
function isLineEnd(tokens, before, after, up) {
	const opening = tokens[up]?.text;
	if (opening === "(" || opening === "[") return false;
	const [first, second] = [tokenAt(tokens, before), tokenAt(tokens, after)];
	const goesOn = ENDS.has(first.text) || first.text === ":" && up >= 0;
	return first.line !== second.line && !goesOn && !STARTS.has(second.text);
}
/** The last token of the segment that contains a token. */
function segmentEnd(tokens, at) {
	const { up } = tokenAt(tokens, at);
	const closing = tokens[up]?.pair ?? -1;
	const last = closing > 0 ? closing : tokens.length;
	let end = Math.max(at, tokenAt(tokens, at).pair);
	for (let next = end + 1, count = 0; next < last && count < FARTHEST; next++, count++) {
		const token = tokenAt(tokens, next);
		if (token.text === "," || token.text === ";") break;
		if (token.up === up && isLineEnd(tokens, end, next, up)) break;
		end = next;
		if (token.pair > next) {
			next = token.pair;
			end = next;
		}
	}
	return end;
}
/** The token of the key, named argument or variable that a value is assigned to, or -1: `model` for `model: str = "x"`. */
function keyOf(tokens, at) {
	const start = segmentStart(tokens, at);
	const { up } = tokenAt(tokens, at);
	let sign = -1;
	for (let index = start + 1; index < at; index++) {
		const token = tokenAt(tokens, index);
		if (token.pair > index) {
			index = token.pair;
			continue;
		}
		if (token.up === up && [
			":",
			"=",
			"=>",
			":=",
			"||=",
			"??="
		].includes(token.text)) {
			if (token.text === ":" && sign >= 0) continue;
			if (token.text === ":" && tokens.slice(start, index).some(({ text }) => text === "?")) continue;
			sign = sign >= 0 && token.text === "=" ? sign : index;
			if (token.text === "=>") sign = index;
		}
	}
	if (sign < 0) return -1;
	let key = sign - 1;
	if (tokens[key]?.text === "?" || tokens[key]?.text === "!") key--;
	if (tokens[key]?.text === "]" && (tokens[key]?.pair ?? -1) >= 0) return key - 1;
	const token = tokens[key];
	return token && (token.kind === "word" || token.kind === "string") && key >= start ? key : -1;
}
/** The opening brackets around a token, from the innermost outwards. */
function* bracketsOf(tokens, at) {
	let count = 0;
	for (let up = tokenAt(tokens, at).up; up >= 0 && count < FAR; up = tokenAt(tokens, up).up, count++) yield up;
}
// lib/src/scan/calls/code.js
const LONGEST_LINE$1 = 301;
/** Steps for a file, and for each of its tokens. Files of 29 repositories that make video need fewer than 20,000 and 5. */
const STEPS = 5e5;
const STEPS_A_TOKEN = 20;
/** Spends steps. @returns false if the file has none left; then the value of a name counts as unknown */
function spend({ work }, steps) {
	work.left -= steps;
	return work.left >= 0;
}
const DEFINES = /* @__PURE__ */ new Set([
	"def",
	"function",
	"func",
	"fn",
	"fun",
	"class"
]);
const GIVES = /* @__PURE__ */ new Set([
	"=",
	":=",
	":",
	"=>"
]);
function codeOf(tokens, text) {
	const given = /* @__PURE__ */ new Map();
	for (let at = 1; at < tokens.length - 1; at++) {
		const sign = tokenAt(tokens, at);
		if (sign.kind !== "punct" || !GIVES.has(sign.text)) continue;
		const key = keyOf(tokens, at + 1);
		const name = tokens[key]?.text;
		if (name === void 0 || key >= at || name.length > 80) continue;
		const places = given.get(name);
		if (!places) given.set(name, [at + 1]);
		else if (places.length < 100 && places.at(-1) !== at + 1) places.push(at + 1);
	}
	const defined = new Set(tokens.flatMap(({ text: name }, at) => DEFINES.has(tokens[at - 1]?.text ?? "") ? [name] : []));
	const lines = text.split("\n").map((line) => line.length > LONGEST_LINE$1 ? line.slice(0, LONGEST_LINE$1) : line);
	let places;
	const placesOf = (name) => {
		places ??= placesByName(tokens);
		return places.get(name) ?? [];
	};
	return {
		tokens,
		lines,
		given,
		defined,
		placesOf,
		work: { left: STEPS + STEPS_A_TOKEN * tokens.length }
	};
}
function placesByName(tokens) {
	const places = /* @__PURE__ */ new Map();
	const add = (name, at) => {
		const known = places.get(name);
		if (!known) places.set(name, [at]);
		else if (known.at(-1) !== at) known.push(at);
	};
	for (const [at, { kind, text }] of tokens.entries()) {
		if (kind === "punct" || text.length > 200) continue;
		add(text, at);
		const template = kind === "string" ? /^\$?\{+\$?(?:this\.|self\.|\$this->)?([\w$]+)\}+(\?.*)?$/.exec(text)?.[1] : void 0;
		if (template !== void 0) add(`{${template}}`, at);
	}
	return places;
}
/** The token at which a name's value starts: the last assignment before `at`, or else the first after it; -1 if there is none. */
function givenTo(name, at, { given }) {
	const places = given.get(name) ?? [];
	return places.findLast((place) => place < at) ?? places[0] ?? -1;
}
/** The arguments of a call, each as its first and last token. @param open the token of the opening parenthesis */
function argumentsOf(code, open) {
	const { tokens } = code;
	const close = tokens[open]?.pair ?? -1;
	const found = [];
	let first = open + 1;
	for (let at = open + 1; at < close && spend(code, 1); at++) {
		const token = tokenAt(tokens, at);
		if (token.text === "," && token.kind === "punct" && token.up === open) {
			found.push([first, at - 1]);
			first = at + 1;
		} else if (token.pair > at) at = token.pair;
	}
	if (close > first) found.push([first, close - 1]);
	return found;
}
/** Replaces the name at the start of a template by its constant text: `${BASE}/v1` with `const BASE = "https://x.y"` becomes `https://x.y/v1`. */
function expanded(text, at, code) {
	return text.replace(/^\$?\{+\$?(?:this\.|self\.|\$this->)?([\w$]+)\}+/, (whole, name) => {
		const value = constantText([name, `$${name}`].map((one) => givenTo(one, at, code)).find((one) => one >= 0) ?? -1, code);
		return value === null || value === text ? whole : value;
	});
}
/** The URL or path that a value is, or that it falls back to: `os.getenv("X", "https://…")`. Null if there is none. */
function constantText(place, { tokens }) {
	if (place < 0) return null;
	const line = tokens[place]?.line ?? 0;
	for (let at = place; at < tokens.length && at < place + 14 && (tokens[at]?.line ?? 0) <= line + 3; at++) {
		const token = tokenAt(tokens, at);
		if (token.kind === "string" && /^https?:\/\/|^\//.test(token.text)) return token.text;
		if (token.text === ";") break;
	}
	return null;
}
// lib/src/scan/calls/prompt-flags.js
/** The most texts to search, and how many names are followed to reach one. */
const MOST_TEXTS = 20;
const DEEPEST$1 = 3;
/** The values of flags in the prompt of a call: `5` for `dur` in `text: f"{prompt} --rs 1080p --dur 5"`. @param flags without their dashes */
function flagValues(pairs, flags, code) {
	const prompts = pairs.filter(({ name }) => /^(text|prompt|content)$/i.test(name));
	return [...new Set(prompts.flatMap(({ first, last }) => textsIn(first, last, code)))].slice(0, MOST_TEXTS).flatMap((at) => flags.flatMap((flag) => {
		const text = tokenAt(code.tokens, at).text;
		const place = text.search(new RegExp(`(^|\\s)--${flag}(\\s|=|$)`));
		return place < 0 ? [] : [{
			written: /^\s*--[\w-]+[\s=]*(\S*)/.exec(text.slice(place, place + 200))?.[1] ?? "",
			at
		}];
	}));
}
/** The strings of a value and of the values of the names in it. */
function textsIn(first, last, code, depth = 0) {
	const found = [];
	for (let at = first; at <= last && at < first + 60 && spend(code, 1); at++) {
		const { kind, text } = tokenAt(code.tokens, at);
		if (kind === "string" && text.includes("--")) found.push(at);
		if (kind !== "word" || depth >= DEEPEST$1) continue;
		const place = givenTo(text, at, code);
		if (place >= 0 && (place < first || place > last)) found.push(...textsIn(place, segmentEnd(code.tokens, place), code, depth + 1));
	}
	return found;
}
// lib/src/scan/calls/parameters.js
/** Common names in APIs for the manifest's parameters. A detector may add more. */
const USUAL = {
	duration: [
		"duration",
		"durationSeconds",
		"duration_seconds",
		"seconds",
		"n_seconds",
		"video_length",
		"videoDuration",
		"video_duration"
	],
	resolution: [
		"resolution",
		"size",
		"video_size",
		"quality"
	],
	aspect_ratio: [
		"aspect_ratio",
		"aspectRatio",
		"ratio"
	],
	audio: [
		"generate_audio",
		"generateAudio",
		"enable_audio",
		"enableAudio",
		"with_audio",
		"audio",
		"sound"
	],
	count: [
		"num_videos",
		"numberOfVideos",
		"number_of_videos",
		"sampleCount",
		"sample_count",
		"n_variants",
		"n"
	]
};
/** The parameters of a job, from the pairs of a call or from those beside an id. A parameter that no pair names is `not-sent`. */
function parametersOf(pairs, file, code, detector) {
	const found = {};
	for (const parameter of PARAMETERS) {
		const names = [...detector?.arguments[parameter] ?? [], ...USUAL[parameter]];
		if (!spend(code, pairs.length)) break;
		const candidates = pairs.filter(({ name }) => names.includes(name));
		const asked = {
			parameter,
			file,
			code
		};
		const read = candidates.map((pair) => readValue(pair, asked)).filter((one) => one !== null);
		const flags = detector?.prompt_flags[parameter] ?? [];
		if (read.length === 0 && flags.length > 0) read.push(...flagValues(pairs, flags, code).map((value) => readFlag(value, asked)));
		found[parameter] = read.find(({ from }) => from === "literal") ?? read.find(({ from }) => from === "default") ?? read[0] ?? {
			value: null,
			from: "not-sent",
			file: null,
			line: null
		};
	}
	const { width, height } = {
		width: pairs.find(({ name }) => name === "width"),
		height: pairs.find(({ name }) => name === "height")
	};
	if (found.resolution?.from === "not-sent" && width && height) {
		const sides = [width, height].map((pair) => literalAt(pair, code));
		const line = code.tokens[width.first]?.line ?? null;
		found.resolution = sides.every((side) => typeof side === "number" || /^\d+$/.test(String(side))) ? {
			value: sides.join("x"),
			from: "literal",
			file,
			line
		} : {
			value: null,
			from: "dynamic",
			file,
			line
		};
	}
	return found;
}
/** The value of a flag. `--dur 5` is a literal; in `--dur {seconds}`, the value of the name is looked up in the file. */
function readFlag({ written, at }, asked) {
	const { parameter, file, code } = asked;
	const { line } = tokenAt(code.tokens, at);
	const name = /^\$?\{+\$?(?:\w+\.)*(\w+)\}+$/.exec(written)?.[1];
	if (name !== void 0) return named(name, at, asked, 0);
	const value = normalised({
		kind: "string",
		text: written
	}, parameter);
	return value === void 0 ? {
		value: null,
		from: "dynamic",
		file,
		line
	} : {
		value,
		from: "literal",
		file,
		line
	};
}
function literalAt({ first, last }, { tokens }) {
	const token = tokens[first];
	if (!token || first !== last) return null;
	return token.kind === "number" ? Number(token.text) : token.kind === "string" ? token.text : null;
}
/** @returns null for a value that cannot be this parameter: a list of allowed values, an object, a sentence */
function readValue({ first, last }, asked, depth = 0) {
	const { parameter, file, code } = asked;
	const { tokens } = code;
	const [from, to] = unwrapped(first, last, tokens);
	const token = tokens[from];
	if (!token || to < from) return null;
	const line = token.line;
	const dynamic = {
		value: null,
		from: "dynamic",
		file,
		line
	};
	if (from === to) {
		if (token.kind === "word" && !/^(true|false|True|False|None|null|nil)$/.test(token.text)) return depth < 3 ? named(token.text, from, asked, depth) : dynamic;
		if (token.kind === "string" && /[{$%]/.test(token.text)) return dynamic;
		const value = normalised(token, parameter);
		return value === void 0 ? null : {
			value,
			from: "literal",
			file,
			line
		};
	}
	if (token.text === "{" || token.text === "[") return null;
	const sign = tokens[to - 1]?.text ?? "";
	if ([
		"||",
		"??",
		"or",
		":-",
		"?:"
	].includes(sign)) return fallback(to, asked) ?? dynamic;
	const close = tokens[to];
	if (close?.text === ")" && tokens[to - 2]?.text === "," && close.pair >= 0 && /^(get|getenv|getattr|pop|env|fetch)$/.test(tokens[close.pair - 1]?.text ?? "")) return fallback(to - 1, asked) ?? dynamic;
	if (tokens.slice(from, to + 1).every(({ kind, text }) => kind === "word" || text === "." || text === "->" || text === "?.") && depth < 3) {
		const root = tokens[from]?.text ?? "";
		if (/^(self|this|\$this)$/.test(root) || /^[A-Z]/.test(root)) return named(tokens[to]?.text ?? "", from, asked, depth);
	}
	return dynamic;
}
function fallback(at, { parameter, file, code: { tokens } }) {
	const value = tokens[at] && normalised(tokens[at], parameter);
	return value === void 0 ? null : {
		value,
		from: "default",
		file,
		line: tokens[at]?.line ?? null
	};
}
/** The value that the file assigns to a name. The value of a constant counts as a literal, that of a function's parameter as a default. */
function named(name, at, asked, depth) {
	const { file, code } = asked;
	const { tokens } = code;
	const dynamic = {
		value: null,
		from: "dynamic",
		file,
		line: tokens[at]?.line ?? null
	};
	const places = (code.given.get(name) ?? []).filter((one) => one > at || endOfValue(one, tokens) < at);
	const place = places.findLast((one) => one < at) ?? places[0] ?? -1;
	if (place < 0 || place === at || depth >= 3) return dynamic;
	const end = endOfValue(place, tokens);
	if (place <= at && at <= end) return dynamic;
	const found = readValue({
		name,
		first: place,
		last: end
	}, asked, depth + 1);
	if (!found || found.value === null) return dynamic;
	return (tokens[tokenAt(tokens, place).up]?.text === "(" || tokens[place - 1]?.text === ":") && found.from === "literal" ? {
		...found,
		from: "default"
	} : found;
}
function endOfValue(place, tokens) {
	const { up, line } = tokenAt(tokens, place);
	let end = place;
	for (let at = place + 1; at < tokens.length && at < place + 40; at++) {
		const token = tokenAt(tokens, at);
		if (token.text === "," || token.text === ";" || token.text === ")" || token.text === "}" || token.text === "]" || token.line !== line || token.up !== up) break;
		end = token.pair > at ? token.pair : at;
		at = end;
	}
	return end;
}
/** Strips type conversions: `String(5)`, `str(duration)`, `int("5")`, `5 as const`. */
function unwrapped(first, last, tokens) {
	let [from, to] = [first, last];
	for (let round = 0; round < 3; round++) {
		const open = from + 1;
		if (/^(String|str|int|float|Number|parseInt|parseFloat|to_string|Some|bool|Boolean)$/.test(tokens[from]?.text ?? "") && tokens[open]?.text === "(" && tokens[open]?.pair === to) [from, to] = [open + 1, to - 1];
		else break;
	}
	if (tokens[to]?.text === "const" && tokens[to - 1]?.text === "as") to -= 2;
	if (tokens[to]?.kind === "word" && tokens[to - 1]?.text === "as") to -= 2;
	return [from, to];
}
/** The value in the manifest's form (a duration in seconds); undefined if it is not a value of this parameter. */
function normalised({ kind, text }, parameter) {
	switch (parameter) {
		case "duration": {
			const seconds = /^(\d{1,4}(?:\.\d+)?)\s?(?:s|sec|seconds)?$/.exec(text)?.[1];
			return seconds === void 0 ? void 0 : Number(seconds);
		}
		case "count": return /^\d{1,3}$/.test(text) ? Number(text) : void 0;
		case "audio":
			if (/^(true|on|yes)$/i.test(text)) return true;
			return /^(false|off|no)$/i.test(text) ? false : void 0;
		case "aspect_ratio":
			if (kind !== "string") return void 0;
			return /^\d{1,4}(\.\d+)?:\d{1,4}$/.test(text) ? text : void 0;
		case "resolution": {
			const size = /^(\d{3,4})[x*:×](\d{3,4})$/i.exec(text);
			if (size) return `${size[1]}x${size[2]}`;
			return /^\d{3,4}p$|^[248]k$|^(hd|fhd|sd|standard|high)$/i.test(text) ? text.toLowerCase() : void 0;
		}
	}
}
// lib/src/scan/detect/url-id.js
/** The model in a URL: `…/models/veo-3.1-generate-001:predictLongRunning`, `queue.fal.run/fal-ai/veo3`; null if there is none. */
function idOfUrl(text, vocabulary) {
	if (vocabulary.polls.some(({ detector, pattern }) => detector.general && pattern.test(text))) return null;
	if (text.length > 400 || !/[/}]/.test(text) || /\s/.test(text)) return null;
	for (const { pattern } of vocabulary.paths) {
		const model = pattern.exec(text)?.groups?.["model"];
		const identity = model === void 0 ? null : vocabulary.identify(model.replace(/^.*\}/, ""));
		if (identity) return identity;
	}
	const tail = /(?:^|[/}])([A-Za-z0-9][A-Za-z0-9._-]*):(?:predictLongRunning|generateVideos|predict)\b/.exec(text)?.[1];
	return tail === void 0 ? null : vocabulary.identify(tail);
}
// lib/src/scan/file/identified.js
/** The id in a token: the whole text, or the model in a URL such as `…/models/veo-3.1-generate-001:predictLongRunning`. */
function idIn(token, vocabulary) {
	const { text } = token;
	if (text.length > 400) return null;
	const whole = vocabulary.identify(text);
	if (whole) return {
		identity: whole,
		inUrl: false
	};
	const identity = idOfUrl(text, vocabulary);
	return identity ? {
		identity,
		inUrl: true
	} : null;
}
/** The token of a call's literal model, whether a detector knows it or not; -1 if there is none. */
function writtenModel(submit, tokens) {
	const isId = (at) => tokens[at]?.kind === "string" && /^[A-Za-z0-9][\w./:-]{1,149}$/.test(tokens[at]?.text ?? "");
	const pair = submit.pairs.find(({ name, first, last }) => /^(model|model_?name|model_?id)$/i.test(name) && first === last && isId(first));
	if (pair) return pair.first;
	if (!submit.detectors.some(({ general }) => general)) return -1;
	let open = submit.at;
	while (open < tokens.length && open - submit.at < 30 && tokens[open]?.text !== "(") open++;
	const text = tokens[open + 1]?.text ?? "";
	return isId(open + 1) && /^[\w.-]+\/[\w./:-]+$/.test(text) ? open + 1 : -1;
}
// lib/src/scan/file/open-calls.js
/** Submits whose model is not in the file. @param used the tokens of ids that already have a sighting */
function openCalls({ path, code, submits, ignores }, used) {
	return submits.flatMap((submit) => {
		const { detectors, line, sure, model, at } = submit;
		if (model.ids.some((id) => used.has(id)) || writtenModel(submit, code.tokens) >= 0) return [];
		if (ignores.has(line, code.tokens[at]?.text ?? "")) return [];
		const noModel = detectors.length > 0 && detectors.every(({ no_model }) => no_model);
		return [{
			file: path,
			line,
			providers: detectors.map(({ provider }) => provider),
			sure,
			dynamic: noModel ? "" : model.dynamic ?? "the caller",
			parameters: parametersOf(submit.pairs, path, code, detectors[0]),
			video: detectors.every(({ general }) => general) && detectors.length > 0 ? subjectOf(submit, code, path) : "yes"
		}];
	});
}
/** The lines of submits whose id is elsewhere in the file. A submit with the id among its arguments is left out, because the id's own line is the place. */
function sendsIn({ code, submits, vocabulary }) {
	return submits.flatMap(({ at, line, detectors, model }) => model.ids.flatMap((id) => {
		const identity = id > at && [...bracketsOf(code.tokens, id)].some((up) => up > at && up - at < 40) ? null : idIn(tokenAt(code.tokens, id), vocabulary)?.identity;
		return identity && identity.strength !== "not-video" ? [{
			line,
			model: identity.model,
			providers: detectors.map(({ provider }) => provider)
		}] : [];
	}));
}
/** At most this many retries of a file are reported. */
const MOST_RETRIES = 50;
/** Retries around submits without an idempotency key. */
function retriedSubmits({ path, code, submits }) {
	const found = [];
	for (const submit of submits) {
		const retried = hasKey(submit) ? null : retryAround(code.lines, submit.line, path);
		if (retried) found.push(retried);
		if (found.length === MOST_RETRIES) break;
	}
	return found;
}
const VIDEO = /video|clip|movie|animat|i2v|t2v|veo|kling|reel|duration/gi;
const OTHER = /image(?!.{0,6}(to|2).?video|_url|Url)|photo|picture|upscale|speech|voice|music|\btts\b/gi;
/** Whether the lines around a call are about video or about images or sound. It is asked for providers that sell more than video. */
function subjectOf(submit, { lines }, path) {
	const near = lines.slice(Math.max(0, submit.line - 25), submit.line + 15).join("\n");
	const video = near.match(VIDEO)?.length ?? 0;
	const other = near.match(OTHER)?.length ?? 0;
	if (/(^|[/_.-])(image|audio\w*|speech|voice|music|tts|chat|transcri\w*|caption|embed\w*)s?([/_.-]|$)/i.test(path) && !/video|clip/i.test(path) && video <= other + 1) return "no";
	if (video === 0 && other === 0) return "unsaid";
	return video > 0 && video >= other ? "yes" : "no";
}
function hasKey({ pairs }) {
	return pairs.some(({ name }) => /idempoten|external_task_id|client_?token|request_?id/i.test(name));
}
// lib/src/scan/calls/senders.js
const READS = /(^|\.)(get|GET|head|delete|Get|GetAsync|print|log|info|debug|warn|error|append|push|join|includes|startsWith|replace|match|test|route|path|url_path)$/;
const BUILDS = /(^|\.)(urljoin|URL|format|concat|f|Uri|parse|String|str|join|trim|rstrip|rtrim|strip|replace|getenv|env|get|url)$/;
const SENDS = /(^|\.)(post|POST|fetch|request|axios|got|ky|PostAsync|SendAsync|PostAsJsonAsync|ofetch|\$fetch|urlopen|Request|post_json|postForObject|postForEntity|send|put|NewRequest|NewRequestWithContext|Post|call|invoke|uploadString|fetchWithRetry|fetchWithTimeout|curl_init|exchange)$/;
/** Whether a word is the name in a definition, not in a call. */
function isDefined(at, tokens) {
	return /^(def|function|func|fn|fun|class|interface|async)$/.test(tokens[at - 1]?.text ?? "");
}
/** The calls that send a request to the URL at a token. `name` is the token that names the call, `open` its opening parenthesis. */
function placesThatSend(at, code) {
	const { tokens } = code;
	for (const up of bracketsOf(tokens, at)) {
		if (tokens[up]?.text !== "(") continue;
		const callee = calleeOf(tokens, up);
		if (callee === "" || BUILDS.test(callee)) {
			if (/(^|\.)(get|GET)$/.test(callee) && keyOf(tokens, up) < 0) return [];
			continue;
		}
		if (READS.test(callee)) return [];
		if (isDefined(nameOf(up, tokens), tokens)) return [];
		return isRead(up, code) ? [] : [{
			name: nameOf(up, tokens),
			open: up
		}];
	}
	const key = keyOf(tokens, at);
	const name = key >= 0 ? tokens[key]?.text ?? "" : "";
	if (name === "" || !/^[A-Za-z_$]/.test(name)) return name === "" && isCommand(at, tokens) ? [{
		name: at,
		open: at
	}] : [];
	if (/^(url|uri|endpoint)$/i.test(name) && tokens[key]?.kind === "string" && hasMethod(at, code, "POST")) return [{
		name: key,
		open: tokenAt(tokens, at).up
	}];
	return sendersOf(name, key, code);
}
/** Calls that send the value of a name. @param from the token of its assignment, which is not a call */
function sendersOf(name, from, code) {
	const { tokens } = code;
	const found = [];
	const places = /* @__PURE__ */ new Set([...code.placesOf(name), ...code.placesOf(`{${name.replace(/^\$/, "")}}`)]);
	for (const at of [...places].sort((first, second) => first - second)) {
		if (!spend(code, 20)) break;
		const token = tokenAt(tokens, at);
		if (at === from) continue;
		if (tokens[at + 1]?.text === ":" && token.kind === "word" && tokens[at - 1]?.text === "{") continue;
		for (const up of bracketsOf(tokens, at)) {
			if (tokens[up]?.text !== "(") continue;
			const callee = calleeOf(tokens, up);
			if (SENDS.test(callee) && !isRead(up, code)) found.push({
				name: nameOf(up, tokens),
				open: up
			});
			break;
		}
	}
	return found;
}
/** Whether a parenthesis opens the arguments of a call that sends something. */
function isSending(open, tokens) {
	return SENDS.test(calleeOf(tokens, open));
}
/** The token of the word that names a call. */
function nameOf(open, tokens) {
	let at = open - 1;
	if (tokens[at]?.text === ">") while (at > 0 && open - at < 30 && tokens[at]?.text !== "<") at--;
	if (tokens[at]?.text === "<") at--;
	return Math.max(at, 0);
}
/** Whether a call only reads: its method is GET, HEAD or DELETE, or it is `fetch` with nothing but a URL. */
function isRead(open, code) {
	const { tokens } = code;
	const close = tokens[open]?.pair ?? -1;
	for (let at = open + 1; at < close && at < open + 200; at++) if (/^(GET|get|HEAD|DELETE)$/.test(tokens[at]?.text ?? "") && tokens[at]?.kind === "string") return true;
	if (/(^|\.)(fetch|\$fetch|ofetch|urlopen)$/.test(calleeOf(tokens, open))) {
		const list = argumentsOf(code, open);
		if (list.length < 2) return true;
		const options = list[1];
		if (tokens[options[0]]?.text === "{") {
			const text = tokens.slice(options[0], options[1] + 1);
			return !text.some(({ text: word }) => /^(POST|PUT|post)$/.test(word)) && !text.some(({ text: word }) => word === "body" || word === "...");
		}
	}
	return false;
}
function isCommand(at, tokens) {
	const { line } = tokenAt(tokens, at);
	for (let index = at - 1; index >= 0 && at - index < 40; index--) {
		const token = tokenAt(tokens, index);
		if (token.text === "curl" && line - token.line < 6) return true;
	}
	return false;
}
function hasMethod(at, { tokens }, method) {
	const { up } = tokenAt(tokens, at);
	const end = up >= 0 ? tokens[up]?.pair ?? -1 : segmentEnd(tokens, at);
	for (let index = Math.max(up, at - 60); index < Math.min(end, at + 120); index++) if (tokens[index]?.text.toUpperCase() === method) return true;
	return false;
}
// lib/src/scan/calls/unknown-host.js
/** Whether a URL contains a host that no detector has. A host in a variable does not count, and neither does `localhost`. */
function isUnknownHost(url, { detectors }) {
	const host = /^https?:\/\/([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?=[:/?#]|$)/.exec(url)?.[1];
	return host !== void 0 && ![...detectors.values()].some(({ hosts }) => hosts.some((own) => host.includes(own.split("/")[0] ?? own)));
}
/** Functions that turn an object into text. */
const WRITES = /(^|\.)(stringify|dumps|encode|json|json_encode|Marshal|dict|to_json|toJson|StringContent|Blob|FormData)$/;
/** Whether an id is sent to an unknown host: by the call that contains it, or by one that sends the object that contains it. */
function isSentToUnknownHost(at, code, vocabulary) {
	const { tokens } = code;
	const own = tokenAt(tokens, at).text;
	if (/^https?:/.test(own)) return isUnknownHost(own, vocabulary);
	let outermost = at;
	for (const up of bracketsOf(tokens, at)) {
		if (tokens[up]?.text === "(" && isSending(up, tokens)) return isUnknownHost(urlOf(up, code), vocabulary);
		if (tokens[up]?.text === "(" && !WRITES.test(calleeOf(tokens, up))) break;
		if (isStatement$1(up, tokens)) break;
		outermost = up;
	}
	const key = outermost === at ? -1 : keyOf(tokens, outermost);
	const senders = key < 0 ? [] : sendersOf(tokens[key]?.text ?? "", key, code);
	return senders.length > 0 && senders.every(({ open }) => isUnknownHost(urlOf(open, code), vocabulary));
}
/** Whether a brace opens a function or a block, which is not part of a value. */
function isStatement$1(up, tokens) {
	return tokens[up]?.text === "{" && /^(\)|=>|else|try|do)$/.test(tokens[up - 1]?.text ?? "");
}
/** The URL among the first two arguments of a call, including one under `url`; "" if the file does not have it. */
function urlOf(open, code) {
	const { tokens } = code;
	for (const [first, last] of argumentsOf(code, open).slice(0, 2)) for (let at = first; at <= last && at < first + 40; at++) {
		const { kind, text } = tokenAt(tokens, at);
		if (kind === "number" || kind === "punct") continue;
		const url = kind === "string" ? expanded(text, at, code) : at === first ? constantText(nearestValue(text, at, code), code) ?? "" : "";
		if (/^https?:/.test(url)) return url;
	}
	return "";
}
function nearestValue(name, at, { given }) {
	const places = given.get(name) ?? [];
	return places.findLast((place) => place < at) ?? places[0] ?? -1;
}
const BASE = /^(base_?url|base_?uri|api_?base|server_?url|endpoint)$/i;
/** Whether a file configures a provider's library with an unknown host: `OpenAI(base_url="https://gateway.example/v1")`. */
function isSetUpElsewhere(detectors, code, vocabulary) {
	for (const [name, places] of code.given) {
		if (!BASE.test(name)) continue;
		for (const place of places) {
			if (!isUnknownHost(constantText(place, code) ?? "", vocabulary)) continue;
			for (const up of bracketsOf(code.tokens, place)) if (code.tokens[up]?.text === "(" && detectors.some((detector) => isLibrary(calleeOf(code.tokens, up), detector))) return true;
		}
	}
	return false;
}
/** Whether the name of a call contains a provider or one of its libraries: `AsyncOpenAI`, `genai.Client`. */
function isLibrary(callee, { provider, packages }) {
	const names = [provider, ...Object.values(packages).flat()].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
	return callee.toLowerCase().split(/[^a-z0-9]+/).some((part) => part.length >= 4 && part !== "client" && names.some((name) => name.includes(part) || name.length >= 4 && part.includes(name)));
}
// lib/src/scan/roles/role.js
/** The role of a string in its code, judged by the signs and names beside it, without types or data flow. The first rule that applies decides. */
const COMPARES = /* @__PURE__ */ new Set([
	"==",
	"===",
	"!=",
	"!==",
	"=~",
	"<=>",
	"is",
	"eq",
	"ne",
	"eql",
	"not_eq"
]);
const COMPARING = /^(includes|startswith|endswith|starts_with|ends_with|has|haskey|has_key|equals|equalsignorecase|contains|containskey|indexof|match|matches|test|str_contains|str_starts_with|in_array|assert\w*|expect|tobe|toequal|include\?|start_with\?|isinstance|replace|replaceall|split|removeprefix)$/i;
const SAYING = /^(print|println|printf|log|info|warn|warning|error|debug|trace|raise|throw|exception|\w*error|\w*exception|echo|puts|alert|notify|toast|console|describe|help|send_?message|reply|write_?line|format|fprintf|sprintf|panic|fatal|abort|jsonify|json_response)$/i;
/** A function of the team that records what was done: `log_generation(model="x")`. */
const RECORDING = /^(log|audit|track|record)(_|[A-Z])/;
/** A name for a part of ids, which serves to compare them: `MODEL_PREFIX = "x"`. */
const PART = /(prefix|suffix|pattern|regex|regexp)(es|s)?$/i;
const MONEY = /(pric|cost|credit|billing|budget|tariff|usd|charge|spend|(^|_)rates?(_|$)|usage)/i;
const CHOICES = /(allowed|valid|supported|choices|options|available|accepted|enum|known|whitelist|permitted|capabilit|constraints|labels?$|display|names$|_names|features|aliases)/i;
const ENVIRONMENT = /(^|[^a-z])(env|environ|getenv|environment|getenvironmentvariable|getproperty|env_var|config_var)$/i;
const FALLBACK = /^(get|getattr|fetch|getordefault|dig|default|unwrap_or|unwrap_or_else|orelse|field|option|argument|mapped_column|column|getstring|config|add_argument|usestate|setdefault|str|string|prefault|catch|coalesce|withdefault)$/i;
/** @param at a string, or an unquoted value, that is an id as a whole */
function roleOf(tokens, at, path) {
	const ending = endingOf(path);
	const [before, after] = [tokens[at - 1], tokens[at + 1]];
	if (/^(html|htm|xml|jinja2?|j2|ejs|hbs|erb|twig)$/.test(ending)) return said("ui-list");
	if (/(^|\/)(locales?|i18n|translations?|lang|intl)\//i.test(path)) return said("message");
	if (MONEY.test(path.slice(path.lastIndexOf("/") + 1))) return said("price-table");
	if (ending === "sql" || COMPARES.has(before?.text ?? "") || COMPARES.has(after?.text ?? "")) return said("comparison");
	if (before?.text === "case" || before?.text === "when" || before?.text === "in" && before.kind === "word") return said("comparison");
	if (isType(tokens, at)) return said("type");
	const { up } = tokenAt(tokens, at);
	const callee = tokens[up]?.text === "(" ? calleeOf(tokens, up) : "";
	const called = callee.slice(callee.lastIndexOf(".") + 1);
	if (COMPARING.test(called)) return said("comparison");
	if (isImported(tokens, at, called)) return said("key");
	if (isKey(tokens, at)) return keyRole(tokens, at, path);
	const declared = declaredNames(tokens, at);
	if (declared.some((name) => MONEY.test(name) && !/generat|create|submit/i.test(name))) return said("price-table");
	const key = keyOf(tokens, at);
	const name = key >= 0 ? tokens[key]?.text ?? "" : "";
	if (PART.test(name)) return said("comparison");
	if (SAYING.test(called) || RECORDING.test(called) || /^(console|logger|logging|log|st|toast)\./.test(callee)) return said("message");
	if (MONEY.test(called) || /^(record|track)/i.test(called)) return said("price-table");
	if (/^(help|description|title|label|message|text|placeholder|hint|summary|detail|example|examples|note|displayname|display_name)$/i.test(name)) return said("message");
	if (MONEY.test(name)) return said("price-table");
	if (/^name$/i.test(name) && hasField(tokens, up, /^(id|value|model|endpoint|model_?id|slug|key)$/i)) return said("message");
	if (isInside(tokens, at) || isCompared(tokens, at)) return said("comparison");
	if (before?.text === "=" && /^(value|key|to|href|id|class|classname)$/i.test(tokens[at - 2]?.text ?? "") && isTag(tokens, at)) return said("ui-list");
	const fallback = fallbackRole(tokens, at);
	if (fallback) return { role: fallback };
	if (ending === "env" || ending === "dockerfile") return name ? { role: "env-default" } : said("message");
	if (ENVIRONMENT.test(callee) || /(^|\.)env(iron)?(\.|$)/i.test(callee)) return { role: at > up + 1 ? "env-default" : "constant" };
	if (/^default|^fallback|_default$|Default$/.test(name)) return { role: "default" };
	if (FALLBACK.test(called) && at > up + 1 && key < 0) return { role: /env/i.test(callee) ? "env-default" : "default" };
	if (/^(default|prefault|usestate|unwrap_or|orelse)$/i.test(called)) return { role: "default" };
	if (isParameter(tokens, at)) return { role: "default" };
	const opening = tokens[up]?.text;
	if ((opening === "[" || opening === "(" && declared.length > 0) && callee === "" && key < 0) return listRole(tokens, up, declared);
	if (/^(choices|enum|options|allowed\w*|supported\w*)$/i.test(name)) return said("ui-list");
	if (opening === "{" && key >= 0 && isChoice(tokens, up, name)) return said("ui-list");
	if ((opening === "{" || opening === "(") && key >= 0 && isModelKey(name) && !isMapEntry(tokens, up)) return isAnswer(tokens, up) ? said("message") : { role: "body" };
	if (opening === "{" && key < 0 && !isStatement(tokens, at)) return declared.some((one) => CHOICES.test(one) || /models$/i.test(one)) ? said("ui-list") : { role: "map" };
	if (opening === "{" && tokens[key + 1]?.text !== "=") return { role: "map" };
	return { role: "constant" };
}
function said(role) {
	return { role };
}
/** Whether a string is the path of a module: `from "lib/kling-video/client"`, `require("…")`. */
function isImported(tokens, at, called) {
	return /^(from|import)$/.test(tokens[at - 1]?.text ?? "") || /^(require|import|require_once|require_relative|include)$/.test(called);
}
/** Whether a key usually has a model as its value. */
function isModelKey(name) {
	return /^(\w*[._-])?(model|model_?name|model_?id|model_?key|endpoint|engine|deployment|version|ai_?model)$/i.test(name) || /model(name|id)?$/i.test(name);
}
/** Whether a string is part of a type: of a union, of `Literal[…]`, of an interface or a type, or of a list that is `as const`. */
function isType(tokens, at) {
	const { up, line } = tokenAt(tokens, at);
	const single = (index) => tokens[index]?.text === "|" && tokens[index]?.kind === "punct";
	if (single(at - 1) && tokens[at - 2]?.kind === "string" || single(at + 1) && tokens[at + 2]?.kind === "string") return true;
	if (single(at - 1) || single(at + 1)) return true;
	if (tokens[up]?.text === "[" && /^(Literal|Union|Optional)$/.test(tokens[up - 1]?.text ?? "")) return true;
	const start = segmentStart(tokens, at);
	if (tokens[start]?.text === "type" && tokens[start + 1]?.kind === "word" && tokens[start]?.line === line) return true;
	if (tokens[start]?.text === "export" && tokens[start + 1]?.text === "type") return true;
	for (const opening of bracketsOf(tokens, at)) {
		if (tokens[opening]?.text !== "{") continue;
		for (let index = opening - 1; index >= 0 && opening - index < 12; index--) {
			const text = tokens[index]?.text ?? "";
			if (text === "interface") return true;
			if (text === "type" && tokens[index + 2]?.text === "=") return true;
			if (text === ";" || text === "}" || text === ")") break;
		}
	}
	return false;
}
/** Whether a string is a key: it stands before a `:` or `=>`. */
function isKey(tokens, at) {
	const after = tokens[at + 1];
	if (!after || after.text !== ":" && after.text !== "=>") return false;
	const before = tokens[at - 1]?.text ?? "";
	if (tokens[at]?.quoted === false) return after.text === ":" && before !== ":" && before !== "=";
	if (tokens[tokenAt(tokens, at).up]?.text === "(" && after.text === ":") return false;
	return before === "{" || before === "," || before === "[" || before === "(" || before === ";" || tokens[at - 1]?.line !== tokens[at]?.line;
}
/** The role of an id that is a key. Its value may be a price, a label, the model's capabilities or another id. */
function keyRole(tokens, at, path) {
	const value = tokens[at + 2];
	if (value?.kind === "number" || declaredNames(tokens, at).some((name) => MONEY.test(name))) return said("price-table");
	const names = declaredNames(tokens, at);
	if (/\.(json|ya?ml)$/.test(path) || names.some((name) => CHOICES.test(name))) return said("key");
	if (value?.kind === "string" && value.text !== tokens[at]?.text && names.some((name) => /models$/i.test(name))) return { role: "map" };
	return said("key");
}
/** The names declared around a token: the variables whose value contains it, and the function whose parameter list contains it. */
function declaredNames(tokens, at) {
	const names = [];
	for (const place of [at, ...bracketsOf(tokens, at)]) {
		const key = keyOf(tokens, place);
		if (key >= 0) names.push(tokens[key]?.text ?? "");
		if (tokens[place]?.text === "(" && isDefinition(tokens, place)) {
			names.push(calleeOf(tokens, place));
			break;
		}
		if (names.length > 6) break;
	}
	return names;
}
function isDefinition(tokens, open) {
	return [
		"def",
		"function",
		"func",
		"fn",
		"fun",
		"sub"
	].includes(tokens[open - 2]?.text ?? "") || ["function", "fn"].includes(tokens[open - 1]?.text ?? "");
}
/** Whether a string is in a list that is searched: `model in ("a", "b")`, `["a", "b"].includes(model)`. */
function isInside(tokens, at) {
	const { up } = tokenAt(tokens, at);
	const opening = tokens[up];
	if (!opening || opening.text === "}") return false;
	if (tokens[up - 1]?.text === "in" || tokens[up - 1]?.text === "not" && tokens[up - 2]?.text === "in") return opening.text !== "{" || tokens[up - 2]?.text !== "for";
	return tokens[opening.pair + 1]?.text === "." && COMPARING.test(tokens[opening.pair + 2]?.text ?? "");
}
/** Whether a string is compared with `in`: `"a" in models`. */
function isCompared(tokens, at) {
	return tokens[at + 1]?.text === "in" || tokens[at + 1]?.text === "not" && tokens[at + 2]?.text === "in";
}
function isTag(tokens, at) {
	for (let index = at - 1; index >= 0 && at - index < 40; index--) {
		const text = tokens[index]?.text;
		if (text === "<") return true;
		if (text === ">" || text === ";" || text === "{") return false;
	}
	return false;
}
/** The role of a fallback value, after `||`, `??`, `or` or `:-`; null if the string is none. */
function fallbackRole(tokens, at) {
	const before = tokens[at - 1]?.text ?? "";
	if (![
		"||",
		"??",
		"or",
		":-",
		"?:",
		"||=",
		"??="
	].includes(before)) return null;
	const start = segmentStart(tokens, at);
	for (let index = start; index < at; index++) if (/^(env|environ|getenv|ENV|getEnv|get_env|GetEnvironmentVariable)$/.test(tokens[index]?.text ?? "")) return "env-default";
	return before === ":-" ? "env-default" : "default";
}
/** Whether a string is the default of a function's parameter. */
function isParameter(tokens, at) {
	const { up } = tokenAt(tokens, at);
	if (tokens[at - 1]?.text !== "=") return false;
	if (tokens[up]?.text === "(" && isDefinition(tokens, up)) return true;
	if (tokens[up]?.text !== "(" && tokens[up]?.text !== "{") return false;
	const parameters = tokens[up]?.text === "{" ? tokens[up]?.up ?? -1 : up;
	if (tokens[parameters]?.text !== "(") return false;
	const following = tokens[(tokens[parameters]?.pair ?? -1) + 1]?.text ?? "";
	return isDefinition(tokens, parameters) || [
		"=>",
		"{",
		":",
		"->"
	].includes(following);
}
function listRole(tokens, open, declared) {
	const close = tokens[open]?.pair ?? -1;
	if (tokens[close + 1]?.text === "as" && tokens[close + 2]?.text === "const") return said("type");
	const name = declared[0] ?? "";
	if (CHOICES.test(name) && !/fallback/i.test(name)) return said("ui-list");
	const up = tokens[open]?.up ?? -1;
	const callee = tokens[up]?.text === "(" ? calleeOf(tokens, up) : "";
	if (/(^|\.)(Set|set|frozenset)$/.test(callee)) return said("ui-list");
	return { role: "map" };
}
/** Whether an object is one of several choices: `{ value: "x", label: "X" }`. */
function isChoice(tokens, open, name) {
	if (!/^(value|key)$/i.test(name)) return false;
	return hasField(tokens, open, /^(label|name|title|text)$/i);
}
function hasField(tokens, open, name) {
	const close = tokens[open]?.pair ?? -1;
	for (let index = open + 1; index < close && index - open < 60; index++) if (name.test(tokens[index]?.text ?? "") && tokens[index]?.up === open && tokens[index + 1]?.text !== ",") return true;
	return false;
}
/** Whether an object is an entry of a list or a map of objects. The fields of such an entry describe something and are not sent. */
function isMapEntry(tokens, open) {
	const before = tokens[open - 1]?.text ?? "";
	const up = tokens[open]?.up ?? -1;
	if (tokens[open]?.text !== "{") return false;
	return tokens[up]?.text === "[" || before === ":" && tokens[up]?.text === "{" && !isModelCarrier(tokens[open - 2]?.text ?? "");
}
function isModelCarrier(name) {
	return /^(body|json|data|input|payload|params|parameters|arguments|request|config)$/i.test(name);
}
/** Whether an object is sent back to a caller in an HTTP response. */
function isAnswer(tokens, open) {
	for (const place of [open, ...bracketsOf(tokens, open)]) {
		const up = tokens[place]?.up ?? -1;
		if (tokens[up]?.text !== "(") continue;
		if (/(^|\.)(NextResponse|res|response|Response|reply|ctx|c|status|\(\))\.(json|send|status)$|jsonify|JSONResponse|JsonResponse/.test(calleeOf(tokens, up))) return true;
	}
	return false;
}
/** Whether a string is in the braces of a block, not in those of a map. */
function isStatement(tokens, at) {
	return segmentStart(tokens, at) < at || tokens[segmentEnd(tokens, at)]?.text === ")";
}
// lib/src/scan/calls/values.js
const DEEPEST = 4;
/** At most this many tokens of a value are read, about a map of two hundred models. */
const LONGEST = 3e3;
/** Follows the value of an expression through the file: constants, defaults, conditional values, values of a map. */
function modelSource([first, last], { code, vocabulary }, depth = 0) {
	const { tokens } = code;
	const ids = [];
	let dynamic = null;
	for (let at = first; at <= last && at < first + LONGEST && spend(code, 1); at++) {
		const token = tokenAt(tokens, at);
		if (token.kind === "string" && !isName(at, tokens) && isId(token.text, vocabulary)) ids.push(at);
	}
	const variable = environmentName(tokens, first, last);
	if (variable) dynamic = `env ${variable}`;
	if (ids.length > 0) return {
		ids,
		dynamic
	};
	const [root, name] = namesIn(tokens, first, last);
	if (root && root !== name && code.given.has(root)) {
		const found = modelOfName(root, [first, last], {
			code,
			vocabulary
		}, depth + 1);
		if (found.ids.length > 0) return found;
	}
	if (!name) return {
		ids,
		dynamic: dynamic ?? "an expression"
	};
	const found = modelOfName(name, [first, last], {
		code,
		vocabulary
	}, depth);
	return found.ids.length > 0 || dynamic === null ? found : {
		ids,
		dynamic
	};
}
/** The model in the value of a name. The range is where the name is used. */
function modelOfName(name, [first, last], known, depth = 0) {
	const { code } = known;
	if (depth >= DEEPEST) return {
		ids: [],
		dynamic: `variable ${name}`
	};
	let dynamic = null;
	const ids = [];
	for (const place of placesOf(name, first, code)) {
		if (place >= first && place <= last) continue;
		if (!spend(code, 20)) break;
		const found = modelSource([place, segmentEnd(code.tokens, place)], known, depth + 1);
		if (found.dynamic?.startsWith("env ")) dynamic ??= found.dynamic;
		ids.push(...found.ids);
		if (ids.length > 0 && !isField(place, code.tokens)) break;
	}
	if (ids.length > 0) return {
		ids: [...new Set(ids)],
		dynamic
	};
	return {
		ids: [],
		dynamic: dynamic ?? `${isDeclaredHere(name, code) ? "variable" : "parameter"} ${name}`
	};
}
/** Whether a string is a key: of an object, or to an entry as in `MODELS["fast"]`. */
function isName(at, tokens) {
	const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
	if (after === "=>" || after === ":" && before !== "?") return true;
	return before === "[" && after === "]" && tokens[at - 2]?.kind === "word" && tokens[at - 2]?.line === tokens[at]?.line;
}
function placesOf(name, at, code) {
	const nearest = givenTo(name, at, code);
	return [.../* @__PURE__ */ new Set([nearest, ...code.given.get(name) ?? []])].filter((place) => place >= 0);
}
function isField(place, tokens) {
	const opening = tokens[tokenAt(tokens, place).up]?.text;
	return (opening === "{" || opening === "[") && tokens[place - 1]?.text !== "=";
}
function isDeclaredHere(name, { given }) {
	return given.has(name);
}
function isId(text, vocabulary) {
	const found = vocabulary.identify(text);
	return found !== null && found.strength !== "not-video";
}
/** The variable that an expression reads: `process.env.X`, `os.getenv("X")`, `os.environ["X"]`, `env('X')`, `ENV["X"]`; null if none. */
function environmentName(tokens, first, last) {
	for (let at = first; at <= last; at++) {
		if (!/^(env|environ|getenv|ENV|getEnv|get_env|GetEnvironmentVariable|var|Getenv|LookupEnv)$/.test(tokens[at]?.text ?? "")) continue;
		for (let next = at + 1; next <= Math.min(last, at + 4); next++) {
			const { kind, text } = tokenAt(tokens, next);
			if (/^[A-Z][A-Z0-9_]{2,}$/.test(text) && (kind === "word" || kind === "string")) return text;
		}
	}
	return null;
}
/** The first and the last name of a path: `config` and `model` of `config.model`, only `model` of `self.model`, only `MODELS` of `MODELS[key]`. */
function namesIn(tokens, first, last) {
	const names = [];
	for (let at = first; at <= last; at++) {
		const token = tokenAt(tokens, at);
		if (token.kind === "string") {
			const inside = /\{\$?(?:this\.|self\.)?([A-Za-z_$][\w$]*(?:\.\w+)*)/.exec(token.text)?.[1];
			if (inside && names.length === 0) names.push(...inside.split("."));
			break;
		}
		if (token.kind !== "word") {
			if (token.text === "[" || token.text === "(") break;
			continue;
		}
		if (/^(await|new|return|self|this|str|String|f|const|let|as|string|\$this)$/.test(token.text)) continue;
		names.push(token.text);
		const link = tokens[at + 1]?.text;
		if (link !== "." && link !== "->" && link !== "?." && link !== "::") break;
	}
	return [names[0] ?? null, names.at(-1) ?? null];
}
const SIGNS = /* @__PURE__ */ new Set([
	":",
	"=",
	"=>"
]);
const MOST_PAIRS = 300;
/** All pairs in a range, at any depth, and in the objects that it refers to: `json=payload`, `**kwargs`, `...input`, `JSON.stringify(body)`. */
function pairsOf(first, last, code, depth = 0) {
	const { tokens } = code;
	const pairs = [];
	for (let at = first; at <= last && pairs.length < MOST_PAIRS && spend(code, 1); at++) {
		const token = tokenAt(tokens, at);
		const next = tokens[at + 1];
		if ((token.kind === "word" || token.kind === "string") && next && SIGNS.has(next.text) && at < last && tokens[at - 1]?.text !== "?") {
			const end = Math.min(segmentEnd(tokens, at + 2), last);
			pairs.push({
				name: token.text,
				first: at + 2,
				last: end
			});
			continue;
		}
		if (token.kind !== "word" || depth >= 3 || /^(true|false|True|False|None|null|self|this|await|JSON|json|stringify|dumps)$/.test(token.text)) continue;
		const before = tokens[at - 1]?.text ?? "";
		const after = next?.text ?? "";
		if ((before === "{" || before === ",") && (after === "," || after === "}")) pairs.push({
			name: token.text,
			first: at,
			last: at
		});
		if (before === "." || after === "." || after === "(" || after === "=") continue;
		pairs.push(...objectPairs(token.text, at, code, depth));
	}
	return pairs;
}
/** The pairs of a named object, including those that later lines add to it. */
function objectPairs(name, at, code, depth) {
	const { tokens } = code;
	const place = givenTo(name, at, code);
	const pairs = [];
	if (place >= 0) {
		const end = segmentEnd(tokens, place);
		if (tokens[place]?.text === "{" || tokens[place]?.text === "[" || tokens.slice(place, place + 6).some(({ text }, index) => text === "(" && index > 0 && /^(dict|\w*Config|\w*Params|\w*Request|\w*Options|stringify|dumps|Map|StringContent)$/.test(tokens[place + index - 1]?.text ?? ""))) pairs.push(...pairsOf(place, end, code, depth + 1));
		else pairs.push(...returnedPairs(place, end, code, depth + 1));
	}
	for (const index of placesBefore(name, at, code)) {
		const key = tokens[index + 2];
		if (!key) continue;
		if (tokens[index + 1]?.text === "[" && key.kind === "string" && tokens[index + 4]?.text === "=") pairs.push({
			name: key.text,
			first: index + 5,
			last: segmentEnd(tokens, index + 5)
		});
		else if (tokens[index + 1]?.text === "." && key.kind === "word" && tokens[index + 3]?.text === "=") pairs.push({
			name: key.text,
			first: index + 4,
			last: segmentEnd(tokens, index + 4)
		});
		else if (tokens[index + 1]?.text === "." && /^(append|set|put|Add)$/.test(key.text) && tokens[index + 4]?.kind === "string" && tokens[index + 5]?.text === ",") {
			const close = tokens[index + 3]?.pair ?? -1;
			if (close > 0) pairs.push({
				name: tokens[index + 4]?.text ?? "",
				first: index + 6,
				last: close - 1
			});
		}
	}
	return pairs;
}
/** The places of a name in the 600 tokens before a place. */
function placesBefore(name, at, code) {
	const places = code.placesOf(name);
	const found = [];
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = low + high >> 1;
		if (places[middle] < at) low = middle + 1;
		else high = middle;
	}
	for (let index = low - 1; index >= 0 && at - places[index] <= 600 && spend(code, 1); index--) found.unshift(places[index]);
	return found;
}
/** The pairs of the object that a function of the file returns: `payload = self.build(prompt)`. */
function returnedPairs(first, last, code, depth) {
	const { tokens } = code;
	let open = first;
	while (open <= last && tokens[open]?.text !== "(" && spend(code, 1)) open++;
	const name = tokens[open - 1]?.text;
	if (open > last || tokens[open]?.text !== "(" || name === void 0 || tokens[open - 1]?.kind !== "word") return [];
	const head = code.placesOf(name).find((at) => spend(code, 1) && /^(def|function|func|fn|fun|private|public|async)$/.test(tokens[at - 1]?.text ?? "") && tokens[at + 1]?.text === "(") ?? -1;
	for (let at = head; head >= 0 && at < tokens.length && at < head + 600 && spend(code, 1); at++) {
		if (at > head && /^(def|function|func|fn)$/.test(tokens[at]?.text ?? "")) break;
		if (tokens[at]?.text === "return" && tokens[at + 1]) return pairsOf(at + 1, segmentEnd(tokens, at + 1), code, depth);
	}
	return [];
}
/** The pair with the model: one of these names, or else any usual name for a model. */
function modelPair(pairs, names) {
	return pairs.find(({ name }) => names.includes(name)) ?? pairs.find(({ name }) => isModelKey(name));
}
// lib/src/scan/calls/submits.js
/** Finds the calls of a file that submit a job. @param wrappers names of the team's own functions that submit one */
function submitsOf(code, vocabulary, evidence, wrappers) {
	const search = {
		code,
		vocabulary,
		evidence
	};
	const found = /* @__PURE__ */ new Map();
	const { tokens } = code;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokenAt(tokens, at);
		const open = token.kind === "word" ? opened(at, tokens) : -1;
		if (open >= 0 && !isDefined(at, tokens)) {
			const ofLibrary = libraryCall(at, open, search);
			if (ofLibrary) found.set(open, ofLibrary);
			else if (wrappers.has(token.text) || wrappers.has(calleeOf(tokens, open))) found.set(open, submit({
				detectors: [],
				sure: true,
				elsewhere: false,
				at
			}, open, search, { argument: "model" }));
		}
		if (token.kind === "string" || !token.quoted && token.kind === "word" && /[/:]/.test(token.text)) for (const one of posted(at, search)) found.set(one.at, one);
	}
	return [...found.values()].sort((first, second) => first.at - second.at);
}
/** The opening parenthesis after a word that names a call, with or without type arguments between them; -1 if it names none. */
function opened(at, tokens) {
	let next = at + 1;
	if (tokens[next]?.text === "?.") next++;
	if (tokens[next]?.text === "<") {
		for (let depth = 1; depth > 0 && next - at < 30;) {
			next++;
			depth += tokens[next]?.text === "<" ? 1 : tokens[next]?.text === ">" ? -1 : 0;
			if (!tokens[next] || tokens[next]?.text === ";") return -1;
		}
		next++;
	}
	return tokens[next]?.text === "(" ? next : -1;
}
function libraryCall(at, open, search) {
	const { code, vocabulary, evidence } = search;
	const patterns = vocabulary.calls.get(code.tokens[at]?.text ?? "");
	if (!patterns) return null;
	const callee = calleeOf(code.tokens, open);
	if (!callee.includes(".") && code.defined.has(callee)) return null;
	const fitting = patterns.filter(({ name, alone, detector }) => (callee === name || callee.endsWith(`.${name}`)) && (alone || evidence.has(detector.provider) || callee.toLowerCase().includes(detector.provider)));
	const first = fitting[0];
	if (!first) return null;
	const detectors = fitting.map(({ detector }) => detector);
	return submit({
		detectors,
		sure: true,
		elsewhere: isSetUpElsewhere(detectors, code, vocabulary),
		at
	}, open, search, { argument: first.model });
}
function submit(call, open, known, { argument, url }) {
	const { tokens } = known.code;
	const close = tokens[open]?.pair ?? -1;
	const pairs = pairsOf(open + 1, close > 0 ? close - 1 : open, known.code);
	return {
		...call,
		line: tokens[call.at]?.line ?? 1,
		pairs,
		model: url ?? argumentModel({
			open,
			argument,
			detectors: call.detectors
		}, pairs, known)
	};
}
function argumentModel({ open, argument, detectors }, pairs, known) {
	const list = argumentsOf(known.code, open);
	const numbered = typeof argument === "number" ? list[argument] : void 0;
	if (numbered) return modelSource(numbered, known);
	const pair = modelPair(pairs, [...typeof argument === "string" ? [argument] : [], ...detectors.flatMap((one) => one.arguments.model ?? [])]);
	if (pair) return modelSource([pair.first, pair.last], known);
	const ids = list.flatMap(([first, last]) => first === last ? modelSource([first, last], known).ids : []);
	return {
		ids,
		dynamic: ids.length > 0 ? null : "the caller"
	};
}
/** Calls that post to a URL or a path like a provider's. The call contains the string, or a name that the string is assigned to. */
function posted(at, search) {
	const { code, vocabulary, evidence } = search;
	const { tokens } = code;
	const token = tokenAt(tokens, at);
	if (!spend(code, 1) || token.text.length > 400 || !/[/:]/.test(token.text) || /\s/.test(token.text.trim())) return [];
	const url = expanded(token.text, at, code);
	const patterns = vocabulary.paths.filter((pattern) => pattern.pattern.test(url) && isOf(url, pattern, evidence, vocabulary));
	if (patterns.length === 0 || isPoll(url, patterns, vocabulary)) return [];
	const best = patterns.filter(({ detector }) => hasHost(url, detector));
	const chosen = best.length > 0 ? best : patterns.some(({ detector }) => evidence.has(detector.provider)) ? patterns.filter(({ detector }) => evidence.has(detector.provider)) : patterns;
	const detectors = [...new Set(chosen.map(({ detector }) => detector))];
	const sure = detectors.some((detector) => hasHost(url, detector) || evidence.has(detector.provider)) || chosen.every(({ fixed }) => fixed >= PLAIN);
	const model = urlModel(url, at, chosen, search);
	const elsewhere = isUnknownHost(url, vocabulary);
	return placesThatSend(at, code).map(({ name, open }) => submit({
		detectors,
		sure,
		elsewhere,
		at: name
	}, open, search, {
		argument: "model",
		url: model
	}));
}
/** A path with at least this many fixed characters belongs to one provider for sure: `/openai/v1/video/generations/jobs`. */
const PLAIN = 20;
/** Whether a URL is a provider's. A short path is no proof, because many products have a `/videos` of their own. */
function isOf(url, { detector, fixed }, evidence, { detectors }) {
	if (hasHost(url, detector)) return true;
	if ([...detectors.values()].some((other) => hasHost(url, other))) return false;
	if (/^https?:\/\/[a-z0-9]/i.test(url)) return fixed >= 18 || evidence.has(detector.provider);
	return evidence.has(detector.provider) || fixed >= 16;
}
function hasHost(url, { hosts }) {
	return hosts.some((host) => url.includes(host));
}
function isPoll(url, patterns, { polls }) {
	const whose = new Set(patterns.map(({ detector }) => detector));
	const [path = ""] = url.split(/[?#]/);
	const isWhole = ({ paths }) => paths.some((own) => !/\{model\}|\*/.test(own) && path.endsWith(own));
	return polls.some(({ detector, pattern }) => whose.has(detector) && pattern.test(path) && !isWhole(detector));
}
function urlModel(url, at, patterns, known) {
	if (idOfUrl(url, known.vocabulary)) return {
		ids: [at],
		dynamic: null
	};
	const model = patterns.map(({ pattern }) => pattern.exec(url)?.groups?.["model"]).find((text) => text !== void 0);
	if (model === void 0) return null;
	const name = /([A-Za-z_$][\w$]*)\W*$/.exec(model)?.[1];
	return name === void 0 ? {
		ids: [],
		dynamic: "the URL"
	} : modelOfName(name, [at, at], known);
}
// lib/src/scan/detect/evidence.js
/**
* The weight of each sign of a provider. A host or a switch shows where jobs go. A library may be there for another
* purpose. The name of an API key is the weakest sign.
*/
const WORTH = {
	host: 8,
	switch: 8,
	package: 4,
	env: 2
};
/** The weight of each provider's signs in a file, by slug: hosts in strings, switches, imported or listed libraries, names of API keys. */
function evidenceOf(tokens, detectors, isList) {
	const words = /* @__PURE__ */ new Set();
	const hosts = /* @__PURE__ */ new Set();
	const switched = /* @__PURE__ */ new Set();
	let importing = 0;
	for (let at = 0; at < tokens.length; at++) {
		const { kind, text, line } = tokenAt(tokens, at);
		if (/^(import|from|require|use|using|require_once|include|gem)$/.test(text) && kind === "word") importing = line;
		if (kind === "string" || text.includes(".")) {
			if (text.includes(".") && text.length < 400) hosts.add(text);
			words.add(text);
			if (isList) words.add(text.replace(/[[<>=~!^;@ ].*$/, ""));
			const scoped = /^(@[^/]+\/[^/]+|[^./@][^/]*)\//.exec(text)?.[1];
			if (scoped && (importing === line || isList)) words.add(scoped);
		}
		if (isSwitched(at, tokens)) switched.add(text);
		if (kind !== "word") continue;
		if (/^[A-Z][A-Z0-9_]+$/.test(text) || isList) words.add(text);
		if (importing === line) {
			words.add(text);
			const [first, , third] = [
				tokens[at - 2],
				tokens[at - 1],
				tokens[at]
			];
			if (first?.kind === "word" && third) words.add(`${first.text}.${text}`).add(`${first.text}-${text}`);
		}
		if (isList && tokens[at + 1]?.text === "-") words.add(dashed(tokens, at));
		if (/^[A-Z][a-z]+[A-Z]\w+$/.test(text)) words.add(text);
	}
	const found = /* @__PURE__ */ new Map();
	const joined = [...hosts].join("\n");
	for (const { provider, hosts: own, packages, switches, env } of detectors) {
		let worth = 0;
		if (own.some((host) => joined.includes(host))) worth += WORTH.host;
		if (Object.values(packages).some((names) => names.some((name) => words.has(name)))) worth += WORTH.package;
		if (switches.some((name) => switched.has(name))) worth += WORTH.switch;
		if (env.some((name) => words.has(name))) worth += WORTH.env;
		if (worth > 0) found.set(provider, worth);
	}
	return found;
}
/** Whether a switch is on: set to true (`vertexai=True`, `"vertexai": true`), or a constant after a dot (`genai.BackendVertexAI`). */
function isSwitched(at, tokens) {
	if (/^(=|:|=>)$/.test(tokens[at + 1]?.text ?? "")) return /^true$/i.test(tokens[at + 2]?.text ?? "");
	return tokens[at - 1]?.text === "." && /^[A-Z]/.test(tokens[at]?.text ?? "");
}
/** Joins the tokens of a name with dashes, such as `google`, `-`, `genai`, in a file whose words contain no dash. */
function dashed(tokens, at) {
	let text = tokens[at]?.text ?? "";
	for (let next = at + 1; tokens[next]?.text === "-" && tokens[next + 1]?.kind === "word" && next - at < 12; next += 2) text += `-${tokens[next + 1]?.text}`;
	return text;
}
// lib/src/scan/tokens/notebook.js
/**
* The code of a Jupyter notebook. Each line of code keeps its line number, and all other lines become empty, so that a line in the result
* is the same line in the notebook. A notebook is JSON with one line of code per line: `"cell_type": "code"`, then `"source": [`, then the
* lines as strings.
*/
function notebookCode(text) {
	let code = false;
	let inside = false;
	return text.split("\n").map((line) => {
		const kind = /^\s*"cell_type":\s*"(\w+)"/.exec(line)?.[1];
		if (kind) code = kind === "code";
		if (/^\s*"source":\s*\[/.test(line)) inside = true;
		else if (inside && /^\s*\]/.test(line)) inside = false;
		else if (inside && code) return lineOf(line);
		return "";
	}).join("\n");
}
function lineOf(written) {
	try {
		return String(JSON.parse(written.trim().replace(/,$/, ""))).replaceAll("\n", " ");
	} catch {
		return "";
	}
}
// lib/src/scan/file/embedded.js
/** Adds the tokens of JSON inside strings: the body of `curl -d '{"model": "x"}'`, or n8n's `jsonBody`. */
function withEmbedded(tokens) {
	const json = languageOf("a.json");
	const found = [];
	for (const token of tokens) {
		if (token.kind !== "string" || !json || token.text.length > 2e4 || !/^\s*\{[\s\S]*model/i.test(token.text)) continue;
		const inner = tokenize(token.text.replaceAll("\\\"", "\"").replaceAll("\\n", "\n"), json, token.line).tokens;
		const start = tokens.length + found.length;
		for (const one of inner) found.push({
			...one,
			line: token.text.includes("\n") ? one.line : token.line,
			up: one.up < 0 ? -1 : one.up + start,
			pair: one.pair < 0 ? -1 : one.pair + start
		});
	}
	return found.length > 0 ? [...tokens, ...found] : tokens;
}
// lib/src/scan/file/ignores.js
function ignoresIn(comments, file) {
	const reasons = reasonsOf(comments);
	const found = [];
	return {
		found,
		has(line, text) {
			const reason = reasons.get(line) ?? reasons.get(line - 1);
			if (reason !== void 0) found.push({
				file,
				line,
				text,
				reason
			});
			return reason !== void 0;
		}
	};
}
/** The reasons of `// video-budget: ignore REASON`, by line. A comment of several lines counts for its last line. */
function reasonsOf(comments) {
	const found = /* @__PURE__ */ new Map();
	for (const { text, line } of comments) {
		const match = /video-budget:\s*ignore\b:?[ \t]*([^\n]*)/.exec(text);
		if (match) found.set(line + (text.match(/\n/g)?.length ?? 0), (match[1] ?? "").trim().replace(/(\*\/|-->|#\})$/, "").trim());
	}
	return found;
}
// lib/src/scan/file/parsed-file.js
/** Parses one file. @param wrappers names of the team's own functions that submit a job */
function parsedFile(path, text, vocabulary, wrappers) {
	const language = languageOf(path);
	const source = endingOf(path) === "ipynb" ? notebookCode(text) : text;
	const { tokens: plain, comments } = language ? tokenize(source, language) : {
		tokens: [],
		comments: []
	};
	const tokens = withEmbedded(plain);
	const shown = evidenceOf(tokens, vocabulary.detectors.values(), isPackageList(path));
	const code = codeOf(tokens, source);
	const submits = submitsOf(code, vocabulary, withMakers(shown, tokens, vocabulary), wrappers);
	const sent = /* @__PURE__ */ new Map();
	for (const submit of submits) for (const id of submit.model.ids) sent.set(id, [...sent.get(id) ?? [], submit]);
	return {
		path,
		code,
		comments,
		submits,
		sent,
		evidence: withCalls(shown, submits),
		ignores: ignoresIn(comments, path),
		vocabulary
	};
}
/** Adds each maker whose id is in the file, with weight 1. That is enough evidence for a short path such as `/videos`, on any host. */
function withMakers(evidence, tokens, { identify }) {
	const found = new Map(evidence);
	for (const { kind, text } of tokens) {
		const identity = kind === "string" ? identify(text) : null;
		if (identity && identity.strength !== "not-video" && identity.maker && !found.has(identity.maker)) found.set(identity.maker, 1);
	}
	return found;
}
/** Adds a weight of 4, like that of a library, for each call that only one provider can have. */
function withCalls(evidence, submits) {
	const found = new Map(evidence);
	for (const { detectors, sure } of submits) {
		const [one] = detectors;
		if (sure && one && detectors.length === 1) found.set(one.provider, (found.get(one.provider) ?? 0) + 4);
	}
	return found;
}
// lib/src/scan/file/sightings.js
/** The ids of a file: those that the price book or a pattern knows, and unknown ones that a call sends. */
function sightingsIn(file) {
	const { path, code, vocabulary } = file;
	const { tokens } = code;
	const found = {
		sightings: [],
		used: /* @__PURE__ */ new Set(),
		leftOut: []
	};
	for (const [at, token] of tokens.entries()) {
		if (token.kind !== "string" && !(token.kind === "word" && isValue(at, tokens, path))) continue;
		const id = idIn(token, vocabulary);
		if (id) addKnown(at, id, file, found);
		else if (token.kind === "string" && /\s/.test(token.text)) found.leftOut.push(...mentionsIn(token, path, "message", vocabulary));
	}
	for (const submit of file.submits) addUnknown(submit, file, found);
	return found;
}
function addKnown(at, { identity, inUrl }, file, found) {
	const { path, code, vocabulary } = file;
	const { line, text } = tokenAt(code.tokens, at);
	if (identity.strength === "not-video") {
		found.leftOut.push({
			why: "not-video",
			file: path,
			line,
			text
		});
		return;
	}
	const submit = file.sent.get(at)?.[0];
	const judged = inUrl ? "url" : sentRole(at, submit, code, path);
	const weak = identity.strength === "weak" && judged !== "call" && !isAmongIds(at, code.tokens, vocabulary);
	if (weak && !submit && !isModelValue(at, code)) return;
	const role = weak && (judged === "map" || judged === "body" && isListed(at, code.tokens)) ? "ui-list" : judged;
	if (role === null || file.ignores.has(line, text)) return;
	if (ROLES[role] !== "mention") found.used.add(at);
	const pairs = submit ? [...submit.pairs, ...beside(at, code)] : beside(at, code);
	const detector = vocabulary.detectors.get(submit?.detectors[0]?.provider ?? identity.providers[0] ?? "");
	const sentBy = submit?.detectors.map(({ provider }) => provider) ?? [];
	const elsewhere = submit ? submit.elsewhere : ROLES[role] === "call" && isSentToUnknownHost(at, code, vocabulary);
	found.sightings.push({
		file: path,
		line,
		role,
		identity,
		weak,
		sentBy,
		elsewhere,
		parameters: parametersOf(pairs, path, code, detector)
	});
}
/** Adds the literal model of a call that neither the price book nor a pattern knows. It counts as a model of the call's provider. */
function addUnknown(submit, { path, code, sent, ignores, vocabulary }, found) {
	const written = writtenModel(submit, code.tokens);
	if (written < 0 || sent.has(written)) return;
	const { text: model, line } = tokenAt(code.tokens, written);
	const providers = submit.detectors.filter(({ general }) => !general).map(({ provider }) => provider);
	if (vocabulary.isOther(model)) found.leftOut.push({
		why: "not-video",
		file: path,
		line,
		text: model
	});
	else if (providers.length > 0 && !vocabulary.identify(model) && !ignores.has(line, model)) {
		const identity = {
			strength: "own",
			model,
			providers,
			maker: null
		};
		const parameters = parametersOf(submit.pairs, path, code, submit.detectors[0]);
		found.sightings.push({
			file: path,
			line,
			role: "call",
			identity,
			sentBy: providers,
			elsewhere: submit.elsewhere,
			weak: false,
			parameters
		});
	}
}
function sentRole(at, submit, code, path) {
	const { role } = roleOf(code.tokens, at, path);
	if (!submit || role === null) return role;
	if (role === "comparison" || role === "type" || role === "message" || role === "key") return role;
	return role !== "default" && role !== "env-default" && isArgument(at, submit, code.tokens) ? "call" : role;
}
/** Whether a token is between the parentheses of a submit. */
function isArgument(at, submit, tokens) {
	const inside = [...bracketsOf(tokens, at)].some((up) => up > submit.at && up - submit.at < 40) || at > submit.at;
	let open = submit.at + 1;
	while (open < tokens.length && open - submit.at < 60 && !(tokens[open]?.text === "(" && (tokens[open]?.pair ?? -1) > open)) open++;
	return inside && at < (tokens[open]?.pair ?? -1) && (tokens[at]?.up ?? -1) >= submit.at;
}
/** Whether a token is in a list of only ids, one of which is not weak: `["veo3", "veo3.1-fast"]`, but not `["veo3", "kling", "sora-2"]`. */
function isAmongIds(at, tokens, { identify }) {
	const { up } = tokenAt(tokens, at);
	if (tokens[up]?.text !== "[") return false;
	let sure = false;
	for (let index = up + 1; index < Math.min(tokens[up]?.pair ?? -1, up + 60); index++) {
		const { kind, text } = tokenAt(tokens, index);
		if (kind !== "string") continue;
		const strength = identify(text)?.strength ?? "not-video";
		if (strength === "not-video" || strength === "weak" && !/[0-9]/.test(text)) return false;
		sure ||= strength !== "weak";
	}
	return sure;
}
/** Whether a token is a field of an object in a list: `[{ model: "v5", … }]`. */
function isListed(at, tokens) {
	return tokens[tokens[tokenAt(tokens, at).up]?.up ?? -1]?.text === "[";
}
/** Whether a token is the value of a model's key. A weak id that no call sends counts only there. */
function isModelValue(at, { tokens }) {
	const sign = tokens[at - 1]?.text ?? "";
	return /^(:|=|=>)$/.test(sign) && /^(ai_?|video_?)?model(_?(name|id|version))?$/i.test(tokens[at - 2]?.text ?? "");
}
/** Whether a word is an unquoted value, in a language that has them: `VIDEO_MODEL=sora-2`, `model: veo-3.1`. */
function isValue(at, tokens, path) {
	if (!languageOf(path)?.plain) return false;
	return /^(=|:|-|:-|,|\[)$/.test(tokens[at - 1]?.text ?? "") || tokens[at - 1]?.line !== tokens[at]?.line || /^-/.test(tokens[at - 1]?.text ?? "");
}
/** The pairs of the object that contains an id. */
function beside(at, code) {
	const { tokens } = code;
	const { up } = tokenAt(tokens, at);
	const opening = tokens[up];
	if (!opening || opening.pair < 0 || opening.text !== "{" && opening.text !== "(" && opening.text !== "[") return [];
	return opening.pair - up > 1500 ? [] : pairsOf(up + 1, opening.pair - 1, code);
}
// lib/src/scan/read-file.js
/** Extracts the facts of one file. It never throws. Time is linear in the size of the file; following names is bounded by `Code.work`. */
function readFacts(path, text, vocabulary, wrappers) {
	const file = parsedFile(path, text, vocabulary, wrappers);
	const { code, comments, submits, evidence, ignores } = file;
	const { sightings, used, leftOut } = sightingsIn(file);
	const giveUp = submits.length > 0 ? giveUpOf(code.lines) : null;
	return {
		path,
		evidence,
		aliases: aliasesOf(code.tokens, vocabulary),
		imports: importsOf(code.tokens),
		sightings,
		sends: sendsIn(file),
		open: openCalls(file, used),
		hints: hintsIn(file, giveUp),
		giveUpAfter: giveUp?.seconds ?? null,
		ignored: ignores.found,
		leftOut: [
			...code.work.left < 0 ? [{
				why: "tangled",
				file: path,
				line: null,
				text: null
			}] : [],
			...comments.flatMap((comment) => mentionsIn(comment, path, "comment", vocabulary)),
			...leftOut
		]
	};
}
/** The hints of a file that submits jobs. */
function hintsIn(file, giveUp) {
	const { path, code, submits } = file;
	if (submits.length === 0) return [];
	const others = [clientRetries(code.lines, path), shortTimeout(giveUp, path)].filter((hint) => hint !== null);
	return [
		...retriedSubmits(file),
		...endlessPolls(code.lines, path),
		...others
	];
}
// lib/src/scan/read-signs.js
/** A longer line counts as data. */
const LONGEST_LINE = 2e3;
const LINE_END = 10;
/**
* The facts of a file with signs of a provider (libraries, hosts, keys) but without an id or a call: only evidence, for calls in other
* files. Only the lines with a sign are tokenized, so that a repository whose every file imports `openai` costs little more than a search.
*/
function readSigns(path, bytes, vocabulary) {
	const language = languageOf(path);
	return {
		path,
		evidence: evidenceOf(language ? tokenize(linesWithSigns(bytes, vocabulary), language).tokens : [], vocabulary.detectors.values(), isPackageList(path)),
		aliases: [],
		imports: /* @__PURE__ */ new Set(),
		sightings: [],
		sends: [],
		open: [],
		hints: [],
		giveUpAfter: null,
		ignored: [],
		leftOut: []
	};
}
function linesWithSigns(bytes, { words: { signs } }) {
	const lines = [];
	for (let at = signs.next(bytes, 0); at >= 0;) {
		const start = bytes.lastIndexOf(LINE_END, at) + 1;
		const found = bytes.indexOf(LINE_END, at);
		const end = found < 0 ? bytes.length : found;
		if (end - start <= LONGEST_LINE) lines.push(decoder$1.decode(bytes.subarray(start, end)));
		at = signs.next(bytes, end);
	}
	return lines.join("\n");
}
const decoder$1 = new TextDecoder();
// lib/src/scan/scan.js
/**
* The scanner's core: finds out from files which models they make video with, by provider and model.
* A file whose path says that it is a test, a document or a library makes no finding. One pass over the bytes of each other file
* searches for the words of the detectors, and only files with such a word are tokenized. Nothing is read from disk here: a
* folder, a git tree or GitHub's API hands the files over. It never throws, whatever the bytes are.
*/
function scanFiles(files, detectors, book, options = {}) {
	const reading = {
		vocabulary: vocabularyOf(detectors, book, options.models),
		wrappers: new Set((options.calls ?? []).map((call) => call.replace(/\($/, "").trim())),
		facts: [],
		leftOut: []
	};
	const ignore = options.ignore && options.ignore.length > 0 ? globOf(options.ignore) : null;
	let count = 0;
	for (const file of files) {
		count++;
		if (ignore?.matches(file.path)) reading.leftOut.push({
			why: "ignored-path",
			file: file.path,
			line: null,
			text: null
		});
		else readOne(file, reading);
	}
	const { facts, leftOut, vocabulary } = reading;
	const { findings, left_out } = codeFindings(facts, vocabulary, options.manifests ?? []);
	return {
		files: count,
		findings,
		ignored: facts.flatMap(({ ignored }) => ignored),
		left_out: [
			...leftOut,
			...facts.flatMap((one) => one.leftOut),
			...left_out
		]
	};
}
function readOne({ path, content }, { vocabulary, wrappers, facts, leftOut }) {
	const kind = pathKind(path);
	if (kind !== "read" && kind !== "test" && kind !== "doc") {
		leftOut.push({
			why: kind,
			file: path,
			line: null,
			text: null
		});
		return;
	}
	if (content === null) {
		if (kind === "read") leftOut.push({
			why: "unreadable",
			file: path,
			line: null,
			text: null
		});
		return;
	}
	const bytes = typeof content === "string" ? encoder.encode(content) : content;
	const depth = wrappers.size > 0 ? "all" : depthOf(bytes, vocabulary);
	if (depth === "nothing") return;
	if (depth === "signs") {
		if (kind === "read") facts.push(readSigns(path, bytes, vocabulary));
		return;
	}
	const why = contentKind(path, bytes, decoder.decode(bytes.subarray(0, HEAD)).slice(0, 2e3));
	if (why) {
		leftOut.push({
			why: why === "too-large" && kind !== "read" ? kind : why,
			file: path,
			line: null,
			text: null
		});
		return;
	}
	const text = typeof content === "string" ? content : decoder.decode(content);
	if (kind === "read") facts.push(readFacts(path, text, vocabulary, wrappers));
	else leftOut.push(...mentionsIn({
		text,
		line: 1
	}, path, kind, vocabulary));
}
/** How much of a file to read: nothing, only the lines with signs of a provider, or all of it. */
function depthOf(bytes, { words }) {
	const first = words.any.next(bytes, 0);
	if (first < 0) return "nothing";
	if (words.anchors.next(bytes, first) >= 0) return "all";
	return words.paths.next(bytes, 0) >= 0 ? "all" : "signs";
}
/** Bytes to decode for the first 2000 characters, which show the kind of the file. A character has at most 4 bytes in UTF-8. */
const HEAD = 8e3;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
// lib/src/cli/prices/price-book.js
/** The built-in price book with the price files of the command line applied. @throws UsageError, I/O errors */
async function bookWithFiles({ prices }, { cwd, folder }) {
	const book = loadBook(folder);
	if (prices.length === 0) return book;
	const [{ readPrices }, { readYaml }, { sentence }] = await Promise.all([
		import("./read2.part.js"),
		import("./read.part.js").then((n) => n.n),
		import("./core.part.js").then((n) => n.r)
	]);
	const providers = [];
	for (const file of prices) {
		const { provider, problems } = readPrices(readYaml(file, await readFile(resolve(cwd, file))));
		const errors = problems.filter(({ severity }) => severity === "error");
		if (!provider) throw new UsageError(`${file} cannot be used:\n${errors.map((problem) => `  ${sentence(problem)}`).join("\n")}`);
		providers.push(provider);
	}
	return overlay(book, providers, book.snapshot);
}
// lib/src/cli/code-of-folder.js
/** Reads the code in some paths, and the manifests of the working directory that own it. @throws UsageError if a path does not exist */
async function readCodeOfFolder(paths, options, terminal) {
	const { cwd } = terminal;
	const book = await bookWithFiles(options, terminal);
	const roots = options.manifest.length > 0 ? options.manifest : manifestsBelow(cwd);
	const side = await gather(diskReader(cwd, [repositoryOf(cwd)]), roots, book.snapshot);
	const settings = scanSettings(side, null, /* @__PURE__ */ new Map());
	const scanning = {
		...settings,
		ignore: [...settings.ignore ?? [], ...options.ignore]
	};
	const found = scanFiles(contents(treeOf(paths.length > 0 ? paths : ["."], cwd)), loadDetectors(terminal.folder), book, scanning);
	const date = options.date ?? today();
	const market = {
		date,
		rates: rates({
			...side.manifests[0]?.settings.fx,
			...options.fx
		})
	};
	const isPart = paths.length > 0;
	const code = codeReview({
		head: found,
		base: null,
		side,
		baseSide: null,
		renamed: /* @__PURE__ */ new Map(),
		book,
		market,
		unread: []
	});
	const retired = ({ provider, model }) => {
		const seller = book.provider(provider);
		const known = seller && model !== null ? findModel(seller, model) : void 0;
		return known ? retiredSince(known, date) : null;
	};
	return {
		found,
		code: isPart ? {
			...code,
			problems: code.problems.filter(({ code: id }) => id !== "unused-workload")
		} : code,
		side,
		retired
	};
}
/** The input of a report on code: each finding with the price of one job and the workloads that declare it. */
function scannedOf({ found, code, retired }) {
	const matched = new Map(code.matched.map((one) => [one.finding, one]));
	const rows = found.findings.map((finding) => {
		const one = matched.get(finding);
		return {
			finding,
			job_price: one?.job_price ?? null,
			retired: retired(finding),
			declared_by: one?.declared_by.map(({ name }) => name) ?? []
		};
	});
	return {
		...found,
		rows
	};
}
/** Manifests with a default name, in any folder. A workflow can have that name, too (`.github/workflows/video-budget.yml`), and is not a manifest. */
function manifestsBelow(cwd) {
	return treeOf(["."], cwd).map(({ path }) => path).filter((path) => !/(^|\/)\.github\/workflows\//.test(path) && MANIFEST_NAMES.some((name) => path === name || path.endsWith(`/${name}`)));
}
function treeOf(paths, cwd) {
	try {
		return sourceTree(paths, cwd);
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}
/** Reads files one by one, each when the scanner reaches it. */
function* contents(files) {
	for (const { path, bytes } of files) yield {
		path,
		content: bytes()
	};
}
// lib/src/library/index.js
/**
* Checks manifests on disk, as `video-budget check` does.
* @param manifests paths or glob patterns; if empty, the default manifest of the folder
* @returns the report of `--format json`. A plan over budget is a verdict and is not thrown
* @throws Error for wrong usage: a manifest that does not exist, a base that git does not know, `months` below 1 or above 60
*/
async function checkManifests(manifests, options = {}) {
	const { base, prices = [], date, cwd = process.cwd(), months } = options;
	if (months !== void 0) requireMonthCount(months);
	const terminal = {
		process,
		folder: import.meta.dirname,
		cwd,
		color: false,
		width: 100
	};
	const like = {
		format: "json",
		color: "never",
		verbose: false,
		prices: [...prices]
	};
	const given = {
		...base !== void 0 && { base },
		...date !== void 0 && { date },
		...months !== void 0 && { months }
	};
	const result = await reviewOf(manifests, {
		...like,
		...given
	}, terminal);
	return JSON.parse(toJson(result));
}
/**
* Scans code on disk, as `video-budget scan` does, and compares it with the manifests of the working directory.
* @param paths folders or files; if empty, the whole working directory
* @returns the report of `--format json`
* @throws Error if a path does not exist
*/
async function scanPaths(paths = [], options = {}) {
	const { cwd = process.cwd(), date, ignore = [], prices = [] } = options;
	const terminal = {
		process,
		folder: import.meta.dirname,
		cwd,
		color: false,
		width: 100
	};
	const read = await readCodeOfFolder(paths, {
		prices: [...prices],
		fx: {},
		ignore: [...ignore],
		manifest: [],
		...date !== void 0 && { date }
	}, terminal);
	return JSON.parse(scanJson(scannedOf(read)));
}
/**
* Estimates the monthly cost of one workload, without a file: `estimate({ provider: "vertex", model: "veo-3.1-fast-generate-001", volume: { per_month: 350 } })`.
* `figures` is null, never 0, if a key cannot be read or the price is unknown; `status` and `problems` say why.
* @param workload the workload as in a manifest
* @throws Error if `workload` is not an object
*/
async function estimate(workload, options = {}) {
	const files = { "workload.yml": JSON.stringify({
		version: 1,
		workloads: { workload }
	}) };
	const { workloads, currency, date, problems } = await checkFiles({
		files,
		manifests: ["workload.yml"],
		date: options.date ?? today()
	});
	const [only] = workloads;
	if (only === void 0) throw new Error("A workload must be an object, such as { provider, model, volume }.");
	return {
		...only,
		currency,
		date,
		problems
	};
}
export { checkManifests as check, estimate, scanPaths as scan };
