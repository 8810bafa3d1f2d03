import { a as isMap, c as isSeq, r as LineCounter, s as isScalar, t as parseDocument } from "./browser.part.js";
// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
// lib/src/notation/encoding.js
/**
* The encoding that the first four bytes of a text tell: by its byte order mark, else UTF-8
* (https://www.w3.org/TR/encoding/#bom-sniff). Spreadsheets of Windows save "Unicode text" as `FF FE`, UTF-16.
* @returns null for what is neither: UTF-16 without a mark and UTF-32 have a zero byte there, which no text in UTF-8 has
*/
function encodingOf(start) {
	const [a, b, c, d] = start;
	if (a === 239 && b === 187 && c === 191) return {
		name: "utf-8",
		mark: 3
	};
	if (a === 255 && b === 254) return c === 0 && d === 0 ? null : {
		name: "utf-16le",
		mark: 2
	};
	if (a === 254 && b === 255) return {
		name: "utf-16be",
		mark: 2
	};
	return a === 0 || b === 0 ? null : {
		name: "utf-8",
		mark: 0
	};
}
/** The text of some bytes, without its mark; undefined where they are no text in an encoding that they tell. */
function decoded(bytes) {
	const encoding = encodingOf(bytes);
	if (!encoding) return void 0;
	try {
		return new TextDecoder(encoding.name, {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes.subarray(encoding.mark));
	} catch {
		return;
	}
}
// lib/src/yaml/syntax.js
/**
* The first error of a text that is no YAML, as one problem: what the library reports behind it mostly follows from it,
* as one tab before five lines is five errors.
*/
function syntaxProblem(errors, text, file) {
	const first = [...errors].sort((a, b) => a.pos[0] - b.pos[0])[0];
	const kind = kindOf(first, text);
	return {
		code: "yaml-syntax",
		severity: "error",
		file,
		path: [],
		offset: kind === "indentation" ? misplacedLine(first, text) : first.pos[0],
		args: {
			kind,
			detail: first.message
		}
	};
}
function kindOf({ code, message, pos }, text) {
	if (code === "TAB_AS_INDENT") return "tab";
	if (code === "MULTIPLE_DOCS") return "documents";
	if (/^Missing closing ["']/.test(message)) return "quote";
	if (/end with a [\]}]|Expected flow (map|sequence) to end/.test(message)) return "unclosed";
	if (code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY" || code === "BAD_INDENT") return /^[\w.-]+:[^\s/]/.test(lineAt(text, pos[0]).trim()) ? "colon" : "indentation";
	return /same column|compact mapping/i.test(message) ? "indentation" : "other";
}
function lineAt(text, offset) {
	const start = text.lastIndexOf("\n", offset - 1) + 1;
	const end = text.indexOf("\n", offset);
	return text.slice(start, end === -1 ? text.length : end);
}
/** A value that goes on where a key should begin is reported where it begins: the line that is indented otherwise is the next. */
function misplacedLine({ code, pos }, text) {
	if (code !== "BLOCK_AS_IMPLICIT_KEY" && code !== "MULTILINE_IMPLICIT_KEY") return pos[0];
	const newline = text.indexOf("\n", pos[0]);
	const next = newline === -1 ? -1 : text.slice(newline).search(/\S/);
	return next === -1 ? pos[0] : newline + next;
}
// lib/src/yaml/read.js
var read_exports = /* @__PURE__ */ __exportAll({
	MAX_BYTES: () => MAX_BYTES,
	readYaml: () => readYaml
});
/** 5 MiB: far above any real manifest, and small enough that hostile YAML cannot stall a run. */
const MAX_BYTES = 5242880;
/** Uses of anchors before a file counts as an anchor bomb. */
const MAX_ALIASES = 1e4;
/**
* Reads one YAML file. Of a text that is no YAML the first error is reported; the value is then undefined, but where
* keys stand twice and nothing else is wrong: what is said beside them can be read.
*/
function readYaml(file, bytes) {
	const lines = new LineCounter();
	const failed = (problem) => ({
		file,
		value: void 0,
		bytes,
		document: null,
		lines,
		problems: [{
			severity: "error",
			file,
			path: [],
			...problem
		}]
	});
	if (bytes.length > 5242880) return failed({
		code: "file-too-large",
		args: {
			bytes: bytes.length,
			max: MAX_BYTES
		}
	});
	const text = decoded(bytes);
	if (text === void 0) return failed({
		code: "not-utf8",
		args: {}
	});
	try {
		const document = parseDocument(text, {
			lineCounter: lines,
			prettyErrors: false,
			uniqueKeys: false,
			stringKeys: true
		});
		if (document.errors.length > 0) return {
			file,
			value: void 0,
			bytes,
			document,
			lines,
			problems: [syntaxProblem(document.errors, text, file)]
		};
		const problems = duplicateKeys(document.contents, file);
		const value = document.toJS({ maxAliasCount: MAX_ALIASES });
		if (text.includes("*") && holdsItself(value)) return failed({
			code: "yaml-syntax",
			args: { detail: "an alias inside of its own anchor" }
		});
		return {
			file,
			value,
			bytes,
			document,
			lines,
			problems
		};
	} catch (error) {
		if (error instanceof ReferenceError && /excessive/i.test(error.message)) return failed({
			code: "too-many-aliases",
			args: { max: MAX_ALIASES }
		});
		if (error instanceof ReferenceError) return failed({
			code: "yaml-syntax",
			args: { detail: error.message }
		});
		if (error instanceof RangeError) return failed({
			code: "yaml-syntax",
			args: { detail: "nested too deeply" }
		});
		throw error;
	}
}
/** Keys that stand twice in one map; the later one is where to look. */
function duplicateKeys(node, file, path = []) {
	if (isSeq(node)) return node.items.flatMap((item, index) => duplicateKeys(item, file, [...path, index]));
	if (!isMap(node)) return [];
	const seen = /* @__PURE__ */ new Set();
	return node.items.flatMap(({ key: keyNode, value }) => {
		const key = isScalar(keyNode) ? String(keyNode.value) : "";
		const offset = isScalar(keyNode) ? keyNode.range?.[0] ?? 0 : 0;
		const repeated = seen.has(key) ? [{
			code: "duplicate-key",
			severity: "error",
			file,
			path: [...path, key],
			at: "key",
			offset,
			args: { key }
		}] : [];
		seen.add(key);
		return [...repeated, ...duplicateKeys(value, file, [...path, key])];
	});
}
/** Whether a tree is none: `&a [*a]` never ends. What several places share is visited once. */
function holdsItself(value, above = /* @__PURE__ */ new Set(), done = /* @__PURE__ */ new Set()) {
	if (typeof value !== "object" || value === null || done.has(value)) return false;
	if (above.has(value)) return true;
	above.add(value);
	const found = Object.values(value).some((inner) => holdsItself(inner, above, done));
	above.delete(value);
	done.add(value);
	return found;
}
export { __exportAll as i, read_exports as n, encodingOf as r, readYaml as t };
