import { segmentEnd } from "../tokens/around.ts";
import { tokenAt } from "../tokens/tokenize.ts";
import { type Code, givenTo, spend } from "./code.ts";
import type { Pair } from "./values.ts";

/** The value after a flag in the text of a prompt, as it is written; "" if the text ends at the flag. `at` is the token of the text. */
export type FlagValue = { written: string; at: number };

/** The most texts to search, and how many names are followed to reach one. */
const MOST_TEXTS = 20;
const DEEPEST = 3;

/** The values of flags in the prompt of a call: `5` for `dur` in `text: f"{prompt} --rs 1080p --dur 5"`. @param flags without their dashes */
export function flagValues(pairs: readonly Pair[], flags: readonly string[], code: Code): FlagValue[] {
  const prompts = pairs.filter(({ name }) => /^(text|prompt|content)$/i.test(name));
  const texts = [...new Set(prompts.flatMap(({ first, last }) => textsIn(first, last, code)))].slice(0, MOST_TEXTS);
  return texts.flatMap((at) =>
    flags.flatMap((flag) => {
      const text = tokenAt(code.tokens, at).text;
      const place = text.search(new RegExp(`(^|\\s)--${flag}(\\s|=|$)`));
      return place < 0 ? [] : [{ written: /^\s*--[\w-]+[\s=]*(\S*)/.exec(text.slice(place, place + 200))?.[1] ?? "", at }];
    }),
  );
}

/** The strings of a value and of the values of the names in it. */
function textsIn(first: number, last: number, code: Code, depth = 0): number[] {
  const found: number[] = [];
  for (let at = first; at <= last && at < first + 60 && spend(code, 1); at++) {
    const { kind, text } = tokenAt(code.tokens, at);
    if (kind === "string" && text.includes("--")) found.push(at);
    if (kind !== "word" || depth >= DEEPEST) continue;
    const place = givenTo(text, at, code);
    if (place >= 0 && (place < first || place > last)) found.push(...textsIn(place, segmentEnd(code.tokens, place), code, depth + 1));
  }
  return found;
}
