import { accountProblems } from "../engine/account.ts";
import { estimateManifest } from "../engine/estimate.ts";
import { type Pricing, pricingOf } from "../engine/pricing.ts";
import type { Gathered } from "../gather.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Book } from "../prices/book.ts";
import { overlay } from "../prices/overlay.ts";
import type { Problem, ProblemCode } from "../problem.ts";
import type { Distributions } from "../stats/distributions.ts";
import { certain, type Figures } from "./figures.ts";
import { type AccountLine, ledgerOf, planProblems, rateProblems } from "./ledger.ts";
import { figuresOfDistribution } from "./risk.ts";
import { totalDistributionOfAll, type WorkloadCost, workloadCosts } from "./workload-cost.ts";

/** Problems that hide workloads: a file, or a whole part of one, that could not be read. */
const UNREAD: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "file-missing",
  "file-too-large",
  "not-utf8",
  "yaml-syntax",
  "duplicate-key",
  "too-many-aliases",
  "not-a-map",
  "outside-repository",
  "tree-truncated",
]);

/** One side, priced: every workload of every manifest, and what they come to. */
export type Exposure = {
  currency: string;
  estimates: readonly WorkloadCost[];
  pricing: ReadonlyMap<string, Pricing>;
  accounts: readonly AccountLine[];
  /** Whether every workload has a price and every amount a rate. Where not, `total` is the sum of what has, or null if no workload has. */
  complete: boolean;
  total: Figures | null;
  prices: { snapshot: string; oldest_checked: string | null; stale: number };
  problems: readonly Problem[];
};

/** Prices one side. Each manifest keeps its own price files, accounts and exchange rates. */
export function exposureOf(side: Gathered, book: Book, date: string, distributions: Distributions): Exposure {
  const currency = side.manifests[0]?.settings.currency ?? "USD";
  const pricing = new Map(
    side.manifests.map((manifest) => {
      const files = side.prices.get(manifest.file);
      const own = files ? overlay(book, files.providers, files.snapshot) : book;
      return [manifest.file, pricingOf(manifest, own, date)] as const;
    }),
  );
  const priced = [...pricing.values()].map((one) => ({ one, estimates: workloadCosts(estimateManifest(one), one, distributions) }));
  const estimates = priced.flatMap((manifest) => manifest.estimates);
  const ledgers = priced.map(({ one, estimates: own }) => ({ one, lines: ledgerOf(one, own, distributions) }));
  const accounts = mergeLedgers(ledgers.flatMap(({ lines }) => lines));
  const sources = estimates.flatMap(({ source }) => (source?.checked ? [source] : []));
  const checked = sources.flatMap((source) => source.checked ?? []).sort();
  return {
    currency,
    estimates,
    pricing,
    accounts,
    complete:
      estimates.every(({ monthly }) => monthly !== null) && accounts.every(({ cash }) => cash !== null) && !side.problems.some(({ code }) => UNREAD.has(code)),
    total: totalOf(estimates, distributions, cashOf(accounts)),
    prices: { snapshot: side.snapshot ?? book.snapshot, oldest_checked: checked[0] ?? null, stale: sources.filter(({ stale }) => stale).length },
    problems: [
      ...side.problems,
      ...mixedCurrencies(side, currency),
      ...[...pricing.values()].flatMap(accountProblems),
      ...ledgers.flatMap(({ one, lines }) => [...planProblems(one, lines), ...rateProblems(one, lines)]),
      ...estimates.flatMap(({ problems }) => problems),
    ],
  };
}

/** The month of a set of workloads. Null where there are workloads and none has a price: unknown is not 0. */
export function totalOf(estimates: readonly WorkloadCost[], distributions: Distributions, cash?: Decimal): Figures | null {
  if (estimates.length > 0 && estimates.every(({ monthly }) => monthly === null)) return null;
  const sum = (of: "monthly" | "list"): Decimal => estimates.reduce((total, one) => (one.monthly ? total.plus(one[of] ?? ZERO) : total), ZERO);
  const [expected, list] = [sum("monthly"), sum("list")];
  const totalDistribution = totalDistributionOfAll(estimates, distributions);
  return totalDistribution ? figuresOfDistribution(list, expected, totalDistribution, cash) : { ...certain(expected, cash), list };
}

/** What is paid in a steady month; where that is not known of an account, at least what is used of it. */
function cashOf(lines: readonly AccountLine[]): Decimal {
  return lines.reduce((sum, { cash, usage }) => sum.plus(cash ?? usage), ZERO);
}

/** A provider that several manifests use is one line of the report. */
function mergeLedgers(lines: readonly AccountLine[]): AccountLine[] {
  const merged = new Map<string, AccountLine>();
  for (const line of lines) {
    const known = merged.get(line.provider);
    merged.set(line.provider, known ? add(known, line) : line);
  }
  return [...merged.values()];
}

function add(a: AccountLine, b: AccountLine): AccountLine {
  const sum = (key: Exclude<keyof AccountLine, "provider" | "usage" | "plan_exceeded">): Decimal | null => {
    const [one, other] = [a[key], b[key]];
    return one && other && one.plus(other);
  };
  return {
    provider: a.provider,
    usage: a.usage.plus(b.usage),
    trial: sum("trial"),
    prepaid: sum("prepaid"),
    bundle_remainder: sum("bundle_remainder"),
    fees: sum("fees"),
    cash: sum("cash"),
    first_month: sum("first_month"),
    plan_exceeded: a.plan_exceeded === null ? b.plan_exceeded : Math.max(a.plan_exceeded, b.plan_exceeded ?? 0),
  };
}

/** One report is in one currency; adding others up would hide a rate that nobody stated. */
function mixedCurrencies({ manifests }: Gathered, currency: string): Problem[] {
  return manifests
    .filter(({ settings }) => settings.currency !== currency)
    .map(({ file, settings }) => ({
      code: "mixed-currencies",
      severity: "error",
      file,
      path: ["currency"],
      args: { value: settings.currency, expected: currency },
    }));
}
