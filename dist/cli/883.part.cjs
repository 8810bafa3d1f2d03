"use strict";
exports.id = 883;
exports.ids = [883];
exports.modules = {

/***/ 1431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tp: () => (/* binding */ actionAddress),
  f0: () => (/* binding */ manifestPage),
  n4: () => (/* binding */ packageFolder),
  Q: () => (/* binding */ schemaAddress)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/src/files/checkout.js




const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * What a workflow can use of the checkout in a folder: owner/repository of its GitHub remote, at the tag `v<major>` where the
 * checkout has it, else at the commit, if a branch of the remote has that. Null for a folder that is no checkout,
 * has no remote at GitHub, or is at a commit that was never pushed.
 */
async function actionOfCheckout(folder, major) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, ".git")))
        return null;
    const answer = async (...args) => {
        try {
            return (await run("git", args, { cwd: folder })).stdout.trim() || null;
        }
        catch {
            return null;
        }
    };
    const repository = githubRepository((await answer("remote", "get-url", "origin")) ?? "");
    if (repository === null)
        return null;
    if (await answer("tag", "--list", `v${major}`))
        return `${repository}@v${major}`;
    const commit = await answer("rev-parse", "HEAD");
    return commit !== null && (await answer("branch", "--remotes", "--contains", commit)) ? `${repository}@${commit}` : null;
}
/** owner/repository of an address at github.com, by https, ssh or git; null for any other host. */
function githubRepository(address) {
    const match = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]+@)?github\.com\/|(?:[^@/]+@)?github\.com:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(address);
    return match?.[1] ?? null;
}

// EXTERNAL MODULE: ./lib/src/version.js
var version = __webpack_require__(1294);
;// CONCATENATED MODULE: ./lib/src/cli/init/address.js



/** The folder of the package, of the folder that its bundle of the command line is in. */
function packageFolder(bundle) {
    return (0,external_node_path_.dirname)((0,external_node_path_.dirname)(bundle));
}
/**
 * Where a workflow takes the action from: what the user says, else the published address, else the checkout that this command runs from.
 * Null if none is known: naming an account that is not the publisher's would let a stranger run code in the workflow.
 */
async function actionAddress(option, bundle) {
    return option ?? version/* ACTION */.hr ?? (await actionOfCheckout(packageFolder(bundle), version/* VERSION */.xv.split(".")[0]));
}
/** Where an editor finds the schema of manifests: at the action's address, else in the package that runs, relative to the manifest's folder. */
function schemaAddress(action, bundle, folder) {
    if (action !== null)
        return `https://raw.githubusercontent.com/${action.replace("@", "/")}/${SCHEMA}`;
    return (0,external_node_path_.relative)(folder, (0,external_node_path_.join)(packageFolder(bundle), SCHEMA)).replaceAll("\\", "/");
}
/** The page that describes every key; null if nothing is published. */
function manifestPage(action) {
    return action === null ? null : `https://github.com/${action.replace("@", "/blob/")}/docs/manifest.md`;
}
const SCHEMA = "schema/manifest.schema.json";


/***/ }),

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ budgetOf),
/* harmony export */   o: () => (/* binding */ answered)
/* harmony export */ });
/* harmony import */ var _catalog_clip_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3698);
/* harmony import */ var _catalog_search_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1816);
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5688);
/* harmony import */ var _notation_mode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9298);
/* harmony import */ var _notation_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(387);
/* harmony import */ var _report_layout_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6125);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6216);
/* harmony import */ var _prices_known_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8985);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9567);









