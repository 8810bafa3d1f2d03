import { type Code, codeOf } from "./calls/code.ts";
import { clientRetries, endlessPolls, giveUpAfter, retryAround } from "./calls/hints.ts";
import { parametersOf } from "./calls/parameters.ts";
import { type Evidence, type Submit, submitsOf } from "./calls/submits.ts";
import { pairsOf } from "./calls/values.ts";
import { evidenceOf } from "./detect/evidence.ts";
import { idOfUrl } from "./detect/url-id.ts";
import type { Identity, Vocabulary } from "./detect/vocabulary.ts";
import { type Hint, type Ignored, type LeftOutOfScan, type Parameter, type ParameterName, ROLES, type Role } from "./finding.ts";
import { isPackageList } from "./paths/path-kind.ts";
import { roleOf } from "./roles/role.ts";
import { bracketsOf } from "./tokens/around.ts";
import { endingOf, languageOf } from "./tokens/language.ts";
import { notebookCode } from "./tokens/notebook.ts";
import { type SourceComment, type Token, tokenize } from "./tokens/tokenize.ts";

export type Parameters = Partial<Record<ParameterName, Parameter>>;
type Known = Extract<Identity, { model: string }>;

/** An id in a file: what it is, what it is there for, and what is said beside it. */
export type Sighting = {
  file: string;
  line: number;
  role: Role;
  identity: Known /** Slugs of the call that sends it; empty where none in the file does. */;
  sentBy: readonly string[] /** A usual word, which counts only where a seller of it is near. */;
  weak: boolean;
  parameters: Parameters;
};
/** A call whose model the file does not say. */
export type OpenCall = {
  file: string;
  line: number;
  providers: readonly string[];
  sure: boolean;
  dynamic: string;
  parameters: Parameters /** Whether the code around it speaks of video: "no" where it speaks of something else. */;
  video: "yes" | "no" | "unsaid";
};

export type FileFacts = {
  path: string;
  evidence: Evidence;
  sightings: readonly Sighting[];
  /** Ids that the file uses as names of its own for others: `"veo3-fast": { endpoint: "fal-ai/veo3/fast" }`. */
  aliases: readonly string[];
  /** Last parts of what the file imports: `models` of `./lib/models`. */
  imports: ReadonlySet<string>;
  /** Lines of submits of ids that the file itself says, by id. */
  sends: readonly { line: number; model: string; providers: readonly string[] }[];
  open: readonly OpenCall[];
  hints: readonly Hint[];
  giveUpAfter: number | null;
  ignored: readonly Ignored[];
  leftOut: readonly LeftOutOfScan[];
};

