import type { DeclaredWorkload } from "../manifest/parse.ts";
import { type Alike, onceAlike, priceKeysOf } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { daysBetween } from "../notation/date.ts";
import type { Mode } from "../notation/mode.ts";
import { nearest } from "../notation/nearest.ts";
import type { Book, Model, Price, Provider } from "../prices/book.ts";
import { findModel } from "../prices/find.ts";
import { providerCalled } from "../prices/provider-names.ts";
import { recognise } from "../prices/recognise.ts";
import type { Problem } from "../problem.ts";
import { type Assumption, assumptionsOf } from "./assumption.ts";
import { isContract } from "./contract-price.ts";
import { lifecycleProblems, staleProblem } from "./lifecycle.ts";
import { lowerBound, noPriceProblem, unlistedModel, unpriced } from "./no-price.ts";
import type { JobPrice } from "./price.ts";
import { type JobPlan, jobPlanOf, type Pricing } from "./pricing.ts";
import { refusalProblems } from "./refusal-problems.ts";
import type { Request } from "./request.ts";
import { type Tariff, tariffOf, termsOf } from "./tariff.ts";
import { tierProblems } from "./tiers.ts";
import { meanTakes } from "./volume.ts";

/** The monthly cost of one workload at list prices in the reporting currency, or why it has no price. */
export type Estimate = {
  file: string;
  name: string;
  keys: WorkloadKeys | null;
  /** Every name of the model: its id and aliases; absent if the model is unknown. */
  names?: readonly string[];
  status: "priced" | "unpriced" | "retired" | "invalid";
  mode?: Mode;
  /** The priced job with the provider's defaults; absent if the model is unknown. */
  request?: Request;
  /** The price's identity and source; absent if nothing was found. */
  source?: PriceSource;
  job?: JobPrice;
  /** The jobs of a month. */
  plan?: JobPlan;
  /** Jobs of a month × job price. Null unless `status` is priced. */
  monthly: Decimal | null;
  /** Each with its effect on the month, in the reporting currency. Computed on each call. */
  assumptions: () => readonly Assumption[];
  problems: readonly Problem[];
};

export type PriceSource = {
  id: string;
  source: string;
  checked: string | null;
  confidence: "provider" | "third-party" | "inferred" | "contract";
  stale: boolean;
  notes?: string;
};

/** For a workload without assumptions. */
export const NO_ASSUMPTIONS = (): readonly Assumption[] => [];

/** Prices every workload of a manifest; a workload with a problem does not stop the others. */
export function estimateManifest(pricing: Pricing): Estimate[] {
  return pricing.manifest.workloads.map((workload) => estimateWorkload(workload, pricing));
}

/** Cached jobs with a price and without a problem, by the keys that their price depends on. */
const pricedJobs: Alike<Pricing, PricedJob> = new WeakMap();
type PricedJob = OneJob & { found: Pick<Estimate, "names" | "mode" | "request" | "source"> };

/** Prices one workload with the settings of its manifest. Workloads that request the same job share its price, even if their volumes differ. */
export function estimateWorkload(workload: DeclaredWorkload, pricing: Pricing): Estimate {
  const { file, name, keys } = workload;
  const same = keys && pricedJobs.get(pricing)?.get(priceKeysOf(keys));
  if (same) {
    return withMonth({ ...same.found, file, name, keys, monthly: null, assumptions: NO_ASSUMPTIONS, problems: [] }, same, pricing);
  }
  return estimateAlone(workload, pricing);
}

