import { estimateManifest } from "../engine/estimate.ts";
import { type Pricing, pricingOf } from "../engine/pricing.ts";
import type { Gathered } from "../gather.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Policy } from "../notation/policy.ts";
import type { Book } from "../prices/book.ts";
import { findModel } from "../prices/find.ts";
import { overlay } from "../prices/overlay.ts";
import type { Jobs } from "../prices/schema.ts";
import type { Problem, ProblemCode } from "../problem.ts";
import { jobPolicyOf } from "../risk/job-policy.ts";
import { manifestForLogs } from "./manifest-for-logs.ts";
import { getOrInsert } from "./memory/get-or-insert.ts";
import type { Job } from "./records/job.ts";
import type { Status } from "./records/status.ts";

/** A workload as a log is compared with it. */
export type PlannedWorkload = {
  index: number;
  file: string;
  name: string;
  keys: WorkloadKeys;
  /** What the price book says of its jobs. */
  jobs: Jobs;
  /** How prices are looked up on a day (UTC); with none, on the day of the run. */
  pricing: (date?: string) => Pricing;
  /** Jobs a month that the manifest plans, retries left out. Null if it has no price. */
  declared: number | null;
  /** What a job that ended so bills, as a share of its price. */
  billed: (status: Status) => Policy;
};

/** Where a record belongs: to a workload, to none of several that it could be, or to nothing that the manifest has. */
export type Belongs = { to: PlannedWorkload } | { to: null; why: "ambiguous"; among: readonly PlannedWorkload[] } | { to: null; why: "provider" | "model" };

export type Plan = {
  workloads: readonly PlannedWorkload[];
  currency: string;
  belongs: (job: Pick<Job, "workload" | "provider" | "model">) => Belongs;
  problems: readonly Problem[];
};

/** Problems that leave a workload, or all, without what a log could be compared with. A model that is retired by now still has a past. */
const FATAL: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["unknown-provider", "unknown-model", "unknown-pack", "no-exchange-rate"]);

/**
 * The workloads of manifests, and how a record finds its own: by name; else as the only one of its
 * provider and model; else as the only one there is.
 * @param date the day, UTC, that prices are looked up for where a job's own day has none
 */
export function logPlanOf(side: Gathered, book: Book, date: string): Plan {
  let problems = side.problems.filter(({ severity }) => severity === "error");
  const workloads: PlannedWorkload[] = [];
  for (const read of side.manifests) {
    const { manifest, unplanned, problems: left } = manifestForLogs(read, problems);
    problems = [...left];
    const files = side.prices.get(manifest.file);
    const own = files ? overlay(book, files.providers, files.snapshot) : book;
    const byDay = new Map<string, Pricing>();
    const pricing = (day = date): Pricing => getOrInsert(byDay, day, () => pricingOf(manifest, own, day));
    for (const { file, name, keys, plan, problems: found } of estimateManifest(pricing())) {
      problems.push(...found.filter(({ severity, code }) => severity === "error" && FATAL.has(code)));
      if (!keys) continue;
      const jobs = jobPolicyOf(keys, pricing());
      const billed = (status: Status): Policy =>
        status === "success" ? 1 : status === "unknown" ? "unknown" : (keys.reliability.billed?.[status] ?? jobs.billed?.[status]?.value ?? "unknown");
      workloads.push({ index: workloads.length, file, name, keys, jobs, pricing, declared: unplanned.has(name) ? null : (plan?.jobs ?? null), billed });
    }
  }
  return { workloads, currency: side.manifests[0]?.settings.currency ?? "USD", belongs: remembered(workloads), problems };
}

function remembered(workloads: readonly PlannedWorkload[]): Plan["belongs"] {
  const known = new Map<string, Belongs>();
  let last = { workload: "", provider: "", model: "" };
  let answer: Belongs | null = null;
  return ({ workload, provider, model }) => {
    if (answer && workload === last.workload && provider === last.provider && model === last.model) return answer;
    const key = `${workload}\n${provider}\n${model}`;
    answer = known.get(key) ?? find(workloads, workload, provider, model);
    // Of a log with a name in every record that nobody declared, not all are worth keeping.
    if (known.size < 10_000) known.set(key, answer);
    last = { workload, provider, model };
    return answer;
  };
}

function find(workloads: readonly PlannedWorkload[], workload: string, provider: string, model: string): Belongs {
  const ofProvider = provider === "" ? workloads : workloads.filter(({ keys }) => keys.provider.toLowerCase() === provider.toLowerCase());
  if (ofProvider.length === 0) return { to: null, why: "provider" };
  const ofModel = model === "" ? ofProvider : ofProvider.filter((one) => isModel(one, model));
  if (ofModel.length === 0) return { to: null, why: "model" };
  const named = workload === "" ? ofModel : ofModel.filter(({ name }) => name === workload);
  const candidates = named.length > 0 || model === "" ? named : ofModel;
  const [only, ...others] = candidates;
  return only && others.length === 0 ? { to: only } : { to: null, why: "ambiguous", among: candidates };
}

/** Whether a name is a workload's model: its own word, the id, an alias, or any of them after the provider. */
function isModel(workload: PlannedWorkload, name: string): boolean {
  const { provider } = workload.keys;
  const short = name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
  const names = namesOf(workload);
  return names.includes(name) || names.includes(short);
}

/** What a workload's model is called: in the manifest, by its id, and by its aliases. */
export function namesOf({ keys, pricing }: PlannedWorkload): string[] {
  const provider = pricing().book.provider(keys.provider);
  const model = provider && findModel(provider, keys.model);
  return model ? [keys.model, model.id, ...model.aliases] : [keys.model];
}

/** The one name of a workload's model. */
export function modelOf(workload: PlannedWorkload): string {
  return namesOf(workload)[1] ?? workload.keys.model;
}
