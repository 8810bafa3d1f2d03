/** Whether a UTF-16 code unit of a path passes. */
export type Test = (code: number) => boolean;
/** A state of the automaton. `free`: states reached without reading a character. `by`: a test for one character, which leads to the state `to`. */
export type State = { free: number[]; by?: Test; to: number };

const SLASH = 0x2f;
const inPart: Test = (code) => code !== SLASH;
const isSlash: Test = (code) => code === SLASH;
const any: Test = () => true;

/** The automaton of a pattern. It is built piece by piece: each piece starts at a state, and returns the state at its end. */
export function compiled(pattern: string): { states: readonly State[]; start: number; end: number } {
  const automaton = new Automaton();
  const start = automaton.add();
  const last = automaton.sequence(pattern, start, true);
  const end = automaton.add();
  automaton.free(last, end);
  return { states: automaton.states, start, end };
}

class Automaton {
  readonly states: State[] = [];

  add(by?: Test): number {
    return this.states.push({ free: [], ...(by && { by }), to: this.states.length + 1 }) - 1;
  }

  free(from: number, to: number): void {
    this.states[from]?.free.push(to);
  }

  /** @param edge whether the text begins at the start of a path segment */
  sequence(text: string, from: number, edge: boolean): number {
    let at = from;
    for (let index = 0; index < text.length; ) {
      const { piece, after } = pieceAt(text, index, index === 0 ? edge : text[index - 1] === "/");
      at = this.#piece(at, piece);
      index = after;
    }
    return at;
  }

  #piece(from: number, piece: Piece): number {
    switch (piece.kind) {
      case "one":
        return this.#one(from, piece.test);
      case "star":
        return this.#many(piece.whole ? this.#one(from, inPart) : from, inPart);
      case "choices":
        return this.#choices(from, piece);
      case "below":
        return this.#below(from, piece.slash);
      case "parts":
        return this.#parts(from);
    }
  }

  /** One character that passes the test. */
  #one(from: number, by: Test): number {
    const at = this.add(by);
    this.free(from, at);
    return this.add();
  }

  /** Any number of characters. */
  #many(from: number, by: Test): number {
    const loop = this.add();
    this.free(from, loop);
    this.free(this.#one(loop, by), loop);
    return loop;
  }

  /** One of several patterns, as often as `times` says. */
  #choices(from: number, { choices, times, edge }: Choices): number {
    const begin = this.add();
    this.free(from, begin);
    const end = this.add();
    for (const choice of choices) {
      const inside = this.add();
      this.free(begin, inside);
      this.free(this.sequence(choice, inside, edge), end);
    }
    if (times === "?" || times === "*") this.free(begin, end);
    if (times === "+" || times === "*") this.free(end, begin);
    return end;
  }

  /** `**` at the end: one character or more. With a slash before it: nothing, or the slash and everything below. */
  #below(from: number, slash: boolean): number {
    const inside = this.#many(this.#one(from, slash ? isSlash : any), any);
    const end = this.add();
    this.free(inside, end);
    if (slash) this.free(from, end);
    return end;
  }

  /** Any number of path segments, each with its slash. */
  #parts(from: number): number {
    const loop = this.add();
    this.free(from, loop);
    this.free(this.#one(this.#many(this.#one(loop, inPart), inPart), isSlash), loop);
    return loop;
  }
}

/** `{a,b}` and `@(a|b)`: one of them, once. `?(a)`: at most once. `+(a)`: once or more. `*(a)`: any number of times. */
type Choices = { choices: readonly string[]; times: string; edge: boolean };

/**
 * A piece of a pattern. `star`: `*`; `whole` if it is a whole path segment, which is never empty. `below`: `**` at the end, with or
 * without a slash before it. `parts`: `**` with a slash after it.
 */
type Piece =
  | { kind: "one"; test: Test }
  | { kind: "star"; whole: boolean }
  | { kind: "below"; slash: boolean }
  | { kind: "parts" }
  | ({ kind: "choices" } & Choices);

