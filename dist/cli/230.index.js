export const id = 230;
export const ids = [230];
export const modules = {

/***/ 1140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ judge),
  l: () => (/* binding */ membersOf)
});

// EXTERNAL MODULE: ./lib/src/engine/exposure.js + 1 modules
var exposure = __webpack_require__(5836);
// EXTERNAL MODULE: ./lib/src/gather.js + 5 modules
var gather = __webpack_require__(7430);
// EXTERNAL MODULE: ./lib/src/money/decimal.js
var decimal = __webpack_require__(5058);
;// CONCATENATED MODULE: ./lib/src/budget/rules.js

/**
 * A limit: over it fails; from `warn_at` of it on warns. What base already broke, and this change does
 * not make worse, warns. An unpriced workload leaves open whether the limit holds.
 */
function holdLimit(held, warnAt, unknown) {
    const { head, base, limit, file, scope, figure } = held;
    const used = head === null || limit.eq(0) ? null : head.div(limit).toNumber();
    const reason = (code, level) => ({
        code,
        level,
        file,
        scope,
        limit,
        value: head,
        figure,
        args: { used, complete: held.complete },
    });
    const line = (verdict, pre_existing = false) => ({ ...held, used, verdict, pre_existing });
    if (head?.gt(limit)) {
        const pre_existing = base !== null && base.gt(limit) && head.lte(base);
        return {
            line: line(pre_existing ? "warn" : "fail", pre_existing),
            reasons: [pre_existing ? reason("pre-existing", "warn") : reason("budget-exceeded", "fail")],
        };
    }
    const near = head?.gte(limit.times(warnAt)) && limit.gt(0) ? [reason("budget-near", "warn")] : [];
    if (!held.complete)
        return { line: line(unknown === "fail" ? "unpriced" : "warn"), reasons: near };
    return { line: line(near.length > 0 ? "warn" : "pass"), reasons: near };
}
/** A limit on the increase always counts, whatever base already broke. Both of its keys are held. */
function holdIncrease({ file, figure, head, base }, rule, code) {
    if (!rule || head === null)
        return [];
    const added = base === null ? head : head.minus(base);
    const reason = (limit, share) => ({
        code,
        level: code === "increase-exceeded" ? "fail" : "warn",
        file,
        scope: "total",
        limit,
        value: added,
        figure,
        args: { share, grown: base?.gt(0) ? added.div(base).toNumber() : null },
    });
    if (rule.amount !== undefined && added.gt(rule.amount))
        return [reason((0,decimal/* decimal */._)(rule.amount), null)];
    const small = rule.ignore_below !== undefined && added.lt(rule.ignore_below);
    if (rule.share === undefined || base === null || small)
        return [];
    const allowed = base.times(rule.share);
    return added.gt(0) && added.gt(allowed) ? [reason(allowed, rule.share)] : [];
}

;// CONCATENATED MODULE: ./lib/src/budget/scope.js
/** Whether a scope covers a workload: all of its keys must match, a list by any of its values. */
function covers(match, { name, keys, mode, source }) {
    if (!keys)
        return false;
    const ids = [keys.model, source?.id.slice(keys.provider.length + 1)];
    return ((!match.provider || match.provider.includes(keys.provider)) &&
        (!match.model || match.model.some((model) => ids.includes(model))) &&
        (!match.mode || match.mode.includes(mode ?? "")) &&
        (!match.workload || match.workload.includes(name)) &&
        Object.entries(match.tags ?? {}).every(([tag, values]) => values.includes(keys.tags[tag] ?? "")));
}

;// CONCATENATED MODULE: ./lib/src/budget/judge.js





/** Holds every rule of every manifest; the verdict is the worst of the reasons. */
function judge(all) {
    const limits = all.head.manifests.flatMap((manifest) => holdBudget(manifest, all));
    const problems = [...all.now.problems, ...limits.flatMap((limit) => limit.problems)];
    return {
        budgets: limits.flatMap(({ lines }) => lines),
        reasons: [...invalid(all, problems), ...limits.flatMap(({ reasons }) => reasons), ...unpriced(all), ...stale(all), ...retiring(all), ...removed(all)],
        problems,
    };
}
/** The workloads that count toward a manifest's budget: its own and those it includes, each once. */
function setOf(file, side, exposure, match = {}) {
    const files = (0,gather/* reach */.gl)(side.includes, file);
    return { estimates: exposure.estimates.filter((estimate) => files.has(estimate.file) && covers(match, estimate)) };
}
/** The workloads that a limit of a manifest holds: `total`, or the name of one of its scopes. */
function membersOf(file, scope, side, exposure) {
    const scopes = side.manifests.find((manifest) => manifest.file === file)?.settings.budget.scopes ?? {};
    return setOf(file, side, exposure, Object.hasOwn(scopes, scope) ? scopes[scope]?.match : {}).estimates;
}
/** The figure of a set; null where nothing in it has a price. An empty set costs nothing, and says 0. */
function figureOf({ estimates }, figure) {
    return (0,exposure/* totalOf */.e)(estimates)?.[figure] ?? null;
}
function holdBudget(manifest, { head, base, now, before, compared, renamed }) {
    const { file, settings } = manifest;
    const { budget, policy } = settings;
    const baseFile = renamed.get(file) ?? file;
    const isNew = compared === "new" || (compared === "base" && !base?.manifests.some((other) => other.file === baseFile));
    const scopes = [
        ...(budget.monthly === undefined ? [] : [{ scope: "total", limit: budget.monthly, match: {} }]),
        ...Object.entries(budget.scopes).map(([scope, { match, monthly }]) => ({ scope, limit: monthly, match })),
    ];
    const held = scopes.map(({ scope, limit, match }) => {
        const set = setOf(file, head, now, match);
        const baseSet = base && before && !isNew ? setOf(baseFile, base, before, match) : null;
        const figures = { head: figureOf(set, budget.figure), base: baseSet && figureOf(baseSet, budget.figure) };
        const complete = set.estimates.every(({ monthly }) => monthly !== null);
        return {
            ...holdLimit({ file, scope, limit: (0,decimal/* decimal */._)(limit), figure: budget.figure, ...figures, complete }, budget.warn_at, policy.unknown_price),
            empty: set.estimates.length === 0,
        };
    });
    const empty = held.filter(({ line, empty }) => empty && line.scope !== "total" && manifest.workloads.length > 0);
    return {
        lines: held.map(({ line }) => line),
        reasons: [...held.flatMap(({ reasons }) => reasons), ...(compared === "nothing" ? [] : increases())],
        problems: empty.map(({ line }) => ({
            code: "scope-matches-nothing",
            severity: "warning",
            file,
            path: ["budget", "scopes", line.scope],
            args: { scope: line.scope },
        })),
    };
    function increases() {
        const growth = {
            file,
            figure: budget.figure,
            head: figureOf(setOf(file, head, now), budget.figure),
            base: base && before && !isNew ? (figureOf(setOf(baseFile, base, before), budget.figure) ?? decimal/* ZERO */.f2) : null,
        };
        const failing = holdIncrease(growth, budget.max_increase, "increase-exceeded");
        return failing.length > 0 ? failing : holdIncrease(growth, budget.warn_increase, "increase-warned");
    }
}
const NO_LIMIT = { scope: null, limit: null, value: null, figure: null };
/** Errors make a report invalid; those that base has too, on what this change does not touch, only warn. */
function invalid({ base, before, compared, workloads }, problems) {
    const errors = problems.filter(({ severity, code }) => severity === "error" && code !== "stale-price");
    if (errors.length === 0)
        return [];
    const known = new Set(compared === "base" && base && before ? before.problems.map(identity) : []);
    const untouched = new Set(workloads.filter(({ pre_existing }) => pre_existing).map(({ head }) => `${head?.file}\n${head?.name}`));
    const isOld = (problem) => known.has(identity(problem)) && (problem.path[0] !== "workloads" || untouched.has(`${problem.file}\n${problem.path[1]}`));
    const [old, fresh] = [errors.filter(isOld), errors.filter((problem) => !isOld(problem))];
    const reason = (some, code, level) => some.length === 0 ? [] : [{ code, level, file: some[0]?.file ?? "", ...NO_LIMIT, args: { count: some.length, what: "errors" } }];
    return [...reason(fresh, "invalid", "invalid"), ...reason(old, "pre-existing", "warn")];
}
function identity({ code, file, path, args }) {
    return JSON.stringify([code, file, path, code === "retired" ? args["id"] : args]);
}
/** Workloads without a usable price, by the policy of their own manifest. */
function unpriced({ head, workloads }) {
    return head.manifests.flatMap(({ file, settings }) => {
        const without = workloads.filter((one) => one.head?.file === file && one.head.status === "unpriced");
        const [old, fresh] = [without.filter((one) => one.pre_existing), without.filter((one) => !one.pre_existing)];
        const names = (some) => some.map((one) => one.head?.name ?? "");
        const level = settings.policy.unknown_price === "fail" ? "unpriced" : "warn";
        return [
            ...(fresh.length > 0 ? [{ code: "unpriced", level, file, ...NO_LIMIT, args: { workloads: names(fresh) } }] : []),
            ...(old.length > 0
                ? [{ code: "pre-existing", level: "warn", file, ...NO_LIMIT, args: { count: old.length, what: "unpriced", workloads: names(old) } }]
                : []),
        ];
    });
}
/** Old prices, on workloads that this change touches; without a comparison, on all. */
function stale({ head, workloads, compared }) {
    return head.manifests.flatMap(({ file, settings: { policy } }) => {
        if (policy.stale_price === "note")
            return [];
        const old = workloads.filter((one) => one.head?.file === file && one.head.source?.stale && (compared === "nothing" || one.change !== "same"));
        if (old.length === 0)
            return [];
        return [
            {
                code: "stale-price",
                level: policy.stale_price,
                file,
                ...NO_LIMIT,
                args: { workloads: old.map((one) => one.head?.name ?? ""), days: policy.price_max_age_days },
            },
        ];
    });
}
/** A manifest that only base has takes its limits with it: that is never silent. */
function removed({ head, base, renamed }) {
    const kept = new Set(head.manifests.map(({ file }) => renamed.get(file) ?? file));
    const gone = base?.manifests.filter(({ file }) => !kept.has(file)) ?? [];
    return gone.map(({ file }) => ({ code: "manifest-removed", level: "warn", file, ...NO_LIMIT, args: { file } }));
}
/** Models that retire soon warn, on workloads that this change touches. */
function retiring({ workloads, compared }) {
    const soon = workloads.filter((one) => (compared === "nothing" || one.change !== "same") && one.head?.problems.some(({ code }) => code === "retires-soon"));
    const [first] = soon;
    if (!first?.head)
        return [];
    return [{ code: "retires-soon", level: "warn", file: first.head.file, ...NO_LIMIT, args: { workloads: soon.map((one) => one.head?.name ?? "") } }];
}


/***/ }),

/***/ 2700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ VERDICTS)
/* harmony export */ });
/** What a report can conclude, worst first. */
const VERDICTS = ["invalid", "fail", "unpriced", "warn", "pass"];


/***/ }),

/***/ 3427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ exitCode),
/* harmony export */   V: () => (/* binding */ verdictOf)
/* harmony export */ });
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2700);

/** The worst of the reasons; none is a pass. */
function verdictOf(reasons) {
    return _reason_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.find((verdict) => reasons.some(({ level }) => level === verdict)) ?? "pass";
}
/** The exit code of the command line: 0 pass or warn, 1 over budget, 2 invalid or unpriced (3 is kept for bugs and I/O). */
function exitCode(verdict) {
    if (verdict === "fail")
        return 1;
    return verdict === "invalid" || verdict === "unpriced" ? 2 : 0;
}


/***/ }),

/***/ 4026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check),
  Q: () => (/* binding */ reviewOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/budget/verdict.js
var verdict = __webpack_require__(3427);
// EXTERNAL MODULE: ./lib/src/files/book.js
var files_book = __webpack_require__(229);
// EXTERNAL MODULE: ./lib/src/gather.js + 5 modules
var gather = __webpack_require__(7430);
// EXTERNAL MODULE: ./lib/src/budget/judge.js + 2 modules
var judge = __webpack_require__(1140);
// EXTERNAL MODULE: ./lib/src/money/decimal.js
var decimal = __webpack_require__(5058);
// EXTERNAL MODULE: ./lib/src/engine/estimate.js + 3 modules
var estimate = __webpack_require__(1149);
;// CONCATENATED MODULE: ./lib/src/engine/compare.js


/** More edits than this are one cause: the number of mixes doubles with each. */
const MAX_EDITS = 8;
/**
 * Matches the workloads of two sides by file and name; head's order, then what was removed. With no
 * base nothing is known to have changed.
 * @param renamed base's path of a head file whose path changed
 */
function compare(head, base, renamed) {
    if (!base)
        return head.estimates.map((estimate) => ({ change: "same", head: estimate, base: null, changes: [] }));
    const key = (file, name) => `${file}\n${name}`;
    const before = new Map(base.estimates.map((estimate) => [key(estimate.file, estimate.name), estimate]));
    const compared = head.estimates.map((estimate) => {
        const at = key(renamed.get(estimate.file) ?? estimate.file, estimate.name);
        const match = before.get(at);
        before.delete(at);
        if (!match)
            return { change: "added", head: estimate, base: null, changes: [{ path: "workload", from: null, to: estimate.name, monthly: estimate.monthly }] };
        const changes = changesOf(estimate, match, head.pricing.get(estimate.file), base.pricing.get(match.file));
        return { change: changes.length > 0 ? "changed" : "same", head: estimate, base: match, changes };
    });
    const removed = [...before.values()].map((estimate) => ({
        change: "removed",
        head: null,
        base: estimate,
        changes: [{ path: "workload", from: estimate.name, to: null, monthly: estimate.monthly && estimate.monthly.neg() }],
    }));
    return [...compared, ...removed];
}
function changesOf(head, base, headPricing, basePricing) {
    const edits = head.keys && base.keys ? keyEdits(base.keys, head.keys) : [];
    const unread = (head.keys === null) !== (base.keys === null);
    if (unread)
        return [{ path: "workload", from: base.keys ? base.name : null, to: head.keys ? head.name : null, monthly: difference(head, base) }];
    const context = headPricing && basePricing ? contextCause(headPricing, basePricing) : undefined;
    const keysAlone = head.keys && basePricing && context ? (0,estimate/* monthlyByCharges */.O_)(head.keys, basePricing) : null;
    const moved = context !== undefined && (keysAlone === null ? !same(head.monthly, base.monthly) : head.monthly !== null && !head.monthly.eq(keysAlone));
    if (context && moved)
        edits.push({ path: context, from: null, to: null, apply: (keys) => keys, context: true });
    if (edits.length === 0)
        return [];
    return attribute(edits, head, base, headPricing, basePricing);
}
function same(a, b) {
    return a === null || b === null ? a === b : a.eq(b);
}
function difference(head, base) {
    return head.monthly && base.monthly && head.monthly.minus(base.monthly);
}
/** What both sides price with differs: the settings of the manifest, or the price files it names. */
function contextCause(head, base) {
    const settings = ["currency", "fx", "accounts"];
    const changed = settings.find((name) => JSON.stringify(head.manifest.settings[name]) !== JSON.stringify(base.manifest.settings[name]));
    if (changed)
        return changed;
    if (head.book.snapshot !== base.book.snapshot)
        return "price-file";
    const jobs = (pricing) => JSON.stringify([...pricing.monthlyJobs].sort());
    return jobs(head) === jobs(base) ? undefined : "volume-tier";
}
/**
 * The difference shared among its edits: the Shapley value (Shapley 1953), the mean of what each adds
 * over every order of making them, so that the order does not matter and the shares sum exactly.
 * Where a mix of old and new has no price, the edits are one cause.
 */
function attribute(edits, head, base, headPricing, basePricing) {
    const change = ({ path, from, to }, monthly) => ({ path, from, to, monthly });
    const total = difference(head, base);
    const [only] = edits;
    if (edits.length === 1 && only)
        return [change(only, total)];
    const together = () => [{ path: edits.map(({ path }) => path).join(" + "), from: null, to: null, monthly: total }];
    if (total === null)
        return edits.map((edit) => change(edit, null));
    if (edits.length > MAX_EDITS)
        return together();
    const size = 2 ** edits.length;
    const costs = [];
    for (let mix = 0; mix < size; mix++) {
        const chosen = edits.filter((_, index) => mix & (1 << index));
        const keys = chosen.reduce((all, edit) => edit.apply(all), base.keys);
        const cost = mix === 0 ? base.monthly : mix === size - 1 ? head.monthly : (0,estimate/* monthlyByCharges */.O_)(keys, chosen.some(({ context }) => context) ? headPricing : basePricing);
        if (cost === null)
            return together();
        costs.push(cost);
    }
    const factorial = (n) => (n < 2 ? 1 : n * factorial(n - 1));
    const shares = edits.map((_, index) => {
        let share = decimal/* ZERO */.f2;
        for (let mix = 0; mix < size; mix++) {
            if (mix & (1 << index))
                continue;
            const before = mix.toString(2).replaceAll("0", "").length;
            const added = costs[mix | (1 << index)].minus(costs[mix]);
            share = share.plus(added.times(factorial(before) * factorial(edits.length - before - 1)));
        }
        return share.div((0,decimal/* decimal */._)(factorial(edits.length)));
    });
    return edits.map((edit, index) => change(edit, shares[index])).filter(({ monthly, path }) => !(monthly?.eq(0) && UNPRICED.test(path)));
}
/** Keys that never move a price: an edit of one alone is still a change, beside others it is noise. */
const UNPRICED = /^(notes|tags\.)/;
function keyEdits(base, head) {
    const [before, after] = [flatten(base), flatten(head)];
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    return paths
        .filter((path) => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path)))
        .map((path) => {
        const [from, to] = [before.get(path) ?? null, after.get(path) ?? null];
        return { path, from, to, apply: (keys) => withValue(keys, path, to ?? undefined) };
    });
}
/** Keys to the depth people edit at: `output.duration`, `volume.per_month`, `takes`. */
function flatten(keys) {
    const flat = new Map();
    for (const [key, value] of Object.entries(keys)) {
        if (!NESTED.has(key))
            flat.set(key, value);
        else
            for (const [inner, one] of Object.entries(value))
                if (one !== undefined)
                    flat.set(`${key}.${inner}`, one);
    }
    for (const [path, value] of flat)
        if (value === undefined)
            flat.delete(path);
    return flat;
}
const NESTED = new Set(["output", "input", "options", "volume", "client", "reliability", "tags"]);
function withValue(keys, path, value) {
    const [outer = "", inner] = path.split(/\.(.*)/s);
    const copy = { ...keys };
    copy[outer] = inner === undefined ? value : { ...copy[outer], [inner]: value };
    return copy;
}

// EXTERNAL MODULE: ./lib/src/engine/exposure.js + 1 modules
var exposure = __webpack_require__(5836);
// EXTERNAL MODULE: ./lib/src/yaml/locate.js
var locate = __webpack_require__(8808);
;// CONCATENATED MODULE: ./lib/src/review.js





/**
 * The whole program: texts → manifests → list prices → comparison → budgets → verdict.
 * Reading, git, GitHub, the clock and all wording are outside of it.
 */
function review({ head, base, book, date, renamed }) {
    const now = (0,exposure/* exposureOf */.X)(head, book, date);
    const before = base && (0,exposure/* exposureOf */.X)(base, book, date);
    const compared = base === null ? "nothing" : base.manifests.length === 0 ? "new" : "base";
    const workloads = compare(now, before, renamed).map((one) => ({ ...one, pre_existing: compared === "base" && one.change === "same" && one.head?.status !== "priced" }));
    const { budgets, reasons, problems } = (0,judge/* judge */.S)({ head, base, now, before, workloads, compared, renamed });
    return {
        verdict: (0,verdict/* verdictOf */.V)(reasons),
        reasons,
        currency: now.currency,
        date,
        prices: now.prices,
        compared,
        total: { complete: now.complete, head: now.total, base: compared === "base" ? (before?.total ?? null) : null },
        budgets,
        accounts: now.accounts,
        workloads,
        problems: (0,locate/* locateAll */.Y)(problems, head.files),
        from: { head, now, book },
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/src/files/disk.js



/**
 * Reads files of the working tree. Paths are relative to `cwd`.
 * @param inside folders that files named by a manifest must lie in, links followed
 * @throws the error of node:fs, except for a file that is not there
 */
function diskReader(cwd, inside) {
    const roots = inside.map((folder) => real((0,external_node_path_.resolve)(cwd, folder)));
    return {
        async read(path) {
            try {
                return await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, path));
            }
            catch (error) {
                if (isMissing(error))
                    return null;
                throw error;
            }
        },
        async glob(patterns) {
            const { glob } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 3382));
            const found = await glob([...patterns], {
                cwd,
                dot: true,
                onlyFiles: true,
                expandDirectories: false,
                followSymbolicLinks: false,
                ignore: ["**/node_modules/**", "**/.git/**"],
            });
            return found.map((path) => path.replaceAll("\\", "/")).sort();
        },
        contains(path) {
            const target = real((0,external_node_path_.resolve)(cwd, path));
            return roots.some((root) => target === root || target.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep));
        },
    };
}
/** The folder of the git repository that a folder lies in, or the folder itself outside of one. */
function repositoryOf(folder) {
    for (let at = (0,external_node_path_.resolve)(folder);; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(at, ".git")))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return (0,external_node_path_.resolve)(folder);
    }
}
/** A path with its links followed, as far as it exists. */
function real(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(path);
        return parent === path ? path : (0,external_node_path_.resolve)(real(parent), path.slice(parent.length).replace(/^[\\/]+/, ""));
    }
}
function isMissing(error) {
    return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/manifests.js




/** Where a manifest is looked for when none is named; the first that exists. */
const DEFAULT_MANIFESTS = ["video-budget.yml", "video-budget.yaml", ".github/video-budget.yml"];
const STDIN = "-";
/** The manifests that the command line names, and the reader of their files. @throws UsageError */
async function manifestsOf(named, cwd, stdin) {
    const written = named.map((path) => path.replaceAll("\\", "/").replace(/^\.\//, ""));
    const folders = [cwd, ...written.filter((path) => path !== STDIN).map((path) => (0,external_node_path_.resolve)(cwd, (0,external_node_path_.dirname)(path)))];
    const disk = diskReader(cwd, [...new Set(folders.map(repositoryOf))]);
    if (written.length === 0) {
        const found = DEFAULT_MANIFESTS.find((path) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, path)));
        if (!found)
            throw new cli_terminal/* UsageError */.eb(`No manifest here: none of ${DEFAULT_MANIFESTS.join(", ")} exists. Name one: video-budget check path/to/video-budget.yml, or write a first one (README.md, "A first manifest").`);
        return { roots: [found], reader: disk };
    }
    const roots = [];
    for (const path of written) {
        if (path === STDIN || (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, path)) || !/[*?[\]{}]/.test(path))
            roots.push(path);
        else {
            const found = await disk.glob([path]);
            if (found.length === 0)
                throw new cli_terminal/* UsageError */.eb(`${path} matches no file.`);
            roots.push(...found);
        }
    }
    return { roots: [...new Set(roots)], reader: written.includes(STDIN) ? withStdin(disk, stdin) : disk };
}
function withStdin(disk, stdin) {
    return {
        ...disk,
        contains: (path) => path === STDIN || disk.contains(path),
        read: async (path) => {
            if (path !== STDIN)
                return disk.read(path);
            const chunks = [];
            for await (const chunk of stdin)
                chunks.push(Buffer.from(chunk));
            return Buffer.concat(chunks);
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/cli/check.js








/** `video-budget check`: one report on the manifests named. @returns the exit code. @throws UsageError, GitError, I/O errors */
async function check(manifests, options, terminal) {
    const result = await reviewOf(manifests, options, terminal);
    await (0,cli_terminal/* write */.M9)(await render(result, options, terminal), options, terminal);
    return (0,verdict/* exitCode */.I)(result.verdict);
}
/** Reads both sides and reviews them, for every command that needs a report. */
async function reviewOf(manifests, options, { cwd, process }) {
    const book = (0,files_book/* loadBook */.Q)();
    const { roots, reader } = await manifestsOf(manifests, cwd, process.stdin);
    const head = await (0,gather/* gather */.kg)(reader, roots, book.snapshot, options.prices);
    const { base, renamed } = options.base === undefined ? { base: null, renamed: new Map() } : await baseOf(options.base, roots, book, options, cwd);
    return review({ head, base, book, date: options.date ?? (0,cli_terminal/* today */.Ec)(), renamed });
}
/** What to compare with: an existing file, else the merge base of a git ref and HEAD. */
async function baseOf(named, roots, book, { prices }, cwd) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, named))) {
        const [head, ...others] = roots;
        if (head === undefined || others.length > 0)
            throw new cli_terminal/* UsageError */.eb("--base FILE compares one manifest with one file; name one manifest, or a git ref.");
        const { roots: files, reader } = await manifestsOf([named], cwd, process.stdin);
        return { base: await (0,gather/* gather */.kg)(reader, files, book.snapshot, prices), renamed: new Map([[head, files[0]]]) };
    }
    const { GitError, gitReader, mergeBase, renamesSince } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 6982));
    try {
        const sha = await mergeBase(named, cwd);
        const reader = await gitReader(sha, cwd);
        const renames = await renamesSince(sha, cwd);
        const found = await Promise.all(roots.map(async (root) => {
            if ((await reader.read(root)) !== null)
                return root;
            const before = renames.get(root);
            return before !== undefined && (await reader.read(before)) !== null ? before : undefined;
        }));
        const renamed = new Map([...renames].filter(([, before]) => before !== undefined));
        return {
            base: await (0,gather/* gather */.kg)(reader, found.filter((root) => root !== undefined), book.snapshot, prices),
            renamed,
        };
    }
    catch (error) {
        if (!(error instanceof GitError))
            throw error;
        const said = error.message || "no such commit";
        throw new cli_terminal/* UsageError */.eb(`--base ${named}: it is neither a file nor a commit that git can compare with (${said}). In CI, check out with fetch-depth: 0.`);
    }
}
async function render(result, { format, verbose }, { color, width }) {
    if (format === "json")
        return (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 9695))).toJson(result);
    if (format === "markdown")
        return (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2139))).toMarkdown(result, {});
    return (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 7358))).toText(result, { width, color, verbose });
}


/***/ }),

/***/ 6563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainWorkload: () => (/* binding */ explainWorkload)
});

// EXTERNAL MODULE: ./lib/src/budget/verdict.js
var verdict = __webpack_require__(3427);
// EXTERNAL MODULE: ./lib/src/notation/nearest.js
var nearest = __webpack_require__(387);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
// EXTERNAL MODULE: ./lib/src/engine/estimate.js + 3 modules
var estimate = __webpack_require__(1149);
// EXTERNAL MODULE: ./lib/src/yaml/locate.js
var locate = __webpack_require__(8808);
// EXTERNAL MODULE: ./lib/src/report/details.js
var details = __webpack_require__(5051);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(3330);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(9798);
// EXTERNAL MODULE: ./lib/src/report/formula.js
var formula = __webpack_require__(1591);
// EXTERNAL MODULE: ./lib/src/report/messages.js + 2 modules
var messages = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/src/report/wrap.js
var wrap = __webpack_require__(1997);
;// CONCATENATED MODULE: ./lib/src/report/explain.js









/**
 * Every figure of one workload, for a terminal: the request as it was priced, the price and where it was
 * read, the month, what was assumed, what changed, and what is wrong.
 * @returns null where head has no workload of that name
 */
function explain(review, name, { width, color }) {
    const line = review.workloads.find(({ head }) => head?.name === name);
    if (!line?.head)
        return null;
    const { head } = line;
    const paint = picocolors.createColors(color);
    const { currency, from } = review;
    const place = (0,locate/* locate */.x)(from.head.files.get(head.file), { path: ["workloads", name] });
    const section = (title, lines) => (lines.length === 0 ? [] : ["", paint.bold(title), ...lines.flatMap((one) => (0,wrap/* wrap */.LV)(`  ${one}`, width, "    "))]);
    const own = review.problems.filter(({ file, path }) => file === head.file && path[0] === "workloads" && path[1] === name);
    const lines = [
        ...(0,wrap/* wrap */.LV)(`${(0,report_escape/* inert */.tJ)(name)}: ${head.keys ? (0,report_escape/* inert */.tJ)(`${head.keys.provider}/${head.keys.model}`) : "could not be read"}${head.mode ? `, ${head.mode}` : ""}`, width).map(paint.bold),
        ...(0,wrap/* wrap */.LV)(`${(0,report_escape/* inert */.tJ)(head.file)}:${place.line}:${place.column}, prices of ${review.date}`, width).map(paint.dim),
        ...section("Request", head.request && head.keys ? fields(head.request, head.keys) : []),
        ...section("Price of one job", pricing(head, currency)),
        ...section("A month", month(head, review)),
        ...section("Assumptions", head.assumptions.map((one) => `${(0,messages.assumptionText)(one)}${one.monthly.eq(0) ? "" : ` That is ${(0,format/* money */.TG)(one.monthly, currency)} a month more than the cheapest choice.`}`)),
        ...section("Since base", changes(line, currency)),
        ...section("Notes", head.keys?.notes === undefined ? [] : [(0,report_escape/* inert */.tJ)(head.keys.notes, 2000)]),
        ...section("Problems", own.flatMap((problem) => [`${problem.file}:${problem.line}:${problem.column}: ${problem.severity}: ${(0,messages.sentence)(problem)}`, ...((0,messages.hint)(problem) === null ? [] : [`  ${(0,messages.hint)(problem)}`])])),
    ];
    return `${lines.join("\n")}\n`;
}
/** Fields that follow from others. */
const DERIVED = new Set(["frames", "megapixels", "input.megapixels"]);
/** Where else a field comes from than the workload or the model's defaults. */
const ORIGINS = { plan: "from the account", monthly_jobs: "jobs of this model, over the whole manifest", mode: "the model's first" };
function fields({ fields: all, given, size }, keys) {
    const rows = [...all]
        .filter(([field, value]) => !(field.startsWith("input.") && value === 0 && !isStated(keys, field)))
        .map(([field, value]) => {
        const origin = isStated(keys, field) ? "from the manifest" : field in ORIGINS ? ORIGINS[field] : DERIVED.has(field) ? "follows from the others" : given.has(field) ? "follows from the mode" : "the provider's default";
        const pixels = field === "resolution" && size ? ` (${size[0]}x${size[1]})` : "";
        return { field, shown: `${(0,report_escape/* inert */.tJ)(String(value))}${pixels}`, origin };
    });
    const [names, values] = [Math.max(...rows.map(({ field }) => field.length)), Math.max(...rows.map(({ shown }) => (0,wrap/* widthOf */.qz)(shown)))];
    return rows.map(({ field, shown, origin }) => `${(0,wrap/* pad */.eV)((0,report_escape/* inert */.tJ)(field), names)}  ${(0,wrap/* pad */.eV)(shown, Math.min(values, 24))}  ${origin}`);
}
function isStated(keys, field) {
    let found = keys;
    for (const key of (0,estimate/* manifestPath */.ji)(field))
        found = typeof found === "object" && found !== null && Object.hasOwn(found, key) ? found[key] : undefined;
    return found !== undefined && field !== "plan";
}
function pricing({ job, source, request, status }, currency) {
    const bound = { exact: "", upper: "at most ", lower: "at least " };
    const confidence = { provider: "the provider's own page", "third-party": "a third party", inferred: "inferred, not stated anywhere", contract: "your contract" };
    return [
        ...(job ? job.terms.map((term) => `${(0,formula/* formula */.N)(term, currency, request)} = ${(0,format/* price */.q9)(term.amount, currency)}`) : [`There is none: the workload is ${status}.`]),
        ...(job ? [`One job: ${bound[job.bound]}${(0,format/* jobPrice */.b3)(job.amount, currency)}`] : []),
        ...(source ? [`Source: ${(0,report_escape/* inert */.tJ)(source.source, 300)} (${confidence[source.confidence]})`, ...(source.checked === null ? [] : [`Checked: ${source.checked}${source.stale ? ", older than the policy allows" : ""}`])] : []),
        ...(source?.notes === undefined ? [] : [`Note: ${(0,report_escape/* inert */.tJ)(source.notes, 2000)}`]),
    ];
}
function month({ plan, job, monthly }, { currency, total }) {
    if (!plan || !job)
        return [];
    const jobs = `${(0,details/* jobsOf */.aG)(plan)} = ${(0,format/* count */.U9)(plan.jobs, "job")}`;
    if (!monthly)
        return [jobs, "Its price is a lower bound and does not count: see the problems."];
    const share = total.head?.expected.gt(0) ? `, ${(0,format/* percent */.KN)(monthly.div(total.head.expected).toNumber())} of the total` : "";
    return [
        jobs,
        `${(0,format/* count */.U9)(plan.jobs, "job")} × ${(0,format/* jobPrice */.b3)(job.amount, currency)} = ${(0,format/* money */.TG)(monthly, currency)} a month${share}`,
        ...(plan.clips > 0 ? [`A clip wanted costs ${(0,format/* jobPrice */.b3)(monthly.div(plan.clips), currency)}, one take ${(0,format/* jobPrice */.b3)(job.amount.div(plan.count), currency)}`] : []),
    ];
}
function changes({ change, changes: all, base, head }, currency) {
    if (change === "added")
        return ["New in this change."];
    if (!base || !head)
        return [];
    const moved = base.monthly && head.monthly ? `${(0,format/* money */.TG)(base.monthly, currency)} → ${(0,format/* money */.TG)(head.monthly, currency)} a month` : "What it adds is not known.";
    if (change === "same")
        return ["Unchanged."];
    return [moved, ...all.map(({ path, from, to, monthly }) => `${(0,report_escape/* inert */.tJ)(path)}${(0,details/* edit */.hc)(from, to)}${monthly === null ? "" : `: ${(0,format/* signedMoney */.jE)(monthly, currency)}`}`)];
}

// EXTERNAL MODULE: ./lib/src/report/json.js
var json = __webpack_require__(9695);
// EXTERNAL MODULE: ./lib/src/cli/check.js + 4 modules
var check = __webpack_require__(4026);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/explain.js






/** `video-budget explain`: every figure of one workload. @returns the exit code of its own state. @throws UsageError */
async function explainWorkload(manifest, options, terminal) {
    const result = await (0,check/* reviewOf */.Q)(manifest === undefined ? [] : [manifest], options, terminal);
    const names = result.workloads.flatMap(({ head }) => head?.name ?? []);
    if (!names.includes(options.workload)) {
        const meant = (0,nearest/* nearest */.p)(options.workload, names);
        throw new cli_terminal/* UsageError */.eb(`No workload is named ${options.workload}.${meant ? ` Did you mean ${meant}?` : ""} There are: ${names.join(", ") || "none"}.`);
    }
    const mine = { ...result, workloads: result.workloads.filter(({ head }) => head?.name === options.workload) };
    const text = explain(mine, options.workload, terminal) ?? "";
    const report = options.format === "json" ? (0,json.toJson)(mine) : options.format === "markdown" ? `\`\`\`text\n${text}\`\`\`\n` : text;
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    const state = mine.workloads[0]?.head?.status;
    return state === "priced" ? 0 : (0,verdict/* exitCode */.I)(state === "unpriced" ? "unpriced" : "invalid");
}


/***/ }),

/***/ 6740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  searchPrices: () => (/* binding */ searchPrices),
  showPrice: () => (/* binding */ showPrice)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var notation_date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/notation/resolution.js
var notation_resolution = __webpack_require__(9071);
// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/engine/accept.js
var accept = __webpack_require__(705);
// EXTERNAL MODULE: ./lib/src/engine/credit.js
var credit = __webpack_require__(4728);
// EXTERNAL MODULE: ./lib/src/engine/estimate.js + 3 modules
var estimate = __webpack_require__(1149);
// EXTERNAL MODULE: ./lib/src/engine/price.js + 1 modules
var engine_price = __webpack_require__(4666);
// EXTERNAL MODULE: ./lib/src/engine/request.js
var request = __webpack_require__(8216);
;// CONCATENATED MODULE: ./lib/src/engine/search.js








const SECONDS = 5;
/** Models that match, in the order of the book. @param date the day, UTC, that prices are looked up for */
function searchRows(book, criteria, date) {
    return book.slugs.flatMap((slug) => {
        const provider = book.provider(slug);
        return provider.models.filter((model) => matches(provider, model, criteria)).map((model) => rowOf(provider, model, criteria, date));
    });
}
function matches({ provider, name }, model, { provider: slug, model: id, mode, resolution, query }) {
    const names = [model.id, ...model.aliases];
    const text = [provider, name, ...names, model.name ?? ""].join("\n").toLowerCase();
    const words = (query ?? "").toLowerCase().split(/\s+/).filter((word) => word !== "");
    return ((slug === undefined || slug === provider) &&
        (id === undefined || names.includes(id)) &&
        (mode === undefined || model.modes.some((one) => one === mode)) &&
        (resolution === undefined || resolutionsOf(model).includes((0,notation_resolution/* normaliseResolution */.J)(resolution))) &&
        // A name as manifests split it, or as reports join it: google/veo-3.1.
        words.every((word) => text.includes(word) || names.some((one) => `${provider}/${one}`.toLowerCase().includes(word))));
}
function resolutionsOf({ accepts, cases, defaults }) {
    const lists = [accepts["resolution"], ...cases.map((one) => one.accepts["resolution"])];
    const listed = lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
    const assumed = defaults["resolution"];
    return [...new Set([...listed, ...(typeof assumed === "string" ? [assumed] : [])])];
}
function rowOf(provider, model, criteria, date) {
    const price = (0,find/* priceOn */.L)(model, date);
    const { retires } = model.status;
    const left = retires === undefined ? undefined : (0,notation_date/* daysBetween */.YM)(date, retires);
    return {
        id: `${provider.provider}/${model.id}`,
        name: model.name ?? null,
        modes: model.modes,
        resolutions: resolutionsOf(model),
        example: price ? exampleOf(provider, model, price, criteria, date) : null,
        checked: price?.checked ?? null,
        confidence: price?.confidence ?? null,
        status: left !== undefined && left <= 0 ? "retired" : price ? (left === undefined ? "current" : "retiring") : "unpriced",
        retires: retires ?? null,
    };
}
/** What stands for an input that a price asks for and the model does not limit: seconds, and bytes of a prompt. */
const USUAL = { "input.video": SECONDS, "input.audio": SECONDS, "input.text_bytes": 200 };
/** Fields that a price asks for and that have no default are filled in, at most this many. */
const FILLED = 4;
/**
 * The shortest way to compare two models: what a clip of 5 seconds costs, or of the model's default
 * length where it makes no such clip. Where a price depends on what has no default, the first value accepted.
 */
