const require_program = require("./program.cjs");
const require_source = require("./source.part.cjs");
// lib/src/report/review/chart.js
/** With more workloads than this, the chart groups by provider, because more bars are hard to read. */
const SLICES = 8;
/** At most this many budgets get a bar, those with the highest use first. */
const BARS = 10;
/** Characters in a bar, few enough that a row fits on a phone. */
const CELLS = 10;
/** The most cells beyond a limit. A longer bar ends with `…`. */
const MOST_BEYOND = 12;
/** Folded bars of the monthly cost, the largest first, and of each budget. They are plain text, which works in light and dark mode. Empty if there is nothing to draw. */
function chartSection(review) {
	const slices = slicesOf(require_program.rowsOf(review));
	const bars = barRows(review);
	const drawn = slices.parts.filter(({ cents }) => cents.gt(0));
	const budgets = {
		before: [
			"**Use of budgets**",
			"",
			...BAR_HEAD
		],
		rows: bars,
		after: [],
		noun: "budget",
		asRow: (text) => require_program.tableRow([text, ""])
	};
	const used = bars.length === 0 ? [] : [budgets];
	if (drawn.length < 2) return used;
	const total = drawn.reduce((sum, { cents }) => sum.plus(cents), require_program.ZERO);
	const most = drawn.reduce((known, { cents }) => cents.gt(known) ? cents : known, require_program.ZERO);
	const rows = slices.parts.map(({ name, cents, exact }) => require_program.tableRow([require_program.cell(cents, exact, review.currency), exact.gt(0) ? `${name}<br>${ranked(cents, most)} ${require_program.percent(cents.div(total).toNumber())}` : name]));
	const after = [require_program.tableRow([`**${require_program.formatMoney(total, review.currency)}**`, "**Total**"])];
	const before = [
		`**Spend by ${slices.by}**`,
		"",
		...require_program.tableHead(["Monthly cost:", slices.by === "workload" ? "Workload" : "Provider"])
	];
	return [...used, {
		before,
		rows,
		after,
		noun: slices.by,
		asRow: (text) => require_program.tableRow([text, ""])
	}];
}
/** The priced monthly cost by workload, or by provider if there are more than `SLICES` workloads. Parts beyond `SLICES` are combined. */
function slicesOf(all) {
	const priced = all.rows.filter(({ line, monthly }) => line.head?.monthly && monthly);
	if (priced.length <= SLICES) return {
		by: "workload",
		parts: largest(priced.map((row) => sliceOf(row, all.severalFiles)))
	};
	const providers = /* @__PURE__ */ new Map();
	for (const row of priced) {
		const provider = row.shown.keys?.provider ?? "";
		const known = providers.get(provider) ?? {
			name: require_program.code(provider),
			cents: require_program.ZERO,
			exact: require_program.ZERO
		};
		providers.set(provider, {
			...known,
			cents: known.cents.plus(row.monthly ?? require_program.ZERO),
			exact: known.exact.plus(row.line.head?.monthly ?? require_program.ZERO)
		});
	}
	const parts = largest([...providers.values()]);
	const rest = parts.slice(7);
	if (rest.length < 2) return {
		by: "provider",
		parts
	};
	const named = require_program.count(rest.length, "other provider");
	const sum = (key) => rest.reduce((total, one) => total.plus(one[key]), require_program.ZERO);
	const other = {
		name: named,
		cents: sum("cents"),
		exact: sum("exact")
	};
	return {
		by: "provider",
		parts: [...parts.slice(0, 7), other]
	};
}
function sliceOf({ shown: { name, file }, line, monthly }, severalFiles) {
	return {
		name: `${require_program.code(name)}${severalFiles ? `<br>${require_program.code(file)}` : ""}`,
		cents: monthly ?? require_program.ZERO,
		exact: line.head?.monthly ?? require_program.ZERO
	};
}
function largest(slices) {
	return [...slices].sort((a, b) => b.exact.cmp(a.exact));
}
const BAR_HEAD = require_program.tableHead(["Limit:", "Budget"]);
/** A row with a bar and its share for each limit, the highest share first. */
function barRows({ budgets, currency }) {
	const several = new Set(budgets.map(({ file }) => file)).size > 1;
	const sorted = [...budgets].sort((a, b) => (b.used ?? 0) - (a.used ?? 0));
	const shown = sorted.slice(0, BARS).map((line) => require_program.tableRow([require_program.formatMoney(line.limit, currency), `${nameOf$1(line, several)}<br>${bar(line)}`]));
	return sorted.length <= BARS ? shown : [...shown, require_program.tableRow(["", require_program.count(sorted.length - BARS, "more budget")])];
}
function nameOf$1({ file, scope }, several) {
	return `${several ? `${require_program.code(file)} ` : ""}${require_program.scopeName(scope)}`;
}
/** The bar of a budget. A full bar is the limit, and cells behind a mark show the excess, so that 122% and 218% look different. */
function bar({ used, complete }) {
	if (used === null) return "unknown";
	const filled = Math.round(Math.min(1, Math.max(0, used)) * CELLS);
	const beyond = Math.min(MOST_BEYOND, Math.round(Math.max(0, used - 1) * CELLS));
	const over = used > 1 ? `┃${"▓".repeat(Math.max(1, beyond))}${(used - 1) * CELLS > MOST_BEYOND ? "…" : ""}` : "";
	return `\`${"█".repeat(filled)}${"░".repeat(CELLS - filled)}${over}\` ${complete ? "" : "≥ "}${require_program.percent(used)}`;
}
/** A part of the monthly cost as a bar. The largest part fills it, and a part above 0 has at least one cell. */
function ranked(cents, largest) {
	const filled = cents.gt(0) ? Math.max(1, Math.round(cents.div(largest).toNumber() * CELLS)) : 0;
	return `\`${"█".repeat(filled)}${"░".repeat(CELLS - filled)}\``;
}
// lib/src/report/review/sections/waterfall-section.js
/** At most this many workloads get a line about what to declare next, the most expensive first. */
const DECLARED = 10;
/** The parts of the monthly cost, which add up to the total. */
function waterfallSection({ workloads, total, currency }) {
	const risks = workloads.flatMap(({ head }) => head?.risk ?? []);
	if (!total.head || risks.every(({ process }) => process === null)) return [];
	const some = require_program.PARTS.map((part) => ({
		part,
		amount: require_program.exactSum(risks.map(({ waterfall }) => waterfall[part]))
	})).filter(({ part, amount }) => part === "base" || require_program.round(amount) !== 0);
	const shown = require_program.rowsThatAddUp(some.map(({ amount }) => amount), total.head.expected.round(2, 1));
	const rows = some.map(({ part }, index) => require_program.tableRow([part === "base" ? require_program.formatMoney(shown[index] ?? require_program.ZERO, currency) : require_program.signedMoney(shown[index] ?? require_program.ZERO, currency), require_program.PART_WORDS[part]]));
	return [{
		before: [
			"**Where the money goes**",
			"",
			...require_program.tableHead(["Monthly cost:", "Part"])
		],
		rows,
		after: [require_program.tableRow([`**${require_program.formatMoney(total.head.expected, currency)}**`, "**Expected**"])],
		noun: "part",
		asRow: (text) => require_program.tableRow([text, ""])
	}];
}
/** For workloads without declared reliability: the keys whose declaration would change their cost most. */
function leverSection({ workloads, currency }) {
	const rows = workloads.flatMap(({ head }) => head?.risk && head.monthly ? [{
		head,
		monthly: head.monthly
	}] : []).sort((a, b) => b.monthly.cmp(a.monthly)).slice(0, DECLARED).flatMap(({ head }) => require_program.levers(head, currency).map((line) => `- ${require_program.code(head.name)}: ${line}`));
	if (rows.length === 0) return [];
	return [{
		before: ["**What to declare next**", ""],
		rows,
		after: [],
		noun: "workload",
		asRow: (text) => `- ${text}`
	}];
}
// lib/src/report/review/sections.js
/** The sections of a Markdown report. Each function returns an empty list if its section has nothing to show. */
/** At most this many workloads are visible if there is no base. */
const OPEN = 25;
/** A line for each limit, if there is more than one. Lines instead of a table fit on a phone. */
function budgetSection({ delta }, { budgets, currency, compared }) {
	if (budgets.length < 2) return [];
	const several = new Set(budgets.map(({ file }) => file)).size > 1;
	const allPlanned = budgets.every((one) => one.probability_over === null || one.if_volume_as_planned);
	const isPlanned = allPlanned && budgets.some(({ probability_over }) => probability_over !== null);
	const rows = budgets.map((line) => {
		const { file, scope, head, base, limit, used, figure, complete, probability_over } = line;
		const least = complete ? "" : "≥ ";
		const amount = head === null ? "unpriced" : `${least}${require_program.formatMoney(head, currency)}${figure === "expected" ? "" : ` (${figure.toUpperCase()})`}`;
		const moved = compared !== "base" ? "" : `, ${head && base && complete && delta ? require_program.signedMoney(head.minus(base), currency) : "change unknown"}`;
		const chance = probability_over === null ? "" : `; chance to go over${require_program.ifPlanned(line.if_volume_as_planned && !allPlanned)}: ${require_program.chanceOf(probability_over)}`;
		const share = used === null ? "unknown share" : `${least}${require_program.percent(used)}`;
		return `- ${several ? `${require_program.code(file)} ` : ""}${require_program.scopeName(scope)} ${stateOf(line)}: ${amount} of ${require_program.formatMoney(limit, currency)}, ${share}${moved}${chance}`;
	});
	return [{
		before: [`**Budgets**${isPlanned ? ` (chances:${require_program.ifPlanned(true)})` : ""}`, ""],
		rows,
		after: [],
		noun: "budget",
		asRow: item
	}];
}
function stateOf({ pre_existing, verdict }) {
	if (pre_existing) return "was already over on the base branch";
	if (verdict === "fail") return "is **over**";
	if (verdict === "warn") return "is close";
	return verdict === "pass" ? "within budget" : require_program.VERDICT_WORDS[verdict].title;
}
/** The `top` largest changes. A last row has the change of the total. */
function changedSection(all, { currency, compared, date }, top) {
	const changed = require_program.changedRows(all);
	if (changed.length === 0 || compared !== "base") return [];
	const rows = changed.slice(0, top).map((row) => {
		const { line, shown: one, delta } = row;
		const edits = line.change === "added" ? "new" : line.change === "removed" ? "removed" : require_program.shownEdits(row).map(({ edit: { path, from, to }, shown: monthly }) => `${require_program.code(path)}${edit(from, to)}${monthly === null || line.changes.length < 2 ? "" : `: ${require_program.signedMoney(monthly, currency)}`}`).join("<br>");
		const what = [`${nameOf(one, all)}${model(one, date)}`, edits].filter((part) => part !== "").join("<br>");
		const moved = delta === null ? "unknown" : require_program.cell(delta, delta, currency, true);
		const month = monthOf(row, currency);
		return require_program.tableRow([month === "" ? moved : `${moved}<br>${line.head?.monthly ? "to" : "now"}\u00a0${month}`, what]);
	});
	const rest = changed.slice(top);
	const sum = rest.every(({ delta }) => delta !== null) ? rest.reduce((total, { delta }) => total === null ? delta : total.plus(delta ?? 0), rest[0]?.delta?.times(0) ?? null) : null;
	const after = [...rest.length === 0 ? [] : [require_program.tableRow([sum ? require_program.signedMoney(sum, currency) : "unknown", `${require_program.count(rest.length, "more changed workload")}`])], ...changed.length < 2 ? [] : [require_program.tableRow([all.delta ? `**${require_program.signedMoney(all.delta.expected, currency)}**` : "unknown", "**Total change**"])]];
	return [{
		before: require_program.tableHead(["Monthly change:", "Changed workload"]),
		rows,
		after,
		noun: "changed workload",
		asRow: oneCell
	}];
}
/** Every workload of head with the formula of its price. The last row is the total. */
function workloadSection(all, { currency, total, date }) {
	const rows = all.rows.filter(({ line }) => line.head !== null).map((row) => () => {
		const { shown: one } = row;
		const terms = one.job ? one.job.terms.map((term) => require_program.code(require_program.formula(term, currency, one.request), 200)).join("<br>") : "";
		const price = one.job ? `${terms} = ${require_program.jobPrice(one.job.amount, currency)}\u00a0a\u00a0job` : "";
		return require_program.tableRow([monthOf(row, currency), [
			`${nameOf(one, all)}${model(one, date)}`,
			price,
			jobs(one)
		].filter((part) => part !== "").join("<br>")]);
	});
	if (rows.length === 0) return [];
	const month = all.monthly === null ? "unpriced" : `${total.complete ? "" : "≥ "}${require_program.formatMoney(all.monthly, currency)}`;
	const after = [require_program.tableRow([`**${month}**`, "**Total**"])];
	return [{
		before: require_program.tableHead(["Monthly cost:", "Workload"]),
		rows,
		after,
		noun: "workload",
		asRow: oneCell
	}];
}
/** Without a comparison, a few workloads are shown open, because they are the report. */
function areWorkloadsOpen({ workloads, compared }) {
	return compared !== "base" && workloads.filter(({ head }) => head !== null).length <= OPEN;
}
/** Assumptions about keys that the manifest leaves out, the most expensive first. */
function assumptionSection({ workloads, currency }) {
	const rows = workloads.flatMap(({ head }) => (head?.assumptions() ?? []).map((one) => ({
		name: head?.name ?? "",
		one,
		monthly: require_program.round(one.monthly)
	}))).sort((a, b) => b.monthly - a.monthly || b.one.monthly.cmp(a.one.monthly)).map(({ name, one, monthly }) => () => `- ${require_program.code(name)}: ${require_program.assumptionText(one)}${monthly === 0 ? "" : ` That is ${require_program.formatMoney(one.monthly, currency)} a month more than the cheapest choice.`}`);
	return rows.length === 0 ? [] : [titled("Assumptions", {
		before: [],
		rows,
		after: [],
		noun: "assumption",
		asRow: item
	})];
}
/** The prices in use, each listed once: source, day of checking and confidence. */
function priceSection({ workloads, from: { book } }) {
	const rows = [...new Map(workloads.flatMap(({ head }) => head?.source && head.job ? [[`${head.source.id} ${head.source.source}`, head.source]] : [])).values()].map(({ id, source, checked, confidence, stale, notes }) => {
		const sure = confidence === "provider" || confidence === "contract" ? confidence : `**${confidence}**`;
		const day = `${checked === null ? "by contract" : require_program.isUndated(checked) ? require_program.checkedDay(checked) : `checked ${require_program.checkedDay(checked)}`}${stale ? " (old)" : ""}`;
		return `- ${require_program.code(id)}: ${require_source.sourceMarkdown(source, id, book)}, ${day}, ${sure}${notes === void 0 ? "" : `. ${require_program.code(notes, 200)}`}`;
	});
	return rows.length === 0 ? [] : [titled("Prices", {
		before: [],
		rows,
		after: [],
		noun: "price",
		asRow: item
	})];
}
/** Exceeded limits, errors and unpriced workloads that base has, too. The report states them but does not blame the change. */
function preExistingSection({ reasons, workloads, currency, from }) {
	const known = reasons.filter(({ code: id }) => id === "pre-existing").map((reason) => `- ${require_program.reasonSentence(reason, currency, require_program.isOfSeveral(from.head))}`);
	const states = workloads.flatMap(({ pre_existing, head }) => pre_existing && head ? [`- ${require_program.code(head.name)} is ${head.status}.`] : []);
	const rows = [...known, ...states];
	if (rows.length === 0) return [];
	return [titled("Problems already on the base branch", {
		before: ["This change does not need to fix it. On a push or a schedule, where there is no base to compare with, it fails.", ""],
		rows,
		after: [],
		noun: "line",
		asRow: item
	})];
}
/** Every problem with its place and remedy; errors first. */
function problemSection({ problems }) {
	const order = {
		error: 0,
		warning: 1,
		note: 2
	};
	const rows = [...problems].filter(({ code: id, severity }) => !(id === "stale-price" && severity === "note")).sort((a, b) => order[a.severity] - order[b.severity]).map((problem) => () => `- ${problem.severity} at ${require_program.code(`${problem.file}:${problem.line}:${problem.column}`, 200)}: ${require_program.inFull(problem)}`);
	return rows.length === 0 ? [] : [{
		before: [],
		rows,
		after: [],
		noun: "problem",
		asRow: item
	}];
}
/** What is paid, if it differs from what is used: whole packs, fees, one-time credit. */
function cashSection({ accounts, currency }) {
	const rows = accounts.filter(({ usage, cash, first_month }) => cash === null || first_month === null || !cash.eq(usage) || !first_month.eq(cash)).map(({ provider, usage, bundle_remainder, beyond_plan, fees, cash, first_month }) => {
		const beyond = beyond_plan ?? require_program.ZERO;
		const money = (amount) => amount ? require_program.formatMoney(amount, currency) : "unknown";
		const expired = bundle_remainder?.minus(beyond) ?? null;
		const known = [
			usage,
			expired,
			fees,
			beyond
		].filter((part) => part !== null);
		const [use, unused, fee, more = require_program.ZERO] = cash && known.length === 4 ? require_program.rowsThatAddUp(known, cash.round(2, 1)) : [
			usage,
			expired,
			fees,
			beyond
		];
		const parts = [
			`${money(use ?? null)} of use`,
			...beyond.eq(0) || unused?.gt(0) ? [`${money(unused ?? null)} expires unused`] : [],
			...more?.gt(0) ? [`${money(more)} more for use beyond the plan`] : [],
			...more?.lt(0) ? [`${money(more.abs())} less for use beyond the plan`] : [],
			`${money(fee ?? null)} of fees`,
			`first month ${money(first_month)}`
		];
		return require_program.tableRow([money(cash), `${require_program.code(provider)}<br>${parts.join("<br>")}`]);
	});
	if (rows.length === 0) return [];
	return [titled("What is paid", {
		before: require_program.tableHead(["Paid a month:", "Provider"]),
		rows,
		after: [],
		noun: "account",
		asRow: oneCell
	})];
}
function titled(title, section) {
	return {
		...section,
		before: [
			`**${title}**`,
			"",
			...section.before
		]
	};
}
function oneCell(text) {
	return require_program.tableRow([text]);
}
function item(text) {
	return `- ${text}`;
}
function nameOf({ name, file }, { severalFiles }) {
	return `${require_program.code(name)}${severalFiles ? `<br>${require_program.code(file)}` : ""}`;
}
/** Provider and model, and a note on a price that is old or not the provider's own. */
function model({ keys, source }, date) {
	if (!keys) return "";
	const doubts = source ? require_program.doubtsOf(source, date) : [];
	return `<br>${modelId(keys.model)} at ${require_program.code(keys.provider)}${doubts.length === 0 ? "" : `<br>price: ${doubts.join(", ")}`}`;
}
/** The most characters of an id that fit in a cell on a phone. */
const ROOM = 22;
/** A model id. A longer id is in small print. Otherwise GitHub would break an id of 25 characters after a hyphen, beside an amount such as $44,160.00. */
function modelId(model) {
	return model.length > ROOM ? `<small>${require_program.code(model, 120)}</small>` : require_program.code(model, 120);
}
function monthOf({ line, monthly }, currency) {
	if (line.change === "removed" || !line.head) return "";
	const { head } = line;
	if (!head.monthly || !monthly) return `**${head.status}**`;
	return `${head.job?.bound === "upper" ? "≤ " : head.job?.bound === "lower" ? "≥ " : ""}${require_program.cell(monthly, head.monthly, currency)}`;
}
function jobs({ plan }) {
	if (!plan) return "";
	return `${`${require_program.clipCount(plan.clips)} ${plan.clips === 1 ? "clip" : "clips"}`} × ${require_program.count(plan.takes, "take")}${plan.count === 1 ? "" : ` / ${require_program.count(plan.count, "output")} of a job`}`;
}
function edit(from, to) {
	if (from === null && to === null) return "";
	const shown = (value) => require_program.inYaml(value) === "nothing" ? "nothing" : require_program.code(require_program.inYaml(value), 80);
	return ` ${shown(from)} → ${shown(to)}`;
}
// lib/src/report/review/markdown.js
/** The published documentation of this version, if there is one. */
const DOCS = require_program.ACTION && `https://github.com/${require_program.ACTION.replace("@", "/blob/")}`;
/** Bytes. GitHub refuses a comment with more than 65,536 characters. */
const COMMENT_LIMIT = 6e4;
/** At most this many changed workloads are visible without unfolding. */
const TOP = 10;
/** The report as a comment on a pull request: the change of the cost, the required actions, and the details in folded sections. */
function toMarkdown(review, options) {
	const { run, shas, limit = COMMENT_LIMIT } = options;
	const parts = {
		head: heading(review),
		sections: sectionsOf(review, TOP, options),
		foot: footer(review, run, shas)
	};
	return require_program.assemble(parts, limit, "the job summary and the JSON report have them");
}
/** The sections of comment and summary in order: visible ones, then at most four folded ones. @param top how many changed workloads are visible */
function sectionsOf(review, top, { groups = [], docs = DOCS }) {
	const rows = require_program.rowsOf(review);
	const heads = review.workloads.filter(({ head }) => head !== null).length;
	const link = (page) => docs && `${docs}/${page}`;
	return [
		...budgetSection(rows, review),
		...actionSection(review),
		...require_program.toDateSection(review),
		...require_program.monthsSection(review),
		...require_program.undeclaredSection(review),
		...require_program.ignoredSection(review),
		...require_program.controlSection(review),
		...require_program.repricingSection(review),
		...changedSection(rows, review, top),
		...require_program.groupSection(groups, review),
		...require_program.trustSection(review),
		...folded({
			title: "Problems",
			link: link("docs/problems.md")
		}, [...problemSection(review), ...preExistingSection(review)]),
		...folded({
			title: `All workloads (${heads})`,
			isOpen: areWorkloadsOpen(review),
			link: link("docs/prices.md")
		}, [
			...workloadSection(rows, review),
			...waterfallSection(review),
			...chartSection(review),
			...cashSection(review)
		]),
		...folded({
			title: "What is assumed",
			link: link("docs/manifest.md")
		}, [...assumptionSection(review), ...leverSection(review)]),
		...folded({
			title: "Prices and notes",
			link: link("docs/prices.md")
		}, [...priceSection(review), ...notesSection(review)])
	];
}
/** The verdict in words, and the sentence of figures. */
function heading(review) {
	const { sign, title, sentence } = require_program.headline(review);
	return [
		`## ${sign} Video budget: ${title}`,
		"",
		sentence
	];
}
function folded(fold, sections) {
	return sections.map((section) => ({
		...section,
		fold
	}));
}
/** The actions if the verdict is not a pass. Limits that base already exceeds have their own section. */
function actionSection(review) {
	const own = require_program.requiredActions(review, "markdown").filter(({ reason }) => reason.code !== "pre-existing");
	return [...listed("Required action", own.filter(({ isRequired }) => isRequired)), ...listed("To keep in mind", own.filter(({ isRequired }) => !isRequired))];
}
function listed(title, actions) {
	const rows = actions.map(({ says, todo: [first = "", ...more] }) => {
		const isOne = more.length === 0 || first.endsWith(":");
		return [`- ${[says, ...isOne && first !== "" ? [first] : []].join(" ")}`, ...[...isOne ? [] : [first], ...more].map((one) => `  - ${one}`)].join("\n");
	});
	return rows.length === 0 ? [] : [{
		before: [`**${title}**`, ""],
		rows,
		after: [],
		noun: "reason",
		asRow: (text) => `- ${text}`
	}];
}
/** Notes about what the figures are based on and what they leave out. */
function notesSection(review) {
	return [{
		before: ["**About these figures**", ""],
		rows: require_program.footnotes(review).map((note) => `- ${note}`),
		after: [],
		noun: "note"
	}];
}
/** Commits, prices and the run, in small print. */
function footer({ prices, date }, run, shas) {
	const commit = (sha) => /^[0-9a-f]{7,64}$/.test(sha) ? `\`${sha.slice(0, 7)}\`` : "an unknown commit";
	return ["", `<sub>Video Budget: ${[
		...shas ? [`${commit(shas.head)} against ${commit(shas.base)}`] : [],
		`prices ${`\`${prices.snapshot.replace(/^sha256:/, "").replace(/[^0-9a-z]/g, "").slice(0, 12)}\``} of ${date}`,
		...run && /^https?:\/\/[\w.:/-]+$/.test(run.url) ? [`[run](${run.url})`] : []
	].join(" · ")}</sub>`];
}
exports.toMarkdown = toMarkdown;
