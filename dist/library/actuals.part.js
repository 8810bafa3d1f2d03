import { r as encodingOf } from "./read.part.js";
import { G as isTree, J as nearest, W as modeFollowsInput, i as dayNumber, n as dateOfDay, nt as normaliseResolution } from "./date.part.js";
import { A as isNoRate, C as pricingOf, E as findModel, G as merge, R as brokenRules, S as overlay, _ as creditOf, c as isOverLimit, f as totalOf, g as amount, h as jobPolicyOf, l as setOf, p as estimateManifest, q as verdictOf, s as locate, u as hasSingleVolume, v as tariffOf, w as toReporting, z as workloadKeys } from "./core.part.js";
import { r as decimal } from "./decimal.part.js";
import { p as inert, t as count } from "./format.part.js";
import { t as UsageError } from "./terminal.part.js";
import { closeSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { Readable, pipeline } from "node:stream";
// lib/src/files/csv-rows.js
/** Bytes. A longer row is not the record of a job. */
const LONGEST$2 = 16777216;
/** A table with more columns is not a job log. Each of its rows would be as large as its header. Bills have about 200 columns. */
const MOST_COLUMNS = 5e3;
/**
* Reads CSV with a header. Each row becomes a map from column to text. The delimiter is a comma, a semicolon or a tab:
* the one that splits the header into the most columns, as far as the first piece of the stream shows it.
*/
async function readCsv(bytes, sink) {
	const { parse } = await import(
		/* webpackMode: "eager" */
		"./lib.part.js"
);
	const { delimiter, columns, all } = await separated(bytes);
	if (columns > MOST_COLUMNS) {
		sink.broken(1, "columns", `at most ${MOST_COLUMNS} columns are read`);
		return;
	}
	let header = null;
	const parser = parse({
		delimiter,
		info: true,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
		skip_records_with_error: true,
		max_record_size: LONGEST$2,
		on_skip: (error) => {
			sink.broken(Number(error?.["lines"] ?? 0), "columns", error?.message.slice(0, 200) ?? "");
		}
	});
	const source = Readable.from(all, { objectMode: false });
	source.on("error", (error) => parser.destroy(error));
	source.pipe(parser);
	for await (const row of parser) {
		const { record, info } = row;
		if (header === null) {
			header = record.map((name) => name.trim());
			continue;
		}
		if (record.length !== header.length) {
			sink.broken(info.lines, "columns", `${record.length} of ${header.length}`);
			continue;
		}
		const value = Object.create(null);
		for (let column = 0; column < header.length; column++) value[header[column]] = record[column];
		sink.record(value, info.lines);
	}
}
async function separated(bytes) {
	const iterator = bytes[Symbol.asyncIterator]();
	const first = await iterator.next();
	const start = first.done ? Buffer.alloc(0) : first.value;
	const [header = ""] = start.toString("utf8").split("\n", 1);
	const best = [
		",",
		";",
		"	"
	].map((delimiter) => ({
		delimiter,
		count: header.split(delimiter).length
	})).reduce((most, one) => one.count > most.count ? one : most);
	async function* all() {
		yield start;
		for (;;) {
			const { value, done } = await iterator.next();
			if (done) return;
			yield value;
		}
	}
	return {
		delimiter: best.delimiter,
		columns: best.count,
		all: all()
	};
}
// lib/src/files/json-documents.js
/** Bytes. A longer object is not the record of a job. */
const LONGEST$1 = 16777216;
const NEWLINE$1 = 10;
const BRACE$1 = 123;
const BRACKET = 91;
const BLANKS = /* @__PURE__ */ new Set([
	32,
	9,
	13
]);
/**
* The kind of JSON at the start of a text; null if it is one record a line.
* @param text from its first byte that is not blank @returns `more` if it has only a brace so far
*/
function documentsAt(text) {
	if (text[0] === BRACKET) return "list";
	if (text[0] !== BRACE$1) return null;
	const next = text.subarray(1).find((byte) => !BLANKS.has(byte));
	return next === void 0 ? "more" : next === NEWLINE$1 ? "objects" : null;
}
/** Reads pretty-printed JSON record by record: the items of a list, or objects over several lines. */
async function readDocuments(bytes, kind, sink) {
	const reader = new DocumentReader(await import(
		/* webpackMode: "eager" */
		"./mjs.part.js"
), kind, sink);
	for await (const piece of bytes) for (let from = 0; from < piece.length;) {
		const newline = piece.indexOf(NEWLINE$1, from);
		const to = newline === -1 ? piece.length : newline + 1;
		reader.take(piece.subarray(from, to), newline !== -1);
		from = to;
	}
	reader.end();
}
/**
* After invalid JSON, reading goes on at the next object, which begins with a brace at the start of a line. In a list, nothing after
* invalid JSON can be read.
*/
var DocumentReader = class {
	#json;
	#kind;
	#sink;
	/** Null after invalid JSON, until the next object begins. */
	#tokens = null;
	#isLineStart = true;
	#line = 1;
	/** The first line of the current object, its number of open brackets, and its bytes so far. */
	#first = 1;
	#depth = 0;
	#size = 0;
	#ready = [];
	constructor(json, kind, sink) {
		this.#json = json;
		this.#kind = kind;
		this.#sink = sink;
		this.#begin();
	}
	/** Reads a line, or a part of one. */
	take(part, isLineEnd) {
		const isBrace = this.#isLineStart && part[0] === BRACE$1;
		if (!this.#tokens && this.#kind === "objects" && isBrace) this.#begin();
		if (!this.#read(part) && isBrace && this.#kind === "objects" && this.#first < this.#line) {
			this.#begin();
			this.#read(part);
		}
		this.#isLineStart = isLineEnd;
		if (isLineEnd) this.#line++;
	}
	end() {
		if (this.#tokens && this.#depth > 0) this.#broken("not-json", this.#first, "its last bracket is missing");
	}
	#begin() {
		const { Tokenizer, TokenParser } = this.#json;
		const depthOfList = this.#kind === "list" ? 1 : 0;
		const tokens = new Tokenizer({ separator: "" });
		const values = new TokenParser({
			paths: [this.#kind === "list" ? "$.*" : "$"],
			keepStack: false,
			separator: ""
		});
		[this.#first, this.#depth, this.#size] = [
			this.#line,
			0,
			0
		];
		tokens.onToken = (token) => {
			this.#count(token.token, depthOfList);
			values.write(token);
		};
		values.onValue = ({ value }) => {
			this.#ready.push({
				value,
				line: typeof value === "object" && value !== null ? this.#first : this.#line
			});
			this.#size = 0;
		};
		this.#tokens = tokens;
	}
	#count(token, depthOfList) {
		const { LEFT_BRACE, LEFT_BRACKET, RIGHT_BRACE, RIGHT_BRACKET } = this.#json.TokenType;
		if (token === RIGHT_BRACE || token === RIGHT_BRACKET) this.#depth--;
		if (token !== LEFT_BRACE && token !== LEFT_BRACKET) return;
		if (this.#depth === depthOfList) this.#first = this.#line;
		this.#depth++;
	}
	/** @returns whether the part is valid JSON */
	#read(part) {
		if (!this.#tokens) return true;
		let isJson = true;
		try {
			this.#tokens.write(part);
		} catch {
			isJson = false;
		}
		for (const { value, line } of this.#ready.splice(0)) this.#sink.record(value, line);
		this.#size += part.length;
		if (!isJson) this.#broken("not-json", this.#line, part.toString("utf8", 0, 200).trim());
		else if (this.#size > LONGEST$1) this.#broken("too-long", this.#first, "");
		return isJson;
	}
	#broken(flaw, line, text) {
		this.#tokens = null;
		this.#sink.broken(line, this.#kind === "list" ? "rest" : flaw, text);
	}
};
// lib/src/files/flat-value.js
/** An integer of up to 15 digits is an exact double, and so is each of these powers of ten. Their quotient is rounded only once (Clinger, 1990). */
const DIGITS = 15;
const TENS = Array.from({ length: 16 }, (_, power) => 10 ** power);
const [QUOTE, SPACE, COMMA, COLON, OPEN, CLOSE] = [
	34,
	32,
	44,
	58,
	123,
	125
];
const [BACKSLASH, MINUS, POINT, ZERO, NINE, SMALL_E, LARGE_E, TILDE] = [
	92,
	45,
	46,
	48,
	57,
	101,
	69,
	126
];
/** Reads the number, text, boolean or null at an offset. @param before the text of this key in the line before */
function readValue(cursor, at, before) {
	const byte = cursor.bytes[at];
	if (byte === QUOTE) return readString(cursor, at, before);
	return byte === MINUS || byte >= ZERO && byte <= NINE ? readNumber(cursor, at) : readLiteral(cursor, at);
}
function readNumber(cursor, start) {
	const { bytes } = cursor;
	const isNegative = bytes[start] === MINUS;
	const first = isNegative ? start + 1 : start;
	let at = first;
	let mantissa = 0;
	let byte = bytes[at];
	while (byte >= ZERO && byte <= NINE) {
		mantissa = mantissa * 10 + (byte - ZERO);
		byte = bytes[++at];
	}
	const digits = at - first;
	if (digits === 0 || digits > 1 && bytes[first] === ZERO) cursor.isFlat = false;
	let decimals = 0;
	if (byte === POINT) {
		byte = bytes[++at];
		while (byte >= ZERO && byte <= NINE) {
			mantissa = mantissa * 10 + (byte - ZERO);
			decimals++;
			byte = bytes[++at];
		}
		if (decimals === 0) cursor.isFlat = false;
	}
	if (digits + decimals > DIGITS || byte === SMALL_E || byte === LARGE_E) {
		cursor.isFlat = false;
		return 0;
	}
	cursor.end = at;
	const value = decimals === 0 ? mantissa : mantissa / TENS[decimals];
	return isNegative ? -value : value;
}
/** @param before the text of this key in the line before. If it is equal, it is returned and no new string is made */
function readString(cursor, start, before) {
	const { bytes } = cursor;
	let at = start + 1;
	let isSame = true;
	for (;;) {
		const byte = bytes[at];
		if (byte === QUOTE) break;
		if (byte === BACKSLASH || byte < SPACE || byte > TILDE) {
			cursor.isFlat = false;
			return "";
		}
		if (isSame && before.charCodeAt(at - start - 1) !== byte) isSame = false;
		at++;
	}
	cursor.end = at + 1;
	return isSame && before.length === at - start - 1 ? before : cursor.text.substring(start + 1, at);
}
function readLiteral(cursor, start) {
	if (isWord(cursor, start, "null")) return null;
	if (isWord(cursor, start, "true")) return true;
	if (isWord(cursor, start, "false")) return false;
	cursor.isFlat = false;
	return null;
}
function isWord(cursor, start, word) {
	for (let i = 0; i < word.length; i++) if (cursor.bytes[start + i] !== word.charCodeAt(i)) return false;
	cursor.end = start + word.length;
	return true;
}
// lib/src/files/flat-layout.js
const [TAB, RETURN] = [9, 13];
/** The layout of a line; null if the line is not flat. */
function layoutOf(cursor, from, to) {
	const { bytes } = cursor;
	const [keys, before] = [[], []];
	cursor.isFlat = true;
	let start = from;
	let at = pastBlanks(bytes, from);
	if (bytes[at] !== OPEN) return null;
	for (;;) {
		at = pastBlanks(bytes, at + 1);
		if (bytes[at] !== QUOTE) return null;
		const key = readString(cursor, at, "");
		at = pastBlanks(bytes, cursor.end);
		if (!cursor.isFlat || bytes[at] !== COLON || key === "__proto__" || keys.includes(key)) return null;
		at = pastBlanks(bytes, at + 1);
		keys.push(key);
		before.push(copied(bytes, start, at));
		readValue(cursor, at, "");
		if (!cursor.isFlat) return null;
		start = cursor.end;
		at = pastBlanks(bytes, start);
		if (bytes[at] === CLOSE) break;
		if (bytes[at] !== COMMA) return null;
	}
	if (pastBlanks(bytes, at + 1) !== to) return null;
	return {
		keys,
		before,
		after: copied(bytes, start, to),
		record: Object.fromEntries(keys.map((key) => [key, null])),
		last: keys.map(() => "")
	};
}
/** The record of a layout, filled from a line; null if the line has another layout. */
function readAs(layout, cursor, from, to) {
	const { keys, before, after, record, last } = layout;
	let at = from;
	cursor.isFlat = true;
	for (let i = 0; i < keys.length; i++) {
		const expected = before[i];
		if (!matches(cursor.bytes, at, expected)) return null;
		const found = readValue(cursor, at + expected.length, last[i]);
		if (!cursor.isFlat) return null;
		record[keys[i]] = found;
		if (typeof found === "string") last[i] = found;
		at = cursor.end;
	}
	return at + after.length === to && matches(cursor.bytes, at, after) ? record : null;
}
function matches(bytes, at, expected) {
	for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
	return true;
}
function pastBlanks(bytes, at) {
	let next = at;
	while (bytes[next] === SPACE || bytes[next] === TAB || bytes[next] === RETURN) next++;
	return next;
}
/** A copy of some bytes. `slice` of a Buffer would share them. */
function copied(bytes, from, to) {
	return new Uint8Array(bytes.subarray(from, to));
}
// lib/src/files/flat-json.js
/** The most layouts to remember. A log has few: records with and without some optional fields. */
const LAYOUTS = 8;
/** After this many lines that are not flat, no further layout is looked for. */
const MOST_REFUSED = 1e3;
function flatReader() {
	const cursor = {
		bytes: /* @__PURE__ */ new Uint8Array(),
		text: "",
		end: 0,
		isFlat: true
	};
	const layouts = [];
	let newest = null;
	let refused = 0;
	/** Reads a line by a layout that was seen before, the newest first. */
	const known = (from, to) => {
		const found = newest && readAs(newest, cursor, from, to);
		if (found) return found;
		for (const layout of layouts) {
			const other = layout === newest ? null : readAs(layout, cursor, from, to);
			if (!other) continue;
			newest = layout;
			return other;
		}
		return null;
	};
	const learnt = (from, to) => {
		if (layouts.length === LAYOUTS || refused > MOST_REFUSED) return null;
		const layout = layoutOf(cursor, from, to);
		if (!layout) {
			refused++;
			return null;
		}
		layouts.push(layout);
		newest = layout;
		return readAs(layout, cursor, from, to);
	};
	return { read(bytes, text, from, to) {
		cursor.bytes = bytes;
		cursor.text = text;
		return known(from, to) ?? learnt(from, to);
	} };
}
// lib/src/files/json-lines.js
/** Bytes. A longer line is not the record of a job. */
const LONGEST = 16777216;
/** Bytes. A text of this size is not yet a large object for V8, which is more expensive to free. */
const START = 65536;
const NEWLINE = 10;
const BEYOND_ASCII = /[\x80-\xff]/;
/** Reads JSON lines. The fast reader of flat objects reads each line that it can, and JSON.parse the others. */
async function readJsonLines(bytes, sink) {
	let buffer = Buffer.allocUnsafe(START);
	let used = 0;
	let line = 1;
	let skipping = false;
	const flat = flatReader();
	/** Reads all lines up to the line break at `last`. */
	const parse = (last) => {
		const text = buffer.toString("latin1", 0, last + 1);
		for (let start = 0; start <= last; line++) {
			const end = text.indexOf("\n", start);
			const record = flat.read(buffer, text, start, end);
			if (record) sink.record(record, line);
			else one(text.slice(start, end), start, end);
			start = end + 1;
		}
	};
	const one = (latin1, start, end) => {
		const text = (BEYOND_ASCII.test(latin1) ? buffer.toString("utf8", start, end) : latin1).trim();
		if (text === "") return;
		let value;
		try {
			value = JSON.parse(text);
		} catch {
			sink.broken(line, "not-json", text.slice(0, 200));
			return;
		}
		sink.record(value, line);
	};
	const add = (received) => {
		let piece = received;
		if (skipping) {
			const end = piece.indexOf(NEWLINE);
			if (end === -1) return;
			piece = piece.subarray(end + 1);
			skipping = false;
			line++;
		}
		if (buffer.length < used + piece.length) {
			const larger = Buffer.allocUnsafe(Math.max(2 * buffer.length, used + piece.length));
			buffer.copy(larger, 0, 0, used);
			buffer = larger;
		}
		piece.copy(buffer, used);
		used += piece.length;
		const last = used === 0 ? -1 : buffer.lastIndexOf(NEWLINE, used - 1);
		if (last >= 0) {
			parse(last);
			buffer.copyWithin(0, last + 1, used);
			used -= last + 1;
		} else if (used > LONGEST) {
			sink.broken(line, "too-long", "");
			skipping = true;
			used = 0;
		}
	};
	for await (const piece of bytes) for (let at = 0; at < piece.length; at += START) add(piece.subarray(at, at + START));
	if (used > 0 && !skipping) add(Buffer.from("\n"));
}
// lib/src/files/job-log.js
/**
* Reads a log of any size, piece by piece: JSON lines, a JSON list, JSON objects over several lines, or CSV. It may be in UTF-8 or
* UTF-16, and in gzip. Its first bytes decide. `-` is standard input.
* @returns the format of the text
* @throws an error of node:fs or node:zlib
*/
async function readLog(path, cwd, stdin, sink) {
	const file = path === "-" ? null : openSync(resolve(cwd, path), "r");
	try {
		const copied = { is: true };
		const { bytes, packed } = await unpacked(file === null ? stdin() : pieces(file, copied));
		const text = await asUtf8(bytes);
		if (text === null) sink.broken(1, "encoding", "");
		if (text === null) return "empty";
		const { first, documents, all } = await peeked(text);
		if (first === "blanks") sink.broken(1, "too-long", "");
		if (first === void 0 || first === "blanks") return "empty";
		if (first !== BRACE && documents === null) {
			await readCsv(all, sink);
			return "csv";
		}
		copied.is = packed;
		if (documents) await readDocuments(all, documents, sink);
		else await readJsonLines(all, sink);
		return documents ? "json" : "jsonl";
	} finally {
		if (file !== null) closeSync(file);
	}
}
const BRACE = 123;
/** 256 KiB. */
const PIECE = 1 << 18;
/** Reads a file in pieces, synchronously: the disk is faster than the parser. Unless `copied.is` is true, all pieces share one buffer. */
async function* pieces(file, copied) {
	const buffer = Buffer.allocUnsafeSlow(PIECE);
	for (;;) {
		const length = readSync(file, buffer, 0, PIECE, null);
		if (length === 0) return;
		const piece = buffer.subarray(0, length);
		yield copied.is ? Buffer.from(piece) : piece;
	}
}
/** Unpacks gzip, which its first two bytes show, whatever the file is called. */
async function unpacked(source) {
	const { pieces: all, start } = await headOf(source, 2);
	if (start[0] !== 31 || start[1] !== 139) return {
		bytes: all,
		packed: false
	};
	const { createGunzip } = await import("node:zlib");
	const gunzip = createGunzip({ chunkSize: PIECE });
	pipeline(all, gunzip, () => void 0);
	return {
		bytes: gunzip,
		packed: true
	};
}
/** The first bytes of a stream, and all of its pieces again. `start` is shorter than `length` if the stream is. */
async function headOf(source, length) {
	const iterator = source[Symbol.asyncIterator]();
	let start = Buffer.alloc(0);
	let ended = false;
	while (start.length < length && !ended) {
		const { value, done } = await iterator.next();
		if (done) ended = true;
		else start = Buffer.concat([start, Buffer.from(value)]);
	}
	async function* whole() {
		if (start.length > 0) yield start;
		if (ended) return;
		for (;;) {
			const { value, done } = await iterator.next();
			if (done) return;
			yield typeof value === "string" ? Buffer.from(value) : value;
		}
	}
	return {
		start,
		pieces: whole()
	};
}
/** Converts a text to UTF-8 without a byte order mark. Null if its encoding is unknown (`encodingOf`). */
async function asUtf8(bytes) {
	const { start, pieces } = await headOf(bytes, 4);
	const encoding = encodingOf(start);
	if (encoding === null) return null;
	const decoder = encoding.name === "utf-8" ? null : new TextDecoder(encoding.name, { ignoreBOM: true });
	async function* text(mark) {
		let marked = mark;
		for await (const piece of pieces) {
			const rest = piece.subarray(marked);
			marked = 0;
			yield decoder ? Buffer.from(decoder.decode(rest, { stream: true })) : rest;
		}
	}
	return text(encoding.mark);
}
/** Bytes. A file that begins with more blanks is not a log. A gzip of 1 MB can contain a gigabyte of them. */
const MOST_BLANKS = 16777216;
/**
* Reads the start of a text. `first`: its first byte that is not blank; `blanks` if the format is still unknown after
* `MOST_BLANKS`. `documents`: the JSON that starts there; null for JSON lines and CSV. `all`: all pieces again.
*/
async function peeked(bytes) {
	const pending = [];
	let first;
	let start = Buffer.alloc(0);
	let documents = "more";
	for (let size = 0; documents === "more";) {
		const { value, done } = await bytes.next();
		if (done) break;
		pending.push(value);
		size += value.length;
		const at = first === void 0 ? value.findIndex((byte) => byte > 32) : 0;
		first ??= value[at];
		if (first !== void 0) start = Buffer.concat([start, value.subarray(at)]);
		documents = first === void 0 ? "more" : documentsAt(start);
		if (documents === "more" && size > MOST_BLANKS) {
			await bytes.return(void 0);
			first = "blanks";
			break;
		}
	}
	async function* all() {
		yield* pending;
		yield* bytes;
	}
	return {
		first,
		documents: documents === "more" ? null : documents,
		all: all()
	};
}
// lib/src/joblog/records/amount.js
const UNGROUPED = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Thousands in groups of three: `1,200` and `1,200.00`. */
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
/** Numbers with a decimal comma: `1.200,00` and `0,8`. The decimals distinguish them: `1,200` counts as `GROUPED`. */
const CONTINENTAL = /^(\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,}))$/;
/**
* Reads `$1,200.00`, `USD 1200`, `1.200,00 €`, `-0.8`, and `(0.80)`, which is -0.8 in accounting.
* @returns null for any other text
*/
function writtenAmount(written) {
	const text = written.trim();
	if (UNGROUPED.test(text)) return {
		amount: Number(text),
		sign: ""
	};
	const [, open = "", minus = "", before = "", inner = "", digits = "", after = ""] = /^(\()?\s*([+-]?)\s*([A-Z]{3}|[$€£¥])?\s*([+-]?)\s*([\d.,e'\u00a0\u202f ]+?)\s*([A-Z]{3}|[$€£¥])?\s*\)?$/u.exec(text) ?? [];
	const number = numberOf(digits.replace(/['\u00a0\u202f ](?=\d{3}(\D|$))/gu, ""));
	if (number === null || before !== "" && after !== "" || open !== "" !== text.endsWith(")")) return null;
	return {
		amount: open !== "" || minus === "-" || inner === "-" ? -number : number,
		sign: before || after
	};
}
function numberOf(digits) {
	if (UNGROUPED.test(digits)) return Number(digits);
	if (GROUPED.test(digits)) return Number(digits.replaceAll(",", ""));
	if (CONTINENTAL.test(digits)) return Number(digits.replaceAll(".", "").replace(",", "."));
	return null;
}
// lib/src/notation/time.js
/** A number above this is read as milliseconds: as seconds, it would be the year 5138 or later. */
const MILLISECONDS_ABOVE = 1e11;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;
const DAY = 86400;
/**
* A moment as seconds since 1970-01-01 UTC. It is written as seconds or milliseconds since then (a number or text), or
* in ISO 8601. A time without a zone is UTC, and a day alone is its midnight.
* @returns NaN for anything else
*/
function momentOf(written) {
	if (typeof written === "number") return written > MILLISECONDS_ABOVE ? written / 1e3 : written;
	const [, year, month, day, hours = "0", minutes = "0", seconds = "0", zone = "Z"] = ISO.exec(written) ?? [];
	if (year === void 0) return written.trim() === "" ? NaN : momentOf(Number(written));
	if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number(hours) > 24 || Number(minutes) > 59) return NaN;
	return dayNumber(Number(year), Number(month), Number(day)) * DAY + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", ".")) - offsetOf(zone);
}
/** How many seconds a zone is ahead of UTC: 3600 for `+01:00`. */
function offsetOf(zone) {
	const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
	return sign === void 0 ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
/** The UTC day of a moment (in seconds since 1970), as days since 1970-01-01. */
function dayOf(moment) {
	return Math.floor(moment / DAY);
}
// lib/src/joblog/records/status.js
const BY_WORD = new Map(Object.entries({
	success: "success succeeded succeed successful completed complete done ok finished finish ready",
	provider_error: "providererror error errored failed failure fail servererror internalerror internal crashed unavailable",
	moderated: "moderated moderation moderationblocked contentmoderated requestmoderated contentmoderation contentpolicy contentpolicyviolation contentfiltered contentfilter filtered safety blocked flagged nsfw refused",
	invalid: "invalid invalidrequest invalidinput badrequest validationerror rejected unprocessable unprocessableentity",
	timed_out: "timedout timeout expired deadlineexceeded aborted",
	cancelled: "cancelled canceled cancel",
	unknown: "unknown abandoned gaveup givenup lost clienttimeout clienttimedout noanswer noresponse",
	pending: "pending queued queue inqueue inprogress running processing submitted starting started throttled waiting preprocessing preparing generating created accepted"
}).flatMap(([status, words]) => words.split(" ").map((word) => [word, status])));
/** The status that a word means, regardless of case and separators; undefined for an unknown word. */
function jobStatusOf(written) {
	return BY_WORD.get(written.toLowerCase().replace(/[^a-z0-9]/g, ""));
}
// lib/src/joblog/records/read-value.js
/** At most this many spellings of statuses are cached. A log has few. */
const REMEMBERED = 1e3;
/**
* Reads the values of a record as the types of their fields, and keeps the first flaw. A record with the status "hm" and a cost of -1 is reported
* for the status, which is read first. Absent text is "", an absent number is NaN.
*/
var ValueReader = class {
	flaw = null;
	/** The sign or code of the currency beside the last amount: `$` for `$1,200.00`; "" if there was none. */
	sign = "";
	#statuses = /* @__PURE__ */ new Map();
	spoilt(kind, field, value) {
		this.flaw ??= {
			flaw: kind,
			field,
			value: shown(value)
		};
	}
	text(value, field) {
		if (typeof value === "string") return value;
		if (value === void 0 || value === null) return "";
		if (typeof value === "number") return String(value);
		this.spoilt("not-text", field, value);
		return "";
	}
	scalar(value, field) {
		return typeof value === "number" ? value : this.text(value, field);
	}
	number(value, field) {
		if (typeof value === "number") {
			if (value < 0) this.spoilt("negative", field, value);
			return value;
		}
		if (value === void 0 || value === null || value === "") return NaN;
		const read = typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
		if (!Number.isFinite(read)) this.spoilt("not-a-number", field, value);
		else if (read < 0) this.spoilt("negative", field, value);
		return read;
	}
	/** An amount of money. A CSV may write it as `$1,200.00`. */
	money(value, field) {
		this.sign = "";
		if (typeof value !== "string") return this.number(value, field);
		if (value === "") return NaN;
		const read = writtenAmount(value);
		if (read === null) {
			this.spoilt("not-a-number", field, value);
			return NaN;
		}
		if (read.amount < 0) this.spoilt("negative", field, value);
		this.sign = read.sign;
		return read.amount;
	}
	time(value, field) {
		if (value === void 0 || value === null || value === "") return NaN;
		const read = typeof value === "number" || typeof value === "string" ? momentOf(value) : NaN;
		if (!Number.isFinite(read)) this.spoilt("not-a-time", field, value);
		return read;
	}
	mark(value, field) {
		if (value === void 0 || value === null || value === "") return NaN;
		const word = String(value).toLowerCase();
		if (word === "true" || word === "yes" || word === "1") return 1;
		if (word !== "false" && word !== "no" && word !== "0") this.spoilt("not-a-number", field, value);
		return 0;
	}
	resolution(value, field) {
		return typeof value === "number" ? `${value}p` : this.text(value, field);
	}
	status(value) {
		if (value === void 0 || value === null || value === "") {
			this.spoilt("missing", "status", value);
			return "pending";
		}
		let known = this.#statuses.get(value);
		if (known === void 0) {
			known = typeof value === "string" ? jobStatusOf(value) : void 0;
			if (known === void 0) this.spoilt("unknown-status", "status", value);
			else if (this.#statuses.size < REMEMBERED) this.#statuses.set(value, known);
		}
		return known ?? "pending";
	}
};
/** A value as text for a message. */
function shown(value) {
	if (value === null || value === void 0) return "";
	return typeof value === "object" ? Array.isArray(value) ? "a list" : "a map" : String(value).slice(0, 200);
}
// lib/src/joblog/bill/bill-date.js
const MONTHS = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
/**
* The days of a bill row from a moment or a day (ISO 8601, seconds since 1970), a month (`2026-11`, `202611`, `Nov 2026`), or
* `11/30/2026` if the export is known to write the month first.
* @returns null for any other text
*/
function billDays(written, isMonthFirst) {
	const text = String(written).trim();
	const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
	if (month !== void 0) return isMonthFirst && Number(month) <= 12 && Number(date) <= 31 ? one(dayNumber(Number(year), Number(month), Number(date))) : null;
	const numbers = /^(20\d\d)-?(0[1-9]|1[0-2])$/.exec(text);
	if (numbers) return ofMonth(Number(numbers[1]), Number(numbers[2]));
	const named = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(text);
	if (named) {
		const index = MONTHS.indexOf(String(named[1]).slice(0, 3).toLowerCase());
		return index < 0 ? null : ofMonth(Number(named[2]), index + 1);
	}
	const moment = momentOf(typeof written === "number" ? written : text.replace(/(\.\d{3})\d+/, "$1"));
	return Number.isNaN(moment) ? null : one(dayOf(moment));
}
function one(day) {
	return {
		from: day,
		day
	};
}
function ofMonth(year, month) {
	return {
		from: dayNumber(year, month, 1),
		day: dayNumber(year, month + 1, 1) - 1
	};
}
// lib/src/joblog/bill/billing-row.js
/**
* Names of columns in lower case without separators; the first column with a value counts. They come from FOCUS 1.0–1.3
* (focus.finops.org), AWS CUR 2.0 (`line_item_*`), Azure cost details (`CostInBillingCurrency`, `MeterName`), GCP billing exports
* (`sku.description`, `Usage start date`), and exports and invoices of providers.
*/
const COLUMNS = {
	job_id: [
		"xjobid",
		"jobid",
		"taskid",
		"predictionid",
		"generationid",
		"videoid"
	],
	anyId: [
		"resourceid",
		"lineitemresourceid",
		"requestid",
		"id"
	],
	request_id: ["xrequestid", "requestid"],
	model: [
		"skuid",
		"sku",
		"skupriceid",
		"model",
		"modelid",
		"modelname",
		"endpointid",
		"endpoint",
		"metername",
		"skudescription",
		"lineitemusagetype",
		"product"
	],
	about: [...[
		"chargedescription",
		"lineitemlineitemdescription",
		"productname",
		"metersubcategory",
		"skuid",
		"skupriceid",
		"skumeter",
		"resourceid"
	], ...[
		"lineitemresourceid",
		"lineitemusagetype",
		"description",
		"skudescription",
		"metername",
		"resourcename"
	]],
	date: [...[
		"chargeperiodstart",
		"lineitemusagestartdate",
		"usagestarttime",
		"usagestartdate",
		"date",
		"day",
		"usagedate",
		"time",
		"timestamp"
	], ...[
		"billedat",
		"createdat",
		"submittedat",
		"month",
		"invoicemonth",
		"billingperiod",
		"billingperiodstart",
		"period"
	]],
	cost: [...[
		"effectivecost",
		"billedcost",
		"lineitemunblendedcost",
		"costinbillingcurrency",
		"cost",
		"costusd",
		"amount",
		"amountusd",
		"total",
		"totalcost"
	], ...[
		"price",
		"charge",
		"usd",
		"netamount",
		"pretaxcost"
	]],
	currency: [
		"billingcurrency",
		"billingcurrencycode",
		"lineitemcurrencycode",
		"currency",
		"currencycode"
	],
	category: [
		"chargecategory",
		"lineitemlineitemtype",
		"chargetype",
		"costtype"
	],
	seconds: [
		"consumedquantity",
		"lineitemusageamount",
		"usageamount",
		"billedseconds",
		"seconds",
		"quantity"
	],
	unit: [
		"consumedunit",
		"pricingunit",
		"usageunit",
		"unitofmeasure",
		"unit"
	],
	requests: [
		"requests",
		"requestcount",
		"numberofrequests",
		"jobs",
		"generations",
		"videos"
	],
	service: [
		"servicename",
		"servicedescription",
		"lineitemproductcode",
		"metercategory",
		"serviceprovidername",
		"servicecategory"
	],
	/** Exports of Azure write the month before the day. */
	monthFirst: ["metercategory", "costinbillingcurrency"]
};
/** Categories of charges that are not usage: purchases, taxes, credits. A correction of usage has the category of usage. */
const NOT_USE = /* @__PURE__ */ new Set([
	"purchase",
	"tax",
	"credit",
	"fee",
	"rifee",
	"unusedreservation",
	"unusedsavingsplan",
	"savingsplanupfrontfee",
	"roundingerror"
]);
/** The `type` of credits in a GCP export that lower a price. Other credits are payments. */
const DISCOUNTS = /DISCOUNT|RESELLER_MARGIN/;
function billingRowReader(mapping = /* @__PURE__ */ new Map()) {
	const squeezed = squeezer();
	let columns = [];
	return {
		columns: () => columns,
		read(value) {
			if (typeof value !== "object" || value === null || Array.isArray(value)) return {
				flaw: "not-a-record",
				field: "",
				value: shown(value)
			};
			const cells = /* @__PURE__ */ new Map();
			const names = [];
			flatten(value, "", 0, (name, cell) => {
				names.push(name);
				cells.set(squeezed(name), cell);
			});
			if (columns.length === 0) columns = names;
			return rowOf(new Cells(cells, mapping, squeezed), value);
		}
	};
}
/** The cells of one row, looked up by field. */
var Cells = class {
	#cells;
	#mapping;
	#squeezed;
	constructor(cells, mapping, squeezed) {
		this.#cells = cells;
		this.#mapping = mapping;
		this.#squeezed = squeezed;
	}
	has(columns) {
		return columns.some((name) => this.#cells.has(name));
	}
	/** The first cell with a value among these columns. If the mapping names a column for the field, only that one is read. */
	first(columns, field) {
		const mapped = field && this.#mapping.get(field);
		return (mapped === void 0 ? columns : [this.#squeezed(mapped)]).map((name) => this.#cells.get(name)).find((cell) => cell !== void 0 && cell !== null && cell !== "");
	}
	text(columns, field) {
		const found = this.first(columns, field);
		return typeof found === "string" || typeof found === "number" ? String(found) : "";
	}
};
function rowOf(cells, value) {
	if (NOT_USE.has(cells.text(COLUMNS.category).toLowerCase().replace(/[^a-z]/g, ""))) return null;
	const own = cells.text(COLUMNS.job_id, "job_id");
	const job_id = own === "" ? cells.text(COLUMNS.anyId) : own;
	const flaw = (one) => ({
		...one,
		job_id
	});
	const written = cells.first(COLUMNS.cost, "cost");
	if (written === void 0) return flaw({
		flaw: "missing",
		field: "cost",
		value: ""
	});
	const read = typeof written === "number" ? {
		amount: written,
		sign: ""
	} : writtenAmount(String(written));
	if (read === null || !Number.isFinite(read.amount)) return flaw({
		flaw: "not-a-number",
		field: "cost",
		value: shown(written)
	});
	const time = cells.first(COLUMNS.date, "date");
	const days = time === void 0 ? {
		from: NaN,
		day: NaN
	} : billDays(time, cells.has(COLUMNS.monthFirst));
	if (days === null) return flaw({
		flaw: "not-a-time",
		field: "date",
		value: shown(time)
	});
	const sku = cells.text(COLUMNS.model, "model");
	const about = [sku, ...COLUMNS.about.map((name) => cells.text([name]))].filter((text) => text !== "");
	const unit = /^(\d+ )?(?:s|secs?|seconds?)$/.exec(cells.text(COLUMNS.unit).toLowerCase());
	const quantity = Number(cells.first(COLUMNS.seconds, "seconds") ?? NaN);
	return {
		job_id,
		isAnyId: own === "" && job_id !== "",
		request_id: cells.text(COLUMNS.request_id, "request_id"),
		sku,
		about: [...new Set(about)].join(" "),
		...days,
		amount: read.amount + discountsOf(value["credits"]),
		currency: cells.text(COLUMNS.currency, "currency") || read.sign,
		seconds: unit || cells.text(COLUMNS.unit) === "" ? quantity * Number(unit?.[1] ?? 1) : NaN,
		requests: Number(cells.first(COLUMNS.requests, "requests") ?? NaN),
		isOfEverything: cells.has(COLUMNS.service)
	};
}
function discountsOf(credits) {
	if (!Array.isArray(credits)) return 0;
	return credits.filter(({ type }) => DISCOUNTS.test(String(type))).map(({ amount }) => Number(amount)).reduce((sum, amount) => Number.isFinite(amount) ? sum + amount : sum, 0);
}
/** Visits the cells of a nested row; their keys are joined with dots: `sku.description`. */
function flatten(tree, before, depth, each) {
	for (const name in tree) {
		const cell = tree[name];
		const path = before === "" ? name : `${before}.${name}`;
		if (typeof cell === "object" && cell !== null && !Array.isArray(cell) && depth < 3) flatten(cell, path, depth + 1, each);
		else each(path, cell);
	}
}
/** Converts names to lower case without separators. Results are cached, because a bill has few column names. */
function squeezer() {
	const known = /* @__PURE__ */ new Map();
	return (name) => {
		let squeezed = known.get(name);
		if (squeezed === void 0) {
			squeezed = name.toLowerCase().replace(/[^a-z0-9]/g, "");
			if (known.size < 1e4) known.set(name, squeezed);
		}
		return squeezed;
	};
}
// lib/src/joblog/records/format-values.js
/** The requested length and resolution, by the names that most requests use. */
function asked$1(input) {
	return {
		requested_seconds: writtenSeconds(input["duration"] ?? input["durationSeconds"] ?? input["duration_seconds"] ?? input["seconds"]),
		resolution: input["resolution"] ?? input["size"]
	};
}
/** A length in seconds: `8`, `"8"` and `"8s"` are 8. Undefined for `auto`, -1 and 0, which leave the length to the model. */
function writtenSeconds(written) {
	if (typeof written === "number") return written > 0 ? written : void 0;
	const [, seconds] = /^(\d+(?:\.\d+)?)\s*s?$/.exec(String(written)) ?? [];
	return seconds === void 0 || Number(seconds) === 0 ? void 0 : Number(seconds);
}
function text(value) {
	return typeof value === "string" && value !== "";
}
function said(value) {
	if (typeof value === "string") return value;
	return typeof value === "object" && value !== null ? Object.values(value).map(said).join(" ") : "";
}
function tree(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function itemsOf(value) {
	return Array.isArray(value) ? value : [];
}
// lib/src/joblog/records/task-formats.js
/** The day on which the documentation pages were checked. */
const CHECKED = "2026-11-28";
/** The task objects of APIs that clients poll. */
const TASK_FORMATS = {
	ark: {
		recognises: (job) => /^cgt-/.test(String(job["id"])) || text(job["id"]) && "status" in job && "updated_at" in job && "service_tier" in job,
		read: (job) => {
			const code = said(tree(job["error"])["code"]);
			const ended = !["queued", "running"].includes(String(job["status"]));
			const failed = /Sensitive|RiskDetection|PolicyViolation/.test(code) ? "moderated" : /^(Invalid|Missing)/.test(code) ? "invalid" : "provider_error";
			return {
				job_id: job["id"],
				model: job["model"],
				status: job["status"] === "failed" ? failed : job["status"],
				submitted_at: job["created_at"],
				finished_at: ended ? job["updated_at"] : void 0,
				seed: job["seed"],
				billed_tokens: tree(job["usage"])["completion_tokens"],
				...asked$1(job)
			};
		},
		source: "https://docs.byteplus.com/en/docs/ModelArk/1521309",
		checked: CHECKED
	},
	azure: {
		recognises: (job) => job["object"] === "video.generation.job",
		read: (job) => {
			const reason = said(job["failure_reason"]);
			const made = itemsOf(job["generations"]).length;
			const asked = Number(job["n_variants"] ?? NaN);
			const short = Math.min(Number(job["width"]), Number(job["height"]));
			return {
				job_id: job["id"],
				model: job["model"],
				status: job["status"] === "failed" ? /moderation/.test(reason) ? "moderated" : "provider_error" : job["status"],
				submitted_at: job["created_at"],
				finished_at: job["finished_at"],
				requested_seconds: writtenSeconds(job["n_seconds"]),
				resolution: short > 0 ? `${short}p` : void 0,
				...asked > 1 && {
					outputs_requested: asked,
					outputs_delivered: made
				}
			};
		},
		source: "https://learn.microsoft.com/en-us/azure/ai-foundry/openai/concepts/video-generation",
		checked: null
	},
	dashscope: {
		recognises: (job) => text(tree(job["output"])["task_id"]) && "task_status" in tree(job["output"]),
		read: (job) => {
			const output = tree(job["output"]);
			const usage = tree(job["usage"]);
			const code = said(output["code"]);
			const failed = /^(DataInspection|IPInfringement)/.test(code) ? "moderated" : /^Invalid/.test(code) ? "invalid" : "provider_error";
			return {
				job_id: output["task_id"],
				model: job["model"] ?? output["model"],
				status: output["task_status"] === "FAILED" ? failed : output["task_status"],
				submitted_at: inBeijing(output["submit_time"]),
				finished_at: inBeijing(output["end_time"]),
				billed_seconds: writtenSeconds(usage["output_video_duration"] ?? usage["video_duration"] ?? usage["duration"]),
				billed_resolution: usage["SR"] === void 0 ? void 0 : `${String(usage["SR"]).replace(/p$/i, "")}p`
			};
		},
		source: "https://www.alibabacloud.com/help/en/model-studio/text-to-video-api-reference",
		checked: null
	},
	minimax: {
		recognises: (job) => text(job["task_id"]) && "base_resp" in job || text(tree(job["task"])["id"]) && "status" in tree(job["task"]),
		read: (job) => "task" in job ? secondVersion(tree(job["task"])) : firstVersion(job),
		source: "https://platform.minimax.io/docs/api-reference/video-generation-v2-query",
		checked: CHECKED
	},
	vidu: {
		recognises: (job) => (text(job["task_id"]) || text(job["id"])) && "state" in job && ("creations" in job || "err_code" in job),
		read: (job) => {
			const code = said(job["err_code"]);
			const failed = /Audit|PolicyViolation|Illegal/.test(code) ? "moderated" : /^(Invalid|FieldUn)/.test(code) ? "invalid" : "provider_error";
			return {
				job_id: job["task_id"] ?? job["id"],
				model: job["model"],
				status: job["state"] === "failed" ? failed : job["state"] === "queueing" ? "queued" : job["state"],
				submitted_at: job["created_at"],
				finished_at: job["finished_at"],
				credits: job["credits"],
				...asked$1(job)
			};
		},
		source: "https://cloud.baidu.com/doc/qianfan-api/s/Kmwbl4c5n",
		checked: CHECKED
	},
	luma: {
		recognises: (job) => text(job["id"]) && "state" in job && ("generation_type" in job || "assets" in job),
		read: (job) => {
			const request = tree(job["request"]);
			return {
				job_id: job["id"],
				model: job["model"] ?? request["model"],
				status: job["state"] === "failed" ? "provider_error" : job["state"] === "dreaming" ? "processing" : job["state"],
				submitted_at: job["created_at"],
				finished_at: job["completed_at"],
				...asked$1(request)
			};
		},
		source: "https://github.com/lumalabs/lumaai-api/blob/main/openapi.yaml",
		checked: CHECKED
	},
	bedrock: {
		recognises: (job) => /:async-invoke\//.test(String(job["invocationArn"])),
		read: (job) => ({
			job_id: job["invocationArn"],
			request_id: job["clientRequestToken"],
			model: /foundation-model\/(.+)$/.exec(String(job["modelArn"]))?.[1] ?? job["modelArn"],
			status: job["status"],
			submitted_at: job["submitTime"],
			finished_at: job["endTime"]
		}),
		source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html",
		checked: CHECKED
	}
};
/** Adds the time zone: the API's times are in UTC+8 but do not say so. */
function inBeijing(time) {
	return typeof time === "string" && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/.test(time) ? `${time}+08:00` : time;
}
function firstVersion(job) {
	const code = Number(tree(job["base_resp"])["status_code"]);
	const height = Math.min(Number(job["video_width"]), Number(job["video_height"]));
	const status = String(job["status"]);
	return {
		job_id: job["task_id"],
		model: job["model"],
		status: status === "Fail" || code !== 0 && status !== "Success" ? miniMaxEnd(code) : status === "Queueing" ? "queued" : status,
		submitted_at: job["created_at"],
		finished_at: job["finished_at"],
		billed_resolution: height > 0 ? `${height}p` : void 0,
		...asked$1(job)
	};
}
function secondVersion(task) {
	const status = String(task["status"]);
	return {
		job_id: task["id"],
		model: task["model"],
		status: status === "failed" ? miniMaxEnd(Number(tree(task["error"])["code"])) : status,
		submitted_at: task["created_at"],
		finished_at: ["queued", "running"].includes(status) ? void 0 : task["updated_at"],
		...asked$1(task)
	};
}
/** The outcome from an error code: 1026 and 1027 are sensitive input and output, 2013 is wrong parameters. */
function miniMaxEnd(code) {
	return code === 1026 || code === 1027 ? "moderated" : code === 2013 ? "invalid" : "provider_error";
}
// lib/src/joblog/records/formats.js
const FORMAT_NAMES = [
	"fal",
	"replicate",
	"runway",
	"kling",
	"google",
	"openai",
	"ark",
	"azure",
	"dashscope",
	"minimax",
	"vidu",
	"luma",
	"bedrock"
];
/** Error codes of moderation, as providers spell them. */
const REFUSED = /moderat|safety|sensitive|nsfw|content_policy/i;
/**
* The formats of job objects of providers' APIs, as a log may contain them. What a provider does not state (usually the cost) is left out. Our
* own fields beside the provider's are kept.
*/
const FORMATS = {
	...TASK_FORMATS,
	fal: {
		recognises: (job) => text(job["request_id"]) && [
			"endpoint_id",
			"response_url",
			"gateway_request_id",
			"json_input",
			"ended_at"
		].some((key) => key in job),
		read: (job) => {
			const input = tree(job["json_input"] ?? job["input"]);
			const payload = tree(job["payload"]);
			const type = said(tree(itemsOf(payload["detail"])[0])["type"]) || said(job["error_type"] ?? payload["error_type"]);
			const [, inText] = /status code: (\d{3})/.exec(said(job["error"])) ?? [];
			const code = Number(job["status_code"] ?? inText ?? NaN);
			const failed = job["status"] === "ERROR" || code >= 400 || said(job["error"]) !== "" || type !== "";
			return {
				job_id: job["request_id"],
				model: job["endpoint_id"] ?? job["model"],
				status: failed ? falEnd(type, code) : job["status"] ?? (code < 300 ? "success" : void 0),
				submitted_at: job["sent_at"] ?? job["created_at"],
				finished_at: job["ended_at"] ?? job["completed_at"],
				...asked$1(input),
				seed: input["seed"]
			};
		},
		source: "https://docs.fal.ai/documentation/model-apis/request-errors",
		checked: CHECKED
	},
	replicate: {
		recognises: (job) => text(job["id"]) && "created_at" in job && ("urls" in job || "version" in job) && ("input" in job || "metrics" in job),
		read: (job) => {
			const input = tree(job["input"]);
			return {
				job_id: job["id"],
				model: job["model"],
				status: job["status"] === "failed" ? "provider_error" : {
					aborted: "timed_out",
					canceled: "cancelled",
					succeeded: "success"
				}[String(job["status"])] ?? job["status"],
				submitted_at: job["created_at"],
				finished_at: job["completed_at"],
				billed_seconds: tree(job["metrics"])["video_output_duration_seconds"],
				...asked$1(input),
				seed: input["seed"]
			};
		},
		source: "https://replicate.com/docs/topics/predictions/lifecycle",
		checked: CHECKED
	},
	runway: {
		recognises: (job) => text(job["id"]) && "createdAt" in job && /^(PENDING|THROTTLED|RUNNING|SUCCEEDED|FAILED|CANCELLED)$/.test(String(job["status"])),
		read: (job) => {
			const code = said(job["failureCode"]);
			return {
				job_id: job["id"],
				model: job["model"],
				status: job["status"] === "FAILED" ? refusedOr(code, /^(INPUT|ASSET)/.test(code) ? "invalid" : "provider_error") : job["status"],
				submitted_at: job["createdAt"],
				finished_at: job["completedAt"] ?? job["endedAt"],
				...asked$1(job)
			};
		},
		source: "https://docs.dev.runwayml.com/errors/task-failures/",
		checked: CHECKED
	},
	kling: {
		recognises: (job) => text(tree(job["data"] ?? job)["task_id"]) && "task_status" in tree(job["data"] ?? job),
		read: (job) => {
			const task = tree(job["data"] ?? job);
			const info = tree(task["task_info"]);
			const ended = task["task_status"] === "succeed" || task["task_status"] === "failed";
			return {
				job_id: task["task_id"],
				request_id: task["external_task_id"] ?? info["external_task_id"],
				model: task["model_name"] ?? info["model"] ?? info["model_name"] ?? job["model_name"],
				status: task["task_status"] === "failed" ? "provider_error" : task["task_status"],
				submitted_at: task["created_at"],
				finished_at: ended ? task["updated_at"] : void 0,
				credits: task["final_unit_deduction"],
				...asked$1({
					...info,
					...tree(job["input"] ?? job)
				})
			};
		},
		source: "https://app.klingai.com/global/dev/document-api/protocols/callbackProtocol",
		checked: null
	},
	google: {
		recognises: (job) => /(^|\/)operations\//.test(String(job["name"])),
		read: (job) => {
			const response = tree(job["response"]);
			const videos = "generateVideoResponse" in response ? tree(response["generateVideoResponse"]) : response;
			const made = itemsOf(videos["generatedSamples"] ?? videos["videos"] ?? videos["generatedVideos"]).length;
			const error = tree(job["error"]);
			const metadata = tree(job["metadata"]);
			const prompt = videos["raiTextFilteredReason"] === void 0 ? 0 : 1;
			const filtered = Math.max(Number(videos["raiMediaFilteredCount"] ?? 0), itemsOf(videos["raiMediaFilteredReasons"]).length, prompt);
			return {
				job_id: job["name"],
				model: /models\/([^/]+)\//.exec(String(job["name"]))?.[1] ?? job["model"],
				status: job["done"] !== true ? "pending" : "error" in job ? googleEnd(Number(error["code"])) : made > 0 ? "success" : filtered > 0 ? "moderated" : "provider_error",
				outputs_requested: made > 0 && filtered > 0 ? made + filtered : void 0,
				outputs_delivered: made > 0 && filtered > 0 ? made : void 0,
				submitted_at: metadata["createTime"] ?? job["createTime"],
				finished_at: metadata["endTime"] ?? metadata["updateTime"] ?? job["endTime"],
				...asked$1(tree(job["parameters"] ?? job["config"] ?? {}))
			};
		},
		source: "https://docs.cloud.google.com/gemini-enterprise-agent-platform/reference/rest/v1/GenerateVideoResponse",
		checked: CHECKED
	},
	openai: {
		recognises: (job) => job["object"] === "video" && text(job["id"]),
		read: (job) => {
			const error = tree(job["error"]);
			return {
				job_id: job["id"],
				model: job["model"],
				status: job["status"] === "failed" ? refusedOr(said(error["code"]), "provider_error") : job["status"],
				submitted_at: job["created_at"],
				finished_at: job["completed_at"],
				requested_seconds: writtenSeconds(job["seconds"]),
				resolution: job["size"]
			};
		},
		source: "https://learn.microsoft.com/en-us/azure/foundry/reference/rest/video-generation-get-video",
		checked: CHECKED
	}
};
/** The outcome of a failed job from the error type; without one, from the HTTP status code. */
function falEnd(type, code) {
	if (type === "content_policy_violation") return "moderated";
	if (/timeout/.test(type)) return "timed_out";
	if (/^client_/.test(type)) return "cancelled";
	if (/^(internal_|downstream_|runner_|no_media_generated)/.test(type)) return "provider_error";
	if (type !== "") return "invalid";
	return code === 400 || code === 422 ? "invalid" : code === 504 ? "timed_out" : "provider_error";
}
function refusedOr(code, fallback) {
	return REFUSED.test(code) ? "moderated" : fallback;
}
/** The outcome from a code of google.rpc: 1 canceled, 3 invalid argument, 4 deadline exceeded. */
function googleEnd(code) {
	return code === 1 ? "cancelled" : code === 4 ? "timed_out" : code === 3 ? "invalid" : "provider_error";
}
// lib/src/joblog/records/job.js
/** The fields of a record, as `--map` and the header of a CSV name them. */
const FIELDS = [
	"workload",
	"provider",
	"model",
	"job_id",
	"request_id",
	"take",
	"attempt",
	"idempotency_key",
	"prompt_hash",
	"seed",
	"submitted_at",
	"finished_at",
	"gave_up_at",
	"status",
	"requested_seconds",
	"billed_seconds",
	"resolution",
	"billed_resolution",
	"cost",
	"currency",
	"credits",
	"billed_tokens",
	"polls",
	"kept",
	"outputs_requested",
	"outputs_delivered",
	"metadata"
];
// lib/src/joblog/records/page.js
/** The keys under which list endpoints return jobs: those of Replicate, OpenAI and Kling, ModelArk, Luma, Google and Bedrock. */
const LISTS = [
	"results",
	"data",
	"items",
	"generations",
	"operations",
	"tasks",
	"asyncInvokeSummaries"
];
/** The jobs of a page from a list endpoint; null if a value is not a page. */
function pageOf(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
	const page = value;
	if ("job_id" in page || "jobId" in page || "id" in page || "task_id" in page || "name" in page || "status" in page && page["object"] !== "list") return null;
	for (const key of LISTS) {
		const jobs = page[key];
		if (Array.isArray(jobs) && jobs.every((job) => typeof job === "object" && job !== null)) return jobs;
	}
	return null;
}
// lib/src/joblog/records/unread-columns.js
/** Other names for a field in logs, in lower case without separators. They are only suggested, and read only if the user maps them. */
const CALLED = {
	job_id: "id uuid key job task taskid predictionid generationid videoid operation operationid",
	status: "state phase outcome result finalstate",
	submitted_at: "createdat created creationtime submitted submittime submissiontime startedat started starttime start timestamp time date requestedat",
	finished_at: "completedat completed completiontime endedat ended endtime end finished finishtime updatedat",
	gave_up_at: "timedoutat timeoutat abandonedat cancelledat canceledat",
	requested_seconds: "duration durationseconds durations seconds secs length lengthseconds videoduration",
	billed_seconds: "billedduration billableseconds billableduration",
	resolution: "size quality dimensions videosize",
	cost: "amount price charge charged total totalcost costusd priceusd amountusd usd fee spend",
	credits: "creditsused creditcost unitsused",
	billed_tokens: "tokens totaltokens completiontokens videotokens",
	model: "modelid modelname endpoint endpointid",
	provider: "vendor service",
	request_id: "clip clipid shot shotid asset assetid orderid",
	polls: "statusrequests pollcount",
	kept: "accepted approved selected",
	outputs_requested: "nvariants variants samplecount numvideos"
};
/** A shorter name resembles too many others. */
const LEAST_LETTERS = 5;
/** Columns of a record whose name or spelling resembles a field that the record lacks. */
function unreadColumns(record, mapping) {
	const read = new Set([...mapping.values()].flatMap((path) => [path, path.split(".")[0]]));
	const present = new Set(Object.keys(record).flatMap(fieldOf));
	const missing = FIELDS.filter((field) => !present.has(field) && !mapping.has(field) && field !== "metadata");
	const found = [];
	for (const column of Object.keys(record)) {
		if (read.has(column) || fieldOf(column).length > 0) continue;
		const field = meantBy(column, missing.filter((field) => found.every((one) => one.field !== field)));
		if (field) found.push({
			column,
			field
		});
	}
	return found;
}
function meantBy(column, missing) {
	const name = squeezed(column);
	const same = missing.find((field) => squeezed(field) === name) ?? missing.find((field) => CALLED[field]?.split(" ").includes(name));
	if (same || name.length < LEAST_LETTERS) return same;
	return nearest(column, missing) ?? void 0;
}
/** The field that a column is read as: the same name, or in camel case. */
function fieldOf(column) {
	return FIELDS.filter((field) => field === column || field.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()) === column);
}
function squeezed(name) {
	return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
// lib/src/joblog/records/map-record.js
/** Our fields that may be beside a provider's own, because no provider uses their names for anything else. */
const BESIDE = FIELDS.filter((field) => ![
	"job_id",
	"status",
	"model",
	"request_id",
	"seed"
].includes(field));
/**
* Turns the values of a log into records. A value is read as it is or by a provider's format (the given one, or the one that recognizes it). The
* mapping is applied last and wins.
*/
function recordMapper(format, mapping) {
	const mapped = [...mapping];
	let last;
	const recognised = (tree) => {
		if (last !== void 0 && FORMATS[last].recognises(tree)) return last;
		last = formatOf(tree);
		return last;
	};
	return (value) => {
		if (!isTree(value)) return {
			flaw: "not-a-record",
			field: "",
			value: shown(value)
		};
		const tree = value;
		const own = format === void 0 && (mapping.has("job_id") || "job_id" in tree || "jobId" in tree);
		const name = own ? void 0 : format ?? recognised(tree);
		if (name === void 0 && !own && mapped.length === 0) return ofUnknownApi(tree);
		if (own && tree["status"] === void 0 && !mapping.has("status")) {
			const other = pathsTo(tree, STATUS)[0] ?? columnFor("status", tree);
			if (other !== void 0) return {
				flaw: "other-name",
				field: "status",
				value: mapOption("status", other)
			};
		}
		const raw = name === void 0 ? tree : {
			...FORMATS[name].read(tree),
			...beside(tree)
		};
		if (mapped.length === 0) return raw;
		const renamed = { ...raw };
		for (const [field, path] of mapped) renamed[field] = at(value, path);
		return renamed;
	};
}
/** Names for a job's status in logs. */
const STATUS = /^((task|job|video|final|end|current)_?)?(status|state|outcome|result)$/i;
/**
* Reads an object of no known API. `id` and `task_id` are job ids, and `state` is a status. If these are missing, the flaw suggests the options
* that would read similar names.
*/
function ofUnknownApi(tree) {
	const id = tree["id"] ?? tree["task_id"] ?? tree["taskId"];
	const status = tree["status"] ?? tree["state"] ?? tree["task_status"];
	if (id !== void 0 && status !== void 0) return {
		...tree,
		job_id: id,
		status
	};
	const [ids, statuses] = [pathsTo(tree, /^(id|(task|job|prediction|generation|operation|video|request)_?id)$/i), pathsTo(tree, STATUS)];
	const [ofId, ofStatus] = [ids[0] ?? columnFor("job_id", tree), statuses[0] ?? columnFor("status", tree)];
	if (ofId === void 0 || ofStatus === void 0 && tree["status"] === void 0) return tree;
	const value = [mapOption("job_id", ofId), ...ofStatus === void 0 || ofStatus === "status" ? [] : [mapOption("status", ofStatus)]].join(" ");
	return Object.hasOwn(tree, ofId) && (ofStatus === void 0 || Object.hasOwn(tree, ofStatus)) ? {
		flaw: "other-name",
		field: "job_id",
		value
	} : {
		flaw: "unknown-shape",
		field: "",
		value
	};
}
/** The column of a record whose name resembles a field. */
function columnFor(field, tree) {
	return unreadColumns(tree, /* @__PURE__ */ new Map()).find((one) => one.field === field)?.column;
}
/** The option that reads a field from a path, quoted for a shell. */
function mapOption(field, path) {
	const option = `${field}=${path}`;
	return `--map ${/^[\w.=-]+$/.test(option) ? option : `'${option}'`}`;
}
/** The API whose job objects a value looks like; undefined if there is none. */
function formatOf(value) {
	return FORMAT_NAMES.find((name) => FORMATS[name].recognises(value));
}
/** Paths to texts and numbers whose key matches, at most three keys deep, the shallowest first. */
function pathsTo(tree, key, before = "", depth = 0) {
	const here = [];
	const below = [];
	for (const [name, value] of Object.entries(tree)) if (typeof value === "object" && value !== null && !Array.isArray(value) && depth < 2) below.push(...pathsTo(value, key, `${before}${name}.`, depth + 1));
	else if (key.test(name) && (typeof value === "string" || typeof value === "number")) here.push(`${before}${name}`);
	return [...here, ...below];
}
function beside(tree) {
	return Object.fromEntries(BESIDE.flatMap((field) => tree[field] === void 0 || tree[field] === null ? [] : [[field, tree[field]]]));
}
/** The value at a path: that of a key equal to the whole path (a CSV's column), otherwise key by key. */
function at(tree, path) {
	if (Object.hasOwn(tree, path)) return tree[path];
	let found = tree;
	for (const key of path.split(".")) {
		if (!isTree(found) || !Object.hasOwn(found, key)) return void 0;
		found = found[key];
	}
	return found;
}
// lib/src/joblog/records/read-job.js
/**
* Reads records into one job object that is reused for each. Copy what must be kept. It reads field by field without a schema, because a log may
* have millions of records.
*/
function jobReader() {
	const job = emptyJob();
	const value = new ValueReader();
	return (raw) => {
		value.flaw = null;
		readInto(job, raw, value);
		return value.flaw ?? job;
	};
}
function emptyJob() {
	return {
		workload: "",
		provider: "",
		model: "",
		job_id: "",
		request_id: "",
		take: "",
		seed: "",
		attempt: NaN,
		idempotency_key: "",
		prompt_hash: "",
		submitted_at: NaN,
		finished_at: NaN,
		gave_up_at: NaN,
		status: "pending",
		requested_seconds: NaN,
		billed_seconds: NaN,
		resolution: "",
		billed_resolution: "",
		cost: NaN,
		currency: "",
		credits: NaN,
		billed_tokens: NaN,
		polls: NaN,
		kept: NaN,
		outputs_requested: NaN,
		outputs_delivered: NaN,
		metadata: void 0
	};
}
function readInto(job, raw, value) {
	job.job_id = value.text(raw.job_id ?? raw.jobId, "job_id");
	if (job.job_id === "") value.spoilt("missing", "job_id", "");
	job.status = value.status(raw.status);
	job.workload = value.text(raw.workload, "workload");
	job.provider = value.text(raw.provider, "provider");
	job.model = value.text(raw.model, "model");
	job.request_id = value.text(raw.request_id ?? raw.requestId, "request_id");
	job.take = value.scalar(raw.take, "take");
	job.seed = value.scalar(raw.seed, "seed");
	job.attempt = value.number(raw.attempt, "attempt");
	job.idempotency_key = value.text(raw.idempotency_key ?? raw.idempotencyKey, "idempotency_key");
	job.prompt_hash = value.text(raw.prompt_hash ?? raw.promptHash, "prompt_hash");
	job.submitted_at = value.time(raw.submitted_at ?? raw.submittedAt, "submitted_at");
	job.finished_at = value.time(raw.finished_at ?? raw.finishedAt, "finished_at");
	job.gave_up_at = value.time(raw.gave_up_at ?? raw.gaveUpAt, "gave_up_at");
	job.requested_seconds = value.number(raw.requested_seconds ?? raw.requestedSeconds, "requested_seconds");
	job.billed_seconds = value.number(raw.billed_seconds ?? raw.billedSeconds, "billed_seconds");
	job.resolution = value.resolution(raw.resolution, "resolution");
	job.billed_resolution = value.resolution(raw.billed_resolution ?? raw.billedResolution, "billed_resolution");
	job.cost = value.money(raw.cost, "cost");
	job.currency = value.text(raw.currency, "currency");
	if (job.currency === "" && value.sign !== "") job.currency = value.sign;
	job.credits = value.number(raw.credits, "credits");
	job.billed_tokens = value.number(raw.billed_tokens ?? raw.billedTokens, "billed_tokens");
	job.polls = value.number(raw.polls, "polls");
	job.kept = value.mark(raw.kept, "kept");
	job.outputs_requested = value.number(raw.outputs_requested ?? raw.outputsRequested, "outputs_requested");
	job.outputs_delivered = value.number(raw.outputs_delivered ?? raw.outputsDelivered, "outputs_delivered");
	job.metadata = raw.metadata;
	if (isUnseen(job)) job.status = "unknown";
	if (job.finished_at < job.submitted_at - 1) value.spoilt("ends-first", "finished_at", raw.finished_at ?? raw.finishedAt);
}
/**
* Whether the client gave up on a job whose outcome is unknown. The status in the log is then the client's own (`timeout`) or that of the last
* response (`processing`), not the final one of the provider.
*/
function isUnseen({ status, finished_at, gave_up_at }) {
	return (status === "pending" || status === "timed_out") && Number.isNaN(finished_at) && !Number.isNaN(gave_up_at);
}
// lib/src/actuals/actuals.js
function nothingSpent() {
	return {
		billed: 0,
		jobs: 0,
		priced: 0,
		unknown: 0
	};
}
/** The id of a workload in actuals: its file and its name. */
function workloadId({ file, name }) {
	return `${file}\n${name}`;
}
// lib/src/actuals/to-date.js
/** The days of a week differ, so fewer than seven covered days do not show the pace of a month. */
const LEAST_PACE_DAYS = 7;
/** The calendar of the month that a day, `YYYY-MM-DD`, is in. */
function calendarOf(date) {
	const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
	return {
		first: dayNumber(year, month, 1),
		today: dayNumber(year, month, day),
		next: dayNumber(year, month + 1, 1)
	};
}
/**
* The month of the date, so far. Covered days before the date count as billed. Uncovered days, the date itself and later days count as
* planned: a day is the month's plan divided by its days, so $300 in November is $10 a day.
*
* In a month of 30 days, $130 were billed on 10 covered days. Projected: $130 + 20 × $10 = $330. At the pace of $13 a day: $390.
*/
function toDateOf(month, actuals) {
	const { now, head, budgets, date, distributions } = month;
	const calendar = calendarOf(date);
	const { first, today, next } = calendar;
	const past = range(first, today);
	const covered = past.filter((day) => actuals.covered.has(day));
	const whole = {
		calendar,
		covered,
		past,
		actuals
	};
	const total = progressOf({
		estimates: now.estimates,
		figures: now.total,
		isKnown: now.complete
	}, whole);
	const band = bandOf(now.total, now.estimates);
	return {
		month: date.slice(0, 7),
		days: next - first,
		past: past.length,
		covered: covered.length,
		uncovered: past.filter((day) => !actuals.covered.has(day)).map(dateOfDay),
		provisional: covered.filter((day) => actuals.provisional.has(day)).length,
		files: actuals.files,
		spent: spentIn(now.estimates, whole).sum,
		outside: actuals.outside,
		undated: actuals.undated,
		bad: actuals.bad,
		total,
		band,
		off: covered.length < LEAST_PACE_DAYS || !band || !total.at_pace ? null : offBand(total.at_pace, band, total.complete),
		limits: budgets.map((line) => limitProgress(line, matchOf(line, head), {
			head,
			now,
			distributions
		}, whole))
	};
}
function range(from, to) {
	return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
/** What was spent on a set of workloads on the covered days, in all and by day. `isSure`: whether no other record could belong to the set or lack a cost. */
function spentIn(estimates, { covered, actuals }) {
	const own = new Set(estimates.map(workloadId));
	const sum = nothingSpent();
	const byDay = /* @__PURE__ */ new Map();
	let isSure = true;
	for (const { among, days } of actuals.spent) {
		const inside = among.filter((one) => own.has(one)).length;
		if (inside === 0) continue;
		for (const day of covered) {
			const spent = days.get(day);
			if (!spent) continue;
			if (inside < among.length) {
				isSure = false;
				continue;
			}
			sum.billed += spent.billed;
			sum.jobs += spent.jobs;
			sum.priced += spent.priced;
			sum.unknown += spent.unknown;
			byDay.set(day, (byDay.get(day) ?? 0) + spent.billed);
		}
	}
	return {
		sum,
		byDay,
		isSure: isSure && sum.unknown === 0 && actuals.undated.jobs === 0 && actuals.bad === 0
	};
}
function progressOf({ estimates, figures, isKnown }, setting) {
	const { calendar, covered } = setting;
	const { sum, isSure } = spentIn(estimates, setting);
	const days = calendar.next - calendar.first;
	const billed = amount(sum.billed);
	const plan = figures?.expected ?? null;
	const part = (some) => plan?.times(some).div(days) ?? null;
	const rest = part(days - covered.length);
	return {
		billed,
		planned: part(covered.length),
		plan,
		projected: rest && billed.plus(rest),
		at_pace: covered.length === 0 ? null : billed.times(days).div(covered.length),
		pace: paceState(covered.length, isSure && isKnown),
		complete: isSure && isKnown
	};
}
function paceState(covered, isComplete) {
	if (covered === 0) return "no-day";
	return covered < LEAST_PACE_DAYS ? "too-few-days" : isComplete ? "measured" : "lower-bound";
}
function limitProgress({ file, scope, limit }, match, { head, now, distributions }, setting) {
	const { estimates, unread } = setOf(file, head, now, match);
	const isKnown = !unread && estimates.every(({ monthly }) => monthly !== null);
	const progress = progressOf({
		estimates,
		figures: totalOf(estimates, distributions, void 0, unread),
		isKnown
	}, setting);
	const day = passedOn(limit, estimates, progress, setting);
	const passed = day !== null && day < setting.calendar.today ? "passed" : day !== null ? "at-pace" : progress.pace === "measured" ? "not-this-month" : "unknown";
	return {
		...progress,
		file,
		scope,
		limit,
		left: limit.minus(progress.billed),
		passed,
		passed_on: day === null ? null : dateOfDay(day)
	};
}
/**
* The day on which the month exceeds the limit, null if it does not. Covered past days count as billed, uncovered ones as planned. From
* today on, each day costs as much as the average covered day.
*/
function passedOn(limit, estimates, { plan }, setting) {
	const { calendar, covered, past, actuals } = setting;
	if (covered.length === 0) return null;
	const { byDay, sum } = spentIn(estimates, setting);
	const days = calendar.next - calendar.first;
	const [most, ofPlan, ofPace] = [
		limit.toNumber(),
		(plan?.toNumber() ?? 0) / days,
		sum.billed / covered.length
	];
	let spent = 0;
	for (const day of range(calendar.first, calendar.next)) {
		spent += day < calendar.today ? past.includes(day) && actuals.covered.has(day) ? byDay.get(day) ?? 0 : ofPlan : ofPace;
		if (spent > most * (1 + 1e-12)) return day;
	}
	return null;
}
function matchOf({ file, scope }, { manifests }) {
	const scopes = manifests.find((one) => one.file === file)?.settings.budget.scopes ?? {};
	return Object.hasOwn(scopes, scope) ? scopes[scope]?.match ?? {} : {};
}
function bandOf(figures, estimates) {
	if (!figures) return null;
	const isOfVolume = !estimates.some(hasSingleVolume);
	const { p10, p90, expected } = figures;
	if (isOfVolume) return {
		low: p10,
		high: p90,
		isOfVolume
	};
	const [low, high] = [expected.times(decimal(.9)), expected.times(decimal(1.1))];
	return {
		low: p10.lt(low) ? p10 : low,
		high: p90.gt(high) ? p90 : high,
		isOfVolume
	};
}
/** A pace that is only a lower bound can be above the band, but it does not prove that the month is below it. */
function offBand(pace, { low, high }, isComplete) {
	if (pace.gt(high)) return "above";
	return pace.lt(low) && isComplete ? "below" : null;
}
// lib/src/joblog/memory/get-or-insert.js
/** The value of a map at a key. If there is none, `make` creates it. */
function getOrInsert(map, key, make) {
	const known = map.get(key);
	if (known !== void 0) return known;
	const made = make();
	map.set(key, made);
	return made;
}
// lib/src/joblog/manifest-for-logs.js
/** Problems that matter only for an estimate. A log shows the latency itself. */
const MEASURED = /* @__PURE__ */ new Set(["behaviour-without-latency"]);
/**
* Accepts a manifest without a latency, a volume or a budget, which a comparison with a log does not need. Every other problem remains.
* @param problems all problems of the manifest
*/
function manifestForLogs(manifest, problems) {
	const { workloads: written, defaults } = manifest.yaml.value ?? {};
	const unplanned = /* @__PURE__ */ new Set();
	const mended = /* @__PURE__ */ new Set();
	const workloads = manifest.workloads.map((workload) => {
		if (workload.keys) return workload;
		const merged = merge(defaults, written?.[workload.name]);
		if (typeof merged !== "object" || merged === null) return workload;
		const hasVolume = merged["volume"] !== void 0;
		const result = workloadKeys.safeParse(hasVolume ? merged : {
			...merged,
			volume: { per_month: 0 }
		});
		if (!result.success || brokenRules(result.data).some(({ code }) => !MEASURED.has(code))) return workload;
		if (!hasVolume) unplanned.add(workload.name);
		mended.add(workload.name);
		return {
			...workload,
			keys: result.data
		};
	});
	const isMended = ({ path, code, args }) => path[0] === "workloads" && mended.has(String(path[1])) || path[0] === "defaults" && (MEASURED.has(code) || args["key"] === "volume");
	return {
		manifest: {
			...manifest,
			workloads
		},
		unplanned,
		problems: mended.size === 0 ? problems : problems.filter((problem) => problem.file !== manifest.file || !isMended(problem))
	};
}
// lib/src/joblog/plan.js
/** Problems that make a comparison with a log impossible. A retired model is not among them, because the log can be older. */
const FATAL = /* @__PURE__ */ new Set([
	"unknown-provider",
	"unknown-model",
	"unknown-pack",
	"no-exchange-rate"
]);
/**
* Prepares the workloads of manifests for a log. A record belongs to the workload that it names, otherwise to the only workload with its
* provider and model, otherwise to the only workload there is.
* @param date the day (UTC) whose prices apply if the job's own day has none
*/
function logPlanOf(side, book, date) {
	let problems = side.problems.filter(({ severity }) => severity === "error");
	const workloads = [];
	for (const read of side.manifests) {
		const { manifest, unplanned, problems: left } = manifestForLogs(read, problems);
		problems = [...left];
		const files = side.prices.get(manifest.file);
		const own = files ? overlay(book, files.providers, files.snapshot) : book;
		const byDay = /* @__PURE__ */ new Map();
		const pricing = (day = date) => getOrInsert(byDay, day, () => pricingOf(manifest, own, day));
		for (const { file, name, keys, plan, problems: found } of estimateManifest(pricing())) {
			problems.push(...found.filter(({ severity, code }) => severity === "error" && FATAL.has(code)));
			if (!keys) continue;
			const jobs = jobPolicyOf(keys, pricing());
			const billed = (status) => status === "success" ? 1 : status === "unknown" ? "unknown" : keys.reliability.billed?.[status] ?? jobs.billed?.[status]?.value ?? "unknown";
			workloads.push({
				index: workloads.length,
				file,
				name,
				keys,
				jobs,
				pricing,
				declared: unplanned.has(name) ? null : plan?.jobs ?? null,
				billed
			});
		}
	}
	return {
		workloads,
		currency: side.manifests[0]?.settings.currency ?? "USD",
		belongs: remembered(workloads),
		problems
	};
}
function remembered(workloads) {
	const known = /* @__PURE__ */ new Map();
	let last = {
		workload: "",
		provider: "",
		model: ""
	};
	let answer = null;
	return ({ workload, provider, model }) => {
		if (answer && workload === last.workload && provider === last.provider && model === last.model) return answer;
		const key = `${workload}\n${provider}\n${model}`;
		answer = known.get(key) ?? find(workloads, workload, provider, model);
		if (known.size < 1e4) known.set(key, answer);
		last = {
			workload,
			provider,
			model
		};
		return answer;
	};
}
function find(workloads, workload, provider, model) {
	const ofProvider = provider === "" ? workloads : workloads.filter(({ keys }) => keys.provider.toLowerCase() === provider.toLowerCase());
	if (ofProvider.length === 0) return {
		to: null,
		why: "provider"
	};
	const ofModel = model === "" ? ofProvider : ofProvider.filter((one) => isModel(one, model));
	if (ofModel.length === 0) return {
		to: null,
		why: "model"
	};
	const named = workload === "" ? ofModel : ofModel.filter(({ name }) => name === workload);
	const candidates = named.length > 0 || model === "" ? named : ofModel;
	const [only, ...others] = candidates;
	return only && others.length === 0 ? { to: only } : {
		to: null,
		why: "ambiguous",
		among: candidates
	};
}
/** Whether a name is a workload's model: as in the manifest, the id, an alias, or any of these after the provider (`vertex/veo-3.1`). */
function isModel(workload, name) {
	const { provider } = workload.keys;
	const short = name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
	const names = namesOf(workload);
	return names.includes(name) || names.includes(short);
}
/** The names of a workload's model: as in the manifest, its id, and its aliases. */
function namesOf({ keys, pricing }) {
	const provider = pricing().book.provider(keys.provider);
	const model = provider && findModel(provider, keys.model);
	return model ? [
		keys.model,
		model.id,
		...model.aliases
	] : [keys.model];
}
/** The id of a workload's model, or its name in the manifest if the price book does not have it. */
function modelOf(workload) {
	return namesOf(workload)[1] ?? workload.keys.model;
}
// lib/src/joblog/bill/row-workload.js
/** Words of an id that a bill may leave out: API versions, and words that many video models have. */
const GENERIC = /* @__PURE__ */ new Set([
	"generate",
	"generation",
	"preview",
	"video",
	"exp",
	"latest",
	"001",
	"002",
	"v1",
	"v2",
	"text",
	"image",
	"to",
	"t2v",
	"i2v",
	"ai"
]);
/**
* The workload whose model a bill row is for. The row must contain the model's id or an alias, or else the words of one: `Veo 3.1 Fast Video
* Generation` is `veo-3.1-fast-generate-001`. The longest match wins.
*/
function workloadOfRow({ workloads }, { about }) {
	const text = about.toLowerCase();
	if (text === "") return void 0;
	const exact = longest(workloads, (name) => text === name ? 2 * name.length : text.includes(name) ? name.length : 0);
	if (exact) return exact;
	const words = new Set(wordsOf(text));
	const squashed = text.replace(/[^a-z0-9]/g, "");
	return longest(workloads, (name) => {
		const own = wordsOf(name.replace(/^(?:[a-z0-9-]+\/|[a-z]+\.)|:\d+$/g, "")).filter((word) => !GENERIC.has(word));
		return own.some((word) => /[a-z]{3}/.test(word)) && (own.every((word) => words.has(word)) || squashed.includes(own.join(""))) ? own.join("").length : 0;
	});
}
function longest(workloads, score) {
	let [best, most] = [void 0, 0];
	for (const workload of workloads) {
		const own = Math.max(...namesOf(workload).map((name) => score(name.toLowerCase())));
		if (own > most) [best, most] = [workload, own];
	}
	return best;
}
function wordsOf(text) {
	return text.split(/[^a-z0-9.]+|(?<=[a-z])(?=v\d)/).filter((word) => word !== "" && word !== ".");
}
// lib/src/joblog/reconcile/job-cost.js
/**
* Prices the request of a record: its workload's request with the record's own length and resolution. The price is that of the record's day,
* or of the day of the run if there is none. Whether the model accepts the request does not matter, because the job was made.
*/
function costs() {
	const known = [];
	const newMap = () => /* @__PURE__ */ new Map();
	let last = null;
	return (workload, day, seconds, resolution) => {
		if (last === null || last.index !== workload.index || last.day !== day) {
			const ofWorkload = known[workload.index] ?? newMap();
			known[workload.index] = ofWorkload;
			last = {
				index: workload.index,
				day,
				ofDay: getOrInsert(ofWorkload, day, newMap)
			};
		}
		const bySeconds = getOrInsert(last.ofDay, resolution, newMap);
		const cost = bySeconds.get(seconds);
		if (cost !== void 0) return cost;
		const priced = costOf(workload, day, seconds, resolution);
		bySeconds.set(seconds, priced);
		return priced;
	};
}
function costOf(workload, day, seconds, resolution) {
	const keys = asked(workload.keys, seconds, resolution);
	return (Number.isFinite(day) ? costAt(keys, seconds, workload.pricing(dateOfDay(day))) : null) ?? costAt(keys, seconds, workload.pricing());
}
function costAt(keys, seconds, pricing) {
	const tariff = tariffOf(keys, pricing);
	if (!tariff) return null;
	const mode = keys.mode ?? tariff.model.modes[0];
	const request = tariff.ask(mode && modeFollowsInput(mode) ? {
		...keys,
		input: sent(keys.input, seconds)
	} : keys);
	const job = tariff.bill(request);
	if ("no" in job) return null;
	const line = job.terms.find((term) => term.kind === "line" && term.quantity.gt(0));
	const counted = job.terms.find((term) => term.kind === "line" && term.meter === "second" && term.of.length === 1 && term.of[0] === "output");
	const count = Number(request.fields.get("count") ?? 1);
	return {
		amount: job.amount.toNumber(),
		bound: job.bound,
		seconds: Number(request.fields.get("duration") ?? NaN),
		billedSeconds: counted?.kind === "line" ? counted.quantity.div(count).toNumber() : NaN,
		resolution: String(request.fields.get("resolution") ?? ""),
		unit: line?.kind === "line" ? line.amount.div(line.quantity).toNumber() : job.amount.toNumber(),
		tokens: line?.kind === "line" && line.meter === "token" ? line.quantity.toNumber() : NaN,
		count
	};
}
/** A workload's keys with a record's length and resolution in them. */
function asked(keys, seconds, resolution) {
	if (Number.isNaN(seconds) && resolution === "") return keys;
	const { frames, segments, ...output } = keys.output;
	const byLength = Number.isNaN(seconds) ? {
		...frames !== void 0 && { frames },
		...segments !== void 0 && { segments }
	} : { duration: seconds };
	return {
		...keys,
		output: {
			...output,
			...byLength,
			...resolution !== "" && { resolution: spelt(resolution) }
		}
	};
}
/** The input for a clip that is as long as its input: the record's length applies to the input, too. Several files keep their proportions. */
function sent({ video, audio, ...rest }, seconds) {
	const scaled = (files) => {
		const sum = files.reduce((total, file) => total + file, 0);
		return Number.isNaN(seconds) || sum === 0 ? [...files] : files.map((file) => Number((file / sum * seconds).toPrecision(12)));
	};
	return {
		...rest,
		...video && { video: scaled(video) },
		...audio && { audio: scaled(audio) }
	};
}
/** The resolution as the price book compares it; `1080` becomes `1080p`. */
function spelt(resolution) {
	return /^\d{3,4}$/.test(resolution) ? `${resolution}p` : normaliseResolution(resolution);
}
// lib/src/joblog/reconcile/compare-job.js
function expectedRange(workload, job, cost) {
	const { bound } = cost;
	const amount = Number.isNaN(job.outputs_requested) ? cost.amount : cost.amount * job.outputs_requested / cost.count;
	const share = job.status === "pending" ? 0 : workload.billed(job.status);
	const [low, high] = share === "unknown" ? [0, amount] : withoutFiltered(workload, job, share * amount);
	return {
		low: bound === "upper" ? 0 : low,
		high: bound === "lower" && share !== 0 ? Number.POSITIVE_INFINITY : high
	};
}
/** The bill of a job some of whose clips were filtered: with 2 of 4 filtered, two are billed, and the other two by the policy for moderated jobs. */
function withoutFiltered(workload, { status, outputs_requested: asked, outputs_delivered: made }, amount) {
	if (status !== "success" || !(made < asked)) return [amount, amount];
	const policy = workload.billed("moderated");
	const billed = (share) => amount * (made + (asked - made) * share) / asked;
	return policy === "unknown" ? [billed(0), billed(1)] : [billed(policy), billed(policy)];
}
// lib/src/joblog/reconcile/job-money.js
/** The cost in a record, in the reporting currency. Credits count at their value on the workload's account. NaN if there is no cost or no exchange rate. */
function moneyOf(job, workload) {
	if (!Number.isNaN(job.cost)) return inReporting(job.cost, job.currency, workload);
	if (Number.isNaN(job.credits)) return NaN;
	const pricing = workload.pricing();
	const provider = pricing.book.provider(workload.keys.provider);
	const credit = provider && creditOf(provider, workload.keys, pricing);
	return credit ? converted(credit.usd.times(job.credits), "USD", workload) : NaN;
}
/**
* Like `moneyOf`. If the record has neither money nor credits, its billed tokens are priced at the price of its day: 108,900 tokens at CNY 46 per
* million are CNY 5.0094.
*/
function recordedMoney(job, workload, { amount, tokens }) {
	return Number.isNaN(job.cost) && Number.isNaN(job.credits) ? amount * (job.billed_tokens / tokens) : moneyOf(job, workload);
}
/** Converts an amount of a log or a bill to the reporting currency. `written`: its currency; "" is the reporting currency. NaN if there is no exchange rate. */
function inReporting(amount, written, workload) {
	const { currency } = workload.pricing().manifest.settings;
	const from = written.length === 1 ? currencyOf(written, currency) : written.toUpperCase();
	return from === "" || from === currency ? amount : converted(decimal(amount), from, workload);
}
/** The currency of a sign. If the reporting currency uses the sign, it is meant: `$` is otherwise USD, and `¥` is otherwise unknown. */
function currencyOf(sign, reporting) {
	if (sign === "$") return reporting.endsWith("D") ? reporting : "USD";
	if (sign === "¥") return reporting === "JPY" || reporting === "CNY" ? reporting : sign;
	return sign === "€" ? "EUR" : sign === "£" ? "GBP" : sign;
}
function converted(amount, from, workload) {
	const result = toReporting(amount, from, workload.pricing());
	return isNoRate(result) ? NaN : result.toNumber();
}
// lib/src/joblog/actuals/spent-days.js
const UNKNOWN = {
	billed: 0,
	isPriced: false,
	isKnown: false
};
/** Adds up jobs and bill rows by workload and day, for the days of the month before today. */
var SpentDays = class {
	#plan;
	#first;
	#today;
	#costOf = costs();
	#spent = /* @__PURE__ */ new Map();
	#seen = /* @__PURE__ */ new Set();
	#outside = nothingSpent();
	#undated = nothingSpent();
	#files = [];
	constructor(plan, date) {
		const { first, today } = calendarOf(date);
		this.#plan = plan;
		this.#first = first;
		this.#today = today;
	}
	newFile() {
		const file = {
			first: Number.POSITIVE_INFINITY,
			last: Number.NEGATIVE_INFINITY,
			isBill: false
		};
		this.#files.push(file);
		return file;
	}
	addJob(job, file) {
		const day = dayOf(job.submitted_at);
		if (!Number.isNaN(day)) {
			widen(file, day, day);
			if (day < this.#first || day >= this.#today) return;
		}
		if (job.status !== "pending") {
			const id = `${job.provider}\n${job.job_id}`;
			if (this.#seen.has(id)) return;
			this.#seen.add(id);
		}
		const belongs = this.#plan.belongs(job);
		const among = belongs.to ? [belongs.to] : belongs.why === "ambiguous" ? belongs.among : [];
		const worth = this.#worthOf(job, among);
		if (Number.isNaN(day)) add(this.#undated, worth, 1);
		else this.#place(among, day, worth, 1);
	}
	/** Adds a bill row. @returns a flaw if its amount cannot be converted to the reporting currency */
	addRow(row, file) {
		const [any] = this.#plan.workloads;
		const money = any ? inReporting(row.amount, row.currency, any) : NaN;
		const worth = Number.isNaN(money) ? UNKNOWN : {
			billed: money,
			isPriced: false,
			isKnown: true
		};
		const jobs = row.requests >= 0 ? row.requests : 1;
		if (!Number.isNaN(row.day)) widen(file, row.from, row.day);
		if (Number.isNaN(row.day) || row.from < this.#first && row.day >= this.#first) add(this.#undated, worth, jobs);
		else if (row.from >= this.#first && row.from < this.#today) this.#place(workloadsOfRow(row, this.#plan), Math.min(row.day, this.#today - 1), worth, jobs);
		return Number.isNaN(money) ? {
			flaw: "no-rate",
			field: "currency",
			value: row.currency
		} : null;
	}
	result() {
		const [covered, provisional] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
		for (const { first, last, isBill } of this.#files) for (let day = Math.max(first, this.#first); day <= Math.min(last, this.#today - 1); day++) {
			covered.add(day);
			if (isBill && day >= this.#today - 3) provisional.add(day);
		}
		return {
			spent: [...this.#spent.values()],
			covered,
			provisional,
			outside: this.#outside,
			undated: this.#undated
		};
	}
	#place(among, day, worth, jobs) {
		if (among.length === 0) {
			add(this.#outside, worth, jobs);
			return;
		}
		const ids = among.map(workloadId);
		const { days } = getOrInsert(this.#spent, ids.join("\n\n"), () => ({
			among: ids,
			days: /* @__PURE__ */ new Map()
		}));
		add(getOrInsert(days, day, nothingSpent), worth, jobs);
	}
	/**
	* The cost of a job: from its record, otherwise its price for its outcome. If it is unknown whether the outcome is billed, the cost is a
	* lower bound. A job that has not ended has an unknown cost.
	*/
	#worthOf(job, [workload, ...others]) {
		if (job.status === "pending") return UNKNOWN;
		const known = (billed) => ({
			billed,
			isPriced: false,
			isKnown: true
		});
		const [any] = this.#plan.workloads;
		if (!workload || others.length > 0) {
			const money = any && !Number.isNaN(job.cost) ? inReporting(job.cost, job.currency, any) : NaN;
			return Number.isNaN(money) ? UNKNOWN : known(money);
		}
		const cost = this.#costOf(workload, dayOf(job.submitted_at), job.requested_seconds, job.resolution);
		const money = cost ? recordedMoney(job, workload, cost) : moneyOf(job, workload);
		if (!Number.isNaN(money)) return known(money);
		const isSilent = Number.isNaN(job.cost) && Number.isNaN(job.credits);
		if (!cost || !isSilent) return UNKNOWN;
		const { low, high } = expectedRange(workload, job, cost);
		return {
			billed: low,
			isPriced: true,
			isKnown: low === high
		};
	}
};
function widen(file, from, to) {
	file.first = Math.min(file.first, from);
	file.last = Math.max(file.last, to);
}
function add(sum, { billed, isPriced, isKnown }, jobs) {
	sum.billed += billed;
	sum.jobs += jobs;
	if (isPriced) sum.priced += jobs;
	if (!isKnown) sum.unknown += jobs;
}
/** The workloads that a bill row may belong to. A row names only a model, which several workloads can use. */
function workloadsOfRow(row, plan) {
	const found = workloadOfRow(plan, row);
	const isLike = (one) => found !== void 0 && one.keys.provider === found.keys.provider && modelOf(one) === modelOf(found);
	return row.about === "" && new Set(plan.workloads.map(modelOf)).size === 1 ? [...plan.workloads] : plan.workloads.filter(isLike);
}
// lib/src/joblog/actuals/actuals-reader.js
function actualsReader(plan, date) {
	const files = [];
	const days = new SpentDays(plan, date);
	return {
		file(name) {
			files.push(name);
			return oneFile(days);
		},
		result: (bad) => ({
			files,
			...days.result(),
			bad
		})
	};
}
/** Reads one file. Its first usable record decides what it is: a log of jobs, or a bill if that record is a bill row with a day. */
function oneFile(days) {
	const file = days.newFile();
	const [toRecord, readJob, { read: readRow }] = [
		recordMapper(void 0, /* @__PURE__ */ new Map()),
		jobReader(),
		billingRowReader()
	];
	let kind = null;
	const jobIn = (value) => {
		const raw = toRecord(value);
		const job = "flaw" in raw ? raw : readJob(raw);
		if ("flaw" in job) return job;
		kind = "jobs";
		days.addJob(job, file);
		return null;
	};
	const rowIn = (value) => {
		const row = readRow(value);
		if (row === null || "flaw" in row) return row;
		if (kind === null && Number.isNaN(row.day)) return {
			flaw: "missing",
			field: "date",
			value: ""
		};
		kind = "bill";
		file.isBill = true;
		return days.addRow(row, file);
	};
	return (value) => {
		if (kind === "bill") return rowIn(value);
		const page = pageOf(value);
		if (page) return page.map(jobIn);
		const flaw = jobIn(value);
		return flaw === null || kind === "jobs" || rowIn(value) !== null ? flaw : null;
	};
}
// lib/src/joblog/collect.js
/** At most this many bad records are kept with their places; all are counted. */
const NAMED = 20;
/** Passes each record on, or counts it as bad. The first 20 bad records of all logs are kept with file and line. */
function collector() {
	const first = [];
	let count = 0;
	const flawed = (file, line, flaw) => {
		count++;
		if (first.length < NAMED) first.push({
			...flaw,
			file,
			line
		});
	};
	return {
		async collect(file, read, accept) {
			let taken = 0;
			await read({
				record(value, line) {
					const found = accept(value);
					if (found === null) taken++;
					else if ("flaw" in found) flawed(file, line, found);
					else for (const flaw of found) flaw === null ? taken++ : flawed(file, line, flaw);
				},
				broken: (line, flaw, value) => flawed(file, line, {
					flaw,
					field: "",
					value
				})
			});
			return taken;
		},
		bad: () => ({
			count,
			first
		})
	};
}
// lib/src/report/joblog/bad-records.js
const FLAWS = {
	"not-json": (_, value) => `is not JSON: ${value}`,
	"unknown-shape": (_, value) => `is a job object of an API that is not known; what reads it is perhaps ${value}`,
	"other-name": (field, value) => `has no ${field}; what reads it is perhaps ${value}`,
	"not-a-record": (_, value) => `is no record but ${value}`,
	"too-long": () => "is longer than 16 MiB",
	rest: (_, value) => `ends what can be read: the rest of the list is left out, from ${value} on`,
	missing: (field) => `has no ${field}`,
	"not-text": (field, value) => `has ${value} as ${field}, which must be text`,
	"not-a-number": (field, value) => `has ${value} as ${field}, which must be a number`,
	"not-a-time": (field, value) => `has ${value} as ${field}, which must be seconds since 1970 or ISO 8601`,
	negative: (field, value) => `has ${value} as ${field}, which cannot be negative`,
	"unknown-status": (_, value) => `has the status ${value}, which is none of success, provider_error, moderated, invalid, timed_out, cancelled, unknown`,
	"ends-first": (_, value) => `ends at ${value}, before it was submitted`,
	columns: (_, value) => `does not have the columns of the header (${value})`,
	encoding: () => "begins a file that is neither UTF-8 nor UTF-16 with its byte order mark: save it as UTF-8",
	"no-rate": (_, value) => `is in ${value}, for which the manifest's fx has no rate`
};
/** Flaws whose value is an option to copy. It is shown in full. */
const WHOLE = /* @__PURE__ */ new Set(["unknown-shape", "other-name"]);
/** Records that cannot be used: their number, and the first ones with their lines and what is wrong. Empty if there are none. */
function badRecordsText({ count: all, first }) {
	if (all === 0) return [];
	const more = all - first.length;
	return [
		`${count(all, "record")} could not be read and ${all === 1 ? "is" : "are"} in no figure:`,
		...first.map(({ file, line, flaw, field, value }) => `  ${inert(file)}:${line} ${FLAWS[flaw](field, inert(value.trim() === "" ? "nothing" : value, WHOLE.has(flaw) ? 200 : 60))}`),
		...more > 0 ? [`  and ${more} more`] : []
	];
}
// lib/src/review/with-actuals.js
/**
* Adds the month to date to a report. If the bill so far plus the plan for the rest of the month exceeds a limit, the check only
* warns, because no change can undo a bill. A pace outside the plan's range is a note.
*/
function withActuals(review, actuals) {
	const { head, now, distributions } = review.from;
	const toDate = toDateOf({
		head,
		now,
		distributions,
		budgets: review.budgets,
		date: review.date
	}, actuals);
	const reasons = [...review.reasons, ...toDate.limits.flatMap((line) => overToDate(line, toDate, review))];
	const problem = paceProblem(toDate, review);
	const problems = problem ? [...review.problems, {
		...problem,
		...locate(head.files.get(problem.file), problem)
	}] : review.problems;
	return {
		...review,
		toDate,
		reasons,
		problems,
		verdict: verdictOf(reasons)
	};
}
/** Warns about a limit that this month will exceed. If the plan alone exceeds it, the report already says so. */
function overToDate({ file, scope, limit, projected, billed, complete, passed_on }, { month }, { reasons }) {
	const isSaid = reasons.some((one) => one.code === "budget-exceeded" && one.file === file && one.scope === scope);
	const value = projected ?? billed;
	if (isSaid || !isOverLimit(value, limit)) return [];
	return [{
		code: "actuals-over",
		level: "warn",
		file,
		scope,
		limit,
		value,
		figure: "expected",
		args: {
			month,
			billed: billed.toString(),
			passed_on,
			complete
		}
	}];
}
function paceProblem({ off, band, total, covered, month }, { currency, from: { head } }) {
	const [file] = head.roots;
	if (!off || !band || !total.at_pace || file === void 0) return null;
	return {
		code: "pace-off-plan",
		severity: "note",
		file,
		path: ["budget"],
		args: {
			month,
			covered,
			off,
			pace: total.at_pace.toNumber(),
			bound: (off === "above" ? band.high : band.low).toNumber(),
			plan: total.plan?.toNumber() ?? null,
			is_of_volume: band.isOfVolume,
			complete: total.complete,
			currency
		}
	};
}
// lib/src/cli/logs/actuals.js
/**
* Adds the month to date from job logs and bills to a report. If the manifest has errors, nothing is compared and the report shows the errors.
* @throws UsageError if a file has no usable record; I/O errors
*/
async function withBilled(review, paths, { cwd, process }) {
	const { head, book } = review.from;
	const plan = logPlanOf(head, book, review.date);
	if (plan.problems.length > 0 || plan.workloads.length === 0) {
		process.stderr.write("--actuals is left out: it needs a manifest without errors that has a workload.\n");
		return review;
	}
	const reader = actualsReader(plan, review.date);
	const logs = collector();
	for (const path of paths) if (await logs.collect(path, (sink) => readLog(path, cwd, () => process.stdin, sink), reader.file(path)) === 0) throw new UsageError([`--actuals ${inert(path)}: nothing of it can be read as jobs or as a bill.`, ...badRecordsText(logs.bad())].join("\n"));
	const bad = logs.bad();
	for (const note of badRecordsText(bad)) process.stderr.write(`${note}\n`);
	return withActuals(review, reader.result(bad.count));
}
export { withBilled };
