"use strict";
exports.id = 25;
exports.ids = [25];
exports.modules = {

/***/ 1841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ pathOf),
  L: () => (/* binding */ reportFindings)
});

// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/report/review/actions.js + 2 modules
var actions = __webpack_require__(4069);
// EXTERNAL MODULE: ./lib/src/compare/delta.js
var delta = __webpack_require__(9404);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/risk/delivery-cost.js
var delivery_cost = __webpack_require__(3098);
;// CONCATENATED MODULE: ./lib/src/budget/driver.js



/** The workload in a limit's scope that adds most to the monthly cost, or the largest if none adds anything. Null if none has a price. */
function driverOf(members, workloads) {
    const within = new Set(members);
    const lines = workloads.filter(({ head }) => head?.monthly && within.has(head));
    const added = largest(lines.filter(({ change }) => change !== "same"), heldDelta);
    const isIncrease = added?.amount.gt(0) ?? false;
    const driver = isIncrease ? added : largest(lines, ({ head }) => (0,delivery_cost/* monthlyDeliveryCost */.H_)(head));
    return driver?.line.head ? { head: driver.line.head, contributes: driver.amount, isIncrease } : null;
}
/** What a workload adds to the amount that limits are compared with. */
function heldDelta(line) {
    const added = (0,delta/* workloadDelta */.m)(line);
    return added ? added.plus(line.head ? (0,delivery_cost/* undeliveredOf */.hX)(line.head) : decimal/* ZERO */.f2).minus(line.base ? (0,delivery_cost/* undeliveredOf */.hX)(line.base) : decimal/* ZERO */.f2) : null;
}
function largest(lines, amountOf) {
    let best;
    for (const line of lines) {
        const amount = amountOf(line);
        if (amount && (!best || amount.gt(best.amount)))
            best = { line, amount };
    }
    return best;
}

// EXTERNAL MODULE: ./lib/src/budget/members.js
var members = __webpack_require__(6041);
// EXTERNAL MODULE: ./lib/src/yaml/locate.js
var locate = __webpack_require__(8808);
// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 3 modules
var messages = __webpack_require__(8164);
;// CONCATENATED MODULE: ./lib/src/report/review/annotations.js






/** GitHub shows this many of each level for one step, and silently drops the rest. */
const SHOWN = 10;
/**
 * Annotations on lines of the changed files: exceeded limits at the workload that drives them, problems, and defaults that nobody
 * chose and that cost money. Other notes are only in the report.
 * @param most of each level; by default what a step may show. A check run of its own takes more
 * @returns at most that many errors, warnings and notices, and how many more there were
 */
