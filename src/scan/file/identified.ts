import type { Submit } from "../calls/submits.ts";
import type { Identity } from "../detect/identify.ts";
import { idOfUrl } from "../detect/url-id.ts";
import type { Vocabulary } from "../detect/vocabulary.ts";
import type { Token } from "../tokens/tokenize.ts";

/** The id in a token: the whole text, or the model in a URL such as `…/models/veo-3.1-generate-001:predictLongRunning`. */
export function idIn(token: Token, vocabulary: Vocabulary): { identity: Identity; inUrl: boolean } | null {
  const { text } = token;
  if (text.length > 400) return null;
  const whole = vocabulary.identify(text);
  if (whole) return { identity: whole, inUrl: false };
  const identity = idOfUrl(text, vocabulary);
  return identity ? { identity, inUrl: true } : null;
}

/** The token of a call's literal model, whether a detector knows it or not; -1 if there is none. */
export function writtenModel(submit: Submit, tokens: readonly Token[]): number {
  const isId = (at: number): boolean => tokens[at]?.kind === "string" && /^[A-Za-z0-9][\w./:-]{1,149}$/.test(tokens[at]?.text ?? "");
  const pair = submit.pairs.find(({ name, first, last }) => /^(model|model_?name|model_?id)$/i.test(name) && first === last && isId(first));
  if (pair) return pair.first;
  if (!submit.detectors.some(({ general }) => general)) return -1;
  let open = submit.at;
  while (open < tokens.length && open - submit.at < 30 && tokens[open]?.text !== "(") open++;
  const text = tokens[open + 1]?.text ?? "";
  return isId(open + 1) && /^[\w.-]+\/[\w./:-]+$/.test(text) ? open + 1 : -1;
}
