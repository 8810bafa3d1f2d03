const require_program = require("./program.cjs");
// lib/src/budget/driver.js
/** The workload in a limit's scope that adds the most to the monthly cost. If none adds anything, the most expensive one. Null if none has a price. */
function driverOf(members, workloads) {
	const within = new Set(members);
	const lines = workloads.filter(({ head }) => head?.monthly && within.has(head));
	const added = largest(lines.filter(({ change }) => change !== "same"), limitDelta);
	const isIncrease = added?.amount.gt(0) ?? false;
	const driver = isIncrease ? added : largest(lines, ({ head }) => require_program.monthlyDeliveryCost(head));
	return driver?.line.head ? {
		head: driver.line.head,
		contributes: driver.amount,
		isIncrease
	} : null;
}
/** How much a workload's change adds to the amount that limits are compared with. */
function limitDelta(line) {
	const added = require_program.workloadDelta(line);
	return added ? added.plus(line.head ? require_program.undeliveredOf(line.head) : require_program.ZERO).minus(line.base ? require_program.undeliveredOf(line.base) : require_program.ZERO) : null;
}
function largest(lines, amountOf) {
	let best;
	for (const line of lines) {
		const amount = amountOf(line);
		if (amount && (!best || amount.gt(best.amount))) best = {
			line,
			amount
		};
	}
	return best;
}
// lib/src/report/review/annotations.js
/** GitHub shows this many of each level for one step, and silently drops the rest. */
const SHOWN = 10;
/**
* Annotations at lines of the manifests: exceeded limits at the workload that drives them, problems, and defaults that nobody
* chose and that cost money. Other notes are only in the report.
* @param most the most annotations of each level. The default is what GitHub shows for a step; a separate check run can have more
* @returns at most that many errors, warnings and notices, and how many more there were
*/
function annotationsOf(review, most = SHOWN) {
	const all = [...limits(review), ...problems(review)].map((one) => /\p{Cc}/u.test(one.file) ? {
		...one,
		file: require_program.inert(one.file)
	} : one);
	const annotations = [
		"error",
		"warning",
		"notice"
	].flatMap((level) => all.filter((one) => one.level === level).slice(0, most));
	return {
		annotations,
		left: all.length - annotations.length
	};
}
/** Titles of the reasons that get an annotation of their own. */
const LIMITS = {
	"budget-exceeded": "Over budget",
	"budget-near": "Close to the budget",
	"increase-exceeded": "Increase too large",
	"increase-warned": "Large increase",
	"pre-existing": "Already over budget on the base branch",
	"manifest-removed": "Manifest removed"
};
/** Notes that get an annotation. Each belongs to a workload that the change touches. */
const NOTICED = /* @__PURE__ */ new Set(["silent-cost"]);
function limits(review) {
	return require_program.requiredActions(review, "text").flatMap(({ reason, says, todo }) => {
		const title = LIMITS[reason.code];
		if (title === void 0 || reason.code === "pre-existing" && reason.scope === null) return [];
		return [{
			code: reason.code,
			owner: reason.scope ?? "",
			workload: null,
			level: reason.level === "warn" ? "warning" : "error",
			...placeOf(reason, review),
			title: `Video Budget: ${title}`,
			message: [says, ...todo].join(" ")
		}];
	});
}
/** The place of a limit's annotation: the workload whose increase drives it, or the limit itself if no workload increases. */
function placeOf({ code, file, scope }, { from, workloads }) {
	const driver = code === "manifest-removed" ? null : driverOf(require_program.membersOf(file, scope ?? "total", from.head, from.now), workloads);
	if (driver?.isIncrease) return {
		file: driver.head.file,
		...require_program.locate(from.head.files.get(driver.head.file), { path: ["workloads", driver.head.name] })
	};
	const key = scope === null || scope === "total" ? ["budget", "monthly"] : [
		"budget",
		"scopes",
		scope,
		"monthly"
	];
	return {
		file,
		...require_program.locate(from.head.files.get(file), { path: key })
	};
}
/** Annotations of problems. As in the verdict, an error in a part that the change does not touch and that base has, too, is only a warning. */
function problems({ problems: all, reasons, workloads }) {
	const fresh = reasons.some(({ code }) => code === "invalid");
	const old = new Set(workloads.flatMap(({ pre_existing, head }) => pre_existing && head ? [`${head.file}\n${head.name}`] : []));
	const stale = new Set(reasons.flatMap(({ code, file, args: { workloads: names } }) => code === "stale-price" && Array.isArray(names) ? names.map((name) => `${file}\n${name}`) : []));
	return all.flatMap((problem) => {
		const { code, severity, file, line, column, path } = problem;
		if (severity === "note" && !NOTICED.has(code)) return [];
		const isOld = code === "stale-price" ? !stale.has(`${file}\n${path[1]}`) : require_program.ERROR_BY_POLICY.has(code) ? false : !fresh || path[0] === "workloads" && old.has(`${file}\n${path[1]}`);
		const level = severity === "note" ? "notice" : severity === "error" && isOld ? "warning" : severity;
		const workload = path[0] === "workloads" && path[1] !== void 0 ? String(path[1]) : null;
		return [{
			code,
			owner: path.join("."),
			workload,
			level,
			file,
			line,
			column,
			title: `Video Budget: ${code.replaceAll("-", " ")}`,
			message: require_program.inFull(problem)
		}];
	});
}
// lib/src/report/export/findings.js
/** Reasons that already have an annotation at a line, either their own or those of their problems. */
const ON_LINES = /* @__PURE__ */ new Set([
	"invalid",
	"unpriced",
	"stale-price",
	"retires-soon",
	"pre-existing",
	"budget-exceeded",
	"budget-near",
	"increase-exceeded",
	"increase-warned",
	"manifest-removed",
	"silent-cost"
]);
/** Every exceeded limit, every other reason of the verdict, and every problem except notes without an annotation. There is no maximum number. */
function reportFindings(review) {
	const others = require_program.requiredActions(review, "text").flatMap(({ reason, says, todo }) => ON_LINES.has(reason.code) ? [] : [{
		code: reason.code,
		owner: reason.scope ?? "",
		workload: null,
		level: reason.level === "warn" ? "warning" : "error",
		file: reason.file,
		line: 1,
		column: 1,
		title: `Video Budget: ${reason.code.replaceAll("-", " ")}`,
		message: [says, ...todo].join(" ")
	}]);
	const seen = /* @__PURE__ */ new Map();
	return [...annotationsOf(review, Number.POSITIVE_INFINITY).annotations, ...others].map((one) => {
		const key = [
			one.code,
			require_program.inert(one.file, 4096),
			require_program.inert(one.owner, 4096)
		].join(":");
		const again = (seen.get(key) ?? 0) + 1;
		seen.set(key, again);
		return {
			...one,
			key: again === 1 ? key : `${key}:${again}`
		};
	});
}
/** The path of a finding's file: `stdin` for standard input, and the default path for a missing manifest. */
function pathOf({ file }) {
	if (file === "-") return "stdin";
	return file === "" ? "video-budget.yml" : file;
}
Object.defineProperty(exports, "pathOf", {
	enumerable: true,
	get: function() {
		return pathOf;
	}
});
Object.defineProperty(exports, "reportFindings", {
	enumerable: true,
	get: function() {
		return reportFindings;
	}
});