function exampleOf({ account }, model, price, { mode, resolution }, date) {
    const money = { currency: "USD", rates: new Map(), credit: (0,credit/* creditValue */.z)(account, undefined), discount: 0 };
    const asked = (fields) => (0,request/* requestOf */.f)(keysOf(fields), model, {});
    const chosen = new Map([...(mode === undefined ? [] : [["mode", mode]]), ...(resolution === undefined ? [] : [["resolution", resolution]])]);
    const lengths = [SECONDS, undefined, shortest(model)].map((duration) => (duration === undefined ? chosen : new Map([...chosen, ["duration", duration]])));
    let fields = lengths.find((one) => asked(one).fields.has("duration") && (0,accept/* refusals */.K)(asked(one), model).refused.length === 0) ?? chosen;
    for (let filled = 0; filled <= FILLED; filled++) {
        const request = asked(fields);
        const job = (0,engine_price/* priceJob */.L)(price, request, model.media, money, date);
        if (!("no" in job)) {
            const shown = ["duration", "resolution"].flatMap((field) => (request.fields.has(field) ? [[field, request.fields.get(field)]] : []));
            return { amount: job.amount, bound: job.bound, request: Object.fromEntries([...shown, ...[...fields].filter(([field]) => field !== "mode")]) };
        }
        const value = job.no === "field" ? firstAccepted(model, job.field) : undefined;
        if (job.no !== "field" || value === undefined)
            return null;
        fields = new Map([...fields, [job.field, value]]);
    }
    return null;
}
/** A workload that asks for these fields and nothing else. */
function keysOf(fields) {
    const keys = { output: {}, input: {}, options: {} };
    for (const [field, value] of fields) {
        const [outer = "", inner] = (0,estimate/* manifestPath */.ji)(field);
        if (inner === undefined)
            Object.assign(keys, { [outer]: value });
        else
            (keys[outer] ??= {})[inner] = outer === "input" && (inner === "video" || inner === "audio") ? [value] : value;
    }
    return keys;
}
function firstAccepted({ accepts, cases }, field) {
    const accepted = accepts[field] ?? cases.map((one) => one.accepts[field]).find((limit) => limit !== undefined);
    if (accepted === undefined)
        return USUAL[field];
    return Array.isArray(accepted) ? accepted[0] : accepted.min;
}
function shortest({ accepts: { duration } }) {
    if (duration === undefined)
        return undefined;
    return Array.isArray(duration) ? duration.find((value) => typeof value === "number") : duration.min;
}

// EXTERNAL MODULE: ./lib/src/files/book.js
var files_book = __webpack_require__(229);
// EXTERNAL MODULE: ./lib/src/notation/nearest.js
var nearest = __webpack_require__(387);
// EXTERNAL MODULE: ./lib/src/prices/overlay.js
var overlay = __webpack_require__(5377);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
// EXTERNAL MODULE: ./lib/src/money/round.js
var round = __webpack_require__(1173);
// EXTERNAL MODULE: ./lib/src/report/columns.js
var columns = __webpack_require__(6366);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(3330);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(9798);
// EXTERNAL MODULE: ./lib/src/money/decimal.js
var decimal = __webpack_require__(5058);
// EXTERNAL MODULE: ./lib/src/notation/meter.js
var notation_meter = __webpack_require__(5888);
;// CONCATENATED MODULE: ./lib/src/report/charge.js



const SUBJECTS = { output: "output", input_video: "input video", input_audio: "input audio", input_images: "input images", text: "text" };
/** Everything one price charges, in words: a line for each charge and factor, then what holds for the whole job. */
function chargesInWords({ charges, factors, holes, total }, quote) {
    const rules = [
        ...(total?.min === undefined ? [] : [`at least ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(total.min))}`]),
        ...(total?.round_to === undefined ? [] : [`rounded ${total.round ?? "up"} to a multiple of ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(total.round_to))}`]),
        ...(total?.max === undefined ? [] : [`at most ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(total.max))}`]),
    ];
    return [
        ...charges.map((charge) => chargeInWords(charge, quote)),
        ...factors.map((factor) => factorInWords(factor, quote)),
        ...(rules.length === 0 ? [] : [`The whole job: ${rules.join(", ")}, in the unit of its charges`]),
        ...holes.map((hole) => `Not sold: ${conditionInWords(hole, quote)}`),
    ];
}
function chargeInWords({ amount, meter, of, per, extra, when, each, min, step, round, max, included, from, to }, quote) {
    const known = notation_meter/* METERS */.Tk[meter];
    const subject = of.length === 1 && of[0] === known.subject ? "" : ` of ${of.map((one) => SUBJECTS[one]).join(" and ")}`;
    const worth = amount === "unknown" ? "an unknown amount" : amount.unit === "credits" ? `${(0,format/* quantity */.au)((0,decimal/* decimal */._)(amount.value))} ${(0,decimal/* decimal */._)(amount.value).eq(1) ? "credit" : "credits"}` : (0,format/* price */.q9)((0,decimal/* decimal */._)(amount.value), quote(amount.unit));
    const rules = [
        ...(each ? [`each file${each.min === undefined ? "" : `, at least ${each.min}`}${each.step === undefined ? "" : `, in steps of ${each.step}`}${each.max === undefined ? "" : `, at most ${each.max}`}${each.share === undefined ? "" : `, at most an equal share of ${each.share}`}`] : []),
        ...(min === undefined ? [] : [`at least ${boundInWords(min, quote)}`]),
        ...(step === undefined ? [] : [`in steps of ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(step))}, rounded ${round}`]),
        ...(max === undefined ? [] : [`at most ${boundInWords(max, quote)}`]),
        ...(included === undefined ? [] : [`the first ${boundInWords(included, quote)} included`]),
        ...dated(from, to),
    ];
    const where = Object.keys(when).length === 0 ? "" : `, when ${conditionInWords(when, quote)}`;
    return `${extra ? "Plus " : ""}${worth} ${per === "1" ? `per ${known.unit}` : `per ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(per))} ${known.unit}s`}${subject}${where}${rules.length === 0 ? "" : ` (${rules.join("; ")})`}`;
}
function factorInWords({ factor, when, from, to }, quote) {
    const period = dated(from, to);
    return `× ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(factor))}${Object.keys(when).length === 0 ? "" : `, when ${conditionInWords(when, quote)}`}${period.length === 0 ? "" : ` (${period.join("; ")})`}`;
}
function dated(from, to) {
    if (from === undefined && to === undefined)
        return [];
    return [`${from === undefined ? "" : `from ${from} `}${to === undefined ? "with no known end: not counted on" : `until ${to}`}`];
}
function boundInWords(bound, quote) {
    if (typeof bound === "string")
        return bound === "unknown" ? "an unknown number" : (0,format/* quantity */.au)((0,decimal/* decimal */._)(bound));
    return bound.map(({ when, value }) => `${value === "unknown" ? "an unknown number" : (0,format/* quantity */.au)((0,decimal/* decimal */._)(value))} when ${conditionInWords(when, quote)}`).join(", ");
}
/** resolution is 720p or 1080p, and input.video is above 0. */
function conditionInWords(condition, quote) {
    return Object.entries(condition).map(([field, matcher]) => `${quote(field)} is ${matcherInWords(matcher, quote)}`).join(" and ");
}
function matcherInWords(matcher, quote) {
    if ("in" in matcher)
        return matcher.in.map((value) => quote(String(value))).join(" or ");
    const { min, max, above, below } = matcher;
    return [
        ...(min === undefined ? [] : [`at least ${min}`]),
        ...(above === undefined ? [] : [`above ${above}`]),
        ...(max === undefined ? [] : [`at most ${max}`]),
        ...(below === undefined ? [] : [`below ${below}`]),
    ].join(" and ");
}
/** 4, 6 or 8; or 3 to 15 in steps of 1. */
function acceptedInWords(accepted, quote) {
    if (Array.isArray(accepted))
        return accepted.map((value) => quote(String(value))).join(", ");
    const { min, max, step, auto } = accepted;
    return `${min} to ${max}${step === undefined ? "" : ` in steps of ${step}`}${auto ? ", or auto" : ""}`;
}
/** A default, or the field that it follows. */
function defaultInWords(value, quote) {
    if (typeof value !== "object")
        return quote(String(value));
    return `as ${quote(value.from)}${value.max === undefined ? "" : `, at most ${quote(String(value.max))}`}`;
}

;// CONCATENATED MODULE: ./lib/src/report/model.js



/** Everything that the price book knows of a model, for a terminal or for Markdown: `quote` makes its texts inert. Empty parts are left out. */
function modelInWords({ account, jobs, ...provider }, model, quote) {
    const parts = [
        { title: "Model", lines: identity(provider, model, quote) },
        { title: "Accepts", lines: requestLines(model, quote) },
        ...model.prices.map((one) => ({ title: `Price${period(one)}`, lines: priceLines(one, quote) })),
        ...(model.prices.length === 0 ? [{ title: "Price", lines: ["None is public."] }] : []),
        { title: "Jobs that do not succeed", lines: billedLines({ ...jobs, ...model.jobs }, quote) },
        { title: "Completion and limits", lines: jobLines({ ...jobs, ...model.jobs }, quote) },
        { title: "Account", lines: account ? accountLines(account, quote) : [] },
        { title: "Notes", lines: [model.notes, model.status.notes, provider.notes].flatMap((note) => (note === undefined ? [] : quote(note))) },
    ];
    return parts.filter(({ lines }) => lines.length > 0);
}
function identity({ name, pricing_urls }, { name: called, aliases, modes, status }, quote) {
    return [
        `${called === undefined ? "" : `${quote(called)}, `}${quote(name)}`,
        ...(aliases.length === 0 ? [] : [`Also called: ${aliases.map(quote).join(", ")}`]),
        `Modes: ${modes.join(", ")}`,
        ...(status.released === undefined ? [] : [`Released: ${status.released}`]),
        ...(status.retires === undefined ? [] : [`Retires: ${status.retires}, the first day it can no longer be used`]),
        ...(status.successor === undefined ? [] : [`Successor: ${quote(status.successor)}`]),
        ...(status.alternatives === undefined ? [] : [`Alternatives: ${status.alternatives.map(quote).join(", ")}`]),
        ...pricing_urls.map((url) => `Price list: ${quote(url)}`),
    ];
}
function requestLines({ accepts, defaults, cases }, quote) {
    const fields = [...new Set([...Object.keys(accepts), ...Object.keys(defaults)])];
    const own = fields.map((field) => {
        const [accepted, assumed] = [accepts[field], defaults[field]];
        return `${quote(field)}: ${accepted === undefined ? "anything" : acceptedInWords(accepted, quote)}${assumed === undefined ? "" : ` (default ${defaultInWords(assumed, quote)})`}`;
    });
    const narrowed = cases.map(({ when, accepts: some, defaults: others }) => {
        const said = [
            ...Object.entries(some).map(([field, accepted]) => `${quote(field)}: ${acceptedInWords(accepted, quote)}`),
            ...Object.entries(others).map(([field, value]) => `${quote(field)} defaults to ${defaultInWords(value, quote)}`),
        ];
        return `When ${conditionInWords(when, quote)}: ${said.join("; ")}`;
    });
    return [...own, ...narrowed];
}
function period({ from, to }) {
    if (from === undefined && to === undefined)
        return "";
    return `${from === undefined ? "" : ` from ${from}`}${to === undefined ? "" : ` until ${to}`}`;
}
function priceLines(one, quote) {
    return [...chargesInWords(one, quote), `Source: ${quote(one.source)}, checked ${one.checked}, confidence ${one.confidence}`, ...(one.notes === undefined ? [] : [quote(one.notes)])];
}
const OUTCOMES = { provider_error: "Provider error", moderated: "Moderated", invalid: "Refused as invalid", timed_out: "Timed out at the provider", cancelled: "Cancelled" };
function billedLines({ billed }, quote) {
    if (!billed || Object.keys(billed).length === 0)
        return [];
    return Object.keys(OUTCOMES).map((outcome) => {
        const policy = billed[outcome];
        const share = policy?.value === undefined || policy.value === "unknown" ? "unknown whether it is billed" : policy.value === 0 ? "not billed" : policy.value === 1 ? "billed in full" : `${(0,format/* quantity */.au)(policy.value * 100)} % billed`;
        return `${OUTCOMES[outcome]}: ${share}${evidence(policy, quote)}`;
    });
}
function evidence(from, quote) {
    const parts = [...(from?.source === undefined ? [] : [quote(from.source)]), ...(from?.checked === undefined ? [] : [`checked ${from.checked}`]), ...(from?.notes === undefined ? [] : [quote(from.notes)])];
    return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function jobLines({ completion, idempotency_key, status_request, limits, latency, retention, notes, source, checked }, quote) {
    const said = (value) => (value === true ? "yes" : value === false ? "no" : "unknown");
    const poll = completion?.poll;
    return [
        ...(poll?.interval === undefined ? [] : [`Poll every ${poll.interval} s${evidence(poll, quote)}`]),
        ...(completion?.webhook === undefined ? [] : [`Webhook: ${said(completion.webhook)}`]),
        ...(idempotency_key === undefined ? [] : [`Idempotency key: ${said(idempotency_key)}`]),
        ...(status_request === undefined ? [] : [`A status request costs ${(0,format/* price */.q9)((0,decimal/* decimal */._)(status_request.usd), "USD")}${status_request.free_per_month === undefined ? "" : `, the first ${(0,format/* quantity */.au)(status_request.free_per_month)} a month are free`}`]),
        ...(limits?.concurrency === undefined ? [] : [`Jobs at once: ${(0,format/* quantity */.au)(limits.concurrency)}`]),
        ...(limits?.requests_per_second === undefined ? [] : [`Requests a second: ${(0,format/* quantity */.au)(limits.requests_per_second)}`]),
        ...(limits?.notes === undefined ? [] : [quote(limits.notes)]),
        ...(latency === undefined ? [] : [`Latency: half within ${latency.p50} s, 95 % within ${latency.p95} s${evidence(latency, quote)}`]),
        ...(retention === undefined ? [] : [`Results are kept: ${quote(retention)}`]),
        ...(notes === undefined && source === undefined ? [] : [`About jobs${evidence({ source, checked }, quote)}${notes === undefined ? "" : `: ${quote(notes)}`}`]),
    ];
}
function accountLines({ credit, packs, trial, fees, minimum_purchase, source, checked, notes }, quote) {
    const unit = quote(credit?.name ?? "credit");
    return [
        ...(credit?.usd === undefined ? [] : [`${credit.per === undefined ? `A ${unit}` : `${(0,format/* quantity */.au)((0,decimal/* decimal */._)(credit.per))} ${unit}s`} cost ${(0,format/* price */.q9)((0,decimal/* decimal */._)(credit.usd), "USD")}`.replace(/^(A .*) cost /, "$1 costs ")]),
        ...(packs ?? []).map(({ name, size, price: cost, expires, every, once, beyond, concurrency }) => {
            const rules = [
                ...(every === undefined ? [] : ["every month"]),
                ...(once === undefined ? [] : ["sold once"]),
                ...(expires === undefined ? [] : [`expires after ${expires.replace("d", " days")}`]),
                ...(beyond === undefined ? [] : [beyond === "none" ? "nothing beyond it" : beyond === "unknown" ? "the price beyond it is unknown" : `${(0,format/* price */.q9)((0,decimal/* decimal */._)(beyond), "USD")} a ${unit} beyond it`]),
                ...(concurrency === undefined ? [] : [`${(0,format/* quantity */.au)(concurrency)} jobs at once`]),
            ];
            return `${quote(name)}: ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(size))} ${unit}s for ${(0,format/* price */.q9)((0,decimal/* decimal */._)(cost), "USD")}, ${(0,format/* price */.q9)((0,decimal/* decimal */._)(cost).div(size), "USD")} each${rules.length === 0 ? "" : ` (${rules.join(", ")})`}`;
        }),
        ...(trial === undefined ? [] : [`Trial: ${trial.unit === "USD" ? (0,format/* price */.q9)((0,decimal/* decimal */._)(trial.amount), "USD") : `${(0,format/* quantity */.au)((0,decimal/* decimal */._)(trial.amount))} ${unit}s`}${trial.notes === undefined ? "" : ` (${quote(trial.notes)})`}`]),
        ...(fees ?? []).map(({ name, usd, every }) => `Fee ${quote(name)}: ${(0,format/* price */.q9)((0,decimal/* decimal */._)(usd), "USD")} ${every === "month" ? "a month" : "once"}`),
        ...(minimum_purchase === undefined ? [] : [`Least purchase: ${(0,format/* price */.q9)((0,decimal/* decimal */._)(minimum_purchase), "USD")}`]),
        ...(notes === undefined && source === undefined ? [] : [`About the account${evidence({ source, checked }, quote)}${notes === undefined ? "" : `: ${quote(notes)}`}`]),
    ];
}

// EXTERNAL MODULE: ./lib/src/report/table.js
var table = __webpack_require__(8429);
// EXTERNAL MODULE: ./lib/src/report/wrap.js
var wrap = __webpack_require__(1997);
;// CONCATENATED MODULE: ./lib/src/report/prices.js








/** More than any note of the price book; a cap against hostile files only. */
const LONG = 4000;
/** Models that a search found, as a table for a terminal. */
function searchText(rows, { width, color }) {
    const paint = picocolors.createColors(color);
    if (rows.length === 0)
        return "No model matches.\n";
    const table = (0,columns/* columns */.Y)([
        { title: "Model" },
        { title: "Modes", drop: 2 },
        { title: "A job in USD", align: "right" },
        { title: "of" },
        { title: "Resolutions", drop: 1 },
        { title: "Checked", drop: 3 },
        { title: "State", drop: 4 },
    ], rows.map((row) => [(0,report_escape/* inert */.tJ)(row.id), row.modes.join(", "), amountOf(row), prices_exampleOf(row, report_escape/* inert */.tJ), row.resolutions.map((one) => (0,report_escape/* inert */.tJ)(one)).join(", "), checkedOf(row), stateOf(row)]), width, paint.dim);
    return `${[...table, "", ...(0,wrap/* wrap */.LV)(`${(0,format/* count */.U9)(rows.length, "model")}. ${ABOUT}`, width).map(paint.dim)].join("\n")}\n`;
}
const ABOUT = "A job is a clip of 5 seconds, or of what is shown, at the model's own defaults. `video-budget prices show MODEL` says everything about one.";
/** The same as a Markdown table. */
function searchMarkdown(rows) {
    if (rows.length === 0)
        return "No model matches.\n";
    const body = rows.map((row) => (0,table/* tableRow */.j)([(0,report_escape/* code */.aY)(row.id), row.modes.join(", "), amountOf(row), prices_exampleOf(row, report_escape/* code */.aY), row.resolutions.map((one) => (0,report_escape/* code */.aY)(one)).join(", "), checkedOf(row), stateOf(row)]));
    return `${[...(0,table/* tableHead */.P)(["Model", "Modes", "A job in USD:", "of", "Resolutions", "Checked", "State"]), ...body, "", ABOUT].join("\n")}\n`;
}
/** The same for programs; amounts in USD for one job, null where the book cannot tell. */
function searchJson(rows) {
    const models = rows.map(({ example, ...row }) => ({ ...row, example: example && { ...example, amount: (0,round/* round */.L)(example.amount) } }));
    return `${JSON.stringify({ schema: "video-budget/prices-search@1", models }, null, 2)}\n`;
}
function amountOf({ example }) {
    if (!example)
        return "unknown";
    return `${{ exact: "", upper: "≤ ", lower: "≥ " }[example.bound]}${(0,format/* jobPrice */.b3)(example.amount, "USD")}`;
}
/** 5 s, 720p, and whatever else had to be chosen. */
function prices_exampleOf({ example }, quote) {
    return Object.entries(example?.request ?? {})
        .map(([field, value]) => (field === "duration" && typeof value === "number" ? `${(0,format/* quantity */.au)(value)} s` : field === "resolution" ? quote(String(value)) : quote(`${field} ${value}`)))
        .join(", ");
}
function checkedOf({ checked, confidence }) {
    return checked === null ? "" : `${checked}${confidence === "provider" ? "" : ` (${confidence})`}`;
}
function stateOf({ status, retires }) {
    if (status === "retiring")
        return `until ${retires}`;
    return status === "retired" ? `retired ${retires}` : status;
}
/** Everything that is known of one model, for a terminal. */
function showText(provider, model, { width, color }) {
    const paint = picocolors.createColors(color);
    const lines = modelInWords(provider, model, (text) => (0,report_escape/* inert */.tJ)(text, LONG)).flatMap(({ title, lines: said }) => ["", paint.bold(title), ...said.flatMap((line) => (0,wrap/* wrap */.LV)(`  ${line}`, width, "    "))]);
    return `${[...(0,wrap/* wrap */.LV)((0,report_escape/* inert */.tJ)(`${provider.provider}/${model.id}`), width).map(paint.bold), ...lines].join("\n")}\n`;
}
/** The same as Markdown: single words, as names and addresses are, in code spans. */
function showMarkdown(provider, model) {
    const lines = modelInWords(provider, model, (text) => (/\s/.test(text) ? (0,report_escape/* prose */.CS)(text, LONG) : (0,report_escape/* code */.aY)(text))).flatMap(({ title, lines: said }) => ["", `### ${title}`, "", ...said.map((line) => `- ${line}`)]);
    return `${[`## ${(0,report_escape/* code */.aY)(`${provider.provider}/${model.id}`)}`, ...lines].join("\n")}\n`;
}
/** The same for programs: the price book's own form of the model, with its provider's account and jobs. */
function showJson({ models: _, ...provider }, model) {
    return `${JSON.stringify({ schema: "video-budget/prices-show@1", provider, model }, null, 2)}\n`;
}

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/prices.js









/** `video-budget prices search`: models that match every word and option. @returns 0, also where nothing matches. @throws UsageError */
async function searchPrices(words, options, terminal) {
    const book = await bookOf(options, terminal);
    const { provider, mode, resolution, format } = options;
    if (provider !== undefined && !book.slugs.includes(provider)) {
        throw new cli_terminal/* UsageError */.eb(`No provider is named ${provider}.${meant(provider, book.slugs)} There are: ${book.slugs.join(", ")}.`);
    }
    const criteria = { query: words.join(" "), ...(provider && { provider }), ...(mode && { mode }), ...(resolution && { resolution }) };
    const rows = searchRows(book, criteria, options.date ?? (0,cli_terminal/* today */.Ec)());
    const report = format === "json" ? searchJson(rows) : format === "markdown" ? searchMarkdown(rows) : searchText(rows, terminal);
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return 0;
}
/** `video-budget prices show PROVIDER/MODEL`: everything that is known of one model. @throws UsageError */
async function showPrice(name, options, terminal) {
    const book = await bookOf(options, terminal);
    const [slug = "", ...rest] = name.split("/");
    const provider = book.provider(slug);
    if (!provider)
        throw new cli_terminal/* UsageError */.eb(`No provider is named ${slug}.${meant(slug, book.slugs)} Write PROVIDER/MODEL, such as google/veo-3.1-fast-generate-preview; prices search finds it.`);
    const id = rest.join("/");
    const model = (0,find/* findModel */.P)(provider, id);
    if (!model) {
        const names = provider.models.flatMap((one) => [one.id, ...one.aliases]);
        const why = provider.unlisted_models ? ` ${provider.unlisted_models}` : "";
        throw new cli_terminal/* UsageError */.eb(`${slug} has no model ${id || "without a name"} in the price book.${meant(id, names)}${why} There are: ${provider.models.map((one) => one.id).join(", ") || "none"}.`);
    }
    const { format } = options;
    const report = format === "json" ? showJson(provider, model) : format === "markdown" ? showMarkdown(provider, model) : showText(provider, model, terminal);
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return 0;
}
function meant(name, names) {
    const found = (0,nearest/* nearest */.p)(name, names);
    return found ? ` Did you mean ${found}?` : "";
}
/** The built-in book, with the price files of the command line over it. */
async function bookOf({ prices }, { cwd }) {
    const book = (0,files_book/* loadBook */.Q)();
    if (prices.length === 0)
        return book;
    const [{ readPrices }, { readYaml }, { sentence }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 7369)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 946)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 4737)),
    ]);
    const providers = [];
    for (const file of prices) {
        const { provider, problems } = readPrices(readYaml(file, await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file))));
        const errors = problems.filter(({ severity }) => severity === "error");
        if (!provider)
            throw new cli_terminal/* UsageError */.eb(`${file} cannot be used:\n${errors.map((problem) => `  ${sentence(problem)}`).join("\n")}`);
        providers.push(provider);
    }
    return (0,overlay/* overlay */.L)(book, providers, book.snapshot);
}


/***/ }),

/***/ 2230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var date = __webpack_require__(4345);
;// CONCATENATED MODULE: ./lib/src/version.js
/** The version of package.json; `scripts/generate.ts` refuses to build where the two differ. */
const VERSION = "0.1.0";

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/run.js




/**
 * Runs one command.
 * @returns the exit code: 0 pass or warn, 1 over budget, 2 invalid, unpriced or wrong usage, 3 a bug
 *   or an I/O failure. Never throws; a stack trace is only printed where VIDEO_BUDGET_DEBUG is set.
 */
async function run(process) {
    let code = 0;
    const program = new esm/* Command */.uB("video-budget")
        .description("What AI video generation will cost each month, and whether a change keeps to the budget.")
        .version(VERSION)
        .showHelpAfterError("(see video-budget --help)")
        .exitOverride()
        .configureOutput({ writeOut: (text) => process.stdout.write(text), writeErr: (text) => process.stderr.write(text) });
    const command = (name, summary) => shared(program.command(name).description(summary));
    const terminal = (options) => ({ process, cwd: process.cwd(), ...look(process, options) });
    command("check", "price the workloads, compare with base, hold against the budgets")
        .argument("[manifests...]", "paths or globs; - is standard input. Default: video-budget.yml, video-budget.yaml, .github/video-budget.yml")
        .option("--base <ref|file>", "compare with the merge base of a git ref and HEAD, or with a file")
        .action(async (manifests, options) => {
        const { check } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 4026));
        code = await check(manifests, options, terminal(options));
    });
    command("explain", "every figure of one workload: formula, price, source, assumptions")
        .argument("[manifest]")
        .requiredOption("--workload <name>", "the workload to explain")
        .action(async (manifest, options) => {
        const { explainWorkload } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 6563));
        code = await explainWorkload(manifest, options, terminal(options));
    });
    const prices = program.command("prices").description("the price book: find and read a price");
    shared(prices.command("search").description("models of the price book, by any of these"))
        .argument("[words...]", "parts of a provider, an id or an alias")
        .option("--provider <slug>")
        .option("--mode <mode>")
        .option("--resolution <class>")
        .action(async (words, options) => {
        const { searchPrices } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 6740));
        code = await searchPrices(words, options, terminal(options));
    });
    shared(prices.command("show").description("everything that is known of one model"))
        .argument("<provider/model>")
        .action(async (name, options) => {
        const { showPrice } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 6740));
        code = await showPrice(name, options, terminal(options));
    });
    try {
        await program.parseAsync(process.argv);
        return code;
    }
    catch (error) {
        return failed(error, process);
    }
}
/** Options that every command has. */
function shared(command) {
    return command
        .addOption(new esm/* Option */.c$("--format <format>", "how to report").choices(["text", "json", "markdown"]).default("text"))
        .option("--prices <file>", "a further price file; repeatable, later files win", (file, files) => [...files, file], [])
        .option("--date <YYYY-MM-DD>", "the day prices are looked up for, UTC (default: today)", day)
        .option("--output <file>", "write the report there instead of to standard output")
        .addOption(new esm/* Option */.c$("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"))
        .option("--verbose", "everything, with assumptions and sources", false)
        .exitOverride();
}
function day(text) {
    if (!(0,date/* isDate */.$P)(text))
        throw new esm/* InvalidArgumentError */.Di("It must be a day that exists, as YYYY-MM-DD.");
    return text;
}
/** Colours and width: colours only on a terminal that wants them, 100 columns where there is none. */
function look({ stdout, env }, { color }) {
    // https://no-color.org: set and not empty, whatever its value.
    const wanted = Boolean(env["FORCE_COLOR"]) || (stdout.isTTY === true && env["TERM"] !== "dumb");
    const width = Number(env["COLUMNS"]) || stdout.columns || 100;
    return { color: color === "always" || (color === "auto" && wanted && !env["NO_COLOR"]), width: Math.min(Math.max(width, 40), 200) };
}
function failed(error, { stderr, env }) {
    if (error instanceof esm/* CommanderError */.b7)
        return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof terminal/* UsageError */.eb) {
        stderr.write(`error: ${message}\n`);
        return 2;
    }
    stderr.write(`error: ${message}\n`);
    const expected = error instanceof Error && ("code" in error || error.name === "GitError");
    if (!expected)
        stderr.write("This is a bug in video-budget. Please report it with the command that you ran; VIDEO_BUDGET_DEBUG=1 shows where it happened.\n");
    if (env["VIDEO_BUDGET_DEBUG"] && error instanceof Error)
        stderr.write(`${error.stack}\n`);
    return 3;
}


/***/ }),

/***/ 9567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ today),
/* harmony export */   M9: () => (/* binding */ write),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The command was called wrongly: exit 2, and the message says how to call it. */
class UsageError extends Error {
    name = "UsageError";
}
/**
 * Prints a report, or writes it to `--output`: in full or not at all, by way of a neighbouring file.
 * A device or a pipe is written to and never replaced: renaming over /dev/null would remove it.
 */
async function write(report, { output }, { process, cwd }) {
    if (output === undefined) {
        process.stdout.write(report);
        return;
    }
    // A link stays a link, to a file with new contents.
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, output)).catch(() => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, output));
    const existing = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(target).catch(() => null);
    if (existing && !existing.isFile())
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(target, report);
    else
        await replace(target, report, process.pid);
    process.stderr.write(`Report written to ${output}\n`);
}
async function replace(target, text, pid) {
    const partial = `${target}.${pid}.part`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(partial, text);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(partial, target);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(partial).catch(() => undefined);
        throw error;
    }
}
/** Today in UTC, the one place where the command line asks the clock. */
function today() {
    return new Date().toISOString().slice(0, 10);
}


/***/ }),

/***/ 705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ refusals)
/* harmony export */ });
/* harmony import */ var _prices_accepts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8740);

/** What of a request the model does not accept, in the request's order; `unknown`: options that it does not declare. */
function refusals(request, model) {
    const refused = [];
    const unknown = [];
    for (const [field, value] of request.fields) {
        const limits = (0,_prices_accepts_js__WEBPACK_IMPORTED_MODULE_0__/* .limitsOf */ .A)(field, model, (name) => request.fields.get(name));
        if (!limits) {
            unknown.push(field);
            continue;
        }
        const broken = limits.find((limit) => !(0,_prices_accepts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccepted */ .o)(limit, value));
        // An input that is not sent is not refused for being too short: whether it may be missing is the mode's business.
        if (broken && !(value === 0 && field.startsWith("input.")))
            refused.push({ field, value, allowed: describe(broken) });
    }
    return { refused, unknown };
}
function describe(limit) {
    if (Array.isArray(limit))
        return limit;
    const { min, max, step } = limit;
    return `${min} to ${max}${step === undefined ? "" : ` in steps of ${step}`}`;
}


/***/ }),

/***/ 4728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ creditValue)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);

/**
 * A credit's value: the pack or plan of the manifest, else the book's own value, else the dearest pack
 * as an assumption. Never a trial pack by default: it is the cheapest, and it is sold once.
 * @returns undefined where nobody says: a price in credits is then unknown.
 */
function creditValue(book, keys) {
    const named = namedPack(book, keys);
    if (named)
        return { usd: named.price.div(named.size), pack: named, assumed: false };
    if (book?.credit?.usd !== undefined)
        return { usd: (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(book.credit.usd).div(book.credit.per ?? 1), assumed: false };
    const packs = (book?.packs ?? []).filter((pack) => !pack.once).map(packOf);
    const dearest = packs.sort((a, b) => b.price.div(b.size).cmp(a.price.div(a.size)))[0];
    return dearest && { usd: dearest.price.div(dearest.size), pack: dearest, assumed: true };
}
function namedPack(book, keys) {
    if (keys?.pack !== undefined && typeof keys.pack === "object") {
        return { name: "pack", size: (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(keys.pack.size), price: (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(keys.pack.price), monthly: false };
    }
    const name = keys?.pack ?? keys?.plan;
    const found = book?.packs?.find((pack) => pack.name.toLowerCase() === name?.toLowerCase());
    return found && packOf(found);
}
function packOf({ name, size, price, every, concurrency }) {
    return { name, size: (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(size), price: (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(price), monthly: every === "month", ...(concurrency && { concurrency }) };
}


/***/ }),

/***/ 2151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ deltaOf),
/* harmony export */   m: () => (/* binding */ workloadDelta)
/* harmony export */ });
/**
 * Head less base. Null without a base, and where a workload that the change touches has no price on
 * either of its sides: what is unknown must not look like a saving.
 */
function deltaOf(head, base, workloads) {
    if (!head || !base || workloads.some(isUnknown))
        return null;
    const expected = head.expected.minus(base.expected);
    return {
        expected,
        p50: head.p50.minus(base.p50),
        p90: head.p90.minus(base.p90),
        p95: head.p95.minus(base.p95),
        share: base.expected.eq(0) ? null : expected.div(base.expected).toNumber(),
    };
}
function isUnknown({ change, head, base }) {
    return change !== "same" && (head?.monthly === null || base?.monthly === null);
}
/** What one workload adds a month; null where that is not known. One that is only on one side counts whole. */
function workloadDelta({ change, head, base }) {
    if (head && base)
        return head.monthly && base.monthly && head.monthly.minus(base.monthly);
    if (change === "same")
        return null;
    return head ? head.monthly : (base?.monthly?.neg() ?? null);
}


/***/ }),

/***/ 1149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ estimateManifest),
  ji: () => (/* binding */ manifestPath),
  O_: () => (/* binding */ monthlyByCharges),
  u6: () => (/* binding */ pricingOf)
});

// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/money/decimal.js
var decimal = __webpack_require__(5058);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var notation_date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/notation/nearest.js
var nearest = __webpack_require__(387);
// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/engine/accept.js
var accept = __webpack_require__(705);
// EXTERNAL MODULE: ./lib/src/engine/request.js
var engine_request = __webpack_require__(8216);
;// CONCATENATED MODULE: ./lib/src/engine/assumption.js



/** Fields of `output` whose absence is always said, and whose accepted values are tried. */
const FIELDS = ["duration", "resolution", "audio"];
/** At most this many values of a field are tried: the ends of a range, or a list. */
const TRIED = 16;
/** What was assumed of one job. The caller multiplies `monthly` by the jobs of a month. */
function assumptionsOf(keys, request, model, context, credit, price, amount) {
    const assumed = FIELDS.flatMap((field) => {
        const value = request.fields.get(field);
        if (request.given.has(field) || value === undefined || (field === "duration" && (request.given.has("frames") || request.given.has("segments"))))
            return [];
        const others = alternatives(field, model).map((other) => (0,engine_request/* requestOf */.f)({ ...keys, output: { ...keys.output, [field]: other } }, model, context));
        const prices = others.filter((other) => (0,accept/* refusals */.K)(other, model).refused.length === 0).map(price);
        const cheapest = prices.reduce((least, one) => ("no" in one || one.amount.gte(least) ? least : one.amount), amount);
        return [{ code: `default-${field}`, field: `output.${field}`, value, monthly: amount.minus(cheapest) }];
    });
    if (request.auto)
        assumed.push({ code: "auto-duration", field: "output.duration", value: request.fields.get("duration") ?? "auto", monthly: decimal/* ZERO */.f2 });
    if (keys.mode === undefined && model.modes.length > 1)
        assumed.push({ code: "default-mode", field: "mode", value: model.modes[0], monthly: decimal/* ZERO */.f2 });
    if (credit?.assumed && credit.pack)
        assumed.push({ code: "dearest-pack", field: "accounts", value: credit.pack.name, monthly: decimal/* ZERO */.f2 });
    return assumed;
}
function alternatives(field, model) {
    const accepted = model.accepts[field];
    if (accepted === undefined)
        return [];
    if (Array.isArray(accepted))
        return accepted.filter((value) => value !== "auto").slice(0, TRIED);
    const { min, max } = accepted;
    return [min, max];
}

// EXTERNAL MODULE: ./lib/src/engine/credit.js
var engine_credit = __webpack_require__(4728);
// EXTERNAL MODULE: ./lib/src/engine/price.js + 1 modules
var engine_price = __webpack_require__(4666);
;// CONCATENATED MODULE: ./lib/src/engine/uncounted.js
/**
 * What a workload declares and the estimate does not count yet, so that nothing declared is silently
 * dropped: one note for each workload that has any. A key's default is no declaration.
 */
function uncounted({ client, reliability, volume }, file, name) {
    const parts = [
        ...["per_day", "per_week", "per_month"].filter((key) => typeof volume[key] === "object").map((key) => `volume.${key}`),
        ...(volume.arrivals === "poisson" ? ["volume.arrivals"] : []),
        ...(client.max_attempts > 1 ? ["client.max_attempts"] : []),
        ...["timeout", "on_timeout", "max_wait", "cancel", "completion"].filter((key) => client[key] !== undefined).map((key) => `client.${key}`),
        ...(client.submit_ack_loss > 0 ? ["client.submit_ack_loss"] : []),
        ...(hasAny(reliability.outcomes) ? ["reliability.outcomes"] : []),
        ...["after_first", "evidence", "billed"].filter((key) => hasAny(reliability[key] ?? {})).map((key) => `reliability.${key}`),
        ...(reliability.latency ? ["reliability.latency"] : []),
    ];
    return parts.length === 0 ? [] : [{ code: "not-yet-counted", severity: "note", file, path: ["workloads", name], args: { parts } }];
}
function hasAny(map) {
    return Object.values(map).some((value) => value !== undefined);
}

;// CONCATENATED MODULE: ./lib/src/engine/volume.js
/** A month, in days: 365.25 / 12. */
const DAYS_A_MONTH = 30.4375;
/** z of the 90th percentile of the normal distribution, twice: from P10 to P90. */
const P10_TO_P90 = 2.563103131;
/** Clips wanted a month, the mean of what is declared. */
function clipsPerMonth(volume) {
    if (volume.per_day !== undefined)
        return mean(volume.per_day) * DAYS_A_MONTH;
    if (volume.per_week !== undefined)
        return mean(volume.per_week) * (DAYS_A_MONTH / 7);
    return mean(volume.per_month);
}
/**
 * Mean of a volume. PERT: (low + 4 likely + high) / 6. Lognormal from P10 and P90: exp(mu + sigma²/2),
 * with mu = ln √(p10·p90) and sigma = ln(p90/p10) / 2.5631.
 */
