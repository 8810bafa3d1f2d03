const require_program = require("./program.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
// lib/src/files/page-template.js
/** @param folder the folder of the running bundle @throws an error of node:fs if a part is missing */
function loadPageParts(folder) {
	const text = (...path) => (0, node_fs.readFileSync)((0, node_path.join)(folder, "..", ...path), "utf8");
	return {
		template: text("page", "template.html"),
		prices: text("prices.json")
	};
}
// lib/src/page/fill.js
/** The slots in the template of `scripts/page.ts` that `fillPage` replaces: JSON of the page's data, and of the price book. */
const DATA_SLOT = "{{data}}";
const PRICES_SLOT = "{{prices}}";
/**
* A complete page in one file. The data is in script elements that browsers do not run. Every `<` in it is escaped, so that no text of a
* manifest can end the element: `<\/script>` becomes `\u003c/script>`, which is the same text in JSON.
* @param template the text of dist/page/template.html
* @param prices the text of dist/prices.json
*/
function fillPage(template, data, prices) {
	const [before, between, after] = cut(template);
	return before + withoutTags(JSON.stringify(data)) + between + withoutTags(JSON.stringify(JSON.parse(prices))) + after;
}
function cut(template) {
	const [before, rest, ...more] = template.split(DATA_SLOT);
	const [between, after, ...others] = (rest ?? "").split(PRICES_SLOT);
	if (before === void 0 || between === void 0 || after === void 0 || more.length + others.length > 0) throw new Error(`The template must have ${DATA_SLOT} and ${PRICES_SLOT} once each, in this order.`);
	return [
		before,
		between,
		after
	];
}
function withoutTags(json) {
	return json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
// lib/src/page/recording.js
/** Thrown for a file that is not UTF-8. Its bytes cannot be put on a page without changing them. */
var NotText = class extends Error {
	name = "NotText";
};
/** Wraps a reader and records its answers. The reader's `read` throws NotText for a file that is not UTF-8. */
function recorder(reader) {
	const files = /* @__PURE__ */ new Map();
	const globs = /* @__PURE__ */ new Map();
	const links = /* @__PURE__ */ new Map();
	const outside = /* @__PURE__ */ new Set();
	return {
		recording: {
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
			}
		},
		reader: {
			async read(path) {
				const bytes = await reader.read(path);
				files.set(path, bytes && textOf(path, bytes));
				return bytes;
			},
			async follow(path) {
				try {
					const to = await reader.follow(path);
					if (to !== path) links.set(path, to);
					return to;
				} catch (error) {
					if (error instanceof require_program.LinkError) links.set(path, {
						link: error.link,
						target: error.target,
						why: error.why
					});
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
				if (!inside) outside.add(path);
				return inside;
			}
		}
	};
}
function textOf(path, bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new NotText(path);
	}
}
// lib/src/cli/page.js
/** `check --html FILE`: writes the manifests and the files that they use to one page, on which a person can change values and export the result. @throws UsageError, I/O errors */
async function writePlanPage(manifests, options, terminal) {
	if (manifests.includes("-")) throw new require_program.UsageError("--html needs manifests of files: what is edited on the page is to be saved in their place.");
	const { cwd, process } = terminal;
	const { roots, reader } = await require_program.manifestsOf(manifests, cwd, process);
	const { reader: recording, recording: recorded } = recorder(reader);
	try {
		await require_program.gather(recording, roots, "", { prices: options.prices });
	} catch (error) {
		if (error instanceof NotText) throw new require_program.UsageError(`${require_program.inert(error.message)} is not UTF-8 text, so no page can be made of it.`);
		throw error;
	}
	const target = (0, node_path.resolve)(cwd, options.html);
	if (Object.keys(recorded.files).some((path) => (0, node_path.resolve)(cwd, path) === target)) throw new require_program.UsageError(`--html ${require_program.inert(options.html)} is a file that the page is made of: name another one.`);
	await writePage({
		date: options.date ?? require_program.today(),
		plan: {
			roots,
			prices: options.prices,
			recording: recorded
		}
	}, options, terminal);
}
/** `video-budget prices explore --html FILE`: writes a page with only the price book. @returns 0 @throws I/O errors */
async function explorePrices(options, terminal) {
	await writePage({
		date: options.date ?? require_program.today(),
		plan: null
	}, options, terminal);
	return 0;
}
async function writePage(data, options, terminal) {
	const { template, prices } = loadPageParts(terminal.folder);
	await require_program.write(fillPage(template, data, prices), {
		...options,
		output: options.html
	}, terminal);
}
exports.explorePrices = explorePrices;
exports.writePlanPage = writePlanPage;
