"use strict";
exports.id = 632;
exports.ids = [632];
exports.modules = {

/***/ 5882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ withQuestions)
/* harmony export */ });
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9567);


/**
 * Questions to a person at a terminal, on standard error, each until an answer is accepted.
 * @throws UsageError where the input ends before the last answer
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
                    return accept(value.trim());
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

/***/ 8632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addWorkloads: () => (/* binding */ addWorkloads),
/* harmony export */   v: () => (/* binding */ volumesOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _manifest_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(759);
/* harmony import */ var _report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8105);
/* harmony import */ var _report_scan_workload_yaml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7240);
/* harmony import */ var _report_words_messages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8164);
/* harmony import */ var _yaml_set_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3914);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6216);
/* harmony import */ var _init_init_questions_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5882);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9567);










/**
 * `scan --write`: adds a workload for each call that no workload declares to the manifest that owns it, and leaves every other
 * byte of the file as it is. The volume is `--per-month` or asked for, each by itself; nothing is written where it is not said.
 * @returns 0. @throws UsageError where there is no manifest, no volume, or the file cannot be edited
 */
async function addWorkloads({ code, side }, { perMonth }, terminal) {
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
        const volumes = await volumesOf(drafts.map(({ name }) => name), perMonth, terminal);
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
        process.stderr.write(`Not added: ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(finding.provider)} at ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(undeclared[0]?.file ?? "")}:${undeclared[0]?.line}, whose model the code does not say\n`);
    if (edits.length === 0)
        process.stderr.write("No workload was missing.\n");
    return 0;
}
/** Clips a month of each workload: what the flag says, else what a person answers. @throws UsageError where there is neither */
async function volumesOf(names, perMonth, { process }) {
    if (perMonth !== undefined)
        return new Map(names.map((name) => [name, perMonth]));
    if (process.stdin.isTTY !== true)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb(`How many clips a month ${names.join(", ")} will make, code does not say: give --per-month, the same for each, or run it at a terminal. Nothing was written.`);
    return (0,_init_init_questions_js__WEBPACK_IMPORTED_MODULE_8__/* .withQuestions */ .s)(process, async (ask) => {
        const volumes = new Map();
        for (const name of names)
            volumes.set(name, await ask(`How many clips a month does ${(0,_report_layout_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inert */ .tJ)(name)} need`, clips));
        return volumes;
    });
}
function clips(answer) {
    try {
        return (0,_arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .clipsOf */ .Hh)(answer);
    }
    catch (error) {
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .UsageError */ .eb(error instanceof Error ? error.message : String(error));
    }
}


/***/ }),

/***/ 3914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ setKeys)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _notation_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9585);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(390);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(962);




/**
 * Sets keys in a YAML text and leaves every other byte of it as it is, comments and spaces included: a value is
 * replaced where it stands, and a key that is missing is added behind the last one of its map. The result is read
 * again and must say what was meant.
 * @returns the text, or the path of a key that cannot be set: an alias or another kind of value stands there
 */
function setKeys(text, trees) {
    const draft = { text, splices: [] };
    const { contents } = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text);
    for (const tree of trees) {
        const stuck = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents) ? collect(contents, tree, [], draft) : [];
        if (stuck)
            return { stuck };
    }
    const edited = (0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .spliced */ .Zb)(text, draft.splices);
    const read = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(edited).toJS();
    for (const tree of trees) {
        const stuck = unsaid(read, tree, []);
        if (stuck)
            return { stuck };
    }
    return { text: edited };
}
/** The first key of a tree that a value does not say; null where it says them all. */
function unsaid(value, meant, path) {
    if (!(0,_notation_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .isTree */ .xK)(meant))
        return JSON.stringify(value) === JSON.stringify(meant) ? null : path;
    if (!(0,_notation_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .isTree */ .xK)(value))
        return path;
    for (const [key, inner] of Object.entries(meant)) {
        const at = unsaid(value[key], inner, [...path, key]);
        if (at)
            return at;
    }
    return null;
}
function collect(map, tree, path, draft) {
    const missing = {};
    for (const [key, value] of Object.entries(tree)) {
        const pair = map.items.find((one) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(one.key) && String(one.key.value) === key);
        if (!pair) {
            missing[key] = value;
            continue;
        }
        const stuck = set(pair, value, [...path, key], draft);
        if (stuck)
            return stuck;
    }
    if (Object.keys(missing).length === 0)
        return null;
    draft.splices.push({ ...(0,_edit_js__WEBPACK_IMPORTED_MODULE_1__/* .behindLast */ .nx)(draft.text, map, (columns) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .blockLines */ .B4)(missing, columns), (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .flowEntries */ .dP)(missing)), depth: path.length });
    return null;
}
function set({ key, value: node }, value, path, { text, splices }) {
    const depth = path.length;
    const isEmpty = node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
    if ((0,_notation_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .isTree */ .xK)(value) && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return collect(node, value, path, { text, splices });
    if (isEmpty) {
        const colon = text.indexOf(":", key.range?.[1] ?? 0);
        splices.push({ from: colon + 1, to: colon + 1, text: ` ${(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .flowText */ .KH)(value)}`, depth });
        return null;
    }
    // A map for a number, or a number for a map, is for a person to decide.
    if ((0,_notation_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .isTree */ .xK)(value) || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || !node.range)
        return path;
    splices.push({ from: node.range[0], to: node.range[1], text: (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .flowText */ .KH)(value), depth });
    return null;
}


/***/ })

};
;