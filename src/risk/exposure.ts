import { accountProblems } from "../engine/account.ts";
import { type Pricing, pricingOf } from "../engine/pricing.ts";
import type { PlannedMonth } from "../engine/volume.ts";
import type { Gathered } from "../gather.ts";
import { hidesWorkloads } from "../manifest/hidden.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { exactSum } from "../money/sum.ts";
import { treeAt } from "../notation/tree.ts";
import type { Book } from "../prices/book.ts";
import { overlay } from "../prices/overlay.ts";
import type { Problem, ProblemCode } from "../problem.ts";
import type { Distributions } from "../stats/distributions.ts";
import { type AccountLine, ledgerOf, planProblems, rateProblems } from "./accounts/ledger.ts";
import { balanceProblems, expiryProblems } from "./accounts/unused-credit.ts";
import { certain, type Figures, figuresOfDistribution } from "./figures.ts";
import { costsOf } from "./kept-costs.ts";
import { idleDrivers } from "./no-effect.ts";
import { type ByList, onceForList } from "./once-for-list.ts";
import { withSubmissions } from "./submitted-jobs.ts";
import { totalDistributionOfAll, type WorkloadCost } from "./workload-cost.ts";

/** Problems of a file that could not be read: a manifest, or a price file whose prices are then missing. */
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
  "too-many-files",
]);

/** The problems in `UNREAD` that concern the whole commit, whatever file they name. */
const OF_COMMIT: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["tree-truncated", "too-many-files"]);

/** One side of a comparison (base or head), priced: every workload of every manifest, and their total. Money in `currency`, a month. */
export type Exposure = {
  currency: string;
  estimates: readonly WorkloadCost[];
  pricing: ReadonlyMap<string, Pricing>;
  /** The pricing of workloads that are not priced with their manifest's own prices (`higherPrices` in `gather.ts`), by file and name. */
  workloadPricing: ReadonlyMap<string, Pricing>;
  accounts: readonly PaidAccount[];
  /** Manifests with workloads that could not be read: see `hidesWorkloads`. */
  hidden: ReadonlySet<string>;
  /** Whether every file was read, and every workload has a price and a rate. If not, `total` sums what is known; it is null if no workload has a price. */
  complete: boolean;
  total: Figures | null;
  prices: { snapshot: string; oldest_checked: string | null; stale: number };
  problems: readonly Problem[];
};

/** A month to price. `costOnly`: work out costs only, without the assumptions and without the problems of settings that cannot work. */
type AskedMonth = PlannedMonth & { costOnly?: boolean };

/**
 * An account, with how much of its use is priced. `complete`: all of it has a price; if not, amounts are lower bounds.
 * `priced`: some of it has a price; if none has, only the fees are known.
 */
export type PaidAccount = AccountLine & { complete: boolean; priced: boolean };

/**
 * Prices one side for one month, at the prices of one day. The month is the day's own, or the one `after` months later.
 * Each manifest keeps its own price files, accounts and exchange rates. The currency is that of the first manifest.
 */
export function exposureOf(side: Gathered, book: Book, asked: AskedMonth, distributions: Distributions): Exposure {
  const currency = side.manifests[0]?.settings.currency ?? "USD";
  const { costOnly = false, ...month } = asked;
  const { on = month.date } = month;
  const withJobs = (one: Pricing): Pricing => withSubmissions(costOnly ? { ...one, costOnly } : one, distributions);
  const pricing = new Map(
    side.manifests.map((manifest) => {
      const files = side.prices.get(manifest.file);
      const own = files ? overlay(book, files.providers, files.snapshot) : book;
      return [manifest.file, withJobs(pricingOf(manifest, own, on, month))] as const;
    }),
  );
  const workloadPricing = new Map<string, Pricing>();
  const priced = [...pricing.values()].map((one) => {
    const { file } = one.manifest;
    const own = new Map(costsOf(one, distributions).map((cost) => [cost.name, cost]));
    for (const { names, accounts, prices } of side.higherPrices?.get(file) ?? []) {
      const manifest = { ...one.manifest, settings: { ...one.manifest.settings, accounts } };
      const rival = withJobs(pricingOf(manifest, prices ? overlay(book, prices.providers, prices.snapshot) : book, on, month));
      for (const cost of costsOf(rival, distributions).filter(({ name }) => names.has(name))) {
        own.set(cost.name, cost);
        workloadPricing.set(`${file}\n${cost.name}`, rival);
      }
    }
    return { one, estimates: [...own.values()] };
  });
  const estimates = priced.flatMap((manifest) => manifest.estimates);
  const ledgers = priced.map(({ one, estimates: own }) => ({ one, own, lines: withBounds(ledgerOf(one, own, distributions), own, side) }));
  const hidden = hiddenOf(side);
  const accounts = mergeLedgers(ledgers.flatMap(({ lines }) => lines));
  const sources = estimates.flatMap(({ source }) => (source?.checked ? [source] : []));
  const checked = sources.flatMap((source) => source.checked ?? []).sort();
  return {
    currency,
    estimates,
    pricing,
    workloadPricing,
    accounts: accounts.map((line) => (hidden.size > 0 ? { ...line, complete: false } : line)),
    hidden,
    complete:
      hidden.size === 0 &&
      estimates.every(({ monthly }) => monthly !== null) &&
      accounts.every(({ cash }) => cash !== null) &&
      !side.problems.some(({ code }) => UNREAD.has(code)),
    total: totalOf(estimates, distributions, cashOf(accounts), hidden.size > 0),
    prices: { snapshot: side.snapshot ?? book.snapshot, oldest_checked: checked[0] ?? null, stale: sources.filter(({ stale }) => stale).length },
    problems: [
      ...side.problems,
      ...mixedCurrencies(side, currency),
      ...[...pricing.values()].flatMap(accountProblems),
      ...ledgers.flatMap(({ one, own, lines }) => [
        ...planProblems(one, lines),
        ...rateProblems(one, lines),
        ...expiryProblems(one, lines),
        ...balanceProblems(one, own),
      ]),
      ...estimates.flatMap(({ problems }) => problems),
      ...idleDrivers(estimates),
    ],
  };
}