/** Models that are listed by name before a question; more are counted. */
const LISTED = 40;
/** Takes the flags, and with `ask` an answer for each one that is missing. */
async function answered(context, ask) {
    const { options } = context;
    if (!ask) {
        const open = [
            ...(slugOf(context) === undefined ? ["--provider"] : []),
            ...(options.model === undefined ? ["--model"] : []),
            ...(options.perMonth === undefined ? ["--per-month"] : []),
            ...(options.budget === undefined && !options.yes && !options.add ? ["--budget"] : []),
        ];
        if (open.length > 0)
            throw new _terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb(`Without a terminal to ask at, give ${open.join(", ")}: video-budget init --provider vertex --model veo-3.1-fast-generate-001 --per-month 350 --budget 2500`);
    }
    const { provider, model } = await modelOf(context, ask);
    const mode = options.mode === undefined ? await modeOf(model, ask) : modeNamed(options.mode, model);
    const checked = checkedBy(context, { provider: provider.provider, model: model.id, mode });
    const duration = await durationOf({ model, mode, checked }, options.duration, ask);
    const resolution = await resolutionOf({ model, duration, checked }, options.resolution, ask);
    const perMonth = options.perMonth ?? (await must(ask)("How many clips a month does the product need", asked(_arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .clipsOf */ .Hh)));
    const takes = options.takes ?? (ask ? await ask("How many takes are generated for each, also those thrown away [1]", orElse(1, asked(_arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .takesOf */ .Of))) : 1);
    const first = {
        workload: options.workload ?? "clips",
        ...clipOf({ provider: provider.provider, model: model.id, mode, duration, resolution }),
        perMonth,
        takes,
        monthly: options.budget ?? null,
        prices: options.prices,
    };
    if (first.monthly !== null || options.add)
        return first;
    return { ...first, monthly: await budgetOf(await context.monthOf(first), ask) };
}
/** The monthly budget: the answer to `ask`, else the suggestion for this monthly cost. */
async function budgetOf(month, ask) {
    const suggested = suggestion(month);
    if (!ask)
        return suggested;
    const question = `What is the monthly budget, in USD${suggested === null ? "" : ` [${suggested}]`}`;
    return ask(question, suggested === null ? asked(_arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .dollarsOf */ .Bg) : orElse(suggested, asked(_arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .dollarsOf */ .Bg)));
}
/** A clip as a manifest writes it, with what its mode sends. */
function clipOf({ provider, model, mode, duration, resolution }) {
    const { images, video, audio } = (0,_catalog_clip_request_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)({ mode, duration: duration ?? 0 });
    return {
        provider,
        model,
        mode,
        output: { ...(duration !== null && { duration: `${duration}s` }), ...(resolution !== null && { resolution }) },
        input: { ...(images > 0 && { images }), ...(video > 0 && { video: `${video}s` }), ...(audio > 0 && { audio: `${audio}s` }) },
    };
}
function checkedBy({ refusalOf, options }, of) {
    return async (made) => {
        const first = { ...clipOf({ ...of, ...made }), workload: options.workload ?? "clips", perMonth: 1, takes: 1, monthly: null, prices: options.prices };
        const refusal = await refusalOf(first);
        if (refusal !== null)
            throw new _terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb(refusal);
    };
}
/** The provider from the flags: `--provider`, or the part of `--model` before the slash. */
function slugOf({ book, options: { provider, model } }) {
    const [before = ""] = model?.split("/") ?? [];
    const [only, ...others] = model === undefined ? [] : (0,_prices_known_js__WEBPACK_IMPORTED_MODULE_7__/* .bareModels */ .Dc)(model, book);
    return provider ?? (book.slugs.includes(before) ? before : only && others.length === 0 ? only.provider.provider : undefined);
}
async function modelOf(context, ask) {
    const { book, options, date } = context;
    const named = slugOf(context);
    const provider = named === undefined
        ? await must(ask)("Such as fal, vertex or runway; video-budget prices search finds who sells a model.\nWhich provider", (answer) => (0,_prices_known_js__WEBPACK_IMPORTED_MODULE_7__/* .knownProvider */ .lG)(answer, book, ""))
        : (0,_prices_known_js__WEBPACK_IMPORTED_MODULE_7__/* .knownProvider */ .lG)(named, book);
    const slug = provider.provider;
    if (options.model !== undefined)
        return (0,_prices_known_js__WEBPACK_IMPORTED_MODULE_7__/* .knownModel */ .t0)(options.provider === undefined && options.model.startsWith(`${slug}/`) ? options.model : `${slug}/${options.model}`, book);
    const rows = (0,_catalog_search_js__WEBPACK_IMPORTED_MODULE_1__/* .searchRows */ ._y)(book, { provider: slug }, date).filter(({ status }) => status !== "retired");
    const listed = rows
        .slice(0, LISTED)
        .map(({ id, example }) => `  ${id.slice(slug.length + 1)}${example ? ` (about ${(0,_report_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .jobPrice */ .b3)(example.amount, "USD")} a clip)` : ""}`);
    const more = rows.length > LISTED ? [`  and ${rows.length - LISTED} more: video-budget prices search --provider ${slug}`] : [];
    return must(ask)(`${[`Models of ${slug}:`, ...listed, ...more].join("\n")}\nWhich model`, (answer) => (0,_prices_known_js__WEBPACK_IMPORTED_MODULE_7__/* .knownModel */ .t0)(`${slug}/${answer}`, book));
}
async function modeOf(model, ask) {
    const [first = _notation_mode_js__WEBPACK_IMPORTED_MODULE_3__/* .MODES */ .FN[0], ...others] = model.modes;
    if (!ask || others.length === 0)
        return first;
    return ask(`What goes in: ${model.modes.join(", ")} [${first}]`, (answer) => (answer === "" ? first : modeNamed(answer, model)));
}
function modeNamed(name, model) {
    const found = model.modes.find((mode) => mode === name);
    if (found)
        return found;
    const called = (0,_notation_mode_js__WEBPACK_IMPORTED_MODULE_3__/* .modeCalled */ .j6)(name);
    const meant = called && model.modes.includes(called) ? called : (0,_notation_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(name, model.modes);
    throw new _terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb(`${model.id} has no mode ${name}.${meant ? ` Did you mean ${meant}?` : ""} It has: ${model.modes.join(", ")}.`);
}
/** Seconds; null if the model has its own default, or needs none. */
async function durationOf({ model, mode, checked }, given, ask) {
    if (given !== undefined)
        return given;
    const stated = model.defaults["duration"];
    const usual = typeof stated === "number" ? stated : null;
    const sends = (0,_notation_mode_js__WEBPACK_IMPORTED_MODULE_3__/* .modeFollowsInput */ .Kg)(mode) || mode === "extend";
    if (ask) {
        const question = sends ? "How many seconds is what goes in" : "How many seconds is a clip";
        const accepted = (read) => async (answer) => {
            const duration = read(answer);
            await checked({ duration, resolution: null });
            return duration;
        };
        if (usual !== null)
            return ask(`${question} [${usual}]`, accepted(orElse(usual, asked(_arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .lengthOf */ .Y5))));
        if (sends || stated === undefined)
            return ask(question, accepted(asked(_arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .lengthOf */ .Y5)));
    }
    if (sends && usual === null)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb(`Give --duration: ${model.id} bills by the length of what goes in.`);
    return usual;
}
async function resolutionOf({ model, duration, checked }, given, ask) {
    if (given !== undefined)
        return given;
    const stated = model.defaults["resolution"];
    const usual = typeof stated === "string" ? stated : null;
    const made = (0,_catalog_search_js__WEBPACK_IMPORTED_MODULE_1__/* .resolutionsOf */ .XT)(model);
    if (!ask || made.length < 2)
        return usual;
    const question = `Which resolution: ${made.join(", ")}${usual === null ? "" : ` [${usual}]`}`;
    return ask(question, async (answer) => {
        if (answer === "" && usual !== null)
            return usual;
        const found = made.find((one) => one.toLowerCase() === answer.toLowerCase());
        if (found === undefined)
            throw new _terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb(`${model.id} makes ${made.join(", ")}.`);
        await checked({ duration, resolution: found });
        return found;
    });
}
/** A third above the monthly cost, rounded up to two digits, so that the first report does not warn: $672.00 suggests 900. Null if the cost is unknown. */
function suggestion(month) {
    return month?.gt(0) ? roundedUp(month.times(4).div(3)) : null;
}
function roundedUp(amount) {
    const unit = (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .decimal */ ._)(10).pow(Math.max(0, amount.e - 1));
    return amount.div(unit).round(0, 3).times(unit).toFixed();
}
/** The function that asks. Without a terminal the flags were complete, so it is never missing. */
function must(ask) {
    if (!ask)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb("Something is left open, and there is no terminal to ask at.");
    return ask;
}
/** Reads an answer like the value of the same option. */
function asked(read) {
    return (answer) => {
        try {
            return read(answer);
        }
        catch (error) {
            throw new _terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .eb(error instanceof Error ? error.message : String(error));
        }
    };
}
/** An empty answer stands for the value in brackets. */
function orElse(usual, read) {
    return (answer) => (answer === "" ? usual : read(answer));
}


/***/ }),

