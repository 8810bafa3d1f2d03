import { judge } from "../budget/judge.ts";
import type { WorkloadLine } from "../budget/judge-input.ts";
import { monthsAhead, overLater } from "../budget/months.ts";
import { isSameText } from "../budget/same-text.ts";
import { verdictOf } from "../budget/verdict.ts";
import { type ComparedWorkload, compare } from "../compare/compare.ts";
import { inHeadCurrency, withoutRate } from "../compare/currency.ts";
import { ownPrices } from "../control/own-price.ts";
import { withRivalPrices } from "../control/rival-prices.ts";
import type { UnderBase } from "../control/under-base.ts";
import type { Gathered } from "../gather.ts";
import { withEdited } from "../levers/edit.ts";
import { withLevers } from "../levers/levers.ts";
import { type LockFiles, sinceLock, withLock } from "../lock/applied-lock.ts";
import { lockKey, sumOf } from "../lock/repricing.ts";
import { isTree, treeAt } from "../notation/tree.ts";
import type { Book } from "../prices/book.ts";
import { type Exposure, exposureOf } from "../risk/exposure.ts";
import { silentCosts } from "../silent/silent-costs.ts";
import type { Distributions } from "../stats/distributions.ts";
import { locateAll } from "../yaml/locate.ts";
import { combine } from "./combine.ts";
import { laterMonths } from "./later-months.ts";
import type { Review } from "./result.ts";

export type ReviewInput = {
  head: Gathered;
  /** Null if nothing is compared; a side without manifests if the manifest is new. */
  base: Gathered | null;
  /** The built-in price book; each manifest's own price files override it. */
  book: Book;
  /** The day (UTC, YYYY-MM-DD) whose prices apply on both sides. */
  date: string;
  /** The distributions that the risk model uses; `NO_DISTRIBUTIONS` if nothing uncertain is declared. */
  distributions: Distributions;
  /** Base's path of each head file that was renamed. */
  renamed: ReadonlyMap<string, string>;
  /** The price lock; absent if neither side has one. */
  lock?: LockFiles | null;
  /** Head under base's controls, if the change edits any. Absent: head is judged only under its own. */
  underBase?: UnderBase | null;
  /** How many months to show, including that of the date. Absent: the default number, if anything varies by month. */
  months?: number;
  /** False if the report shows no notes: costs that nobody chose are then looked for only where they warn or fail. */
  notes?: boolean;
};

/**
 * The whole program: texts → manifests → list prices → comparison → budgets → verdict.
 * It reads no files, calls neither git nor GitHub, looks at no clock, and writes no sentences.
 */
export function review(input: ReviewInput): Review {
  const { head, underBase } = input;
  return withLevers(judgedWhole(input, "report"), (edited) => {
    const side = withEdited(head, edited);
    return judgedWhole({ ...input, head: side, ...(underBase && { underBase: { ...underBase, side: withEdited(underBase.side, edited) } }) }, "verdict");
  });
}

/** How much to compute: the whole report, or only figures, reasons and verdict, without notes. */
type Asked = "report" | "verdict";

/** Judges a change under its own controls, and if it edits any, under base's too. */
function judgedWhole(input: ReviewInput, asked: Asked): Review {
  const own = judged(input, asked);
  const { underBase, book, date, distributions } = input;
  if (!underBase) return own;
  const head = withRivalPrices(underBase, book, date, distributions);
  return combine(own, judged({ ...input, head, renamed: underBase.renamed }, asked), underBase.changed);
}

