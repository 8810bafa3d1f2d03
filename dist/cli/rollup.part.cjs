const require_program = require("./program.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
// lib/src/rollup/read-report.js
const amount = require_program.number();
const figures = require_program.object({
	list: amount,
	expected: amount,
	sd: amount.nonnegative(),
	p10: amount.optional(),
	p50: amount,
	p90: amount,
	p95: amount,
	cash: amount
});
/** The keys that a roll-up reads from a JSON report. Other keys are ignored, so that repositories may use different versions. */
const reportRead = require_program.object({
	schema: require_program.literal("video-budget/report@1"),
	verdict: require_program._enum(require_program.VERDICTS),
	currency: require_program.string().regex(/^[A-Z]{3}$/),
	date: require_program.string().regex(/^\d{4}-\d{2}-\d{2}$/),
	prices: require_program.object({ snapshot: require_program.string() }),
	total: require_program.object({
		complete: require_program.boolean(),
		head: figures.nullable()
	}),
	workloads: require_program.array(require_program.object({
		file: require_program.string(),
		name: require_program.string(),
		tags: require_program.record(require_program.string(), require_program.string()),
		change: require_program.string(),
		provider: require_program.string().nullable(),
		model: require_program.string().nullable(),
		mode: require_program.string().nullable(),
		figures: figures.nullable(),
		waterfall: require_program.array(require_program.object({
			part: require_program.string(),
			monthly: amount
		})),
		price: require_program.object({ id: require_program.string() }).nullable()
	}))
});
/** Reads a JSON report. @param text the text of its file @returns the report, or why it is not one. A report that lacks a key is not one */
function readReport(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { unreadable: {
			path: "",
			found: error instanceof Error ? error.message : String(error)
		} };
	}
	const result = reportRead.safeParse(value);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	return { unreadable: {
		path: (issue?.path ?? []).join("."),
		found: issue?.message ?? ""
	} };
}
// lib/src/rollup/entry.js
/** Reads every listed report. @param currency the roll-up's currency; null for that of the first readable report */
function entriesOf(listed, currency, rates) {
	const read = listed.map(({ text, ...one }) => ({
		...one,
		file: one.report,
		found: text === null ? null : readReport(text)
	}));
	const own = read.flatMap(({ found }) => found && !("unreadable" in found) ? [found.currency] : [])[0];
	const to = currency ?? own ?? "USD";
	return {
		entries: read.map(({ found, ...one }) => {
			if (!found) return {
				...one,
				state: "missing",
				read: null
			};
			if ("unreadable" in found) return {
				...one,
				state: "unreadable",
				read: null,
				...found
			};
			const rate = require_program.convert(require_program.ONE, found.currency, to, rates);
			return require_program.isNoRate(rate) ? {
				...one,
				state: "no-exchange-rate",
				read: found,
				noRate: rate.noRate
			} : {
				...one,
				state: "counted",
				read: found,
				rate
			};
		}),
		currency: to
	};
}
function isCounted(entry) {
	return entry.state === "counted";
}
/** The workloads in a report's total. Removed workloads are listed in a report but do not count. */
function workloadsOf({ read }) {
	return read.workloads.filter(({ change }) => change !== "removed");
}
/** An amount of a report in the roll-up's currency. */
function inCurrency({ rate }, amount) {
	return require_program.decimal(amount).times(rate);
}
// lib/src/rollup/sum-of-independent.js
/**
* The sum of independent monthly costs. Means and variances add exactly. If only one cost is uncertain, the others shift its
* quantiles, which is exact, too. Reports do not give whole distributions, so a sum of several uncertain costs is approximated by a
* shifted lognormal with their total mean, variance and third cumulant. Ten costs with a mean of $100 and an sd of $30 sum to a mean
* of $1,000 and an sd of √10 × $30 = $94.87.
* @returns `quantile`: the amount at z standard deviations of a standard normal; null if nothing is uncertain
*/
function sumOfIndependent(parts) {
	const mean = parts.reduce((sum, part) => sum + part.mean, 0);
	const uncertain = parts.filter(({ sd }) => sd > 0);
	const [only, ...others] = uncertain;
	if (!only) return {
		sd: 0,
		p10: mean,
		p50: mean,
		p90: mean,
		p95: mean,
		method: "exact",
		quantile: null
	};
	if (others.length === 0) {
		const by = mean - only.mean;
		const fitted = shiftedLognormal(only.mean, only.sd, skewnessOf(only));
		const quantile = (z) => fitted(z) + by;
		return {
			sd: only.sd,
			p10: only.p10 === null ? quantile(-require_program.Z_ONE_SIDED_90) : only.p10 + by,
			p50: only.p50 + by,
			p90: only.p90 + by,
			p95: only.p95 + by,
			method: only.p10 === null ? "approximate" : "exact",
			quantile
		};
	}
	const variance = uncertain.reduce((sum, { sd }) => sum + sd ** 2, 0);
	const third = uncertain.reduce((sum, part) => sum + skewnessOf(part) * part.sd ** 3, 0);
	const quantile = shiftedLognormal(mean, Math.sqrt(variance), third / variance ** 1.5);
	return {
		sd: Math.sqrt(variance),
		p10: Math.max(0, quantile(-require_program.Z_ONE_SIDED_90)),
		p50: quantile(0),
		p90: quantile(require_program.Z_ONE_SIDED_90),
		p95: quantile(require_program.Z_ONE_SIDED_95),
		method: "approximate",
		quantile
	};
}
/** The sum of fully dependent monthly costs, which has the widest range. Standard deviations and quantiles add: two with an sd of $30 have one of $60. */
function sumOfDependent(parts) {
	const sum = (of) => parts.reduce((total, part) => total + of(part), 0);
	return {
		mean: sum(({ mean }) => mean),
		sd: sum(({ sd }) => sd),
		p10: parts.every(({ p10 }) => p10 !== null) ? sum(({ p10 }) => p10 ?? 0) : null,
		p50: sum(({ p50 }) => p50),
		p90: sum(({ p90 }) => p90),
		p95: sum(({ p95 }) => p95)
	};
}
/** Near this sigma, the mean of a lognormal is furthest above its median: 0.30 standard deviations. A larger sigma has a smaller gap again. */
const MOST_SIGMA = .95;
/**
* The skewness of a monthly cost, estimated from the gap between its mean and its median. For a shifted lognormal with
* w = exp(sigma²), the gap is (√w − 1) / √(w (w − 1)) standard deviations, and the skewness is (w + 2) √(w − 1). A gap of 0.220
* gives a sigma of 0.5 and a skewness of 1.75.
*/
function skewnessOf({ mean, sd, p50 }) {
	const wanted = Math.abs(mean - p50) / sd;
	let [low, high] = [0, MOST_SIGMA];
	for (let step = 0; step < 50; step++) {
		const middle = (low + high) / 2;
		if (gapOf(middle) < wanted) low = middle;
		else high = middle;
	}
	const w = Math.exp(low ** 2);
	return Math.sign(mean - p50) * (w + 2) * Math.sqrt(w - 1);
}
function gapOf(sigma) {
	const w = Math.exp(sigma ** 2);
	return (Math.sqrt(w) - 1) / Math.sqrt(w * (w - 1));
}
/**
* The quantile function of the shifted lognormal with these moments. With s = |skewness|, (w + 2)² (w − 1) = s² has the solution
* w = c + 1/c − 1, where c³ = 1 + s²/2 + s √(1 + s²/4). A negative skewness mirrors the distribution; a skewness of 0 makes it normal.
*/
function shiftedLognormal(mean, sd, skewness) {
	const s = Math.abs(skewness);
	if (s < 1e-6) return (z) => mean + sd * z;
	const c = Math.cbrt(1 + s ** 2 / 2 + s * Math.sqrt(1 + s ** 2 / 4));
	const w = c + 1 / c - 1;
	const [sigma, scale] = [Math.sqrt(Math.log(w)), sd / Math.sqrt(w * (w - 1))];
	const sign = Math.sign(skewness);
	return (z) => mean + sign * scale * (Math.exp(sigma * sign * z) - Math.sqrt(w));
}
// lib/src/rollup/figures.js
/**
* Adds up parts of reports. Workloads of different reports count as independent. For a whole report, its own total counts, because
* it includes what its workloads share. For some of its workloads, the report only shows whether any of them share something. If so,
* they count as fully dependent.
* @param isPartial whether other reports could not be read or converted
*/
function figuresOf(parts, isPartial, normalCdf) {
	const known = parts.flatMap((part) => knownOf(part) ?? []);
	const workloads = parts.reduce((sum, part) => sum + part.workloads.length, 0);
	const undelivered = parts.reduce((sum, part) => sum.plus(undeliveredOf(part)), require_program.ZERO);
	const complete = !isPartial && parts.every(isComplete);
	if (known.length === 0 && (isPartial || workloads > 0)) return {
		figures: null,
		quantiles: "exact",
		undelivered,
		complete: false,
		workloads,
		above: () => null
	};
	const sum = (of) => known.reduce((all, { entry, amounts }) => amounts.reduce((total, one) => total.plus(inCurrency(entry, one[of])), all), require_program.ZERO);
	const summed = sumOfIndependent(known.flatMap(({ distributions }) => distributions));
	const expected = sum("expected");
	const quantile = (value) => summed.sd === 0 ? expected : require_program.decimal(Number(value.toPrecision(15)));
	const { quantile: ofNormal } = summed;
	return {
		figures: {
			list: sum("list"),
			expected,
			sd: require_program.decimal(Number(summed.sd.toPrecision(15))),
			p10: quantile(summed.p10),
			p50: quantile(summed.p50),
			p90: quantile(summed.p90),
			p95: quantile(summed.p95),
			cash: sum("cash")
		},
		quantiles: known.some((one) => one.quantiles === "upper") ? "upper" : summed.method,
		undelivered,
		complete,
		workloads,
		above: (amount) => ofNormal && complete ? chanceAbove(ofNormal, amount, normalCdf) : null
	};
}
function isComplete({ entry, workloads }) {
	if (workloads.length === workloadsOf(entry).length) return entry.read.total.complete;
	return workloads.every(({ figures }) => figures !== null) && !hidesSome(entry);
}
/** Whether a report lacks a cost that no workload in it shows. Any part of the report may then be incomplete. */
function hidesSome(entry) {
	const { verdict, total } = entry.read;
	return !total.complete && (verdict === "invalid" || workloadsOf(entry).every(({ figures }) => figures !== null));
}
function knownOf({ entry, workloads }) {
	const all = workloadsOf(entry);
	const { head } = entry.read.total;
	const distributionIn = (figures) => inRollUp(figures, entry);
	if (workloads.length === all.length) return head && {
		entry,
		amounts: [head],
		distributions: [distributionIn(head)],
		quantiles: "exact"
	};
	const amounts = workloads.flatMap(({ figures }) => figures ?? []);
	if (amounts.length === 0) return null;
	const distributions = amounts.map(distributionIn);
	if (!(head !== null && sharesUnknowns(head, all)) || distributions.filter(({ sd }) => sd > 0).length < 2) return {
		entry,
		amounts,
		distributions,
		quantiles: "exact"
	};
	return {
		entry,
		amounts,
		distributions: [sumOfDependent(distributions)],
		quantiles: "upper"
	};
}
/**
* Whether any workloads of a report rise and fall together. No two workloads move in opposite directions. So if their variances add
* up to the variance of the total, all are independent. If they are less than it, some are not.
*/
function sharesUnknowns({ sd }, workloads) {
	const own = workloads.reduce((sum, { figures }) => sum + (figures?.sd ?? 0) ** 2, 0);
	return sd ** 2 > own * (1 + 1e-6) + 1e-6;
}
function inRollUp({ expected, sd, p10, p50, p90, p95 }, entry) {
	const amount = (value) => inCurrency(entry, value).toNumber();
	return {
		mean: amount(expected),
		sd: amount(sd),
		p10: p10 === void 0 ? null : amount(p10),
		p50: amount(p50),
		p90: amount(p90),
		p95: amount(p95)
	};
}
function undeliveredOf({ entry, workloads }) {
	return workloads.flatMap(({ waterfall }) => waterfall.filter(({ part }) => part === "undelivered")).reduce((sum, { monthly }) => sum.minus(inCurrency(entry, monthly)), require_program.ZERO);
}
/** The probability of more than an amount. Bisection finds where the quantile function reaches it: 60 steps from ±12 standard deviations. */
function chanceAbove(quantile, amount, normalCdf) {
	let [low, high] = [-12, 12];
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (quantile(middle) <= amount) low = middle;
		else high = middle;
	}
	return normalCdf(-low);
}
// lib/src/rollup/notices.js
/** @param unknown the effect of a workload without a price, by the policy of the file with the limits */
function noticesOf(entries, unknown) {
	const counted = entries.filter(isCounted);
	const dates = [...new Set(counted.map(({ read }) => read.date))].sort();
	const books = [...new Set(counted.map(({ read }) => read.prices.snapshot))].sort();
	const months = new Set(dates.map((date) => date.slice(0, 7)));
	return [
		...entries.flatMap((entry) => ofEntry(entry, unknown)),
		...dates.length > 1 ? [{
			code: "dates-differ",
			level: months.size > 1 ? "warn" : "pass",
			repository: null,
			args: { dates }
		}] : [],
		...books.length > 1 ? [{
			code: "books-differ",
			level: "pass",
			repository: null,
			args: { books }
		}] : []
	];
}
function ofEntry(entry, unknown) {
	const { repository, report } = entry;
	const notice = (code, level, args = {}) => [{
		code,
		level,
		repository,
		args: {
			report,
			...args
		}
	}];
	switch (entry.state) {
		case "missing": return notice("report-missing", "invalid");
		case "unreadable": return notice("report-unreadable", "invalid", entry.unreadable);
		case "no-exchange-rate": return notice("no-exchange-rate", "invalid", { currency: entry.noRate });
		case "counted": {
			const { verdict, total } = entry.read;
			return [...total.complete ? [] : notice("report-incomplete", verdict === "invalid" ? "invalid" : unknown === "fail" ? "unpriced" : "warn"), ...verdict === "pass" || verdict === "warn" ? [] : notice("repository-fails", "warn", { verdict })];
		}
	}
}
// lib/src/rollup/rollup.js
/** Adds up the reports of many repositories and compares the sums with one budget. Volumes of different repositories count as independent. */
function rollUp({ listed, limits, groupBy, distributions: { normalCdf } }) {
	const settings = limits?.manifest.settings ?? null;
	const { entries, currency } = entriesOf(listed, settings?.currency ?? null, require_program.rates(settings?.fx ?? {}));
	const counted = entries.filter(isCounted);
	const isPartial = counted.length < entries.length;
	const whole = counted.map((entry) => ({
		entry,
		workloads: workloadsOf(entry)
	}));
	const checks = limits ? budgetsOf(limits.manifest, whole, isPartial, normalCdf) : [];
	const notices = noticesOf(entries, settings?.policy.unknown_price ?? "fail");
	const errors = (limits?.problems ?? []).filter(({ severity }) => severity === "error");
	const reasons = checks.flatMap((one) => one.reasons);
	const levels = [
		...reasons,
		...checks.map(({ line }) => ({ level: line.verdict })),
		...notices,
		...errors.map(() => ({ level: "invalid" }))
	];
	return {
		verdict: require_program.verdictOf(levels),
		reasons,
		notices,
		currency,
		entries,
		total: figuresOf(whole, isPartial, normalCdf),
		each: new Map(whole.map((part) => [part.entry, figuresOf([part], false, normalCdf)])),
		budgets: checks.map(({ line }) => line),
		groups: require_program.rollupGroups(whole, groupBy, (parts) => figuresOf(parts, isPartial, normalCdf)),
		problems: limits?.problems ?? []
	};
}
function budgetsOf({ file, settings }, whole, isPartial, normalCdf) {
	const { budget, policy } = settings;
	const date = whole.map(({ entry }) => entry.read.date).sort().at(-1);
	return require_program.limitsInMonth(budget, date === void 0 ? void 0 : {
		date,
		after: 0
	}).map(({ scope, limit, match }) => {
		const parts = whole.flatMap(({ entry, workloads }) => {
			const members = workloads.filter((one) => isMember(match, one));
			return members.length > 0 || hidesSome(entry) ? [{
				entry,
				workloads: members
			}] : [];
		});
		const { figures, undelivered, complete, above } = figuresOf(parts, isPartial, normalCdf);
		const unread = isPartial || parts.some(({ workloads }) => workloads.some(({ provider }) => provider === null));
		const head = figures?.[budget.figure].plus(undelivered) ?? null;
		const check = {
			file,
			scope,
			limit: require_program.decimal(limit),
			figure: budget.figure,
			head,
			undelivered: figures && undelivered,
			base: null,
			baseLimit: null
		};
		return require_program.judgeLimit({
			...check,
			complete,
			unread,
			probability_over: above(Number(limit)),
			if_volume_as_planned: false
		}, budget.warn_at, unread ? "fail" : policy.unknown_price);
	});
}
/** Whether a scope covers a workload of a report. A workload that its repository could not read may belong to any scope. */
function isMember(match, { name, provider, model, mode, tags, price }) {
	if (provider === null || model === null) return true;
	const id = price?.id.slice(price.id.indexOf("/") + 1);
	return require_program.covers(match, {
		name,
		mode,
		keys: {
			provider,
			model,
			tags
		},
		names: id === void 0 ? [] : [id]
	});
}
// lib/src/cli/rollup.js
/**
* `video-budget rollup`: combines the reports of many repositories and compares the sum with the budget of one file.
* @param named JSON reports; a manifest among them counts as `--manifest`
* @returns the same exit codes as `check`. @throws UsageError, I/O errors
*/
async function rollUpReports(named, options, terminal) {
	const { cwd } = terminal;
	const isManifest = (path) => /\.ya?ml$/i.test(path);
	const manifests = [.../* @__PURE__ */ new Set([...options.manifest === void 0 ? [] : [options.manifest], ...named.filter(isManifest)])];
	if (manifests.length > 1) throw new require_program.UsageError(`One file has the limits of a roll-up, and ${manifests.length} are named: ${manifests.map((path) => require_program.inert(path)).join(", ")}.`);
	const reader = require_program.diskReader(cwd, [cwd]);
	const [file] = manifests;
	const limits = file === void 0 ? null : await limitsOf(file, cwd);
	const given = await Promise.all(named.filter((path) => !isManifest(path)).map((path) => expand(path, reader)));
	const included = limits && file !== void 0 ? await includedBy(file, limits.manifest.settings.include_reports, reader) : [];
	const listed = [...given.flat().map((report) => ({
		repository: report,
		report,
		owner: null
	})), ...included];
	if (listed.length === 0) throw new require_program.UsageError("No report is named. Name JSON reports, or a manifest with include_reports: video-budget rollup reports/*.json --manifest rollup.yml");
	const rolled = rollUp({
		listed: [...new Map(listed.map((one) => [(0, node_path.resolve)(cwd, one.report), one])).values()].map((one) => ({
			...one,
			text: textOf((0, node_path.resolve)(cwd, one.report))
		})),
		limits,
		groupBy: options.groupBy.length > 0 ? options.groupBy : null,
		distributions: await require_program.loadDistributions()
	});
	await require_program.write(await render(rolled, options, terminal), options, terminal);
	return require_program.exitCode(rolled.verdict);
}
/** The file with the limits. It needs no workloads of its own, because the reports have them. */
async function limitsOf(file, cwd) {
	const manifest = require_program.parseManifest(file, (0, node_fs.readFileSync)((0, node_path.resolve)(cwd, file)));
	if (manifest.workloads.length > 0 || manifest.settings.include.length > 0) throw new require_program.UsageError(`${require_program.inert(file)} declares workloads or includes manifests, which rollup does not price: keep them in a manifest of their own, and list its report under include_reports.`);
	const problems = manifest.problems.filter(({ code }) => code !== "no-workloads");
	return {
		manifest,
		problems: require_program.locateAll(problems, /* @__PURE__ */ new Map([[file, manifest.yaml]]))
	};
}
/** Reports that a manifest lists, by paths relative to it. A pattern that matches nothing counts as a missing report. */
async function includedBy(file, entries, reader) {
	return (await Promise.all(entries.map(async (entry) => {
		const { report, repository = null, owner = null } = typeof entry === "string" ? { report: entry } : entry;
		return (await expand(require_program.relativeTo(file, report), reader)).map((path) => ({
			report: path,
			repository: repository ?? path,
			owner
		}));
	}))).flat();
}
async function expand(path, reader) {
	if (!require_program.isGlob(path)) return [path];
	const found = await reader.glob([path]);
	return found.length > 0 ? found : [path];
}
function textOf(path) {
	try {
		return (0, node_fs.readFileSync)(path, "utf8");
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : null;
		if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
		throw error;
	}
}
async function render(rolled, { format }, { width, color }) {
	if (format === "json") return (await Promise.resolve().then(() => require("./json3.part.cjs"))).rollUpJson(rolled);
	if (format === "markdown") return (await Promise.resolve().then(() => require("./markdown2.part.cjs"))).rollUpMarkdown(rolled);
	return (await Promise.resolve().then(() => require("./text.part.cjs"))).rollUpText(rolled, {
		width,
		color
	});
}
exports.isCounted = isCounted;
exports.rollUpReports = rollUpReports;
