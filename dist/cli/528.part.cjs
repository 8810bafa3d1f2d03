"use strict";
exports.id = 528;
exports.ids = [528];
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

/***/ 8528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schema: () => (/* binding */ schema)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _init_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1431);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9567);




/**
 * `video-budget schema`: prints a JSON Schema of this version; with `--path`, the file that has it, for an editor's settings.
 * @param name of the schema: `manifest`, `prices`, `report`… @returns 0 @throws I/O errors
 */
async function schema(name, options, terminal) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_init_address_js__WEBPACK_IMPORTED_MODULE_2__/* .packageFolder */ .n4)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(terminal.folder)), "schema", `${name}.schema.json`);
    await (0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .write */ .M9)(options.path ? `${file}\n` : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8"), options, terminal);
    return 0;
}


/***/ })

};
;