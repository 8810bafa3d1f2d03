import { type GiveUp, giveUpOf, shortTimeout } from "./calls/give-up.ts";
import { clientRetries, endlessPolls } from "./calls/hints.ts";
import type { Vocabulary } from "./detect/vocabulary.ts";
import type { FileFacts } from "./file/facts.ts";
import { mentionsIn } from "./file/mentions.ts";
import { aliasesOf, importsOf } from "./file/names.ts";
import { openCalls, retriedSubmits, sendsIn } from "./file/open-calls.ts";
import { type ParsedFile, parsedFile } from "./file/parsed-file.ts";
import { sightingsIn } from "./file/sightings.ts";
import type { Hint } from "./finding.ts";

/** Extracts the facts of one file. It never throws. Time is linear in the size of the file; following names is bounded by `Code.work`. */
export function readFacts(path: string, text: string, vocabulary: Vocabulary, wrappers: ReadonlySet<string>): FileFacts {
  const file = parsedFile(path, text, vocabulary, wrappers);
  const { code, comments, submits, evidence, ignores } = file;
  const { sightings, used, leftOut } = sightingsIn(file);
  const giveUp = submits.length > 0 ? giveUpOf(code.lines) : null;
  return {
    path,
    evidence,
    aliases: aliasesOf(code.tokens, vocabulary),
    imports: importsOf(code.tokens),
    sightings,
    sends: sendsIn(file),
    open: openCalls(file, used),
    hints: hintsIn(file, giveUp),
    giveUpAfter: giveUp?.seconds ?? null,
    ignored: ignores.found,
    leftOut: [
      ...(code.work.left < 0 ? [{ why: "tangled", file: path, line: null, text: null } as const] : []),
      ...comments.flatMap((comment) => mentionsIn(comment, path, "comment", vocabulary)),
      ...leftOut,
    ],
  };
}

/** The hints of a file that submits jobs. */
function hintsIn(file: ParsedFile, giveUp: GiveUp | null): Hint[] {
  const { path, code, submits } = file;
  if (submits.length === 0) return [];
  const others = [clientRetries(code.lines, path), shortTimeout(giveUp, path)].filter((hint) => hint !== null);
  return [...retriedSubmits(file), ...endlessPolls(code.lines, path), ...others];
}