/***/ 5882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ withQuestions),
/* harmony export */   v: () => (/* binding */ withTerminal)
/* harmony export */ });
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9567);


/** Work that may ask questions: at a terminal it can, otherwise `ask` is null. */
async function withTerminal(process, work) {
    return process.stdin.isTTY === true ? withQuestions(process, work) : work(null);
}
/**
 * Questions to a person at a terminal, on standard error, each until an answer is accepted.
 * @throws UsageError if the input ends before the last answer
 */
async function withQuestions({ stdin, stderr }, work) {
    const input = (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: stdin, terminal: false });
    const lines = input[Symbol.asyncIterator]();
    try {
        return await work(async (question, accept) => {
            for (let asking = question;; asking = question.split("\n").at(-1) ?? "") {
                stderr.write(`${asking}: `);
                const { value, done } = await lines.next();
                if (done)
                    throw new _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb("The input ended before the last answer. Nothing was written.");
                try {
                    return await accept(value.trim());
                }
                catch (error) {
                    if (!(error instanceof _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb))
                        throw error;
                    stderr.write(`${error.message}\n`);
                }
            }
        });
    }
    finally {
        input.close();
    }
}


/***/ }),

/***/ 1883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/files/disk.js
var files_disk = __webpack_require__(8969);
// EXTERNAL MODULE: ./lib/src/gather.js
var gather = __webpack_require__(3983);
// EXTERNAL MODULE: ./lib/src/manifest/first.js
var manifest_first = __webpack_require__(6180);
// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 3 modules
var messages = __webpack_require__(8164);
// EXTERNAL MODULE: ./lib/src/review/review.js + 27 modules
var review = __webpack_require__(8640);
// EXTERNAL MODULE: ./lib/src/risk/needs-distributions.js
var needs_distributions = __webpack_require__(419);
// EXTERNAL MODULE: ./lib/src/cli/check.js + 1 modules
var check = __webpack_require__(5184);
// EXTERNAL MODULE: ./lib/src/cli/prices/price-book.js
var price_book = __webpack_require__(5189);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/src/notation/encoding.js
var encoding = __webpack_require__(4872);
// EXTERNAL MODULE: ./lib/src/notation/tree.js
var tree = __webpack_require__(9585);
// EXTERNAL MODULE: ./lib/src/yaml/read.js + 3 modules
var read = __webpack_require__(3640);
// EXTERNAL MODULE: ./lib/src/yaml/set-keys.js
var set_keys = __webpack_require__(1533);
;// CONCATENATED MODULE: ./lib/src/cli/init/add-workload.js









