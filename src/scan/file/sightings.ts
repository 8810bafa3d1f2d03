import type { Code } from "../calls/code.ts";
import { parametersOf } from "../calls/parameters.ts";
import type { Submit } from "../calls/submits.ts";
import { isSentToUnknownHost } from "../calls/unknown-host.ts";
import { type Pair, pairsOf } from "../calls/values.ts";
import type { Identity } from "../detect/identify.ts";
import type { Vocabulary } from "../detect/vocabulary.ts";
import { type LeftOutOfScan, ROLES, type Role } from "../finding.ts";
import { roleOf } from "../roles/role.ts";
import { bracketsOf } from "../tokens/around.ts";
import { languageOf } from "../tokens/language.ts";
import { type Token, tokenAt } from "../tokens/tokenize.ts";
import type { Sighting } from "./facts.ts";
import { idIn, writtenModel } from "./identified.ts";
import { mentionsIn } from "./mentions.ts";
import type { ParsedFile } from "./parsed-file.ts";

export type Sighted = {
  sightings: Sighting[];
  /** The tokens of ids that are used, not only mentioned. */
  used: ReadonlySet<number>;
  leftOut: LeftOutOfScan[];
};

/** The ids of a file: those that the price book or a pattern knows, and unknown ones that a call sends. */
export function sightingsIn(file: ParsedFile): Sighted {
  const { path, code, vocabulary } = file;
  const { tokens } = code;
  const found: Sighted & { used: Set<number> } = { sightings: [], used: new Set(), leftOut: [] };
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "string" && !(token.kind === "word" && isValue(at, tokens, path))) continue;
    const id = idIn(token, vocabulary);
    if (id) addKnown(at, id, file, found);
    else if (token.kind === "string" && /\s/.test(token.text)) found.leftOut.push(...mentionsIn(token, path, "message", vocabulary));
  }
  for (const submit of file.submits) addUnknown(submit, file, found);
  return found;
}

function addKnown(at: number, { identity, inUrl }: { identity: Identity; inUrl: boolean }, file: ParsedFile, found: Sighted & { used: Set<number> }): void {
  const { path, code, vocabulary } = file;
  const { line, text } = tokenAt(code.tokens, at);
  if (identity.strength === "not-video") {
    found.leftOut.push({ why: "not-video", file: path, line, text });
    return;
  }
  const submit = file.sent.get(at)?.[0];
  const judged = inUrl ? "url" : sentRole(at, submit, code, path);
  const weak = identity.strength === "weak" && judged !== "call" && !isAmongIds(at, code.tokens, vocabulary);
  if (weak && !submit && !isModelValue(at, code)) return;
  const role = weak && (judged === "map" || (judged === "body" && isListed(at, code.tokens))) ? "ui-list" : judged;
  if (role === null || file.ignores.has(line, text)) return;
  if (ROLES[role] !== "mention") found.used.add(at);
  const pairs = submit ? [...submit.pairs, ...beside(at, code)] : beside(at, code);
  const detector = vocabulary.detectors.get(submit?.detectors[0]?.provider ?? identity.providers[0] ?? "");
  const sentBy = submit?.detectors.map(({ provider }) => provider) ?? [];
  const elsewhere = submit ? submit.elsewhere : ROLES[role] === "call" && isSentToUnknownHost(at, code, vocabulary);
  found.sightings.push({ file: path, line, role, identity, weak, sentBy, elsewhere, parameters: parametersOf(pairs, path, code, detector) });
}

