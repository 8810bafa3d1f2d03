import type { Code } from "../calls/code.ts";
import { retryAround } from "../calls/hints.ts";
import { parametersOf } from "../calls/parameters.ts";
import type { Submit } from "../calls/submits.ts";
import type { Hint } from "../finding.ts";
import { bracketsOf } from "../tokens/around.ts";
import { tokenAt } from "../tokens/tokenize.ts";
import type { FileFacts, OpenCall } from "./facts.ts";
import { idIn, writtenModel } from "./identified.ts";
import type { ParsedFile } from "./parsed-file.ts";

/** Submits whose model is not in the file. @param used the tokens of ids that already have a sighting */
export function openCalls({ path, code, submits, ignores }: ParsedFile, used: ReadonlySet<number>): OpenCall[] {
  return submits.flatMap((submit): OpenCall[] => {
    const { detectors, line, sure, model, at } = submit;
    if (model.ids.some((id) => used.has(id)) || writtenModel(submit, code.tokens) >= 0) return [];
    if (ignores.has(line, code.tokens[at]?.text ?? "")) return [];
    const noModel = detectors.length > 0 && detectors.every(({ no_model }) => no_model);
    return [
      {
        file: path,
        line,
        providers: detectors.map(({ provider }) => provider),
        sure,
        dynamic: noModel ? "" : (model.dynamic ?? "the caller"),
        parameters: parametersOf(submit.pairs, path, code, detectors[0]),
        video: detectors.every(({ general }) => general) && detectors.length > 0 ? subjectOf(submit, code, path) : "yes",
      },
    ];
  });
}

/** The lines of submits whose id is elsewhere in the file. A submit with the id among its arguments is left out, because the id's own line is the place. */
export function sendsIn({ code, submits, vocabulary }: ParsedFile): FileFacts["sends"] {
  return submits.flatMap(({ at, line, detectors, model }) =>
    model.ids.flatMap((id) => {
      const isArgument = id > at && [...bracketsOf(code.tokens, id)].some((up) => up > at && up - at < 40);
      const identity = isArgument ? null : idIn(tokenAt(code.tokens, id), vocabulary)?.identity;
      return identity && identity.strength !== "not-video" ? [{ line, model: identity.model, providers: detectors.map(({ provider }) => provider) }] : [];
    }),
  );
}

/** At most this many retries of a file are reported. */
const MOST_RETRIES = 50;

/** Retries around submits without an idempotency key. */
export function retriedSubmits({ path, code, submits }: ParsedFile): Hint[] {
  const found: Hint[] = [];
  for (const submit of submits) {
    const retried = hasKey(submit) ? null : retryAround(code.lines, submit.line, path);
    if (retried) found.push(retried);
    if (found.length === MOST_RETRIES) break;
  }
  return found;
}

const VIDEO = /video|clip|movie|animat|i2v|t2v|veo|kling|reel|duration/gi;
const OTHER = /image(?!.{0,6}(to|2).?video|_url|Url)|photo|picture|upscale|speech|voice|music|\btts\b/gi;

/** Whether the lines around a call are about video or about images or sound. It is asked for providers that sell more than video. */
function subjectOf(submit: Submit, { lines }: Code, path: string): OpenCall["video"] {
  const near = lines.slice(Math.max(0, submit.line - 25), submit.line + 15).join("\n");
  const video = near.match(VIDEO)?.length ?? 0;
  const other = near.match(OTHER)?.length ?? 0;
  const isOther = /(^|[/_.-])(image|audio\w*|speech|voice|music|tts|chat|transcri\w*|caption|embed\w*)s?([/_.-]|$)/i.test(path) && !/video|clip/i.test(path);
  if (isOther && video <= other + 1) return "no";
  if (video === 0 && other === 0) return "unsaid";
  return video > 0 && video >= other ? "yes" : "no";
}

function hasKey({ pairs }: Submit): boolean {
  return pairs.some(({ name }) => /idempoten|external_task_id|client_?token|request_?id/i.test(name));
}
