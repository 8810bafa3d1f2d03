import { languageOf } from "../tokens/language.ts";
import { type Token, tokenize } from "../tokens/tokenize.ts";

/** Adds the tokens of JSON inside strings: the body of `curl -d '{"model": "x"}'`, or n8n's `jsonBody`. */
export function withEmbedded(tokens: readonly Token[]): readonly Token[] {
  const json = languageOf("a.json");
  const found: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "string" || !json || token.text.length > 20_000 || !/^\s*\{[\s\S]*model/i.test(token.text)) continue;
    const inner = tokenize(token.text.replaceAll('\\"', '"').replaceAll("\\n", "\n"), json, token.line).tokens;
    const start = tokens.length + found.length;
    for (const one of inner)
      found.push({
        ...one,
        line: token.text.includes("\n") ? one.line : token.line,
        up: one.up < 0 ? -1 : one.up + start,
        pair: one.pair < 0 ? -1 : one.pair + start,
      });
  }
  return found.length > 0 ? [...tokens, ...found] : tokens;
}