/** All that one file says. Never throws; linear in its size but for what a call names, which is followed a bounded way. */
export function readFacts(path: string, text: string, vocabulary: Vocabulary, wrappers: ReadonlySet<string>): FileFacts {
  const language = languageOf(path);
  const source = endingOf(path) === "ipynb" ? notebookCode(text) : text;
  const { tokens: plain, comments } = language ? tokenize(source, language) : { tokens: [], comments: [] };
  const tokens = withEmbedded(plain);
  const shown = evidenceOf(tokens, vocabulary.detectors.values(), isPackageList(path));
  const code = codeOf(tokens, source);
  const submits = submitsOf(code, vocabulary, withMakers(shown, tokens, vocabulary), wrappers);
  const evidence = withCalls(shown, submits);
  const ignores = ignoresOf(comments);
  const leftOut: LeftOutOfScan[] = [];
  const ignored: Ignored[] = [];
  const isIgnored = (line: number, said: string): boolean => {
    const reason = ignores.get(line) ?? ignores.get(line - 1);
    if (reason !== undefined) ignored.push({ file: path, line, text: said, reason });
    return reason !== undefined;
  };

  for (const comment of comments) leftOut.push(...mentionsIn(comment.text, comment.line, path, "comment", vocabulary));
  const sent = new Map<number, Submit[]>();
  for (const submit of submits) for (const id of submit.model.ids) sent.set(id, [...(sent.get(id) ?? []), submit]);

  const sightings: Sighting[] = [];
  const sighted = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "string" && !(token.kind === "word" && isValue(at, tokens, path))) continue;
    const found = idIn(token, vocabulary);
    if (!found) {
      if (token.kind === "string" && /\s/.test(token.text)) leftOut.push(...mentionsIn(token.text, token.line, path, "message", vocabulary));
      continue;
    }
    const { identity, inUrl } = found;
    const submit = sent.get(at)?.[0];
    if (identity.strength === "not-video") {
      leftOut.push({ why: "not-video", file: path, line: token.line, text: token.text });
      continue;
    }
    const { role: judged } = inUrl ? { role: "url" as Role } : sentRole(at, submit, code, path);
    const weak = identity.strength === "weak" && judged !== "call";
    if (weak && !submit && !isModelValue(at, code)) continue;
    const role = weak && (judged === "map" || (judged === "body" && isListed(at, tokens))) ? "ui-list" : judged;
    if (role === null) continue;
    if (isIgnored(token.line, token.text)) continue;
    if (ROLES[role] !== "mention") sighted.add(at);
    const pairs = submit ? submit.pairs : beside(at, code);
    const own = submit ? beside(at, code) : [];
    const detector = vocabulary.detectors.get(submit?.detectors[0]?.provider ?? identity.providers[0] ?? "");
    sightings.push({
      file: path,
      line: token.line,
      role,
      identity,
      weak,
      sentBy: submit?.detectors.map(({ provider }) => provider) ?? [],
      parameters: parametersOf([...pairs, ...own], path, code, detector),
    });
  }

  for (const submit of submits) {
    const written = writtenModel(submit, tokens);
    if (written < 0 || sent.has(written)) continue;
    const { text: model, line } = tokens[written] as Token;
    const providers = submit.detectors.filter(({ general }) => !general).map(({ provider }) => provider);
    if (vocabulary.isOther(model)) leftOut.push({ why: "not-video", file: path, line, text: model });
    else if (providers.length > 0 && !vocabulary.identify(model) && !isIgnored(line, model)) {
      sightings.push({
        file: path,
        line,
        role: "call",
        identity: { strength: "own", model, providers, maker: null },
        sentBy: providers,
        weak: false,
        parameters: parametersOf(submit.pairs, path, code, submit.detectors[0]),
      });
    }
  }

  const open: OpenCall[] = [];
  const sends: { line: number; model: string; providers: readonly string[] }[] = [];
  const hints: Hint[] = [];
  for (const submit of submits) {
    const providers = submit.detectors.map(({ provider }) => provider);
    const retried = retryAround(code.lines, submit.line, path);
    if (retried && !hasKey(submit)) hints.push(retried);
    for (const id of submit.model.ids) {
      const identity = idIn(tokens[id] as Token, vocabulary)?.identity;
      if (identity && identity.strength !== "not-video") sends.push({ line: submit.line, model: identity.model, providers });
    }
    if (submit.model.ids.some((id) => sighted.has(id)) || writtenModel(submit, tokens) >= 0) continue;
    const noModel = submit.detectors.length > 0 && submit.detectors.every(({ no_model }) => no_model);
    if (isIgnored(submit.line, tokens[submit.at]?.text ?? "")) continue;
    open.push({
      file: path,
      line: submit.line,
      providers,
      sure: submit.sure,
      dynamic: noModel ? "" : (submit.model.dynamic ?? "the caller"),
      parameters: parametersOf(submit.pairs, path, code, submit.detectors[0]),
      video: submit.detectors.every(({ general }) => general) && submit.detectors.length > 0 ? subjectOf(submit, code) : "yes",
    });
  }
  const isCalling = submits.length > 0;
  if (isCalling) {
    hints.push(...endlessPolls(code.lines, path));
    const client = clientRetries(code.lines, path);
    if (client) hints.push(client);
  }
  return {
    path,
    evidence,
    aliases: aliasesOf(tokens, vocabulary),
    imports: importsOf(tokens),
    sightings,
    sends,
    open,
    hints,
    giveUpAfter: isCalling ? giveUpAfter(code.lines) : null,
    ignored,
    leftOut,
  };
}