/** Adds the literal model of a call that neither the price book nor a pattern knows. It counts as a model of the call's provider. */
function addUnknown(submit: Submit, { path, code, sent, ignores, vocabulary }: ParsedFile, found: Sighted): void {
  const written = writtenModel(submit, code.tokens);
  if (written < 0 || sent.has(written)) return;
  const { text: model, line } = tokenAt(code.tokens, written);
  const providers = submit.detectors.filter(({ general }) => !general).map(({ provider }) => provider);
  if (vocabulary.isOther(model)) found.leftOut.push({ why: "not-video", file: path, line, text: model });
  else if (providers.length > 0 && !vocabulary.identify(model) && !ignores.has(line, model)) {
    const identity = { strength: "own", model, providers, maker: null } as const;
    const parameters = parametersOf(submit.pairs, path, code, submit.detectors[0]);
    found.sightings.push({ file: path, line, role: "call", identity, sentBy: providers, elsewhere: submit.elsewhere, weak: false, parameters });
  }
}

function sentRole(at: number, submit: Submit | undefined, code: Code, path: string): Role | null {
  const { role } = roleOf(code.tokens, at, path);
  if (!submit || role === null) return role;
  if (role === "comparison" || role === "type" || role === "message" || role === "key") return role;
  return role !== "default" && role !== "env-default" && isArgument(at, submit, code.tokens) ? "call" : role;
}

/** Whether a token is between the parentheses of a submit. */
function isArgument(at: number, submit: Submit, tokens: readonly Token[]): boolean {
  const inside = [...bracketsOf(tokens, at)].some((up) => up > submit.at && up - submit.at < 40) || at > submit.at;
  let open = submit.at + 1;
  while (open < tokens.length && open - submit.at < 60 && !(tokens[open]?.text === "(" && (tokens[open]?.pair ?? -1) > open)) open++;
  return inside && at < (tokens[open]?.pair ?? -1) && (tokens[at]?.up ?? -1) >= submit.at;
}

/** Whether a token is in a list of only ids, one of which is not weak: `["veo3", "veo3.1-fast"]`, but not `["veo3", "kling", "sora-2"]`. */
function isAmongIds(at: number, tokens: readonly Token[], { identify }: Vocabulary): boolean {
  const { up } = tokenAt(tokens, at);
  if (tokens[up]?.text !== "[") return false;
  let sure = false;
  for (let index = up + 1; index < Math.min(tokens[up]?.pair ?? -1, up + 60); index++) {
    const { kind, text } = tokenAt(tokens, index);
    if (kind !== "string") continue;
    const strength = identify(text)?.strength ?? "not-video";
    if (strength === "not-video" || (strength === "weak" && !/[0-9]/.test(text))) return false;
    sure ||= strength !== "weak";
  }
  return sure;
}

/** Whether a token is a field of an object in a list: `[{ model: "v5", … }]`. */
function isListed(at: number, tokens: readonly Token[]): boolean {
  return tokens[tokens[tokenAt(tokens, at).up]?.up ?? -1]?.text === "[";
}

/** Whether a token is the value of a model's key. A weak id that no call sends counts only there. */
function isModelValue(at: number, { tokens }: Code): boolean {
  const sign = tokens[at - 1]?.text ?? "";
  return /^(:|=|=>)$/.test(sign) && /^(ai_?|video_?)?model(_?(name|id|version))?$/i.test(tokens[at - 2]?.text ?? "");
}

/** Whether a word is an unquoted value, in a language that has them: `VIDEO_MODEL=sora-2`, `model: veo-3.1`. */
function isValue(at: number, tokens: readonly Token[], path: string): boolean {
  if (!languageOf(path)?.plain) return false;
  return /^(=|:|-|:-|,|\[)$/.test(tokens[at - 1]?.text ?? "") || tokens[at - 1]?.line !== tokens[at]?.line || /^-/.test(tokens[at - 1]?.text ?? "");
}

/** The pairs of the object that contains an id. */
function beside(at: number, code: Code): Pair[] {
  const { tokens } = code;
  const { up } = tokenAt(tokens, at);
  const opening = tokens[up];
  if (!opening || opening.pair < 0 || (opening.text !== "{" && opening.text !== "(" && opening.text !== "[")) return [];
  return opening.pair - up > 1500 ? [] : pairsOf(up + 1, opening.pair - 1, code);
}