function mean(amount) {
    if (typeof amount === "number")
        return amount;
    if ("likely" in amount)
        return (amount.low + 4 * amount.likely + amount.high) / 6;
    const sigma = Math.log(amount.p90 / amount.p10) / P10_TO_P90;
    return Math.sqrt(amount.p10 * amount.p90) * Math.exp(sigma ** 2 / 2);
}
/** Takes generated per clip wanted. Until kept: (1 − (1 − a)^max) / a, the mean of a truncated geometric. */
function takesPerClip(takes) {
    if (typeof takes === "number")
        return takes;
    const { acceptance, max } = takes.until_kept;
    return (1 - (1 - acceptance) ** max) / acceptance;
}

;// CONCATENATED MODULE: ./lib/src/engine/estimate.js












/** A model within this many days of its last day is warned about. */
const RETIRES_SOON_DAYS = 60;
/** What the workloads of one manifest share: its settings and its price book, on one day. */
function pricingOf(manifest, book, date) {
    return { manifest, book, date, rates: (0,convert/* rates */.I)(manifest.settings.fx), credits: new Map(), monthlyJobs: jobsByModel(manifest, book) };
}
/** Prices every workload of a manifest; a workload with a problem does not stop the others. */
function estimateManifest(pricing) {
    return pricing.manifest.workloads.map((workload) => {
        const found = estimate(workload, pricing);
        const notes = workload.keys ? uncounted(workload.keys, workload.file, workload.name) : [];
        return notes.length > 0 ? { ...found, problems: [...found.problems, ...notes] } : found;
    });
}
/**
 * What a workload would cost a month by charges alone, whatever the model accepts: for mixes of two
 * versions of it, of which some are requests that nobody could send.
 * @returns null where the charges give no price.
 */
function monthlyByCharges(keys, pricing) {
    const provider = pricing.book.provider(keys.provider);
    const model = provider && (0,find/* findModel */.P)(provider, keys.model);
    if (keys.price && keys.price.per !== "credit")
        return contract({ file: "", name: "", keys, monthly: null, assumptions: [] }, keys, undefined, [], pricing).monthly;
    const price = model && (0,find/* priceOn */.L)(model, pricing.date);
    if (!provider || !model || !price)
        return null;
    const account = pricing.manifest.settings.accounts[provider.provider];
    const request = (0,engine_request/* requestOf */.f)(keys, model, { plan: account?.plan, monthlyJobs: pricing.monthlyJobs.get(modelKey(keys, pricing.book)) });
    const money = {
        currency: pricing.manifest.settings.currency,
        rates: pricing.rates,
        credit: creditOf(provider, keys, pricing),
        discount: account?.discount ?? 0,
    };
    const job = (0,engine_price/* priceJob */.L)(price, request, model.media, money, pricing.date);
    return "no" in job ? null : job.amount.times((0,decimal/* decimal */._)(planOf(keys, Number(request.fields.get("count") ?? 1)).jobs));
}
/** Jobs that are planned a month of each model over the whole manifest, the account's other jobs included. */
function jobsByModel(manifest, book) {
    const jobs = new Map();
    for (const { keys } of manifest.workloads) {
        if (!keys)
            continue;
        const key = modelKey(keys, book);
        jobs.set(key, (jobs.get(key) ?? 0) + planOf(keys, keys.output.count ?? 1).jobs);
    }
    for (const [provider, { other_jobs }] of Object.entries(manifest.settings.accounts)) {
        if (other_jobs === undefined)
            continue;
        for (const key of jobs.keys())
            if (key.startsWith(`${provider}/`))
                jobs.set(key, jobs.get(key) + other_jobs);
    }
    return jobs;
}
function modelKey({ provider, model }, book) {
    const found = book.provider(provider);
    return `${provider}/${(found && (0,find/* findModel */.P)(found, model)?.id) ?? model}`;
}
function planOf(keys, count) {
    const clips = clipsPerMonth(keys.volume);
    const takes = takesPerClip(keys.takes);
    return { clips, takes, count, jobs: (clips * takes) / count };
}
function estimate({ file, name, keys }, pricing) {
    const nothing = { file, name, keys, monthly: null, assumptions: [] };
    if (!keys)
        return { ...nothing, status: "invalid", problems: [] };
    const found = findInBook(keys, pricing, file, name);
    if (!found.provider || !found.model) {
        if (keys.price && keys.price.per !== "credit" && !hasErrors(found.problems))
            return contract(nothing, keys, undefined, found.problems, pricing);
        return { ...nothing, status: hasErrors(found.problems) ? "invalid" : "unpriced", problems: found.problems };
    }
    return estimateModel(nothing, keys, found.provider, found.model, pricing);
}
function findInBook(keys, { book }, file, name) {
    const at = ["workloads", name];
    const provider = book.provider(keys.provider);
    const contracted = keys.price !== undefined && keys.price.per !== "credit";
    const unlisted = (what, value) => ({
        code: "unlisted-with-price",
        severity: "note",
        file,
        path: [...at, what],
        args: { what, value },
    });
    if (!provider) {
        if (contracted)
            return { problems: [unlisted("provider", keys.provider)] };
        const slugs = book.slugs;
        return {
            problems: [
                {
                    code: "unknown-provider",
                    severity: "error",
                    file,
                    path: [...at, "provider"],
                    args: { value: keys.provider, nearest: (0,nearest/* nearest */.p)(keys.provider, slugs), allowed: [...slugs] },
                },
            ],
        };
    }
    const model = (0,find/* findModel */.P)(provider, keys.model);
    if (model)
        return { provider, model, problems: [] };
    if (contracted)
        return { provider, problems: [unlisted("model", keys.model)] };
    if (provider.unlisted_models)
        return { provider, problems: [unpriced(keys, file, name, provider.unlisted_models)] };
    const names = provider.models.flatMap(({ id, aliases }) => [id, ...aliases]);
    const elsewhere = book.slugs.filter((slug) => (0,find/* findModel */.P)(book.provider(slug), keys.model));
    return {
        provider,
        problems: [
            {
                code: "unknown-model",
                severity: "error",
                file,
                path: [...at, "model"],
                args: { value: keys.model, provider: provider.provider, nearest: (0,nearest/* nearest */.p)(keys.model, names), elsewhere },
            },
        ],
    };
}
function unpriced({ provider, model }, file, name, why) {
    return { code: "unpriced", severity: "warning", file, path: ["workloads", name, "model"], args: { id: `${provider}/${model}`, why } };
}
function hasErrors(problems) {
    return problems.some(({ severity }) => severity === "error");
}
function estimateModel(nothing, keys, provider, model, pricing) {
    const { file, name } = nothing;
    const mode = keys.mode ?? model.modes[0];
    const id = `${provider.provider}/${model.id}`;
    const lifecycle = lifecycleProblems(id, model, pricing.date, file, name);
    if (lifecycle.some(({ code }) => code === "retired"))
        return { ...nothing, mode, status: "retired", problems: lifecycle };
    const account = pricing.manifest.settings.accounts[provider.provider];
    const context = { plan: account?.plan, monthlyJobs: pricing.monthlyJobs.get(modelKey(keys, pricing.book)) };
    const request = (0,engine_request/* requestOf */.f)(keys, model, context);
    const asked = { ...nothing, mode, request };
    const refused = refusalProblems(id, request, model, file, name);
    const problems = [...lifecycle, ...refused];
    if (hasErrors(refused))
        return { ...asked, status: "invalid", problems };
    if (keys.price && keys.price.per !== "credit")
        return contract(asked, keys, { provider, model, request }, problems, pricing);
    const price = (0,find/* priceOn */.L)(model, pricing.date);
    if (!price)
        return { ...asked, status: "unpriced", problems: [...problems, unpriced(keys, file, name, model.notes ?? "")] };
    const source = sourceOf(id, price, pricing);
    const credit = creditOf(provider, keys, pricing);
    const money = { currency: pricing.manifest.settings.currency, rates: pricing.rates, credit, discount: account?.discount ?? 0 };
    const priced = (one) => (0,engine_price/* priceJob */.L)(price, one, model.media, money, pricing.date);
    const job = priced(request);
    const stale = source.stale ? [staleProblem(id, price, pricing, file, name)] : [];
    if ("no" in job) {
        const problem = noPriceProblem(job, id, keys, file, name);
        return { ...asked, source, status: problem.severity === "error" ? "invalid" : "unpriced", problems: [...problems, ...stale, problem] };
    }
    const assumptions = assumptionsOf(keys, request, model, context, credit, priced, job.amount);
    return finish({ ...asked, source }, keys, request, job, assumptions, [...problems, ...stale], pricing);
}
function finish(found, keys, request, job, assumptions, problems, pricing) {
    const plan = planOf(keys, Number(request?.fields.get("count") ?? keys.output.count ?? 1));
    const monthly = job.amount.times((0,decimal/* decimal */._)(plan.jobs));
    const scaled = assumptions.map((one) => ({ ...one, monthly: one.monthly.times((0,decimal/* decimal */._)(plan.jobs)) }));
    const base = { ...found, job, plan, assumptions: scaled };
    if (job.bound !== "lower" || pricing.manifest.settings.policy.unknown_price === "warn") {
        const lower = job.bound === "lower" ? [lowerBound(keys, found)] : [];
        return { ...base, status: "priced", monthly, problems: [...problems, ...lower] };
    }
    return { ...base, status: "unpriced", monthly: null, problems: [...problems, lowerBound(keys, found)] };
}
function lowerBound({ provider, model }, { file, name }) {
    return { code: "lower-bound", severity: "warning", file, path: ["workloads", name, "model"], args: { id: `${provider}/${model}` } };
}
/** A contract price of the manifest: one charge, on the manifest's word. */
function contract(nothing, keys, found, problems, pricing) {
    const { file, name } = nothing;
    const { usd, credits, amount, currency, per } = keys.price;
    const rate = usd !== undefined
        ? { unit: "USD", value: usd }
        : credits !== undefined
            ? { unit: "credits", value: credits }
            : { unit: currency, value: amount };
    const request = found?.request ?? (0,engine_request/* requestOf */.f)(keys, UNLISTED, {});
    const meter = per;
    const price = {
        source: `${file}: workloads.${name}.price`,
        checked: pricing.date,
        confidence: "provider",
        charges: [
            {
                line: "contract",
                extra: false,
                meter,
                of: meter === "image" ? ["input_images"] : meter === "byte" ? ["text"] : ["output"],
                when: {},
                amount: rate,
                per: "1",
                round: "up",
            },
        ],
        factors: [],
        holes: [],
    };
    const credit = (0,engine_credit/* creditValue */.z)(found?.provider.account, pricing.manifest.settings.accounts[keys.provider]);
    // A contract price is what is paid: an account's discount does not apply to it again.
    const money = { currency: pricing.manifest.settings.currency, rates: pricing.rates, credit, discount: 0 };
    const media = found?.model.media;
    const job = meter === "token" && !media?.tokens ? { no: "field", field: "media.tokens" } : (0,engine_price/* priceJob */.L)(price, request, media, money, pricing.date);
    const id = `${keys.provider}/${found?.model.id ?? keys.model}`;
    const mode = nothing.mode ?? keys.mode ?? "text-to-video";
    if ("no" in job) {
        const problem = noPriceProblem(job, id, keys, file, name);
        return { ...nothing, mode, status: problem.severity === "error" ? "invalid" : "unpriced", problems: [...problems, problem] };
    }
    const source = { id, source: price.source, checked: null, confidence: "contract", stale: false };
    const assumptions = found ? assumptionsOf(keys, request, found.model, {}, credit, (one) => (0,engine_price/* priceJob */.L)(price, one, media, money, pricing.date), job.amount) : [];
    return finish({ ...nothing, mode, source }, keys, request, job, assumptions, problems, pricing);
}
/** A model that no book lists: nothing is known of what it accepts. */
const UNLISTED = { id: "", aliases: [], modes: ["text-to-video"], accepts: {}, defaults: {}, cases: [], status: {}, jobs: {}, prices: [] };
function creditOf(provider, keys, pricing) {
    if (keys.price?.per === "credit")
        return { usd: (0,decimal/* decimal */._)(keys.price.usd ?? keys.price.amount ?? "0"), assumed: false };
    if (!pricing.credits.has(provider.provider)) {
        pricing.credits.set(provider.provider, (0,engine_credit/* creditValue */.z)(provider.account, pricing.manifest.settings.accounts[provider.provider]));
    }
    return pricing.credits.get(provider.provider);
}
function sourceOf(id, price, { manifest, date }) {
    const stale = (0,notation_date/* daysBetween */.YM)(price.checked, date) > manifest.settings.policy.price_max_age_days;
    return { id, source: price.source, checked: price.checked, confidence: price.confidence, stale, ...(price.notes && { notes: price.notes }) };
}
function lifecycleProblems(id, { status }, date, file, name) {
    if (status.retires === undefined)
        return [];
    const left = (0,notation_date/* daysBetween */.YM)(date, status.retires);
    const args = { id, date: status.retires, days: left, successor: status.successor ?? null, alternatives: [...(status.alternatives ?? [])] };
    const path = ["workloads", name, "model"];
    if (left <= 0)
        return [{ code: "retired", severity: "error", file, path, args }];
    return left <= RETIRES_SOON_DAYS ? [{ code: "retires-soon", severity: "warning", file, path, args }] : [];
}
function refusalProblems(id, request, model, file, name) {
    const at = ["workloads", name];
    const { refused, unknown } = (0,accept/* refusals */.K)(request, model);
    return [
        ...unknown.map((option) => ({
            code: "unknown-option",
            severity: "error",
            file,
            path: [...at, "options", option],
            at: "key",
            args: { id, value: option, allowed: optionsOf(model) },
        })),
        ...refused.map(({ field, value, allowed }) => {
            // A plan is the account's, not the workload's.
            const path = field === "plan" ? ["accounts", id.split("/", 1)[0], "plan"] : [...at, ...manifestPath(field)];
            return {
                code: "not-accepted",
                severity: "error",
                file,
                path,
                args: { id, field: field === "plan" ? "plan" : manifestPath(field).join("."), value, allowed },
            };
        }),
        ...autoProblems(id, request, model, file, name),
    ];
}
function autoProblems(id, request, { accepts }, file, name) {
    const { duration } = accepts;
    if (!request.auto || (duration !== undefined && (Array.isArray(duration) ? duration.includes("auto") : duration.auto)))
        return [];
    const allowed = Array.isArray(duration) ? duration : duration ? `${duration.min} to ${duration.max}` : [];
    return [
        {
            code: "not-accepted",
            severity: "error",
            file,
            path: ["workloads", name, "output", "duration"],
            args: { id, field: "output.duration", value: "auto", allowed: allowed },
        },
    ];
}
function optionsOf({ accepts }) {
    return Object.keys(accepts).filter((field) => manifestPath(field)[0] === "options");
}
const TOP = new Set(["mode", "tier", "region", "runtime"]);
const OUTPUT = new Set(["duration", "frames", "segments", "resolution", "audio", "aspect_ratio", "fps", "quality", "count"]);
/** Where in a workload a field of a price file is written. */
function manifestPath(field) {
    if (field === "input.megapixels")
        return ["input", "resolution"];
    if (field.startsWith("input."))
        return field.split(".");
    if (field === "megapixels")
        return ["output", "resolution"];
    if (TOP.has(field))
        return [field];
    return OUTPUT.has(field) ? ["output", field] : ["options", field];
}
function staleProblem(id, { checked, source }, { manifest, date }, file, name) {
    const severity = { note: "note", warn: "warning", fail: "error" };
    const { stale_price, price_max_age_days } = manifest.settings.policy;
    const days = (0,notation_date/* daysBetween */.YM)(checked, date);
    return {
        code: "stale-price",
        severity: severity[stale_price],
        file,
        path: ["workloads", name, "model"],
        args: { id, checked, days, max: price_max_age_days, source },
    };
}
function noPriceProblem(reason, id, keys, file, name) {
    const at = ["workloads", name];
    switch (reason.no) {
        case "field":
            return {
                code: "field-needed",
                severity: "error",
                file,
                path: [...at, ...manifestPath(reason.field)],
                args: { id, field: manifestPath(reason.field).join(".") },
            };
        case "offer":
            return { code: "not-offered", severity: "error", file, path: [...at, "output"], args: { id, request: describe(keys) } };
        case "amount":
            return { code: "unpriced", severity: "warning", file, path: [...at, "model"], args: { id, why: "unknown-amount" } };
        case "credit":
            return { code: "unpriced", severity: "warning", file, path: [...at, "model"], args: { id, why: "unknown-credit" } };
        case "rate":
            return { code: "no-exchange-rate", severity: "warning", file, path: [...at, "model"], args: { id, currency: reason.currency } };
    }
}
function describe({ mode, output }) {
    return Object.entries({ mode, ...output })
        .flatMap(([key, value]) => (value === undefined ? [] : [`${key} ${String(value)}`]))
        .join(", ");
}


/***/ }),

/***/ 5836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ exposureOf),
  e: () => (/* binding */ totalOf)
});

// EXTERNAL MODULE: ./lib/src/money/decimal.js
var decimal = __webpack_require__(5058);
// EXTERNAL MODULE: ./lib/src/prices/overlay.js
var overlay = __webpack_require__(5377);
// EXTERNAL MODULE: ./lib/src/engine/estimate.js + 3 modules
var estimate = __webpack_require__(1149);
// EXTERNAL MODULE: ./lib/src/engine/figures.js
var figures = __webpack_require__(6448);
// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/engine/credit.js
var engine_credit = __webpack_require__(4728);
;// CONCATENATED MODULE: ./lib/src/engine/ledger.js



/** The ledger of every provider that a manifest uses or names an account for, in the order of first use. */
function ledgerOf(pricing, estimates) {
    const used = estimates.flatMap(({ keys }) => (keys ? [keys.provider] : []));
    const providers = new Set([...used, ...Object.keys(pricing.manifest.settings.accounts)]);
    return [...providers].map((provider) => lineOf(provider, pricing, estimates));
}
function lineOf(provider, { manifest: { settings }, book, rates }, estimates) {
    const entry = book.provider(provider)?.account;
    const keys = settings.accounts[provider];
    const own = estimates.filter((one) => one.keys?.provider === provider && one.monthly !== null);
    const usage = own.reduce((sum, { monthly }) => sum.plus(monthly ?? decimal/* ZERO */.f2), decimal/* ZERO */.f2);
    const toReport = (usd) => {
        const converted = (0,convert/* convert */.C)(usd, "USD", settings.currency, rates);
        return "noRate" in converted ? decimal/* ZERO */.f2 : converted;
    };
    const credit = (0,engine_credit/* creditValue */.z)(entry, keys);
    const ofUnit = (amount, inCredits) => toReport(inCredits && credit ? (0,decimal/* decimal */._)(amount).times(credit.usd) : (0,decimal/* decimal */._)(amount));
    // Credits that only the first month has. A manifest's trial is in the account's unit: credits where it has them.
    const inCredits = entry?.credit !== undefined || (entry?.packs?.length ?? 0) > 0;
    const trialCredit = keys?.trial !== undefined ? ofUnit(keys.trial, inCredits) : entry?.trial ? ofUnit(entry.trial.amount, entry.trial.unit === "credit") : decimal/* ZERO */.f2;
    const prepaidCredit = keys?.prepaid !== undefined ? ofUnit(keys.prepaid, inCredits) : decimal/* ZERO */.f2;
    const trial = least(trialCredit, usage);
    const prepaid = least(prepaidCredit, usage.minus(trial));
    // Packs are bought where something is billed in what they hold; a pay-as-you-go price needs none.
    const billsCredits = own.some(({ job }) => job?.terms.some((term) => "rate" in term && term.rate.unit === "credits"));
    const packPrice = billsCredits && credit?.pack ? toReport(credit.pack.price) : undefined;
    const bought = (use) => (packPrice?.gt(0) ? use.div(packPrice).round(0, 3).times(packPrice) : use);
    const fees = feesOf(entry?.fees ?? [], keys?.fees ?? {});
    const monthly = toReport(fees.month);
    const paid = bought(usage);
    return {
        provider,
        usage,
        trial: trial.neg(),
        prepaid: prepaid.neg(),
        bundle_remainder: paid.minus(usage),
        fees: monthly,
        cash: paid.plus(monthly),
        first_month: bought(usage.minus(trial).minus(prepaid)).plus(monthly).plus(toReport(fees.once)),
    };
}
function least(a, b) {
    return a.lt(b) ? a : b;
}
function feesOf(fees, numbers) {
    const total = (every) => fees.filter((fee) => fee.every === every).reduce((sum, { name, usd }) => sum.plus((0,decimal/* decimal */._)(usd).times(numbers[name] ?? 0)), decimal/* ZERO */.f2);
    return { month: total("month"), once: total("once") };
}

;// CONCATENATED MODULE: ./lib/src/engine/exposure.js





/** Problems that hide workloads: a file, or a whole part of one, that could not be read. */
const UNREAD = new Set([
    "file-missing",
    "file-too-large",
    "not-utf8",
    "yaml-syntax",
    "duplicate-key",
    "too-many-aliases",
    "not-a-map",
    "outside-repository",
    "tree-truncated",
]);
/** Prices one side. Each manifest keeps its own price files, accounts and exchange rates. */
function exposureOf(side, book, date) {
    const currency = side.manifests[0]?.settings.currency ?? "USD";
    const pricing = new Map(side.manifests.map((manifest) => {
        const files = side.prices.get(manifest.file);
        const own = files ? (0,overlay/* overlay */.L)(book, files.providers, files.snapshot) : book;
        return [manifest.file, (0,estimate/* pricingOf */.u6)(manifest, own, date)];
    }));
    const priced = [...pricing.values()].map((one) => ({ one, estimates: (0,estimate/* estimateManifest */.g)(one) }));
    const estimates = priced.flatMap((manifest) => manifest.estimates);
    const accounts = mergeLedgers(priced.flatMap(({ one, estimates: own }) => ledgerOf(one, own)));
    const sources = estimates.flatMap(({ source }) => (source?.checked ? [source] : []));
    const checked = sources.flatMap((source) => source.checked ?? []).sort();
    return {
        currency,
        estimates,
        pricing,
        accounts,
        complete: estimates.every(({ monthly }) => monthly !== null) && !side.problems.some(({ code }) => UNREAD.has(code)),
        total: totalOf(estimates, sumOf(accounts, "cash")),
        prices: { snapshot: side.snapshot ?? book.snapshot, oldest_checked: checked[0] ?? null, stale: sources.filter(({ stale }) => stale).length },
        problems: [...side.problems, ...mixedCurrencies(side, currency), ...estimates.flatMap(({ problems }) => problems)],
    };
}
/** The month of a set of workloads. Null where there are workloads and none has a price: unknown is not 0. */
function totalOf(estimates, cash) {
    if (estimates.length > 0 && estimates.every(({ monthly }) => monthly === null))
        return null;
    return (0,figures/* certain */.p)(estimates.reduce((sum, { monthly }) => (monthly ? sum.plus(monthly) : sum), decimal/* ZERO */.f2), cash);
}
function sumOf(lines, key) {
    return lines.reduce((sum, line) => sum.plus(line[key]), decimal/* ZERO */.f2);
}
/** A provider that several manifests use is one line of the report. */
function mergeLedgers(lines) {
    const merged = new Map();
    for (const line of lines) {
        const known = merged.get(line.provider);
        merged.set(line.provider, known ? add(known, line) : line);
    }
    return [...merged.values()];
}
function add(a, b) {
    const sum = (key) => a[key].plus(b[key]);
    return {
        provider: a.provider,
        usage: sum("usage"),
        trial: sum("trial"),
        prepaid: sum("prepaid"),
        bundle_remainder: sum("bundle_remainder"),
        fees: sum("fees"),
        cash: sum("cash"),
        first_month: sum("first_month"),
    };
}
/** One report is in one currency; adding others up would hide a rate that nobody stated. */
function mixedCurrencies({ manifests }, currency) {
    return manifests
        .filter(({ settings }) => settings.currency !== currency)
        .map(({ file, settings }) => ({
        code: "mixed-currencies",
        severity: "error",
        file,
        path: ["currency"],
        args: { value: settings.currency, expected: currency },
    }));
}


/***/ }),

/***/ 6448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ certain)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);

/** A cost with nothing uncertain about it: every quantile is the cost itself. */
function certain(monthly, cash = monthly) {
    return { list: monthly, expected: monthly, sd: _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO */ .f2, p50: monthly, p90: monthly, p95: monthly, cash };
}


/***/ }),

/***/ 4666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ priceJob)
});

// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/money/decimal.js
var decimal = __webpack_require__(5058);
// EXTERNAL MODULE: ./lib/src/prices/condition.js
var condition = __webpack_require__(640);
;// CONCATENATED MODULE: ./lib/src/engine/quantity.js


/**
 * Counts one charge of one job. Of outputs, the rules hold for each output and then times `count`;
 * of inputs, `each` holds for each file, then the rules for the sum. A quantity of 0 stays 0.
 */
function quantityOf(charge, request, media) {
    const outputsOnly = charge.of.length === 1 && charge.of[0] === "output" && charge.meter !== "job";
    const count = (0,decimal/* decimal */._)(numberOf(request, "count") ?? 1);
    const measured = measure(charge, request, media, outputsOnly ? decimal/* ONE */.xr : count);
    if ("needs" in measured)
        return measured;
    const ruled = applyRules(charge, measured.billable, request);
    const times = outputsOnly ? count : decimal/* ONE */.xr;
    const included = boundOf(charge.included, request);
    const raw = less(capped(measured.raw, boundOf(charge.max, request)), included);
    return { billable: ruled.billable.times(times), raw: raw.times(times), bound: ruled.bound };
}
function applyRules(charge, measured, request) {
    const min = boundOf(charge.min, request);
    const max = boundOf(charge.max, request);
    const bound = min === "unknown" ? "lower" : max === "unknown" ? "upper" : "exact";
    if (measured.eq(0))
        return { billable: decimal/* ZERO */.f2, bound };
    let billable = measured;
    if (min !== undefined && min !== "unknown" && billable.lt(min))
        billable = (0,decimal/* decimal */._)(min);
    if (charge.step)
        billable = toStep(billable, charge.step, charge.round);
    return { billable: less(capped(billable, max), boundOf(charge.included, request)), bound };
}
function capped(quantity, max) {
    return max !== undefined && max !== "unknown" && quantity.gt(max) ? (0,decimal/* decimal */._)(max) : quantity;
}
function less(quantity, included) {
    if (included === undefined || included === "unknown")
        return quantity;
    return quantity.lte(included) ? decimal/* ZERO */.f2 : quantity.minus(included);
}
/** A quantity in whole steps. */
function toStep(quantity, step, round) {
    const modes = { down: 0, nearest: 1, up: 3 };
    return quantity.div(step).round(0, modes[round]).times(step);
}
/** A bound that may be a table: the most specific row that matches, or none. */
function boundOf(bound, request) {
    if (bound === undefined || typeof bound === "string")
        return bound;
    const matching = bound.filter((row) => (0,condition/* holds */.v9)(row.when, (field) => request.fields.get(field)) === true);
    return matching.find((row) => matching.every((other) => other === row || (0,condition/* beats */.EK)(row.when, other.when)))?.value;
}
function measure(charge, request, media, outputs) {
    switch (charge.meter) {
        case "job":
            return same(decimal/* ONE */.xr);
        case "clip":
            return same(outputs);
        case "gpu_second":
            return field(request, "runtime");
        case "segment":
            return same((0,decimal/* decimal */._)(numberOf(request, "segments") ?? 1).times(outputs));
        case "image":
            return field(request, "input.images");
        case "byte":
            return field(request, "input.text_bytes");
        case "second":
            return sumOf(charge.of, (subject) => seconds(subject, charge, request, outputs));
        case "frame":
            return quantity_frames(charge, request, media, outputs);
        case "megapixel":
            return times(quantity_frames(charge, request, media, outputs), pixels(request, 1e6));
        case "token":
            return tokens(charge, request, media, outputs);
    }
}
function seconds(subject, charge, request, outputs) {
    if (subject === "output") {
        const duration = field(request, "duration");
        return "needs" in duration ? duration : same(duration.raw.times(outputs));
    }
    if (subject !== "input_video" && subject !== "input_audio")
        return same(decimal/* ZERO */.f2);
    const kind = subject === "input_video" ? "video" : "audio";
    const total = field(request, `input.${kind}`);
    const files = request.files[kind];
    if ("needs" in total || !charge.each)
        return total;
    return { raw: total.raw, billable: files.map((file) => ofFile((0,decimal/* decimal */._)(file), files.length, charge)).reduce((sum, one) => sum.plus(one), decimal/* ZERO */.f2) };
}
/** The rules for one input file, before the sum: a share of N caps each of n files at N / n. */
function ofFile(length, files, { each, round }) {
    if (!each || length.eq(0))
        return length;
    let billable = each.min !== undefined && length.lt(each.min) ? (0,decimal/* decimal */._)(each.min) : length;
    if (each.step)
        billable = toStep(billable, each.step, round);
    if (each.max !== undefined && billable.gt(each.max))
        billable = (0,decimal/* decimal */._)(each.max);
    const cap = each.share === undefined ? undefined : (0,decimal/* decimal */._)(each.share).div(files);
    return cap && billable.gt(cap) ? cap : billable;
}
/** Frames of the subjects together; a constant `plus` counts once, as providers' samples show. */
function quantity_frames(charge, request, media, outputs) {
    const plus = media?.frames?.plus ?? 0;
    const asked = numberOf(request, "frames");
    if (asked !== undefined && request.given.has("frames") && charge.of.length === 1 && charge.of[0] === "output")
        return same((0,decimal/* decimal */._)(asked).times(outputs));
    const fps = numberOf(request, "fps") ?? media?.fps;
    if (fps === undefined)
        return { needs: "fps" };
    const length = sumOf(charge.of, (subject) => seconds(subject, charge, request, outputs));
    if ("needs" in length)
        return length;
    const counted = (time) => (time.eq(0) ? decimal/* ZERO */.f2 : time.times(fps).plus(outputs.times(plus)));
    return { billable: counted(length.billable), raw: counted(length.raw) };
}
function pixels(request, divide) {
    return request.size ? (0,decimal/* decimal */._)(request.size[0]).times(request.size[1]).div(divide) : { needs: "resolution" };
}
/** Tokens of the prompt, of the seconds, or of the pixels of all frames: what the media profile says. */
function tokens(charge, request, media, outputs) {
    const rule = media?.tokens;
    if (charge.of.includes("text") && rule?.text_bytes !== undefined)
        return times(field(request, "input.text_bytes"), decimal/* ONE */.xr.div(rule.text_bytes));
    if (rule?.divide !== undefined)
        return times(quantity_frames(charge, request, media, outputs), pixels(request, rule.divide));
    if (rule?.per_second === undefined)
        throw new Error(`${charge.line}: no token rule, which prices/check.ts refuses`);
    return times(sumOf(charge.of, (subject) => seconds(subject, charge, request, outputs)), (0,decimal/* decimal */._)(rule.per_second));
}
function sumOf(subjects, count) {
    let total = same(decimal/* ZERO */.f2);
    for (const subject of subjects) {
        const counted = count(subject);
        if ("needs" in counted)
            return counted;
        total = { billable: total.billable.plus(counted.billable), raw: total.raw.plus(counted.raw) };
    }
    return total;
}
function times(measured, factor) {
    if ("needs" in measured)
        return measured;
    if ("needs" in factor)
        return factor;
    return { billable: measured.billable.times(factor), raw: measured.raw.times(factor) };
}
function same(quantity) {
    return { billable: quantity, raw: quantity };
}
function field(request, name) {
    const value = numberOf(request, name);
    return value === undefined ? { needs: name } : same((0,decimal/* decimal */._)(value));
}
function numberOf(request, name) {
    const value = request.fields.get(name);
    return typeof value === "number" ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/src/engine/price.js




/**
 * Prices one job: lines, factors, extras, total, discount; exact to the end.
 * Rules and their order: docs/prices.md, "How a price is computed".
 * @param date the day, UTC, that promotions inside a price are looked up for
 */
function priceJob(price, request, media, money, date) {
    const fields = (field) => request.fields.get(field);
    if (price.holes.some((hole) => (0,condition/* holds */.v9)(hole, fields) === true))
        return { no: "offer" };
    const chosen = chooseCharges(price.charges.filter((charge) => isActive(charge, date)), fields);
    if ("no" in chosen)
        return chosen;
    const counted = chosen.map((charge) => count(charge, request, media));
    const failed = counted.find((line) => "no" in line);
    if (failed)
        return failed;
    const lines = counted;
    if (!lines.some((line) => !line.charge.extra))
        return { no: "offer" };
    const empty = lines.every(({ quantity }) => quantity.billable.eq(0)) && lines.find(({ charge }) => charge.amount !== "unknown" && !(0,decimal/* decimal */._)(charge.amount.value).eq(0));
    if (empty)
        return { no: "field", field: inputOf(empty.charge) };
    const factors = price.factors.filter((factor) => isActive(factor, date)).map((factor) => ({ factor, match: (0,condition/* holds */.v9)(factor.when, fields) }));
    const unset = factors.find(({ match }) => typeof match === "object")?.match;
    if (unset)
        return { no: "field", field: unset.needs };
    const matching = factors.filter(({ match }) => match === true).map(({ factor }) => factor);
    return assemble(lines, matching, price.total, money, request.auto);
}
/** A job that is billed by what is sent, and sends nothing, is not free: the manifest has not said what it sends. */
function inputOf({ of, meter }) {
    if (meter === "gpu_second")
        return "runtime";
    const inputs = {
        output: "duration",
        input_video: "input.video",
        input_audio: "input.audio",
        input_images: "input.images",
        text: "input.text_bytes",
    };
    return inputs[of[0] ?? "output"];
}
/** In each line the most specific matching charge; every matching extra. */
function chooseCharges(charges, fields) {
    const matching = [];
    let needs;
    for (const charge of charges) {
        const match = (0,condition/* holds */.v9)(charge.when, fields);
        if (match === true)
            matching.push(charge);
        else if (typeof match === "object")
            needs ??= match.needs;
    }
    if (needs !== undefined)
        return { no: "field", field: needs };
    return matching.filter((charge) => charge.extra || !matching.some((other) => !other.extra && other.line === charge.line && (0,condition/* beats */.EK)(other.when, charge.when)));
}
/** A promotion with an unknown end is not counted on: the list price gates. */
function isActive({ from, to }, date) {
    if (from === undefined && to === undefined)
        return true;
    return to !== undefined && (from === undefined || from <= date) && date < to;
}
function count(charge, request, media) {
    if (charge.amount === "unknown")
        return { no: "amount" };
    const quantity = quantityOf(charge, request, media);
    if ("needs" in quantity)
        return { no: "field", field: quantity.needs };
    const rate = (0,decimal/* decimal */._)(charge.amount.value).div(charge.per);
    return { charge, quantity, amount: quantity.billable.times(rate), raw: quantity.raw.times(rate) };
}
function assemble(lines, factors, total, money, auto) {
    const toMoney = converter(money);
    const terms = [];
    const product = factors.reduce((all, { factor }) => all.times(factor), decimal/* ONE */.xr);
    const ordinary = lines.filter(({ charge }) => !charge.extra);
    const extras = lines.filter(({ charge }) => charge.extra);
    const missing = lines.map(({ charge }) => toMoney(decimal/* ONE */.xr, unitOf(charge))).find((one) => "no" in one);
    if (missing)
        return missing;
    const exact = (amount, unit) => toMoney(amount, unit);
    const sumOf = (some, amount) => some.reduce((sum, line) => sum.plus(exact(amount(line), unitOf(line.charge))), decimal/* ZERO */.f2);
    for (const line of ordinary)
        terms.push(lineTerm(line, "line", exact, money));
    let running = sumOf(ordinary, ({ amount }) => amount);
    for (const { factor, when } of factors) {
        const multiplied = running.times(factor);
        terms.push({ kind: "factor", factor, fields: Object.keys(when), amount: multiplied.minus(running) });
        running = multiplied;
    }
    for (const line of extras)
        terms.push(lineTerm(line, "extra", exact, money));
    const sums = new Map();
    for (const { charge, amount } of lines) {
        const before = sums.get(unitOf(charge)) ?? decimal/* ZERO */.f2;
        sums.set(unitOf(charge), before.plus(charge.extra ? amount : amount.times(product)));
    }
    terms.push(...applyTotal(sums, total, exact));
    const gross = [...sums].reduce((sum, [unit, amount]) => sum.plus(exact(amount, unit)), decimal/* ZERO */.f2);
    if (money.discount > 0)
        terms.push({ kind: "discount", share: money.discount, amount: gross.times(money.discount).neg() });
    const net = (amount) => amount.times((0,decimal/* decimal */._)(1).minus(money.discount));
    const bare = sumOf(ordinary, ({ raw }) => raw);
    const priced = bare.times(product).plus(sumOf(extras, ({ raw }) => raw));
    return {
        amount: net(gross),
        terms,
        bound: price_boundOf(lines, auto),
        parts: { base: net(bare), pricing: net(priced.minus(bare)), rounding: net(gross.minus(priced)) },
    };
}
function unitOf({ amount }) {
    return amount === "unknown" ? "unknown" : amount.unit;
}
function lineTerm({ charge, quantity, amount }, kind, exact, { credit }) {
    const rate = charge.amount;
    return {
        kind,
        quantity: quantity.billable,
        meter: charge.meter,
        of: charge.of,
        rate,
        per: charge.per,
        ...(rate.unit === "credits" && credit && { credit: credit.usd }),
        amount: exact(amount, rate.unit),
    };
}
/** Minimum, rounding and maximum of the whole job, in the unit of its lines (prices/check.ts: there is one). */
function applyTotal(sums, total, exact) {
    const [first] = sums;
    if (!total || !first)
        return [];
    const [unit] = first;
    const terms = [];
    const change = (rule, value, to) => {
        const before = sums.get(unit);
        if (to.eq(before))
            return;
        terms.push({ kind: "total", rule, value, unit, amount: exact(to.minus(before), unit) });
        sums.set(unit, to);
    };
    const now = () => sums.get(unit);
    if (total.min !== undefined && now().lt(total.min))
        change("min", total.min, (0,decimal/* decimal */._)(total.min));
    if (total.round_to !== undefined)
        change("round_to", total.round_to, toStep(now(), total.round_to, total.round ?? "up"));
    if (total.max !== undefined && now().gt(total.max))
        change("max", total.max, (0,decimal/* decimal */._)(total.max));
    return terms;
}
function price_boundOf(lines, auto) {
    if (lines.some(({ quantity }) => quantity.bound === "lower"))
        return "lower";
    return auto || lines.some(({ quantity }) => quantity.bound === "upper") ? "upper" : "exact";
}
/** Converts an amount of a price's unit (dollars, credits, a currency) to the reporting currency. */
function converter({ currency, rates, credit }) {
    return (amount, unit) => {
        if (unit === "credits" && !credit)
            return { no: "credit" };
        const dollars = unit === "credits" ? amount.times(credit.usd) : amount;
        const converted = (0,convert/* convert */.C)(dollars, unit === "credits" ? "USD" : unit, currency, rates);
        return "noRate" in converted ? { no: "rate", currency: converted.noRate } : converted;
    };
}


/***/ }),