function annotationsOf(review, most = SHOWN) {
    // The runner and the API get the path as it is. A path with control characters would not match a line, so it is left out.
    const all = [...limits(review), ...problems(review)].map((one) => (/\p{Cc}/u.test(one.file) ? { ...one, file: (0,layout_escape/* inert */.tJ)(one.file) } : one));
    const annotations = ["error", "warning", "notice"].flatMap((level) => all.filter((one) => one.level === level).slice(0, most));
    return { annotations, left: all.length - annotations.length };
}
/** Where the limit of each reason is written, for reasons that are one. */
const LIMITS = {
    "budget-exceeded": "Over budget",
    "budget-near": "Close to the budget",
    "increase-exceeded": "Increase too large",
    "increase-warned": "Large increase",
    "pre-existing": "Over budget at base already",
    "manifest-removed": "Manifest removed",
};
/** Notes that are at their line: each is of a workload that the change touches. */
const NOTICED = new Set(["silent-cost"]);
function limits(review) {
    return (0,actions/* requiredActions */.n)(review, "text").flatMap(({ reason, says, todo }) => {
        const title = LIMITS[reason.code];
        if (title === undefined || (reason.code === "pre-existing" && reason.scope === null))
            return [];
        return [
            {
                code: reason.code,
                owner: reason.scope ?? "",
                workload: null,
                level: reason.level === "warn" ? "warning" : "error",
                ...placeOf(reason, review),
                title: `Video Budget: ${title}`,
                message: [says, ...todo].join(" "),
            },
        ];
    });
}
/** The workload that this change adds or changes most, or the limit itself where no change drives it. */
function placeOf({ code, file, scope }, { from, workloads }) {
    const driver = code === "manifest-removed" ? null : driverOf((0,members/* membersOf */.l)(file, scope ?? "total", from.head, from.now), workloads);
    if (driver?.isIncrease)
        return { file: driver.head.file, ...(0,locate/* locate */.x)(from.head.files.get(driver.head.file), { path: ["workloads", driver.head.name] }) };
    const key = scope === null || scope === "total" ? ["budget", "monthly"] : ["budget", "scopes", scope, "monthly"];
    return { file, ...(0,locate/* locate */.x)(from.head.files.get(file), { path: key }) };
}
/** Problems that base has too, in parts that the change does not touch, only warn, as in the verdict. */
function problems({ problems: all, reasons, workloads }) {
    const fresh = reasons.some(({ code }) => code === "invalid");
    const old = new Set(workloads.flatMap(({ pre_existing, head }) => (pre_existing && head ? [`${head.file}\n${head.name}`] : [])));
    const stale = new Set(reasons.flatMap(({ code, file, args: { workloads: names } }) => code === "stale-price" && Array.isArray(names) ? names.map((name) => `${file}\n${name}`) : []));
    return all.flatMap((problem) => {
        const { code, severity, file, line, column, path } = problem;
        if (severity === "note" && !NOTICED.has(code))
            return [];
        const isOld = code === "stale-price"
            ? !stale.has(`${file}\n${path[1]}`)
            : actions/* HELD_BY_POLICY */.j.has(code)
                ? false
                : !fresh || (path[0] === "workloads" && old.has(`${file}\n${path[1]}`));
        const level = severity === "note" ? "notice" : severity === "error" && isOld ? "warning" : severity;
        const workload = path[0] === "workloads" && path[1] !== undefined ? String(path[1]) : null;
        return [
            { code, owner: path.join("."), workload, level, file, line, column, title: `Video Budget: ${code.replaceAll("-", " ")}`, message: (0,messages.inFull)(problem) },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/src/report/export/findings.js



/** Reasons that have a line of their own among the annotations, or whose problems have. */
const ON_LINES = new Set([
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
    "silent-cost",
]);
/** Every broken limit, every other reason of the verdict, and every problem but notes that have no line of their own; none is left out for its number. */
function reportFindings(review) {
    const others = (0,actions/* requiredActions */.n)(review, "text").flatMap(({ reason, says, todo }) => ON_LINES.has(reason.code)
        ? []
        : [
            {
                code: reason.code,
                owner: reason.scope ?? "",
                workload: null,
                level: reason.level === "warn" ? "warning" : "error",
                file: reason.file,
                line: 1,
                column: 1,
                title: `Video Budget: ${reason.code.replaceAll("-", " ")}`,
                message: [says, ...todo].join(" "),
            },
        ]);
    const seen = new Map();
    return [...annotationsOf(review, Number.POSITIVE_INFINITY).annotations, ...others].map((one) => {
        const key = [one.code, (0,layout_escape/* inert */.tJ)(one.file, 4096), (0,layout_escape/* inert */.tJ)(one.owner, 4096)].join(":");
        const again = (seen.get(key) ?? 0) + 1;
        seen.set(key, again);
        return { ...one, key: again === 1 ? key : `${key}:${again}` };
    });
}
/** The name of the file that a finding is in: a manifest from standard input has none, and a missing one is where it would be. */
function pathOf({ file }) {
    if (file === "-")
        return "stdin";
    return file === "" ? "video-budget.yml" : file;
}


/***/ }),

/***/ 7025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toSarif: () => (/* binding */ toSarif)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1294);
/* harmony import */ var _review_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4068);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1841);



const LEVELS = { error: "error", warning: "warning", notice: "note" };
/**
 * The findings as SARIF 2.1.0, for code scanning: one run, a rule for each code that occurs, a result for each finding.
 * @param groups stand among the properties of the run
 */
function toSarif(review, groups) {
    const findings = (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .reportFindings */ .L)(review);
    const rules = [...new Set(findings.map(({ code }) => code))].sort();
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "Video Budget",
                        semanticVersion: _version_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION */ .xv,
                        ...(_version_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION */ .hr !== null && { informationUri: `https://github.com/${_version_js__WEBPACK_IMPORTED_MODULE_0__/* .REPOSITORY */ .Bw}` }),
                        rules: rules.map((id) => ({ id, name: pascal(id), shortDescription: { text: id.replaceAll("-", " ") } })),
                    },
                },
                columnKind: "utf16CodeUnits",
                results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.code))),
                properties: { verdict: review.verdict, ...(groups && { groups: groups.map(_review_json_js__WEBPACK_IMPORTED_MODULE_1__.groupJson) }) },
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
function resultOf({ code, key, level, line, column, message, ...rest }, ruleIndex) {
    return {
        ruleId: code,
        ruleIndex,
        level: LEVELS[level],
        message: { text: message },
        locations: [{ physicalLocation: { artifactLocation: { uri: uriOf((0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .X)(rest)) }, region: { startLine: line, startColumn: column } } }],
        partialFingerprints: { "videoBudget/v1": key },
    };
}
/** A path as a relative URI: each part is escaped, and the slashes stay. */
function uriOf(path) {
    return path
        .replace(/\p{Cs}/gu, "\ufffd")
        .split("/")
        .map((part) => encodeURIComponent(part))
        .join("/");
}
/** `budget-exceeded` is BudgetExceeded: the form that SARIF asks of a rule's name. */
function pascal(code) {
    return code.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}


/***/ })

};
;