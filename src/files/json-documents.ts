import type { RecordSink } from "./record-sink.ts";

/** Bytes. A longer object is not the record of a job. */
const LONGEST = 16 * 1024 * 1024;

const NEWLINE = 0x0a;
const BRACE = 0x7b;
const BRACKET = 0x5b;
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d]);

/** JSON that is not one record a line: a list of records, or objects whose first line is only a brace. */
export type Documents = "list" | "objects";

/**
 * The kind of JSON at the start of a text; null if it is one record a line.
 * @param text from its first byte that is not blank @returns `more` if it has only a brace so far
 */
export function documentsAt(text: Uint8Array): Documents | "more" | null {
  if (text[0] === BRACKET) return "list";
  if (text[0] !== BRACE) return null;
  const next = text.subarray(1).find((byte) => !BLANKS.has(byte));
  return next === undefined ? "more" : next === NEWLINE ? "objects" : null;
}

/** Reads pretty-printed JSON record by record: the items of a list, or objects over several lines. */
export async function readDocuments(bytes: AsyncIterable<Buffer>, kind: Documents, sink: RecordSink): Promise<void> {
  const json = await import(/* webpackMode: "eager" */ "@streamparser/json");
  const reader = new DocumentReader(json, kind, sink);
  for await (const piece of bytes) {
    for (let from = 0; from < piece.length; ) {
      const newline = piece.indexOf(NEWLINE, from);
      const to = newline === -1 ? piece.length : newline + 1;
      reader.take(piece.subarray(from, to), newline !== -1);
      from = to;
    }
  }
  reader.end();
}

type Json = typeof import("@streamparser/json");

/**
 * After invalid JSON, reading goes on at the next object, which begins with a brace at the start of a line. In a list, nothing after
 * invalid JSON can be read.
 */
class DocumentReader {
  readonly #json: Json;
  readonly #kind: Documents;
  readonly #sink: RecordSink;
  /** Null after invalid JSON, until the next object begins. */
  #tokens: InstanceType<Json["Tokenizer"]> | null = null;
  #isLineStart = true;
  #line = 1;
  /** The first line of the current object, its number of open brackets, and its bytes so far. */
  #first = 1;
  #depth = 0;
  #size = 0;
  #ready: { value: unknown; line: number }[] = [];

  constructor(json: Json, kind: Documents, sink: RecordSink) {
    this.#json = json;
    this.#kind = kind;
    this.#sink = sink;
    this.#begin();
  }

  /** Reads a line, or a part of one. */
  take(part: Buffer, isLineEnd: boolean): void {
    const isBrace = this.#isLineStart && part[0] === BRACE;
    if (!this.#tokens && this.#kind === "objects" && isBrace) this.#begin();
    // If a line that begins with a brace is invalid here, the object before it was cut off. The line begins the next object.
    if (!this.#read(part) && isBrace && this.#kind === "objects" && this.#first < this.#line) {
      this.#begin();
      this.#read(part);
    }
    this.#isLineStart = isLineEnd;
    if (isLineEnd) this.#line++;
  }

  end(): void {
    if (this.#tokens && this.#depth > 0) this.#broken("not-json", this.#first, "its last bracket is missing");
  }

  #begin(): void {
    const { Tokenizer, TokenParser } = this.#json;
    const depthOfList = this.#kind === "list" ? 1 : 0;
    const tokens = new Tokenizer({ separator: "" });
    const values = new TokenParser({ paths: [this.#kind === "list" ? "$.*" : "$"], keepStack: false, separator: "" });
    [this.#first, this.#depth, this.#size] = [this.#line, 0, 0];
    tokens.onToken = (token) => {
      this.#count(token.token, depthOfList);
      values.write(token);
    };
    values.onValue = ({ value }) => {
      this.#ready.push({ value, line: typeof value === "object" && value !== null ? this.#first : this.#line });
      this.#size = 0;
    };
    this.#tokens = tokens;
  }

  #count(token: number, depthOfList: number): void {
    const { LEFT_BRACE, LEFT_BRACKET, RIGHT_BRACE, RIGHT_BRACKET } = this.#json.TokenType;
    if (token === RIGHT_BRACE || token === RIGHT_BRACKET) this.#depth--;
    if (token !== LEFT_BRACE && token !== LEFT_BRACKET) return;
    if (this.#depth === depthOfList) this.#first = this.#line;
    this.#depth++;
  }

  /** @returns whether the part is valid JSON */
  #read(part: Buffer): boolean {
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
    else if (this.#size > LONGEST) this.#broken("too-long", this.#first, "");
    return isJson;
  }

  #broken(flaw: "not-json" | "too-long", line: number, text: string): void {
    this.#tokens = null;
    this.#sink.broken(line, this.#kind === "list" ? "rest" : flaw, text);
  }
}