/***/ 8216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ requestOf)
/* harmony export */ });
/* harmony import */ var _notation_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9298);
/* harmony import */ var _notation_resolution_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9071);
/* harmony import */ var _prices_accepts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8740);
/* harmony import */ var _prices_condition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(640);




/** Defaults of one case can make another match; more rounds than this is a loop in the price file. */
const ROUNDS = 8;
/** @returns the job that a workload asks of a model, with the provider's defaults where it says nothing. */
function requestOf(workload, model, context) {
    const mode = workload.mode ?? model.modes[0];
    const given = givenFields(workload, mode, context);
    const fields = withDefaults(given, model);
    const auto = fields.get("duration") === "auto";
    if (auto)
        setAuto(fields, model);
    const size = resolve(fields, model);
    derive(fields, size, model.media);
    return {
        fields,
        given: new Set(given.keys()),
        files: { video: workload.input.video ?? [], audio: workload.input.audio ?? [] },
        ...(size && { size }),
        auto,
    };
}
function givenFields({ output, input, tier, region, options, runtime }, mode, { plan, monthlyJobs }) {
    const fields = new Map(Object.entries(options));
    const set = (field, value) => {
        if (value !== undefined)
            fields.set(field, (0,_prices_condition_js__WEBPACK_IMPORTED_MODULE_2__/* .comparable */ .Zm)(field, value));
    };
    set("mode", mode);
    set("duration", output.segments ? sum(output.segments) : output.duration);
    set("segments", output.segments?.length);
    set("frames", output.frames);
    set("resolution", output.resolution);
    set("audio", output.audio);
    set("aspect_ratio", output.aspect_ratio);
    set("fps", output.fps);
    set("quality", output.quality);
    set("count", output.count);
    set("input.images", input.images ?? _notation_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .IMAGES_SENT */ .qb[mode] ?? 0);
    set("input.video", input.video ? sum(input.video) : _notation_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .TAKES_VIDEO */ .dz.has(mode) ? undefined : 0);
    set("input.audio", input.audio ? sum(input.audio) : _notation_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .TAKES_AUDIO */ .gu.has(mode) ? undefined : 0);
    set("input.resolution", input.resolution);
    set("input.text_bytes", input.text_bytes);
    set("tier", tier);
    set("region", region);
    set("runtime", runtime);
    set("plan", plan);
    set("monthly_jobs", monthlyJobs);
    return fields;
}
/** The longest clip that the model makes of such a request, cases included. */
function setAuto(fields, model) {
    const limits = (0,_prices_accepts_js__WEBPACK_IMPORTED_MODULE_1__/* .limitsOf */ .A)("duration", model, (field) => fields.get(field)) ?? [];
    const longest = limits.map((limit) => (Array.isArray(limit) ? Math.max(...limit.filter((value) => typeof value === "number")) : limit.max));
    if (longest.length === 0)
        fields.delete("duration");
    else
        fields.set("duration", Math.min(...longest));
}
/** The model's defaults, then those of every case that matches, until nothing changes. */
function withDefaults(given, model) {
    let fields = new Map(given);
    for (let round = 0; round < ROUNDS; round++) {
        const next = new Map(given);
        const matching = model.cases.filter((one) => (0,_prices_condition_js__WEBPACK_IMPORTED_MODULE_2__/* .holds */ .v9)(one.when, (field) => fields.get(field)) === true);
        for (const defaults of [model.defaults, ...matching.map((one) => one.defaults)]) {
            for (const field in defaults) {
                if (given.has(field) || (field === "duration" && (given.has("frames") || given.has("segments"))))
                    continue;
                const value = inherited(defaults[field], given, model);
                if (value !== undefined)
                    next.set(field, value);
            }
        }
        const stable = next.size === fields.size && [...next].every(([field, value]) => fields.get(field) === value);
        fields = next;
        if (stable)
            break;
    }
    return fields;
}
/** `{ from: input.resolution, max: 720p }`: what another field says, capped in the model's own order. */
function inherited(value, given, model) {
    if (typeof value !== "object")
        return value;
    const source = given.get(value.from);
    if (source === undefined || value.max === undefined)
        return source;
    const max = (0,_prices_condition_js__WEBPACK_IMPORTED_MODULE_2__/* .comparable */ .Zm)(value.from, value.max);
    return heightOf(source) > heightOf(max) ? max : classOf(source, model);
}
function heightOf(resolution) {
    const size = (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$)(String(resolution));
    if (size)
        return Math.min(...size);
    const digits = /^(\d+)(p|k)$/.exec(String(resolution));
    if (!digits)
        return 0;
    return digits[2] === "p" ? Number(digits[1]) : Number(digits[1]) * 540;
}
/** Of an exact size as it is; of a class such as 4k as 16:9. */
function megapixels(resolution) {
    const [width, height] = (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$)(resolution) ?? [(heightOf(resolution) * 16) / 9, heightOf(resolution)];
    return (width * height) / 1e6;
}
function classOf(resolution, model) {
    const size = (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$)(String(resolution));
    return size ? (nameOfSize(size, model) ?? resolution) : resolution;
}
/** The one name of the resolution that the model's prices use, and its pixels where they are known. */
function resolve(fields, model) {
    const written = fields.get("resolution");
    if (typeof written !== "string")
        return undefined;
    const exact = (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$)(written);
    const name = exact ? nameOfSize(exact, model) : nameOfClass(written, model);
    if (name !== undefined)
        fields.set("resolution", name);
    return exact ?? pixelsOf(String(name ?? written), fields.get("aspect_ratio"), model.media);
}
function nameOfSize([width, height], model) {
    const known = model.media?.pixels?.find((size) => size.width === width && size.height === height);
    if (known)
        return known.class;
    if (isAccepted(`${width}x${height}`, model))
        return `${width}x${height}`;
    return nameOfClass(`${Math.min(width, height)}p`, model);
}
/** 4k and 2160p are one class under two names. */
function nameOfClass(name, model) {
    const names = name === "2160p" ? [name, "4k"] : name === "4k" ? [name, "2160p"] : [name];
    return names.find((candidate) => isAccepted(candidate, model)) ?? undefined;
}
function isAccepted(resolution, model) {
    const { resolution: accepted } = model.accepts;
    const known = [accepted, ...model.cases.map((one) => one.accepts["resolution"])];
    return known.some((list) => Array.isArray(list) && list.includes(resolution));
}
function pixelsOf(name, ratio, media) {
    const sizes = media?.pixels?.filter((size) => size.class === (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_3__/* .normaliseResolution */ .J)(name)) ?? [];
    const found = sizes.find((size) => size.ratio === ratio) ?? sizes.find((size) => size.ratio === undefined);
    return found && [found.width, found.height];
}
/** What a condition may ask for and that follows from the rest: length and frames from each other, and sizes. */
function derive(fields, size, media) {
    const fps = Number(fields.get("fps") ?? media?.fps);
    const plus = media?.frames?.plus ?? 0;
    const [duration, frames] = [fields.get("duration"), fields.get("frames")];
    if (fps > 0 && typeof duration === "number" && frames === undefined)
        fields.set("frames", Math.round(duration * fps) + plus);
    if (fps > 0 && typeof frames === "number" && duration === undefined)
        fields.set("duration", Number(((frames - plus) / fps).toPrecision(12)));
    if (size)
        fields.set("megapixels", (size[0] * size[1]) / 1e6);
    const input = fields.get("input.resolution");
    if (input !== undefined)
        fields.set("input.megapixels", megapixels(String(input)));
}
function sum(seconds) {
    return Number(seconds.reduce((total, one) => total + one, 0).toPrecision(12));
}


/***/ }),

/***/ 229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ loadBook)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * The built-in price book: the JSON that `scripts/generate.ts` writes beside the two bundles, so that
 * start-up parses no YAML of ours. Between the line of the snapshot and the last it has one line per
 * provider, and a line is parsed when its provider is first asked for: a run needs few of them.
 * @param folder where the running bundle is; the JSON is one folder up
 * @throws the error of node:fs where the JSON is not there
 */
function loadBook(folder = import.meta.dirname) {
    const [head = "", ...lines] = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "..", "prices.json"), "utf8").split("\n");
    const { snapshot } = JSON.parse(`${head}}}`);
    const written = new Map();
    for (const line of lines) {
        const end = line.indexOf('":');
        if (line.startsWith('"') && end > 0)
            written.set(line.slice(1, end), line.slice(end + 2, line.endsWith(",") ? -1 : undefined));
    }
    const parsed = new Map();
    return {
        snapshot,
        slugs: [...written.keys()],
        provider(slug) {
            const json = written.get(slug);
            if (json !== undefined && !parsed.has(slug))
                parsed.set(slug, JSON.parse(json));
            return parsed.get(slug);
        },
    };
}


/***/ }),

/***/ 6982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitError: () => (/* binding */ GitError),
/* harmony export */   gitReader: () => (/* binding */ gitReader),
/* harmony export */   mergeBase: () => (/* binding */ mergeBase),
/* harmony export */   renamesSince: () => (/* binding */ renamesSince)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);


const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/** What git answered instead of doing it; `args` is the command. */
class GitError extends Error {
    name = "GitError";
    args;
    constructor(args, said) {
        super(said);
        this.args = args;
    }
}
/** The commit that a ref and HEAD have in common: what this branch started from. @throws GitError */
async function mergeBase(ref, cwd) {
    // `--end-of-options`, so that a ref is never read as an option.
    const sha = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], cwd);
    return (await git(["merge-base", sha.trim(), "HEAD"], cwd)).trim();
}
/** Reads files of one commit. Paths are relative to `cwd`; symbolic links and submodules are not files. @throws GitError */
async function gitReader(sha, cwd) {
    const prefix = (await git(["rev-parse", "--show-prefix"], cwd)).trim();
    const depth = prefix.split("/").length - 1;
    const listed = await git(["ls-tree", "-r", "-z", "--full-tree", sha], cwd);
    const blobs = new Map();
    for (const entry of listed.split("\0")) {
        const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
        if (mode?.startsWith("100") && blob && path !== undefined)
            blobs.set(relative(path, prefix, depth), blob);
    }
    return {
        async read(path) {
            const blob = blobs.get(path);
            if (blob === undefined)
                return null;
            const { stdout } = await run("git", ["cat-file", "blob", blob], { cwd, encoding: "buffer", maxBuffer: MAX_BUFFER });
            return stdout;
        },
        async glob(patterns) {
            const { default: picomatch } = await Promise.resolve(/* import() eager */).then(__webpack_require__.t.bind(__webpack_require__, 4006, 19));
            const matches = picomatch([...patterns], { dot: true });
            return [...blobs.keys()].filter((path) => matches(path)).sort();
        },
        contains: (path) => !path.startsWith("/") && path.split("/").filter((part) => part === "..").length <= depth,
    };
}
/** By today's path, the path at `sha` of files that were renamed since, in the working tree. @throws GitError */
async function renamesSince(sha, cwd) {
    const prefix = (await git(["rev-parse", "--show-prefix"], cwd)).trim();
    const depth = prefix.split("/").length - 1;
    const fields = (await git(["diff", "--no-ext-diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", sha], cwd)).split("\0");
    const renames = new Map();
    for (let i = 0; i + 2 < fields.length; i += 3)
        renames.set(relative(fields[i + 2], prefix, depth), relative(fields[i + 1], prefix, depth));
    return renames;
}
/** 64 MiB: far above a manifest, and above the listing of a very large repository. */
const MAX_BUFFER = 64 * 1024 * 1024;
async function git(args, cwd) {
    try {
        return (await run("git", [...args], { cwd, maxBuffer: MAX_BUFFER })).stdout;
    }
    catch (error) {
        const { stderr = "", message } = error;
        throw new GitError(args, stderr.trim() || message);
    }
}
/** A path of the repository as seen from a folder in it. */
function relative(path, prefix, depth) {
    return path.startsWith(prefix) ? path.slice(prefix.length) : "../".repeat(depth) + path;
}


/***/ }),

/***/ 7430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kg: () => (/* binding */ gather),
  gl: () => (/* binding */ reach)
});

// UNUSED EXPORTS: relativeTo

// EXTERNAL MODULE: ./lib/src/yaml/issue.js
var issue = __webpack_require__(8411);
// EXTERNAL MODULE: ./lib/src/yaml/read.js
var read = __webpack_require__(946);
;// CONCATENATED MODULE: ./lib/src/manifest/merge.js
/** Keys of which a workload names one: its own choice drops the others that `defaults` made. */
const CHOICES = [
    ["volume.per_day", "volume.per_week", "volume.per_month"],
    ["output.duration", "output.frames", "output.segments"],
    ["client.completion.poll", "client.completion.webhook"],
];
/** Values that are one thing though written as a map: they replace, and do not merge. */
const WHOLE = new Set(["volume.per_day", "volume.per_week", "volume.per_month", "price", "takes"]);
/**
 * A workload over the manifest's `defaults`: maps merge deeply, lists replace, its own value wins.
 * Neither argument is changed, and only own keys are read, so that `__proto__` is a key like any other.
 */
function merge(defaults, own, at = "") {
    if (!isTree(defaults) || !isTree(own) || WHOLE.has(at))
        return own === undefined ? defaults : own;
    const merged = new Map(Object.entries(defaults));
    for (const key of Object.keys(own)) {
        for (const choice of CHOICES.filter((keys) => keys.includes(join(at, key)))) {
            for (const other of choice)
                merged.delete(other.slice(at.length + 1));
        }
    }
    for (const [key, value] of Object.entries(own)) {
        const inherited = Object.hasOwn(defaults, key) ? defaults[key] : undefined;
        merged.set(key, merge(inherited, value, join(at, key)));
    }
    return Object.fromEntries(merged);
}
function isTree(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function join(at, key) {
    return at === "" ? key : `${at}.${key}`;
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules.js
/** Rules that no single key can break alone. Each names the key that has to change. */
const RULES = [oneVolume, ascendingVolume, oneLength, sharesUpToOne, timeoutAndBehaviour, latencyInOrder, evidenceInOrder, onePrice];
function brokenRules(workload) {
    return RULES.flatMap((rule) => rule(workload)).filter((broken) => broken !== false && broken !== undefined);
}
function oneVolume({ volume }) {
    const given = ["per_day", "per_week", "per_month"].filter((key) => volume[key] !== undefined);
    return [given.length !== 1 && { code: "one-of", path: ["volume"], args: { keys: ["per_day", "per_week", "per_month"], given } }];
}
function ascendingVolume({ volume }) {
    return ["per_day", "per_week", "per_month"].map((key) => {
        const amount = volume[key];
        if (typeof amount !== "object")
            return undefined;
        const steps = "p10" in amount ? [amount.p10, amount.p90] : [amount.low, amount.likely, amount.high];
        const ascending = steps.every((step, i) => i === 0 || step >= steps[i - 1]) && steps[0] < steps.at(-1);
        const order = "p10" in amount ? "p10 < p90" : "low ≤ likely ≤ high, low < high";
        return !ascending && { code: "not-ascending", path: ["volume", key], args: { order, values: steps.map(String) } };
    });
}
function oneLength({ output }) {
    const given = ["duration", "frames", "segments"].filter((key) => output[key] !== undefined);
    return [given.length > 1 && { code: "one-of", path: ["output"], args: { keys: ["duration", "frames", "segments"], given } }];
}
function sharesUpToOne({ reliability }) {
    const first = reliability.outcomes;
    const later = { ...first, ...reliability.after_first };
    return ["outcomes", "after_first"].map((key) => {
        const total = Object.values(key === "outcomes" ? first : later).reduce((sum, chance) => sum + (chance ?? 0), 0);
        // A hair of slack: 0.1 + 0.2 + 0.7 is above 1 in binary.
        return ((key === "outcomes" || reliability.after_first) &&
            total > 1 + 1e-9 && { code: "shares-over-one", path: ["reliability", key], args: { total: Number(total.toPrecision(12)) } });
    });
}
const BEHAVIOURS = ["resubmit", "cancel-and-resubmit", "give-up", "keep-polling"];
function timeoutAndBehaviour({ client, reliability }) {
    const { timeout, on_timeout } = client;
    const acts = on_timeout !== undefined && on_timeout !== "keep-polling";
    return [
        timeout !== undefined &&
            on_timeout === undefined && { code: "timeout-without-behaviour", path: ["client", "timeout"], args: { value: timeout, allowed: BEHAVIOURS } },
        acts && timeout === undefined && { code: "behaviour-without-timeout", path: ["client", "on_timeout"], args: { value: on_timeout } },
        acts &&
            timeout !== undefined &&
            reliability.latency === undefined && { code: "behaviour-without-latency", path: ["client", "on_timeout"], args: { value: on_timeout } },
    ];
}
function latencyInOrder({ reliability: { latency } }) {
    return [
        latency &&
            (latency.p50 <= 0 || latency.p95 <= latency.p50) && {
            code: "not-ascending",
            path: ["reliability", "latency"],
            args: { order: "0 < p50 < p95", values: [String(latency.p50), String(latency.p95)] },
        },
    ];
}
function evidenceInOrder({ reliability: { evidence } }) {
    return Object.entries(evidence ?? {}).map(([outcome, counts]) => counts &&
        counts.k > counts.n && {
        code: "not-ascending",
        path: ["reliability", "evidence", outcome],
        args: { order: "k ≤ n", values: [String(counts.k), String(counts.n)] },
    });
}
function onePrice({ price }) {
    if (!price)
        return [];
    const given = ["usd", "credits", "amount"].filter((key) => price[key] !== undefined);
    return [
        given.length !== 1 && { code: "one-of", path: ["price"], args: { keys: ["usd", "credits", "amount"], given } },
        (price.amount !== undefined) !== (price.currency !== undefined) && {
            code: "missing-key",
            path: ["price", price.currency === undefined ? "currency" : "amount"],
            args: { key: price.currency === undefined ? "currency" : "amount" },
        },
        price.per === "credit" && price.credits !== undefined && { code: "one-of", path: ["price"], args: { keys: ["usd", "amount"], given: ["credits"] } },
    ];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
// EXTERNAL MODULE: ./lib/src/notation/duration.js
var duration = __webpack_require__(8081);
// EXTERNAL MODULE: ./lib/src/notation/meter.js
var meter = __webpack_require__(5888);
// EXTERNAL MODULE: ./lib/src/notation/mode.js
var mode = __webpack_require__(9298);
;// CONCATENATED MODULE: ./lib/src/notation/money.js

const WRITTEN = /^\d{1,15}(?:\.\d{1,9})?$/;
/** Money, 0 or more: a number, or a string with at most 9 decimals. Gives the decimal as text, exact. */
const money = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()], { error: "money" })
    .transform((value) => (typeof value === "number" ? plain(value) : value))
    .refine((text) => WRITTEN.test(text), { error: "money" })
    .describe("Money: a number, or a string with at most 9 decimals");
/** Money above 0. */
const positiveMoney = money
    .refine((text) => /[1-9]/.test(text), { error: "positive-money" })
    .describe("Money above 0: a number, or a string with at most 9 decimals");
/** The plain decimal form of a number (1e-7 → 0.0000001); what is no number stays as it is and is refused. */
function plain(value) {
    const text = String(value);
    if (!/e-/.test(text) || value < 0)
        return text;
    return value.toFixed(20).replace(/0+$/, "");
}

// EXTERNAL MODULE: ./lib/src/notation/policy.js
var policy = __webpack_require__(7019);
// EXTERNAL MODULE: ./lib/src/notation/share.js
var share = __webpack_require__(7730);
;// CONCATENATED MODULE: ./lib/src/manifest/schema.js







/**
 * The whole vocabulary of `video-budget.yml`, with its defaults. The JSON Schema for editors is
 * generated from here, and the descriptions are what an editor shows on hover.
 *
 * An `error` on a schema is a word of `report/messages.ts` (EXPECTED), never a sentence.
 * Rules between two keys are in `rules.ts`, so that each can name what it is about.
 */
const schema_text = schemas/* string */.YjP({ error: "text" });
const count = schemas/* number */.aig({ error: "number" }).nonnegative();
const whole = schemas/* int */.Whr({ error: "whole-number" });
const switched = schemas/* boolean */.zMY({ error: "switch" });
const currency = schemas/* string */.YjP().regex(/^[A-Z]{3}$/, { error: "currency" });
const durations = schemas/* union */.KCZ([duration/* duration */.p, schemas/* array */.YOg(duration/* duration */.p)], { error: "durations" }).transform((value) => (Array.isArray(value) ? value : [value]));
const WORKLOAD_NAME = /^[a-z0-9][a-z0-9_.-]{0,63}$/;
const increase = schemas/* strictObject */.rej({
    amount: money.optional().describe("The most that one change may add, a month"),
    share: share/* growth */.Am.optional().describe("The most that one change may add, as a share of the base"),
    ignore_below: money.optional().describe("`share` does not count for an increase below this amount"),
});
const anyOf = schemas/* union */.KCZ([schema_text, schemas/* array */.YOg(schema_text).min(1)], { error: "text-or-list" }).transform((value) => (Array.isArray(value) ? value : [value]));
const match = schemas/* strictObject */.rej({
    provider: anyOf.optional(),
    model: anyOf.optional(),
    mode: anyOf.optional(),
    workload: anyOf.optional(),
    tags: schemas/* record */.g1P(schemas/* string */.YjP(), anyOf).optional(),
})
    .describe("The workloads that match all of these; a list means any of its values");
const budget = schemas/* strictObject */.rej({
    monthly: money.optional().describe("The limit of a month for the whole manifest, in the reporting currency"),
    figure: schemas/* enum */.k5n(["expected", "p50", "p90", "p95"]).default("expected").describe("The figure that is held against every limit"),
    warn_at: share/* share */.uM.default(0.8).describe("Warn from this share of a limit on"),
    max_increase: increase.optional().describe("What one pull request may add: fails if the amount or the share is exceeded"),
    warn_increase: increase.optional().describe("As max_increase, but warns"),
    scopes: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ match, monthly: money.describe("The limit of a month for this scope") }))
        .default({})
        .describe("Further limits, each on the workloads that match all of its keys"),
});
const role = schemas/* enum */.k5n(["write", "maintain", "admin"]);
const policies = schemas/* strictObject */.rej({
    unknown_price: schemas/* enum */.k5n(["fail", "warn"]).default("fail").describe("What a workload with no usable price does. It never counts as $0"),
    stale_price: schemas/* enum */.k5n(["note", "warn", "fail"]).default("note").describe("What an old price does, on workloads that the change touches"),
    price_max_age_days: whole.positive().default(180).describe("After how many days a price counts as old"),
    override: schemas/* strictObject */.rej({
        label: schema_text.min(1).describe("The label that lets a failing pull request through"),
        min_role: role.default("maintain").describe("The least role of the person who adds it"),
        by_author: switched.default(false).describe("Whether the author of the pull request may add it"),
    })
        .optional()
        .describe("Absent: there is no override"),
});
const pack = schemas/* union */.KCZ([schema_text, schemas/* strictObject */.rej({ size: positiveMoney.describe("Units in the pack"), price: money.describe("USD for the whole pack") })], {
    error: "pack",
});
const account = schemas/* strictObject */.rej({
    pack: pack.optional().describe("The pack that is bought: its name in the price book, or its size and price"),
    plan: schema_text.optional().describe("The subscription, by its name in the price book"),
    discount: share/* share */.uM.optional().describe("Negotiated discount on every price of this provider"),
    trial: money.optional().describe("Once-only credit, in the account's unit: it touches only the first month's cash"),
    prepaid: money.optional().describe("A balance already paid for, in the account's unit: it touches only the first month's cash"),
    other_jobs: count.optional().describe("Jobs a month outside this repository that count for monthly price tiers"),
    concurrency: count.positive().optional().describe("Jobs that the account may run at once"),
    fees: schemas/* record */.g1P(schemas/* string */.YjP(), count).optional().describe("How many of each of the provider's fees"),
});
const output = schemas/* strictObject */.rej({
    duration: schemas/* union */.KCZ([duration/* duration */.p, schemas/* literal */.euz("auto")], { error: "duration-or-auto" })
        .optional()
        .describe("Output duration of one clip; `auto`: the model chooses. For extend: the new seconds"),
    frames: whole.positive().optional().describe("Frames instead of a duration"),
    segments: schemas/* array */.YOg(duration/* duration */.p).min(1).optional().describe("Durations of a job's segments, instead of a duration"),
    resolution: schema_text.optional().describe("A class (720p, 1080p, 4k) or an exact size (1792x1024)"),
    audio: switched.optional().describe("Whether the clip is generated with sound"),
    aspect_ratio: schema_text.regex(/^\d+(\.\d+)?:\d+(\.\d+)?$|^[a-z]+$/, { error: "aspect-ratio" }).optional(),
    fps: count.positive().optional().describe("Frames a second"),
    quality: schema_text.optional().describe("A provider's std, pro, fast, normal…"),
    count: whole.positive().optional().describe("Outputs of one job"),
});
const input = schemas/* strictObject */.rej({
    images: whole.nonnegative().optional().describe("Images sent with one job"),
    video: durations.optional().describe("Duration of each video sent with one job"),
    audio: durations.optional().describe("Duration of each audio file sent with one job"),
    resolution: schema_text.optional().describe("Resolution of the video sent"),
    text_bytes: whole.nonnegative().optional().describe("Length of the prompt or script in UTF-8 bytes"),
});
const contract = schemas/* strictObject */.rej({
    usd: money.optional(),
    credits: money.optional(),
    amount: money.optional(),
    currency: currency.optional(),
    per: schemas/* enum */.k5n([...meter/* METER_NAMES */.fN, "credit"]).describe("What the amount buys one of; `credit`: the value of the provider's credit"),
});
const amountOfVolume = schemas/* union */.KCZ([count, schemas/* strictObject */.rej({ low: count, likely: count, high: count }), schemas/* strictObject */.rej({ p10: count.positive(), p90: count.positive() })], { error: "volume" });
const volume = schemas/* strictObject */.rej({
    per_day: amountOfVolume.optional().describe("Clips wanted a day"),
    per_week: amountOfVolume.optional().describe("Clips wanted a week"),
    per_month: amountOfVolume.optional().describe("Clips wanted a month of 30.4375 days: a number, { low, likely, high } or { p10, p90 }"),
    arrivals: schemas/* enum */.k5n(["fixed", "poisson"]).default("fixed").describe("poisson makes a plain number random"),
    peak_per_hour: count.positive().optional().describe("Clips wanted in the busiest hour"),
    driver: schema_text.optional().describe("Workloads with the same driver rise and fall together"),
});
const takes = schemas/* union */.KCZ([
    count.min(1),
    schemas/* strictObject */.rej({
        until_kept: schemas/* strictObject */.rej({
            acceptance: share/* share */.uM.refine((value) => value > 0, { error: "positive-share" }).describe("Chance that one take is kept"),
            max: whole.positive().describe("Takes after which one gives up"),
        }),
    }),
], { error: "takes" });
const OUTCOMES = ["provider_error", "moderated", "invalid", "timed_out"];
const chances = schemas/* strictObject */.rej({
    provider_error: share/* share */.uM.optional(),
    moderated: share/* share */.uM.optional(),
    invalid: share/* share */.uM.optional(),
    timed_out: share/* share */.uM.optional(),
});
const poll = schemas/* strictObject */.rej({
    first: duration/* duration */.p.optional().describe("Delay of the first status request"),
    interval: duration/* duration */.p.optional().describe("Delay between two status requests"),
    backoff: count.min(1).default(1).describe("Factor on the interval after each status request"),
    max: duration/* duration */.p.optional().describe("Longest interval that backoff leads to"),
    pollers: whole.positive().default(1).describe("Processes that poll the same job"),
});
const completion = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ poll }),
    schemas/* strictObject */.rej({
        webhook: schemas/* strictObject */.rej({
            loss: share/* share */.uM.default(0).describe("Share of webhooks that never arrive"),
            fallback_poll: schemas/* strictObject */.rej({ after: duration/* duration */.p, interval: duration/* duration */.p }).optional(),
        }),
    }),
], { error: "completion" });
const client = schemas/* strictObject */.rej({
    max_attempts: whole.positive().default(1).describe("Submissions per take, retries included"),
    retry_on: schemas/* array */.YOg(schemas/* enum */.k5n(OUTCOMES)).default(["provider_error", "timed_out"]).describe("Outcomes that are submitted again"),
    timeout: duration/* duration */.p.optional().describe("Patience for one submission; needs on_timeout"),
    on_timeout: schemas/* enum */.k5n(["resubmit", "cancel-and-resubmit", "give-up", "keep-polling"]).optional().describe("What the client does when its patience ends"),
    idempotency_key: switched.optional().describe("A resubmission with the same key finds the same job. Default: what the book says of the provider"),
    max_wait: duration/* duration */.p.optional().describe("Patience of keep-polling, and of resubmit with a key"),
    cancel: schemas/* strictObject */.rej({ success: share/* share */.uM.describe("Share of cancellations that succeed"), billed: share/* share */.uM.describe("Share of the price that a cancelled job bills") })
        .optional(),
    submit_ack_loss: share/* share */.uM.default(0).describe("Share of submissions whose answer is lost"),
    completion: completion.optional().describe("How the client learns that a job is done. Default: poll at the provider's recommended interval"),
});
const outcomePolicy = schemas/* strictObject */.rej({
    provider_error: policy/* policy */.J.optional(),
    moderated: policy/* policy */.J.optional(),
    invalid: policy/* policy */.J.optional(),
    timed_out: policy/* policy */.J.optional(),
    cancelled: policy/* policy */.J.optional(),
});
const evidence = schemas/* strictObject */.rej({ k: whole.nonnegative().describe("Jobs with this outcome"), n: whole.positive().describe("Jobs in all") });
const reliability = schemas/* strictObject */.rej({
    outcomes: chances.default({}).describe("Chance of each outcome per attempt; the rest succeeds"),
    after_first: chances.optional().describe("Chances on attempts 2 and later, where failures come together"),
    evidence: schemas/* strictObject */.rej({ provider_error: evidence.optional(), moderated: evidence.optional(), invalid: evidence.optional(), timed_out: evidence.optional() })
        .optional()
        .describe("The counts behind a rate; they replace it"),
    latency: schemas/* strictObject */.rej({ p50: duration/* duration */.p, p95: duration/* duration */.p }).optional().describe("Queue and run time of the provider"),
    billed: outcomePolicy.optional().describe("Overrides the price book's failure policy"),
});
const schema_option = schemas/* union */.KCZ([schema_text, schemas/* number */.aig(), schemas/* boolean */.zMY()], { error: "scalar" });
/** A workload with every key optional: what `defaults` may hold. */
const workloadKeys = schemas/* strictObject */.rej({
    provider: schema_text.describe("The provider, as the price book names it"),
    model: schema_text.describe("The exact string that the provider's API takes, or an alias of the price book"),
    mode: schemas/* enum */.k5n(mode/* MODES */.FN).optional().describe("What a job does; the model's first mode if absent"),
    output: output.default({}),
    input: input.default({}),
    tier: schema_text.optional().describe("batch, flex, off-peak… where the model has them"),
    region: schema_text.optional().describe("Where the model has regions"),
    options: schemas/* record */.g1P(schemas/* string */.YjP(), schema_option).default({}).describe("Any further switch that the model declares"),
    runtime: duration/* duration */.p.optional().describe("GPU time of one job, for prices by GPU second"),
    price: contract.optional().describe("A contract price for this workload alone"),
    volume: volume.describe("Clips wanted"),
    takes: takes.default(1).describe("Takes generated per clip wanted"),
    client: client.prefault({}).describe("How the client submits, waits and retries"),
    reliability: reliability.prefault({}).describe("What was measured of the provider"),
    tags: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schema_text, schemas/* number */.aig(), schemas/* boolean */.zMY()], { error: "scalar" }).transform(String))
        .default({})
        .describe("For scopes and reports"),
    notes: schema_text.optional(),
});
const settings = {
    version: schemas/* literal */.euz(1, { error: "version" }),
    currency: currency.default("USD").describe("The reporting currency"),
    fx: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Z]{3}$/, { error: "currency" }), positiveMoney)
        .default({})
        .describe("USD for one unit of each currency"),
    budget: budget.prefault({}),
    policy: policies.prefault({}),
    prices: schemas/* array */.YOg(schema_text).default([]).describe("Extra price files, relative to this file; they win over the built-in book"),
    include: schemas/* array */.YOg(schema_text).default([]).describe("Other manifests whose workloads also count here: paths or globs, relative to this file"),
    accounts: schemas/* record */.g1P(schemas/* string */.YjP(), account).default({}).describe("How each provider is paid, by its slug"),
};
/** Everything of a manifest but its workloads, which are validated one by one (`parse.ts`). */
const manifestSettings = schemas/* strictObject */.rej({ ...settings, defaults: schemas/* unknown */.L5J().optional(), workloads: schemas/* unknown */.L5J().optional() });
/** The whole manifest in one schema, for the JSON Schema that editors use; made on demand, since no run needs it. */
function manifestSchema() {
    return z.strictObject({
        ...settings,
        defaults: workloadKeys.partial().optional().describe("Any workload key, given once; maps merge deeply, lists replace, a workload's own value wins"),
        workloads: z.record(z.string().regex(WORKLOAD_NAME), workloadKeys.partial()).optional().describe("By name: what the product generates in a month"),
    });
}

;// CONCATENATED MODULE: ./lib/src/manifest/parse.js





/**
 * Reads a manifest. Every problem is reported; a setting or a workload with a problem does not stop
 * the others: the setting falls back to its default, the workload has `keys: null`.
 * @param file its path, as problems name it
 */
