import {
  type AliasEvent,
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  type MappingEvent,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from "js-yaml";

/**
 * The position of a value in a text, in characters from the start. `key`: its key in a map, or its index in a list. `keyStart`: the position of
 * that key. `last`: the last value inside this one. `before`: the previous value in the same map or list. Links take less memory than a map
 * of positions, and few positions are looked up.
 */
export type YamlNode = {
  start: number;
  key: string | number;
  keyStart: number;
  kind: "map" | "list" | "scalar" | "alias";
  last: YamlNode | null;
  before: YamlNode | null;
};

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
/** A map or list whose end is still to come, and the one around it. `key`: in a map, the key whose value is next. */
type Open = {
  around: Open | null;
  node: YamlNode;
  value: unknown;
  aliases: number;
  anchor: string | null;
  key: ScalarEvent | null;
};

const { DOCUMENT, SEQUENCE, MAPPING, SCALAR, ALIAS } = EVENT_ID;

/** The types of plain scalars besides text, in the order in which YAML 1.2's core schema tries them (https://yaml.org/spec/1.2.2/#103-core-schema). */
const PLAIN = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** Plain scalars that start with one of these letters are text: null, true, false and numbers start with other characters. */
const IS_TEXT = /^[A-EG-MO-SU-Za-eg-mo-su-z]/;

/**
 * Builds the value and the positions of one document from the events of the parser.
 * @throws YAMLException if there is a second document, whatever else is wrong; else ComposeError
 */
export function compose(text: string, events: readonly Event[]): Composed {
  let into: Open | null = null;
  const anchors = new Map<string, Value | null>();
  const duplicates: DuplicateKey[] = [];
  let documents = 0;
  let whole: Value = { value: null, node: nodeAt(0, "scalar"), aliases: 0 };

  const add = (value: unknown, node: YamlNode, aliases: number): void => {
    if (!into) {
      whole = { value, node, aliases };
      return;
    }
    into.aliases += aliases;
    node.before = into.node.last;
    into.node.last = node;
    if (into.node.kind === "list") {
      node.key = (into.value as unknown[]).push(value) - 1;
      return;
    }
    const key = into.key as ScalarEvent;
    const name = getScalarValue(text, key);
    into.key = null;
    node.key = name;
    node.keyStart = startOf(key, text) ?? 0;
    const map = into.value as Record<string, unknown>;
    if (Object.hasOwn(map, name)) duplicates.push({ path: [...pathOf(into.around, text), name], start: node.keyStart });
    set(map, name, value);
  };

  const read = (event: Event): void => {
    const isKey = into !== null && into.node.kind === "map" && into.key === null;
    switch (event.type) {
      case SCALAR:
        if (isKey && into) into.key = event;
        else {
          const value = scalarOf(text, event);
          const node = nodeAt(startOf(event, text) ?? (into?.key ? afterColon(into.key, text) : (into?.node.start ?? 0)), "scalar");
          if (event.anchorStart !== -1) anchors.set(text.slice(event.anchorStart, event.anchorEnd), { value, node, aliases: 0 });
          add(value, node, 0);
        }
        break;
      case MAPPING:
      case SEQUENCE:
        if (isKey) throw new ComposeError("A key is a text, not a map or a list", event.start);
        into = opened(event, into, text);
        // An alias inside this value cannot refer to it.
        if (into.anchor !== null) anchors.set(into.anchor, null);
        break;
      case ALIAS: {
        if (isKey) throw new ComposeError("A key is a text of its own, not an alias", event.anchorStart - 1);
        const { value, node, aliases } = aliased(text, event, anchors);
        add(value, node, aliases);
        break;
      }
      case DOCUMENT:
        documents++;
        if (documents > 1) throw new YAMLException("a second document");
        break;
      default: {
        // The end of a map or list, or of the document.
        if (!into) break;
        const { around, anchor, node, value, aliases } = into;
        if (anchor !== null) anchors.set(anchor, { node, value, aliases });
        into = around;
        add(value, node, aliases);
      }
    }
  };
  try {
    // V8 optimizes a function that is called 50,000 times sooner than a loop of as many rounds.
    events.forEach(read);
  } catch (error) {
    throw events.filter(({ type }) => type === DOCUMENT).length > 1 ? new YAMLException("a second document") : error;
  }
  return { value: whole.value, root: whole.node, duplicates, aliases: whole.aliases };
}

function opened({ type, start, anchorStart, anchorEnd }: MappingEvent | SequenceEvent, around: Open | null, text: string): Open {
  const anchor = anchorStart === -1 ? null : text.slice(anchorStart, anchorEnd);
  const isMap = type === MAPPING;
  return { around, node: nodeAt(start, isMap ? "map" : "list"), value: isMap ? {} : [], aliases: 0, anchor, key: null };
}

function nodeAt(start: number, kind: YamlNode["kind"]): YamlNode {
  return { start, key: "", keyStart: start, kind, last: null, before: null };
}

/** Sets a key. `__proto__` is a key like any other; an assignment would set the prototype. */
function set(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

/** The path of a value that is read next: keys and indexes from the root. */
function pathOf(into: Open | null, text: string): (string | number)[] {
  if (!into) return [];
  const { around, node, key, value } = into;
  return [...pathOf(around, text), node.kind === "list" ? (value as unknown[]).length : getScalarValue(text, key as ScalarEvent)];
}

/** The position after a key and its colon, where an empty value would be. */
function afterColon(key: ScalarEvent, text: string): number {
  const end = Math.max(startOf(key, text) ?? 0, key.valueEnd);
  return text.indexOf(":", end) + 1 || end;
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
  return { value: found.value, node: nodeAt(start, "alias"), aliases: found.aliases + 1 };
}
