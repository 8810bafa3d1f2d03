import { t as __exportAll } from "./rolldown-runtime.part.js";
import { $ as beats, A as int, B as IMAGES_SENT, E as _enum, F as string, G as isTree, H as TAKES_AUDIO, J as nearest, K as treeAt, L as union, M as number$1, N as record, O as array, P as strictObject, Q as usualJobs, R as unknown$1, S as fieldNames, T as duration, U as TAKES_VIDEO, V as MODES, X as mergeJobs, _ as money, a as daysBetween, at as METER_NAMES, b as FAILURES, c as limitsOf, d as requestField, et as comparable, f as policy, g as share$1, h as growth, it as METERS, j as literal, k as boolean, l as listedValues, m as change, nt as normaliseResolution, o as boundaries, q as withValue$1, r as dayBefore, rt as sizeOf, s as isAccepted$1, t as date, tt as holds, u as DEFAULTED_FIELDS, v as positiveMoney, w as recordOf, x as eachFailure, z as issuesToProblems } from "./date.part.js";
import { n as ZERO, r as decimal, t as ONE } from "./decimal.part.js";
import { a as percent, c as signedMoney, d as round, f as code, i as jobPrice, l as signedPercent, m as prose, n as formatMoney, o as quantity, p as inert, r as formatPrice, s as rowsThatAddUp, t as count$2, u as asShown } from "./format.part.js";
import { t as readYaml } from "./read.part.js";
import prices from "video-budget/prices.json" with { type: "json" };
// lib/src/budget/reason.js
/** What a report can conclude, worst first. */
const VERDICTS = [
	"invalid",
	"fail",
	"unpriced",
	"warn",
	"pass"
];
/** The kinds of levers in the order of what they give up, from this change's own increase and sound that nobody chose to the number of clips. */
const LEVER_KINDS = [
	"revert",
	"audio",
	"duration",
	"takes",
	"count",
	"resolution",
	"tier",
	"provider",
	"model",
	"volume"
];
// lib/src/budget/verdict.js
/** The worst level of the reasons; a pass if there are none. */
function verdictOf(reasons) {
	return VERDICTS.find((verdict) => reasons.some(({ level }) => level === verdict)) ?? "pass";
}
// lib/src/prices/written-book.js
/**
* The price book from the list that `scripts/write-book.ts` writes: the head, then each provider followed by its models.
* Each entry is parsed on first use, because a run needs few of them.
* @param entryAt gives the parsed entry at an index of the list; index 0 is the head
*/
function writtenBook(entryAt) {
	const { snapshot, models } = entryAt(0);
	const places = /* @__PURE__ */ new Map();
	let next = 1;
	for (const [slug, count] of Object.entries(models)) {
		places.set(slug, next);
		next += 1 + count;
	}
	const read = /* @__PURE__ */ new Map();
	return {
		snapshot,
		slugs: [...places.keys()],
		provider(slug) {
			const place = places.get(slug);
			if (place !== void 0 && !read.has(slug)) read.set(slug, providerAt(place, entryAt));
			return read.get(slug);
		}
	};
}
function providerAt(place, entryAt) {
	const { names, ...provider } = entryAt(place);
	const usual = usualJobs(provider.jobs);
	const read = [];
	const modelAt = (index) => {
		read[index] ??= {
			jobs: usual,
			...entryAt(place + 1 + index)
		};
		return read[index];
	};
	const indexes = /* @__PURE__ */ new Map();
	for (const [index, [, ...aliases]] of names.entries()) for (const alias of aliases) indexes.set(alias, index);
	for (const [index, [id]] of names.entries()) indexes.set(id, index);
	const whole = {
		...provider,
		get models() {
			return names.map((_, index) => modelAt(index));
		}
	};
	const model = (name) => {
		const index = indexes.get(name);
		return index === void 0 ? void 0 : modelAt(index);
	};
	return Object.defineProperties(whole, {
		model: { value: model },
		ids: { value: names.map(([id]) => id) },
		names: { value: names.flat() }
	});
}
// lib/src/manifest/limits.js
/** Whether a budget has any monthly limit: of the whole manifest, of single months, or of a scope. */
function limitsAnything({ monthly, months, scopes }) {
	return monthly !== void 0 || Object.keys(months ?? {}).length > 0 || Object.keys(scopes).length > 0;
}
// lib/src/manifest/merge.js
/** Groups of keys of which a workload has only one. A workload's own key removes the others of its group that come from `defaults`. */
const CHOICES$1 = [
	[
		"volume.per_day",
		"volume.per_week",
		"volume.per_month"
	],
	[
		"output.duration",
		"output.frames",
		"output.segments"
	],
	["client.completion.poll", "client.completion.webhook"]
];
/** Keys whose maps count as one value: they replace the default and do not merge with it. */
const WHOLE = /* @__PURE__ */ new Set([
	"volume.per_day",
	"volume.per_week",
	"volume.per_month",
	"price",
	"takes"
]);
/**
* Merges a workload into the manifest's `defaults`: maps merge deeply, lists replace, and the workload's own value wins.
* Neither argument changes. Only own keys are read, so that `__proto__` is a key like any other.
*/
function merge(defaults, own, at = "") {
	if (!isTree(defaults) || !isTree(own) || WHOLE.has(at) || at.startsWith("volume.months.")) return own === void 0 ? defaults : own;
	const merged = new Map(Object.entries(defaults));
	for (const key of Object.keys(own)) for (const choice of CHOICES$1.filter((keys) => keys.includes(join(at, key)))) for (const other of choice) merged.delete(other.slice(at.length + 1));
	for (const [key, value] of Object.entries(own)) {
		const inherited = Object.hasOwn(defaults, key) ? defaults[key] : void 0;
		merged.set(key, merge(inherited, value, join(at, key)));
	}
	return Object.fromEntries(merged);
}
function join(at, key) {
	return at === "" ? key : `${at}.${key}`;
}
// lib/src/notation/glob-states.js
const SLASH = 47;
const inPart = (code) => code !== SLASH;
const isSlash = (code) => code === SLASH;
const any = () => true;
/** The automaton of a pattern. It is built piece by piece: each piece starts at a state, and returns the state at its end. */
function compiled(pattern) {
	const automaton = new Automaton();
	const start = automaton.add();
	const last = automaton.sequence(pattern, start, true);
	const end = automaton.add();
	automaton.free(last, end);
	return {
		states: automaton.states,
		start,
		end
	};
}
var Automaton = class {
	states = [];
	add(by) {
		return this.states.push({
			free: [],
			...by && { by },
			to: this.states.length + 1
		}) - 1;
	}
	free(from, to) {
		this.states[from]?.free.push(to);
	}
	/** @param edge whether the text begins at the start of a path segment */
	sequence(text, from, edge) {
		let at = from;
		for (let index = 0; index < text.length;) {
			const { piece, after } = pieceAt(text, index, index === 0 ? edge : text[index - 1] === "/");
			at = this.#piece(at, piece);
			index = after;
		}
		return at;
	}
	#piece(from, piece) {
		switch (piece.kind) {
			case "one": return this.#one(from, piece.test);
			case "star": return this.#many(piece.whole ? this.#one(from, inPart) : from, inPart);
			case "choices": return this.#choices(from, piece);
			case "below": return this.#below(from, piece.slash);
			case "parts": return this.#parts(from);
		}
	}
	/** One character that passes the test. */
	#one(from, by) {
		const at = this.add(by);
		this.free(from, at);
		return this.add();
	}
	/** Any number of characters. */
	#many(from, by) {
		const loop = this.add();
		this.free(from, loop);
		this.free(this.#one(loop, by), loop);
		return loop;
	}
	/** One of several patterns, as often as `times` says. */
	#choices(from, { choices, times, edge }) {
		const begin = this.add();
		this.free(from, begin);
		const end = this.add();
		for (const choice of choices) {
			const inside = this.add();
			this.free(begin, inside);
			this.free(this.sequence(choice, inside, edge), end);
		}
		if (times === "?" || times === "*") this.free(begin, end);
		if (times === "+" || times === "*") this.free(end, begin);
		return end;
	}
	/** `**` at the end: one character or more. With a slash before it: nothing, or the slash and everything below. */
	#below(from, slash) {
		const inside = this.#many(this.#one(from, slash ? isSlash : any), any);
		const end = this.add();
		this.free(inside, end);
		if (slash) this.free(from, end);
		return end;
	}
	/** Any number of path segments, each with its slash. */
	#parts(from) {
		const loop = this.add();
		this.free(from, loop);
		this.free(this.#one(this.#many(this.#one(loop, inPart), inPart), isSlash), loop);
		return loop;
	}
};
/**
* The piece that begins at an index of the pattern, and the index of the next piece (`after`).
* @param atEdge whether a path segment begins there
*/
function pieceAt(text, index, atEdge) {
	const rest = text.slice(index);
	const deep = /^(\/?)\*\*(\/|$)/.exec(rest);
	if (deep && (deep[1] === "/" ? deep[2] === "" : atEdge)) return {
		piece: deep[2] === "" ? {
			kind: "below",
			slash: deep[1] === "/"
		} : { kind: "parts" },
		after: index + deep[0].length
	};
	const chosen = choicesAt(text, index, atEdge);
	if (chosen) return chosen;
	const stars = /^\*+/.exec(rest)?.[0].length;
	if (stars !== void 0) return {
		piece: {
			kind: "star",
			whole: atEdge && (index + stars === text.length || text[index + stars] === "/")
		},
		after: index + stars
	};
	if (text[index] === "?") return {
		piece: {
			kind: "one",
			test: inPart
		},
		after: index + 1
	};
	const set = /^\[([!^]?)(\]?[^\]]*)\]/.exec(rest);
	if (set) return {
		piece: {
			kind: "one",
			test: setOf$1(set[2] ?? "", set[1] !== "")
		},
		after: index + set[0].length
	};
	const code = text.charCodeAt(index);
	return {
		piece: {
			kind: "one",
			test: (other) => other === code
		},
		after: index + 1
	};
}
function choicesAt(text, index, atEdge) {
	const rest = text.slice(index);
	const times = /^[@?*+](?=\()/.exec(rest)?.[0];
	const group = times === void 0 ? null : enclosed(text, index + 1, "(|)");
	if (times !== void 0 && group) return {
		piece: {
			kind: "choices",
			choices: group.parts,
			times,
			edge: false
		},
		after: group.after
	};
	const range = /^\{(\w+)\.\.(\w+)\}/.exec(rest);
	if (range) {
		const [whole, first = "", last = ""] = range;
		return {
			piece: {
				kind: "choices",
				choices: between(first, last),
				times: "@",
				edge: false
			},
			after: index + whole.length
		};
	}
	const braces = text[index] === "{" ? enclosed(text, index, "{,}") : null;
	return braces && braces.parts.length > 1 ? {
		piece: {
			kind: "choices",
			choices: braces.parts,
			times: "@",
			edge: atEdge
		},
		after: braces.after
	} : null;
}
/** The text in the brackets that open at `open`, split at separators that are not in nested brackets; null if the brackets do not close. */
function enclosed(text, open, brackets) {
	const [opening, separator, closing] = brackets;
	const found = [];
	let depth = 0;
	let from = open + 1;
	for (let index = open; index < text.length; index++) {
		if (text[index] === opening) depth++;
		else if (text[index] === closing) depth--;
		if (depth === 0 || depth === 1 && text[index] === separator) {
			found.push(text.slice(from, index));
			from = index + 1;
		}
		if (depth === 0) return {
			parts: found,
			after: from
		};
	}
	return null;
}
/** The most values of a range such as `{1..999}`, beyond the first. */
const MOST_BETWEEN = 1e3;
function between(first, last) {
	const numbers = /^\d+$/.test(first) && /^\d+$/.test(last);
	const [low, high] = numbers ? [Number(first), Number(last)] : [first.charCodeAt(0), last.charCodeAt(0)];
	const count = Math.min(Math.max(high - low, 0), MOST_BETWEEN) + 1;
	const width = numbers && first.startsWith("0") ? first.length : 0;
	return Array.from({ length: count }, (_, index) => numbers ? String(low + index).padStart(width, "0") : String.fromCharCode(low + index));
}
/** The test for a set such as `[a-z0-9_]`, or for its complement if `negated`. A slash never passes. */
function setOf$1(text, negated) {
	const ranges = [...text.matchAll(/(.)-(.)|(.)/gs)].map(([, low, high, one]) => [(low ?? one ?? "").charCodeAt(0), (high ?? one ?? "").charCodeAt(0)]);
	return (code) => inPart(code) && ranges.some(([low, high]) => low <= code && code <= high) !== negated;
}
/** Whether a path is a pattern and not the name of one file. The parentheses of a route, as in `app/(group)/`, do not make a pattern. */
function isGlob(path) {
	return /[*?[\]{}]|[@+!]\(|^!/.test(path);
}
/** Whether a pattern is supported. It must not be too long, and must not negate: `!(a)` and a leading `!` would need too large an automaton. */
function isUsableGlob(pattern) {
	return pattern.length <= 500 && !/!\(|^!/.test(pattern);
}
/** The folder that contains everything a pattern matches, "" for the root: `services` for `services/*`. */
function globRoot(pattern) {
	const parts = pattern.split("/");
	const first = parts.findIndex(isGlob);
	return parts.slice(0, first === -1 ? -1 : first).join("/") || (pattern.startsWith("/") ? "/" : "");
}
/** Folders of dependencies and of git itself: no pattern matches in them. */
const CLOSED = /(^|\/)(node_modules|\.git)(\/|$)/;
/**
* Compiles patterns. `*` and `?` match within one path segment, `**` matches any number of segments; also `[a-z]`,
* `[!a]`, `{a,b}`, `{1..9}`, `@(a|b)`, `?(a)`, `*(a)` and `+(a)`. They match a leading dot, too. Each pattern becomes
* an automaton, and its sets of states are cached. So a path takes one step for each character, however many stars the
* pattern has: 4,000 steps for 4,000 characters and fifteen stars.
*/
function globOf(patterns) {
	const automata = patterns.map(automatonOf);
	const after = (path) => automata.map((automaton) => automaton.read(path));
	return {
		matches: (path) => !CLOSED.test(path) && after(path).some(Boolean),
		reaches: (folder) => !CLOSED.test(folder) && automata.some((automaton) => automaton.lives(folder === "" || folder.endsWith("/") ? folder : `${folder}/`))
	};
}
/** The most sets that are cached for a pattern. When there are more, the cache is emptied. */
const MOST_KEPT$8 = 2e3;
function automatonOf(pattern) {
	const { states, start, end } = compiled(pattern);
	let kept = /* @__PURE__ */ new Map();
	const closed = (from) => {
		const reached = new Set(from);
		for (const one of reached) for (const other of states[one]?.free ?? []) reached.add(other);
		const sorted = [...reached].filter((one) => one === end || states[one]?.by).sort((a, b) => a - b);
		const key = sorted.join();
		const known = kept.get(key) ?? {
			states: sorted,
			next: /* @__PURE__ */ new Map(),
			accepts: reached.has(end),
			live: sorted.length > 0
		};
		kept.set(key, known);
		return known;
	};
	const step = (at, code) => {
		const known = at.next.get(code);
		if (known) return known;
		const next = closed(at.states.flatMap((one) => states[one]?.by?.(code) ? [states[one].to] : []));
		at.next.set(code, next);
		return next;
	};
	let first = closed([start]);
	const run = (path) => {
		if (kept.size > MOST_KEPT$8) {
			kept = /* @__PURE__ */ new Map();
			first = closed([start]);
		}
		let at = first;
		for (let index = 0; index < path.length && at.live; index++) at = step(at, path.charCodeAt(index));
		return at;
	};
	return {
		read: (path) => path === pattern || run(path).accepts,
		lives: (path) => run(path).states.some((one) => states[one]?.by)
	};
}
/** A month as a key of a YAML map. */
const month = string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "month" });
/** Whether a report can show this many months, its own month included: a whole number from 1 to 60. */
function isMonthCount(months) {
	return Number.isInteger(months) && months >= 1 && months <= 60;
}
/** @throws RangeError if a report cannot show this many months */
function requireMonthCount(months) {
	if (!isMonthCount(months)) throw new RangeError(`months must be a whole number from 1 to 60.`);
}
/** The month, `YYYY-MM`, that is `after` months after that of a day or month: 2027-01 is 2 months after 2026-11-28. */
function monthAfter(date, after) {
	const [year = 0, number = 1] = date.split("-").map(Number);
	const months = year * 12 + (number - 1) + after;
	return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String(months % 12 + 1).padStart(2, "0")}`;
}
// lib/src/manifest/schema.js
/**
* The whole vocabulary of `video-budget.yml`, with its defaults. The JSON Schema for editors is
* generated from here, and the descriptions are what an editor shows on hover.
*
* An `error` on a schema is a key of EXPECTED in `report/words/expected.ts`, never a sentence.
* Rules between two keys are in `rules.ts`, so that each can name the key that has to change.
*/
const text = string({ error: "text" });
/** More than anybody generates, and small enough that no product overflows a number. */
const MOST_COUNTED = 0xe8d4a51000;
/** A path or a pattern; no file system has longer ones. */
const path = text.refine((value) => value.length <= 4096, {
	error: "path",
	abort: true
});
const count$1 = number$1({ error: "number" }).nonnegative().max(MOST_COUNTED);
const quantile = count$1.min(1e-6);
const whole = int({ error: "whole-number" });
/** A number of attempts or takes. The model computes each of them, so it is bounded. */
const tries = whole.positive().max(1e3);
/** The most scopes. Each is compared with every workload. */
const MOST_SCOPES = 200;
/** The most entries of `include`. Each is matched with every file of a repository. */
const MOST_INCLUDED = 200;
/** The most entries of `include_reports`. */
const MOST_REPORTS = 1e3;
const reportPath = path.refine(isUsableGlob, { error: "glob" });
const switched = boolean({ error: "switch" });
const currency = string().regex(/^[A-Z]{3}$/, { error: "currency" });
const durations = union([duration, array(duration)], { error: "durations" }).transform((value) => Array.isArray(value) ? value : [value]);
const WORKLOAD_NAME = /^[a-z0-9][a-z0-9_.-]{0,63}$/;
const increase = strictObject({
	amount: money.optional().describe("The largest allowed increase a month"),
	share: growth.optional().describe("The largest allowed increase, as a share of the base branch's monthly cost"),
	ignore_below: money.optional().describe("`share` does not apply to an increase below this amount")
});
/** A path or a pattern. A pattern that negates is refused: see `isUsableGlob`. */
const pattern = path.refine(isUsableGlob, { error: "glob" });
const patterns = union([pattern, array(pattern).min(1).max(MOST_INCLUDED)], { error: "path-or-list" }).transform((value) => Array.isArray(value) ? value : [value]);
const scan = strictObject({
	ignore: array(pattern).max(MOST_INCLUDED).default([]).describe("Code to exclude: paths or globs, relative to this file"),
	models: array(text.min(1)).max(MOST_INCLUDED).default([]).describe("Ids that do not generate video here"),
	calls: array(text.min(1)).max(MOST_INCLUDED).default([]).describe("The team's own functions that submit a job, as they are called: `renderClip(`")
});
const anyOf = union([text, array(text).min(1).max(1e3)], { error: "text-or-list" }).transform((value) => Array.isArray(value) ? value : [value]);
const match = strictObject({
	provider: anyOf.optional().describe("The provider of the workload"),
	model: anyOf.optional().describe("The model, by any of its names"),
	mode: anyOf.optional().describe("What the workload's jobs do"),
	workload: anyOf.optional().describe("The name of the workload"),
	tags: record(string(), anyOf).optional().describe("Tags of the workload, by key")
}).describe("The workloads that match all of these keys; a list matches any of its values");
const budget = strictObject({
	monthly: money.optional().describe("The monthly limit of the whole manifest, in the reporting currency"),
	months: record(month, money).optional().describe("Limits of single months, by YYYY-MM, which replace `monthly`"),
	figure: _enum([
		"expected",
		"p50",
		"p90",
		"p95"
	]).default("expected").describe("The figure that is compared with every limit"),
	warn_at: share$1.default(.8).describe("The share of a limit from which the check warns"),
	max_increase: increase.optional().describe("The increase that one pull request may add. It fails if the amount or the share is exceeded"),
	warn_increase: increase.optional().describe("Like max_increase, but only warns"),
	scopes: record(string(), strictObject({
		match,
		monthly: money.describe("The monthly limit of this scope")
	})).refine((scopes) => Object.keys(scopes).length <= MOST_SCOPES, { error: "scopes" }).default({}).describe("Further limits, each for the workloads that match all of its keys")
});
const role = _enum([
	"write",
	"maintain",
	"admin"
]);
const policies = strictObject({
	unknown_price: _enum(["fail", "warn"]).default("fail").describe("The effect of a workload without a usable price. It never counts as $0"),
	stale_price: _enum([
		"note",
		"warn",
		"fail"
	]).default("note").describe("The effect of an old price, on workloads that the change touches"),
	manifest_removed: _enum(["warn", "fail"]).default("warn").describe("The effect of a change that removes the manifest or all of its workloads. The base branch's setting applies"),
	own_price: _enum(["warn", "fail"]).default("warn").describe("The effect of a price that only the change itself states, for a model without a price on the base branch or in the price book. The base branch's setting applies"),
	undeclared: _enum([
		"warn",
		"fail",
		"off"
	]).default("warn").describe("The effect of a video-generation call in the code that no workload declares. The base branch's setting applies"),
	drift: _enum([
		"note",
		"warn",
		"fail",
		"off"
	]).default("note").describe("The effect if the code has a different model, duration, resolution or sound than its workload. The base branch's setting applies"),
	repricing: _enum([
		"note",
		"warn",
		"fail"
	]).default("warn").describe("The effect of price changes since the lock. The base branch's setting applies"),
	silent_cost: strictObject({
		level: _enum([
			"note",
			"warn",
			"fail",
			"off"
		]).default("note").describe("The effect if a default that nobody chose costs at least min_monthly, on workloads that the change touches"),
		min_monthly: money.prefault(50).describe("The smallest saving a month that is reported, in the reporting currency")
	}).prefault({}).describe("The effect of defaults that nobody chose and that cost money. The base branch's setting applies"),
	price_max_age_days: whole.positive().default(180).describe("The number of days after which a price counts as old"),
	override: strictObject({
		label: text.min(1).describe("The label that overrides a failing check"),
		min_role: role.default("maintain").describe("The lowest role of the person who adds the label"),
		by_author: switched.default(false).describe("Whether the author of the pull request may add it")
	}).optional().describe("Who may override a failing check. Absent: nobody")
});
const pack = union([text, strictObject({
	size: positiveMoney.describe("Units in the pack"),
	price: money.describe("USD for the whole pack")
})], { error: "pack" });
const account$1 = strictObject({
	pack: pack.optional().describe("The pack that you buy: its name in the price book, or its size and price"),
	plan: text.optional().describe("The subscription, by its name in the price book"),
	discount: share$1.optional().describe("Negotiated discount on every price of this provider"),
	trial: money.optional().describe("One-time credit, in the account's unit. It lowers only the first month's payment"),
	prepaid: money.optional().describe("A prepaid balance, in the account's unit. It lowers only the first month's payment"),
	other_jobs: count$1.optional().describe("Jobs a month outside this repository that count toward monthly price tiers"),
	concurrency: count$1.positive().optional().describe("Jobs that the account may run at once"),
	fees: record(string(), count$1).optional().describe("The number of each of the provider's fees")
});
const output = strictObject({
	duration: union([duration, literal("auto")], { error: "duration-or-auto" }).optional().describe("Output duration of one clip; `auto`: the model chooses. For extend: the new seconds"),
	frames: whole.positive().optional().describe("Frames instead of a duration"),
	segments: array(duration).min(1).optional().describe("Durations of a job's segments, instead of a duration"),
	resolution: text.optional().describe("A class (720p, 1080p, 4k) or an exact size (1792x1024)"),
	audio: switched.optional().describe("Whether the clip is generated with sound"),
	aspect_ratio: text.regex(/^\d+(\.\d+)?:\d+(\.\d+)?$|^[a-z]+$/, { error: "aspect-ratio" }).optional().describe("Width to height, such as 16:9, or a provider's word for one"),
	fps: count$1.positive().optional().describe("Frames a second"),
	quality: text.optional().describe("The provider's tier: std, pro, fast, normal…"),
	count: whole.positive().optional().describe("Outputs of one job"),
	count_as: _enum(["takes", "clips"]).optional().describe("What the outputs of one job are. takes (default): takes of one clip, so a clip wants whole jobs. clips: each is a clip wanted of its own (a batch)")
});
const input = strictObject({
	images: whole.nonnegative().optional().describe("Images sent with one job"),
	video: durations.optional().describe("Duration of each video sent with one job"),
	audio: durations.optional().describe("Duration of each audio file sent with one job"),
	resolution: text.optional().describe("Resolution of the video sent"),
	text_bytes: whole.nonnegative().optional().describe("Length of the prompt or script in UTF-8 bytes")
});
const contract = strictObject({
	usd: money.optional().describe("USD for what `per` names"),
	credits: money.optional().describe("The provider's credits for what `per` names"),
	amount: money.optional().describe("An amount in `currency` for what `per` names"),
	currency: currency.optional().describe("The currency of `amount`"),
	per: _enum([...METER_NAMES, "credit"]).describe("What the amount buys one of; `credit`: the value of the provider's credit")
});
const pert = strictObject({
	low: count$1.describe("The smallest possible number of clips"),
	likely: count$1.describe("The clips of the most likely month"),
	high: count$1.describe("The largest possible number of clips")
});
const amountOfVolume = union([
	count$1,
	pert,
	strictObject({
		p10: quantile.describe("One month in ten has fewer clips"),
		p90: quantile.describe("One month in ten has more clips")
	})
], { error: "volume" });
const volume = strictObject({
	per_day: amountOfVolume.optional().describe("Clips wanted a day"),
	per_week: amountOfVolume.optional().describe("Clips wanted a week"),
	per_month: amountOfVolume.optional().describe("Clips wanted a month of 30.4375 days: a number, { low, likely, high } or { p10, p90 }"),
	growth: change.optional().describe("Growth a month, compounding from the month of the report: 5% or -2%"),
	months: record(month, amountOfVolume).optional().describe("Clips wanted in single months, by YYYY-MM: they replace the declared volume and its growth"),
	arrivals: _enum(["fixed", "poisson"]).default("fixed").describe("`poisson` makes a single number random"),
	peak_per_hour: count$1.positive().optional().describe("Clips wanted in the busiest hour"),
	driver: text.optional().describe("Workloads with the same driver rise and fall together")
});
const takes = union([count$1.min(1), strictObject({ until_kept: strictObject({
	acceptance: share$1.refine((value) => value > 0, { error: "positive-share" }).describe("Probability that one take is kept"),
	max: tries.describe("The number of takes after which you give up")
}).describe("Takes are generated one after the other until one is kept") })], { error: "takes" });
const chances = strictObject(eachFailure(() => share$1.optional().describe("Probability of this outcome, 0–1")));
const poll = strictObject({
	first: duration.optional().describe("Delay of the first status request"),
	interval: duration.optional().describe("Delay between two status requests"),
	backoff: count$1.min(1).default(1).describe("Factor on the interval after each status request"),
	max: duration.optional().describe("Longest interval with backoff"),
	pollers: whole.positive().default(1).describe("Processes that poll the same job")
});
const completion = union([strictObject({ poll: poll.describe("The client polls the status of a job") }), strictObject({ webhook: strictObject({
	loss: share$1.default(0).describe("Share of webhooks that never arrive"),
	fallback_poll: strictObject({
		after: duration.describe("Delay after the submission before the client asks"),
		interval: duration.describe("Delay between two status requests")
	}).optional().describe("The client polls a job whose webhook has not arrived")
}).describe("The provider calls back when a job is done") })], { error: "completion" });
const client = strictObject({
	max_attempts: tries.default(1).describe("Submissions per take, retries included"),
	retry_on: array(_enum(FAILURES)).default(["provider_error", "timed_out"]).describe("Outcomes that are retried"),
	timeout: duration.optional().describe("The client's timeout for one submission; needs on_timeout"),
	on_timeout: _enum([
		"resubmit",
		"cancel-and-resubmit",
		"give-up",
		"keep-polling"
	]).optional().describe("What the client does after its timeout"),
	idempotency_key: switched.optional().describe("A retry with the same key finds the same job. Default: the price book's value for the provider"),
	max_wait: duration.optional().describe("The total time limit of keep-polling, and of resubmit with a key"),
	cancel: strictObject({
		success: share$1.describe("Share of cancellations that succeed"),
		billed: share$1.describe("Share of the price that is billed for a canceled job")
	}).optional().describe("How the client cancels a job after its timeout"),
	submit_ack_loss: share$1.default(0).describe("Share of submissions whose response is lost"),
	completion: completion.optional().describe("How the client learns that a job is done. Default: poll at the provider's recommended interval")
});
const outcomePolicy = strictObject({
	...eachFailure(() => policy.optional()),
	cancelled: policy.optional()
});
/** More jobs than anybody counts, and few enough that the distribution of a rate stays finite. */
const jobsCounted = whole.max(1e9);
const evidence = strictObject({
	k: jobsCounted.nonnegative().describe("Jobs with this outcome"),
	n: jobsCounted.positive().describe("All jobs")
});
const weeksInRange = strictObject({
	k: jobsCounted.nonnegative().describe("Weeks whose bill was between the P10 and the P90"),
	n: jobsCounted.positive().describe("Complete weeks of the job log")
}).describe("How often the P10 to P90 of this workload held, as `calibrate --backtest` measured it; reports show it, and no figure changes");
const reliability = strictObject({
	outcomes: chances.default({}).describe("Probability of each outcome per attempt; the rest succeed"),
	after_first: chances.optional().describe("Probabilities on attempts 2 and later, if failures come together"),
	evidence: strictObject({
		...eachFailure(() => evidence.optional().describe("Measured counts: jobs with this outcome, and all jobs")),
		weeks: weeksInRange.optional()
	}).optional().describe("The counts behind a rate; they replace it"),
	latency: strictObject({
		p50: duration.describe("Half of the jobs finish within this time"),
		p95: duration.describe("95% of the jobs finish within this time"),
		correlation: share$1.optional().describe("Share of the log-variance that attempts of one request have in common (default 0)")
	}).optional().describe("Queue and run time of the provider"),
	billed: outcomePolicy.optional().describe("Overrides the price book's failure policy")
});
const option = union([
	text,
	number$1(),
	boolean()
], { error: "scalar" });
/** The keys of a workload. `defaults` may have any of them. */
const workloadKeys = strictObject({
	provider: text.describe("The provider, as the price book names it"),
	model: text.describe("The exact string that the provider's API takes, or an alias of the price book"),
	mode: _enum(MODES).optional().describe("What a job does; the model's first mode if absent"),
	output: output.default({}).describe("What one job makes"),
	input: input.default({}).describe("What is sent with one job"),
	tier: text.optional().describe("The service tier, if the model has several: batch, flex, off-peak…"),
	region: text.optional().describe("The region, if the model has several"),
	options: record(string(), option).default({}).describe("Any further option that the model declares"),
	runtime: duration.optional().describe("GPU time of one job, for prices by GPU second"),
	price: contract.optional().describe("A contract price for this workload alone"),
	volume: volume.describe("Clips wanted"),
	takes: takes.default(1).describe("Takes generated per clip wanted"),
	client: client.prefault({}).describe("How the client submits, waits and retries"),
	reliability: reliability.prefault({}).describe("Measured failures and latency"),
	keep: array(_enum([
		"provider",
		"model",
		"tier",
		"takes",
		"volume",
		"output",
		"output.duration",
		"output.resolution",
		"output.audio",
		"output.count"
	])).default([]).describe("Keys that suggestions for getting within the budget must not change"),
	tags: record(string(), union([
		text,
		number$1(),
		boolean()
	], { error: "scalar" }).transform(String)).default({}).describe("For scopes and reports"),
	notes: text.optional().describe("For readers; not evaluated"),
	code: patterns.optional().describe("Where this workload's calls are: paths or globs, relative to this file. Default: its model anywhere under the file's folder")
});
const settings = {
	version: literal(1, { error: "version" }).describe("The version of the manifest's format"),
	currency: currency.default("USD").describe("The reporting currency"),
	fx: record(string().regex(/^[A-Z]{3}$/, { error: "currency" }), positiveMoney).default({}).describe("USD for one unit of each currency"),
	budget: budget.prefault({}).describe("Limits of a month and of one pull request's increase"),
	policy: policies.prefault({}).describe("What warns and what fails, besides the limits"),
	scan: scan.prefault({}).describe("How code is scanned"),
	prices: array(path).default([]).describe("Extra price files, relative to this file; they override the built-in price book"),
	include: array(pattern).max(MOST_INCLUDED).default([]).describe("Other manifests whose workloads also count here: paths or globs, relative to this file"),
	include_reports: array(union([reportPath, strictObject({
		repository: text.describe("The repository's name in the report"),
		report: reportPath.describe("Its JSON report, relative to this file"),
		owner: text.optional().describe("The owner, for workloads without a tag `owner`")
	})], { error: "report" })).max(MOST_REPORTS).default([]).describe("JSON reports of other repositories, which `video-budget rollup` adds up under this file's budget: paths or globs, relative to this file"),
	accounts: record(string(), account$1).default({}).describe("How each provider is paid, by its slug")
};
/** A manifest without its workloads, which are validated one by one (`parse.ts`). */
const manifestSettings = strictObject({
	...settings,
	defaults: unknown$1().optional(),
	workloads: unknown$1().optional()
});
// lib/src/manifest/read-keys.js
/** zod would compile a schema on first use. That takes longer than it saves, because equal values are parsed only once here. */
const INTERPRET = { jitless: true };
const known$15 = Object.keys(workloadKeys.shape).map((key) => ({
	key,
	plain: /* @__PURE__ */ new Map(),
	written: /* @__PURE__ */ new Map(),
	met: /* @__PURE__ */ new WeakMap()
}));
/** The most values to keep for each key. */
const MOST_KEPT$7 = 1e3;
/**
* Parses the keys of a workload one by one and keeps each value: a thousand workloads often share a handful of clients and outputs.
* The schema treats keys independently; rules between keys are in `brokenRules`.
* @returns null if the schema refuses any key. The caller then parses the whole workload to find out what is wrong
*/
function readKeys(tree) {
	if (!isTree(tree) || Object.keys(tree).some((key) => !Object.hasOwn(workloadKeys.shape, key))) return null;
	const read = {};
	for (const values of known$15) {
		const { key } = values;
		const value = Object.hasOwn(tree, key) ? tree[key] : void 0;
		const found = readValue(value, values);
		if (!found) return null;
		if (value !== void 0 || found.data !== void 0) read[key] = found.data;
	}
	return read;
}
function readValue(value, { key, plain, written, met }) {
	if (typeof value !== "object" || value === null) return plain.get(value) ?? keep$1(plain, value, parsed(value, key));
	const same = met.get(value);
	if (same) return same;
	const text = JSON.stringify(value);
	const found = text.includes("null") ? parsed(value, key) : written.get(text) ?? keep$1(written, text, parsed(value, key));
	if (found) met.set(value, found);
	return found;
}
function parsed(value, key) {
	const result = workloadKeys.shape[key].safeParse(value, INTERPRET);
	return result.success ? { data: result.data } : null;
}
function keep$1(values, name, found) {
	if (found && values.size < MOST_KEPT$7) values.set(name, found);
	return found;
}
// lib/src/manifest/rules.js
const OF_VOLUME = [oneVolume, ascendingVolume];
const OF_OUTPUT = [oneLength];
const OF_RELIABILITY = [
	sharesUpToOne,
	latencyInOrder,
	evidenceInOrder,
	evidenceUpToOne
];
const OF_PRICE = [onePrice];
/** What is broken in a key's value. Equal values are mostly the same object (`read-keys.ts`), and each is checked once. */
const known$14 = /* @__PURE__ */ new WeakMap();
/** The rules between keys that a workload breaks. */
function brokenRules(workload) {
	return [
		...brokenIn(workload.volume, OF_VOLUME),
		...brokenIn(workload.output, OF_OUTPUT),
		...brokenIn(workload.reliability, OF_RELIABILITY),
		...brokenIn(workload.price, OF_PRICE),
		...broken(timeoutAndBehaviour(workload))
	];
}
function brokenIn(value, rules) {
	if (!value) return [];
	const found = known$14.get(value) ?? broken(rules.flatMap((rule) => rule(value)));
	known$14.set(value, found);
	return found;
}
function broken(found) {
	return found.filter((one) => one !== false && one !== void 0);
}
function oneVolume(volume) {
	const given = [
		"per_day",
		"per_week",
		"per_month"
	].filter((key) => volume[key] !== void 0);
	return [given.length !== 1 && {
		code: "one-of",
		path: ["volume"],
		args: {
			keys: [
				"per_day",
				"per_week",
				"per_month"
			],
			given
		}
	}];
}
function ascendingVolume(volume) {
	const { per_day, per_week, per_month, months } = volume;
	if (!months && [
		per_day,
		per_week,
		per_month
	].every((amount) => typeof amount !== "object")) return [];
	return [...[
		"per_day",
		"per_week",
		"per_month"
	].map((key) => ({
		at: [key],
		amount: volume[key]
	})), ...Object.entries(volume.months ?? {}).map(([month, amount]) => ({
		at: ["months", month],
		amount
	}))].map(({ at, amount }) => {
		if (typeof amount !== "object") return void 0;
		const steps = "p10" in amount ? [amount.p10, amount.p90] : [
			amount.low,
			amount.likely,
			amount.high
		];
		const ascending = steps.every((step, i) => i === 0 || step >= steps[i - 1]) && steps[0] < steps.at(-1);
		const order = "p10" in amount ? "p10 < p90" : "low ≤ likely ≤ high, low < high";
		return !ascending && {
			code: "not-ascending",
			path: ["volume", ...at],
			args: {
				order,
				values: steps.map(String)
			}
		};
	});
}
function oneLength(output) {
	const given = [
		"duration",
		"frames",
		"segments"
	].filter((key) => output[key] !== void 0);
	return [given.length > 1 && {
		code: "one-of",
		path: ["output"],
		args: {
			keys: [
				"duration",
				"frames",
				"segments"
			],
			given
		}
	}];
}
function sharesUpToOne(reliability) {
	const first = reliability.outcomes;
	const later = reliability.after_first && {
		...first,
		...reliability.after_first
	};
	return [overOne("outcomes", first), later && overOne("after_first", later)];
}
function overOne(key, chances) {
	const total = FAILURES.reduce((sum, failure) => sum + (chances[failure] ?? 0), 0);
	return total > 1 + 1e-9 && {
		code: "shares-over-one",
		path: ["reliability", key],
		args: { total: Number(total.toPrecision(12)) }
	};
}
const BEHAVIOURS = [
	"resubmit",
	"cancel-and-resubmit",
	"give-up",
	"keep-polling"
];
function timeoutAndBehaviour({ client, reliability }) {
	const { timeout, on_timeout } = client;
	const acts = on_timeout !== void 0 && on_timeout !== "keep-polling";
	return [
		timeout !== void 0 && on_timeout === void 0 && {
			code: "timeout-without-behaviour",
			path: ["client", "timeout"],
			args: {
				value: timeout,
				allowed: BEHAVIOURS
			}
		},
		acts && timeout === void 0 && {
			code: "behaviour-without-timeout",
			path: ["client", "on_timeout"],
			args: { value: on_timeout }
		},
		acts && timeout !== void 0 && reliability.latency === void 0 && {
			code: "behaviour-without-latency",
			path: ["client", "on_timeout"],
			args: { value: on_timeout }
		}
	];
}
function latencyInOrder({ latency }) {
	return [latency && (latency.p50 <= 0 || latency.p95 <= latency.p50) && {
		code: "not-ascending",
		path: ["reliability", "latency"],
		args: {
			order: "0 < p50 < p95",
			values: [String(latency.p50), String(latency.p95)]
		}
	}];
}
function evidenceInOrder({ evidence }) {
	return Object.entries(evidence ?? {}).map(([outcome, counts]) => counts && counts.k > counts.n && {
		code: "not-ascending",
		path: [
			"reliability",
			"evidence",
			outcome
		],
		args: {
			order: "k ≤ n",
			values: [String(counts.k), String(counts.n)]
		}
	});
}
/** Counts replace the declared probability. If 45 of 50 jobs failed, 20% that are moderated make 110%. */
function evidenceUpToOne({ outcomes, after_first, evidence }) {
	if (!evidence) return [];
	const counted = FAILURES.flatMap((failure) => {
		const counts = evidence[failure];
		return counts ? [[failure, counts.k / counts.n]] : [];
	});
	const seen = Object.fromEntries(counted);
	const sumOf = (chances) => Object.values(chances).reduce((sum, chance) => sum + (chance ?? 0), 0);
	const total = Math.max(sumOf({
		...outcomes,
		...seen
	}), after_first ? sumOf({
		...outcomes,
		...seen,
		...after_first
	}) : 0);
	const declared = Math.max(sumOf(outcomes), after_first ? sumOf({
		...outcomes,
		...after_first
	}) : 0);
	return [total > 1 + 1e-9 && declared <= 1 + 1e-9 && {
		code: "shares-over-one",
		path: ["reliability", "evidence"],
		args: { total: Number(total.toPrecision(9)) }
	}];
}
function onePrice(price) {
	const given = [
		"usd",
		"credits",
		"amount"
	].filter((key) => price[key] !== void 0);
	return [
		given.length !== 1 && {
			code: "one-of",
			path: ["price"],
			args: {
				keys: [
					"usd",
					"credits",
					"amount"
				],
				given
			}
		},
		price.amount !== void 0 !== (price.currency !== void 0) && {
			code: "missing-key",
			path: ["price", price.currency === void 0 ? "currency" : "amount"],
			args: { key: price.currency === void 0 ? "currency" : "amount" }
		},
		price.per === "credit" && price.credits !== void 0 && {
			code: "one-of",
			path: ["price"],
			args: {
				keys: ["usd", "amount"],
				given: ["credits"]
			}
		}
	];
}
// lib/src/manifest/salvage.js
/** The most rounds. Each removes keys that the one before made invalid: first the limit of a scope, then the scope without a limit. */
const MOST_ROUNDS = 20;
/**
* The settings of a manifest with errors. Only the invalid keys are removed, so that the other keys apply:
* `{ monthly: 100, montly: 5 }` keeps the 100. A scope whose limit is not an amount is removed as a whole.
* @param written the manifest as a tree; anything else has the default settings
*/
function settingsOf(written) {
	let tree = isTree(written) ? {
		...written,
		version: 1
	} : { version: 1 };
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const result = manifestSettings.safeParse(tree, { jitless: true });
		if (result.success) return result.data;
		tree = without(tree, result.error.issues.flatMap((issue) => {
			const at = issue.path;
			return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...at, key]) : [at];
		}));
	}
	return manifestSettings.parse({ version: 1 }, { jitless: true });
}
/** A copy of a tree without the values at some paths. If a path does not exist, its nearest existing parent is removed. */
function without(tree, paths) {
	const copy = structuredClone({
		...tree,
		workloads: void 0,
		defaults: void 0
	});
	for (const path of [...paths].sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)) || 0)) remove(copy, path);
	const { workloads: _, defaults: __, ...settings } = copy;
	return {
		...settings,
		..."workloads" in tree && { workloads: tree["workloads"] },
		..."defaults" in tree && { defaults: tree["defaults"] }
	};
}
function remove(from, path) {
	let last = path.length - 1;
	for (; last >= 0; last--) {
		const holder = path.slice(0, last).reduce((found, key) => isObject(found) && Object.hasOwn(found, key) ? found[key] : void 0, from);
		const key = path[last];
		if (!isObject(holder) || !Object.hasOwn(holder, key)) continue;
		if (Array.isArray(holder)) holder.splice(Number(key), 1);
		else delete holder[key];
		return;
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// lib/src/manifest/parse.js
/**
* Reads a manifest and reports every problem. A setting or a workload with a problem does not stop the others: the valid
* settings apply, and only this workload has `keys: null`.
* @param file its path, as problems name it
*/
function parseManifest(file, bytes) {
	const yaml = readYaml(file, bytes);
	const unread = (problems) => ({
		file,
		settings: settingsOf(void 0),
		limitsRead: false,
		workloads: [],
		problems,
		yaml
	});
	if (yaml.problems.some(({ code }) => code !== "duplicate-key")) return unread(yaml.problems);
	if (!isTree(yaml.value)) return unread([{
		code: "not-a-map",
		severity: "error",
		file,
		path: [],
		args: { empty: yaml.value === null || yaml.value === void 0 }
	}]);
	const twice = yaml.problems.map(({ path }) => path);
	const { settings, limitsRead, problems } = parseSettings(file, yaml.value, twice);
	const workloads = parseWorkloads(file, yaml.value, settings, twice);
	return {
		file,
		settings,
		limitsRead,
		workloads: workloads.declared,
		problems: distinct$1([
			...yaml.problems,
			...problems,
			...workloads.problems
		]),
		yaml
	};
}
/** @param twice paths of keys that are defined twice. Neither of the two values counts */
function parseSettings(file, tree, twice) {
	const own = without(tree, twice);
	const result = manifestSettings.safeParse(own, INTERPRET);
	const problems = result.success ? [] : withoutIndentation(issuesToProblems(result.error.issues, {
		schema: manifestSettings,
		value: own,
		file,
		at: []
	}), own);
	const settings = result.success ? result.data : settingsOf(own);
	return {
		settings,
		limitsRead: areLimitsRead(settings, [...problems, ...twice.map((path) => ({
			code: "duplicate-key",
			path,
			args: {}
		}))]),
		problems
	};
}
/** If `workloads:` is empty, the first unknown key that contains a map is probably its first workload, indented one level too little. */
function withoutIndentation(problems, tree) {
	const unknown = problems.filter(({ code, path }) => code === "unknown-key" && path.length === 1 && isTree(tree[String(path[0])]));
	const [first] = tree["workloads"] === null ? unknown : [];
	if (!first) return [...problems];
	const key = String(first.path[0]);
	return [...problems.filter((problem) => !unknown.includes(problem)), {
		...first,
		code: "not-indented",
		args: {
			key,
			under: "workloads"
		}
	}];
}
/**
* Whether no problem removes a limit. An unknown key may be a misspelled limit. But `montly: 5` beside a valid `monthly`
* removes none.
*/
function areLimitsRead({ budget }, problems) {
	const hasLimit = limitsAnything(budget);
	return problems.every(({ code, path, args }) => {
		return !(path[0] === "budget" || path.length === 1 && (args["nearest"] === "budget" || args["inside"] === "budget")) || code === "unknown-key" && hasLimit;
	});
}
function parseWorkloads(file, tree, settings, twice) {
	const problems = [];
	const { defaults, workloads } = tree;
	if (defaults !== void 0) {
		const result = workloadKeys.partial().safeParse(defaults, INTERPRET);
		if (!result.success) problems.push(...issuesToProblems(result.error.issues, {
			schema: workloadKeys,
			value: defaults,
			file,
			at: ["defaults"]
		}));
	}
	if (workloads === void 0) {
		if (!Object.keys(tree).some((key) => nearest(key, ["workloads"]) !== null) && settings.include.length === 0 && tree["include"] === void 0) problems.push({
			code: "no-workloads",
			severity: "error",
			file,
			path: [],
			args: {}
		});
		return {
			declared: [],
			problems
		};
	}
	if (!isTree(workloads)) {
		if (!(workloads === null && Object.keys(tree).some((key) => !Object.hasOwn(manifestSettings.shape, key) && isTree(tree[key])))) problems.push({
			code: "wrong-value",
			severity: "error",
			file,
			path: ["workloads"],
			args: {
				value: Array.isArray(workloads) ? "a list" : workloads,
				expected: "map"
			}
		});
		return {
			declared: [],
			problems
		};
	}
	if (twice.some((path) => path.length === 1 && path[0] === "workloads")) return {
		declared: [],
		problems
	};
	const ambiguous = new Set(twice.flatMap(([top, name]) => top === "workloads" && name !== void 0 ? [String(name)] : []));
	const isAmbiguous = twice.some(([top]) => top === "defaults");
	const outside = notIndented(workloads);
	if (outside) problems.push({
		code: "not-indented",
		severity: "error",
		file,
		path: ["workloads", outside.key],
		at: "key",
		args: outside
	});
	return {
		declared: Object.keys(workloads).filter((name) => !outside || !Object.hasOwn(workloadKeys.shape, name)).map((name) => {
			if (name === outside?.under) return {
				file,
				name,
				keys: null
			};
			const found = parseWorkload({
				file,
				name,
				own: workloads[name],
				defaults
			});
			problems.push(...found.problems);
			return {
				file,
				name,
				keys: isAmbiguous || ambiguous.has(name) ? null : found.keys
			};
		}),
		problems
	};
}
/** Finds a workload whose keys are not indented: it is empty, and at least two workload keys are in the place of names. */
function notIndented(workloads) {
	const names = Object.keys(workloads);
	const under = names.find((name) => workloads[name] === null && !Object.hasOwn(workloadKeys.shape, name));
	const [key, second] = names.filter((name) => Object.hasOwn(workloadKeys.shape, name));
	return under !== void 0 && key !== void 0 && second !== void 0 ? {
		key,
		under
	} : null;
}
/** Reads one workload of a manifest; `keys` is null if it has a problem. */
function parseWorkload({ file, name, own, defaults }) {
	const at = ["workloads", name];
	if (!WORKLOAD_NAME.test(name)) return {
		keys: null,
		problems: [{
			code: "wrong-value",
			severity: "error",
			file,
			path: at,
			at: "key",
			args: {
				value: name,
				expected: "workload-name"
			}
		}]
	};
	if (!isTree(own)) return {
		keys: null,
		problems: [{
			code: "wrong-value",
			severity: "error",
			file,
			path: at,
			args: {
				value: Array.isArray(own) ? "a list" : own,
				expected: "map"
			}
		}]
	};
	const merged = merge(defaults, own);
	const keys = readKeys(merged);
	const problems = keys ? brokenRules(keys).map(({ code, path, args }) => ({
		code,
		severity: "error",
		file,
		path: [...at, ...path],
		args
	})) : issuesToProblems(workloadKeys.safeParse(merged, INTERPRET).error?.issues ?? [], {
		schema: workloadKeys,
		value: merged,
		file,
		at
	});
	return {
		keys: problems.length === 0 ? keys : null,
		problems: problems.map((problem) => ({
			...problem,
			path: declaredPath(problem.path, own, defaults)
		}))
	};
}
/** A key that a workload inherits is in `defaults`, and that is where it must be changed. */
function declaredPath(path, own, defaults) {
	const inner = path.slice(2);
	return inner.length > 0 && !has$1(own, inner) && has$1(defaults, inner) ? ["defaults", ...inner] : path;
}
function has$1(tree, path) {
	let found = tree;
	for (const key of path) {
		if (!isTree(found) || !Object.hasOwn(found, String(key))) return false;
		found = found[key];
	}
	return true;
}
/** Ten workloads that inherit one wrong default are one problem. */
function distinct$1(problems) {
	return [...new Map(problems.map((problem) => [`${problem.code} ${JSON.stringify(problem.path)}`, problem])).values()];
}
// lib/src/notation/link-target.js
/** A symbolic link that cannot be followed. `link`: its path. `target`: the path in it. `why`: it leads out of the repository, or in a circle. */
var LinkError = class extends Error {
	name = "LinkError";
	link;
	target;
	why;
	constructor(link, target, why) {
		super(`${link} is a symbolic link to ${target}, which leads ${why === "outside" ? "out of the repository" : "in a circle"}`);
		this.link = link;
		this.target = target;
		this.why = why;
	}
};
/** The most links that are followed for one path, as in Linux (ELOOP in path_resolution(7)). */
const MOST_LINKS = 40;
/**
* Follows every symbolic link of a path within the repository: the file itself and the folders above it. If `budget.yml`
* links to `conf/main.yml`, and `conf` to `shared/conf`, then `budget.yml` leads to `shared/conf/main.yml`. The file at
* the end need not exist.
* @param path from the root of the repository, with forward slashes
* @param targetOf the target of the link at a path, null if there is no link; it is called once for each segment
* @throws LinkError if a link leads above the root, is an absolute path, or leads in a circle
*/
async function followLinks(path, targetOf) {
	const left = path.split("/").reverse();
	const way = [];
	let last = {
		link: path,
		target: path
	};
	for (let links = 0; left.length > 0;) {
		const part = left.pop();
		if (part === "" || part === ".") continue;
		if (part === "..") {
			if (way.pop() === void 0) throw new LinkError(last.link, last.target, "outside");
			continue;
		}
		const at = [...way, part].join("/");
		const target = await targetOf(at);
		if (target === null) {
			way.push(part);
			continue;
		}
		last = {
			link: at,
			target
		};
		links++;
		if (links > MOST_LINKS) throw new LinkError(at, target, "circle");
		if (target.startsWith("/")) throw new LinkError(at, target, "outside");
		left.push(...target.split("/").reverse());
	}
	return way.join("/");
}
// lib/src/gather.js
/**
* Reads manifests, the manifests that they include, and the price files that they name. It is the only step before
* `review` that reads files. A missing or unreadable file is a problem; it never silently means fewer workloads.
* @param builtIn the snapshot of the built-in book. The snapshot of a book with price files is a hash of it and the files
*/
async function gather(reader, roots, builtIn, { prices = [], imposed = () => void 0 } = {}) {
	const manifests = /* @__PURE__ */ new Map();
	const includes = /* @__PURE__ */ new Map();
	const files = /* @__PURE__ */ new Map();
	const problems = [];
	const named = namesOf(reader);
	const refused = [...new Set(roots)].filter((root) => !reader.contains(root));
	problems.push(...refused.map((root) => outside$1(root, [], root)));
	const first = await named(roots.filter((root) => reader.contains(root)));
	let level = first;
	while (level.length > 0) {
		const read = await Promise.all(level.map(async (file) => ({
			file,
			bytes: await contentsOf(reader, file)
		})));
		const next = [];
		for (const { file, bytes } of read) {
			if (bytes instanceof LinkError) {
				problems.push(refusedLink(bytes, file, [], file));
				continue;
			}
			if (!bytes) {
				problems.push(missing(file, [], file));
				continue;
			}
			if (CONTROL.test(file)) problems.push({
				code: "unprintable-path",
				severity: "error",
				file,
				path: [],
				args: { value: file }
			});
			const manifest = parseManifest(file, bytes);
			const replacement = imposed(file);
			manifests.set(file, replacement ? {
				...manifest,
				settings: {
					...replacement.settings,
					prices: manifest.settings.prices
				}
			} : manifest);
			files.set(file, manifest.yaml);
			problems.push(...manifest.problems);
			const also = replacement ? await existing(reader, replacement.include) : [];
			const found = await named([...await included(reader, manifest, problems), ...also.filter((other) => other !== file)]);
			includes.set(file, found);
			next.push(...found);
		}
		level = [...new Set(next)].filter((file) => !manifests.has(file));
	}
	problems.push(...cycles(manifests, includes));
	const priced = await gatherPrices(reader, {
		manifests: [...manifests.values()],
		extra: prices
	}, builtIn, {
		files,
		problems
	});
	return {
		roots: [...refused, ...first],
		manifests: [...manifests.values()],
		includes,
		...priced,
		files,
		problems
	};
}
function outside$1(file, path, value) {
	return {
		code: "outside-repository",
		severity: "error",
		file,
		path,
		args: { value }
	};
}
/** A control character in a path, such as a line break or an escape. A report cannot show such a name. */
const CONTROL = /\p{Cc}/u;
/** A link that leads outside the repository is refused, as such a path would be. A circle of links counts as a missing file. */
function refusedLink({ link, target, why }, file, path, value) {
	return why === "outside" ? {
		...outside$1(file, path, value),
		args: {
			value,
			link,
			target
		}
	} : missing(file, path, value, {
		link,
		target
	});
}
/** A file that is not there: the manifest itself, or one that the manifest `by` names at `path`. */
function missing(file, path, value, link = {}) {
	return {
		code: "file-missing",
		severity: "error",
		file,
		path,
		args: {
			file: value,
			...path.length > 0 && { by: file },
			...link
		}
	};
}
/** The contents of the file that a path leads to, or null if there is none. A LinkError says why a link was not followed. */
async function contentsOf(reader, path) {
	return reader.follow(path).then((followed) => reader.read(followed)).catch(asLinkError);
}
function asLinkError(error) {
	if (error instanceof LinkError) return error;
	throw error;
}
/**
* Removes paths that lead to the same file through links, so that no workload counts twice.
* The file's own path is kept if it is among the paths, otherwise the first path that leads to it.
*/
function namesOf(reader) {
	const names = /* @__PURE__ */ new Map();
	return async (paths) => {
		const led = await Promise.all(paths.map(async (path) => ({
			path,
			to: await reader.follow(path).catch((error) => asLinkError(error) && path)
		})));
		for (const { path, to } of led) if (path === to && !names.has(to)) names.set(to, path);
		for (const { path, to } of led) if (!names.has(to)) names.set(to, path);
		return [...new Set(led.map(({ to }) => names.get(to)))];
	};
}
async function included(reader, { file, settings }, problems) {
	const found = await Promise.all(settings.include.map(async (written, index) => {
		const pattern = relativeTo(file, written);
		const path = ["include", index];
		if (!reader.contains(pattern)) return void problems.push(outside$1(file, path, written));
		const matches = isGlob(written) ? (await reader.glob([pattern])).filter((match) => match !== file) : [pattern];
		if (matches.length === 0) problems.push({
			code: "include-matches-nothing",
			severity: "warning",
			file,
			path,
			args: { value: written }
		});
		return matches;
	}));
	return [...new Set(found.flatMap((matches) => matches ?? []))];
}
/** The files that exist among these paths and patterns. Both are relative to the root. */
async function existing(reader, wanted) {
	return (await Promise.all(wanted.filter((path) => reader.contains(path)).map(async (path) => isGlob(path) ? reader.glob([path]) : await contentsOf(reader, path) === null ? [] : [path]))).flat();
}
function cycles(manifests, includes) {
	return [...manifests.keys()].flatMap((file) => {
		const back = (includes.get(file) ?? []).find((other) => other === file || reach(includes, other).has(file));
		return back === void 0 ? [] : [{
			code: "include-cycle",
			severity: "error",
			file,
			path: ["include"],
			args: { value: back }
		}];
	});
}
/** A manifest and everything it includes, directly or not; each once. */
function reach(includes, file) {
	const reached = /* @__PURE__ */ new Set([file]);
	for (const one of reached) for (const other of includes.get(one) ?? []) reached.add(other);
	return reached;
}
/** Reads the price files that manifests name, and the `extra` ones. Adds each file to `files` and each problem to `problems`. */
async function gatherPrices(reader, { manifests, extra }, builtIn, { files, problems }) {
	const wanted = manifests.map(({ file, settings }) => ({
		file,
		named: settings.prices.map((written, index) => ({
			written,
			path: relativeTo(file, written),
			index
		}))
	}));
	const allowed = wanted.map(({ file, named }) => ({
		file,
		named: named.filter(({ path }) => reader.contains(path))
	}));
	for (const { file, named } of wanted) for (const { written, path, index } of named) if (!reader.contains(path)) problems.push(outside$1(file, ["prices", index], written));
	const paths = [.../* @__PURE__ */ new Set([...allowed.flatMap(({ named }) => named.map(({ path }) => path)), ...extra])];
	if (paths.length === 0) return {
		prices: /* @__PURE__ */ new Map(),
		shared: []
	};
	const [{ readPrices }, { readYaml }] = await Promise.all([import(
		/* webpackMode: "eager" */
		"./read2.part.js"
), import(
		/* webpackMode: "eager" */
		"./read.part.js"
).then((n) => n.n)]);
	const contents = await Promise.all(paths.map(async (path) => [path, await contentsOf(reader, path)]));
	const refused = new Map(contents.flatMap(([path, found]) => found instanceof LinkError ? [[path, found]] : []));
	const bytesOf = new Map(contents.map(([path, found]) => [path, found instanceof LinkError ? null : found]));
	const providers = /* @__PURE__ */ new Map();
	for (const [path, bytes] of bytesOf) {
		if (!bytes) continue;
		const yaml = readYaml(path, bytes);
		const { provider, problems: found } = readPrices(yaml);
		files.set(path, yaml);
		problems.push(...found);
		if (provider) providers.set(path, provider);
	}
	const lost = (file, at, path) => {
		const link = refused.get(path);
		return link ? [refusedLink(link, file, at, path)] : bytesOf.get(path) ? [] : [missing(file, at, path)];
	};
	problems.push(...extra.flatMap((path) => lost(path, [], path)));
	for (const { file, named } of allowed) problems.push(...named.flatMap(({ path, index }) => lost(file, ["prices", index], path)));
	const snapshotOf = (some) => hashOf([new TextEncoder().encode(builtIn), ...some.map((path) => bytesOf.get(path) ?? /* @__PURE__ */ new Uint8Array())]);
	const prices = allowed.map(({ file, named }) => [file, [...named.map(({ path }) => path), ...extra]]).filter(([, own]) => own.length > 0);
	return {
		prices: new Map(await Promise.all(prices.map(async ([file, own]) => [file, {
			providers: own.flatMap((path) => providers.get(path) ?? []),
			snapshot: await snapshotOf(own)
		}]))),
		shared: extra.flatMap((path) => providers.get(path) ?? []),
		snapshot: await snapshotOf(paths)
	};
}
/** The SHA-256 of the parts joined together. Web Crypto is in browsers and in Node. */
async function hashOf(parts) {
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return `sha256:${[...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
/** The path from the root for a path that a file names: `../p.yml` in `a/b/m.yml` is `a/p.yml`. It may lead outside the root with `..`. */
function relativeTo(file, written) {
	if (written.startsWith("/")) return written;
	const parts = [...file.split("/").slice(0, -1), ...written.replaceAll("\\", "/").split("/")];
	const resolved = file.startsWith("/") ? [""] : [];
	for (const part of parts) {
		if (part === "" || part === ".") continue;
		if (part === ".." && resolved.length > 0 && resolved.at(-1) !== "..") resolved.pop();
		else resolved.push(part);
	}
	return resolved.join("/");
}
// lib/src/engine/account.js
/**
* Reports names in a manifest's `accounts` that the price book does not have. An unknown pack would silently change the price of every
* credit, so it is an error. A name without effect on a price is a warning.
*/
function accountProblems({ manifest, book }) {
	const { file, settings } = manifest;
	return Object.entries(settings.accounts).flatMap(([slug, keys]) => {
		const provider = book.provider(slug);
		const at = ["accounts", slug];
		if (!provider) {
			const args = {
				value: slug,
				nearest: nearest(slug, book.slugs),
				allowed: [...book.slugs]
			};
			return [{
				code: "unknown-provider",
				severity: "warning",
				file,
				path: at,
				at: "key",
				args
			}];
		}
		const packs = (provider.account?.packs ?? []).map(({ name }) => name);
		const plans = [...packs, ...plansOf(provider)];
		const fees = (provider.account?.fees ?? []).map(({ name }) => name);
		const unknown = (key, value, allowed) => allowed.some((one) => one.toLowerCase() === value.toLowerCase()) ? [] : [{
			code: "unknown-pack",
			severity: key === "pack" ? "error" : "warning",
			file,
			path: [...at, key],
			args: {
				provider: slug,
				value,
				nearest: nearest(value, allowed),
				allowed: [...allowed]
			}
		}];
		return [
			...typeof keys.pack === "string" ? unknown("pack", keys.pack, packs) : [],
			...keys.plan === void 0 ? [] : unknown("plan", keys.plan, plans),
			...Object.keys(keys.fees ?? {}).filter((name) => !fees.includes(name)).map((name) => ({
				code: "unknown-fee",
				severity: "warning",
				file,
				path: [
					...at,
					"fees",
					name
				],
				at: "key",
				args: {
					provider: slug,
					value: name,
					nearest: nearest(name, fees),
					allowed: fees
				}
			}))
		];
	});
}
/** The plans that prices of the provider's models depend on, from their `accepts.plan`. */
function plansOf({ models }) {
	return models.flatMap(({ accepts: { plan } }) => listedValues(plan).map(String));
}
// lib/src/money/convert.js
/** Whether a conversion found no rate. */
function isNoRate(converted) {
	return "noRate" in converted;
}
/**
* Converts an amount between two currencies through USD.
* @returns the amount in `to`, exact to 40 decimals, or the currency that has no rate
*/
function convert(amount, from, to, rates) {
	if (from === to) return amount;
	const fromRate = usdPerUnit(from, rates);
	if (!fromRate) return { noRate: from };
	const toRate = usdPerUnit(to, rates);
	if (!toRate) return { noRate: to };
	return amount.times(fromRate).div(toRate);
}
function usdPerUnit(currency, rates) {
	return currency === "USD" ? ONE : rates.get(currency);
}
/** The rates that a manifest's `fx` declares. */
function rates$1(fx) {
	return new Map(Object.entries(fx).map(([currency, usd]) => [currency, decimal(usd)]));
}
// lib/src/prices/spelling.js
const DAY = /-20\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])$/;
/**
* The names to look up for a written id, in this order: as written, without a prefix, without a version, without a
* date. With the prefix `replicate/` and the mark `:`, the id `replicate/luma/ray:1f2e` gives itself,
* `luma/ray:1f2e`, `replicate/luma/ray` and `luma/ray`.
*/
function spellingsOf(id, { prefixes = [], version_marks: marks = [], dates = false } = {}) {
	const bare = [id, ...prefixes.flatMap((prefix) => id.startsWith(prefix) && id.length > prefix.length ? [id.slice(prefix.length)] : [])];
	const unversioned = bare.flatMap((name) => marks.flatMap((mark) => beforeMark(name, mark)));
	const undated = dates ? [...bare, ...unversioned].flatMap((name) => DAY.test(name) ? [name.replace(DAY, "")] : []) : [];
	return [.../* @__PURE__ */ new Set([
		...bare,
		...unversioned,
		...undated
	])];
}
/** The part before the mark. Only the text after the last `/` is searched, because `https:` contains a `:`, too. */
function beforeMark(name, mark) {
	const at = name.indexOf(mark, name.lastIndexOf("/") + 2);
	return at < 1 ? [] : [name.slice(0, at)];
}
// lib/src/prices/find.js
/** Models by id and alias, indexed once per provider. */
const indexes = /* @__PURE__ */ new WeakMap();
/**
* The model with this exact id or alias. If there is none, the provider's `spellings` are stripped and the rest
* is looked up: `luma/ray:1f2e` is `luma/ray` at a provider whose ids carry a `:version`. There is no fuzzy match.
*/
function findModel(provider, name) {
	const exact = modelNamed(provider, name);
	if (exact || provider.spellings === void 0) return exact;
	for (const spelling of spellingsOf(name, provider.spellings)) {
		const model = modelNamed(provider, spelling);
		if (model) return model;
	}
}
function modelNamed(provider, name) {
	if (provider.model) return provider.model(name);
	let index = indexes.get(provider);
	if (!index) {
		index = /* @__PURE__ */ new Map();
		for (const model of provider.models) for (const alias of model.aliases) index.set(alias, model);
		for (const model of provider.models) index.set(model.id, model);
		indexes.set(provider, index);
	}
	return index.get(name);
}
/** All names of a provider's models, collected once per provider. */
const names = /* @__PURE__ */ new WeakMap();
/** Ids and aliases of all models of a provider. */
function modelNames(provider) {
	const known = provider.names ?? names.get(provider) ?? provider.models.flatMap(({ id, aliases }) => [id, ...aliases]);
	names.set(provider, known);
	return known;
}
/** The price that is valid on a day (UTC): `from` is inclusive, `to` exclusive. Undefined if no price is known for that day. */
function priceOn(model, date) {
	return model.prices.find(({ from, to }) => (from === void 0 || from <= date) && (to === void 0 || date < to));
}
/**
* The day since which a model cannot be used, if it is retired by `date`. A model that retires on 2026-12-01
* counts as retired on that day.
* @returns null if the model is still in use
*/
function retiredSince({ status: { retires } }, date) {
	return retires !== void 0 && retires <= date ? retires : null;
}
/** The providers with these slugs, in the same order. Unknown slugs are left out. */
function providersOf(book, slugs = book.slugs) {
	return slugs.flatMap((slug) => book.provider(slug) ?? []);
}
/** The key `provider/id` of a model, the same for its id and all its aliases. An unknown model keeps the name it was given. */
function modelKey({ provider, model }, book) {
	const found = book.provider(provider);
	return `${provider}/${(found && findModel(found, model)?.id) ?? model}`;
}
// lib/src/engine/request.js
/** The defaults of one case can make another case match. More rounds than this mean a loop in the price file. */
const ROUNDS = 8;
/** The job that a workload requests from a model, with the provider's defaults for fields that it leaves out. */
function requestOf(workload, model, context) {
	const given = givenFields(workload, workload.mode ?? model.modes[0], context);
	const fields = withDefaults(given, model);
	const auto = fields.get("duration") === "auto";
	if (auto) setAuto(fields, model);
	const size = resolve(fields, model);
	derive(fields, size, model.media);
	return {
		fields,
		given: new Set(given.keys()),
		files: {
			video: workload.input.video ?? [],
			audio: workload.input.audio ?? []
		},
		...size && { size },
		auto
	};
}
const READERS = Object.entries({
	mode: (_, mode) => mode,
	duration: ({ output }) => output.segments ? sum$1(output.segments) : output.duration,
	segments: ({ output }) => output.segments?.length,
	frames: ({ output }) => output.frames,
	resolution: ({ output }) => output.resolution,
	audio: ({ output }) => output.audio,
	aspect_ratio: ({ output }) => output.aspect_ratio,
	fps: ({ output }) => output.fps,
	quality: ({ output }) => output.quality,
	count: ({ output }) => output.count,
	"input.images": ({ input }, mode) => input.images ?? IMAGES_SENT[mode] ?? 0,
	"input.video": ({ input }, mode) => input.video ? sum$1(input.video) : TAKES_VIDEO.has(mode) ? void 0 : 0,
	"input.audio": ({ input }, mode) => input.audio ? sum$1(input.audio) : TAKES_AUDIO.has(mode) ? void 0 : 0,
	"input.resolution": ({ input }) => input.resolution,
	"input.text_bytes": ({ input }) => input.text_bytes,
	tier: ({ tier }) => tier,
	region: ({ region }) => region,
	runtime: ({ runtime }) => runtime,
	plan: (_, __, { plan }) => plan,
	monthly_jobs: (_, __, { monthlyJobs }) => monthlyJobs
});
function givenFields(workload, mode, context) {
	const fields = new Map(Object.entries(workload.options));
	for (const [field, read] of READERS) {
		const value = read(workload, mode, context);
		if (value !== void 0) fields.set(field, comparable(field, value));
	}
	return fields;
}
/** Sets the duration to the longest that the model makes for this request, including its cases. */
function setAuto(fields, model) {
	const longest = (limitsOf("duration", model, (field) => fields.get(field)) ?? []).map((limit) => Math.max(...boundaries(limit)));
	if (longest.length === 0) fields.delete("duration");
	else fields.set("duration", Math.min(...longest));
}
/** The model's defaults, then those of every case that matches, until nothing changes. */
function withDefaults(given, model) {
	let fields = new Map(given);
	for (let round = 0; round < ROUNDS; round++) {
		const next = new Map(given);
		const matching = model.cases.filter((one) => holds(one.when, (field) => fields.get(field)) === true);
		for (const defaults of [model.defaults, ...matching.map((one) => one.defaults)]) for (const [field, written] of Object.entries(defaults)) {
			if (given.has(field) || field === "duration" && (given.has("frames") || given.has("segments")) || field === "frames" && given.has("duration")) continue;
			const value = inherited(written, given, model);
			if (value !== void 0) next.set(field, value);
		}
		const stable = next.size === fields.size && [...next].every(([field, value]) => fields.get(field) === value);
		fields = next;
		if (stable) break;
	}
	return fields;
}
/** A default that copies another field up to a maximum: `{ from: input.resolution, max: 720p }`. Numbers are compared by size, resolutions by height. */
function inherited(value, given, model) {
	if (typeof value !== "object") return value;
	const source = given.get(value.from);
	if (source === void 0 || value.max === void 0) return source;
	const max = comparable(value.from, value.max);
	if (typeof source === "number" && typeof max === "number") return Math.min(source, max);
	return heightOf(source) > heightOf(max) ? max : classOf(source, model);
}
function heightOf(resolution) {
	const size = sizeOf(String(resolution));
	if (size) return Math.min(...size);
	const digits = /^(\d+)(p|k)$/.exec(String(resolution));
	if (!digits) return 0;
	return digits[2] === "p" ? Number(digits[1]) : Number(digits[1]) * 540;
}
/** The megapixels of a resolution. A class such as `4k` counts as 16:9. */
function megapixels(resolution) {
	const [width, height] = sizeOf(resolution) ?? [heightOf(resolution) * 16 / 9, heightOf(resolution)];
	return width * height / 1e6;
}
function classOf(resolution, model) {
	const size = sizeOf(String(resolution));
	return size ? nameOfSize(size, model) ?? resolution : resolution;
}
/** Sets the resolution to the name that the model's prices use. @returns its pixels, if they are known */
function resolve(fields, model) {
	const written = fields.get("resolution");
	if (typeof written !== "string") return void 0;
	const exact = sizeOf(written);
	const name = exact ? nameOfSize(exact, model) : nameOfClass(written, model);
	if (name !== void 0) fields.set("resolution", name);
	return exact ?? pixelsOf(String(name ?? written), fields.get("aspect_ratio"), model.media);
}
function nameOfSize([width, height], model) {
	const known = model.media?.pixels?.find((size) => size.width === width && size.height === height);
	if (known) return known.class;
	if (isAccepted(`${width}x${height}`, model)) return `${width}x${height}`;
	return nameOfClass(`${Math.min(width, height)}p`, model);
}
/** The model's name for a resolution class. `4k` and `2160p` are the same class. */
function nameOfClass(name, model) {
	return (name === "2160p" ? [name, "4k"] : name === "4k" ? [name, "2160p"] : [name]).find((candidate) => isAccepted(candidate, model)) ?? void 0;
}
function isAccepted(resolution, model) {
	const { resolution: accepted } = model.accepts;
	return [accepted, ...model.cases.map((one) => one.accepts["resolution"])].some((limit) => listedValues(limit).includes(resolution));
}
function pixelsOf(name, ratio, media) {
	const sizes = media?.pixels?.filter((size) => size.class === normaliseResolution(name)) ?? [];
	const found = sizes.find((size) => size.ratio === ratio) ?? sizes.find((size) => size.ratio === void 0);
	return found && [found.width, found.height];
}
/** Sets fields that follow from others and that conditions may use: length and frames from each other, and megapixels from sizes. */
function derive(fields, size, media) {
	const fps = Number(fields.get("fps") ?? media?.fps);
	const plus = media?.frames?.plus ?? 0;
	const [duration, frames] = [fields.get("duration"), fields.get("frames")];
	if (fps > 0 && typeof duration === "number" && frames === void 0) fields.set("frames", Math.round(duration * fps) + plus);
	if (fps > 0 && typeof frames === "number" && duration === void 0) fields.set("duration", Number(((frames - plus) / fps).toPrecision(12)));
	if (size) fields.set("megapixels", size[0] * size[1] / 1e6);
	const input = fields.get("input.resolution");
	if (input !== void 0) fields.set("input.megapixels", megapixels(String(input)));
}
function sum$1(seconds) {
	return Number(seconds.reduce((total, one) => total + one, 0).toPrecision(12));
}
// lib/src/engine/volume.js
/** Days in an average month: 365.25 / 12. */
const DAYS_A_MONTH = 30.4375;
/** Standard deviations from P10 to P90 of a normal distribution: twice the z of its 90th percentile. */
const P10_TO_P90 = 2.563103131;
/**
* The declared volume of one month. `growth` compounds from the month of `date`: 1,000 clips with 5% a month become 1,050 in the next month
* and 1,102.5 in the one after. A month in `months` has exactly the clips stated there, without growth.
*/
function volumeIn(volume, { date, after }) {
	const single = volume.months?.[monthAfter(date, after)];
	if (single !== void 0) return {
		amount: single,
		times: 1
	};
	const grown = (1 + (volume.growth ?? 0)) ** after;
	if (volume.per_day !== void 0) return {
		amount: volume.per_day,
		times: DAYS_A_MONTH * grown
	};
	if (volume.per_week !== void 0) return {
		amount: volume.per_week,
		times: DAYS_A_MONTH / 7 * grown
	};
	return {
		amount: volume.per_month,
		times: grown
	};
}
/** Clips wanted a month: the mean of the declared volume. */
function clipsWanted({ amount, times }) {
	return meanOf(amount) * times;
}
/**
* The mean of an amount. A range with `likely` is a PERT distribution: (low + 4 × likely + high) / 6; 40, 80 and 200 give 93.33. A range of
* P10 and P90 is lognormal: exp(mu + sigma²/2) with mu = ln √(p10 × p90) and sigma = ln(p90 / p10) / 2.5631; 50 and 200 give 115.75.
*/
function meanOf(amount) {
	if (typeof amount === "number") return amount;
	if ("likely" in amount) return (amount.low + 4 * amount.likely + amount.high) / 6;
	const sigma = Math.log(amount.p90 / amount.p10) / P10_TO_P90;
	return Math.sqrt(amount.p10 * amount.p90) * Math.exp(sigma ** 2 / 2);
}
/** The mean number of takes. Until one is kept, it is the mean of a truncated geometric distribution: (1 − (1 − a)^max) / a; a = 0.5 and max = 3 give 1.75. */
function meanTakes(takes) {
	if (typeof takes === "number") return takes;
	const { acceptance, max } = takes.until_kept;
	return (1 - (1 - acceptance) ** max) / acceptance;
}
/**
* The takes of one clip, counted in jobs with several outputs each. Jobs are whole: 5 takes need 2 jobs of 4 outputs. 4.5 takes are 4 for half
* of the clips and 5 for the others, so 1 job or 2, which is 1.5 on average. With `until_kept`, a job is kept if any of its outputs is: with
* 4 outputs that are each kept with 60%, that is 1 − 0.4⁴ = 97.44%. At most 8 takes are at most 2 jobs.
*/
function takesInJobs(takes, count) {
	if (count === 1) return takes;
	if (typeof takes !== "number") {
		const { acceptance, max } = takes.until_kept;
		return { until_kept: {
			acceptance: 1 - (1 - acceptance) ** count,
			max: Math.ceil(max / count)
		} };
	}
	const fewer = Math.floor(takes);
	const share = takes - fewer;
	return (1 - share) * Math.ceil(fewer / count) + share * Math.ceil((fewer + 1) / count);
}
// lib/src/engine/pricing.js
/**
* Prepares the pricing of one manifest's workloads, at the prices of one day.
* @param month the month whose volumes count; default: the month of the day
*/
function pricingOf(manifest, book, date, month = {
	date,
	after: 0
}) {
	return {
		manifest,
		book,
		date,
		month,
		rates: rates$1(manifest.settings.fx),
		credits: /* @__PURE__ */ new Map(),
		monthlyJobs: jobsByModel(manifest, book, month)
	};
}
/**
* Converts an amount from a currency to the reporting currency. Without an exchange rate, the amount is unknown, never 0; the result names
* the currency without a rate. Only an amount of 0 needs no rate.
* With `fx: { EUR: 1.1 }` and `currency: EUR`, $11 is 10; without `fx`, the result is `{ noRate: "EUR" }`.
*/
function toReporting(amount, from, { manifest, rates }) {
	return amount.eq(0) ? ZERO : convert(amount, from, manifest.settings.currency, rates);
}
/** Planned jobs of the month by model (`modelKey`), over the whole manifest, including the account's other jobs. */
function jobsByModel(manifest, book, month) {
	const jobs = /* @__PURE__ */ new Map();
	for (const { keys } of manifest.workloads) {
		if (!keys) continue;
		const key = modelKey(keys, book);
		jobs.set(key, (jobs.get(key) ?? 0) + jobPlanOf(keys, outputsOfJob(keys, book), month).jobs);
	}
	for (const [provider, { other_jobs }] of Object.entries(manifest.settings.accounts)) {
		if (other_jobs === void 0) continue;
		for (const [key, own] of jobs) if (key.startsWith(`${provider}/`)) jobs.set(key, own + other_jobs);
	}
	return jobs;
}
/** Outputs of one job: from the manifest, otherwise the model's default. */
function outputsOfJob(keys, book) {
	const provider = book.provider(keys.provider);
	const model = provider && findModel(provider, keys.model);
	const hasDefault = model && [model.defaults, ...model.cases.map(({ defaults }) => defaults)].some((defaults) => defaults["count"] !== void 0);
	return keys.output.count ?? (hasDefault ? Number(requestOf(keys, model, {}).fields.get("count") ?? 1) : 1);
}
/**
* The jobs of a month. With `count_as: takes`, the outputs of one job are takes of one clip: 100 clips of 3 takes from jobs of 4 outputs
* need 100 jobs and give 400 takes. With `count_as: clips`, each output is a clip: 100 × 3 / 4 = 75 jobs and 300 takes.
*/
function jobPlanOf(keys, count, month) {
	const volume = volumeIn(keys.volume, month);
	const clips = clipsWanted(volume);
	const [clipsPerJob, rounds] = keys.output.count_as === "clips" ? [count, keys.takes] : [1, takesInJobs(keys.takes, count)];
	const jobs = clips * meanTakes(rounds) / clipsPerJob;
	return {
		clips,
		volume,
		takes: meanTakes(rounds) * count / clipsPerJob,
		count,
		clipsPerJob,
		rounds,
		jobs
	};
}
// lib/src/manifest/hidden.js
/** Problems of a whole file: nothing that it declares is known. */
const WHOLE_FILE = /* @__PURE__ */ new Set([
	"file-missing",
	"file-too-large",
	"not-utf8",
	"yaml-syntax",
	"too-many-aliases",
	"not-a-map",
	"no-workloads",
	"not-indented",
	"outside-repository",
	"tree-truncated",
	"too-many-files"
]);
/** Keys of a manifest that contain workloads, or files that declare some. */
const WORKLOAD_SECTIONS = ["workloads", "include"];
/**
* Whether a problem of a manifest hides workloads, so that the report cannot list them: the file could not be read, its
* `workloads` or `include` has the wrong type, or one of these two keys is misspelled.
* A missing price file hides a price, but no workload.
*/
function hidesWorkloads({ code, path, args }) {
	const [top] = path;
	if (top === "prices") return false;
	if (WHOLE_FILE.has(code) || top === "include") return code !== "include-matches-nothing" && code !== "include-cycle";
	if (path.length !== 1) return false;
	return WORKLOAD_SECTIONS.includes(top) || code === "unknown-key" && WORKLOAD_SECTIONS.includes(args["nearest"]);
}
// lib/src/money/sum.js
/** The exact sum of some amounts. Zeros are not added, because most parts of most months are 0. */
function exactSum(amounts) {
	return amounts.reduce((sum, amount) => amount === ZERO ? sum : sum === ZERO ? amount : sum.plus(amount), ZERO);
}
// lib/src/prices/overlay.js
/** The last result for the same files. To return the same book keeps every cache that is keyed by a book. */
const known$13 = /* @__PURE__ */ new WeakMap();
/**
* Lays price files over a book. If both have a provider, each model of the file replaces the book's model
* of that name, and the file's account and `jobs` win if it has any. Everything else of the book remains. Later
* files win over earlier ones.
* @param snapshot identifies the result, as `Book.snapshot` does the built-in book
*/
function overlay(book, files, snapshot) {
	const last = known$13.get(files);
	if (last?.under === book && last.snapshot === snapshot) return last.made;
	const made = laidOver(book, files, snapshot);
	known$13.set(files, {
		under: book,
		snapshot,
		made
	});
	return made;
}
function laidOver(book, files, snapshot) {
	const over = /* @__PURE__ */ new Map();
	for (const file of files) {
		const known = over.get(file.provider) ?? book.provider(file.provider);
		over.set(file.provider, known ? merged(known, file) : file);
	}
	return {
		snapshot,
		slugs: [.../* @__PURE__ */ new Set([...book.slugs, ...over.keys()])],
		provider: (slug) => over.get(slug) ?? book.provider(slug)
	};
}
function merged(known, file) {
	return {
		...known,
		...file,
		pricing_urls: file.pricing_urls.length > 0 ? file.pricing_urls : known.pricing_urls,
		jobs: Object.keys(file.jobs).length > 0 ? mergeJobs(known.jobs, file.jobs) : known.jobs,
		models: [...file.models, ...others$1(known, file)]
	};
}
/** The known models that the file does not replace. They lose each alias that the file gives to a model of its own. */
function others$1(known, file) {
	const own = new Set(file.models.flatMap(({ id, aliases }) => [id, ...aliases]));
	return known.models.filter(({ id }) => !own.has(id)).map((model) => model.aliases.some((alias) => own.has(alias)) ? {
		...model,
		aliases: model.aliases.filter((alias) => !own.has(alias))
	} : model);
}
// lib/src/engine/credit.js
/**
* The value of a credit: that of the manifest's pack or plan, otherwise the price book's, otherwise that of the most expensive pack as an
* assumption. A trial pack is never assumed, because it is the cheapest and is sold only once.
* @returns undefined if there is none of these, so that a price in credits is unknown
*/
function creditValue(book, keys) {
	if (!book) return workOut$2(book, keys);
	const known = worked$1.get(book) ?? /* @__PURE__ */ new Map();
	worked$1.set(book, known);
	if (!known.has(keys)) {
		if (known.size >= MOST_KEPT$6) known.clear();
		known.set(keys, workOut$2(book, keys));
	}
	return known.get(keys);
}
/** Values by the account in the book and in the manifest, because every workload of a provider needs the same. */
const worked$1 = /* @__PURE__ */ new WeakMap();
/** At most this many accounts of manifests are cached for one account of the price book. */
const MOST_KEPT$6 = 100;
function workOut$2(book, keys) {
	const named = namedPack(book, keys);
	if (named) return {
		usd: named.price.div(named.size),
		pack: named,
		assumed: false
	};
	if (book?.credit?.usd !== void 0) return {
		usd: decimal(book.credit.usd).div(book.credit.per ?? 1),
		assumed: false
	};
	const mostExpensive = (book?.packs ?? []).filter((pack) => !pack.once).map(packOf).sort((a, b) => b.price.div(b.size).cmp(a.price.div(a.size)))[0];
	return mostExpensive && {
		usd: mostExpensive.price.div(mostExpensive.size),
		pack: mostExpensive,
		assumed: true
	};
}
function namedPack(book, keys) {
	if (keys?.pack !== void 0 && typeof keys.pack === "object") return {
		name: "pack",
		size: decimal(keys.pack.size),
		price: decimal(keys.pack.price),
		monthly: false
	};
	const name = keys?.pack ?? keys?.plan;
	const found = book?.packs?.find((pack) => pack.name.toLowerCase() === name?.toLowerCase());
	return found && packOf(found);
}
function packOf({ name, size, price, every, expires, concurrency, beyond }) {
	return {
		name,
		size: decimal(size),
		price: decimal(price),
		monthly: every === "month",
		...expires !== void 0 && { expires: Number.parseInt(expires, 10) },
		...concurrency && { concurrency },
		...beyond !== void 0 && { beyond: beyond === "none" || beyond === "unknown" ? beyond : decimal(beyond) }
	};
}
// lib/src/engine/one-time-credit.js
/**
* One-time credit of an account in the reporting currency: a trial, and a balance already paid for. For the trial, the manifest's value takes
* precedence over the price book's. The manifest states both in credits if the account has credits, otherwise in USD. Either is unknown if
* there is no exchange rate.
*/
function onceOnly(entry, keys, pricing) {
	const credit = creditValue(entry, keys);
	const inCredits = entry?.credit !== void 0 || (entry?.packs?.length ?? 0) > 0;
	const worth = (units, ofCredits) => units === void 0 ? ZERO : toReporting(ofCredits && credit ? decimal(units).times(credit.usd) : decimal(units), "USD", pricing);
	return {
		trial: keys?.trial === void 0 ? worth(entry?.trial?.amount, entry?.trial?.unit === "credit") : worth(keys.trial, inCredits),
		prepaid: worth(keys?.prepaid, inCredits)
	};
}
// lib/src/manifest/price-keys.js
const known$12 = /* @__PURE__ */ new WeakMap();
/** The keys of a workload that its job price depends on, as text. Two workloads with the same text have the same price per job. Volume and reliability are not in it. */
function priceKeysOf(keys) {
	const found = known$12.get(keys);
	if (found !== void 0) return found;
	const { volume: _, takes, client, reliability, keep, tags, notes, code, ...priced } = keys;
	const text = JSON.stringify(priced);
	known$12.set(keys, text);
	return text;
}
/** Computes a value once for all workloads that request the same job. */
function onceAlike(known, subject, keys, work) {
	const of = known.get(subject) ?? /* @__PURE__ */ new Map();
	known.set(subject, of);
	const text = priceKeysOf(keys);
	if (of.has(text)) return of.get(text);
	const value = work();
	of.set(text, value);
	return value;
}
// lib/src/engine/refusals.js
/** By request. A request is made for one model, and several parts of a report ask what that model refuses of it. */
const known$11 = /* @__PURE__ */ new WeakMap();
/** What a model does not accept of a request. */
function refusals(request, model) {
	const last = known$11.get(request);
	if (last?.model === model) return last.found;
	const found = refusalsOf(request, model);
	known$11.set(request, {
		model,
		found
	});
	return found;
}
function refusalsOf(request, model) {
	const refused = [];
	const unknown = [];
	for (const [field, value] of request.fields) {
		const limits = limitsOf(field, model, (name) => request.fields.get(name));
		if (!limits) {
			unknown.push(field);
			continue;
		}
		const broken = limits.find((limit) => !isAccepted$1(limit, value));
		if (broken && !(value === 0 && field.startsWith("input."))) refused.push({
			field,
			value,
			allowed: describe$1(broken)
		});
	}
	return {
		refused,
		unknown
	};
}
function describe$1(limit) {
	if (limit.kind === "list") return limit.values;
	const { min, max, step } = limit;
	return `${min} to ${max}${step === void 0 ? "" : ` in steps of ${step}`}`;
}
// lib/src/engine/contract-price.js
/** Whether a manifest's price is a price of jobs. A price with `per: credit` only gives the value of a credit. */
function isContract(price) {
	return price !== void 0 && price.per !== "credit";
}
/** A contract price of the manifest in the form of a price file: one charge, with the manifest as its source. @param date its day, UTC */
function contractPrice({ usd, credits, amount, currency, per }, source, date) {
	return {
		source,
		checked: date,
		confidence: "provider",
		charges: [{
			line: "contract",
			extra: false,
			meter: per,
			of: per === "image" ? ["input_images"] : per === "byte" ? ["text"] : ["output"],
			when: {},
			amount: usd !== void 0 ? {
				unit: "USD",
				value: usd
			} : credits !== void 0 ? {
				unit: "credits",
				value: credits
			} : {
				unit: currency,
				value: amount
			},
			per: "1",
			round: "up"
		}],
		factors: [],
		holes: []
	};
}
// lib/src/engine/quantity.js
/**
* Counts the quantity of one charge for one job. For outputs, the rules apply to one output, and the result is multiplied by `count`. For inputs,
* `each` applies to every file, then the other rules apply to the sum. A quantity of 0 stays 0.
*/
function quantityOf(charge, request, media) {
	const outputsOnly = charge.of.length === 1 && charge.of[0] === "output" && charge.meter !== "job";
	const count = decimal(numberOf(request, "count") ?? 1);
	const measured = measure(charge, request, media, outputsOnly ? ONE : count);
	if ("needs" in measured) return measured;
	const ruled = applyRules(charge, measured.billable, request);
	const times = outputsOnly ? count : ONE;
	const included = boundOf$1(charge.included, request);
	const raw = less(capped$1(measured.raw, boundOf$1(charge.max, request)), included);
	return {
		billable: ruled.billable.times(times),
		raw: raw.times(times),
		bound: ruled.bound
	};
}
function applyRules(charge, measured, request) {
	const min = boundOf$1(charge.min, request);
	const max = boundOf$1(charge.max, request);
	const bound = min === "unknown" ? "lower" : max === "unknown" ? "upper" : "exact";
	if (measured.eq(0)) return {
		billable: ZERO,
		bound
	};
	let billable = measured;
	if (min !== void 0 && min !== "unknown" && billable.lt(min)) billable = decimal(min);
	if (charge.step) billable = toStep(billable, charge.step, charge.round);
	return {
		billable: less(capped$1(billable, max), boundOf$1(charge.included, request)),
		bound
	};
}
function capped$1(quantity, max) {
	return max !== void 0 && max !== "unknown" && quantity.gt(max) ? decimal(max) : quantity;
}
function less(quantity, included) {
	if (included === void 0 || included === "unknown") return quantity;
	return quantity.lte(included) ? ZERO : quantity.minus(included);
}
/** Rounds a quantity to whole steps. */
function toStep(quantity, step, round) {
	return quantity.div(step).round(0, {
		down: 0,
		nearest: 1,
		up: 3
	}[round]).times(step);
}
/** The value of a bound. For a table, that of the most specific matching row; undefined if no row matches. */
function boundOf$1(bound, request) {
	if (bound === void 0 || typeof bound === "string") return bound;
	const matching = bound.filter((row) => holds(row.when, (field) => request.fields.get(field)) === true);
	return matching.find((row) => matching.every((other) => other === row || beats(row.when, other.when)))?.value;
}
function measure(charge, request, media, outputs) {
	switch (charge.meter) {
		case "job": return same$1(ONE);
		case "clip": return same$1(outputs);
		case "gpu_second": return field(request, "runtime");
		case "segment": return same$1(decimal(numberOf(request, "segments") ?? 1).times(outputs));
		case "image": return field(request, "input.images");
		case "byte": return field(request, "input.text_bytes");
		case "second": return sumOf$1(charge.of, (subject) => seconds(subject, charge, request, outputs));
		case "frame": return frames(charge, request, media, outputs);
		case "megapixel": return times$1(frames(charge, request, media, outputs), pixels(request, 1e6));
		case "token": return tokens(charge, request, media, outputs);
	}
}
function seconds(subject, charge, request, outputs) {
	if (subject === "output") {
		const duration = field(request, "duration");
		return "needs" in duration ? duration : same$1(duration.raw.times(outputs));
	}
	if (subject !== "input_video" && subject !== "input_audio") return same$1(ZERO);
	const kind = subject === "input_video" ? "video" : "audio";
	const total = field(request, `input.${kind}`);
	const files = request.files[kind];
	if ("needs" in total || !charge.each) return total;
	return {
		raw: total.raw,
		billable: files.map((file) => ofFile(decimal(file), files.length, charge)).reduce((sum, one) => sum.plus(one), ZERO)
	};
}
/** Applies the rules for one input file, before the sum. A `share` of N caps each of n files at N / n: with 15 s and 3 files, at 5 s. */
function ofFile(length, files, { each, round }) {
	if (!each || length.eq(0)) return length;
	let billable = each.min !== void 0 && length.lt(each.min) ? decimal(each.min) : length;
	if (each.step) billable = toStep(billable, each.step, round);
	if (each.max !== void 0 && billable.gt(each.max)) billable = decimal(each.max);
	const cap = each.share === void 0 ? void 0 : decimal(each.share).div(files);
	return cap && billable.gt(cap) ? cap : billable;
}
/** The frames of all subjects together. The profile's constant `plus` is added once per output and not per subject, as providers' samples show. */
function frames(charge, request, media, outputs) {
	const plus = media?.frames?.plus ?? 0;
	const asked = numberOf(request, "frames");
	if (asked !== void 0 && request.given.has("frames") && charge.of.length === 1 && charge.of[0] === "output") return same$1(decimal(asked).times(outputs));
	const fps = numberOf(request, "fps") ?? media?.fps;
	if (fps === void 0) return { needs: "fps" };
	const length = sumOf$1(charge.of, (subject) => seconds(subject, charge, request, outputs));
	if ("needs" in length) return length;
	const counted = (time) => time.eq(0) ? ZERO : time.times(fps).plus(outputs.times(plus));
	return {
		billable: counted(length.billable),
		raw: counted(length.raw)
	};
}
function pixels(request, divide) {
	return request.size ? decimal(request.size[0]).times(request.size[1]).div(divide) : { needs: "resolution" };
}
/** Tokens by the rule of the media profile: from the bytes of the prompt, the pixels of all frames, or the seconds. */
function tokens(charge, request, media, outputs) {
	const rule = media?.tokens;
	if (charge.of.includes("text") && rule?.text_bytes !== void 0) return times$1(field(request, "input.text_bytes"), ONE.div(rule.text_bytes));
	if (rule?.divide !== void 0) return times$1(frames(charge, request, media, outputs), pixels(request, rule.divide));
	if (rule?.per_second === void 0) throw new Error(`${charge.line}: no token rule, which prices/check.ts refuses`);
	return times$1(sumOf$1(charge.of, (subject) => seconds(subject, charge, request, outputs)), decimal(rule.per_second));
}
function sumOf$1(subjects, count) {
	let total = same$1(ZERO);
	for (const subject of subjects) {
		const counted = count(subject);
		if ("needs" in counted) return counted;
		total = {
			billable: total.billable.plus(counted.billable),
			raw: total.raw.plus(counted.raw)
		};
	}
	return total;
}
function times$1(measured, factor) {
	if ("needs" in measured) return measured;
	if ("needs" in factor) return factor;
	return {
		billable: measured.billable.times(factor),
		raw: measured.raw.times(factor)
	};
}
function same$1(quantity) {
	return {
		billable: quantity,
		raw: quantity
	};
}
function field(request, name) {
	const value = numberOf(request, name);
	return value === void 0 ? { needs: name } : same$1(decimal(value));
}
function numberOf(request, name) {
	const value = request.fields.get(name);
	return typeof value === "number" ? value : void 0;
}
// lib/src/engine/price.js
/**
* Prices one job in this order: lines, factors, extras, total, discount. All amounts are exact decimals.
* prices/README.md has the rules: "How a price is computed".
* @param media the model's media profile, which gives frames and tokens per second
* @param date the day (UTC) that decides which promotions of the price are active
*/
function priceJob(price, request, money, { media, date }) {
	const fields = (field) => request.fields.get(field);
	const chosen = chooseCharges(price, fields, date);
	if ("no" in chosen) return chosen;
	const lines = [];
	for (const charge of chosen) {
		const line = count(charge, request, media);
		if ("no" in line) return line;
		lines.push(line);
	}
	if (!lines.some((line) => !line.charge.extra)) return { no: "offer" };
	const empty = lines.every(({ quantity }) => quantity.billable.eq(0)) && lines.find(({ charge }) => charge.amount !== "unknown" && !decimal(charge.amount.value).eq(0));
	if (empty) return {
		no: "field",
		field: inputOf(empty.charge)
	};
	const matching = matchFactors(price, fields, date);
	if ("no" in matching) return matching;
	return assemble({
		lines,
		factors: matching,
		total: price.total,
		auto: request.auto
	}, money);
}
/**
* The charges and factors of a price that apply to a request. Requests with the same rules are priced alike.
* @param date the day (UTC) that decides which promotions of the price are active
*/
function rulesOf(price, request, date) {
	const fields = (field) => request.fields.get(field);
	const charges = chooseCharges(price, fields, date);
	if ("no" in charges) return charges;
	const factors = matchFactors(price, fields, date);
	return "no" in factors ? factors : {
		charges,
		factors
	};
}
/** Every active factor that matches, or the unset field that one of them needs. */
function matchFactors({ factors }, fields, date) {
	const matching = [];
	for (const factor of factors) {
		const match = isActive(factor, date) && holds(factor.when, fields);
		if (typeof match === "object") return {
			no: "field",
			field: match.needs
		};
		if (match) matching.push(factor);
	}
	return matching;
}
/** The field to ask for if a job is billed by its input but declares none. Such a job is not free; its manifest is incomplete. */
function inputOf({ of, meter }) {
	if (meter === "gpu_second") return "runtime";
	return {
		output: "duration",
		input_video: "input.video",
		input_audio: "input.audio",
		input_images: "input.images",
		text: "input.text_bytes"
	}[of[0] ?? "output"];
}
/** In each line, the most specific active charge that matches, and every matching extra. */
function chooseCharges({ charges, holes }, fields, date) {
	if (holes.some((hole) => holds(hole, fields) === true)) return { no: "offer" };
	const matching = [];
	let needs;
	for (const charge of charges) {
		if (!isActive(charge, date)) continue;
		const match = holds(charge.when, fields);
		if (match === true) matching.push(charge);
		else if (typeof match === "object") needs ??= match.needs;
	}
	if (needs !== void 0) return {
		no: "field",
		field: needs
	};
	return matching.filter((charge) => charge.extra || !matching.some((other) => !other.extra && other.line === charge.line && beats(other.when, charge.when)));
}
/** Whether a dated charge or factor applies. A promotion without a known end does not, so that budgets are compared with the list price. */
function isActive({ from, to }, date) {
	if (from === void 0 && to === void 0) return true;
	return to !== void 0 && (from === void 0 || from <= date) && date < to;
}
function count(charge, request, media) {
	if (charge.amount === "unknown") return { no: "amount" };
	const quantity = quantityOf(charge, request, media);
	if ("needs" in quantity) return {
		no: "field",
		field: quantity.needs
	};
	const each = rateOf(charge, charge.amount);
	return {
		charge,
		rate: charge.amount,
		quantity,
		amount: quantity.billable.times(each),
		raw: quantity.raw.times(each)
	};
}
/** The amount for one unit of a charge's meter, computed once: $5 per 1,000,000 tokens is $0.000005 a token. */
function rateOf(charge, { value }) {
	const rate = rates.get(charge) ?? decimal(value).div(charge.per);
	rates.set(charge, rate);
	return rate;
}
const rates = /* @__PURE__ */ new WeakMap();
function assemble({ lines, factors, total, auto }, money) {
	const toMoney = converter(money);
	const terms = [];
	const product = factors.reduce((all, { factor }) => all.times(factor), ONE);
	const ordinary = lines.filter(({ charge }) => !charge.extra);
	const extras = lines.filter(({ charge }) => charge.extra);
	for (const { rate } of lines) {
		const one = toMoney(ONE, rate.unit);
		if ("no" in one) return one;
	}
	const exact = (amount, unit) => toMoney(amount, unit);
	const sumOf = (some, amount) => some.reduce((sum, line) => sum.plus(exact(amount(line), line.rate.unit)), ZERO);
	for (const line of ordinary) terms.push(lineTerm(line, "line", exact, money));
	let running = sumOf(ordinary, ({ amount }) => amount);
	for (const { factor, when } of factors) {
		const multiplied = running.times(factor);
		terms.push({
			kind: "factor",
			factor,
			fields: Object.keys(when),
			amount: multiplied.minus(running)
		});
		running = multiplied;
	}
	for (const line of extras) terms.push(lineTerm(line, "extra", exact, money));
	const sums = /* @__PURE__ */ new Map();
	for (const { charge, rate, amount } of lines) {
		const before = sums.get(rate.unit) ?? ZERO;
		sums.set(rate.unit, before.plus(charge.extra || product === ONE ? amount : amount.times(product)));
	}
	terms.push(...applyTotal(sums, total, exact));
	const gross = [...sums].reduce((sum, [unit, amount]) => sum.plus(exact(amount, unit)), ZERO);
	if (money.discount > 0) terms.push({
		kind: "discount",
		share: money.discount,
		amount: gross.times(money.discount).neg()
	});
	const net = (amount) => money.discount === 0 ? amount : amount.times(decimal(1).minus(money.discount));
	const partsOf = () => {
		const bare = sumOf(ordinary, ({ raw }) => raw);
		const priced = bare.times(product).plus(sumOf(extras, ({ raw }) => raw));
		return {
			base: net(bare),
			pricing: net(priced.minus(bare)),
			rounding: net(gross.minus(priced))
		};
	};
	let parts;
	return {
		amount: net(gross),
		terms,
		bound: boundOf(lines, auto),
		get parts() {
			parts ??= partsOf();
			return parts;
		}
	};
}
function lineTerm({ charge, rate, quantity, amount }, kind, exact, { credit }) {
	return {
		kind,
		quantity: quantity.billable,
		meter: charge.meter,
		of: charge.of,
		rate,
		per: charge.per,
		...rate.unit === "credits" && credit && { credit: credit.usd },
		amount: exact(amount, rate.unit)
	};
}
/** Applies the minimum, the rounding and the maximum of the whole job, in the unit of its lines. prices/check.ts ensures that they have one unit. */
function applyTotal(sums, total, exact) {
	const [first] = sums;
	if (!total || !first) return [];
	const [unit] = first;
	const terms = [];
	const change = (rule, value, to) => {
		const before = sums.get(unit);
		if (to.eq(before)) return;
		terms.push({
			kind: "total",
			rule,
			value,
			unit,
			amount: exact(to.minus(before), unit)
		});
		sums.set(unit, to);
	};
	const now = () => sums.get(unit);
	if (total.min !== void 0 && now().lt(total.min)) change("min", total.min, decimal(total.min));
	if (total.round_to !== void 0) change("round_to", total.round_to, toStep(now(), total.round_to, total.round ?? "up"));
	if (total.max !== void 0 && now().gt(total.max)) change("max", total.max, decimal(total.max));
	return terms;
}
function boundOf(lines, auto) {
	if (lines.some(({ quantity }) => quantity.bound === "lower")) return "lower";
	return auto || lines.some(({ quantity }) => quantity.bound === "upper") ? "upper" : "exact";
}
/** Converts an amount of a price's unit (dollars, credits, a currency) to the reporting currency. */
function converter({ currency, rates, credit }) {
	return (amount, unit) => {
		const inCredits = unit === "credits";
		if (inCredits && !credit) return { no: "credit" };
		const converted = convert(inCredits && credit ? amount.times(credit.usd) : amount, inCredits ? "USD" : unit, currency, rates);
		return isNoRate(converted) ? {
			no: "rate",
			currency: converted.noRate
		} : converted;
	};
}
// lib/src/engine/tariff.js
/** Stands for a model that the price book does not list. Nothing is known about what it accepts. */
const UNLISTED = {
	id: "",
	aliases: [],
	modes: ["text-to-video"],
	accepts: {},
	defaults: {},
	cases: [],
	status: {},
	jobs: {},
	prices: []
};
const knownTerms = /* @__PURE__ */ new WeakMap();
const knownTariffs = /* @__PURE__ */ new WeakMap();
/** Computes a value once for all workloads with the same model and the same price in the manifest. */
function onceForModel(known, { provider, model, price }, pricing, compute) {
	const values = known.get(pricing) ?? /* @__PURE__ */ new Map();
	known.set(pricing, values);
	const text = JSON.stringify([
		provider,
		model,
		price
	]);
	if (!values.has(text)) values.set(text, compute());
	return values.get(text);
}
/** The terms of a workload: currency, credits, discount and monthly jobs of its account, and how its keys become a request. */
function termsOf(keys, pricing) {
	return onceForModel(knownTerms, keys, pricing, () => newTerms(keys, pricing));
}
function newTerms(keys, pricing) {
	const { manifest, book, rates } = pricing;
	const provider = book.provider(keys.provider);
	const found = provider && findModel(provider, keys.model);
	const model = found ?? UNLISTED;
	const account = manifest.settings.accounts[keys.provider];
	const credit = found ? creditOf(provider, keys, pricing) : creditValue(void 0, account);
	const discount = isContract(keys.price) ? 0 : account?.discount ?? 0;
	const context = found ? {
		plan: account?.plan,
		monthlyJobs: pricing.monthlyJobs.get(modelKey(keys, book))
	} : {};
	return {
		id: `${keys.provider}/${found?.id ?? keys.model}`,
		model,
		money: {
			currency: manifest.settings.currency,
			rates,
			credit,
			discount
		},
		ask: onceEach(onceForRequest((one) => requestOf(one, model, context)))
	};
}
/** The tariff with the manifest's contract price, or else with the book's price of the day. @returns null if there is neither */
function tariffOf(keys, pricing) {
	return onceForModel(knownTariffs, keys, pricing, () => newTariff(keys, pricing));
}
function newTariff(keys, pricing) {
	const { manifest, date } = pricing;
	const terms = termsOf(keys, pricing);
	const { model, money } = terms;
	const contract = isContract(keys.price) ? keys.price : void 0;
	const price = contract ? contractPrice(contract, manifest.file, date) : priceOn(model, date);
	if (!price) return null;
	const uncounted = contract?.per === "token" && !model.media?.tokens;
	const billed = (request, rules) => uncounted ? {
		no: "field",
		field: "media.tokens"
	} : priceJob(rules, request, money, {
		media: model.media,
		date
	});
	const own = onceEach((request) => billed(request, price));
	return {
		...terms,
		price,
		bill: (request, rules = price) => rules === price ? own(request) : billed(request, rules),
		rules: (request) => rulesOf(price, request, date)
	};
}
/** A function that computes its value once for each object. */
function onceEach(compute) {
	const known = /* @__PURE__ */ new WeakMap();
	return (key) => {
		const value = known.get(key) ?? compute(key);
		known.set(key, value);
		return value;
	};
}
/** A function that computes its value once for all keys that request the same job. */
function onceForRequest(compute) {
	const known = /* @__PURE__ */ new Map();
	return (keys) => {
		const { mode, output, input, tier, region, options, runtime } = keys;
		const text = JSON.stringify([
			mode,
			output,
			input,
			tier,
			region,
			options,
			runtime
		]);
		const request = known.get(text) ?? compute(keys);
		known.set(text, request);
		return request;
	};
}
/** The value of a provider's credit for a workload. It is cached, because it is the same for all workloads without their own. */
function creditOf(provider, keys, pricing) {
	if (keys.price?.per === "credit") return {
		usd: decimal(keys.price.usd ?? keys.price.amount ?? "0"),
		assumed: false
	};
	if (!pricing.credits.has(provider.provider)) pricing.credits.set(provider.provider, creditValue(provider.account, pricing.manifest.settings.accounts[provider.provider]));
	return pricing.credits.get(provider.provider);
}
// lib/src/engine/assumption.js
/** At most this many values of a list are tried. */
const TRIED$2 = 16;
/** The assumptions about one job. The caller multiplies `monthly` by the jobs of a month. */
function assumptionsOf(keys, request, { model, money: { credit }, ask, bill }, amount) {
	const assumed = DEFAULTED_FIELDS.flatMap((field) => {
		const value = request.fields.get(field);
		if (request.given.has(field) || value === void 0 || field === "duration" && (request.given.has("frames") || request.given.has("segments"))) return [];
		const cheapest = alternatives(field, model).map((other) => ask({
			...keys,
			output: {
				...keys.output,
				[field]: other
			}
		})).filter((other) => refusals(other, model).refused.length === 0).map((other) => bill(other)).reduce((least, one) => "no" in one || one.amount.gte(least) ? least : one.amount, amount);
		return [{
			code: `default-${field}`,
			field: `output.${field}`,
			value,
			monthly: amount.minus(cheapest)
		}];
	});
	if (request.auto) assumed.push({
		code: "auto-duration",
		field: "output.duration",
		value: request.fields.get("duration") ?? "auto",
		monthly: ZERO
	});
	if (keys.mode === void 0 && model.modes.length > 1) assumed.push({
		code: "default-mode",
		field: "mode",
		value: model.modes[0] ?? "",
		monthly: ZERO
	});
	if (credit?.assumed && credit.pack) assumed.push({
		code: "dearest-pack",
		field: "accounts",
		value: credit.pack.name,
		monthly: ZERO
	});
	return assumed;
}
/** Values of a field that a model accepts: a list, or the ends of a range. */
function alternatives(field, model) {
	const accepted = model.accepts[field];
	if (accepted === void 0) return [];
	return accepted.kind === "range" ? [accepted.min, accepted.max] : accepted.values.filter((value) => value !== "auto").slice(0, TRIED$2);
}
/** Fields that change the price of a job but not the number of jobs. */
const CHOICES = ["resolution", "audio"];
const known$10 = {
	resolution: /* @__PURE__ */ new WeakMap(),
	audio: /* @__PURE__ */ new WeakMap()
};
/** The most expensive value of a field that the model accepts together with the rest of the request. Null if there is none, or no price. */
function mostExpensiveOf(choice, keys, pricing) {
	return onceAlike(known$10[choice], pricing, keys, () => {
		const tariff = tariffOf(keys, pricing);
		if (!tariff) return null;
		const own = tariff.ask(keys);
		return alternatives(choice, tariff.model).reduce((most, value) => {
			const request = own.fields.get(choice) === value ? own : tariff.ask({
				...keys,
				output: {
					...keys.output,
					[choice]: value
				}
			});
			const job = refusals(request, tariff.model).refused.length === 0 ? tariff.bill(request) : null;
			return !job || "no" in job || most && job.amount.lte(most.amount) ? most : {
				value,
				amount: job.amount
			};
		}, null);
	});
}
// lib/src/engine/by-charges.js
/**
* Prices a workload only by the charges, even if the model does not accept the request. It is used for mixes of two versions of a
* workload, which can be requests that nobody could send.
* @returns null if the charges give no price
*/
function pricedByCharges(keys, pricing) {
	const one = onceAlike(chargedJobs, pricing, keys, () => chargedJob(keys, pricing));
	if (!one) return null;
	const { job, count } = one;
	const plan = jobPlanOf(keys, count, pricing.month);
	return {
		job,
		plan,
		list: job.amount.times(decimal(plan.jobs))
	};
}
const chargedJobs = /* @__PURE__ */ new WeakMap();
function chargedJob(keys, pricing) {
	const tariff = tariffOf(keys, pricing);
	if (!tariff) return null;
	const request = tariff.ask(keys);
	const job = tariff.bill(request);
	return "no" in job ? null : {
		job,
		count: Number(request.fields.get("count") ?? 1)
	};
}
// lib/src/stats/sum-in-one-order.js
/** The sum of floats in ascending order: 0.1 + 0.2 + 0.3 is 0.6000000000000001, although 0.3 + 0.2 + 0.1 is 0.6. */
function sumInOneOrder(values) {
	return Float64Array.from(values).sort().reduce((sum, value) => sum + value, 0);
}
// lib/src/risk/waterfall.js
/** The parts that lead from "clips × price" to the expected monthly cost, in the order of the report. The list is closed. */
const PARTS = [
	"base",
	"pricing",
	"rounding",
	"takes",
	"undelivered",
	"failed_billed",
	"retries",
	"duplicates",
	"polling",
	"parameter_uncertainty"
];
/**
* Splits the expected month by cause, in the reporting currency. Every billed amount has one cause, so the parts add up:
*
* - `base`: one job for each clip or batch of clips. `pricing`: factors, extras and volume tiers. `rounding`: minima and rounding.
* - `takes`: further takes of each clip. `undelivered`: takes that deliver nothing, so that no success is billed (negative).
* - `failed_billed`: billed failures of first attempts. `retries`: billed failures of later attempts.
* - `duplicates`: billed jobs that the client stopped watching, was never told about, or does not know it submitted.
* - `polling`: status requests. `parameter_uncertainty`: what uncertain rates add to the mean.
*
* The first four parts split the cost of all takes: 100 clips of 2 takes at $1 cost $200, of which $100 are `base` and $100 are `takes`.
* The expected month needs only the sum of all parts, so most parts are computed when a report reads them.
*/
function explainedMonth(month) {
	const { job, clips, clipsPerJob, list, take, clip, fixedTakes, tiers, allowance, statusPrice, uncertainMean } = month;
	const jobs = clips * clip.takes / clipsPerJob;
	const shares = {
		undelivered: take.delivered[0] - 1,
		failed_billed: take.failed,
		retries: take.retried,
		duplicates: take.abandoned
	};
	const total = (fixedTakes ? 0 : 1) + shares.undelivered + shares.failed_billed + shares.retries + shares.duplicates;
	const rounded = Number(total.toFixed(14));
	const billed = rounded === 0 ? ZERO : amount(jobs * rounded);
	const polling = statusPrice === 0 && allowance === 0 ? ZERO : amount(jobs * take.polls * statusPrice + allowance);
	const known = exactSum([
		billed === ZERO ? ZERO : job.amount.times(billed),
		fixedTakes ? list : ZERO,
		tiers === 0 ? ZERO : amount(tiers),
		polling
	]);
	const expected = uncertainMean === null ? known : amount(uncertainMean);
	const parts = {
		polling,
		parameter_uncertainty: uncertainMean === null ? ZERO : expected.minus(known)
	};
	return {
		expected,
		waterfall: new PartsOfMonth(month, {
			jobs,
			shares,
			billed
		}, parts)
	};
}
/** The parts of a month, computed when they are read. A class, because a thousand workloads have parts each, and one object is smaller than a function for every part. */
var PartsOfMonth = class {
	polling;
	parameter_uncertainty;
	month;
	billed;
	constructor(month, billed, known) {
		this.month = month;
		this.billed = billed;
		this.polling = known.polling;
		this.parameter_uncertainty = known.parameter_uncertainty;
	}
	get base() {
		return this.onceEach("base");
	}
	get pricing() {
		const { tiers } = this.month;
		return tiers === 0 ? this.onceEach("pricing") : this.onceEach("pricing").plus(amount(tiers));
	}
	get rounding() {
		return this.onceEach("rounding");
	}
	get takes() {
		const { fixedTakes, list, job } = this.month;
		return (fixedTakes ? list : job.amount.times(amount(this.billed.jobs))).minus(this.onceEach("base")).minus(this.onceEach("pricing")).minus(this.onceEach("rounding"));
	}
	get undelivered() {
		return this.costOf("undelivered");
	}
	get failed_billed() {
		return this.costOf("failed_billed");
	}
	get retries() {
		return this.costOf("retries");
	}
	get duplicates() {
		return this.costOf("duplicates");
	}
	/** A part of the job's price, for one job of each clip or batch of clips. */
	onceEach(part) {
		const { job, clips, clipsPerJob } = this.month;
		return job.parts[part].times(decimal(clips / clipsPerJob));
	}
	costOf(cause) {
		return this.billed.shares[cause] === 0 ? ZERO : this.month.job.amount.times(this.jobsOf(cause));
	}
	/**
	* The jobs of one cause. Each number is rounded by itself, and so is their sum, `billed`. One cause takes the difference, so that the parts
	* add up exactly: if 0.1 and 0.2 jobs are 0.300000000000001 together, the first has 0.100000000000001.
	*/
	jobsOf(cause) {
		const { jobs, shares, billed } = this.billed;
		if (cause !== takesDifference(shares)) return amount(jobs * shares[cause]);
		const ofCauses = this.month.fixedTakes ? billed : billed.minus(amount(jobs));
		return CAUSES.filter((one) => one !== cause && shares[one] !== 0).reduce((rest, one) => rest.minus(amount(jobs * shares[one])), ofCauses);
	}
};
/** `undelivered` is last, because every limit reads it, and the cause that takes the difference needs the jobs of all others. */
const CAUSES = [
	"failed_billed",
	"retries",
	"duplicates",
	"undelivered"
];
/** A cause with fewer jobs than this share of all could become negative by the difference, which is below 10⁻¹³ of all jobs. */
const ENOUGH = 1e-9;
/** The cause that takes the difference of rounding: the first that has enough jobs, or else the one that has most. */
function takesDifference(shares) {
	const size = (cause) => Math.abs(shares[cause]);
	return CAUSES.find((cause) => size(cause) > ENOUGH) ?? CAUSES.reduce((most, cause) => size(cause) > size(most) ? cause : most);
}
/** A waterfall whose parts are all 0. */
const NO_PARTS = recordOf(PARTS, () => ZERO);
/** A float as money, rounded to the 15 significant digits that a double has. */
function amount(value) {
	return decimal(value.toPrecision(15));
}
// lib/src/risk/figures.js
/** A cost with nothing uncertain about it: every quantile is the cost itself. */
function certain(monthly, cash = monthly) {
	return {
		list: monthly,
		expected: monthly,
		sd: ZERO,
		p10: monthly,
		p50: monthly,
		p90: monthly,
		p95: monthly,
		cash
	};
}
/** The figures of a distribution. The expected cost is known exactly and passed in; the standard deviation and the quantiles are computed on first use. */
function figuresOfDistribution(list, expected, distribution, cash = expected) {
	return new FiguresOfDistribution({
		list,
		expected,
		cash
	}, distribution);
}
/** A class, because a thousand workloads have figures each, and one object is smaller than a function for every figure. */
var FiguresOfDistribution = class {
	list;
	expected;
	cash;
	distribution;
	known = {};
	constructor({ list, expected, cash }, distribution) {
		this.list = list;
		this.expected = expected;
		this.cash = cash;
		this.distribution = distribution;
	}
	get sd() {
		this.known.sd ??= amount(this.distribution.sd);
		return this.known.sd;
	}
	get p10() {
		this.known.p10 ??= amount(this.distribution.quantile(.1));
		return this.known.p10;
	}
	get p50() {
		this.known.p50 ??= amount(this.distribution.quantile(.5));
		return this.known.p50;
	}
	get p90() {
		this.known.p90 ??= amount(this.distribution.quantile(.9));
		return this.known.p90;
	}
	get p95() {
		this.known.p95 ??= amount(this.distribution.quantile(.95));
		return this.known.p95;
	}
};
// lib/src/stats/draws.js
/**
* How many values of an unknown (a rate, a volume) are drawn. With this many, the P95 of a volume { low: 500, likely: 1000, high: 3000 }
* is 0.1% too low if it is the only unknown, and at most 0.4% too low as one of two.
*/
const POINTS = 1024;
const known$9 = /* @__PURE__ */ new Map();
/**
* The draws of variable `index` (0, 1, …) of `dimensions`. They are not random: each is the last one plus a fixed step, modulo 1
* (a Kronecker sequence), which fills the range more evenly than random numbers do. The same manifest always gives the same figures,
* and no seed is needed. The step is φ^−(index+1), where φ is the root of x^(d+1) = x + 1. For a single variable, φ = 1.618 and the
* step is 0.618, so the draws are 0.118, 0.736, 0.354, 0.972…
*/
function drawsOf(index, dimensions, { normalQuantile }) {
	const id = `${index} ${dimensions}`;
	let draws = known$9.get(id);
	if (!draws) {
		const step = root(dimensions) ** -(index + 1);
		const uniform = Float64Array.from({ length: POINTS }, (_, i) => (.5 + (i + 1) * step) % 1);
		draws = {
			id,
			uniform,
			normal: uniform.map((u) => normalQuantile(u)),
			order: ascending$1(uniform)
		};
		known$9.set(id, draws);
	}
	return draws;
}
/** The indices of values in ascending order of the values. */
function ascending$1(values) {
	return Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
}
/** The root of x^(d+1) = x + 1 by fixed-point iteration: 1.618…, 1.325…, 1.221… */
function root(dimensions) {
	let x = 1.5;
	for (let i = 0; i < 64; i++) x = (1 + x) ** (1 / (dimensions + 1));
	return x;
}
/** The nodes at which a quantile function is computed: z from −4 to 4 in steps of 1/8. Between them it is interpolated. */
const NODE_STEP = .125;
const NODE_END = 4;
const NODES = Math.round(8 / NODE_STEP) + 1;
const places = /* @__PURE__ */ new WeakMap();
function placesOf(draws, { normalCdf }) {
	const found = places.get(draws);
	if (found) return found;
	const { normal } = draws;
	const place = normal.map((z) => (z + NODE_END) / NODE_STEP);
	const node = Int32Array.from(place, (at) => Math.floor(at) >= 1 && Math.floor(at) <= 62 ? Math.floor(at) : -1);
	const made = {
		nodes: Float64Array.from({ length: NODES }, (_, i) => normalCdf(-4 + i * NODE_STEP)),
		node,
		on: place.map((at) => at - Math.floor(at))
	};
	places.set(draws, made);
	return made;
}
/** The quantile at each draw. It is computed at 65 nodes and interpolated between them, because a quantile function may be slow. */
function through(draws, quantile, distributions) {
	const { nodes } = placesOf(draws, distributions);
	return interpolated(draws, nodes.map(quantile), quantile, distributions);
}
/** Three smooth functions of one draw, at every draw. They are computed at the nodes; between two nodes, a cubic through four of them counts (Catmull-Rom). */
function alongCurve(draws, at, distributions) {
	const values = Array.from(placesOf(draws, distributions).nodes, at);
	const curve = (k) => interpolated(draws, Float64Array.from(values, (three) => three[k]), (uniform) => at(uniform)[k], distributions);
	return [
		curve(0),
		curve(1),
		curve(2)
	];
}
/** A curve at every draw, interpolated from its values at the nodes. Draws beyond the nodes call `exact`. */
function interpolated(draws, values, exact, distributions) {
	const { node, on } = placesOf(draws, distributions);
	const curve = new Float64Array(node.length);
	for (let point = 0; point < node.length; point++) {
		const i = node[point];
		if (i < 0) {
			curve[point] = exact(draws.uniform[point]);
			continue;
		}
		const t = on[point];
		const a = values[i - 1];
		const b = values[i];
		const c = values[i + 1];
		const d = values[i + 2];
		curve[point] = b + .5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
	}
	return curve;
}
// lib/src/risk/model/wide-volume.js
/** The lognormal distribution with these percentiles: mu = ln √(p10 p90), sigma = ln(p90 / p10) / 2.5631. */
function lognormalThrough({ p10, p90 }) {
	return {
		mu: Math.log(p10 * p90) / 2,
		sigma: Math.log(p90 / p10) / P10_TO_P90
	};
}
/** Beyond this sigma, P90 is more than 2,000 times P10. Nobody plans so, and if sigma is much larger, the moments of the last part overflow. */
const WIDEST$1 = 3;
/** Whether a volume is divided into equal parts. */
function isDivided({ sigma }) {
	return sigma <= WIDEST$1;
}
/** Parts by the draws and by the volume. Base and head, limits and totals ask for the same ones. */
const known$8 = /* @__PURE__ */ new WeakMap();
/** At most this many volumes are kept, at 24 kB each. */
const MOST_KEPT$5 = 256;
/**
* Divides a lognormal volume into 1,024 parts of equal chance, each with its mean, variance and third central moment. The smallest
* part belongs to the smallest draw, and so on. Draws alone miss the upper tail, which makes most of the variance of a wide volume.
* With 1,024 draws of { p10: 10, p90: 200 } that are scaled to the right mean, the standard deviation is 8.9% too low, and P50 and
* P90 are 1.7% too high.
*
* For the part between z = a and z = b, E[Xᵏ] = exp(k mu + k² sigma² / 2) (Φ(b − k sigma) − Φ(a − k sigma)) / (Φ(b) − Φ(a)).
*/
function parts(volumes, draws, distributions) {
	const id = `${volumes.mu} ${volumes.sigma}`;
	const kept = known$8.get(draws) ?? /* @__PURE__ */ new Map();
	known$8.set(draws, kept);
	const found = kept.get(id) ?? divide(volumes, draws, distributions);
	if (kept.size < MOST_KEPT$5) kept.set(id, found);
	return found;
}
function divide({ mu, sigma }, draws, { normalCdf, normalQuantile }) {
	const { length } = draws.normal;
	const [mean, variance, third] = [
		new Float64Array(length),
		new Float64Array(length),
		new Float64Array(length)
	];
	for (let rank = 0; rank < length; rank++) {
		const [from, to] = [normalQuantile(rank / length), normalQuantile((rank + 1) / length)];
		const moment = (k) => {
			const [a, b] = [from - k * sigma, to - k * sigma];
			const share = a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
			return Math.exp(k * k * sigma * sigma / 2) * share * length;
		};
		const [first, second, cube] = [
			moment(1),
			moment(2),
			moment(3)
		];
		const point = draws.order[rank];
		const clips = Math.exp(mu) * first;
		const relative = Math.max(0, second / first ** 2 - 1);
		mean[point] = clips;
		variance[point] = clips ** 2 * relative;
		third[point] = clips ** 3 * (cube / first ** 3 - 3 * relative - 1);
	}
	return {
		mean,
		within: {
			variance,
			third
		}
	};
}
// lib/src/risk/model/demand.js
/**
* A declared volume as a random number. { low, likely, high } is a PERT distribution: a Beta distribution stretched over the
* range, with a = 1 + 4 (likely − low) / range and b = 1 + 4 (high − likely) / range. { p10, p90 } is the lognormal distribution
* with these percentiles; each draw stands for an equal part of it (`wide-volume.ts`). The draws are scaled so that their average is
* the exact mean.
*
* { low: 500, likely: 1000, high: 3000 } has a range of 2500, a = 1.8 and b = 4.2, and the mean
* 500 + 2500 × 1.8 / 6 = 1250 clips.
*/
function demandOf(volume, arrivals) {
	const { amount } = volume;
	const mean = clipsWanted(volume);
	if (typeof amount === "number") {
		const poisson = arrivals === "poisson";
		return {
			mean,
			poisson,
			draw: null,
			byFormula: null,
			within: null,
			whole: poisson || Number.isInteger(mean)
		};
	}
	const draw = (draws, distributions) => rescaled(drawn({
		...volume,
		amount
	}, draws, distributions), mean);
	const { times } = volume;
	const volumes = "p10" in amount ? lognormalThrough({
		p10: amount.p10 * times,
		p90: amount.p90 * times
	}) : null;
	return {
		mean,
		poisson: false,
		draw,
		byFormula: volumes ? lognormalByFormula(mean, volumes) : "likely" in amount ? pertByFormula(mean, amount, times) : null,
		within: volumes && isDivided(volumes) ? (draws, distributions) => parts(volumes, draws, distributions).within : null,
		whole: false
	};
}
/**
* Random arrivals as draws. The quantile of a Poisson number with the mean m is about m + √m z + (z² − 1) / 6 (Cornish and Fisher): for
* m = 1,000, one month in ten has more than 1,040 clips. For volume tiers, because the number of clips decides the price of each.
*/
function withDrawnArrivals(demand) {
	const { mean, poisson } = demand;
	if (!poisson) return demand;
	const draw = ({ normal }) => rescaled(normal.map((z) => Math.max(0, Math.round(mean + Math.sqrt(mean) * z + (z * z - 1) / 6))), mean);
	return {
		...demand,
		poisson: false,
		draw
	};
}
/**
* A PERT volume: a Beta distribution with a + b = 6, stretched over the range. It has the variance ab / 252 of the squared range, and the
* skewness (b − a) √7 / (4 √(ab)). { low: 500, likely: 1000, high: 3000 } has a = 1.8 and b = 4.2, so its standard deviation is
* 2500 × √(7.56 / 252) = 433 clips and its skewness 0.577.
*/
function pertByFormula(mean, { low, likely, high }, times) {
	const position = (likely - low) / (high - low);
	const [a, b] = [1 + 4 * position, 1 + 4 * (1 - position)];
	return {
		shape: `PERT ${position.toPrecision(SHAPE_DIGITS)}`,
		mean,
		sd: (high - low) * times * Math.sqrt(a * b / 252),
		skewness: (b - a) * Math.sqrt(7) / (4 * Math.sqrt(a * b))
	};
}
/**
* A lognormal volume, with w = exp(sigma²): the standard deviation is mean × √(w − 1), and the skewness (w + 2) √(w − 1).
* @returns null if it is so wide that its draws are not divided into parts
*/
function lognormalByFormula(mean, { mu, sigma }) {
	if (!isDivided({
		mu,
		sigma
	})) return null;
	const more = Math.expm1(sigma ** 2);
	return {
		shape: `lognormal ${sigma.toPrecision(SHAPE_DIGITS)}`,
		mean,
		sd: mean * Math.sqrt(more),
		skewness: (more + 3) * Math.sqrt(more)
	};
}
/** Shapes that agree in so many digits are the same: a range by the week and one by the month differ by rounding. */
const SHAPE_DIGITS = 12;
function drawn({ amount, times }, draws, distributions) {
	if ("p10" in amount) {
		const volumes = lognormalThrough({
			p10: amount.p10 * times,
			p90: amount.p90 * times
		});
		return isDivided(volumes) ? parts(volumes, draws, distributions).mean.slice() : draws.normal.map((z) => Math.exp(volumes.mu + volumes.sigma * z));
	}
	const { low, likely, high } = amount;
	const range = high - low;
	const positions = stretched((likely - low) / range, draws, distributions);
	const clips = new Float64Array(positions.length);
	for (let point = 0; point < positions.length; point++) clips[point] = low + range * positions[point];
	return clips;
}
/** Draws of a Beta distribution, by the draws and by the position (0–1) of the likely volume in its range. In many ranges of a manifest it has the same position. */
const positionsOf = /* @__PURE__ */ new WeakMap();
/** At most this many are kept, at 8 kB each. */
const MOST_POSITIONS = 512;
function stretched(likely, draws, distributions) {
	const kept = positionsOf.get(draws) ?? /* @__PURE__ */ new Map();
	positionsOf.set(draws, kept);
	const found = kept.get(likely);
	if (found) return found;
	const positions = through(draws, distributions.betaOf(1 + 4 * likely, 1 + 4 * (1 - likely)).quantile, distributions);
	if (kept.size < MOST_POSITIONS) kept.set(likely, positions);
	return positions;
}
/** Scales draws in place, so that their average is the exact mean. */
function rescaled(values, mean) {
	let sum = 0;
	for (let point = 0; point < values.length; point++) sum += values[point];
	const factor = mean * values.length / sum;
	for (let point = 0; point < values.length; point++) values[point] = values[point] * factor;
	return values;
}
// lib/src/risk/model/once.js
/** A function that computes its value on the first call and keeps it. */
function once$1(work) {
	let kept = null;
	return () => {
		kept ??= { value: work() };
		return kept.value;
	};
}
// lib/src/stats/normal.js
/** 95% of the distribution lies below: the 95th percentile, for the P95 of a latency. */
const Z_ONE_SIDED_95 = 1.6448536269514722;
/** 95% of the distribution lies between −z and z: the 97.5th percentile, for a two-sided 95% interval. */
const Z_TWO_SIDED_95 = 1.959963984540054;
// lib/src/stats/lognormal.js
/** The latency with these percentiles, in seconds: mu = ln P50, sigma = ln(P95 / P50) / 1.6449. P50 60 s and P95 180 s: mu 4.094, sigma 0.668. */
function latencyOf({ p50, p95 }) {
	return {
		mu: Math.log(p50),
		sigma: Math.log(p95 / p50) / Z_ONE_SIDED_95
	};
}
/** The share of jobs, 0–1, that still run after so many seconds: S(t) = Φ(−(ln t − mu) / sigma). With P50 60 s and P95 180 s, 15% still run after 120 s. */
function survival({ mu, sigma }, normalCdf) {
	return (seconds) => seconds <= 0 ? 1 : seconds === Number.POSITIVE_INFINITY ? 0 : normalCdf(-(Math.log(seconds) - mu) / sigma);
}
/**
* The seconds after which only a share (0–1) of the jobs still runs: exp(mu + sigma z), where z is the normal quantile of 1 − share.
* With P50 60 s and P95 180 s, one job in a thousand still runs after 473 s.
*/
function patienceFor({ mu, sigma }, share, normalQuantile) {
	return Math.exp(mu + sigma * normalQuantile(1 - share));
}
/** The mean seconds until a job ends or patience T runs out: E[min(L, T)] = e^(mu + sigma²/2) Φ((ln T − mu − sigma²) / sigma) + T S(T). */
function meanWatched({ mu, sigma }, patience, normalCdf) {
	const mean = Math.exp(mu + sigma ** 2 / 2);
	if (patience === Number.POSITIVE_INFINITY) return mean;
	return mean * normalCdf((Math.log(patience) - mu - sigma ** 2) / sigma) + patience * normalCdf(-(Math.log(patience) - mu) / sigma);
}
// lib/src/risk/model/part-number.js
const numbers = /* @__PURE__ */ new Map();
const known$7 = /* @__PURE__ */ new WeakMap();
/** The cache is cleared at this size. Numbers are never reused, so results that are stored under a number stay right. */
const MOST_KEPT$4 = 2e4;
let last = 0;
/**
* A number for a part of a workload, as a short key for what was computed from it. Equal parts have the same number: two clients of
* `{ timeout: 150 }` may both be 7, and one of `{ timeout: 160 }` is then 8. Equal parts are mostly the same object
* (`manifest/read-keys.ts`), and each object is converted to text once.
*/
function partNumber(part) {
	const found = known$7.get(part);
	if (found !== void 0) return found;
	const text = JSON.stringify(part);
	const number = numbers.get(text) ?? ++last;
	if (numbers.size >= MOST_KEPT$4) numbers.clear();
	numbers.set(text, number);
	known$7.set(part, number);
	return number;
}
// lib/src/risk/model/polling.js
/** When a smaller share of jobs than this still runs, further requests do not count. */
const NEGLIGIBLE = 1e-12;
/** At most this many requests are counted for one job. Nobody means a schedule with more. */
const MOST = 1e5;
/**
* Moments of the number n of status requests for one submission that a client watches for `patience` seconds.
*
* Polling asks at least once, and again as long as the last answer was "still running", until patience ends. S(s) is the share of
* jobs that still run after s seconds. The mean number of requests is 1 + S(s₀) + S(s₁) + … over the times of the requests. With
* requests after 10, 20 and 30 s, and 80%, 30% and 0% of jobs still running then: 1 + 0.8 + 0.3 = 2.1 requests.
* The means of n² and n³ follow in the same way: request k + 1 adds (k + 1)² − k² to n².
*
* Fallback polling beside a webhook asks only while the job still runs, and once more if the webhook was lost.
* @param patience seconds; infinite if the client never stops
* @param survival the share (0–1) of jobs that still run after so many seconds
*/
function statusRequests(completion, patience, survival) {
	const late = survival(patience);
	const done = 1 - late;
	if (completion.kind === "poll") {
		const asked = tally(completion, patience, survival, 1);
		const { pollers } = completion;
		const seen = (power) => (asked.moments[power] - late * asked.count ** power) * pollers ** power;
		return {
			seen: [
				done,
				seen(1),
				seen(2),
				seen(3)
			],
			running: asked.count * pollers
		};
	}
	const { loss, fallback } = completion;
	if (!fallback) return {
		seen: [
			done,
			0,
			0,
			0
		],
		running: 0
	};
	const asked = tally({
		first: fallback.after,
		interval: fallback.interval,
		backoff: 1,
		max: Number.POSITIVE_INFINITY
	}, patience, survival, 0);
	if (Number.isFinite(patience)) ask(asked, late);
	const seen = (power) => asked.moments[power] - late * asked.count ** power;
	const [a, b, c] = [
		seen(1),
		seen(2),
		seen(3)
	];
	return {
		seen: [
			done,
			a + loss * done,
			b + 2 * loss * a + loss * done,
			c + 3 * loss * (a + b) + loss * done
		],
		running: asked.count
	};
}
/** Walks through a schedule up to `patience`. `before` requests are always made, and each further one only if the job still runs. */
function tally({ first, interval, backoff, max }, patience, survival, before) {
	const asked = {
		moments: [
			1,
			before,
			before,
			before
		],
		count: before
	};
	for (let at = first, gap = interval; at < patience && asked.count < MOST; at += gap, gap = Math.min(gap * backoff, Math.max(max, interval))) {
		const running = survival(at);
		if (running < NEGLIGIBLE && patience === Number.POSITIVE_INFINITY) break;
		ask(asked, running);
	}
	return asked;
}
/** Adds one request, which is made with this chance. From 2 requests to 3, the square grows by 9 − 4 = 5 and the cube by 27 − 8 = 19, each times the chance. */
function ask(asked, chance) {
	const { moments, count } = asked;
	moments[1] += chance;
	moments[2] += (2 * count + 1) * chance;
	moments[3] += (3 * count * (count + 1) + 1) * chance;
	asked.count++;
}
// lib/src/risk/model/take.js
/**
* One take: at most `attempts` submissions, one after the other. The first may have better odds than the others.
*
* The mean number of submissions is 1 + r (1 − r'^(A−1)) / (1 − r'). A is the most attempts, r the chance of a retry after the
* first attempt, and r' after a later one. With r = r' = 0.1 and A = 3: 1 + 0.1 × (1 − 0.01) / 0.9 = 1.11.
*
* The cost is computed backward from the last submission: each adds the cost of those after it, if it is retried (`step`). With
* $2 each and a chance of 0.1 of a retry: $2, then $2 + 0.1 × $2 = $2.20, then $2 + 0.1 × $2.20 = $2.22.
*/
function take(first, later, attempts) {
	let cost = [
		1,
		0,
		0,
		0
	];
	let delivered = [
		0,
		0,
		0,
		0
	];
	for (let left = attempts; left > 0; left--) {
		const next = left === 1 ? first : later;
		delivered = step(next.delivered, next.retry, delivered);
		cost = step(next.last, next.retry, cost);
	}
	const again = later.retry[0];
	const further = attempts === 1 ? 0 : first.retry[0] * (again === 1 ? attempts - 1 : (1 - again ** (attempts - 1)) / (1 - again));
	return {
		cost,
		delivered,
		attempts: 1 + further,
		failed: first.failed,
		retried: further * later.failed,
		abandoned: first.abandoned + further * later.abandoned,
		duplicates: first.duplicates + further * later.duplicates,
		polls: first.polls + further * later.polls
	};
}
/** Moments of the cost of a step that either ends (first argument) or goes on (second argument); if it goes on, what follows (third argument) is added. */
function step(ends, goesOn, after) {
	return [
		ends[0] + goesOn[0] * after[0],
		ends[1] + goesOn[1] * after[0] + goesOn[0] * after[1],
		ends[2] + goesOn[2] * after[0] + 2 * goesOn[1] * after[1] + goesOn[0] * after[2],
		ends[3] + goesOn[3] * after[0] + 3 * goesOn[2] * after[1] + 3 * goesOn[1] * after[2] + goesOn[0] * after[3]
	];
}
// lib/src/risk/model/takes.js
/**
* The takes of one clip wanted. The costs of a whole number of takes add up. 2.5 takes are 2 for half of the clips and 3 for the others.
*
* With takes until one is kept, another take follows unless the last one delivered and was kept, up to `max`. A take delivers with
* the chance v, and is then kept with the chance a. The mean number of takes is (1 − (1 − a v)^max) / (a v). With a = 0.4, v = 1
* and at most 6: (1 − 0.6^6) / 0.4 = 2.38 takes. For 0.6^6 = 4.7% of the clips, no take is kept.
* @param clipsPerJob if one job makes several clips, the cost is that of one job's worth of them (`batch`)
*/
function clip(one, takes, clipsPerJob = 1) {
	if (clipsPerJob > 1) return {
		...clip(one, takes),
		cost: batch(one, takes, clipsPerJob)
	};
	const v = one.delivered[0];
	if (typeof takes === "number") {
		const floor = Math.floor(takes);
		const share = takes - floor;
		const whole = times(cumulantsOf(one.cost), floor);
		if (share === 0) return {
			cost: whole,
			takes,
			nothing: (1 - v) ** floor
		};
		const [below, above] = [momentsOf(whole), momentsOf(times(cumulantsOf(one.cost), floor + 1))];
		return {
			cost: cumulantsOf(below.map((moment, power) => (1 - share) * moment + share * above[power])),
			takes,
			nothing: (1 - v) ** floor * (1 - share * v)
		};
	}
	const { acceptance, max } = takes;
	const kept = one.delivered.map((moment) => acceptance * moment);
	const discarded = one.cost.map((moment, power) => moment - kept[power]);
	let cost = [
		1,
		0,
		0,
		0
	];
	for (let left = max; left > 0; left--) cost = step(kept, discarded, cost);
	const success = acceptance * v;
	const nothing = (1 - success) ** max;
	return {
		cost: cumulantsOf(cost),
		takes: success === 0 ? max : (1 - nothing) / success,
		nothing
	};
}
/**
* The cost of as many clips as one job makes. Each clip needs its own number of takes, and clips that need another take share full jobs.
* So a job is followed by a share s of a job: the share of its clips that need another take. 4 clips of 1.5 takes need 4 to 8 takes,
* which is 1 to 2 jobs with the mean 1.5 and the variance 0.5 × 0.5 / 4; if all four had the same number, it would be 0.25.
*
* Further jobs are independent, so a share s of a job has s times the cumulants (m, σ², κ₃) of a job with all that follows it. With the
* cost Y of a job and Z = Y + s m, the cumulants of both together are E[Z], Var(Z) + E[s] σ² and κ₃(Z) + 3 Cov(Z, s) σ² + E[s] κ₃.
*/
function batch(one, takes, clipsPerJob) {
	const job = cumulantsOf(one.cost);
	if (typeof takes === "number") {
		const whole = Math.floor(takes);
		const last = following([
			1,
			0,
			0,
			0
		], job, sharesOf(takes - whole, clipsPerJob));
		return times(job, whole).map((cumulant, k) => cumulant + last[k]);
	}
	const failed = one.cost.map((moment, power) => moment - one.delivered[power]);
	const again = sharesOf(1 - takes.acceptance, clipsPerJob);
	let all = [
		0,
		0,
		0
	];
	for (let left = takes.max; left > 0; left--) all = following(one.delivered, all, again, failed);
	return all;
}
/** The moments about zero of the share of n clips that need another take, each with the chance q. */
function sharesOf(q, n) {
	const variance = q * (1 - q) / n;
	return momentsOf([
		q,
		variance,
		variance * (1 - 2 * q) / n
	]);
}
/**
* The cumulants of the cost of a job and of what follows it.
* @param cost moments of the job's cost, on the event that a share of its clips follows
* @param next cumulants of a whole job that follows, with all that follows it in turn
* @param share moments of the share that follows
* @param failed moments of the job's cost, on the event that all of its clips follow
*/
function following(cost, next, share, failed = [
	0,
	0,
	0,
	0
]) {
	const [mean, variance, third] = next;
	/** E[Yⁱ sᵏ]. */
	const joint = (i, k) => cost[i] * share[k] + failed[i];
	const first = joint(1, 0) + mean * joint(0, 1);
	const [, own, skewed] = cumulantsOf([
		1,
		first,
		joint(2, 0) + 2 * mean * joint(1, 1) + mean ** 2 * joint(0, 2),
		joint(3, 0) + 3 * mean * joint(2, 1) + 3 * mean ** 2 * joint(1, 2) + mean ** 3 * joint(0, 3)
	]);
	const together = joint(1, 1) + mean * joint(0, 2) - first * joint(0, 1);
	return [
		first,
		own + joint(0, 1) * variance,
		skewed + 3 * together * variance + joint(0, 1) * third
	];
}
/** Mean, variance (at least 0) and third central moment, from moments about zero. */
function cumulantsOf([, m1, m2, m3]) {
	return [
		m1,
		Math.max(m2 - m1 * m1, 0),
		m3 - 3 * m2 * m1 + 2 * m1 ** 3
	];
}
/** The moments of an amount about zero: 1, its mean, and the means of its square and its cube. */
function momentsOf([mean, variance, third]) {
	return [
		1,
		mean,
		variance + mean ** 2,
		third + 3 * variance * mean + mean ** 3
	];
}
function times([mean, variance, third], count) {
	return [
		count * mean,
		count * variance,
		count * third
	];
}
// lib/src/risk/model/shared-luck.js
/** Shared luck beyond this many standard deviations is left out: one request in half a billion. */
const END = 6;
/** The largest and the smallest step between two values of the shared luck, in standard deviations. */
const WIDEST = .25;
const NARROWEST = .02;
/**
* The jobs of one request share the part ρ of the variance of ln seconds: a long prompt stays long. Given the shared luck z, the jobs
* are independent and lognormal, with mu + sigma √ρ z and sigma √(1 − ρ). A mean over requests is an integral over z, here by the
* trapezoidal rule. What changes with z has the width √((1 − ρ) / ρ), and the rule is accurate if the step is small against it.
*
* P50 is 110 s, P95 is 300 s, and the timeout is 120 s: 44% of jobs are late, whatever ρ is. With ρ = 0, four jobs in a row are
* late in 4% of requests; with ρ = 0.9, in 32%.
*/
function luckOf(latency, correlation) {
	if (correlation === 0) return [{
		weight: 1,
		latency
	}];
	const step = Math.max(NARROWEST, Math.min(WIDEST, .6 * Math.sqrt((1 - correlation) / correlation)));
	const { mu, sigma } = latency;
	const nodes = Math.round(END / step);
	const shared = Array.from({ length: 2 * nodes + 1 }, (_, i) => (i - nodes) * step);
	const density = shared.map((z) => Math.exp(-z * z / 2));
	const all = density.reduce((sum, one) => sum + one, 0);
	return shared.map((z, i) => ({
		weight: density[i] / all,
		latency: {
			mu: mu + sigma * Math.sqrt(correlation) * z,
			sigma: Math.max(sigma * Math.sqrt(1 - correlation), 1e-9)
		}
	}));
}
/**
* Averages a clip and a take over all values of the shared luck. Figures of a clip are averaged over clips. Figures of a take are
* averaged over takes, and a clip with bad luck may have more of them.
*/
function mixed(units) {
	const [only] = units;
	if (only && units.length === 1) return only;
	const overClips = (of) => units.reduce((sum, unit) => sum + unit.weight * of(unit), 0);
	const takes = overClips(({ clip }) => clip.takes);
	const overTakes = (of) => overClips(({ take, clip }) => clip.takes * of(take)) / takes;
	const moments = (of) => [
		0,
		1,
		2,
		3
	].map((power) => overTakes((take) => of(take)[power]));
	const cost = [
		0,
		1,
		2,
		3
	].map((power) => overClips(({ clip }) => momentsOf(clip.cost)[power]));
	return {
		take: {
			cost: moments((take) => take.cost),
			delivered: moments((take) => take.delivered),
			attempts: overTakes(({ attempts }) => attempts),
			failed: overTakes(({ failed }) => failed),
			retried: overTakes(({ retried }) => retried),
			abandoned: overTakes(({ abandoned }) => abandoned),
			duplicates: overTakes(({ duplicates }) => duplicates),
			polls: overTakes(({ polls }) => polls)
		},
		clip: {
			cost: cumulantsOf(cost),
			takes,
			nothing: overClips(({ clip }) => clip.nothing)
		}
	};
}
// lib/src/risk/model/process.js
/** Seconds between status requests, if neither the manifest nor the price book says. */
const USUAL_INTERVAL = 10;
/** Processes by what the price book says about jobs, then by what is declared about them. Most workloads of a manifest declare the same. */
const worked = /* @__PURE__ */ new WeakMap();
/** At most this many are kept. */
const MOST_KEPT$3 = 1e3;
/**
* How the jobs of a workload go. The manifest takes precedence over the price book. If it is unknown whether a failure is billed,
* `end` decides. Workloads that declare the same share one process.
* @param jobs what the price book says about the jobs of the model, or else of the provider
*/
function processOf({ client, reliability }, jobs, terms, distributions) {
	const known = worked.get(jobs) ?? /* @__PURE__ */ new Map();
	worked.set(jobs, known);
	const { end, jobPrice, statusPrice, rounds, clipsPerJob, isAsked = true } = terms;
	const taken = typeof rounds === "number" ? rounds : `until ${partNumber(rounds)}`;
	const declared = `${partNumber(client)} ${partNumber(reliability)} ${end} ${jobPrice} ${statusPrice} ${isAsked} ${clipsPerJob} ${taken}`;
	const process = known.get(declared) ?? workOut$1({
		client,
		reliability
	}, jobs, terms, distributions);
	if (known.size < MOST_KEPT$3) known.set(declared, process);
	return process;
}
function workOut$1({ client, reliability }, jobs, { end, jobPrice, statusPrice, rounds, clipsPerJob, isAsked = true }, { normalCdf }) {
	const first = chancesOf(reliability.outcomes, reliability.evidence);
	const worse = reliability.after_first;
	const policyOf = (failure) => reliability.billed?.[failure] ?? jobs.billed?.[failure]?.value ?? "unknown";
	const key = client.idempotency_key ?? jobs.idempotency_key === true;
	const known = reliability.latency ?? jobs.latency;
	const latency = known ? {
		p50: known.p50,
		p95: known.p95,
		from: reliability.latency ? "manifest" : "book"
	} : null;
	const waits = client.on_timeout === void 0 || client.on_timeout === "keep-polling" || client.on_timeout === "resubmit" && key;
	const patience = (waits ? latency && client.max_wait : client.timeout) ?? Number.POSITIVE_INFINITY;
	const completion = completionOf(client.completion, jobs);
	const { requests, luck } = latency ? askedFor({
		completion,
		patience,
		p50: latency.p50,
		p95: latency.p95,
		correlation: reliability.latency?.correlation ?? 0,
		isAsked
	}, normalCdf) : NOT_ASKED;
	const finds = client.on_timeout === "resubmit" && key;
	const unseen = completion.kind === "webhook" && !completion.fallback && !finds ? completion.loss : 0;
	const cancels = client.on_timeout === "cancel-and-resubmit";
	const possible = FAILURES.filter((failure) => first[failure] > 0 || (worse?.[failure] ?? 0) > 0 || reliability.evidence?.[failure] !== void 0);
	return {
		attempts: client.max_attempts,
		first,
		later: (drawn) => worse ? capped({
			...drawn,
			...given(worse)
		}) : drawn,
		billed: (failure) => shareOf(policyOf(failure), end),
		possible,
		unknown: possible.filter((failure) => policyOf(failure) === "unknown"),
		retries: new Set(client.retry_on),
		watching: {
			requests,
			whenLate: waits || client.on_timeout === "give-up" ? "stop" : "retry",
			...cancels && { cancel: client.cancel ?? {
				success: 0,
				billed: 0
			} },
			unseen,
			ackLoss: key ? 0 : client.submit_ack_loss,
			jobPrice,
			statusPrice: latency ? statusPrice : 0
		},
		luck,
		takes: typeof rounds === "number" ? rounds : rounds.until_kept,
		clipsPerJob,
		latency,
		completion,
		patience,
		key
	};
}
/** If the latency is unknown, every job is done at once, and status requests are not counted. */
const NOT_ASKED = {
	requests: {
		seen: [
			1,
			0,
			0,
			0
		],
		running: 0
	},
	luck: [{
		weight: 1,
		requests: {
			seen: [
				1,
				0,
				0,
				0
			],
			running: 0
		}
	}]
};
/** Status requests by how the client waits. They do not depend on prices and failures, and many workloads have clients that wait alike. */
const asked = /* @__PURE__ */ new Map();
function askedFor(waiting, normalCdf) {
	const written = JSON.stringify(waiting);
	const before = asked.get(written);
	if (before) return before;
	const { completion, patience, correlation, isAsked } = waiting;
	const latency = latencyOf(waiting);
	const requestsOf = (one) => {
		const survives = survival(one, normalCdf);
		return isAsked ? statusRequests(completion, patience, survives) : {
			seen: [
				1 - survives(patience),
				0,
				0,
				0
			],
			running: 0
		};
	};
	const requests = requestsOf(latency);
	const found = {
		requests,
		luck: correlation > 0 ? luckOf(latency, correlation).map((one) => ({
			weight: one.weight,
			requests: requestsOf(one.latency)
		})) : [{
			weight: 1,
			requests
		}]
	};
	if (asked.size < MOST_KEPT$3) asked.set(written, found);
	return found;
}
/** The outcomes of one attempt. Success has the chance that the failures leave: failures of 3% and 2% leave 95%. */
function outcomesOf(chances, { billed, retries }) {
	const failed = FAILURES.reduce((sum, failure) => sum + chances[failure], 0);
	return [{
		chance: Math.max(0, 1 - failed),
		billed: 1,
		retry: false,
		delivers: true,
		instant: false
	}, ...FAILURES.map((failure) => ({
		chance: chances[failure],
		billed: billed(failure),
		retry: retries.has(failure),
		delivers: false,
		instant: failure === "invalid"
	}))];
}
/** Drawn rates can add up to more than 1. They are then scaled down to 1: 0.8 and 0.4 become 0.667 and 0.333, and no attempt succeeds. */
function capped(chances) {
	const sum = FAILURES.reduce((total, failure) => total + chances[failure], 0);
	return sum <= 1 ? chances : recordOf(FAILURES, (failure) => chances[failure] / sum);
}
/** The rate of each failure: k / n if there is evidence, else the declared rate. Evidence of 3 of 60 is 5%. */
function chancesOf(outcomes, evidence) {
	const rate = (failure) => {
		const counted = evidence?.[failure];
		return counted ? counted.k / counted.n : outcomes[failure] ?? 0;
	};
	return recordOf(FAILURES, rate);
}
function given(some) {
	return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== void 0));
}
function shareOf(policy, end) {
	return policy === "unknown" ? end === "high" ? 1 : 0 : policy;
}
function completionOf(declared, jobs) {
	if (declared && "webhook" in declared) {
		const { loss, fallback_poll } = declared.webhook;
		return {
			kind: "webhook",
			loss,
			...fallback_poll && { fallback: fallback_poll }
		};
	}
	const poll = declared?.poll;
	const interval = Math.max(poll?.interval ?? jobs.completion?.poll?.interval ?? USUAL_INTERVAL, .01);
	return {
		kind: "poll",
		first: poll?.first ?? interval,
		interval,
		backoff: poll?.backoff ?? 1,
		max: poll?.max ?? Number.POSITIVE_INFINITY,
		pollers: poll?.pollers ?? 1
	};
}
// lib/src/stats/parts.js
/** The points of a mesh, as a power of two. */
const BITS = Math.log2(POINTS);
/** Each unknown of a mesh needs at least four values, so a mesh has at most five unknowns. */
const MOST_UNKNOWNS = 5;
/** Whether this many unknowns fit in a mesh. */
function hasMesh(dimensions) {
	return dimensions <= MOST_UNKNOWNS;
}
const known$6 = /* @__PURE__ */ new Map();
/** Unknown `index` (0, 1, …) of a mesh with `dimensions` unknowns, in the form of draws. Each value stands for an equal share of the probability. */
function meshOf(index, dimensions, { normalQuantile }) {
	const id = `mesh ${index} ${dimensions}`;
	const found = known$6.get(id);
	if (found) return found;
	const bitsOf = (one) => Math.floor((BITS + dimensions - 1 - one) / dimensions);
	let before = 0;
	for (let one = 0; one < index; one++) before += bitsOf(one);
	const values = 2 ** bitsOf(index);
	const value = Uint32Array.from({ length: POINTS }, (_, point) => (point >> before) % values);
	const uniform = Float64Array.from(value, (one) => (one + .5) / values);
	const draws = {
		id,
		uniform,
		normal: uniform.map((u) => normalQuantile(u)),
		order: ascending$1(uniform),
		mesh: {
			values,
			value
		}
	};
	known$6.set(id, draws);
	return draws;
}
/**
* Values of equal chance for a rate that was seen k times of n. Its distribution, Beta(k + ½, n − k + ½), is divided into `values` / 2
* parts of equal chance. Each part gives two values: its mean minus and plus its standard deviation, so that the mean and the variance
* of the part are exact. For the part from x₁ to x₂ of Beta(a, b), with the distribution function I,
* E[x] = a / (a + b) × (I(x₂; a + 1, b) − I(x₁; a + 1, b)) / (I(x₂; a, b) − I(x₁; a, b)); E[x²] has a formula of the same form.
*/
function valuesOfRate({ k, n }, values, { betaOf }) {
	const [a, b, parts] = [
		k + .5,
		n - k + .5,
		values / 2
	];
	const [rate, once, twice] = [
		betaOf(a, b),
		betaOf(a + 1, b),
		betaOf(a + 2, b)
	];
	const edges = Array.from({ length: parts + 1 }, (_, i) => rate.quantile(i / parts));
	const first = edges.map((x) => a / (a + b) * once.cdf(x));
	const second = edges.map((x) => a * (a + 1) / ((a + b) * (a + b + 1)) * twice.cdf(x));
	const rates = new Float64Array(values);
	for (let part = 0; part < parts; part++) {
		const mean = parts * (first[part + 1] - first[part]);
		const sd = Math.sqrt(Math.max(0, parts * (second[part + 1] - second[part]) - mean * mean));
		rates[2 * part] = Math.max(0, mean - sd);
		rates[2 * part + 1] = Math.min(1, mean + sd);
	}
	return rates;
}
/** The points and weights of the Gauss–Laguerre rule, for the mean of a smooth function of an exponential variable. */
const LAGUERRE = [
	[.322547689619392, .603154104341634],
	[1.74576110115835, .3574186924378],
	[4.53662029692113, .0388879085150054],
	[9.39507091230113, .0005392947055613]
];
/**
* The points at which the first or the last of several equal parts of an unknown is evaluated, with weights that add up to 1. In such a
* part, −ln(share × parts) is exponential, where share is the probability beyond the point.
*/
function insideEnd(end, parts) {
	return LAGUERRE.map(([depth, weight]) => {
		const share = Math.exp(-depth) / parts;
		return {
			uniform: end === "first" ? share : 1 - share,
			weight
		};
	});
}
// lib/src/risk/model/mixture.js
/** Skewness is capped at this: beyond it, the approximation is not monotone where it matters. */
const MOST_SKEW = 1.2;
/** Below this skewness, the normal distribution is used. */
const NO_SKEW = 1e-6;
/** An amount that is further from a point's mean than this many standard deviations is entirely above or below the point. */
const FAR$1 = 7;
/** A search for a quantile ends when its bounds are this close, as a share of the amount or of the standard deviation: to the last digits. */
const CLOSE = 4 * Number.EPSILON;
/** After this many steps in a row by which Newton's method does not halve the interval, the search bisects. */
const TRIES = 4;
/** More steps than any search takes: bisection alone needs about sixty. */
const MOST_STEPS$1 = 400;
/** One of this many points is enough to find where a search should start. */
const SKIPPED = 16;
/** The mixture of points that have equal weight. */
function mixtureOf(points, { normalCdf, normalQuantile }) {
	const { mean, variance, third } = sorted(points);
	const sds = variance.map((one) => one > 0 ? Math.sqrt(one) : 0);
	const prepared = {
		mean,
		sds,
		skews: third.map((one, i) => skewOf(one, sds[i])),
		luck: sds.reduce((most, sd) => Math.max(most, sd), 0),
		normalCdf
	};
	const few = once$1(() => fewOf(prepared));
	return {
		cdf: (amount) => below$1(amount, prepared)[0],
		quantile: (p, sd) => quantileOf$3({
			p,
			z: normalQuantile(p)
		}, sd, prepared, few),
		excess: (amount) => excessOver(amount, prepared)
	};
}
/** The same points, in ascending order of their means. If the points say an order (that of the draws of one volume), it is tried first. */
function sorted(points) {
	const { mean, variance, third, order } = points;
	if (mean.every((one, i) => i === 0 || one >= mean[i - 1])) return points;
	const right = order && ascends(mean, order) ? order : Uint32Array.from(mean.keys()).sort((a, b) => mean[a] - mean[b]);
	return {
		mean: inOrder$3(mean, right),
		variance: inOrder$3(variance, right),
		third: inOrder$3(third, right)
	};
}
/** Whether an order sorts the values and no other order does: no two values are equal. */
function ascends(values, order) {
	if (order.length !== values.length) return false;
	for (let i = 1; i < order.length; i++) if (!(values[order[i]] > values[order[i - 1]])) return false;
	return true;
}
function inOrder$3(values, order) {
	const ordered = new Float64Array(order.length);
	for (let i = 0; i < order.length; i++) ordered[i] = values[order[i]];
	return ordered;
}
/** How many of the sorted values are below an amount. */
function countBelow(values, amount) {
	let [low, high] = [0, values.length];
	while (low < high) {
		const middle = low + high >> 1;
		if (values[middle] < amount) low = middle + 1;
		else high = middle;
	}
	return low;
}
/**
* P(S ≤ x) and its density. NP2: Φ(−3/γ + sign(γ) √(9/γ² + 1 + 6z/γ)), with z = (x − mean) / sd and the skewness γ of the
* point.
*/
function below$1(amount, { mean, sds, skews, luck, normalCdf }) {
	const { length } = mean;
	const [from, to] = [countBelow(mean, amount - FAR$1 * luck), countBelow(mean, amount + FAR$1 * luck)];
	let [sum, density] = [from, 0];
	for (let i = from; i < length && (i < to || mean[i] === amount); i++) {
		const sd = sds[i];
		const distance = amount - mean[i];
		if (distance > FAR$1 * sd || sd === 0 && distance >= 0) {
			sum += 1;
			continue;
		}
		if (distance < -7 * sd || sd === 0) continue;
		const skew = skews[i];
		let [z, slope] = [distance / sd, 1 / sd];
		if (skew !== 0) {
			const a = 3 / skew;
			const inside = a * a + 1 + 2 * a * z;
			if (inside <= 0) {
				if (skew < 0) sum += 1;
				continue;
			}
			const root = Math.sqrt(inside);
			z = skew > 0 ? root - a : -root - a;
			slope *= Math.abs(a) / root;
		}
		sum += normalCdf(z);
		density += slope * Math.exp(-z * z / 2);
	}
	return [sum / length, density / (length * Math.sqrt(2 * Math.PI))];
}
/**
* With one point, the quantile is the inverse of NP2: mean + sd (z + γ (z² − 1) / 6), where z is the normal quantile of p. Without job
* luck, the distribution is a staircase, and the quantile is one of its steps. Else it is searched for, starting near that step.
*/
function quantileOf$3({ p, z }, sd, prepared, fewOfAll) {
	const { mean, sds, skews, luck } = prepared;
	const { length } = mean;
	if (length === 1) return mean[0] + sds[0] * (z + skews[0] * (z * z - 1) / 6);
	const step = mean[Math.min(length - 1, Math.max(0, Math.ceil(p * length - 1e-9) - 1))];
	if (luck <= 1e-9 * sd) return step;
	const near = step + z * luck * luck / (2 * sd);
	const few = fewOfAll();
	return searched(p, {
		sd,
		start: few ? searched(p, {
			sd,
			start: near,
			close: NEAR_BY
		}, few) : near,
		close: CLOSE
	}, prepared);
}
/** The precision of the search among a few of the points, which finds the start of the search among all of them. */
const NEAR_BY = .001;
/** A few of the points, evenly spread over all of them; null if there are few already. */
function fewOf(all) {
	const length = Math.floor(all.mean.length / SKIPPED);
	if (length < SKIPPED) return null;
	const some = (values) => Float64Array.from({ length }, (_, i) => values[i * SKIPPED + SKIPPED / 2]);
	return {
		...all,
		mean: some(all.mean),
		sds: some(all.sds),
		skews: some(all.skews)
	};
}
/**
* The least amount x with P(S ≤ x) ≥ p. The search keeps a bound on each side of it and moves them together: by Newton's method
* while it converges, else by bisection. The density has peaks, and beside a peak a step of Newton's method is much too short.
*/
function searched(p, { sd, start, close: apart }, prepared) {
	let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
	let [x, width, tries] = [
		start,
		Number.POSITIVE_INFINITY,
		0
	];
	let stride = apart * sd;
	for (let i = 0; i < MOST_STEPS$1; i++) {
		const [share, density] = below$1(x, prepared);
		if (share < p) low = x;
		else high = x;
		const close = apart * Math.max(sd, Math.abs(x));
		if (high - low <= close) return high;
		const newton = (p - share) / density;
		if (high - low === Number.POSITIVE_INFINITY) {
			x += (share < p ? 1 : -1) * Math.min(Math.max(sd, prepared.luck), Math.max(Math.abs(newton) || 0, stride));
			stride *= 8;
			continue;
		}
		tries = high - low > width / 2 ? tries + 1 : 0;
		width = high - low;
		const next = x + newton + (share < p ? .45 : -.45) * close;
		x = tries < TRIES && next > low && next < high ? next : (low + high) / 2;
		if (x === low || x === high) return high;
	}
	return high;
}
/** E[(S − x)⁺], with a normal distribution at each point: (m − x) Φ(d) + s φ(d), where m is the mean, s the sd and d = (m − x) / s. */
function excessOver(amount, { mean, sds, normalCdf }) {
	let sum = 0;
	for (let i = 0; i < mean.length; i++) {
		const sd = sds[i];
		const over = mean[i] - amount;
		if (sd === 0) sum += Math.max(0, over);
		else sum += over * normalCdf(over / sd) + sd * Math.exp(-((over / sd) ** 2) / 2) / Math.sqrt(2 * Math.PI);
	}
	return sum / mean.length;
}
function skewOf(third, sd) {
	const cube = sd ** 3;
	if (cube === 0) return 0;
	const skew = Math.max(-1.2, Math.min(MOST_SKEW, third / cube));
	return Math.abs(skew) < NO_SKEW ? 0 : skew;
}
// lib/src/risk/model/order.js
/** Months sorted by the values of their points: by the first point of the mean that differs, then of the variance, then of the third moment. */
function inOneOrder(months) {
	return months.length < 2 ? months : months.toSorted(byValue);
}
/** Compares two months by their points, for a sort. */
function byValue(a, b) {
	return compareValues(a.mean, b.mean) || compareValues(a.variance, b.variance) || compareValues(a.third, b.third);
}
function compareValues(a, b) {
	if (a.length !== b.length) return a.length - b.length;
	for (let i = 0; i < a.length; i++) {
		const difference = a[i] - b[i];
		if (difference !== 0) return difference;
	}
	return 0;
}
// lib/src/risk/model/points.js
/** Points that all cost 0. */
function noPoints(length) {
	return {
		mean: new Float64Array(length),
		variance: new Float64Array(length),
		third: new Float64Array(length)
	};
}
/** Cumulants as one point. */
function asOne([mean, variance, third]) {
	return {
		mean: Float64Array.of(mean),
		variance: Float64Array.of(variance),
		third: Float64Array.of(third)
	};
}
/**
* Points whose cumulants over all points are known by formula. In a sum of many workloads, only a few are asked for more, so the points
* themselves are computed on first use.
*/
function onFirstUse(compute, byFormula) {
	const points = once$1(compute);
	return {
		get mean() {
			return points().mean;
		},
		get variance() {
			return points().variance;
		},
		get third() {
			return points().third;
		},
		get order() {
			return points().order;
		},
		byFormula
	};
}
/** What formulas say of months that share one volume; null if any has none, or if the volumes differ in their shape. */
function sharedByFormula(months) {
	const all = months.flatMap(({ byFormula }) => byFormula ?? []);
	const [first] = all;
	return first && all.length === months.length && all.every(({ shape }) => shape === first.shape) ? all : null;
}
/**
* The cumulants of the sum of months whose volumes rise and fall together. Given the volume X, which has the mean 0, the standard deviation 1
* and the skewness γ, the sum has the mean M + S X, the variance V + W X and the third central moment T: the sums of `mean`, `sd`, `luck` and
* `sdOfLuck`. Over all X, the variance is V + S², and the third central moment T + 3 S W + S³ γ. Two months with sd 30 and no luck have the sd 60.
*/
function cumulantsByFormula(months) {
	const sum = (of) => sumInOneOrder(months.map(of));
	const [sd, sdOfLuck] = [sum((month) => month.sd), sum((month) => month.sdOfLuck)];
	const skewness = Math.min(...months.map((month) => month.skewness));
	const third = sum(({ luck }) => luck[1]) + 3 * sd * sdOfLuck + sd ** 3 * skewness;
	return [
		sum(({ mean }) => mean),
		sum(({ luck }) => luck[0]) + sd * sd,
		third
	];
}
/** The sum of months that share one unknown. What they vary by within points is added to its variance and its third moment. */
function withVariationWithin({ mean, variance, third }, months) {
	const some = months.flatMap(({ within }) => within ?? []);
	if (some.length === 0) return {
		mean,
		variance,
		third
	};
	const at = (of, point) => some.reduce((sum, within) => sum + within[of][point], 0);
	return {
		mean,
		variance: variance.map((one, point) => one + at("sd", point) ** 2),
		third: third.map((one, point) => one + at("cubeRoot", point) ** 3)
	};
}
// lib/src/risk/model/total-distribution.js
/** The sorted points of group k are read in steps of MULTIPLIER^k, modulo 1,024 (a Korobov lattice rule), so that the groups are independent. */
const MULTIPLIER = 237;
/**
* How many groups are added up draw by draw: the ones with the largest variance. The sum of all others is close to normal, so its
* cumulants are enough. 1,024 points cannot fill more dimensions, and would correlate groups that share nothing.
*/
const PAIRED$1 = 3;
/**
* The distribution of the sum of workloads. Workloads that share an unknown form a group, and are added up draw by draw. Groups are
* independent: their variances add up, and the draws of the widest groups are combined in different orders. Each figure is computed
* on first use, because most reports show one quantile of a total and none of a single workload. Where formulas give the cumulants of a
* group, it is drawn only if it is one of the widest: a thousand workloads with a volume of their own need not be drawn.
*/
function totalDistributionOf(members, distributions) {
	return new SumOfWorkloads(members, distributions);
}
/** A class, because a thousand workloads have a distribution each, and one object is smaller than a function for every figure. */
var SumOfWorkloads = class {
	members;
	distributions;
	groups = null;
	mixture = null;
	constructor(members, distributions) {
		this.members = members;
		this.distributions = distributions;
	}
	get mean() {
		return this.inGroups().reduce((sum, { cumulants }) => sum + cumulants[0], 0);
	}
	get sd() {
		return Math.sqrt(this.inGroups().reduce((sum, { cumulants }) => sum + cumulants[1], 0));
	}
	quantile(p) {
		const month = this.exactly();
		if (month) return quantileOf$2(month, p);
		const amount = this.mixed().quantile(p, this.sd);
		const step = this.step();
		return step === null ? amount : step * Math.ceil(amount / step - .5);
	}
	above(amount) {
		const month = this.exactly();
		if (month) return 1 - shareUpTo(month, amount);
		const step = this.step();
		return 1 - this.mixed().cdf(step === null ? amount : step * (Math.floor(amount / step + 1e-9) + .5));
	}
	excess(amount) {
		const month = this.exactly();
		return month ? excessOf(month, amount) : this.mixed().excess(amount);
	}
	inGroups() {
		this.groups ??= inOrder$2(grouped(this.members).map((group) => pointsOf(group, this.distributions)).map((points) => ({
			points,
			cumulants: points.byFormula ? cumulantsByFormula(points.byFormula) : overall(points)
		})));
		return this.groups;
	}
	mixed() {
		this.mixture ??= mixtureOf(paired(this.inGroups()), this.distributions);
		return this.mixture;
	}
	/** For a small month, quantiles and chances come from the exact chance of every amount. */
	exactly() {
		const [only] = this.members;
		return only && this.members.length === 1 ? only.exact() : null;
	}
	/** If every amount is a multiple of one amount, that amount; null if not, or if nothing is uncertain. */
	step() {
		const [only] = this.members;
		return only && this.members.length === 1 && only.lattice !== null && this.sd > 0 ? only.lattice : null;
	}
};
/** The distribution of a month plus a certain amount: it is moved by the amount, and is not wider. */
function shifted(total, by) {
	return {
		get mean() {
			return total.mean + by;
		},
		get sd() {
			return total.sd;
		},
		quantile: (p) => total.quantile(p) + by,
		above: (amount) => total.above(amount - by),
		excess: (amount) => total.excess(amount - by)
	};
}
/**
* The groups in descending order of their variance, so that neither the order nor the names of workloads decide which draws are combined.
* Most groups differ in it, so their points need not be compared.
*/
function inOrder$2(groups) {
	return groups.toSorted(({ points: a, cumulants: [meanOfA, varianceOfA, thirdOfA] }, { points: b, cumulants: [meanOfB, varianceOfB, thirdOfB] }) => {
		return varianceOfB - varianceOfA || meanOfB - meanOfA || thirdOfB - thirdOfA || byValue(a, b);
	});
}
/** Whether a group has a point for each draw. Only draws have cumulants that are known without the points. */
function isDrawn({ points }) {
	return points.byFormula !== void 0 || points.mean.length > 1;
}
/** Groups of workloads that share an unknown, directly or through others. Workloads that depend on no unknown form one group. */
function grouped(members) {
	const alone = members.filter(({ variables }) => variables.length === 0);
	const groupOf = /* @__PURE__ */ new Map();
	for (const member of members) {
		if (member.variables.length === 0) continue;
		const [largest = {
			names: [],
			members: []
		}, ...others] = [...new Set(member.variables.flatMap((name) => groupOf.get(name) ?? []))].sort((a, b) => b.members.length + b.names.length - a.members.length - a.names.length);
		for (const { names, members: moved } of others) {
			for (const name of names) addName(name, largest, groupOf);
			for (const one of moved) largest.members.push(one);
		}
		for (const name of member.variables) if (groupOf.get(name) !== largest) addName(name, largest, groupOf);
		largest.members.push(member);
	}
	return [...alone.length > 0 ? [alone] : [], ...[...new Set(groupOf.values())].map((group) => group.members)];
}
function addName(name, group, groupOf) {
	groupOf.set(name, group);
	group.names.push(name);
}
/** The cumulants of a group at each draw of its unknowns. */
function pointsOf(members, distributions) {
	const unknowns = new Map(members.map(({ variables }) => [variables.join(), variables]));
	const names = [...new Set([...unknowns.keys()].sort().flatMap((joined) => unknowns.get(joined) ?? []))];
	const isOfRates = hasMesh(names.length) && members.every(({ rates, variables }) => rates === variables.length);
	const unknown = (name) => (isOfRates ? meshOf : drawsOf)(names.indexOf(name), names.length, distributions);
	const months = members.map((member) => member.points(member.variables.map(unknown)));
	const [only] = months;
	if (only && months.length === 1) return only.within ? withVariationWithin(only, months) : only;
	const summed = () => {
		const sum = noPoints(names.length === 0 ? 1 : POINTS);
		const ordered = inOneOrder(months);
		for (const points of ordered) add$1(sum, points, 1);
		return withVariationWithin(sum, ordered);
	};
	const byFormula = sharedByFormula(months);
	return byFormula ? onFirstUse(summed, byFormula) : summed();
}
/** One list of points for all groups together; the groups come in descending order of their variance. */
function paired(groups) {
	const [only] = groups;
	if (only && groups.length === 1) return only.points;
	const uncertain = groups.filter(isDrawn);
	const sum = noPoints(uncertain.length === 0 ? 1 : POINTS);
	let order = 1;
	for (const { points } of uncertain.slice(0, PAIRED$1)) {
		add$1(sum, uncertain.length === 1 ? points : sorted(points), order);
		order = order * MULTIPLIER % POINTS;
	}
	const others = noPoints(1);
	for (const { cumulants } of [...uncertain.slice(PAIRED$1), ...groups.filter((one) => !isDrawn(one))]) add$1(others, asOne(cumulants), 1);
	add$1(sum, others, 1);
	return sum;
}
/** Adds the points of a group to the sum, in steps of `order`. A group of one point is added to all points. */
function add$1(sum, { mean, variance, third }, order) {
	const { length } = mean;
	for (let point = 0; point < sum.mean.length; point++) {
		const from = length === 1 ? 0 : point * order % length;
		sum.mean[point] = sum.mean[point] + mean[from];
		sum.variance[point] = sum.variance[point] + variance[from];
		sum.third[point] = sum.third[point] + third[from];
	}
}
/** The mean, the variance and the third central moment of the month over all points, computed once. */
const known$5 = /* @__PURE__ */ new WeakMap();
/** The cumulants over all points, from job luck within points and differences between points: the law of total cumulance. */
function overall(points) {
	const found = known$5.get(points);
	if (found) return found;
	const { mean, variance, third } = points;
	const { length } = mean;
	let middle = 0;
	for (let point = 0; point < length; point++) middle += mean[point];
	middle /= length;
	let [within, between, skewed] = [
		0,
		0,
		0
	];
	for (let point = 0; point < length; point++) {
		const apart = mean[point] - middle;
		within += variance[point];
		between += apart * apart;
		skewed += third[point] + apart * (3 * variance[point] + apart * apart);
	}
	const worked = [
		middle,
		Math.max(0, within / length + between / length),
		skewed / length
	];
	known$5.set(points, worked);
	return worked;
}
/** The rounding error of a sum of chances. */
const ROUNDING$1 = 1e-12;
function quantileOf$2({ step, from, upTo }, p) {
	return step * (from + upTo.findIndex((share) => share >= p - ROUNDING$1));
}
function shareUpTo({ step, from, upTo }, amount) {
	const k = Math.floor(amount / step + 1e-9) - from;
	return k < 0 ? 0 : k >= upTo.length ? 1 : upTo[k];
}
function excessOf({ step, from, upTo }, amount) {
	return upTo.reduce((sum, share, k) => sum + (share - (upTo[k - 1] ?? 0)) * Math.max(0, step * (from + k) - amount), 0);
}
// lib/src/risk/model/attempt.js
/**
* Adds up every way that one submission can go. Each outcome (success, or a kind of failure) has three cases: the client sees
* the job end; the client's patience ends first; the job ends unseen, because the webhook was lost. Each case has a chance, a
* cost, and what the client does next.
*
* A job of $2 always succeeds, and 5% of jobs outlast the timeout and are submitted again: 0.95 jobs are delivered, 0.05 are
* retried, and both are billed. `abandoned` is then 0.05 job prices, and `duplicates` 0.05 jobs.
*/
function attempt(outcomes, watching) {
	const { requests, whenLate, cancel, unseen, ackLoss, jobPrice, statusPrice } = watching;
	const [done] = requests.seen;
	const late = 1 - done;
	const result = {
		last: [
			0,
			0,
			0,
			0
		],
		retry: [
			0,
			0,
			0,
			0
		],
		delivered: [
			0,
			0,
			0,
			0
		],
		failed: 0,
		abandoned: 0,
		duplicates: 0,
		polls: 0
	};
	const bill = [
		0,
		0,
		0,
		0
	];
	const cost = {
		bill: 0,
		price: statusPrice
	};
	const cell = (chance, billed, asked, next) => {
		cost.bill = billed * jobPrice;
		addCost(next === "retry" ? result.retry : result.last, chance, cost, asked);
		if (next === "delivered") addCost(result.delivered, chance, cost, asked);
		result.polls += chance * asked[1];
	};
	const lateAsked = timesOf(late, requests.running);
	const unseenAsked = timesOf(done, 0);
	for (const { chance, billed, retry, delivers, instant } of outcomes) {
		if (chance === 0) continue;
		for (let power = 0; power < 4; power++) bill[power] += chance * (billed * jobPrice) ** power;
		const next = delivers ? "delivered" : retry ? "retry" : "stop";
		if (instant) {
			cell(chance, billed, ONCE, next);
			if (!delivers) result.failed += chance * billed;
			continue;
		}
		cell(chance * (1 - unseen), billed, requests.seen, next);
		if (!delivers) result.failed += chance * (1 - unseen) * done * billed;
		if (unseen > 0) {
			cell(chance * unseen, billed, unseenAsked, whenLate);
			result.abandoned += chance * unseen * done * billed;
			result.duplicates += chance * unseen * done;
		}
		if (late === 0) continue;
		const success = cancel?.success ?? 0;
		if (cancel && success > 0) {
			cell(chance * success, cancel.billed, lateAsked, whenLate);
			result.failed += chance * late * success * cancel.billed;
		}
		cell(chance * (1 - success), billed, lateAsked, whenLate);
		result.abandoned += chance * late * (1 - success) * billed;
		result.duplicates += chance * late * (1 - success);
	}
	if (ackLoss > 0) withGhosts(result, bill, ackLoss, jobPrice);
	return result;
}
/** Moments of the number of status requests if there are none: the event is certain, and the number is 0. */
const ONCE = [
	1,
	0,
	0,
	0
];
/** Moments of a fixed number of requests on an event: 3 requests on an event of chance 0.1 give [0.1, 0.3, 0.9, 2.7]. */
function timesOf(chance, count) {
	return [
		chance,
		chance * count,
		chance * count ** 2,
		chance * count ** 3
	];
}
/**
* Adds the moments of bill + price × n to the sums, by the binomial formula. n is the number of status requests, with the moments
* n[0]–n[3] on an event. A bill of $2 and exactly 10 requests at $0.01 on an event of chance 0.5 add 0.5 × 2.1 = 1.05 to the mean.
*/
function addCost(sums, chance, { bill, price }, n) {
	const n0 = n[0];
	const p1 = price * n[1];
	const p2 = price * price * n[2];
	const p3 = price * price * price * n[3];
	sums[0] += chance * n0;
	sums[1] += chance * (bill * n0 + p1);
	sums[2] += chance * (bill * bill * n0 + 2 * bill * p1 + p2);
	sums[3] += chance * (bill * bill * bill * n0 + 3 * bill * bill * p1 + 3 * bill * p2 + p3);
}
/**
* Adds the jobs whose acknowledgement was lost: the provider accepted the job, the client did not learn of it, and submitted again.
* Their number is geometric with the mean θ = loss / (1 − loss): a loss of 20% adds 0.25 jobs. Each of them is billed by its own
* outcome. Their number does not depend on how the acknowledged job ends. x1–x3 are the moments of their total cost, which is
* added to the cost on each event.
*/
function withGhosts(result, [, b1, b2, b3], loss, jobPrice) {
	const theta = loss / (1 - loss);
	const x1 = theta * b1;
	const x2 = theta * b2 + 2 * theta ** 2 * b1 ** 2;
	const x3 = theta * b3 + 6 * theta ** 2 * b1 * b2 + 6 * theta ** 3 * b1 ** 3;
	for (const sums of [
		result.last,
		result.retry,
		result.delivered
	]) {
		const [c0, c1, c2, c3] = sums;
		sums[1] = c1 + c0 * x1;
		sums[2] = c2 + 2 * c1 * x1 + c0 * x2;
		sums[3] = c3 + 3 * c2 * x1 + 3 * c1 * x2 + c0 * x3;
	}
	result.abandoned += jobPrice === 0 ? 0 : x1 / jobPrice;
	result.duplicates += theta;
}
// lib/src/risk/model/unit.js
/** The take and the clip of each process at the declared chances, computed once. */
const declaredUnits = /* @__PURE__ */ new WeakMap();
/** The cost and the counts of one take and of one clip wanted, at given chances of failure. */
function unitOf$1(process, chances) {
	if (chances !== process.first) return workUnitOut(process, chances);
	const unit = declaredUnits.get(process) ?? workUnitOut(process, chances);
	declaredUnits.set(process, unit);
	return unit;
}
function workUnitOut(process, chances) {
	const worse = process.later(chances);
	const [first, later] = [outcomesOf(chances, process), worse === chances ? null : outcomesOf(worse, process)];
	const takes = process.luck.map(({ weight, requests }) => {
		const watching = {
			...process.watching,
			requests
		};
		const one = attempt(first, watching);
		return {
			weight,
			take: take(one, later ? attempt(later, watching) : one, process.attempts)
		};
	});
	const withClips = (of) => mixed(takes.map(({ weight, take: one }) => ({
		weight,
		take: one,
		clip: clip(one, of)
	})));
	if (process.clipsPerJob === 1) return withClips(process.takes);
	const { take: mean } = withClips(1);
	return {
		take: mean,
		clip: clip(mean, process.takes, process.clipsPerJob)
	};
}
// lib/src/risk/model/clip-costs.js
/**
* The price of one job at each draw.
* @param clips the workload's own clips at each draw
* @param drawsOf the draws of another workload's volume
*/
function pricesInTiers({ price, perClip, fixed, others }, clips, drawsOf, distributions) {
	const jobs = clips.map((wanted) => fixed + wanted * perClip);
	for (const other of others) {
		const more = other.jobs(drawsOf(other.variable), distributions);
		for (let point = 0; point < jobs.length; point++) jobs[point] = jobs[point] + more[point];
	}
	return jobs.map(price);
}
/**
* The cost of one clip at each draw, at the price of the volume tier that the draw reaches. There are few tiers, so each is computed once.
* @param prices the price of one job at each draw
* @param costs the cost of one clip at each draw, for a process with that price
*/
function inTiers(prices, process, costs) {
	const all = noPoints(prices.length);
	for (const jobPrice of new Set(prices)) {
		const tier = costs({
			...process,
			watching: {
				...process.watching,
				jobPrice
			}
		});
		for (let point = 0; point < prices.length; point++) {
			if (prices[point] !== jobPrice) continue;
			all.mean[point] = tier.mean[point];
			all.variance[point] = tier.variance[point];
			all.third[point] = tier.third[point];
		}
	}
	return all;
}
/**
* The cost of one clip at each draw of the rates. With a single rate, the cost is a smooth function of it: it is computed at some
* rates and interpolated. With several rates, it is computed at every draw.
*/
function costsAt(draws, process, rates, distributions) {
	const length = draws[0]?.uniform.length ?? 1;
	const [only] = rates;
	const costAt = (values) => unitOf$1(process, withRates(values, process, rates)).clip.cost;
	if (!only) {
		const costs = noPoints(length);
		const [mean, variance, third] = unitOf$1(process, process.first).clip.cost;
		costs.mean.fill(mean);
		costs.variance.fill(variance);
		costs.third.fill(third);
		return costs;
	}
	if (rates.length === 1) return alongRate(draws[0], only, (rate) => costAt([rate]), distributions);
	const values = rates.map((rate, i) => ratesAt(draws[i], rate, distributions));
	const costs = noPoints(length);
	for (let point = 0; point < length; point++) {
		const [mean, variance, third] = costAt(values.map((value) => value[point]));
		costs.mean[point] = mean;
		costs.variance[point] = variance;
		costs.third[point] = third;
	}
	return costs;
}
/**
* The jobs submitted for one clip at each draw of the rates, as a multiple of those at the declared rates; null without counted rates. With
* one retry and a declared rate of 5%, a clip takes 1.05 jobs. A draw of 20% takes 1.2, so its multiple is 1.14.
*/
function jobsAt(draws, process, rates, distributions) {
	const [only] = rates;
	if (!only) return null;
	const jobsOf = (chances) => {
		const { take, clip } = unitOf$1(process, chances);
		return clip.takes * take.attempts;
	};
	const declared = jobsOf(process.first);
	const at = (values) => jobsOf(withRates(values, process, rates)) / declared;
	if (rates.length === 1) {
		const quantile = quantileOf$1(only, distributions);
		return through(draws[0], (share) => at([quantile(share)]), distributions);
	}
	const values = rates.map((rate, i) => ratesAt(draws[i], rate, distributions));
	return Float64Array.from(values[0], (_, point) => at(values.map((value) => value[point])));
}
/** The values of one of several rates, point by point. */
function ratesAt(draws, rate, distributions) {
	const { mesh, uniform } = draws;
	if (!mesh) return through(draws, quantileOf$1(rate, distributions), distributions);
	const values = valuesOfRate(rate, mesh.values, distributions);
	return Float64Array.from(uniform, (_, point) => values[mesh.value[point]]);
}
function quantileOf$1({ k, n }, { betaOf }) {
	return betaOf(k + .5, n - k + .5).quantile;
}
/**
* The cost of one clip along one rate, which is either drawn or divided into equal parts. If it is divided, `within` says how much
* the mean varies within each part, and the first and the last part are integrated in more detail.
*/
function alongRate(draws, rate, costOf, distributions) {
	const quantile = quantileOf$1(rate, distributions);
	const at = (share) => costOf(quantile(share));
	const [middles, variance, third] = alongCurve(draws, at, distributions);
	const parts = draws.mesh?.values;
	if (parts !== middles.length) return {
		mean: middles,
		variance,
		third
	};
	const mean = middles.slice();
	const within = {
		sd: new Float64Array(parts),
		cubeRoot: new Float64Array(parts)
	};
	for (let part = 1; part < parts - 1; part++) {
		const [before, here, after] = [
			middles[part - 1],
			middles[part],
			middles[part + 1]
		];
		mean[part] = here + (before - 2 * here + after) / 24;
		within.sd[part] = (after - before) / 2 / Math.sqrt(12);
	}
	for (const [end, part] of [["first", 0], ["last", parts - 1]]) {
		const some = insideEnd(end, parts).map(({ uniform, weight }) => ({
			cost: at(uniform),
			weight
		}));
		const average = (of) => some.reduce((sum, { cost, weight }) => sum + weight * of(cost), 0);
		const middle = average(([m]) => m);
		mean[part] = middle;
		variance[part] = average(([, s2]) => s2);
		third[part] = average(([m, s2, k3]) => k3 + 3 * (m - middle) * s2);
		const rises = middles[parts - 1] > middles[0];
		within.sd[part] = (rises ? 1 : -1) * Math.sqrt(average(([m]) => (m - middle) ** 2));
		within.cubeRoot[part] = Math.cbrt(average(([m]) => (m - middle) ** 3));
	}
	return {
		mean,
		variance,
		third,
		within
	};
}
/** The chances of all failures, with these values for the rates that have evidence. */
function withRates(values, { first }, rates) {
	const chances = { ...first };
	rates.forEach(({ failure }, i) => {
		chances[failure] = values[i];
	});
	return capped(chances);
}
// lib/src/risk/model/waves.js
/** A wave of zeros, to add to. `size`: the number of amounts, an even number; a power of two for `chancesIn`. */
function noWave(size) {
	return {
		re: new Float64Array(size / 2 + 1),
		im: new Float64Array(size / 2 + 1)
	};
}
/** Adds `factor` × a × b to `sum`, in place. */
function addProduct(sum, a, b, factor = 1) {
	for (let m = 0; m < sum.re.length; m++) {
		const [x, y, u, v] = [
			a.re[m],
			a.im[m],
			b.re[m],
			b.im[m]
		];
		sum.re[m] = sum.re[m] + factor * (x * u - y * v);
		sum.im[m] = sum.im[m] + factor * (x * v + y * u);
	}
	return sum;
}
/** Adds `factor` × `one` to `sum`, in place. */
function addScaled(sum, one, factor) {
	for (let m = 0; m < sum.re.length; m++) {
		sum.re[m] = sum.re[m] + factor * one.re[m];
		sum.im[m] = sum.im[m] + factor * one.im[m];
	}
	return sum;
}
/** Adds the alternative of exactly this many units, with its chance. */
function addUnits(sum, units, chance) {
	const size = 2 * (sum.re.length - 1);
	for (let m = 0; m < sum.re.length; m++) {
		const angle = 2 * Math.PI * (units * m % size) / size;
		sum.re[m] = sum.re[m] + chance * Math.cos(angle);
		sum.im[m] = sum.im[m] + chance * Math.sin(angle);
	}
	return sum;
}
/** The sum of `count` independent copies, with `count` a whole number. */
function power(one, count) {
	const size = 2 * (one.re.length - 1);
	let result = addUnits(noWave(size), 0, 1);
	let square = one;
	for (let left = count; left > 0; left = Math.floor(left / 2)) {
		if (left % 2 === 1) result = addProduct(noWave(size), result, square);
		if (left > 1) square = addProduct(noWave(size), square, square);
	}
	return result;
}
/** The sum of a Poisson number of independent copies: exp(mean × (wave − 1)). */
function compound(one, mean) {
	const result = noWave(2 * (one.re.length - 1));
	for (let m = 0; m < one.re.length; m++) {
		const [length, angle] = [Math.exp(mean * (one.re[m] - 1)), mean * one.im[m]];
		result.re[m] = length * Math.cos(angle);
		result.im[m] = length * Math.sin(angle);
	}
	return result;
}
/** The sum of a geometric number of independent copies, where `chance` is that of one more: (1 − chance) / (1 − chance × wave). */
function geometric(one, chance) {
	const result = noWave(2 * (one.re.length - 1));
	for (let m = 0; m < one.re.length; m++) {
		const [x, y] = [1 - chance * one.re[m], -chance * one.im[m]];
		const scale = (1 - chance) / (x * x + y * y);
		result.re[m] = scale * x;
		result.im[m] = -scale * y;
	}
	return result;
}
/** The chance of each number of units from 0 to size − 1, by the inverse Fourier transform. A larger number counts at its remainder modulo `size`. */
function chancesIn({ re, im }) {
	const half = re.length - 1;
	const size = 2 * half;
	const [cosines, sines] = [new Float64Array(size), new Float64Array(size)];
	for (let m = 0; m < size; m++) [cosines[m], sines[m]] = [Math.cos(2 * Math.PI * m / size), Math.sin(2 * Math.PI * m / size)];
	const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
	for (let m = 0; m <= half; m++) {
		[real[m], imaginary[m]] = [re[m], im[m]];
		if (m > 0 && m < half) [real[size - m], imaginary[size - m]] = [re[m], -im[m]];
	}
	transform(real, imaginary, cosines, sines);
	return real.map((chance) => Math.max(0, chance / size));
}
/** The fast Fourier transform (Cooley and Tukey 1965), in place. The number of values is a power of two. */
function transform(re, im, cosines, sines) {
	const size = re.length;
	for (let i = 1, j = 0; i < size; i++) {
		let bit = size >> 1;
		for (; j & bit; bit >>= 1) j ^= bit;
		j ^= bit;
		if (i < j) {
			[re[i], re[j]] = [re[j], re[i]];
			[im[i], im[j]] = [im[j], im[i]];
		}
	}
	for (let span = 2; span <= size; span *= 2) for (let start = 0; start < size; start += span) for (let k = 0; k < span / 2; k++) {
		const at = k * size / span;
		const [c, s] = [cosines[at], -sines[at]];
		const [a, b] = [start + k, start + k + span / 2];
		const [x, y] = [re[b] * c - im[b] * s, re[b] * s + im[b] * c];
		[re[b], im[b]] = [re[a] - x, im[a] - y];
		[re[a], im[a]] = [re[a] + x, im[a] + y];
	}
}
// lib/src/risk/model/exact-month.js
/** With fewer clips than this, the possible amounts of a month are far apart, so their chances are enumerated. */
const FEW_CLIPS = 12;
/** A month with more skewness than this is far from normal, so it is enumerated too. For all others, three moments give chances to within a few thousandths. */
const SKEWED = .4;
/** A month with more possible amounts than this is not enumerated. */
const MOST_AMOUNTS = 1024;
/** The most work for one month: amounts × values of the luck that the attempts of a request share. */
const MOST_WORK = 1e5;
/** The width of the amounts that are enumerated, in standard deviations. The month lies outside them with a chance of about 1e-20. */
const WIDTH = 24;
/**
* The exact chance of every amount of a small month. Five clips cost $1 each, and one in ten fails and is not billed: the month costs
* $5 with a chance of 0.9⁵ = 59%. With so few jobs, an approximation by three moments is off by several percent.
* @param step the amount that every bill is a multiple of, in the reporting currency
* @param cumulants of the cost of one clip wanted
* @returns null if three moments are accurate enough, or if the month has too many amounts
*/
function exactMonth(process, demand, step, [mean, variance, third]) {
	const { mean: clips, poisson } = demand;
	const { watching, luck, takes, attempts } = process;
	const deviation = Math.sqrt(clips * (variance + (poisson ? mean * mean : 0)));
	const skewness = clips * (third + (poisson ? mean * (3 * variance + mean * mean) : 0)) / deviation ** 3;
	if (!(deviation > 1e-7 * clips * mean) || clips >= FEW_CLIPS && Math.abs(skewness) <= SKEWED) return null;
	const sd = deviation / step;
	const longest = attempts * mostJobs(takes) * (watching.jobPrice / step);
	const size = 2 ** Math.ceil(Math.log2(Math.max(64, WIDTH * sd + 4 * longest)));
	if (!(size <= MOST_AMOUNTS) || size * luck.length > MOST_WORK) return null;
	const clip = noWave(size);
	for (const { weight, requests } of luck) addScaled(clip, clipWave(process, {
		watching: {
			...watching,
			requests
		},
		step,
		size
	}), weight);
	const chances = chancesIn(poisson ? compound(clip, clips) : power(clip, clips));
	const from = Math.max(0, Math.floor(clips * mean / step - size / 2));
	const upTo = new Float64Array(size);
	let sum = 0;
	for (let k = 0; k < size; k++) {
		sum += chances[(from + k) % size];
		upTo[k] = Math.min(1, sum);
	}
	return {
		step,
		from,
		upTo
	};
}
function mostJobs(takes) {
	return typeof takes === "number" ? Math.ceil(takes) : takes.max;
}
function submission(process, chances, { watching, step, size }) {
	const { requests, whenLate, cancel, unseen, ackLoss, jobPrice } = watching;
	const [done] = requests.seen;
	const unwatched = 1 - done * (1 - unseen);
	const cancelled = cancel ? (1 - done) * cancel.success : 0;
	const all = {
		last: noWave(size),
		retry: noWave(size),
		delivered: noWave(size)
	};
	const bills = noWave(size);
	const late = whenLate === "retry" ? all.retry : all.last;
	for (const { chance, billed, retry, delivers, instant } of outcomesOf(chances, process)) {
		if (chance === 0) continue;
		const units = unitsOf(billed, jobPrice, step);
		addUnits(bills, units, chance);
		const seen = instant ? chance : chance * done * (1 - unseen);
		addUnits(!delivers && retry ? all.retry : all.last, units, seen);
		if (delivers) addUnits(all.delivered, units, seen);
		if (instant) continue;
		if (unwatched > 0) addUnits(late, units, chance * (unwatched - cancelled));
		if (cancel && cancelled > 0) addUnits(late, unitsOf(cancel.billed, jobPrice, step), chance * cancelled);
	}
	if (ackLoss === 0) return all;
	const ghosts = geometric(bills, ackLoss);
	const and = (wave) => addProduct(noWave(size), wave, ghosts);
	return {
		last: and(all.last),
		retry: and(all.retry),
		delivered: and(all.delivered)
	};
}
function unitsOf(share, jobPrice, step) {
	return Math.round(share * jobPrice / step);
}
/** What one clip wanted bills, with all its takes and their attempts, as a wave. */
function clipWave(process, scale) {
	const { first, takes, attempts } = process;
	const { size } = scale;
	const worse = process.later(first);
	const one = submission(process, first, scale);
	const later = worse === first ? one : submission(process, worse, scale);
	let cost = addUnits(noWave(size), 0, 1);
	let delivered = noWave(size);
	for (let left = attempts; left > 0; left--) {
		const next = left === 1 ? one : later;
		delivered = addProduct(addScaled(noWave(size), next.delivered, 1), next.retry, delivered);
		cost = addProduct(addScaled(noWave(size), next.last, 1), next.retry, cost);
	}
	if (typeof takes === "number") {
		const whole = power(cost, Math.floor(takes));
		const share = takes - Math.floor(takes);
		return share === 0 ? whole : addProduct(addScaled(noWave(size), whole, 1 - share), whole, cost, share);
	}
	const kept = addScaled(noWave(size), delivered, takes.acceptance);
	const discarded = addScaled(addScaled(noWave(size), cost, 1), kept, -1);
	let clip = addUnits(noWave(size), 0, 1);
	for (let left = takes.max; left > 0; left--) clip = addProduct(addScaled(noWave(size), kept, 1), discarded, clip);
	return clip;
}
// lib/src/risk/model/lattice.js
/** Billed shares are rounded to six decimals. */
const DECIMALS = 1e6;
/**
* The step of a month: every possible amount is a multiple of it. It is the job price × the greatest common divisor of the shares
* that a job can bill. A job of $2 bills 100% for a success and 60% for a failure, which is $2 or $1.20: the step is 20%, $0.40.
* @returns the step in the reporting currency. Null if the number of clips need not be whole, if a job makes several clips, if
* status requests cost money, if jobs are free, or if the step is below 0.1% of the job price
*/
function latticeOf({ possible, billed, watching }, { whole }, clipsPerJob) {
	const { jobPrice, statusPrice, cancel, requests } = watching;
	const paysToAsk = statusPrice > 0 && (requests.seen[1] > 0 || requests.running > 0);
	if (!whole || clipsPerJob !== 1 || paysToAsk || jobPrice <= 0) return null;
	const shares = possible.map(billed);
	if (cancel && cancel.success > 0) shares.push(cancel.billed);
	const step = shares.reduce((divisor, share) => gcd(divisor, Math.round(share * DECIMALS)), DECIMALS) / DECIMALS;
	return step < .001 ? null : jobPrice * step;
}
function gcd(a, b) {
	return b === 0 ? a : gcd(b, a % b);
}
// lib/src/risk/model/workload-distribution.js
/** The distribution of a certain monthly cost: one point without variance. */
function certainDistribution(monthly) {
	const points = noPoints(1);
	points.mean[0] = monthly;
	return {
		variables: [],
		rates: 0,
		tiers: 0,
		allowance: 0,
		points: () => points,
		lattice: null,
		exact: () => null
	};
}
/**
* The distribution of a workload's monthly cost. A random number R of clips (or of batches that one job makes), each with the
* cumulants (m, s², k₃), costs a month with
*
*     mean E[R] m,  variance E[R] s² + Var(R) m²,  third moment E[R] k₃ + 3 m s² Var(R) + m³ κ₃(R).
*
* 100 clips with the mean $2 and the variance 0.36 cost $200 with the variance 36. If their number is Poisson, Var(R) is 100 too.
* The variance is then 36 + 100 × 4 = 436, which is a standard deviation of $20.88.
*/
function workloadDistributionOf(month, distributions) {
	const { process, demand, keys, clipsPerJob } = month;
	const { provider, reliability } = keys;
	const { evidence } = reliability;
	const rates = evidence ? FAILURES.flatMap((failure) => {
		const counted = evidence[failure];
		return counted ? [{
			failure,
			...counted
		}] : [];
	}) : [];
	const variables = [...rates.map(({ failure, k, n }) => `${provider} ${failure} ${k}/${n}`), ...volumesOf(month)];
	const lattice = month.tier ? null : latticeOf(process, demand, clipsPerJob);
	const fixed = once$1(() => pointsAt([], month, rates, distributions));
	const drawn = once$1(() => /* @__PURE__ */ new Map());
	return {
		variables,
		rates: rates.length,
		tiers: tiersOf(month, distributions),
		allowance: allowanceOf(month, distributions),
		lattice,
		exact: once$1(() => lattice === null || variables.length > 0 ? null : exactMonth(process, demand, lattice, unitOf$1(process, process.first).clip.cost)),
		points: (draws) => {
			if (draws.length === 0) return fixed();
			const id = draws.map((one) => one.id).join();
			const points = drawn().get(id) ?? pointsAt(draws, month, rates, distributions);
			drawn().set(id, points);
			return points;
		}
	};
}
/** The name of the unknown that is a workload's volume. Workloads with the same driver share it. */
function volumeVariable(name, driver) {
	return driver === void 0 ? `volume ${name}` : `driver ${driver}`;
}
/** The volumes that the month depends on: its own first, if that varies, then those that decide its tier with it. */
function volumesOf({ demand, keys, name, tier }) {
	const own = demand.draw ? [volumeVariable(name, keys.volume.driver)] : [];
	return tier ? [.../* @__PURE__ */ new Set([...own, ...tier.others.map(({ variable }) => variable)])] : own;
}
/** The month at each draw of its unknowns, in the order of `variables`: rates first, then volume. */
function pointsAt(draws, month, rates, distributions) {
	if (draws.length === 0 && !month.tier) return onePoint(month);
	const { byFormula } = month.demand;
	const compute = () => drawnPoints(draws, month, rates, distributions);
	return byFormula && isInProportion(month, rates) ? onFirstUse(compute, [costByFormula(byFormula, month)]) : compute();
}
function drawnPoints(draws, month, rates, distributions) {
	const { process, demand, clipsPerJob } = month;
	const points = byVolume(draws, month, rates, distributions);
	const within = demand.within?.(draws[rates.length], distributions);
	if (!within) return points;
	const { mean, variance: known, third, order } = points;
	const all = {
		mean,
		variance: known,
		third,
		...order && { order }
	};
	const [m, s2] = unitOf$1(process, process.first).clip.cost;
	const one = m / clipsPerJob;
	for (let point = 0; point < mean.length; point++) {
		const variance = within.variance[point];
		known[point] = known[point] + variance * one * one;
		third[point] = third[point] + one * (3 * (s2 / clipsPerJob) * variance + one * one * within.third[point]);
	}
	return all;
}
function byVolume(draws, month, rates, distributions) {
	const { process, demand, clipsPerJob, tier } = month;
	const length = draws[0]?.uniform.length ?? 1;
	const clips = demand.draw?.(draws[rates.length], distributions);
	if (clips && isInProportion(month, rates)) return inProportion(clips, month, draws[0].order);
	const costsOf = (one) => costsAt(draws, one, rates, distributions);
	const submitting = () => busy(clips ?? new Float64Array(length).fill(demand.mean), jobsAt(draws, process, rates, distributions));
	const costs = tier ? inTiers(pricesInTiers(tier, submitting(), byVariable(month, draws.slice(rates.length)), distributions), process, costsOf) : costsOf(process);
	const paying = clips ? beyondAllowance(month) : null;
	const points = noPoints(length);
	for (let point = 0; point < length; point++) {
		const [m, s2, k3] = [
			costs.mean[point],
			costs.variance[point],
			costs.third[point]
		];
		const wanted = (clips ? clips[point] : demand.mean) / clipsPerJob;
		const [mean, variance, third] = ofWanted(wanted, [
			m,
			s2,
			k3
		], month);
		points.mean[point] = mean + (paying?.(wanted) ?? 0);
		points.variance[point] = variance;
		points.third[point] = third;
	}
	const { within } = costs;
	if (!within) return points;
	const times = (one) => one * demand.mean / clipsPerJob;
	return {
		...points,
		within: {
			sd: within.sd.map(times),
			cubeRoot: within.cubeRoot.map(times)
		}
	};
}
/** The month if nothing is unknown. */
function onePoint(month) {
	const { process, demand, clipsPerJob } = month;
	return asOne(ofWanted(demand.mean / clipsPerJob, unitOf$1(process, process.first).clip.cost, month));
}
/** The cumulants of a month that wants so many clips (or batches) at this cost each. */
function ofWanted(wanted, [m, s2, k3], { demand, clipsPerJob }) {
	const arrivals = demand.poisson ? wanted / clipsPerJob : 0;
	return [
		wanted * m,
		wanted * s2 + arrivals * m * m,
		wanted * k3 + arrivals * m * (3 * s2 + m * m / clipsPerJob)
	];
}
/** The draws of a volume by its name. @param draws those of the volumes that the month depends on, in their order */
function byVariable(month, draws) {
	const volumes = volumesOf(month);
	return (variable) => draws[volumes.indexOf(variable)];
}
/** A month whose rates are high submits more jobs, and reaches the tier of a month with more clips. */
function busy(clips, times) {
	return times ? clips.map((wanted, point) => wanted * times[point]) : clips;
}
/** Whether the cost of a month is a multiple of its volume, apart from the luck of its jobs. */
function isInProportion({ demand, tier, asking }, rates) {
	return rates.length === 0 && !tier && !asking && !demand.poisson;
}
/** The points of such a month, in the order of its clips. */
function inProportion(clips, { process, clipsPerJob }, order) {
	const [m, s2, k3] = unitOf$1(process, process.first).clip.cost;
	const times = (by) => clips.map((wanted) => wanted / clipsPerJob * by);
	return {
		mean: times(m),
		variance: times(s2),
		third: times(k3),
		order
	};
}
/** What the formula for a volume says of the cost of its month: R clips are R / clipsPerJob jobs or batches. */
function costByFormula({ shape, skewness, mean, sd }, { process, clipsPerJob }) {
	const [m, s2, k3] = unitOf$1(process, process.first).clip.cost;
	const [wanted, varied] = [mean / clipsPerJob, sd / clipsPerJob];
	return {
		shape,
		skewness,
		mean: wanted * m,
		luck: [wanted * s2, wanted * k3],
		sd: m * varied,
		sdOfLuck: s2 * varied
	};
}
/** What volume tiers add, at the declared rates: the mean month over the draws of the volumes, less the month at the price of the mean volume. */
function tiersOf(month, distributions) {
	const { process, demand, clipsPerJob, tier } = month;
	if (!tier) return 0;
	const volumes = volumesOf(month);
	const draws = volumes.map((_, index) => drawsOf(index, volumes.length, distributions));
	const clips = demand.draw?.(draws[0], distributions) ?? (/* @__PURE__ */ new Float64Array(1024)).fill(demand.mean);
	const at = (one) => {
		const costs = noPoints(clips.length);
		costs.mean.fill(unitOf$1(one, one.first).clip.cost[0]);
		return costs;
	};
	const [nominal] = at(process).mean;
	const { mean } = inTiers(pricesInTiers(tier, clips, byVariable(month, draws), distributions), process, at);
	return clips.reduce((sum, wanted, point) => sum + wanted * (mean[point] - nominal), 0) / clips.length / clipsPerJob;
}
/** What status requests cost in a month of so many clips (or batches), less what they cost at the average price `statusPrice`. */
function beyondAllowance({ process, asking }) {
	if (!asking) return null;
	const { take, clip } = unitOf$1(process, process.first);
	const requests = clip.takes * take.polls;
	const { statusPrice } = process.watching;
	return (wanted) => asking.price * Math.max(0, wanted * requests - asking.free) - wanted * requests * statusPrice;
}
function allowanceOf(month, distributions) {
	const paying = beyondAllowance(month);
	const clips = paying && month.demand.draw?.(drawsOf(0, 1, distributions), distributions);
	return clips ? clips.reduce((sum, wanted) => sum + paying(wanted / month.clipsPerJob), 0) / clips.length : 0;
}
// lib/src/risk/risk-of-month.js
/**
* Applies the whole risk model to one workload. Failures whose billing is unknown count as billed in full; `open` is how much of
* the expected cost depends on that.
* @param jobs what the price book says about the workload's jobs
* @param statusPrice the average price of one status request after the free allowance, in the reporting currency
*/
function riskOf(planned, jobs, statusPrice, distributions) {
	const { keys, job, plan, list } = planned;
	const demand = demandOf(plan.volume, keys.volume.arrivals);
	const declared = {
		planned,
		demand,
		jobs,
		statusPrice,
		distributions
	};
	const month = monthAt("high", declared);
	const { process, expected, waterfall, distribution, unit } = month;
	const totalDistribution = month.total();
	const perMonth = demand.mean * unit.clip.takes / plan.clipsPerJob;
	const price = job.amount.toNumber();
	return {
		figures: totalDistribution ? figuresOfDistribution(list, expected, totalDistribution) : {
			...certain(expected),
			list
		},
		waterfall,
		process,
		demand,
		distribution,
		totalDistribution,
		open: once$1(() => openPart(month, declared)),
		stress: null,
		choices: () => [],
		levers: () => [],
		withKey: once$1(() => withKey(declared)),
		sharedLuck: () => timesOut(process) ? ENDS.map((correlation) => withCorrelation(correlation, declared)) : [],
		jobs: {
			clips: demand.mean,
			takes: unit.clip.takes * plan.count / plan.clipsPerJob,
			attempts: unit.take.attempts,
			delivered: unit.take.delivered[0],
			submitted: perMonth * unit.take.attempts,
			billed: price === 0 ? 0 : perMonth * (unit.take.delivered[0] + unit.take.failed + unit.take.retried + unit.take.abandoned),
			duplicates: perMonth * unit.take.duplicates,
			status_requests: process.latency ? perMonth * unit.take.polls : null,
			undelivered_requests: demand.mean * unit.clip.nothing
		}
	};
}
/** The two correlations between attempts that are compared: none, and nearly complete. */
const ENDS = [0, .9];
/** If a smaller share of jobs than this outlasts the client's patience, the correlation is not reported. */
const RARELY = .001;
/** Whether late jobs are retried. If so, it matters how likely the next attempt is late too. */
function timesOut({ attempts, watching }) {
	return attempts > 1 && watching.whenLate === "retry" && 1 - watching.requests.seen[0] > RARELY;
}
function withCorrelation(correlation, declared) {
	const { keys } = declared.planned;
	const { latency } = keys.reliability;
	const shared = {
		...keys,
		reliability: {
			...keys.reliability,
			...latency && { latency: {
				...latency,
				correlation
			} }
		}
	};
	const { expected, unit } = monthAt("high", {
		...declared,
		planned: {
			...declared.planned,
			keys: shared
		}
	});
	return {
		correlation,
		expected,
		delivered: unit.take.delivered[0]
	};
}
/** The month with an idempotency key. Null if no job is submitted twice, or if the manifest or the book already says whether there is a key. */
function withKey(declared) {
	const { planned, jobs } = declared;
	const { client } = planned.keys;
	if (!(client.submit_ack_loss > 0 || client.on_timeout === "resubmit") || client.idempotency_key !== void 0 || jobs.idempotency_key === true) return null;
	const keys = {
		...planned.keys,
		client: {
			...client,
			idempotency_key: true
		}
	};
	const keyed = {
		...declared,
		planned: {
			...planned,
			keys
		},
		isAsked: declared.statusPrice > 0
	};
	const month = monthAt("high", keyed);
	return {
		expected: month.expected,
		undelivered: month.waterfall.undelivered.neg(),
		open: openPart(month, keyed)
	};
}
/** How much less the month costs if failures whose billing is unknown are free instead of billed in full. */
function openPart({ process, expected }, declared) {
	return process.unknown.length > 0 ? expected.minus(monthAt("low", declared).expected) : ZERO;
}
/** The expected monthly cost alone, in the reporting currency. For mixes of two versions of a workload, assumptions and sensitivities. */
function expectedMonth(planned, jobs, statusPrice, distributions) {
	return monthAt("high", {
		planned,
		demand: demandOf(planned.plan.volume, planned.keys.volume.arrivals),
		jobs,
		statusPrice,
		distributions,
		isAsked: statusPrice > 0
	}).expected;
}
function monthAt(end, { planned, demand, jobs, statusPrice, distributions, isAsked = true }) {
	const { keys, job, plan, list, name, tier = null, asking = null } = planned;
	const { clipsPerJob, rounds } = plan;
	const process = processOf(keys, jobs, {
		end,
		jobPrice: job.amount.toNumber(),
		statusPrice,
		rounds,
		clipsPerJob,
		isAsked
	}, distributions);
	const unit = unitOf$1(process, process.first);
	const distribution = workloadDistributionOf({
		process,
		demand: tier ? withDrawnArrivals(demand) : demand,
		keys,
		clipsPerJob,
		name,
		tier,
		asking
	}, distributions);
	const isSure = distribution.variables.length === 0 && unit.clip.cost[1] < VARIANCE_OF_ROUNDING * unit.clip.cost[0] ** 2 && !demand.poisson;
	const total = once$1(() => isSure ? null : totalDistributionOf([distribution], distributions));
	const uncertainMean = distribution.rates === 0 ? null : total()?.mean ?? null;
	const { expected, waterfall } = explainedMonth({
		job,
		clips: demand.mean,
		clipsPerJob,
		list,
		take: unit.take,
		clip: unit.clip,
		fixedTakes: typeof rounds === "number",
		tiers: distribution.tiers,
		allowance: distribution.allowance,
		statusPrice: process.watching.statusPrice,
		uncertainMean
	});
	return {
		process,
		unit,
		distribution,
		total,
		expected,
		waterfall
	};
}
/** A variance below this share of the squared mean is rounding error. */
const VARIANCE_OF_ROUNDING = 1e-14;
// lib/src/risk/assumed.js
/**
* What the risk model had to assume about how jobs go. `monthly` is what an assumption adds to the expected monthly cost, in the
* reporting currency; 0 if there is no alternative to compare with.
* @param statusPrice the price of one status request, in the reporting currency
*/
function riskAssumptions({ process, figures, open, withKey }, { planned, jobs, statusPrice }, distributions) {
	if (!process) return [];
	const { keys } = planned;
	const assumed = [];
	if (process.unknown.length > 0) assumed.push({
		code: "unknown-billed",
		field: "reliability.billed",
		value: process.unknown.join(", "),
		monthly: open()
	});
	if ((keys.client.submit_ack_loss > 0 || keys.client.on_timeout === "resubmit") && keys.client.idempotency_key === void 0) {
		const monthly = figures.expected.minus(withKey()?.expected ?? figures.expected);
		assumed.push({
			code: process.key ? "book-key" : "no-key",
			field: "client.idempotency_key",
			value: process.key,
			monthly
		});
	}
	if (process.latency?.from === "book") assumed.push({
		code: "book-latency",
		field: "reliability.latency",
		value: `${process.latency.p50} s, ${process.latency.p95} s`,
		monthly: figures.expected.times(0)
	});
	if (timesOut(process) && keys.reliability.latency?.correlation === void 0) assumed.push({
		code: "independent-attempts",
		field: "reliability.latency.correlation",
		value: 0,
		monthly: figures.expected.times(0)
	});
	if (keys.client.on_timeout === "cancel-and-resubmit" && keys.client.cancel === void 0) {
		const cancelled = {
			...planned,
			keys: {
				...keys,
				client: {
					...keys.client,
					cancel: {
						success: 1,
						billed: 0
					}
				}
			}
		};
		assumed.push({
			code: "no-cancel",
			field: "client.cancel",
			value: "0%",
			monthly: figures.expected.minus(expectedMonth(cancelled, jobs, statusPrice, distributions))
		});
	}
	return assumed;
}
// lib/src/stats/interval.js
/**
* The 95% interval of a share that was seen k times of n, by Wilson (1927). It is accurate for small n too. 3 of 60 is 5%, with the
* interval 1.7% to 13.7%.
*/
function wilson95(k, n) {
	const z2 = Z_TWO_SIDED_95 ** 2;
	const center = (k + z2 / 2) / (n + z2);
	const half = Z_TWO_SIDED_95 / (n + z2) * Math.sqrt(k * (n - k) / n + z2 / 4);
	return [k === 0 ? 0 : Math.max(0, center - half), k === n ? 1 : Math.min(1, center + half)];
}
// lib/src/risk/feasibility.js
/** The share of jobs that may run longer than the suggested timeout: one in a thousand. */
const RARE = .001;
const SECONDS_AN_HOUR = 3600;
const HOURS_A_MONTH = 730.5;
/** Finds settings that cannot work as declared, with the same figures as the cost. Each is a warning, or a note if it costs nothing as declared. */
function feasibilityProblems(declared, pricing, distributions) {
	const { keys, name, jobs } = declared;
	const { process } = declared.risk;
	const { file, settings } = pricing.manifest;
	const warn = (code, path, args, severity = "warning") => ({
		code,
		severity,
		file,
		path: [
			"workloads",
			name,
			...path
		],
		args: {
			...args,
			currency: settings.currency
		}
	});
	if (!process) return idlePeak(keys, void 0, void 0, warn);
	const account = settings.accounts[keys.provider];
	const concurrency = account?.concurrency ?? creditValue(pricing.book.provider(keys.provider)?.account, account)?.pack?.concurrency ?? jobs.limits?.concurrency;
	const declaring = {
		...declared,
		process,
		concurrency
	};
	return [
		...timeoutInTail(declaring, warn, distributions),
		...lostWebhook(process, declared.risk, warn),
		...load(declaring, warn, distributions),
		...uncountable(keys, process, jobs, warn),
		...contradicted(keys, warn),
		...idlePeak(keys, process, concurrency ?? (process.completion.kind === "poll" ? jobs.limits?.requests_per_second : void 0), warn)
	];
}
/**
* A declared rate outside the 95% Wilson interval of its evidence. One of the two is wrong; the model uses the evidence.
* Example: 1% is declared and 10 of 20 jobs failed, which is 29.9% to 70.1%.
*/
function contradicted({ reliability: { outcomes, evidence } }, warn) {
	if (!evidence) return [];
	return FAILURES.flatMap((failure) => {
		const [declared, counted] = [outcomes[failure], evidence[failure]];
		if (declared === void 0 || !counted) return [];
		const { k, n } = counted;
		const [low, high] = wilson95(k, n);
		if (declared >= low && declared <= high) return [];
		return [warn("evidence-disagrees", [
			"reliability",
			"outcomes",
			failure
		], {
			outcome: failure,
			declared,
			k,
			n,
			low,
			high
		})];
	});
}
/** A declared peak is checked with the latency of jobs, against a limit on jobs or on status requests. It has no effect if either is unknown. */
function idlePeak({ volume }, process, most, warn) {
	const why = process?.latency ? most === void 0 ? "concurrency" : null : "latency";
	return volume.peak_per_hour === void 0 || why === null ? [] : [warn("no-effect", ["volume", "peak_per_hour"], {
		key: "volume.peak_per_hour",
		why
	}, "note")];
}
/**
* A timeout below the P95 latency, after which the client gives up, cancels, or resubmits without an idempotency key. The first
* job may keep running and is then billed. The warning has the monthly cost of such jobs and a timeout that avoids them.
*/
function timeoutInTail({ keys: { client }, risk, process: { latency, key } }, warn, { normalQuantile }) {
	const abandons = client.on_timeout === "cancel-and-resubmit" || client.on_timeout === "give-up" || client.on_timeout === "resubmit" && !key;
	if (!latency || client.timeout === void 0 || !abandons || client.timeout >= latency.p95) return [];
	const cure = Math.ceil(patienceFor(latencyOf(latency), RARE, normalQuantile));
	return [warn("timeout-in-tail", ["client", "timeout"], {
		timeout: client.timeout,
		p95: latency.p95,
		cure,
		monthly: risk.waterfall.duplicates.toNumber()
	})];
}
/** A webhook without fallback polling: if it is lost, the job is billed and its output is never seen. A note if the declared loss is 0. */
function lostWebhook({ completion, watching }, { waterfall }, warn) {
	if (completion.kind !== "webhook" || completion.fallback) return [];
	const { loss } = completion;
	return [warn("webhook-without-fallback", ["client", "completion"], {
		loss,
		monthly: watching.unseen > 0 ? waterfall.duplicates.toNumber() : 0
	}, loss > 0 ? "warning" : "note")];
}
/**
* Compares the jobs in flight with the account's concurrency, and their status requests with the provider's limit. Little's law:
* jobs in flight = arrivals × mean time watched. 360 jobs an hour that are watched for 100 s each are 0.1 × 100 = 10 in flight.
* Arrivals are those of the declared peak. Without a peak, the mean hour is compared with the limit on status requests alone.
*/
function load({ keys, risk, process, jobs: { limits }, concurrency }, warn, { normalCdf }) {
	const { volume } = keys;
	const { jobs, demand } = risk;
	const { latency, patience, completion } = process;
	const most = limits?.requests_per_second;
	if (!latency || jobs.clips === 0 || concurrency === void 0 && most === void 0) return [];
	const perClip = jobs.submitted / jobs.clips;
	const inFlight = (volume.peak_per_hour ?? demand.mean / HOURS_A_MONTH) * perClip / SECONDS_AN_HOUR * meanWatched(latencyOf(latency), patience, normalCdf);
	const problems = [];
	if (concurrency !== void 0 && volume.peak_per_hour !== void 0 && inFlight > concurrency) problems.push(warn("concurrency-too-small", ["volume", "peak_per_hour"], {
		inFlight,
		concurrency,
		peak: volume.peak_per_hour
	}));
	if (completion.kind === "poll" && most !== void 0) {
		const perSecond = inFlight * completion.pollers / completion.interval;
		if (perSecond > most) {
			const refused = 1 - most / perSecond;
			const interval = inFlight * completion.pollers / most;
			problems.push(warn("polling-too-fast", ["client", "completion"], {
				perSecond,
				limit: most,
				refused,
				interval
			}));
		}
	}
	return problems;
}
/** Settings and prices that cannot be counted because the latency of jobs is unknown. */
function uncountable({ client }, { latency }, jobs, warn) {
	if (latency) return [];
	return [...client.max_wait === void 0 ? [] : [warn("needs-latency", ["client", "max_wait"], { key: "client.max_wait" }, "note")], ...jobs.status_request === void 0 ? [] : [warn("needs-latency", ["reliability"], {
		key: "status requests",
		usd: jobs.status_request.usd
	})]];
}
// lib/src/risk/is-certain.js
/**
* Whether a workload declares nothing about how its jobs go: no failures, no client behavior, no uncertain volume. Its monthly
* cost is then its list price, and is labeled so. No distribution is needed for it.
*/
function isCertain({ client, reliability, volume, takes }) {
	return Number.isInteger(takes) && [
		volume.per_day,
		volume.per_week,
		volume.per_month,
		...Object.values(volume.months ?? {})
	].every((amount) => typeof amount !== "object") && volume.arrivals === "fixed" && client.submit_ack_loss === 0 && [
		client.timeout,
		client.max_wait,
		client.completion,
		client.cancel,
		reliability.latency
	].every((declared) => declared === void 0) && !Object.values(reliability.outcomes).some((chance) => (chance ?? 0) > 0) && [reliability.after_first, reliability.evidence].every((declared) => FAILURES.every((failure) => declared?.[failure] === void 0));
}
// lib/src/risk/job-policy.js
/** A priced workload, as the input of the risk model; null if it has no price. */
function plannedOf({ keys, job, plan, monthly, file, name }) {
	return keys && job && plan && monthly ? {
		keys,
		job,
		plan,
		list: monthly,
		name: `${file} ${name}`
	} : null;
}
/** What the price book says about the jobs of a workload: of its model, or else of its provider. Empty if the book knows neither. */
function jobPolicyOf({ provider, model }, { book }) {
	const known = book.provider(provider);
	return (known && findModel(known, model)?.jobs) ?? known?.jobs ?? NOTHING_SAID;
}
const NOTHING_SAID = {};
/** The list price of one status request in the reporting currency, 0 if the book has none; or the currency that has no exchange rate. */
function statusPriceOf(jobs, pricing) {
	const usd = jobs.status_request?.usd;
	return usd === void 0 ? ZERO : toReporting(decimal(usd), "USD", pricing);
}
// lib/src/stats/beta.js
/** The coefficients of Lanczos' approximation of ln Γ with g = 607/128, by P. Godfrey; good to 15 digits. */
const LANCZOS = [
	.9999999999999971,
	57.15623566586292,
	-59.59796035547549,
	14.136097974741746,
	-.4919138160976202,
	3399464998481189e-20,
	4652362892704858e-20,
	-9837447530487956e-20,
	.0001580887032249125,
	-.00021026444172410488,
	.00021743961811521265,
	-.0001643181065367639,
	8441822398385275e-20,
	-26190838401581408e-21,
	36899182659531625e-22
];
function lnGamma(x) {
	let sum = LANCZOS[0];
	for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x + i - 1);
	const t = x + 607 / 128 - .5;
	return .5 * Math.log(2 * Math.PI) + (x - .5) * Math.log(t) - t + Math.log(sum);
}
/** From this number on, Stirling's series is precise to 15 digits. */
const LARGE = 20;
/** What Stirling's series adds to (x − ½) ln x − x + ½ ln 2π. */
function stirling(x) {
	const inverse = 1 / (x * x);
	return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
}
/** ln B(a, b). For large numbers, the logarithms of Γ are large and nearly equal, so their difference is computed directly. */
function lnBeta(a, b) {
	const [less, more] = a < b ? [a, b] : [b, a];
	if (more < LARGE) return lnGamma(less) + lnGamma(more) - lnGamma(less + more);
	const rest = stirling(more) - stirling(less + more) - (more - .5) * Math.log1p(less / more);
	if (less < LARGE) return lnGamma(less) + rest - less * Math.log(less + more) + less;
	return .5 * Math.log(2 * Math.PI) + stirling(less) + rest + (less - .5) * Math.log(less / (less + more)) - .5 * Math.log(less + more);
}
/** Replaces a smaller number where the continued fraction divides by it. */
const TINY = 1e-300;
const MOST_TERMS = 1e4;
/** The continued fraction of the incomplete Beta function, by Lentz's method. It converges fast for x < (a + 1) / (a + b + 2). */
function fraction(x, a, b) {
	let c = 1;
	let d = 1 - (a + b) * x / (a + 1);
	d = 1 / (Math.abs(d) < TINY ? TINY : d);
	let h = d;
	for (let m = 1; m <= MOST_TERMS; m++) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 + even * d;
		c = 1 + even / c;
		d = 1 / (Math.abs(d) < TINY ? TINY : d);
		if (Math.abs(c) < TINY) c = TINY;
		h *= d * c;
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 + odd * d;
		c = 1 + odd / c;
		d = 1 / (Math.abs(d) < TINY ? TINY : d);
		if (Math.abs(c) < TINY) c = TINY;
		h *= d * c;
		if (Math.abs(d * c - 1) < Number.EPSILON) break;
	}
	return h;
}
/** P(X ≤ x) of Beta(a, b), and its density there. */
function below(x, { a, b, lnB }) {
	const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnB);
	return [x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b, front / (x * (1 - x))];
}
/** The most steps of the search for a quantile. It bisects where Halley's method leaves the bounds. */
const MOST_STEPS = 200;
/**
* The x in 0–1 below which Beta(a, b) lies with probability p. 1 in 20 jobs failed, which is Beta(1.5, 19.5): 95% of it lies below
* 0.1796. The search uses Halley's method, with a bound on each side of the quantile.
*/
function betaQuantile(p, a, b) {
	return quantileOf(p, {
		a,
		b,
		lnB: lnBeta(a, b)
	});
}
/** Beta(a, b) for many quantiles p (0–1), or for many shares P(X ≤ x). */
function betaOf(a, b) {
	const beta = {
		a,
		b,
		lnB: lnBeta(a, b)
	};
	return {
		quantile: (p) => quantileOf(p, beta),
		cdf: (x) => x <= 0 ? 0 : x >= 1 ? 1 : below(x, beta)[0]
	};
}
function quantileOf(p, beta) {
	if (p <= 0) return 0;
	if (p >= 1) return 1;
	const { a, b } = beta;
	let [low, high] = [0, 1];
	let x = guess(p, beta);
	for (let i = 0; i < MOST_STEPS; i++) {
		const [share, density] = below(x, beta);
		if (share < p) low = x;
		else high = x;
		const step = (share - p) / density;
		const bend = .5 * step * ((a - 1) / x - (b - 1) / (1 - x));
		const next = x - step / Math.max(.5, 1 - Math.min(1, bend));
		if (Math.abs(next - x) <= 1e-15 * x) return next;
		const isInside = next > low && next < high;
		const to = isInside ? next : low > 0 && high < 1 ? (low + high) / 2 : low === 0 ? Math.max(high / 16, Number.MIN_VALUE) : (low + 1) / 2;
		if (isInside && Math.abs(to - x) <= 1e-6 * Math.min(x, 1 - x)) return to;
		if (high - low <= Number.EPSILON * x) return x;
		x = to;
	}
	return x;
}
/** Where the search starts. If a and b are at least 1: Abramowitz and Stegun 26.5.22. Else: near 0 and 1 by the first term of the series, or at the mean. */
function guess(p, { a, b, lnB }) {
	if (a >= 1 && b >= 1) {
		const tail = p < .5 ? p : 1 - p;
		const t = Math.sqrt(-2 * Math.log(tail));
		const z = ((2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t) * (p < .5 ? -1 : 1);
		const lambda = (z * z - 3) / 6;
		const harmonic = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
		const w = z * Math.sqrt(harmonic + lambda) / harmonic - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * harmonic));
		const x = a / (a + b * Math.exp(2 * w));
		if (x > 0 && x < 1) return x;
	}
	const x = Math.exp((Math.log(p * a) + lnB) / a);
	const y = Math.exp((Math.log((1 - p) * b) + lnB) / b);
	return x < a / (a + b) ? Math.max(x, Number.MIN_VALUE) : y < b / (a + b) ? 1 - y : a / (a + b);
}
// lib/src/stats/normal-cdf.js
/** Where one approximation of the error function ends and the next begins. */
const NEAR = .46875;
const FAR = 4;
/** P(Z ≤ z): 0.5 at 0, 0.841345 at 1, 0.975002 at 1.96. */
function normalCdf(z) {
	const x = z * Math.SQRT1_2;
	const y = Math.abs(x);
	if (y <= NEAR) return .5 + .5 * x * erfNear(y * y);
	const scaled = y <= FAR ? erfcMiddle(y) : (INVERSE_ROOT_PI - erfcFar(1 / (y * y)) / (y * y)) / y;
	const tail = .5 * Math.exp(-y * y) * scaled;
	return x < 0 ? tail : 1 - tail;
}
const INVERSE_ROOT_PI = 1 / Math.sqrt(Math.PI);
function erfNear(x) {
	return ((((.18577770618460315 * x + 3.1611237438705655) * x + 113.86415415105016) * x + 377.485237685302) * x + 3209.3775891384694) / ((((1 * x + 23.601290952344122) * x + 244.02463793444417) * x + 1282.6165260773723) * x + 2844.236833439171);
}
function erfcMiddle(x) {
	return ((((((((2.1531153547440383e-8 * x + .5641884969886701) * x + 8.883149794388377) * x + 66.11919063714163) * x + 298.6351381974001) * x + 881.952221241769) * x + 1712.0476126340707) * x + 2051.0783778260716) * x + 1230.3393547979972) / ((((((((1 * x + 15.744926110709835) * x + 117.6939508913125) * x + 537.1811018620099) * x + 1621.3895745666903) * x + 3290.7992357334597) * x + 4362.619090143247) * x + 3439.3676741437216) * x + 1230.3393548037495);
}
function erfcFar(x) {
	return (((((.016315387137302097 * x + .30532663496123236) * x + .36034489994980445) * x + .12578172611122926) * x + .016083785148742275) * x + .0006587491615298378) / (((((1 * x + 2.568520192289822) * x + 1.8729528499234673) * x + .5279051029514285) * x + .06051834131244132) * x + .0023352049762686918);
}
/** The z below which a standard normal variable lies with probability p: −1.28 for 10%, 1.645 for 95%; infinite for 0 and 1. */
function normalQuantile(p) {
	const q = p - .5;
	if (Math.abs(q) <= .425) return q * center(.180625 - q * q);
	const tail = q < 0 ? p : 1 - p;
	if (tail <= 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	const r = Math.sqrt(-Math.log(tail));
	const z = r <= 5 ? outside(r - 1.6) : atTheEnd(r - 5);
	return q < 0 ? -z : z;
}
function center(x) {
	return (((((((2509.0809287301227 * x + 33430.57558358813) * x + 67265.7709270087) * x + 45921.95393154987) * x + 13731.69376550946) * x + 1971.5909503065513) * x + 133.14166789178438) * x + 3.3871328727963665) / (((((((5226.495278852854 * x + 28729.085735721943) * x + 39307.89580009271) * x + 21213.794301586597) * x + 5394.196021424751) * x + 687.1870074920579) * x + 42.31333070160091) * x + 1);
}
function outside(x) {
	return (((((((.0007745450142783414 * x + .022723844989269184) * x + .2417807251774506) * x + 1.2704582524523684) * x + 3.6478483247632045) * x + 5.769497221460691) * x + 4.630337846156546) * x + 1.4234371107496835) / (((((((1.0507500716444169e-9 * x + .0005475938084995345) * x + .015198666563616457) * x + .14810397642748008) * x + .6897673349851) * x + 1.6763848301838038) * x + 2.053191626637759) * x + 1);
}
function atTheEnd(x) {
	return (((((((2.0103343992922881e-7 * x + 27115555687434876e-21) * x + .0012426609473880784) * x + .026532189526576124) * x + .29656057182850487) * x + 1.7848265399172913) * x + 5.463784911164114) * x + 6.657904643501103) / (((((((20442631033899397e-31 * x + 1.421511758316446e-7) * x + 18463183175100548e-21) * x + .0007868691311456133) * x + .014875361290850615) * x + .1369298809227358) * x + .599832206555888) * x + 1);
}
// lib/src/stats/distributions.js
const DISTRIBUTIONS = {
	normalCdf,
	normalQuantile,
	betaQuantile,
	betaOf
};
/** The functions for a run in which something may be uncertain. */
async function loadDistributions() {
	return DISTRIBUTIONS;
}
/** For a run in which nothing is uncertain. Each function throws: calling one is a bug. */
const NO_DISTRIBUTIONS = {
	normalCdf: unneeded,
	normalQuantile: unneeded,
	betaQuantile: unneeded,
	betaOf: unneeded
};
function unneeded() {
	throw new Error("A distribution function was called, but none is loaded.");
}
// lib/src/risk/sensitivity.js
/** The share of jobs that fail in the stress test, and the most attempts of its client. */
const STRESS = .1;
const ATTEMPTS = 3;
/**
* What a month costs more if a tenth of the jobs fail, are billed in full and are retried, as a share of its list price. A take has
* (1 − s³) / (1 − s) submissions on average, with s = 0.1 and at most 3 attempts: 1.11, and each is billed, so 11% more.
*/
const STRESS_SHARE = (1 - STRESS ** ATTEMPTS) / .9 - 1;
/**
* The stress test of a month at list price, by what the provider bills for its own errors. A month of $1,000 costs $110 more if it
* bills them in full, nothing more if it does not bill them, and between $0 and $110 if that is unknown.
*/
function stressOf({ keys, list }, jobs) {
	const billed = keys.reliability.billed?.provider_error ?? jobs.billed?.provider_error?.value ?? "unknown";
	const at = (share) => list.times(amount(STRESS_SHARE * share));
	return billed === "unknown" ? {
		least: ZERO,
		most: at(1)
	} : {
		least: at(billed),
		most: at(billed)
	};
}
/**
* The declarations that would change the monthly cost most, for a workload that declares nothing about how its jobs go. Each is
* computed at a plausible value. The largest effect comes first, and declarations without effect are left out.
*/
function leversOf(planned, known) {
	const { keys, list, plan } = planned;
	const { latency: _, ...jobs } = known;
	const cost = (changed, by = jobs) => expectedMonth({
		...planned,
		keys: changed
	}, by, 0, NO_DISTRIBUTIONS).minus(list);
	return [
		{
			path: "takes",
			value: String(plan.takes + 1),
			monthly: list.div(meanTakes(plan.rounds))
		},
		{
			path: "reliability.outcomes.provider_error",
			value: "10%",
			monthly: cost(failing(keys, "provider_error"))
		},
		{
			path: "reliability.outcomes.moderated",
			value: "10%",
			monthly: cost(failing(keys, "moderated"))
		},
		{
			path: "client.timeout",
			value: "at the P95, resubmit",
			monthly: resubmitted(planned, jobs)
		},
		{
			path: "client.submit_ack_loss",
			value: "1%",
			monthly: cost({
				...keys,
				client: {
					...keys.client,
					submit_ack_loss: .01
				}
			})
		},
		{
			path: "volume",
			value: "{ low: half, likely: as it is, high: double }",
			monthly: list.times(.5).div(6)
		}
	].filter(({ monthly }) => round(monthly) !== 0).sort((a, b) => b.monthly.abs().cmp(a.monthly.abs()));
}
function failing(keys, failure) {
	return {
		...keys,
		client: {
			...keys.client,
			max_attempts: ATTEMPTS
		},
		reliability: {
			...keys.reliability,
			outcomes: { [failure]: STRESS }
		}
	};
}
/** What a client adds that resubmits without a key at the P95 of its jobs: one job in twenty keeps running and is billed as a duplicate. */
function resubmitted({ keys, job, plan, list }, jobs) {
	const process = processOf(keys, jobs, {
		end: "high",
		jobPrice: job.amount.toNumber(),
		statusPrice: 0,
		rounds: plan.rounds,
		clipsPerJob: plan.clipsPerJob
	}, NO_DISTRIBUTIONS);
	if (process.key) return ZERO;
	const one = attempt(outcomesOf(process.first, process), {
		...process.watching,
		requests: {
			seen: [
				.95,
				0,
				0,
				0
			],
			running: 0
		},
		whenLate: "retry"
	});
	const { delivered, abandoned } = take(one, one, ATTEMPTS);
	return list.times(amount(delivered[0] + abandoned - 1));
}
// lib/src/risk/list-price.js
/**
* The risk of a workload that declares nothing about how its jobs go: its monthly cost is its list price.
* @param known what the price book says about its jobs
* @param mostExpensive the value of a choice at which one job costs most
*/
function listPriceRisk(planned, known, mostExpensive) {
	const { keys, job, plan, list } = planned;
	const demand = demandOf(plan.volume, keys.volume.arrivals);
	const { jobs } = plan;
	const monthOf = (part) => part.times(decimal(demand.mean / plan.clipsPerJob));
	const [base, pricing, rounding] = [
		monthOf(job.parts.base),
		monthOf(job.parts.pricing),
		monthOf(job.parts.rounding)
	];
	return {
		figures: certain(list),
		waterfall: {
			...NO_PARTS,
			base,
			pricing,
			rounding,
			takes: list.minus(base).minus(pricing).minus(rounding)
		},
		process: null,
		demand,
		distribution: certainDistribution(list.toNumber()),
		totalDistribution: null,
		jobs: {
			clips: demand.mean,
			takes: plan.takes,
			attempts: 1,
			delivered: 1,
			submitted: jobs,
			billed: jobs,
			duplicates: 0,
			status_requests: null,
			undelivered_requests: 0
		},
		open: () => ZERO,
		stress: stressOf(planned, known),
		choices: once$1(() => [{
			path: "takes",
			value: String(plan.takes + 1),
			monthly: list.div(meanTakes(plan.rounds))
		}, ...CHOICES.flatMap((choice) => {
			const most = mostExpensive(choice);
			if (!most?.amount.gt(job.amount)) return [];
			return [{
				path: `output.${choice}`,
				value: String(most.value),
				monthly: most.amount.minus(job.amount).times(decimal(jobs))
			}];
		})]),
		withKey: () => null,
		sharedLuck: () => [],
		levers: () => leversOf(planned, known)
	};
}
// lib/src/risk/once-for-list.js
/** At most this many lists with the same first object are kept. When there are more, all are dropped. */
const MOST_KEPT$2 = 20;
/** Computes a value once for each list. The total, a scope, an account and a limit often ask for the same workloads. */
function onceForList(known, items, compute) {
	const [first] = items;
	if (!first) return compute();
	const lists = known.get(first) ?? [];
	const same = lists.find((one) => one.items.length === items.length && one.items.every((item, index) => item === items[index]));
	if (same) return same.value;
	const value = compute();
	known.set(first, [...lists.length < MOST_KEPT$2 ? lists : [], {
		items,
		value
	}]);
	return value;
}
// lib/src/risk/remembered.js
/** Results by price book, then by the name of the workload. */
const known$4 = /* @__PURE__ */ new WeakMap();
/** At most this many workloads of one price book are kept, and this many results of a workload. When there are more, all are dropped. */
const MOST_KEPT$1 = {
	workloads: 5e3,
	results: 50
};
/**
* Computes each distinct workload once. The base and head of a change have most workloads in common.
* @param name the file and name of the workload
* @param declared everything else that the monthly cost depends on, except the book, as text. It is called only if the name comes up again
*/
function remembered(book, name, declared, make) {
	const of = known$4.get(book) ?? /* @__PURE__ */ new Map();
	known$4.set(book, of);
	const results = of.get(name) ?? [];
	const text = once$1(declared);
	const found = results.find((one) => one.declared() === text());
	if (found) return found.made;
	const made = make();
	if (!of.has(name) && of.size >= MOST_KEPT$1.workloads) of.clear();
	of.set(name, [...results.length < MOST_KEPT$1.results ? results : [], {
		declared: text,
		made
	}]);
	return made;
}
// lib/src/engine/tiers.js
/** The numbers of jobs that a price's conditions name, in ascending order: the price is the same for all numbers between two of them. Empty if it does not depend on the jobs. */
function edgesOf({ charges, factors, holes }) {
	const named = [
		...charges.map(({ when }) => when),
		...factors.map(({ when }) => when),
		...holes
	].flatMap((when) => when["monthly_jobs"] ?? []).flatMap((one) => "in" in one ? [...one.in] : [
		one.min,
		one.max,
		one.above,
		one.below
	]);
	return [...new Set(named.filter((edge) => typeof edge === "number"))].sort((a, b) => a - b);
}
/** The place of a number among the edges: 0 below the first, 1 at it, 2 between the first and the second. */
function placeOf$3(jobs, edges) {
	let place = 0;
	for (const edge of edges) place += jobs > edge ? 2 : jobs === edge ? 1 : 0;
	return place;
}
/** The price of a workload's job as a function of the jobs of the month; null if it does not depend on them. */
function priceByJobs(keys, pricing) {
	return onceAlike(tiered, pricing, keys, () => workOut(keys, pricing));
}
const tiered = /* @__PURE__ */ new WeakMap();
function workOut(keys, pricing) {
	const tariff = tariffOf(keys, pricing);
	const edges = tariff ? edgesOf(tariff.price) : [];
	if (edges.length === 0) return null;
	const key = modelKey(keys, pricing.book);
	const known = /* @__PURE__ */ new Map();
	return (jobs) => {
		const place = placeOf$3(jobs, edges);
		const before = known.get(place);
		if (before !== void 0) return before;
		const then = tariffOf(keys, {
			...pricing,
			monthlyJobs: /* @__PURE__ */ new Map([[key, jobs]])
		});
		const job = then?.bill(then.ask(keys));
		const amount = !job || "no" in job ? null : job.amount;
		known.set(place, amount);
		return amount;
	};
}
/** Notes for a month whose number of jobs is near the edge of a tier, because slightly more or fewer jobs change the price of all jobs. */
function tierProblems(keys, pricing, file, name) {
	const jobs = pricing.monthlyJobs.get(modelKey(keys, pricing.book)) ?? 0;
	const priceAt = jobs > 0 ? priceByJobs(keys, pricing) : null;
	const here = priceAt?.(jobs);
	if (!priceAt || !here) return [];
	const { volume } = keys;
	const isRange = (pricing.varyingJobs?.get(modelKey(keys, pricing.book))?.length ?? 0) > 0 || volume.arrivals === "poisson" || [
		volume.per_day,
		volume.per_week,
		volume.per_month
	].some((amount) => typeof amount === "object");
	return [.9, 1.1].flatMap((share) => {
		const there = priceAt(jobs * share);
		if (!there || there.eq(here)) return [];
		const args = {
			jobs,
			range: isRange,
			edge: edgeBetween(priceAt, jobs, jobs * share),
			price: here.toNumber(),
			beyond: there.toNumber()
		};
		return [{
			code: "near-tier",
			severity: "note",
			file,
			path: [
				"workloads",
				name,
				"volume"
			],
			args: {
				...args,
				currency: pricing.manifest.settings.currency
			}
		}];
	});
}
/** The whole number of jobs between two numbers at which the price changes, by bisection. */
function edgeBetween(priceAt, from, to) {
	const price = priceAt(from);
	let [same, other] = [from, to];
	for (let i = 0; i < 60; i++) {
		const middle = (same + other) / 2;
		const found = priceAt(middle);
		if (found && price && found.eq(price)) same = middle;
		else other = middle;
	}
	return Math.round(other);
}
// lib/src/risk/submitted-jobs.js
/**
* Volume tiers depend on the jobs that are submitted, and retries count. With 950 planned jobs, a failure rate of 20% and at most
* three attempts, 950 × (1 + 0.2 + 0.04) = 1,178 jobs are submitted, which reach a tier of 1,000.
* @returns the pricing with the submitted jobs of the month, by model, and with the workloads whose jobs vary
*/
function withSubmissions(pricing, distributions) {
	const more = /* @__PURE__ */ new Map();
	const varying = /* @__PURE__ */ new Map();
	for (const { keys, file, name } of pricing.manifest.workloads) {
		if (!keys || isCertain(keys) || !priceByJobs(keys, pricing)) continue;
		const key = modelKey(keys, pricing.book);
		const planned = jobPlanOf(keys, outputsOfJob(keys, pricing.book), pricing.month);
		const perClip = submissionsPerClip(keys, pricing, distributions);
		more.set(key, [...more.get(key) ?? [], planned.clips * perClip - planned.jobs]);
		const { volume } = planned;
		const { arrivals, driver } = keys.volume;
		if (varies$1(volume, arrivals)) varying.set(key, [...varying.get(key) ?? [], {
			name: `${file} ${name}`,
			volume,
			arrivals,
			driver,
			perClip
		}]);
	}
	if (more.size === 0) return pricing;
	const monthlyJobs = new Map(pricing.monthlyJobs);
	for (const [key, jobs] of more) monthlyJobs.set(key, (monthlyJobs.get(key) ?? 0) + sumInOneOrder(jobs));
	return {
		...pricing,
		monthlyJobs,
		varyingJobs: varying
	};
}
function varies$1({ amount }, arrivals) {
	return typeof amount !== "number" || arrivals === "poisson" && amount > 0;
}
/** Jobs submitted for one clip wanted, on average. Retries count, and so do submissions whose acknowledgement was lost. */
function submissionsPerClip(keys, pricing, distributions) {
	const { rounds, clipsPerJob } = jobPlanOf(keys, outputsOfJob(keys, pricing.book), pricing.month);
	const process = processOf(keys, jobPolicyOf(keys, pricing), {
		end: "high",
		jobPrice: 1,
		statusPrice: 0,
		rounds,
		clipsPerJob,
		isAsked: false
	}, distributions);
	const { take, clip } = unitOf$1(process, process.first);
	return clip.takes * take.attempts / (1 - process.watching.ackLoss) / clipsPerJob;
}
/**
* With more varying volumes of one model than this, the other workloads count with their average: the work grows with the square of their
* number. With 40 independent ranges around an edge, the expected month is 0.4% off a simulation; with their average it would be 20%.
*/
const MOST_DRAWN = 40;
/**
* The price of a workload's job in each tier, and what decides the tier of a month: its own clips, and those of the model's other workloads.
* @returns null if the price does not depend on the jobs of the month, or if no volume that decides it varies
*/
function tierPriceOf({ keys, plan, job, name }, pricing, distributions) {
	const priceAt = priceByJobs(keys, pricing);
	if (!priceAt) return null;
	const model = modelKey(keys, pricing.book);
	const varying = drawnTogether(pricing.varyingJobs?.get(model) ?? []).filter((one) => one.name !== name);
	if (varying.length === 0 && !varies$1(plan.volume, keys.volume.arrivals)) return null;
	const perClip = submissionsPerClip(keys, pricing, distributions);
	const counted = [plan.clips * perClip, ...varying.map(({ mean }) => mean)];
	return {
		price: (jobs) => (priceAt(jobs) ?? job.amount).toNumber(),
		perClip,
		fixed: Math.max(0, (pricing.monthlyJobs.get(model) ?? 0) - sumInOneOrder(counted)),
		others: varying.map(({ drawn }) => drawn)
	};
}
const others = /* @__PURE__ */ new WeakMap();
/** The workloads whose volumes are drawn together, in the order of their names. None if there are too many unknowns. */
function drawnTogether(varying) {
	const known = others.get(varying);
	if (known) return known;
	const all = new Set(varying.map(({ name, driver }) => volumeVariable(name, driver))).size > MOST_DRAWN ? [] : varying.toSorted((a, b) => a.name < b.name ? -1 : 1).map(otherOf);
	others.set(varying, all);
	return all;
}
function otherOf({ name, volume, arrivals, driver, perClip }) {
	const { mean, draw } = withDrawnArrivals(demandOf(volume, arrivals));
	const byDraws = /* @__PURE__ */ new Map();
	const jobs = (draws, distributions) => {
		const found = byDraws.get(draws.id) ?? (draw?.(draws, distributions) ?? new Float64Array(draws.uniform.length)).map((clips) => clips * perClip);
		byDraws.set(draws.id, found);
		return found;
	};
	return {
		name,
		mean: mean * perClip,
		drawn: {
			variable: volumeVariable(name, driver),
			jobs
		}
	};
}
// lib/src/risk/workload-cost.js
/** Applies the risk model to the workloads of one manifest. The result has the order of `estimates`. */
function workloadCosts(estimates, pricing, distributions) {
	const paid = paidShares(estimates, pricing, distributions);
	const tiers = once$1(() => JSON.stringify([[...pricing.monthlyJobs], [...pricing.varyingJobs ?? []]]));
	return estimates.map((estimate) => {
		const { monthly: list } = estimate;
		const planned = withTiers(plannedOf(estimate), pricing, distributions);
		if (!planned) return {
			...estimate,
			list,
			monthly: null,
			risk: null
		};
		const { keys } = planned;
		if (isCertain(keys)) {
			const risk = certainRisk(planned, pricing, distributions);
			if (pricing.costOnly) return {
				...estimate,
				list,
				monthly: risk.figures.expected,
				risk
			};
			const problems = [...estimate.problems, ...feasibilityProblems({
				keys,
				name: estimate.name,
				risk,
				jobs: jobPolicyOf(keys, pricing)
			}, pricing, distributions)];
			return {
				...estimate,
				problems,
				list,
				monthly: risk.figures.expected,
				risk
			};
		}
		const jobs = jobPolicyOf(keys, pricing);
		const { share, allowance } = paid.get(keys.provider) ?? NOTHING_FREE;
		const asking = statusPriceOf(jobs, pricing);
		if (isNoRate(asking) && share > 0 && asksOf(planned, jobs, distributions) > 0) {
			const { file, name } = estimate;
			const problem = {
				code: "no-exchange-rate",
				severity: "warning",
				file,
				path: [
					"workloads",
					name,
					"model"
				],
				args: {
					id: `${keys.provider}/${keys.model}`,
					currency: asking.noRate,
					what: "status-request"
				}
			};
			return {
				...estimate,
				status: "unpriced",
				problems: [...estimate.problems, problem],
				list: null,
				monthly: null,
				risk: null
			};
		}
		const statusPrice = isNoRate(asking) ? 0 : asking.toNumber() * share;
		const declared = () => `${declaredAs(planned, pricing)} ${statusPrice} ${allowance}${planned.tier ? tiers() : ""}`;
		const { risk, assumptions, problems } = remembered(pricing.book, planned.name, declared, () => {
			const asked = allowance === 0 || isNoRate(asking) ? 0 : asksOf(planned, jobs, distributions);
			const free = asked === 0 || isNoRate(asking) ? null : {
				price: asking.toNumber(),
				free: asked * allowance
			};
			const made = riskOf({
				...planned,
				asking: free
			}, jobs, statusPrice, distributions);
			return {
				risk: made,
				assumptions: once$1(() => riskAssumptions(made, {
					planned,
					jobs,
					statusPrice
				}, distributions)),
				problems: once$1(() => feasibilityProblems({
					keys,
					name: estimate.name,
					risk: made,
					jobs
				}, pricing, distributions))
			};
		});
		if (pricing.costOnly) return {
			...estimate,
			list,
			monthly: risk.figures.expected,
			risk
		};
		const all = once$1(() => [...estimate.assumptions(), ...assumptions()]);
		return {
			...estimate,
			problems: [...estimate.problems, ...problems()],
			assumptions: all,
			list,
			monthly: risk.figures.expected,
			risk
		};
	});
}
/** Everything that a workload's month depends on, except its name and the price book, as text. Equal parts have the same number (`model/part-number.ts`). */
function declaredAs({ keys, job, plan }, { manifest: { settings }, date }) {
	const { amount, times } = plan.volume;
	const numbers = [
		settings.accounts,
		settings.fx,
		keys.client,
		keys.reliability,
		keys.volume,
		job,
		amount,
		plan.rounds
	].map((part) => typeof part === "object" ? `#${partNumber(part)}` : part).join(" ");
	return `${keys.provider}\n${keys.model}\n${date} ${settings.currency} ${numbers} ${times} ${plan.count} ${plan.clipsPerJob}`;
}
function withTiers(listed, pricing, distributions) {
	return listed && {
		...listed,
		tier: tierPriceOf(listed, pricing, distributions)
	};
}
/** The risk of a workload that declares nothing uncertain. Other workloads of its model may decide its tier, so that its cost varies with their volume. */
function certainRisk(planned, pricing, distributions) {
	const { keys } = planned;
	const jobs = jobPolicyOf(keys, pricing);
	const listed = listPriceRisk({
		...planned,
		tier: null
	}, jobs, (choice) => mostExpensiveOf(choice, keys, pricing));
	if (!planned.tier) return listed;
	const { figures, waterfall, distribution, totalDistribution } = riskOf(planned, jobs, 0, distributions);
	return {
		...listed,
		figures,
		waterfall,
		distribution,
		totalDistribution
	};
}
/**
* The expected monthly cost of a workload, in the reporting currency, by charges alone: the model need not accept the request. For
* mixes of two versions of a workload.
* @param name its file and name, as in `PricedWorkload`
* @returns null if the charges give no price, or if status requests have a price and no exchange rate
*/
function expectedByCharges(keys, name, pricing, distributions) {
	const priced = pricedByCharges(keys, pricing);
	if (!priced) return null;
	const listed = {
		keys,
		name,
		...priced
	};
	const planned = {
		...listed,
		tier: tierPriceOf(listed, pricing, distributions)
	};
	if (isCertain(keys) && !planned.tier) return priced.list;
	const jobs = jobPolicyOf(keys, pricing);
	const asking = statusPriceOf(jobs, pricing);
	if (isNoRate(asking)) return asksOf(planned, jobs, distributions) > 0 ? null : expectedMonth(planned, jobs, 0, distributions);
	return expectedMonth(planned, jobs, asking.toNumber(), distributions);
}
/** Status requests of one workload a month. If there are none, their price does not matter. */
function asksOf(planned, jobs, distributions) {
	return riskOf(planned, jobs, 0, distributions).jobs.status_requests ?? 0;
}
const NOTHING_FREE = {
	share: 1,
	allowance: 0
};
/** By provider, how much of its status requests the free allowance of the month covers. */
function paidShares(estimates, pricing, distributions) {
	const asked = /* @__PURE__ */ new Map();
	for (const estimate of estimates) {
		const jobs = estimate.keys && jobPolicyOf(estimate.keys, pricing);
		const free = jobs?.status_request?.free_per_month;
		if (!jobs || !free) continue;
		const planned = plannedOf(estimate);
		if (!planned || isCertain(planned.keys)) continue;
		const requests = asksOf(planned, jobs, distributions);
		const known = asked.get(planned.keys.provider);
		asked.set(planned.keys.provider, {
			free: Math.min(free, known?.free ?? free),
			requests: [...known?.requests ?? [], requests]
		});
	}
	return new Map([...asked].map(([provider, { free, requests }]) => {
		const all = sumInOneOrder(requests);
		return [provider, all === 0 ? {
			share: 0,
			allowance: 0
		} : {
			share: Math.max(0, all - free) / all,
			allowance: free / all
		}];
	}));
}
/** Total distributions by the workloads that they add up. */
const together = /* @__PURE__ */ new WeakMap();
/** The distribution of the monthly cost of a set of workloads, in the reporting currency; null if nothing in it is uncertain. */
function totalDistributionOfAll(estimates, distributions) {
	const risks = estimates.flatMap(({ risk }) => risk ?? []);
	return onceForList(together, risks, () => totalOfRisks(risks, distributions));
}
function totalOfRisks(risks, distributions) {
	const uncertain = risks.flatMap(({ totalDistribution, distribution }) => totalDistribution ? {
		totalDistribution,
		distribution
	} : []);
	const [only] = uncertain;
	if (!only) return null;
	const members = uncertain.map(({ distribution }) => distribution);
	const total = members.length === 1 ? only.totalDistribution : totalDistributionOf(members, distributions);
	const certainly = risks.reduce((sum, { totalDistribution, figures }) => totalDistribution ? sum : sum.plus(figures.expected), ZERO).toNumber();
	return certainly === 0 ? total : shifted(total, certainly);
}
// lib/src/risk/accounts/cash.js
/**
* The mean payment in a steady month: one of many equal months. Packs last for more than a month. A pack is replaced when it is used
* up or when it expires, so the payment is the larger of the two costs: E[max(use, least)] = least + E[(use − least)⁺].
*
* A pack of $700 has 5,000 units and expires after 180 days. With 30 units a month, packs expire: a month costs
* $700 / (180 / 30.4375) = $118.37, not $4.20 of use. With 2,000 units a month, a pack is used up in 76 days: a month costs its use, $280.
*
* The formula leaves two things out. A team buys the next pack with the next job, not on the day when the old one expires: with 20 jobs a
* month, that is 1.5 days later, and the month costs $117.38. And the use within a pack's life varies differently from the use of a month:
* simulations differ from the formula by up to 1.5%.
*/
function steadyPayment(purchase, distribution) {
	if (purchase.kind !== "packs") return firstPayment(purchase, distribution, 0);
	return purchase.least + distribution.excess(purchase.least);
}
/** With more packs than this, the rest of the last pack is spread evenly: half a pack is left over on average. */
const MANY_PACKS = 4e3;
/**
* The mean payment for the random use of a first month, of which `covered` is already paid for, in the reporting currency.
* Another pack is bought as soon as the use exceeds the last one, so the mean number of packs is the sum of
* P(use − covered > k × value) over k = 0, 1, 2…
*
* A pack costs $100, and the use is $80 or $120 with equal chance. One pack is always bought (1), and a second in half of the
* months (0.5): 1.5 packs, $150. The mean use of $100 alone would give one pack, $100.
*/
function firstPayment(purchase, use, covered) {
	const { value } = purchase;
	if (purchase.kind === "plan") return value + purchase.beyond * use.excess(covered + value);
	if ((use.mean + 9 * use.sd) / value > MANY_PACKS) return use.excess(covered) + value / 2;
	let packs = purchase.kind === "plans" ? 1 : 0;
	for (let k = packs; k <= MANY_PACKS * 2; k++) {
		const needed = use.above(covered + k * value);
		if (needed < 1e-12) break;
		packs += needed;
	}
	return packs * value;
}
// lib/src/risk/accounts/payment.js
/** The mean amount of a credit that the month uses, after the credit `before` is used up. E[min(S, x)] = E[S] − E[(S − x)⁺]. */
function usedOf(credit, before, usage, totalDistribution) {
	if (credit.lte(0)) return ZERO;
	if (totalDistribution) return amount(totalDistribution.excess(before.toNumber()) - totalDistribution.excess(before.plus(credit).toNumber()));
	const left = usage.minus(before);
	return left.lte(0) ? ZERO : left.lt(credit) ? left : credit;
}
/** The probability (0–1) that the month's use is above `size`; 0 or 1 if the use is certain. */
function exceeds(size, usage, totalDistribution) {
	return totalDistribution ? totalDistribution.above(size.toNumber()) : usage.gt(size) ? 1 : 0;
}
/** The payment for a use with this mean and distribution, in the reporting currency. */
function paying({ pack, price, least }, usage, totalDistribution) {
	if (!pack || price.lte(0)) return {
		steady: usage,
		beyond: ZERO,
		first: (covered) => least && toppedUp(least, covered, usage, totalDistribution)
	};
	const purchase = purchaseOf(pack, price);
	const first = (covered) => {
		if (totalDistribution) return amount(firstPayment(purchase, totalDistribution, covered.toNumber()));
		const use = positive(usage.minus(covered));
		if (purchase.kind === "plan") return price.plus(positive(use.minus(price)).times(decimal(purchase.beyond)));
		const whole = use.div(price).round(0, 3).times(price);
		return purchase.kind === "plans" && whole.lt(price) ? price : whole;
	};
	if (purchase.kind === "plans") return {
		steady: first(ZERO),
		beyond: ZERO,
		first
	};
	if (purchase.kind === "plan") {
		const over = totalDistribution ? amount(totalDistribution.excess(price.toNumber())) : positive(usage.minus(price));
		return {
			steady: first(ZERO),
			beyond: over.times(decimal(purchase.beyond).minus(ONE)),
			first
		};
	}
	const expired = amount(purchase.least);
	if (totalDistribution && expired.gt(0)) return {
		steady: amount(steadyPayment(purchase, totalDistribution)),
		beyond: ZERO,
		first
	};
	return {
		steady: usage.gt(expired) ? usage : expired,
		beyond: ZERO,
		first
	};
}
/**
* The first month's payment for credit that is topped up as needed, at least `least` at a time. Credit that is left over pays for later
* months. A month uses $2.50, and the minimum purchase is $10: the first month pays $10, a steady month $2.50. If all use is covered,
* nothing is bought.
*/
function toppedUp(least, covered, usage, totalDistribution) {
	const paid = usage.minus(usedOf(covered, ZERO, usage, totalDistribution));
	if (least.lte(0)) return paid;
	if (!totalDistribution) return paid.gt(0) && paid.lt(least) ? least : paid;
	const [there, smallest] = [covered.toNumber(), least.toNumber()];
	const more = smallest * totalDistribution.above(there) - totalDistribution.excess(there) + totalDistribution.excess(there + smallest);
	return more > LEAST_SHOWN ? paid.plus(amount(more)) : paid;
}
/** A smaller amount than this is rounding error: reports round money to six decimals. */
const LEAST_SHOWN = 5e-7;
/** How a pack or plan at this price is bought. The unused part of a plan is lost every month, that of a pack when it expires. */
function purchaseOf(pack, price) {
	const value = price.toNumber();
	if (!pack.monthly) return {
		kind: "packs",
		value,
		least: pack.expires === void 0 ? 0 : price.times(decimal(DAYS_A_MONTH)).div(pack.expires).toNumber()
	};
	if (pack.beyond === void 0 || typeof pack.beyond === "string") return {
		kind: "plans",
		value
	};
	return {
		kind: "plan",
		value,
		beyond: pack.beyond.div(pack.price.div(pack.size)).toNumber()
	};
}
function positive(value) {
	return value.gt(0) ? value : ZERO;
}
// lib/src/risk/accounts/ledger.js
/** One line for every provider that a manifest uses, in the order of first use, then for every other provider with an account. */
function ledgerOf(pricing, estimates, distributions) {
	const priced = /* @__PURE__ */ new Map();
	for (const one of estimates) {
		if (!one.keys) continue;
		const own = priced.get(one.keys.provider) ?? [];
		priced.set(one.keys.provider, own);
		if (one.monthly !== null) own.push(one);
	}
	return [.../* @__PURE__ */ new Set([...priced.keys(), ...Object.keys(pricing.manifest.settings.accounts)])].map((provider) => lineOf(provider, pricing, priced.get(provider) ?? [], distributions));
}
function lineOf(provider, pricing, own, distributions) {
	const entry = pricing.book.provider(provider)?.account;
	const keys = pricing.manifest.settings.accounts[provider];
	const usage = own.reduce((sum, { monthly }) => sum.plus(monthly ?? ZERO), ZERO);
	const totalDistribution = totalDistributionOfAll(own, distributions);
	const toReport = (usd) => known$3(toReporting(usd, "USD", pricing));
	const credit = creditValue(entry, keys);
	const once = onceOnly(entry, keys, pricing);
	const [trialCredit, prepaidCredit] = [known$3(once.trial), known$3(once.prepaid)];
	const trial = trialCredit && usedOf(trialCredit, ZERO, usage, totalDistribution);
	const prepaid = trialCredit && prepaidCredit && usedOf(prepaidCredit, trialCredit, usage, totalDistribution);
	const bought = own.some(({ job }) => job?.terms.some((term) => "rate" in term && term.rate.unit === "credits")) ? credit?.pack : void 0;
	const packPrice = bought ? toReport(bought.price) : ZERO;
	const least = bought ? ZERO : toReport(decimal(entry?.minimum_purchase ?? "0"));
	const pay = packPrice && paying({
		pack: bought,
		price: packPrice,
		least
	}, usage, totalDistribution);
	const fees = feesOf(entry?.fees ?? [], keys?.fees ?? {});
	const monthly = toReport(fees.month);
	const setUp = toReport(fees.once);
	const paid = pay?.steady ?? null;
	const first = trialCredit && prepaidCredit && (pay?.first(trialCredit.plus(prepaidCredit)) ?? null);
	return {
		provider,
		usage,
		trial: trial?.neg() ?? null,
		prepaid: prepaid?.neg() ?? null,
		bundle_remainder: paid?.minus(usage) ?? null,
		beyond_plan: pay?.beyond ?? null,
		fees: monthly,
		cash: paid && monthly && paid.plus(monthly),
		first_month: first && monthly && setUp && first.plus(monthly).plus(setUp),
		plan_exceeded: bought?.monthly && (bought.beyond === "none" || bought.beyond === "unknown") && packPrice ? exceeds(packPrice, usage, totalDistribution) : null
	};
}
function known$3(converted) {
	return isNoRate(converted) ? null : converted;
}
/**
* Amounts of accounts without an exchange rate. It is an error if the manifest names the amount, because only the manifest can give
* the rate. An amount from the price book alone is a warning; a trial or a minimum purchase from it is a note.
*/
function rateProblems(pricing, lines) {
	const { manifest, book } = pricing;
	return lines.flatMap(({ provider, fees, bundle_remainder, first_month }) => {
		if (first_month !== null) return [];
		const entry = book.provider(provider)?.account;
		const keys = manifest.settings.accounts[provider];
		const once = onceOnly(entry, keys, pricing);
		const numbers = feesOf(entry?.fees ?? [], keys?.fees ?? {});
		const lacking = (what, isUnknown, usual = "warning") => {
			const rate = toReporting(ONE, "USD", pricing);
			if (!isUnknown || !isNoRate(rate)) return [];
			const isAskedFor = keys !== void 0 && Object.hasOwn(keys, what);
			const severity = isAskedFor ? "error" : usual;
			const path = isAskedFor ? [
				"accounts",
				provider,
				what
			] : keys ? ["accounts", provider] : ["currency"];
			return [{
				code: "no-exchange-rate",
				severity,
				file: manifest.file,
				path,
				args: {
					id: provider,
					currency: rate.noRate,
					what
				}
			}];
		};
		return [
			...lacking("fees", fees === null || numbers.once.gt(0)),
			...lacking(keys?.plan === void 0 ? "pack" : "plan", bundle_remainder === null),
			...lacking("minimum_purchase", isNoRate(toReporting(decimal(entry?.minimum_purchase ?? "0"), "USD", pricing)), "note"),
			...lacking("trial", isNoRate(once.trial), "note"),
			...lacking("prepaid", isNoRate(once.prepaid))
		];
	});
}
/** A plan that is too small in more than this share of months is reported. */
const OFTEN = .05;
/** Plans that are too small for the month, if use beyond them has no known price. */
function planProblems({ manifest: { file, settings }, book }, lines) {
	return lines.flatMap(({ provider, plan_exceeded }) => {
		const keys = settings.accounts[provider];
		const pack = creditValue(book.provider(provider)?.account, keys)?.pack;
		if (!pack || plan_exceeded === null || plan_exceeded <= OFTEN) return [];
		const args = {
			plan: pack.name,
			size: pack.size.toNumber(),
			chance: plan_exceeded,
			beyond: String(pack.beyond)
		};
		return [{
			code: "plan-exceeded",
			severity: "warning",
			file,
			path: [
				"accounts",
				provider,
				keys?.plan === void 0 ? "pack" : "plan"
			],
			args
		}];
	});
}
function feesOf(fees, numbers) {
	const total = (every) => fees.filter((fee) => fee.every === every).reduce((sum, { name, usd }) => sum.plus(decimal(usd).times(Object.hasOwn(numbers, name) ? numbers[name] ?? 0 : 0)), ZERO);
	return {
		month: total("month"),
		once: total("once")
	};
}
// lib/src/risk/accounts/unused-credit.js
/** Expiring credit is reported from this share of what is bought. */
const MUCH = .1;
/** Packs and plans of which at least a tenth expires unused in a steady month. Each is a note. */
function expiryProblems(pricing, lines) {
	const { manifest, book } = pricing;
	const { file, settings } = manifest;
	return lines.flatMap(({ provider, usage, bundle_remainder, beyond_plan }) => {
		const entry = book.provider(provider)?.account;
		const keys = settings.accounts[provider];
		const pack = creditValue(entry, keys)?.pack;
		const unused = bundle_remainder?.minus(beyond_plan ?? ZERO);
		if (!pack || !unused?.gt(0) || !(pack.monthly || pack.expires)) return [];
		const plan = pack.monthly && typeof pack.beyond === "object" ? toReporting(pack.price, "USD", pricing) : null;
		const share = unused.div(plan && !isNoRate(plan) ? plan : usage.plus(unused)).toNumber();
		if (share < MUCH) return [];
		const smaller = smallerThan(pack, entry?.packs ?? []);
		const args = {
			pack: pack.name,
			size: pack.size.toNumber(),
			price: pack.price.toNumber(),
			share,
			monthly: unused.toNumber(),
			currency: settings.currency,
			expires: pack.monthly ? null : pack.expires ?? null,
			smaller
		};
		const at = keys?.plan !== void 0 ? ["plan"] : keys?.pack !== void 0 ? ["pack"] : [];
		return [{
			code: "credit-expires",
			severity: "note",
			file,
			path: keys ? [
				"accounts",
				provider,
				...at
			] : ["workloads"],
			args
		}];
	});
}
/** The name of the next smaller pack (or plan, for a plan); null if there is none. */
function smallerThan(pack, packs) {
	return packs.filter(({ size, every, once }) => !once && every === "month" === pack.monthly && decimal(size).lt(pack.size)).sort((a, b) => decimal(b.size).cmp(a.size))[0]?.name ?? null;
}
/** Balances and trials of the manifest that do not cover one job of some workload. Each is a note that names the workloads. */
function balanceProblems(pricing, estimates) {
	const { manifest, book } = pricing;
	return Object.entries(manifest.settings.accounts).flatMap(([provider, keys]) => {
		const once = onceOnly(book.provider(provider)?.account, keys, pricing);
		return ["trial", "prepaid"].flatMap((what) => {
			const balance = keys[what] === void 0 || isNoRate(once[what]) ? null : once[what];
			if (!balance?.gt(0)) return [];
			const short = estimates.filter(({ keys: own, job }) => own?.provider === provider && job?.amount.gt(balance));
			if (short.length === 0) return [];
			const mostExpensive = short.reduce((most, { job }) => job?.amount.gt(most) ? job.amount : most, ZERO);
			const args = {
				what,
				balance: String(keys[what]),
				worth: balance.toNumber(),
				job: mostExpensive.toNumber(),
				currency: manifest.settings.currency,
				workloads: short.map(({ name }) => name)
			};
			return [{
				code: "balance-below-a-job",
				severity: "note",
				file: manifest.file,
				path: [
					"accounts",
					provider,
					what
				],
				args
			}];
		});
	});
}
// lib/src/prices/provider-names.js
const BY_NAME = new Map(Object.entries({
	alibaba: [
		"aliyun",
		"dashscope",
		"qwen",
		"wan",
		"modelstudio",
		"alibabacloud"
	],
	azure: [
		"azureopenai",
		"microsoft",
		"foundry"
	],
	bedrock: [
		"aws",
		"amazon",
		"nova",
		"novareel",
		"amazonbedrock"
	],
	byteplus: [
		"bytedance",
		"seedance",
		"modelark"
	],
	"d-id": ["did"],
	fal: ["falai"],
	firefly: ["adobe", "adobefirefly"],
	google: [
		"gemini",
		"veo",
		"aistudio",
		"googleai",
		"geminiapi",
		"googlegemini"
	],
	kling: ["klingai", "kuaishou"],
	ltx: ["lightricks", "ltxvideo"],
	luma: [
		"lumaai",
		"lumalabs",
		"dreammachine",
		"ray"
	],
	minimax: [
		"hailuo",
		"hailuoai",
		"minimaxi"
	],
	openai: ["sora", "chatgpt"],
	pika: ["pikalabs", "pikaart"],
	runway: ["runwayml", "gen4"],
	stability: ["stabilityai", "stablevideo"],
	tencent: ["hunyuan", "tencentcloud"],
	vertex: [
		"vertexai",
		"googlevertex",
		"googlecloud",
		"gcp"
	],
	volcengine: [
		"ark",
		"volcano",
		"doubao",
		"jimeng"
	],
	xai: ["grok"],
	zai: [
		"zhipu",
		"glm",
		"cogvideo",
		"cogvideox"
	]
}).flatMap(([slug, names]) => names.map((name) => [name, slug])));
/** The slug of the provider that a name most likely means: `Gemini API` is `google`. Null if none of the book's providers fits. */
function providerCalled(name, { slugs }) {
	const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
	const slug = slugs.find((one) => one.replace(/[^a-z0-9]/g, "") === letters) ?? BY_NAME.get(letters);
	return slug !== void 0 && slugs.includes(slug) ? slug : null;
}
// lib/src/prices/family.js
/** Matches `words` at the start of a word in an id: at its beginning, or after a character that is no letter or digit. */
const family = (name, words) => ({
	name,
	ids: new RegExp(`(?:^|[^a-z0-9])(?:${words})`)
});
/** The first family that matches wins. One whose ids contain another's name therefore comes first. */
const FAMILIES = [
	family("Topaz Video", "topaz|starlight"),
	family("lip sync", "(?:sync-)?lip-?sync|latent-?sync|wav2lip|musetalk|sync-3|react-1"),
	family("HeyGen", "heygen"),
	family("talking head", "omni-?human|infinite-?talk|multi-?talk|sad-?talker|live-?portrait|fabric-1|hallo\\d?(?![a-z])|echomimic|ai-avatar|avatar"),
	family("Kling", "kling(?:ai)?(?!-image)"),
	family("Veo", "veo-?[1-9]|veo(?![a-z0-9])"),
	family("Gemini Omni", "gemini-omni"),
	family("Sora", "sora"),
	family("Seedance", "(?:dreamina-|doubao-)?seedance|v1-(?:lite|pro)(?:-fast)?-(?:text|image)-to-video|dreamactor|seed-video"),
	family("Jimeng", "jimeng"),
	family("Hailuo", "hailuo|minimax[-/](?:video|h\\d)|video-01|(?:t2v|i2v|s2v)-01|minimax-h\\d|h3-max"),
	family("HappyHorse", "happy-?horse"),
	family("Wan", "wanx?-?v?\\d|wan(?:/v?\\d|-(?:video|t2v|i2v|r2v|flf2v|pro|vace|animate|effects|alpha|fun))|wan2"),
	family("Luma Ray", "ray-?(?:flash-)?\\d|luma/(?:agent/)?ray|luma-dream-machine|dream-machine"),
	family("PixVerse", "pixverse"),
	family("Vidu", "vidu"),
	family("LTX", "ltxv?(?![a-z])"),
	family("Hunyuan Video", "hunyuan-?(?:video|custom|avatar|foley)"),
	family("Runway", "runway(?:ml)?|gen-?[34](?:a|[-_.]|$)|aleph|act[-_]two"),
	family("Pika", "pika"),
	family("Grok Imagine", "grok-(?:imagine-)?video|grok-imagine(?!-image)"),
	family("Nova Reel", "nova-reel"),
	family("FLUX Video", "flux-?3(?!\\d)(?!.*image)"),
	family("Mochi", "mochi"),
	family("CogVideo", "cogvideox?"),
	family("SkyReels", "sky-?reels"),
	family("Stable Video", "stable-video|svd(?![a-z])"),
	family("Cosmos", "cosmos"),
	family("Magi", "magi(?![a-z])"),
	family("Framepack", "frame-?pack"),
	family("Higgsfield", "higgsfield|dop(?:-(?:lite|turbo|preview|standard))"),
	family("Lucy", "lucy"),
	family("Kandinsky Video", "kandinsky-?(?:\\d-?)*video|kandinsky5"),
	family("AnimateDiff", "animatediff|animate-diff|zeroscope|hotshot"),
	family("Marey", "marey|moonvalley"),
	family("Firefly Video", "firefly.*video"),
	family("Muse Video", "muse-video"),
	family("Krea Video", "krea.*video"),
	family("SeedVR", "seedvr\\d?|bytedance-upscaler|flashvsr|video-upscale"),
	family("Mirelo", "mirelo|mmaudio|video-to-audio")
];
/** Names of video modes, in the id of a model of any family. */
const A_MODE = /(?:text|image|reference|frames?|audio|speech|video)[-_]to[-_]video|video[-_]to[-_]|(?:^|[^a-z0-9])(?:t2v|i2v|r2v|v2v|s2v|flf2v|img2vid|txt2vid|animate|motion-control)(?![a-z0-9])|(?:^|[^a-z0-9])video(?:[^a-z0-9]|$)/;
/** Words in the ids of other kinds of models: images, audio alone, text, training. */
const NO_VIDEO = /(?:^|[^a-z0-9])(?:(?:text|image|sketch)[-_]to[-_](?:image|3d)|t2i|i2i|tts|text[-_]to[-_](?:speech|audio|music)|speech[-_]to[-_]text|trainer|training|kolors|embedding|whisper|transcribe|image[-_]edit|virtual-try-on|try-on)(?![a-z0-9])|(?:image|img)(?:-\d+(?:\.\d+)?)?$/;
/**
* The family of a model id, such as `Kling`, or `video` if the id names a video mode but no known family.
* @returns null if the id does not look like a video model's
*/
function familyOf(id) {
	const written = id.toLowerCase();
	if (NO_VIDEO.test(written)) return null;
	return FAMILIES.find(({ ids }) => ids.test(written))?.name ?? (A_MODE.test(written) ? "video" : null);
}
// lib/src/prices/recognise.js
/** Looks up a model id of a provider, as a manifest or a program writes it. */
function recognise(provider, id) {
	const model = findModel(provider, id);
	if (model) return {
		kind: "model",
		model
	};
	const meant = {
		family: familyOf(id),
		nearest: nearestModel(provider, id)
	};
	return provider.unlisted_models === void 0 ? {
		kind: "unknown",
		...meant
	} : {
		kind: "unlisted",
		why: provider.unlisted_models,
		...meant
	};
}
/**
* The listed name that a misspelled id most likely means. If the id has a known family, only names of that
* family are candidates: an id of Sora is never a misspelled LTX.
*/
function nearestModel(provider, id) {
	const family = familyOf(id);
	const related = family === null || family === "video" ? modelNames(provider) : namesByFamily(provider).get(family) ?? [];
	const bare = spellingsOf(id, provider.spellings).at(-1) ?? id;
	return nearest(id, related) ?? nearest(bare, related);
}
/** The names of a provider's models by family, collected once per provider. */
const families = /* @__PURE__ */ new WeakMap();
function namesByFamily(provider) {
	const known = families.get(provider);
	if (known) return known;
	const made = /* @__PURE__ */ new Map();
	for (const name of modelNames(provider)) {
		const family = familyOf(name) ?? "";
		made.set(family, [...made.get(family) ?? [], name]);
	}
	families.set(provider, made);
	return made;
}
// lib/src/engine/lifecycle.js
/** The warning begins this many days before a model retires. */
const RETIRES_SOON_DAYS = 60;
/** The warning begins this many days before the earliest day that the maker announced. */
const MAY_RETIRE_DAYS = 30;
/**
* Reports a model that is retired on `date`, or that soon will or may be. `status.retires` is the first day on which it cannot be used.
* `status.may_retire` is the earliest such day that was announced; from then on, it is unknown whether calls fail.
*/
function lifecycleProblems(id, model, date, { file, name }) {
	const { status } = model;
	const path = [
		"workloads",
		name,
		"model"
	];
	const next = {
		successor: status.successor ?? null,
		alternatives: [...status.alternatives ?? []]
	};
	const announced = status.may_retire === void 0 ? null : {
		day: status.may_retire,
		left: daysBetween(date, status.may_retire)
	};
	const may = announced && announced.left <= MAY_RETIRE_DAYS ? [{
		code: "may-retire",
		severity: "warning",
		file,
		path,
		args: {
			id,
			date: announced.day,
			days: announced.left,
			...next
		}
	}] : [];
	if (status.retires === void 0) return may;
	const left = daysBetween(date, status.retires);
	const args = {
		id,
		date: status.retires,
		days: left,
		...next
	};
	if (retiredSince(model, date) !== null) return [{
		code: "retired",
		severity: "error",
		file,
		path,
		args
	}];
	return left <= RETIRES_SOON_DAYS ? [{
		code: "retires-soon",
		severity: "warning",
		file,
		path,
		args
	}] : may;
}
/** The problem of a price that was last checked longer ago than the manifest's policy allows. */
function staleProblem(id, { checked, source }, { manifest, date }, { file, name }) {
	const severity = {
		note: "note",
		warn: "warning",
		fail: "error"
	};
	const { stale_price, price_max_age_days } = manifest.settings.policy;
	const days = daysBetween(checked, date);
	return {
		code: "stale-price",
		severity: severity[stale_price],
		file,
		path: [
			"workloads",
			name,
			"model"
		],
		args: {
			id,
			checked,
			days,
			max: price_max_age_days,
			source
		}
	};
}
// lib/src/engine/manifest-path.js
/** The path in a workload for a field of a price file. A field that is not one of the general request fields is under `options`. */
function manifestPath(field) {
	return [...requestField(field)?.path ?? ["options", field]];
}
// lib/src/engine/no-price.js
/** The problem of a known model without a usable price. @param why the reason, for the message */
function unpriced$1({ provider, model }, { file, name }, why) {
	return {
		code: "unpriced",
		severity: "warning",
		file,
		path: [
			"workloads",
			name,
			"model"
		],
		args: {
			id: `${provider}/${model}`,
			why
		}
	};
}
/**
* The problem of a model that the provider may sell but that the book does not list. `family` and `nearest`: what the id resembles.
* `elsewhere`: providers that have a model with this id.
*/
function unlistedModel(keys, place, meant) {
	const problem = unpriced$1(keys, place, meant.why);
	return {
		...problem,
		args: {
			...problem.args,
			listed: false,
			family: meant.family,
			nearest: meant.nearest,
			elsewhere: meant.elsewhere
		}
	};
}
/** The problem of a price that is only known as a lower bound. */
function lowerBound({ provider, model }, { file, name }) {
	return {
		code: "lower-bound",
		severity: "warning",
		file,
		path: [
			"workloads",
			name,
			"model"
		],
		args: { id: `${provider}/${model}` }
	};
}
/** Why a request has no price, as a problem: an error if an edit of the manifest can fix it, otherwise a warning. */
function noPriceProblem(reason, id, keys, { file, name }) {
	const at = ["workloads", name];
	switch (reason.no) {
		case "field": return {
			code: "field-needed",
			severity: "error",
			file,
			path: [...at, ...manifestPath(reason.field)],
			args: {
				id,
				field: manifestPath(reason.field).join(".")
			}
		};
		case "offer": return {
			code: "not-offered",
			severity: "error",
			file,
			path: [...at, "output"],
			args: {
				id,
				request: describe(keys)
			}
		};
		case "amount": return {
			code: "unpriced",
			severity: "warning",
			file,
			path: [...at, "model"],
			args: {
				id,
				why: "unknown-amount"
			}
		};
		case "credit": return {
			code: "unpriced",
			severity: "warning",
			file,
			path: [...at, "model"],
			args: {
				id,
				why: "unknown-credit"
			}
		};
		case "rate": return {
			code: "no-exchange-rate",
			severity: "warning",
			file,
			path: [...at, "model"],
			args: {
				id,
				currency: reason.currency
			}
		};
	}
}
function describe({ mode, output }) {
	return Object.entries({
		mode,
		...output
	}).flatMap(([key, value]) => value === void 0 ? [] : [`${key} ${String(value)}`]).join(", ");
}
// lib/src/engine/length.js
/**
* The nearest lengths in seconds to one that the model does not make: the longest shorter one and the shortest longer one. Each is given
* only if the model accepts it in this request.
* @param at the same request with another duration
*/
function lengthsNear(model, seconds, at) {
	const limits = [model.accepts, ...model.cases.map((one) => one.accepts)].map(({ duration }) => duration);
	const made = [...new Set(limits.flatMap((limit) => limit ? around(limit, seconds) : []))].filter((duration) => !refusals(at(duration), model).refused.some(({ field }) => field === "duration")).sort((a, b) => a - b);
	const shorter = made.findLast((one) => one < seconds);
	const longer = made.find((one) => one > seconds);
	return {
		...shorter !== void 0 && { shorter },
		...longer !== void 0 && { longer }
	};
}
/** Candidates for the nearest length: every value of a list, or the ends of a range and the steps on both sides of `seconds`. */
function around(limit, seconds) {
	if (limit.kind === "list" || limit.step === void 0) return boundaries(limit);
	const { min, max, step } = limit;
	const last = decimal(max).minus(min).div(step).round(0, 0);
	const below = decimal(seconds).minus(min).div(step).round(0, 0);
	return [
		decimal(0),
		below,
		below.plus(1),
		last
	].filter((one) => one.gte(0) && one.lte(last)).map((one) => one.times(step).plus(min).toNumber());
}
// lib/src/engine/refusal-problems.js
/** A problem for each field of a request that the model does not accept, with the values that it accepts. */
function refusalProblems(request, model, asking, accepted) {
	const { id, file, name } = asking;
	const at = ["workloads", name];
	const { refused, unknown } = refusals(request, model);
	return [
		...unknown.map((option) => ({
			code: "unknown-option",
			severity: "error",
			file,
			path: [
				...at,
				"options",
				option
			],
			at: "key",
			args: {
				id,
				value: option,
				allowed: optionsOf(model)
			}
		})),
		...refused.map(({ field, value, allowed }) => {
			const path = field === "plan" ? [
				"accounts",
				id.split("/", 1)[0],
				"plan"
			] : [...at, ...manifestPath(field)];
			return {
				code: "not-accepted",
				severity: "error",
				file,
				path,
				args: {
					id,
					field: field === "plan" ? "plan" : manifestPath(field).join("."),
					value,
					allowed,
					...field === "duration" && typeof value === "number" && nextLength$1(request, model, value, accepted)
				}
			};
		}),
		...autoProblems(request, model, asking)
	];
}
/**
* The next longer clip that the model makes for the same request, and the price of its job. That is the billed price if the provider rounds
* the length up. Empty if there is no such clip or no price.
*/
function nextLength$1(request, model, seconds, { at, price, currency }) {
	if (!request.given.has("duration") || request.given.has("segments")) return {};
	const { longer } = lengthsNear(model, seconds, at);
	const other = longer === void 0 ? void 0 : at(longer);
	if (longer === void 0 || !other || refusals(other, model).refused.length > 0) return {};
	const job = price(other);
	return job === null || "no" in job ? {} : {
		next: longer,
		next_price: job.amount.toFixed(),
		next_bound: job.bound,
		currency
	};
}
function autoProblems(request, { accepts }, { id, file, name }) {
	const { duration } = accepts;
	if (!request.auto || duration && isAccepted$1(duration, "auto")) return [];
	const allowed = duration?.kind === "range" ? `${duration.min} to ${duration.max}` : listedValues(duration);
	return [{
		code: "not-accepted",
		severity: "error",
		file,
		path: [
			"workloads",
			name,
			"output",
			"duration"
		],
		args: {
			id,
			field: "output.duration",
			value: "auto",
			allowed
		}
	}];
}
function optionsOf({ accepts }) {
	return Object.keys(accepts).filter((field) => manifestPath(field)[0] === "options");
}
// lib/src/engine/estimate.js
/** For a workload without assumptions. */
const NO_ASSUMPTIONS = () => [];
/** Prices every workload of a manifest; a workload with a problem does not stop the others. */
function estimateManifest(pricing) {
	return pricing.manifest.workloads.map((workload) => estimateWorkload(workload, pricing));
}
/** Cached jobs with a price and without a problem, by the keys that their price depends on. */
const pricedJobs = /* @__PURE__ */ new WeakMap();
/** Prices one workload with the settings of its manifest. Workloads that request the same job share its price, even if their volumes differ. */
function estimateWorkload(workload, pricing) {
	const { file, name, keys } = workload;
	const same = keys && pricedJobs.get(pricing)?.get(priceKeysOf(keys));
	if (same) return withMonth({
		...same.found,
		file,
		name,
		keys,
		monthly: null,
		assumptions: NO_ASSUMPTIONS,
		problems: []
	}, same, pricing);
	return estimateAlone(workload, pricing);
}
function estimateAlone({ file, name, keys }, pricing) {
	const nothing = {
		file,
		name,
		keys,
		monthly: null,
		assumptions: NO_ASSUMPTIONS
	};
	if (!keys) return {
		...nothing,
		status: "invalid",
		problems: []
	};
	const found = findInBook(keys, pricing, file, name);
	if (!found.provider || !found.model) {
		const tariff = isContract(keys.price) && !hasErrors(found.problems) ? tariffOf(keys, pricing) : null;
		if (tariff) return priced$1({
			...nothing,
			keys,
			mode: keys.mode ?? "text-to-video",
			problems: found.problems
		}, tariff, pricing);
		return {
			...nothing,
			status: hasErrors(found.problems) ? "invalid" : "unpriced",
			problems: found.problems
		};
	}
	const names = [found.model.id, ...found.model.aliases];
	return estimateModel({
		...nothing,
		names
	}, keys, found.model, pricing);
}
function findInBook(keys, { book }, file, name) {
	const at = ["workloads", name];
	const provider = book.provider(keys.provider);
	const contracted = isContract(keys.price);
	const unlisted = (what, value) => ({
		code: "unlisted-with-price",
		severity: "note",
		file,
		path: [...at, what],
		args: {
			what,
			value
		}
	});
	if (!provider) {
		if (contracted) return { problems: [unlisted("provider", keys.provider)] };
		const slugs = book.slugs;
		return { problems: [{
			code: "unknown-provider",
			severity: "error",
			file,
			path: [...at, "provider"],
			args: {
				value: keys.provider,
				nearest: providerCalled(keys.provider, book) ?? nearest(keys.provider, slugs),
				elsewhere: sellersOf(keys.model, book),
				allowed: [...slugs]
			}
		}] };
	}
	const found = recognise(provider, keys.model);
	if (found.kind === "model") return {
		provider,
		model: found.model,
		problems: []
	};
	if (contracted) return {
		provider,
		problems: [unlisted("model", keys.model)]
	};
	const elsewhere = sellersOf(keys.model, book);
	if (found.kind === "unlisted") return {
		provider,
		problems: [unlistedModel(keys, {
			file,
			name
		}, {
			...found,
			elsewhere
		})]
	};
	return {
		provider,
		problems: [{
			code: "unknown-model",
			severity: "error",
			file,
			path: [...at, "model"],
			args: {
				value: keys.model,
				provider: provider.provider,
				family: found.family,
				nearest: found.nearest,
				elsewhere
			}
		}]
	};
}
/** Providers in the price book that have a model with this id or alias. */
function sellersOf(model, book) {
	return book.slugs.filter((slug) => findModel(book.provider(slug), model));
}
function hasErrors(problems) {
	return problems.some(({ severity }) => severity === "error");
}
function estimateModel(nothing, keys, model, pricing) {
	const mode = keys.mode ?? model.modes[0];
	const { id, money, ask } = termsOf(keys, pricing);
	const lifecycle = lifecycleProblems(id, model, pricing.date, nothing);
	if (lifecycle.some(({ code }) => code === "retired")) return {
		...nothing,
		mode,
		status: "retired",
		problems: lifecycle
	};
	const request = ask(keys);
	const asked = {
		...nothing,
		mode,
		request
	};
	const tariff = tariffOf(keys, pricing);
	const refused = refusalProblems(request, model, {
		...nothing,
		id
	}, {
		at: (duration) => ask({
			...keys,
			output: {
				...keys.output,
				duration
			}
		}),
		price: (one) => tariff && !isContract(keys.price) ? tariff.bill(one) : null,
		currency: money.currency
	});
	const problems = [...lifecycle, ...refused];
	if (hasErrors(refused)) return {
		...asked,
		status: "invalid",
		problems
	};
	if (!tariff) return {
		...asked,
		status: "unpriced",
		problems: [...problems, unpriced$1(keys, nothing, model.notes ?? "")]
	};
	return priced$1({
		...asked,
		keys,
		problems
	}, tariff, pricing);
}
/** Prices one job by its tariff, and multiplies it by the jobs of a month. */
function priced$1(found, tariff, pricing) {
	const { file, name, keys, problems } = found;
	const { id, price } = tariff;
	const request = found.request ?? tariff.ask(keys);
	const contracted = isContract(keys.price);
	const source = contracted ? contractSource(id, file, name) : sourceOf(id, price, pricing);
	const stale = source.stale ? [staleProblem(id, price, pricing, found)] : [];
	const job = tariff.bill(request);
	if ("no" in job) {
		const problem = noPriceProblem(job, id, keys, found);
		const status = problem.severity === "error" ? "invalid" : "unpriced";
		return {
			...found,
			...!contracted && { source },
			status,
			problems: [
				...problems,
				...stale,
				problem
			]
		};
	}
	let assumed;
	const ofJob = () => {
		assumed ??= found.request && !pricing.costOnly ? assumptionsOf(keys, request, tariff, job.amount) : [];
		return assumed;
	};
	const { names, mode } = found;
	if (found.request && problems.length === 0 && stale.length === 0 && !contracted) onceAlike(pricedJobs, pricing, keys, () => ({
		request,
		job,
		ofJob,
		found: {
			request,
			source,
			...names && { names },
			...mode && { mode }
		}
	}));
	return withMonth({
		...found,
		source,
		problems: [...problems, ...stale]
	}, {
		request,
		job,
		ofJob
	}, pricing);
}
/** Multiplies one job's price and its assumptions by the jobs of a month. */
function withMonth(found, { request, job, ofJob }, pricing) {
	const { keys, problems } = found;
	const plan = jobPlanOf(keys, Number(request.fields.get("count") ?? keys.output.count ?? 1), pricing.month);
	const monthly = job.amount.times(decimal(plan.jobs));
	const assumptions = () => ofJob().map((one) => ({
		...one,
		monthly: one.monthly.times(decimal(plan.jobs))
	}));
	const noted = [
		...problems,
		...countNote(keys, plan, found),
		...tierProblems(keys, pricing, found.file, found.name)
	];
	if (job.bound !== "lower" || pricing.manifest.settings.policy.unknown_price === "warn") {
		const lower = job.bound === "lower" ? [lowerBound(keys, found)] : [];
		return {
			...found,
			job,
			plan,
			assumptions,
			status: "priced",
			monthly,
			problems: [...noted, ...lower]
		};
	}
	return {
		...found,
		job,
		plan,
		assumptions,
		status: "unpriced",
		monthly: null,
		problems: [...noted, lowerBound(keys, found)]
	};
}
/**
* The outputs of one job count as takes of one clip, unless the manifest says otherwise. Earlier versions computed clips × takes /
* outputs; if the number of jobs differs, a note says so. 100 clips from jobs of 4 outputs are 100 jobs now, and were 25.
*/
function countNote(keys, { clips, count, jobs }, { file, name }) {
	const batches = clips * meanTakes(keys.takes) / count;
	if (keys.output.count_as !== void 0 || count === 1 || Math.abs(jobs - batches) <= 1e-9 * jobs) return [];
	return [{
		code: "count-as-takes",
		severity: "note",
		file,
		path: [
			"workloads",
			name,
			"output",
			"count"
		],
		args: {
			count,
			jobs,
			batches
		}
	}];
}
function contractSource(id, file, name) {
	return {
		id,
		source: `${file}: workloads.${name}.price`,
		checked: null,
		confidence: "contract",
		stale: false
	};
}
function sourceOf(id, price, { manifest, date }) {
	const stale = daysBetween(price.checked, date) > manifest.settings.policy.price_max_age_days;
	return {
		id,
		source: price.source,
		checked: price.checked,
		confidence: price.confidence,
		stale,
		...price.notes && { notes: price.notes }
	};
}
// lib/src/risk/kept-costs.js
/** Costs by the settings of the manifest and the keys of the workload, then by its name and the month. Costs are freed together with their keys. */
const kept = /* @__PURE__ */ new WeakMap();
/** At most this many costs of one workload are kept. When there are more, all are dropped. */
const MOST_KEPT = 150;
/**
* The costs of a manifest's workloads. A workload is priced again only if its keys are a new object, or if the settings, the prices
* or the month differ: if one of 20 workloads is edited, one is priced.
*/
function costsOf(pricing, distributions) {
	const { workloads } = pricing.manifest;
	if (workloads.some((workload) => sharesRequests$1(workload, pricing))) return workloadCosts(estimateManifest(pricing), pricing, distributions);
	const found = workloads.map((workload) => keptCost(workload, pricing));
	const missing = workloads.filter((_, index) => !found[index]);
	if (missing.length === 0) return found;
	const made = workloadCosts(missing.map((workload) => estimateWorkload(workload, pricing)), pricing, distributions);
	for (const [index, cost] of made.entries()) keep(missing[index], cost, pricing);
	let next = 0;
	return found.map((cost) => cost ?? made[next++]);
}
function keptCost({ file, name, keys }, pricing) {
	const costs = keys && kept.get(pricing.manifest.settings)?.get(keys);
	const one = costs && (costs.get(placeOf$2(file, name, pricing)) ?? (pricing.costOnly && costs.get(placeOf$2(file, name, {
		...pricing,
		costOnly: false
	}))));
	if (!one || one.book !== pricing.book) return null;
	const jobs = jobsOf$1(keys, pricing);
	if (one.jobs === jobs && one.varying === varyingOf(keys, pricing)) return one.cost;
	return dependsOnJobs(keys, pricing) ? null : withJobs(one.cost, jobs);
}
function keep({ file, name, keys }, cost, pricing) {
	if (!keys) return;
	const { settings } = pricing.manifest;
	const ofManifest = kept.get(settings) ?? /* @__PURE__ */ new WeakMap();
	const costs = ofManifest.get(keys) ?? /* @__PURE__ */ new Map();
	kept.set(settings, ofManifest.set(keys, costs));
	if (costs.size >= MOST_KEPT) costs.clear();
	costs.set(placeOf$2(file, name, pricing), {
		book: pricing.book,
		jobs: jobsOf$1(keys, pricing),
		varying: varyingOf(keys, pricing),
		cost
	});
}
/** Whether status requests are free up to a number a month. All workloads of the provider share that allowance, so none is priced alone. */
function sharesRequests$1({ keys }, pricing) {
	return keys !== null && jobPolicyOf(keys, pricing).status_request?.free_per_month !== void 0;
}
function placeOf$2(file, name, { date, month, costOnly = false }) {
	return `${file}\n${name}\n${date} ${month.date} ${month.after} ${costOnly}`;
}
function jobsOf$1(keys, { monthlyJobs, book }) {
	return monthlyJobs.get(modelKey(keys, book));
}
const written = /* @__PURE__ */ new WeakMap();
function varyingOf(keys, { varyingJobs, book }) {
	const varying = varyingJobs?.get(modelKey(keys, book));
	if (!varying) return "";
	const text = written.get(varying) ?? JSON.stringify(varying);
	written.set(varying, text);
	return text;
}
/** The cost with another number of jobs of its model in its request. Nothing else changes if no price depends on that number. */
function withJobs(cost, jobs) {
	if (!cost.request || jobs === void 0) return cost;
	return {
		...cost,
		request: {
			...cost.request,
			fields: new Map([...cost.request.fields, ["monthly_jobs", jobs]])
		}
	};
}
/** Whether the price of a workload may depend on the jobs of the month: it has a contract price, or its model's prices name `monthly_jobs`. */
function dependsOnJobs(keys, { book }) {
	const provider = book.provider(keys.provider);
	const model = provider && findModel(provider, keys.model);
	return keys.price !== void 0 || model !== void 0 && asksForJobs(model);
}
const asking = /* @__PURE__ */ new WeakMap();
function asksForJobs(model) {
	const known = asking.get(model) ?? JSON.stringify(model).includes("\"monthly_jobs\"");
	asking.set(model, known);
	return known;
}
// lib/src/risk/no-effect.js
/** Volume drivers without effect: the volume is one plain number, or no other workload has the driver. Each is a note. */
function idleDrivers(estimates) {
	const driven = estimates.flatMap(({ keys, risk, file, name }) => keys && risk && keys.volume.driver !== void 0 ? [{
		...keys.volume,
		risk,
		file,
		name
	}] : []);
	const members = /* @__PURE__ */ new Map();
	for (const { driver, risk } of driven) if (risk.demand.draw !== null) members.set(driver, (members.get(driver) ?? 0) + 1);
	return driven.flatMap(({ driver, risk, file, name }) => {
		const why = risk.demand.draw === null ? "single-volume" : (members.get(driver) ?? 0) < 2 ? "single" : null;
		if (why === null) return [];
		return [{
			code: "no-effect",
			severity: "note",
			file,
			path: [
				"workloads",
				name,
				"volume",
				"driver"
			],
			args: {
				key: "volume.driver",
				why
			}
		}];
	});
}
// lib/src/risk/exposure.js
/** Problems of a file that could not be read: a manifest, or a price file whose prices are then missing. */
const UNREAD$1 = /* @__PURE__ */ new Set([
	"file-missing",
	"file-too-large",
	"not-utf8",
	"yaml-syntax",
	"duplicate-key",
	"too-many-aliases",
	"not-a-map",
	"outside-repository",
	"tree-truncated",
	"too-many-files"
]);
/** The problems in `UNREAD` that concern the whole commit, whatever file they name. */
const OF_COMMIT = /* @__PURE__ */ new Set(["tree-truncated", "too-many-files"]);
/**
* Prices one side for one month, at the prices of one day. The month is the day's own, or the one `after` months later.
* Each manifest keeps its own price files, accounts and exchange rates. The currency is that of the first manifest.
*/
function exposureOf(side, book, asked, distributions) {
	const currency = side.manifests[0]?.settings.currency ?? "USD";
	const { costOnly = false, ...month } = asked;
	const { on = month.date } = month;
	const withJobs = (one) => withSubmissions(costOnly ? {
		...one,
		costOnly
	} : one, distributions);
	const pricing = new Map(side.manifests.map((manifest) => {
		const files = side.prices.get(manifest.file);
		const own = files ? overlay(book, files.providers, files.snapshot) : book;
		return [manifest.file, withJobs(pricingOf(manifest, own, on, month))];
	}));
	const workloadPricing = /* @__PURE__ */ new Map();
	const priced = [...pricing.values()].map((one) => {
		const { file } = one.manifest;
		const own = new Map(costsOf(one, distributions).map((cost) => [cost.name, cost]));
		for (const { names, accounts, prices } of side.higherPrices?.get(file) ?? []) {
			const manifest = {
				...one.manifest,
				settings: {
					...one.manifest.settings,
					accounts
				}
			};
			const rival = withJobs(pricingOf(manifest, prices ? overlay(book, prices.providers, prices.snapshot) : book, on, month));
			for (const cost of costsOf(rival, distributions).filter(({ name }) => names.has(name))) {
				own.set(cost.name, cost);
				workloadPricing.set(`${file}\n${cost.name}`, rival);
			}
		}
		return {
			one,
			estimates: [...own.values()]
		};
	});
	const estimates = priced.flatMap((manifest) => manifest.estimates);
	const ledgers = priced.map(({ one, estimates: own }) => ({
		one,
		own,
		lines: withBounds(ledgerOf(one, own, distributions), own, side)
	}));
	const hidden = hiddenOf(side);
	const accounts = mergeLedgers(ledgers.flatMap(({ lines }) => lines));
	const sources = estimates.flatMap(({ source }) => source?.checked ? [source] : []);
	const checked = sources.flatMap((source) => source.checked ?? []).sort();
	return {
		currency,
		estimates,
		pricing,
		workloadPricing,
		accounts: accounts.map((line) => hidden.size > 0 ? {
			...line,
			complete: false
		} : line),
		hidden,
		complete: hidden.size === 0 && estimates.every(({ monthly }) => monthly !== null) && accounts.every(({ cash }) => cash !== null) && !side.problems.some(({ code }) => UNREAD$1.has(code)),
		total: totalOf(estimates, distributions, cashOf(accounts), hidden.size > 0),
		prices: {
			snapshot: side.snapshot ?? book.snapshot,
			oldest_checked: checked[0] ?? null,
			stale: sources.filter(({ stale }) => stale).length
		},
		problems: [
			...side.problems,
			...mixedCurrencies(side, currency),
			...[...pricing.values()].flatMap(accountProblems),
			...ledgers.flatMap(({ one, own, lines }) => [
				...planProblems(one, lines),
				...rateProblems(one, lines),
				...expiryProblems(one, lines),
				...balanceProblems(one, own)
			]),
			...estimates.flatMap(({ problems }) => problems),
			...idleDrivers(estimates)
		]
	};
}
/** The manifests that hide workloads. A price file hides none. */
function hiddenOf({ roots, manifests, includes, problems }) {
	const known = /* @__PURE__ */ new Set([
		...roots,
		...manifests.map(({ file }) => file),
		...[...includes.values()].flat()
	]);
	return new Set(problems.filter((problem) => hidesWorkloads(problem) && (known.has(problem.file) || OF_COMMIT.has(problem.code))).map(({ file }) => file));
}
/**
* Adds to each account whether all of its use has a price, and whether any of it has. A workload that could not be read counts
* for the provider that it names. If it names none, it counts for every provider.
*/
function withBounds(lines, estimates, { files }) {
	const found = /* @__PURE__ */ new Map();
	for (const { keys, file, name, monthly } of estimates) {
		const written = keys ?? treeAt(treeAt(files.get(file)?.value, "workloads"), name);
		const provider = typeof written.provider === "string" ? written.provider : null;
		const { complete, priced } = found.get(provider) ?? {
			complete: true,
			priced: false
		};
		found.set(provider, {
			complete: complete && monthly !== null,
			priced: priced || monthly !== null
		});
	}
	const anybody = found.get(null);
	return lines.map((line) => {
		const own = found.get(line.provider);
		const complete = (own?.complete ?? true) && (anybody?.complete ?? true);
		return {
			...line,
			complete,
			priced: (own?.priced ?? false) || (anybody?.priced ?? false)
		};
	});
}
/** Sums by the workloads that they add up. */
const sums = /* @__PURE__ */ new WeakMap();
/**
* The monthly cost of a set of workloads, in the reporting currency. Null if the set has workloads and none has a price: an unknown cost is not 0.
* @param cash what is paid for all accounts in a steady month; the expected cost if it is left out
* @param isPartial whether the set has more workloads, which could not be read
*/
function totalOf(estimates, distributions, cash, isPartial = false) {
	if ((estimates.length > 0 || isPartial) && estimates.every(({ monthly }) => monthly === null)) return null;
	const sum = (of) => exactSum(estimates.flatMap((one) => one.monthly ? one[of] ?? ZERO : []));
	const { expected, list } = onceForList(sums, estimates, () => ({
		expected: sum("monthly"),
		list: sum("list")
	}));
	const totalDistribution = totalDistributionOfAll(estimates, distributions);
	return totalDistribution ? figuresOfDistribution(list, expected, totalDistribution, cash) : {
		...certain(expected, cash),
		list
	};
}
/** What is paid in a steady month. If the payment of an account is not known, its use counts, as a lower bound. */
function cashOf(lines) {
	return lines.reduce((sum, { cash, usage }) => sum.plus(cash ?? usage), ZERO);
}
/** Adds up the lines of a provider that several manifests use: a report has one line for each provider. */
function mergeLedgers(lines) {
	const merged = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const known = merged.get(line.provider);
		merged.set(line.provider, known ? add(known, line) : line);
	}
	return [...merged.values()];
}
function add(a, b) {
	const sum = (key) => {
		const [one, other] = [a[key], b[key]];
		return one && other && one.plus(other);
	};
	return {
		provider: a.provider,
		usage: a.usage.plus(b.usage),
		trial: sum("trial"),
		prepaid: sum("prepaid"),
		bundle_remainder: sum("bundle_remainder"),
		beyond_plan: sum("beyond_plan"),
		fees: sum("fees"),
		cash: sum("cash"),
		first_month: sum("first_month"),
		plan_exceeded: a.plan_exceeded === null ? b.plan_exceeded : Math.max(a.plan_exceeded, b.plan_exceeded ?? 0),
		complete: a.complete && b.complete,
		priced: a.priced || b.priced
	};
}
/** A report has one currency. Adding up several currencies would need an exchange rate that nobody declared. */
function mixedCurrencies({ manifests }, currency) {
	return manifests.filter(({ settings }) => settings.currency !== currency).map(({ file, settings }) => ({
		code: "mixed-currencies",
		severity: "error",
		file,
		path: ["currency"],
		args: {
			value: settings.currency,
			expected: currency
		}
	}));
}
// lib/src/lock/lock-file.js
/** The default name of the lock file. */
const LOCK_NAME = "video-budget.lock";
/** The format of a lock. It is created when a lock is read, because most runs read none. */
function lockFile() {
	const locked = strictObject({
		id: string(),
		from: date.nullable(),
		source: string(),
		job_price: number$1().nonnegative().nullable(),
		asked: record(string(), unknown$1())
	});
	return strictObject({
		schema: literal("video-budget/lock@1"),
		date,
		snapshot: string(),
		workloads: record(string(), record(string(), locked))
	});
}
/** Reads a lock. It is JSON, which is YAML, too, so the YAML reader can tell the line of a problem. */
function readLock(file, bytes) {
	const yaml = readYaml(file, bytes);
	const [problem] = yaml.problems;
	if (problem) {
		const { path, offset, args, code } = problem;
		return {
			yaml,
			wrong: {
				path,
				...offset !== void 0 && { offset },
				args: { why: String(args["detail"] ?? args["key"] ?? code) }
			}
		};
	}
	const result = lockFile().safeParse(yaml.value);
	if (result.success) return {
		yaml,
		lock: result.data
	};
	const [issue] = result.error.issues;
	const path = (issue?.path ?? []).map((key) => typeof key === "symbol" ? String(key) : key);
	return {
		yaml,
		wrong: {
			path,
			args: {
				why: issue?.message ?? "",
				key: path.join(".")
			}
		}
	};
}
/** Plain data with the keys of every map sorted. Keys whose value is undefined are left out. */
function inOrder$1(value) {
	if (Array.isArray(value)) return value.map(inOrder$1);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([, one]) => one !== void 0);
	return Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1).map(([key, one]) => [key, inOrder$1(one)]));
}
// lib/src/lock/asked.js
/**
* Everything in a manifest that determines the price of one job of a workload: the request, a contract price, and how its provider is
* paid. Clips, takes and failures are left out. The number of jobs a month is included if the price has monthly tiers.
*/
function askedOf(keys, pricing) {
	const { provider, model, mode, output, input, options, tier, region, runtime, price } = keys;
	const { currency, fx, accounts } = pricing.manifest.settings;
	const { prepaid: _, trial: __, concurrency: ___, fees: ____, ...account } = accounts[provider] ?? {};
	const known = pricing.book.provider(provider);
	const found = known && findModel(known, model);
	const asked = {
		provider,
		model,
		mode,
		output,
		input,
		options,
		tier,
		region,
		runtime,
		price,
		currency,
		fx,
		account,
		...JSON.stringify((found && priceOn(found, pricing.date)) ?? null).includes("\"monthly_jobs\"") && { monthly_jobs: pricing.monthlyJobs.get(modelKey(keys, pricing.book)) }
	};
	const said = Object.entries(asked).filter(([, value]) => value !== void 0 && !isEmpty(value));
	return inOrder$1(Object.fromEntries(said));
}
function isEmpty(value) {
	return typeof value === "object" && value !== null && Object.values(value).every((one) => one === void 0);
}
// lib/src/lock/lock-of.js
/** An amount as the lock stores it, rounded to 12 decimals. The value of a credit may have no end: $10 / 3 is $3.333… */
function amountOf(amount) {
	return Number(amount.round(12, 1).toString());
}
// lib/src/lock/repricing.js
/** The key of a workload on one side: its manifest and its name. */
function lockKey({ file, name }) {
	return `${file}\n${name}`;
}
/**
* Compares a lock with the prices of a day. Both sides of the comparison use the same manifest, so only prices differ.
* If a job costs $0.50 in the lock and $0.60 in the book now, 1,000 jobs a month cost $100 more.
* @param lock its workloads by `lockKey`
*/
function repricingOf(file, { date: since, snapshot, prices: lock }, side, distributions) {
	const changed = /* @__PURE__ */ new Map();
	const atLock = /* @__PURE__ */ new Map();
	const outdated = [];
	for (const [manifest, pricing] of side.pricing) {
		const own = side.estimates.filter((one) => one.file === manifest);
		const then = own.map((one) => {
			const locked = lock.get(lockKey(one));
			if (!one.keys) return one;
			if (!locked || locked.job_price === null || !isSame(locked.asked, askedOf(one.keys, pricing))) {
				if (one.job || locked) outdated.push(one.name);
				return one;
			}
			const now = one.monthly && one.job ? one.job.amount : null;
			if (now && amountOf(now) === locked.job_price) return one;
			const provider = pricing.book.provider(one.keys.provider);
			const model = provider && findModel(provider, one.keys.model);
			const entry = (model && priceOn(model, pricing.date)?.from) ?? null;
			const was = decimal(String(locked.job_price));
			changed.set(lockKey(one), {
				file: manifest,
				name: one.name,
				id: locked.id,
				was,
				now,
				entry: {
					was: locked.from,
					now: entry
				},
				monthly: null
			});
			return atPrice(one, was) ?? one;
		});
		if (!own.some((one) => changed.has(lockKey(one)))) continue;
		const estimates = then.map(({ list, risk: _, ...one }) => ({
			...one,
			monthly: list
		}));
		for (const one of workloadCosts(estimates, pricing, distributions)) {
			const key = lockKey(one);
			const line = changed.get(key);
			if (!line) continue;
			atLock.set(key, one);
			const now = own.find(({ name }) => name === one.name)?.monthly ?? null;
			changed.set(key, {
				...line,
				monthly: line.now && now && one.monthly ? now.minus(one.monthly) : null
			});
		}
	}
	return {
		file,
		since,
		snapshot,
		changed,
		atLock,
		outdated,
		problems: [...unknown(file, lock, side), ...outdatedProblem(file, outdated)]
	};
}
/** The sum of the effects on the monthly cost; null if one is unknown. */
function sumOf(changed) {
	let sum = ZERO;
	for (const { monthly } of changed) sum = sum && monthly ? sum.plus(monthly) : null;
	return sum;
}
function isSame(one, other) {
	return JSON.stringify(inOrder$1(one)) === JSON.stringify(inOrder$1(other));
}
/** A workload at another price per job; null if it has no price now, so that no monthly cost can be computed. */
function atPrice(one, amount) {
	const { job, list, plan } = one;
	if (!job || !list || !plan) return null;
	const scaled = (part) => job.amount.eq(0) ? part : part.times(amount).div(job.amount);
	const { base, pricing, rounding } = job.parts;
	const parts = job.amount.eq(0) ? {
		base: amount,
		pricing: ZERO,
		rounding: ZERO
	} : {
		base: scaled(base),
		pricing: scaled(pricing),
		rounding: scaled(rounding)
	};
	return {
		...one,
		job: {
			...job,
			amount,
			parts
		},
		list: amount.times(decimal(plan.jobs))
	};
}
/** A warning about workloads in the lock that no manifest has. */
function unknown(file, lock, side) {
	const known = new Set(side.estimates.map(lockKey));
	const names = [...lock.keys()].filter((key) => !known.has(key) && !side.hidden.has(key.split("\n")[0] ?? "")).map((key) => key.replace("\n", ": "));
	return names.length === 0 ? [] : [{
		code: "lock-unknown-workload",
		severity: "warning",
		file,
		path: ["workloads"],
		args: { workloads: names }
	}];
}
function outdatedProblem(file, names) {
	return names.length === 0 ? [] : [{
		code: "lock-outdated",
		severity: "note",
		file,
		path: ["workloads"],
		args: { workloads: [...names] }
	}];
}
// lib/src/risk/delivery-cost.js
/** What undelivered takes lower the bill by (0 or less), by the workloads that are added up. */
const undeliveredSums = /* @__PURE__ */ new WeakMap();
/**
* The figure of a set of workloads that limits are compared with: what it costs to deliver the whole plan. Jobs that fail and
* are not billed do not lower it. Example: one in five of 100 clips at $1 fails and is not billed. $80 are expected to be
* billed, and $100 are compared with the limit.
* @param isPartial whether the set has more workloads, which could not be read
* @returns null if no workload of the set has a price; 0 for an empty set
*/
function deliveryCostOf(members, figure, distributions, isPartial = false) {
	const figures = totalOf(members, distributions, void 0, isPartial);
	if (!figures) return null;
	const undelivered = ZERO.minus(onceForList(undeliveredSums, members, () => exactSum(members.flatMap(({ risk }) => risk?.waterfall.undelivered ?? []))));
	return {
		amount: figures[figure].plus(undelivered),
		undelivered
	};
}
/** The expected monthly cost of one workload that limits are compared with, in the reporting currency; null if it has no price. */
function monthlyDeliveryCost(one) {
	return one?.monthly ? one.monthly.plus(undeliveredOf(one)) : null;
}
/** What the takes that deliver nothing would have cost a month, in the reporting currency, 0 or more. */
function undeliveredOf({ risk }) {
	return risk ? risk.waterfall.undelivered.neg() : ZERO;
}
// lib/src/risk/single-volume.js
/** Whether a workload costs something and its volume is one plain number, with fixed or Poisson arrivals. */
function hasSingleVolume({ risk, monthly }) {
	return risk?.demand.draw === null && monthly !== null && monthly.gt(0);
}
// lib/src/budget/limit-of-a-month.js
/** The limit of the whole manifest in one month: `months` if it names the month, otherwise `monthly`. Undefined if there is neither. */
function limitIn({ monthly, months }, { date, after }) {
	return months?.[monthAfter(date, after)] ?? monthly;
}
/** Every limit of a month, with its amount: the total and each scope. */
function limitsInMonth(budget, month) {
	const total = month && limitIn(budget, month);
	return [...total === void 0 ? [] : [{
		scope: "total",
		limit: total,
		match: {}
	}], ...Object.entries(budget.scopes).map(([scope, { match, monthly }]) => ({
		scope,
		limit: monthly,
		match
	}))];
}
// lib/src/budget/scope.js
/** Whether a scope covers a workload. All keys of `match` must match: a list by any of its values, a model by any of its names. */
function covers(match, { name, keys, names = [], mode }) {
	if (!keys) return false;
	return (!match.provider || match.provider.includes(keys.provider)) && (!match.model || match.model.some((model) => model === keys.model || names.includes(model))) && (!match.mode || match.mode.includes(mode ?? "")) && (!match.workload || match.workload.includes(name)) && Object.entries(match.tags ?? {}).every(([tag, values]) => values.includes(keys.tags[tag] ?? ""));
}
// lib/src/budget/members.js
/**
* The workloads that count toward a manifest's budget: its own and those it includes, each once. A workload that could
* not be read counts in every scope that it may belong to.
*/
function setOf(file, side, exposure, match = {}) {
	const files = reach(side.includes, file);
	const estimates = exposure.estimates.filter((one) => files.has(one.file)).filter((one) => one.keys ? covers(match, one) : mayCover(match, one, side));
	return {
		estimates,
		unread: estimates.some(({ keys }) => keys === null) || [...files].some((one) => exposure.hidden.has(one))
	};
}
/**
* Whether a scope may cover a workload that could not be read. Only an explicit key that differs excludes it.
* `model` is not compared, because a model has aliases that only the price book knows.
*/
function mayCover(match, { file, name }, side) {
	const written = writtenOf$1(file, name, side);
	const { provider, mode, tags } = written ?? {};
	const isOther = (value, wanted) => wanted !== void 0 && typeof value === "string" && !wanted.includes(value);
	if (isOther(name, match.workload) || isOther(provider, match.provider) || isOther(mode, match.mode)) return false;
	if (!written || tags !== void 0 && !isTree(tags)) return true;
	return Object.entries(match.tags ?? {}).every(([tag, values]) => {
		const value = tags && Object.hasOwn(tags, tag) ? tags[tag] : "";
		return typeof value === "object" || values.includes(String(value));
	});
}
/** A workload as written, with its defaults merged; undefined if it is no map or is in another file. */
function writtenOf$1(file, name, side) {
	const tree = side.files.get(file)?.value;
	if (!isTree(tree) || !isTree(tree["workloads"]) || !Object.hasOwn(tree["workloads"], name)) return void 0;
	const written = merge(tree["defaults"], tree["workloads"][name]);
	return isTree(written) ? written : void 0;
}
// lib/src/budget/near-match.js
/**
* If a scope's `match` covers no workload, suggests the line that was probably meant: `team: growth` for `team: grwoth` if a
* workload has that tag, `team: growth` for `tem: growth`, `provider: vertex` for `provider: vertx`.
* @returns null if some workload has each value, or if no value is similar
*/
function nearMatch({ tags, ...match }, workloads) {
	const read = workloads.flatMap(({ name, keys, names = [], mode }) => keys ? [{
		name,
		keys,
		names,
		mode
	}] : []);
	const there = {
		provider: read.map(({ keys }) => keys.provider),
		model: read.flatMap(({ keys, names }) => [keys.model, ...names]),
		mode: read.map(({ mode }) => mode ?? ""),
		workload: read.map(({ name }) => name)
	};
	for (const key of [
		"provider",
		"model",
		"mode",
		"workload"
	]) {
		const meant = meantOf(match[key] ?? [], there[key]);
		if (meant !== null) return `${key}: ${meant}`;
	}
	const pairs = read.flatMap(({ keys }) => Object.entries(keys.tags));
	for (const [tag, values] of Object.entries(tags ?? {})) {
		const known = pairs.filter(([name]) => name === tag).map(([, value]) => value);
		const name = known.length > 0 ? tag : nearest(tag, [...new Set(pairs.map(([one]) => one))]);
		if (name === null) continue;
		const meant = known.length > 0 ? meantOf(values, known) : values[0] ?? null;
		if (meant !== null) return `tags: { ${name}: ${meant} }`;
	}
	return null;
}
/** The existing value that is most similar to a written one; null if a written value exists or none is similar. */
function meantOf(written, there) {
	if (written.some((value) => there.includes(value))) return null;
	return written.map((value) => nearest(value, [...new Set(there)])).find((found) => found !== null) ?? null;
}
// lib/src/budget/repricing.js
const LEVELS$1 = {
	note: "pass",
	warn: "warn",
	fail: "fail"
};
/**
* Reports, by manifest, the prices that changed since the lock and their effect on the monthly cost of the remaining workloads. Base's
* policy decides whether that fails; for a new manifest, its own policy does. A lower price counts as a change, too.
*/
function repricingReasons({ head, base, compared, workloads, renamed, repricing }) {
	if (!repricing) return [];
	return head.manifests.flatMap(({ file, settings }) => {
		const moved = workloads.flatMap((one) => one.head?.file === file && one.repriced ? [one.repriced] : []);
		if (moved.length === 0) return [];
		const before = base?.manifests.find((other) => other.file === (renamed.get(file) ?? file));
		const policy = compared === "base" && before ? before.settings.policy : settings.policy;
		return [{
			code: "repricing",
			level: LEVELS$1[policy.repricing],
			file,
			scope: null,
			limit: null,
			value: sumOf(moved),
			figure: "expected",
			args: {
				workloads: moved.map(({ name }) => name),
				since: repricing.since,
				lock: repricing.file
			}
		}];
	});
}
// lib/src/money/more-than.js
/** Whether one amount is above another, as reports show them: a cost of $41.10000000000001 does not exceed a limit of $41.1. */
function moreThan(amount, other) {
	return asShown(amount).gt(asShown(other));
}
// lib/src/budget/is-over-limit.js
/** Whether a cost exceeds a limit, as reports show both. A limit of 0 allows no cost at all: one of $0.0000004, which is 0 in six decimals, exceeds it. */
function isOverLimit(cost, limit) {
	return limit.eq(0) ? cost.gt(0) : moreThan(cost, limit);
}
// lib/src/budget/rules.js
/**
* Judges one limit. An amount above the limit fails; one above the share `warnAt` of it warns. If base already exceeds the limit and this
* change does not make it worse, it only warns. With a lock, base is priced at the lock's prices, so price changes alone can
* fail the limit. If a workload has no price or could not be read, the result is open.
* @param unknown the level of an open result: `fail` if this change caused it
*/
function judgeLimit(check, warnAt, unknown) {
	const { head, base, baseLimit, limit, file, scope, figure } = check;
	const isOver = head !== null && isOverLimit(head, limit);
	const share = head === null || check.unread || limit.eq(0) ? null : head.div(limit).toNumber();
	const used = share === null || isOver ? share : Math.min(share, 1);
	const reason = (code, level) => ({
		code,
		level,
		file,
		scope,
		limit,
		value: head,
		figure,
		args: {
			used,
			complete: check.complete,
			...check.undelivered?.gt(0) && { undelivered: check.undelivered.toString() }
		}
	});
	const isOpen = check.unread && unknown === "fail";
	const line = (verdict, pre_existing = false) => ({
		...check,
		used,
		verdict: isOpen ? "invalid" : verdict,
		pre_existing
	});
	if (isOver) {
		const agreed = check.atLock ?? base;
		const pre_existing = base !== null && agreed !== null && baseLimit !== null && isOverLimit(agreed, baseLimit) && !moreThan(head, base);
		return {
			line: line(pre_existing ? "warn" : "fail", pre_existing),
			reasons: [pre_existing ? reason("pre-existing", "warn") : reason("budget-exceeded", "fail")]
		};
	}
	const near = limit.gt(0) && head && !moreThan(limit.times(warnAt), head) ? [reason("budget-near", "warn")] : [];
	if (!check.complete) return {
		line: line(unknown === "fail" ? "unpriced" : "warn"),
		reasons: near
	};
	return {
		line: line(near.length > 0 ? "warn" : "pass"),
		reasons: near
	};
}
/**
* Judges the increase by one change. The limit applies even if base already exceeds its budget. Both the amount and the share of the rule
* apply. With a base of $0, a share cannot be computed, so only the amount applies.
*/
function judgeIncrease({ file, figure, head, base, complete, isBaseKnown }, rule, code) {
	if (!rule || head === null) return [];
	const added = base === null ? head : head.minus(base);
	const reason = (limit, share) => ({
		code,
		level: code === "increase-exceeded" ? "fail" : "warn",
		file,
		scope: "total",
		limit,
		value: added,
		figure,
		args: {
			share,
			grown: base?.gt(0) ? added.div(base).toNumber() : null,
			complete
		}
	});
	if (rule.amount !== void 0 && moreThan(added, decimal(rule.amount))) return [reason(decimal(rule.amount), null)];
	const small = rule.ignore_below !== void 0 && moreThan(decimal(rule.ignore_below), added);
	if (rule.share === void 0 || base === null || isBaseKnown && base.eq(0) || small) return [];
	const allowed = base.times(rule.share);
	return moreThan(added, ZERO) && moreThan(added, allowed) ? [reason(allowed, rule.share)] : [];
}
// lib/src/budget/same-text.js
/** Whether a file is the same on both sides, byte for byte. @param renamed base's path of a head file whose path changed */
function isSameText(file, head, base, renamed) {
	const [now, before] = [head.files.get(file)?.bytes, base.files.get(renamed.get(file) ?? file)?.bytes];
	if (!now || !before) return now === before;
	return now.length === before.length && now.every((byte, index) => byte === before[index]);
}
// lib/src/budget/unread-limits.js
/**
* Reports changes to manifests whose limits cannot be read at base. Such a change is invalid, because the limit is unknown. A change that
* makes the limits readable and adds no cost is a repair and passes.
*/
function unreadLimits(all) {
	const { head, base, compared, renamed } = all;
	if (!base || compared !== "base") return [];
	return head.manifests.flatMap((manifest) => {
		const { file } = manifest;
		const before = base.manifests.find((other) => other.file === (renamed.get(file) ?? file));
		if (!before || before.limitsRead || !isTouched(file, all) || manifest.limitsRead && addsNoCost(manifest, before, all)) return [];
		return [{
			code: "limits-unread",
			level: "invalid",
			file,
			scope: null,
			limit: null,
			value: null,
			figure: null,
			args: {}
		}];
	});
}
function isTouched(file, { head, base, workloads, renamed }) {
	const files = reach(head.includes, file);
	const isWithin = ({ head: now, base: before }) => files.has(now?.file ?? "") || files.has(before?.file ?? "");
	return !base || !isSameText(file, head, base, renamed) || workloads.some((one) => one.change !== "same" && isWithin(one));
}
/** Whether a manifest costs no more than at base. An unknown cost is not known to be less. */
function addsNoCost(manifest, { file: baseFile }, { head, base, now, before, distributions }) {
	if (!base || !before) return false;
	const [set, old] = [setOf(manifest.file, head, now), setOf(baseFile, base, before)];
	const { figure } = manifest.settings.budget;
	const [cost, costAtBase] = [set, old].map(({ estimates, unread }) => unread || estimates.some(({ monthly }) => monthly === null) ? null : deliveryCostOf(estimates, figure, distributions));
	return cost != null && costAtBase != null && !moreThan(cost.amount, costAtBase.amount);
}
// lib/src/budget/judge.js
/** Applies every rule of every manifest. The verdict is the worst of the reasons. */
function judge(all) {
	const limits = all.head.manifests.flatMap((manifest) => judgeBudget(manifest, all));
	const problems = [...all.now.problems, ...limits.flatMap((limit) => limit.problems)];
	return {
		budgets: limits.flatMap(({ lines }) => lines),
		reasons: [
			...invalid(all, problems),
			...unreadLimits(all),
			...limits.flatMap(({ reasons }) => reasons),
			...unpriced(all),
			...stale(all),
			...retiring(all, "retires-soon"),
			...retiring(all, "may-retire"),
			...removed(all),
			...brought(all),
			...repricingReasons(all)
		],
		problems
	};
}
function judgeBudget(manifest, { head, base, now, before, workloads, compared, renamed, distributions, repricing, verdictOnly, ahead }) {
	const { file, settings } = manifest;
	const { budget, policy } = settings;
	const baseFile = renamed.get(file) ?? file;
	const baseBudget = base?.manifests.find((other) => other.file === baseFile)?.settings.budget;
	const isNew = compared === "new" || compared === "base" && !baseBudget;
	const month = now.pricing.get(file)?.month;
	const scopes = limitsInMonth(budget, month);
	const untouchedFile = (one) => base !== null && isSameText(one, head, base, renamed);
	const old = new Set(workloads.filter(({ pre_existing }) => pre_existing).map((one) => one.head));
	const checks = scopes.map(({ scope, limit, match }) => {
		const set = setOf(file, head, now, match);
		const cost = deliveryCostOf(set.estimates, budget.figure, distributions, set.unread);
		const baseSet = base && before && !isNew ? setOf(baseFile, base, before, match) : null;
		const costAtBase = baseSet && deliveryCostOf(baseSet.estimates, budget.figure, distributions, baseSet.unread);
		const lockedSet = baseSet !== null && repricing !== null && baseSet.estimates.some((one) => repricing.atLock.has(lockKey(one))) ? baseSet.estimates.map((one) => repricing.atLock.get(lockKey(one)) ?? one) : null;
		const atLock = lockedSet && baseSet ? deliveryCostOf(lockedSet, budget.figure, distributions, baseSet.unread)?.amount ?? null : null;
		const limitBefore = scope === "total" ? baseBudget && month && limitIn(baseBudget, month) : baseBudget?.scopes[scope]?.monthly;
		const baseLimit = limitBefore === void 0 ? null : decimal(limitBefore);
		const without = set.estimates.filter(({ monthly }) => monthly === null);
		const complete = without.length === 0 && !set.unread;
		const chance = {
			probability_over: (complete && cost && !verdictOnly ? totalDistributionOfAll(set.estimates, distributions) : null)?.above(Number(limit)) ?? null,
			if_volume_as_planned: set.estimates.some(hasSingleVolume)
		};
		const unknown = without.every((one) => old.has(one)) && [...reach(head.includes, file)].every((one) => !now.hidden.has(one) || untouchedFile(one)) ? "warn" : set.unread ? "fail" : policy.unknown_price;
		return {
			...judgeLimit({
				figure: budget.figure,
				head: cost?.amount ?? null,
				undelivered: cost?.undelivered ?? null,
				base: costAtBase?.amount ?? null,
				atLock,
				...chance,
				file,
				scope,
				limit: decimal(limit),
				baseLimit,
				complete,
				unread: set.unread
			}, budget.warn_at, unknown),
			empty: set.estimates.length === 0 && !set.unread,
			match
		};
	});
	const empty = checks.filter(({ line, empty }) => empty && line.scope !== "total" && manifest.workloads.length > 0);
	return {
		lines: checks.map(({ line }) => line),
		reasons: [...checks.flatMap(({ reasons }) => reasons), ...compared === "base" ? increases() : []],
		problems: [...quantileOfPlan(manifest, now), ...empty.map(({ line, match }) => matchesNothing(file, line.scope, nearMatch(match, setOf(file, head, now).estimates)))]
	};
	function increases() {
		const months = [{
			month: null,
			now,
			before
		}, ...ahead];
		return ["max_increase", "warn_increase"].map((rule) => largest$1(months.flatMap(({ month, ...sides }) => increaseIn(month, sides, rule)))).find((reasons) => reasons.length > 0) ?? [];
	}
	/** The increase in one month, compared with one rule. */
	function increaseIn(month, { now, before }, rule) {
		const [set, old] = [setOf(file, head, now), base && before && !isNew ? setOf(baseFile, base, before) : null];
		const costAtBase = old && deliveryCostOf(old.estimates, budget.figure, distributions, old.unread);
		const reasons = judgeIncrease({
			file,
			figure: budget.figure,
			head: deliveryCostOf(set.estimates, budget.figure, distributions, set.unread)?.amount ?? null,
			base: old && (costAtBase?.amount ?? ZERO),
			complete: !set.unread && set.estimates.every(({ monthly }) => monthly !== null),
			isBaseKnown: costAtBase !== null && old?.unread === false && old.estimates.every(({ monthly }) => monthly !== null)
		}, budget[rule], rule === "max_increase" ? "increase-exceeded" : "increase-warned");
		return month === null ? reasons : reasons.map((reason) => ({
			...reason,
			args: {
				...reason.args,
				month
			}
		}));
	}
}
/** If several months give the same reason, keeps the one with the largest amount, and the earliest of equal ones. */
function largest$1(reasons) {
	const [first, ...others] = reasons;
	return first ? [others.reduce((most, one) => one.value && most.value && one.value.gt(most.value) ? one : most, first)] : [];
}
function matchesNothing(file, scope, write) {
	return {
		code: "scope-matches-nothing",
		severity: "warning",
		file,
		path: [
			"budget",
			"scopes",
			scope
		],
		args: {
			scope,
			write: write ?? null
		}
	};
}
/** A note: limits are compared with a quantile, but a volume is a single number, so the quantile ignores how uncertain the volume is. */
function quantileOfPlan({ file, settings: { budget } }, { estimates }) {
	if (budget.figure === "expected") return [];
	const planned = estimates.filter((one) => one.file === file && hasSingleVolume(one)).map(({ name }) => name);
	if (planned.length === 0) return [];
	return [{
		code: "figure-of-plan",
		severity: "note",
		file,
		path: ["budget", "figure"],
		args: {
			figure: budget.figure,
			workloads: planned
		}
	}];
}
const NO_LIMIT = {
	scope: null,
	limit: null,
	value: null,
	figure: null
};
/** Errors make a report invalid. An error that base has too, in a part that this change does not touch, only warns. */
function invalid({ head, base, before, compared, workloads, renamed }, problems) {
	const errors = problems.filter(({ severity, code }) => severity === "error" && code !== "stale-price");
	if (errors.length === 0) return [];
	const known = new Set(compared === "base" && base && before ? before.problems.map((problem) => identity$2(problem)) : []);
	const untouched = new Set(workloads.filter(({ pre_existing }) => pre_existing).map(({ head }) => `${head?.file}\n${head?.name}`));
	const isEdited = (problem) => base !== null && hidesWorkloads(problem) && !isSameText(problem.file, head, base, renamed);
	const isOld = (problem) => known.has(identity$2(problem, renamed)) && !isEdited(problem) && (problem.path[0] !== "workloads" || untouched.has(`${problem.file}\n${problem.path[1]}`));
	const [old, fresh] = [errors.filter(isOld), errors.filter((problem) => !isOld(problem))];
	const reason = (some, code, level) => some.length === 0 ? [] : [{
		code,
		level,
		file: some[0]?.file ?? "",
		...NO_LIMIT,
		args: {
			count: some.length,
			what: "errors"
		}
	}];
	return [...reason(fresh, "invalid", "invalid"), ...reason(old, "pre-existing", "warn")];
}
/** The key by which a problem on one side equals one on the other; a renamed file counts as the same file. */
function identity$2({ code, file, path, args }, renamed) {
	return JSON.stringify([
		code,
		renamed?.get(file) ?? file,
		path,
		code === "retired" ? args["id"] : args
	]);
}
/** Workloads without a usable price, by the policy of their own manifest. */
function unpriced({ head, workloads }) {
	return head.manifests.flatMap(({ file, settings }) => {
		const without = workloads.filter((one) => one.head?.file === file && one.head.status === "unpriced");
		const [old, fresh] = [without.filter((one) => one.pre_existing), without.filter((one) => !one.pre_existing)];
		const names = (some) => some.map((one) => one.head?.name ?? "");
		const level = settings.policy.unknown_price === "fail" ? "unpriced" : "warn";
		return [...fresh.length > 0 ? [{
			code: "unpriced",
			level,
			file,
			...NO_LIMIT,
			args: { workloads: names(fresh) }
		}] : [], ...old.length > 0 ? [{
			code: "pre-existing",
			level: "warn",
			file,
			...NO_LIMIT,
			args: {
				count: old.length,
				what: "unpriced",
				workloads: names(old)
			}
		}] : []];
	});
}
/** Stale prices of workloads that this change touches, or of all workloads if nothing is compared. */
function stale({ head, workloads, compared }) {
	return head.manifests.flatMap(({ file, settings: { policy } }) => {
		if (policy.stale_price === "note") return [];
		const old = workloads.filter((one) => one.head?.file === file && one.head.source?.stale && (compared === "nothing" || one.change !== "same"));
		if (old.length === 0) return [];
		return [{
			code: "stale-price",
			level: policy.stale_price,
			file,
			...NO_LIMIT,
			args: {
				workloads: old.map((one) => one.head?.name ?? ""),
				days: policy.price_max_age_days
			}
		}];
	});
}
/**
* Reports manifests of base that head removes or leaves without any workload, because their limits are gone. Base's policy decides
* whether that fails: the policy of the manifest, or of one that includes it.
*/
function removed({ head, base, renamed }) {
	if (!base) return [];
	const now = new Map(head.manifests.map((manifest) => [renamed.get(manifest.file) ?? manifest.file, manifest]));
	const declares = ({ file, workloads, settings }) => workloads.length > 0 || settings.include.length > 0 || head.problems.some((problem) => problem.file === file && problem.severity === "error");
	const gone = base.manifests.filter(({ file, workloads, settings }) => {
		const left = now.get(file);
		return !left || (workloads.length > 0 || settings.include.length > 0) && !declares(left);
	});
	const fails = (file) => base.manifests.some((other) => other.settings.policy.manifest_removed === "fail" && reach(base.includes, other.file).has(file));
	return gone.map(({ file }) => ({
		code: "manifest-removed",
		level: fails(file) ? "fail" : "warn",
		file: now.get(file)?.file ?? file,
		...NO_LIMIT,
		args: {
			file,
			emptied: now.has(file)
		}
	}));
}
/** Reports manifests that base lacks. Only their own budget applies to them, because there is no other. */
function brought({ head, base, compared, renamed }) {
	if (compared !== "base" || !base) return [];
	const known = new Set(base.manifests.map(({ file }) => file));
	return head.manifests.filter(({ file, settings: { budget } }) => !known.has(renamed.get(file) ?? file) && limitsAnything(budget)).map(({ file }) => ({
		code: "manifest-new",
		level: "pass",
		file,
		...NO_LIMIT,
		args: {}
	}));
}
/** Warns about models that retire soon or may retire, on workloads that this change touches. */
function retiring({ workloads, compared }, what) {
	const soon = workloads.filter((one) => (compared === "nothing" || one.change !== "same") && one.head?.problems.some(({ code }) => code === what));
	const [first] = soon;
	if (!first?.head) return [];
	return [{
		code: what,
		level: "warn",
		file: first.head.file,
		...NO_LIMIT,
		args: { workloads: soon.map((one) => one.head?.name ?? "") }
	}];
}
// lib/src/budget/months.js
/** Compares every month with its limits. The month of the report keeps its verdict. */
function monthsAhead(here, later, distributions) {
	const { head, now, budgets, date } = here;
	const gone = new Set(retiredIn(now));
	const months = [{
		month: monthAfter(date, 0),
		complete: now.complete,
		figures: now.total,
		limits: budgets,
		retired: [...gone]
	}, ...later.map((one) => ({
		month: one.month,
		complete: one.now.complete,
		figures: one.now.total,
		limits: head.manifests.flatMap((manifest) => limitsIn$1(manifest, here, one, distributions)),
		retired: retiredIn(one.now)
	}))];
	return {
		months,
		first_over: months.find(({ limits }) => limits.some(isOver))?.month ?? null
	};
}
/**
* Warns about each limit that is not exceeded now but in a later month, for the first such month. It does not fail the check. If base's plan
* exceeds the limit in that month, too, and this change does not make it worse, only the table shows it.
*/
function overLater({ months: [first, ...later] }) {
	const said = new Set((first?.limits ?? []).filter(isOver).map(keyOfLimit));
	return later.flatMap(({ month, limits }) => limits.flatMap((line) => {
		if (!isOver(line) || said.has(keyOfLimit(line))) return [];
		if (line.pre_existing) return [];
		said.add(keyOfLimit(line));
		const { file, scope, limit, head, figure, used, complete } = line;
		return [{
			code: "budget-exceeded-later",
			level: "warn",
			file,
			scope,
			limit,
			value: head,
			figure,
			args: {
				month,
				used,
				complete
			}
		}];
	}));
}
function limitsIn$1({ file, settings: { budget, policy } }, here, { now, before }, distributions) {
	const { head, base, renamed } = here;
	const month = now.pricing.get(file)?.month;
	const baseFile = renamed.get(file) ?? file;
	const baseBudget = base?.manifests.find((other) => other.file === baseFile)?.settings.budget;
	const limitsBefore = new Map((baseBudget ? limitsInMonth(baseBudget, month) : []).map(({ scope, limit }) => [scope, limit]));
	return limitsInMonth(budget, month).map(({ scope, limit, match }) => {
		const set = setOf(file, head, now, match);
		const cost = deliveryCostOf(set.estimates, budget.figure, distributions, set.unread);
		const old = base && before && baseBudget ? setOf(baseFile, base, before, match) : null;
		const atBase = old && deliveryCostOf(old.estimates, budget.figure, distributions, old.unread);
		const limitBefore = limitsBefore.get(scope);
		const complete = !set.unread && set.estimates.every(({ monthly }) => monthly !== null);
		const sides = {
			head: cost?.amount ?? null,
			base: atBase?.amount ?? null,
			baseLimit: limitBefore === void 0 ? null : decimal(limitBefore)
		};
		const rest = {
			undelivered: cost?.undelivered ?? null,
			probability_over: null,
			if_volume_as_planned: false,
			unread: set.unread
		};
		return judgeLimit({
			...sides,
			...rest,
			file,
			scope,
			limit: decimal(limit),
			figure: budget.figure,
			complete
		}, budget.warn_at, set.unread ? "fail" : policy.unknown_price).line;
	});
}
function isOver({ head, limit }) {
	return head !== null && isOverLimit(head, limit);
}
function keyOfLimit({ file, scope }) {
	return JSON.stringify([file, scope]);
}
function retiredIn({ estimates }) {
	return estimates.filter(({ status }) => status === "retired").map(({ name }) => name);
}
// lib/src/compare/compare.js
/** More edits than this count as one cause, because the number of mixes doubles with each edit: 8 edits have 256. */
const MAX_EDITS = 8;
/**
* Matches the workloads of two sides by file and name, in head's order; removed workloads come last. Without a
* base, nothing counts as changed.
*/
function compare(head, base, { renamed, currencies = /* @__PURE__ */ new Map() }, distributions) {
	if (!base) return head.estimates.map((estimate) => ({
		change: "same",
		head: estimate,
		base: null,
		changes: []
	}));
	const key = (file, name) => `${file}\n${name}`;
	const before = new Map(base.estimates.map((estimate) => [key(estimate.file, estimate.name), estimate]));
	const compared = head.estimates.map((estimate) => {
		const at = key(renamed.get(estimate.file) ?? estimate.file, estimate.name);
		const match = before.get(at);
		before.delete(at);
		if (!match && base.hidden.has(renamed.get(estimate.file) ?? estimate.file)) return {
			change: "changed",
			head: estimate,
			base: unread(estimate),
			changes: UNKNOWN
		};
		if (!match) return {
			change: "added",
			head: estimate,
			base: null,
			changes: [{
				path: "workload",
				from: null,
				to: estimate.name,
				monthly: estimate.monthly
			}]
		};
		const changes = changesOf({
			cost: estimate,
			pricing: head.workloadPricing?.get(`${estimate.file}\n${estimate.name}`) ?? head.pricing.get(estimate.file)
		}, {
			cost: match,
			pricing: base.pricing.get(match.file)
		}, distributions, currencies.get(match.file));
		return {
			change: changes.length > 0 ? "changed" : "same",
			head: estimate,
			base: match,
			changes
		};
	});
	const pathOf = new Map([...renamed].map(([now, old]) => [old, now]));
	const removed = [...before.values()].map((estimate) => {
		const file = pathOf.get(estimate.file) ?? estimate.file;
		if (head.hidden.has(file)) return {
			change: "changed",
			head: unread({
				...estimate,
				file
			}),
			base: estimate,
			changes: UNKNOWN
		};
		return {
			change: "removed",
			head: null,
			base: estimate,
			changes: [{
				path: "workload",
				from: estimate.name,
				to: null,
				monthly: estimate.monthly?.neg() ?? null
			}]
		};
	});
	return [...compared, ...removed];
}
/** The edit of a workload that could be read on only one side: its effect is unknown. */
const UNKNOWN = [{
	path: "workload",
	from: null,
	to: null,
	monthly: null
}];
/** A workload that could not be read. */
function unread({ file, name }) {
	return {
		file,
		name,
		keys: null,
		status: "invalid",
		list: null,
		monthly: null,
		risk: null,
		assumptions: NO_ASSUMPTIONS,
		problems: []
	};
}
/** @param currency base's original currency, if it was converted to head's */
function changesOf({ cost: head, pricing: headPricing }, { cost: base, pricing: basePricing }, distributions, currency) {
	const edits = head.keys && base.keys ? keyEdits(base.keys, head.keys) : [];
	if (head.keys === null !== (base.keys === null)) return [...UNKNOWN];
	const differing = headPricing && basePricing && currency === void 0 ? contextCause(headPricing, basePricing) : void 0;
	const isTiered = (keys, pricing) => keys !== null && pricing !== void 0 && priceByJobs(keys, pricing) !== null;
	const context = differing === "volume-tier" && !isTiered(head.keys, headPricing) && !isTiered(head.keys, basePricing) ? void 0 : differing;
	const keysAlone = head.keys && basePricing && context ? expectedByCharges(head.keys, `${head.file} ${head.name}`, basePricing, distributions) : null;
	const moved = context !== void 0 && (keysAlone === null ? !same(head.monthly, base.monthly) : head.monthly !== null && !head.monthly.eq(keysAlone));
	if (context && moved) edits.push({
		path: context,
		from: null,
		to: null,
		apply: (keys) => keys,
		context: true
	});
	if (currency !== void 0 && head.keys && headPricing) edits.push({
		path: "currency",
		from: currency,
		to: headPricing.manifest.settings.currency,
		apply: (keys) => keys,
		context: true
	});
	if (edits.length === 0) return [];
	return attribute(edits, {
		cost: head,
		pricing: headPricing
	}, {
		cost: base,
		pricing: basePricing
	}, distributions);
}
function same(a, b) {
	return a === null || b === null ? a === b : a.eq(b);
}
function difference(head, base) {
	return head.monthly && base.monthly && head.monthly.minus(base.monthly);
}
/** A cache of `causeBetween` by head's pricing. The cause is the same for all workloads of a file. */
const causes = /* @__PURE__ */ new WeakMap();
function contextCause(head, base) {
	const known = causes.get(head);
	if (known?.base === base) return known.cause;
	const cause = causeBetween(head, base);
	causes.set(head, {
		base,
		cause
	});
	return cause;
}
/** The first difference between the pricing of the sides: a setting, the price files, or the jobs a month. Undefined if there is none. */
function causeBetween(head, base) {
	const changed = [
		"currency",
		"fx",
		"accounts"
	].find((name) => JSON.stringify(head.manifest.settings[name]) !== JSON.stringify(base.manifest.settings[name]));
	if (changed) return changed;
	if (head.book.snapshot !== base.book.snapshot) return "price-file";
	const jobs = (pricing) => JSON.stringify([[...pricing.monthlyJobs].sort(), [...pricing.varyingJobs ?? []].sort()]);
	return jobs(head) === jobs(base) ? void 0 : "volume-tier";
}
/**
* Divides the difference among its edits by the Shapley value (Shapley 1953). The share of an edit is what it adds on
* average over all orders of making the edits. So no order is preferred, and the shares sum exactly to the difference.
* Example: 100 clips of 5 s at $0.10 a second cost $50; 10 s at $0.20 cost $200. Each edit adds $50 if it is made
* first and $100 if it is made second, so each share is $75.
* If a mix of old and new values has no price, or is invalid (`per_day` removed, but `per_month` not yet added), all
* edits count as one cause.
*/
function attribute(edits, { cost: head, pricing: headPricing }, { cost: base, pricing: basePricing }, distributions) {
	const change = ({ path, from, to }, monthly) => ({
		path,
		from,
		to,
		monthly
	});
	const total = difference(head, base);
	const [only] = edits;
	if (edits.length === 1 && only) return [change(only, total)];
	const together = () => [{
		path: edits.map(({ path }) => path).join(" + "),
		from: null,
		to: null,
		monthly: total
	}];
	if (total === null) return edits.map((edit) => change(edit, null));
	if (edits.length > MAX_EDITS) return together();
	const size = 2 ** edits.length;
	const costs = [];
	for (let mix = 0; mix < size; mix++) {
		const chosen = edits.filter((_, index) => mix & 1 << index);
		const keys = chosen.reduce((all, edit) => edit.apply(all), base.keys);
		const cost = mix === 0 ? base.monthly : mix === size - 1 ? head.monthly : brokenRules(keys).length > 0 ? null : expectedByCharges(keys, `${base.file} ${base.name}`, chosen.some(({ context }) => context) ? headPricing : basePricing, distributions);
		if (cost === null) return together();
		costs.push(cost);
	}
	const factorial = (n) => n < 2 ? 1 : n * factorial(n - 1);
	const shares = edits.map((_, index) => {
		let share = ZERO;
		for (let mix = 0; mix < size; mix++) {
			if (mix & 1 << index) continue;
			const before = mix.toString(2).replaceAll("0", "").length;
			const added = costs[mix | 1 << index].minus(costs[mix]);
			share = share.plus(added.times(factorial(before) * factorial(edits.length - before - 1)));
		}
		return share.div(decimal(factorial(edits.length)));
	});
	return edits.map((edit, index) => change(edit, shares[index])).filter(({ monthly, path }) => !(monthly && round(monthly) === 0 && UNPRICED.test(path)));
}
/** Keys that never change a price. An edit of such a key counts as a change only if there is no other edit. */
const UNPRICED = /^(notes$|keep$|tags\.|reliability\.evidence\.weeks)/;
function keyEdits(base, head) {
	const [before, after] = [flatten(base, head), flatten(head, base)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((path) => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path))).map((path) => {
		const [from, to] = [before.get(path) ?? null, after.get(path) ?? null];
		return {
			path,
			from,
			to,
			apply: (keys) => withValue(keys, path, to ?? void 0)
		};
	});
}
/**
* Flattens keys to the level at which people edit them: `output.duration`, `volume.per_month`, `takes`. Keys whose values are the same object
* on the other side are left out: equal values mostly are, because they are parsed only once (`manifest/read-keys.ts`).
*/
function flatten(keys, other) {
	const flat = /* @__PURE__ */ new Map();
	for (const [key, value] of Object.entries(keys)) {
		if (value === other[key]) continue;
		if (!NESTED.has(key)) flat.set(key, value);
		else for (const [inner, one] of Object.entries(value)) if (one !== void 0) flat.set(`${key}.${inner}`, one);
	}
	for (const [path, value] of flat) if (value === void 0) flat.delete(path);
	return flat;
}
const NESTED = /* @__PURE__ */ new Set([
	"output",
	"input",
	"options",
	"volume",
	"client",
	"reliability",
	"tags"
]);
function withValue(keys, path, value) {
	const [section = "", inner] = path.split(/\.(.*)/s);
	const copy = { ...keys };
	copy[section] = inner === void 0 ? value : {
		...copy[section],
		[inner]: value
	};
	return copy;
}
// lib/src/compare/currency.js
/**
* Prices base's manifests in head's currency with head's rates, and converts their limits: $80 at base is
* JPY 12,307.69 if head has `fx: { JPY: 0.0065 }`. Without a rate, the manifest cannot be compared.
* @param renamed base's path of a head file whose path changed
*/
function inHeadCurrency(base, head, renamed) {
	const from = /* @__PURE__ */ new Map();
	const problems = [];
	const manifests = base.manifests.map((manifest) => {
		const now = head.manifests.find(({ file }) => (renamed.get(file) ?? file) === manifest.file) ?? head.manifests[0];
		const { currency, fx, budget } = manifest.settings;
		if (!now || now.yaml.value === void 0 || now.settings.currency === currency) return manifest;
		const to = now.settings.currency;
		const known = rates$1(now.settings.fx);
		from.set(manifest.file, currency);
		const missing = [currency, to].find((one) => "noRate" in convert(decimal(1), one, "USD", known));
		if (missing !== void 0) {
			const args = {
				what: "base",
				currency: missing,
				from: currency,
				to
			};
			problems.push({
				code: "no-exchange-rate",
				severity: "error",
				file: now.file,
				path: ["currency"],
				args
			});
		}
		return {
			...manifest,
			settings: {
				...manifest.settings,
				currency: to,
				fx: {
					...fx,
					...now.settings.fx
				},
				budget: missing === void 0 ? limitsIn(budget, currency, to, known) : budget
			}
		};
	});
	return {
		base: from.size === 0 ? base : {
			...base,
			manifests
		},
		from,
		problems
	};
}
function limitsIn(budget, from, to, known) {
	const converted = (amount) => {
		const found = convert(decimal(amount), from, to, known);
		return "noRate" in found ? amount : found.toFixed();
	};
	const scopes = Object.entries(budget.scopes).map(([name, { match, monthly }]) => [name, {
		match,
		monthly: converted(monthly)
	}]);
	return {
		...budget,
		...budget.monthly !== void 0 && { monthly: converted(budget.monthly) },
		scopes: Object.fromEntries(scopes)
	};
}
/** A side whose cost is unknown in the other side's currency, so that it cannot be compared. */
function withoutRate(side) {
	const estimates = side.estimates.map((one) => ({
		...one,
		status: "unpriced",
		monthly: null,
		list: null,
		risk: null
	}));
	return {
		...side,
		estimates,
		complete: false,
		total: null
	};
}
// lib/src/yaml/locate.js
/**
* Adds positions to problems, and sorts them by file, in the order of reading, and by position.
* @param placed further problems, which have a position already
*/
function locateAll(problems, files, placed = []) {
	const order = new Map([...files.keys()].map((file, index) => [file, index]));
	return [...problems.map((problem) => ({
		...problem,
		...locate(files.get(problem.file), problem)
	})), ...placed].sort((a, b) => (a.file === b.file ? 0 : (order.get(a.file) ?? -1) - (order.get(b.file) ?? -1)) || a.line - b.line || a.column - b.column);
}
/** The start of each line of a file, in characters. It is computed when the first position in the file is needed. */
const lineStarts = /* @__PURE__ */ new WeakMap();
/**
* The line and column of a problem: of its value, of its key if the key itself is at fault, or of the nearest parent
* that exists. In a file that is not YAML, it is the first line, unless the problem has an offset.
*/
function locate(file, { path, at, offset }) {
	return file ? placeOf$1(offset ?? offsetOf(file.root, path, at), file) : {
		line: 1,
		column: 1
	};
}
function placeOf$1(offset, file) {
	const starts = lineStarts.get(file) ?? lineStartsOf(file.text);
	lineStarts.set(file, starts);
	let [low, high] = [0, starts.length];
	while (high - low > 1) {
		const middle = low + high >> 1;
		if (starts[middle] <= offset) low = middle;
		else high = middle;
	}
	return {
		line: low + 1,
		column: offset - starts[low] + 1
	};
}
function lineStartsOf(text) {
	const starts = [0];
	for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
	return starts;
}
function offsetOf(root, path, at) {
	let node = root;
	let offset = root?.start ?? 0;
	for (const [depth, key] of path.entries()) {
		const value = node && valueIn(node, String(key));
		if (!value) return offset;
		const isLast = depth === path.length - 1;
		const isNested = value.kind === "map" || value.kind === "list";
		offset = node?.kind === "map" && (isLast && at === "key" || isNested) ? value.keyStart : value.start;
		if (value.kind === "alias") return offset;
		node = value;
	}
	return offset;
}
/** The values of a map or list by key or index, if it has many: a manifest may have a thousand workloads, each with a problem. */
const byKey = /* @__PURE__ */ new WeakMap();
/** A map or list with more values is indexed. */
const MANY$1 = 20;
/** The value of a key, or of an index as text. If a key is defined twice, the second definition counts. */
function valueIn(node, key) {
	const known = byKey.get(node);
	if (known) return known.get(key);
	let walked = 0;
	for (let one = node.last; one; one = one.before) {
		if (String(one.key) === key) return one;
		if (++walked > MANY$1) break;
	}
	if (walked <= MANY$1) return void 0;
	const index = /* @__PURE__ */ new Map();
	for (let one = node.last; one; one = one.before) if (!index.has(String(one.key))) index.set(String(one.key), one);
	byKey.set(node, index);
	return index.get(key);
}
// lib/src/control/own-price.js
/**
* Prices that only the change itself states, for models without a price at base or in the price book. Nothing
* confirms them. Each is named with its file, line and price per job; base's policy decides whether
* that fails.
*/
function ownPrices(head, base, now, before) {
	const books = [...before.pricing.values()];
	const contracted = new Set(books.flatMap(({ manifest, book }) => manifest.workloads.flatMap(({ keys }) => keys?.price ? [modelKey(keys, book)] : [])));
	const isKnown = ({ keys }) => !keys || books.some(({ book, date }) => {
		const provider = book.provider(keys.provider);
		const model = provider && findModel(provider, keys.model);
		return contracted.has(modelKey(keys, book)) || model !== void 0 && priceOn(model, date) !== void 0;
	});
	const level = base.manifests.some(({ settings }) => settings.policy.own_price === "fail") ? "fail" : "warn";
	const said = /* @__PURE__ */ new Set();
	return now.estimates.flatMap((one) => {
		const id = one.source?.id;
		if (one.status !== "priced" || !one.job || id === void 0 || isKnown(one) || said.has(`${one.file} ${id}`)) return [];
		said.add(`${one.file} ${id}`);
		const { file, line } = placeOf(one, head);
		return [{
			code: "own-price",
			level,
			file: one.file,
			scope: null,
			limit: null,
			value: one.job.amount,
			figure: null,
			args: {
				id,
				workload: one.name,
				from: file,
				line
			}
		}];
	});
}
/** The place of the price: at the workload, or in the price file with its model. */
function placeOf({ file, name, keys, names = [], source }, head) {
	const at = (path, key) => ({
		file: path,
		line: locate(head.files.get(path), { path: [...key] }).line
	});
	if (source?.confidence === "contract") return at(file, [
		"workloads",
		name,
		"price"
	]);
	for (const [path, { value }] of head.files) {
		const { provider, models } = isTree(value) ? value : {};
		const index = provider === keys?.provider && Array.isArray(models) ? models.findIndex((model) => names.includes(String(model?.id))) : -1;
		if (index >= 0) return at(path, [
			"models",
			index,
			"prices"
		]);
	}
	return at(file, ["workloads", name]);
}
fieldNames({
	billed: {
		of: ({ reliability }) => reliability.billed,
		with: (keys, billed) => {
			const { billed: _, ...reliability } = keys.reliability;
			return {
				...keys,
				reliability: {
					...reliability,
					...billed && { billed }
				}
			};
		}
	},
	/** For a new workload, or one without this claim, all canceled jobs count as billed. */
	"client.cancel.billed": {
		of: ({ client }) => client.cancel?.billed ?? 1,
		with: (keys, billed) => keys.client.cancel ? {
			...keys,
			client: {
				...keys.client,
				cancel: {
					...keys.client.cancel,
					billed: billed ?? 1
				}
			}
		} : keys
	}
});
// lib/src/control/renamed-workloads.js
function workloadKey({ file, name }) {
	return `${file}\n${name}`;
}
// lib/src/control/rival-prices.js
/**
* If a change brings its own prices, decides for each workload which prices count: its monthly cost is computed with
* base's prices and with the change's, and the higher one counts. The same holds for each contract price and for the account of a
* new manifest. If only one of the two gives a price, that one counts.
*
* Base has $0.15 a second. A price file of the change with $0.01 does not count before it is merged; one with $0.30 counts at once.
* @returns head under base's controls, with the price files, contract prices and accounts that count
*/
function withRivalPrices({ side, rivals }, book, date, distributions) {
	const prices = new Map(side.prices);
	const higherPrices = /* @__PURE__ */ new Map();
	const manifests = side.manifests.map((manifest) => {
		const { file } = manifest;
		const monthsOf = (one, on) => months(one, on, date, distributions);
		const theirs = prices.get(file);
		const own = rivals.prices.get(file);
		const { counted, single } = own ? competing(manifest, {
			theirs,
			own
		}, book, monthsOf) : {
			counted: theirs,
			single: null
		};
		if (counted) prices.set(file, counted);
		const on = counted ? overlay(book, counted.providers, counted.snapshot) : book;
		const account = withAccounts(withContracts(manifest, rivals, on, monthsOf), rivals, on, monthsOf);
		const singles = [...single ? [{
			...single,
			accounts: account.manifest.settings.accounts
		}] : [], ...account.single ? [{
			...account.single,
			prices: counted
		}] : []];
		if (singles.length > 0) higherPrices.set(file, singles);
		return account.manifest;
	});
	return {
		...side,
		manifests,
		prices,
		...higherPrices.size > 0 && { higherPrices }
	};
}
function months(manifest, book, date, distributions) {
	const pricing = pricingOf(manifest, book, date);
	return new Map(workloadCosts(estimateManifest(pricing), pricing, distributions).map(({ name, monthly }) => [name, monthly]));
}
/**
* Base's price files, with those models from the change's price files that are more expensive or that base has no price for. If a price is
* more expensive for some workloads of a model and cheaper for others, it counts only for the former.
* @param files base's price files of the manifest, and the change's own
*/
function competing(manifest, { theirs, own }, book, monthsOf) {
	const before = theirs ? overlay(book, theirs.providers, theirs.snapshot) : book;
	const after = overlay(book, own.providers, own.snapshot);
	const [old, fresh] = [monthsOf(manifest, before), monthsOf(manifest, after)];
	const chosen = /* @__PURE__ */ new Map();
	const mixed = /* @__PURE__ */ new Map();
	const some = /* @__PURE__ */ new Set();
	for (const [slug, model] of modelsOf(manifest)) {
		const names = manifest.workloads.filter(({ keys }) => keys?.provider === slug && keys.model === model).map(({ name }) => name);
		const brought = after.provider(slug);
		const found = brought && findModel(brought, model);
		const higher = names.filter((name) => isHigher(name, old, fresh));
		if (!found || higher.length === 0) continue;
		const into = names.some((name) => isHigher(name, fresh, old)) ? mixed : chosen;
		into.set(slug, /* @__PURE__ */ new Set([...into.get(slug) ?? [], found]));
		if (into === mixed) for (const name of higher) some.add(name);
	}
	const over = (files, picked) => {
		if (picked.size === 0) return files;
		const providers = [...picked].map(([slug, models]) => onlyModels([...models], after.provider(slug), before.provider(slug), manifest));
		return {
			providers: [...files?.providers ?? [], ...providers],
			snapshot: own.snapshot
		};
	};
	const counted = over(theirs, chosen);
	return {
		counted,
		single: some.size > 0 ? {
			names: some,
			prices: over(counted, mixed)
		} : null
	};
}
/** Provider and model of every workload, each pair once. */
function modelsOf({ workloads }) {
	const pairs = workloads.flatMap(({ keys }) => keys ? [[keys.provider, keys.model]] : []);
	return [...new Map(pairs.map((pair) => [pair.join("\n"), pair])).values()];
}
/** Whether the second price of a workload counts: it is higher, or the first has none. */
function isHigher(name, old, fresh) {
	const [before, after] = [old.get(name), fresh.get(name)];
	return after != null && (before == null || after.gt(before));
}
/** Adds models of a price file to base's models of the provider, and its account only if base has no value for a credit. */
function onlyModels(models, brought, known, { settings }) {
	if (!known) return {
		...brought,
		models
	};
	const account = creditValue(known.account, settings.accounts[known.provider]) !== void 0 ? known.account : brought.account;
	return {
		...known,
		models,
		...account && { account }
	};
}
/** Chooses between a contract price that base lacks and base's price: its own contract price or the price book. */
function withContracts(manifest, { contracts }, book, monthsOf) {
	if (!manifest.workloads.some((one) => contracts.has(workloadKey(one)))) return manifest;
	const rival = manifest.workloads.map((one) => {
		if (!one.keys || !contracts.has(workloadKey(one))) return one;
		const { price: _, ...keys } = one.keys;
		const price = contracts.get(workloadKey(one));
		return {
			...one,
			keys: {
				...keys,
				...price && { price }
			}
		};
	});
	const [old, fresh] = [monthsOf(manifest, book), monthsOf({
		...manifest,
		workloads: rival
	}, book)];
	return {
		...manifest,
		workloads: manifest.workloads.map((one, index) => isHigher(one.name, old, fresh) ? rival[index] ?? one : one)
	};
}
/**
* The account of a new manifest counts without its discounts (`freed` in `under-base.ts` removes them). The exception are workloads whose
* monthly cost is higher with the full account, or known only with it.
*/
function withAccounts(manifest, { accounts }, book, monthsOf) {
	const own = accounts.get(manifest.file);
	if (!own || Object.keys(own).length === 0) return {
		manifest,
		single: null
	};
	const rival = {
		...manifest,
		settings: {
			...manifest.settings,
			accounts: own
		}
	};
	const [old, fresh] = [monthsOf(manifest, book), monthsOf(rival, book)];
	const names = manifest.workloads.map(({ name }) => name);
	const higher = names.filter((name) => isHigher(name, old, fresh));
	if (higher.length === 0) return {
		manifest,
		single: null
	};
	return names.some((name) => isHigher(name, fresh, old)) ? {
		manifest,
		single: {
			names: new Set(higher),
			accounts: own
		}
	} : {
		manifest: rival,
		single: null
	};
}
// lib/src/levers/edit.js
/**
* The workloads that edits name, read as if the edits were in their files, with the files' defaults.
* @returns null if an edited workload cannot be read
*/
function editedWorkloads(side, edits) {
	const found = [];
	for (const { file, workload: name } of new Map(edits.map((edit) => [`${edit.file}\n${edit.workload}`, edit])).values()) {
		const tree = side.files.get(file)?.value;
		const own = treeAt(treeAt(tree, "workloads"), name);
		const ownEdits = edits.filter((edit) => edit.file === file && edit.workload === name);
		const { keys } = parseWorkload({
			file,
			name,
			own: ownEdits.reduce((all, { path, to }) => withValue$1(all, path.split("."), to), own),
			defaults: isTree(tree) ? tree["defaults"] : void 0
		});
		if (!keys) return null;
		found.push({
			file,
			name,
			keys,
			tops: new Set(ownEdits.map(({ path }) => path.split(".")[0]))
		});
	}
	return found;
}
/**
* A side with workloads edited in memory. Only the top-level keys that the edits change are taken, so that everything else stays as it
* is, including what the base branch's settings decide. A contract price is dropped if the provider or the model changes, unless the
* edited workload has one.
*/
function withEdited(side, edited) {
	const after = (one) => {
		const edit = edited.find(({ file, name }) => file === one.file && name === one.name);
		return edit ? afterEdit(one, edit) : one;
	};
	return {
		...side,
		manifests: side.manifests.map((manifest) => ({
			...manifest,
			workloads: manifest.workloads.map(after)
		}))
	};
}
/** One workload after an edit, as in `withEdited`. */
function afterEdit(one, edit) {
	if (!one.keys) return one;
	const taken = Object.entries(edit.keys).filter(([key]) => edit.tops.has(key));
	const { price, ...rest } = one.keys;
	const kept = edit.tops.has("provider") || edit.tops.has("model") ? edit.keys.price : price;
	return {
		...one,
		keys: {
			...rest,
			...kept && { price: kept },
			...Object.fromEntries(taken)
		}
	};
}
// lib/src/compare/delta.js
/**
* Head minus base. Null without a base, if a differing file could not be read on one side, or if a workload that the change touches has no price on
* a side: an unknown cost must not look like a saving.
*/
function deltaOf({ head, base, comparable }, workloads) {
	if (!head || !base || !comparable || workloads.some(isUnknown)) return null;
	const expected = head.expected.minus(base.expected);
	return {
		expected,
		p50: head.p50.minus(base.p50),
		p90: head.p90.minus(base.p90),
		p95: head.p95.minus(base.p95),
		share: base.expected.eq(0) ? null : expected.div(base.expected).toNumber()
	};
}
function isUnknown({ change, head, base }) {
	return change !== "same" && (head?.monthly === null || base?.monthly === null);
}
/** The change of one workload's monthly cost; null if unknown. A workload on only one side counts in full. */
function workloadDelta({ change, head, base }) {
	if (head && base) return head.monthly && base.monthly && head.monthly.minus(base.monthly);
	if (change === "same") return null;
	return head ? head.monthly : base?.monthly?.neg() ?? null;
}
// lib/src/levers/chosen.js
/** How many values of a ladder are proposed if its values have no order of loss. */
const NAMED = 2;
/** The edit that sets a workload's key to the value at an index of the ladder. */
function moveOf({ kind, path, from, at }, { head }, index) {
	return {
		file: head?.file ?? "",
		workload: head?.name ?? "",
		kind,
		path,
		from,
		to: at(index)
	};
}
/** The edits of a ladder that are enough, by the screen: the first one if its values are in order of loss, else up to two. */
function chosen(ladder, line, screen) {
	const at = (index) => moveOf(ladder, line, index);
	if (ladder.choose !== "first") return someOf(ladder, at, screen);
	const over = (index) => screen.mayHold(at(index)) ? screen.of([at(index)])?.over ?? null : null;
	const found = firstThatHolds(ladder.size, over, screen.over);
	return found === null ? [] : [at(found)];
}
/** Together with a first edit, the first value of a ladder that is enough. */
function chosenBeside(first, ladder, line, screen) {
	const at = (index) => moveOf(ladder, line, index);
	const alone = screen.of([first]);
	const found = alone && firstThatHolds(ladder.size, (index) => screen.of([first, at(index)])?.over ?? null, alone.over);
	return found === null ? [] : [at(found)];
}
/**
* The most expensive or the cheapest values that are enough. If the least month of every value is known from its charges alone, the
* values are tried in that order, until enough are found. Else all are tried.
*/
function someOf({ size, choose }, at, screen) {
	const sign = choose === "most-expensive" ? -1 : 1;
	const all = Array.from({ length: size }, (_, index) => at(index)).filter(screen.mayHold);
	const known = all.flatMap((move) => {
		const month = screen.least(move);
		return month ? [{
			move,
			month
		}] : [];
	});
	const inOrder = known.length === all.length ? known.sort((a, b) => sign * a.month.cmp(b.month)).map(({ move }) => move) : null;
	const fitting = [];
	for (const move of inOrder ?? all) {
		if (inOrder && fitting.length === NAMED) break;
		const after = screen.of([move]);
		if (after?.over.lte(0)) fitting.push({
			move,
			month: after.month
		});
	}
	return fitting.sort((a, b) => sign * a.month.cmp(b.month)).slice(0, NAMED).map(({ move }) => move);
}
/** Up to this many values are tried one by one. A longer ladder is searched, because each value costs no more than the one before it. */
const ONE_BY_ONE = 8;
/**
* The index of the first value that is within the limits, null if none is. In a long ladder, the next value to try is where the straight
* line between two tried values meets the limit, because the monthly cost is nearly proportional to the clips: of 800 values, three are
* tried. Every third step bisects instead, so that a bad line cannot make the search slow.
* @param over by how much the limit is exceeded with a value, 0 or less if it is not; null if the value is not accepted or surely not enough
* @param now by how much the limit is exceeded without an edit
*/
function firstThatHolds(size, over, now) {
	const at = (index) => {
		const found = over(index);
		return found === null ? Number.POSITIVE_INFINITY : found.lte(0) ? Math.min(0, found.toNumber()) : Math.max(Number.MIN_VALUE, found.toNumber());
	};
	if (size <= ONE_BY_ONE) {
		for (let index = 0; index < size; index++) if (at(index) <= 0) return index;
		return null;
	}
	let [exceeding, within] = [-1, size - 1];
	let [above, below] = [now.toNumber(), at(within)];
	if (below > 0) return null;
	for (let step = 1; within - exceeding > 1; step++) {
		const share = step % 3 === 0 || !Number.isFinite(above) ? .5 : above / (above - below);
		const next = Math.min(within - 1, Math.max(exceeding + 1, Math.ceil(exceeding + (within - exceeding) * share)));
		const found = at(next);
		if (found <= 0) [within, below] = [next, found];
		else [exceeding, above] = [next, found];
	}
	return within;
}
// lib/src/levers/family.js
/**
* The family of a model by its id: a known family, or else the first word of the id after the vendor and a slash.
* `veo-3.1-fast-generate-001` is in `Veo`, and `acme/reel-2-fast` in `reel`. Null if there is no such word.
*/
function modelFamily(id) {
	const known = familyOf(id);
	if (known !== null && known !== "video") return known;
	const segments = id.toLowerCase().split("/");
	return /^[a-z]+/.exec(segments[segments.length > 1 ? 1 : 0] ?? "")?.[0] ?? null;
}
const known$2 = /* @__PURE__ */ new WeakMap();
/** The model ids of a provider by family, computed once for each provider. */
function idsByFamily(provider) {
	const found = known$2.get(provider);
	if (found) return found;
	const made = /* @__PURE__ */ new Map();
	for (const id of provider.ids ?? provider.models.map((model) => model.id)) {
		const family = modelFamily(id);
		if (family !== null) made.set(family, [...made.get(family) ?? [], id]);
	}
	known$2.set(provider, made);
	return made;
}
// lib/src/levers/ladders.js
/** At most this many durations of a range are tried. */
const STEPS = 64;
/** The ladders of a workload, except for the keys in its `keep` list. Whether a model accepts a value turns out when it is priced. */
function laddersOf(line, book) {
	const { head } = line;
	if (!head?.keys || head.monthly === null) return [];
	const keys = head.keys;
	const provider = book.provider(keys.provider);
	const model = provider && findModel(provider, keys.model);
	const ofModel = model && head.request ? [
		...outputLadders(head.request, model),
		countLadder(keys, head.request, model),
		...modelLadders(keys, model, book)
	] : [];
	return [
		...reverts(line),
		...ofModel,
		takesLadder(keys),
		...volumeLadder(keys)
	].filter(({ path, size }) => size > 0 && !isKept(path, keys));
}
/** Whether a workload's `keep` list contains a key or a section above it, so that no advice may change it. */
function isKept(path, { keep }) {
	return keep.some((kept) => path === kept || path.startsWith(`${kept}.`));
}
function ladder(one, values, choose = "first") {
	return {
		...one,
		size: values.length,
		at: (index) => values[index],
		choose
	};
}
/** Keys that this change edited and made more expensive, back to base's value. If base left the key out, the provider's default counts. */
function reverts({ change, changes, head, base }) {
	if (change !== "changed") return [];
	return changes.flatMap(({ path, from, to, monthly }) => {
		if (!monthly?.gt(0) || !REVERTED.test(path)) return [];
		const field = path.replace(/^output\./, "");
		const before = from ?? base?.request?.fields.get(field);
		return before === void 0 ? [] : [ladder({
			kind: "revert",
			path,
			from: to ?? head?.request?.fields.get(field) ?? null
		}, [before])];
	});
}
/** Keys that say what is requested, and how often. Keys about payment are no levers. */
const REVERTED = /^(?:(?:output|input|options)\.[^. ]+|volume\.per_\w+|takes|tier|mode|region|runtime|provider|model|client\.max_attempts)$/;
/** Ladders for the output of a job and for its tier: no sound (if nobody chose sound), a shorter duration, a lower resolution, another tier. */
function outputLadders(request, model) {
	const { fields, given } = request;
	const limitsFor = (field) => limitsOf(field, model, (other) => fields.get(other)) ?? [];
	const listed = (field) => [...new Set(limitsFor(field).flatMap(listedValues))].filter((value) => value !== "auto");
	const [duration, resolution, audio, tier = "standard"] = [
		"duration",
		"resolution",
		"audio",
		"tier"
	].map((field) => fields.get(field));
	const isTimed = typeof duration === "number" && !given.has("frames") && !given.has("segments");
	const range = limitsFor("duration").find((limit) => limit.kind === "range");
	const lengths = isTimed ? range ? stepsBelow(range, duration) : listed("duration").filter((one) => Number(one) < duration) : [];
	const pixels = megapixels(String(resolution));
	const smaller = listed("resolution").filter((one) => megapixels(String(one)) > 0 && megapixels(String(one)) < pixels);
	return [
		ladder({
			kind: "audio",
			path: "output.audio",
			from: true
		}, audio === true && !given.has("audio") ? [false] : []),
		ladder({
			kind: "duration",
			path: "output.duration",
			from: duration
		}, [...lengths].sort((a, b) => Number(b) - Number(a))),
		ladder({
			kind: "resolution",
			path: "output.resolution",
			from: resolution
		}, smaller.sort((a, b) => megapixels(String(b)) - megapixels(String(a)))),
		ladder({
			kind: "tier",
			path: "tier",
			from: tier
		}, listed("tier").filter((one) => one !== tier), "most-expensive")
	];
}
/**
* Fewer outputs of one job. If the outputs are takes of one clip, a clip still gets the takes that the manifest wants: 2 takes are one job
* of 4 outputs, and a job of 2 is enough. With one take for each clip and `keep: [takes]`, the outputs count as its takes and are kept.
*/
function countLadder(keys, { fields }, model) {
	const from = fields.get("count");
	const count = typeof from === "number" && !(keys.takes === 1 && isKept("takes", keys)) ? Math.min(from, MOST_TAKES) : 1;
	const listed = (limitsOf("count", model, (other) => fields.get(other)) ?? []).flatMap(listedValues).map(Number);
	const fewer = Array.from({ length: Math.max(0, count - 1) }, (_, index) => count - 1 - index);
	return ladder({
		kind: "count",
		path: "output.count",
		from
	}, listed.length > 0 ? fewer.filter((one) => listed.includes(one)) : fewer);
}
/** The values of a range below a value, in descending order. A range without a step has steps of 1 from its least value. */
function stepsBelow({ min, step = 1 }, value) {
	const highest = Math.ceil(Number(((value - min) / step).toPrecision(12))) - 1;
	return Array.from({ length: Math.max(0, Math.min(STEPS, highest + 1)) }, (_, index) => highest - index).map((place) => decimal(min).plus(decimal(step).times(place)).toNumber());
}
/** The same model at other providers, and other models of its family at this provider. None for a contract price, which is for one model. */
function modelLadders(keys, model, book) {
	if (keys.price) return [];
	const sellers = providersOf(book).filter((one) => one.provider !== keys.provider && findModel(one, keys.model));
	const family = modelFamily(model.id);
	const provider = book.provider(keys.provider);
	const others = family !== null && provider && idsByFamily(provider).get(family) || [];
	return [ladder({
		kind: "provider",
		path: "provider",
		from: keys.provider
	}, sellers.map(({ provider }) => provider), "cheapest"), ladder({
		kind: "model",
		path: "model",
		from: keys.model
	}, others.filter((id) => id !== model.id), "most-expensive")];
}
function takesLadder({ takes }) {
	const down = (from) => Array.from({ length: Math.max(0, Math.ceil(from) - 1) }, (_, index) => Math.ceil(from) - 1 - index);
	if (typeof takes === "number") return ladder({
		kind: "takes",
		path: "takes",
		from: takes
	}, down(Math.min(takes, MOST_TAKES)));
	const { max } = takes.until_kept;
	return ladder({
		kind: "takes",
		path: "takes.until_kept.max",
		from: max
	}, down(max));
}
/** No ladder starts above this many takes or outputs, because the manifest allows far larger numbers. */
const MOST_TAKES = 1e3;
/** An uncertain volume is cut in steps of a thousandth. */
const THOUSANDTHS = 1e3;
/** Fewer clips. The step is one clip, or a tenth of a clip for fewer than 10 a day or week. All numbers of an uncertain volume are cut in proportion. */
function volumeLadder({ volume }) {
	const key = [
		"per_month",
		"per_week",
		"per_day"
	].find((name) => volume[name] !== void 0);
	const declared = key && volume[key];
	if (key === void 0 || declared === void 0) return [];
	const one = {
		kind: "volume",
		path: `volume.${key}`,
		from: declared,
		choose: "first"
	};
	if (typeof declared === "number") {
		const step = key === "per_month" || declared >= 10 ? 1 : .1;
		const highest = Math.ceil(Number((declared / step).toPrecision(12))) - 1;
		return [{
			...one,
			size: Math.max(0, highest),
			at: (index) => Number(((highest - index) * step).toPrecision(12))
		}];
	}
	const cut = (share) => Object.fromEntries(Object.entries(declared).map(([name, amount]) => [name, Number((amount * share).toPrecision(3))]));
	return [{
		...one,
		size: 999,
		at: (index) => cut((999 - index) / THOUSANDTHS)
	}];
}
// lib/src/levers/priced-again.js
/** A key for a workload in maps of costs: its file and its name. */
function costKey({ file, name }) {
	return `${file}\n${name}`;
}
/**
* Prices edited workloads again with the whole risk model, by `costKey`. The effect of the edits on other workloads is left out.
* @returns null if an edited workload cannot be read, is not accepted by its model, or has no price
*/
function pricedAgain(edits, side) {
	const edited = editedWorkloads(side.head, edits);
	if (!edited) return null;
	const costs = /* @__PURE__ */ new Map();
	for (const edit of edited) {
		const cost = editedCost(edit, side);
		if (!cost || cost.monthly === null || cost.status !== "priced") return null;
		costs.set(costKey(cost), cost);
	}
	return costs;
}
function editedCost(edit, { head, now, date, distributions }) {
	const { file, name, keys } = edit;
	const declared = head.manifests.find((one) => one.file === file);
	const before = declared && named(declared, name);
	const as = now.workloadPricing.get(costKey(edit)) ?? now.pricing.get(file);
	if (!declared || !before || !as) return void 0;
	const known = costOnly(as);
	const one = afterEdit(before, edit);
	const all = () => ({
		...known.manifest,
		workloads: declared.workloads.map((other) => other === before ? one : other)
	});
	const pricing = goesByJobs(keys, known) ? withSubmissions({
		...pricingOf(all(), known.book, date),
		costOnly: true
	}, distributions) : known;
	return workloadCosts((sharesRequests(keys, known) ? all().workloads : [one]).map((workload) => estimateWorkload(workload, pricing)), pricing, distributions).find((other) => other.name === name);
}
/** The workloads of each manifest by name, because a thousand of them may be priced again. */
const byName = /* @__PURE__ */ new WeakMap();
function named(manifest, name) {
	const known = byName.get(manifest) ?? new Map(manifest.workloads.map((one) => [one.name, one]));
	byName.set(manifest, known);
	return known.get(name);
}
/** One cost-only copy for each pricing, because results are cached by the pricing object. */
const costsAlone = /* @__PURE__ */ new WeakMap();
function costOnly(pricing) {
	const known = costsAlone.get(pricing) ?? {
		...pricing,
		costOnly: true
	};
	costsAlone.set(pricing, known);
	return known;
}
/** Whether the price of a job depends on the number of jobs of its model, so that they have to be counted again. */
function goesByJobs(keys, pricing) {
	return priceByJobs(keys, pricing) !== null;
}
/** Whether the provider has a free allowance of status requests, which all of its workloads share. */
function sharesRequests(keys, pricing) {
	return jobPolicyOf(keys, pricing).status_request?.free_per_month !== void 0;
}
// lib/src/levers/least-month.js
/**
* The least monthly cost of a workload after an edit, in the reporting currency, by charges alone: the model need not accept the value.
* This rules out nearly every value cheaply. If the workload declares nothing about how its jobs go, the cost is its list price. Else
* every part of it is proportional to the price of a job, except status requests, which stay: a job at $1 instead of $1.50 saves at most
* a third.
* @returns null if no bound is known: the price depends on the jobs of the month, or the edit changes the plan or how the jobs go
*/
function leastMonth({ path, to }, before, now) {
	const { keys, list, plan, risk, file } = before;
	const pricing = now.workloadPricing.get(costKey(before)) ?? now.pricing.get(file);
	const month = monthlyDeliveryCost(before);
	if (!keys || !list || !plan || !month || !pricing || !risk || list.eq(0)) return null;
	const edited = withValue$1(keys, path.split("."), to);
	if (!isAsWritten(path, keys)) return null;
	const after = pricedByCharges(edited, pricing);
	if (!after || priceByJobs(edited, pricing)) return null;
	if (isCertain(keys)) return after.list;
	return JSON.stringify(after.plan) === JSON.stringify(plan) && isSamePolicy(keys, edited, pricing) ? month.times(after.list).div(list) : null;
}
/** Whether the edited key changes only the request: no other key overrides it, and it says nothing about how jobs go. */
function isAsWritten(path, { output }) {
	if (path.startsWith("output.")) return output.segments === void 0 && output.frames === void 0;
	return [
		"tier",
		"mode",
		"provider",
		"model"
	].includes(path);
}
function isSamePolicy(keys, edited, pricing) {
	const [before, after] = [jobPolicyOf(keys, pricing), jobPolicyOf(edited, pricing)];
	return before === after || JSON.stringify(before) === JSON.stringify(after);
}
// lib/src/levers/screen.js
/**
* A quick test of many edits: could they be enough? Only the edited workloads are priced again, with the whole risk model, and replaced
* in the sums of the limits. The effect on the prices of other workloads (volume tiers) is left to the full judgment of edits that pass.
*/
function screenFor({ from: { head, now, distributions }, date }, broken) {
	const targets = broken.flatMap((reason) => targetOf(reason, head, now, distributions) ?? []);
	const before = new Map(now.estimates.map((one) => [costKey(one), one]));
	const known = /* @__PURE__ */ new Map();
	/** Edits of one workload, priced once. */
	const priced = (edits) => {
		const key = JSON.stringify(edits.map(({ file, workload, path, to }) => [
			file,
			workload,
			path,
			to
		]));
		const found = known.get(key);
		if (found !== void 0) return found;
		const costs = pricedAgain(edits, {
			head,
			now,
			date,
			distributions
		});
		const made = costs && [...costs].every(([one, cost]) => isAlike$1(before.get(one), cost, edits)) ? costs : null;
		known.set(key, made);
		return made;
	};
	const of = (moves) => {
		const costs = /* @__PURE__ */ new Map();
		for (const edits of byWorkload(moves)) {
			const made = priced(edits);
			if (!made) return null;
			for (const [key, cost] of made) costs.set(key, cost);
		}
		const month = [...costs.values()].reduce((sum, cost) => sum.plus(monthlyDeliveryCost(cost) ?? ZERO), ZERO);
		const moved = moves.some(({ kind, path }) => movesMembership(kind, path));
		const overs = targets.map((target) => {
			const after = amountAfter(target, costs, moved);
			return after && overOf(after, target);
		});
		return overs.some((one) => one === null) ? null : {
			month,
			over: worst(overs)
		};
	};
	/** The amount of a limit after edits. An expected cost is a sum, so only the terms of the edited workloads change. */
	const amountAfter = (target, costs, moved) => {
		if (target.figure === "expected" && (!moved || target.scope === TOTAL)) return [...costs].filter(([key]) => target.members.has(key)).reduce((sum, [key, cost]) => sum.minus(monthOf$1(before.get(key))).plus(monthOf$1(cost)), target.current);
		return amountAt(target, head, {
			...now,
			estimates: now.estimates.map((one) => costs.get(costKey(one)) ?? one)
		}, distributions)?.amount ?? null;
	};
	const least = (move) => {
		const cost = before.get(costKey({
			file: move.file,
			name: move.workload
		}));
		return cost ? leastMonth(move, cost, now) : null;
	};
	const mayHold = (move) => {
		if (movesMembership(move.kind, move.path) && targets.some(({ scope }) => scope !== TOTAL)) return true;
		const key = costKey({
			file: move.file,
			name: move.workload
		});
		const counted = targets.filter(({ members, figure }) => figure === "expected" && members.has(key));
		const month = counted.length > 0 ? least(move) : null;
		if (!month) return true;
		const noise = month.times(ROUNDING);
		return counted.every(({ current, most }) => !moreThan(current.minus(monthOf$1(before.get(key))).plus(month).minus(noise), most));
	};
	return {
		of,
		least,
		mayHold,
		over: worst(targets.map((target) => overOf(target.current, target)))
	};
}
/** The limit that counts every workload. */
const TOTAL = "total";
/** The rounding error of a monthly cost, as a share of it. */
const ROUNDING = 1e-9;
/** By how much an amount exceeds a limit, by the amounts that are compared (`moreThan`). */
function overOf(amount, { most }) {
	return asShown(amount).minus(asShown(most));
}
function monthOf$1(cost) {
	return (cost && monthlyDeliveryCost(cost)) ?? ZERO;
}
function worst(overs) {
	return overs.reduce((most, one) => one.gt(most) ? one : most, overs[0] ?? ZERO);
}
function byWorkload(moves) {
	const found = /* @__PURE__ */ new Map();
	for (const move of moves) {
		const key = costKey({
			file: move.file,
			name: move.workload
		});
		found.set(key, [...found.get(key) ?? [], move]);
	}
	return [...found.values()];
}
/** Whether an edit can move a workload to other scopes: scopes match by provider, model and mode. */
function movesMembership(kind, path) {
	return kind === "model" || kind === "provider" || path === "provider" || path === "model" || path === "mode";
}
/** Whether another model or provider makes the same clip: mode, duration, resolution and sound are as before, unless the edits change them. */
function isAlike$1(before, after, edits) {
	if (!edits.some(({ kind }) => kind === "model" || kind === "provider")) return true;
	const said = new Set(edits.map(({ path }) => path.replace(/^output\./, "")));
	const same = (field) => said.has(field) || before?.request?.fields.get(field) === after.request?.fields.get(field);
	return before?.mode === after.mode && [
		"duration",
		"resolution",
		"audio"
	].every(same);
}
function targetOf({ file, scope, limit, value, figure }, side, now, distributions) {
	if (limit === null || value === null) return null;
	const at = {
		file,
		scope: scope ?? TOTAL,
		figure: figure ?? "expected"
	};
	const found = amountAt(at, side, now, distributions);
	return found && {
		...at,
		current: found.amount,
		most: found.amount.minus(value.minus(limit)),
		members: found.members
	};
}
function amountAt({ file, scope, figure }, side, exposure, distributions) {
	const scopes = side.manifests.find((manifest) => manifest.file === file)?.settings.budget.scopes ?? {};
	const { estimates, unread } = setOf(file, side, exposure, Object.hasOwn(scopes, scope) ? scopes[scope]?.match : {});
	const cost = deliveryCostOf(estimates, figure, distributions, unread);
	return cost && {
		amount: cost.amount,
		members: new Set(estimates.map(costKey))
	};
}
// lib/src/levers/levers.js
/** Levers are looked for in this many workloads: those that this change made more expensive, then the ones with the highest cost. */
const WORKLOADS = 5;
/** In a report with more workloads than this, only the first workload has levers, and pairs of edits are not tried. */
const MANY = 200;
/** How many workloads are judged again in all, so that a large report does not take long: with 20 workloads, 100 edits are judged. */
const JUDGED_AGAIN = 2e3;
/** The least number of edits that are judged, for a report with thousands of workloads. */
const LEAST_EDITS = 3;
/** If no single edit is enough, pairs are made of this many edits: those that save most. */
const PAIRED = 12;
/**
* Adds levers to each exceeded limit that fails the change: single edits that are enough, the least loss first. If some edits are enough
* for all such limits, only those are given; else those for the limit itself. If no single edit is enough, the lever is the edit that
* saves most, with a second one that is needed beside it. Each lever is judged by the whole pipeline, so that a report on the edited
* manifest says the same.
*
* Levers are computed on first use, because a CSV table and a what-if page whose sliders move need none.
*/
function withLevers(judged, rejudge) {
	const broken = judged.reasons.filter(isBroken);
	if (broken.length === 0) return judged;
	let known;
	const leversOf = (reason) => {
		known ??= found(judged, broken, rejudge);
		return known.get(reason) ?? [];
	};
	return {
		...judged,
		reasons: judged.reasons.map((reason) => broken.includes(reason) ? {
			...reason,
			levers: () => leversOf(reason)
		} : reason)
	};
}
/** The levers of each exceeded limit. */
function found(judged, broken, rejudge) {
	const ladders = driversOf(judged.workloads).flatMap((line) => laddersOf(line, judged.from.book).map((ladder) => ({
		ladder,
		line
	})));
	let left = Math.max(LEAST_EDITS, Math.floor(JUDGED_AGAIN / judged.workloads.length));
	const screen = screenFor(judged, broken);
	const search = {
		judged,
		rejudge: (edited) => left-- > 0 ? rejudge(edited) : null,
		broken,
		ladders,
		screen
	};
	const all = leversFor(broken, screen, search);
	const leversOf = (reason) => {
		if (all.length > 0) return all;
		const own = broken.length > 1 ? leversFor([reason], screenFor(judged, [reason]), search) : [];
		if (own.length > 0) return own;
		return judged.workloads.length > MANY ? [] : largest(search);
	};
	return new Map(broken.map((reason) => [reason, leversOf(reason)]));
}
function isBroken({ code, level, limit }) {
	return limit !== null && level === "fail" && (code === "budget-exceeded" || code === "increase-exceeded");
}
/** The priced workloads in which levers are looked for: by how much the change makes them more expensive, then by their monthly cost. */
function driversOf(workloads) {
	return workloads.filter(({ head }) => head?.keys && head.monthly !== null).map((line) => {
		const added = line.change === "same" ? ZERO : workloadDelta(line) ?? ZERO;
		return {
			line,
			added: added.gt(0) ? added : ZERO,
			month: monthlyDeliveryCost(line.head) ?? ZERO
		};
	}).sort((a, b) => b.added.cmp(a.added) || b.month.cmp(a.month)).slice(0, workloads.length > MANY ? 1 : WORKLOADS).map(({ line }) => line);
}
/** Single edits after which these limits are no longer exceeded, and nothing fails that did not fail before. */
function leversFor(targets, screen, search) {
	return inOrder(search.ladders.flatMap(({ ladder, line }) => chosen(ladder, line, screen))).flatMap((move) => {
		const lever = leverOf(move, search);
		return lever && lever.holds !== "none" && targets.every((target) => !lever.failing.has(identity$1(target))) ? withoutFailing(lever) : [];
	});
}
/** Edits in order of loss, the least first; within one kind, in the order of the workloads. An edit that is proposed by two kinds is kept once. */
function inOrder(moves) {
	const keyOf = (move) => JSON.stringify([
		move.file,
		move.workload,
		move.path,
		move.to
	]);
	const sorted = [...moves].sort((a, b) => LEVER_KINDS.indexOf(a.kind) - LEVER_KINDS.indexOf(b.kind));
	const first = /* @__PURE__ */ new Map();
	for (const move of sorted) if (!first.has(keyOf(move))) first.set(keyOf(move), move);
	return [...first.values()];
}
function withoutFailing({ failing: _, ...lever }) {
	return lever;
}
/** What the report says after an edit; null if the edit cannot be judged, or if something fails that did not fail before. */
function leverOf(move, search) {
	const after = judgedAfter([move], search);
	return after && {
		...move,
		...after,
		also: null
	};
}
function judgedAfter(moves, { judged, rejudge, broken }) {
	const edited = editedWorkloads(judged.from.head, moves);
	const after = edited && rejudge(edited);
	const [before, total] = [judged.total.head?.expected, after?.total.head?.expected];
	if (!after || !before || !total) return null;
	const failing = new Set(after.reasons.filter(fails).map(identity$1));
	const known = new Set(judged.reasons.filter(fails).map(identity$1));
	if ([...failing].some((one) => !known.has(one))) return null;
	const left = broken.filter((reason) => failing.has(identity$1(reason)));
	const holds = left.length === 0 ? "all" : left.length < broken.length ? "limit" : "none";
	return {
		monthly: total.minus(before),
		total,
		verdict: after.verdict,
		holds,
		failing
	};
}
function fails({ level }) {
	return level !== "pass" && level !== "warn";
}
function identity$1({ code, file, scope }) {
	return JSON.stringify([
		code,
		file,
		scope
	]);
}
/** If no single edit is enough: the edit that saves most, and a second one with which it is enough. Fewer clips are the last resort. */
function largest(search) {
	const { screen } = search;
	const strongest = search.ladders.flatMap(({ ladder, line }) => {
		return (ladder.choose === "first" ? [ladder.size - 1] : Array.from({ length: ladder.size }, (_, index) => index)).flatMap((index) => {
			const move = moveOf(ladder, line, index);
			const month = screen.of([move]);
			const saved = month && (monthlyDeliveryCost(line.head) ?? ZERO).minus(month.month);
			return saved?.gt(0) ? [{
				move,
				saved,
				line
			}] : [];
		});
	});
	const bySavings = strongest.filter(({ move }) => move.kind !== "volume").sort((a, b) => b.saved.cmp(a.saved)).slice(0, PAIRED);
	const first = bySavings[0] ?? strongest.sort((a, b) => b.saved.cmp(a.saved))[0];
	if (!first) return [];
	const lever = leverOf(first.move, search);
	if (!lever) return [];
	const seconds = inOrder(bySavings.map(({ move }) => move)).filter((move) => !isSameKey(move, first.move));
	const volumes = search.ladders.filter(({ ladder }) => ladder.kind === "volume");
	const cuts = () => volumes.flatMap(({ ladder, line }) => isSameKey(first.move, moveOf(ladder, line, 0)) ? [] : chosenBeside(first.move, ladder, line, screen));
	const second = firstEnough(first.move, seconds.filter((move) => screen.of([first.move, move])?.over.lte(0)), search) ?? firstEnough(first.move, cuts(), search);
	return [{
		...withoutFailing(lever),
		also: second
	}];
}
function isSameKey(one, other) {
	return one.file === other.file && one.workload === other.workload && one.path === other.path;
}
/** The first second edit that leaves no limit exceeded, by the whole pipeline. */
function firstEnough(first, seconds, search) {
	for (const second of seconds) {
		const after = judgedAfter([first, second], search);
		if (after?.holds === "all") return {
			...second,
			total: after.total,
			verdict: after.verdict
		};
	}
	return null;
}
// lib/src/lock/applied-lock.js
/** Whether a change edits, adds or removes the lock. */
function isEdited({ applied, head }) {
	if (applied === null || head === null) return applied !== head;
	return applied.length !== head.length || applied.some((byte, index) => byte !== head[index]);
}
/**
* Price changes since the lock that applies. An unreadable lock is an error for the change that broke it, and
* a warning for every other change: its prices are then unknown.
* @param side base, or head if nothing is compared
* @param renamed base's path of each renamed file of head, which the lock may know by its new path
*/
function sinceLock(locks, side, renamed, distributions) {
	const { file, applied, head } = locks;
	const own = isEdited(locks) && head ? readLock(file, head) : null;
	const broken = own && "wrong" in own ? [{
		code: "lock-unreadable",
		severity: "error",
		file,
		...own.wrong
	}] : [];
	if (!applied) return {
		repricing: null,
		problems: broken,
		yaml: own?.yaml ?? null
	};
	const read = readLock(file, applied);
	if ("wrong" in read) return {
		repricing: null,
		problems: broken.length > 0 ? broken : [{
			code: "lock-unreadable",
			severity: "warning",
			file,
			...read.wrong
		}],
		yaml: own?.yaml ?? read.yaml
	};
	const { fileOf = (path) => relativeTo(file, path) } = locks;
	const prices = /* @__PURE__ */ new Map();
	const known = new Set(side.pricing.keys());
	for (const [path, workloads] of Object.entries(read.lock.workloads)) {
		const named = fileOf(path);
		const manifest = known.has(named) ? named : renamed.get(named) ?? named;
		for (const [name, price] of Object.entries(workloads)) prices.set(lockKey({
			file: manifest,
			name
		}), price);
	}
	const repricing = repricingOf(file, {
		...read.lock,
		prices
	}, side, distributions);
	return {
		repricing,
		problems: [...repricing.problems, ...broken],
		yaml: own?.yaml ?? read.yaml
	};
}
/** The files of a side and the lock, so that problems of the lock have a line. */
function withLock(side, file, yaml) {
	return yaml ? new Map([...side.files, [file, yaml]]) : side.files;
}
// lib/src/silent/candidates.js
/**
* Kinds of costs that nobody chose. `default`: the manifest leaves a key out, so the provider's default counts. The others are client
* settings that cost money without a line in the estimate: retries almost without an end, more status requests than the provider
* recommends, a timeout that many jobs outlast, retries of moderated prompts, and resubmissions without an idempotency key.
*/
const SILENT_KINDS = [
	"default",
	"retries",
	"polls",
	"timeout",
	"moderated",
	"no-key"
];
/** More attempts than this count as retries without an end. */
const ENDLESS = 10;
/** The number of attempts that endless retries are compared with. */
const FEW_ATTEMPTS = 3;
/** The keys of a workload that nobody chose. Keys in its `keep` list are left out: `keep: [output.resolution]` is a choice. */
function silentCandidates({ keys, request, problems }, pricing) {
	if (!keys) return [];
	const { book } = pricing;
	const provider = book.provider(keys.provider);
	const model = provider && findModel(provider, keys.model);
	const jobs = model?.jobs ?? provider?.jobs ?? {};
	const timeout = problems.find(({ code }) => code === "timeout-in-tail");
	return [
		...model && request ? onceAlike(ofJob, pricing, keys, () => unchosen(keys, request, model)) : [],
		...retries(keys),
		...polls(keys, jobs),
		...timeout ? [{
			kind: "timeout",
			path: "client.timeout",
			from: keys.client.timeout,
			values: [timeout.args["cure"]],
			choose: "first"
		}] : [],
		...moderated(keys),
		...withoutKey(keys, jobs)
	].filter(({ path, values }) => values.length > 0 && !isKept(path, keys));
}
/** The unchosen keys of a job. They are computed once for all workloads that request the same job. */
const ofJob = /* @__PURE__ */ new WeakMap();
function unchosen(keys, request, model) {
	return [
		...defaults(outputLadders(request, model), request.given),
		...modes(keys, model),
		...counts(request, model)
	];
}
/** Keys that the manifest leaves out, with the values that a lever would try, in reverse order: the shortest duration first. */
function defaults(ladders, given) {
	return ladders.filter(({ path }) => !given.has(path.replace(/^output\./, ""))).map(({ kind, path, from, size, at }) => ({
		kind: "default",
		path,
		from: from ?? "standard",
		values: Array.from({ length: size }, (_, index) => at(size - 1 - index)),
		choose: kind === "duration" ? "first" : "cheapest"
	}));
}
function modes({ mode }, { modes: [first, ...others] }) {
	return mode === void 0 ? [{
		kind: "default",
		path: "mode",
		from: first,
		values: others,
		choose: "cheapest"
	}] : [];
}
function counts({ fields, given }, model) {
	const count = fields.get("count");
	if (given.has("count") || typeof count !== "number" || count <= 1) return [];
	const fewer = (limitsOf("count", model, (field) => fields.get(field)) ?? []).flatMap(boundaries).filter((one) => one < count);
	return [{
		kind: "default",
		path: "output.count",
		from: count,
		values: [...new Set(fewer)],
		choose: "cheapest"
	}];
}
function retries({ client: { max_attempts } }) {
	return max_attempts <= ENDLESS ? [] : [{
		kind: "retries",
		path: "client.max_attempts",
		from: max_attempts,
		values: [FEW_ATTEMPTS],
		choose: "first"
	}];
}
/** A polling interval below the one that the price book recommends. It costs money only if status requests have a price. */
function polls({ client: { completion } }, jobs) {
	const [own, usual] = [completion && "poll" in completion ? completion.poll.interval : void 0, jobs.completion?.poll?.interval];
	if (own === void 0 || usual === void 0 || own >= usual || jobs.status_request === void 0) return [];
	return [{
		kind: "polls",
		path: "client.completion.poll.interval",
		from: own,
		values: [usual],
		choose: "first"
	}];
}
function moderated({ client: { retry_on } }) {
	if (!retry_on.includes("moderated")) return [];
	return [{
		kind: "moderated",
		path: "client.retry_on",
		from: retry_on,
		values: [retry_on.filter((failure) => failure !== "moderated")],
		choose: "first"
	}];
}
/** A job may be submitted twice, and neither the manifest nor the book says whether with an idempotency key. Nothing to write if the provider takes none. */
function withoutKey({ client }, jobs) {
	if (!(client.submit_ack_loss > 0 || client.on_timeout === "resubmit") || client.idempotency_key !== void 0 || jobs.idempotency_key === true || jobs.idempotency_key === false) return [];
	return [{
		kind: "no-key",
		path: "client.idempotency_key",
		from: false,
		values: [true],
		choose: "first"
	}];
}
// lib/src/silent/other-job.js
/** Jobs with another value: priced by charges alone, and priced as requests that the model accepts. Null if there is no price. */
const charged = /* @__PURE__ */ new WeakMap();
const accepted$1 = /* @__PURE__ */ new WeakMap();
/** The cached jobs of all workloads that request the same job. */
function known$1(jobs, pricing, keys) {
	return onceAlike(jobs, pricing, keys, () => /* @__PURE__ */ new Map());
}
function once(known, { path, to }, work) {
	const id = `${path} ${JSON.stringify(to)}`;
	const found = known.get(id);
	if (found !== void 0) return found;
	const job = work();
	known.set(id, job);
	return job;
}
/**
* The most that a value can save, as a share (0–1) of the cost to deliver the whole plan, by charges alone: the model need not accept the
* value. A job at $1 instead of $1.50 saves at most a third, however the jobs go.
* @returns 0 if the charges give no price, or no lower one
*/
function mostSavedShare(other, { keys, job, plan }, pricing) {
	if (!keys || !job || !plan) return 0;
	const less = once(known$1(charged, pricing, keys), other, () => {
		const found = pricedByCharges(withValue$1(keys, other.path.split("."), other.to), pricing);
		return found && {
			amount: found.job.amount,
			count: found.plan.count
		};
	});
	if (!less) return 0;
	const before = job.amount.toNumber() * plan.jobs;
	const after = less.amount.toNumber() * jobPlanOf(keys, less.count, pricing.month).jobs;
	return after < before ? (before - after) / before : 0;
}
/** Whether a workload's month depends on its own jobs only: its price does not depend on the number of jobs, and status requests are free. */
function isByItself(keys, pricing) {
	return !dependsOnJobs(keys, pricing) && jobPolicyOf(keys, pricing).status_request === void 0;
}
/**
* The price of one job with another value, if the monthly cost is proportional to the job price: at $1 a job instead of $1.50, a bill of
* $1,500 becomes $1,000. It is not proportional if status requests cost money, if the price depends on the number of jobs, or if the job
* makes another number of outputs.
* @returns `model` if it is not proportional, so that the whole risk model must price it; null if the model does not accept the value, or
* it has no exact price
*/
function otherJob(other, before, pricing, judged) {
	const { keys, plan, file, name: workload } = before;
	if (!keys || !plan || !isByItself(keys, pricing)) return "model";
	const job = once(known$1(accepted$1, pricing, keys), other, () => {
		const after = pricedAgain([{
			file,
			workload,
			...other
		}], judged)?.get(costKey(before));
		return after?.job?.bound === "exact" && after.plan ? {
			amount: after.job.amount,
			count: after.plan.count
		} : null;
	});
	return job && (job.count === plan.count ? job.amount : "model");
}
// lib/src/silent/saved.js
/** The last result for each workload, by its keys, with everything else that it depends on (`of`). A change is judged again with each lever. */
const known = /* @__PURE__ */ new WeakMap();
/**
* The silent costs of one workload. A workload without an exact price has none, because its savings are unknown.
*/
function silentCostsOf(cost, { least, kinds }, judged) {
	const { keys, monthly, status, job } = cost;
	const pricing = judged.now.workloadPricing.get(costKey(cost)) ?? judged.now.pricing.get(cost.file);
	const month = monthlyDeliveryCost(cost);
	if (!keys || !pricing || !month || monthly === null || status !== "priced" || job?.bound !== "exact" || month.lt(least)) return [];
	const jobs = dependsOnJobs(keys, pricing) ? pricing.monthlyJobs.get(modelKey(keys, pricing.book)) : null;
	const of = [
		pricing.manifest.settings,
		pricing.book,
		pricing.date,
		jobs,
		monthly
	];
	const last = known.get(keys);
	if (last?.of.every((one, index) => one === of[index])) return last.costs;
	const candidates = silentCandidates(cost, pricing).filter(({ kind }) => kinds.includes(kind));
	const asked = {
		judged,
		pricing,
		least: least.toNumber(),
		month: month.toNumber()
	};
	const costs = candidates.flatMap((candidate) => {
		const best = cheapest(candidate, cost, asked);
		return best?.monthly.gt(0) && best.monthly.gte(least) ? [best] : [];
	});
	known.set(keys, {
		of,
		costs
	});
	return costs;
}
/** Bounds are floats. A bound is raised by this factor so that rounding cannot put it below the exact saving. */
const SLACK = 1 + 1e-9;
/** The values worth pricing, and the most that each can save a month. With `cheapest`, the largest saving comes first. */
function worthPricing({ kind, path, from, values, choose }, before, asked) {
	const { pricing, least, month } = asked;
	if (kind !== "default") {
		const most = mostSavedByClient(before, asked);
		return most < least ? [] : values.map((to) => ({
			to,
			most
		}));
	}
	const enough = values.map((to) => ({
		to,
		most: month * mostSavedShare({
			path,
			from,
			to
		}, before, pricing) * SLACK
	})).filter(({ most }) => most > 0 && most >= least);
	return choose === "first" ? enough : enough.sort((a, b) => b.most - a.most);
}
/**
* The most that a client setting can save a month: the cost to deliver the whole plan, less the list price. A client setting changes how
* often jobs fail, are retried and are billed twice, but every clip still needs its jobs. If a month costs $1,060 and $1,000 of it are list
* price, no timeout saves more than $60. The list price is no lower bound if prices depend on the number of jobs, if status requests cost
* money, or if a rate is uncertain.
*/
function mostSavedByClient({ keys, list, risk }, { pricing, month }) {
	return keys && list && risk?.distribution.rates === 0 && isByItself(keys, pricing) ? month * SLACK - list.toNumber() : Number.POSITIVE_INFINITY;
}
/** The value that saves most, of those that the model accepts and that have an exact price. Values that cannot save more than the best one are not priced. */
function cheapest(candidate, before, asked) {
	const { kind, path, from, choose } = candidate;
	let best = null;
	for (const { to, most } of worthPricing(candidate, before, asked)) {
		if (best && most <= best.monthly.toNumber()) break;
		const monthly = savedWith(candidate, to, before, asked);
		if (!monthly) continue;
		if (!best || monthly.gt(best.monthly)) best = {
			kind,
			path,
			from,
			to,
			monthly
		};
		if (choose === "first") break;
	}
	return best;
}
/** What one value saves a month, in the reporting currency. Null if the model does not accept it, or it has no exact price. */
function savedWith({ kind, path, from }, to, before, { judged, pricing }) {
	const { keys, risk, file, name: workload } = before;
	const now = monthOf(before);
	const keyed = kind === "no-key" && keys && isByItself(keys, pricing) ? risk?.withKey() : null;
	if (keyed) return saved(now, keyed);
	const job = kind === "default" ? otherJob({
		path,
		from,
		to
	}, before, pricing, judged) : "model";
	if (job === null) return null;
	if (job !== "model") return savedByPrice(now, before.job?.amount ?? ZERO, job);
	const after = pricedAgain([{
		file,
		workload,
		path,
		from,
		to
	}], judged)?.get(costKey(before));
	return after?.job?.bound === "exact" ? saved(now, monthOf(after)) : null;
}
function monthOf(cost) {
	return {
		expected: cost.monthly ?? ZERO,
		undelivered: undeliveredOf(cost),
		open: cost.risk?.open() ?? ZERO
	};
}
/** The expected bill, the cost to deliver the whole plan, and the bill if failures with unknown billing are free. */
function amountsOf({ expected, undelivered, open }) {
	return [
		expected,
		expected.plus(undelivered),
		expected.minus(open)
	];
}
/**
* What an edit saves a month, in the reporting currency. It is the least saving of three costs: the expected bill, the cost to deliver the
* whole plan, and the bill if failures with unknown billing are free. Undelivered clips are no saving: fewer attempts that deliver 90 of
* 100 clips for $90 instead of $100 save $0.
*/
function saved(before, after) {
	const then = amountsOf(after);
	return leastOf(amountsOf(before).map((now, index) => now.minus(then[index] ?? ZERO)));
}
/** The same, if the monthly cost is proportional to the job price. At $1 a job instead of $1.50, a month of $1,500 saves 1500 × (1.50 − 1) / 1.50 = $500. */
function savedByPrice(month, now, other) {
	return now.eq(0) ? ZERO : leastOf(amountsOf(month)).times(now.minus(other)).div(now);
}
function leastOf(amounts) {
	return amounts.reduce((least, one) => one.lt(least) ? one : least);
}
// lib/src/silent/silent-costs.js
const LEVELS = {
	note: null,
	warn: "warn",
	fail: "fail"
};
/** The kinds that get a note. A timeout that jobs outlast already has the problem `timeout-in-tail`, so it counts only for the policy. */
const NOTED = SILENT_KINDS.filter((kind) => kind !== "timeout");
const SEVERITIES = {
	note: "note",
	warn: "warning",
	fail: "error"
};
/**
* Finds costs that nobody chose, by the `silent_cost` policy of each manifest. Each is a problem at the key's or the workload's line;
* with `warn` and `fail`, each manifest that has some also gets a reason. If there is a base, only workloads that the change touches count.
*/
function silentCosts(judged) {
	const found = judged.head.manifests.map((manifest) => inManifest(manifest, judged));
	return {
		reasons: found.flatMap(({ reasons }) => reasons),
		problems: found.flatMap(({ problems }) => problems)
	};
}
function inManifest({ file, settings }, judged) {
	const { silent_cost: policy } = settings.policy;
	const { level } = policy;
	if (level === "off") return {
		reasons: [],
		problems: []
	};
	const touched = judged.workloads.filter((one) => one.head?.file === file && (judged.compared === "nothing" || one.change !== "same"));
	const reason = LEVELS[level];
	const sought = {
		least: decimal(policy.min_monthly),
		kinds: reason === null ? NOTED : SILENT_KINDS
	};
	const costs = touched.flatMap(({ head }) => head ? silentCostsOf(head, sought, judged).map((cost) => ({
		name: head.name,
		cost
	})) : []);
	const currency = settings.currency;
	return {
		problems: costs.filter(({ cost }) => NOTED.includes(cost.kind)).map(({ name, cost }) => problemOf(cost, {
			file,
			name,
			level,
			currency
		}, judged)),
		reasons: reason === null || costs.length === 0 ? [] : [{
			code: "silent-cost",
			level: reason,
			file,
			scope: null,
			limit: null,
			value: null,
			figure: null,
			args: {
				workloads: [...new Set(costs.map(({ name }) => name))],
				settings: costs.map(({ name, cost }) => `${name}: ${cost.path}`),
				min_monthly: policy.min_monthly
			}
		}]
	};
}
/** A key that is not written has no line, so the problem is at the line of its workload. */
function problemOf({ kind, path, from, to, monthly }, { file, name, level, currency }, { head }) {
	const keys = path.split(".");
	const at = ["workloads", name];
	const isWritten = kind !== "default" && kind !== "no-key";
	return {
		code: "silent-cost",
		severity: SEVERITIES[level],
		file,
		path: [...at, ...keys],
		...locate(head.files.get(file), { path: isWritten ? [...at, ...keys] : at }),
		args: {
			kind,
			key: path,
			from: argOf(from),
			to: argOf(to),
			monthly: monthly.toNumber(),
			currency
		}
	};
}
function argOf(value) {
	if (Array.isArray(value)) return value.map(String);
	return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
// lib/src/review/combine.js
/**
* Combines two judgments of one change into one report. The worse judgment counts, and its figures are shown; if both verdicts are
* equal, those under the change's own controls. Reasons come from both. A reason that only one judgment has says which
* (`args.under`). A further reason states the verdict of the other judgment.
* @param own the change judged under its own controls @param underBase the change judged under base's
*/
function combine(own, underBase, changed) {
	const stands = VERDICTS.indexOf(underBase.verdict) < VERDICTS.indexOf(own.verdict) ? "base" : "own";
	const [first, second] = stands === "base" ? [underBase, own] : [own, underBase];
	const [one, other] = stands === "base" ? ["base", "own"] : ["own", "base"];
	const failing = isFailing(first.verdict);
	const shared = new Set(first.reasons.map(identity).filter((id) => second.reasons.some((reason) => identity(reason) === id)));
	const marked = (reasons, under) => reasons.map((reason) => shared.has(identity(reason)) || reason.level === "pass" ? reason : {
		...reason,
		args: {
			...reason.args,
			under
		}
	});
	const more = second.reasons.filter((reason) => !shared.has(identity(reason)) && (!failing || isFailing(reason.level)));
	const [edited] = changed;
	const controls = {
		code: "controls-changed",
		level: "pass",
		file: edited?.file ?? "",
		scope: null,
		limit: null,
		value: second.total.head?.expected ?? null,
		figure: second.total.head ? "expected" : null,
		args: {
			controls: changed.map((one) => nameOf(one, changed)),
			stands,
			verdict: second.verdict,
			complete: second.total.complete
		}
	};
	const reasons = [
		...marked(first.reasons, one),
		...marked(more, other),
		controls
	];
	return {
		...first,
		reasons,
		verdict: verdictOf(reasons),
		controls: {
			changed,
			stands,
			limits: editedLimits(own, underBase)
		}
	};
}
/** Limits that differ between the two judgments. */
function editedLimits(own, underBase) {
	const keyOf = ({ file, scope }) => JSON.stringify([file, scope]);
	const under = ({ budgets, currency }, key) => {
		const line = budgets.find((one) => keyOf(one) === key);
		return line ? {
			limit: line.limit,
			currency,
			verdict: line.verdict
		} : null;
	};
	return [...new Map([...underBase.budgets, ...own.budgets].map((line) => [keyOf(line), line]))].flatMap(([key, { file, scope }]) => {
		const [base, proposed] = [under(underBase, key), under(own, key)];
		return base && proposed && base.currency === proposed.currency && base.limit.eq(proposed.limit) ? [] : [{
			file,
			scope,
			base,
			own: proposed
		}];
	});
}
function isFailing(level) {
	return level !== "pass" && level !== "warn";
}
function identity({ code, level, file, scope, limit, value, args }) {
	return JSON.stringify([
		code,
		level,
		file,
		scope,
		limit,
		value,
		args
	]);
}
/** How a control is named: its key, its workloads if it belongs to some, and its manifest if there are several. */
function nameOf({ file, what, workloads }, all) {
	const where = all.some((other) => other.file !== file) ? `${file}: ` : "";
	return workloads.length === 0 ? `${where}${what}` : `${where}${what} of ${workloads.join(", ")}`;
}
// lib/src/review/later-months.js
/** The default number of months, including the month of the report. */
const USUAL = 12;
/** Prices both sides in each later month. Null if no months were requested and nothing varies by month: all months are then equal. */
function laterMonths({ head, base, book, date, distributions, months }) {
	const count = months ?? USUAL;
	const turns = {
		head: turningDays(head, book),
		base: base ? turningDays(base, book) : []
	};
	const end = dayBefore(`${monthAfter(date, count)}-01`);
	const moves = [...turns.head, ...turns.base].some((day) => date < day && day <= end);
	if (months === void 0 && !moves && ![head, base].some((side) => side && varies(side, monthAfter(date, 0), monthAfter(date, count - 1)))) return null;
	return Array.from({ length: count - 1 }, (_, index) => {
		const [after, month] = [index + 1, monthAfter(date, index + 1)];
		const of = (side, days) => inMonth(side, {
			book,
			date,
			after,
			turns: days
		}, distributions);
		return {
			month,
			now: of(head, turns.head),
			before: base && of(base, turns.base)
		};
	});
}
/** Whether a volume or a limit differs between the months. */
function varies({ manifests }, first, last) {
	const within = (months) => Object.keys(months ?? {}).some((month) => first <= month && month <= last);
	return manifests.some(({ settings, workloads }) => within(settings.budget.months) || workloads.some(({ keys }) => keys && ((keys.volume.growth ?? 0) !== 0 || within(keys.volume.months))));
}
/**
* Prices one side in one month. If prices change within the month, the more expensive of its first and last day counts, so that the
* figure is never too low. A model that retires on March 15 makes the cost of March unknown.
*/
function inMonth(side, at, distributions) {
	const { book, date, after, turns } = at;
	const [first, last] = [`${monthAfter(date, after)}-01`, dayBefore(`${monthAfter(date, after + 1)}-01`)];
	const on = (day) => exposureOf(side, book, {
		date,
		after,
		on: day
	}, distributions);
	const end = on(last);
	if (!turns.some((day) => first < day && day <= last)) return end;
	const start = on(first);
	if (start.complete !== end.complete) return start.complete ? end : start;
	return start.total && end.total && start.total.expected.gt(end.total.expected) ? start : end;
}
/** The days on which a model in use gets another price or loses its price. */
function turningDays(side, book) {
	const models = side.manifests.flatMap(({ file, workloads }) => {
		const files = side.prices.get(file);
		const own = files ? overlay(book, files.providers, files.snapshot) : book;
		return workloads.flatMap(({ keys }) => {
			const provider = keys && own.provider(keys.provider);
			return (provider && findModel(provider, keys.model)) ?? [];
		});
	});
	return [...new Set(models)].flatMap(daysOf);
}
function daysOf({ status, prices }) {
	const dated = prices.flatMap((price) => [
		price,
		...price.charges,
		...price.factors
	]);
	return [status.retires, ...dated.flatMap(({ from, to }) => [from, to])].filter((day) => day !== void 0);
}
// lib/src/review/review.js
/**
* The whole program: texts → manifests → list prices → comparison → budgets → verdict.
* It reads no files, calls neither git nor GitHub, looks at no clock, and writes no sentences.
*/
function review(input) {
	const { head, underBase } = input;
	return withLevers(judgedWhole(input, "report"), (edited) => {
		const side = withEdited(head, edited);
		return judgedWhole({
			...input,
			head: side,
			...underBase && { underBase: {
				...underBase,
				side: withEdited(underBase.side, edited)
			} }
		}, "verdict");
	});
}
/** Judges a change under its own controls, and if it edits any, under base's too. */
function judgedWhole(input, asked) {
	const own = judged(input, asked);
	const { underBase, book, date, distributions } = input;
	if (!underBase) return own;
	const head = withRivalPrices(underBase, book, date, distributions);
	return combine(own, judged({
		...input,
		head,
		renamed: underBase.renamed
	}, asked), underBase.changed);
}
/** One judgment: prices both sides, compares them, and applies head's settings. */
function judged({ head, base: asWritten, book, date, renamed, distributions, lock, months, notes = true }, asked) {
	const verdictOnly = asked === "verdict";
	const rated = verdictOnly || !notes ? withoutNotes(head) : head;
	const costOnly = verdictOnly && rated.manifests.length === 0;
	const converted = asWritten && inHeadCurrency(asWritten, head, renamed);
	const base = converted?.base ?? null;
	const noRate = converted?.problems ?? [];
	const priced = exposureOf(head, book, {
		date,
		after: 0,
		costOnly
	}, distributions);
	const now = {
		...priced,
		problems: [...priced.problems, ...noRate]
	};
	const known = base && exposureOf(base, book, {
		date,
		after: 0
	}, distributions);
	const before = known && noRate.length > 0 ? withoutRate(known) : known;
	const compared = base === null ? "nothing" : base.manifests.length === 0 ? "new" : "base";
	const locked = lock ? sinceLock(lock, compared === "base" && before || now, renamed, distributions) : null;
	const repricing = locked?.repricing ?? null;
	const workloads = compare(now, before, {
		renamed,
		...converted && { currencies: converted.from }
	}, distributions).map((found) => {
		const one = isUntouched(found, head, base) ? found : asUnknownEdit(found);
		const priced = compared === "base" ? one.base : one.head;
		const repriced = (one.head && priced && repricing?.changed.get(lockKey(priced))) ?? null;
		return {
			...one,
			pre_existing: compared === "base" && one.change === "same" && one.head?.status !== "priced",
			repriced
		};
	});
	const looked = laterMonths({
		head,
		base: compared === "base" ? base : null,
		book,
		date,
		distributions,
		...months !== void 0 && { months }
	});
	const later = noRate.length > 0 ? looked?.map((one) => ({
		...one,
		before: one.before && withoutRate(one.before)
	})) ?? null : looked;
	const { budgets, reasons: judgedReasons, problems } = judge({
		head,
		base,
		now,
		before,
		workloads,
		compared,
		renamed,
		distributions,
		repricing,
		verdictOnly,
		ahead: later ?? [],
		now: {
			...now,
			problems: [...now.problems, ...locked?.problems ?? []]
		}
	});
	const plan = later && monthsAhead({
		head,
		base: compared === "base" ? base : null,
		renamed,
		now,
		budgets,
		date
	}, later, distributions);
	const silent = silentCosts({
		head: rated,
		now,
		date,
		distributions,
		workloads,
		compared
	});
	const own = base && before && compared === "base" ? ownPrices(head, base, now, before) : [];
	const reasons = [
		...judgedReasons,
		...plan ? overLater(plan) : [],
		...own,
		...silent.reasons
	];
	return {
		verdict: verdictOf(reasons),
		reasons,
		currency: now.currency,
		date,
		prices: now.prices,
		compared,
		total: {
			complete: now.complete,
			head: now.total,
			base: compared === "base" ? before?.total ?? null : null,
			repricing: repricing && sumOf(workloads.flatMap(({ repriced }) => repriced ?? [])),
			comparable: isComparable({
				...now,
				side: head
			}, before && base && {
				...before,
				side: base
			}, renamed)
		},
		repricing,
		budgets,
		plan,
		toDate: null,
		accounts: now.accounts,
		workloads,
		problems: locateAll(problems, lock && locked ? withLock(head, lock.file, locked.yaml) : head.files, silent.problems),
		controls: null,
		code: null,
		override: null,
		from: {
			head,
			now,
			book,
			distributions
		}
	};
}
/** The manifests whose silent costs can change a verdict. */
function withoutNotes(side) {
	return {
		...side,
		manifests: side.manifests.filter(({ settings: { policy } }) => policy.silent_cost.level !== "note")
	};
}
/** Whether the difference of two sides is known: a file that hides workloads on one side must be the same on the other. */
function isComparable(now, before, renamed) {
	if (!before) return true;
	const same = [...now.hidden].filter((file) => before.hidden.has(renamed.get(file) ?? file) && isSameText(file, now.side, before.side, renamed));
	return same.length === now.hidden.size && same.length === before.hidden.size;
}
/** Marks a workload as edited with an unknown effect, because it could not be read on either side. */
function asUnknownEdit(one) {
	return {
		...one,
		change: "changed",
		changes: [{
			path: "workload",
			from: null,
			to: null,
			monthly: null
		}]
	};
}
/** A workload that could not be read on either side has no keys to compare, so its text is compared. */
function isUntouched({ head: now, base: before }, head, base) {
	if (!now || !before || now.keys || before.keys) return true;
	return JSON.stringify(writtenOf(now, head)) === JSON.stringify(writtenOf(before, base));
}
function writtenOf({ file, name }, side) {
	const value = side?.files.get(file)?.value;
	return [treeAt(value, "workloads")[name], isTree(value) ? value["defaults"] : void 0];
}
// lib/src/risk/needs-distributions.js
/** The distribution functions for a review of these sides. If no workload declares anything uncertain, they are not needed, and throw if called. */
async function distributionsFor(...sides) {
	return sides.some((side) => side?.manifests.some(({ workloads }) => workloads.some(({ keys }) => keys && !isCertain(keys)))) ? loadDistributions() : NO_DISTRIBUTIONS;
}
// lib/src/testplan/price-key.js
/**
* Identifies the price of a request: model, mode, resolution, sound, the matching charges and factors with their rounding rules, and the
* account's currency, credit value and discount. All jobs with the same key prove the same price.
* @returns null if the request has no price
*/
function priceKey(request, tariff) {
	const rules = tariff.rules(request);
	if ("no" in rules) return null;
	const { fields } = request;
	const { currency, credit, discount } = tariff.money;
	return JSON.stringify([
		tariff.id,
		fields.get("mode") ?? null,
		fields.get("resolution") ?? null,
		fields.get("audio") ?? null,
		rules.charges,
		rules.factors,
		tariff.price.total ?? null,
		currency,
		credit?.usd.toFixed() ?? null,
		discount
	]);
}
// lib/src/testplan/set-cover.js
/**
* The smallest set of jobs that proves every claim, and the cheapest of that size. The search is exact, which is feasible because there are few claims.
* @returns indexes into `jobs`; claims that no job proves are ignored
*/
function minimumSetCover(claims, jobs) {
	const provable = claims.filter((claim) => jobs.some(({ proves }) => proves.has(claim)));
	const masks = jobs.map(({ proves }) => provable.reduce((mask, claim, bit) => proves.has(claim) ? mask | 1 << bit : mask, 0));
	const all = (1 << provable.length) - 1;
	const best = /* @__PURE__ */ new Map([[0, {
		chosen: [],
		cost: ZERO
	}]]);
	for (let proved = 0; proved < all; proved++) {
		const known = best.get(proved);
		if (!known) continue;
		for (const [index, mask] of masks.entries()) {
			const next = proved | mask;
			const other = best.get(next);
			const cost = known.cost.plus(jobs[index]?.cost ?? ZERO);
			const size = known.chosen.length + 1;
			if (next !== proved && (!other || size < other.chosen.length || size === other.chosen.length && cost.lt(other.cost))) best.set(next, {
				chosen: [...known.chosen, index],
				cost
			});
		}
	}
	return best.get(all)?.chosen ?? [];
}
// lib/src/testplan/lengths.js
/** A range is tried in its own steps, or else in steps of `TENTH` seconds, with at most `TRIED` values. A range that reaches `LEAST` seconds is tried from there. */
const TENTH = .1;
const TRIED$1 = 1e3;
const LEAST = 1;
/** Seconds. The shortest test input if nothing states a minimum length. */
const SHORT = 5;
/**
* The lengths of a workload's job that a test may change: of the clip, and of the input files. The clip's length cannot change if the
* job counts frames or segments, if the length follows the input, or if nothing states which lengths are accepted.
*/
function lengthsOf(keys, request, { model }) {
	const limits = (field) => limitsOf(field, model, (name) => request.fields.get(name)) ?? [];
	const { output, input } = keys;
	const clip = output.frames !== void 0 || output.segments !== void 0 || !request.fields.has("duration") || output.duration === void 0 && lengthFollowsInput(model) ? [] : [{
		seconds: accepted(limits("duration")),
		files: 1,
		set: (one, seconds) => ({
			...one,
			output: {
				...one.output,
				duration: seconds
			}
		})
	}];
	const files = [...input.video ?? [], ...input.audio ?? []].filter((seconds) => seconds > 0);
	const stated = [...input.video ? limits("input.video") : [], ...input.audio ? limits("input.audio") : []];
	const sent = files.length === 0 ? [] : [{
		seconds: stated.length > 0 ? accepted(stated) : upTo(Math.min(...files)),
		files: files.length,
		set: (one, seconds) => ({
			...one,
			input: withLength(one.input, seconds)
		})
	}];
	return [...clip, ...sent];
}
/** Whether the clip is by default as long as its input. */
function lengthFollowsInput({ defaults, cases }) {
	return [defaults, ...cases.map((one) => one.defaults)].some(({ duration }) => typeof duration === "object");
}
function withLength({ video, audio, ...rest }, seconds) {
	const same = (files) => files.map((file) => file > 0 ? seconds : file);
	return {
		...rest,
		...video && { video: same(video) },
		...audio && { audio: same(audio) }
	};
}
/** Values that all limits may accept: those of a list if there is one, otherwise those of the range with the highest minimum. Every request is checked later anyway. */
function accepted(limits) {
	const list = limits.find(({ kind }) => kind === "list");
	if (list) return boundaries(list).toSorted((a, b) => a - b);
	const [range] = limits.filter((limit) => limit.kind === "range").sort((a, b) => b.min - a.min);
	return range ? ascending(range.min, range.max, range.step ?? TENTH) : [];
}
function upTo(own) {
	return ascending(Math.min(own, SHORT), own, TENTH);
}
/** The steps of a range, generated on demand. If the range includes 1 second, shorter values are skipped, because nobody makes such clips. */
function ascending(min, max, step) {
	const skipped = min >= LEAST || max < LEAST ? 0 : decimal(LEAST).minus(min).div(step).round(0, 3).toNumber();
	return { *[Symbol.iterator]() {
		for (let index = skipped; index < skipped + TRIED$1; index++) {
			const seconds = decimal(step).times(index).plus(min).toNumber();
			if (seconds > max) return;
			if (seconds > 0) yield seconds;
		}
	} };
}
// lib/src/testplan/price-variants.js
/** Prices with one rule changed. A test job proves the rule if it would be billed differently at the changed price. */
/** The price without rounding, and with each of the three ways to round. Empty if the price does not round these charges. */
function roundingVariants(price, charges) {
	if (price.total?.round_to === void 0 && !charges.some(rounds)) return [];
	const total = price.total;
	return [{
		...price,
		charges: price.charges.map(({ step: _, each, ...charge }) => ({
			...charge,
			...each && { each: withoutStep(each) }
		})),
		...total && { total: withoutRounding(total) }
	}, ...[
		"up",
		"nearest",
		"down"
	].map((round) => ({
		...price,
		charges: price.charges.map((charge) => ({
			...charge,
			round
		})),
		...total && { total: {
			...total,
			round
		} }
	}))];
}
/** A fast check whether any charge could round a length of `seconds`, or the sum of `files` such lengths. False is certain. */
function mayRound({ total }, charges, seconds, files) {
	if (total?.round_to !== void 0) return true;
	const lengths = [decimal(seconds), decimal(seconds).times(files)];
	const offStep = (step) => step !== void 0 && lengths.some((length) => !length.mod(step).eq(0));
	return charges.some(({ meter, step, each, min }) => {
		if (meter !== "second") return step !== void 0 || each?.step !== void 0;
		return !(typeof min === "string" && min !== "unknown" && lengths.every((length) => length.lte(min))) && offStep(step) || offStep(each?.step);
	});
}
/** The price without minimum quantities and without a minimum total; null if there is no minimum. */
function withoutMinimum(price, charges) {
	if (price.total?.min === void 0 && !charges.some(({ min, each }) => least(min) || each?.min !== void 0)) return null;
	const total = price.total;
	return {
		...price,
		charges: price.charges.map(({ min: _, each, ...charge }) => ({
			...charge,
			...each && { each: withoutMin(each) }
		})),
		...total && { total: withoutMin(total) }
	};
}
function rounds({ step, each }) {
	return step !== void 0 || each?.step !== void 0;
}
function least(min) {
	return min !== void 0 && min !== "unknown";
}
function withoutStep({ step: _, ...rest }) {
	return rest;
}
function withoutRounding({ round_to: _, ...rest }) {
	return rest;
}
function withoutMin({ min: _, ...rest }) {
	return rest;
}
// lib/src/testplan/variants.js
/** The claims about a price that a test job can prove, in the order of the reports. */
const CLAIMS = [
	"unit-price",
	"rounding",
	"minimum",
	"resolution",
	"audio",
	"default-duration",
	"default-resolution",
	"default-audio"
];
/** The most lengths to try to find one that shows how a price rounds. Such a length is rarely more than one step away. */
const TRIED = 40;
/**
* The possible test jobs for a workload's price. A job proves a rule if it would be billed differently with only that rule changed. It
* proves a default if it leaves the field out.
* @returns null if the workload's own job has no price
*/
function variantsOf(keys, tariff) {
	const own = priced(tariff.ask(keys), keys, tariff);
	const rules = own && tariff.rules(own.request);
	if (!own || !rules || "no" in rules) return null;
	const lengths = lengthsOf(keys, own.request, tariff);
	const at = (changed) => {
		const request = tariff.ask(changed);
		return isAlike(request, own.request, rules, tariff) && refusals(request, tariff.model).refused.length === 0 ? priced(request, changed, tariff) : null;
	};
	let shortest = own;
	const possible = lengths.map((length) => {
		for (const one of length.seconds) {
			const job = at(length.set(shortest.keys, one));
			if (!job) continue;
			shortest = job;
			return {
				...length,
				from: one
			};
		}
		return {
			...length,
			from: Number.POSITIVE_INFINITY
		};
	});
	const roundings = roundingVariants(tariff.price, rules.charges);
	/** How many of the other ways to round would bill a job differently. */
	const told = (job) => roundings.filter((other) => differs(job, other, tariff)).length;
	const rounded = offStep(roundings.length - 1, told, own, function* () {
		for (const { seconds, files, set, from } of possible) {
			let tried = 0;
			for (const one of seconds) {
				if (one < from || !mayRound(tariff.price, rules.charges, one, files)) continue;
				if (++tried > TRIED) break;
				const job = at(set(shortest.keys, one));
				if (job) yield job;
			}
		}
	});
	const least = withoutMinimum(tariff.price, rules.charges);
	const defaults = leftOut(own.request, keys, tariff);
	const fields = own.request.fields;
	const needs = /* @__PURE__ */ new Set([
		"unit-price",
		...rounded ? ["rounding"] : [],
		...least && differs(own, least, tariff) ? ["minimum"] : [],
		...fields.has("resolution") ? ["resolution"] : [],
		...fields.has("audio") ? ["audio"] : [],
		...defaults.map((field) => `default-${field}`)
	]);
	const proofs = (job) => {
		const refuted = (claim) => {
			if (claim === "rounding") return rounded === null || told(job) < rounded.told;
			if (claim === "minimum") return least === null || !differs(job, least, tariff);
			return claim.startsWith("default-") && job.request.given.has(claim.slice(8));
		};
		return {
			...job,
			proves: new Set(CLAIMS.filter((claim) => needs.has(claim) && !refuted(claim)))
		};
	};
	const unsaid = defaults.includes("duration") || needs.has("minimum") && !proofs(shortest).proves.has("minimum");
	return {
		needs,
		variants: [.../* @__PURE__ */ new Set([
			shortest,
			...rounded ? [rounded.job] : [],
			...unsaid ? [own] : []
		])].map(proofs)
	};
}
/** The first job that distinguishes the most ways to round; the workload's own job is tried last. Null if none distinguishes any. */
function offStep(most, told, own, jobs) {
	if (most <= 0) return null;
	let best = null;
	for (const job of jobs()) {
		const tells = told(job);
		if (tells > (best?.told ?? 0)) best = {
			job,
			told: tells
		};
		if (best && best.told >= most) return best;
	}
	const tells = told(own);
	return tells > (best?.told ?? 0) ? {
		job: own,
		told: tells
	} : best;
}
function priced(request, keys, tariff) {
	const job = tariff.bill(request);
	return "no" in job ? null : {
		keys,
		request,
		job
	};
}
/** Whether a request has the same price as the workload's own: the same charges, factors, mode, resolution and sound. Only the length may differ. */
function isAlike(request, own, rules, tariff) {
	const met = tariff.rules(request);
	if ("no" in met || [
		"mode",
		"resolution",
		"audio"
	].some((field) => request.fields.get(field) !== own.fields.get(field))) return false;
	const same = (a, b) => a.length === b.length && a.every((one, index) => one === b[index]);
	return same(met.charges, rules.charges) && same(met.factors, rules.factors);
}
function differs({ request, job }, rules, tariff) {
	const other = tariff.bill(request, rules);
	return !("no" in other) && !other.amount.eq(job.amount);
}
/** Fields that the price may depend on and that the manifest leaves to the provider. A length that the model chooses, or that follows the input, is not a default. */
function leftOut({ fields, given, auto }, { output }, { model }) {
	const noLength = auto || output.frames !== void 0 || output.segments !== void 0 || lengthFollowsInput(model);
	return DEFAULTED_FIELDS.filter((field) => fields.has(field) && !given.has(field) && !(field === "duration" && noLength));
}
// lib/src/testplan/plan.js
/** Whether any outcome of a workload's jobs has evidence. Without it, the workload is untested. */
function isTested({ reliability }) {
	return FAILURES.some((failure) => reliability.evidence?.[failure] !== void 0);
}
/**
* Plans, for each distinct price of these workloads, the fewest and shortest jobs that prove it. A price that several workloads use is
* proved once. Invalid and retired workloads have no job to run and are left out.
* @param pricing by manifest path
*/
function testPlan(estimates, pricing) {
	const groups = /* @__PURE__ */ new Map();
	const members = [];
	for (const estimate of estimates) {
		const { keys, file, name, status } = estimate;
		const own = pricing.get(file);
		if (!keys || !own || status === "invalid" || status === "retired") continue;
		const { key, variants } = testsOf(keys, own);
		const group = groups.get(key) ?? {
			id: modelKey(keys, own.book),
			workloads: [],
			known: /* @__PURE__ */ new Map(),
			learn: null
		};
		groups.set(key, group);
		group.workloads.push({
			file,
			name
		});
		const named = {
			file,
			name
		};
		if (variants) group.known.set(variants, group.known.get(variants) ?? named);
		else group.learn ??= {
			like: named,
			keys,
			request: estimate.request ?? null
		};
		members.push({
			estimate,
			keys,
			key
		});
	}
	const jobs = [];
	const ofGroup = /* @__PURE__ */ new Map();
	const unnumbered = [...groups].flatMap(([key, group]) => jobsOf(group).map((job) => ({
		key,
		job
	})));
	for (const [index, { key, job }] of unnumbered.sort((a, b) => byCost(a.job, b.job)).entries()) {
		const numbered = {
			number: index + 1,
			...job
		};
		jobs.push(numbered);
		ofGroup.set(key, [...ofGroup.get(key) ?? [], numbered]);
	}
	return {
		jobs,
		workloads: members.map(({ estimate: { file, name, status }, keys, key }) => {
			const own = ofGroup.get(key) ?? [];
			return {
				file,
				name,
				status,
				keys,
				jobs: own.map(({ number }) => number),
				cost: own.some(({ cost }) => cost) ? sum(own) : null
			};
		}),
		total: sum(jobs)
	};
}
const testsByPricing = /* @__PURE__ */ new WeakMap();
function testsOf(keys, pricing) {
	return onceAlike(testsByPricing, pricing, keys, () => {
		const tariff = tariffOf(keys, pricing);
		const key = tariff && priceKey(tariff.ask(keys), tariff);
		const variants = tariff && variantsOf(keys, tariff);
		if (variants && key !== null) return {
			key,
			variants
		};
		const { mode, output } = keys;
		return {
			key: JSON.stringify([
				modelKey(keys, pricing.book),
				mode,
				output.resolution,
				output.audio
			]),
			variants: null
		};
	});
}
function jobsOf({ id, workloads, known, learn }) {
	const needed = new Set([...known.keys()].flatMap(({ needs }) => [...needs]));
	const variants = distinct([...known].flatMap(([one, like]) => one.variants.map((variant) => ({
		...variant,
		like
	}))));
	const jobs = minimumSetCover(CLAIMS.filter((claim) => needed.has(claim)), variants.map(({ proves, job }) => ({
		proves,
		cost: job.amount
	}))).flatMap((index) => variants[index] ?? []).map(({ like, keys, request, job, proves }) => {
		return {
			id,
			like,
			keys,
			request,
			cost: job.amount,
			job,
			proves: CLAIMS.filter((claim) => proves.has(claim)),
			workloads
		};
	});
	return jobs.length > 0 || !learn ? jobs : [{
		id,
		...learn,
		cost: null,
		job: null,
		proves: ["unit-price"],
		workloads
	}];
}
/** Removes duplicates: of jobs with the same given fields, lengths and claims, only the first stays. */
function distinct(variants) {
	const asked = ({ request, proves }) => JSON.stringify([
		[...request.given].sort(),
		request.fields.get("duration"),
		request.files,
		[...proves]
	]);
	return [...new Map([...variants].reverse().map((variant) => [asked(variant), variant])).values()].reverse();
}
function byCost(a, b) {
	if (!a.cost || !b.cost) return Number(a.cost === null) - Number(b.cost === null);
	return a.cost.cmp(b.cost);
}
function sum(jobs) {
	return jobs.reduce((total, { cost }) => total.plus(cost ?? ZERO), ZERO);
}
// lib/src/testplan/untested.js
/** Cached by side, because several reports need the same plan. */
const plans = /* @__PURE__ */ new WeakMap();
/** The test plan of the workloads that have a price and no evidence. */
function untestedOf(side) {
	let plan = plans.get(side);
	if (!plan) {
		plan = testPlan(side.estimates.filter(({ keys, status }) => keys !== null && status === "priced" && !isTested(keys)), side.pricing);
		plans.set(side, plan);
	}
	return plan;
}
// lib/src/report/scan/json.js
/** The result of a scan as JSON, `video-budget/scan@1`. Amounts are in USD. */
function scanJson({ files, rows, ignored, left_out }) {
	const counts = {};
	for (const { why } of left_out) counts[why] = (counts[why] ?? 0) + 1;
	return `${JSON.stringify({
		schema: "video-budget/scan@1",
		files,
		findings: rows.map(findingJson),
		ignored,
		left_out: counts
	}, null, 2)}\n`;
}
/** One finding, in the form that scan and report share. */
function findingJson({ finding: { hints, ...finding }, job_price, declared_by }) {
	return {
		...finding,
		hints,
		job_price: job_price === null ? null : Number(job_price.round(6)),
		declared_by
	};
}
// lib/src/report/words/formula.js
/** The subject of a quantity in words, for a meter that does not imply it. */
const OF = {
	input_video: "input video",
	input_audio: "input audio",
	input_images: "input",
	output: "output",
	text: "text"
};
/**
* One term of a job's price as a formula: `8 s × $0.12`, `108,900 tokens × $7 per million`, `× 1.5 (resolution 1080p)`, `rounded up to 1 credit`.
* @param currency the reporting currency. If the price is in another one, the exchange rate is shown
* @param request gives the values of the fields that a factor depends on
*/
function formula(term, currency, request) {
	switch (term.kind) {
		case "line":
		case "extra": return lineFormula(term, currency);
		case "factor": {
			const why = term.fields.map((field) => `${field} ${inert(String(request?.fields.get(field) ?? ""))}`.trim()).join(", ");
			return `× ${quantity(decimal(term.factor))}${why ? ` (${why})` : ""}`;
		}
		case "total": return `${term.rule === "min" ? "at least" : term.rule === "max" ? "at most" : term.amount.lt(0) ? "rounded down to" : "rounded up to"} ${unitAmount(term.value, term.unit)}`;
		case "discount": return `${percent(term.share)} discount`;
	}
}
/** Words for the large numbers that prices are quoted for. */
const BIG = {
	"1000": "thousand",
	"1000000": "million"
};
/** The unit after a number: `s` for seconds, otherwise singular or plural (`1 token`, `2 tokens`). */
function unitOf(unit, number) {
	if (unit === "second") return "s";
	return number.eq(1) ? unit : `${unit}s`;
}
function lineFormula({ quantity: billable, meter, of, rate, per, credit, amount }, currency) {
	const known = METERS[meter];
	const subject = of.length === 1 && of[0] === known.subject ? "" : ` of ${of.map((one) => OF[one] ?? one).join(" and ")}`;
	const each = per === "1" ? "" : ` per ${BIG[per] ?? quantity(decimal(per))}`;
	const counted = `${quantity(billable)} ${unitOf(known.unit, billable)}${subject} × ${unitAmount(rate.value, rate.unit)}${each}`;
	const own = billable.times(rate.value).div(per);
	if (own.eq(0)) return counted;
	const inDollars = credit ? own.times(credit) : own;
	const worth = credit ? ` × ${formatPrice(credit, "USD")}` : "";
	const from = credit ? "USD" : rate.unit;
	return `${counted}${worth}${from === currency ? "" : ` × ${quantity(amount.div(inDollars))} ${currency} for 1 ${from}`}`;
}
function unitAmount(value, unit) {
	if (unit !== "credits") return formatPrice(decimal(value), unit);
	return `${quantity(decimal(value))} ${decimal(value).eq(1) ? "credit" : "credits"}`;
}
// lib/src/report/layout/value.js
/** A value of a manifest in its YAML form: `{ low: 40, likely: 80, high: 200 }`. An absent or empty value is `nothing`. */
function inYaml(value) {
	if (value === null || value === void 0) return "nothing";
	if (Array.isArray(value)) return `[${value.map(inYaml).join(", ")}]`;
	if (typeof value !== "object") return String(value);
	const entries = Object.entries(value).filter(([, inner]) => inner !== void 0);
	return entries.length === 0 ? "nothing" : `{ ${entries.map(([key, inner]) => `${key}: ${inYaml(inner)}`).join(", ")} }`;
}
// lib/src/prices/dated.js
/**
* Whether only the year of a price's page is known. The price book records such a page as of January 1, the
* earliest day that it can be from. `checked: 2026-01-01` therefore means "some day in 2026".
*/
function isUndated(checked) {
	return checked.endsWith("-01-01");
}
// lib/src/report/words/args.js
/** At most this many names are listed in one sentence; the others are counted. */
const LISTED = 12;
/** One argument of a message as a code span. An absent argument and null are shown as "nothing". */
function value(args, key) {
	const arg = args[key];
	if (arg === null || arg === void 0) return "nothing";
	if (arg === "a list" || arg === "a map") return arg;
	return code(String(arg));
}
/** Whether an argument is present and not empty. */
function has(args, key) {
	const arg = args[key];
	return arg !== void 0 && arg !== null && arg !== "" && !(Array.isArray(arg) && arg.length === 0);
}
/** A list argument as code spans: `a`, `b` and 3 more. A single value counts as a list of one. */
function list(args, key, most = LISTED) {
	const all = items(args[key]).map((item) => code(item));
	const shown = all.length > most ? [...all.slice(0, most), `${all.length - most} more`] : all;
	return shown.length < 2 ? shown[0] ?? "nothing" : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
/** The number of items in an argument. */
function size(args, key) {
	return items(args[key]).length;
}
function items(arg) {
	if (arg === null || arg === void 0) return [];
	return Array.isArray(arg) ? arg.map(String) : [String(arg)];
}
// lib/src/report/words/expected.js
/**
* The expected values by the word that a schema uses for them (`error` in `manifest/schema.ts`, `prices/schema.ts` and `notation/`).
* Each text completes the sentence "it must be …".
*/
const EXPECTED = {
	accepted: "a list of values, or a range `{ min, max, step }`",
	amount: "a decimal, 0 or more, or `unknown`",
	"aspect-ratio": "a ratio such as `16:9`, or a lowercase word such as `auto`",
	beyond: "USD per unit, `none` or `unknown`",
	bound: "a decimal, `unknown`, or a table `{ by, rows }`",
	cell: "a value, a list of values, a range, or an amount",
	charge: "a charge with a `meter` and an amount, or a `factor`",
	completion: "`{ poll: … }` or `{ webhook: … }`",
	currency: "a currency code of three uppercase letters, such as `EUR`",
	date: "a valid date, such as `2026-11-22`",
	days: "a number of days, such as `180d`",
	decimal: "a decimal, 0 or more",
	default: "a value, or `{ from: FIELD, max: VALUE }`",
	duration: "a duration: a number of seconds, or `8s`, `2m`, `1h`",
	"duration-or-auto": "a duration (a number of seconds, or `8s`, `2m`, `1h`) or `auto`",
	durations: "a duration (a number of seconds, or `8s`, `2m`, `1h`) or a list of them, one for each file",
	"path-or-list": "a path or a pattern, or a list of them",
	glob: "a path, or a pattern of `*`, `?`, `**`, `[a-z]` and `{a,b}` that does not begin with `!` and has no `!(…)`",
	change: "a change from one month to the next above -100%: `5%`, `-2%` or `0.05`",
	month: "a month, `YYYY-MM`: `2026-12`",
	growth: "a growth, 0 or more: `25%`, `150%` or `1.5`",
	list: "a list",
	map: "a map of keys and values",
	matcher: "a value, a list of values, or a range `{ min, max, above, below }`",
	media: "the name of a profile under `media`, or a profile itself",
	money: "an amount of money, 0 or more: a number, or a string with at most 9 decimals",
	number: "a number",
	report: "the path of a JSON report, or `{ repository, report, owner }`",
	pack: "the name of a pack, or `{ size, price }`",
	path: "a path of at most 4,096 characters",
	pixels: "a list of sizes such as `1280x720`, or width and height by aspect ratio",
	policy: "`yes`, `no`, `unknown`, or a share such as `10%`",
	"positive-decimal": "a decimal above 0",
	"positive-money": "an amount of money above 0: a number, or a string with at most 9 decimals",
	"positive-share": "a share above 0, up to 1: `40%` or `0.4`",
	row: "a list with a cell for each field of `by`, and then an amount",
	scalar: "a string, a number, or `true` or `false`",
	scopes: "a map of at most 200 scopes",
	share: "a share from 0 to 1: `3%` or `0.03`",
	size: "a size in pixels, such as `1280x720`",
	slug: "a name of at most 64 lowercase letters, digits and `-`",
	subject: "`output`, `input_video`, `input_audio`, `input_images` or `text`, or a list of these",
	switch: "`true` or `false`",
	takes: "a number, 1 or more, or `{ until_kept: { acceptance, max } }`",
	text: "a string",
	"text-or-list": "a string or a list of strings",
	"tri-state": "`yes`, `no` or `unknown`",
	unit: "`usd`, `credits`, or a currency code of three uppercase letters",
	version: "`1`, the only version",
	volume: "a number, `{ low, likely, high }` or `{ p10, p90 }`",
	"whole-number": "a whole number",
	"workload-name": "a name of at most 64 lowercase letters, digits, `-`, `_` and `.` that starts with a letter or digit"
};
// lib/src/report/words/syntax.js
/** YAML syntax errors and remedies, by kind. For other kinds, the library's own message is used. */
const SYNTAX = {
	tab: {
		sentence: "The indentation contains a tab; YAML allows only spaces there.",
		remedy: "Indent with two spaces for each level, in the whole file."
	},
	colon: {
		sentence: "A colon needs a space after it to make a key.",
		remedy: "Write a space after the colon: `provider: vertex`."
	},
	indentation: {
		sentence: "The indentation of this line does not fit the lines above it.",
		remedy: "Keys of one map start in the same column, two spaces further in than their parent key."
	},
	unclosed: {
		sentence: "A `{` or `[` before this point is not closed.",
		remedy: "Add the missing `}` or `]`."
	},
	quote: {
		sentence: "A quotation mark before this point is not closed.",
		remedy: "Add the missing quotation mark."
	},
	documents: {
		sentence: "A second document starts here (`---`); a file can contain only one.",
		remedy: "Remove the line, or move the second document to its own file."
	}
};
// lib/src/report/words/problems.js
const meant = (args) => has(args, "nearest") ? `did you mean ${value(args, "nearest")}?` : null;
const number = (args, key) => quantity(Number(args[key] ?? 0));
const about = (args, key) => quantity(Number(Number(args[key] ?? 0).toPrecision(4)));
const share = (args, key) => percent(Number(args[key] ?? 0));
const moneyOf$1 = (args, key) => formatMoney(decimal(Number(args[key] ?? 0)), String(args["currency"] ?? "USD"));
const jobPriceOf = (args, key) => jobPrice(decimal(Number(args[key] ?? 0)), String(args["currency"] ?? "USD"));
const syntaxOf = (args) => SYNTAX[String(args["kind"])];
/** The start of the sentence about an amount without an exchange rate, by what the amount is. */
const UNCONVERTED = {
	"status-request": "The price of a status request of",
	fees: "What is paid in fees to",
	pack: "The price of a pack of",
	plan: "The price of the plan of",
	trial: "The trial credit of",
	prepaid: "The balance already paid for at",
	minimum_purchase: "The minimum purchase of credit at"
};
/** Kinds of price that the grammar of price files leaves out on purpose, as the end of a sentence. */
const OUT_OF_SCOPE = {
	sessions: "live sessions, whose idle time is billed too",
	storage: "storage and traffic",
	quotes: "prices that only a quote endpoint knows",
	marginal: "marginal tiers, where each unit has the rate of its own step (`by: [monthly_jobs]` sets one rate for all jobs of the month)",
	expressions: "calculations (an amount is a decimal; tables, factors and bounds say how it depends on the request)"
};
/** Why code was not read. */
const UNREAD = {
	"too-many": "a run reads at most 300 changed files of code",
	"too-large": "above the largest size that is read",
	tangled: "following names in the code takes too many steps",
	unreadable: "no permission",
	api: "GitHub's API returned no contents"
};
/** Why a key has no effect, as the end of a sentence, and what would give it one. */
const NO_EFFECT = {
	"single-volume": "the volume is one plain number, and does not rise or fall",
	single: "no other workload whose volume is a range has this driver",
	concurrency: "nothing says how many jobs or requests the account may run at once",
	latency: "nothing says how long jobs take"
};
const NO_EFFECT_REMEDY = {
	"single-volume": "Declare a range, `{ low, likely, high }` or `{ p10, p90 }`, or leave the driver out.",
	single: "Name the same driver in each workload that rises and falls with it, or leave it out.",
	concurrency: "Declare `accounts.PROVIDER.concurrency`, or leave the peak out.",
	latency: "Declare `reliability.latency: { p50: …, p95: … }`, or leave the peak out."
};
/** Why a setting can cost money without a notice, by kind, as the first half of a sentence. If the key is not written, the default applies. */
const SILENT = {
	retries: (args, key) => `${key} is ${value(args, "from")}: retries have no end that anybody notices`,
	polls: (args, key) => `${key} is ${value(args, "from")} s: the client asks more often than the provider advises, and each status request costs money`,
	moderated: (_, key) => `${key} has \`moderated\`: a refused prompt is sent again as it is`,
	"no-key": (_, key) => `${key} is not given: a job that is submitted again may run and be billed twice`
};
const SILENT_REMEDY = {
	retries: "Give up sooner, or say what fails less.",
	polls: "Ask as often as the provider advises, or use a webhook.",
	moderated: "Take it out of `retry_on`.",
	"no-key": "Send one where the provider takes it, and write `idempotency_key: true`; else write `idempotency_key: false`."
};
/** The words of every problem: what is wrong with which value, what is allowed, and what to do about it. */
const PROBLEMS = {
	"file-missing": {
		sentence: (args) => `There is no file ${value(args, "file")}${has(args, "link") ? `: ${value(args, "link")} is a symbolic link to ${value(args, "target")}, and the links lead in a circle` : ""}.`,
		remedy: (args) => has(args, "link") ? "Let one of the links lead to a file." : `Correct the path${has(args, "by") ? " (it is relative to the file that names it)" : ""}, or add the file.`
	},
	"file-too-large": {
		sentence: (args) => `The file has ${number(args, "bytes")} bytes; at most ${number(args, "max")} are read.`,
		remedy: "Split it into several manifests and join them with `include`."
	},
	"not-utf8": {
		sentence: () => "The file is neither UTF-8 text nor UTF-16 with its byte order mark.",
		remedy: "Save it as UTF-8."
	},
	"yaml-syntax": {
		sentence: (args) => `The file is not valid YAML: ${syntaxOf(args)?.sentence.replace(/^A /, "a ").replace(/\.$/, "").replace(/^The /, "the ") ?? prose(String(args["detail"] ?? ""))}.`,
		remedy: (args) => syntaxOf(args)?.remedy ?? "Check the indentation, quotes and brackets at this place."
	},
	"duplicate-key": {
		sentence: (args) => `The key ${value(args, "key")} is defined twice.`,
		remedy: "Remove or rename one of them."
	},
	"too-many-aliases": {
		sentence: (args) => `The file expands its anchors more than ${number(args, "max")} times.`,
		remedy: "Write the values out, or put them under `defaults`."
	},
	"not-a-map": {
		sentence: (args) => args["empty"] ? "The file is empty; it must be a map of keys and values." : "The file must be a map of keys and values.",
		remedy: "Start it with `version: 1`."
	},
	"outside-repository": {
		sentence: (args) => has(args, "link") ? `${value(args, "link")} is a symbolic link to ${value(args, "target")}, which points outside the repository, so it is not followed.` : `${value(args, "value")} is outside the files that may be read; only files in the repository are allowed.`,
		remedy: (args) => has(args, "link") ? "Replace the link with the file, or with a relative link to a file in the repository." : "Move the file into the repository and name it relative to this one."
	},
	"unprintable-path": {
		sentence: (args) => `The path ${value(args, "value")} contains a line break or another control character, which reports cannot show.`,
		remedy: "Rename the file."
	},
	"tree-truncated": {
		sentence: () => "GitHub truncated the list of files in this commit, so manifests may be missing from this report.",
		remedy: "Name the manifests in the action's `manifest` input without patterns, or run after a checkout."
	},
	"manifest-returned": {
		sentence: (args) => `Commit ${value(args, "commit")} removed this manifest on ${value(args, "day")}, less than 90 days ago. It is compared with its contents at that time, and its old limits apply.`,
		remedy: "If it is a new manifest, give it another path, or have an override accept its limits."
	},
	"history-unread": {
		sentence: () => "This manifest is new, but the history of its path could not be read: a manifest removed less than 90 days ago would keep its limits.",
		remedy: "Run again, or check whether the base branch had a manifest at this path."
	},
	"too-many-files": {
		sentence: (args) => `${value(args, "files")} manifests and price files would have to be read through GitHub's API; the limit is ${value(args, "max")}, so none of them is checked.`,
		remedy: "Combine small manifests, or list fewer in the action's `manifest` input and use one step for each part."
	},
	"unknown-key": {
		sentence: (args) => `There is no key ${value(args, "key")} here${has(args, "allowed") ? `; allowed: ${list(args, "allowed", 30)}` : ""}.`,
		remedy: (args) => has(args, "inside") ? `It belongs in ${value(args, "inside")}${has(args, "write") ? `: ${value(args, "write")}` : ""}.` : has(args, "beside") ? `It belongs one level up, next to ${value(args, "beside")}.` : meant(args) ?? "Remove it or correct its name."
	},
	"not-indented": {
		sentence: (args) => `${value(args, "key")} is at the same level as ${value(args, "under")}, not inside it, so ${value(args, "under")} is empty.`,
		remedy: (args) => `Indent it, and the rest of ${value(args, "under")}, two spaces more than ${value(args, "under")}.`
	},
	"missing-key": {
		sentence: (_, key) => `The key ${key} is missing.`,
		remedy: (args) => `Add ${value(args, "key")}.`
	},
	"wrong-value": {
		sentence: (args, key) => {
			const allowed = has(args, "allowed") ? `${size(args, "allowed") === 1 ? "" : "one of "}${list(args, "allowed", 30)}` : EXPECTED[String(args["expected"])] ?? prose(String(args["expected"] ?? ""));
			return `${key} is ${value(args, "value")}; it must be ${allowed}.`;
		},
		remedy: (args) => has(args, "write") ? `Write ${value(args, "write")}.` : meant(args)
	},
	"out-of-range": {
		sentence: (args, key) => {
			const bounds = [
				...has(args, "min") ? [`at least ${number(args, "min")}`] : [],
				...has(args, "above") ? [`above ${number(args, "above")}`] : [],
				...has(args, "max") ? [`at most ${number(args, "max")}`] : []
			].join(" and ");
			const measured = typeof args["value"] === "number" || args["value"] === null ? "" : "its length ";
			return `${key} is ${value(args, "value")}; ${measured}${measured ? "" : "it "}must be ${bounds}.`;
		},
		remedy: () => null
	},
	"shares-over-one": {
		sentence: (args, key) => `The chances in ${key} add up to ${value(args, "total")}; they can be at most 1.`,
		remedy: "They are mutually exclusive outcomes of one attempt; the rest, up to 1, is the share that succeeds."
	},
	"timeout-without-behaviour": {
		sentence: (args, key) => `${key} is ${value(args, "value")} seconds, but the manifest does not say what happens then.`,
		remedy: (args) => `Add \`on_timeout\`, one of ${list(args, "allowed")}.`
	},
	"behaviour-without-timeout": {
		sentence: (args, key) => `${key} is ${value(args, "value")}, but there is no \`timeout\` after which it could happen.`,
		remedy: "Add `timeout`, a duration such as `180s`."
	},
	"behaviour-without-latency": {
		sentence: (args, key) => `${key} is ${value(args, "value")}, but nothing says how long jobs take.`,
		remedy: "Add `reliability.latency: { p50: …, p95: … }`."
	},
	"one-of": {
		sentence: (args, key) => `${key} needs exactly one of ${list(args, "keys")}; it has ${has(args, "given") ? list(args, "given") : "none"}.`,
		remedy: (args) => has(args, "given") ? "Keep one and remove the others." : `Add one of ${list(args, "keys")}.`
	},
	"not-ascending": {
		sentence: (args, key) => `${key} must satisfy ${value(args, "order")}; it is ${list(args, "values")}.`,
		remedy: "Put the values in order."
	},
	"no-workloads": {
		sentence: () => "The manifest has no `workloads` and includes no other manifest.",
		remedy: "Add `workloads`, or `include` other manifests."
	},
	"include-cycle": {
		sentence: (args) => `This file and ${value(args, "value")} include each other.`,
		remedy: "Remove one of the two entries of `include`."
	},
	"include-matches-nothing": {
		sentence: (args) => `${value(args, "value")} matches no file.`,
		remedy: "Correct the pattern (it is relative to this file), or remove it."
	},
	"mixed-currencies": {
		sentence: (args) => `This manifest reports in ${value(args, "value")} and the first one in ${value(args, "expected")}; one report is in one currency.`,
		remedy: (args) => `Set \`currency: ${word(args, "expected")}\`, or check this file on its own.`
	},
	"no-exchange-rate": {
		sentence: (args) => args["what"] === "base" ? `The base branch reports in ${value(args, "from")} and this change in ${value(args, "to")}, and there is no rate for ${value(args, "currency")}: the change in cost is unknown.` : `${UNCONVERTED[String(args["what"])] ?? "The price of"} ${value(args, "id")} cannot be converted: there is no rate for ${value(args, "currency")}. ${has(args, "what") && args["what"] !== "status-request" ? "The amount is unknown, and no total includes it." : "It is unpriced."}`,
		remedy: (args) => `Add the rate, in USD for one unit: \`fx: { ${word(args, "currency")}: … }\`.`
	},
	"scope-matches-nothing": {
		sentence: (args) => `The scope ${value(args, "scope")} matches no workload, so its limit applies to nothing.`,
		remedy: (args) => has(args, "write") ? `The closest match is ${value(args, "write")}.` : "Correct its `match`, or remove the scope."
	},
	"unknown-provider": {
		sentence: (args) => {
			const isAnswered = has(args, "nearest") && size(args, "allowed") > A_FEW;
			return `The price book has no provider ${value(args, "value")}${has(args, "allowed") && !isAnswered ? `; it has ${list(args, "allowed", 30)}` : ""}.`;
		},
		remedy: (args) => {
			const sellers = has(args, "elsewhere") ? `The model is sold by ${list(args, "elsewhere")}.` : null;
			return [meant(args) ?? (sellers ? null : "Add its prices in a file under `prices:`, or give the workload a `price`."), sellers].filter((part) => part !== null).join(" ");
		}
	},
	"unknown-model": {
		sentence: (args) => `The price book has no model ${value(args, "value")} of ${value(args, "provider")}${has(args, "nearest") ? "" : looksLike(args)}.`,
		remedy: (args) => {
			const search = `\`video-budget prices search --provider ${word(args, "provider")}\` lists its models.`;
			if (size(args, "elsewhere") === 1) return `It is sold by ${list(args, "elsewhere")}: write \`provider: ${word(args, "elsewhere")}\`.`;
			if (has(args, "elsewhere")) return `It is sold by ${list(args, "elsewhere")}: name one of them as \`provider\`. ${search}`;
			const newer = has(args, "family") && !has(args, "nearest") ? "If the provider sells it, give the workload a `price`." : null;
			return [
				meant(args),
				newer,
				search
			].filter((part) => part !== null).join(" ");
		}
	},
	"unknown-pack": {
		sentence: (args, key) => `${key} names ${value(args, "value")}, which the price book does not have; it has ${list(args, "allowed")}.`,
		remedy: (args) => meant(args) ?? "Name one of these, or give its size and price: `pack: { size: 5000, price: 700 }`."
	},
	"unknown-fee": {
		sentence: (args, key) => `${key} names the fee ${value(args, "value")}, which the price book does not have; it has ${list(args, "allowed")}.`,
		remedy: (args) => meant(args)
	},
	"unlisted-with-price": {
		sentence: (args) => `The price book does not list the ${word(args, "what")} ${value(args, "value")}; the workload's own \`price\` is used, and its request is not checked.`,
		remedy: () => null
	},
	retired: {
		sentence: (args) => `${value(args, "id")} was retired on ${value(args, "date")}: it can no longer be used.`,
		remedy: (args) => replacement(args) ?? "Choose another model: `video-budget prices search`."
	},
	"retires-soon": {
		sentence: (args) => `${value(args, "id")} retires on ${value(args, "date")}, in ${number(args, "days")} days.`,
		remedy: (args) => replacement(args) ?? "Plan its replacement: `video-budget prices search`."
	},
	"may-retire": {
		sentence: (args) => Number(args["days"]) > 0 ? `${value(args, "id")} may retire on or after ${value(args, "date")}, in ${number(args, "days")} days: its maker announced that as the earliest date.` : `${value(args, "id")} may be retired: its maker announced ${value(args, "date")} as the earliest date, so calls may fail now.`,
		remedy: (args) => replacement(args) ?? "Plan its replacement: `video-budget prices search`."
	},
	"not-accepted": {
		sentence: (args) => `${value(args, "id")} does not accept ${value(args, "field")} ${value(args, "value")}; it accepts ${list(args, "allowed", 30)}.${nextLength(args)}`,
		remedy: () => null
	},
	"unknown-option": {
		sentence: (args) => `${value(args, "id")} has no option ${value(args, "value")}; it has ${has(args, "allowed") ? list(args, "allowed", 30) : "none"}.`,
		remedy: (args) => meant(args) ?? "Remove it: an unknown option has no price."
	},
	"not-offered": {
		sentence: (args) => `${value(args, "id")} is not sold for this request: ${value(args, "request")}.`,
		remedy: "Change the mode or the output to one that is in its price list."
	},
	"field-needed": {
		sentence: (args) => `The price of ${value(args, "id")} depends on ${value(args, "field")}, which is not set.`,
		remedy: (args) => `Add ${value(args, "field")} to the workload.`
	},
	unpriced: {
		sentence: (args) => `${args["listed"] === false ? `The price book has no entry for ${value(args, "id")}${looksLike(args)}` : `No usable price is known for ${value(args, "id")}`}${unpricedBecause(args)}. It is not counted as 0.`,
		remedy: (args) => {
			if (args["why"] === "unknown-credit") return "Name what is bought under `accounts`: a `pack`, or `{ size, price }`.";
			const sellers = has(args, "elsewhere") ? soldElsewhere(args) : null;
			const near = meant(args) ?? sellers;
			return `${near === null ? "Give" : `${near} Otherwise give`} the workload a \`price\`, or add a price file under \`prices:\`.`;
		}
	},
	"lower-bound": {
		sentence: (args) => `Only a lower bound is known for the price of ${value(args, "id")}: a part of what it bills is not public.`,
		remedy: "Give the workload a `price` from your bill, or set `policy.unknown_price: warn` to count the lower bound."
	},
	"stale-price": {
		sentence: (args) => isUndated(String(args["checked"])) ? `The price of ${value(args, "id")} comes from an undated page of ${String(args["checked"]).slice(0, 4)}: it may be ${number(args, "days")} days old, and a price counts as stale after ${number(args, "max")}.` : `The price of ${value(args, "id")} was last checked on ${value(args, "checked")}, ${number(args, "days")} days ago; a price counts as stale after ${number(args, "max")}.`,
		remedy: (args) => `Compare it with ${value(args, "source")}. If it has changed, put the current price in your own price file.`
	},
	"lock-unreadable": {
		sentence: (args, key) => `The price lock cannot be read${has(args, "key") ? ` at ${key}` : ""}: ${word(args, "why")}. Price changes since it was written are unknown.`,
		remedy: "Run `video-budget lock` to write it again."
	},
	"lock-unknown-workload": {
		sentence: (args) => `The price lock contains ${list(args, "workloads")}, which no manifest declares.`,
		remedy: "Run `video-budget lock` to write it again."
	},
	"lock-outdated": {
		sentence: (args) => `The price lock does not contain ${list(args, "workloads")} as declared here: whether those prices changed is unknown.`,
		remedy: "Run `video-budget lock` to write it again."
	},
	"undeclared-call": {
		sentence: (args) => `${has(args, "model") ? `${value(args, "model")} at ${value(args, "provider")}` : `A call to ${value(args, "provider")}${has(args, "dynamic") ? `, whose model comes from ${value(args, "dynamic")},` : ""}`} is called here${Number(args["more"]) > 0 ? ` and at ${number(args, "more")} more ${Number(args["more"]) === 1 ? "place" : "places"}` : ""}, and no workload declares it: one clip costs ${has(args, "job_price") ? jobPrice(decimal(Number(args["job_price"])), "USD") : "an amount that is not known"}, and none is in the total.${has(args, "near") ? ` The workload ${value(args, "near")} declares this model at ${value(args, "elsewhere")}, which is another provider with prices of its own.` : ""}`,
		remedy: (args) => has(args, "near") ? `let the workload say ${value(args, "provider")}, or add one of its own.` : has(args, "model") ? "add a workload with this provider and model, or exclude the call with the comment `video-budget: ignore REASON` above it." : "add a workload of this provider and say with `code` that it is for this file, or exclude the call with the comment `video-budget: ignore REASON` above it."
	},
	"model-drift": {
		sentence: (args) => `The code calls ${value(args, "code")} where the workload ${value(args, "workload")} declares ${value(args, "declared")}.`,
		remedy: "Change one of the two: the estimate uses the workload's value."
	},
	"parameter-drift": {
		sentence: (args) => `The code requests ${value(args, "key")} ${value(args, "code")} where the workload ${value(args, "workload")} declares ${value(args, "declared")}.`,
		remedy: "Change one of the two: the estimate uses the workload's value."
	},
	"unused-workload": {
		sentence: () => "No call in the code belongs to this workload.",
		remedy: "Remove the workload if it is no longer used, or list its files in `code`."
	},
	"scan-incomplete": {
		sentence: (args) => args["why"] === "base" ? `${number(args, "count")} ${Number(args["count"]) === 1 ? "file" : "files"} of code that this change leaves alone ${Number(args["count"]) === 1 ? "was" : "were"} not read: a call that it seems to add may stand there already.` : `${number(args, "count")} ${Number(args["count"]) === 1 ? "file" : "files"} of code ${Number(args["count"]) === 1 ? "was" : "were"} not read (${UNREAD[String(args["why"])] ?? "for an unknown reason"}), such as ${list(args, "files")}: what ${Number(args["count"]) === 1 ? "it calls" : "they call"} is not known.`,
		remedy: (args) => args["why"] === "too-large" || args["why"] === "tangled" ? "Split it, or name it under `scan.ignore` if it calls nothing." : args["why"] === "unreadable" ? "Let the run read it, or name it under `scan.ignore` if it calls nothing." : args["why"] === "base" ? "Let `actions/checkout` run before the action: it then reads all of base's code without a request." : "Run `video-budget scan` on the branch: it reads all of the code."
	},
	"count-as-takes": {
		sentence: (args, key) => `${key}: one job makes ${number(args, "count")} outputs, which count as takes of one clip: ${about(args, "jobs")} jobs a month. If each output were a separate clip, as in earlier versions, it would be ${about(args, "batches")}.`,
		remedy: "Set `output.count_as: takes` or `output.count_as: clips`."
	},
	"silent-cost": {
		sentence: (args, key) => {
			const usual = `${key} is not given: ${args["key"] === "mode" ? "the model's first" : "the provider's default"}, ${value(args, "from")}, is priced`;
			return `${SILENT[String(args["kind"])]?.(args, key) ?? usual}. ${size(args, "to") > 0 ? list(args, "to") : "An empty list"} costs ${moneyOf$1(args, "monthly")} a month less.`;
		},
		remedy: (args) => {
			const set = (at) => code(`${word(args, "key")}: ${word(args, at)}`);
			return SILENT_REMEDY[String(args["kind"])] ?? `Write ${set("to")}, or ${set("from")} where that is meant.`;
		}
	},
	"pace-off-plan": {
		sentence: (args) => {
			const bound = args["is_of_volume"] ? `${args["off"] === "above" ? "above the P90" : "below the P10"} of the plan, ${moneyOf$1(args, "bound")}` : `more than 10% ${args["off"] === "above" ? "above" : "below"} the plan, ${moneyOf$1(args, "plan")}`;
			return `At the pace of ${number(args, "covered")} days ${String(args["month"] ?? "")} comes to ${args["complete"] ? "" : "at least "}${moneyOf$1(args, "pace")}, ${bound}.`;
		},
		remedy: "`video-budget calibrate` measures the volume and the rates of the log."
	},
	"timeout-in-tail": {
		sentence: (args) => `The client gives up after ${number(args, "timeout")} s, and one job in twenty takes longer than ${number(args, "p95")} s: abandoned jobs keep running and are billed, ${moneyOf$1(args, "monthly")} a month.`,
		remedy: (args) => `Wait ${number(args, "cure")} s, which is enough for 999 of 1,000 jobs, or resubmit with an idempotency key.`
	},
	"webhook-without-fallback": {
		sentence: (args) => Number(args["loss"]) > 0 ? `${share(args, "loss")} of webhooks are lost and there is no fallback: jobs are billed but never collected, ${moneyOf$1(args, "monthly")} a month.` : "There is no fallback for a lost webhook: such a job is billed but never collected.",
		remedy: "Add `fallback_poll: { after: 300s, interval: 60s }` to the webhook, and poll for the job when it is overdue."
	},
	"concurrency-too-small": {
		sentence: (args) => `${number(args, "peak")} clips in the busiest hour keep ${about(args, "inFlight")} jobs running at once; the account allows ${number(args, "concurrency")}. The rest wait in the queue, so more jobs time out than the declared latency suggests.`,
		remedy: "Spread the peak, raise the account's concurrency, or declare a latency that includes the queue."
	},
	"polling-too-fast": {
		sentence: (args) => `The client polls ${about(args, "perSecond")} times a second; the provider allows ${number(args, "limit")} and rejects ${share(args, "refused")} of the requests.`,
		remedy: (args) => `Poll every ${about(args, "interval")} s or less often, or use a webhook.`
	},
	"needs-latency": {
		sentence: (args) => `No latency is declared, so ${value(args, "key")} ${has(args, "usd") ? `cannot be counted; each costs ${formatPrice(decimal(String(args["usd"])), "USD")}` : "has no effect"}.`,
		remedy: "Declare `reliability.latency: { p50: …, p95: … }`."
	},
	"plan-exceeded": {
		sentence: (args) => `The plan ${value(args, "plan")} includes ${number(args, "size")} ${has(args, "unit") ? value(args, "unit") : "credits"} a month; usage exceeds that in ${share(args, "chance")} of months, and ${args["beyond"] === "none" ? "it sells no more" : "the price of more is unknown"}.`,
		remedy: "Choose a larger plan, or a pack, under `accounts`."
	},
	"near-tier": {
		sentence: (args) => `${about(args, "jobs")} jobs a month are near the edge of a tier: a job costs ${jobPriceOf(args, "price")}, and ${jobPriceOf(args, "beyond")} on the other side of ${number(args, "edge")} jobs.`,
		remedy: (args) => args["range"] === true ? null : "Declare the volume as a range to see the cost on both sides."
	},
	"evidence-disagrees": {
		sentence: (args) => `${value(args, "outcome")} is declared as ${share(args, "declared")}, but was counted in ${number(args, "k")} of ${number(args, "n")} jobs: between ${share(args, "low")} and ${share(args, "high")} (95% confidence). The counts are used.`,
		remedy: "Correct or remove the declared rate, or remove evidence that is out of date."
	},
	"credit-expires": {
		sentence: (args) => `Of ${value(args, "pack")} (${number(args, "size")} units, ${formatMoney(decimal(Number(args["price"] ?? 0)), "USD")}, ${has(args, "expires") ? `good for ${number(args, "expires")} days` : "by the month"}) ${share(args, "share")} expires unused: ${moneyOf$1(args, "monthly")} a month.`,
		remedy: (args) => `Pay per use if the provider offers it${has(args, "smaller") ? `, or buy a smaller pack: ${value(args, "smaller")}` : ""}.`
	},
	"balance-below-a-job": {
		sentence: (args) => `The ${args["what"] === "trial" ? "trial" : "balance"} of ${value(args, "balance")}, worth ${moneyOf$1(args, "worth")}, does not cover one job of ${list(args, "workloads")}: a job costs ${moneyOf$1(args, "job")}.`,
		remedy: "Top it up before the first job, or correct it."
	},
	"no-effect": {
		sentence: (args, key) => `${key} has no effect: ${NO_EFFECT[String(args["why"])] ?? ""}.`,
		remedy: (args) => NO_EFFECT_REMEDY[String(args["why"])] ?? null
	},
	"figure-of-plan": {
		sentence: (args) => `The limits apply to the ${String(args["figure"]).toUpperCase()}, but the volume of ${list(args, "workloads")} is a single number: the ${String(args["figure"]).toUpperCase()} assumes that volume and leaves its uncertainty out.`,
		remedy: "Declare a range, `{ low, likely, high }` or `{ p10, p90 }`."
	},
	"price-overlap": {
		sentence: (args) => `Two prices of ${value(args, "id")} are in force on the same day: ${value(args, "first")} and ${value(args, "second")}.`,
		remedy: "Give the older one a `to` date, which is exclusive."
	},
	"price-duplicate": {
		sentence: (args) => `${value(args, "name")} already names the model ${value(args, "owner")}.`,
		remedy: "Ids and aliases are unique within a provider."
	},
	"price-rivals": {
		sentence: (args) => `Two charges of ${value(args, "id")} match one request and neither is more specific: ${list(args, "requests")}${more(args)}.`,
		remedy: "Narrow the `when` of one of them, or give them different `line`s if both are billed."
	},
	"price-quantity-keys": {
		sentence: (args) => `Charges of the line ${value(args, "line")} of ${value(args, "id")} state different rules (${list(args, "keys")}); a charge that replaces another must state the same.`,
		remedy: "Repeat `step`, `min`, `max`, `included` and `each` on every charge of the line."
	},
	"price-hole": {
		sentence: (args) => `${value(args, "id")} accepts ${size(args, "requests") === 1 ? "a request" : "requests"} that no charge prices: ${list(args, "requests")}${more(args)}.`,
		remedy: "Add a charge, or list the requests under `holes` if they are not sold."
	},
	"price-when": {
		sentence: (args) => args["undeclared"] ? `A condition of ${value(args, "id")} is on ${value(args, "field")}, which is no field of a request and no option that the model declares.` : `A condition of ${value(args, "id")} on ${value(args, "field")} asks for ${has(args, "value") ? list(args, "value") : "a value"}, which the model never accepts.`,
		remedy: (args) => args["undeclared"] ? "Correct its name, or declare it under `accepts`." : "Correct the value, or add it under `accepts`."
	},
	"price-default": {
		sentence: (args) => `The default ${value(args, "value")} of ${value(args, "field")} is not accepted by ${value(args, "id")} itself.`,
		remedy: "Correct the default, or `accepts`."
	},
	"price-media": {
		sentence: (args) => `The charges of ${value(args, "id")} count what its \`media\` does not define: ${value(args, "what")}.`,
		remedy: "Add it to the `media` profile."
	},
	"price-units": {
		sentence: (args) => `${value(args, "id")} has a \`total\`, but its charges are in several units: ${list(args, "units")}.`,
		remedy: "A rule on the whole job needs one unit."
	},
	"price-out-of-scope": {
		sentence: (args, key) => `${has(args, "key") ? `The key ${value(args, "key")}` : `${key}, ${value(args, "value")},`} asks for what no price file can say: ${OUT_OF_SCOPE[String(args["topic"])] ?? ""}.`,
		remedy: "Leave the price out, `prices: []`, and say why in `notes`; a workload can give what it pays as its own `price`."
	},
	"price-conditional-meter": {
		sentence: (args) => `Only some requests to ${value(args, "id")} are charged for ${list(args, "lines")}, beside a line that all of them have.`,
		remedy: "If it is meant to be added, give it a `line` name of its own; if it is meant to replace another, give both the same."
	}
};
/** An argument as a word inside a sentence. */
function word(args, key) {
	return prose(String(args[key] ?? "…"));
}
function replacement(args) {
	return [has(args, "successor") ? `Its successor is ${value(args, "successor")}.` : null, has(args, "alternatives") ? `Alternatives: ${list(args, "alternatives")}.` : null].filter((part) => part !== null).join(" ") || null;
}
/** The price of the next longer clip. It does not claim that the provider accepts that length for this request. */
function nextLength(args) {
	if (!has(args, "next")) return "";
	const bound = {
		upper: "at most ",
		lower: "at least "
	}[String(args["next_bound"])] ?? "";
	return ` The next length up, ${number(args, "next")} s, is priced at ${bound}${jobPrice(decimal(String(args["next_price"])), word(args, "currency"))} a job.`;
}
function more(args) {
	return Number(args["more"] ?? 0) > 0 ? ` and ${number(args, "more")} more` : "";
}
/** The family that an unlisted id seems to belong to. A missing Kling model is a different problem than a typo. */
function looksLike(args) {
	if (!has(args, "family")) return "";
	return args["family"] === "video" ? ", a video model by its name" : `, by its name of the family ${word(args, "family")}`;
}
/** The other providers that have a model with this id. */
function soldElsewhere(args) {
	return `${list(args, "elsewhere")} ${size(args, "elsewhere") === 1 ? "sells" : "sell"} a model of this id: if that is where you buy it, name it as \`provider\`.`;
}
/** At most this many names are listed in addition to a similar one. */
const A_FEW = 8;
function unpricedBecause(args) {
	if (args["why"] === "unknown-amount") return ": the price list names no amount for this request";
	if (args["why"] === "unknown-credit") return ": it is priced in credits, and nothing says what one costs";
	return has(args, "why") ? `: ${prose(String(args["why"])).replace(/\.$/, "")}` : "";
}
// lib/src/report/words/reasons.js
/** A verdict in words, for a heading: never only a color or a symbol. */
const VERDICT_WORDS = {
	pass: {
		title: "within budget",
		sign: "✅"
	},
	warn: {
		title: "passes, with warnings",
		sign: "⚠️"
	},
	fail: {
		title: "over budget",
		sign: "❌"
	},
	unpriced: {
		title: "a price is missing",
		sign: "❓"
	},
	invalid: {
		title: "errors to fix",
		sign: "❌"
	}
};
/** Every reason of a verdict as one sentence. Money is a monthly amount in the reporting currency. */
const REASONS = {
	invalid: ({ args }) => `${count$2(Number(args["count"] ?? 0), "error")} must be fixed before the estimate is valid.`,
	"limits-unread": ({ file }) => `The limits of ${code(file)} cannot be read on the base branch, so nobody knows what this change is allowed to cost.`,
	"budget-exceeded": (reason, currency) => `${scope(reason)}: ${projected(reason, currency)} is over the limit of ${limit(reason, currency)}${used(reason)}.`,
	"budget-exceeded-later": (reason, currency) => `${scope(reason)}: the plan for ${String(reason.args["month"])}, ${projected(reason, currency)}, is over the limit of ${limit(reason, currency)}${used(reason)}.`,
	"actuals-over": (reason, currency) => `${scope(reason)}: ${formatMoney(decimal(String(reason.args["billed"] ?? 0)), currency)} billed in ${String(reason.args["month"])}, and the plan for the rest of it, come to ${reason.args["complete"] === false ? "at least " : ""}${reason.value === null ? "an unknown amount" : formatMoney(reason.value, currency)}, over the limit of ${limit(reason, currency)}${typeof reason.args["passed_on"] === "string" ? `; at this pace it is passed on ${reason.args["passed_on"]}` : ""}.`,
	"budget-near": (reason, currency) => `${scope(reason)}: ${projected(reason, currency)} is close to the limit of ${limit(reason, currency)}${used(reason)}.`,
	"increase-exceeded": (reason, currency) => `${added(reason, currency)}, over the allowed ${allowed(reason, currency)}.`,
	"increase-warned": (reason, currency) => `${added(reason, currency)}, above ${allowed(reason, currency)}, the level from which an increase is reported.`,
	unpriced: ({ args }) => `No usable price is known for ${list(args, "workloads")}. ${size(args, "workloads") === 1 ? "It is" : "They are"} not counted as 0.`,
	"stale-price": ({ args }) => `The price of ${list(args, "workloads")} was last checked more than ${count$2(Number(args["days"] ?? 0), "day")} ago.`,
	"retires-soon": ({ args }) => `The model of ${list(args, "workloads")} retires soon.`,
	"may-retire": ({ args }) => `The model of ${list(args, "workloads")} may retire soon or be retired already: its maker announced an earliest date.`,
	"manifest-removed": ({ file, args }) => args["emptied"] ? `This change leaves the manifest ${code(file)} without any workload, so its budget applies to nothing.` : `This change removes the manifest ${code(file)}, and its budget with it.`,
	"own-price": ({ value, args }, currency) => `The only price for ${code(String(args["id"]))} is the one that this change adds: ${value ? jobPrice(value, currency) : "unknown"} a job, ${code(`${String(args["from"])}:${String(args["line"])}`)}.`,
	repricing: ({ value, args }, currency) => `The price book changed since ${code(String(args["lock"]))} of ${String(args["since"])}: new prices for ${list(args, "workloads")}, ${value === null ? "by an unknown amount" : `${signedMoney(value, currency)} a month`}.`,
	"undeclared-call": ({ args }) => `The code calls ${list(args, "calls")}, which no workload declares: its cost is not in the total.`,
	"model-drift": ({ args }) => `The code calls a different model than ${list(args, "workloads")} declares.`,
	"parameter-drift": ({ args }) => `The code requests different clips than ${list(args, "workloads")} declares.`,
	"scan-incomplete": ({ args }) => `${count$2(Number(args["count"] ?? 0), "file")} of code could not be read: what ${Number(args["count"]) === 1 ? "it calls" : "they call"} is not known.`,
	"silent-cost": ({ args }, currency) => `Nobody chose ${list(args, "settings")}: ${size(args, "settings") === 1 ? "it costs" : "each costs"} at least ${formatMoney(decimal(String(args["min_monthly"] ?? 0)), currency)} a month more than another value that is accepted.`,
	"manifest-new": ({ file }) => `The manifest ${code(file)} is new: only its own budget applies to it.`,
	"controls-changed": (reason, currency) => controlsChanged(reason, currency),
	overridden: ({ args }) => `Overridden: ${code(String(args["by"]))} added the label ${code(String(args["label"]))} at ${String(args["at"]).replace(/[^\dTZ:.+-]/g, "")}, for this commit or a more expensive one.`,
	"no-manifest": ({ file, args }) => `There is no manifest${file === "" ? "" : ` ${code(file)}`}${size(args, "tried") > 0 ? `; looked for ${list(args, "tried")}` : ""}.`,
	"pre-existing": (reason, currency) => preExisting(reason, currency)
};
function scope({ scope: name }) {
	return name === null || name === "total" ? "Total" : `Scope ${code(name)}`;
}
function projected({ value, figure, args }, currency) {
	const named = figure === null || figure === "expected" ? "" : ` (${figure.toUpperCase()})`;
	if (value === null) return "an unknown amount";
	return `${args["complete"] === false ? "at least " : ""}${formatMoney(value, currency)} a month${named}`;
}
function limit({ limit: most }, currency) {
	return most === null ? "an unknown amount" : formatMoney(most, currency);
}
function used({ args }) {
	return typeof args["used"] === "number" ? ` (${percent(args["used"])} of it)` : "";
}
/**
* What a change adds. If the allowed increase is a share, the added share is given, too, with the amount that it refers to. That amount is
* the cost of delivering the plan, which limits use; the share of the expected bill in the headline can differ.
*/
function added({ value, limit: most, args }, currency) {
	const { grown, share } = args;
	const of = typeof grown === "number" && typeof share === "number" && share > 0 && most !== null ? ` (${signedPercent(grown)} of ${formatMoney(most.div(share), currency)})` : "";
	return `This change adds ${value === null ? "an unknown amount" : formatMoney(value, currency)} ${typeof args["month"] === "string" ? `in ${args["month"]}` : "a month"}${of}`;
}
function allowed({ limit: most, args }, currency) {
	const amount = most === null ? "an unknown amount" : formatMoney(most, currency);
	return typeof args["share"] === "number" ? `${percent(args["share"])} of base (${amount})` : amount;
}
function preExisting(reason, currency) {
	const { args } = reason;
	if (reason.scope !== null) return `${scope(reason)}: ${projected(reason, currency)} is over the limit of ${limit(reason, currency)}, as it already is on the base branch; this change does not add to it.`;
	const number = Number(args["count"] ?? 0);
	if (args["what"] === "unpriced") return `No usable price is known for ${list(args, "workloads")}, which this change does not touch.`;
	return `${count$2(number, "error")} ${number === 1 ? "is" : "are"} already on the base branch, in parts this change does not touch.`;
}
/** States both judgments of a change that edits its own budget settings. */
function controlsChanged({ value, args }, currency) {
	const verdict = VERDICT_WORDS[args["verdict"]].title;
	const month = value === null ? "" : `, ${args["complete"] === false ? "at least " : ""}${formatMoney(value, currency)} a month`;
	const [shown, other] = args["stands"] === "base" ? ["the base branch's settings", "its own settings"] : ["its own settings", "the base branch's settings"];
	return `This change edits its own budget settings (${list(args, "controls")}), so it is checked twice until it is merged, and the worse verdict counts: shown here with ${shown}; with ${other}: ${verdict}${month}.`;
}
// lib/src/report/words/messages.js
var messages_exports = /* @__PURE__ */ __exportAll({
	assumptionText: () => assumptionText,
	hint: () => hint,
	inFull: () => inFull,
	isOfSeveral: () => isOfSeveral,
	reasonSentence: () => reasonSentence,
	sentence: () => sentence
});
/**
* Turns codes into sentences. All words are in `problems.ts`, `reasons.ts` and `expected.ts`. Text that comes from a file is in a code
* span, so that a sentence is safe wherever it is shown.
*/
/** A problem as a sentence: what is wrong, where in the manifest, and what is allowed. */
function sentence({ code: id, args, path, at }) {
	const words = PROBLEMS[id];
	const [top, name, ...inner] = path;
	const ofWorkload = top === "workloads" && name !== void 0 && !(at === "key" && inner.length === 0);
	const key = ofWorkload ? inner.join(".") : path.join(".");
	const nothing = ofWorkload ? "the workload" : "the file";
	return `${ofWorkload ? `${code(String(name))}: ` : ""}${words.sentence(args, key === "" ? nothing : code(key))}`;
}
/** What to do about a problem, as a sentence; null if the problem's own sentence suffices. */
function hint({ code: id, args }) {
	const { remedy } = PROBLEMS[id];
	const text = typeof remedy === "string" ? remedy : remedy(args);
	return text === null ? null : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
/** A problem with what to do about it, as one paragraph. */
function inFull(problem) {
	const remedy = hint(problem);
	return remedy === null ? sentence(problem) : `${sentence(problem)} ${remedy}`;
}
/**
* One reason of the verdict as a sentence.
* @param currency the reporting currency
* @param several whether the report has more than one manifest, so that the sentence must name the file
*/
function reasonSentence(reason, currency, several = false) {
	const words = REASONS[reason.code];
	const file = several && !NAMED_OR_NOBODYS.has(reason.code) && reason.args["what"] !== "errors" ? `${code(reason.file)}: ` : "";
	return `${UNDER[String(reason.args["under"])] ?? ""}${file}${words(reason, currency)}`;
}
/** Reasons whose sentence names the file itself, or that concern all files. */
const NAMED_OR_NOBODYS = /* @__PURE__ */ new Set([
	"invalid",
	"limits-unread",
	"manifest-removed",
	"manifest-new",
	"controls-changed",
	"overridden",
	"no-manifest"
]);
/** Whether a side has more than one manifest. */
function isOfSeveral({ manifests, roots }) {
	return (/* @__PURE__ */ new Set([...roots, ...manifests.map(({ file }) => file)])).size > 1;
}
/** The start of a reason's sentence if the change is judged twice and only one of the two judgments has the reason. */
const UNDER = {
	base: "With the base branch's settings: ",
	own: "With this change's own settings: "
};
/** An assumption for a key that the manifest leaves out. A code without its own words still gives the field and the value. */
function assumptionText({ code: id, field, value }) {
	const shown = code(String(value));
	return ASSUMPTIONS[id]?.(shown) ?? `${code(field)} is not given: ${shown} is assumed.`;
}
const ASSUMPTIONS = {
	"default-duration": (value) => `No duration is given: the provider's default of ${value} seconds is priced.`,
	"default-resolution": (value) => `No resolution is given: the provider's default, ${value}, is priced.`,
	"default-audio": (value) => `Sound is not set: the provider's default, \`audio: ${value.replaceAll("`", "")}\`, is priced.`,
	"default-mode": (value) => `No mode is given: ${value}, the model's first, is priced.`,
	"auto-duration": (value) => `The model chooses the length: its longest, ${value} seconds, is priced. The real cost is at most this.`,
	"unknown-billed": (value) => `The provider does not say whether a job that ends as ${value} is billed: both cases are priced, and the more expensive one counts.`,
	"no-key": () => "No idempotency key is declared: a resubmitted job may run and be billed twice.",
	"book-key": () => "The provider accepts idempotency keys: a resubmitted job is assumed to return the first one, not to run twice.",
	"book-latency": (value) => `Latency is taken from the price book: P50 and P95 of ${value}.`,
	"independent-attempts": () => "Attempts of one request are assumed to be independent (`correlation: 0`): after a late job, the next one is as likely to be on time as any other. If slow requests stay slow, more is billed and less is delivered.",
	"no-cancel": () => "No cancellation rate is declared: every abandoned job is assumed to keep running.",
	untested: (value) => `No evidence is declared, so nothing about its jobs was measured. One paid test costs ${value}: \`video-budget test-plan\`.`,
	"dearest-pack": (value) => `No pack is declared: credits are priced as in ${value}, the most expensive.`
};
// lib/src/report/words/levers.js
/** A lever and its effect on the report, as one paragraph. */
function leverText(lever, reason, { currency, from }) {
	const { kind, monthly, total, holds, also } = lever;
	const several = isOfSeveral(from.head);
	const month = formatMoney(total, currency);
	const saved = formatMoney(monthly.abs(), currency);
	const loss = also === null ? QUALITY[kind] : [.../* @__PURE__ */ new Set([QUALITY[kind], QUALITY[also.kind]])].join("");
	const where = `${code(lever.path)} of ${code(lever.workload)}${several ? ` in ${code(lever.file)}` : ""}`;
	const end = holds === "none" ? `${month}, still over` : holds === "limit" ? `${month}, within ${limitOf(reason)}, but another limit is still exceeded` : `${month}, within budget`;
	const both = also ? ` If you also set ${edit(also, several)}, it is ${formatMoney(also.total, currency)}, within budget.` : "";
	if (kind === "revert") return `Undo this change's edit of ${where}: ${shown(lever.from)} costs ${saved} a month more than ${shown(lever.to)}. At ${shown(lever.to)}, the monthly cost is ${end}.${both}${loss}`;
	return `Set ${edit(lever, several)}. It saves ${saved}; the monthly cost is then ${end}.${both}${loss}`;
}
/** The key and its new value, as the words after "set". */
function edit({ file, workload, path, from, to }, several) {
	return `${code(path)} of ${code(workload)}${several ? ` in ${code(file)}` : ""} to ${shown(to)} (now ${shown(from)})`;
}
function shown(value) {
	return code(inYaml(value), 80);
}
function limitOf({ code: id }) {
	return id === "increase-exceeded" ? "what may be added" : "this limit";
}
/** The note for a lever that changes the look of a clip in a way that nobody has compared. */
const NOT_COMPARED = " Quality was not compared.";
const QUALITY = {
	revert: "",
	audio: "",
	duration: "",
	takes: "",
	count: "",
	resolution: NOT_COMPARED,
	tier: "",
	provider: NOT_COMPARED,
	model: NOT_COMPARED,
	volume: ""
};
// lib/src/report/review/to-date-json.js
/** The month to date as JSON data. */
function toDateJson(all) {
	const { month, days, past, covered, uncovered, provisional, files, spent, outside, undated, bad, total, band, off, limits } = all;
	return {
		month,
		days: {
			month: days,
			past,
			covered,
			uncovered,
			provisional
		},
		files,
		jobs: {
			billed: spent.jobs,
			priced: spent.priced,
			unknown: spent.unknown,
			unreadable: bad
		},
		outside: some(outside),
		undated: some(undated),
		total: progress(total),
		band: band && {
			low: round(band.low),
			high: round(band.high),
			of_volume: band.isOfVolume
		},
		off,
		limits: limits.map(({ file, scope, limit, left, passed, passed_on, ...rest }) => ({
			file,
			scope,
			limit: round(limit),
			...progress(rest),
			left: round(left),
			passed,
			passed_on
		}))
	};
}
function progress({ billed, planned, plan, projected, at_pace, pace, complete }) {
	const money = (amount) => amount && round(amount);
	return {
		complete,
		billed: round(billed),
		planned: money(planned),
		plan: money(plan),
		projected: money(projected),
		at_pace: money(at_pace),
		pace
	};
}
function some({ jobs, billed, unknown }) {
	return {
		jobs,
		billed,
		unknown
	};
}
// lib/src/report/review/json.js
/**
* The report as JSON, `video-budget/report@1`. Keys are in the order of `schema.ts`, and the same review gives the same bytes. Money is a
* number in `currency` for a month, unless its name says otherwise. An unknown value is null, never 0.
*/
function toJson(review, { groups, commits } = {}) {
	const { currency, total } = review;
	const untested = untestedIn(review);
	const report = {
		schema: "video-budget/report@1",
		verdict: review.verdict,
		reasons: review.reasons.map((reason) => ({
			code: reason.code,
			file: reason.file,
			scope: reason.scope,
			limit: moneyOf(reason.limit),
			value: moneyOf(reason.value),
			figure: reason.figure,
			message: reasonSentence(reason, currency, isOfSeveral(review.from.head)),
			levers: (reason.levers?.() ?? []).map((one) => lever(one, reason, review))
		})),
		...review.override && { override: override(review.override) },
		...commits && { commits },
		currency,
		date: review.date,
		prices: {
			snapshot: review.prices.snapshot,
			oldest_checked: review.prices.oldest_checked,
			stale: review.prices.stale
		},
		total: {
			complete: total.complete,
			if_volume_as_planned: review.from.now.estimates.some(hasSingleVolume),
			head: figures(total.head),
			base: figures(total.base),
			delta: delta(deltaOf(total, review.workloads)),
			repricing: moneyOf(total.repricing)
		},
		budgets: review.budgets.map((line) => ({
			file: line.file,
			scope: line.scope,
			limit: round(line.limit),
			figure: line.figure,
			head: moneyOf(line.head),
			base: moneyOf(line.base),
			undelivered: moneyOf(line.undelivered),
			complete: line.complete,
			used: line.used === null ? null : significant(line.used),
			probability_over: line.probability_over === null ? null : significant(line.probability_over),
			if_volume_as_planned: line.if_volume_as_planned,
			verdict: line.verdict,
			pre_existing: line.pre_existing
		})),
		...review.plan && {
			months: review.plan.months.map(monthPlan),
			first_over: review.plan.first_over
		},
		...review.toDate && { to_date: toDateJson(review.toDate) },
		accounts: review.accounts.map(account),
		...groups && { groups: groups.map(groupJson) },
		workloads: review.workloads.map((line) => workload(line, currency, untested(line.head))),
		undeclared: review.code?.undeclared.map(({ finding, undeclared, job_price }) => findingJson({
			finding: {
				...finding,
				places: undeclared
			},
			job_price,
			declared_by: []
		})) ?? null,
		problems: review.problems.map((problem) => ({
			code: problem.code,
			severity: problem.severity,
			message: sentence(problem),
			file: problem.file,
			line: problem.line,
			column: problem.column,
			hint: hint(problem)
		}))
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}
function lever(one, reason, review) {
	const { workload, file, path, from, to, monthly, total, verdict, also } = one;
	return {
		file,
		workload,
		path,
		from,
		to,
		monthly: round(monthly),
		total: round(total),
		verdict,
		also: also && {
			file: also.file,
			workload: also.workload,
			path: also.path,
			from: also.from,
			to: also.to,
			total: round(also.total),
			verdict: also.verdict
		},
		text: leverText(one, reason, review)
	};
}
/** One month of the plan against its limits. */
function monthPlan({ month, complete, figures: all, limits, retired }) {
	return {
		month,
		complete,
		figures: figures(all),
		limits: limits.map(({ file, scope, limit, head, verdict }) => ({
			file,
			scope,
			limit: round(limit),
			value: moneyOf(head),
			verdict
		})),
		retired
	};
}
/** Who overrode a failing change, and when; or why the override does not count. */
function override(given) {
	const granted = given.state === "granted" ? given : null;
	const refused = given.state === "refused" ? given : null;
	return {
		state: given.state,
		label: given.rule.label,
		by: granted?.by ?? refused?.by ?? null,
		at: granted?.at ?? null,
		commit: granted?.commit ?? null,
		refused: refused?.why ?? null
	};
}
function groupJson({ by, value, workloads, complete, ...group }) {
	return {
		by,
		value,
		workloads,
		complete,
		figures: figures(group.figures),
		base_figures: figures(group.base_figures)
	};
}
/** How a provider is paid. If no use has a price, only the fees are known. */
function account(line) {
	const known = (amount) => amount !== null && (line.complete || line.priced) ? round(amount) : null;
	return {
		provider: line.provider,
		complete: line.complete,
		usage: known(line.usage),
		trial: known(line.trial),
		prepaid: known(line.prepaid),
		bundle_remainder: known(line.bundle_remainder),
		fees: line.fees && round(line.fees),
		cash: known(line.cash),
		first_month: known(line.first_month)
	};
}
/** One workload: its request is head's, or base's if it was removed; figures name their side. */
function workload(line, currency, untested) {
	const { change, head, base, changes, pre_existing, repriced } = line;
	const shown = head ?? base;
	const risk = head?.risk ?? null;
	const clips = risk?.jobs.clips ?? 0;
	return {
		file: shown.file,
		name: shown.name,
		tags: shown.keys?.tags ?? {},
		change,
		provider: shown.keys?.provider ?? null,
		model: shown.keys?.model ?? null,
		mode: shown.mode ?? shown.keys?.mode ?? null,
		status: shown.status,
		pre_existing,
		job_price: risk && moneyOf(head?.job?.amount ?? null),
		list_monthly: risk && moneyOf(risk.figures.list),
		figures: figures(risk?.figures ?? null),
		base_figures: figures(base?.risk?.figures ?? null),
		weeks_held: head?.keys?.reliability.evidence?.weeks ?? null,
		per_take: risk && clips > 0 ? round(amount(risk.figures.expected.toNumber() / (clips * risk.jobs.takes))) : null,
		per_wanted: risk && clips > 0 ? round(amount(risk.figures.expected.toNumber() / clips)) : null,
		jobs: risk && jobs(risk.jobs),
		waterfall: risk ? waterfall(risk.waterfall, risk.figures.expected) : [],
		changes: [...addUp(changes, workloadDelta(line), ({ path, from, to }, amount) => ({
			path,
			from,
			to,
			monthly: amount
		})), ...repriced ? [{
			path: "price",
			from: round(repriced.was),
			to: moneyOf(repriced.now),
			monthly: moneyOf(repriced.monthly)
		}] : []],
		price: head ? price(head, currency) : null,
		assumptions: [...head?.assumptions() ?? [], ...untested].map((one) => ({
			code: one.code,
			text: assumptionText(one),
			path: one.field,
			monthly: round(one.monthly)
		}))
	};
}
/** An assumption for each workload without evidence, with the cost of its test. Other reports have one note for all workloads instead. */
function untestedIn({ from: { now }, currency }) {
	const key = ({ file, name }) => JSON.stringify([file, name]);
	const tests = new Map(untestedOf(now).workloads.map((one) => [key(one), one.cost]));
	return (head) => {
		const cost = head && tests.get(key(head));
		return cost ? [{
			code: "untested",
			field: "reliability.evidence",
			value: formatMoney(cost, currency),
			monthly: ZERO
		}] : [];
	};
}
function jobs({ submitted, billed, duplicates, status_requests, undelivered_requests }) {
	return {
		submitted: significant(submitted),
		billed: significant(billed),
		duplicates: significant(duplicates),
		status_requests: status_requests === null ? null : significant(status_requests),
		undelivered_requests: significant(undelivered_requests)
	};
}
/** The parts of a monthly cost, rounded so that they add up to the shown total. */
function waterfall(parts, expected) {
	const shown = exactRows(PARTS.map((part) => parts[part]), expected);
	return PARTS.map((part, index) => ({
		part,
		monthly: shown[index]
	}));
}
function price({ source, job, keys, file, request }, currency) {
	if (!job) return null;
	const amounts = exactRows(job.terms.map(({ amount }) => amount), job.amount);
	return {
		id: source?.id ?? `${keys?.provider}/${keys?.model}`,
		bound: job.bound,
		charges: job.terms.map((term, index) => ({
			formula: formula(term, currency, request),
			amount: amounts[index]
		})),
		source: source?.source ?? file,
		checked: source?.checked ?? null,
		confidence: source?.confidence ?? "contract"
	};
}
/** Rows whose `monthly` amounts add up to the total. If the total or an amount is unknown, each known amount is rounded by itself. */
function addUp(rows, total, shown) {
	const known = rows.flatMap(({ monthly }) => monthly ?? []);
	if (total === null || known.length < rows.length) return rows.map((row) => shown(row, moneyOf(row.monthly)));
	const amounts = exactRows(known, total);
	return rows.map((row, index) => shown(row, amounts[index]));
}
function exactRows(amounts, total) {
	return rowsThatAddUp(amounts, total.round(6, 1), 6).map(round);
}
function figures(all) {
	if (!all) return null;
	const { list, expected, sd, p10, p50, p90, p95, cash } = all;
	return {
		list: round(list),
		expected: round(expected),
		sd: round(sd),
		p10: round(p10),
		p50: round(p50),
		p90: round(p90),
		p95: round(p95),
		cash: round(cash)
	};
}
function delta(all) {
	if (!all) return null;
	const { expected, p50, p90, p95, share } = all;
	return {
		expected: round(expected),
		p50: round(p50),
		p90: round(p90),
		p95: round(p95),
		percent: share === null ? null : significant(share * 100)
	};
}
function moneyOf(amount) {
	return amount === null ? null : round(amount);
}
/** Rounds rates and shares to 9 significant digits, which are the same on every machine. */
function significant(value) {
	return Number(value.toPrecision(9));
}
// lib/src/review/review-text.js
/** Reviews files that are given as text, without reading anything else. A manifest that is not in `base` is new. */
async function reviewText({ files, manifests, base, book, date, months }) {
	const head = await gather(readerOf(files), manifests, book.snapshot);
	const known = manifests.filter((path) => base !== void 0 && Object.hasOwn(base, path));
	const before = base === void 0 ? null : await gather(readerOf(base), known, book.snapshot);
	const distributions = await distributionsFor(head, before);
	return review({
		head,
		base: before,
		book,
		date,
		renamed: /* @__PURE__ */ new Map(),
		distributions,
		...months !== void 0 && { months }
	});
}
function readerOf(files) {
	return {
		follow: async (path) => path,
		read: async (path) => Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : null,
		glob: async (patterns) => {
			const { matches } = globOf(patterns);
			return Object.keys(files).filter(matches).sort();
		},
		contains: (path) => !path.startsWith("/") && !path.startsWith("../")
	};
}
// lib/src/library/core.js
/**
* Checks files that are given as text, as `video-budget check` does. It uses no disk, no clock and no network, and runs in a browser.
* Errors in a manifest are in the report (`problems`, `verdict`) and are not thrown.
* @returns the report of `--format json`
* @throws RangeError if `months` is not a whole number from 1 to 60
*/
async function checkFiles(input) {
	if (input.months !== void 0) requireMonthCount(input.months);
	const book = writtenBook((index) => prices[index]);
	return JSON.parse(toJson(await reviewText({
		...input,
		book
	})));
}
export { isNoRate as A, requireMonthCount as B, pricingOf as C, modelNames as D, findModel as E, relativeTo as F, merge as G, globRoot as H, LinkError as I, writtenBook as K, followLinks as L, contentsOf as M, gather as N, priceOn as O, reach as P, brokenRules as R, overlay as S, requestOf as T, isGlob as U, globOf as V, isUsableGlob as W, creditOf as _, distributionsFor as a, refusals as b, isOverLimit as c, LOCK_NAME as d, totalOf as f, amount as g, jobPolicyOf as h, scanJson as i, rates$1 as j, retiredSince as k, setOf as l, manifestPath as m, toJson as n, review as o, estimateManifest as p, verdictOf as q, messages_exports as r, locate as s, checkFiles as t, hasSingleVolume as u, tariffOf as v, toReporting as w, creditValue as x, priceJob as y, workloadKeys as z };