function estimateAlone({ file, name, keys }: DeclaredWorkload, pricing: Pricing): Estimate {
  const nothing = { file, name, keys, monthly: null, assumptions: NO_ASSUMPTIONS };
  if (!keys) return { ...nothing, status: "invalid", problems: [] };
  const found = findInBook(keys, pricing, file, name);
  if (!found.provider || !found.model) {
    const tariff = isContract(keys.price) && !hasErrors(found.problems) ? tariffOf(keys, pricing) : null;
    if (tariff) return priced({ ...nothing, keys, mode: keys.mode ?? "text-to-video", problems: found.problems }, tariff, pricing);
    return { ...nothing, status: hasErrors(found.problems) ? "invalid" : "unpriced", problems: found.problems };
  }
  const names = [found.model.id, ...found.model.aliases];
  return estimateModel({ ...nothing, names }, keys, found.model, pricing);
}

type Nothing = Pick<Estimate, "file" | "name" | "keys" | "names" | "monthly" | "assumptions">;

function findInBook(keys: WorkloadKeys, { book }: Pricing, file: string, name: string): { provider?: Provider; model?: Model; problems: Problem[] } {
  const at = ["workloads", name];
  const provider = book.provider(keys.provider);
  const contracted = isContract(keys.price);
  const unlisted = (what: string, value: string): Problem => ({
    code: "unlisted-with-price",
    severity: "note",
    file,
    path: [...at, what],
    args: { what, value },
  });
  if (!provider) {
    if (contracted) return { problems: [unlisted("provider", keys.provider)] };
    const slugs = book.slugs;
    return {
      problems: [
        {
          code: "unknown-provider",
          severity: "error",
          file,
          path: [...at, "provider"],
          args: {
            value: keys.provider,
            nearest: providerCalled(keys.provider, book) ?? nearest(keys.provider, slugs),
            elsewhere: sellersOf(keys.model, book),
            allowed: [...slugs],
          },
        },
      ],
    };
  }
  const found = recognise(provider, keys.model);
  if (found.kind === "model") return { provider, model: found.model, problems: [] };
  if (contracted) return { provider, problems: [unlisted("model", keys.model)] };
  const elsewhere = sellersOf(keys.model, book);
  if (found.kind === "unlisted") return { provider, problems: [unlistedModel(keys, { file, name }, { ...found, elsewhere })] };
  return {
    provider,
    problems: [
      {
        code: "unknown-model",
        severity: "error",
        file,
        path: [...at, "model"],
        args: { value: keys.model, provider: provider.provider, family: found.family, nearest: found.nearest, elsewhere },
      },
    ],
  };
}

