import type { Tree } from "../notation/tree.ts";
import { DECLINED, quotedEnd, scalarOf } from "./plain-scalar.ts";

/** Where a part of a text stands: of a plain value its offset, of a map and a list those of what is in them. */
export type Spot = number | MapSpot | ListSpot;
export type MapSpot = { start: number; names: string[]; keys: number[]; values: Spot[] };
export type ListSpot = { start: number; items: Spot[] };

/** A text as plain data, and where each part of it stands. */
export type PlainText = { value: unknown; root: MapSpot };

/** A value, where it stands, and where its text ends. */
type Read = { value: unknown; spot: Spot; end: number };

/** The next line that says something: where its first character stands, and in which column. At the end of the text the column is −1. */
type Line = { at: number; column: number };

/** Deeper than any manifest; the YAML library has its own limit. */
const DEEPEST = 40;

/** Tabs, carriage returns and other control characters: what they mean in YAML is for the library. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;

/**
 * Reads the part of YAML that manifests are written in: maps and lists in blocks, maps and lists in braces on one line, plain and
 * quoted values on one line, comments. It is a fifth of the YAML library's time or less for the same tree and the same places.
 * @returns null where a text has anything else in it, such as anchors, tags, values of several lines, keys that stand twice or
 * a mistake: the library reads it then, and says what is wrong
 */
export function readPlain(text: string): PlainText | null {
  if (UNUSUAL.test(text)) return null;
  try {
    const first = lineFrom(text, 0);
    if (first.column !== 0 || isItem(text, first.at)) return null;
    const { value, spot, after } = blockMap(text, first, 0);
    return after.column === -1 ? { value, root: spot as MapSpot } : null;
  } catch (thrown) {
    if (thrown === DECLINED) return null;
    throw thrown;
  }
}

/** A block, and the line after it. */
type Block = { value: unknown; spot: Spot; after: Line };

/** Keys in one column, each with its value. */
function blockMap(text: string, first: Line, depth: number): Block {
  if (depth > DEEPEST) throw DECLINED;
  const value: Tree = {};
  const spot: MapSpot = { start: first.at, names: [], keys: [], values: [] };
  const { column } = first;
  let line = first;
  while (line.column === column) {
    const key = keyAt(text, line.at);
    if (!key || Object.hasOwn(value, key.name)) throw DECLINED;
    const found = valueBehind(text, key.end, column, depth);
    value[key.name] = found.value;
    spot.names.push(key.name);
    spot.keys.push(line.at);
    spot.values.push(found.spot);
    line = found.after;
  }
  // A line further in would go on with a value of several lines.
  if (line.column > column) throw DECLINED;
  return { value, spot, after: line };
}

/** What stands behind a key: on its line, or as a block below it. */
function valueBehind(text: string, from: number, column: number, depth: number): Block {
  const at = skipSpaces(text, from);
  if (at < text.length && text[at] !== "\n" && text[at] !== "#") return onOneLine(text, at, depth);
  const line = lineFrom(text, lineEnd(text, at));
  // A list may stand in the column of its key.
  if (line.column === column && isItem(text, line.at)) return blockList(text, line, depth + 1);
  if (line.column <= column) throw DECLINED;
  return isItem(text, line.at) ? blockList(text, line, depth + 1) : blockMap(text, line, depth + 1);
}

function blockList(text: string, first: Line, depth: number): Block {
  if (depth > DEEPEST) throw DECLINED;
  const value: unknown[] = [];
  const spot: ListSpot = { start: first.at, items: [] };
  const { column } = first;
  let line = first;
  while (line.column === column && isItem(text, line.at)) {
    const at = skipSpaces(text, line.at + 1);
    if (at >= text.length || text[at] === "\n" || text[at] === "#" || isItem(text, at)) throw DECLINED;
    const found = keyAt(text, at) ? blockMap(text, { at, column: column + at - line.at }, depth + 1) : onOneLine(text, at, depth);
    value.push(found.value);
    spot.items.push(found.spot);
    line = found.after;
  }
  if (line.column > column) throw DECLINED;
  return { value, spot, after: line };
}

