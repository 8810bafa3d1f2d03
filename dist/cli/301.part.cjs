"use strict";
exports.id = 301;
exports.ids = [301];
exports.modules = {

/***/ 4301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/sdk/dist/esm/server/mcp.js + 57 modules
var mcp = __webpack_require__(2371);
// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/sdk/dist/esm/server/stdio.js + 1 modules
var stdio = __webpack_require__(9424);
// EXTERNAL MODULE: ./lib/src/version.js
var version = __webpack_require__(1294);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/mcp/answer.js
/** Places of a finding that are named. */
const PLACES = 3;
/** An agent reads an answer with everything else that it has to keep in mind: at most this many bytes of JSON. */
const MOST_BYTES = 2000;
/** What is not known, in words: a null could be read as nothing, or as 0. */
const known = (value) => value ?? "unknown";
/** One workload: what a job and a month cost, how that comes about, and where the price is from. */
function workloadAnswer({ name, provider, model, mode, status, job_price, figures, price, jobs }) {
    return {
        workload: name,
        model: `${provider}/${model}`,
        mode,
        status,
        job_price: known(job_price),
        monthly: known(figures?.expected),
        ...(figures !== null && figures.p90 !== figures.expected && { p90: figures.p90 }),
        jobs_a_month: known(jobs?.submitted),
        formula: known(price?.charges.map(({ formula }) => formula).join(" + ")),
        bound: known(price?.bound),
        source: known(price?.source),
        checked: known(price?.checked),
        confidence: known(price?.confidence),
    };
}
/** A report: its verdict and why, the month, and the workloads that cost most. */
function reportAnswer({ verdict, reasons, currency, date, total, budgets, workloads, problems, prices }) {
    const dearest = [...workloads].sort((a, b) => (b.figures?.expected ?? Number.POSITIVE_INFINITY) - (a.figures?.expected ?? Number.POSITIVE_INFINITY));
    return {
        verdict,
        reasons: reasons.map(({ code, message }) => ({ code, message })),
        currency,
        prices_of: date,
        oldest_price_checked: known(prices.oldest_checked),
        monthly: known(total.head?.expected),
        bound: total.complete ? "exact" : "at least",
        ...(total.base !== null && { monthly_before: total.base.expected }),
        budgets: budgets.map(({ scope, limit, head, verdict: own }) => ({ scope, limit, held_against: known(head), verdict: own })),
        workloads: dearest.map((one) => ({
            workload: one.name,
            model: `${one.provider}/${one.model}`,
            monthly: known(one.figures?.expected),
            source: known(one.price?.source),
            checked: known(one.price?.checked),
        })),
        problems: problemsOf({ problems }),
    };
}
/**
 * What code calls; what nobody declares first. `not_read`: files of code of which nothing is known. Where a price is from is what `quote` says.
 * @param date the day of the prices
 */
function scanAnswer({ files, rows }, unread, date) {
    const shown = rows.filter(({ finding }) => finding.confidence !== "mention");
    const order = [...shown].sort((a, b) => Number(a.declared_by.length > 0) - Number(b.declared_by.length > 0));
    return {
        prices_of: date,
        files,
        not_read: unread.reduce((sum, { count }) => sum + count, 0),
        calls: order.map(({ finding: { provider, model, dynamic, places }, job_price, declared_by }) => ({
            provider,
            model: known(model),
            ...(dynamic !== null && { decided_by: dynamic }),
            at: places.slice(0, PLACES).map(({ file, line }) => `${file}:${line}`),
            one_clip_usd: job_price === null ? "unknown" : Number(job_price.round(6)),
            declared_by: declared_by.length > 0 ? declared_by : "nothing",
        })),
    };
}
/** What is wrong or worth knowing, the worst first. */
function problemsOf({ problems }) {
    const order = ["error", "warning", "note"];
    return [...problems]
        .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
        .map(({ severity, code, message, hint, line }) => ({ severity, code, line, message, ...(severity === "error" && hint !== null && { hint }) }));
}
/**
 * The answer as JSON of at most `MOST_BYTES`: the longest list loses its last entry until it fits, and `left_out` counts what is missing from each.
 * Example: of 40 workloads 6 fit, and `left_out` is `{ "workloads": 34 }`.
 */
function fitted(answer) {
    const lists = new Map();
    for (const [key, value] of Object.entries(answer))
        if (Array.isArray(value))
            lists.set(key, [...value]);
    const leftOut = {};
    for (;;) {
        const text = JSON.stringify({ ...answer, ...Object.fromEntries(lists), ...(Object.keys(leftOut).length > 0 && { left_out: leftOut }) });
        if (new TextEncoder().encode(text).length <= MOST_BYTES)
            return text;
        let longest = null;
        for (const [key, list] of lists) {
            const { length } = JSON.stringify(list);
            if (list.length > 0 && length > (longest?.length ?? 0))
                longest = { key, list, length };
        }
        if (longest === null)
            return cut(text);
        longest.list.pop();
        leftOut[longest.key] = (leftOut[longest.key] ?? 0) + 1;
    }
}
/** An answer with a single text that is too long by itself, an address or a message: its beginning, which says so. */
function cut(text) {
    return JSON.stringify({ truncated: true, answer: text.slice(0, MOST_BYTES / 3) });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1514);
// EXTERNAL MODULE: ./lib/src/catalog/rank.js
var rank = __webpack_require__(3626);
// EXTERNAL MODULE: ./lib/src/files/book.js + 1 modules
var files_book = __webpack_require__(1216);
// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/notation/mode.js
var mode = __webpack_require__(9298);
// EXTERNAL MODULE: ./lib/src/report/catalog/rank.js
var catalog_rank = __webpack_require__(8207);
// EXTERNAL MODULE: ./lib/src/report/review/json.js + 1 modules
var json = __webpack_require__(4068);
// EXTERNAL MODULE: ./lib/src/gather.js
var gather = __webpack_require__(3983);
// EXTERNAL MODULE: ./lib/src/notation/glob.js + 1 modules
var glob = __webpack_require__(447);
// EXTERNAL MODULE: ./lib/src/risk/needs-distributions.js
var needs_distributions = __webpack_require__(419);
// EXTERNAL MODULE: ./lib/src/review/review.js + 27 modules
var review = __webpack_require__(8640);
;// CONCATENATED MODULE: ./lib/src/review/review-text.js




/** Reviews files that are given as text, without reading anything else. A manifest that is not in `base` is new. */
async function reviewText({ files, manifests, base, book, date, months }) {
    const head = await (0,gather/* gather */.kg)(readerOf(files), manifests, book.snapshot);
    const known = manifests.filter((path) => base !== undefined && Object.hasOwn(base, path));
    const before = base === undefined ? null : await (0,gather/* gather */.kg)(readerOf(base), known, book.snapshot);
    const distributions = await (0,needs_distributions/* distributionsFor */.B)(head, before);
    return (0,review/* review */.N)({ head, base: before, book, date, renamed: new Map(), distributions, ...(months !== undefined && { months }) });
}
function readerOf(files) {
    return {
        follow: async (path) => path,
        read: async (path) => (Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : null),
        glob: async (patterns) => {
            const { matches } = (0,glob/* globOf */.k8)(patterns);
            return Object.keys(files).filter(matches).sort();
        },
        contains: (path) => !path.startsWith("/") && !path.startsWith("../"),
    };
}

// EXTERNAL MODULE: ./lib/src/cli/check.js + 1 modules
var check = __webpack_require__(5184);
// EXTERNAL MODULE: ./lib/src/cli/code-of-folder.js + 40 modules
var code_of_folder = __webpack_require__(5616);
// EXTERNAL MODULE: ./lib/src/cli/prices/known.js
var prices_known = __webpack_require__(8985);
;// CONCATENATED MODULE: ./lib/src/cli/mcp/tools.js













const date = iso/* date */.p6().optional().describe("The day prices are looked up for, UTC; default: today");
const tools_mode = schemas/* enum */.k5n(mode/* MODES */.FN);
const resolution = schemas/* string */.YjP().describe("Such as 1080p; default: the model's own");
const seconds = schemas/* number */.aig().positive().max(86_400).describe("Length of a clip in seconds");
const quoteTool = tool({
    description: "What one job of a video model costs, and a month of them, with formula, source and date. Use it before writing code that calls the model.",
    input: {
        provider: schemas/* string */.YjP().describe("Who is called: fal, replicate, vertex, runway…"),
        model: schemas/* string */.YjP().describe("The exact text that the provider's API takes, or an alias"),
        mode: tools_mode.optional(),
        duration: seconds.optional(),
        resolution: resolution.optional(),
        audio: schemas/* boolean */.zMY().optional(),
        per_month: schemas/* number */.aig().positive().max(1e9).optional().describe("Clips wanted a month; default 1"),
        date,
    },
    answer: async ({ provider, model, mode, duration, resolution, audio, per_month = 1, date = (0,cli_terminal/* today */.Ec)() }, { folder }) => {
        const output = { ...(duration !== undefined && { duration: `${duration}s` }), resolution, audio };
        const manifest = JSON.stringify({ version: 1, workloads: { quote: { provider, model, mode, output, volume: { per_month } } } });
        const review = await reviewText({ files: { quote: manifest }, manifests: ["quote"], book: (0,files_book/* loadBook */.Q)(folder), date });
        const report = reportOf(review);
        const [workload] = report.workloads;
        const assumptions = workload?.assumptions.filter(({ code }) => code !== "untested").map(({ text }) => text);
        return { ...(workload && workloadAnswer(workload)), currency: report.currency, assumptions, problems: problemsOf(report) };
    },
});
const compareTool = tool({
    description: "Models that make a clip, the cheapest first, with source and date of each price. Quality is not compared.",
    input: {
        mode: tools_mode,
        duration: seconds,
        resolution: resolution.optional(),
        audio: schemas/* boolean */.zMY().optional(),
        providers: schemas/* array */.YOg(schemas/* string */.YjP()).optional().describe("These alone; default: all"),
        date,
    },
    answer: async ({ mode, duration, resolution, audio, providers, date = (0,cli_terminal/* today */.Ec)() }, { folder }) => {
        const book = (0,files_book/* loadBook */.Q)(folder);
        const asked = { mode, duration, ...(resolution !== undefined && { resolution: (0,prices_known/* knownResolution */.k8)(resolution, book) }), ...(audio !== undefined && { audio }) };
        const unknown = (providers ?? []).filter((slug) => !book.slugs.includes(slug));
        if (unknown.length > 0)
            throw new cli_terminal/* UsageError */.eb(`No provider is named ${unknown.join(", ")}. There are: ${book.slugs.join(", ")}.`);
        const ranking = (0,rank/* rankModels */.j)(book, asked, { date, rates: (0,convert/* rates */.It)({}) }, providers);
        const { ranked } = JSON.parse((0,catalog_rank/* rankJson */.Xv)(ranking));
        return {
            date,
            note: "Quality is not compared.",
            ranked: ranked.map(({ id, usd, bound, source, checked, confidence }) => ({ id, usd, bound, source, checked, confidence })),
            not_ranked: ranking.leftOut.length,
        };
    },
});
const manifests = schemas/* array */.YOg(schemas/* string */.YjP()).describe("Paths of manifests; default: the repository's video-budget.yml");
const checkTool = tool({
    description: "What the manifests of this repository cost a month, against their budgets and against a base branch, with what each edit adds.",
    input: { manifests: manifests.optional(), base: schemas/* string */.YjP().optional().describe("A git ref or a file to compare with, such as main"), date },
    answer: async ({ manifests = [], base, date }, terminal) => reportAnswer(reportOf(await onDisk(manifests, { base, date }, terminal))),
});
const explainTool = tool({
    description: "How the monthly cost of one workload comes about: formula, where the money goes, source and assumptions.",
    input: { workload: schemas/* string */.YjP(), manifest: schemas/* string */.YjP().optional(), date },
    answer: async ({ workload: name, manifest, date }, terminal) => {
        const report = reportOf(await onDisk(manifest === undefined ? [] : [manifest], { date }, terminal));
        const workload = report.workloads.find((one) => one.name === name);
        if (!workload)
            throw new cli_terminal/* UsageError */.eb(`No workload is named ${name}. There are: ${report.workloads.map((one) => one.name).join(", ") || "none"}.`);
        const parts = Object.fromEntries(workload.waterfall.filter(({ monthly }) => monthly !== 0).map(({ part, monthly }) => [part, monthly]));
        return { ...workloadAnswer(workload), currency: report.currency, where_the_money_goes: parts, assumptions: workload.assumptions.map(({ text }) => text) };
    },
});
const scanTool = tool({
    description: "Calls of video models in the code of this repository: where, what one clip costs, and which workload of a manifest declares each.",
    input: { paths: schemas/* array */.YOg(schemas/* string */.YjP()).optional().describe("Folders or files; default: the whole working directory"), date },
    answer: async ({ paths = [], date }, terminal) => {
        const read = await (0,code_of_folder/* readCodeOfFolder */.v)(paths, { prices: [], fx: {}, ignore: [], manifest: [], ...(date !== undefined && { date }) }, terminal);
        return scanAnswer((0,code_of_folder/* scannedOf */.s)(read), read.code.unread, date ?? (0,cli_terminal/* today */.Ec)());
    },
});
/** By the name that agents call them. */
const TOOLS = { quote: quoteTool, compare: compareTool, check: checkTool, explain: explainTool, scan: scanTool };
function tool(one) {
    return one;
}
function reportOf(review) {
    return JSON.parse((0,json.toJson)(review));
}
function onDisk(paths, { base, date }, terminal) {
    const options = {
        format: "json",
        color: "never",
        verbose: false,
        prices: [],
        ...(base !== undefined && { base }),
        ...(date !== undefined && { date }),
    };
    return (0,check/* reviewOf */.Q)(paths, options, terminal);
}

;// CONCATENATED MODULE: ./lib/src/cli/mcp/server.js






/**
 * `video-budget mcp`: answers an agent over standard input and output, in the Model Context Protocol, until its input ends.
 * It reads manifests and prices, writes nothing, and contacts nobody. What was asked wrongly is an answer that says so (`isError`).
 * @returns 0
 */
async function serve(terminal) {
    const server = new mcp/* McpServer */._({ name: "video-budget", version: version/* VERSION */.xv });
    for (const [name, tool] of Object.entries(TOOLS))
        register(server, name, tool, terminal);
    const transport = new stdio/* StdioServerTransport */.S();
    const ended = new Promise((done) => {
        terminal.process.stdin.once("end", done);
        transport.onclose = done;
    });
    await server.connect(transport);
    await ended;
    await server.close();
    return 0;
}
function register(server, name, { description, input, answer }, terminal) {
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(name, { description, inputSchema: input, annotations }, async (asked) => {
        try {
            return { content: [{ type: "text", text: fitted(await answer(asked, terminal)) }] };
        }
        catch (error) {
            const expected = error instanceof cli_terminal/* UsageError */.eb || (error instanceof Error && ("code" in error || error.name === "GitError"));
            const text = expected ? error.message : `This is a bug in video-budget: ${error instanceof Error ? error.message : String(error)}`;
            return { content: [{ type: "text", text: fitted({ error: text }) }], isError: true };
        }
    });
}


/***/ })

};
;