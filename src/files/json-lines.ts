import { flatReader } from "./flat-json.ts";
import type { RecordSink } from "./record-sink.ts";

/** Bytes. A longer line is not the record of a job. */
const LONGEST = 16 * 1024 * 1024;

/** Bytes. A text of this size is not yet a large object for V8, which is more expensive to free. */
const START = 1 << 16;
const NEWLINE = 0x0a;
const BEYOND_ASCII = /[\x80-\xff]/;

/** Reads JSON lines. The fast reader of flat objects reads each line that it can, and JSON.parse the others. */
export async function readJsonLines(bytes: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  let buffer = Buffer.allocUnsafe(START);
  let used = 0;
  let line = 1;
  let skipping = false;
  const flat = flatReader();

  /** Reads all lines up to the line break at `last`. */
  const parse = (last: number): void => {
    const text = buffer.toString("latin1", 0, last + 1);
    for (let start = 0; start <= last; line++) {
      const end = text.indexOf("\n", start);
      const record = flat.read(buffer, text, start, end);
      if (record) sink.record(record, line);
      else one(text.slice(start, end), start, end);
      start = end + 1;
    }
  };

  const one = (latin1: string, start: number, end: number): void => {
    const text = (BEYOND_ASCII.test(latin1) ? buffer.toString("utf8", start, end) : latin1).trim();
    if (text === "") return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      sink.broken(line, "not-json", text.slice(0, 200));
      return;
    }
    sink.record(value, line);
  };

  const add = (received: Buffer): void => {
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
