import { isGlob, isUsableGlob, LONGEST_PATTERN } from "../notation/glob.ts";
import { isMonthCount, MOST_MONTHS } from "../notation/month.ts";

/** The validated inputs of the action. Paths are as written, relative to the working directory. */
export type Inputs = {
  token: string;
  manifest: readonly string[];
  ifNoManifest: "pass" | "warn" | "fail";
  prices: readonly string[];
  warnOnly: boolean;
  comment: "always" | "on-change" | "on-failure" | "never";
  /** A monthly amount as written, because exact decimals are created from text. */
  commentThreshold: string;
  commentTag: string;
  summary: boolean;
  annotations: boolean;
  checkRun: boolean;
  /** With forward slashes, without a slash at either end; "" is the root of the repository. */
  workingDirectory: string;
  date: string | null;
  /** Job logs in the checkout to compare with the manifest, in runs that are not for a change. */
  jobLog: readonly string[];
  /** Job logs and bills of this month in the checkout, for the month to date, in runs that are not for a change. */
  actuals: readonly string[];
  /** How many months to show, including this one; null for the default. */
  months: number | null;
  /** The path of the price lock, if it is not the default. */
  lock: string | null;
  /** Whether a scheduled run keeps an issue open while prices differ from the lock. */
  repricingIssue: boolean;
  /** Whether a lever at a line that the pull request changed becomes a suggestion there. */
  suggestions: boolean;
  /** Whether calls in code are compared with the manifests. */
  scan: "auto" | "off";
};

/** Thrown for a wrong input. The message names it and the allowed values. */
export class InputError extends Error {
  override name = "InputError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the inputs from the runner's variables: `INPUT_` and the name in capitals, with its dashes. An empty input counts as not given,
 * because workflows often pass on `${{ inputs.x }}`.
 * @throws InputError
 */
export function readInputs(env: Environment): Inputs {
  const text = (name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
  const lines = (name: string): string[] => text(name).split(/\r?\n/).map(slashes).filter(Boolean);
  const choice = <const T extends string>(name: string, allowed: readonly T[], fallback: NoInfer<T>): T => {
    const given = text(name).toLowerCase();
    const found = allowed.find((one) => one === given);
    if (given !== "" && found === undefined) throw new InputError(`Input ${name} is ${JSON.stringify(text(name))}; it must be one of ${allowed.join(", ")}.`);
    return found ?? fallback;
  };
  const flag = (name: string, fallback: "true" | "false"): boolean => choice(name, ["true", "false"], fallback) === "true";

  const token = text("github-token");
  if (token === "") throw new InputError("Input github-token is empty; leave it out, or pass github.token.");
  const commentThreshold = text("comment-threshold") || "0";
  if (!/^\d{1,12}(\.\d{1,9})?$/.test(commentThreshold)) {
    throw new InputError(`Input comment-threshold is ${JSON.stringify(commentThreshold)}; it must be an amount of money a month, such as 50 or 12.5.`);
  }
  const date = text("date") || null;
  if (date !== null && !isDay(date)) throw new InputError(`Input date is ${JSON.stringify(date)}; it must be a day that exists, as YYYY-MM-DD.`);
  const manifest = lines("manifest");
  const unusable = manifest.find((path) => isGlob(path) && !isUsableGlob(path));
  if (unusable !== undefined)
    throw new InputError(
      `Input manifest has ${JSON.stringify(unusable.slice(0, 200))}, which is no pattern: at most ${LONGEST_PATTERN} characters, no ! in front, and nothing of the form !(…).`,
    );
  const commentTag = text("comment-tag") || "default";
  if (commentTag.length > 100) throw new InputError(`Input comment-tag has ${commentTag.length} characters; it must have at most 100.`);

  return {
    token,
    manifest,
    ifNoManifest: choice("if-no-manifest", ["pass", "warn", "fail"], "pass"),
    prices: lines("prices"),
    warnOnly: flag("warn-only", "false"),
    comment: choice("comment", ["always", "on-change", "on-failure", "never"], "on-change"),
    commentThreshold,
    commentTag,
    summary: flag("summary", "true"),
    annotations: flag("annotations", "true"),
    checkRun: flag("check-run", "false"),
    workingDirectory: slashes(text("working-directory")).replace(/^\.$|\/+$/g, ""),
    date,
    jobLog: lines("job-log"),
    actuals: lines("actuals"),
    months: monthsIn(text("months")),
    lock: text("lock") === "" ? null : slashes(text("lock")),
    repricingIssue: flag("repricing-issue", "false"),
    suggestions: flag("suggestions", "true"),
    scan: choice("scan", ["auto", "off"], "auto"),
  };
}

/** A number of months, in the same range as for `check --months`. */
function monthsIn(given: string): number | null {
  if (given === "") return null;
  if (!/^\d+$/.test(given) || !isMonthCount(Number(given)))
    throw new InputError(`Input months is ${JSON.stringify(given)}; it must be a whole number of months from 1 to ${MOST_MONTHS}.`);
  return Number(given);
}

/** Whether a day exists. JavaScript would read 2026-02-30 as another day. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function slashes(path: string): string {
  return path
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(\.\/+)+/, "");
}
