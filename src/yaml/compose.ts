import {
  type AliasEvent,
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
} from "js-yaml";

/** The position of a value in a text, in characters from the start, and the positions of the values in it. */
export type YamlNode = { start: number; entries?: ReadonlyMap<string, YamlEntry>; items?: readonly YamlNode[]; isAlias?: true };
/** A key of a map and its value. */
export type YamlEntry = { keyStart: number; value: YamlNode };

/** A key that its map already has. `path`: keys and indexes from the root. */
export type DuplicateKey = { path: readonly (string | number)[]; start: number };

/** A text as plain data, with the position of each value. `aliases`: the aliases after expansion. One to a value with two aliases counts as three. */
export type Composed = { value: unknown; root: YamlNode; duplicates: readonly DuplicateKey[]; aliases: number };

/** Text that cannot become plain data, and its position. */
export class ComposeError extends Error {
  constructor(
    message: string,
    readonly start: number,
  ) {
    super(message);
  }
}

type Value = { value: unknown; node: YamlNode; aliases: number };
type Open = { kind: "map" | "list" | "document"; node: YamlNode; value: unknown; aliases: number; anchor: string | null; key: Key | null };
/** `end`: after the key and its colon, where an empty value would be. */
type Key = { text: string; start: number; end: number };

/** The types of plain scalars besides text, in the order in which YAML 1.2's core schema tries them (https://yaml.org/spec/1.2.2/#103-core-schema). */
const PLAIN = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** Plain scalars that start with one of these letters are text: null, true, false and numbers start with other characters. */
const IS_TEXT = /^[A-EG-MO-SU-Za-eg-mo-su-z]/;

/** Builds the value and the positions of one document from the events of the parser. @throws ComposeError */
export function compose(text: string, events: readonly Event[]): Composed {
  const open: Open[] = [];
  const anchors = new Map<string, Value | null>();
  const duplicates: DuplicateKey[] = [];
  let document: Value = { value: null, node: { start: 0 }, aliases: 0 };

  const add = (found: Value): void => {
    const into = open.at(-1);
    if (!into || into.kind === "document") {
      document = found;
      return;
    }
    into.aliases += found.aliases;
    if (into.kind === "list") {
      (into.value as unknown[]).push(found.value);
      (into.node.items as YamlNode[]).push(found.node);
      return;
    }
    const { text: key, start } = into.key as Key;
    into.key = null;
    const entries = into.node.entries as Map<string, YamlEntry>;
    if (entries.has(key)) duplicates.push({ path: [...pathOf(open), key], start });
    set(into.value as Record<string, unknown>, key, found.value);
    entries.set(key, { keyStart: start, value: found.node });
  };

  const read = (event: Event): void => {
    const into = open.at(-1);
    const isKey = into?.kind === "map" && into.key === null;
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        open.push({ kind: "document", node: { start: 0 }, value: null, aliases: 0, anchor: null, key: null });
        break;
      case EVENT_ID.SCALAR:
        if (isKey) into.key = keyOf(text, event);
        else {
          const scalar = { value: scalarOf(text, event), node: { start: startOf(event, text) ?? into?.key?.end ?? into?.node.start ?? 0 }, aliases: 0 };
          if (event.anchorStart !== -1) anchors.set(text.slice(event.anchorStart, event.anchorEnd), scalar);
          add(scalar);
        }
        break;
      case EVENT_ID.ALIAS:
        if (isKey) throw new ComposeError("A key is a text of its own, not an alias", event.anchorStart - 1);
        add(aliased(text, event, anchors));
        break;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        if (isKey) throw new ComposeError("A key is a text, not a map or a list", event.start);
        const anchor = event.anchorStart === -1 ? null : text.slice(event.anchorStart, event.anchorEnd);
        // An alias inside this value cannot refer to it.
        if (anchor !== null) anchors.set(anchor, null);
        const isMap = event.type === EVENT_ID.MAPPING;
        const node: YamlNode = isMap ? { start: event.start, entries: new Map() } : { start: event.start, items: [] };
        open.push({ kind: isMap ? "map" : "list", node, value: isMap ? {} : [], aliases: 0, anchor, key: null });
        break;
      }
      default: {
        const { kind, anchor, node, value, aliases } = open.pop() as Open;
        const found = { node, value, aliases };
        if (anchor !== null) anchors.set(anchor, found);
        if (kind !== "document") add(found);
      }
    }
  };
  // V8 optimizes a function that is called 50,000 times sooner than a loop of as many rounds.
  events.forEach(read);
  return { value: document.value, root: document.node, duplicates, aliases: document.aliases };
}

/** Sets a key. `__proto__` is a key like any other; an assignment would set the prototype. */
function set(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

/** The path of the innermost open map: keys and indexes from the root. */
function pathOf(open: readonly Open[]): (string | number)[] {
  return open.slice(0, -1).flatMap(({ kind, key, value }) => (kind === "map" ? (key?.text ?? []) : kind === "list" ? (value as unknown[]).length : []));
}

function keyOf(text: string, event: ScalarEvent): Key {
  const start = startOf(event, text) ?? 0;
  const behind = Math.max(start, event.valueEnd);
  return { text: getScalarValue(text, event), start, end: text.indexOf(":", behind) + 1 || behind };
}

/** The position of a scalar: of its quotation mark, of the `|` or `>` before its lines, or of its text. Null for an empty value. */
function startOf({ valueStart, style }: ScalarEvent, text: string): number | null {
  if (valueStart < 0) return null;
  if (style === SCALAR_STYLE.PLAIN) return valueStart;
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1;
  const line = text.lastIndexOf("\n", valueStart - 2) + 1;
  return line + text.slice(line, valueStart).search(/[|>][-+1-9]*[ \t]*(?:[ \t]#.*)?\r?\n?$/);
}

function scalarOf(text: string, event: ScalarEvent): unknown {
  const value = getScalarValue(text, event);
  if (event.tagStart === -1 && (event.style !== SCALAR_STYLE.PLAIN || IS_TEXT.test(value))) return value;
  const tag = event.tagStart === -1 ? null : text.slice(event.tagStart, event.tagEnd);
  const tags = tag === null ? PLAIN : PLAIN.filter(({ tagName }) => tagName === tag.replace(/^!!/, "tag:yaml.org,2002:"));
  for (const one of tags) {
    const resolved: unknown = one.resolve(value, tag !== null, one.tagName);
    if (resolved !== NOT_RESOLVED) return resolved;
  }
  return value;
}

function aliased(text: string, { anchorStart, anchorEnd }: AliasEvent, anchors: ReadonlyMap<string, Value | null>): Value {
  const name = text.slice(anchorStart, anchorEnd);
  // The position of the `*`.
  const start = anchorStart - 1;
  const found = anchors.get(name);
  if (found === undefined) throw new ComposeError(`Unresolved alias (the anchor must be set before the alias): ${name}`, start);
  if (found === null) throw new ComposeError("an alias inside of its own anchor", start);
  return { value: found.value, node: { start, isAlias: true }, aliases: found.aliases + 1 };
}
