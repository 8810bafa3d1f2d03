import { closeSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { pipeline, type Readable } from "node:stream";
import { encodingOf } from "../notation/encoding.ts";
import { readCsv } from "./csv-rows.ts";
import { type Documents, documentsAt, readDocuments } from "./json-documents.ts";
import { readJsonLines } from "./json-lines.ts";
import type { RecordSink } from "./record-sink.ts";

/**
 * Reads a log of any size, piece by piece: JSON lines, a JSON list, JSON objects over several lines, or CSV. It may be in UTF-8 or
 * UTF-16, and in gzip. Its first bytes decide. `-` is standard input.
 * @returns the format of the text
 * @throws an error of node:fs or node:zlib
 */
export async function readLog(path: string, cwd: string, stdin: () => Readable, sink: RecordSink): Promise<LogKind> {
  const file = path === "-" ? null : openSync(resolve(cwd, path), "r");
  try {
    const copied = { is: true };
    const { bytes, packed } = await unpacked(file === null ? stdin() : pieces(file, copied));
    const text = await asUtf8(bytes);
    if (text === null) sink.broken(1, "encoding", "");
    if (text === null) return "empty";
    const { first, documents, all } = await peeked(text);
    if (first === "blanks") sink.broken(1, "too-long", "");
    if (first === undefined || first === "blanks") return "empty";
    if (first !== BRACE && documents === null) {
      await readCsv(all, sink);
      return "csv";
    }
    // The JSON readers copy a piece before they ask for the next one, so the pieces of a file may share one buffer. Gunzip does not copy.
    copied.is = packed;
    if (documents) await readDocuments(all, documents, sink);
    else await readJsonLines(all, sink);
    return documents ? "json" : "jsonl";
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** `jsonl`: one record a line; `json`: a list, or objects over several lines. */
export type LogKind = "jsonl" | "json" | "csv" | "empty";

type Bytes = AsyncIterable<Buffer>;

const BRACE = 0x7b;

/** 256 KiB. */
const PIECE = 1 << 18;

/** Reads a file in pieces, synchronously: the disk is faster than the parser. Unless `copied.is` is true, all pieces share one buffer. */
async function* pieces(file: number, copied: { is: boolean }): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(PIECE);
  for (;;) {
    const length = readSync(file, buffer, 0, PIECE, null);
    if (length === 0) return;
    const piece = buffer.subarray(0, length);
    yield copied.is ? Buffer.from(piece) : piece;
  }
}

/** Unpacks gzip, which its first two bytes show, whatever the file is called. */
export async function unpacked(source: AsyncIterable<Buffer | string>): Promise<{ bytes: Bytes; packed: boolean }> {
  const { pieces: all, start } = await headOf(source, 2);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return { bytes: all, packed: false };
  const { createGunzip } = await import("node:zlib");
  const gunzip = createGunzip({ chunkSize: PIECE });
  // An error of either stream reaches the reader of `gunzip`.
  pipeline(all, gunzip, () => undefined);
  return { bytes: gunzip, packed: true };
}

/** The first bytes of a stream, and all of its pieces again. `start` is shorter than `length` if the stream is. */
async function headOf(source: AsyncIterable<Buffer | string>, length: number): Promise<{ start: Buffer; pieces: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  let ended = false;
  while (start.length < length && !ended) {
    const { value, done } = await iterator.next();
    if (done) ended = true;
    else start = Buffer.concat([start, Buffer.from(value)]);
  }
  async function* whole(): AsyncGenerator<Buffer> {
    if (start.length > 0) yield start;
    if (ended) return;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield typeof value === "string" ? Buffer.from(value) : value;
    }
  }
  return { start, pieces: whole() };
}

/** Converts a text to UTF-8 without a byte order mark. Null if its encoding is unknown (`encodingOf`). */
async function asUtf8(bytes: Bytes): Promise<AsyncGenerator<Buffer> | null> {
  const { start, pieces } = await headOf(bytes, 4);
  const encoding = encodingOf(start);
  if (encoding === null) return null;
  const decoder = encoding.name === "utf-8" ? null : new TextDecoder(encoding.name, { ignoreBOM: true });
  async function* text(mark: number): AsyncGenerator<Buffer> {
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
const MOST_BLANKS = 16 * 1024 * 1024;

type Peeked = { first: number | "blanks" | undefined; documents: Documents | null; all: Bytes };

/**
 * Reads the start of a text. `first`: its first byte that is not blank; `blanks` if the format is still unknown after
 * `MOST_BLANKS`. `documents`: the JSON that starts there; null for JSON lines and CSV. `all`: all pieces again.
 */
async function peeked(bytes: AsyncGenerator<Buffer>): Promise<Peeked> {
  const pending: Buffer[] = [];
  let first: Peeked["first"];
  let start = Buffer.alloc(0);
  let documents: Documents | "more" | null = "more";
  for (let size = 0; documents === "more"; ) {
    const { value, done } = await bytes.next();
    if (done) break;
    pending.push(value);
    size += value.length;
    const at = first === undefined ? value.findIndex((byte: number) => byte > 0x20) : 0;
    first ??= value[at];
    if (first !== undefined) start = Buffer.concat([start, value.subarray(at)]);
    documents = first === undefined ? "more" : documentsAt(start);
    if (documents === "more" && size > MOST_BLANKS) {
      await bytes.return(undefined);
      first = "blanks";
      break;
    }
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* pending;
    yield* bytes;
  }
  return { first, documents: documents === "more" ? null : documents, all: all() };
}