function sentRole(at: number, submit: Submit | undefined, code: Code, path: string): { role: Role | null } {
  const judged = roleOf(code.tokens, at, path);
  if (!submit || judged.role === null) return judged;
  if (judged.role === "comparison" || judged.role === "type" || judged.role === "message" || judged.role === "key") return judged;
  const inside = [...bracketsOf(code.tokens, at)].some((up) => up > submit.at && up - submit.at < 40) || at > submit.at;
  const token = code.tokens[at] as Token;
  const close = code.tokens.findIndex(({ text, pair }, index) => index > submit.at && text === "(" && pair > index);
  const isArgument = inside && close >= 0 && at < (code.tokens[close]?.pair ?? -1) && token.up >= submit.at;
  return isArgument && judged.role !== "default" && judged.role !== "env-default" ? { role: "call" } : judged;
}

/** Makers whose ids stand in a file: enough for a short path that jobs are posted to, `/videos`, whoever the host is. */
function withMakers(evidence: Evidence, tokens: readonly Token[], { identify }: Vocabulary): Evidence {
  const found = new Map(evidence);
  for (const { kind, text } of tokens) {
    const identity = kind === "string" ? identify(text) : null;
    if (identity && identity.strength !== "not-video" && identity.maker && !found.has(identity.maker)) found.set(identity.maker, 1);
  }
  return found;
}

/** A call that can be one provider's alone is evidence of it, as a host is. */
function withCalls(evidence: Evidence, submits: readonly Submit[]): Evidence {
  const found = new Map(evidence);
  for (const { detectors, sure } of submits) {
    const [one] = detectors;
    if (sure && one && detectors.length === 1) found.set(one.provider, (found.get(one.provider) ?? 0) + 4);
  }
  return found;
}

/** In an entry of a list: `[{ model: "v5", … }]`. */
function isListed(at: number, tokens: readonly Token[]): boolean {
  return tokens[tokens[(tokens[at] as Token).up]?.up ?? -1]?.text === "[";
}

/** A usual word is an id only as the value of a model's key. */
function isModelValue(at: number, { tokens }: Code): boolean {
  const sign = tokens[at - 1]?.text ?? "";
  return /^(:|=|=>)$/.test(sign) && /^(ai_?|video_?)?model(_?(name|id|version))?$/i.test(tokens[at - 2]?.text ?? "");
}

/** An id that is the whole text, or what a URL asks for: `…/models/veo-3.1-generate-001:predictLongRunning`. */
function idIn(token: Token, vocabulary: Vocabulary): { identity: Identity; inUrl: boolean } | null {
  const { text } = token;
  if (text.length > 400) return null;
  const whole = vocabulary.identify(text);
  if (whole) return { identity: whole, inUrl: false };
  const identity = idOfUrl(text, vocabulary);
  return identity ? { identity, inUrl: true } : null;
}

