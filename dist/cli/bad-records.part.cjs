const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_stream = require("node:stream");
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
	const { parse } = await Promise.resolve().then(() => require("./lib.part.cjs"));
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
	const source = node_stream.Readable.from(all, { objectMode: false });
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
	const reader = new DocumentReader(await Promise.resolve().then(() => require("./mjs.part.cjs")), kind, sink);
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
	const file = path === "-" ? null : (0, node_fs.openSync)((0, node_path.resolve)(cwd, path), "r");
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
		if (file !== null) (0, node_fs.closeSync)(file);
	}
}
const BRACE = 123;
/** 256 KiB. */
const PIECE = 1 << 18;
/** Reads a file in pieces, synchronously: the disk is faster than the parser. Unless `copied.is` is true, all pieces share one buffer. */
async function* pieces(file, copied) {
	const buffer = Buffer.allocUnsafeSlow(PIECE);
	for (;;) {
		const length = (0, node_fs.readSync)(file, buffer, 0, PIECE, null);
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
	const { createGunzip } = await Promise.resolve().then(() => /* @__PURE__ */ require_rolldown_runtime.__toESM(require("node:zlib"), 1));
	const gunzip = createGunzip({ chunkSize: PIECE });
	(0, node_stream.pipeline)(all, gunzip, () => void 0);
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
	const encoding = require_program.encodingOf(start);
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
	const missing = require_program.FIELDS.filter((field) => !present.has(field) && !mapping.has(field) && field !== "metadata");
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
	return require_program.nearest(column, missing) ?? void 0;
}
/** The field that a column is read as: the same name, or in camel case. */
function fieldOf(column) {
	return require_program.FIELDS.filter((field) => field === column || field.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()) === column);
}
function squeezed(name) {
	return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
// lib/src/joblog/records/map-record.js
/** Our fields that may be beside a provider's own, because no provider uses their names for anything else. */
const BESIDE = require_program.FIELDS.filter((field) => ![
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
		if (last !== void 0 && require_program.FORMATS[last].recognises(tree)) return last;
		last = formatOf(tree);
		return last;
	};
	return (value) => {
		if (!require_program.isTree(value)) return {
			flaw: "not-a-record",
			field: "",
			value: require_program.shown(value)
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
			...require_program.FORMATS[name].read(tree),
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
* Columns of a record that are not read and whose name resembles a field that the record lacks. Empty for a page or a job object of an API.
*/
function unreadOf(value, format, mapping) {
	if (!require_program.isTree(value) || format !== void 0 || pageOf(value)) return [];
	const tree = value;
	if (!(mapping.has("job_id") || "job_id" in tree || "jobId" in tree) && formatOf(tree)) return [];
	return unreadColumns(tree, mapping).filter(({ field }) => field !== "job_id" && field !== "status");
}
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
	return require_program.FORMAT_NAMES.find((name) => require_program.FORMATS[name].recognises(value));
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
		if (!require_program.isTree(found) || !Object.hasOwn(found, key)) return void 0;
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
	const value = new require_program.ValueReader();
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
// lib/src/joblog/memory/get-or-insert.js
/** The value of a map at a key. If there is none, `make` creates it. */
function getOrInsert(map, key, make) {
	const known = map.get(key);
	if (known !== void 0) return known;
	const made = make();
	map.set(key, made);
	return made;
}
// lib/src/joblog/memory/own-text.js
/** From this length on, V8 makes a substring without copying, so that the whole text stays in memory as long as the substring. */
const CUT_FROM = 13;
/** A copy of a text that does not keep the rest of the log in memory. */
function ownText(text) {
	return text.length < CUT_FROM ? text : ` ${text}`.slice(1);
}
// lib/src/joblog/bill/billing.js
/** An id with fewer rows than this may be a job with corrections. */
const COMMON_FROM = 5;
function billingOf() {
	const named = /* @__PURE__ */ new Map();
	const nameless = /* @__PURE__ */ new Map();
	let [first, last] = [NaN, NaN];
	let [rows, rowsWithId, isAnything, isOfEverything] = [
		0,
		0,
		false,
		false
	];
	const jobs = /* @__PURE__ */ new Map();
	return {
		add(row, amount) {
			const { day, from, job_id } = row;
			rows++;
			isOfEverything ||= row.isOfEverything;
			if (!Number.isNaN(day)) {
				first = Number.isNaN(first) ? from : Math.min(first, from);
				last = Number.isNaN(last) ? day : Math.max(last, day);
			}
			if (job_id === "") {
				addRow(nameless, row, amount);
				return;
			}
			rowsWithId++;
			isAnything ||= row.isAnyId;
			const known = named.get(job_id);
			if (!known) {
				const billed = billedOf(row, amount);
				named.set(billed.id, {
					billed,
					rows: 1,
					parts: []
				});
				jobs.set(billed.id, billed);
				return;
			}
			if (known.rows === 1) known.parts.push({ ...known.billed });
			known.rows++;
			known.parts.push({
				...billedOf(row, amount),
				id: known.billed.id
			});
			into(known.billed, row, amount);
		},
		jobs: () => jobs,
		rest: () => [...nameless.values()],
		withoutIds() {
			for (const { billed, parts } of named.values()) for (const part of parts.length === 0 ? [billed] : parts) addPart(nameless, part);
			named.clear();
			jobs.clear();
		},
		byJob: () => rowsWithId > 0 && rowsWithId >= rows - rowsWithId,
		commonId: () => [...named].find(([, { rows: own }]) => own >= COMMON_FROM && own > rows / 2)?.[0] ?? null,
		areIdsOfAnything: () => isAnything,
		isOfEverything: () => isOfEverything,
		days: () => [first, last]
	};
}
function billedOf({ job_id, request_id, sku, about, day, from, seconds, requests }, amount) {
	const id = ownText(job_id);
	const charges = {
		charges: amount > 0 ? 1 : 0,
		charge: amount > 0 ? amount : NaN
	};
	return {
		id,
		request_id: request_id === job_id ? "" : ownText(request_id),
		sku: ownText(sku),
		about: ownText(about),
		day,
		from,
		amount,
		seconds,
		requests,
		...charges,
		matched: false
	};
}
function addRow(rows, row, amount) {
	const key = `${row.from} ${row.day} ${row.sku} ${row.about}`;
	const known = rows.get(key);
	if (known) into(known, row, amount);
	else rows.set(key, billedOf(row, amount));
}
function addPart(rows, part) {
	into(getOrInsert(rows, `${part.from} ${part.day} ${part.sku} ${part.about}`, () => ({
		...part,
		id: "",
		amount: 0,
		seconds: 0,
		requests: 0,
		charges: 0
	})), part, part.amount);
}
/** Adds another row to a bill: a refund, a correction, or a further charge. */
function into(known, { day, from, seconds, requests }, amount) {
	known.amount += amount;
	known.seconds += seconds;
	known.requests += requests;
	if (day > known.day) known.day = day;
	if (from < known.from) known.from = from;
	if (!(amount > 0)) return;
	known.charge = known.charges === 0 || known.charge === amount ? amount : NaN;
	known.charges++;
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
		const merged = require_program.merge(defaults, written?.[workload.name]);
		if (typeof merged !== "object" || merged === null) return workload;
		const hasVolume = merged["volume"] !== void 0;
		const result = require_program.workloadKeys.safeParse(hasVolume ? merged : {
			...merged,
			volume: { per_month: 0 }
		});
		if (!result.success || require_program.brokenRules(result.data).some(({ code }) => !MEASURED.has(code))) return workload;
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
		const own = files ? require_program.overlay(book, files.providers, files.snapshot) : book;
		const byDay = /* @__PURE__ */ new Map();
		const pricing = (day = date) => getOrInsert(byDay, day, () => require_program.pricingOf(manifest, own, day));
		for (const { file, name, keys, plan, problems: found } of require_program.estimateManifest(pricing())) {
			problems.push(...found.filter(({ severity, code }) => severity === "error" && FATAL.has(code)));
			if (!keys) continue;
			const jobs = require_program.jobPolicyOf(keys, pricing());
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
	const model = provider && require_program.findModel(provider, keys.model);
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
	return (Number.isFinite(day) ? costAt(keys, seconds, workload.pricing(require_program.dateOfDay(day))) : null) ?? costAt(keys, seconds, workload.pricing());
}
function costAt(keys, seconds, pricing) {
	const tariff = require_program.tariffOf(keys, pricing);
	if (!tariff) return null;
	const mode = keys.mode ?? tariff.model.modes[0];
	const request = tariff.ask(mode && require_program.modeFollowsInput(mode) ? {
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
	return /^\d{3,4}$/.test(resolution) ? `${resolution}p` : require_program.normaliseResolution(resolution);
}
/** Whether two names mean the same resolution: `1080P`, `1080` and `1920x1080`, or `4k` and `2160p`. */
function isSameResolution(one, other) {
	return one === other || classOf(one) === classOf(other);
}
function classOf(resolution) {
	const name = spelt(resolution);
	const size = require_program.sizeOf(name);
	if (size) return `${Math.min(...size)}p`;
	return name === "4k" ? "2160p" : name === "2k" ? "1440p" : name;
}
// lib/src/joblog/reconcile/near.js
/** Amounts that differ by at most this share count as equal. */
const TOLERANCE = .005;
/** Whether two amounts are equal except for rounding. */
function near(one, other) {
	return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other)) + 1e-9;
}
// lib/src/joblog/reconcile/price-candidates.js
/** Common resolutions of clips. */
const RESOLUTIONS = [
	"360p",
	"480p",
	"540p",
	"720p",
	"768p",
	"1080p",
	"1440p",
	"2160p"
];
/** A bill of more than this many times the price is not explained by a longer clip. */
const MOST_TIMES = 6;
/** Seconds between the lengths that are tried. */
const STEP = .5;
/**
* Other explanations of a bill than another unit price: another length or resolution that neither the record nor the bill shows, or several
* charges. `length` and `resolution`: what was billed, "" if unknown. `could`: the explanations as a list, such as `10 s, 1080p`.
*/
function priceCandidates({ job, workload, day, cost, expected, costOf }, bill) {
	const isAt = (seconds, resolution) => {
		const other = costOf(workload, day, seconds, resolution);
		return other !== null && near(other.amount, bill.amount) && !near(other.amount, cost.amount);
	};
	const shown = {
		length: Number.isNaN(bill.seconds) ? "" : `${bill.seconds} s`,
		resolution: bill.resolution
	};
	if (bill.amount > MOST_TIMES * expected) return {
		...shown,
		could: ""
	};
	const asked = job.requested_seconds;
	const seconds = Math.round(cost.seconds * bill.amount / cost.amount / STEP) * STEP;
	const lengths = Number.isNaN(bill.seconds) && seconds > 0 && isAt(seconds, job.resolution) ? [`${seconds} s`] : [];
	const resolutions = bill.resolution === "" && cost.resolution !== "" ? RESOLUTIONS.filter((resolution) => isAt(asked, resolution)) : [];
	const times = Math.round(bill.amount / expected);
	const charges = times >= 2 && near(bill.amount, times * expected) ? [`${times} charges`] : [];
	return {
		...shown,
		could: [
			...lengths,
			...resolutions.slice(0, 1),
			...charges
		].join(", ")
	};
}
// lib/src/joblog/reconcile/compare-job.js
/** Seconds. A video file may be a few frames longer or shorter than requested. */
const FRAMES = .1;
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
/** The expected amount to compare with a bill: the bill itself if it is within the range, otherwise the nearer end. */
function nearestExpected({ low, high }, billed) {
	return Math.min(Math.max(billed, low), high);
}
const NONE = [];
/**
* Compares one bill with one job. For a successful job: its length, its resolution, and its price if both are as requested. For any other job:
* the bill of its outcome. The deltas add up to billed minus expected.
*/
function differences(compared, bill) {
	const { job, cost, expected } = compared;
	const billed = bill.amount;
	const isSame = near(billed, expected);
	if (isSame && job.status !== "success") return NONE;
	const asked = job.resolution === "" ? cost.resolution : job.resolution;
	const got = bill.resolution;
	const isResolution = got === "" || asked === "" || isSameResolution(asked, got);
	const isLength = job.status !== "success" || isExpectedLength(bill.seconds, cost);
	if (isSame && isResolution && isLength) return NONE;
	const delta = billed - expected;
	if (bill.charges > 1 && near(bill.charge, expected) && isResolution) return [{
		kind: "DOUBLE_BILLED",
		delta,
		args: {
			billed,
			expected,
			charges: bill.charges
		}
	}];
	if (job.status !== "success") return [ofFailure(compared, bill, isResolution)];
	if (isLength && isResolution) return [{
		kind: "UNIT_PRICE",
		delta,
		args: {
			billed,
			expected,
			...priceCandidates(compared, bill)
		}
	}];
	return ofOutput(compared, bill, {
		isLength,
		isResolution,
		asked
	});
}
function ofFailure({ job, workload, cost, expected }, { amount: billed, resolution: got }, isResolution) {
	const delta = billed - expected;
	const isFull = job.status !== "pending" && workload.billed(job.status) === 1;
	const kind = delta < 0 ? "FAILED_JOB_CREDITED" : !isFull ? "FAILED_JOB_BILLED" : isResolution ? "UNIT_PRICE" : "RESOLUTION";
	const asked = job.resolution === "" ? cost.resolution : job.resolution;
	return {
		kind,
		delta,
		args: {
			billed,
			expected,
			status: job.status,
			asked,
			got
		}
	};
}
/** Differences for another length, another resolution, or both. The length's part is what the length alone would have changed. */
function ofOutput({ job, workload, day, cost, expected, costOf }, { amount: billed, seconds, resolution: got }, { isLength, isResolution, asked }) {
	const delta = billed - expected;
	const longer = () => (costOf(workload, day, seconds, job.resolution)?.amount ?? cost.amount) - cost.amount;
	const ofLength = isLength ? 0 : isResolution ? delta : longer();
	const found = [];
	if (!isLength) found.push({
		kind: "DURATION",
		delta: ofLength,
		args: {
			billed,
			expected,
			asked: cost.seconds,
			got: seconds
		}
	});
	if (!isResolution) found.push({
		kind: "RESOLUTION",
		delta: delta - ofLength,
		args: {
			billed,
			expected,
			asked,
			got
		}
	});
	return found;
}
/** Whether a length is as expected. Providers report either the requested length or the rounded one. */
function isExpectedLength(got, { seconds, billedSeconds, bound }) {
	if (Number.isNaN(got) || Number.isNaN(seconds)) return true;
	const rounded = Number.isNaN(billedSeconds) ? seconds : billedSeconds;
	const least = bound === "upper" ? 0 : Math.min(seconds, rounded);
	const most = Math.max(seconds, rounded);
	return Math.max(least - got, got - most) <= Math.max(TOLERANCE * most, FRAMES);
}
// lib/src/joblog/reconcile/job-money.js
/** The cost in a record, in the reporting currency. Credits count at their value on the workload's account. NaN if there is no cost or no exchange rate. */
function moneyOf(job, workload) {
	if (!Number.isNaN(job.cost)) return inReporting(job.cost, job.currency, workload);
	if (Number.isNaN(job.credits)) return NaN;
	const pricing = workload.pricing();
	const provider = pricing.book.provider(workload.keys.provider);
	const credit = provider && require_program.creditOf(provider, workload.keys, pricing);
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
	return from === "" || from === currency ? amount : converted(require_program.decimal(amount), from, workload);
}
/** The currency of a sign. If the reporting currency uses the sign, it is meant: `$` is otherwise USD, and `¥` is otherwise unknown. */
function currencyOf(sign, reporting) {
	if (sign === "$") return reporting.endsWith("D") ? reporting : "USD";
	if (sign === "¥") return reporting === "JPY" || reporting === "CNY" ? reporting : sign;
	return sign === "€" ? "EUR" : sign === "£" ? "GBP" : sign;
}
function converted(amount, from, workload) {
	const result = require_program.toReporting(amount, from, workload.pricing());
	return require_program.isNoRate(result) ? NaN : result.toNumber();
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
/** Columns that are not read, each with the option that would read it. */
function unreadColumnsText(file, columns) {
	return columns.map(({ column, field }) => `${require_program.inert(file)}: nothing reads ${require_program.inert(column, 60)}; for ${field}, add ${require_program.inert(mapOption(field, column), 200)}`);
}
/** Records that cannot be used: their number, and the first ones with their lines and what is wrong. Empty if there are none. */
function badRecordsText({ count: all, first }) {
	if (all === 0) return [];
	const more = all - first.length;
	return [
		`${require_program.count(all, "record")} could not be read and ${all === 1 ? "is" : "are"} in no figure:`,
		...first.map(({ file, line, flaw, field, value }) => `  ${require_program.inert(file)}:${line} ${FLAWS[flaw](field, require_program.inert(value.trim() === "" ? "nothing" : value, WHOLE.has(flaw) ? 200 : 60))}`),
		...more > 0 ? [`  and ${more} more`] : []
	];
}
Object.defineProperty(exports, "TOLERANCE", {
	enumerable: true,
	get: function() {
		return TOLERANCE;
	}
});
Object.defineProperty(exports, "badRecordsText", {
	enumerable: true,
	get: function() {
		return badRecordsText;
	}
});
Object.defineProperty(exports, "billingOf", {
	enumerable: true,
	get: function() {
		return billingOf;
	}
});
Object.defineProperty(exports, "costs", {
	enumerable: true,
	get: function() {
		return costs;
	}
});
Object.defineProperty(exports, "differences", {
	enumerable: true,
	get: function() {
		return differences;
	}
});
Object.defineProperty(exports, "expectedRange", {
	enumerable: true,
	get: function() {
		return expectedRange;
	}
});
Object.defineProperty(exports, "getOrInsert", {
	enumerable: true,
	get: function() {
		return getOrInsert;
	}
});
Object.defineProperty(exports, "inReporting", {
	enumerable: true,
	get: function() {
		return inReporting;
	}
});
Object.defineProperty(exports, "jobReader", {
	enumerable: true,
	get: function() {
		return jobReader;
	}
});
Object.defineProperty(exports, "logPlanOf", {
	enumerable: true,
	get: function() {
		return logPlanOf;
	}
});
Object.defineProperty(exports, "modelOf", {
	enumerable: true,
	get: function() {
		return modelOf;
	}
});
Object.defineProperty(exports, "moneyOf", {
	enumerable: true,
	get: function() {
		return moneyOf;
	}
});
Object.defineProperty(exports, "near", {
	enumerable: true,
	get: function() {
		return near;
	}
});
Object.defineProperty(exports, "nearestExpected", {
	enumerable: true,
	get: function() {
		return nearestExpected;
	}
});
Object.defineProperty(exports, "ownText", {
	enumerable: true,
	get: function() {
		return ownText;
	}
});
Object.defineProperty(exports, "pageOf", {
	enumerable: true,
	get: function() {
		return pageOf;
	}
});
Object.defineProperty(exports, "readLog", {
	enumerable: true,
	get: function() {
		return readLog;
	}
});
Object.defineProperty(exports, "recordMapper", {
	enumerable: true,
	get: function() {
		return recordMapper;
	}
});
Object.defineProperty(exports, "recordedMoney", {
	enumerable: true,
	get: function() {
		return recordedMoney;
	}
});
Object.defineProperty(exports, "unreadColumnsText", {
	enumerable: true,
	get: function() {
		return unreadColumnsText;
	}
});
Object.defineProperty(exports, "unreadOf", {
	enumerable: true,
	get: function() {
		return unreadOf;
	}
});
Object.defineProperty(exports, "workloadOfRow", {
	enumerable: true,
	get: function() {
		return workloadOfRow;
	}
});