/** The usual manifest of the folder. @throws UsageError if there is none, or it has a workload of this name already */
async function manifestToExtend(workload, { cwd }) {
    const name = manifest_first/* MANIFEST_NAMES */.Rr.find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, one)));
    if (name === undefined)
        throw new cli_terminal/* UsageError */.eb("There is no manifest here to add to. video-budget init writes a first one.");
    const bytes = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, name));
    const text = (0,encoding/* decoded */.D)(bytes);
    const { value } = (0,read.readYaml)(name, bytes);
    if (text === undefined || !(0,tree/* isTree */.xK)(value))
        throw new cli_terminal/* UsageError */.eb(`${name} cannot be read: video-budget check says why. Nothing was written.`);
    if ((0,tree/* isTree */.xK)(value["workloads"]) && Object.hasOwn(value["workloads"], workload))
        throw new cli_terminal/* UsageError */.eb(`${name} has a workload ${workload} already. Name the new one: --workload ads-teaser.`);
    return { name, text };
}
/** The text of a manifest with one more workload; every other byte stays. @throws UsageError if there is no place for it */
function withWorkload({ name, text }, first) {
    const { workload, provider, model, mode, output, input, perMonth, takes } = first;
    const declared = {
        provider,
        model,
        mode,
        ...(Object.keys(output).length > 0 && { output }),
        ...(Object.keys(input).length > 0 && { input }),
        volume: { per_month: perMonth },
        takes,
    };
    const edited = (0,set_keys/* setKeys */.n)(text, [{ workloads: { [workload]: declared } }]);
    if ("stuck" in edited)
        throw new cli_terminal/* UsageError */.eb(`${name} has no map at ${edited.stuck.join(".") || "its top"} that a workload can be added to. Nothing was written.`);
    return edited.text;
}
/** Replaces the manifest through a temporary file, so that a failure leaves the old one. A link stays a link. @throws I/O errors */
async function writeExtended({ name }, text, { cwd, process }) {
    await (0,cli_terminal/* replace */.HC)(await (0,promises_.realpath)((0,external_node_path_.resolve)(cwd, name)), text, process.pid);
}

