export type Test = (code: number) => boolean;
/** A state goes on without a character (`free`), and by one that passes the test. */
export type State = { free: number[]; by?: Test; to: number };

const SLASH = 0x2f;
const inPart: Test = (code) => code !== SLASH;
const any: Test = () => true;

/** The automaton of a pattern, piece by piece: each piece begins at a state and ends at one that is returned. */
export function compiled(pattern: string): { states: readonly State[]; start: number; end: number } {
  const states: State[] = [];
  const add = (by?: Test): number => states.push({ free: [], ...(by && { by }), to: states.length + 1 }) - 1;
  const free = (from: number, to: number): void => void states[from]?.free.push(to);
  /** One character that passes the test, then the state that is returned. */
  const one = (from: number, by: Test): number => {
    const at = add(by);
    free(from, at);
    return add();
  };
  /** Any number of characters. */
  const many = (from: number, by: Test): number => {
    const loop = add();
    free(from, loop);
    free(one(loop, by), loop);
    return loop;
  };
  /** Any of some patterns between `from` and what is returned. */
  const either = (from: number, choices: readonly string[], edge: boolean): number => {
    const end = add();
    for (const choice of choices) {
      const begin = add();
      free(from, begin);
      free(sequence(choice, begin, edge), end);
    }
    return end;
  };
  const group = (from: number, kind: string, choices: readonly string[]): number => {
    const begin = add();
    free(from, begin);
    const end = either(begin, choices, false);
    if (kind === "?" || kind === "*") free(begin, end);
    if (kind === "+" || kind === "*") free(end, begin);
    return end;
  };

  /** @param edge whether the text begins where a part of the path does */
  const sequence = (text: string, from: number, edge: boolean): number => {
    let at = from;
    for (let index = 0; index < text.length; ) {
      const atEdge = index === 0 ? edge : text[index - 1] === "/";
      const rest = text.slice(index);
      const deep = /^(\/?)\*\*(\/|$)/.exec(rest);
      const group_ = /^[@?*+](?=\()/.exec(rest) && enclosed(text, index + 1, "(|)");
      const braces = text[index] === "{" && enclosed(text, index, "{,}");
      const range = /^\{(\w+)\.\.(\w+)\}/.exec(rest);
      const set = /^\[([!^]?)(\]?[^\]]*)\]/.exec(rest);
      if (deep && (deep[1] === "/" ? deep[2] === "" : atEdge)) {
        at = deep[2] === "" ? below(at, deep[1] === "/") : parts(at);
        index += deep[0].length;
      } else if (group_) {
        at = group(at, text[index] as string, group_.parts);
        index = group_.after;
      } else if (range) {
        at = either(at, between(range[1] as string, range[2] as string), false);
        index += range[0].length;
      } else if (braces && braces.parts.length > 1) {
        at = either(at, braces.parts, atEdge);
        index = braces.after;
      } else if (text[index] === "*") {
        const stars = /^\*+/.exec(rest)?.[0].length ?? 1;
        const whole = atEdge && (index + stars === text.length || text[index + stars] === "/");
        at = many(whole ? one(at, inPart) : at, inPart);
        index += stars;
      } else if (text[index] === "?") {
        at = one(at, inPart);
        index++;
      } else if (set) {
        at = one(at, setOf(set[2] as string, set[1] !== ""));
        index += set[0].length;
      } else {
        const code = text.charCodeAt(index);
        at = one(at, (other) => other === code);
        index++;
      }
    }
    return at;
  };
  /** `**` at the end: something, or with the slash before it nothing, or all that is below. */
  const below = (from: number, slash: boolean): number => {
    const inside = many(one(from, slash ? (code) => code === SLASH : any), any);
    const end = add();
    free(inside, end);
    if (slash) free(from, end);
    return end;
  };
  /** A pattern that begins a part: any number of parts and their slashes. */
  const parts = (from: number): number => {
    const loop = add();
    free(from, loop);
    free(
      one(many(one(loop, inPart), inPart), (code) => code === SLASH),
      loop,
    );
    return loop;
  };

  const start = add();
  const last = sequence(pattern, start, true);
  const end = add();
  free(last, end);
  return { states, start, end };
}

/** What stands in brackets that open at `open`, split where the separator is not in brackets of its own; null where they do not close. */
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

/** At most so many values of `{1..999}`. */
const MOST_BETWEEN = 1000;

function between(first: string, last: string): string[] {
  const numbers = /^\d+$/.test(first) && /^\d+$/.test(last);
  const [low, high] = numbers ? [Number(first), Number(last)] : [first.charCodeAt(0), last.charCodeAt(0)];
  const count = Math.min(Math.max(high - low, 0), MOST_BETWEEN) + 1;
  const width = numbers && first.startsWith("0") ? first.length : 0;
  return Array.from({ length: count }, (_, index) => (numbers ? String(low + index).padStart(width, "0") : String.fromCharCode(low + index)));
}

/** `a-z0-9_`: any of these, or none of them; a slash is in no set. */
function setOf(text: string, negated: boolean): Test {
  const ranges = [...text.matchAll(/(.)-(.)|(.)/gs)].map(([, low, high, one]) => [(low ?? one ?? "").charCodeAt(0), (high ?? one ?? "").charCodeAt(0)]) as [
    number,
    number,
  ][];
  return (code) => inPart(code) && ranges.some(([low, high]) => low <= code && code <= high) !== negated;
}
