"use strict";
exports.id = 980;
exports.ids = [980];
exports.modules = {

/***/ 7980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explorePrices: () => (/* binding */ explorePrices),
  writePlanPage: () => (/* binding */ writePlanPage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/files/page-template.js


/** @param folder where the running bundle is @throws the error of node:fs where they are not there */
function loadPageParts(folder) {
    const text = (...path) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, "..", ...path), "utf8");
    return { template: text("page", "template.html"), prices: text("prices.json") };
}

// EXTERNAL MODULE: ./lib/src/gather.js
var gather = __webpack_require__(3983);
;// CONCATENATED MODULE: ./lib/src/page/fill.js
/** What `scripts/page.ts` leaves in the template for `fillPage`: JSON of what the page is about, and of the price book. */
const DATA_SLOT = "{{data}}";
const PRICES_SLOT = "{{prices}}";
/**
 * One page that needs nothing else. Data is in script elements that no browser runs, with every `<` escaped, so that no text of a
 * manifest can end one: `</script>` is `\u003c/script>` there, which JSON reads as the same text.
 * @param template dist/page/template.html @param prices dist/prices.json, a list of entries
 */
function fillPage(template, data, prices) {
    const [before, between, after] = cut(template);
    // No String.replace: it would read `$&` of a manifest as a command.
    return before + withoutTags(JSON.stringify(data)) + between + withoutTags(JSON.stringify(JSON.parse(prices))) + after;
}
function cut(template) {
    const [before, rest, ...more] = template.split(DATA_SLOT);
    const [between, after, ...others] = (rest ?? "").split(PRICES_SLOT);
    if (before === undefined || between === undefined || after === undefined || more.length + others.length > 0)
        throw new Error(`The template must have ${DATA_SLOT} and ${PRICES_SLOT} once each, in this order.`);
    return [before, between, after];
}
function withoutTags(json) {
    return json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

// EXTERNAL MODULE: ./lib/src/notation/link-target.js
var link_target = __webpack_require__(9527);
;// CONCATENATED MODULE: ./lib/src/page/recording.js

/** A file that is no UTF-8 cannot be put on a page without changing it. */
class NotText extends Error {
    name = "NotText";
}
/** A reader that says what another one does, and what it said so far. @throws NotText by `read` */
function recorder(reader) {
    const files = new Map();
    const globs = new Map();
    const links = new Map();
    const outside = new Set();
    const recording = {
        get files() {
            return Object.fromEntries(files);
        },
        get globs() {
            return Object.fromEntries(globs);
        },
        get links() {
            return Object.fromEntries(links);
        },
        get outside() {
            return [...outside];
        },
    };
    return {
        recording,
        reader: {
            async read(path) {
                const bytes = await reader.read(path);
                files.set(path, bytes && textOf(path, bytes));
                return bytes;
            },
            async follow(path) {
                try {
                    const to = await reader.follow(path);
                    if (to !== path)
                        links.set(path, to);
                    return to;
                }
                catch (error) {
                    if (error instanceof link_target/* LinkError */.R)
                        links.set(path, { link: error.link, target: error.target, why: error.why });
                    throw error;
                }
            },
            async glob(patterns) {
                const found = await reader.glob(patterns);
                globs.set(JSON.stringify(patterns), found);
                return found;
            },
            contains(path) {
                const inside = reader.contains(path);
                if (!inside)
                    outside.add(path);
                return inside;
            },
        },
    };
}
/** The reader of a recording. @param edited texts that replace recorded ones, by the path that names them, which may be a link */
function replay({ files, globs, links, outside }, edited = new Map()) {
    const target = (path) => {
        const to = Object.hasOwn(links, path) ? links[path] : path;
        return typeof to === "string" ? to : path;
    };
    const texts = new Map([...edited].map(([path, text]) => [target(path), text]));
    return {
        async read(path) {
            const text = texts.get(path) ?? (Object.hasOwn(files, path) ? files[path] : null);
            return text === null || text === undefined ? null : new TextEncoder().encode(text);
        },
        async follow(path) {
            const to = Object.hasOwn(links, path) ? links[path] : path;
            if (typeof to === "object")
                throw new LinkError(to.link, to.target, to.why);
            return to ?? path;
        },
        async glob(patterns) {
            const key = JSON.stringify(patterns);
            return (Object.hasOwn(globs, key) && globs[key]) || [];
        },
        contains: (path) => !outside.includes(path),
    };
}
function textOf(path, bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new NotText(path);
    }
}

// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/cli/manifests.js
var cli_manifests = __webpack_require__(7045);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/page.js








/** `check --html FILE`: writes the manifests and the files that they name to one page, to change values and export the result. @throws UsageError, I/O errors */
async function writePlanPage(manifests, options, terminal) {
    if (manifests.includes("-"))
        throw new cli_terminal/* UsageError */.eb("--html needs manifests of files: what is edited on the page is to be saved in their place.");
    const { cwd, process } = terminal;
    const { roots, reader } = await (0,cli_manifests/* manifestsOf */.o)(manifests, cwd, process);
    const { reader: recording, recording: recorded } = recorder(reader);
    try {
        await (0,gather/* gather */.kg)(recording, roots, "", { prices: options.prices });
    }
    catch (error) {
        if (error instanceof NotText)
            throw new cli_terminal/* UsageError */.eb(`${(0,layout_escape/* inert */.tJ)(error.message)} is not UTF-8 text, so no page can be made of it.`);
        throw error;
    }
    const target = (0,external_node_path_.resolve)(cwd, options.html);
    if (Object.keys(recorded.files).some((path) => (0,external_node_path_.resolve)(cwd, path) === target))
        throw new cli_terminal/* UsageError */.eb(`--html ${(0,layout_escape/* inert */.tJ)(options.html)} is a file that the page is made of: name another one.`);
    await writePage({ date: options.date ?? (0,cli_terminal/* today */.Ec)(), plan: { roots, prices: options.prices, recording: recorded } }, options, terminal);
}
/** `video-budget prices explore --html FILE`: the price book alone. @returns 0 @throws I/O errors */
async function explorePrices(options, terminal) {
    await writePage({ date: options.date ?? (0,cli_terminal/* today */.Ec)(), plan: null }, options, terminal);
    return 0;
}
async function writePage(data, options, terminal) {
    const { template, prices } = loadPageParts(terminal.folder);
    await (0,cli_terminal/* write */.M9)(fillPage(template, data, prices), { ...options, output: options.html }, terminal);
}


/***/ })

};
;