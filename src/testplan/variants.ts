import type { JobPrice, Rules } from "../engine/price.ts";
import { refusals } from "../engine/refusals.ts";
import type { Request } from "../engine/request.ts";
import type { Tariff } from "../engine/tariff.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { DEFAULTED_FIELDS, type DefaultedField } from "../notation/field.ts";
import type { Price } from "../prices/book.ts";
import { lengthFollowsInput, lengthsOf } from "./lengths.ts";
import { mayRound, roundingVariants, withoutMinimum } from "./price-variants.ts";

/** The claims about a price that a test job can prove, in the order of the reports. */
export const CLAIMS = ["unit-price", "rounding", "minimum", "resolution", "audio", "default-duration", "default-resolution", "default-audio"] as const;
export type Claim = (typeof CLAIMS)[number];

/** A possible test job: its keys and request, its cost in the reporting currency, and the claims that it proves. */
export type Variant = { keys: WorkloadKeys; request: Request; job: JobPrice; proves: ReadonlySet<Claim> };

/** The claims that a workload needs to prove, and possible jobs for them. Each is the workload's own job, shortened as far as its claims allow. */
export type Variants = { needs: ReadonlySet<Claim>; variants: readonly Variant[] };

type Job = Omit<Variant, "proves">;

/** The most lengths to try to find one that shows how a price rounds. Such a length is rarely more than one step away. */
const TRIED = 40;

/**
 * The possible test jobs for a workload's price. A job proves a rule if it would be billed differently with only that rule changed. It
 * proves a default if it leaves the field out.
 * @returns null if the workload's own job has no price
 */
export function variantsOf(keys: WorkloadKeys, tariff: Tariff): Variants | null {
  const own = priced(tariff.ask(keys), keys, tariff);
  const rules = own && tariff.rules(own.request);
  if (!own || !rules || "no" in rules) return null;

  const lengths = lengthsOf(keys, own.request, tariff);
  const at = (changed: WorkloadKeys): Job | null => {
    const request = tariff.ask(changed);
    const sent = isAlike(request, own.request, rules, tariff) && refusals(request, tariff.model).refused.length === 0;
    return sent ? priced(request, changed, tariff) : null;
  };
  let shortest: Job = own;
  const possible = lengths.map((length) => {
    for (const one of length.seconds) {
      const job = at(length.set(shortest.keys, one));
      if (!job) continue;
      shortest = job;
      return { ...length, from: one };
    }
    return { ...length, from: Number.POSITIVE_INFINITY };
  });

  const roundings = roundingVariants(tariff.price, rules.charges);
  /** How many of the other ways to round would bill a job differently. */
  const told = (job: Job): number => roundings.filter((other) => differs(job, other, tariff)).length;
  const rounded = offStep(roundings.length - 1, told, own, function* () {
    for (const { seconds, files, set, from } of possible) {
      let tried = 0;
      for (const one of seconds) {
        // A length below the shortest possible one is refused or has another price.
        if (one < from || !mayRound(tariff.price, rules.charges, one, files)) continue;
        if (++tried > TRIED) break;
        const job = at(set(shortest.keys, one));
        if (job) yield job;
      }
    }
  });

  const least = withoutMinimum(tariff.price, rules.charges);
  const defaults = leftOut(own.request, keys, tariff);
  const fields = own.request.fields;
  const needs = new Set<Claim>([
    "unit-price",
    ...(rounded ? ["rounding" as const] : []),
    ...(least && differs(own, least, tariff) ? ["minimum" as const] : []),
    ...(fields.has("resolution") ? ["resolution" as const] : []),
    ...(fields.has("audio") ? ["audio" as const] : []),
    ...defaults.map((field) => `default-${field}` as const),
  ]);
  const proofs = (job: Job): Variant => {
    const refuted = (claim: Claim): boolean => {
      if (claim === "rounding") return rounded === null || told(job) < rounded.told;
      if (claim === "minimum") return least === null || !differs(job, least, tariff);
      return claim.startsWith("default-") && job.request.given.has(claim.slice("default-".length));
    };
    return { ...job, proves: new Set(CLAIMS.filter((claim) => needs.has(claim) && !refuted(claim))) };
  };
  const unsaid = defaults.includes("duration") || (needs.has("minimum") && !proofs(shortest).proves.has("minimum"));
  return { needs, variants: [...new Set([shortest, ...(rounded ? [rounded.job] : []), ...(unsaid ? [own] : [])])].map(proofs) };
}

/** The first job that distinguishes the most ways to round; the workload's own job is tried last. Null if none distinguishes any. */
function offStep(most: number, told: (job: Job) => number, own: Job, jobs: () => Iterable<Job>): { job: Job; told: number } | null {
  if (most <= 0) return null;
  let best: { job: Job; told: number } | null = null;
  for (const job of jobs()) {
    const tells = told(job);
    if (tells > (best?.told ?? 0)) best = { job, told: tells };
    if (best && best.told >= most) return best;
  }
  const tells = told(own);
  return tells > (best?.told ?? 0) ? { job: own, told: tells } : best;
}

function priced(request: Request, keys: WorkloadKeys, tariff: Tariff): Job | null {
  const job = tariff.bill(request);
  return "no" in job ? null : { keys, request, job };
}

/** Whether a request has the same price as the workload's own: the same charges, factors, mode, resolution and sound. Only the length may differ. */
function isAlike(request: Request, own: Request, rules: Rules, tariff: Tariff): boolean {
  const met = tariff.rules(request);
  if ("no" in met || ["mode", "resolution", "audio"].some((field) => request.fields.get(field) !== own.fields.get(field))) return false;
  const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((one, index) => one === b[index]);
  return same(met.charges, rules.charges) && same(met.factors, rules.factors);
}

function differs({ request, job }: Job, rules: Price, tariff: Tariff): boolean {
  const other = tariff.bill(request, rules);
  return !("no" in other) && !other.amount.eq(job.amount);
}

/** Fields that the price may depend on and that the manifest leaves to the provider. A length that the model chooses, or that follows the input, is not a default. */
function leftOut({ fields, given, auto }: Request, { output }: WorkloadKeys, { model }: Tariff): DefaultedField[] {
  const noLength = auto || output.frames !== undefined || output.segments !== undefined || lengthFollowsInput(model);
  return DEFAULTED_FIELDS.filter((field) => fields.has(field) && !given.has(field) && !(field === "duration" && noLength));
}
