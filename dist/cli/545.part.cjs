"use strict";
exports.id = 545;
exports.ids = [545];
exports.modules = {

/***/ 3545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readLogs)
});

// EXTERNAL MODULE: ./lib/src/files/book.js + 1 modules
var files_book = __webpack_require__(1216);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/src/notation/encoding.js
var notation_encoding = __webpack_require__(4872);
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
 * Reads a log of any size, piece by piece: JSON lines or CSV, in UTF-8 or UTF-16, also in gzip; which it is
 * follows from its first bytes. `-` is standard input.
 * @returns the kind of the text, or `json` where it is one JSON list, of which nothing was read
 * @throws the error of node:fs or node:zlib
 */
async function readLog(path, cwd, stdin, sink) {
    const file = path === "-" ? null : (0,external_node_fs_.openSync)((0,external_node_path_.resolve)(cwd, path), "r");
    try {
        const copied = { is: true };
        const { bytes, packed } = await unpacked(file === null ? stdin() : pieces(file, copied));
        const text = await asUtf8(bytes);
        if (text === null)
            sink.broken(1, "encoding", "");
        if (text === null)
            return "empty";
        const { first, all } = await peeked(text);
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
/** A text in UTF-8 without its mark, whatever encoding its first bytes tell; null where they tell none. */
async function asUtf8(bytes) {
    const { start, pieces } = await headOf(bytes, 4);
    const encoding = (0,notation_encoding/* encodingOf */.P)(start);
    if (encoding === null)
        return null;
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

// EXTERNAL MODULE: ./lib/src/gather.js
var gather = __webpack_require__(3983);
// EXTERNAL MODULE: ./lib/src/joblog/memory/get-or-insert.js
var get_or_insert = __webpack_require__(5430);
// EXTERNAL MODULE: ./lib/src/joblog/memory/own-text.js
var own_text = __webpack_require__(7748);
;// CONCATENATED MODULE: ./lib/src/joblog/bill/billing.js


/** Refunds and rows come late: a day of a bill may still change for so many days after it. */
const PROVISIONAL_DAYS = 3;
/** An id that carries fewer rows than this may be a job with corrections. */
const COMMON_FROM = 5;
function billingOf() {
    const named = new Map();
    const nameless = new Map();
    let [first, last] = [Number.NaN, Number.NaN];
    let [rows, rowsWithId, isAnything, isOfEverything] = [0, 0, false, false];
    const jobs = new Map();
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
                named.set(billed.id, { billed, rows: 1, parts: [] });
                jobs.set(billed.id, billed);
                return;
            }
            // What each row was for is kept beside their sum: the id may turn out to be none of a job.
            if (known.rows === 1)
                known.parts.push({ ...known.billed });
            known.rows++;
            known.parts.push({ ...billedOf(row, amount), id: known.billed.id });
            into(known.billed, row, amount);
        },
        jobs: () => jobs,
        rest: () => [...nameless.values()],
        withoutIds() {
            for (const { billed, parts } of named.values())
                for (const part of parts.length === 0 ? [billed] : parts)
                    addPart(nameless, part);
            named.clear();
            jobs.clear();
        },
        byJob: () => rowsWithId > 0 && rowsWithId >= rows - rowsWithId,
        commonId: () => [...named].find(([, { rows: own }]) => own >= COMMON_FROM && own > rows / 2)?.[0] ?? null,
        areIdsOfAnything: () => isAnything,
        isOfEverything: () => isOfEverything,
        days: () => [first, last],
    };
}
function billedOf({ job_id, request_id, sku, about, day, from, seconds, requests }, amount) {
    const id = (0,own_text/* ownText */.U)(job_id);
    const charges = { charges: amount > 0 ? 1 : 0, charge: amount > 0 ? amount : Number.NaN };
    const names = { id, request_id: request_id === job_id ? "" : (0,own_text/* ownText */.U)(request_id), sku: (0,own_text/* ownText */.U)(sku), about: (0,own_text/* ownText */.U)(about) };
    return { ...names, day, from, amount, seconds, requests, ...charges, matched: false };
}
function addRow(rows, row, amount) {
    const key = `${row.from} ${row.day} ${row.sku} ${row.about}`;
    const known = rows.get(key);
    if (known)
        into(known, row, amount);
    else
        rows.set(key, billedOf(row, amount));
}
function addPart(rows, part) {
    const known = (0,get_or_insert/* getOrInsert */.P)(rows, `${part.from} ${part.day} ${part.sku} ${part.about}`, () => ({
        ...part,
        id: "",
        amount: 0,
        seconds: 0,
        requests: 0,
        charges: 0,
    }));
    into(known, part, part.amount);
}
/** A refund, a correction, or one of several charges. */
function into(known, { day, from, seconds, requests }, amount) {
    known.amount += amount;
    known.seconds += seconds;
    known.requests += requests;
    if (day > known.day)
        known.day = day;
    if (from < known.from)
        known.from = from;
    if (!(amount > 0))
        return;
    known.charge = known.charges === 0 || known.charge === amount ? amount : Number.NaN;
    known.charges++;
}

// EXTERNAL MODULE: ./lib/src/joblog/bill/billing-row.js + 1 modules
var billing_row = __webpack_require__(218);
// EXTERNAL MODULE: ./lib/src/joblog/collect.js
var collect = __webpack_require__(8458);
// EXTERNAL MODULE: ./lib/src/notation/tree.js
var notation_tree = __webpack_require__(9585);
// EXTERNAL MODULE: ./lib/src/joblog/records/read-value.js
var read_value = __webpack_require__(8585);
;// CONCATENATED MODULE: ./lib/src/joblog/records/read-job.js

/**
 * Reads records into one job that is used again for each: what is to be kept of it must be copied.
 * Field by field, without a schema, since a log has millions of records.
 */
function jobReader() {
    const job = emptyJob();
    const value = new read_value/* ValueReader */.D();
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
        billed_tokens: Number.NaN,
        polls: Number.NaN,
        kept: Number.NaN,
        outputs_requested: Number.NaN,
        outputs_delivered: Number.NaN,
        metadata: undefined,
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
    job.cost = value.money(raw.cost, "cost");
    job.currency = value.text(raw.currency, "currency");
    if (job.currency === "" && value.sign !== "")
        job.currency = value.sign;
    job.credits = value.number(raw.credits, "credits");
    job.billed_tokens = value.number(raw.billed_tokens ?? raw.billedTokens, "billed_tokens");
    job.polls = value.number(raw.polls, "polls");
    job.kept = value.mark(raw.kept, "kept");
    job.outputs_requested = value.number(raw.outputs_requested ?? raw.outputsRequested, "outputs_requested");
    job.outputs_delivered = value.number(raw.outputs_delivered ?? raw.outputsDelivered, "outputs_delivered");
    job.metadata = raw.metadata;
    if (isUnseen(job))
        job.status = "unknown";
    // Clocks of a client and a provider differ; a second is not a mistake.
    if (job.finished_at < job.submitted_at - 1)
        value.spoilt("ends-first", "finished_at", raw.finished_at ?? raw.finishedAt);
}
/**
 * Whether the client gave a job up and nothing tells how it ended. A log then has the word of the client's own patience
 * (`timeout`) or of the last answer (`processing`): neither is the provider's.
 */
function isUnseen({ status, finished_at, gave_up_at }) {
    return (status === "pending" || status === "timed_out") && Number.isNaN(finished_at) && !Number.isNaN(gave_up_at);
}

;// CONCATENATED MODULE: ./lib/src/joblog/memory/window.js
var _a;