// EXTERNAL MODULE: ./lib/src/cli/init/address.js + 1 modules
var address = __webpack_require__(1431);
// EXTERNAL MODULE: ./lib/src/cli/init/init-answers.js
var init_answers = __webpack_require__(220);
// EXTERNAL MODULE: ./lib/src/cli/init/init-questions.js
var init_questions = __webpack_require__(5882);
;// CONCATENATED MODULE: ./lib/src/cli/init/init.js
















const MANIFEST = manifest_first/* MANIFEST_NAMES */.Rr[0];
/**
 * `video-budget init`: writes a first manifest and its workflow, both or neither, and prints the first report.
 * At a terminal, it asks for missing flags. It never changes a file that exists.
 * @returns the exit code of the report. @throws UsageError, I/O errors
 */
async function init(options, terminal) {
    const { cwd, process } = terminal;
    const root = (0,files_disk/* repositoryOf */._)(cwd);
    const workflowFile = (0,external_node_path_.resolve)(root, manifest_first/* WORKFLOW_PATH */.A8);
    const extended = options.add ? await manifestToExtend(options.workload ?? "clips", terminal) : null;
    if (extended && options.fromCode)
        throw new cli_terminal/* UsageError */.eb("To add the workloads of code to a manifest that is there: video-budget scan --write.");
    if (!extended)
        refuseExisting(options, terminal, workflowFile);
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const date = options.date ?? (0,cli_terminal/* today */.Ec)();
    const action = await (0,address/* actionAddress */.Tp)(options.action, terminal.folder);
    const links = { schema: (0,address/* schemaAddress */.Q)(action, (0,external_node_path_.resolve)(terminal.folder), cwd), page: (0,address/* manifestPage */.f0)(action) };
    const monthOf = async (text) => {
        const { total } = await reviewOf({ name: MANIFEST, text }, book, date, cwd);
        return total.complete ? (total.head?.expected ?? null) : null;
    };
    if (options.fromCode) {
        const { manifestFromCode } = await Promise.all(/* import() */[__webpack_require__.e(235), __webpack_require__.e(860)]).then(__webpack_require__.bind(__webpack_require__, 860));
        const text = await manifestFromCode(options, { links, manifest: MANIFEST, monthOf }, terminal);
        return writeAll({ text, action, workflowFile }, options, terminal);
    }
    const refusalOf = async (first) => {
        const errors = errorsOf(await reviewOf({ name: MANIFEST, text: (0,manifest_first/* firstManifest */.sr)(first, links) }, book, date, cwd));
        return errors.length > 0 ? errors.join("\n") : null;
    };
    const context = { book, date, options, monthOf: (first) => monthOf((0,manifest_first/* firstManifest */.sr)(first, links)), refusalOf };
    const asks = process.stdin.isTTY === true && !options.yes;
    const first = asks ? await (0,init_questions/* withQuestions */.s)(process, (ask) => (0,init_answers/* answered */.o)(context, ask)) : await (0,init_answers/* answered */.o)(context, null);
    if (extended) {
        const text = withWorkload(extended, first);
        refuseErrors(await reviewOf({ ...extended, text }, book, date, cwd));
        await writeExtended(extended, text, terminal);
        process.stderr.write(`Added ${first.workload} to ${extended.name}\n\n`);
        return (0,check.check)([extended.name], { ...options, prices: [] }, terminal);
    }
    const text = (0,manifest_first/* firstManifest */.sr)(first, links);
    refuseErrors(await reviewOf({ name: MANIFEST, text }, book, date, cwd));
    return writeAll({ text, action, workflowFile }, options, terminal);
}
/** Writes manifest and workflow, says so, and prints the report that the first pull request will show. */
async function writeAll({ text, action, workflowFile }, options, terminal) {
    const { cwd, process } = terminal;
    const root = (0,files_disk/* repositoryOf */._)(cwd);
    const below = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, MANIFEST)).replaceAll("\\", "/");
    const found = manifest_first/* MANIFEST_NAMES */.Rr.some((name) => name === below);
    const files = [
        [(0,external_node_path_.resolve)(cwd, MANIFEST), text],
        ...(options.workflow && action !== null ? [[workflowFile, (0,manifest_first/* firstWorkflow */.MP)(action, found ? null : below)]] : []),
    ];
    await writeNew(files);
    for (const [file] of files)
        process.stderr.write(`Wrote ${(0,layout_escape/* inert */.tJ)((0,external_node_path_.relative)(cwd, file), 4096)}\n`);
    if (options.workflow && action === null) {
        process.stderr.write(`No workflow was written, because this copy does not know which repository publishes the action. Copy the workflow from the README, and replace OWNER/video-budget with that repository.
`);
    }
    process.stderr.write("\n");
    return (0,check.check)([MANIFEST], { ...options, prices: [] }, terminal);
}
function refuseExisting({ workflow }, { cwd }, workflowFile) {
    const manifest = manifest_first/* MANIFEST_NAMES */.Rr.find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, name)));
    if (manifest !== undefined)
        throw new cli_terminal/* UsageError */.eb(`${manifest} exists already, and init overwrites nothing. Add a workload to it with --add, or see what it costs: video-budget check.`);
    if (workflow && (0,external_node_fs_.existsSync)(workflowFile)) {
        throw new cli_terminal/* UsageError */.eb(`${(0,external_node_path_.relative)(cwd, workflowFile)} exists already, and init overwrites nothing. Write the manifest alone with --no-workflow, and name it in the workflow's \`manifest\` input.`);
    }
}
/** Prices a manifest that is not written yet. */
async function reviewOf({ name, text }, book, date, cwd) {
    const disk = (0,files_disk/* diskReader */.l)(cwd, [(0,files_disk/* repositoryOf */._)(cwd)]);
    const bytes = new TextEncoder().encode(text);
    const head = await (0,gather/* gather */.kg)({ ...disk, read: async (path) => (path === name ? bytes : disk.read(path)) }, [name], book.snapshot);
    return (0,review/* review */.N)({ head, base: null, book, date, renamed: new Map(), distributions: await (0,needs_distributions/* distributionsFor */.B)(head) });
}
function refuseErrors(review) {
    const errors = errorsOf(review);
    if (errors.length > 0)
        throw new cli_terminal/* UsageError */.eb(`${errors.join("\n")}\nNothing was written.`);
}
function errorsOf({ problems }) {
    const errors = problems.filter(({ severity }) => severity === "error");
    return errors.map((problem) => [(0,messages.sentence)(problem), (0,messages.hint)(problem)].filter((part) => part !== null).join(" "));
}
/** Writes files that do not exist yet: all of them, or none. */
async function writeNew(files) {
    const { mkdir, unlink, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const written = [];
    try {
        for (const [file, text] of files) {
            await mkdir((0,external_node_path_.dirname)(file), { recursive: true });
            await writeFile(file, text, { flag: "wx" });
            written.push(file);
        }
    }
    catch (error) {
        await Promise.all(written.map((file) => unlink(file).catch(() => undefined)));
        throw error;
    }
}


/***/ })

};
;