function parseManifest(file, bytes) {
    const yaml = (0,read.readYaml)(file, bytes);
    if (yaml.problems.length > 0)
        return { file, settings: fallback({}), workloads: [], problems: yaml.problems, yaml };
    if (!parse_isTree(yaml.value)) {
        const problem = { code: "not-a-map", severity: "error", file, path: [], args: { empty: yaml.value === null || yaml.value === undefined } };
        return { file, settings: fallback({}), workloads: [], problems: [problem], yaml };
    }
    const { settings, problems } = parseSettings(file, yaml.value);
    const workloads = parseWorkloads(file, yaml.value, settings);
    return { file, settings, workloads: workloads.declared, problems: distinct([...problems, ...workloads.problems]), yaml };
}
/** zod compiles a schema on first use, which pays from some hundred workloads on and delays a smaller file. */
const COMPILE_FROM = 500;
const INTERPRET = { jitless: true };
function parseSettings(file, tree) {
    const result = manifestSettings.safeParse(tree, INTERPRET);
    if (result.success)
        return { settings: result.data, problems: [] };
    const problems = (0,issue/* issuesToProblems */.q)(result.error.issues, manifestSettings, tree, file, []);
    const broken = new Set(problems.map((problem) => problem.path[0]));
    return { settings: fallback(Object.fromEntries(Object.entries(tree).filter(([key]) => !broken.has(key)))), problems };
}
function fallback(sound) {
    return manifestSettings.parse({ ...sound, version: 1 }, INTERPRET);
}
function parseWorkloads(file, tree, settings) {
    const problems = [];
    const { defaults, workloads } = tree;
    if (defaults !== undefined) {
        const result = workloadKeys.partial().safeParse(defaults, INTERPRET);
        if (!result.success)
            problems.push(...(0,issue/* issuesToProblems */.q)(result.error.issues, workloadKeys, defaults, file, ["defaults"]));
    }
    if (workloads === undefined) {
        if (settings.include.length === 0 && tree["include"] === undefined)
            problems.push({ code: "no-workloads", severity: "error", file, path: [], args: {} });
        return { declared: [], problems };
    }
    if (!parse_isTree(workloads)) {
        problems.push({
            code: "wrong-value",
            severity: "error",
            file,
            path: ["workloads"],
            args: { value: Array.isArray(workloads) ? "a list" : String(workloads), expected: "map" },
        });
        return { declared: [], problems };
    }
    const names = Object.keys(workloads);
    const context = names.length < COMPILE_FROM ? INTERPRET : {};
    const declared = names.map((name) => {
        const found = parseWorkload(file, name, workloads[name], defaults, context);
        problems.push(...found.problems);
        return { file, name, keys: found.keys };
    });
    return { declared, problems };
}
function parseWorkload(file, name, own, defaults, context) {
    const at = ["workloads", name];
    if (!WORKLOAD_NAME.test(name)) {
        return { keys: null, problems: [{ code: "wrong-value", severity: "error", file, path: at, at: "key", args: { value: name, expected: "workload-name" } }] };
    }
    if (!parse_isTree(own)) {
        return {
            keys: null,
            problems: [{ code: "wrong-value", severity: "error", file, path: at, args: { value: own === null ? null : String(own), expected: "map" } }],
        };
    }
    const merged = merge(defaults, own);
    const result = workloadKeys.safeParse(merged, context);
    const problems = result.success
        ? brokenRules(result.data).map(({ code, path, args }) => ({ code, severity: "error", file, path: [...at, ...path], args }))
        : (0,issue/* issuesToProblems */.q)(result.error.issues, workloadKeys, merged, file, at);
    return {
        keys: result.success && problems.length === 0 ? result.data : null,
        problems: problems.map((problem) => ({ ...problem, path: declaredPath(problem.path, own, defaults) })),
    };
}
/** A key that a workload inherits stands in `defaults`, and that is where it must be changed. */
function declaredPath(path, own, defaults) {
    const inner = path.slice(2);
    return inner.length > 0 && !has(own, inner) && has(defaults, inner) ? ["defaults", ...inner] : path;
}
function has(tree, path) {
    let found = tree;
    for (const key of path) {
        if (typeof found !== "object" || found === null || !Object.hasOwn(found, key))
            return false;
        found = found[key];
    }
    return true;
}
/** Ten workloads that inherit one wrong default are one problem. */
function distinct(problems) {
    return [...new Map(problems.map((problem) => [`${problem.code} ${JSON.stringify(problem.path)}`, problem])).values()];
}
function parse_isTree(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/src/gather.js

/**
 * Reads manifests, what they include, and the price files they name. It is the only step between the
 * outside and `review`; a file that is missing or unreadable is a problem, never fewer workloads.
 * @param builtIn the snapshot of the built-in book, which that of a book with price files over it includes
 * @param prices further price files for every manifest, from the command line
 */
async function gather(reader, roots, builtIn, prices = []) {
    const manifests = new Map();
    const includes = new Map();
    const files = new Map();
    const problems = [];
    let level = [...new Set(roots)];
    for (const root of level)
        if (!reader.contains(root))
            problems.push(outside(root, [], root));
    level = level.filter((root) => reader.contains(root));
    while (level.length > 0) {
        const read = await Promise.all(level.map(async (file) => ({ file, bytes: await reader.read(file) })));
        const next = [];
        for (const { file, bytes } of read) {
            if (!bytes) {
                problems.push({ code: "file-missing", severity: "error", file, path: [], args: { file } });
                continue;
            }
            const manifest = parseManifest(file, bytes);
            manifests.set(file, manifest);
            files.set(file, manifest.yaml);
            problems.push(...manifest.problems);
            const found = await included(reader, manifest, problems);
            includes.set(file, found);
            next.push(...found);
        }
        level = [...new Set(next)].filter((file) => !manifests.has(file));
    }
    problems.push(...cycles(manifests, includes));
    const priced = await gatherPrices(reader, [...manifests.values()], prices, builtIn, files, problems);
    return { roots, manifests: [...manifests.values()], includes, ...priced, files, problems };
}
function outside(file, path, value) {
    return { code: "outside-repository", severity: "error", file, path, args: { value } };
}
async function included(reader, { file, settings }, problems) {
    const found = await Promise.all(settings.include.map(async (written, index) => {
        const pattern = relativeTo(file, written);
        const path = ["include", index];
        if (!reader.contains(pattern))
            return void problems.push(outside(file, path, written));
        const isGlob = /[*?[\]{}()!]/.test(written);
        const matches = isGlob ? (await reader.glob([pattern])).filter((match) => match !== file) : [pattern];
        if (matches.length === 0)
            problems.push({ code: "include-matches-nothing", severity: "warning", file, path, args: { value: written } });
        return matches;
    }));
    return [...new Set(found.flatMap((matches) => matches ?? []))];
}
function cycles(manifests, includes) {
    return [...manifests.keys()].flatMap((file) => {
        const back = (includes.get(file) ?? []).find((other) => other === file || reach(includes, other).has(file));
        return back === undefined ? [] : [{ code: "include-cycle", severity: "error", file, path: ["include"], args: { value: back } }];
    });
}
/** A manifest and everything it includes, directly or not; each once. */
function reach(includes, file) {
    const reached = new Set([file]);
    for (const one of reached)
        for (const other of includes.get(one) ?? [])
            reached.add(other);
    return reached;
}
async function gatherPrices(reader, manifests, extra, builtIn, files, problems) {
    const wanted = manifests.map(({ file, settings }) => ({
        file,
        named: settings.prices.map((written, index) => ({ written, path: relativeTo(file, written), index })),
    }));
    const allowed = wanted.map(({ file, named }) => ({ file, named: named.filter(({ path }) => reader.contains(path)) }));
    for (const { file, named } of wanted) {
        for (const { written, path, index } of named)
            if (!reader.contains(path))
                problems.push(outside(file, ["prices", index], written));
    }
    const paths = [...new Set([...allowed.flatMap(({ named }) => named.map(({ path }) => path)), ...extra])];
    if (paths.length === 0)
        return { prices: new Map() };
    // The schema of price files and the hash are not small, and most manifests name no price file.
    const [{ readPrices }, { readYaml }, { createHash }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 7369)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 946)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 19)),
    ]);
    const bytesOf = new Map(await Promise.all(paths.map(async (path) => [path, await reader.read(path)])));
    const providers = new Map();
    for (const [path, bytes] of bytesOf) {
        if (!bytes)
            continue;
        const yaml = readYaml(path, bytes);
        const { provider, problems: found } = readPrices(yaml);
        files.set(path, yaml);
        problems.push(...found);
        if (provider)
            providers.set(path, provider);
    }
    for (const path of extra)
        if (!bytesOf.get(path))
            problems.push({ code: "file-missing", severity: "error", file: path, path: [], args: { file: path } });
    for (const { file, named } of allowed) {
        for (const { path, index } of named)
            if (!bytesOf.get(path))
                problems.push({ code: "file-missing", severity: "error", file, path: ["prices", index], args: { file: path } });
    }
    const snapshotOf = (some) => {
        const hash = createHash("sha256").update(builtIn);
        for (const path of some)
            hash.update(bytesOf.get(path) ?? "");
        return `sha256:${hash.digest("hex")}`;
    };
    const prices = allowed.map(({ file, named }) => [file, [...named.map(({ path }) => path), ...extra]]).filter(([, own]) => own.length > 0);
    return {
        prices: new Map(prices.map(([file, own]) => [file, { providers: own.flatMap((path) => providers.get(path) ?? []), snapshot: snapshotOf(own) }])),
        snapshot: snapshotOf(paths),
    };
}
/** A path that a file names, from the root: `a/b/m.yml` + `../p.yml` is `a/p.yml`. It may climb out with `..`. */
function relativeTo(file, written) {
    if (written.startsWith("/"))
        return written;
    const parts = [...file.split("/").slice(0, -1), ...written.replaceAll("\\", "/").split("/")];
    const resolved = file.startsWith("/") ? [""] : [];
    for (const part of parts) {
        if (part === "" || part === ".")
            continue;
        if (part === ".." && resolved.length > 0 && resolved.at(-1) !== "..")
            resolved.pop();
        else
            resolved.push(part);
    }
    return resolved.join("/");
}


/***/ }),

/***/ 6338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ convert),
/* harmony export */   I: () => (/* binding */ rates)
/* harmony export */ });
/* harmony import */ var _decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);

/**
 * Converts an amount between two currencies through USD.
 * @returns the amount in `to`, exact to 40 decimals, or the currency that has no rate.
 */
function convert(amount, from, to, rates) {
    if (from === to)
        return amount;
    const fromRate = usdPerUnit(from, rates);
    if (!fromRate)
        return { noRate: from };
    const toRate = usdPerUnit(to, rates);
    if (!toRate)
        return { noRate: to };
    return amount.times(fromRate).div(toRate);
}
function usdPerUnit(currency, rates) {
    return currency === "USD" ? _decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .ONE */ .xr : rates.get(currency);
}
/** Rates from their written form. */
function rates(fx) {
    return new Map(Object.entries(fx).map(([currency, usd]) => [currency, (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(usd)]));
}


/***/ }),

/***/ 5058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   f2: () => (/* binding */ ZERO),
/* harmony export */   xr: () => (/* binding */ ONE)
/* harmony export */ });
/* harmony import */ var big_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);

/**
 * Exact decimals for every price and every sum of money.
 *
 * Sums and products of `Big` are exact. A quotient is cut at 40 decimals, far below the one
 * rounding rule (`round.ts`), so that 1/211 of a dollar per credit loses nothing that is shown.
 */
const Decimal = (0,big_js__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)();
Decimal.DP = 40;
Decimal.RM = big_js__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A.roundHalfUp;
Decimal.NE = -30;
Decimal.PE = 40;
/** Reads a decimal from its written form, or from a number whose shortest form is what was written. */
function decimal(value) {
    return Decimal(value);
}
const ZERO = decimal(0);
const ONE = decimal(1);


/***/ }),

/***/ 1173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ round)
/* harmony export */ });
/**
 * The one rounding rule: money leaves the program as a number in the reporting currency, rounded
 * half away from zero to 6 decimals. (big.js `roundHalfUp` rounds the magnitude, so −0.5 → −1.)
 */
function round(money) {
    return money.round(6, 1).toNumber();
}


/***/ }),

/***/ 4345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ isDate),
/* harmony export */   YM: () => (/* binding */ daysBetween),
/* harmony export */   p6: () => (/* binding */ date)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8816);

/** A calendar day in UTC, `YYYY-MM-DD`. Compared as text. */
const date = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: "date" }).refine(isDate, { error: "date" }).describe("A day in UTC: YYYY-MM-DD");
/** Whether a text is a day that exists (2026-02-30 does not). */
function isDate(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        return false;
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
function daysInMonth(year, month) {
    if (month === 2)
        return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
    return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
/** @returns whole days from `earlier` to `later`, negative if the order is the other. */
function daysBetween(earlier, later) {
    return dayNumber(later) - dayNumber(earlier);
}
/** Days since 0000-03-01 in the proleptic Gregorian calendar (Fliegel and Van Flandern, 1968). */
function dayNumber(day) {
    const [y = 0, m = 0, d = 0] = day.split("-").map(Number);
    const year = m < 3 ? y - 1 : y;
    const month = (m + 9) % 12;
    return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((153 * month + 2) / 5) + d - 1;
}


/***/ }),

/***/ 8081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony export seconds */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8816);

const SECONDS = { s: 1, m: 60, h: 3600 };
const WRITTEN = /^(\d+(?:\.\d+)?)\s*(s|m|h)$/;
/** A length of time as people write it: a number of seconds, or `8s`, `2m`, `1h`. Gives seconds. */
const duration = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(WRITTEN)], { error: "duration" })
    .transform(seconds)
    .describe("A duration: a number of seconds, or 8s, 2m, 1h");
/** @returns seconds, of a number of seconds or of a text that `WRITTEN` accepts. */
function seconds(written) {
    if (typeof written === "number")
        return written;
    const match = WRITTEN.exec(written);
    const unit = match?.[2];
    // Through 12 significant digits, so that 0.1h is 360 s and not 360.00000000000006.
    return Number((Number(match?.[1]) * SECONDS[unit]).toPrecision(12));
}


/***/ }),

/***/ 5888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tk: () => (/* binding */ METERS),
/* harmony export */   fN: () => (/* binding */ METER_NAMES),
/* harmony export */   u0: () => (/* binding */ SUBJECTS)
/* harmony export */ });
/**
 * What is counted. The list is closed: adding a meter is a change of code, of `engine/quantity.ts`,
 * and of nothing else; every price file can use it from then on. Renaming one breaks published files.
 */
const METERS = {
    clip: { unit: "clip", subject: "output" },
    job: { unit: "job", subject: "output" },
    second: { unit: "second", subject: "output" },
    frame: { unit: "frame", subject: "output" },
    megapixel: { unit: "megapixel", subject: "output" },
    token: { unit: "token", subject: "output" },
    image: { unit: "image", subject: "input_images" },
    byte: { unit: "byte", subject: "text" },
    segment: { unit: "segment", subject: "output" },
    gpu_second: { unit: "GPU second", subject: "output" },
};
const METER_NAMES = Object.keys(METERS);
/** What a meter measures: the default is the meter's own `subject`. */
const SUBJECTS = ["output", "input_video", "input_audio", "input_images", "text"];


/***/ }),

/***/ 9298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   dz: () => (/* binding */ TAKES_VIDEO),
/* harmony export */   gu: () => (/* binding */ TAKES_AUDIO),
/* harmony export */   qb: () => (/* binding */ IMAGES_SENT)
/* harmony export */ });
/** What a job does, in one closed list for manifests and price files. */
const MODES = [
    "text-to-video",
    "image-to-video",
    "first-last-frame",
    "reference-to-video",
    "video-to-video",
    "motion-transfer",
    "extend",
    "audio-to-video",
    "lip-sync",
    "avatar",
    "upscale",
    "effects",
    "translation",
];
/** Modes whose job cannot be without such an input: where the manifest names none, it is not zero but not said. */
const TAKES_VIDEO = new Set(["video-to-video", "motion-transfer", "extend", "upscale", "translation"]);
const TAKES_AUDIO = new Set(["audio-to-video", "lip-sync", "avatar"]);
/** Images that a mode sends where the manifest does not say. */
const IMAGES_SENT = { "image-to-video": 1, "first-last-frame": 2, "motion-transfer": 1 };


/***/ }),

/***/ 387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/**
 * The candidate that a misspelt name most likely meant, for a hint. Names are never matched this way.
 * @returns null where nothing is within a third of the name's length.
 */
function nearest(name, candidates) {
    let best = null;
    let least = Math.max(2, Math.floor(name.length / 3)) + 1;
    for (const candidate of candidates) {
        const edits = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(name.toLowerCase(), candidate.toLowerCase());
        if (edits < least)
            [best, least] = [candidate, edits];
    }
    return best;
}


/***/ }),

/***/ 7019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ policy),
/* harmony export */   X: () => (/* binding */ triState)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8816);
/* harmony import */ var _share_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7730);


/** `yes | no | unknown` or a share. YAML booleans are read as yes and no. */
const policy = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(["yes", "no", "unknown"]), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\d+(?:\.\d+)?\s*%$/)], { error: "policy" })
    .transform((value) => {
    if (value === true || value === "yes")
        return 1;
    if (value === false || value === "no")
        return 0;
    return value === "unknown" ? value : (0,_share_js__WEBPACK_IMPORTED_MODULE_0__/* .shareOf */ .tC)(value);
})
    .refine((value) => value === "unknown" || (value >= 0 && value <= 1), { error: "policy" })
    .describe("yes, no, unknown, or a share of the full price");
/** `yes | no | unknown`. YAML booleans are read as yes and no. */
const triState = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(["yes", "no", "unknown"])], { error: "tri-state" })
    .transform((value) => (value === "unknown" ? value : value === true || value === "yes"))
    .describe("yes, no or unknown");


/***/ }),

/***/ 9071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sizeOf),
/* harmony export */   J: () => (/* binding */ normaliseResolution)
/* harmony export */ });
const SIZE = /^(\d{2,5})\s*[x×:*]\s*(\d{2,5})$/;
/** The form resolutions are compared in: lower case, and an exact size as `1792x1024`. */
function normaliseResolution(written) {
    const size = SIZE.exec(written.trim());
    return size ? `${Number(size[1])}x${Number(size[2])}` : written.trim().toLowerCase();
}
/** @returns width and height in pixels of an exact size, or undefined for a class such as 720p. */
function sizeOf(resolution) {
    const size = SIZE.exec(resolution);
    return size ? [Number(size[1]), Number(size[2])] : undefined;
}


/***/ }),

/***/ 7730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ growth),
/* harmony export */   tC: () => (/* binding */ shareOf),
/* harmony export */   uM: () => (/* binding */ share)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8816);

const PERCENT = /^(\d+(?:\.\d+)?)\s*%$/;
/** @returns a share 0–1 (or above 1, where a rule allows it), of `3%` or `0.03`. */
function shareOf(written) {
    if (typeof written === "number")
        return written;
    return Number((Number(PERCENT.exec(written)?.[1]) / 100).toPrecision(12));
}
const written = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(PERCENT)], { error: "share" });
/** A share of a whole, 0–1: `3%` or `0.03`. */
const share = written
    .transform(shareOf)
    .refine((value) => value >= 0 && value <= 1, { error: "share" })
    .describe("A share of a whole: 3% or 0.03");
/** A growth, 0 or more: `25%`, `150%` or `1.5`. */
const growth = written
    .transform(shareOf)
    .refine((value) => value >= 0, { error: "growth" })
    .describe("A growth: 25%, 150% or 1.5");


/***/ }),

/***/ 8740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ limitsOf),
/* harmony export */   o: () => (/* binding */ isAccepted)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);
/* harmony import */ var _condition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(640);


/** Axes that only some models have: without one, only the plain word for "nothing special" is accepted. */
const OPTIONAL_AXES = new Set(["quality", "tier", "region"]);
const PLAIN = "standard";
/** Fields that every request may have; a model that says nothing of them sets no limit. */
const FREE = new Set(`mode duration frames segments resolution audio aspect_ratio fps count runtime plan monthly_jobs megapixels input.images
   input.video input.audio input.resolution input.megapixels input.text_bytes`.split(/\s+/));
/**
 * What a model accepts of one field in a request: every list or range must hold. A case that matches
 * replaces the model's own word. Undefined: the model declares no such option.
 */
function limitsOf(field, model, fields) {
    if (field === "mode")
        return [model.modes];
    const narrowed = model.cases.filter((one) => one.accepts[field] !== undefined && (0,_condition_js__WEBPACK_IMPORTED_MODULE_1__/* .holds */ .v9)(one.when, fields) === true);
    if (narrowed.length > 0)
        return narrowed.map((one) => one.accepts[field]);
    const own = model.accepts[field];
    if (own !== undefined)
        return [own];
    if (OPTIONAL_AXES.has(field))
        return [[PLAIN]];
    return FREE.has(field) ? [] : undefined;
}
/** Whether a value is in a list, or in a range on one of its steps, in exact decimals. */
function isAccepted(limit, value) {
    if (Array.isArray(limit))
        return limit.includes(value);
    const { min, max, step, auto } = limit;
    if (value === "auto")
        return auto === true;
    if (typeof value !== "number" || value < min || value > max)
        return false;
    return step === undefined || (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(value).minus(min).mod(step).eq(0);
}


/***/ }),

/***/ 640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ beats),
/* harmony export */   Zm: () => (/* binding */ comparable),
/* harmony export */   jN: () => (/* binding */ matcher),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* unused harmony exports accepts, isSubset */
/* harmony import */ var _notation_resolution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9071);

/** Inputs that can be absent: `true` in a condition means any, `false` none. Their value is a quantity. */
const QUANTITIES = new Set(["input.video", "input.audio", "input.images", "input.text_bytes"]);
/** The one form of a matcher, from the forms people write. */
function matcher(field, written) {
    if (Array.isArray(written))
        return { in: written.map((value) => comparable(field, value)) };
    if (typeof written === "object")
        return written;
    if (typeof written === "boolean" && QUANTITIES.has(field))
        return written ? { above: 0 } : { max: 0 };
    return { in: [comparable(field, written)] };
}
/** Resolutions are compared without case and with one form of exact sizes; other values as they are. */
function comparable(field, value) {
    return field.endsWith("resolution") && typeof value === "string" ? (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_0__/* .normaliseResolution */ .J)(value) : value;
}
/** Whether one value is among those of a matcher. */
function accepts(matcher, value) {
    if ("in" in matcher)
        return matcher.in.includes(value);
    if (typeof value !== "number")
        return false;
    return ((matcher.min === undefined || value >= matcher.min) &&
        (matcher.max === undefined || value <= matcher.max) &&
        (matcher.above === undefined || value > matcher.above) &&
        (matcher.below === undefined || value < matcher.below));
}
/**
 * Whether a condition holds for a request.
 * @returns true, false, or the field that it needs and nothing sets (where all else holds): the
 *   caller reports it, since falling back to the general charge would guess the price.
 */
function holds(condition, fields) {
    let needs;
    for (const field in condition) {
        const value = fields(field);
        if (value === undefined)
            needs ??= field;
        else if (!accepts(condition[field], value))
            return false;
    }
    return needs === undefined ? true : { needs };
}
/** Whether all that `a` accepts, `b` accepts too. */
function isSubset(a, b) {
    for (const field in b) {
        const inner = a[field];
        if (!inner || !matcherIsSubset(inner, b[field]))
            return false;
    }
    return true;
}
/** A beats B when what A accepts is a strict subset of what B accepts. */
function beats(a, b) {
    return isSubset(a, b) && !isSubset(b, a);
}
function matcherIsSubset(a, b) {
    if ("in" in a)
        return a.in.every((value) => accepts(b, value));
    if ("in" in b)
        return false;
    const [lowA, openLowA] = low(a);
    const [lowB, openLowB] = low(b);
    const [highA, openHighA] = high(a);
    const [highB, openHighB] = high(b);
    const lowInside = lowA > lowB || (lowA === lowB && (!openLowB || openLowA));
    const highInside = highA < highB || (highA === highB && (!openHighB || openHighA));
    return lowInside && highInside;
}
function low(range) {
    const { min = -Infinity, above = -Infinity } = range;
    return above >= min ? [above, above !== -Infinity] : [min, false];
}
function high(range) {
    const { max = Infinity, below = Infinity } = range;
    return below <= max ? [below, below !== Infinity] : [max, false];
}


/***/ }),

/***/ 162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ priceOn),
/* harmony export */   P: () => (/* binding */ findModel)
/* harmony export */ });
/** Ids and aliases of a provider's models, made once per provider. */
const indexes = new WeakMap();
/** A model by its exact id or an explicit alias. There is no fuzzy and no prefix matching. */
function findModel(provider, name) {
    let index = indexes.get(provider);
    if (!index) {
        index = new Map();
        for (const model of provider.models)
            for (const alias of model.aliases)
                index.set(alias, model);
        for (const model of provider.models)
            index.set(model.id, model);
        indexes.set(provider, index);
    }
    return index.get(name);
}
/** The entry that holds on a day (UTC): `from` inclusive, `to` exclusive. Undefined: no price is known for that day. */
function priceOn(model, date) {
    return model.prices.find(({ from, to }) => (from === undefined || from <= date) && (to === undefined || date < to));
}


/***/ }),

/***/ 5377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ overlay)
/* harmony export */ });
/**
 * A book with further price files over it: of a provider that both know, the file's models and account
 * win, and the book's other models remain. Later files win over earlier ones.
 * @param snapshot identifies the result, as `Book.snapshot` does the built-in book
 */
function overlay(book, files, snapshot) {
    const over = new Map();
    for (const file of files) {
        const known = over.get(file.provider) ?? book.provider(file.provider);
        const own = new Set(file.models.flatMap(({ id, aliases }) => [id, ...aliases]));
        const others = known?.models.filter(({ id }) => !own.has(id)) ?? [];
        over.set(file.provider, { ...known, ...file, models: [...file.models, ...others] });
    }
    return { snapshot, slugs: [...new Set([...book.slugs, ...over.keys()])], provider: (slug) => over.get(slug) ?? book.provider(slug) };
}


/***/ }),

/***/ 7369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPrices: () => (/* binding */ readPrices)
});

// EXTERNAL MODULE: ./lib/src/yaml/issue.js
var issue = __webpack_require__(8411);
// EXTERNAL MODULE: ./lib/src/notation/mode.js
var notation_mode = __webpack_require__(9298);
// EXTERNAL MODULE: ./lib/src/prices/accepts.js
var accepts = __webpack_require__(8740);
// EXTERNAL MODULE: ./lib/src/prices/condition.js
var condition = __webpack_require__(640);
;// CONCATENATED MODULE: ./lib/src/prices/check.js



/**
 * What a price file must hold beyond its schema, so that no request is ever priced by an ambiguity:
 * dates that do not overlap, ids that are unique, conditions that can match, defaults that are
 * accepted, one winner in every line, and a charge or a stated hole for every accepted request.
 */
function checkProvider(provider, file) {
    return [...duplicates(provider, file), ...provider.models.flatMap((model, index) => checkModel(model, file, ["models", index]))];
}
function reporter(file, at) {
    return (code, path, args) => ({ code, severity: "error", file, path: [...at, ...path], args });
}
function duplicates({ models }, file) {
    const seen = new Map();
    return models.flatMap(({ id, aliases }, index) => [id, ...aliases].flatMap((name) => {
        const owner = seen.get(name);
        seen.set(name, id);
        return owner === undefined ? [] : [reporter(file, ["models", index])("price-duplicate", ["id"], { name, owner })];
    }));
}
function checkModel(model, file, at) {
    const report = reporter(file, at);
    return [
        ...overlaps(model, report),
        ...conditions(model, report),
        ...defaults(model, report),
        ...media(model, report),
        ...model.prices.flatMap((price, index) => checkPrice(model, price, reporter(file, [...at, "prices", index]))),
    ];
}
function overlaps({ id, prices }, report) {
    return prices.flatMap((a, i) => prices.slice(i + 1).flatMap((b, j) => {
        const apart = (a.to !== undefined && b.from !== undefined && a.to <= b.from) || (b.to !== undefined && a.from !== undefined && b.to <= a.from);
        return apart
            ? []
            : [report("price-overlap", ["prices", i + 1 + j], { id, first: `${a.from ?? "…"} to ${a.to ?? "…"}`, second: `${b.from ?? "…"} to ${b.to ?? "…"}` })];
    }));
}
/** A `when` that names a value or an option that the model does not accept can never match. */
function conditions(model, report) {
    const all = [
        ...model.cases.map(({ when }) => when),
        ...model.prices.flatMap(({ charges, factors, holes }) => [...charges.map(({ when }) => when), ...factors.map(({ when }) => when), ...holes]),
    ];
    const seen = new Set();
    return all.flatMap((when) => Object.entries(when).flatMap(([field, matcher]) => {
        const limits = everLimits(field, model);
        const values = "in" in matcher ? matcher.in : [];
        const never = limits === undefined ? values.slice(0, 1) : values.filter((value) => limits.length > 0 && !limits.some((limit) => (0,accepts/* isAccepted */.o)(limit, value)));
        const key = `${field} ${never.join()}`;
        if ((limits !== undefined && never.length === 0) || seen.has(key))
            return [];
        seen.add(key);
        return [report("price-when", [], { id: model.id, field, value: never.map(String) })];
    }));
}
/** What a model accepts of a field in any case at all. */
function everLimits(field, model) {
    const base = (0,accepts/* limitsOf */.A)(field, { ...model, cases: [] }, () => undefined);
    const cases = model.cases.flatMap(({ accepts }) => (accepts[field] === undefined ? [] : [accepts[field]]));
    return base === undefined && cases.length === 0 ? undefined : [...(base ?? []), ...cases];
}
function defaults(model, report) {
    const groups = [{ values: model.defaults, path: ["defaults"] }, ...model.cases.map((one, i) => ({ values: one.defaults, path: ["cases", i, "defaults"] }))];
    return groups.flatMap(({ values, path }) => Object.entries(values).flatMap(([field, value]) => {
        if (typeof value === "object")
            return [];
        const limits = everLimits(field, model);
        const accepted = limits !== undefined && (limits.length === 0 || limits.some((limit) => (0,accepts/* isAccepted */.o)(limit, value)));
        return accepted ? [] : [report("price-default", [...path, field], { id: model.id, field, value })];
    }));
}
/** Tokens, megapixels and frames need to know how large and how many the pictures are. */
function media(model, report) {
    const charges = model.prices.flatMap((price) => price.charges);
    const profile = model.media;
    const missing = (what) => [report("price-media", ["media"], { id: model.id, what })];
    const counts = (meter, ofText) => charges.some((charge) => charge.meter === meter && charge.of.includes("text") === ofText);
    const framed = counts("frame", false) || counts("megapixel", false) || (counts("token", false) && profile?.tokens?.per_second === undefined);
    const sized = counts("megapixel", false) || (counts("token", false) && profile?.tokens?.divide !== undefined);
    return [
        ...(counts("token", false) && profile?.tokens?.divide === undefined && profile?.tokens?.per_second === undefined ? missing("tokens.divide") : []),
        ...(counts("token", true) && profile?.tokens?.text_bytes === undefined ? missing("tokens.text_bytes") : []),
        ...(charges.some(({ meter, of }) => meter === "token" && of.includes("text") && of.length > 1) ? missing("of: text") : []),
        ...(framed && profile?.fps === undefined && model.accepts["fps"] === undefined && model.defaults["fps"] === undefined ? missing("fps") : []),
        ...(sized ? unsized(model).map((size) => report("price-media", ["media"], { id: model.id, what: `pixels: ${size}` })) : []),
    ];
}
/** Accepted resolutions and ratios that the media profile has no pixels for. */
function unsized(model) {
    const resolutions = model.accepts["resolution"];
    if (!Array.isArray(resolutions))
        return model.media?.pixels ? [] : ["resolution"];
    const accepted = model.accepts["aspect_ratio"];
    const ratios = Array.isArray(accepted) ? accepted.filter((ratio) => ratio !== "auto" && ratio !== "adaptive") : [model.defaults["aspect_ratio"] ?? "none"];
    return resolutions.flatMap((name) => ratios.flatMap((ratio) => {
        const known = model.media?.pixels?.some((size) => size.class === name && (size.ratio === undefined || size.ratio === ratio));
        return known ? [] : [`${name} ${ratio}`];
    }));
}
/** More points than this and the grid is no longer a check but a wait. */
const MAX_POINTS = 300_000;
function checkPrice(model, price, report) {
    const problems = [...totals(model, price, report), ...quantityKeys(model, price, report)];
    const matches = new Map(price.charges.filter(({ extra }) => !extra).map(({ line }) => [line, 0]));
    let points = 0;
    const rivals = new Set();
    const uncovered = new Set();
    for (const point of gridOf(model, price)) {
        const fields = (field) => point.get(field);
        if (price.holes.some((hole) => (0,condition/* holds */.v9)(hole, fields) === true))
            continue;
        const matching = price.charges.filter(({ extra, when }) => !extra && (0,condition/* holds */.v9)(when, fields) === true);
        if (matching.length === 0)
            uncovered.add(describe(point));
        points++;
        for (const line of new Set(matching.map((charge) => charge.line)))
            matches.set(line, (matches.get(line) ?? 0) + 1);
        for (const charge of matching) {
            const rival = matching.find((other) => other !== charge && other.line === charge.line && !(0,condition/* beats */.EK)(other.when, charge.when) && !(0,condition/* beats */.EK)(charge.when, other.when));
            const beaten = matching.some((other) => other.line === charge.line && (0,condition/* beats */.EK)(other.when, charge.when) && (!rival || (0,condition/* beats */.EK)(other.when, rival.when)));
            if (rival && !beaten)
                rivals.add(`${charge.line}: ${describe(point)}`);
        }
    }
    problems.push(...conditionalLines(model, price, matches, points, report));
    const shown = (requests) => [...requests].slice(0, 5);
    if (uncovered.size > 0)
        problems.push(report("price-hole", ["charges"], { id: model.id, requests: shown(uncovered), more: Math.max(0, uncovered.size - 5) }));
    if (rivals.size > 0)
        problems.push(report("price-rivals", ["charges"], { id: model.id, requests: shown(rivals), more: Math.max(0, rivals.size - 5) }));
    return problems;
}
function totals({ id }, { charges, total }, report) {
    const units = new Set(charges.flatMap(({ amount }) => (amount === "unknown" ? [] : [amount.unit])));
    return total && units.size > 1 ? [report("price-units", ["total"], { id, units: [...units] })] : [];
}
/** Charges that replace each other in a line state the same rules, so that none is lost by accident. */
function quantityKeys({ id }, { charges }, report) {
    const keys = (charge) => ["step", "min", "max", "included", "each"].filter((key) => charge[key] !== undefined).join(" ");
    const ordinary = charges.filter(({ extra }) => !extra);
    return [...new Set(ordinary.map(({ line }) => line))].flatMap((line) => {
        const different = new Set(ordinary.filter((charge) => charge.line === line).map(keys));
        return different.size > 1 ? [report("price-quantity-keys", ["charges"], { id, line, keys: [...different].map((one) => one || "none") })] : [];
    });
}
/** A line that only some requests have, beside one that all have, is easily meant to replace it: it wants a name of its own. */
function conditionalLines({ id }, { charges }, matches, points, report) {
    const unnamed = new Set(charges.map(({ meter, of }) => `${meter} of ${of.join(" + ")}`));
    const sometimes = [...matches].filter(([line, count]) => count < points && unnamed.has(line)).map(([line]) => line);
    const always = [...matches.values()].some((count) => count === points);
    return always && sometimes.length > 0 ? [{ ...report("price-conditional-meter", ["charges"], { id, lines: sometimes }), severity: "note" }] : [];
}
/** Every accepted request as far as the prices can tell: all values of lists, both sides of every edge of a range. */
function* gridOf(model, price) {
    const conditions = [...model.cases.map(({ when }) => when), ...price.charges.map(({ when }) => when), ...price.holes];
    const names = [...new Set(["mode", ...conditions.flatMap((when) => Object.keys(when))])];
    const axes = names.map((field) => [field, candidates(field, model, conditions)]);
    const size = axes.reduce((product, [, values]) => product * values.length, 1);
    if (size > MAX_POINTS)
        throw new Error(`${model.id}: ${size} requests to check; split the model or its conditions`);
    for (let index = 0; index < size; index++) {
        const point = new Map();
        let rest = index;
        for (const [field, values] of axes) {
            point.set(field, values[rest % values.length]);
            rest = Math.floor(rest / values.length);
        }
        if (isPossible(point, model))
            yield point;
    }
}
function candidates(field, model, conditions) {
    if (field === "mode")
        return [...model.modes];
    const limits = everLimits(field, model) ?? [];
    const values = new Set();
    for (const limit of limits) {
        if (Array.isArray(limit))
            for (const value of limit)
                if (value !== "auto")
                    values.add(value);
        if (!Array.isArray(limit))
            for (const value of [limit.min, limit.max])
                values.add(value);
    }
    const listed = limits.length > 0 && limits.every((limit) => Array.isArray(limit));
    const inputs = field.startsWith("input.") && field !== "input.resolution";
    if (inputs)
        values.add(0);
    if (!listed)
        for (const when of conditions)
            for (const value of when[field] ? edges(when[field]) : [])
                values.add(value);
    return [...values].filter((value) => value === 0 || limits.length === 0 || limits.some((limit) => (0,accepts/* isAccepted */.o)(limit, value)));
}
/** Values on both sides of every edge of a condition. */
function edges(matcher) {
    if ("in" in matcher)
        return [...matcher.in];
    const { min, max, above, below } = matcher;
    return [min, max, above, below].flatMap((edge) => (edge === undefined ? [] : [edge, edge + 1, ...(edge >= 1 ? [edge - 1] : [])]));
}
function isPossible(point, model) {
    const mode = point.get("mode");
    if (notation_mode/* TAKES_VIDEO */.dz.has(mode) && point.get("input.video") === 0)
        return false;
    if (notation_mode/* TAKES_AUDIO */.gu.has(mode) && point.get("input.audio") === 0)
        return false;
    for (const [field, value] of point) {
        if (value === 0 && field.startsWith("input."))
            continue;
        const limits = (0,accepts/* limitsOf */.A)(field, model, (name) => point.get(name));
        if (!limits?.every((limit) => (0,accepts/* isAccepted */.o)(limit, value)))
            return false;
    }
    return true;
}
function describe(point) {
    return [...point].map(([field, value]) => `${field} ${value}`).join(", ");
}

// EXTERNAL MODULE: ./lib/src/notation/meter.js
var notation_meter = __webpack_require__(5888);
;// CONCATENATED MODULE: ./lib/src/prices/normalise.js


/** A price file in the form the engine reads: tables unrolled, conditions in one form, media and jobs resolved. */
function normalise(file) {
    const { models, media, jobs, pricing_urls, ...rest } = file;
    return {
        ...rest,
        pricing_urls: pricing_urls ?? [],
        jobs: jobs ?? {},
        models: models.map((model) => normaliseModel(model, media ?? {}, jobs ?? {})),
    };
}
function normaliseModel(entry, profiles, jobs) {
    const { aliases, accepts, defaults, cases, status, media, prices, examples: _, ...rest } = entry;
    const profile = typeof media === "string" ? profiles[media] : media;
    return {
        ...rest,
        aliases: aliases ?? [],
        accepts: normaliseAccepts(accepts),
        defaults: normaliseDefaults(defaults),
        cases: (cases ?? []).map((one) => ({ when: normalise_condition(one.when), accepts: normaliseAccepts(one.accepts), defaults: normaliseDefaults(one.defaults) })),
        status: status ?? {},
        ...(profile && { media: normaliseMedia(profile) }),
        jobs: mergeJobs(jobs, entry.jobs ?? {}),
        prices: prices.map(normalisePrice),
    };
}
/** A model's own word about jobs wins over its provider's, field by field. */
function mergeJobs(provider, model) {
    return {
        ...provider,
        ...model,
        billed: { ...provider.billed, ...model.billed },
        completion: { ...provider.completion, ...model.completion },
    };
}
function normaliseAccepts(written) {
    return Object.fromEntries(Object.entries(written ?? {}).map(([field, accepted]) => [field, Array.isArray(accepted) ? accepted.map((value) => (0,condition/* comparable */.Zm)(field, value)) : accepted]));
}
function normaliseDefaults(written) {
    return Object.fromEntries(Object.entries(written ?? {}).map(([field, value]) => [field, typeof value === "object" ? value : (0,condition/* comparable */.Zm)(field, value)]));
}
function normaliseMedia({ pixels, ...rest }) {
    if (!pixels)
        return rest;
    const list = Object.entries(pixels).flatMap(([name, sizes]) => Array.isArray(sizes)
        ? sizes.map((size) => ({ class: String((0,condition/* comparable */.Zm)("resolution", name)), ...parseSize(size) }))
        : Object.entries(sizes).map(([ratio, [width, height]]) => ({ class: String((0,condition/* comparable */.Zm)("resolution", name)), ratio, width, height })));
    return { ...rest, pixels: list };
}
function parseSize(size) {
    const [width = 0, height = 0] = size.split("x").map(Number);
    return { width, height };
}
/** `when` as people write it, in the one form that is compared. */
function normalise_condition(written) {
    return Object.fromEntries(Object.entries(written ?? {}).map(([field, value]) => [field, (0,condition/* matcher */.jN)(field, value)]));
}
function normalisePrice(entry) {
    const { charges, holes, ...rest } = entry;
    return {
        ...rest,
        charges: charges.flatMap((charge) => ("factor" in charge ? [] : unroll(charge))),
        factors: charges.flatMap((charge) => ("factor" in charge ? [normaliseFactor(charge)] : [])),
        holes: (holes ?? []).map(normalise_condition),
    };
}
function normaliseFactor({ factor, when, from, to }) {
    return { factor, when: normalise_condition(when), ...(from && { from }), ...(to && { to }) };
}
/** One charge, or one for each row of its table: the cells are its `when`, the last its amount. */
function unroll(entry) {
    const { meter, of, line, extra, when, usd, credits, amount, currency, per, by, unit, rows, min, max, included, notes: _, ...rest } = entry;
    const subjects = of === undefined ? [notation_meter/* METERS */.Tk[meter].subject] : Array.isArray(of) ? of : [of];
    const shared = {
        ...rest,
        line: line ?? `${meter} of ${subjects.join(" + ")}`,
        extra: extra ?? false,
        meter,
        of: subjects,
        per: per ?? "1",
        round: entry.round ?? "up",
        ...(min !== undefined && { min: bound(min) }),
        ...(max !== undefined && { max: bound(max) }),
        ...(included !== undefined && { included: bound(included) }),
    };
    if (!by || !rows)
        return [{ ...shared, when: normalise_condition(when), amount: amountOf({ usd, credits, amount, currency }) }];
    return rows.map((row) => {
        const cells = normalise_condition(Object.fromEntries(by.map((field, column) => [field, row[column]])));
        return { ...shared, when: { ...normalise_condition(when), ...cells }, amount: cellAmount(row[by.length], unit ?? "usd") };
    });
}
function amountOf({ usd, credits, amount, currency }) {
    if (usd !== undefined)
        return { unit: "USD", value: usd };
    if (credits !== undefined)
        return { unit: "credits", value: credits };
    return amount === undefined || amount === "unknown" ? "unknown" : { unit: currency ?? "USD", value: amount };
}
function cellAmount(cell, unit) {
    if (cell === "unknown")
        return "unknown";
    if (typeof cell === "object" && cell !== null)
        return amountOf(cell);
    return { unit: unit === "usd" ? "USD" : unit, value: String(cell) };
}
function bound(written) {
    if (typeof written === "string")
        return written;
    return written.rows.map((row) => ({
        when: normalise_condition(Object.fromEntries(written.by.map((field, column) => [field, row[column]]))),
        value: String(row[written.by.length]),
    }));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/notation/duration.js
var duration = __webpack_require__(8081);
// EXTERNAL MODULE: ./lib/src/notation/policy.js
var policy = __webpack_require__(7019);
;// CONCATENATED MODULE: ./lib/src/prices/schema.js






/**
 * A price file as people write it: the whole grammar, one provider to a file.
 * `normalise.ts` turns it into the form the engine reads; `check.ts` refuses what is ambiguous.
 * prices/README.md explains the grammar with examples.
 */
const decimalText = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()], { error: "decimal" })
    .transform((value) => (typeof value === "number" ? plain(value) : value))
    .refine((text) => /^\d+(?:\.\d+)?$/.test(text), { error: "decimal" })
    .describe("A decimal, 0 or more; quote it where more than 15 digits matter");
