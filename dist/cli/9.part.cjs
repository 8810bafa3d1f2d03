"use strict";
exports.id = 9;
exports.ids = [9];
exports.modules = {

/***/ 1009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readLogs)
});

// EXTERNAL MODULE: ./lib/src/files/book.js
var files_book = __webpack_require__(229);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/src/files/csv-rows.js

const LONGEST = 16 * 1024 * 1024;
/** A table of more columns is no log of jobs, and each of its rows would be as large. Bills have some 200. */
const MOST_COLUMNS = 5000;
/**
 * Reads CSV with a header; each row becomes a map of its columns. Commas, semicolons and tabs are told
 * by the header, of which the columns that the first piece shows are counted.
 */
async function readCsv(bytes, sink) {
    const { parse } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 6070));
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
        max_record_size: LONGEST,
        on_skip: (error) => {
            sink.broken(Number(error?.["lines"] ?? 0), "columns", error?.message.slice(0, 200) ?? "");
            return undefined;
        },
    });
    const source = external_node_stream_.Readable.from(all, { objectMode: false });
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
        for (let column = 0; column < header.length; column++)
            value[header[column]] = record[column];
        sink.record(value, info.lines);
    }
}
async function separated(bytes) {
    const iterator = bytes[Symbol.asyncIterator]();
    const first = await iterator.next();
    const start = first.done ? Buffer.alloc(0) : first.value;
    const [header = ""] = start.toString("utf8").split("\n", 1);
    const counts = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
    const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
    async function* all() {
        yield start;
        for (;;) {
            const { value, done } = await iterator.next();
            if (done)
                return;
            yield value;
        }
    }
    return { delimiter: best.delimiter, columns: best.count, all: all() };
}

;// CONCATENATED MODULE: ./lib/src/files/flat-value.js
/** A number with so many digits is exact, and so is its quotient by a power of ten (Clinger, 1990). */
const DIGITS = 15;
const TENS = Array.from({ length: DIGITS + 1 }, (_, power) => 10 ** power);
const [QUOTE, SPACE, COMMA, COLON, OPEN, CLOSE] = [0x22, 0x20, 0x2c, 0x3a, 0x7b, 0x7d];
const [BACKSLASH, MINUS, POINT, ZERO, NINE, SMALL_E, LARGE_E, TILDE] = [0x5c, 0x2d, 0x2e, 0x30, 0x39, 0x65, 0x45, 0x7e];
/** The number, text, switch or null at a place. @param before what stood there in the last line */
function readValue(cursor, at, before) {
    const byte = cursor.bytes[at];
    if (byte === QUOTE)
        return readString(cursor, at, before);
    return byte === MINUS || (byte >= ZERO && byte <= NINE) ? readNumber(cursor, at) : readLiteral(cursor, at);
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
    if (digits === 0 || (digits > 1 && bytes[first] === ZERO))
        cursor.isFlat = false;
    let decimals = 0;
    if (byte === POINT) {
        byte = bytes[++at];
        while (byte >= ZERO && byte <= NINE) {
            mantissa = mantissa * 10 + (byte - ZERO);
            decimals++;
            byte = bytes[++at];
        }
        if (decimals === 0)
            cursor.isFlat = false;
    }
    // An exponent, or anything else that belongs to it.
    if (digits + decimals > DIGITS || byte === SMALL_E || byte === LARGE_E) {
        cursor.isFlat = false;
        return 0;
    }
    cursor.end = at;
    const value = decimals === 0 ? mantissa : mantissa / TENS[decimals];
    return isNegative ? -value : value;
}
/** @param before what stood there in the last line: mostly the same, and then it need not be made again */
function readString(cursor, start, before) {
    const { bytes } = cursor;
    let at = start + 1;
    let isSame = true;
    for (;;) {
        const byte = bytes[at];
        if (byte === QUOTE)
            break;
        if (byte === BACKSLASH || byte < SPACE || byte > TILDE) {
            cursor.isFlat = false;
            return "";
        }
        if (isSame && before.charCodeAt(at - start - 1) !== byte)
            isSame = false;
        at++;
    }
    cursor.end = at + 1;
    return isSame && before.length === at - start - 1 ? before : cursor.text.substring(start + 1, at);
}
function readLiteral(cursor, start) {
    if (isWord(cursor, start, "null"))
        return null;
    if (isWord(cursor, start, "true"))
        return true;
    if (isWord(cursor, start, "false"))
        return false;
    cursor.isFlat = false;
    return null;
}
function isWord(cursor, start, word) {
    for (let i = 0; i < word.length; i++)
        if (cursor.bytes[start + i] !== word.charCodeAt(i))
            return false;
    cursor.end = start + word.length;
    return true;
}

;// CONCATENATED MODULE: ./lib/src/files/flat-layout.js

const [TAB, RETURN] = [0x09, 0x0d];
/** The layout of a line; null where it is not flat. */
function layoutOf(cursor, from, to) {
    const { bytes } = cursor;
    const [keys, before] = [[], []];
    cursor.isFlat = true;
    let start = from;
    let at = pastBlanks(bytes, from);
    if (bytes[at] !== OPEN)
        return null;
    for (;;) {
        at = pastBlanks(bytes, at + 1);
        if (bytes[at] !== QUOTE)
            return null;
        const key = readString(cursor, at, "");
        at = pastBlanks(bytes, cursor.end);
        if (!cursor.isFlat || bytes[at] !== COLON || key === "__proto__" || keys.includes(key))
            return null;
        at = pastBlanks(bytes, at + 1);
        keys.push(key);
        before.push(copied(bytes, start, at));
        readValue(cursor, at, "");
        if (!cursor.isFlat)
            return null;
        start = cursor.end;
        at = pastBlanks(bytes, start);
        if (bytes[at] === CLOSE)
            break;
        if (bytes[at] !== COMMA)
            return null;
    }
    if (pastBlanks(bytes, at + 1) !== to)
        return null;
    return { keys, before, after: copied(bytes, start, to), record: Object.fromEntries(keys.map((key) => [key, null])), last: keys.map(() => "") };
}
/** The record of a layout, filled from a line; null where the line has another layout. */
function readAs(layout, cursor, from, to) {
    const { keys, before, after, record, last } = layout;
    let at = from;
    cursor.isFlat = true;
    for (let i = 0; i < keys.length; i++) {
        const expected = before[i];
        if (!matches(cursor.bytes, at, expected))
            return null;
        const found = readValue(cursor, at + expected.length, last[i]);
        if (!cursor.isFlat)
            return null;
        record[keys[i]] = found;
        if (typeof found === "string")
            last[i] = found;
        at = cursor.end;
    }
    return at + after.length === to && matches(cursor.bytes, at, after) ? record : null;
}
function matches(bytes, at, expected) {
    for (let i = 0; i < expected.length; i++)
        if (bytes[at + i] !== expected[i])
            return false;
    return true;
}
function pastBlanks(bytes, at) {
    let next = at;
    while (bytes[next] === SPACE || bytes[next] === TAB || bytes[next] === RETURN)
        next++;
    return next;
}
/** A copy, which `slice` of a Buffer is not. */
function copied(bytes, from, to) {
    return new Uint8Array(bytes.subarray(from, to));
}

;// CONCATENATED MODULE: ./lib/src/files/flat-json.js