/** One judgment: prices both sides, compares them, and applies head's settings. */
function judged({ head, base: asWritten, book, date, renamed, distributions, lock, months, notes = true }: ReviewInput, asked: Asked): Review {
  const verdictOnly = asked === "verdict";
  const rated = verdictOnly || !notes ? withoutNotes(head) : head;
  // The silent cost of a short timeout is found by a warning, so warnings are left out only if no silent cost can change the verdict.
  const costOnly = verdictOnly && rated.manifests.length === 0;
  const converted = asWritten && inHeadCurrency(asWritten, head, renamed);
  const base = converted?.base ?? null;
  const noRate = converted?.problems ?? [];
  const priced: Exposure = exposureOf(head, book, { date, after: 0, costOnly }, distributions);
  const now: Exposure = { ...priced, problems: [...priced.problems, ...noRate] };
  const known: Exposure | null = base && exposureOf(base, book, { date, after: 0 }, distributions);
  const before = known && noRate.length > 0 ? withoutRate(known) : known;
  const compared = base === null ? "nothing" : base.manifests.length === 0 ? "new" : "base";

  const locked = lock ? sinceLock(lock, (compared === "base" && before) || now, renamed, distributions) : null;
  const repricing = locked?.repricing ?? null;

  const workloads = compare(now, before, { renamed, ...(converted && { currencies: converted.from }) }, distributions).map((found): WorkloadLine => {
    const one = isUntouched(found, head, base) ? found : asUnknownEdit(found);
    const priced = compared === "base" ? one.base : one.head;
    const repriced = (one.head && priced && repricing?.changed.get(lockKey(priced))) ?? null;
    return { ...one, pre_existing: compared === "base" && one.change === "same" && one.head?.status !== "priced", repriced };
  });
  const looked = laterMonths({ head, base: compared === "base" ? base : null, book, date, distributions, ...(months !== undefined && { months }) });
  const later = noRate.length > 0 ? (looked?.map((one) => ({ ...one, before: one.before && withoutRate(one.before) })) ?? null) : looked;
  const judgement = { head, base, now, before, workloads, compared, renamed, distributions, repricing, verdictOnly, ahead: later ?? [] } as const;
  const { budgets, reasons: judgedReasons, problems } = judge({ ...judgement, now: { ...now, problems: [...now.problems, ...(locked?.problems ?? [])] } });
  const plan = later && monthsAhead({ head, base: compared === "base" ? base : null, renamed, now, budgets, date }, later, distributions);
  const silent = silentCosts({ head: rated, now, date, distributions, workloads, compared });
  const own = base && before && compared === "base" ? ownPrices(head, base, now, before) : [];
  const reasons = [...judgedReasons, ...(plan ? overLater(plan) : []), ...own, ...silent.reasons];

  return {
    verdict: verdictOf(reasons),
    reasons,
    currency: now.currency,
    date,
    prices: now.prices,
    compared,
    total: {
      complete: now.complete,
      head: now.total,
      base: compared === "base" ? (before?.total ?? null) : null,
      repricing: repricing && sumOf(workloads.flatMap(({ repriced }) => repriced ?? [])),
      comparable: isComparable({ ...now, side: head }, before && base && { ...before, side: base }, renamed),
    },
    repricing,
    budgets,
    plan,
    toDate: null,
    accounts: now.accounts,
    workloads,
    problems: locateAll(problems, lock && locked ? withLock(head, lock.file, locked.yaml) : head.files, silent.problems),
    controls: null,
    code: null,
    override: null,
    from: { head, now, book, distributions },
  };
}

/** The manifests whose silent costs can change a verdict. */
function withoutNotes(side: Gathered): Gathered {
  return { ...side, manifests: side.manifests.filter(({ settings: { policy } }) => policy.silent_cost.level !== "note") };
}

/** A side, and those of its files whose workloads are unknown. */
type HiddenIn = Pick<Exposure, "hidden"> & { side: Gathered };

/** Whether the difference of two sides is known: a file that hides workloads on one side must be the same on the other. */
function isComparable(now: HiddenIn, before: HiddenIn | null, renamed: ReadonlyMap<string, string>): boolean {
  if (!before) return true;
  const same = [...now.hidden].filter((file) => before.hidden.has(renamed.get(file) ?? file) && isSameText(file, now.side, before.side, renamed));
  return same.length === now.hidden.size && same.length === before.hidden.size;
}

/** Marks a workload as edited with an unknown effect, because it could not be read on either side. */
function asUnknownEdit(one: ComparedWorkload): ComparedWorkload {
  return { ...one, change: "changed", changes: [{ path: "workload", from: null, to: null, monthly: null }] };
}

/** A workload that could not be read on either side has no keys to compare, so its text is compared. */
function isUntouched({ head: now, base: before }: ComparedWorkload, head: Gathered, base: Gathered | null): boolean {
  if (!now || !before || now.keys || before.keys) return true;
  return JSON.stringify(writtenOf(now, head)) === JSON.stringify(writtenOf(before, base));
}

function writtenOf({ file, name }: { file: string; name: string }, side: Gathered | null): unknown {
  const value = side?.files.get(file)?.value;
  return [treeAt(value, "workloads")[name], isTree(value) ? value["defaults"] : undefined];
}