/** The manifests that hide workloads. A price file hides none. */
function hiddenOf({ roots, manifests, includes, problems }: Gathered): Set<string> {
  const known = new Set([...roots, ...manifests.map(({ file }) => file), ...[...includes.values()].flat()]);
  return new Set(problems.filter((problem) => hidesWorkloads(problem) && (known.has(problem.file) || OF_COMMIT.has(problem.code))).map(({ file }) => file));
}

/**
 * Adds to each account whether all of its use has a price, and whether any of it has. A workload that could not be read counts
 * for the provider that it names. If it names none, it counts for every provider.
 */
function withBounds(lines: readonly AccountLine[], estimates: readonly WorkloadCost[], { files }: Gathered): PaidAccount[] {
  const found = new Map<string | null, { complete: boolean; priced: boolean }>();
  for (const { keys, file, name, monthly } of estimates) {
    const written = keys ?? treeAt(treeAt(files.get(file)?.value, "workloads"), name);
    const provider = typeof written.provider === "string" ? written.provider : null;
    const { complete, priced } = found.get(provider) ?? { complete: true, priced: false };
    found.set(provider, { complete: complete && monthly !== null, priced: priced || monthly !== null });
  }
  const anybody = found.get(null);
  return lines.map((line) => {
    const own = found.get(line.provider);
    const complete = (own?.complete ?? true) && (anybody?.complete ?? true);
    return { ...line, complete, priced: (own?.priced ?? false) || (anybody?.priced ?? false) };
  });
}

/** Sums by the workloads that they add up. */
const sums: ByList<WorkloadCost, Pick<Figures, "expected" | "list">> = new WeakMap();

/**
 * The monthly cost of a set of workloads, in the reporting currency. Null if the set has workloads and none has a price: an unknown cost is not 0.
 * @param cash what is paid for all accounts in a steady month; the expected cost if it is left out
 * @param isPartial whether the set has more workloads, which could not be read
 */
export function totalOf(estimates: readonly WorkloadCost[], distributions: Distributions, cash?: Decimal, isPartial = false): Figures | null {
  if ((estimates.length > 0 || isPartial) && estimates.every(({ monthly }) => monthly === null)) return null;
  const sum = (of: "monthly" | "list"): Decimal => exactSum(estimates.flatMap((one) => (one.monthly ? (one[of] ?? ZERO) : [])));
  const { expected, list } = onceForList(sums, estimates, () => ({ expected: sum("monthly"), list: sum("list") }));
  const totalDistribution = totalDistributionOfAll(estimates, distributions);
  return totalDistribution ? figuresOfDistribution(list, expected, totalDistribution, cash) : { ...certain(expected, cash), list };
}

/** What is paid in a steady month. If the payment of an account is not known, its use counts, as a lower bound. */
function cashOf(lines: readonly AccountLine[]): Decimal {
  return lines.reduce((sum, { cash, usage }) => sum.plus(cash ?? usage), ZERO);
}

/** Adds up the lines of a provider that several manifests use: a report has one line for each provider. */
function mergeLedgers(lines: readonly PaidAccount[]): PaidAccount[] {
  const merged = new Map<string, PaidAccount>();
  for (const line of lines) {
    const known = merged.get(line.provider);
    merged.set(line.provider, known ? add(known, line) : line);
  }
  return [...merged.values()];
}

function add(a: PaidAccount, b: PaidAccount): PaidAccount {
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
    beyond_plan: sum("beyond_plan"),
    fees: sum("fees"),
    cash: sum("cash"),
    first_month: sum("first_month"),
    plan_exceeded: a.plan_exceeded === null ? b.plan_exceeded : Math.max(a.plan_exceeded, b.plan_exceeded ?? 0),
    complete: a.complete && b.complete,
    priced: a.priced || b.priced,
  };
}

/** A report has one currency. Adding up several currencies would need an exchange rate that nobody declared. */
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