/**
 * The piece that begins at an index of the pattern, and the index of the next piece (`after`).
 * @param atEdge whether a path segment begins there
 */
function pieceAt(text: string, index: number, atEdge: boolean): { piece: Piece; after: number } {
  const rest = text.slice(index);
  const deep = /^(\/?)\*\*(\/|$)/.exec(rest);
  if (deep && (deep[1] === "/" ? deep[2] === "" : atEdge)) {
    return { piece: deep[2] === "" ? { kind: "below", slash: deep[1] === "/" } : { kind: "parts" }, after: index + deep[0].length };
  }
  const chosen = choicesAt(text, index, atEdge);
  if (chosen) return chosen;
  const stars = /^\*+/.exec(rest)?.[0].length;
  if (stars !== undefined) {
    const whole = atEdge && (index + stars === text.length || text[index + stars] === "/");
    return { piece: { kind: "star", whole }, after: index + stars };
  }
  if (text[index] === "?") return { piece: { kind: "one", test: inPart }, after: index + 1 };
  const set = /^\[([!^]?)(\]?[^\]]*)\]/.exec(rest);
  if (set) return { piece: { kind: "one", test: setOf(set[2] ?? "", set[1] !== "") }, after: index + set[0].length };
  const code = text.charCodeAt(index);
  return { piece: { kind: "one", test: (other) => other === code }, after: index + 1 };
}

function choicesAt(text: string, index: number, atEdge: boolean): { piece: Piece; after: number } | null {
  const rest = text.slice(index);
  const times = /^[@?*+](?=\()/.exec(rest)?.[0];
  const group = times === undefined ? null : enclosed(text, index + 1, "(|)");
  if (times !== undefined && group) return { piece: { kind: "choices", choices: group.parts, times, edge: false }, after: group.after };
  const range = /^\{(\w+)\.\.(\w+)\}/.exec(rest);
  if (range) {
    const [whole, first = "", last = ""] = range;
    return { piece: { kind: "choices", choices: between(first, last), times: "@", edge: false }, after: index + whole.length };
  }
  const braces = text[index] === "{" ? enclosed(text, index, "{,}") : null;
  return braces && braces.parts.length > 1 ? { piece: { kind: "choices", choices: braces.parts, times: "@", edge: atEdge }, after: braces.after } : null;
}

/** The text in the brackets that open at `open`, split at separators that are not in nested brackets; null if the brackets do not close. */
function enclosed(text: string, open: number, brackets: "(|)" | "{,}"): { parts: string[]; after: number } | null {
  const [opening, separator, closing] = brackets;
  const found: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let index = open; index < text.length; index++) {
    if (text[index] === opening) depth++;
    else if (text[index] === closing) depth--;
    if (depth === 0 || (depth === 1 && text[index] === separator)) {
      found.push(text.slice(from, index));
      from = index + 1;
    }
    if (depth === 0) return { parts: found, after: from };
  }
  return null;
}

/** The most values of a range such as `{1..999}`, beyond the first. */
const MOST_BETWEEN = 1000;

function between(first: string, last: string): string[] {
  const numbers = /^\d+$/.test(first) && /^\d+$/.test(last);
  const [low, high] = numbers ? [Number(first), Number(last)] : [first.charCodeAt(0), last.charCodeAt(0)];
  const count = Math.min(Math.max(high - low, 0), MOST_BETWEEN) + 1;
  const width = numbers && first.startsWith("0") ? first.length : 0;
  return Array.from({ length: count }, (_, index) => (numbers ? String(low + index).padStart(width, "0") : String.fromCharCode(low + index)));
}

/** The test for a set such as `[a-z0-9_]`, or for its complement if `negated`. A slash never passes. */
function setOf(text: string, negated: boolean): Test {
  const ranges = [...text.matchAll(/(.)-(.)|(.)/gs)].map(([, low, high, one]) => [(low ?? one ?? "").charCodeAt(0), (high ?? one ?? "").charCodeAt(0)]) as [
    number,
    number,
  ][];
  return (code) => inPart(code) && ranges.some(([low, high]) => low <= code && code <= high) !== negated;
}
