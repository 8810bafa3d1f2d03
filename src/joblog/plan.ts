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

/** A workload prepared for the comparison with a log. */
export type PlannedWorkload = {
  index: number;
  file: string;
  name: string;
  keys: WorkloadKeys;
  /** The `jobs` of its model in the price book. */
  jobs: Jobs;
  /** The pricing on a day (UTC); without a day, on the day of the run. */
  pricing: (date?: string) => Pricing;
  /** The manifest's planned jobs a month, without retries. Null if the workload has no price. */
  declared: number | null;
  /** The share of its price that a job with this status bills. */
  billed: (status: Status) => Policy;
};

/** The workload that a record belongs to. `ambiguous`: it could be one of several. `provider`, `model`: the manifest does not have that provider or model. */
export type Belongs = { to: PlannedWorkload } | { to: null; why: "ambiguous"; among: readonly PlannedWorkload[] } | { to: null; why: "provider" | "model" };

export type Plan = {
  workloads: readonly PlannedWorkload[];
  currency: string;
  belongs: (job: Pick<Job, "workload" | "provider" | "model">) => Belongs;
  problems: readonly Problem[];
};

/** Problems that make a comparison with a log impossible. A retired model is not among them, because the log can be older. */
const FATAL: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["unknown-provider", "unknown-model", "unknown-pack", "no-exchange-rate"]);

/**
 * Prepares the workloads of manifests for a log. A record belongs to the workload that it names, otherwise to the only workload with its
 * provider and model, otherwise to the only workload there is.
 * @param date the day (UTC) whose prices apply if the job's own day has none
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
    // The cache is limited, because a log may have a different unknown name in every record.
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

/** Whether a name is a workload's model: as in the manifest, the id, an alias, or any of these after the provider (`vertex/veo-3.1`). */
function isModel(workload: PlannedWorkload, name: string): boolean {
  const { provider } = workload.keys;
  const short = name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
  const names = namesOf(workload);
  return names.includes(name) || names.includes(short);
}

/** The names of a workload's model: as in the manifest, its id, and its aliases. */
export function namesOf({ keys, pricing }: PlannedWorkload): string[] {
  const provider = pricing().book.provider(keys.provider);
  const model = provider && findModel(provider, keys.model);
  return model ? [keys.model, model.id, ...model.aliases] : [keys.model];
}

/** The id of a workload's model, or its name in the manifest if the price book does not have it. */
export function modelOf(workload: PlannedWorkload): string {
  return namesOf(workload)[1] ?? workload.keys.model;
}