/** Records with and without some optional fields; more kinds than this are no log's. */
const LAYOUTS = 8;
/** After so many lines that are not flat none is looked at for another layout. */
const MOST_REFUSED = 1000;
function flatReader() {
    const cursor = { bytes: new Uint8Array(), text: "", end: 0, isFlat: true };
    const layouts = [];
    let newest = null;
    let refused = 0;
    /** By a layout that was seen before, the last one first. */
    const known = (from, to) => {
        const found = newest && readAs(newest, cursor, from, to);
        if (found)
            return found;
        for (const layout of layouts) {
            const other = layout === newest ? null : readAs(layout, cursor, from, to);
            if (!other)
                continue;
            newest = layout;
            return other;
        }
        return null;
    };
    const learnt = (from, to) => {
        if (layouts.length === LAYOUTS || refused > MOST_REFUSED)
            return null;
        const layout = layoutOf(cursor, from, to);
        if (!layout) {
            refused++;
            return null;
        }
        layouts.push(layout);
        newest = layout;
        return readAs(layout, cursor, from, to);
    };
    return {
        read(bytes, text, from, to) {
            cursor.bytes = bytes;
            cursor.text = text;
            return known(from, to) ?? learnt(from, to);
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/files/json-lines.js

/** A line longer than this is no record of a job. */
const json_lines_LONGEST = 16 * 1024 * 1024;
/** A text of this size is not yet a large object, which is dearer to throw away. */
const START = 1 << 16;
const NEWLINE = 0x0a;
const BEYOND_ASCII = /[\x80-\xff]/;
/** Reads JSON lines: each through the reader of flat objects, and where that leaves it through JSON.parse. */
async function readJsonLines(bytes, sink) {
    let buffer = Buffer.allocUnsafe(START);
    let used = 0;
    let line = 1;
    let skipping = false;
    const flat = flatReader();
    /** All lines up to the break at `last`. */
    const parse = (last) => {
        const text = buffer.toString("latin1", 0, last + 1);
        for (let start = 0; start <= last; line++) {
            const end = text.indexOf("\n", start);
            const record = flat.read(buffer, text, start, end);
            if (record)
                sink.record(record, line);
            else
                one(text.slice(start, end), start, end);
            start = end + 1;
        }
    };
    const one = (latin1, start, end) => {
        const text = (BEYOND_ASCII.test(latin1) ? buffer.toString("utf8", start, end) : latin1).trim();
        if (text === "")
            return;
        let value;
        try {
            value = JSON.parse(text);
        }
        catch {
            sink.broken(line, "not-json", text.slice(0, 200));
            return;
        }
        sink.record(value, line);
    };
    const add = (received) => {
        let piece = received;
        if (skipping) {
            const end = piece.indexOf(NEWLINE);
            if (end === -1)
                return;
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
        }
        else if (used > json_lines_LONGEST) {
            sink.broken(line, "too-long", "");
            skipping = true;
            used = 0;
        }
    };
    for await (const piece of bytes)
        for (let at = 0; at < piece.length; at += START)
            add(piece.subarray(at, at + START));
    if (used > 0 && !skipping)
        add(Buffer.from("\n"));
}

;// CONCATENATED MODULE: ./lib/src/files/job-log.js





/**
 * Reads a log of any size, piece by piece: JSON lines or CSV, also in gzip; which it is follows from its
 * first bytes. `-` is standard input.
 * @returns the kind of the text, or `json` where it is one JSON list, of which nothing was read
 * @throws the error of node:fs or node:zlib
 */
async function readLog(path, cwd, stdin, sink) {
    const file = path === "-" ? null : (0,external_node_fs_.openSync)((0,external_node_path_.resolve)(cwd, path), "r");
    try {
        const copied = { is: true };
        const { bytes, packed } = await unpacked(file === null ? stdin() : pieces(file, copied));
        const { first, all } = await peeked(withoutMark(bytes));
        if (first === "blanks")
            sink.broken(1, "too-long", "");
        if (first === undefined || first === "blanks")
            return "empty";
        if (first === BRACKET)
            return "json";
        if (first !== BRACE) {
            await readCsv(all, sink);
            return "csv";
        }
        // The reader of lines copies what it gets before it asks for more.
        copied.is = packed;
        await readJsonLines(all, sink);
        return "jsonl";
    }
    finally {
        if (file !== null)
            (0,external_node_fs_.closeSync)(file);
    }
}
const BRACKET = 0x5b;
const BRACE = 0x7b;
const PIECE = 1 << 18;
/** A file in pieces, read at once: the disk is faster than the parser. While `copied.is` not, all are one buffer that is filled again. */
async function* pieces(file, copied) {
    const buffer = Buffer.allocUnsafeSlow(PIECE);
    for (;;) {
        const length = (0,external_node_fs_.readSync)(file, buffer, 0, PIECE, null);
        if (length === 0)
            return;
        const piece = buffer.subarray(0, length);
        yield copied.is ? Buffer.from(piece) : piece;
    }
}
/** Gzip is told by its first two bytes, whatever the file is called. */
async function unpacked(source) {
    const { pieces: all, start } = await headOf(source, 2);
    if (start[0] !== 0x1f || start[1] !== 0x8b)
        return { bytes: all, packed: false };
    const { createGunzip } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
    const gunzip = createGunzip({ chunkSize: PIECE });
    // An error of either end reaches whoever reads the end that is returned.
    (0,external_node_stream_.pipeline)(all, gunzip, () => undefined);
    return { bytes: gunzip, packed: true };
}
/** The first bytes of a stream, and the whole of it again. */
async function headOf(source, length) {
    const iterator = source[Symbol.asyncIterator]();
    let start = Buffer.alloc(0);
    let ended = false;
    while (start.length < length && !ended) {
        const { value, done } = await iterator.next();
        if (done)
            ended = true;
        else
            start = Buffer.concat([start, Buffer.from(value)]);
    }
    async function* whole() {
        if (start.length > 0)
            yield start;
        if (ended)
            return;
        for (;;) {
            const { value, done } = await iterator.next();
            if (done)
                return;
            yield typeof value === "string" ? Buffer.from(value) : value;
        }
    }
    return { start, pieces: whole() };
}
/** Without the mark that some programs put before UTF-8. */
async function* withoutMark(bytes) {
    const { start, pieces } = await headOf(bytes, 3);
    const marked = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
    let isFirst = true;
    for await (const piece of pieces) {
        yield marked && isFirst ? piece.subarray(3) : piece;
        isFirst = false;
    }
}
/** A log that begins with more blanks is none: a gzip of a gigabyte of them is 1 MB. */
const MOST_BLANKS = 16 * 1024 * 1024;
/** The first byte that is no blank, and all pieces again; `blanks` where nothing else comes for as long as a line may be. */
async function peeked(bytes) {
    const pending = [];
    let first;
    let blanks = 0;
    while (first === undefined) {
        const { value, done } = await bytes.next();
        if (done)
            break;
        pending.push(value);
        first = value.find((byte) => byte > 0x20);
        blanks += value.length;
        if (first === undefined && blanks > MOST_BLANKS) {
            await bytes.return(undefined);
            first = "blanks";
        }
    }
    async function* all() {
        yield* pending;
        yield* bytes;
    }
    return { first, all: all() };
}

// EXTERNAL MODULE: ./lib/src/gather.js + 3 modules
var gather = __webpack_require__(4052);
// EXTERNAL MODULE: ./lib/src/joblog/collect.js
var collect = __webpack_require__(8458);
// EXTERNAL MODULE: ./lib/src/notation/time.js
var notation_time = __webpack_require__(5568);
// EXTERNAL MODULE: ./lib/src/joblog/records/status.js
var records_status = __webpack_require__(7087);
;// CONCATENATED MODULE: ./lib/src/joblog/records/read-value.js


/** Statuses as logs write them that are remembered; a log has few. */
const REMEMBERED = 1000;
/**
 * Reads the values of a record, each as what its field must be, and keeps the first that is not: a record with
 * the status "hm" and a cost of -1 is reported for the status, which is read first. Text that is not there is "", a number NaN.
 */
class ValueReader {
    flaw = null;
    #statuses = new Map();
    spoilt(kind, field, value) {
        this.flaw ??= { flaw: kind, field, value: shown(value) };
    }
    text(value, field) {
        if (typeof value === "string")
            return value;
        if (value === undefined || value === null)
            return "";
        if (typeof value === "number")
            return String(value);
        this.spoilt("not-text", field, value);
        return "";
    }
    scalar(value, field) {
        return typeof value === "number" ? value : this.text(value, field);
    }
    number(value, field) {
        if (typeof value === "number") {
            if (value < 0)
                this.spoilt("negative", field, value);
            return value;
        }
        if (value === undefined || value === null || value === "")
            return Number.NaN;
        const read = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
        if (!Number.isFinite(read))
            this.spoilt("not-a-number", field, value);
        else if (read < 0)
            this.spoilt("negative", field, value);
        return read;
    }
    time(value, field) {
        if (value === undefined || value === null || value === "")
            return Number.NaN;
        const read = typeof value === "number" || typeof value === "string" ? (0,notation_time/* momentOf */.E)(value) : Number.NaN;
        if (!Number.isFinite(read))
            this.spoilt("not-a-time", field, value);
        return read;
    }
    mark(value, field) {
        if (value === undefined || value === null || value === "")
            return Number.NaN;
        const word = String(value).toLowerCase();
        if (word === "true" || word === "yes" || word === "1")
            return 1;
        if (word !== "false" && word !== "no" && word !== "0")
            this.spoilt("not-a-number", field, value);
        return 0;
    }
    resolution(value, field) {
        return typeof value === "number" ? `${value}p` : this.text(value, field);
    }
    status(value) {
        if (value === undefined || value === null || value === "") {
            this.spoilt("missing", "status", value);
            return "pending";
        }
        let known = this.#statuses.get(value);
        if (known === undefined) {
            known = typeof value === "string" ? (0,records_status/* jobStatusOf */.J)(value) : undefined;
            if (known === undefined)
                this.spoilt("unknown-status", "status", value);
            else if (this.#statuses.size < REMEMBERED)
                this.#statuses.set(value, known);
        }
        return known ?? "pending";
    }
}
/** A value as a message shows it. */
function shown(value) {
    if (value === null || value === undefined)
        return "";
    return typeof value === "object" ? (Array.isArray(value) ? "a list" : "a map") : String(value).slice(0, 200);
}

;// CONCATENATED MODULE: ./lib/src/joblog/records/read-job.js

/**
 * Reads records into one job that is used again for each: what is to be kept of it must be copied.
 * Field by field, without a schema, since a log has millions of records.
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
        attempt: Number.NaN,
        idempotency_key: "",
        prompt_hash: "",
        submitted_at: Number.NaN,
        finished_at: Number.NaN,
        gave_up_at: Number.NaN,
        status: "pending",
        requested_seconds: Number.NaN,
        billed_seconds: Number.NaN,
        resolution: "",
        billed_resolution: "",
        cost: Number.NaN,
        currency: "",
        credits: Number.NaN,
        polls: Number.NaN,
        kept: Number.NaN,
    };
}
function readInto(job, raw, value) {
    job.job_id = value.text(raw.job_id ?? raw.jobId, "job_id");
    if (job.job_id === "")
        value.spoilt("missing", "job_id", "");
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
    job.cost = value.number(raw.cost, "cost");
    job.currency = value.text(raw.currency, "currency");
    job.credits = value.number(raw.credits, "credits");
    job.polls = value.number(raw.polls, "polls");
    job.kept = value.mark(raw.kept, "kept");
    // Clocks of a client and a provider differ; a second is not a mistake.
    if (job.finished_at < job.submitted_at - 1)
        value.spoilt("ends-first", "finished_at", raw.finished_at ?? raw.finishedAt);
}

;// CONCATENATED MODULE: ./lib/src/joblog/memory/own-text.js
/** From this length on V8 cuts a piece out of a text without copying it, and the whole text lives as long as the piece. */
const CUT_FROM = 13;
/** A text to keep: a copy of its own where it may be a piece of the log, which would stay in memory with it. */
function ownText(text) {
    return text.length < CUT_FROM ? text : ` ${text}`.slice(1);
}

;// CONCATENATED MODULE: ./lib/src/joblog/memory/window.js

/** So many records are kept whatever their times: a log of this size may be in any order. */
const LEAST = 1 << 12;
/** @param least a power of two */
function recent(seconds, least = LEAST) {
    let size = 2 * least;
    let heads = new Int32Array(2 * size).fill(-1);
    let next = new Int32Array(size);
    let numbers = new Float64Array(5 * size);
    let hashes = new Int32Array(2 * size);
    let names = new Array(size).fill("");
    let [first, count] = [0, 0];
    let [lowGone, highGone] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let late = 0;
    const found = { name: "", same: 0, submitted: 0, finished: 0, gaveUp: false, cost: 0 };
    const headOf = (low) => low & (heads.length - 1);
    const forget = () => {
        const at = first;
        const head = headOf(hashes[2 * at]);
        // The oldest is the last of its chain.
        if (heads[head] === at)
            heads[head] = -1;
        else
            for (let one = heads[head]; one !== -1; one = next[one])
                if (next[one] === at)
                    next[one] = -1;
        const time = numbers[5 * at];
        if (time < lowGone)
            lowGone = time;
        if (time > highGone)
            highGone = time;
        first = (first + 1) & (size - 1);
        count--;
    };
    const put = (low, high, { name, same, submitted, finished, gaveUp, cost }) => {
        const at = (first + count) & (size - 1);
        count++;
        hashes[2 * at] = low;
        hashes[2 * at + 1] = high;
        names[at] = ownText(name);
        numbers[5 * at] = submitted;
        numbers[5 * at + 1] = finished;
        numbers[5 * at + 2] = cost;
        numbers[5 * at + 3] = same;
        numbers[5 * at + 4] = gaveUp ? 1 : 0;
        const head = headOf(low);
        next[at] = heads[head];
        heads[head] = at;
    };
    const read = (at) => {
        found.name = names[at];
        found.submitted = numbers[5 * at];
        found.finished = numbers[5 * at + 1];
        found.cost = numbers[5 * at + 2];
        found.same = numbers[5 * at + 3];
        found.gaveUp = numbers[5 * at + 4] === 1;
        return found;
    };
    /** More than was provided for lie within the window. */
    const grow = () => {
        const old = { first, count, size, numbers, hashes, names };
        size *= 2;
        heads = new Int32Array(2 * size).fill(-1);
        next = new Int32Array(size);
        numbers = new Float64Array(5 * size);
        hashes = new Int32Array(2 * size);
        names = new Array(size).fill("");
        [first, count] = [0, 0];
        for (let index = 0; index < old.count; index++) {
            const at = (old.first + index) & (old.size - 1);
            const [submitted, finished, cost, same, gaveUp] = old.numbers.subarray(5 * at, 5 * at + 5);
            put(old.hashes[2 * at], old.hashes[2 * at + 1], {
                name: old.names[at],
                same,
                submitted,
                finished,
                gaveUp: gaveUp === 1,
                cost,
            });
        }
    };
    return {
        find({ low, high }) {
            for (let at = heads[headOf(low)]; at !== -1; at = next[at]) {
                if (hashes[2 * at] === low && hashes[2 * at + 1] === high)
                    return read(at);
            }
            return undefined;
        },
        add({ low, high }, kept) {
            const { submitted } = kept;
            if (submitted >= lowGone - seconds && submitted <= highGone + seconds)
                late++;
            // A record without a time cannot say how long it matters.
            while (count >= least && !(Math.abs(submitted - numbers[5 * first]) <= seconds))
                forget();
            if (count === size)
                grow();
            put(low, high, kept);
        },
        late: () => late,
    };
}
/** Two hashes of 32 bits of a text and a text or number after it (FNV-1a with two primes). */
function hashOf(one, two, into) {
    into.low = 0x811c9dc5;
    into.high = 0x1b873593;
    mixText(one, into);
    mix(0x1ff, into);
    if (typeof two === "string")
        mixText(two, into);
    else {
        // Its 32 lowest bits, those above, and its fraction: a number as text would outlive its line.
        mix(two | 0, into);
        mix((two / 0x1_0000_0000) | 0, into);
        mix(((two % 1) * 0x7fff_ffff) | 0, into);
    }
    // The last bits of FNV are weak, and they choose the place.
    into.low ^= into.low >>> 15;
    into.high ^= into.high >>> 13;
    return into;
}
function mixText(text, into) {
    let { low, high } = into;
    for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        low = Math.imul(low ^ unit, 0x01000193);
        high = Math.imul(high ^ unit, 0x85ebca6b);
    }
    into.low = low;
    into.high = high;
}
function mix(number, into) {
    into.low = Math.imul(into.low ^ number, 0x01000193);
    into.high = Math.imul(into.high ^ number, 0x85ebca6b);
}

;// CONCATENATED MODULE: ./lib/src/joblog/measure/duplicates.js


/** A resubmission comes when the client's patience ends, or a little before it by its clock. */
const NEARLY = 0.9;
/**
 * Finds jobs that were made twice. The same idempotency key on two billed jobs is certain. Otherwise
 * request, take, prompt and seed must be the same (another take or seed is meant to be another clip), and the
 * first must still have run when the second was sent, at most `seconds` after it.
 */
function duplicatesIn(seconds) {
    const takes = [];
    const keys = [];
    const [take, key, same] = [0, 0, 0].map(() => ({ low: 0, high: 0 }));
    const job = { name: "", same: 0, submitted: 0, finished: 0, gaveUp: false, cost: 0 };
    const of = (all, workload) => {
        all[workload] ??= recent(seconds);
        return all[workload];
    };
    return {
        add({ request_id, idempotency_key, take: number, prompt_hash, seed, job_id, submitted_at, finished_at, gave_up_at }, workload, cost, patience) {
            job.name = job_id;
            // With neither a take nor a seed, takes of one request cannot be told apart.
            const isTold = number !== "" || seed !== "";
            job.same = isTold ? hashOf(prompt_hash, seed, same).low : Number.NaN;
            job.submitted = submitted_at;
            job.finished = finished_at;
            job.gaveUp = Number.isNaN(finished_at) && !Number.isNaN(gave_up_at);
            job.cost = cost;
            let duplicate = null;
            let newTake = false;
            if (request_id !== "") {
                const seen = of(takes, workload);
                const before = seen.find(hashOf(request_id, number, take));
                newTake = before === undefined;
                if (before)
                    duplicate = ofOneTake(before, job, patience, seconds);
                seen.add(take, job);
            }
            if (idempotency_key !== "") {
                const seen = of(keys, workload);
                const before = seen.find(hashOf(idempotency_key, "", key));
                if (before && before.cost > 0 && cost > 0)
                    duplicate = pair(before, job, "certain");
                seen.add(key, job);
            }
            return { newTake, duplicate };
        },
        late: () => [...takes, ...keys].reduce((sum, one) => sum + (one?.late() ?? 0), 0),
    };
}
/** Of two jobs for one take that overlapped: whether the second came when the client's patience had ended. Both in seconds; patience NaN where none is declared. */
function confidenceOf(gap, patience) {
    return gap >= NEARLY * patience ? "likely" : "possible";
}
function ofOneTake(one, other, patience, seconds) {
    if (one.same !== other.same || !(one.cost > 0 && other.cost > 0))
        return null;
    const [first, second] = one.submitted <= other.submitted ? [one, other] : [other, one];
    const gap = second.submitted - first.submitted;
    const ran = Number.isNaN(first.finished) || first.finished > second.submitted;
    if (!ran || !(gap <= seconds))
        return null;
    return pair(first, second, confidenceOf(gap, patience));
}
/** What is wasted is the clip that nobody waited for: of the first, where the client gave it up; else of the second. */
function pair(one, other, confidence) {
    const [first, second] = other.submitted < one.submitted ? [other, one] : [one, other];
    return { first: ownText(first.name), second: ownText(second.name), confidence, wasted: first.gaveUp ? first.cost : second.cost };
}

;// CONCATENATED MODULE: ./lib/src/joblog/measure/group.js



/** A job by itself. */
const ONE_JOB = {
    jobs: 1,
    last: Number.NaN,
    ended: 0,
    sum: 0,
    squares: 0,
    gaveUpAfter: Number.NaN,
    named: 0,
    takes: 0,
    marked: 0,
    kept: 0,
    polled: 0,
    polls: 0,
    repeats: null,
};
/** Columns of a group beside those of a job. */
const NUMBERS = [
    "jobs",
    "last_submitted_at",
    "ended",
    "sum_ln",
    "sum_ln2",
    "gave_up_after",
    "named",
    "takes",
    "marked",
    "kept_clips",
    "polled",
    "sent_polls",
    "repeat_gap",
    "repeat_wasted",
];
/** Reads groups as `jobReader` reads jobs: into one object that is used again. */
function groupReader() {
    const read = jobReader();
    return (value) => {
        if (typeof value !== "object" || value === null || Array.isArray(value))
            return { flaw: "not-a-record", field: "", value: shown(value) };
        const row = value;
        const job = read({ ...row, submitted_at: row["first_submitted_at"], job_id: row["example_job_id"], request_id: row["example_request_id"] });
        if ("flaw" in job)
            return job;
        const numbers = new Map();
        for (const name of NUMBERS) {
            const written = row[name];
            const number = written === null || written === undefined || written === "" ? Number.NaN : Number(written);
            if (Number.isNaN(number) && written !== null && written !== undefined && written !== "")
                return { flaw: "not-a-number", field: name, value: shown(written) };
            numbers.set(name, number);
        }
        const of = (name) => numbers.get(name) ?? Number.NaN;
        const sum = (name) => (Number.isNaN(of(name)) ? 0 : of(name));
        const jobs = of("jobs");
        if (!(jobs >= 1) || !Number.isInteger(jobs))
            return { flaw: "missing", field: "jobs", value: shown(row["jobs"]) };
        const repeated = typeof row["repeat_of"] === "string" && row["repeat_of"] !== "" ? row["repeat_of"] : null;
        const gap = of("repeat_gap");
        const wasted = sum("repeat_wasted");
        const isKey = row["repeat_kind"] === "key";
        return {
            job,
            group: {
                jobs,
                last: of("last_submitted_at"),
                ended: sum("ended"),
                sum: sum("sum_ln"),
                squares: sum("sum_ln2"),
                gaveUpAfter: of("gave_up_after"),
                named: sum("named"),
                takes: sum("takes"),
                marked: sum("marked"),
                kept: sum("kept_clips"),
                polled: sum("polled"),
                polls: sum("sent_polls"),
                repeats: repeated === null
                    ? null
                    : (_, patience) => ({
                        first: repeated,
                        second: job.job_id,
                        confidence: isKey ? "certain" : confidenceOf(gap, patience),
                        wasted,
                    }),
            },
        };
    };
}

// EXTERNAL MODULE: ./lib/src/engine/estimate.js + 4 modules
var estimate = __webpack_require__(727);
// EXTERNAL MODULE: ./lib/src/engine/pricing.js
var engine_pricing = __webpack_require__(3351);
// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/prices/overlay.js
var overlay = __webpack_require__(5377);
// EXTERNAL MODULE: ./lib/src/risk/risk.js
var risk = __webpack_require__(601);
// EXTERNAL MODULE: ./lib/src/joblog/memory/get-or-insert.js
var get_or_insert = __webpack_require__(5430);
;// CONCATENATED MODULE: ./lib/src/joblog/plan.js






/** Problems that leave a workload, or all, without what a log could be held against. A model that is retired by now still has a past. */
const FATAL = new Set(["unknown-provider", "unknown-model", "unknown-pack", "no-exchange-rate"]);
/**
 * The workloads of manifests, and how a record finds its own: by name; else as the only one of its
 * provider and model; else as the only one there is.
 * @param date the day, UTC, that prices are looked up for where a job's own day has none
 */
function logPlanOf(side, book, date) {
    const problems = side.problems.filter(({ severity }) => severity === "error");
    const workloads = [];
    for (const manifest of side.manifests) {
        const files = side.prices.get(manifest.file);
        const own = files ? (0,overlay/* overlay */.L)(book, files.providers, files.snapshot) : book;
        const byDay = new Map();
        const pricing = (day = date) => (0,get_or_insert/* getOrInsert */.P)(byDay, day, () => (0,engine_pricing/* pricingOf */.u6)(manifest, own, day));
        for (const { file, name, keys, plan, problems: found } of (0,estimate/* estimateManifest */.g)(pricing())) {
            problems.push(...found.filter(({ severity, code }) => severity === "error" && FATAL.has(code)));
            if (!keys)
                continue;
            const jobs = (0,risk/* jobPolicyOf */.FH)(keys, pricing());
            const billed = (status) => (status === "success" ? 1 : (keys.reliability.billed?.[status] ?? jobs.billed?.[status]?.value ?? "unknown"));
            workloads.push({ index: workloads.length, file, name, keys, jobs, pricing, declared: plan?.jobs ?? null, billed });
        }
    }
    return { workloads, currency: side.manifests[0]?.settings.currency ?? "USD", belongs: remembered(workloads), problems };
}
function remembered(workloads) {
    const known = new Map();
    let last = { workload: "", provider: "", model: "" };
    let answer = null;
    return ({ workload, provider, model }) => {
        if (answer && workload === last.workload && provider === last.provider && model === last.model)
            return answer;
        const key = `${workload}\n${provider}\n${model}`;
        answer = known.get(key) ?? plan_find(workloads, workload, provider, model);
        // Of a log with a name in every record that nobody declared, not all are worth keeping.
        if (known.size < 10_000)
            known.set(key, answer);
        last = { workload, provider, model };
        return answer;
    };
}
function plan_find(workloads, workload, provider, model) {
    const ofProvider = provider === "" ? workloads : workloads.filter(({ keys }) => keys.provider.toLowerCase() === provider.toLowerCase());
    if (ofProvider.length === 0)
        return { to: null, why: "provider" };
    const ofModel = model === "" ? ofProvider : ofProvider.filter((one) => isModel(one, model));
    if (ofModel.length === 0)
        return { to: null, why: "model" };
    const named = workload === "" ? ofModel : ofModel.filter(({ name }) => name === workload);
    const candidates = named.length > 0 || model === "" ? named : ofModel;
    return candidates.length === 1 ? { to: candidates[0] } : { to: null, why: "ambiguous" };
}
/** Whether a name is a workload's model: its own word, the id, an alias, or any of them after the provider. */
function isModel(workload, name) {
    const { provider } = workload.keys;
    const short = name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
    const names = namesOf(workload);
    return names.includes(name) || names.includes(short);
}
/** What a workload's model is called: in the manifest, by its id, and by its aliases. */
function namesOf({ keys, pricing }) {
    const provider = pricing().book.provider(keys.provider);
    const model = provider && (0,find/* findModel */.P6)(provider, keys.model);
    return model ? [keys.model, model.id, ...model.aliases] : [keys.model];
}
/** The one name of a workload's model. */
function modelOf(workload) {
    return namesOf(workload)[1] ?? workload.keys.model;
}

// EXTERNAL MODULE: ./lib/src/joblog/records/formats.js
var formats = __webpack_require__(4973);
// EXTERNAL MODULE: ./lib/src/joblog/records/job.js
var job = __webpack_require__(8674);
;// CONCATENATED MODULE: ./lib/src/joblog/records/map-record.js



/** Fields that somebody may put beside a provider's own, under names that no provider uses for anything else. */
const BESIDE = job/* FIELDS */.c.filter((field) => !["job_id", "status", "model", "request_id", "seed"].includes(field));
/**
 * How the values of a log become records: as they are, through the format of a provider (the one given,
 * or the one that each is recognised by), and then by the mapping, which wins.
 */
function recordMapper(format, mapping) {
    const mapped = [...mapping];
    let last;
    const recognised = (value) => {
        const tree = value;
        if (last !== undefined && formats/* FORMATS */.h[last].recognises(tree))
            return last;
        last = formats/* FORMAT_NAMES */.B.find((name) => formats/* FORMATS */.h[name].recognises(tree));
        return last;
    };
    return (value) => {
        if (typeof value !== "object" || value === null || Array.isArray(value))
            return { flaw: "not-a-record", field: "", value: shown(value) };
        const tree = value;
        const own = format === undefined && (mapping.has("job_id") || "job_id" in tree || "jobId" in tree);
        const name = own ? undefined : (format ?? recognised(tree));
        const raw = name === undefined ? tree : { ...formats/* FORMATS */.h[name].read(tree), ...beside(tree) };
        if (mapped.length === 0)
            return raw;
        const renamed = { ...raw };
        for (const [field, path] of mapped)
            renamed[field] = at(tree, path);
        return renamed;
    };
}
function beside(tree) {
    return Object.fromEntries(BESIDE.flatMap((field) => (tree[field] === undefined || tree[field] === null ? [] : [[field, tree[field]]])));
}
/** What stands at a path: a key that is spelt like the whole path (a CSV's column), else key by key. */
function at(tree, path) {
    if (Object.hasOwn(tree, path))
        return tree[path];
    let found = tree;
    for (const key of path.split(".")) {
        if (typeof found !== "object" || found === null || !Object.hasOwn(found, key))
            return undefined;
        found = found[key];
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/accept-records.js


/** Takes records of jobs, in our words or in a provider's, into what holds them against the plan. @param formatOf recognised by its shape where it is not given */
function jobsInto(reconciler, formatOf, map) {
    const toRecord = recordMapper(formatOf, map);
    const read = jobReader();
    return (value) => {
        const raw = toRecord(value);
        if ("flaw" in raw)
            return raw;
        const job = read(raw);
        if ("flaw" in job)
            return job;
        reconciler.add(job);
        return null;
    };
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/billing.js

/** Refunds come late: the newest days of a bill may still change. */
const PROVISIONAL_DAYS = 3;
function billingOf() {
    const jobs = new Map();
    const skus = new Map();
    let [first, last] = [Number.NaN, Number.NaN];
    return {
        add({ job_id, request_id, sku, day, seconds }, amount) {
            if (!Number.isNaN(day)) {
                first = Number.isNaN(first) ? day : Math.min(first, day);
                last = Number.isNaN(last) ? day : Math.max(last, day);
            }
            const [map, key] = job_id === "" ? [skus, `${day} ${sku}`] : [jobs, ownText(job_id)];
            const known = map.get(key);
            if (known) {
                // A refund, a correction, or one of several charges of the job.
                known.amount += amount;
                known.seconds += seconds;
                if (day > known.day)
                    known.day = day;
            }
            else
                map.set(key, {
                    id: job_id === "" ? "" : key,
                    request_id: request_id === job_id ? "" : ownText(request_id),
                    sku: ownText(sku),
                    day,
                    amount,
                    seconds,
                    matched: false,
                });
        },
        ofJob(job_id) {
            const found = jobs.get(job_id);
            if (found)
                found.matched = true;
            return found;
        },
        byJob: () => jobs.size > 0,
        unmatched: () => [...jobs.values()].filter(({ matched }) => !matched),
        bySku: () => [...skus.values()],
        days: () => [first, last],
        isProvisional: (day) => day > last - PROVISIONAL_DAYS,
    };
}

// EXTERNAL MODULE: ./lib/src/engine/tariff.js
var engine_tariff = __webpack_require__(5719);
// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/job-money.js




/** What a record says that it cost, in the reporting currency; credits at their value on the workload's account. NaN where it says nothing, or there is no rate. */
function moneyOf(job, workload) {
    if (!Number.isNaN(job.cost))
        return inReporting(job.cost, job.currency, workload);
    if (Number.isNaN(job.credits))
        return Number.NaN;
    const pricing = workload.pricing();
    const provider = pricing.book.provider(workload.keys.provider);
    const credit = provider && (0,engine_tariff/* creditOf */.$$)(provider, workload.keys, pricing);
    return credit ? converted(credit.usd.times(job.credits), "USD", workload) : Number.NaN;
}
/** An amount of a log or a bill, in the reporting currency; "" is that already. */
function inReporting(amount, currency, workload) {
    return currency === "" || currency === workload.pricing().manifest.settings.currency ? amount : converted((0,decimal/* decimal */._)(amount), currency, workload);
}
function converted(amount, from, workload) {
    const result = (0,engine_pricing/* toReporting */.G1)(amount, from, workload.pricing());
    return (0,convert/* isNoRate */.YP)(result) ? Number.NaN : result.toNumber();
}

// EXTERNAL MODULE: ./lib/src/joblog/measure/expected-polls.js
var expected_polls = __webpack_require__(9556);
// EXTERNAL MODULE: ./lib/src/joblog/measure/observed.js + 1 modules
var measure_observed = __webpack_require__(1375);
// EXTERNAL MODULE: ./lib/src/joblog/memory/sum.js
var sum = __webpack_require__(5817);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/notation/mode.js
var notation_mode = __webpack_require__(9298);
// EXTERNAL MODULE: ./lib/src/notation/resolution.js
var notation_resolution = __webpack_require__(9071);
;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/job-cost.js





/**
 * Prices what a record asked for: its workload's request with the record's own length and resolution, on
 * the record's own day where a price is known for it, else on the day of the run. What the model accepts does
 * not matter here: the job was made.
 */
function costs() {
    const known = [];
    const newMap = () => new Map();
    // A log is mostly in order: the next job is of the same workload and day.
    let last = null;
    return (workload, day, seconds, resolution) => {
        if (last === null || last.index !== workload.index || last.day !== day) {
            const ofWorkload = known[workload.index] ?? newMap();
            known[workload.index] = ofWorkload;
            last = { index: workload.index, day, ofDay: (0,get_or_insert/* getOrInsert */.P)(ofWorkload, day, newMap) };
        }
        const bySeconds = (0,get_or_insert/* getOrInsert */.P)(last.ofDay, resolution, newMap);
        const cost = bySeconds.get(seconds);
        if (cost !== undefined)
            return cost;
        const priced = costOf(workload, day, seconds, resolution);
        bySeconds.set(seconds, priced);
        return priced;
    };
}
function costOf(workload, day, seconds, resolution) {
    const keys = asked(workload.keys, seconds, resolution);
    return (Number.isFinite(day) ? costAt(keys, seconds, workload.pricing((0,date/* dateOfDay */.e9)(day))) : null) ?? costAt(keys, seconds, workload.pricing());
}
function costAt(keys, seconds, pricing) {
    const tariff = (0,engine_tariff/* tariffOf */.O5)(keys, pricing);
    if (!tariff)
        return null;
    const mode = keys.mode ?? tariff.model.modes[0];
    const request = tariff.ask(mode && (0,notation_mode/* modeFollowsInput */.Kg)(mode) ? { ...keys, input: sent(keys.input, seconds) } : keys);
    const job = tariff.bill(request);
    if ("no" in job)
        return null;
    const line = job.terms.find((term) => term.kind === "line" && term.quantity.gt(0));
    const counted = job.terms.find((term) => term.kind === "line" && term.meter === "second" && term.of.length === 1 && term.of[0] === "output");
    const count = Number(request.fields.get("count") ?? 1);
    return {
        amount: job.amount.toNumber(),
        bound: job.bound,
        seconds: Number(request.fields.get("duration") ?? Number.NaN),
        billedSeconds: counted?.kind === "line" ? counted.quantity.div(count).toNumber() : Number.NaN,
        resolution: String(request.fields.get("resolution") ?? ""),
        unit: line?.kind === "line" ? line.amount.div(line.quantity).toNumber() : job.amount.toNumber(),
    };
}
/** A workload's keys with a record's length and resolution in them. */
function asked(keys, seconds, resolution) {
    if (Number.isNaN(seconds) && resolution === "")
        return keys;
    const { frames, segments, ...output } = keys.output;
    const byLength = Number.isNaN(seconds) ? { ...(frames !== undefined && { frames }), ...(segments !== undefined && { segments }) } : { duration: seconds };
    return { ...keys, output: { ...output, ...byLength, ...(resolution !== "" && { resolution: spelt(resolution) }) } };
}
/** Where a clip is as long as what goes in, a record's length is that of its input too; several files keep their shares of it. */
function sent({ video, audio, ...rest }, seconds) {
    const scaled = (files) => {
        const sum = files.reduce((total, file) => total + file, 0);
        return Number.isNaN(seconds) || sum === 0 ? [...files] : files.map((file) => Number(((file / sum) * seconds).toPrecision(12)));
    };
    return { ...rest, ...(video && { video: scaled(video) }), ...(audio && { audio: scaled(audio) }) };
}
/** `1080` is `1080p`; classes and exact sizes are as the price book compares them. */
function spelt(resolution) {
    return /^\d{3,4}$/.test(resolution) ? `${resolution}p` : (0,notation_resolution/* normaliseResolution */.J)(resolution);
}
/** Whether two names mean one resolution: `1080P`, `1080` and `1920x1080`; `4k` and `2160p`. */
function isSameResolution(one, other) {
    return one === other || classOf(one) === classOf(other);
}
function classOf(resolution) {
    const name = spelt(resolution);
    const size = (0,notation_resolution/* sizeOf */.$)(name);
    if (size)
        return `${Math.min(...size)}p`;
    return name === "4k" ? "2160p" : name === "2k" ? "1440p" : name;
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/compare-job.js

/** Amounts that differ by less than this share are the same. */
const TOLERANCE = 0.005;
/** A container is up to a few frames longer or shorter than what was asked for, in seconds. */
const FRAMES = 0.1;
function near(one, other) {
    return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other)) + 1e-9;
}
function expectedRange(workload, status, cost) {
    const share = status === "pending" ? 0 : workload.billed(status);
    const { amount, bound } = cost;
    const [low, high] = share === "unknown" ? [0, amount] : [share * amount, share * amount];
    return { low: bound === "upper" ? 0 : low, high: bound === "lower" && share !== 0 ? Number.POSITIVE_INFINITY : high };
}
/** What is taken as expected of a bill: the bill itself where it lies in the range, else the nearer end. */
function nearestExpected({ low, high }, billed) {
    return Math.min(Math.max(billed, low), high);
}
const NONE = [];
/**
 * Holds one bill against one job. Of a job that succeeded: its length, its resolution, and where both are as
 * asked its price; of another, what its end bills. Deltas add up to billed less expected.
 */
function differences(job, workload, day, cost, billed, expected, costOf) {
    const isSame = near(billed, expected);
    if (isSame && job.status !== "success")
        return NONE;
    const asked = job.resolution === "" ? cost.resolution : job.resolution;
    const got = job.billed_resolution;
    const isResolution = got === "" || asked === "" || isSameResolution(asked, got);
    const isLength = job.status !== "success" || isExpectedLength(job, cost);
    if (isSame && isResolution && isLength)
        return NONE;
    const delta = billed - expected;
    if (job.status !== "success") {
        const isFull = job.status !== "pending" && workload.billed(job.status) === 1;
        const kind = delta < 0 ? "FAILED_JOB_CREDITED" : !isFull ? "FAILED_JOB_BILLED" : isResolution ? "UNIT_PRICE" : "RESOLUTION";
        return [{ kind, delta, args: { billed, expected, status: job.status, asked, got } }];
    }
    if (isLength && isResolution)
        return [{ kind: "UNIT_PRICE", delta, args: { billed, expected } }];
    const longer = () => (costOf(workload, day, job.billed_seconds, job.resolution)?.amount ?? cost.amount) - cost.amount;
    const ofLength = isLength ? 0 : isResolution ? delta : longer();
    const found = [];
    if (!isLength)
        found.push({ kind: "DURATION", delta: ofLength, args: { billed, expected, asked: cost.seconds, got: job.billed_seconds } });
    if (!isResolution)
        found.push({ kind: "RESOLUTION", delta: delta - ofLength, args: { billed, expected, asked, got } });
    return found;
}
/** Providers report what was asked for, or what they round it to; either is right. */
function isExpectedLength({ billed_seconds: got }, { seconds, billedSeconds, bound }) {
    if (Number.isNaN(got) || Number.isNaN(seconds))
        return true;
    const rounded = Number.isNaN(billedSeconds) ? seconds : billedSeconds;
    const least = bound === "upper" ? 0 : Math.min(seconds, rounded);
    const most = Math.max(seconds, rounded);
    const off = Math.max(least - got, got - most);
    return off <= Math.max(TOLERANCE * most, FRAMES);
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/sku-days.js


function skuDays() {
    const days = new Map();
    return {
        add(workload, day, { low, high }, seconds) {
            const model = modelOf(workload);
            const known = (0,get_or_insert/* getOrInsert */.P)(days, skuDayKey(day, model), () => ({ model, day, workload: workload.name, jobs: 0, range: { low: 0, high: 0 }, seconds: 0 }));
            known.jobs++;
            known.range.low += low;
            known.range.high += high;
            if (!Number.isNaN(seconds))
                known.seconds += seconds;
        },
        all: () => days,
    };
}
function skuDayKey(day, model) {
    return `${day} ${model}`;
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/billing-rest.js



/**
 * What is left of a bill when all jobs are read: rows of jobs that nobody logged, and rows that name no
 * job, which are compared with the day's jobs of their model.
 */
function reconcileRest(rest) {
    const { billing, skus, plan } = rest;
    for (const row of billing.unmatched())
        ghost(row, workloadOf(plan, row.sku), rest);
    if (!skus) {
        for (const row of billing.bySku())
            ghost(row, workloadOf(plan, row.sku), rest);
        return;
    }
    const rows = rowsByModel(rest);
    const days = skus.all();
    for (const [key, { row, workload }] of rows)
        if (!days.has(key))
            ghost(row, workload, rest);
    for (const [key, day] of days)
        compareDay(day, rows.get(key)?.row, rest);
}
/** A row of which the log has no job; of a day that the log does not cover, nobody can say. */
function ghost(row, workload, { billing, period: [first, last], excluded, billed, found }) {
    // A job of the last minutes may be billed on the next day.
    if (row.day < first || row.day > last + 1) {
        excluded.outside.add(1, row.amount);
        return;
    }
    billed(row.amount);
    const args = { billed: row.amount, sku: row.sku, day: row.day };
    const provisional = billing.isProvisional(row.day);
    found.add({ kind: "GHOST", job_id: row.id, request_id: row.request_id, workload: workload?.name ?? null, delta: row.amount, provisional, args }, 1);
}
/** Rows that name no job, by day and model; what no workload uses is out of plan. */
function rowsByModel({ billing, plan, found, billed }) {
    const rows = new Map();
    for (const row of billing.bySku()) {
        const workload = workloadOf(plan, row.sku);
        if (!workload) {
            billed(row.amount);
            const args = { why: "model", what: row.sku };
            found.add({ kind: "OUT_OF_PLAN", job_id: "", request_id: "", workload: null, delta: row.amount, provisional: false, args }, 1);
            continue;
        }
        const key = skuDayKey(row.day, modelOf(workload));
        const known = rows.get(key)?.row;
        rows.set(key, { workload, row: known ? { ...known, amount: known.amount + row.amount, seconds: known.seconds + row.seconds } : row });
    }
    return rows;
}
function compareDay({ model, day, workload, jobs, range, seconds }, row, { billing, excluded, billed, expected, found }) {
    const provisional = billing.isProvisional(day);
    const add = (kind, delta, args) => found.add({ kind, job_id: "", request_id: "", workload, delta, provisional, args: { ...args, sku: model, day, jobs } }, 1);
    if (!row) {
        if (range.low === 0)
            return;
        if (provisional)
            excluded.awaited.add(jobs, range.low);
        else
            expected(range.low);
        add("UNBILLED", -range.low, { expected: range.low });
        return;
    }
    const due = nearestExpected(range, row.amount);
    billed(row.amount);
    expected(due);
    if (near(row.amount, due))
        return;
    const isLength = !Number.isNaN(row.seconds) && seconds > 0 && !near(row.seconds, seconds);
    add(isLength ? "DURATION" : "UNIT_PRICE", row.amount - due, { billed: row.amount, expected: due, ...(isLength && { asked: seconds, got: row.seconds }) });
}
/** The first workload whose model a SKU names: exactly, by an alias, or somewhere in it. */
function workloadOf({ workloads }, sku) {
    const name = sku.toLowerCase();
    if (name === "")
        return undefined;
    const is = (matches) => workloads.find((workload) => namesOf(workload).some((one) => matches(one.toLowerCase())));
    return is((one) => one === name) ?? is((one) => name.includes(one));
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/excluded.js


function excludedCounters() {
    let [pending, uncosted] = [0, 0];
    const [ambiguous, outside, awaited] = [counter(), counter(), counter()];
    const unpriced = new Map();
    return {
        ambiguous,
        outside,
        awaited,
        unpriced: (workload) => (0,get_or_insert/* getOrInsert */.P)(unpriced, workload, counter),
        pending: (jobs) => {
            pending += jobs;
        },
        uncosted: (jobs) => {
            uncosted += jobs;
        },
        value: (late) => ({
            pending,
            uncosted,
            late,
            ambiguous: ambiguous.value(),
            outside: outside.value(),
            awaited: awaited.value(),
            unpriced: new Map([...unpriced].map(([name, one]) => [name, one.value()])),
        }),
    };
}
function counter() {
    let jobs = 0;
    const money = (0,sum/* newSum */.E)();
    return {
        add(more, amount) {
            jobs += more;
            if (!Number.isNaN(amount))
                money.add(amount);
        },
        value: () => ({ jobs, money: money.total() }),
    };
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/finding.js



/** What can differ between what was billed and what was expected: a closed list. */
const KINDS = [
    "DURATION",
    "RESOLUTION",
    "UNIT_PRICE",
    "FAILED_JOB_BILLED",
    "FAILED_JOB_CREDITED",
    "GHOST",
    "UNBILLED",
    "OUT_OF_PLAN",
    "VOLUME",
    "DUPLICATE_POLLING",
];
/** @param most findings of each kind that are kept: a wrong price in a manifest makes one of every job */
function findingsUpTo(most) {
    const found = [];
    const byKind = new Map();
    return {
        add(finding, jobs) {
            const total = (0,get_or_insert/* getOrInsert */.P)(byKind, finding.kind, () => ({ count: 0, delta: (0,sum/* newSum */.E)(), unknown: false, kept: 0, listed: 0 }));
            total.count += jobs;
            if (finding.delta === null)
                total.unknown = true;
            else
                total.delta.add(finding.delta);
            if (total.kept >= most)
                return;
            total.kept++;
            total.listed += jobs;
            const args = Object.fromEntries(Object.entries(finding.args).map(([name, value]) => [name, typeof value === "string" ? ownText(value) : value]));
            found.push({ ...finding, job_id: ownText(finding.job_id), request_id: ownText(finding.request_id), args });
        },
        list: () => found,
        totals: () => KINDS.flatMap((kind) => {
            const total = byKind.get(kind);
            return total ? [{ kind, count: total.count, delta: total.unknown ? null : total.delta.total(), listed: total.listed }] : [];
        }),
    };
}

// EXTERNAL MODULE: ./lib/src/joblog/measure/volume.js
var volume = __webpack_require__(7805);
;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/monthly-findings.js




/** What differs from the manifest over a whole workload: more or fewer jobs than declared, and more status requests than one client sends. */
function monthlyFindings(plan, observed, costOf) {
    return plan.workloads.flatMap((workload) => {
        const seen = observed[workload.index];
        return [...monthly_findings_volume(workload, seen, costOf), ...polling(workload, seen)];
    });
}
function monthly_findings_volume(workload, seen, costOf) {
    const { declared } = workload;
    const { days, perMonth } = (0,volume/* volumeOf */.Iw)(seen);
    if (declared === null || perMonth === null || !(0,volume/* isOtherVolume */.B7)(seen, declared))
        return [];
    const price = costOf(workload, Number.NaN, Number.NaN, "")?.amount ?? 0;
    return [finding(workload, "VOLUME", (perMonth - declared) * price, { jobs: seen.jobs, days, per_month: perMonth, declared })];
}
function polling(workload, { polls }) {
    const { expectedJobs: jobs, sentThere: sent, expected } = polls;
    if (jobs === 0 || expected === 0 || sent <= (1 + volume/* MATERIAL */.w3) * expected)
        return [];
    const { usd } = workload.jobs.status_request ?? {};
    const price = (0,engine_pricing/* toReporting */.G1)((0,decimal/* decimal */._)(usd ?? 0), "USD", workload.pricing());
    const delta = (0,convert/* isNoRate */.YP)(price) ? null : (sent - expected) * price.toNumber();
    return [finding(workload, "DUPLICATE_POLLING", delta, { jobs, sent: sent / jobs, planned: expected / jobs })];
}
function finding(workload, kind, delta, args) {
    return { kind, job_id: "", request_id: "", workload: workload.name, delta, provisional: false, args };
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/reconcile.js














function reconciler(plan, { window, most, billing }) {
    const costOf = costs();
    const repeated = duplicatesIn(window);
    const found = findingsUpTo(most);
    const excluded = excludedCounters();
    const observed = plan.workloads.map(measure_observed/* nothingObserved */.Q0);
    const schedules = plan.workloads.map(({ keys, jobs }) => (0,expected_polls/* scheduleOf */.r)(keys, jobs));
    const units = [];
    const [billed, expected, wasted] = [(0,sum/* newSum */.E)(), (0,sum/* newSum */.E)(), (0,sum/* newSum */.E)()];
    const duplicates = [];
    const byId = billing?.byJob() === true;
    const skus = billing && !byId ? skuDays() : null;
    let jobs = 0;
    let duplicated = 0;
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const rowOf = ({ job_id }) => (byId ? billing?.ofJob(job_id) : undefined);
    const report = (job, workload, { kind, delta, args }, group, provisional = false) => {
        const { job_id, request_id } = job;
        found.add({ kind, job_id, request_id, workload, delta: delta * group.jobs, provisional, args: group.jobs === 1 ? args : { ...args, alike: group.jobs } }, group.jobs);
    };
    /** A job of nothing in the plan: what was billed of it is unexplained. */
    const unplaced = (job, why, group) => {
        const row = rowOf(job);
        const cost = row ? row.amount : billing || (job.currency !== "" && job.currency !== plan.currency) ? Number.NaN : job.cost;
        if (!Number.isNaN(cost))
            billed.add(cost * group.jobs);
        if (why === "ambiguous")
            excluded.ambiguous.add(group.jobs, cost * group.jobs);
        else {
            const delta = Number.isNaN(cost) ? 0 : cost;
            report(job, null, { kind: "OUT_OF_PLAN", delta, args: { why, what: why === "provider" ? job.provider : job.model } }, group);
        }
    };
    const unbilled = (job, workload, day, { low }, group) => {
        const provisional = billing?.isProvisional(day) === true;
        if (provisional)
            excluded.awaited.add(group.jobs, low * group.jobs);
        else
            expected.add(low * group.jobs);
        report(job, workload.name, { kind: "UNBILLED", delta: -low, args: { expected: low } }, group, provisional);
    };
    /** @returns what the job cost, by the bill where there is one for it, else by the log */
    const compare = (job, workload, day, cost, group) => {
        const range = expectedRange(workload, job.status, cost);
        if (skus) {
            skus.add(workload, day, range, job.status === "success" ? cost.billedSeconds : Number.NaN);
            return moneyOf(job, workload);
        }
        const row = rowOf(job);
        // A job that need not be billed, and is not, cost nothing.
        const charged = row ? row.amount : !byId ? moneyOf(job, workload) : range.low === 0 ? 0 : Number.NaN;
        if (Number.isNaN(charged)) {
            if (byId)
                unbilled(job, workload, day, range, group);
            else
                excluded.uncosted(group.jobs);
            return charged;
        }
        const due = nearestExpected(range, charged);
        billed.add(charged * group.jobs);
        expected.add(due * group.jobs);
        const provisional = row !== undefined && billing?.isProvisional(row.day) === true;
        for (const difference of differences(job, workload, day, cost, charged, due, costOf))
            report(job, workload.name, difference, group, provisional);
        return charged;
    };
    const hold = (job, group) => {
        if (job.status === "pending") {
            excluded.pending(group.jobs);
            return null;
        }
        jobs += group.jobs;
        if (job.submitted_at < first)
            first = job.submitted_at;
        if (job.submitted_at > last)
            last = job.submitted_at;
        const belongs = plan.belongs(job);
        if (belongs.to === null) {
            unplaced(job, belongs.why, group);
            return null;
        }
        const workload = belongs.to;
        const day = (0,notation_time/* dayOf */.k)(job.submitted_at);
        const cost = costOf(workload, day, job.requested_seconds, job.resolution);
        if (cost) {
            const charged = compare(job, workload, day, cost, group);
            if (job.status === "success" && charged > 0)
                observed[workload.index]?.unit.add(unitPrice(job, workload, day, cost, charged), group.jobs);
            return { workload, day, cost, charged };
        }
        const charged = rowOf(job)?.amount ?? moneyOf(job, workload);
        excluded.unpriced(workload.name).add(group.jobs, charged * group.jobs);
        if (!Number.isNaN(charged))
            billed.add(charged * group.jobs);
        return { workload, day, cost, charged };
    };
    /** What one second (or clip, or token) cost, before factors: the workload's own rate, times the bill over the price of what was billed. */
    const unitPrice = (job, workload, day, cost, charged) => {
        let unit = units[workload.index];
        if (unit === undefined) {
            unit = costOf(workload, day, Number.NaN, "")?.unit ?? cost.unit;
            units[workload.index] = unit;
        }
        const isAsked = !(job.billed_seconds > 0) || (job.billed_seconds === cost.billedSeconds && job.billed_resolution === job.resolution);
        const asBilled = isAsked ? cost : costOf(workload, day, job.billed_seconds, job.billed_resolution === "" ? job.resolution : job.billed_resolution);
        return asBilled && asBilled.amount > 0 ? (unit * charged) / asBilled.amount : Number.NaN;
    };
    const repeats = (duplicate, workload) => {
        duplicated++;
        wasted.add(duplicate.wasted);
        const seen = observed[workload.index];
        seen.duplicates[duplicate.confidence]++;
        if (duplicates.length < most)
            duplicates.push(duplicate);
    };
    return {
        add(job) {
            const pending = hold(job, ONE_JOB);
            if (!pending)
                return;
            const { workload, cost, charged } = pending;
            // A success of which nobody says what it cost counts at its price.
            const worth = Number.isNaN(charged) && job.status === "success" ? (cost?.amount ?? Number.NaN) : charged;
            const { newTake, duplicate } = repeated.add(job, workload.index, worth, workload.keys.client.timeout ?? Number.NaN);
            const seen = observed[workload.index];
            (0,measure_observed/* observe */.lB)(seen, job, charged, newTake);
            (0,measure_observed/* observePolls */.bc)(seen, job, schedules[workload.index] ?? null);
            if (duplicate)
                repeats(duplicate, workload);
        },
        addGroup(job, group) {
            const pending = hold(job, group);
            if (!pending)
                return;
            if (group.last > last)
                last = group.last;
            (0,measure_observed/* observeGroup */.KT)(observed[pending.workload.index], job, pending.charged, group);
            const duplicate = group.repeats?.(pending.charged, pending.workload.keys.client.timeout ?? Number.NaN);
            if (duplicate)
                repeats(duplicate, pending.workload);
        },
        result() {
            // Where no job has a time, every row of a bill may be one of theirs.
            const period = first > last ? [Number.NaN, Number.NaN] : [(0,notation_time/* dayOf */.k)(first), (0,notation_time/* dayOf */.k)(last)];
            if (billing)
                reconcileRest({ billing, skus, plan, period, found, excluded, billed: billed.add, expected: expected.add });
            for (const finding of monthlyFindings(plan, observed, costOf))
                found.add(finding, 1);
            const [paid, due] = [billed.total(), expected.total()];
            return {
                currency: plan.currency,
                jobs,
                billed: paid,
                expected: due,
                unexplained: due === 0 ? (paid === 0 ? 0 : 1) : Math.abs(paid - due) / due,
                findings: found.list(),
                totals: found.totals(),
                duplicates,
                duplicated: { count: duplicated, wasted: wasted.total() },
                excluded: excluded.value(repeated.late()),
                observed,
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/joblog/records/billing-row.js


/** Columns of FOCUS 1.2 and later, then what exports of providers call the same; without case and separators, the first that has a value counts. */
const COLUMNS = {
    job: ["xjobid", "jobid", "taskid", "predictionid", "generationid", "videoid", "resourceid", "requestid", "id"],
    request: ["xrequestid", "requestid"],
    sku: ["skuid", "sku", "skupriceid", "model", "modelid", "endpointid", "endpoint", "product"],
    time: ["chargeperiodstart", "date", "day", "usagedate", "time", "timestamp", "billedat", "createdat", "submittedat"],
    amount: ["effectivecost", "billedcost", "cost", "costusd", "amount", "amountusd", "total", "totalcost", "price", "charge", "usd"],
    currency: ["billingcurrency", "currency"],
    category: ["chargecategory"],
    quantity: ["consumedquantity", "billedseconds", "seconds", "quantity"],
    unit: ["consumedunit", "unit"],
};
/** What is bought, taxed or given is not use of a job; a correction of use has the category of use. */
const NOT_USE = new Set(["purchase", "tax", "credit"]);
/** @returns the row, what is wrong with it, or null where it is not for use (a pack that was bought, a tax, a credit). */
function billingRowReader() {
    const names = new Map();
    const withoutCurrency = (name) => {
        let known = names.get(name);
        if (known === undefined) {
            known = name.toLowerCase().replace(/[^a-z0-9]/g, "");
            if (names.size < 10_000)
                names.set(name, known);
        }
        return known;
    };
    return (value) => {
        if (typeof value !== "object" || value === null || Array.isArray(value))
            return { flaw: "not-a-record", field: "", value: shown(value) };
        const cells = new Map();
        for (const name in value)
            cells.set(withoutCurrency(name), value[name]);
        const first = (columns) => columns.map((name) => cells.get(name)).find((cell) => cell !== undefined && cell !== null && cell !== "");
        const text = (columns) => {
            const found = first(columns);
            return typeof found === "string" || typeof found === "number" ? String(found) : "";
        };
        if (NOT_USE.has(text(COLUMNS.category).toLowerCase()))
            return null;
        const written = first(COLUMNS.amount);
        if (written === undefined)
            return { flaw: "missing", field: "cost", value: "" };
        const amount = typeof written === "number" ? written : Number(String(written).replace(/^\s*\$/, ""));
        if (!Number.isFinite(amount))
            return { flaw: "not-a-number", field: "cost", value: shown(written) };
        const time = first(COLUMNS.time);
        const moment = time === undefined ? Number.NaN : (0,notation_time/* momentOf */.E)(typeof time === "number" ? time : String(time));
        if (time !== undefined && Number.isNaN(moment))
            return { flaw: "not-a-time", field: "date", value: shown(time) };
        const unit = text(COLUMNS.unit).toLowerCase();
        const quantity = Number(first(COLUMNS.quantity) ?? Number.NaN);
        return {
            job_id: text(COLUMNS.job),
            request_id: text(COLUMNS.request),
            sku: text(COLUMNS.sku),
            day: (0,notation_time/* dayOf */.k)(moment),
            amount,
            currency: text(COLUMNS.currency),
            seconds: unit === "" || /^s(ec(ond)?s?)?$/.test(unit) ? quantity : Number.NaN,
        };
    };
}

// EXTERNAL MODULE: ./lib/src/report/joblog/bad-records.js
var bad_records = __webpack_require__(6081);
// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 2 modules
var messages = __webpack_require__(8558);
// EXTERNAL MODULE: ./lib/src/cli/manifests.js
var manifests = __webpack_require__(7045);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/logs/job-logs.js















/**
 * Reads the manifest and holds the logs against it, one record at a time.
 * @throws UsageError where the manifest has errors, a log has no record that can be read, or `--strict` finds a bad one; I/O errors
 */
async function readLogs(paths, options, terminal) {
    const { cwd, folder, process } = terminal;
    if (options.manifest === "-" && paths.includes("-"))
        throw new cli_terminal/* UsageError */.eb("Standard input can be the manifest or a log, not both.");
    if (options.aggregate && options.billing.length > 0)
        throw new cli_terminal/* UsageError */.eb("--billing is compared with jobs, and --aggregate has none: leave one of them out.");
    const book = (0,files_book/* loadBook */.Q)(folder);
    const { roots, reader } = await (0,manifests/* manifestsOf */.o)(options.manifest === undefined ? [] : [options.manifest], cwd, process);
    const head = await (0,gather/* gather */.kg)(reader, roots, book.snapshot, options.prices);
    const date = options.date ?? (0,cli_terminal/* today */.Ec)();
    const plan = logPlanOf(head, book, date);
    if (plan.problems.length > 0) {
        throw new cli_terminal/* UsageError */.eb(`The manifest cannot be used:\n${plan.problems.map((problem) => `  ${problem.file}: ${(0,messages.inFull)(problem)}`).join("\n")}`);
    }
    if (plan.workloads.length === 0)
        throw new cli_terminal/* UsageError */.eb("The manifest has no workload to hold a log against.");
    const logs = (0,collect/* collector */.g)();
    const into = async (path, accept) => {
        const taken = await logs.collect(path, (sink) => readLog(path, cwd, () => process.stdin, sink), accept);
        if (taken === null)
            throw new cli_terminal/* UsageError */.eb(listOfJson(path));
        return taken;
    };
    const billing = await readBilling(options.billing, plan, into);
    const reconciliation = reconciler(plan, { window: options.window, most: options.list, billing });
    let records = 0;
    for (const path of paths) {
        records += await into(path, options.aggregate ? groupsInto(reconciliation) : jobsInto(reconciliation, options.formatOf, options.map));
    }
    const bad = logs.bad();
    if (bad.count > 0 && (options.strict || records === 0))
        throw new cli_terminal/* UsageError */.eb((0,bad_records/* badRecordsText */.d)(bad).join("\n"));
    return { head, plan, date, reconciled: reconciliation.result(), bad };
}
function groupsInto(reconciliation) {
    const read = groupReader();
    return (value) => {
        const row = read(value);
        if ("flaw" in row)
            return row;
        reconciliation.addGroup(row.job, row.group);
        return null;
    };
}
async function readBilling(paths, plan, into) {
    const [any] = plan.workloads;
    if (paths.length === 0 || !any)
        return null;
    const billing = billingOf();
    for (const path of paths) {
        const read = billingRowReader();
        await into(path, (value) => {
            const row = read(value);
            if (row === null || "flaw" in row)
                return row;
            const amount = inReporting(row.amount, row.currency, any);
            if (Number.isNaN(amount))
                return { flaw: "no-rate", field: "currency", value: row.currency };
            billing.add(row, amount);
            return null;
        });
    }
    return billing;
}
function listOfJson(path) {
    return `${path} is one JSON list, which cannot be read piece by piece. Write one record a line: jq -c '.[]' ${path}`;
}


/***/ }),

/***/ 9556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ expectedPolls),
/* harmony export */   r: () => (/* binding */ scheduleOf)
/* harmony export */ });
/** The schedule that manifest and book declare; null where neither does, or where a webhook tells. */
function scheduleOf({ client }, jobs) {
    if (client.completion && !("poll" in client.completion))
        return null;
    const poll = client.completion?.poll;
    const interval = poll?.interval ?? jobs.completion?.poll?.interval;
    if (interval === undefined || interval <= 0)
        return null;
    return { first: poll?.first ?? interval, interval, backoff: poll?.backoff ?? 1, max: poll?.max ?? Number.POSITIVE_INFINITY, pollers: poll?.pollers ?? 1 };
}
/** Status requests for a job that ends after so many seconds: the last one is the first that comes after its end. */
function expectedPolls({ first, interval, backoff, max, pollers }, seconds) {
    if (backoff === 1 || interval >= max)
        return pollers * (seconds <= first ? 1 : 1 + Math.ceil((seconds - first) / Math.min(interval, max)));
    let polls = 1;
    let wait = interval;
    for (let at = first; at < seconds; polls++) {
        if (wait >= max)
            return pollers * (polls + Math.ceil((seconds - at) / max));
        at += wait;
        wait *= backoff;
    }
    return pollers * polls;
}


/***/ }),

/***/ 1375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q0: () => (/* binding */ nothingObserved),
  lB: () => (/* binding */ observe),
  KT: () => (/* binding */ observeGroup),
  bc: () => (/* binding */ observePolls),
  ee: () => (/* binding */ spanOf)
});

// EXTERNAL MODULE: ./lib/src/notation/time.js
var time = __webpack_require__(5568);
// EXTERNAL MODULE: ./lib/src/joblog/memory/get-or-insert.js
var get_or_insert = __webpack_require__(5430);
;// CONCATENATED MODULE: ./lib/src/joblog/memory/median.js

/** Values within this relative distance share a place. */
const WIDTH = 1e-6;
function medianOf() {
    const places = new Map();
    let count = 0;
    // Most jobs are billed at one price.
    let last = null;
    return {
        add(value, times) {
            if (!(value > 0))
                return;
            count += times;
            if (last?.value === value) {
                last.place.count += times;
                last.place.sum += value * times;
                return;
            }
            const place = Math.round(Math.log(value) / WIDTH);
            const at = (0,get_or_insert/* getOrInsert */.P)(places, place, () => ({ count: 0, sum: 0 }));
            at.count += times;
            at.sum += value * times;
            last = { value, place: at };
        },
        value() {
            if (count === 0)
                return Number.NaN;
            const sorted = [...places].sort(([a], [b]) => a - b);
            const at = (rank) => {
                let below = 0;
                for (const [, { count: here, sum }] of sorted) {
                    below += here;
                    if (below > rank)
                        return sum / here;
                }
                return Number.NaN;
            };
            return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2;
        },
    };
}

// EXTERNAL MODULE: ./lib/src/joblog/memory/sum.js
var sum = __webpack_require__(5817);
// EXTERNAL MODULE: ./lib/src/joblog/records/status.js
var records_status = __webpack_require__(7087);
// EXTERNAL MODULE: ./lib/src/joblog/measure/expected-polls.js
var expected_polls = __webpack_require__(9556);
;// CONCATENATED MODULE: ./lib/src/joblog/measure/observed.js






function nothingObserved() {
    return {
        jobs: 0,
        outcomes: Object.fromEntries(records_status/* STATUSES */.f.map((status) => [status, { jobs: 0, costed: 0, billed: 0 }])),
        times: { ended: 0, sum: 0, squares: 0, gaveUp: new Map() },
        first: Number.POSITIVE_INFINITY,
        last: Number.NEGATIVE_INFINITY,
        named: 0,
        takes: 0,
        kept: { marked: 0, kept: 0 },
        polls: { jobs: 0, sent: 0, expectedJobs: 0, sentThere: 0, expected: 0 },
        duplicates: { certain: 0, likely: 0, possible: 0 },
        unit: medianOf(),
        days: new Map(),
    };
}
/**
 * Counts one job.
 * @param cost in the reporting currency, NaN where it is not known
 * @param newTake whether no job of the same take came before it
 */
function observe(seen, job, cost, newTake) {
    if (job.status === "pending")
        return;
    seen.jobs++;
    const outcome = seen.outcomes[job.status];
    outcome.jobs++;
    if (!Number.isNaN(cost)) {
        outcome.costed++;
        if (cost > 0)
            outcome.billed++;
    }
    const submitted = job.submitted_at;
    if (!Number.isNaN(submitted)) {
        if (submitted < seen.first)
            seen.first = submitted;
        if (submitted > seen.last)
            seen.last = submitted;
        if (job.status !== "invalid")
            addTime(seen.times, job);
        const day = (0,time/* dayOf */.k)(submitted);
        const known = (0,get_or_insert/* getOrInsert */.P)(seen.days, day, () => ({ jobs: 0, cost: (0,sum/* newSum */.E)() }));
        known.jobs++;
        if (!Number.isNaN(cost))
            known.cost.add(cost);
    }
    if (job.request_id !== "") {
        seen.named++;
        if (newTake)
            seen.takes++;
    }
    if (job.status === "success" && !Number.isNaN(job.kept)) {
        seen.kept.marked++;
        seen.kept.kept += job.kept;
    }
    if (!Number.isNaN(job.polls)) {
        seen.polls.jobs++;
        seen.polls.sent += job.polls;
    }
}
function addTime(times, { submitted_at, finished_at, gave_up_at }) {
    const ran = finished_at - submitted_at;
    if (ran > 0) {
        const log = Math.log(ran);
        times.ended++;
        times.sum += log;
        times.squares += log * log;
    }
    else if (Number.isNaN(finished_at) && gave_up_at > submitted_at) {
        // To the millisecond: clients give up after the same time, and differ by their clocks.
        const patience = Math.round((gave_up_at - submitted_at) * 1000) / 1000;
        if (patience > 0)
            times.gaveUp.set(patience, (times.gaveUp.get(patience) ?? 0) + 1);
    }
}
/** Counts a group of jobs that are alike. @param cost of each of them in the reporting currency, NaN where it is not known */
function observeGroup(seen, job, cost, group) {
    if (job.status === "pending")
        return;
    const { jobs } = group;
    seen.jobs += jobs;
    const outcome = seen.outcomes[job.status];
    outcome.jobs += jobs;
    if (!Number.isNaN(cost)) {
        outcome.costed += jobs;
        if (cost > 0)
            outcome.billed += jobs;
    }
    if (job.submitted_at < seen.first)
        seen.first = job.submitted_at;
    if (group.last > seen.last)
        seen.last = group.last;
    const day = (0,get_or_insert/* getOrInsert */.P)(seen.days, (0,time/* dayOf */.k)(job.submitted_at), () => ({ jobs: 0, cost: (0,sum/* newSum */.E)() }));
    day.jobs += jobs;
    if (!Number.isNaN(cost))
        day.cost.add(cost * jobs);
    seen.times.ended += group.ended;
    seen.times.sum += group.sum;
    seen.times.squares += group.squares;
    if (group.gaveUpAfter > 0)
        seen.times.gaveUp.set(group.gaveUpAfter, (seen.times.gaveUp.get(group.gaveUpAfter) ?? 0) + jobs);
    seen.named += group.named;
    seen.takes += group.takes;
    seen.kept.marked += group.marked;
    seen.kept.kept += group.kept;
    seen.polls.jobs += group.polled;
    seen.polls.sent += group.polls;
}
/** Counts the status requests of one job, and those that one client sends by its schedule. */
function observePolls({ polls }, job, schedule) {
    const watched = (Number.isNaN(job.finished_at) ? job.gave_up_at : job.finished_at) - job.submitted_at;
    if (!schedule || Number.isNaN(job.polls) || job.status === "invalid" || !(watched > 0))
        return;
    polls.expectedJobs++;
    polls.sentThere += job.polls;
    polls.expected += (0,expected_polls/* expectedPolls */.$)(schedule, watched);
}
/** Seconds from the first submission to the last; 0 of one job or none. */
function spanOf({ first, last }) {
    return last > first ? last - first : 0;
}


/***/ }),

/***/ 7805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ isOtherVolume),
/* harmony export */   Iw: () => (/* binding */ volumeOf),
/* harmony export */   w3: () => (/* binding */ MATERIAL),
/* harmony export */   yk: () => (/* binding */ LEAST_DAYS)
/* harmony export */ });
/* harmony import */ var _engine_volume_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3975);
/* harmony import */ var _stats_normal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4643);
/* harmony import */ var _observed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1375);



