import { i as loadBook, n as UsageError, r as today, t as manifestsOf } from "./manifests.part.js";
import { c as gather, i as review, n as toJson, o as inert, r as distributionsFor, s as contentsOf, t as checkFiles } from "./core.part.js";
import { J as nearestFew } from "./date.part.js";
import process from "node:process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
// lib/src/cli/check.js
/** Reads both sides and reviews them, for every command that needs a report. */
async function reviewOf(manifests, options, terminal) {
	const { cwd, folder, process } = terminal;
	const book = loadBook(folder);
	const { roots, reader } = await manifestsOf(manifests, cwd, process);
	const head = await gather(reader, roots, book.snapshot, { prices: options.prices });
	const compared = options.base === void 0 ? null : await baseOf(options.base, {
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
	const { locksOf } = await import(
		/* webpackMode: "eager" */
		"./lock.part.js"
);
	const lock = await locksOf(options.lock, head, compared?.reader ?? null, cwd);
	return review({
		head,
		base,
		book,
		date: options.date ?? today(),
		renamed,
		lock,
		distributions: await distributionsFor(head, base),
		...options.months !== void 0 && { months: options.months }
	});
}
/** What to compare with: an existing file, else the merge base of a git ref and HEAD. */
async function baseOf(named, { roots, reader: now }, { book, prices }, { cwd, process }) {
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
	const { GitError, gitReader, localMergeBase, refNames, renamesSince } = await import(
		/* webpackMode: "eager" */
		"./git.part.js"
);
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
/** What base calls a manifest: by its own name, by the one before a rename, or by that of the file which a link, perhaps new, leads to now. */
async function pathAtBase(root, now, base, renames) {
	const followed = await now.follow(root).catch(() => root);
	for (const path of [
		root,
		renames.get(root),
		followed,
		renames.get(followed)
	]) if (path !== void 0 && await contentsOf(base, path) !== null) return path;
}
// lib/src/library/index.js
/**
* What `video-budget check` says of manifests on disk.
* @param manifests paths or patterns; none: the usual manifest of the folder
* @returns the report of `--format json`. Over budget is a verdict, and not thrown
* @throws Error for what the command line would call wrong usage: a manifest that is not there, a base that git does not know
*/
async function checkManifests(manifests, options = {}) {
	const { base, prices = [], date, cwd = process.cwd() } = options;
	const terminal = {
		process,
		folder: import.meta.dirname,
		cwd,
		color: false,
		width: 100
	};
	const result = await reviewOf(manifests, {
		format: "json",
		color: "never",
		verbose: false,
		prices: [...prices],
		...base !== void 0 && { base },
		...date !== void 0 && { date }
	}, terminal);
	return JSON.parse(toJson(result));
}
/**
* What one workload costs a month, without a file: `estimate({ provider: "vertex", model: "veo-3.1-fast-generate-001", volume: { per_month: 350 } })`.
* `figures` is null where a key cannot be read or the price is not known; `status` and `problems` say why. It is never 0 for that.
* @param workload as a manifest writes it @throws Error where `workload` is no object
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
export { checkManifests as check, estimate };