/** So many records are kept whatever their times: a log of this size may be in any order. */
const LEAST = 1 << 12;
/** @param least a power of two */
function recent(seconds, least = LEAST) {
    const ring = new Ring(2 * least);
    let [lowGone, highGone] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let late = 0;
    return {
        find: (key) => ring.find(key),
        add: (key, kept) => {
            const { submitted } = kept;
            if (submitted >= lowGone - seconds && submitted <= highGone + seconds)
                late++;
            // A record without a time cannot say how long it matters.
            while (ring.count >= least && !(Math.abs(submitted - ring.oldest()) <= seconds)) {
                const time = ring.oldest();
                if (time < lowGone)
                    lowGone = time;
                if (time > highGone)
                    highGone = time;
                ring.forget();
            }
            ring.add(key.low, key.high, kept);
        },
        late: () => late,
    };
}
/** Numbers that are kept of a record: submitted, finished, cost, same, and 1 where the client gave up. */
const FIELDS = 5;
/** Records in the order in which they came, in a ring of places that grows; found by key through chains of places with the same low bits. */
class Ring {
    count = 0;
    #first = 0;
    #size;
    /** By the low bits of a key, the place of the newest record with such a key; -1 where there is none. `next`: the one before it. */
    #heads;
    #next;
    #numbers;
    #hashes;
    #names;
    #found = { name: "", same: 0, submitted: 0, finished: 0, gaveUp: false, cost: 0 };
    /** @param size a power of two */
    constructor(size) {
        this.#size = size;
        this.#heads = new Int32Array(2 * size).fill(-1);
        this.#next = new Int32Array(size);
        this.#numbers = new Float64Array(FIELDS * size);
        this.#hashes = new Int32Array(2 * size);
        this.#names = new Array(size).fill("");
    }
    /** The newest record of a key. */
    find({ low, high }) {
        for (let at = this.#heads[this.#headOf(low)]; at !== -1; at = this.#next[at]) {
            if (this.#hashes[2 * at] === low && this.#hashes[2 * at + 1] === high)
                return this.#read(at);
        }
        return undefined;
    }
    /** When the oldest record was submitted, in seconds. */
    oldest() {
        return this.#numbers[FIELDS * this.#first];
    }
    forget() {
        const [at, heads, next] = [this.#first, this.#heads, this.#next];
        const head = this.#headOf(this.#hashes[2 * at]);
        // The oldest is the last of its chain.
        if (heads[head] === at)
            heads[head] = -1;
        else
            for (let one = heads[head]; one !== -1; one = next[one])
                if (next[one] === at)
                    next[one] = -1;
        this.#first = (at + 1) & (this.#size - 1);
        this.count--;
    }
    add(low, high, { name, same, submitted, finished, gaveUp, cost }) {
        if (this.count === this.#size)
            this.#grow();
        const at = (this.#first + this.count) & (this.#size - 1);
        const numbers = this.#numbers;
        this.count++;
        this.#hashes[2 * at] = low;
        this.#hashes[2 * at + 1] = high;
        this.#names[at] = (0,own_text/* ownText */.U)(name);
        numbers[FIELDS * at] = submitted;
        numbers[FIELDS * at + 1] = finished;
        numbers[FIELDS * at + 2] = cost;
        numbers[FIELDS * at + 3] = same;
        numbers[FIELDS * at + 4] = gaveUp ? 1 : 0;
        const head = this.#headOf(low);
        this.#next[at] = this.#heads[head];
        this.#heads[head] = at;
    }
    #headOf(low) {
        return low & (this.#heads.length - 1);
    }
    #read(at) {
        const [found, numbers] = [this.#found, this.#numbers];
        found.name = this.#names[at];
        found.submitted = numbers[FIELDS * at];
        found.finished = numbers[FIELDS * at + 1];
        found.cost = numbers[FIELDS * at + 2];
        found.same = numbers[FIELDS * at + 3];
        found.gaveUp = numbers[FIELDS * at + 4] === 1;
        return found;
    }
    /** More than was provided for lie within the window. */
    #grow() {
        const larger = new _a(2 * this.#size);
        for (let index = 0; index < this.count; index++) {
            const at = (this.#first + index) & (this.#size - 1);
            larger.add(this.#hashes[2 * at], this.#hashes[2 * at + 1], this.#read(at));
        }
        this.#first = 0;
        this.#size = larger.#size;
        this.#heads = larger.#heads;
        this.#next = larger.#next;
        this.#numbers = larger.#numbers;
        this.#hashes = larger.#hashes;
        this.#names = larger.#names;
    }
}
_a = Ring;
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
    const hash = () => ({ low: 0, high: 0 });
    const [take, key, same] = [hash(), hash(), hash()];
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
    return { first: (0,own_text/* ownText */.U)(first.name), second: (0,own_text/* ownText */.U)(second.name), confidence, wasted: first.gaveUp ? first.cost : second.cost };
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
    requests: 0,
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
    "requests",
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
        if (!(0,notation_tree/* isTree */.xK)(value))
            return { flaw: "not-a-record", field: "", value: (0,read_value/* shown */.S)(value) };
        const job = read({ ...value, submitted_at: value["first_submitted_at"], job_id: value["example_job_id"], request_id: value["example_request_id"] });
        if ("flaw" in job)
            return job;
        const numbers = new Map();
        for (const name of NUMBERS) {
            const written = value[name];
            const number = written === null || written === undefined || written === "" ? Number.NaN : Number(written);
            if (Number.isNaN(number) && written !== null && written !== undefined && written !== "")
                return { flaw: "not-a-number", field: name, value: (0,read_value/* shown */.S)(written) };
            numbers.set(name, number);
        }
        const of = (name) => numbers.get(name) ?? Number.NaN;
        const sum = (name) => (Number.isNaN(of(name)) ? 0 : of(name));
        const jobs = of("jobs");
        if (!(jobs >= 1) || !Number.isInteger(jobs))
            return { flaw: "missing", field: "jobs", value: (0,read_value/* shown */.S)(value["jobs"]) };
        const repeated = typeof value["repeat_of"] === "string" && value["repeat_of"] !== "" ? value["repeat_of"] : null;
        const gap = of("repeat_gap");
        const wasted = sum("repeat_wasted");
        const isKey = value["repeat_kind"] === "key";
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
                requests: sum("requests"),
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

// EXTERNAL MODULE: ./lib/src/engine/estimate.js + 5 modules
var estimate = __webpack_require__(3159);
// EXTERNAL MODULE: ./lib/src/engine/pricing.js
var engine_pricing = __webpack_require__(3351);
// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/prices/overlay.js
var overlay = __webpack_require__(5377);
// EXTERNAL MODULE: ./lib/src/risk/risk.js
var risk = __webpack_require__(601);
// EXTERNAL MODULE: ./lib/src/manifest/merge.js
var merge = __webpack_require__(3178);
// EXTERNAL MODULE: ./lib/src/manifest/rules.js
var rules = __webpack_require__(6213);
// EXTERNAL MODULE: ./lib/src/manifest/schema.js
var schema = __webpack_require__(8947);
;// CONCATENATED MODULE: ./lib/src/joblog/manifest-for-logs.js



/** Rules that only an estimate needs: how long jobs take is what a log shows. */
const MEASURED = new Set(["behaviour-without-latency"]);
/**
 * A manifest without a latency, a volume or a budget is good enough to measure with. Every other problem stays one.
 * @param problems all that were found in it
 */
function manifestForLogs(manifest, problems) {
    const { workloads: written, defaults } = (manifest.yaml.value ?? {});
    const unplanned = new Set();
    const mended = new Set();
    const workloads = manifest.workloads.map((workload) => {
        if (workload.keys)
            return workload;
        const merged = (0,merge/* merge */.h)(defaults, written?.[workload.name]);
        if (typeof merged !== "object" || merged === null)
            return workload;
        const hasVolume = merged["volume"] !== undefined;
        const result = schema/* workloadKeys */.sX.safeParse(hasVolume ? merged : { ...merged, volume: { per_month: 0 } });
        if (!result.success || (0,rules/* brokenRules */.P)(result.data).some(({ code }) => !MEASURED.has(code)))
            return workload;
        if (!hasVolume)
            unplanned.add(workload.name);
        mended.add(workload.name);
        return { ...workload, keys: result.data };
    });
    const isMended = ({ path, code, args }) => (path[0] === "workloads" && mended.has(String(path[1]))) || (path[0] === "defaults" && (MEASURED.has(code) || args["key"] === "volume"));
    return {
        manifest: { ...manifest, workloads },
        unplanned,
        problems: mended.size === 0 ? problems : problems.filter((problem) => problem.file !== manifest.file || !isMended(problem)),
    };
}

;// CONCATENATED MODULE: ./lib/src/joblog/plan.js







/** Problems that leave a workload, or all, without what a log could be held against. A model that is retired by now still has a past. */
const FATAL = new Set(["unknown-provider", "unknown-model", "unknown-pack", "no-exchange-rate"]);
/**
 * The workloads of manifests, and how a record finds its own: by name; else as the only one of its
 * provider and model; else as the only one there is.
 * @param date the day, UTC, that prices are looked up for where a job's own day has none
 */
function logPlanOf(side, book, date) {
    let problems = side.problems.filter(({ severity }) => severity === "error");
    const workloads = [];
    for (const read of side.manifests) {
        const { manifest, unplanned, problems: left } = manifestForLogs(read, problems);
        problems = [...left];
        const files = side.prices.get(manifest.file);
        const own = files ? (0,overlay/* overlay */.L)(book, files.providers, files.snapshot) : book;
        const byDay = new Map();
        const pricing = (day = date) => (0,get_or_insert/* getOrInsert */.P)(byDay, day, () => (0,engine_pricing/* pricingOf */.u6)(manifest, own, day));
        for (const { file, name, keys, plan, problems: found } of (0,estimate/* estimateManifest */.g)(pricing())) {
            problems.push(...found.filter(({ severity, code }) => severity === "error" && FATAL.has(code)));
            if (!keys)
                continue;
            const jobs = (0,risk/* jobPolicyOf */.FH)(keys, pricing());
            const billed = (status) => status === "success" ? 1 : status === "unknown" ? "unknown" : (keys.reliability.billed?.[status] ?? jobs.billed?.[status]?.value ?? "unknown");
            workloads.push({ index: workloads.length, file, name, keys, jobs, pricing, declared: unplanned.has(name) ? null : (plan?.jobs ?? null), billed });
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
    const [only, ...others] = candidates;
    return only && others.length === 0 ? { to: only } : { to: null, why: "ambiguous" };
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

// EXTERNAL MODULE: ./lib/src/joblog/records/formats.js + 2 modules
var formats = __webpack_require__(7269);
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
    const recognised = (tree) => {
        if (last !== undefined && formats/* FORMATS */.h[last].recognises(tree))
            return last;
        last = formats/* FORMAT_NAMES */.B.find((name) => formats/* FORMATS */.h[name].recognises(tree));
        return last;
    };
    return (value) => {
        if (!(0,notation_tree/* isTree */.xK)(value))
            return { flaw: "not-a-record", field: "", value: (0,read_value/* shown */.S)(value) };
        const tree = value;
        const own = format === undefined && (mapping.has("job_id") || "job_id" in tree || "jobId" in tree);
        const name = own ? undefined : (format ?? recognised(tree));
        if (name === undefined && !own && mapped.length === 0)
            return plain(tree);
        if (own && tree["status"] === undefined && !mapping.has("status")) {
            const [other] = pathsTo(tree, STATUS);
            if (other !== undefined)
                return { flaw: "other-name", field: "status", value: `--map status=${other}` };
        }
        const raw = name === undefined ? tree : { ...formats/* FORMATS */.h[name].read(tree), ...beside(tree) };
        if (mapped.length === 0)
            return raw;
        const renamed = { ...raw };
        for (const [field, path] of mapped)
            renamed[field] = at(value, path);
        return renamed;
    };
}
/** What logs call the end of a job. */
const STATUS = /^((task|job|video|final|end|current)_?)?(status|state|outcome|result)$/i;
/** An object of no API that is known: `id` and `task_id` are job ids, `state` is a status; else what it looks like it has, as the options that would read it. */
function plain(tree) {
    const id = tree["id"] ?? tree["task_id"] ?? tree["taskId"];
    const status = tree["status"] ?? tree["state"] ?? tree["task_status"];
    if (id !== undefined && status !== undefined)
        return { ...tree, job_id: id, status };
    const [ids, statuses] = [pathsTo(tree, /^(id|(task|job|prediction|generation|operation|video|request)_?id)$/i), pathsTo(tree, STATUS)];
    if (ids[0] === undefined || statuses[0] === undefined)
        return tree;
    return { flaw: "unknown-shape", field: "", value: `--map job_id=${ids[0]} --map status=${statuses[0]}` };
}
/** Paths of texts and numbers whose key matches, at most three keys deep, the shallowest first. */
function pathsTo(tree, key, before = "", depth = 0) {
    const here = [];
    const below = [];
    for (const [name, value] of Object.entries(tree)) {
        if (typeof value === "object" && value !== null && !Array.isArray(value) && depth < 2)
            below.push(...pathsTo(value, key, `${before}${name}.`, depth + 1));
        else if (key.test(name) && (typeof value === "string" || typeof value === "number"))
            here.push(`${before}${name}`);
    }
    return [...here, ...below];
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
        if (!(0,notation_tree/* isTree */.xK)(found) || !Object.hasOwn(found, key))
            return undefined;
        found = found[key];
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/src/joblog/records/page.js
/** Where list endpoints have their jobs: of Replicate, of OpenAI and Kling, of ModelArk, Luma, Google and Bedrock. */
const LISTS = ["results", "data", "items", "generations", "operations", "tasks", "asyncInvokeSummaries"];
/** The jobs of a page as a list endpoint returns it; null where a value is no page. */
function pageOf(value) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return null;
    const page = value;
    if ("job_id" in page || "jobId" in page || "id" in page || "task_id" in page || "name" in page || ("status" in page && page["object"] !== "list"))
        return null;
    for (const key of LISTS) {
        const jobs = page[key];
        if (Array.isArray(jobs) && jobs.every((job) => typeof job === "object" && job !== null))
            return jobs;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/accept-records.js



/** Takes records of jobs, in our words or in a provider's, into what holds them against the plan. @param formatOf recognised by its shape where it is not given */
function jobsInto(reconciler, formatOf, map) {
    const toRecord = recordMapper(formatOf, map);
    const read = jobReader();
    const accept = (value) => {
        const raw = toRecord(value);
        if ("flaw" in raw)
            return raw;
        const job = read(raw);
        if ("flaw" in job)
            return job;
        reconciler.add(job);
        return null;
    };
    return (value) => pageOf(value)?.map(accept) ?? accept(value);
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
/**
 * The same, and of a record that says neither money nor credits what its tokens cost at the price of its day: of a job of 108,900
 * tokens at CNY 46 a million, CNY 5.0094.
 */
function recordedMoney(job, workload, { amount, tokens }) {
    const isSilent = Number.isNaN(job.cost) && Number.isNaN(job.credits);
    return isSilent ? amount * (job.billed_tokens / tokens) : moneyOf(job, workload);
}
/** An amount of a log or a bill, in the reporting currency; "" is that already. NaN where there is no rate for it. */
function inReporting(amount, written, workload) {
    const { currency } = workload.pricing().manifest.settings;
    const from = written.length === 1 ? currencyOf(written, currency) : written.toUpperCase();
    return from === "" || from === currency ? amount : converted((0,decimal/* decimal */._)(amount), from, workload);
}
/** The currency of a sign: where several have it, the reporting one if it is one of them. `$` is else the dollar of the United States; `¥` is else nobody's. */
function currencyOf(sign, reporting) {
    if (sign === "$")
        return reporting.endsWith("D") ? reporting : "USD";
    if (sign === "¥")
        return reporting === "JPY" || reporting === "CNY" ? reporting : sign;
    return sign === "€" ? "EUR" : sign === "£" ? "GBP" : sign;
}
function converted(amount, from, workload) {
    const result = (0,engine_pricing/* toReporting */.G1)(amount, from, workload.pricing());
    return (0,convert/* isNoRate */.YP)(result) ? Number.NaN : result.toNumber();
}

// EXTERNAL MODULE: ./lib/src/notation/date.js
var date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/notation/time.js
var time = __webpack_require__(5568);
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
        tokens: line?.kind === "line" && line.meter === "token" ? line.quantity.toNumber() : Number.NaN,
        count,
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

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/near.js
/** Amounts that differ by less than this share are the same. */
const TOLERANCE = 0.005;
/** Whether two amounts are the same but for what rounding does to them. */
function near(one, other) {
    return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other)) + 1e-9;
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/price-candidates.js

/** Resolutions that clips are sold in. */
const RESOLUTIONS = ["360p", "480p", "540p", "720p", "768p", "1080p", "1440p", "2160p"];
/** A bill of more times the price than this is nobody's longer clip. */
const MOST_TIMES = 6;
/** Clips are sold in whole seconds and halves. */
const STEP = 0.5;
/**
 * What of a job the record or the bill shows, and what else than another unit price would explain its bill: another length or
 * resolution that nothing shows, or so many charges of it. `length` and `resolution` are what was billed, "" where nothing
 * says; `could` is a list such as `10 s, 1080p`.
 */
function priceCandidates({ job, workload, day, cost, expected, costOf }, bill) {
    const isAt = (seconds, resolution) => {
        const other = costOf(workload, day, seconds, resolution);
        return other !== null && near(other.amount, bill.amount) && !near(other.amount, cost.amount);
    };
    const shown = { length: Number.isNaN(bill.seconds) ? "" : `${bill.seconds} s`, resolution: bill.resolution };
    if (bill.amount > MOST_TIMES * expected)
        return { ...shown, could: "" };
    const asked = job.requested_seconds;
    const seconds = Math.round((cost.seconds * bill.amount) / cost.amount / STEP) * STEP;
    const lengths = Number.isNaN(bill.seconds) && seconds > 0 && isAt(seconds, job.resolution) ? [`${seconds} s`] : [];
    const resolutions = bill.resolution === "" && cost.resolution !== "" ? RESOLUTIONS.filter((resolution) => isAt(asked, resolution)) : [];
    const times = Math.round(bill.amount / expected);
    const charges = times >= 2 && near(bill.amount, times * expected) ? [`${times} charges`] : [];
    return { ...shown, could: [...lengths, ...resolutions.slice(0, 1), ...charges].join(", ") };
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/compare-job.js



/** A container is up to a few frames longer or shorter than what was asked for, in seconds. */
const FRAMES = 0.1;
function expectedRange(workload, job, cost) {
    const { bound } = cost;
    const amount = Number.isNaN(job.outputs_requested) ? cost.amount : (cost.amount * job.outputs_requested) / cost.count;
    const share = job.status === "pending" ? 0 : workload.billed(job.status);
    const [low, high] = share === "unknown" ? [0, amount] : withoutFiltered(workload, job, share * amount);
    return { low: bound === "upper" ? 0 : low, high: bound === "lower" && share !== 0 ? Number.POSITIVE_INFINITY : high };
}
/** Of four clips of which two were filtered, two are billed, and the others as what is moderated is. */
function withoutFiltered(workload, { status, outputs_requested: asked, outputs_delivered: made }, amount) {
    if (status !== "success" || !(made < asked))
        return [amount, amount];
    const policy = workload.billed("moderated");
    const billed = (share) => (amount * (made + (asked - made) * share)) / asked;
    return policy === "unknown" ? [billed(0), billed(1)] : [billed(policy), billed(policy)];
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
function differences(held, bill) {
    const { job, cost, expected } = held;
    const billed = bill.amount;
    const isSame = near(billed, expected);
    if (isSame && job.status !== "success")
        return NONE;
    const asked = job.resolution === "" ? cost.resolution : job.resolution;
    const got = bill.resolution;
    const isResolution = got === "" || asked === "" || isSameResolution(asked, got);
    const isLength = job.status !== "success" || isExpectedLength(bill.seconds, cost);
    if (isSame && isResolution && isLength)
        return NONE;
    const delta = billed - expected;
    if (bill.charges > 1 && near(bill.charge, expected) && isResolution)
        return [{ kind: "DOUBLE_BILLED", delta, args: { billed, expected, charges: bill.charges } }];
    if (job.status !== "success")
        return [ofFailure(held, bill, isResolution)];
    if (isLength && isResolution)
        return [{ kind: "UNIT_PRICE", delta, args: { billed, expected, ...priceCandidates(held, bill) } }];
    return ofOutput(held, bill, { isLength, isResolution, asked });
}
function ofFailure({ job, workload, cost, expected }, { amount: billed, resolution: got }, isResolution) {
    const delta = billed - expected;
    const isFull = job.status !== "pending" && workload.billed(job.status) === 1;
    const kind = delta < 0 ? "FAILED_JOB_CREDITED" : !isFull ? "FAILED_JOB_BILLED" : isResolution ? "UNIT_PRICE" : "RESOLUTION";
    const asked = job.resolution === "" ? cost.resolution : job.resolution;
    return { kind, delta, args: { billed, expected, status: job.status, asked, got } };
}
/** Another length, another resolution, or both: what the length alone would have changed is its part. */
function ofOutput({ job, workload, day, cost, expected, costOf }, { amount: billed, seconds, resolution: got }, { isLength, isResolution, asked }) {
    const delta = billed - expected;
    const longer = () => (costOf(workload, day, seconds, job.resolution)?.amount ?? cost.amount) - cost.amount;
    const ofLength = isLength ? 0 : isResolution ? delta : longer();
    const found = [];
    if (!isLength)
        found.push({ kind: "DURATION", delta: ofLength, args: { billed, expected, asked: cost.seconds, got: seconds } });
    if (!isResolution)
        found.push({ kind: "RESOLUTION", delta: delta - ofLength, args: { billed, expected, asked, got } });
    return found;
}
/** Providers report what was asked for, or what they round it to; either is right. */
function isExpectedLength(got, { seconds, billedSeconds, bound }) {
    if (Number.isNaN(got) || Number.isNaN(seconds))
        return true;
    const rounded = Number.isNaN(billedSeconds) ? seconds : billedSeconds;
    const least = bound === "upper" ? 0 : Math.min(seconds, rounded);
    const most = Math.max(seconds, rounded);
    const off = Math.max(least - got, got - most);
    return off <= Math.max(TOLERANCE * most, FRAMES);
}

// EXTERNAL MODULE: ./lib/src/joblog/reconcile/finding.js
var reconcile_finding = __webpack_require__(8502);
;// CONCATENATED MODULE: ./lib/src/joblog/bill/bill-days.js


function billHours() {
    const models = new Map();
    return {
        add(workload, hour, { low, high }, seconds) {
            const model = modelOf(workload);
            const { hours } = (0,get_or_insert/* getOrInsert */.P)(models, model, () => ({ model, workload, hours: new Map() }));
            const known = (0,get_or_insert/* getOrInsert */.P)(hours, hour, nothing);
            known.jobs++;
            known.range.low += low;
            known.range.high += high;
            if (!Number.isNaN(seconds))
                known.seconds += seconds;
        },
        all: () => models,
    };
}
/** The hours of a model by the days of a time zone that is so many hours ahead of UTC. */
function byDay({ hours }, ahead) {
    const days = new Map();
    for (const [hour, one] of hours)
        addTo((0,get_or_insert/* getOrInsert */.P)(days, Math.floor((hour + ahead) / 24), nothing), one);
    return days;
}
function addTo(sum, { jobs, range, seconds }) {
    sum.jobs += jobs;
    sum.range.low += range.low;
    sum.range.high += range.high;
    sum.seconds += seconds;
}
function nothing() {
    return { jobs: 0, range: { low: 0, high: 0 }, seconds: 0 };
}

;// CONCATENATED MODULE: ./lib/src/joblog/bill/row-workload.js

/** Words of an id that a bill does not say: versions of an interface, and what every video model is called. */
const GENERIC = new Set(["generate", "generation", "preview", "video", "exp", "latest", "001", "002", "v1", "v2", "text", "image", "to", "t2v", "i2v", "ai"]);
/**
 * The workload whose model a row is for: by the model's id or an alias, somewhere in what the row says; else by the words of its
 * id, as `Veo 3.1 Fast Video Generation` is `veo-3.1-fast-generate-001`, the longest first.
 */
function workloadOfRow({ workloads }, { about }) {
    const text = about.toLowerCase();
    if (text === "")
        return undefined;
    const exact = longest(workloads, (name) => (text === name ? 2 * name.length : text.includes(name) ? name.length : 0));
    if (exact)
        return exact;
    const words = new Set(wordsOf(text));
    const squashed = text.replace(/[^a-z0-9]/g, "");
    return longest(workloads, (name) => {
        const own = wordsOf(name.replace(/^(?:[a-z0-9-]+\/|[a-z]+\.)|:\d+$/g, "")).filter((word) => !GENERIC.has(word));
        const isNamed = own.some((word) => /[a-z]{3}/.test(word)) && (own.every((word) => words.has(word)) || squashed.includes(own.join("")));
        return isNamed ? own.join("").length : 0;
    });
}
function longest(workloads, score) {
    let [best, most] = [undefined, 0];
    for (const workload of workloads) {
        const own = Math.max(...namesOf(workload).map((name) => score(name.toLowerCase())));
        if (own > most)
            [best, most] = [workload, own];
    }
    return best;
}
function wordsOf(text) {
    return text.split(/[^a-z0-9.]+|(?<=[a-z])(?=v\d)/).filter((word) => word !== "" && word !== ".");
}

;// CONCATENATED MODULE: ./lib/src/joblog/bill/bill-by-day.js







/** Time zones of bills, hours ahead of UTC. */
const ZONES = Array.from({ length: 27 }, (_, i) => i - 12);
/** Another time zone than UTC is a bill's where it leaves less than this share of the differences. */
const EXPLAINED = 0.5;
/**
 * Compares rows that name no job with the jobs of their model and days: rows of a day, in the time zone that fits, and
 * rows of a month. Days whose differences cancel with their neighbours' are shifted, and are no difference.
 */
function compareByDay(hours, tally) {
    const all = hours.all();
    const { models, isLumped } = rowsByModel(tally);
    const expected = isLumped ? lumped([...all.values()]) : all;
    const zone = zoneOf(models, expected);
    tally.shift.zone = zone;
    for (const model of new Set([...models.keys(), ...expected.keys()])) {
        const found = compareModel(model, { hours: expected.get(model), rows: models.get(model) }, zone, tally);
        const { left, shifted } = withoutShifts(found);
        tally.shift.days += shifted;
        for (const { finding, jobs } of left)
            tally.find(finding, Math.max(1, jobs));
    }
}
/** Rows by model; where a row names none and the plan has several, all rows and jobs of a day are one. */
function rowsByModel(tally) {
    const { plan, bill } = tally;
    const rows = bill?.rest() ?? [];
    const models = new Map();
    const only = new Set(plan.workloads.map(modelOf)).size === 1;
    const isLumped = !only && rows.some(({ about }) => about === "");
    for (const row of rows) {
        const workload = only && row.about === "" ? plan.workloads[0] : isLumped ? (workloadOfRow(plan, row) ?? plan.workloads[0]) : workloadOfRow(plan, row);
        if (!workload) {
            unknownModel(row, tally);
            continue;
        }
        const of = (0,get_or_insert/* getOrInsert */.P)(models, isLumped ? "" : modelOf(workload), () => ({ workload, rows: new Map() }));
        const key = `${row.from} ${row.day}`;
        const known = of.rows.get(key);
        const sum = known && {
            ...known,
            amount: known.amount + row.amount,
            seconds: known.seconds + row.seconds,
            requests: known.requests + row.requests,
        };
        of.rows.set(key, sum ?? row);
    }
    return { models, isLumped };
}
function lumped(all) {
    const [first] = all;
    if (!first)
        return new Map();
    const hours = new Map();
    for (const model of all)
        for (const [hour, one] of model.hours)
            addTo((0,get_or_insert/* getOrInsert */.P)(hours, hour, nothing), one);
    return new Map([["", { model: "", workload: first.workload, hours }]]);
}
/** A row of what no workload uses: out of plan in a provider's own bill; a bill of everything that an account uses has many such rows. */
function unknownModel(row, tally) {
    if (tally.bill?.isOfEverything()) {
        tally.outside(1, row.amount);
        return;
    }
    tally.paid(row.amount);
    tally.find({ ...(0,reconcile_finding/* findingOf */.hD)("OUT_OF_PLAN", null, row.amount, { why: "model", what: row.sku }), day: row.day }, 1);
}
/** The time zone of the bill's days, as hours ahead of UTC: the one that leaves the least unexplained, and UTC unless another leaves less than half of that. */
function zoneOf(models, expected) {
    const left = (ahead) => {
        let sum = 0;
        for (const [model, { rows }] of models) {
            const hours = expected.get(model);
            const days = hours ? byDay(hours, ahead) : new Map();
            for (const { from, day, amount } of rows.values()) {
                if (from !== day || Number.isNaN(amount))
                    continue;
                const range = days.get(day)?.range ?? { low: 0, high: 0 };
                const due = nearestExpected(range, amount);
                if (!near(amount, due))
                    sum += Math.abs(amount - due);
            }
        }
        return sum;
    };
    const utc = left(0);
    if (utc === 0)
        return 0;
    const [best = 0] = ZONES.map((ahead) => [ahead, left(ahead)])
        .sort(([a, x], [b, y]) => x - y || Math.abs(a) - Math.abs(b))
        .map(([ahead, rest]) => (rest < EXPLAINED * utc ? ahead : 0));
    return best;
}
function compareModel(model, { hours, rows }, zone, tally) {
    const found = [];
    const days = hours ? byDay(hours, zone) : new Map();
    const name = model === "" ? "all models" : model;
    for (const row of rows?.rows.values() ?? []) {
        const jobs = nothing();
        for (const [day, one] of days) {
            if (!(row.from === day || (day >= row.from && day <= row.day) || (Number.isNaN(day) && Number.isNaN(row.day))))
                continue;
            addTo(jobs, one);
            days.delete(day);
        }
        if (!tally.covers(row.from, row.day)) {
            tally.outside(1, row.amount);
            if (jobs.jobs > 0)
                tally.uncovered(jobs.jobs, jobs.range.low, false);
        }
        else
            found.push(...compareRow({ sku: name, workload: rows.workload }, row, jobs, tally));
    }
    for (const [day, jobs] of days)
        found.push(...withoutRow({ sku: name, workload: hours.workload, hasRows: rows !== undefined }, day, jobs, tally));
    return found.sort((a, b) => a.from - b.from);
}
/** One row, of a day or a month, against its jobs. */
function compareRow({ sku, workload }, row, { jobs, range, seconds }, tally) {
    const { from, day, amount } = row;
    if (Number.isNaN(amount)) {
        tally.coverage.details.unreadable(jobs);
        tally.coverage.aside("unreadable", jobs, Number.NaN, range.low);
        return [];
    }
    const due = nearestExpected(range, amount);
    tally.paid(amount);
    tally.due(due);
    tally.coverage.compared.add(jobs, amount);
    if (near(amount, due))
        return [];
    const isLength = !Number.isNaN(row.seconds) && seconds > 0 && !near(row.seconds, seconds);
    const args = { sku, from, day, jobs, billed: amount, expected: due, requests: row.requests };
    const kind = jobs === 0 ? "GHOST" : isLength ? "DURATION" : "UNIT_PRICE";
    const finding = {
        ...(0,reconcile_finding/* findingOf */.hD)(kind, workload.name, amount - due, { ...args, sku: jobs === 0 ? row.sku || sku : sku, ...(isLength && { asked: seconds, got: row.seconds }) }),
        day,
        provisional: tally.isProvisional(day),
    };
    return [{ from, day, delta: amount - due, finding, jobs }];
}
/** Jobs of a day that no row is for. */
function withoutRow({ sku, workload, hasRows }, day, { jobs, range }, tally) {
    if (!hasRows || !tally.isBilledDay(day)) {
        tally.uncovered(jobs, range.low, tally.isBilledDay(day));
        return [];
    }
    const provisional = tally.isProvisional(day);
    if (range.low > 0 && provisional) {
        tally.coverage.details.awaited.add(jobs, range.low);
        tally.coverage.aside("provisional", jobs, Number.NaN, range.low);
    }
    else {
        tally.due(range.low);
        tally.coverage.compared.add(jobs, 0);
    }
    if (range.low === 0)
        return [];
    const args = { sku, from: day, day, jobs, expected: range.low, billed: 0 };
    const finding = { ...(0,reconcile_finding/* findingOf */.hD)("UNBILLED", workload.name, -range.low, args), day, provisional };
    return [{ from: day, day, delta: -range.low, finding, jobs }];
}
/** Takes out runs of days whose differences add up to nothing: what is missing on one is on the next. */
function withoutShifts(found) {
    const left = [];
    let shifted = 0;
    for (let at = 0; at < found.length;) {
        const length = lengthOfShift(found, at);
        if (length === 0)
            left.push(found[at]);
        else
            shifted += length;
        at += Math.max(1, length);
    }
    return { left, shifted };
}
/** How many days from one on cancel out; 0 where they do not. */
function lengthOfShift(found, at) {
    let [sum, most] = [0, 0];
    for (let next = at; next < found.length; next++) {
        const one = found[next];
        const isDay = one.from === one.day && !one.finding.provisional;
        if (!isDay || (next > at && one.day !== found[next - 1].day + 1))
            return 0;
        sum += one.delta;
        most = Math.max(most, Math.abs(one.delta));
        if (next > at && Math.abs(sum) <= TOLERANCE * most + 1e-9)
            return next - at + 1;
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/src/joblog/bill/billing-rest.js


/**
 * What is left of a bill by job when all jobs are read: rows of jobs that nobody logged, each by itself, and rows that name no
 * job (refunds, adjustments, an account's own id), which are one.
 */
function rowsWithoutJobs(billing, tally) {
    const common = billing.commonId();
    const rest = billing.rest();
    for (const row of billing.jobs().values()) {
        if (row.matched)
            continue;
        if (row.id === common)
            rest.push(row);
        else
            ghost(row, tally);
    }
    adjustments(rest, tally);
}
function ghost(row, tally) {
    const { id, request_id, sku, amount, day } = row;
    if (!tally.covers(day, day)) {
        tally.outside(1, amount);
        return;
    }
    if (Number.isNaN(amount)) {
        tally.coverage.details.unreadable(1);
        tally.coverage.aside("unreadable", 1, Number.NaN, Number.NaN);
        return;
    }
    tally.paid(amount);
    tally.coverage.compared.add(0, amount);
    // A row of nothing is no difference: a failure that is free, of a job that the log lost.
    if (amount === 0)
        return;
    const workload = workloadOfRow(tally.plan, row)?.name ?? null;
    const finding = (0,reconcile_finding/* findingOf */.hD)("GHOST", workload, amount, { billed: amount, sku, day });
    tally.find({ ...finding, job_id: id, request_id, day, provisional: tally.isProvisional(day) }, 1);
}
/** Rows without a job, of the days of the log, as one difference. */
function adjustments(rows, tally) {
    let [count, sum, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { amount, day } of rows) {
        if (!tally.covers(day, day) || Number.isNaN(amount)) {
            if (Number.isNaN(amount))
                tally.coverage.aside("unreadable", 1, Number.NaN, Number.NaN);
            else
                tally.outside(1, amount);
            continue;
        }
        count++;
        sum += amount;
        first = Math.min(first, day);
        last = Math.max(last, day);
    }
    if (count === 0 || sum === 0)
        return;
    tally.paid(sum);
    tally.find({ ...(0,reconcile_finding/* findingOf */.hD)("ADJUSTMENT", null, sum, { rows: count, billed: sum, from: first, to: last }), day: first }, count);
}

;// CONCATENATED MODULE: ./lib/src/joblog/bill/join.js
/** Words that stand before an id and are no part of it: `video_9f`, `job:9f`, `acme:9f`, `models/x/operations/9f`. */
const WORDS = "job|task|video|prediction|generation|request|operation|id";
/**
 * Decides how the ids of a bill are those of a log, from the ids of some jobs of the bill's days: as they are where half of
 * them or more are found so; else by the rule that finds the most.
 * @param providers the slugs that may stand before an id
 */
function joinOf(billing, sample, providers) {
    if (!billing.byJob())
        return { by: "day", why: "nameless", id: "" };
    const rules = rulesFor(providers);
    const found = (rule) => {
        const keys = new Set([...billing.jobs().keys()].map(rules[rule]));
        return sample.filter((id) => keys.has(rules[rule](id))).length;
    };
    const exact = found("exact");
    if (sample.length === 0 || 2 * exact >= sample.length)
        return { by: "job", rule: "exact" };
    let [best, most] = ["exact", exact];
    for (const rule of ["case", "prefix", "case-and-prefix"]) {
        const number = found(rule);
        if (number > most)
            [best, most] = [rule, number];
    }
    if (most > 0)
        return { by: "job", rule: best };
    const common = billing.commonId();
    if (common !== null)
        return { by: "day", why: "common", id: common };
    return { by: "day", why: "foreign", id: billing.jobs().keys().next().value ?? "" };
}
/** Looks up the row of a job by a rule, and marks it as found; two ids of the bill that are one by it are none. */
function rowFinder(billing, rule, providers) {
    const mark = (row) => {
        if (!row)
            return undefined;
        row.matched = true;
        return row;
    };
    if (rule === "exact")
        return (job_id) => mark(billing.jobs().get(job_id));
    const key = rulesFor(providers)[rule];
    const rows = new Map();
    for (const [id, row] of billing.jobs())
        rows.set(key(id), rows.has(key(id)) ? null : row);
    return (job_id) => mark(billing.jobs().get(job_id) ?? rows.get(key(job_id)));
}
/** Of each rule, what of an id must be the same on both sides. */
function rulesFor(providers) {
    const names = providers.map((name) => name.toLowerCase().replace(/[^a-z0-9-]/g, ""));
    const before = new RegExp(`^(?:${[WORDS, ...names].join("|")})[-_.#]`, "i");
    const bare = (id) => id.replace(/^.*[/:|]/, "").replace(before, "");
    return { exact: (id) => id, case: (id) => id.toLowerCase(), prefix: bare, "case-and-prefix": (id) => bare(id).toLowerCase() };
}

;// CONCATENATED MODULE: ./lib/src/joblog/measure/successes.js
/** Jobs of a workload that succeeded on a day or later (days since 1970) and whose cost is known. */
function successesSince(plan, observed) {
    return (name, from) => {
        let jobs = 0;
        for (const workload of plan.workloads) {
            if (workload.name !== name)
                continue;
            for (const [day, { priced }] of observed[workload.index]?.days ?? [])
                if (day >= from)
                    jobs += priced;
        }
        return jobs;
    };
}

// EXTERNAL MODULE: ./lib/src/notation/record-of.js
var record_of = __webpack_require__(100);
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
;// CONCATENATED MODULE: ./lib/src/joblog/measure/expected-polls.js
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

;// CONCATENATED MODULE: ./lib/src/joblog/measure/observed.js







function nothingObserved() {
    return {
        jobs: 0,
        outcomes: (0,record_of/* recordOf */.z)(records_status/* STATUSES */.f, () => ({ jobs: 0, costed: 0, billed: 0 })),
        times: { ended: 0, sum: 0, squares: 0, gaveUp: new Map() },
        first: Number.POSITIVE_INFINITY,
        last: Number.NEGATIVE_INFINITY,
        named: 0,
        takes: 0,
        requests: 0,
        kept: { marked: 0, kept: 0 },
        polls: { jobs: 0, sent: 0, expectedJobs: 0, sentThere: 0, expected: 0 },
        duplicates: { certain: 0, likely: 0, possible: 0 },
        unit: medianOf(),
        listed: { jobs: 0, amount: 0 },
        days: new Map(),
    };
}
function newDay() {
    return { jobs: 0, priced: 0, requests: 0, cost: (0,sum/* newSum */.E)() };
}
/**
 * Counts one job.
 * @param cost in the reporting currency, NaN where it is not known
 * @param isNew whether no job of the same take, and of the same request, came before it
 */
function observe(seen, job, cost, isNew) {
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
        const known = (0,get_or_insert/* getOrInsert */.P)(seen.days, day, newDay);
        known.jobs++;
        if (isNew.request)
            known.requests++;
        if (!Number.isNaN(cost)) {
            known.cost.add(cost);
            if (job.status === "success")
                known.priced++;
        }
    }
    if (job.request_id !== "") {
        seen.named++;
        if (isNew.take)
            seen.takes++;
        if (isNew.request)
            seen.requests++;
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
    const day = (0,get_or_insert/* getOrInsert */.P)(seen.days, (0,time/* dayOf */.k)(job.submitted_at), newDay);
    day.jobs += jobs;
    day.requests += group.requests;
    if (!Number.isNaN(cost)) {
        day.cost.add(cost * jobs);
        if (job.status === "success")
            day.priced += jobs;
    }
    seen.times.ended += group.ended;
    seen.times.sum += group.sum;
    seen.times.squares += group.squares;
    if (group.gaveUpAfter > 0)
        seen.times.gaveUp.set(group.gaveUpAfter, (seen.times.gaveUp.get(group.gaveUpAfter) ?? 0) + jobs);
    seen.named += group.named;
    seen.takes += group.takes;
    seen.requests += group.requests;
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
    polls.expected += expectedPolls(schedule, watched);
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/hold-job.js









/** Holds one job against the plan. */
function holdJob(job, source, tally) {
    const held = hold(job, ONE_JOB, source, tally);
    if (!held)
        return;
    const { workload, cost, charged } = held;
    // A success of which nobody says what it cost counts at its price.
    const worth = Number.isNaN(charged) && job.status === "success" ? (cost?.amount ?? Number.NaN) : charged;
    const { newTake, duplicate } = tally.repeated.add(job, workload.index, worth, workload.keys.client.timeout ?? Number.NaN);
    const seen = tally.observed[workload.index];
    const request = job.request_id !== "" && (tally.requests[workload.index]?.isNew(job.request_id) ?? false);
    observe(seen, job, charged, { take: newTake, request });
    observePolls(seen, job, tally.schedules[workload.index] ?? null);
    if (duplicate)
        repeats(duplicate, workload, tally);
}
/** Holds a group of jobs that are alike against the plan. */
function holdGroup(job, group, source, tally) {
    const held = hold(job, group, source, tally);
    if (!held)
        return;
    if (group.last > tally.last)
        tally.last = group.last;
    observeGroup(tally.observed[held.workload.index], job, held.charged, group);
    const duplicate = group.repeats?.(held.charged, held.workload.keys.client.timeout ?? Number.NaN);
    if (duplicate)
        repeats(duplicate, held.workload, tally);
}
function repeats(duplicate, workload, { duplicated, duplicates, observed, most }) {
    duplicated.count++;
    duplicated.wasted.add(duplicate.wasted);
    observed[workload.index].duplicates[duplicate.confidence]++;
    if (duplicates.length < most)
        duplicates.push(duplicate);
}
function hold(job, group, source, tally) {
    if (job.status === "pending") {
        notEnded(job, group, source, tally);
        return null;
    }
    tally.jobs += group.jobs;
    if (job.submitted_at < tally.first)
        tally.first = job.submitted_at;
    if (job.submitted_at > tally.last)
        tally.last = job.submitted_at;
    const belongs = tally.plan.belongs(job);
    if (belongs.to === null) {
        unplaced(job, belongs.why, { group, source, tally });
        return null;
    }
    const workload = belongs.to;
    const day = (0,time/* dayOf */.k)(job.submitted_at);
    const cost = tally.costOf(workload, day, job.requested_seconds, job.resolution);
    if (!cost) {
        const charged = chargedOf(job, workload, source);
        tally.coverage.details.unpriced(workload.name).add(group.jobs, charged * group.jobs);
        setAside("no-price", group.jobs, { billed: charged * group.jobs, listed: Number.NaN }, tally);
        return { workload, cost, charged };
    }
    const { listed } = tally.observed[workload.index];
    listed.jobs += group.jobs;
    listed.amount += cost.amount * group.jobs;
    const charged = compare({ job, workload, day, cost }, { group, source, tally });
    if (job.status === "success" && charged > 0)
        tally.observed[workload.index]?.unit.add(unitPrice({ job, workload, day, cost }, charged, tally), group.jobs);
    return { workload, cost, charged };
}
/** @returns what the job cost, by the bill where there is one for it, else by the log */
function compare({ job, workload, day, cost }, setting) {
    const { group, source, tally } = setting;
    const range = expectedRange(workload, job, cost);
    if (source.from === "days") {
        source.hours.add(workload, Math.floor(job.submitted_at / 3600), range, job.status === "success" ? cost.billedSeconds : Number.NaN);
        return recordedMoney(job, workload, cost);
    }
    const row = source.from === "rows" ? source.rowOf(job.job_id) : undefined;
    const isCovered = source.from === "log" || row !== undefined || tally.isBilledDay(day);
    // A job that need not be billed, and is not, cost nothing.
    const charged = row ? row.amount : source.from === "log" ? recordedMoney(job, workload, cost) : range.low === 0 && isCovered ? 0 : Number.NaN;
    if (Number.isNaN(charged)) {
        withoutMoney({ job, workload, day, cost }, range, { row, isCovered, ...setting });
        return charged;
    }
    const due = nearestExpected(range, charged);
    const isInRange = due === charged;
    if (job.status === "unknown" && isInRange && range.high > range.low) {
        setAside("outcome-unknown", group.jobs, { billed: charged * group.jobs, listed: range.high * group.jobs }, tally);
        return charged;
    }
    tally.paid(charged * group.jobs);
    tally.due(due * group.jobs);
    tally.coverage.compared.add(group.jobs, charged * group.jobs);
    const provisional = row !== undefined && tally.isProvisional(row.day);
    const held = { job, workload, day, cost, expected: due, costOf: tally.costOf };
    for (const difference of differences(held, billOf(job, charged, row)))
        report({ job, workload: workload.name, day }, difference, { group, tally, provisional });
    return charged;
}
/** A job of which nobody says, or nobody can read, what it cost. */
function withoutMoney({ job, workload, day }, { low, high }, { row, isCovered, group, source, tally }) {
    const { jobs } = group;
    const { coverage } = tally;
    const listed = (job.status === "success" || !Number.isFinite(high) ? low : Math.min(low, high)) * jobs;
    if (row || job.currency !== "") {
        coverage.details.unreadable(jobs);
        coverage.aside("unreadable", jobs, Number.NaN, listed);
    }
    else if (source.from === "log")
        coverage.aside("no-cost", jobs, Number.NaN, listed);
    else if (!isCovered)
        tally.uncovered(jobs, listed, false);
    else {
        const provisional = tally.isProvisional(day);
        if (provisional) {
            coverage.details.awaited.add(jobs, low * jobs);
            coverage.aside("provisional", jobs, Number.NaN, listed);
        }
        else {
            tally.due(low * jobs);
            coverage.compared.add(jobs, 0);
        }
        report({ job, workload: workload.name, day }, { kind: "UNBILLED", delta: -low, args: { expected: low, billed: 0 } }, { group, tally, provisional });
    }
}
/** What is billed of a job that its own log does not know to have ended, or that has not ended for days. */
function notEnded(job, group, source, tally) {
    const row = source.from === "rows" ? source.rowOf(job.job_id) : undefined;
    const belongs = tally.plan.belongs(job);
    const day = (0,time/* dayOf */.k)(job.submitted_at);
    const since = Number.isFinite(day) ? (0,date/* dateOfDay */.e9)(day) : "";
    const workload = belongs.to?.name ?? null;
    if (row && row.amount !== 0 && !Number.isNaN(row.amount)) {
        tally.paid(row.amount);
        tally.coverage.compared.add(0, row.amount);
        const provisional = tally.isProvisional(row.day);
        report({ job, workload, day }, { kind: "NOT_ENDED", delta: row.amount, args: { billed: row.amount, expected: 0, since } }, { group, tally, provisional });
        return;
    }
    tally.coverage.details.pending(group.jobs);
    // What is still to be expected on the day of the run is no finding.
    if (tally.isStuck(day))
        report({ job, workload, day }, { kind: "NOT_ENDED", delta: 0, args: { since } }, { group, tally, provisional: false });
}
/** A job of nothing in the plan: what was billed of it is in no budget. */
function unplaced(job, why, { group, source, tally }) {
    const row = source.from === "rows" ? source.rowOf(job.job_id) : undefined;
    const isOther = job.currency !== "" && job.currency !== tally.plan.currency;
    const cost = row ? row.amount : source.from !== "log" || isOther ? Number.NaN : job.cost;
    if (why === "ambiguous") {
        tally.coverage.details.ambiguous.add(group.jobs, cost * group.jobs);
        setAside("no-price", group.jobs, { billed: cost * group.jobs, listed: Number.NaN }, tally);
        return;
    }
    if (Number.isNaN(cost))
        tally.coverage.aside(isOther ? "unreadable" : "no-cost", group.jobs, Number.NaN, Number.NaN);
    else {
        tally.paid(cost * group.jobs);
        tally.coverage.compared.add(group.jobs, cost * group.jobs);
    }
    const what = why === "provider" ? job.provider : job.model;
    const known = (0,get_or_insert/* getOrInsert */.P)(tally.outOfPlan, `${why} ${what}`, () => {
        const day = (0,time/* dayOf */.k)(job.submitted_at);
        return { finding: (0,reconcile_finding/* kept */.LP)({ ...(0,reconcile_finding/* findingOf */.hD)("OUT_OF_PLAN", null, 0, { why, what, example: job.job_id }), day }), jobs: 0, delta: (0,sum/* newSum */.E)(), unknown: false };
    });
    known.jobs += group.jobs;
    if (Number.isNaN(cost))
        known.unknown = true;
    else
        known.delta.add(cost * group.jobs);
}
function setAside(why, jobs, { billed, listed }, { coverage, paid }) {
    coverage.aside(why, jobs, billed, listed);
    if (!Number.isNaN(billed))
        paid(billed);
}
function chargedOf(job, workload, source) {
    const row = source.from === "rows" ? source.rowOf(job.job_id) : undefined;
    return row?.amount ?? moneyOf(job, workload);
}
/** The bill of one job: the row says how long and how large a clip it is for, where the record does not. */
function billOf({ billed_seconds, billed_resolution }, amount, row) {
    if (!row)
        return { amount, seconds: billed_seconds, resolution: billed_resolution, charges: 0, charge: Number.NaN };
    const one = row.charges === 1;
    return {
        amount,
        seconds: Number.isNaN(billed_seconds) && one ? row.seconds : billed_seconds,
        resolution: billed_resolution === "" ? (/(?<![a-z0-9])(\d{3,4}p|4k)(?![a-z0-9])/i.exec(row.about)?.[1] ?? "") : billed_resolution,
        charges: row.charges,
        charge: row.charge,
    };
}
function report({ job, workload, day }, { kind, delta, args }, { group, tally, provisional }) {
    const { job_id, request_id, metadata } = job;
    tally.find({
        ...(0,reconcile_finding/* findingOf */.hD)(kind, workload, delta * group.jobs, group.jobs === 1 ? args : { ...args, alike: group.jobs }),
        job_id,
        request_id,
        day,
        provisional,
        metadata: metadata === undefined || metadata === null ? "" : typeof metadata === "string" ? metadata : JSON.stringify(metadata),
    }, group.jobs);
}
/** What one second (or clip, or token) cost, before factors: the workload's own rate, times the bill over the price of what was billed. */
function unitPrice({ job, workload, day, cost }, charged, { units, costOf }) {
    let unit = units[workload.index];
    if (unit === undefined) {
        unit = costOf(workload, day, Number.NaN, "")?.unit ?? cost.unit;
        units[workload.index] = unit;
    }
    const isAsked = !(job.billed_seconds > 0) || (job.billed_seconds === cost.billedSeconds && job.billed_resolution === job.resolution);
    const asBilled = isAsked ? cost : costOf(workload, day, job.billed_seconds, job.billed_resolution === "" ? job.resolution : job.billed_resolution);
    return asBilled && asBilled.amount > 0 ? (unit * charged) / asBilled.amount : Number.NaN;
}

// EXTERNAL MODULE: ./lib/src/engine/volume.js
var volume = __webpack_require__(3975);
// EXTERNAL MODULE: ./lib/src/joblog/measure/volume.js
var measure_volume = __webpack_require__(7805);
;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/monthly-findings.js






/** What differs from the manifest over a whole workload: more or fewer jobs than declared, and more status requests than one client sends. */
function monthlyFindings(plan, observed, costOf) {
    const covered = (0,measure_volume/* coveredDays */.Wh)(observed);
    return plan.workloads.flatMap((workload) => {
        const seen = observed[workload.index];
        return [...monthly_findings_volume(workload, seen, covered, costOf), ...polling(workload, seen)];
    });
}
/** Clips against the clips that are planned where every job names its request; else jobs against those that are planned before retries. */
function monthly_findings_volume(workload, seen, covered, costOf) {
    const { declared: plannedJobs, keys, pricing } = workload;
    if (plannedJobs === null)
        return [];
    const clips = (0,measure_volume/* clipPace */.O_)(seen, covered);
    const pace = clips ?? (0,measure_volume/* jobPace */.vo)(seen, covered);
    const declared = clips ? (0,volume/* clipsWanted */.$e)((0,volume/* volumeIn */.KS)(keys.volume, pricing().month)) : plannedJobs;
    if (pace.perMonth === null || !(0,measure_volume/* isOtherVolume */.B7)(pace, declared))
        return [];
    const jobs = declared === 0 ? 1 : plannedJobs / declared;
    const price = (costOf(workload, Number.NaN, Number.NaN, "")?.amount ?? 0) * jobs;
    const args = { jobs: pace.count, days: pace.days, per_month: pace.perMonth, declared, unit: clips ? "clip" : "job" };
    return [(0,reconcile_finding/* findingOf */.hD)("VOLUME", workload.name, (pace.perMonth - declared) * price, args)];
}
function polling(workload, { polls }) {
    const { expectedJobs: jobs, sentThere: sent, expected } = polls;
    if (jobs === 0 || expected === 0 || sent <= (1 + measure_volume/* MATERIAL */.w3) * expected)
        return [];
    const { usd } = workload.jobs.status_request ?? {};
    const price = (0,engine_pricing/* toReporting */.G1)((0,decimal/* decimal */._)(usd ?? 0), "USD", workload.pricing());
    const delta = (0,convert/* isNoRate */.YP)(price) ? null : (sent - expected) * price.toNumber();
    return [(0,reconcile_finding/* findingOf */.hD)("DUPLICATE_POLLING", workload.name, delta, { jobs, sent: sent / jobs, planned: expected / jobs })];
}

;// CONCATENATED MODULE: ./lib/src/joblog/measure/requests.js
/** Places of the table; requests of which so many others come in between are counted again. */
const PLACES = 1 << 16;
/** By 32 bits of hash (FNV-1a); two requests of one hash are one, once in four billion. */
function requestsIn() {
    const places = new Int32Array(PLACES);
    return {
        isNew(request_id) {
            let hash = 0x811c9dc5;
            for (let at = 0; at < request_id.length; at++)
                hash = Math.imul(hash ^ request_id.charCodeAt(at), 0x01000193);
            hash ^= hash >>> 15;
            // 0 is an empty place.
            if (hash === 0)
                hash = 1;
            const place = (hash ^ (hash >>> 16)) & (PLACES - 1);
            if (places[place] === hash)
                return false;
            places[place] = hash;
            return true;
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/causes.js




/** Kinds of a cause: that of its findings, and what only several jobs together show, that lengths are rounded up. */
const CAUSE_KINDS = [...reconcile_finding/* KINDS */.GW, "ROUNDED_UP"];
/** Findings of each cause that are kept as its examples. */
const EXAMPLES = 20;
/** Ratios this close are one: a cost that is rounded to a cent is off by a percent at $0.50. */
const causes_CLOSE = 0.012;
/** A log in which every job has a ratio of its own has no common cause: beyond so many they are one. */
const MOST = 5000;
/** The length that lengths are rounded up to, in seconds: clips are often sold in fives. */
const ROUNDED_TO = 5;
/** Two lengths that are both rounded up show a rule; one may be any mistake. */
const LEAST_LENGTHS = 2;
/** Kinds of which each job is off by a ratio of its own. */
const BY_RATIO = new Set(["DURATION", "RESOLUTION", "UNIT_PRICE", "DOUBLE_BILLED"]);
/** Kinds that are about the price of successes, so that "every job" can be said of them. */
const OF_SUCCESSES = BY_RATIO;
function causesIn() {
    const all = new Map();
    return {
        add(finding, jobs) {
            const what = whatOf(finding);
            const ratio = ratioOf(finding);
            const sign = Math.sign(finding.delta ?? 0);
            const group = `${finding.kind}\n${finding.workload ?? ""}\n${what}\n${sign}`;
            const place = Number.isNaN(ratio) || isRounded(finding) ? "" : ratio.toFixed(3);
            const key = `${group}\n${place}`;
            const at = (0,get_or_insert/* getOrInsert */.P)(all, all.has(key) || all.size < MOST ? key : group, () => newCause(finding, what, ratio));
            at.jobs += jobs;
            if (finding.delta === null)
                at.unknown = true;
            else
                at.delta.add(finding.delta);
            if (finding.day < at.from)
                at.from = finding.day;
            if (finding.day > at.to)
                at.to = finding.day;
            at.provisional &&= finding.provisional;
            if (isRounded(finding) && at.lengths.size < LEAST_LENGTHS)
                at.lengths.add(Number(finding.args["asked"]));
            if (at.examples.length < EXAMPLES)
                at.examples.push((0,reconcile_finding/* kept */.LP)(finding));
        },
        list: (since) => merged([...all.values()])
            .map((one) => causeOf(one, since))
            .sort((a, b) => weight(b) - weight(a) || order(a, b)),
    };
}
function newCause(first, what, ratio) {
    const times = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
    return { first: (0,reconcile_finding/* kept */.LP)(first), what, ratio, jobs: 0, delta: (0,sum/* newSum */.E)(), unknown: false, ...times, provisional: true, lengths: new Set(), examples: [] };
}
/** Whether a job was billed for the length that it asked for, rounded up. */
function isRounded({ kind, args }) {
    return kind === "DURATION" && Number(args["got"]) === Math.ceil(Number(args["asked"]) / ROUNDED_TO) * ROUNDED_TO;
}
function whatOf(finding) {
    const { kind, args } = finding;
    if (isRounded(finding))
        return `rounded up to ${ROUNDED_TO} s`;
    if (kind === "RESOLUTION")
        return `${String(args["asked"])} → ${String(args["got"])}`;
    if (kind === "FAILED_JOB_BILLED" || kind === "FAILED_JOB_CREDITED")
        return String(args["status"]);
    return kind === "OUT_OF_PLAN" ? String(args["what"]) : "";
}
function ratioOf({ kind, args }) {
    const expected = Number(args["expected"]);
    return BY_RATIO.has(kind) && expected > 0 ? Number(args["billed"]) / expected : Number.NaN;
}
/** Causes that differ by no more than what rounding a cost does are one. */
function merged(causes) {
    const groups = new Map();
    for (const one of causes) {
        const key = `${one.first.kind}\n${one.first.workload ?? ""}\n${one.what}\n${Math.sign(one.first.delta ?? 0)}`;
        (0,get_or_insert/* getOrInsert */.P)(groups, key, () => []).push(one);
    }
    return [...groups.values()].flatMap((group) => {
        const sorted = group.sort((a, b) => a.ratio - b.ratio);
        const result = [];
        for (const one of sorted) {
            const before = result.at(-1);
            if (before && one.what === before.what && Math.abs(one.ratio - before.ratio) <= causes_CLOSE * before.ratio)
                join(before, one);
            else
                result.push(one);
        }
        return result;
    });
}
function join(into, one) {
    into.ratio = (into.ratio * into.jobs + one.ratio * one.jobs) / (into.jobs + one.jobs);
    into.jobs += one.jobs;
    into.delta.add(one.delta.total());
    into.unknown ||= one.unknown;
    into.from = Math.min(into.from, one.from);
    into.to = Math.max(into.to, one.to);
    into.provisional &&= one.provisional;
    for (const length of one.lengths)
        into.lengths.add(length);
    into.examples = [...into.examples, ...one.examples].slice(0, EXAMPLES);
}
function causeOf(one, since) {
    const { kind, workload } = one.first;
    const isRule = one.lengths.size >= LEAST_LENGTHS;
    const hasDays = Number.isFinite(one.from);
    return {
        kind: isRule ? "ROUNDED_UP" : kind,
        workload,
        what: one.lengths.size > 0 && !isRule ? "" : one.what,
        ratio: Number.isNaN(one.ratio) || isRule ? null : one.ratio,
        from: hasDays ? (0,date/* dateOfDay */.e9)(one.from) : null,
        to: hasDays ? (0,date/* dateOfDay */.e9)(one.to) : null,
        jobs: one.jobs,
        of: hasDays && workload !== null && OF_SUCCESSES.has(kind) ? since(workload, one.from) : 0,
        delta: one.unknown ? null : one.delta.total(),
        provisional: one.provisional,
        examples: one.examples,
    };
}
function weight({ delta }) {
    // Sums of the same amounts in another order differ in their last digits.
    return delta === null ? Number.POSITIVE_INFINITY : Number(Math.abs(delta).toPrecision(9));
}
function order(a, b) {
    if (Math.sign(a.delta ?? 0) !== Math.sign(b.delta ?? 0))
        return (b.delta ?? 0) - (a.delta ?? 0);
    const key = ({ kind, workload, what, from }) => `${kind} ${workload ?? ""} ${what} ${from ?? ""}`;
    return key(a) < key(b) ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/coverage.js


/**
 * Why a job or a row of a bill was held against nothing. `no-cost`: neither the record nor a bill says what it cost. `no-price`: nothing
 * says what it should. `not-covered`: of days or models that the other side does not have. `provisional`: so new that its row may still come.
 * `unreadable`: what was billed is not readable, or in a currency without a rate. `outcome-unknown`: nobody saw how it ended.
 */
const NOT_COMPARED = ["no-cost", "no-price", "not-covered", "provisional", "unreadable", "outcome-unknown"];
function coverageOf() {
    const compared = counter();
    const asides = new Map();
    const unmatched = { jobs: 0, worth: (0,sum/* newSum */.E)() };
    const setAside = (why, jobs, billed, listed) => {
        const one = (0,get_or_insert/* getOrInsert */.P)(asides, why, () => ({ jobs: 0, billed: (0,sum/* newSum */.E)(), known: false, listed: (0,sum/* newSum */.E)() }));
        one.jobs += jobs;
        if (!Number.isNaN(billed)) {
            one.billed.add(billed);
            one.known = true;
        }
        if (!Number.isNaN(listed))
            one.listed.add(listed);
    };
    const [ambiguous, outside, uncovered, awaited] = [counter(), counter(), counter(), counter()];
    const unpriced = new Map();
    let [pending, unreadable] = [0, 0];
    return {
        compared,
        aside(why, jobs, billed, listed) {
            setAside(why, jobs, billed, listed);
            unmatched.jobs += jobs;
            const worth = Number.isNaN(billed) ? listed : billed;
            if (!Number.isNaN(worth))
                unmatched.worth.add(Math.abs(worth));
        },
        elsewhere: (jobs, billed, listed) => setAside("not-covered", jobs, billed, listed),
        details: {
            ambiguous,
            outside,
            uncovered,
            awaited,
            unpriced: (workload) => (0,get_or_insert/* getOrInsert */.P)(unpriced, workload, counter),
            pending: (jobs) => {
                pending += jobs;
            },
            unreadable: (jobs) => {
                unreadable += jobs;
            },
        },
        asides: () => NOT_COMPARED.flatMap((why) => {
            const one = asides.get(why);
            return one ? [{ why, jobs: one.jobs, billed: one.known ? one.billed.total() : null, listed: one.listed.total() }] : [];
        }),
        matched() {
            const { jobs, money } = compared.value();
            const rest = unmatched.worth.total();
            if (money + rest > 0)
                return money / (money + rest);
            return jobs === 0 ? 0 : jobs / (jobs + unmatched.jobs);
        },
        value: (late) => ({
            pending,
            late,
            unreadable,
            ambiguous: ambiguous.value(),
            outside: outside.value(),
            uncovered: uncovered.value(),
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

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/tally.js











/** A job that was submitted so many days ago or more and has not ended was lost. */
const STUCK_DAYS = 2;
function newTally(plan, { window, most, billing, today }) {
    const [billed, expected] = [(0,sum/* newSum */.E)(), (0,sum/* newSum */.E)()];
    const [found, causes, coverage] = [(0,reconcile_finding/* findingsUpTo */.hH)(most), causesIn(), coverageOf()];
    const tally = {
        plan,
        bill: billing,
        costOf: costs(),
        coverage,
        observed: plan.workloads.map(nothingObserved),
        schedules: plan.workloads.map(({ keys, jobs }) => scheduleOf(keys, jobs)),
        repeated: duplicatesIn(window),
        requests: plan.workloads.map(requestsIn),
        duplicates: [],
        most,
        duplicated: { count: 0, wasted: (0,sum/* newSum */.E)() },
        jobs: 0,
        first: Number.POSITIVE_INFINITY,
        last: Number.NEGATIVE_INFINITY,
        units: [],
        shift: { zone: 0, days: 0 },
        outOfPlan: new Map(),
        found,
        causes,
        find(finding, jobs) {
            found.add(finding, jobs);
            causes.add(finding, jobs);
        },
        paid: billed.add,
        due: expected.add,
        billed: billed.total,
        expected: expected.total,
        outside(rows, money) {
            coverage.details.outside.add(rows, money);
            coverage.elsewhere(rows, money, Number.NaN);
        },
        uncovered(jobs, listed, isBilledDay) {
            coverage.details.uncovered.add(jobs, listed);
            if (isBilledDay)
                coverage.aside("not-covered", jobs, Number.NaN, listed);
            else
                coverage.elsewhere(jobs, Number.NaN, listed);
        },
        covers(from, to) {
            const { first, last } = tally;
            // Where no job has a time, every row of a bill may be one of theirs; a job of the last minutes may be billed on the next day.
            if (first > last)
                return true;
            if (Number.isNaN(from))
                return true;
            const [begins, ends] = [(0,time/* dayOf */.k)(first), (0,time/* dayOf */.k)(last) + 1];
            return from === to || !(from < to) ? from >= begins - 1 && from <= ends : begins <= from + 1 && Math.min(to, today) <= ends;
        },
        isBilledDay(day) {
            const [first, last] = billing?.days() ?? [Number.NaN, Number.NaN];
            return Number.isNaN(first) || Number.isNaN(day) || (day >= first && day <= last);
        },
        isProvisional: (day) => day >= today - PROVISIONAL_DAYS,
        isStuck: (day) => day <= today - STUCK_DAYS,
    };
    return tally;
}

;// CONCATENATED MODULE: ./lib/src/joblog/reconcile/reconcile.js










/** So many jobs of the bill's days say how the ids of both are one. */
const SAMPLE = 2000;
function reconciler(plan, options) {
    const tally = newTally(plan, options);
    const { billing } = options;
    if (!billing) {
        const source = { from: "log" };
        return {
            add: (job) => holdJob(job, source, tally),
            addGroup: (job, group) => holdGroup(job, group, source, tally),
            result: () => resultOf(tally, null),
        };
    }
    const joining = new Joining(plan, billing, tally.isBilledDay);
    const source = () => joining.joined().source;
    return {
        add(job) {
            for (const one of joining.next(job))
                holdJob(one, source(), tally);
        },
        addGroup: (job, group) => holdGroup(job, group, source(), tally),
        result() {
            for (const job of joining.rest())
                holdJob(job, source(), tally);
            const last = source();
            if (last.from === "days")
                compareByDay(last.hours, tally);
            else
                rowsWithoutJobs(billing, tally);
            return resultOf(tally, joining.joined().join);
        },
    };
}
/** Keeps the first jobs until it can be told how the ids of log and bill are one. */
class Joining {
    #billing;
    #providers;
    #isBilledDay;
    #waiting = [];
    #inDays = 0;
    #joined = null;
    constructor(plan, billing, isBilledDay) {
        this.#billing = billing;
        this.#providers = [...new Set(plan.workloads.map(({ keys }) => keys.provider))];
        this.#isBilledDay = isBilledDay;
    }
    /** The jobs that can be held now. */
    next(job) {
        if (this.#joined)
            return [job];
        this.#waiting.push({ ...job });
        if (this.#isBilledDay((0,time/* dayOf */.k)(job.submitted_at)))
            this.#inDays++;
        return this.#inDays >= SAMPLE || this.#waiting.length >= 10 * SAMPLE ? this.rest() : [];
    }
    /** The jobs that wait. */
    rest() {
        this.joined();
        const waiting = this.#waiting;
        this.#waiting = [];
        return waiting;
    }
    joined() {
        this.#joined ??= this.#decide();
        return this.#joined;
    }
    #decide() {
        const inDays = this.#waiting.filter(({ submitted_at }) => this.#isBilledDay((0,time/* dayOf */.k)(submitted_at)));
        const ids = (inDays.length === 0 ? this.#waiting : inDays).map(({ job_id }) => job_id);
        const join = joinOf(this.#billing, ids, this.#providers);
        if (join.by === "job")
            return { join, source: { from: "rows", rowOf: rowFinder(this.#billing, join.rule, this.#providers) } };
        this.#billing.withoutIds();
        return { join, source: { from: "days", hours: billHours() } };
    }
}
function resultOf(tally, join) {
    const { plan, bill, coverage, found, observed } = tally;
    for (const { finding, jobs: count, delta, unknown } of tally.outOfPlan.values())
        tally.find({ ...finding, delta: unknown ? null : delta.total(), args: { ...finding.args, jobs: count } }, count);
    for (const finding of monthlyFindings(plan, observed, tally.costOf))
        tally.find(finding, 1);
    const [paid, due] = [tally.billed(), tally.expected()];
    const absolute = found.unexplained();
    const { jobs, money } = coverage.compared.value();
    return {
        currency: plan.currency,
        jobs: tally.jobs,
        billed: paid,
        expected: due,
        compared: { jobs, billed: money },
        notCompared: coverage.asides(),
        days: { log: tally.first > tally.last ? null : daysOf((0,time/* dayOf */.k)(tally.first), (0,time/* dayOf */.k)(tally.last)), bill: bill && daysOf(...bill.days()) },
        matched: coverage.matched(),
        unexplained: due === 0 ? (absolute === 0 ? 0 : 1) : absolute / due,
        causes: tally.causes.list(successesSince(plan, observed)),
        findings: found.list(),
        totals: found.totals(),
        duplicates: tally.duplicates,
        duplicated: { count: tally.duplicated.count, wasted: tally.duplicated.wasted.total() },
        details: coverage.value(tally.repeated.late()),
        join,
        shift: tally.shift,
        observed,
    };
}
function daysOf(first, last) {
    return Number.isFinite(first) && Number.isFinite(last) ? [(0,date/* dateOfDay */.e9)(first), (0,date/* dateOfDay */.e9)(last)] : null;
}

// EXTERNAL MODULE: ./lib/src/report/joblog/bad-records.js
var bad_records = __webpack_require__(6081);
// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 3 modules
var messages = __webpack_require__(8164);
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
    const head = await (0,gather/* gather */.kg)(reader, roots, book.snapshot, { prices: options.prices });
    const date = options.date ?? (0,cli_terminal/* today */.Ec)();
    const plan = logPlanOf(head, book, date);
    if (plan.problems.length > 0) {
        throw new cli_terminal/* UsageError */.eb(`The manifest cannot be used:\n${plan.problems.map((problem) => `  ${(0,layout_escape/* inert */.tJ)(problem.file)}: ${(0,messages.inFull)(problem)}`).join("\n")}`);
    }
    if (plan.workloads.length === 0)
        throw new cli_terminal/* UsageError */.eb("The manifest has no workload to hold a log against.");
    const logs = (0,collect/* collector */.g)();
    const into = async (path, accept) => {
        const taken = await logs.collect(path, (sink) => readLog(path, cwd, () => process.stdin, sink), accept);
        if (taken === null)
            throw new cli_terminal/* UsageError */.eb(listOfJson(path));
        if (taken === 0 && isOneObject(logs.bad(), path))
            throw new cli_terminal/* UsageError */.eb(`${path} has one JSON object over several lines. Write one record a line: jq -c . ${path}`);
        return taken;
    };
    const billing = await readBilling(options, plan, into, logs.bad);
    const reconciliation = reconciler(plan, { window: options.window, most: options.list, billing, today: (0,time/* dayOf */.k)((0,time/* momentOf */.E)(date)) });
    let records = 0;
    for (const path of paths) {
        records += await into(path, options.aggregate ? groupsInto(reconciliation) : jobsInto(reconciliation, options.formatOf, options.map));
    }
    const bad = logs.bad();
    if (bad.count > 0 && (options.strict || records === 0))
        throw new cli_terminal/* UsageError */.eb((0,bad_records/* badRecordsText */.d)(bad).join("\n"));
    return { head, reader, plan, date, reconciled: reconciliation.result(), bad };
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
/** Reads the bills. @throws UsageError for one of which no row can be read: of such a bill nothing would be billed */
async function readBilling({ billing: paths, billingMap }, plan, into, bad) {
    const [any] = plan.workloads;
    if (paths.length === 0 || !any)
        return null;
    const billing = billingOf();
    for (const path of paths) {
        const { read, columns } = (0,billing_row/* billingRowReader */.LI)(billingMap);
        let rows = 0;
        let unread = 0;
        await into(path, (value) => {
            const row = read(value);
            if (row === null)
                rows++;
            if (row === null)
                return null;
            if ("flaw" in row) {
                unread++;
                // A job whose row cannot be read is not one that nobody billed.
                if (row.job_id)
                    billing.add((0,billing_row/* unreadRow */.EQ)(row.job_id), Number.NaN);
                return row;
            }
            rows++;
            const amount = inReporting(row.amount, row.currency, any);
            billing.add(row, amount);
            return Number.isNaN(amount) ? { flaw: "no-rate", field: "currency", value: row.currency } : null;
        });
        if (rows === 0)
            throw new cli_terminal/* UsageError */.eb(unreadBill(path, columns(), unread > 0 ? bad() : null));
    }
    return billing;
}
function unreadBill(path, columns, bad) {
    const found = columns.length === 0 ? "It has no row." : `Columns found: ${columns.map((name) => (0,layout_escape/* inert */.tJ)(name)).join(", ")}.`;
    const help = `Name its columns with --billing-map, such as --billing-map cost=COLUMN; fields: ${billing_row/* BILL_FIELDS */.g$.join(", ")}.`;
    return [`No row of the bill ${path} can be read. ${found} ${help}`, ...(bad ? (0,bad_records/* badRecordsText */.d)(bad) : [])].join("\n");
}
function listOfJson(path) {
    return `${(0,layout_escape/* inert */.tJ)(path)} is one JSON list, which cannot be read piece by piece. Write one record a line: jq -c '.[]' ${(0,layout_escape/* inert */.tJ)(path)}`;
}
/** Whether a log begins with a brace on a line of its own: an object that is printed for people. */
function isOneObject({ first }, path) {
    return first.some(({ file, flaw, value }) => file === path && flaw === "not-json" && /^\{?\s*$|^\s*"[^"]+":/.test(value));
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

/***/ 7748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ ownText)
/* harmony export */ });
/** From this length on V8 cuts a piece out of a text without copying it, and the whole text lives as long as the piece. */
const CUT_FROM = 13;
/** A text to keep: a copy of its own where it may be a piece of the log, which would stay in memory with it. */
function ownText(text) {
    return text.length < CUT_FROM ? text : ` ${text}`.slice(1);
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

/***/ 8502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ MONTHLY),
/* harmony export */   GW: () => (/* binding */ KINDS),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   hH: () => (/* binding */ findingsUpTo)
/* harmony export */ });
/* harmony import */ var _memory_get_or_insert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5430);
/* harmony import */ var _memory_own_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7748);
/* harmony import */ var _memory_sum_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5817);



/** What can differ between what was billed and what was expected: a closed list. */
const KINDS = [
    "DURATION",
    "RESOLUTION",
    "UNIT_PRICE",
    "DOUBLE_BILLED",
    "FAILED_JOB_BILLED",
    "FAILED_JOB_CREDITED",
    "GHOST",
    "NOT_ENDED",
    "UNBILLED",
    "ADJUSTMENT",
    "OUT_OF_PLAN",
    "VOLUME",
    "DUPLICATE_POLLING",
];
/** Kinds whose amount is of a month, and no part of what the log was billed. */
const MONTHLY = new Set(["VOLUME", "DUPLICATE_POLLING"]);
/** A finding about no single job. */
function findingOf(kind, workload, delta, args) {
    return { kind, job_id: "", request_id: "", workload, day: Number.NaN, delta, provisional: false, args, metadata: "" };
}
/** @param most findings of each kind that are kept: a wrong price in a manifest makes one of every job */
function findingsUpTo(most) {
    const found = [];
    const byKind = new Map();
    const absolute = (0,_memory_sum_js__WEBPACK_IMPORTED_MODULE_0__/* .newSum */ .E)();
    return {
        add(finding, jobs) {
            const { kind, delta, provisional } = finding;
            const total = (0,_memory_get_or_insert_js__WEBPACK_IMPORTED_MODULE_1__/* .getOrInsert */ .P)(byKind, kind, () => ({ count: 0, delta: (0,_memory_sum_js__WEBPACK_IMPORTED_MODULE_0__/* .newSum */ .E)(), unknown: false, kept: 0, listed: 0 }));
            total.count += jobs;
            if (delta === null)
                total.unknown = true;
            else
                total.delta.add(delta);
            if (delta !== null && !MONTHLY.has(kind) && !(provisional && kind === "UNBILLED"))
                absolute.add(Math.abs(delta));
            if (total.kept >= most)
                return;
            total.kept++;
            total.listed += jobs;
            found.push(kept(finding));
        },
        list: () => found,
        totals: () => KINDS.flatMap((kind) => {
            const total = byKind.get(kind);
            return total ? [{ kind, count: total.count, delta: total.unknown ? null : total.delta.total(), listed: total.listed }] : [];
        }),
        unexplained: absolute.total,
    };
}
/** A finding whose texts are its own, and no pieces of the log. */
function kept(finding) {
    const args = Object.fromEntries(Object.entries(finding.args).map(([name, value]) => [name, typeof value === "string" ? (0,_memory_own_text_js__WEBPACK_IMPORTED_MODULE_2__/* .ownText */ .U)(value) : value]));
    return { ...finding, job_id: (0,_memory_own_text_js__WEBPACK_IMPORTED_MODULE_2__/* .ownText */ .U)(finding.job_id), request_id: (0,_memory_own_text_js__WEBPACK_IMPORTED_MODULE_2__/* .ownText */ .U)(finding.request_id), args };
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
    "unknown-shape": (_, value) => `is a job object of an API that is not known; what reads it is perhaps ${value}`,
    "other-name": (field, value) => `has no ${field}; what reads it is perhaps ${value}`,
    "not-a-record": (_, value) => `is no record but ${value}`,
    "too-long": () => "is longer than 16 MiB",
    missing: (field) => `has no ${field}`,
    "not-text": (field, value) => `has ${value} as ${field}, which must be text`,
    "not-a-number": (field, value) => `has ${value} as ${field}, which must be a number`,
    "not-a-time": (field, value) => `has ${value} as ${field}, which must be seconds since 1970 or ISO 8601`,
    negative: (field, value) => `has ${value} as ${field}, which cannot be negative`,
    "unknown-status": (_, value) => `has the status ${value}, which is none of success, provider_error, moderated, invalid, timed_out, cancelled, unknown`,
    "ends-first": (_, value) => `ends at ${value}, before it was submitted`,
    columns: (_, value) => `does not have the columns of the header (${value})`,
    encoding: () => "begins a file that is neither UTF-8 nor UTF-16 with its byte order mark: save it as UTF-8",
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