/** What differs by less than this share is as declared. */
const MATERIAL = 0.1;
/** A week has its own rhythm: a shorter log does not say how much a month has. */
const LEAST_DAYS = 7;
/** Jobs a day over the span of a log, and of a month at that pace. Null per month of a log without a span. */
function volumeOf(seen) {
    const days = (0,_observed_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(seen) / 86_400;
    return { days, perMonth: days > 0 ? (seen.jobs / days) * _engine_volume_js__WEBPACK_IMPORTED_MODULE_1__/* .DAYS_A_MONTH */ .DE : null };
}
/** Only of a log over a week or more, and where chance alone does not explain the difference. */
function isOtherVolume(seen, declared) {
    const { days, perMonth } = volumeOf(seen);
    if (days < LEAST_DAYS || perMonth === null)
        return false;
    const planned = (declared * days) / _engine_volume_js__WEBPACK_IMPORTED_MODULE_1__/* .DAYS_A_MONTH */ .DE;
    return Math.abs(perMonth - declared) > MATERIAL * declared && Math.abs(seen.jobs - planned) > _stats_normal_js__WEBPACK_IMPORTED_MODULE_2__/* .Z_TWO_SIDED_95 */ .H * Math.sqrt(Math.max(planned, 1));
}


/***/ }),