/** A value that begins and ends on this line. */
function onOneLine(text: string, at: number, depth: number): Block {
  const { value, spot, end } = text[at] === "{" || text[at] === "[" ? flow(text, at, depth + 1) : scalarOf(text, at, false);
  return { value, spot, after: lineFrom(text, lineEnd(text, end)) };
}

/** A map or a list in braces. */
function flow(text: string, start: number, depth: number): Read {
  if (depth > DEEPEST) throw DECLINED;
  return text[start] === "{" ? flowMap(text, start, depth) : flowList(text, start, depth);
}

function flowMap(text: string, start: number, depth: number): Read {
  const value: Tree = {};
  const spot: MapSpot = { start, names: [], keys: [], values: [] };
  let at = skipSpaces(text, start + 1);
  while (text[at] !== "}") {
    const key = keyAt(text, at);
    if (!key || Object.hasOwn(value, key.name)) throw DECLINED;
    const found = flowValue(text, skipSpaces(text, key.end), depth);
    value[key.name] = found.value;
    spot.names.push(key.name);
    spot.keys.push(at);
    spot.values.push(found.spot);
    at = afterEntry(text, found.end, "}");
  }
  return { value, spot, end: at + 1 };
}

function flowList(text: string, start: number, depth: number): Read {
  const value: unknown[] = [];
  const spot: ListSpot = { start, items: [] };
  let at = skipSpaces(text, start + 1);
  while (text[at] !== "]") {
    const found = flowValue(text, at, depth);
    value.push(found.value);
    spot.items.push(found.spot);
    at = afterEntry(text, found.end, "]");
  }
  return { value, spot, end: at + 1 };
}

function flowValue(text: string, at: number, depth: number): Read {
  return text[at] === "{" || text[at] === "[" ? flow(text, at, depth + 1) : scalarOf(text, at, true);
}

/** Where the next entry begins, or the brace that closes. A comma before that brace is left to the library. */
function afterEntry(text: string, end: number, close: "}" | "]"): number {
  const at = skipSpaces(text, end);
  if (text[at] === close) return at;
  const next = skipSpaces(text, at + 1);
  if (text[at] !== "," || text[next] === close) throw DECLINED;
  return next;
}

/** Names as most are: letters, digits, and a few signs that mean nothing to YAML. */
const NAME = /[A-Za-z0-9_][\w./@+-]*(?=:)/y;

/** A key with the colon behind it, and what ends after that; null where none stands here. */
function keyAt(text: string, at: number): { name: string; end: number } | null {
  const isQuoted = text[at] === '"' || text[at] === "'";
  NAME.lastIndex = at;
  const end = isQuoted ? quotedEnd(text, at) : NAME.test(text) ? NAME.lastIndex : -1;
  if (end === -1 || text[end] !== ":") return null;
  const next = text[end + 1];
  const name = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
  if ((next !== " " && next !== "\n" && next !== undefined) || name === "__proto__" || end - at > LONGEST_KEY) throw DECLINED;
  return { name, end: end + 1 };
}

/** YAML allows no key of more than 1,024 characters without a mark. */
const LONGEST_KEY = 500;

/** Whether an entry of a list in a block begins here. */
function isItem(text: string, at: number): boolean {
  return text[at] === "-" && (text[at + 1] === " " || text[at + 1] === "\n" || at + 1 === text.length);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** The end of a line on which nothing follows but a comment. */
function lineEnd(text: string, from: number): number {
  const at = skipSpaces(text, from);
  if (at === text.length || text[at] === "\n") return at;
  if (text[at] !== "#" || text[at - 1] !== " ") throw DECLINED;
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** The first line at or behind an offset that is neither empty nor a comment. The offset is the start of the text or the end of a line. */
function lineFrom(text: string, from: number): Line {
  let start = from;
  if (text[start] === "\n") start++;
  for (;;) {
    const at = skipSpaces(text, start);
    if (at >= text.length) return { at, column: -1 };
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 35) return { at, column: at - start };
    const end = text.indexOf("\n", at);
    if (end === -1) return { at: text.length, column: -1 };
    start = end + 1;
  }
}