const positive = decimalText.refine((text) => /[1-9]/.test(text), { error: "positive-decimal" });
function plain(value) {
    return /e-/.test(String(value)) && value > 0 ? value.toFixed(20).replace(/0+$/, "") : String(value);
}
const schema_text = schemas/* string */.YjP({ error: "text" }).min(1);
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], { error: "scalar" });
const currency = schemas/* string */.YjP().regex(/^[A-Z]{3}$/, { error: "currency" });
const evidence = { source: schema_text.optional(), checked: date/* date */.p6.optional(), notes: schema_text.optional() };
/** A value, a list of values (any of them), or a range of numbers. */
const matcher = schemas/* union */.KCZ([
    scalar,
    schemas/* array */.YOg(scalar).min(1),
    schemas/* strictObject */.rej({
        min: schemas/* number */.aig().optional(),
        max: schemas/* number */.aig().optional(),
        above: schemas/* number */.aig().optional(),
        below: schemas/* number */.aig().optional(),
    }),
], { error: "matcher" })
    .describe("A value, a list (any of them), or a range { min, max, above, below }");
const schema_condition = schemas/* record */.g1P(schemas/* string */.YjP(), matcher).describe("All of these must hold");
/** The accepted values of one field: a list, or a range whose step is tested in exact decimals. */
const accepted = schemas/* union */.KCZ([
    schemas/* array */.YOg(scalar).min(1),
    schemas/* strictObject */.rej({
        min: schemas/* number */.aig(),
        max: schemas/* number */.aig(),
        step: schemas/* number */.aig().positive().optional(),
        auto: schemas/* boolean */.zMY().optional().describe("The model may choose: priced at the maximum, an upper bound"),
    }),
], { error: "accepted" });
const schema_accepts = schemas/* record */.g1P(schemas/* string */.YjP(), accepted).describe("By field: accepted values or a range. Any other key is an option of the model");
const inherited = schemas/* strictObject */.rej({ from: schemas/* string */.YjP(), max: scalar.optional() });
const schema_defaults = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([scalar, inherited], { error: "default" })).describe("What the provider assumes of a field that is left out");
const cell = schemas/* union */.KCZ([
    schemas/* number */.aig(),
    schemas/* string */.YjP(),
    schemas/* boolean */.zMY(),
    schemas/* array */.YOg(scalar),
    schemas/* strictObject */.rej({
        min: schemas/* number */.aig().optional(),
        max: schemas/* number */.aig().optional(),
        above: schemas/* number */.aig().optional(),
        below: schemas/* number */.aig().optional(),
        usd: decimalText.optional(),
        credits: decimalText.optional(),
        amount: decimalText.optional(),
        currency: currency.optional(),
    }),
], { error: "cell" });
const rows = schemas/* array */.YOg(schemas/* array */.YOg(cell).min(2)).min(1);
const tabled = schemas/* strictObject */.rej({ by: schemas/* array */.YOg(schemas/* string */.YjP()).min(1), rows });
/** A bound on a quantity: a number, `unknown`, or a table of numbers. */
const schema_bound = schemas/* union */.KCZ([decimalText, schemas/* literal */.euz("unknown"), tabled], { error: "bound" });
const dated = { from: date/* date */.p6.optional(), to: date/* date */.p6.optional() };
const charge = schemas/* strictObject */.rej({
    meter: schemas/* enum */.k5n(notation_meter/* METER_NAMES */.fN),
    of: schemas/* union */.KCZ([schemas/* enum */.k5n(notation_meter/* SUBJECTS */.u0), schemas/* array */.YOg(schemas/* enum */.k5n(notation_meter/* SUBJECTS */.u0)).min(1)], { error: "subject" }).optional(),
    line: schema_text.optional().describe("The line it belongs to, where meter and subject are not enough to tell"),
    extra: schemas/* literal */.euz(true).optional().describe("Added after the factors; every match"),
    when: schema_condition.optional(),
    usd: decimalText.optional(),
    credits: decimalText.optional(),
    amount: schemas/* union */.KCZ([decimalText, schemas/* literal */.euz("unknown")], { error: "amount" }).optional(),
    currency: currency.optional(),
    per: positive.optional().describe("How many units the amount buys, 1 if absent"),
    by: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).optional(),
    unit: schema_text.optional().describe("Of a table's amounts: usd, credits or a currency"),
    rows: rows.optional(),
    each: schemas/* strictObject */.rej({ step: positive.optional(), min: decimalText.optional(), max: decimalText.optional(), share: positive.optional() })
        .optional()
        .describe("Rules for each input file, before the sum. share: N caps each of n files at N / n"),
    min: schema_bound.optional(),
    step: positive.optional(),
    round: schemas/* enum */.k5n(["up", "nearest", "down"]).optional(),
    max: schema_bound.optional(),
    included: schema_bound.optional(),
    ...dated,
    notes: schema_text.optional(),
});
const factor = schemas/* strictObject */.rej({ factor: decimalText, when: schema_condition.optional(), ...dated, notes: schema_text.optional() });
const total = schemas/* strictObject */.rej({
    min: decimalText.optional(),
    round_to: positive.optional(),
    round: schemas/* enum */.k5n(["up", "nearest", "down"]).optional(),
    max: decimalText.optional(),
});
const size = schemas/* string */.YjP().regex(/^\d{2,5}x\d{2,5}$/, { error: "size" });
const schema_media = schemas/* strictObject */.rej({
    fps: schemas/* number */.aig().positive().optional(),
    frames: schemas/* strictObject */.rej({ plus: schemas/* number */.aig().int() }).optional(),
    pixels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* array */.YOg(size).min(1), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* tuple */.PVZ([schemas/* int */.Whr().positive(), schemas/* int */.Whr().positive()]))], { error: "pixels" }))
        .optional()
        .describe("By resolution class: exact sizes, or width and height by aspect ratio"),
    tokens: schemas/* strictObject */.rej({ divide: schemas/* number */.aig().positive().optional(), per_second: schemas/* number */.aig().positive().optional(), text_bytes: schemas/* number */.aig().positive().optional() })
        .optional()
        .describe("divide: width × height × frames / divide. per_second: tokens of one second. text_bytes: bytes of text to a token"),
});
/** A failure policy, alone or with the page it was read on. */
const sourcedPolicy = schemas/* union */.KCZ([policy/* policy */.J, schemas/* strictObject */.rej({ value: policy/* policy */.J, ...evidence })], { error: "policy" })
    .transform((value) => (typeof value === "object" ? value : { value }));
const jobs = schemas/* strictObject */.rej({
    billed: schemas/* strictObject */.rej({
        provider_error: sourcedPolicy.optional(),
        moderated: sourcedPolicy.optional(),
        invalid: sourcedPolicy.optional(),
        timed_out: sourcedPolicy.optional(),
        cancelled: sourcedPolicy.optional(),
    })
        .optional(),
    completion: schemas/* strictObject */.rej({
        poll: schemas/* strictObject */.rej({ interval: duration/* duration */.p.optional(), ...evidence }).optional(),
        webhook: policy/* triState */.X.optional(),
    })
        .optional(),
    idempotency_key: policy/* triState */.X.optional(),
    status_request: schemas/* strictObject */.rej({ usd: decimalText, free_per_month: schemas/* int */.Whr().nonnegative().optional() }).optional(),
    limits: schemas/* strictObject */.rej({ concurrency: schemas/* number */.aig().positive().optional(), requests_per_second: schemas/* number */.aig().positive().optional(), notes: schema_text.optional() })
        .optional(),
    latency: schemas/* strictObject */.rej({ p50: duration/* duration */.p, p95: duration/* duration */.p, ...evidence }).optional(),
    retention: schema_text.optional(),
    ...evidence,
});
const pack = schemas/* strictObject */.rej({
    name: schema_text,
    size: positive.describe("Units in the pack"),
    price: decimalText.describe("USD for the whole pack"),
    expires: schemas/* string */.YjP()
        .regex(/^\d+d$/, { error: "days" })
        .optional(),
    every: schemas/* literal */.euz("month").optional().describe("A plan: bought every month"),
    once: schemas/* literal */.euz(true).optional().describe("A trial pack: sold once, never assumed"),
    beyond: schemas/* union */.KCZ([decimalText, schemas/* literal */.euz(["none", "unknown"])], { error: "beyond" })
        .optional()
        .describe("USD per unit beyond a plan's size"),
    concurrency: schemas/* number */.aig().positive().optional(),
});
const account = schemas/* strictObject */.rej({
    credit: schemas/* strictObject */.rej({
        name: schema_text.optional(),
        usd: decimalText.optional(),
        per: positive.optional().describe("Credits that `usd` buys, 1 if absent: 1 per 211 is no finite decimal"),
    })
        .optional(),
    packs: schemas/* array */.YOg(pack).optional(),
    trial: schemas/* strictObject */.rej({ amount: decimalText, unit: schemas/* enum */.k5n(["USD", "credit"]), notes: schema_text.optional() }).optional(),
    fees: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schema_text, usd: decimalText, every: schemas/* enum */.k5n(["month", "once"]) })).optional(),
    minimum_purchase: decimalText.optional().describe("USD"),
    ...evidence,
});
const price = schemas/* strictObject */.rej({
    from: date/* date */.p6.optional().describe("First day it holds, UTC; absent: since before this book began"),
    to: date/* date */.p6.optional().describe("First day it no longer holds"),
    source: schema_text.describe("The address it was read at"),
    checked: date/* date */.p6.describe("The day the copy that was read was made"),
    confidence: schemas/* enum */.k5n(["provider", "third-party", "inferred"]),
    charges: schemas/* array */.YOg(schemas/* union */.KCZ([charge, factor], { error: "charge" })).min(1),
    holes: schemas/* array */.YOg(schema_condition).optional().describe("Accepted requests that the price page has no row for: not offered"),
    total: total.optional(),
    notes: schema_text.optional(),
});
const example = schemas/* strictObject */.rej({
    request: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* any */.bzn()),
    usd: decimalText.optional(),
    credits: decimalText.optional(),
    amount: decimalText.optional(),
    currency: currency.optional(),
    date: date/* date */.p6.optional().describe("The day the request is priced for; absent: a day on which the newest price holds"),
    source: schema_text,
    notes: schema_text.optional(),
});
const model = schemas/* strictObject */.rej({
    id: schema_text.describe("The exact string that the provider's API takes"),
    name: schema_text.optional(),
    aliases: schemas/* array */.YOg(schema_text).optional(),
    modes: schemas/* array */.YOg(schemas/* enum */.k5n(notation_mode/* MODES */.FN)).min(1),
    accepts: schema_accepts.optional(),
    defaults: schema_defaults.optional(),
    cases: schemas/* array */.YOg(schemas/* strictObject */.rej({ when: schema_condition, accepts: schema_accepts.optional(), defaults: schema_defaults.optional(), notes: schema_text.optional() })).optional(),
    status: schemas/* strictObject */.rej({
        released: date/* date */.p6.optional(),
        retires: date/* date */.p6.optional().describe("The first day it can no longer be used"),
        successor: schema_text.optional(),
        alternatives: schemas/* array */.YOg(schema_text).optional(),
        notes: schema_text.optional(),
    })
        .optional(),
    media: schemas/* union */.KCZ([schema_text, schema_media], { error: "media" }).optional(),
    jobs: jobs.optional(),
    prices: schemas/* array */.YOg(price).describe("Dated; empty where no price is public (say why in `notes`)"),
    examples: schemas/* array */.YOg(example).optional().describe("Published totals that these prices must reproduce"),
    notes: schema_text.optional(),
});
const priceFile = schemas/* strictObject */.rej({
    provider: schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: "slug" }),
    name: schema_text,
    pricing_urls: schemas/* array */.YOg(schema_text).optional(),
    unlisted_models: schema_text.optional().describe("Why any model id is taken as known but unpriced: a gateway whose list is not public"),
    account: account.optional(),
    jobs: jobs.optional(),
    media: schemas/* record */.g1P(schemas/* string */.YjP(), schema_media).optional(),
    models: schemas/* array */.YOg(model),
    notes: schema_text.optional(),
});

;// CONCATENATED MODULE: ./lib/src/prices/read.js




/** Reads one price file: schema, then the checks that no schema can say. A file with a problem gives no prices. */
function readPrices(yaml) {
    if (yaml.problems.length > 0)
        return { written: null, provider: null, problems: yaml.problems };
    const result = priceFile.safeParse(yaml.value);
    if (!result.success) {
        return { written: null, provider: null, problems: (0,issue/* issuesToProblems */.q)(result.error.issues, priceFile, yaml.value, yaml.file, []) };
    }
    const provider = normalise(result.data);
    const problems = checkProvider(provider, yaml.file);
    return { written: result.data, provider: problems.some(({ severity }) => severity === "error") ? null : provider, problems };
}


/***/ }),

/***/ 1474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ requiredActions)
});

// EXTERNAL MODULE: ./lib/src/budget/judge.js + 2 modules
var judge = __webpack_require__(1140);
// EXTERNAL MODULE: ./lib/src/budget/reason.js
var budget_reason = __webpack_require__(2700);
// EXTERNAL MODULE: ./lib/src/engine/delta.js
var delta = __webpack_require__(2151);
// EXTERNAL MODULE: ./lib/src/money/decimal.js
var decimal = __webpack_require__(5058);
;// CONCATENATED MODULE: ./lib/src/budget/remedy.js


/**
 * Looks for the one change that satisfies a limit: less volume of the workload that contributes most.
 * A month is proportional to its volume, so the bound is exact. (Volume tiers may make it dearer.)
 * @param members the workloads that the limit holds
 * @returns null where the reason is no broken limit, or nothing in it has a price
 */
function remedyOf({ limit, value }, members, workloads) {
    if (limit === null || value === null || value.lte(limit))
        return null;
    const excess = value.minus(limit);
    const driver = driverOf(members, workloads);
    if (!driver)
        return null;
    const { head, contributes, isIncrease } = driver;
    return { excess, driver: { file: head.file, name: head.name, contributes, isIncrease }, volume: volumeFor(head, excess) };
}
/** The workload of a limit that adds most to the month, or where none adds anything, the largest; null where none has a price. */
function driverOf(members, workloads) {
    const within = new Set(members);
    const lines = workloads.filter(({ head }) => head?.monthly && within.has(head));
    const added = largest(lines.filter(({ change }) => change !== "same"), delta/* workloadDelta */.m);
    const isIncrease = added?.amount.gt(0) ?? false;
    const driver = isIncrease ? added : largest(lines, ({ head }) => head?.monthly ?? null);
    return driver?.line.head ? { head: driver.line.head, contributes: driver.amount, isIncrease } : null;
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
function volumeFor({ keys, monthly }, excess) {
    if (!keys || !monthly || monthly.lte(excess))
        return null;
    const key = ["per_month", "per_week", "per_day"].find((name) => keys.volume[name] !== undefined) ?? "per_month";
    const declared = keys.volume[key];
    const cut = excess.div(monthly).toNumber();
    if (typeof declared !== "number")
        return { key: `volume.${key}`, from: null, to: null, cut };
    // Down to a whole clip, or to a tenth where there are few: rounding up would break the limit again.
    const to = (0,decimal/* decimal */._)(declared).times(monthly.minus(excess)).div(monthly).round(declared < 10 ? 1 : 0, 0).toNumber();
    return to > 0 ? { key: `volume.${key}`, from: declared, to, cut } : null;
}

// EXTERNAL MODULE: ./lib/src/report/args.js
var report_args = __webpack_require__(1652);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(3330);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(9798);
// EXTERNAL MODULE: ./lib/src/report/messages.js + 2 modules
var messages = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/src/report/reasons.js
var reasons = __webpack_require__(4280);
;// CONCATENATED MODULE: ./lib/src/report/actions.js








/** Errors named one by one among the required actions; the rest is counted. */
const NAMED = 5;
/**
 * What has to be done for the verdict to be better, concrete and computed, worst first; nothing for a pass.
 * @param errorsFollow whether the report lists every error anyway, so that they are not named here
 */
function requiredActions(review, errorsFollow) {
    const rank = (reason) => budget_reason/* VERDICTS */.b.indexOf(reason.level);
    return [...review.reasons]
        .sort((a, b) => rank(a) - rank(b))
        .map((reason) => ({ reason, says: (0,messages.reasonSentence)(reason, review.currency), todo: todo(reason, review, errorsFollow) }));
}
function todo(reason, review, errorsFollow) {
    const { args, scope, limit, value } = reason;
    switch (reason.code) {
        case "invalid":
            return errorsFollow ? [] : errors(review);
        case "budget-exceeded":
            return [overLimit(reason, review, `or raise the limit${scope === "total" || scope === null ? " `budget.monthly`" : ` of ${(0,reasons/* scopeName */.OK)(scope)}`}`)];
        case "increase-exceeded":
            return [overLimit(reason, review, "or raise `budget.max_increase`")];
        case "budget-near":
            return limit && value ? [`Nothing yet: ${(0,format/* money */.TG)(limit.minus(value), review.currency)} a month is left.`] : [];
        case "increase-warned":
            return ["Make sure that the increase is meant; it is within what may be added."];
        case "unpriced":
            return [`Give ${Array.isArray(args["workloads"]) && args["workloads"].length > 1 ? "them" : "it"} a \`price\`, add a price file under \`prices:\`, or count without ${Array.isArray(args["workloads"]) && args["workloads"].length > 1 ? "them" : "it"} with \`policy.unknown_price: warn\`.`];
        case "stale-price":
            return [`Compare the price of ${(0,report_args/* list */.p_)(args, "workloads")} with its source, then \`video-budget prices confirm\`.`];
        case "retires-soon":
            return review.problems.filter(({ code: id }) => id === "retires-soon").slice(0, NAMED).map(messages.inFull);
        case "manifest-removed":
            return ["Make sure that the manifest is meant to go; nothing holds its budget from then on."];
        case "no-manifest":
            return ["Write one: `video-budget init`."];
        case "pre-existing":
            return ["It needs nothing from this change."];
    }
}
function errors({ problems }) {
    const all = problems.filter(({ severity, code: id }) => severity === "error" && id !== "stale-price");
    const named = all.slice(0, NAMED).map((problem) => `${(0,report_escape/* code */.aY)(`${problem.file}:${problem.line}`)} ${(0,messages.inFull)(problem)}`);
    return all.length > NAMED ? [...named, `And ${(0,format/* count */.U9)(all.length - NAMED, "more error")}, listed below.`] : named;
}
function overLimit(reason, review, otherwise) {
    const { currency, from, workloads } = review;
    const remedy = remedyOf(reason, (0,judge/* membersOf */.l)(reason.file, reason.scope ?? "total", from.head, from.now), workloads);
    if (!remedy)
        return `Bring it down, ${otherwise}.`;
    const { excess, driver } = remedy;
    const part = driver.isIncrease ? `adds the most, ${(0,format/* money */.TG)(driver.contributes, currency)}` : `is the largest part, ${(0,format/* money */.TG)(driver.contributes, currency)}`;
    return `That is ${(0,format/* money */.TG)(excess, currency)} too much. ${(0,report_escape/* code */.aY)(driver.name)} ${part}: ${change(remedy)}, ${otherwise}.`;
}
function change({ volume, driver }) {
    const name = (0,report_escape/* code */.aY)(driver.name);
    if (!volume)
        return `even without it the rest is too much, so cut ${name} and others`;
    if (volume.to === null || volume.from === null)
        return `cut the ${(0,report_escape/* code */.aY)(volume.key)} of ${name} by at least ${(0,format/* percent */.KN)(Math.ceil(volume.cut * 100) / 100)}`;
    return `set ${(0,report_escape/* code */.aY)(volume.key)} of ${name} to at most ${(0,format/* quantity */.au)(volume.to)} (now ${(0,format/* quantity */.au)(volume.from)})`;
}


/***/ }),

/***/ 1652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3330);

/** More names than this in one sentence are counted, not listed. */
const LISTED = 12;
/** One argument of a message as a code span, whatever its kind; absent and null read as nothing. */
function value(args, key) {
    const arg = args[key];
    if (arg === null || arg === undefined)
        return "nothing";
    if (arg === "a list" || arg === "a map")
        return arg;
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(String(arg));
}
/** Whether an argument says anything. */
function has(args, key) {
    const arg = args[key];
    return arg !== undefined && arg !== null && arg !== "" && !(Array.isArray(arg) && arg.length === 0);
}
/** An argument that is a list, as code spans: `a`, `b` and 3 more. One that is a text stands for itself. */
function list(args, key, most = LISTED) {
    const all = items(args[key]).map((item) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(item));
    const shown = all.length > most ? [...all.slice(0, most), `${all.length - most} more`] : all;
    return shown.length < 2 ? (shown[0] ?? "nothing") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
/** How many things an argument lists. */
function size(args, key) {
    return items(args[key]).length;
}
function items(arg) {
    if (arg === null || arg === undefined)
        return [];
    return Array.isArray(arg) ? arg.map(String) : [String(arg)];
}


/***/ }),

/***/ 6366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ columns)
/* harmony export */ });
/* harmony import */ var _wrap_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1997);

const GAP = "  ";
/** A column is squeezed to this much before another is dropped for it, and to that much when there is none to drop. */
const READABLE = 24;
const LEAST = 8;
/**
 * A table of at most `width` columns of a terminal: titles, a rule, rows. Columns are dropped where
 * they do not fit; then the widest of the rest that is aligned left is squeezed, and its cells wrap.
 */
function columns(all, rows, width, dim = (text) => text) {
    const chosen = fit(all, rows, width);
    const line = (cells, row) => {
        const wrapped = chosen.map(({ index, size }) => (0,_wrap_js__WEBPACK_IMPORTED_MODULE_0__/* .wrap */ .LV)(cells[index] ?? "", size));
        const height = Math.max(...wrapped.map((cell) => cell.length));
        return Array.from({ length: height }, (_, at) => chosen
            .map(({ size, column }, position) => {
            const last = position === chosen.length - 1 && column.align !== "right";
            const text = wrapped[position]?.[at] ?? "";
            const padded = last ? text : (0,_wrap_js__WEBPACK_IMPORTED_MODULE_0__/* .pad */ .eV)(text, size, column.align);
            return row >= 0 && column.paint && text !== "" ? column.paint(padded, row) : padded;
        })
            .join(GAP)
            .trimEnd());
    };
    const titles = line(all.map(({ title }) => title), -1);
    const rule = chosen.map(({ size }) => "─".repeat(size)).join(GAP);
    return [...titles.map(dim), dim(rule), ...rows.flatMap(line)];
}
function fit(all, rows, width) {
    let chosen = all.map((column, index) => ({ index, column, size: Math.max((0,_wrap_js__WEBPACK_IMPORTED_MODULE_0__/* .widthOf */ .qz)(column.title), ...rows.map((row) => (0,_wrap_js__WEBPACK_IMPORTED_MODULE_0__/* .widthOf */ .qz)(row[index] ?? ""))) }));
    const total = () => chosen.reduce((sum, { size }) => sum + size + GAP.length, -GAP.length);
    while (total() > width) {
        const widest = [...chosen].filter(({ column, size }) => column.align !== "right" && size > LEAST).sort((a, b) => b.size - a.size)[0];
        const next = chosen.filter(({ column }) => column.drop !== undefined).sort((a, b) => (a.column.drop ?? 0) - (b.column.drop ?? 0))[0];
        const room = (widest?.size ?? 0) - (total() - width);
        if (widest && (!next || room >= READABLE))
            widest.size = Math.max(LEAST, room);
        else if (next)
            chosen = chosen.filter((one) => one !== next);
        else
            break;
    }
    return chosen;
}


/***/ }),

/***/ 5051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aG: () => (/* binding */ jobsOf),
/* harmony export */   hc: () => (/* binding */ edit),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9798);
/* harmony import */ var _formula_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1591);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4737);




/** Formula, source, assumptions and edits of every workload that head has. */
function details(review) {
    return review.workloads.flatMap((line) => (line.head ? [{ title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(line.head.name), lines: detailOf(line, review.currency) }] : []));
}
function detailOf({ change, head, changes }, currency) {
    if (!head)
        return [];
    const { job, plan, monthly, source, assumptions, request } = head;
    return [
        ...(job?.terms ?? []).map((term) => `${(0,_formula_js__WEBPACK_IMPORTED_MODULE_2__/* .formula */ .N)(term, currency, request)} = ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .price */ .q9)(term.amount, currency)}`),
        ...(job && plan ? [`${jobsOf(plan)} × ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .jobPrice */ .b3)(job.amount, currency)} = ${monthly ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .money */ .TG)(monthly, currency)} a month` : "unpriced"}`] : []),
        ...(source ? [`Price: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(source.source, 200)}${source.checked === null ? "" : `, checked ${source.checked}`} (${source.confidence})`] : []),
        ...assumptions.map((one) => `${(0,_messages_js__WEBPACK_IMPORTED_MODULE_3__.assumptionText)(one)}${one.monthly.eq(0) ? "" : ` It costs ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .money */ .TG)(one.monthly, currency)} a month more than the cheapest.`}`),
        ...(change === "added" ? ["New in this change."] : []),
        ...(change === "added" ? [] : changes).map(({ path, from, to, monthly: moved }) => `Changed: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(path)}${edit(from, to)}${moved === null ? "" : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .signedMoney */ .jE)(moved, currency)} a month`}`),
    ];
}
/** Clips wanted, takes of each, and outputs of one job where there are several: the jobs of a month as a product. */
function jobsOf({ clips, takes, count: outputs }) {
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(clips, "clip")} × ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(takes, "take")}${outputs === 1 ? "" : ` / ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(outputs, "output")} of a job`}`;
}
/** From what to what; nothing where an edit is no single value. */
function edit(from, to) {
    if (from === null && to === null)
        return "";
    return ` ${shown(from)} → ${shown(to)}`;
}
function shown(value) {
    if (value === null || value === undefined)
        return "(none)";
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(typeof value === "object" ? JSON.stringify(value) : String(value), 60);
}


/***/ }),

/***/ 3330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tJ: () => (/* binding */ inert)
/* harmony export */ });
/** More of a name or a value than this is cut: no sentence needs it, and a hostile one could fill a report. */
const CAP = 120;
/**
 * What cannot be seen, or changes how its neighbours are seen: controls, line separators, bidirectional
 * and zero-width marks, tag characters, lone surrogates, and letters that have no shape (Hangul fillers, the empty Braille cell).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;
/** What a reader of text might act on: a comment marker, a workflow command in both of its forms, and a code fence. */
const SIGNS = /<!--|-->|--!>|::|##\[|```/g;
/**
 * A text of a manifest, a price file or a path, safe to print in a terminal, a log and a JSON message:
 * one line, nothing invisible, nothing that a runner takes for a command, at most `cap` characters.
 */
function inert(text, cap = CAP) {
    const shown = [...text.slice(0, 2 * cap + 2)];
    const cut = shown.length > cap || text.length > 2 * cap + 2;
    return (cut ? `${shown.slice(0, cap - 1).join("")}…` : text).replace(UNSEEN, written).replace(SIGNS, apart);
}
function written(character) {
    if (character === "\n")
        return "\\n";
    if (character === "\t")
        return "\\t";
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
/** Every other character moved away by a space: `: :` reads as what it was and is none of it. */
function apart(sign) {
    return sign === "```" ? "ˋˋˋ" : [...sign].join(" ");
}
/**
 * The same as a Markdown code span. In one, nothing is Markdown, HTML, a link, a mention or an issue
 * number, to a Markdown parser and to GitHub's own filters; a backtick inside becomes its look-alike.
 * A table cell also needs its pipes escaped: `table.ts` does that for whole cells.
 */
function code(text, cap = CAP) {
    const shown = inert(text, cap).replaceAll("`", "ˋ");
    return shown.trim() === "" ? "`(empty)`" : `\`${shown}\``;
}
/** What starts Markdown, HTML or a link inside a line, and what stands for it. */
const MARKS = {
    "`": "'", "*": "∗", "[": "(", "]": ")", "<": "‹", ">": "›", "|": "¦", "~": "∼", "\\": "∖", "&": "＆", "@": "＠", "#": "＃", "://": ": //", _: "ˍ",
};
/**
 * A text of several words (a note, a reason) as part of a sentence of ours, in Markdown and elsewhere:
 * readable, and inert as `code` is. Never at the start of a line, where `1.` and `-` mean something.
 */
function prose(text, cap = 300) {
    return inert(text, cap)
        .replace(/:\/\/|[`*[\]<>|~\\&@#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => MARKS[mark] ?? mark)
        .replace(/\bwww\./gi, "www .")
        .replace(/\bGH-(?=\d)/gi, "GH ");
}


/***/ }),

/***/ 576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ footnotes)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9798);


/** More workloads than this are counted, not named. */
const NAMED = 5;
/** What a report says once at its end, whatever its form: prices and their age, uncertainty, and what is declared but not counted. */
function footnotes({ prices, date, problems, workloads }) {
    return [...priceDates(prices, date), ...bounds(workloads), ...uncounted(problems)];
}
function priceDates({ oldest_checked, stale }, date) {
    if (oldest_checked === null)
        return [`Prices of ${date}.`];
    const old = stale === 0 ? "" : `; ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(stale, "price")} ${stale === 1 ? "is" : "are"} older than the policy allows`;
    return [`Prices of ${date}, the oldest checked on ${oldest_checked}${old}.`];
}
/** Model lengths that are left to the model are priced at their longest, and a part that is not public leaves a lower bound. */
function bounds(workloads) {
    const named = (bound) => workloads.flatMap(({ head }) => (head?.monthly && head.job?.bound === bound ? head.name : []));
    return [
        ...sentenceOf(named("upper"), "is an upper bound", "are upper bounds"),
        ...sentenceOf(named("lower"), "is a lower bound", "are lower bounds"),
    ];
}
function sentenceOf(names, one, many) {
    return names.length === 0 ? [] : [`The figure of ${nameSome(names)} ${names.length === 1 ? one : many}.`];
}
function uncounted(problems) {
    const notes = problems.filter(({ code: id }) => id === "not-yet-counted");
    if (notes.length === 0)
        return ["No uncertainty is declared: every figure is the list price of what is planned."];
    const parts = [...new Set(notes.flatMap(({ args }) => (Array.isArray(args["parts"]) ? args["parts"].map(String) : [])))];
    return [`Declared in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(notes.length, "workload")} and not yet counted: ${parts.map((part) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(part)).join(", ")}. Every figure is the list price of what is planned, at its mean volume.`];
}
function nameSome(names) {
    const shown = names.slice(0, NAMED).map((name) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name));
    return names.length > NAMED ? `${shown.join(", ")} and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(names.length - NAMED, "other")}` : shown.join(", ");
}


/***/ }),

/***/ 9798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Lx: () => (/* binding */ rowsThatAddUp),
/* harmony export */   TG: () => (/* binding */ money),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   b3: () => (/* binding */ jobPrice),
/* harmony export */   jE: () => (/* binding */ signedMoney),
/* harmony export */   q9: () => (/* binding */ price),
/* harmony export */   wu: () => (/* binding */ signedPercent)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);

/**
 * A month's money in whole cents: $1,234.50, or EUR 1,234.50. What is not nothing never reads as
 * nothing: an amount under half a cent keeps two digits.
 */
function money(amount, currency) {
    const cents = amount.round(2, 1);
    return cents.eq(0) && !amount.eq(0) ? withCurrency(shortest(amount, 2), currency) : withCurrency(cents.toFixed(2), currency);
}
/** Money that is a difference: +$312.00, -$5.00, and $0.00 for none. */
function signedMoney(amount, currency) {
    return amount.gt(0) ? `+${money(amount, currency)}` : money(amount, currency);
}
/** A price: as many decimals as it has, at least two unless it is whole, at most what 6 digits need: $7, $0.12, $0.0000024. */
function price(amount, currency) {
    return withCurrency(shortest(amount, 6), currency);
}
/** The price of one job in a table: at least cents, and more decimals where it has them. */
function jobPrice(amount, currency) {
    const exact = shortest(amount, 6);
    return withCurrency(exact.includes(".") ? exact : `${exact}.00`, currency);
}
/** A cell of a column that adds up: `cents` as shown, and a sign that something is there where they are none. */
function cell(cents, exact, currency, signed = false) {
    if (cents.eq(0) && !exact.eq(0))
        return `${exact.lt(0) ? "-" : signed ? "+" : ""}<${withCurrency("0.01", currency)}`;
    return signed ? signedMoney(cents, currency) : money(cents, currency);
}
function withCurrency(digits, currency) {
    const [sign, amount] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
    return currency === "USD" ? `${sign}$${grouped(amount)}` : `${sign}${currency} ${grouped(amount)}`;
}
/** A decimal with at most `digits` significant digits, and either no decimals or at least two. */
function shortest(amount, digits) {
    const places = amount.eq(0) ? 0 : Math.max(2, digits - 1 - amount.e);
    const plain = amount.round(Math.min(places, 20), 1).toFixed();
    const decimals = plain.split(".")[1]?.length ?? 0;
    return decimals === 1 ? `${plain}0` : plain;
}
function grouped(plain) {
    const [whole = "", fraction] = plain.split(".");
    const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
/** A count or a quantity: 102,400 or 12.5, with at most 6 significant digits after the point's first. */
function quantity(amount) {
    const exact = (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(amount);
    const plain = exact.round(Math.min(20, Math.max(0, 5 - exact.e)), 1).toFixed();
    return plain.startsWith("-") ? `-${grouped(plain.slice(1))}` : grouped(plain);
}
/** A share as a percentage: 0.882 is 88 %, 0.0312 is 3.1 %. From 10 % on without decimals. */
function percent(share) {
    const hundred = (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(share).times(100);
    const shown = hundred.round(hundred.abs().gte(9.95) ? 0 : 1, 1);
    return `${shown.lt(0) ? "-" : ""}${grouped(shown.abs().toFixed())} %`;
}
/** A change as a percentage with its sign: +12 %, -3.1 %. */
function signedPercent(share) {
    return share > 0 ? `+${percent(share)}` : percent(share);
}
/** 1 workload, 2 workloads. */
function count(number, noun) {
    return `${quantity(number)} ${noun}${number === 1 ? "" : "s"}`;
}
/**
 * Rounds amounts so that they add up to their total as it is shown (largest remainder): none moves by
 * a whole unit of its last decimal, unless the amounts do not add up to the total by themselves.
 * @param total the shown total, already rounded to `decimals`
 */
function rowsThatAddUp(amounts, total, decimals = 2) {
    const unit = (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(10).pow(-decimals);
    const rows = amounts.map((amount, index) => {
        const down = amount.round(decimals, 0);
        const floor = down.gt(amount) ? down.minus(unit) : down;
        return { index, floor, rest: amount.minus(floor) };
    });
    const missing = total.minus(rows.reduce((sum, { floor }) => sum.plus(floor), _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO */ .f2)).div(unit).round(0, 1).toNumber();
    const order = [...rows].sort((a, b) => b.rest.cmp(a.rest) || a.index - b.index);
    const rounded = rows.map(({ floor }) => floor);
    for (const [rank, { index, floor }] of order.entries()) {
        const steps = Math.floor(missing / rows.length) + (rank < ((missing % rows.length) + rows.length) % rows.length ? 1 : 0);
        rounded[index] = floor.plus(unit.times(steps));
    }
    return rounded;
}


/***/ }),

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ formula)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);
/* harmony import */ var _notation_meter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5888);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9798);




/** What input a quantity is of, where the meter alone does not say. */
const OF = { input_video: "input video", input_audio: "input audio", input_images: "input", output: "output", text: "text" };
/**
 * One term of a job's price as people write it: 8 second × $0.12, × 1.5 (resolution 1080p), rounded up to 1 credit.
 * @param currency of the report: the rate between it and the price's own currency is shown where they differ
 * @param request what the factors looked at, where it is known
 */
function formula(term, currency, request) {
    switch (term.kind) {
        case "line":
        case "extra":
            return lineFormula(term, currency);
        case "factor": {
            const why = term.fields.map((field) => `${field} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inert */ .tJ)(String(request?.fields.get(field) ?? ""))}`.trim()).join(", ");
            return `× ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(term.factor))}${why ? ` (${why})` : ""}`;
        }
        case "total": {
            const how = term.rule === "min" ? "at least" : term.rule === "max" ? "at most" : term.amount.lt(0) ? "rounded down to" : "rounded up to";
            return `${how} ${unitAmount(term.value, term.unit)}`;
        }
        case "discount":
            return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN)(term.share)} discount`;
    }
}
function lineFormula({ quantity: billable, meter, of, rate, per, credit, amount }, currency) {
    const known = _notation_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .METERS */ .Tk[meter];
    const subject = of.length === 1 && of[0] === known.subject ? "" : ` of ${of.map((one) => OF[one] ?? one).join(" and ")}`;
    const each = per === "1" ? "" : ` per ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(per))}`;
    const counted = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quantity */ .au)(billable)} ${known.unit}${subject} × ${unitAmount(rate.value, rate.unit)}${each}`;
    const own = billable.times(rate.value).div(per);
    if (own.eq(0))
        return counted;
    // What is left between the price's own unit and the reporting currency: the value of a credit, a rate of exchange.
    const inDollars = credit ? own.times(credit) : own;
    const worth = credit ? ` × ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .price */ .q9)(credit, "USD")}` : "";
    const from = credit ? "USD" : rate.unit;
    const exchanged = from === currency ? "" : ` × ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quantity */ .au)(amount.div(inDollars))} ${currency} for 1 ${from}`;
    return `${counted}${worth}${exchanged}`;
}
function unitAmount(value, unit) {
    if (unit !== "credits")
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .price */ .q9)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(value), unit);
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(value))} ${(0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(value).eq(1) ? "credit" : "credits"}`;
}