/***/ 5430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ getOrInsert)
/* harmony export */ });
/** What a map has at a key, or what is made for it and kept there. */
function getOrInsert(map, key, make) {
    const known = map.get(key);
    if (known !== undefined)
        return known;
    const made = make();
    map.set(key, made);
    return made;
}


/***/ }),

/***/ 5817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ newSum)
/* harmony export */ });
function newSum() {
    let sum = 0;
    let lost = 0;
    return {
        add(amount) {
            const next = sum + amount;
            lost += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
            sum = next;
        },
        total: () => sum + lost,
    };
}


/***/ }),

/***/ 7087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ jobStatusOf),
/* harmony export */   f: () => (/* binding */ STATUSES)
/* harmony export */ });
/** How a job ended, in the order of reports. */
const STATUSES = ["success", "provider_error", "moderated", "invalid", "timed_out", "cancelled"];
/** What providers and clients call each end, in small letters without separators; `pending` has not ended. */
const WORDS = {
    success: "success succeeded succeed successful completed complete done ok finished finish ready",
    provider_error: "providererror error errored failed failure fail servererror internalerror internal crashed unavailable",
    moderated: "moderated moderation moderationblocked contentmoderated requestmoderated contentmoderation contentpolicy contentpolicyviolation contentfiltered contentfilter filtered safety blocked flagged nsfw refused",
    invalid: "invalid invalidrequest invalidinput badrequest validationerror rejected unprocessable unprocessableentity",
    timed_out: "timedout timeout expired deadlineexceeded aborted",
    cancelled: "cancelled canceled cancel",
    pending: "pending queued queue inqueue inprogress running processing submitted starting started throttled waiting preprocessing preparing generating created accepted",
};
const BY_WORD = new Map(Object.entries(WORDS).flatMap(([status, words]) => words.split(" ").map((word) => [word, status])));
/** The end that a word means, whatever its case and separators; undefined for a word that nobody uses for one. */
function jobStatusOf(written) {
    return BY_WORD.get(written.toLowerCase().replace(/[^a-z0-9]/g, ""));
}


