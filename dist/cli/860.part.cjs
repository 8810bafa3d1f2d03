"use strict";
exports.id = 860;
exports.ids = [860];
exports.modules = {

/***/ 860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   manifestFromCode: () => (/* binding */ manifestFromCode)
/* harmony export */ });
/* harmony import */ var _manifest_first_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6180);
/* harmony import */ var _report_layout_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8105);
/* harmony import */ var _report_scan_workload_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7240);
/* harmony import */ var _code_of_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5616);
/* harmony import */ var _scan_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8632);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9567);
/* harmony import */ var _init_answers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(220);
/* harmony import */ var _init_questions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5882);








/**
 * The text of a first manifest from code: a workload for each call and constant that makes video, with literals as values. Volumes
 * and the budget are flags or answers; with `--yes` the budget is the suggested one. A model that the code chooses at run time is
 * named and left out. @throws UsageError if no call is found
 */
async function manifestFromCode(options, from, terminal) {
    if (options.yes)
        return textFromCode(options, from, terminal, null);
    return (0,_init_questions_js__WEBPACK_IMPORTED_MODULE_7__/* .withTerminal */ .v)(terminal.process, (ask) => textFromCode(options, from, terminal, ask));
}
async function textFromCode(options, { links, manifest, monthOf }, terminal, ask) {
    const { code } = await (0,_code_of_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .readCodeOfFolder */ .v)([], { ...options, fx: {}, ignore: [], manifest: [] }, terminal);
    const found = code.held.map((one) => ({ ...one, undeclared: one.finding.places }));
    const drafts = (0,_report_scan_workload_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .draftsOf */ .e)(found, manifest);
    for (const { finding } of found.filter((one) => one.finding.model === null)) {
        const [place] = finding.places;
        terminal.process.stderr.write(`Left out: ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(finding.provider)} at ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(place?.file ?? "")}:${place?.line}, because the code does not say its model\n`);
    }
    if (drafts.length === 0)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb("No video-generation call with a known model was found in this folder. Nothing was written.");
    const volumes = await (0,_scan_write_js__WEBPACK_IMPORTED_MODULE_4__/* .volumesOf */ .v)(drafts.map(({ name }) => name), { ...(options.perMonth !== undefined && { perMonth: options.perMonth }), ask });
    const workloads = Object.fromEntries(drafts.map(({ name, keys }) => [name, { ...keys, volume: { per_month: volumes.get(name) } }]));
    const text = (monthly) => (0,_manifest_first_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestOfWorkloads */ .XX)(workloads, { monthly, prices: options.prices }, links);
    if (options.budget !== undefined || (!ask && !options.yes))
        return text(options.budget ?? null);
    return text(await (0,_init_answers_js__WEBPACK_IMPORTED_MODULE_6__/* .budgetOf */ .n)(await monthOf(text(null)), ask));
}


/***/ }),

/***/ 8632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addWorkloads: () => (/* binding */ addWorkloads),
/* harmony export */   v: () => (/* binding */ volumesOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _manifest_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(111);
/* harmony import */ var _report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8105);
/* harmony import */ var _report_scan_workload_yaml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7240);
/* harmony import */ var _report_words_messages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8164);
/* harmony import */ var _yaml_set_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1533);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6216);
/* harmony import */ var _init_init_questions_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5882);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9567);










/**
 * `scan --write`: adds a workload for each call that no workload declares to the manifest that owns it, and leaves every other
 * byte of the file as it is. Each volume is `--per-month` or an answer; without one, nothing is written.
 * @returns 0. @throws UsageError if there is no manifest, no volume, or the file cannot be edited
 */
async function addWorkloads(scanned, options, terminal) {
    return (0,_init_init_questions_js__WEBPACK_IMPORTED_MODULE_8__/* .withTerminal */ .v)(terminal.process, (ask) => added(scanned, { ...options, ask }, terminal));
}
async function added({ code, side }, from, terminal) {
    const { process, cwd } = terminal;
    const [first] = side.manifests;
    if (!first)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb("There is no manifest to add workloads to: video-budget init --from-code writes one.");
    const files = new Map();
    for (const one of code.undeclared) {
        const file = one.finding.manifest ?? first.file;
        files.set(file, [...(files.get(file) ?? []), one]);
    }
    const edits = [];
    for (const [file, undeclared] of files) {
        const manifest = side.manifests.find((one) => one.file === file);
        const drafts = (0,_report_scan_workload_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .draftsOf */ .e)(undeclared, file, manifest?.workloads.map(({ name }) => name));
        if (drafts.length === 0)
            continue;
        const volumes = await volumesOf(drafts.map(({ name }) => name), from);
        const workloads = Object.fromEntries(drafts.map(({ name, keys }) => [name, { ...keys, volume: { per_month: volumes.get(name) } }]));
        const edited = (0,_yaml_set_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .setKeys */ .n)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file), "utf8"), [{ workloads }]);
        if ("stuck" in edited)
            throw new _terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb(`${file} was not edited: ${edited.stuck.join(".") || "the file"} is written in a way that only a person can add to. Nothing was written.`);
        const broken = (0,_manifest_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(file, new TextEncoder().encode(edited.text)).problems.find(({ severity, path }) => severity === "error" && path[0] === "workloads" && volumes.has(String(path[1])));
        if (broken)
            throw new _terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb(`${file} was not edited: ${(0,_report_words_messages_js__WEBPACK_IMPORTED_MODULE_5__.sentence)(broken)} Nothing was written.`);
        edits.push({ file, text: edited.text, names: drafts.map(({ name }) => name) });
    }
    for (const { file, text, names } of edits) {
        await (0,_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .replace */ .HC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file), text, process.pid);
        process.stderr.write(`Added ${names.map((name) => (0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(name)).join(", ")} to ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(file)}\n`);
    }
    const open = code.undeclared.filter(({ finding }) => finding.model === null);
    for (const { finding, undeclared } of open)
        process.stderr.write(`Not added: ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(finding.provider)} at ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(undeclared[0]?.file ?? "")}:${undeclared[0]?.line}, because the code does not say its model\n`);
    if (edits.length === 0)
        process.stderr.write("Every call is already declared.\n");
    return 0;
}
/** Clips a month of each workload: from the flag, otherwise from answers. @throws UsageError if there is neither */
async function volumesOf(names, { perMonth, ask }) {
    if (perMonth !== undefined)
        return new Map(names.map((name) => [name, perMonth]));
    if (!ask)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb(`The code does not say how many clips a month each model generates (${names.map((name) => (0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(name)).join(", ")}). Add --per-month for the same number each, or run this at a terminal, which asks for each. Nothing was written.`);
    const volumes = new Map();
    for (const name of names)
        volumes.set(name, await ask(`How many clips a month does ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(name)} need`, clips));
    return volumes;
}
function clips(answer) {
    try {
        return (0,_arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .clipsOf */ .Hh)(answer);
    }
    catch (error) {
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb(error instanceof Error ? error.message : String(error));
    }
}


/***/ })

};
;