/***/ }),

/***/ 5509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ headline)
/* harmony export */ });
/* unused harmony export mostUsed */
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9798);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4280);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2832);



/** The first two things a reader sees: the verdict in words, and one sentence of figures. Inert Markdown, without marks of its own but code spans. */
function headline(review) {
    const words = _reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_WORDS */ ._G[review.verdict];
    const isOld = review.verdict === "warn" && review.budgets.some(({ pre_existing }) => pre_existing);
    const title = review.verdict === "pass" && review.budgets.length === 0 ? "no limit is set" : isOld ? "over budget at base already" : words.title;
    return { sign: words.sign, title, sentence: [figures(review), used(review)].join(" ").trim() };
}
function figures(review) {
    const { total, currency, compared } = review;
    if (!total.head)
        return "No workload has a usable price: the month is not known.";
    if (review.workloads.length === 0)
        return "There are no workloads.";
    const month = `${total.complete ? "" : "at least "}${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(total.head.expected, currency)} a month`;
    if (compared === "new")
        return `A new manifest, projected at ${month}.`;
    if (compared === "nothing")
        return `Projected: ${month}.`;
    const { delta } = (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .R)(review);
    if (!delta)
        return `Projected: ${month}; what this change adds is not fully known.`;
    if (delta.expected.eq(0))
        return `Projected: ${month}, unchanged.`;
    const share = delta.share === null ? "" : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .signedPercent */ .wu)(delta.share)})`;
    return `Projected: ${month}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .signedMoney */ .jE)(delta.expected, currency)}${share} against base.`;
}
function used({ budgets, currency }) {
    const most = mostUsed(budgets);
    if (!most || most.used === null)
        return budgets.length === 0 ? "No budget is declared." : "";
    const name = most.scope === "total" ? "Budget" : `Budget ${(0,_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .scopeName */ .OK)(most.scope)}`;
    return `${name}: ${most.complete ? "" : "at least "}${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(most.used)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .money */ .TG)(most.limit, currency)} used.`;
}
/** The limit that is used most; undefined where none is known. */
function mostUsed(budgets) {
    return [...budgets].filter(({ used: share }) => share !== null).sort((a, b) => (b.used ?? 0) - (a.used ?? 0))[0];
}


/***/ }),

/***/ 9695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toJson: () => (/* binding */ toJson)
/* harmony export */ });
/* harmony import */ var _engine_delta_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2151);
/* harmony import */ var _engine_figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6448);
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5058);
/* harmony import */ var _money_round_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1173);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9798);
/* harmony import */ var _formula_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1591);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4737);







/**
 * The report for programs, `video-budget/report@1`: keys in the order of `schema.ts`, 2 spaces, a newline at
 * the end; the same review gives the same bytes. Money is a number in `currency`, a month unless its
 * name says otherwise. What is not known is null, never 0.
 */
function toJson(review) {
    const { currency, total } = review;
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
            message: (0,_messages_js__WEBPACK_IMPORTED_MODULE_4__.reasonSentence)(reason, currency),
        })),
        currency,
        date: review.date,
        prices: { snapshot: review.prices.snapshot, oldest_checked: review.prices.oldest_checked, stale: review.prices.stale },
        total: {
            complete: total.complete,
            head: figures(total.head),
            base: figures(total.base),
            delta: delta((0,_engine_delta_js__WEBPACK_IMPORTED_MODULE_5__/* .deltaOf */ .e)(total.head, total.base, review.workloads)),
        },
        budgets: review.budgets.map((line) => ({
            file: line.file,
            scope: line.scope,
            limit: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(line.limit),
            figure: line.figure,
            head: moneyOf(line.head),
            base: moneyOf(line.base),
            used: line.used === null ? null : significant(line.used),
            probability_over: null,
            verdict: line.verdict,
            pre_existing: line.pre_existing,
        })),
        accounts: review.accounts.map((line) => ({
            provider: line.provider,
            usage: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(line.usage),
            trial: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(line.trial),
            prepaid: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(line.prepaid),
            bundle_remainder: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(line.bundle_remainder),
            fees: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(line.fees),
            cash: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(line.cash),
            first_month: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(line.first_month),
        })),
        workloads: review.workloads.map((line) => workload(line, currency)),
        problems: review.problems.map((problem) => ({
            code: problem.code,
            severity: problem.severity,
            message: (0,_messages_js__WEBPACK_IMPORTED_MODULE_4__.sentence)(problem),
            file: problem.file,
            line: problem.line,
            column: problem.column,
            hint: (0,_messages_js__WEBPACK_IMPORTED_MODULE_4__.hint)(problem),
        })),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
/** One workload: what it asks for is head's, or base's where it was removed; figures are of the side they name. */
function workload(line, currency) {
    const { change, head, base, changes, pre_existing } = line;
    const shown = (head ?? base);
    const monthly = head?.monthly ?? null;
    const plan = monthly === null ? undefined : head?.plan;
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
        job_price: monthly === null ? null : moneyOf(head?.job?.amount ?? null),
        list_monthly: moneyOf(monthly),
        figures: figures(monthly && (0,_engine_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .certain */ .p)(monthly)),
        base_figures: figures(base?.monthly ? (0,_engine_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .certain */ .p)(base.monthly) : null),
        per_take: plan && head?.job ? (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(head.job.amount.div(plan.count)) : null,
        per_wanted: plan && monthly && plan.clips > 0 ? (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(monthly.div(plan.clips)) : null,
        jobs: plan ? { submitted: significant(plan.jobs), billed: significant(plan.jobs), duplicates: 0, status_requests: null, undelivered_requests: null } : null,
        waterfall: head && monthly ? waterfall(head, monthly) : [],
        changes: addUp(changes, (0,_engine_delta_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadDelta */ .m)(line), ({ path, from, to }, amount) => ({ path, from, to, monthly: amount })),
        price: head ? price(head, currency) : null,
        assumptions: (head?.assumptions ?? []).map((one) => ({ code: one.code, text: (0,_messages_js__WEBPACK_IMPORTED_MODULE_4__.assumptionText)(one), path: one.field, monthly: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(one.monthly) })),
    };
}
/** Parts of a month that add up to it exactly as shown. */
function waterfall({ job, plan }, monthly) {
    if (!job || !plan)
        return [];
    const { base, pricing, rounding } = job.parts;
    const monthOf = (part) => part.times((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .decimal */ ._)(plan.clips));
    const [wanted, priced, rounded] = [monthOf(base), monthOf(pricing), monthOf(rounding)];
    const parts = { base: wanted, pricing: priced, rounding: rounded, takes: monthly.minus(wanted).minus(priced).minus(rounded) };
    const shown = exactRows(Object.values(parts), monthly);
    return Object.keys(parts).map((part, index) => ({ part, monthly: shown[index] }));
}
function price({ source, job, keys, file, request }, currency) {
    if (!job)
        return null;
    const amounts = exactRows(job.terms.map(({ amount }) => amount), job.amount);
    return {
        id: source?.id ?? `${keys?.provider}/${keys?.model}`,
        bound: job.bound,
        charges: job.terms.map((term, index) => ({ formula: (0,_formula_js__WEBPACK_IMPORTED_MODULE_3__/* .formula */ .N)(term, currency, request), amount: amounts[index] })),
        source: source?.source ?? file,
        checked: source?.checked ?? null,
        confidence: source?.confidence ?? "contract",
    };
}
/** Rows whose `monthly` add up to a total that is known; where it is not, each as far as it is known itself. */
function addUp(rows, total, shown) {
    const known = rows.flatMap(({ monthly }) => monthly ?? []);
    if (total === null || known.length < rows.length)
        return rows.map((row) => shown(row, moneyOf(row.monthly)));
    const amounts = exactRows(known, total);
    return rows.map((row, index) => shown(row, amounts[index]));
}
function exactRows(amounts, total) {
    return (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsThatAddUp */ .Lx)(amounts, total.round(6, 1), 6).map(_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L);
}
function figures(all) {
    if (!all)
        return null;
    const { list, expected, sd, p50, p90, p95, cash } = all;
    return { list: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(list), expected: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(expected), sd: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(sd), p50: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(p50), p90: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(p90), p95: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(p95), cash: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(cash) };
}
function delta(all) {
    if (!all)
        return null;
    const { expected, p50, p90, p95, share } = all;
    return { expected: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(expected), p50: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(p50), p90: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(p90), p95: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(p95), percent: share === null ? null : significant(share * 100) };
}
function moneyOf(amount) {
    return amount === null ? null : (0,_money_round_js__WEBPACK_IMPORTED_MODULE_6__/* .round */ .L)(amount);
}
/** Rates and shares have 9 significant digits: enough for any use, and the same on every machine. */
function significant(value) {
    return Number(value.toPrecision(9));
}


/***/ }),

/***/ 2139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  actionSection: () => (/* binding */ actionSection),
  footer: () => (/* binding */ footer),
  heading: () => (/* binding */ heading),
  notesSection: () => (/* binding */ notesSection),
  toMarkdown: () => (/* binding */ toMarkdown)
});

// EXTERNAL MODULE: ./lib/src/report/actions.js + 1 modules
var actions = __webpack_require__(1474);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(9798);
;// CONCATENATED MODULE: ./lib/src/report/assemble.js

/** Room for the sentence that counts what was left out, in bytes. */
const NOTE = 240;
/**
 * Joins sections within a limit in UTF-8 bytes. The first sections have the first claim; of one that does
 * not fit, as many rows as do, and a row that counts the others and says where they are.
 * @param head always kept whole; @param foot always kept whole, at the end
 */
function assemble(head, sections, foot, limit, elsewhere) {
    const lines = [...head];
    let left = limit - bytes([...head, ...foot]);
    const omitted = [];
    for (const section of sections) {
        const frame = bytes(["", ...section.before, ...section.after]);
        const whole = frame + bytes(section.rows);
        if (whole + NOTE <= left) {
            lines.push("", ...section.before, ...section.rows, ...section.after);
            left -= whole;
            continue;
        }
        const kept = fitting(section.rows, left - frame - 2 * NOTE);
        const without = (0,format/* count */.U9)(section.rows.length - kept.length, section.noun);
        if (kept.length === 0) {
            omitted.push(without);
            continue;
        }
        const row = (section.asRow ?? ((text) => text))(`and ${without} more: ${elsewhere}`);
        lines.push("", ...section.before, ...kept, row, ...section.after);
        left -= frame + bytes([...kept, row]);
    }
    if (omitted.length > 0)
        lines.push("", `Left out for its size: ${omitted.slice(0, 6).join(", ")}; ${elsewhere}.`);
    return `${[...lines, ...foot].join("\n")}\n`;
}
function fitting(rows, room) {
    let used = 0;
    const end = rows.findIndex((row) => {
        used += bytes([row]);
        return used > room;
    });
    return end === -1 ? rows : rows.slice(0, end);
}
/** Bytes of lines in UTF-8, their line ends included. */
function bytes(lines) {
    return new TextEncoder().encode(lines.join("\n")).length + (lines.length > 0 ? 1 : 0);
}

// EXTERNAL MODULE: ./lib/src/report/footnotes.js
var footnotes = __webpack_require__(576);
// EXTERNAL MODULE: ./lib/src/report/headline.js
var headline = __webpack_require__(5509);
// EXTERNAL MODULE: ./lib/src/report/rows.js
var report_rows = __webpack_require__(2832);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(3330);
// EXTERNAL MODULE: ./lib/src/report/formula.js
var formula = __webpack_require__(1591);
// EXTERNAL MODULE: ./lib/src/report/messages.js + 2 modules
var messages = __webpack_require__(4737);
// EXTERNAL MODULE: ./lib/src/report/reasons.js
var reasons = __webpack_require__(4280);
;// CONCATENATED MODULE: ./lib/src/report/source.js

/** An address with nothing in it that could end or change a Markdown link. */
const PLAIN = /^https:\/\/([a-z0-9.-]+)(?:\/[A-Za-z0-9._~%/?=&#+,:-]*)?$/;
/** The addresses that a provider of the built-in book cites, made once per provider. */
const cited = new WeakMap();
/**
 * Where a price was read, in Markdown: a link where the built-in book cites the address for that provider,
 * else a code span, since a pull request can bring a price file that points anywhere.
 * @param id provider/model
 */
function sourceMarkdown(source, id, book) {
    const provider = book.provider(id.split("/", 1)[0] ?? "");
    const host = provider && citedBy(provider).has(source) ? PLAIN.exec(source)?.[1] : undefined;
    return host === undefined ? (0,report_escape/* code */.aY)(source, 200) : `[${host}](${source})`;
}
function citedBy(provider) {
    let known = cited.get(provider);
    if (!known) {
        known = new Set(provider.models.flatMap(({ prices }) => prices.map(({ source }) => source)));
        cited.set(provider, known);
    }
    return known;
}

// EXTERNAL MODULE: ./lib/src/report/table.js
var table = __webpack_require__(8429);
;// CONCATENATED MODULE: ./lib/src/report/sections.js








/** Parts of a Markdown report, as sections that can be cut at a row; each is empty where it has nothing to say. */
/** At most this many workloads are in sight where there is no base. */
const OPEN = 25;
/** Every limit, where there is more than one. */
function budgetSection({ delta }, { budgets, currency, compared }) {
    if (budgets.length < 2)
        return [];
    const several = new Set(budgets.map(({ file }) => file)).size > 1;
    const based = compared === "base";
    const rows = budgets.map(({ file, scope, head, base, limit, used, figure, complete, verdict, pre_existing }) => {
        const least = complete ? "" : "≥ ";
        return (0,table/* tableRow */.j)([
            `${several ? `${(0,report_escape/* code */.aY)(file)} ` : ""}${(0,reasons/* scopeName */.OK)(scope)}`,
            pre_existing ? "broken at base already" : verdict === "fail" ? "**over**" : verdict === "warn" ? "close" : verdict === "pass" ? "holds" : reasons/* VERDICT_WORDS */._G[verdict].title,
            head === null ? "unpriced" : `${least}${(0,format/* money */.TG)(head, currency)}${figure === "expected" ? "" : ` (${figure.toUpperCase()})`}`,
            (0,format/* money */.TG)(limit, currency),
            used === null ? "unknown" : `${least}${(0,format/* percent */.KN)(used)}`,
            ...(based ? [head && base && complete && delta ? (0,format/* signedMoney */.jE)(head.minus(base), currency) : "unknown"] : []),
        ]);
    });
    return [{ before: (0,table/* tableHead */.P)(["Budget", "State", "Projected:", "Limit:", "Used:", ...(based ? ["Change:"] : [])]), rows, after: [], noun: "budget", asRow: oneCell }];
}
/** What a change did, the largest first; `top` of them. The last row adds up to the change of the total. */
function changedSection(all, { currency, compared }, top) {
    const changed = (0,report_rows/* changedRows */.C)(all);
    if (changed.length === 0 || compared !== "base")
        return [];
    const shown = changed.slice(0, top);
    const rows = shown.map((row) => {
        const { line, shown: one, delta } = row;
        const edits = line.change === "added" ? "new" : line.change === "removed" ? "removed" : line.changes.map(({ path, from, to, monthly }) => `${(0,report_escape/* code */.aY)(path)}${edit(from, to)}${monthly === null || line.changes.length < 2 ? "" : `: ${(0,format/* signedMoney */.jE)(monthly, currency)}`}`).join("<br>");
        return (0,table/* tableRow */.j)([nameOf(one, all), model(one), edits, monthOf(row, currency), delta === null ? "unknown" : (0,format/* cell */.Hn)(delta, delta, currency, true)]);
    });
    const rest = changed.slice(top);
    const sum = rest.every(({ delta }) => delta !== null) ? rest.reduce((total, { delta }) => (total === null ? delta : total.plus(delta ?? 0)), rest[0]?.delta?.times(0) ?? null) : null;
    const after = [
        ...(rest.length === 0 ? [] : [(0,table/* tableRow */.j)([`${(0,format/* count */.U9)(rest.length, "more changed workload")}`, "", "", "", sum ? (0,format/* signedMoney */.jE)(sum, currency) : "unknown"])]),
        ...(changed.length < 2 ? [] : [(0,table/* tableRow */.j)(["**Total change**", "", "", "", all.delta ? `**${(0,format/* signedMoney */.jE)(all.delta.expected, currency)}**` : "unknown"])]),
    ];
    return [{ before: (0,table/* tableHead */.P)(["Changed workload", "Model", "What changed", "A month:", "Change:"]), rows, after, noun: "changed workload", asRow: oneCell }];
}
/** Every workload of head with the formula of its price; the last row is the total. */
function workloadSection(all, { currency, total, compared }) {
    const rows = all.rows
        .filter(({ line }) => line.head !== null)
        .map((row) => {
        const { shown: one } = row;
        return (0,table/* tableRow */.j)([nameOf(one, all), model(one), one.job ? one.job.terms.map((term) => (0,report_escape/* code */.aY)((0,formula/* formula */.N)(term, currency, one.request), 200)).join("<br>") : "", one.job ? (0,format/* jobPrice */.b3)(one.job.amount, currency) : "", jobs(one), monthOf(row, currency)]);
    });
    if (rows.length === 0)
        return [];
    const month = all.monthly === null ? "unpriced" : `${total.complete ? "" : "≥ "}${(0,format/* money */.TG)(all.monthly, currency)}`;
    const after = [(0,table/* tableRow */.j)(["**Total**", "", "", "", "", `**${month}**`])];
    // With nothing to compare with, a few workloads are the report.
    const open = compared !== "base" && rows.length <= OPEN;
    return [folded(`All workloads (${rows.length})`, { before: (0,table/* tableHead */.P)(["Workload", "Model", "Price of a job", "A job:", "Clips × takes:", "A month:"]), rows, after, noun: "workload", asRow: oneCell }, open)];
}
/** What was assumed where the manifest says nothing, the dearest first. */
function assumptionSection({ workloads, currency }) {
    const all = workloads.flatMap(({ head }) => (head?.assumptions ?? []).map((one) => ({ name: head?.name ?? "", one })));
    const rows = all
        .sort((a, b) => b.one.monthly.cmp(a.one.monthly))
        .map(({ name, one }) => `- ${(0,report_escape/* code */.aY)(name)}: ${(0,messages.assumptionText)(one)}${one.monthly.eq(0) ? "" : ` That is ${(0,format/* money */.TG)(one.monthly, currency)} a month more than the cheapest choice.`}`);
    return rows.length === 0 ? [] : [folded(`Assumptions (${rows.length})`, { before: [], rows, after: [], noun: "assumption", asRow: item })];
}
/** Each price that was used once: where and when it was read, and how sure it is. */
function priceSection({ workloads, from: { book } }) {
    const sources = new Map(workloads.flatMap(({ head }) => (head?.source && head.job ? [[`${head.source.id} ${head.source.source}`, head.source]] : [])));
    const rows = [...sources.values()].map(({ id, source, checked, confidence, stale, notes }) => (0,table/* tableRow */.j)([(0,report_escape/* code */.aY)(id), sourceMarkdown(source, id, book), `${checked ?? "by contract"}${stale ? " (old)" : ""}`, confidence === "provider" || confidence === "contract" ? confidence : `**${confidence}**`, notes === undefined ? "" : (0,report_escape/* code */.aY)(notes, 200)]));
    return rows.length === 0 ? [] : [folded(`Prices (${rows.length})`, { before: (0,table/* tableHead */.P)(["Price", "Read at", "Checked", "Confidence", "Notes"]), rows, after: [], noun: "price", asRow: oneCell })];
}
/** What base had already broken: it is said, and not held against the change, which has nothing to do about it. */
function preExistingSection({ reasons, workloads, currency }) {
    const broken = reasons.filter(({ code: id }) => id === "pre-existing").map((reason) => `- ${(0,messages.reasonSentence)(reason, currency)}`);
    const states = workloads.flatMap(({ pre_existing, head }) => (pre_existing && head ? [`- ${(0,report_escape/* code */.aY)(head.name)} is ${head.status}.`] : []));
    const rows = [...broken, ...states];
    if (rows.length === 0)
        return [];
    const before = ["It needs nothing from this change. Where there is no base to compare with, as on a push or a schedule, it fails.", ""];
    return [folded("Broken at base already", { before, rows, after: [], noun: "line", asRow: item })];
}
/** Every problem with its place and remedy; errors first. */
function problemSection({ problems }) {
    const order = { error: 0, warning: 1, note: 2 };
    const rows = [...problems]
        .filter(({ code: id }) => id !== "not-yet-counted")
        .sort((a, b) => order[a.severity] - order[b.severity])
        .map((problem) => `- ${problem.severity} at ${(0,report_escape/* code */.aY)(`${problem.file}:${problem.line}:${problem.column}`, 200)}: ${(0,messages.inFull)(problem)}`);
    return rows.length === 0 ? [] : [folded(`Problems (${rows.length})`, { before: [], rows, after: [], noun: "problem", asRow: item })];
}
/** What is paid, where that is not what is used: whole packs, fees, once-only credit. */
function cashSection({ accounts, currency }) {
    const rows = accounts
        .filter(({ usage, cash, first_month }) => !cash.eq(usage) || !first_month.eq(cash))
        .map((line) => (0,table/* tableRow */.j)([(0,report_escape/* code */.aY)(line.provider), ...[line.usage, line.bundle_remainder, line.fees, line.cash, line.first_month].map((amount) => (0,format/* money */.TG)(amount, currency))]));
    if (rows.length === 0)
        return [];
    return [folded("What is paid", { before: (0,table/* tableHead */.P)(["Provider", "Use:", "Packs beyond it:", "Fees:", "Paid a month:", "First month:"]), rows, after: [], noun: "account", asRow: oneCell })];
}
function folded(title, { before, after, ...rest }, open = false) {
    return { ...rest, before: [`<details${open ? " open" : ""}><summary>${title}</summary>`, "", ...before], after: [...after, "", "</details>"] };
}
function oneCell(text) {
    return (0,table/* tableRow */.j)([text]);
}
function item(text) {
    return `- ${text}`;
}
function nameOf({ name, file }, { severalFiles }) {
    return `${(0,report_escape/* code */.aY)(name)}${severalFiles ? `<br>${(0,report_escape/* code */.aY)(file)}` : ""}`;
}
/** Provider and model, and a word on a price that is not the provider's own. */
function model({ keys, source }) {
    if (!keys)
        return "";
    const doubt = source?.confidence === "third-party" || source?.confidence === "inferred" ? `<br>${source.confidence} price` : "";
    return `${(0,report_escape/* code */.aY)(`${keys.provider}/${keys.model}`)}${doubt}`;
}
function monthOf({ line, monthly }, currency) {
    if (line.change === "removed" || !line.head)
        return "";
    const { head } = line;
    if (!head.monthly || !monthly)
        return `**${head.status}**`;
    const bound = head.job?.bound === "upper" ? "≤ " : head.job?.bound === "lower" ? "≥ " : "";
    return `${bound}${(0,format/* cell */.Hn)(monthly, head.monthly, currency)}`;
}
function jobs({ plan }) {
    if (!plan)
        return "";
    return `${(0,format/* quantity */.au)(plan.clips)} × ${(0,format/* quantity */.au)(plan.takes)}${plan.count === 1 ? "" : ` / ${(0,format/* quantity */.au)(plan.count)}`}`;
}
function edit(from, to) {
    if (from === null && to === null)
        return "";
    const shown = (value) => (value === null ? "nothing" : (0,report_escape/* code */.aY)(typeof value === "object" ? JSON.stringify(value) : String(value), 60));
    return ` ${shown(from)} → ${shown(to)}`;
}

;// CONCATENATED MODULE: ./lib/src/report/markdown.js






/** Below the 65,536 characters at which GitHub refuses a comment. */
const LIMIT = 60_000;
/** Changed workloads that are shown without unfolding. */
const TOP = 10;
/** The report as a pull request's comment: what it does to the bill, what to do, and the rest folded away. */
function toMarkdown(review, { run, shas, limit = LIMIT }) {
    const rows = (0,report_rows/* rowsOf */.R)(review);
    const sections = [
        ...budgetSection(rows, review),
        ...actionSection(review),
        ...changedSection(rows, review, TOP),
        ...problemSection(review),
        ...preExistingSection(review),
        ...workloadSection(rows, review),
        ...cashSection(review),
        ...assumptionSection(review),
        ...priceSection(review),
        ...notesSection(review),
    ];
    return assemble(heading(review), sections, footer(review, run, shas), limit, "the job summary and the JSON report have them");
}
/** The verdict in words, and the sentence of figures. */
function heading(review) {
    const { sign, title, sentence } = (0,headline/* headline */.P)(review);
    return [`## ${sign} Video budget: ${title}`, "", sentence];
}
/** What to do, where the verdict is not a pass. What base broke has a section of its own. */
function actionSection(review) {
    const all = (0,actions/* requiredActions */.n)(review, false);
    const own = all.filter(({ reason }) => reason.code !== "pre-existing");
    if (all.length > 0 && own.length === 0)
        return [{ before: ["**Required action**", ""], rows: ["- None in this change: what is wrong stands at base already."], after: [], noun: "reason" }];
    const rows = own.map(({ says, todo }) => (todo.length > 1 ? [`- ${says}`, ...todo.map((one) => `  - ${one}`)].join("\n") : `- ${[says, ...todo].join(" ")}`));
    return rows.length === 0 ? [] : [{ before: ["**Required action**", ""], rows, after: [], noun: "reason", asRow: (text) => `- ${text}` }];
}
/** What the figures rest on and leave out. */
function notesSection(review) {
    return [{ before: ["<details><summary>What these figures are</summary>", ""], rows: (0,footnotes/* footnotes */.u)(review).map((note) => `- ${note}`), after: ["", "</details>"], noun: "note" }];
}
/** Commits, prices and the run, in small print. */
function footer({ prices, date }, run, shas) {
    const commit = (sha) => (/^[0-9a-f]{7,64}$/.test(sha) ? `\`${sha.slice(0, 7)}\`` : "an unknown commit");
    const parts = [
        ...(shas ? [`${commit(shas.head)} against ${commit(shas.base)}`] : []),
        `prices ${`\`${prices.snapshot.replace(/^sha256:/, "").replace(/[^0-9a-z]/g, "").slice(0, 12)}\``} of ${date}`,
        ...(run && /^https?:\/\/[\w.:/-]+$/.test(run.url) ? [`[run](${run.url})`] : []),
    ];
    return ["", `<sub>Video Budget: ${parts.join(" · ")}</sub>`];
}


/***/ }),

/***/ 4737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assumptionText: () => (/* binding */ assumptionText),
  hint: () => (/* binding */ hint),
  inFull: () => (/* binding */ inFull),
  reasonSentence: () => (/* binding */ reasonSentence),
  sentence: () => (/* binding */ sentence)
});

// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(3330);
// EXTERNAL MODULE: ./lib/src/report/args.js
var report_args = __webpack_require__(1652);
;// CONCATENATED MODULE: ./lib/src/report/expected.js
/**
 * What may stand in a place, by the word that a schema uses for it (`error` in `manifest/schema.ts`,
 * `prices/schema.ts` and `notation/`): each completes the sentence "it must be …".
 */
const EXPECTED = {
    accepted: "a list of values, or a range `{ min, max, step }`",
    amount: "a decimal, 0 or more, or `unknown`",
    "aspect-ratio": "a ratio such as `16:9`, or a word in small letters such as `auto`",
    beyond: "USD per unit, `none` or `unknown`",
    bound: "a decimal, `unknown`, or a table `{ by, rows }`",
    cell: "a value, a list of values, a range, or an amount",
    charge: "a charge with a `meter` and an amount, or a `factor`",
    completion: "`{ poll: … }` or `{ webhook: … }`",
    currency: "a currency code of three capital letters, such as `EUR`",
    date: "a day that exists, as `2026-11-22`",
    days: "a number of days, as `180d`",
    decimal: "a decimal, 0 or more",
    default: "a value, or `{ from: FIELD, max: VALUE }`",
    duration: "a duration: a number of seconds, or `8s`, `2m`, `1h`",
    "duration-or-auto": "a duration (a number of seconds, or `8s`, `2m`, `1h`) or `auto`",
    durations: "a duration (a number of seconds, or `8s`, `2m`, `1h`) or a list of them, one for each file",
    growth: "a growth, 0 or more: `25%`, `150%` or `1.5`",
    list: "a list",
    map: "a map of keys and values",
    matcher: "a value, a list of values, or a range `{ min, max, above, below }`",
    media: "the name of a profile under `media`, or a profile itself",
    money: "an amount of money, 0 or more: a number, or a text with at most 9 decimals",
    number: "a number",
    pack: "the name of a pack, or `{ size, price }`",
    pixels: "a list of sizes such as `1280x720`, or width and height by aspect ratio",
    policy: "`yes`, `no`, `unknown`, or a share such as `10%`",
    "positive-decimal": "a decimal above 0",
    "positive-money": "an amount of money above 0: a number, or a text with at most 9 decimals",
    "positive-share": "a share above 0, up to 1: `40%` or `0.4`",
    scalar: "a text, a number, or `true` or `false`",
    share: "a share from 0 to 1: `3%` or `0.03`",
    size: "a size in pixels, as `1280x720`",
    slug: "a name of small letters, digits and `-`, at most 64 of them",
    subject: "`output`, `input_video`, `input_audio`, `input_images` or `text`, or a list of these",
    switch: "`true` or `false`",
    takes: "a number, 1 or more, or `{ until_kept: { acceptance, max } }`",
    text: "a text",
    "text-or-list": "a text or a list of texts",
    "tri-state": "`yes`, `no` or `unknown`",
    version: "`1`, the only version there is",
    volume: "a number, `{ low, likely, high }` or `{ p10, p90 }`",
    "whole-number": "a whole number",
    "workload-name": "a name of small letters, digits, `-`, `_` and `.`, that starts with a letter or digit and has at most 64 characters",
};

// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(9798);
;// CONCATENATED MODULE: ./lib/src/report/problems.js




const meant = (args) => ((0,report_args/* has */.zy)(args, "nearest") ? `did you mean ${(0,report_args/* value */.Uq)(args, "nearest")}?` : null);
const number = (args, key) => (0,format/* quantity */.au)(Number(args[key] ?? 0));
/** Every problem: what is wrong with which value, what is allowed, and what to do about it. */
const PROBLEMS = {
    "file-missing": {
        sentence: (args) => `There is no file ${(0,report_args/* value */.Uq)(args, "file")}.`,
        remedy: "Correct the path (it is relative to the file that names it), or add the file.",
    },
    "file-too-large": {
        sentence: (args) => `The file has ${number(args, "bytes")} bytes; at most ${number(args, "max")} are read.`,
        remedy: "Split it into several manifests and join them with `include`.",
    },
    "not-utf8": { sentence: () => "The file is not UTF-8 text.", remedy: "Save it as UTF-8." },
    "yaml-syntax": {
        sentence: (args) => `The file is not valid YAML: ${(0,report_escape/* prose */.CS)(String(args["detail"] ?? ""))}.`,
        remedy: "Check the indentation, quotes and brackets at this place.",
    },
    "duplicate-key": { sentence: (args) => `The key ${(0,report_args/* value */.Uq)(args, "key")} stands twice in one map.`, remedy: "Remove or rename one of them." },
    "too-many-aliases": {
        sentence: (args) => `The file uses its anchors more than ${number(args, "max")} times.`,
        remedy: "Write the values out, or give them once under `defaults`.",
    },
    "not-a-map": {
        sentence: (args) => (args["empty"] ? "The file is empty; it must be a map of keys and values." : "The file must be a map of keys and values."),
        remedy: "Start it with `version: 1`.",
    },
    "outside-repository": {
        sentence: (args) => `${(0,report_args/* value */.Uq)(args, "value")} is outside of what may be read; only files of the repository are allowed.`,
        remedy: "Move the file into the repository and name it relative to this one.",
    },
    "tree-truncated": {
        sentence: () => "GitHub cut the list of this commit's files short, so that manifests may be missing from this report.",
        remedy: "Name the manifests in the action's `manifest` input without patterns, or run after a checkout.",
    },
    "unknown-key": {
        sentence: (args) => `There is no key ${(0,report_args/* value */.Uq)(args, "key")} here${(0,report_args/* has */.zy)(args, "allowed") ? `; allowed: ${(0,report_args/* list */.p_)(args, "allowed", 30)}` : ""}.`,
        remedy: (args) => meant(args) ?? "Remove it or correct its name.",
    },
    "missing-key": { sentence: (_, key) => `The key ${key} is missing.`, remedy: (args) => `Add ${(0,report_args/* value */.Uq)(args, "key")}.` },
    "wrong-value": {
        sentence: (args, key) => {
            const allowed = (0,report_args/* has */.zy)(args, "allowed") ? `one of ${(0,report_args/* list */.p_)(args, "allowed", 30)}` : (EXPECTED[String(args["expected"])] ?? (0,report_escape/* prose */.CS)(String(args["expected"] ?? "")));
            return `${key} is ${(0,report_args/* value */.Uq)(args, "value")}; it must be ${allowed}.`;
        },
        remedy: (args) => meant(args),
    },
    "out-of-range": {
        sentence: (args, key) => {
            const bounds = [
                ...((0,report_args/* has */.zy)(args, "min") ? [`at least ${number(args, "min")}`] : []),
                ...((0,report_args/* has */.zy)(args, "above") ? [`above ${number(args, "above")}`] : []),
                ...((0,report_args/* has */.zy)(args, "max") ? [`at most ${number(args, "max")}`] : []),
            ].join(" and ");
            const measured = typeof args["value"] === "number" || args["value"] === null ? "" : "its length ";
            return `${key} is ${(0,report_args/* value */.Uq)(args, "value")}; ${measured}${measured ? "" : "it "}must be ${bounds}.`;
        },
        remedy: () => null,
    },
    "shares-over-one": {
        sentence: (args, key) => `The chances of ${key} add up to ${(0,report_args/* value */.Uq)(args, "total")}; at most 1 is possible.`,
        remedy: "They are chances of one attempt that exclude each other; what is left of 1 succeeds.",
    },
    "timeout-without-behaviour": {
        sentence: (args, key) => `${key} is ${(0,report_args/* value */.Uq)(args, "value")} seconds, but nothing says what happens then.`,
        remedy: (args) => `Add \`on_timeout\`: ${(0,report_args/* list */.p_)(args, "allowed")}.`,
    },
    "behaviour-without-timeout": {
        sentence: (args, key) => `${key} is ${(0,report_args/* value */.Uq)(args, "value")}, but there is no \`timeout\` after which it could happen.`,
        remedy: "Add `timeout`, a duration such as `180s`.",
    },
    "behaviour-without-latency": {
        sentence: (args, key) => `${key} is ${(0,report_args/* value */.Uq)(args, "value")}, but nothing says how long jobs take.`,
        remedy: "Add `reliability.latency: { p50: …, p95: … }`.",
    },
    "one-of": {
        sentence: (args, key) => `${key} needs exactly one of ${(0,report_args/* list */.p_)(args, "keys")}; it has ${(0,report_args/* has */.zy)(args, "given") ? (0,report_args/* list */.p_)(args, "given") : "none"}.`,
        remedy: (args) => ((0,report_args/* has */.zy)(args, "given") ? "Keep one and remove the others." : `Add one of ${(0,report_args/* list */.p_)(args, "keys")}.`),
    },
    "not-ascending": {
        sentence: (args, key) => `${key} must hold ${(0,report_args/* value */.Uq)(args, "order")}; it is ${(0,report_args/* list */.p_)(args, "values")}.`,
        remedy: "Put the values in order.",
    },
    "no-workloads": { sentence: () => "The manifest has no `workloads` and includes no other manifest.", remedy: "Add `workloads`, or `include` other manifests." },
    "include-cycle": { sentence: (args) => `This file and ${(0,report_args/* value */.Uq)(args, "value")} include each other.`, remedy: "Remove one of the two entries of `include`." },
    "include-matches-nothing": { sentence: (args) => `${(0,report_args/* value */.Uq)(args, "value")} matches no file.`, remedy: "Correct the pattern (it is relative to this file), or remove it." },
    "mixed-currencies": {
        sentence: (args) => `This manifest reports in ${(0,report_args/* value */.Uq)(args, "value")} and the first one in ${(0,report_args/* value */.Uq)(args, "expected")}; one report is in one currency.`,
        remedy: (args) => `Set \`currency: ${word(args, "expected")}\`, or check this file on its own.`,
    },
    "no-exchange-rate": {
        sentence: (args) => `The price of ${(0,report_args/* value */.Uq)(args, "id")} is in ${(0,report_args/* value */.Uq)(args, "currency")}, and there is no rate for it. It is unpriced.`,
        remedy: (args) => `Add the rate, in USD for one unit: \`fx: { ${word(args, "currency")}: … }\`.`,
    },
    "scope-matches-nothing": { sentence: (args) => `The scope ${(0,report_args/* value */.Uq)(args, "scope")} matches no workload, so its limit holds nothing.`, remedy: "Correct its `match`, or remove the scope." },
    "unknown-provider": {
        sentence: (args) => `The price book has no provider ${(0,report_args/* value */.Uq)(args, "value")}${(0,report_args/* has */.zy)(args, "allowed") ? `; it has ${(0,report_args/* list */.p_)(args, "allowed", 30)}` : ""}.`,
        remedy: (args) => meant(args) ?? "Add its prices in a file under `prices:`, or give the workload a `price`.",
    },
    "unknown-model": {
        sentence: (args) => `The price book has no model ${(0,report_args/* value */.Uq)(args, "value")} of ${(0,report_args/* value */.Uq)(args, "provider")}.`,
        remedy: (args) => {
            const search = `\`video-budget prices search --provider ${word(args, "provider")}\` lists its models.`;
            const elsewhere = (0,report_args/* has */.zy)(args, "elsewhere") ? `a model of this name is sold by ${(0,report_args/* list */.p_)(args, "elsewhere")}.` : null;
            return [meant(args), elsewhere, search].filter((part) => part !== null).join(" ").replace("? a model", "? A model");
        },
    },
    "unknown-mode": { sentence: (args) => `${(0,report_args/* value */.Uq)(args, "id")} has no mode ${(0,report_args/* value */.Uq)(args, "value")}; it has ${(0,report_args/* list */.p_)(args, "allowed")}.`, remedy: (args) => meant(args) },
    "unknown-pack": {
        sentence: (args, key) => `${key} names ${(0,report_args/* value */.Uq)(args, "value")}, which the price book does not have; it has ${(0,report_args/* list */.p_)(args, "allowed")}.`,
        remedy: (args) => meant(args) ?? "Name one of these, or give its size and price: `pack: { size: 5000, price: 700 }`.",
    },
    "unknown-fee": { sentence: (args, key) => `${key} names the fee ${(0,report_args/* value */.Uq)(args, "value")}, which the price book does not have; it has ${(0,report_args/* list */.p_)(args, "allowed")}.`, remedy: (args) => meant(args) },
    "unlisted-with-price": {
        sentence: (args) => `The price book does not list the ${word(args, "what")} ${(0,report_args/* value */.Uq)(args, "value")}; the workload's own \`price\` is used, and nothing else of it is checked.`,
        remedy: () => null,
    },
    retired: {
        sentence: (args) => `${(0,report_args/* value */.Uq)(args, "id")} was retired on ${(0,report_args/* value */.Uq)(args, "date")}: it can no longer be used.`,
        remedy: (args) => replacement(args) ?? "Choose another model: `video-budget prices search`.",
    },
    "retires-soon": {
        sentence: (args) => `${(0,report_args/* value */.Uq)(args, "id")} retires on ${(0,report_args/* value */.Uq)(args, "date")}, in ${number(args, "days")} days.`,
        remedy: (args) => replacement(args) ?? "Plan its replacement: `video-budget prices search`.",
    },
    "not-accepted": {
        sentence: (args) => `${(0,report_args/* value */.Uq)(args, "id")} does not accept ${(0,report_args/* value */.Uq)(args, "field")} ${(0,report_args/* value */.Uq)(args, "value")}; it accepts ${(0,report_args/* list */.p_)(args, "allowed", 30)}.`,
        remedy: () => null,
    },
    "unknown-option": {
        sentence: (args) => `${(0,report_args/* value */.Uq)(args, "id")} has no option ${(0,report_args/* value */.Uq)(args, "value")}; it has ${(0,report_args/* has */.zy)(args, "allowed") ? (0,report_args/* list */.p_)(args, "allowed", 30) : "none"}.`,
        remedy: (args) => meant(args) ?? "Remove it: an option that nobody knows has no price.",
    },
    "not-offered": { sentence: (args) => `${(0,report_args/* value */.Uq)(args, "id")} is not sold for this request: ${(0,report_args/* value */.Uq)(args, "request")}.`, remedy: "Change the mode or the output to one that its price list has." },
    "field-needed": { sentence: (args) => `The price of ${(0,report_args/* value */.Uq)(args, "id")} depends on ${(0,report_args/* value */.Uq)(args, "field")}, which nothing sets.`, remedy: (args) => `Add ${(0,report_args/* value */.Uq)(args, "field")} to the workload.` },
    unpriced: {
        sentence: (args) => `No usable price is known for ${(0,report_args/* value */.Uq)(args, "id")}${unpricedBecause(args)}. It is not counted as 0.`,
        remedy: (args) => (args["why"] === "unknown-credit" ? "Name what is bought under `accounts`: a `pack`, or `{ size, price }`." : "Give the workload a `price`, or add a price file under `prices:`."),
    },
    "lower-bound": {
        sentence: (args) => `Only a lower bound is known for the price of ${(0,report_args/* value */.Uq)(args, "id")}: a part of what it bills is not public.`,
        remedy: "Give the workload a `price` from your bill, or set `policy.unknown_price: warn` to count the lower bound.",
    },
    "stale-price": {
        sentence: (args) => `The price of ${(0,report_args/* value */.Uq)(args, "id")} was last checked on ${(0,report_args/* value */.Uq)(args, "checked")}, ${number(args, "days")} days ago; more than ${number(args, "max")} counts as old.`,
        remedy: (args) => `Compare it with ${(0,report_args/* value */.Uq)(args, "source")}; where it no longer holds, give the price in a price file of your own.`,
    },
    "not-yet-counted": {
        sentence: (args) => `Declared but not yet counted: ${(0,report_args/* list */.p_)(args, "parts", 30)}. The estimate is at list price, without them.`,
        remedy: () => null,
    },
    "price-overlap": { sentence: (args) => `Two prices of ${(0,report_args/* value */.Uq)(args, "id")} hold on the same day: ${(0,report_args/* value */.Uq)(args, "first")} and ${(0,report_args/* value */.Uq)(args, "second")}.`, remedy: "Give the older one a `to`; it is exclusive." },
    "price-duplicate": { sentence: (args) => `${(0,report_args/* value */.Uq)(args, "name")} already names the model ${(0,report_args/* value */.Uq)(args, "owner")}.`, remedy: "Ids and aliases are unique within a provider." },
    "price-rivals": {
        sentence: (args) => `Two charges of ${(0,report_args/* value */.Uq)(args, "id")} match one request and neither is more specific: ${(0,report_args/* list */.p_)(args, "requests")}${more(args)}.`,
        remedy: "Narrow the `when` of one of them, or give them different `line`s if both are billed.",
    },
    "price-quantity-keys": {
        sentence: (args) => `Charges of the line ${(0,report_args/* value */.Uq)(args, "line")} of ${(0,report_args/* value */.Uq)(args, "id")} state different rules (${(0,report_args/* list */.p_)(args, "keys")}); a charge that replaces another must state the same.`,
        remedy: "Repeat `step`, `min`, `max`, `included` and `each` on every charge of the line.",
    },
    "price-hole": {
        sentence: (args) => `${(0,report_args/* value */.Uq)(args, "id")} accepts ${(0,report_args/* size */.Ej)(args, "requests") === 1 ? "a request" : "requests"} that no charge prices: ${(0,report_args/* list */.p_)(args, "requests")}${more(args)}.`,
        remedy: "Add a charge, or list the requests under `holes` if they are not sold.",
    },
    "price-when": {
        sentence: (args) => `A condition of ${(0,report_args/* value */.Uq)(args, "id")} on ${(0,report_args/* value */.Uq)(args, "field")} asks for ${(0,report_args/* has */.zy)(args, "value") ? (0,report_args/* list */.p_)(args, "value") : "a value"}, which the model never accepts.`,
        remedy: "Correct the value, or add it under `accepts`.",
    },
    "price-default": { sentence: (args) => `The default ${(0,report_args/* value */.Uq)(args, "value")} of ${(0,report_args/* value */.Uq)(args, "field")} is not accepted by ${(0,report_args/* value */.Uq)(args, "id")} itself.`, remedy: "Correct the default, or `accepts`." },
    "price-media": { sentence: (args) => `The charges of ${(0,report_args/* value */.Uq)(args, "id")} count what its \`media\` does not define: ${(0,report_args/* value */.Uq)(args, "what")}.`, remedy: "Add it to the `media` profile." },
    "price-units": { sentence: (args) => `${(0,report_args/* value */.Uq)(args, "id")} has a \`total\`, but its charges are in several units: ${(0,report_args/* list */.p_)(args, "units")}.`, remedy: "A rule on the whole job needs one unit." },
    "price-conditional-meter": {
        sentence: (args) => `Only some requests to ${(0,report_args/* value */.Uq)(args, "id")} are charged for ${(0,report_args/* list */.p_)(args, "lines")}, beside a line that all of them have.`,
        remedy: "If it is meant to be added, give it a `line` name of its own; if it is meant to replace another, give both the same.",
    },
};
/** An argument inside a code span or a sentence of ours. */
function word(args, key) {
    return (0,report_escape/* prose */.CS)(String(args[key] ?? "…"));
}
function replacement(args) {
    const successor = (0,report_args/* has */.zy)(args, "successor") ? `Its successor is ${(0,report_args/* value */.Uq)(args, "successor")}.` : null;
    const others = (0,report_args/* has */.zy)(args, "alternatives") ? `Alternatives: ${(0,report_args/* list */.p_)(args, "alternatives")}.` : null;
    return [successor, others].filter((part) => part !== null).join(" ") || null;
}
function more(args) {
    return Number(args["more"] ?? 0) > 0 ? ` and ${number(args, "more")} more` : "";
}
function unpricedBecause(args) {
    if (args["why"] === "unknown-amount")
        return ": the price list names no amount for this request";
    if (args["why"] === "unknown-credit")
        return ": it is priced in credits, and nothing says what one costs";
    return (0,report_args/* has */.zy)(args, "why") ? `: ${(0,report_escape/* prose */.CS)(String(args["why"])).replace(/\.$/, "")}` : "";
}