/** A value without quotes, where a language has them: `VIDEO_MODEL=sora-2`, `model: veo-3.1`. */
function isValue(at: number, tokens: readonly Token[], path: string): boolean {
  if (!languageOf(path)?.plain) return false;
  return /^(=|:|-|:-|,|\[)$/.test(tokens[at - 1]?.text ?? "") || tokens[at - 1]?.line !== tokens[at]?.line || /^-/.test(tokens[at - 1]?.text ?? "");
}

/** What is written beside an id: the pairs of the object that it is a field of. */
function beside(at: number, code: Code): ReturnType<typeof pairsOf> {
  const { tokens } = code;
  const { up } = tokens[at] as Token;
  const opening = tokens[up];
  if (!opening || opening.pair < 0 || (opening.text !== "{" && opening.text !== "(" && opening.text !== "[")) return [];
  return opening.pair - up > 1500 ? [] : pairsOf(up + 1, opening.pair - 1, code);
}

/** `// video-budget: ignore REASON`, by line. A comment over lines holds for its last. */
function ignoresOf(comments: readonly SourceComment[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const { text, line } of comments) {
    const match = /video-budget:\s*ignore\b:?[ \t]*([^\n]*)/.exec(text);
    if (match) found.set(line + (text.match(/\n/g)?.length ?? 0), (match[1] ?? "").replace(/\s*(\*\/|-->|#\})\s*$/, "").trim());
  }
  return found;
}

/** Ids that a comment or a sentence speaks of. */
export function mentionsIn(text: string, line: number, file: string, why: LeftOutOfScan["why"], vocabulary: Vocabulary): LeftOutOfScan[] {
  const found: LeftOutOfScan[] = [];
  if (!vocabulary.mayName(text)) return found;
  for (const [index, row] of text.split("\n").entries()) {
    if (row.length > 2000 || !vocabulary.mayName(row)) continue;
    for (const [word] of row.matchAll(/[A-Za-z0-9][A-Za-z0-9._/:@-]*[A-Za-z0-9]/g)) {
      const identity = vocabulary.identify(word);
      if (identity && identity.strength !== "not-video" && identity.strength !== "weak") found.push({ why, file, line: line + index, text: word });
    }
  }
  return found;
}

/** JSON inside a text is read as well: the body of `curl -d '{"model": "x"}'`, and n8n's `jsonBody`. */
function withEmbedded(tokens: readonly Token[]): readonly Token[] {
  const json = languageOf("a.json");
  const found: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "string" || !json || !/^\s*\{[\s\S]*model/i.test(token.text) || token.text.length > 20_000) continue;
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

/** The token of a model that a call writes out, whether any detector knows it or not; -1 where it writes none. */
function writtenModel(submit: Submit, tokens: readonly Token[]): number {
  const isId = (at: number): boolean => tokens[at]?.kind === "string" && /^[A-Za-z0-9][\w./:-]{1,80}$/.test(tokens[at]?.text ?? "");
  const pair = submit.pairs.find(({ name, first, last }) => /^(model|model_?name|model_?id)$/i.test(name) && first === last && isId(first));
  if (pair) return pair.first;
  if (!submit.detectors.some(({ general }) => general)) return -1;
  let open = submit.at;
  while (open < tokens.length && open - submit.at < 30 && tokens[open]?.text !== "(") open++;
  const text = tokens[open + 1]?.text ?? "";
  return isId(open + 1) && /^[\w.-]+\/[\w./:-]+$/.test(text) ? open + 1 : -1;
}

/** Ids that are keys of an object in which another id stands: the team's own names for those. */
function aliasesOf(tokens: readonly Token[], { identify }: Vocabulary): string[] {
  const found: string[] = [];
  for (let at = 0; at + 2 < tokens.length; at++) {
    const [key, sign, value] = [tokens[at], tokens[at + 1], tokens[at + 2]] as [Token, Token, Token];
    if (key.kind !== "string" || (sign.text !== ":" && sign.text !== "=>") || !identify(key.text)) continue;
    const end = value.pair > at ? Math.min(value.pair, at + 80) : at + 2;
    const named = tokens
      .slice(at + 2, end + 1)
      .some(({ kind, text }) => kind === "string" && text !== key.text && (identify(text)?.strength ?? "not-video") !== "not-video");
    if (named) found.push(key.text.toLowerCase());
  }
  return found;
}

/** Last parts of what is imported: `./lib/models` and `from app.models import X` give `models`. */
function importsOf(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  let importing = 0;
  for (const { kind, text, line } of tokens) {
    if (kind === "word" && /^(import|from|require|use|using)$/.test(text)) importing = line;
    if (importing !== line || (kind !== "word" && kind !== "string")) continue;
    found.add(text.slice(text.lastIndexOf("/") + 1).replace(/\.(js|ts|jsx|tsx|mjs|py|php|rb)$/, ""));
  }
  return found;
}

const VIDEO = /video|clip|movie|animat|i2v|t2v|veo|kling|reel|duration/gi;
const OTHER = /image(?!.{0,6}(to|2).?video|_url|Url)|photo|picture|upscale|speech|voice|music|\btts\b/gi;

/** What the lines around a call of a seller of everything speak of: video, or more of pictures or sound. */
function subjectOf(submit: Submit, { lines }: Code): OpenCall["video"] {
  const near = lines.slice(Math.max(0, submit.line - 25), submit.line + 15).join("\n");
  const video = near.match(VIDEO)?.length ?? 0;
  const other = near.match(OTHER)?.length ?? 0;
  if (video === 0 && other === 0) return "unsaid";
  return video > 0 && video >= other ? "yes" : "no";
}

function hasKey({ pairs }: Submit): boolean {
  return pairs.some(({ name }) => /idempoten|external_task_id|client_?token|request_?id/i.test(name));
}
