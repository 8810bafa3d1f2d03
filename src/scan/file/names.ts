import type { Vocabulary } from "../detect/vocabulary.ts";
import type { Token } from "../tokens/tokenize.ts";

/** Ids that are keys of an object with another id in it: they are the team's own names for that id. */
export function aliasesOf(tokens: readonly Token[], { identify, isPriced }: Vocabulary): string[] {
  const found: string[] = [];
  for (let at = 0; at + 2 < tokens.length; at++) {
    const [key, sign, value] = [tokens[at], tokens[at + 1], tokens[at + 2]] as [Token, Token, Token];
    if (key.kind !== "string" || (sign.text !== ":" && sign.text !== "=>")) continue;
    const own = identify(key.text);
    if (!own) continue;
    // An id that is sold under this name is an alias only if the other id has a slash, as a gateway's ids do.
    const sold = own.strength !== "not-video" && own.providers.some((slug) => isPriced(slug, own.model));
    const end = value.pair > at ? Math.min(value.pair, at + 80) : at + 2;
    const named = tokens
      .slice(at + 2, end + 1)
      .some(
        ({ kind, text }) =>
          kind === "string" && text !== key.text && (!sold || text.includes("/")) && (identify(text)?.strength ?? "not-video") !== "not-video",
      );
    if (named) found.push(key.text.toLowerCase());
  }
  return found;
}

/** The last segments of the imported paths: `./lib/models` and `from app.models import X` give `models`. */
export function importsOf(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  let importing = 0;
  for (const { kind, text, line } of tokens) {
    if (kind === "word" && /^(import|from|require|use|using)$/.test(text)) importing = line;
    if (importing !== line || (kind !== "word" && kind !== "string")) continue;
    found.add(text.slice(text.lastIndexOf("/") + 1).replace(/\.(js|ts|jsx|tsx|mjs|py|php|rb)$/, ""));
  }
  return found;
}