// EXTERNAL MODULE: ./lib/src/report/reasons.js
var reasons = __webpack_require__(4280);
;// CONCATENATED MODULE: ./lib/src/report/messages.js



/**
 * Codes to sentences. The words stand in `problems.ts`, `reasons.ts` and `expected.ts`, and nowhere
 * else: whatever comes from a file is in a code span, so that a sentence is inert wherever it is shown.
 */
/** What is wrong, where in the manifest, and what is allowed. */
function sentence({ code: id, args, path, at }) {
    const words = PROBLEMS[id];
    const [top, name, ...inner] = path;
    const ofWorkload = top === "workloads" && name !== undefined && !(at === "key" && inner.length === 0);
    const key = ofWorkload ? inner.join(".") : path.join(".");
    const nothing = ofWorkload ? "the workload" : "the file";
    return `${ofWorkload ? `${(0,report_escape/* code */.aY)(String(name))}: ` : ""}${words.sentence(args, key === "" ? nothing : (0,report_escape/* code */.aY)(key))}`;
}
/** What to do about it, or null where the sentence says it all. */
function hint({ code: id, args }) {
    const { remedy } = PROBLEMS[id];
    return typeof remedy === "string" ? remedy : remedy(args);
}
/** A problem with what to do about it, as one paragraph. */
function inFull(problem) {
    const remedy = hint(problem);
    return remedy === null ? sentence(problem) : `${sentence(problem)} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`;
}
/** One reason of the verdict. @param currency the reporting currency */
function reasonSentence(reason, currency) {
    const words = reasons/* REASONS */.ez[reason.code];
    return words(reason, currency);
}
/** What was assumed where the manifest says nothing. A code without words of its own still says its field and value. */
function assumptionText({ code: id, field, value }) {
    const shown = (0,report_escape/* code */.aY)(String(value));
    return ASSUMPTIONS[id]?.(shown) ?? `${(0,report_escape/* code */.aY)(field)} is not given: ${shown} is assumed.`;
}
const ASSUMPTIONS = {
    "default-duration": (value) => `No duration is given: the provider's default of ${value} seconds is priced.`,
    "default-resolution": (value) => `No resolution is given: the provider's default, ${value}, is priced.`,
    "default-audio": (value) => `Sound is not chosen: the provider's default is priced, \`audio: ${value.replaceAll("`", "")}\`.`,
    "default-mode": (value) => `No mode is given: ${value}, the model's first, is priced.`,
    "auto-duration": (value) => `The model chooses the length: its longest, ${value} seconds, is priced. The real cost is at most this.`,
    "dearest-pack": (value) => `Nothing says which pack is bought: credits are priced as in ${value}, the dearest.`,
};


/***/ }),

/***/ 4280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OK: () => (/* binding */ scopeName),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS),
/* harmony export */   ez: () => (/* binding */ REASONS)
/* harmony export */ });
/* harmony import */ var _args_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1652);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9798);



/** A verdict in words, for a heading: never only a colour or a symbol. */
const VERDICT_WORDS = {
    pass: { title: "within budget", sign: "✅" },
    warn: { title: "passes, with warnings", sign: "⚠️" },
    fail: { title: "over budget", sign: "❌" },
    unpriced: { title: "a price is missing", sign: "❓" },
    invalid: { title: "errors to fix", sign: "❌" },
};
/** Every reason of a verdict, as one sentence. Money is in the reporting currency, a month. */
const REASONS = {
    invalid: ({ args }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(Number(args["count"] ?? 0), "error")} must be fixed before the estimate holds.`,
    "budget-exceeded": (reason, currency) => `${scope(reason)}: ${projected(reason, currency)} is over the limit of ${limit(reason, currency)}${used(reason)}.`,
    "budget-near": (reason, currency) => `${scope(reason)}: ${projected(reason, currency)} is close to the limit of ${limit(reason, currency)}${used(reason)}.`,
    "increase-exceeded": (reason, currency) => `${added(reason, currency)}, over the allowed ${allowed(reason, currency)}.`,
    "increase-warned": (reason, currency) => `${added(reason, currency)}, above ${allowed(reason, currency)}, from where on an increase is pointed out.`,
    unpriced: ({ args }) => `No usable price is known for ${(0,_args_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(args, "workloads")}. ${(0,_args_js__WEBPACK_IMPORTED_MODULE_0__/* .size */ .Ej)(args, "workloads") === 1 ? "It is" : "They are"} not counted as 0.`,
    "stale-price": ({ args }) => `The price of ${(0,_args_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(args, "workloads")} was last checked more than ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(Number(args["days"] ?? 0), "day")} ago.`,
    "retires-soon": ({ args }) => `The model of ${(0,_args_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(args, "workloads")} retires soon.`,
    "manifest-removed": ({ file }) => `This change removes the manifest ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(file)}, and its budget with it.`,
    "no-manifest": ({ file, args }) => `There is no manifest${file === "" ? "" : ` ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(file)}`}${(0,_args_js__WEBPACK_IMPORTED_MODULE_0__/* .size */ .Ej)(args, "tried") > 0 ? `; looked for ${(0,_args_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(args, "tried")}` : ""}.`,
    "pre-existing": (reason, currency) => preExisting(reason, currency),
};
/** What a limit is called: the total of a manifest, or one of its scopes. */
function scopeName(scope) {
    return scope === null || scope === "total" ? "total" : (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(scope);
}
function scope({ scope: name }) {
    return name === null || name === "total" ? "Total" : `Scope ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)}`;
}
function projected({ value, figure, args }, currency) {
    const named = figure === null || figure === "expected" ? "" : ` (${figure.toUpperCase()})`;
    if (value === null)
        return "an unknown amount";
    return `${args["complete"] === false ? "at least " : ""}${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .money */ .TG)(value, currency)} a month${named}`;
}
function limit({ limit: most }, currency) {
    return most === null ? "an unknown amount" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .money */ .TG)(most, currency);
}
function used({ args }) {
    return typeof args["used"] === "number" ? ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)(args["used"])} of it)` : "";
}
function added({ value, args }, currency) {
    const grown = typeof args["grown"] === "number" ? ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .signedPercent */ .wu)(args["grown"])})` : "";
    return `This change adds ${value === null ? "an unknown amount" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .money */ .TG)(value, currency)} a month${grown}`;
}
function allowed({ limit: most, args }, currency) {
    const amount = most === null ? "an unknown amount" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .money */ .TG)(most, currency);
    return typeof args["share"] === "number" ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)(args["share"])} of base (${amount})` : amount;
}
function preExisting(reason, currency) {
    const { args } = reason;
    if (reason.scope !== null)
        return `${scope(reason)}: ${projected(reason, currency)} is over the limit of ${limit(reason, currency)}, as base is already; this change does not add to it.`;
    const number = Number(args["count"] ?? 0);
    if (args["what"] === "unpriced")
        return `No usable price is known for ${(0,_args_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(args, "workloads")}, which this change does not touch.`;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number, "error")} ${number === 1 ? "stands" : "stand"} at base already, in what this change does not touch.`;
}


/***/ }),

/***/ 2832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ changedRows),
/* harmony export */   R: () => (/* binding */ rowsOf)
/* harmony export */ });
/* harmony import */ var _engine_delta_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2151);
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9798);



/** Every workload of a report with amounts rounded so that columns add up, and what they add up to (exact). */
function rowsOf({ workloads, total }) {
    const delta = (0,_engine_delta_js__WEBPACK_IMPORTED_MODULE_2__/* .deltaOf */ .e)(total.head, total.base, workloads);
    const monthly = total.head?.expected ?? null;
    const months = addUp(workloads.map(({ head }) => head?.monthly ?? null), monthly);
    // A workload without a price on both sides, that nobody touched, moves nothing.
    const moves = addUp(workloads.map((line) => (line.change === "same" ? _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO */ .f2 : (0,_engine_delta_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadDelta */ .m)(line))), delta?.expected ?? null);
    const rows = workloads.map((line, index) => ({
        line,
        shown: (line.head ?? line.base),
        monthly: months[index] ?? null,
        delta: moves[index] ?? null,
    }));
    return { rows, monthly, delta, severalFiles: new Set(rows.map(({ shown }) => shown.file)).size > 1 };
}
function addUp(amounts, total) {
    const known = amounts.filter((amount) => amount !== null);
    const rounded = total === null ? known.map((amount) => amount.round(2, 1)) : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsThatAddUp */ .Lx)(known, total.round(2, 1));
    let next = 0;
    return amounts.map((amount) => (amount === null ? null : rounded[next++]));
}
/** Rows of workloads that changed, the largest change first; what is not known comes before all, since it may be the largest. */
function changedRows({ rows }) {
    const size = ({ line }) => (0,_engine_delta_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadDelta */ .m)(line)?.abs() ?? null;
    return rows
        .filter(({ line }) => line.change !== "same")
        .map((row) => ({ row, size: size(row) }))
        .sort((a, b) => (a.size && b.size ? b.size.cmp(a.size) : Number(a.size !== null) - Number(b.size !== null)))
        .map(({ row }) => row);
}


/***/ }),

/***/ 8429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ tableHead),
/* harmony export */   j: () => (/* binding */ tableRow)
/* harmony export */ });
/** A row of a Markdown table. Cells are inert Markdown; only what would end a cell or a row is escaped here. */
function tableRow(cells) {
    return `| ${cells.map((cell) => cell.replace(/[\r\n]+/g, " ").replace(/(\\?)\|/g, (_, before) => (before ? "\\ \\|" : "\\|"))).join(" | ")} |`;
}
/** The head of a Markdown table; a title that ends with a colon is aligned right. */
function tableHead(titles) {
    return [tableRow(titles.map((title) => title.replace(/:$/, ""))), `|${titles.map((title) => (title.endsWith(":") ? " ---: " : " --- ")).join("|")}|`];
}


/***/ }),

/***/ 7358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toText: () => (/* binding */ toText)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7336);
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5058);
/* harmony import */ var _actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1474);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6366);
/* harmony import */ var _details_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5051);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3330);
/* harmony import */ var _footnotes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(576);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9798);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5509);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4737);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2832);
/* harmony import */ var _wrap_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1997);












/** More workloads than this are only listed on `verbose`; the largest are shown, and the rest is one line. */
const LISTED = 40;
const BAR = 20;
/** The report for a terminal or a pipe, no line wider than `width` columns. Colours repeat what words say. */
function toText(review, { width, color, verbose }) {
    const paint = picocolors__WEBPACK_IMPORTED_MODULE_9__.createColors(color);
    const verdict = { pass: paint.green, warn: paint.yellow, fail: paint.red, unpriced: paint.red, invalid: paint.red }[review.verdict];
    const { title, sentence: figures } = (0,_headline_js__WEBPACK_IMPORTED_MODULE_6__/* .headline */ .P)(review);
    const block = (lines) => (lines.length > 0 ? ["", ...lines] : []);
    const wrapped = (text, indent = "  ") => (0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(text, width, indent);
    const listed = (heading, items) => items.length === 0 ? [] : [paint.bold(heading), ...items.flatMap((item) => wrapped(`- ${item}`))];
    const actions = (0,_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredActions */ .n)(review, true).map(({ says, todo }) => [says, ...todo].join(" "));
    const lines = [
        ...(0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(`${review.verdict.toUpperCase()}: ${title}`, width).map((line) => paint.bold(verdict(line))),
        ...wrapped(figures, ""),
        ...block(table(review, width, verbose, paint)),
        ...block(review.budgets.flatMap((line) => bar(line, review, width, paint))),
        ...block(cash(review).flatMap((text) => wrapped(text))),
        ...block(listed("Required action", actions)),
        ...block(problems(review, width, verbose, paint)),
        ...block(verbose ? (0,_details_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)(review).flatMap((detail) => [...(0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(detail.title, width).map(paint.bold), ...detail.lines.flatMap((line) => (0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(`  ${line}`, width, "    "))]) : []),
        ...block((0,_footnotes_js__WEBPACK_IMPORTED_MODULE_4__/* .footnotes */ .u)(review).flatMap((text) => (0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(text, width).map(paint.dim))),
    ];
    return `${lines.join("\n")}\n`;
}
function table(review, width, verbose, paint) {
    const all = (0,_rows_js__WEBPACK_IMPORTED_MODULE_8__/* .rowsOf */ .R)(review);
    if (all.rows.length === 0)
        return [];
    const { shown, rest } = select(all, verbose);
    const compared = review.compared === "base";
    const signed = (value) => (value.trim().startsWith("+") ? paint.red(value) : value.trim().startsWith("-") ? paint.green(value) : value);
    const total = shown.length + (rest ? 1 : 0);
    const bold = (value, row) => (row === total ? paint.bold(value) : value);
    const specs = [
        { title: "Workload", paint: bold },
        all.severalFiles ? { title: "Manifest", drop: 3 } : null,
        { title: "Model", drop: 2 },
        { title: "Clips", align: "right", drop: 4 },
        { title: "Takes", align: "right", drop: 1 },
        { title: "A job", align: "right", drop: 5 },
        { title: "A month", align: "right", paint: bold },
        compared ? { title: "Change", align: "right", paint: signed } : null,
    ];
    const rows = [...shown.map((row) => cells(row, review.currency, compared)), ...(rest ? [restCells(rest, review.currency)] : []), totalCells(all, review)];
    const kept = specs.flatMap((spec, index) => (spec ? [index] : []));
    return (0,_columns_js__WEBPACK_IMPORTED_MODULE_11__/* .columns */ .Y)(specs.filter((spec) => spec !== null), rows.map((row) => kept.map((index) => row[index] ?? "")), width, paint.dim);
}
function select(all, verbose) {
    if (verbose || all.rows.length <= LISTED)
        return { shown: all.rows, rest: null };
    const weight = ({ line, monthly }) => (line.change !== "same" || monthly === null ? Number.POSITIVE_INFINITY : monthly.toNumber());
    const largest = new Set([...all.rows].sort((a, b) => weight(b) - weight(a) || 0).slice(0, LISTED - 1));
    return { shown: all.rows.filter((row) => largest.has(row)), rest: all.rows.filter((row) => !largest.has(row)) };
}
function cells({ line, shown, monthly, delta }, currency, compared) {
    const { change, head } = line;
    const priced = head?.monthly ?? null;
    const bound = head?.job?.bound === "upper" ? "≤ " : head?.job?.bound === "lower" ? "≥ " : "";
    const mark = { added: compared ? " (new)" : "", removed: " (removed)", changed: "", same: "" }[change];
    return [
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(shown.name).trim() || "(empty)"}${mark}`,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(shown.file),
        shown.keys ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(`${shown.keys.provider}/${shown.keys.model}`) : "",
        shown.plan ? (0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)(shown.plan.clips) : "",
        shown.plan ? (0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)(shown.plan.takes) : "",
        shown.job ? (0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .jobPrice */ .b3)(shown.job.amount, currency) : "",
        change === "removed" ? "" : priced && monthly ? `${bound}${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(monthly, priced, currency)}` : (head?.status ?? ""),
        delta === null ? "unknown" : delta.eq(0) && change === "same" ? "" : (0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .signedMoney */ .jE)(delta, currency),
    ];
}
function restCells(rest, currency) {
    const sum = rest.reduce((total, { monthly }) => (monthly ? total.plus(monthly) : total), _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO */ .f2);
    return [(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(rest.length, "other"), "", "", "", "", "", (0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .money */ .TG)(sum, currency), ""];
}
function totalCells({ monthly, delta }, { total, currency }) {
    const month = monthly === null ? "unpriced" : `${total.complete ? "" : "≥ "}${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .money */ .TG)(monthly, currency)}`;
    return ["Total", "", "", "", "", "", month, delta ? (0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .signedMoney */ .jE)(delta.expected, currency) : "unknown"];
}
/** One budget: a bar of at most 20 cells, its share, and the figures. */
function bar({ scope, used, head, limit, figure, complete, verdict, file }, { currency, budgets }, width, paint) {
    const several = new Set(budgets.map((line) => line.file)).size > 1;
    const named = `${several ? `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(file)} ` : ""}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(scope)}`;
    const color = verdict === "fail" ? paint.red : verdict === "pass" ? paint.green : paint.yellow;
    const filled = Math.round(Math.min(1, used ?? 0) * BAR);
    const drawn = `${"█".repeat(filled)}${"░".repeat(BAR - filled)}`;
    const share = used === null ? "?" : `${complete ? "" : "≥ "}${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .percent */ .KN)(used)}`;
    const amount = `${head === null ? "unpriced" : `${complete ? "" : "≥ "}${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .money */ .TG)(head, currency)}`} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .money */ .TG)(limit, currency)}${figure === "expected" ? "" : ` at ${figure.toUpperCase()}`}`;
    const longest = Math.min(24, Math.max(...budgets.map((line) => line.scope.length + (several ? line.file.length + 1 : 0))));
    const start = `${(0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .pad */ .eV)(named, longest)}  `;
    const line = `${start}${drawn}  ${(0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .pad */ .eV)(share, 7, "right")}  ${amount}`;
    if (line.length <= width)
        return [line.replace(drawn, color(drawn))];
    return [...(0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(named, width), `  ${color(drawn)}  ${share}`, ...(0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(`  ${amount}`, width, "  ")];
}
/** Accounts whose bill is not their use: whole packs, fees, credit that only the first month has. */
function cash({ accounts, currency }) {
    return accounts
        .filter(({ usage, cash: paid, first_month }) => !paid.eq(usage) || !first_month.eq(paid))
        .map(({ provider, cash: paid, bundle_remainder, fees, first_month }) => {
        const parts = [
            ...(bundle_remainder.eq(0) ? [] : [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .money */ .TG)(bundle_remainder, currency)} of it in packs beyond the use`]),
            ...(fees.eq(0) ? [] : [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .money */ .TG)(fees, currency)} of it fees`]),
            ...(first_month.eq(paid) ? [] : [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .money */ .TG)(first_month, currency)} in the first month`]),
        ];
        return `Paid to ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(provider)}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__/* .money */ .TG)(paid, currency)} a month${parts.length > 0 ? `, ${parts.join(", ")}` : ""}.`;
    });
}
function problems({ problems: all }, width, verbose, paint) {
    const color = { error: paint.red, warning: paint.yellow, note: paint.cyan };
    return all
        .filter(({ severity, code }) => code !== "not-yet-counted" && (verbose || severity !== "note"))
        .flatMap((problem) => {
        const start = `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(problem.file)}:${problem.line}:${problem.column}: ${problem.severity}: `;
        const [first = "", ...more] = (0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(`${start}${(0,_messages_js__WEBPACK_IMPORTED_MODULE_7__.sentence)(problem)}`, width, "  ");
        const remedy = (0,_messages_js__WEBPACK_IMPORTED_MODULE_7__.hint)(problem);
        return [first.replace(`: ${problem.severity}:`, (said) => color[problem.severity](said)), ...more, ...(remedy === null ? [] : (0,_wrap_js__WEBPACK_IMPORTED_MODULE_10__/* .wrap */ .LV)(`  ${remedy}`, width, "  ").map(paint.dim))];
    });
}


/***/ }),

/***/ 1997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   qz: () => (/* binding */ widthOf)
/* harmony export */ });
/** Two columns wide in a terminal: East Asian scripts and their full-width forms, and emoji. */
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\u30fc\uff01-\uff60\uffe0-\uffe6]/u;
const NONE = /\p{M}/u;
const ASCII = /^[\x20-\x7e]*$/;
/**
 * Columns of a terminal that a text without controls and colours takes. A library for this costs a
 * tenth of a run's time, for names that are nearly always ASCII; the tests hold this against one.
 */
function widthOf(text) {
    if (ASCII.test(text))
        return text.length;
    let width = 0;
    for (const character of text)
        width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
    return width;
}
/** A text in lines of at most `width` columns: broken at spaces, and inside a word only where it alone is too long. */
function wrap(text, width, indent = "") {
    const lines = [];
    let line = "";
    const room = () => width - (lines.length === 0 ? 0 : indent.length);
    const flush = () => {
        lines.push((lines.length === 0 ? "" : indent) + line.trimEnd());
        line = "";
    };
    for (const word of text.split(/(?<= )(?!%)/)) {
        if (line !== "" && widthOf(line) + widthOf(word.trimEnd()) > room())
            flush();
        let rest = word;
        while (widthOf(rest.trimEnd()) > room()) {
            const head = fitting(rest, room());
            line = head;
            flush();
            rest = rest.slice(head.length);
        }
        line += rest;
    }
    if (line.trim() !== "" || lines.length === 0)
        flush();
    return lines;
}
/** The longest start of a text that fits; at least one character, so that there is always progress. */
function fitting(text, width) {
    let fits = "";
    let used = 0;
    for (const character of text) {
        used += widthOf(character);
        if (used > width && fits !== "")
            break;
        fits += character;
    }
    return fits;
}
/** A text padded to a width, on the side that `align` leaves free. */
function pad(text, width, align = "left") {
    const space = " ".repeat(Math.max(0, width - widthOf(text)));
    return align === "right" ? space + text : text + space;
}


/***/ }),

/***/ 8411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ issuesToProblems)
/* harmony export */ });
/* harmony import */ var _notation_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(387);

/**
 * zod's issues as problems: what is wrong, where, the value, and what is allowed.
 * @param schema what the value was validated against, to name the keys that a map may have
 * @param value what was validated, to read the offending values from
 * @param at where `value` stands in the file
 */
function issuesToProblems(issues, schema, value, file, at) {
    return issues.flatMap((issue) => toProblems(issue, schema, value, file, at));
}
function toProblems(issue, schema, value, file, at) {
    const path = issue.path;
    const found = valueAt(value, path);
    const problem = (code, args, extra = {}) => [
        { code, severity: "error", file, path: [...at, ...path], args, ...extra },
    ];
    switch (issue.code) {
        case "unrecognized_keys": {
            const allowed = keysAt(schema, path);
            return issue.keys.map((key) => ({
                code: "unknown-key",
                severity: "error",
                file,
                path: [...at, ...path, key],
                at: "key",
                args: { key, allowed, nearest: (0,_notation_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, allowed) },
            }));
        }
        case "invalid_union": {
            const branch = closestBranch(issue.errors, found);
            if (branch)
                return issuesToProblems(branch, schemaAt(schema, path), found, file, [...at, ...path]);
            return found === undefined ? missing(path) : problem("wrong-value", { value: shown(found), expected: issue.message });
        }
        case "invalid_type":
            if (found === undefined)
                return missing(path);
            return problem("wrong-value", { value: shown(found), expected: EXPECTED_TYPE[issue.expected] ?? issue.message });
        case "invalid_value":
            if (found === undefined)
                return missing(path);
            return problem("wrong-value", {
                value: shown(found),
                allowed: issue.values.map(String),
                nearest: (0,_notation_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(String(found), issue.values.map(String)),
            });
        case "too_small":
            return problem("out-of-range", { value: shown(found), ...(issue.inclusive ? { min: Number(issue.minimum) } : { above: Number(issue.minimum) }) });
        case "too_big":
            return problem("out-of-range", { value: shown(found), max: Number(issue.maximum) });
        case "invalid_key":
            return problem("wrong-value", { value: String(path.at(-1)), expected: issue.issues[0]?.message ?? "text" }, { at: "key" });
        default:
            return problem("wrong-value", { value: shown(found), expected: issue.message });
    }
    function missing(missingPath) {
        return [{ code: "missing-key", severity: "error", file, path: [...at, ...missingPath], args: { key: String(missingPath.at(-1) ?? "") } }];
    }
}
/** The words for zod's own type names, in EXPECTED of `report/messages.ts`. */
const EXPECTED_TYPE = {
    string: "text",
    number: "number",
    int: "whole-number",
    boolean: "switch",
    object: "map",
    record: "map",
    array: "list",
};
/** Of a union, the branch that the value was meant for: the one that did not fail at its own root. */
function closestBranch(branches, found) {
    if (typeof found !== "object" || found === null)
        return undefined;
    const meant = branches.filter((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys"));
    return [...meant].sort((a, b) => a.length - b.length)[0];
}
function valueAt(value, path) {
    let found = value;
    for (const key of path) {
        if (typeof found !== "object" || found === null || !Object.hasOwn(found, key))
            return undefined;
        found = found[key];
    }
    return found;
}
/** A value as an argument of a message: scalars as they are, anything else by what it is. */
function shown(value) {
    if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        return value;
    if (Array.isArray(value))
        return "a list";
    return value === undefined ? null : "a map";
}
/** The keys that a map at `path` may have; none where it may have any. */
function keysAt(schema, path) {
    return branches(schemaAt(schema, path)).flatMap((branch) => (branch._zod.def.type === "object" ? Object.keys(branch.shape) : []));
}
/** The schema of what stands at `path`: of a union, the branch that has such a key. */
function schemaAt(schema, path) {
    let found = schema;
    for (const key of path)
        found =
            branches(found)
                .map((branch) => childOf(branch, key))
                .find((child) => child !== undefined) ?? found;
    return found;
}
function childOf(schema, key) {
    const def = schema._zod.def;
    if (def.type === "object")
        return def.shape?.[key];
    return def.type === "record" ? def.valueType : def.element;
}
/** A schema without its wrappers (optional, default, transform…), and each branch of a union. */
function branches(schema) {
    const def = schema._zod.def;
    if (def.type === "union")
        return (def.options ?? []).flatMap(branches);
    const inner = def.innerType ?? def.in;
    return inner ? branches(inner) : [schema];
}


/***/ }),

/***/ 8808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ locateAll),
/* harmony export */   x: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** Problems with their places, by file in the order the files were read, and in file order. */
function locateAll(problems, files) {
    const order = new Map([...files.keys()].map((file, index) => [file, index]));
    return problems
        .map((problem) => ({ ...problem, ...locate(files.get(problem.file), problem) }))
        .sort((a, b) => (order.get(a.file) ?? -1) - (order.get(b.file) ?? -1) || a.line - b.line || a.column - b.column);
}
/** Pairs by key, so that 10,000 problems in one map are not 10,000 walks over it. */
const indexes = new WeakMap();
/**
 * Line and column of a problem: of its value, of its key where the key itself is at fault, or of the
 * nearest thing above it that exists. A file that never became a tree has only its first line.
 */
function locate(file, { path, at, offset }) {
    const position = offset ?? offsetOf(file?.document?.contents ?? null, path, at);
    const { line, col } = file && file.lines.lineStarts.length > 0 ? file.lines.linePos(position) : { line: 1, col: 1 };
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
function offsetOf(root, path, at) {
    let node = root;
    let offset = root?.range?.[0] ?? 0;
    for (const [depth, key] of path.entries()) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = pairOf(node, String(key));
            if (!pair)
                return offset;
            const keyNode = pair.key;
            const valueNode = pair.value;
            const last = depth === path.length - 1;
            // A map is shown by its key, which people look for, rather than by its first entry.
            const shown = (last && at === "key") || !valueNode?.range || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(valueNode) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(valueNode) ? keyNode : valueNode;
            offset = shown.range?.[0] ?? offset;
            node = valueNode;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            const item = node.items[Number(key)];
            node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) ? null : item;
            offset = node?.range?.[0] ?? offset;
        }
        else {
            return offset;
        }
        // An anchor's content belongs to another place: the alias is where this file says it here.
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            return offset;
    }
    return offset;
}
function pairOf(map, key) {
    let index = indexes.get(map);
    if (!index) {
        index = new Map(map.items.map((pair) => [(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : String(pair.key), pair]));
        indexes.set(map, index);
    }
    return index.get(key);
}


/***/ }),

/***/ 946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_BYTES: () => (/* binding */ MAX_BYTES),
/* harmony export */   readYaml: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** 5 MiB: far above any real manifest, and small enough that hostile YAML cannot stall a run. */
const MAX_BYTES = 5 * 1024 * 1024;
/** Uses of anchors before a file counts as an anchor bomb. */
const MAX_ALIASES = 10_000;
/** Reads one YAML file. Every problem of the text itself is reported; the value is then undefined. */
function readYaml(file, bytes) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const failed = (problem) => ({
        file,
        value: undefined,
        document: null,
        lines,
        problems: [{ severity: "error", file, path: [], ...problem }],
    });
    if (bytes.length > MAX_BYTES)
        return failed({ code: "file-too-large", args: { bytes: bytes.length, max: MAX_BYTES } });
    const text = decode(bytes);
    if (text === undefined)
        return failed({ code: "not-utf8", args: {} });
    try {
        // The library's own check for duplicate keys compares every pair of keys: 10,000 workloads take seconds.
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, stringKeys: true });
        const syntax = document.errors.map((error) => ({ code: "yaml-syntax", severity: "error", file, path: [], offset: error.pos[0], args: { detail: error.message } }));
        const problems = syntax.length > 0 ? syntax : duplicateKeys(document.contents, file);
        if (problems.length > 0)
            return { file, value: undefined, document, lines, problems };
        return { file, value: document.toJS({ maxAliasCount: MAX_ALIASES }), document, lines, problems };
    }
    catch (error) {
        if (error instanceof ReferenceError && /excessive/i.test(error.message))
            return failed({ code: "too-many-aliases", args: { max: MAX_ALIASES } });
        if (error instanceof ReferenceError)
            return failed({ code: "yaml-syntax", args: { detail: error.message } });
        if (error instanceof RangeError)
            return failed({ code: "yaml-syntax", args: { detail: "nested too deeply" } });
        throw error;
    }
}
/** Keys that stand twice in one map; the later one is where to look. */
function duplicateKeys(node, file, path = []) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return node.items.flatMap((item, index) => duplicateKeys(item, file, [...path, index]));
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return [];
    const seen = new Set();
    return node.items.flatMap(({ key: keyNode, value }) => {
        const key = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(keyNode) ? String(keyNode.value) : "";
        const offset = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(keyNode) ? (keyNode.range?.[0] ?? 0) : 0;
        const repeated = seen.has(key)
            ? [{ code: "duplicate-key", severity: "error", file, path: [...path, key], at: "key", offset, args: { key } }]
            : [];
        seen.add(key);
        return [...repeated, ...duplicateKeys(value, file, [...path, key])];
    });
}
function decode(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
