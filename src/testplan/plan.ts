import type { Estimate } from "../engine/estimate.ts";
import type { JobPrice } from "../engine/price.ts";
import type { Pricing } from "../engine/pricing.ts";
import type { Request } from "../engine/request.ts";
import { tariffOf } from "../engine/tariff.ts";
import { type Alike, onceAlike } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { FAILURES } from "../notation/failure.ts";
import { modelKey } from "../prices/find.ts";
import { priceKey } from "./price-key.ts";
import { minimumSetCover } from "./set-cover.ts";
import { CLAIMS, type Claim, type Variant, type Variants, variantsOf } from "./variants.ts";

/** One test job to run. `cost` is in the reporting currency; null if the price is unknown and the job is run to find it out. */
export type TestJob = {
  /** From 1, in the order to run: the cheapest first, jobs of unknown cost last. */
  number: number;
  /** provider/model */
  id: string;
  /** The workload whose job this is, shortened as far as its claims allow. */
  like: Named;
  keys: WorkloadKeys;
  request: Request | null;
  cost: Decimal | null;
  /** The calculation of the cost; null if it is unknown. */
  job: JobPrice | null;
  proves: readonly Claim[];
  /** The workloads whose price it proves. */
  workloads: readonly Named[];
};

export type Named = { file: string; name: string };

/** The test jobs of one workload, by number, and their cost. Jobs shared with other workloads count in full. `cost` is null if the cost of every job is unknown. */
export type TestedWorkload = Named & { status: Estimate["status"]; keys: WorkloadKeys; jobs: readonly number[]; cost: Decimal | null };

/** The small paid test before production. `total`: the cost of the jobs whose cost is known, in the reporting currency. */
export type TestPlan = { jobs: readonly TestJob[]; workloads: readonly TestedWorkload[]; total: Decimal };

type Group = { id: string; workloads: Named[]; known: Map<Variants, Named>; learn: { like: Named; keys: WorkloadKeys; request: Request | null } | null };

type Own = Variant & { like: Named };

/** Whether any outcome of a workload's jobs has evidence. Without it, the workload is untested. */
export function isTested({ reliability }: Pick<WorkloadKeys, "reliability">): boolean {
  return FAILURES.some((failure) => reliability.evidence?.[failure] !== undefined);
}

/**
 * Plans, for each distinct price of these workloads, the fewest and shortest jobs that prove it. A price that several workloads use is
 * proved once. Invalid and retired workloads have no job to run and are left out.
 * @param pricing by manifest path
 */
export function testPlan(estimates: readonly (Omit<Estimate, "monthly"> & { monthly: Decimal | null })[], pricing: ReadonlyMap<string, Pricing>): TestPlan {
  const groups = new Map<string, Group>();
  const members: { estimate: (typeof estimates)[number]; keys: WorkloadKeys; key: string }[] = [];
  for (const estimate of estimates) {
    const { keys, file, name, status } = estimate;
    const own = pricing.get(file);
    if (!keys || !own || status === "invalid" || status === "retired") continue;
    const { key, variants } = testsOf(keys, own);
    const group: Group = groups.get(key) ?? { id: modelKey(keys, own.book), workloads: [], known: new Map(), learn: null };
    groups.set(key, group);
    group.workloads.push({ file, name });
    const named = { file, name };
    if (variants) group.known.set(variants, group.known.get(variants) ?? named);
    else group.learn ??= { like: named, keys, request: estimate.request ?? null };
    members.push({ estimate, keys, key });
  }

  const jobs: TestJob[] = [];
  const ofGroup = new Map<string, TestJob[]>();
  const unnumbered = [...groups].flatMap(([key, group]) => jobsOf(group).map((job) => ({ key, job })));
  for (const [index, { key, job }] of unnumbered.sort((a, b) => byCost(a.job, b.job)).entries()) {
    const numbered = { number: index + 1, ...job };
    jobs.push(numbered);
    ofGroup.set(key, [...(ofGroup.get(key) ?? []), numbered]);
  }
  const workloads = members.map(({ estimate: { file, name, status }, keys, key }): TestedWorkload => {
    const own = ofGroup.get(key) ?? [];
    return { file, name, status, keys, jobs: own.map(({ number }) => number), cost: own.some(({ cost }) => cost) ? sum(own) : null };
  });
  return { jobs, workloads, total: sum(jobs) };
}

/** The key of a workload's price, and its possible test jobs. */
type Tests = { key: string; variants: Variants | null };

const testsByPricing: Alike<Pricing, Tests> = new WeakMap();

function testsOf(keys: WorkloadKeys, pricing: Pricing): Tests {
  return onceAlike(testsByPricing, pricing, keys, () => {
    const tariff = tariffOf(keys, pricing);
    const key = tariff && priceKey(tariff.ask(keys), tariff);
    const variants = tariff && variantsOf(keys, tariff);
    if (variants && key !== null) return { key, variants };
    // The cost is unknown, so one job for each kind of request must show it.
    const { mode, output } = keys;
    return { key: JSON.stringify([modelKey(keys, pricing.book), mode, output.resolution, output.audio]), variants: null };
  });
}

function jobsOf({ id, workloads, known, learn }: Group): Omit<TestJob, "number">[] {
  const needed = new Set([...known.keys()].flatMap(({ needs }) => [...needs]));
  const variants = distinct([...known].flatMap(([one, like]) => one.variants.map((variant) => ({ ...variant, like }))));
  const chosen = minimumSetCover(
    CLAIMS.filter((claim) => needed.has(claim)),
    variants.map(({ proves, job }) => ({ proves, cost: job.amount })),
  );
  const jobs = chosen
    .flatMap((index) => variants[index] ?? [])
    .map(({ like, keys, request, job, proves }) => {
      return { id, like, keys, request, cost: job.amount, job, proves: CLAIMS.filter((claim) => proves.has(claim)), workloads };
    });
  return jobs.length > 0 || !learn ? jobs : [{ id, ...learn, cost: null, job: null, proves: ["unit-price"], workloads }];
}

/** Removes duplicates: of jobs with the same given fields, lengths and claims, only the first stays. */
function distinct(variants: readonly Own[]): Own[] {
  const asked = ({ request, proves }: Variant): string =>
    JSON.stringify([[...request.given].sort(), request.fields.get("duration"), request.files, [...proves]]);
  return [...new Map([...variants].reverse().map((variant) => [asked(variant), variant])).values()].reverse();
}

function byCost(a: Omit<TestJob, "number">, b: Omit<TestJob, "number">): number {
  if (!a.cost || !b.cost) return Number(a.cost === null) - Number(b.cost === null);
  return a.cost.cmp(b.cost);
}

function sum(jobs: readonly Pick<TestJob, "cost">[]): Decimal {
  return jobs.reduce((total, { cost }) => total.plus(cost ?? ZERO), ZERO);
}