/***/ }),

/***/ 5568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ momentOf),
/* harmony export */   k: () => (/* binding */ dayOf)
/* harmony export */ });
/* harmony import */ var _date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4345);

/** A number above this is milliseconds: as seconds it would be the year 5138. */
const MILLISECONDS_ABOVE = 1e11;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;
const DAY = 86_400;
/**
 * A moment as seconds since 1970 in UTC, of seconds or milliseconds since then, as a number or as text,
 * or of ISO 8601: with no zone it is UTC, and a day is its midnight.
 * @returns NaN for what is none of these
 */
function momentOf(written) {
    if (typeof written === "number")
        return written > MILLISECONDS_ABOVE ? written / 1000 : written;
    const [, year, month, day, hours = "0", minutes = "0", seconds = "0", zone = "Z"] = ISO.exec(written) ?? [];
    if (year === undefined)
        return written.trim() === "" ? Number.NaN : momentOf(Number(written));
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number(hours) > 24 || Number(minutes) > 59)
        return Number.NaN;
    const days = (0,_date_js__WEBPACK_IMPORTED_MODULE_0__/* .dayNumber */ .U$)(Number(year), Number(month), Number(day));
    return days * DAY + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", ".")) - offsetOf(zone);
}
/** Seconds that a zone is ahead of UTC. */
function offsetOf(zone) {
    const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
    return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
/** The number of the UTC day of a moment, days since 1970-01-01. */
function dayOf(moment) {
    return Math.floor(moment / DAY);
}


/***/ }),

