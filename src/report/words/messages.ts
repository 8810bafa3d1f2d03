import type { Reason } from "../../budget/reason.ts";
import type { Assumption } from "../../engine/assumption.ts";
import type { Gathered } from "../../gather.ts";
import type { Problem } from "../../problem.ts";
import { code } from "../layout/escape.ts";
import { PROBLEMS, type Words } from "./problems.ts";
import { REASONS } from "./reasons.ts";

/**
 * Turns codes into sentences. All words are in `problems.ts`, `reasons.ts` and `expected.ts`. Text that comes from a file is in a code
 * span, so that a sentence is safe wherever it is shown.
 */

/** A problem as a sentence: what is wrong, where in the manifest, and what is allowed. */
export function sentence({ code: id, args, path, at }: Problem): string {
  const words: Words = PROBLEMS[id];
  const [top, name, ...inner] = path;
  const ofWorkload = top === "workloads" && name !== undefined && !(at === "key" && inner.length === 0);
  const key = ofWorkload ? inner.join(".") : path.join(".");
  const nothing = ofWorkload ? "the workload" : "the file";
  return `${ofWorkload ? `${code(String(name))}: ` : ""}${words.sentence(args, key === "" ? nothing : code(key))}`;
}

/** What to do about a problem, as a sentence; null if the problem's own sentence suffices. */
export function hint({ code: id, args }: Problem): string | null {
  const { remedy }: Words = PROBLEMS[id];
  const text = typeof remedy === "string" ? remedy : remedy(args);
  return text === null ? null : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A problem with what to do about it, as one paragraph. */
export function inFull(problem: Problem): string {
  const remedy = hint(problem);
  return remedy === null ? sentence(problem) : `${sentence(problem)} ${remedy}`;
}

/**
 * One reason of the verdict as a sentence.
 * @param currency the reporting currency
 * @param several whether the report has more than one manifest, so that the sentence must name the file
 */
export function reasonSentence(reason: Reason, currency: string, several = false): string {
  const words: (reason: Reason, currency: string) => string = REASONS[reason.code];
  const file = several && !NAMED_OR_NOBODYS.has(reason.code) && reason.args["what"] !== "errors" ? `${code(reason.file)}: ` : "";
  return `${UNDER[String(reason.args["under"])] ?? ""}${file}${words(reason, currency)}`;
}

/** Reasons whose sentence names the file itself, or that concern all files. */
const NAMED_OR_NOBODYS: ReadonlySet<Reason["code"]> = new Set<Reason["code"]>([
  "invalid",
  "limits-unread",
  "manifest-removed",
  "manifest-new",
  "controls-changed",
  "overridden",
  "no-manifest",
]);

/** Whether a side has more than one manifest. */
export function isOfSeveral({ manifests, roots }: Pick<Gathered, "manifests" | "roots">): boolean {
  return new Set([...roots, ...manifests.map(({ file }) => file)]).size > 1;
}

/** The start of a reason's sentence if the change is judged twice and only one of the two judgments has the reason. */
const UNDER: Readonly<Record<string, string>> = { base: "With the base branch's settings: ", own: "With this change's own settings: " };

/** An assumption for a key that the manifest leaves out. A code without its own words still gives the field and the value. */
export function assumptionText({ code: id, field, value }: Pick<Assumption, "code" | "field" | "value">): string {
  const shown = code(String(value));
  return ASSUMPTIONS[id]?.(shown) ?? `${code(field)} is not given: ${shown} is assumed.`;
}

const ASSUMPTIONS: Readonly<Record<string, (value: string) => string>> = {
  "default-duration": (value) => `No duration is given: the provider's default of ${value} seconds is priced.`,
  "default-resolution": (value) => `No resolution is given: the provider's default, ${value}, is priced.`,
  "default-audio": (value) => `Sound is not set: the provider's default, \`audio: ${value.replaceAll("`", "")}\`, is priced.`,
  "default-mode": (value) => `No mode is given: ${value}, the model's first, is priced.`,
  "auto-duration": (value) => `The model chooses the length: its longest, ${value} seconds, is priced. The real cost is at most this.`,
  "unknown-billed": (value) =>
    `The provider does not say whether a job that ends as ${value} is billed: both cases are priced, and the more expensive one counts.`,
  "no-key": () => "No idempotency key is declared: a resubmitted job may run and be billed twice.",
  "book-key": () => "The provider accepts idempotency keys: a resubmitted job is assumed to return the first one, not to run twice.",
  "book-latency": (value) => `Latency is taken from the price book: P50 and P95 of ${value}.`,
  "independent-attempts": () =>
    "Attempts of one request are assumed to be independent (`correlation: 0`): after a late job, the next one is as likely to be on time as any other. If slow requests stay slow, more is billed and less is delivered.",
  "no-cancel": () => "No cancellation rate is declared: every abandoned job is assumed to keep running.",
  untested: (value) => `No evidence is declared, so nothing about its jobs was measured. One paid test costs ${value}: \`video-budget test-plan\`.`,
  "dearest-pack": (value) => `No pack is declared: credits are priced as in ${value}, the most expensive.`,
};
