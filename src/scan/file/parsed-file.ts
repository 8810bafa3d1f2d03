import { type Code, codeOf } from "../calls/code.ts";
import { type Evidence, type Submit, submitsOf } from "../calls/submits.ts";
import { evidenceOf } from "../detect/evidence.ts";
import type { Vocabulary } from "../detect/vocabulary.ts";
import { isPackageList } from "../paths/path-kind.ts";
import { endingOf, languageOf } from "../tokens/language.ts";
import { notebookCode } from "../tokens/notebook.ts";
import { type SourceComment, type Token, tokenize } from "../tokens/tokenize.ts";
import { withEmbedded } from "./embedded.ts";
import { type Ignores, ignoresIn } from "./ignores.ts";

/** A parsed file: its tokens and values, the calls that submit a job, and its ignore comments. */
export type ParsedFile = {
  path: string;
  code: Code;
  comments: readonly SourceComment[];
  submits: readonly Submit[];
  /** The submits that send an id, by the id's token. */
  sent: ReadonlyMap<number, readonly Submit[]>;
  evidence: Evidence;
  ignores: Ignores;
  vocabulary: Vocabulary;
};

/** Parses one file. @param wrappers names of the team's own functions that submit a job */
export function parsedFile(path: string, text: string, vocabulary: Vocabulary, wrappers: ReadonlySet<string>): ParsedFile {
  const language = languageOf(path);
  const source = endingOf(path) === "ipynb" ? notebookCode(text) : text;
  const { tokens: plain, comments } = language ? tokenize(source, language) : { tokens: [], comments: [] };
  const tokens = withEmbedded(plain);
  const shown = evidenceOf(tokens, vocabulary.detectors.values(), isPackageList(path));
  const code = codeOf(tokens, source);
  const submits = submitsOf(code, vocabulary, withMakers(shown, tokens, vocabulary), wrappers);
  const sent = new Map<number, Submit[]>();
  for (const submit of submits) for (const id of submit.model.ids) sent.set(id, [...(sent.get(id) ?? []), submit]);
  return { path, code, comments, submits, sent, evidence: withCalls(shown, submits), ignores: ignoresIn(comments, path), vocabulary };
}

/** Adds each maker whose id is in the file, with weight 1. That is enough evidence for a short path such as `/videos`, on any host. */
function withMakers(evidence: Evidence, tokens: readonly Token[], { identify }: Vocabulary): Evidence {
  const found = new Map(evidence);
  for (const { kind, text } of tokens) {
    const identity = kind === "string" ? identify(text) : null;
    if (identity && identity.strength !== "not-video" && identity.maker && !found.has(identity.maker)) found.set(identity.maker, 1);
  }
  return found;
}

/** Adds a weight of 4, like that of a library, for each call that only one provider can have. */
function withCalls(evidence: Evidence, submits: readonly Submit[]): Evidence {
  const found = new Map(evidence);
  for (const { detectors, sure } of submits) {
    const [one] = detectors;
    if (sure && one && detectors.length === 1) found.set(one.provider, (found.get(one.provider) ?? 0) + 4);
  }
  return found;
}
