import type { RecordSink } from "./job-log.ts";

/** A line longer than this is no record of a job. */
const LONGEST = 16 * 1024 * 1024;

/** A text of this size is not yet a large object, which is dearer to throw away. */
const START = 1 << 16;
const [NEWLINE, COMMA, OPEN, CLOSE] = [0x0a, 0x2c, 0x5b, 0x5d] as const;

/**
 * Reads JSON lines. As many lines as there are at once are parsed as one list, their line breaks made
 * commas: a call for each line costs a quarter more. Where that fails, or gives another number of values than
 * there are lines (blank lines, a record over two lines), those lines are parsed one by one, which says
 * which of them is broken.
 */
export async function readJsonLines(bytes: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  // One byte before the text and one after it, for the brackets.
  let buffer = Buffer.allocUnsafe(START + 2);
  let used = 0;
  let line = 1;
  let skipping = false;

  const parse = (length: number): void => {
    const breaks = commas(buffer, length);
    buffer[0] = OPEN;
    buffer[length] = CLOSE;
    let values: unknown[] | null = null;
    try {
      values = JSON.parse(buffer.toString("utf8", 0, length + 1)) as unknown[];
    } catch {
      // One of the lines is not JSON; which one is found below.
    }
    if (values?.length === breaks.length) for (let index = 0; index < values.length; index++) sink.record(values[index], line + index);
    else oneByOne(buffer, breaks, line, sink);
    line += breaks.length;
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
    if (buffer.length - 2 < used + piece.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * buffer.length, used + piece.length + 2));
      buffer.copy(larger, 1, 1, 1 + used);
      buffer = larger;
    }
    piece.copy(buffer, 1 + used);
    used += piece.length;
    const last = used === 0 ? -1 : buffer.lastIndexOf(NEWLINE, used);
    if (last >= 1) {
      parse(last);
      buffer.copyWithin(1, last + 1, 1 + used);
      used -= last;
    } else if (used > LONGEST) {
      sink.broken(line, "too-long", "");
      skipping = true;
      used = 0;
    }
  };

  for await (const piece of bytes) for (let at = 0; at < piece.length; at += START) add(piece.subarray(at, at + START));
  if (used > 0 && !skipping) add(Buffer.from("\n"));
}

/** Makes every line break a comma, and says where they are; the text starts at 1 and ends with a break at `length`. */
function commas(buffer: Buffer, length: number): number[] {
  const breaks: number[] = [];
  for (let at = buffer.indexOf(NEWLINE, 1); at !== -1 && at <= length; at = buffer.indexOf(NEWLINE, at + 1)) {
    breaks.push(at);
    buffer[at] = COMMA;
  }
  return breaks;
}

function oneByOne(buffer: Buffer, breaks: readonly number[], first: number, sink: RecordSink): void {
  let start = 1;
  for (const [index, end] of breaks.entries()) {
    const text = buffer.toString("utf8", start, end).trim();
    start = end + 1;
    if (text === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      sink.broken(first + index, "not-json", text.slice(0, 200));
      continue;
    }
    sink.record(value, first + index);
  }
}