/***/ 6081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ badRecordsText)
/* harmony export */ });
/* harmony import */ var _layout_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8105);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6125);


const FLAWS = {
    "not-json": (_, value) => `is not JSON: ${value}`,
    "not-a-record": (_, value) => `is no record but ${value}`,
    "too-long": () => "is longer than 16 MiB",
    missing: (field) => `has no ${field}`,
    "not-text": (field, value) => `has ${value} as ${field}, which must be text`,
    "not-a-number": (field, value) => `has ${value} as ${field}, which must be a number`,
    "not-a-time": (field, value) => `has ${value} as ${field}, which must be seconds since 1970 or ISO 8601`,
    negative: (field, value) => `has ${value} as ${field}, which cannot be negative`,
    "unknown-status": (_, value) => `has the status ${value}, which is none of success, provider_error, moderated, invalid, timed_out, cancelled`,
    "ends-first": (_, value) => `ends at ${value}, before it was submitted`,
    columns: (_, value) => `does not have the columns of the header (${value})`,
    "no-rate": (_, value) => `is in ${value}, for which the manifest's fx has no rate`,
};
/** Records that cannot be used: how many, and the first with their lines and what is wrong; nothing where there are none. */
function badRecordsText({ count: all, first }) {
    if (all === 0)
        return [];
    const more = all - first.length;
    return [
        `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(all, "record")} could not be read and ${all === 1 ? "is" : "are"} in no figure:`,
        ...first.map(({ file, line, flaw, field, value }) => `  ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(file)}:${line} ${FLAWS[flaw](field, (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(value.trim() === "" ? "nothing" : value, 60))}`),
        ...(more > 0 ? [`  and ${more} more`] : []),
    ];
}


/***/ })

};
;