/** Providers in the price book that have a model with this id or alias. */
function sellersOf(model: string, book: Book): string[] {
  return book.slugs.filter((slug) => findModel(book.provider(slug) as Provider, model));
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function estimateModel(nothing: Nothing, keys: WorkloadKeys, model: Model, pricing: Pricing): Estimate {
  const mode = keys.mode ?? (model.modes[0] as Mode);
  const terms = termsOf(keys, pricing);
  const { id, money, ask } = terms;
  const lifecycle = lifecycleProblems(id, model, pricing.date, nothing);
  if (lifecycle.some(({ code }) => code === "retired")) return { ...nothing, mode, status: "retired", problems: lifecycle };

  const request = ask(keys);
  const asked = { ...nothing, mode, request };
  const tariff = tariffOf(keys, pricing);
  const refused = refusalProblems(
    request,
    model,
    { ...nothing, id },
    {
      at: (duration) => ask({ ...keys, output: { ...keys.output, duration } }),
      price: (one) => (tariff && !isContract(keys.price) ? tariff.bill(one) : null),
      currency: money.currency,
    },
  );
  const problems = [...lifecycle, ...refused];
  if (hasErrors(refused)) return { ...asked, status: "invalid", problems };
  if (!tariff) return { ...asked, status: "unpriced", problems: [...problems, unpriced(keys, nothing, model.notes ?? "")] };
  return priced({ ...asked, keys, problems }, tariff, pricing);
}

/** A workload that has a tariff, and its problems so far. `request` is absent if the model is unknown. */
type Found = Nothing & Partial<Estimate> & { keys: WorkloadKeys; problems: readonly Problem[] };

/** Prices one job by its tariff, and multiplies it by the jobs of a month. */
function priced(found: Found, tariff: Tariff, pricing: Pricing): Estimate {
  const { file, name, keys, problems } = found;
  const { id, price } = tariff;
  const request = found.request ?? tariff.ask(keys);
  const contracted = isContract(keys.price);
  const source = contracted ? contractSource(id, file, name) : sourceOf(id, price, pricing);
  const stale = source.stale ? [staleProblem(id, price, pricing, found)] : [];
  const job = tariff.bill(request);
  if ("no" in job) {
    const problem = noPriceProblem(job, id, keys, found);
    const status = problem.severity === "error" ? "invalid" : "unpriced";
    return { ...found, ...(!contracted && { source }), status, problems: [...problems, ...stale, problem] };
  }
  let assumed: readonly Assumption[] | undefined;
  // Most reports show no assumptions, and each needs the prices of other jobs.
  const ofJob = (): readonly Assumption[] => {
    assumed ??= found.request && !pricing.costOnly ? assumptionsOf(keys, request, tariff, job.amount) : [];
    return assumed;
  };
  const { names, mode } = found;
  if (found.request && problems.length === 0 && stale.length === 0 && !contracted)
    onceAlike(pricedJobs, pricing, keys, () => ({ request, job, ofJob, found: { request, source, ...(names && { names }), ...(mode && { mode }) } }));
  return withMonth({ ...found, source, problems: [...problems, ...stale] }, { request, job, ofJob }, pricing);
}

type OneJob = { request: Request; job: JobPrice; ofJob: () => readonly Assumption[] };

/** Multiplies one job's price and its assumptions by the jobs of a month. */
function withMonth(found: Found, { request, job, ofJob }: OneJob, pricing: Pricing): Estimate {
  const { keys, problems } = found;
  const plan = jobPlanOf(keys, Number(request.fields.get("count") ?? keys.output.count ?? 1), pricing.month);
  const monthly = job.amount.times(decimal(plan.jobs));
  const assumptions = (): Assumption[] => ofJob().map((one) => ({ ...one, monthly: one.monthly.times(decimal(plan.jobs)) }));
  const noted = [...problems, ...countNote(keys, plan, found), ...tierProblems(keys, pricing, found.file, found.name)];
  if (job.bound !== "lower" || pricing.manifest.settings.policy.unknown_price === "warn") {
    const lower = job.bound === "lower" ? [lowerBound(keys, found)] : [];
    return { ...found, job, plan, assumptions, status: "priced", monthly, problems: [...noted, ...lower] };
  }
  return { ...found, job, plan, assumptions, status: "unpriced", monthly: null, problems: [...noted, lowerBound(keys, found)] };
}

/**
 * The outputs of one job count as takes of one clip, unless the manifest says otherwise. Earlier versions computed clips × takes /
 * outputs; if the number of jobs differs, a note says so. 100 clips from jobs of 4 outputs are 100 jobs now, and were 25.
 */
function countNote(keys: WorkloadKeys, { clips, count, jobs }: JobPlan, { file, name }: Nothing): Problem[] {
  const batches = (clips * meanTakes(keys.takes)) / count;
  if (keys.output.count_as !== undefined || count === 1 || Math.abs(jobs - batches) <= 1e-9 * jobs) return [];
  return [{ code: "count-as-takes", severity: "note", file, path: ["workloads", name, "output", "count"], args: { count, jobs, batches } }];
}

function contractSource(id: string, file: string, name: string): PriceSource {
  return { id, source: `${file}: workloads.${name}.price`, checked: null, confidence: "contract", stale: false };
}

function sourceOf(id: string, price: Price, { manifest, date }: Pricing): PriceSource {
  const stale = daysBetween(price.checked, date) > manifest.settings.policy.price_max_age_days;
  return { id, source: price.source, checked: price.checked, confidence: price.confidence, stale, ...(price.notes && { notes: price.notes }) };
}
