import * as z from "zod";
import { duration } from "../notation/duration.ts";
import { eachFailure, FAILURES } from "../notation/failure.ts";

import type { KeyOfSection, KeyOfWorkload } from "../notation/field.ts";
import { isUsableGlob } from "../notation/glob.ts";

import { METER_NAMES } from "../notation/meter.ts";
import { MODES } from "../notation/mode.ts";
import { money, positiveMoney } from "../notation/money.ts";
import { month } from "../notation/month.ts";
import { policy } from "../notation/policy.ts";
import { change, growth, share } from "../notation/share.ts";

/**
 * The whole vocabulary of `video-budget.yml`, with its defaults. The JSON Schema for editors is
 * generated from here, and the descriptions are what an editor shows on hover.
 *
 * An `error` on a schema is a key of EXPECTED in `report/words/expected.ts`, never a sentence.
 * Rules between two keys are in `rules.ts`, so that each can name the key that has to change.
 */

const text = z.string({ error: "text" });
/** More than anybody generates, and small enough that no product overflows a number. */
export const MOST_COUNTED = 1e12;
/** A path or a pattern; no file system has longer ones. */
const path = text.refine((value) => value.length <= 4096, { error: "path", abort: true });
const count = z.number({ error: "number" }).nonnegative().max(MOST_COUNTED);
/** The smallest P10 and P90 of a volume: far enough above 0 that the spread of its lognormal is finite. */
export const LEAST_QUANTILE = 1e-6;
const quantile = count.min(LEAST_QUANTILE);
const whole = z.int({ error: "whole-number" });
/** A number of attempts or takes. The model computes each of them, so it is bounded. */
const tries = whole.positive().max(1000);
/** The most scopes. Each is compared with every workload. */
const MOST_SCOPES = 200;
/** The most entries of `include`. Each is matched with every file of a repository. */
const MOST_INCLUDED = 200;
/** The most entries of `include_reports`. */
const MOST_REPORTS = 1000;
const reportPath = path.refine(isUsableGlob, { error: "glob" });
const switched = z.boolean({ error: "switch" });
const currency = z.string().regex(/^[A-Z]{3}$/, { error: "currency" });
const durations = z.union([duration, z.array(duration)], { error: "durations" }).transform((value) => (Array.isArray(value) ? value : [value]));

export const WORKLOAD_NAME = /^[a-z0-9][a-z0-9_.-]{0,63}$/;

const increase = z.strictObject({
  amount: money.optional().describe("The largest allowed increase a month"),
  share: growth.optional().describe("The largest allowed increase, as a share of the base branch's monthly cost"),
  ignore_below: money.optional().describe("`share` does not apply to an increase below this amount"),
});

/** A path or a pattern. A pattern that negates is refused: see `isUsableGlob`. */
const pattern = path.refine(isUsableGlob, { error: "glob" });
const patterns = z
  .union([pattern, z.array(pattern).min(1).max(MOST_INCLUDED)], { error: "path-or-list" })
  .transform((value) => (Array.isArray(value) ? value : [value]));

const scan = z.strictObject({
  ignore: z.array(pattern).max(MOST_INCLUDED).default([]).describe("Code to exclude: paths or globs, relative to this file"),
  models: z.array(text.min(1)).max(MOST_INCLUDED).default([]).describe("Ids that do not generate video here"),
  calls: z.array(text.min(1)).max(MOST_INCLUDED).default([]).describe("The team's own functions that submit a job, as they are called: `renderClip(`"),
});

const anyOf = z.union([text, z.array(text).min(1).max(1000)], { error: "text-or-list" }).transform((value) => (Array.isArray(value) ? value : [value]));

const match = z
  .strictObject({
    provider: anyOf.optional().describe("The provider of the workload"),
    model: anyOf.optional().describe("The model, by any of its names"),
    mode: anyOf.optional().describe("What the workload's jobs do"),
    workload: anyOf.optional().describe("The name of the workload"),
    tags: z.record(z.string(), anyOf).optional().describe("Tags of the workload, by key"),
  })
  .describe("The workloads that match all of these keys; a list matches any of its values");

const budget = z.strictObject({
  monthly: money.optional().describe("The monthly limit of the whole manifest, in the reporting currency"),
  months: z.record(month, money).optional().describe("Limits of single months, by YYYY-MM, which replace `monthly`"),
  figure: z.enum(["expected", "p50", "p90", "p95"]).default("expected").describe("The figure that is compared with every limit"),
  warn_at: share.default(0.8).describe("The share of a limit from which the check warns"),
  max_increase: increase.optional().describe("The increase that one pull request may add. It fails if the amount or the share is exceeded"),
  warn_increase: increase.optional().describe("Like max_increase, but only warns"),
  scopes: z
    .record(z.string(), z.strictObject({ match, monthly: money.describe("The monthly limit of this scope") }))
    .refine((scopes) => Object.keys(scopes).length <= MOST_SCOPES, { error: "scopes" })
    .default({})
    .describe("Further limits, each for the workloads that match all of its keys"),
});

const role = z.enum(["write", "maintain", "admin"]);

const policies = z.strictObject({
  unknown_price: z.enum(["fail", "warn"]).default("fail").describe("The effect of a workload without a usable price. It never counts as $0"),
  stale_price: z.enum(["note", "warn", "fail"]).default("note").describe("The effect of an old price, on workloads that the change touches"),
  manifest_removed: z
    .enum(["warn", "fail"])
    .default("warn")
    .describe("The effect of a change that removes the manifest or all of its workloads. The base branch's setting applies"),
  own_price: z
    .enum(["warn", "fail"])
    .default("warn")
    .describe(
      "The effect of a price that only the change itself states, for a model without a price on the base branch or in the price book. The base branch's setting applies",
    ),
  undeclared: z
    .enum(["warn", "fail", "off"])
    .default("warn")
    .describe("The effect of a video-generation call in the code that no workload declares. The base branch's setting applies"),
  drift: z
    .enum(["note", "warn", "fail", "off"])
    .default("note")
    .describe("The effect if the code has a different model, duration, resolution or sound than its workload. The base branch's setting applies"),
  repricing: z.enum(["note", "warn", "fail"]).default("warn").describe("The effect of price changes since the lock. The base branch's setting applies"),
  silent_cost: z
    .strictObject({
      level: z
        .enum(["note", "warn", "fail", "off"])
        .default("note")
        .describe("The effect if a default that nobody chose costs at least min_monthly, on workloads that the change touches"),
      min_monthly: money.prefault(50).describe("The smallest saving a month that is reported, in the reporting currency"),
    })
    .prefault({})
    .describe("The effect of defaults that nobody chose and that cost money. The base branch's setting applies"),
  price_max_age_days: whole.positive().default(180).describe("The number of days after which a price counts as old"),
  override: z
    .strictObject({
      label: text.min(1).describe("The label that overrides a failing check"),
      min_role: role.default("maintain").describe("The lowest role of the person who adds the label"),
      by_author: switched.default(false).describe("Whether the author of the pull request may add it"),
    })
    .optional()
    .describe("Who may override a failing check. Absent: nobody"),
});

const pack = z.union([text, z.strictObject({ size: positiveMoney.describe("Units in the pack"), price: money.describe("USD for the whole pack") })], {
  error: "pack",
});

const account = z.strictObject({
  pack: pack.optional().describe("The pack that you buy: its name in the price book, or its size and price"),
  plan: text.optional().describe("The subscription, by its name in the price book"),
  discount: share.optional().describe("Negotiated discount on every price of this provider"),
  trial: money.optional().describe("One-time credit, in the account's unit. It lowers only the first month's payment"),
  prepaid: money.optional().describe("A prepaid balance, in the account's unit. It lowers only the first month's payment"),
  other_jobs: count.optional().describe("Jobs a month outside this repository that count toward monthly price tiers"),
  concurrency: count.positive().optional().describe("Jobs that the account may run at once"),
  fees: z.record(z.string(), count).optional().describe("The number of each of the provider's fees"),
});

const output = z.strictObject({
  duration: z
    .union([duration, z.literal("auto")], { error: "duration-or-auto" })
    .optional()
    .describe("Output duration of one clip; `auto`: the model chooses. For extend: the new seconds"),
  frames: whole.positive().optional().describe("Frames instead of a duration"),
  segments: z.array(duration).min(1).optional().describe("Durations of a job's segments, instead of a duration"),
  resolution: text.optional().describe("A class (720p, 1080p, 4k) or an exact size (1792x1024)"),
  audio: switched.optional().describe("Whether the clip is generated with sound"),
  aspect_ratio: text
    .regex(/^\d+(\.\d+)?:\d+(\.\d+)?$|^[a-z]+$/, { error: "aspect-ratio" })
    .optional()
    .describe("Width to height, such as 16:9, or a provider's word for one"),
  fps: count.positive().optional().describe("Frames a second"),
  quality: text.optional().describe("The provider's tier: std, pro, fast, normal…"),
  count: whole.positive().optional().describe("Outputs of one job"),
  count_as: z
    .enum(["takes", "clips"])
    .optional()
    .describe(
      "What the outputs of one job are. takes (default): takes of one clip, so a clip wants whole jobs. clips: each is a clip wanted of its own (a batch)",
    ),
} satisfies Record<KeyOfSection<"output"> | "count_as", z.ZodType>);

const input = z.strictObject({
  images: whole.nonnegative().optional().describe("Images sent with one job"),
  video: durations.optional().describe("Duration of each video sent with one job"),
  audio: durations.optional().describe("Duration of each audio file sent with one job"),
  resolution: text.optional().describe("Resolution of the video sent"),
  text_bytes: whole.nonnegative().optional().describe("Length of the prompt or script in UTF-8 bytes"),
} satisfies Record<KeyOfSection<"input">, z.ZodType>);

const contract = z.strictObject({
  usd: money.optional().describe("USD for what `per` names"),
  credits: money.optional().describe("The provider's credits for what `per` names"),
  amount: money.optional().describe("An amount in `currency` for what `per` names"),
  currency: currency.optional().describe("The currency of `amount`"),
  per: z.enum([...METER_NAMES, "credit"]).describe("What the amount buys one of; `credit`: the value of the provider's credit"),
});

const pert = z.strictObject({
  low: count.describe("The smallest possible number of clips"),
  likely: count.describe("The clips of the most likely month"),
  high: count.describe("The largest possible number of clips"),
});
const amountOfVolume = z.union(
  [count, pert, z.strictObject({ p10: quantile.describe("One month in ten has fewer clips"), p90: quantile.describe("One month in ten has more clips") })],
  {
    error: "volume",
  },
);

const volume = z.strictObject({
  per_day: amountOfVolume.optional().describe("Clips wanted a day"),
  per_week: amountOfVolume.optional().describe("Clips wanted a week"),
  per_month: amountOfVolume.optional().describe("Clips wanted a month of 30.4375 days: a number, { low, likely, high } or { p10, p90 }"),
  growth: change.optional().describe("Growth a month, compounding from the month of the report: 5% or -2%"),
  months: z.record(month, amountOfVolume).optional().describe("Clips wanted in single months, by YYYY-MM: they replace the declared volume and its growth"),
  arrivals: z.enum(["fixed", "poisson"]).default("fixed").describe("`poisson` makes a single number random"),
  peak_per_hour: count.positive().optional().describe("Clips wanted in the busiest hour"),
  driver: text.optional().describe("Workloads with the same driver rise and fall together"),
});

const takes = z.union(
  [
    count.min(1),
    z.strictObject({
      until_kept: z
        .strictObject({
          acceptance: share.refine((value) => value > 0, { error: "positive-share" }).describe("Probability that one take is kept"),
          max: tries.describe("The number of takes after which you give up"),
        })
        .describe("Takes are generated one after the other until one is kept"),
    }),
  ],
  { error: "takes" },
);

const chances = z.strictObject(eachFailure(() => share.optional().describe("Probability of this outcome, 0–1")));

const poll = z.strictObject({
  first: duration.optional().describe("Delay of the first status request"),
  interval: duration.optional().describe("Delay between two status requests"),
  backoff: count.min(1).default(1).describe("Factor on the interval after each status request"),
  max: duration.optional().describe("Longest interval with backoff"),
  pollers: whole.positive().default(1).describe("Processes that poll the same job"),
});

const completion = z.union(
  [
    z.strictObject({ poll: poll.describe("The client polls the status of a job") }),
    z.strictObject({
      webhook: z
        .strictObject({
          loss: share.default(0).describe("Share of webhooks that never arrive"),
          fallback_poll: z
            .strictObject({
              after: duration.describe("Delay after the submission before the client asks"),
              interval: duration.describe("Delay between two status requests"),
            })
            .optional()
            .describe("The client polls a job whose webhook has not arrived"),
        })
        .describe("The provider calls back when a job is done"),
    }),
  ],
  { error: "completion" },
);

const client = z.strictObject({
  max_attempts: tries.default(1).describe("Submissions per take, retries included"),
  retry_on: z.array(z.enum(FAILURES)).default(["provider_error", "timed_out"]).describe("Outcomes that are retried"),
  timeout: duration.optional().describe("The client's timeout for one submission; needs on_timeout"),
  on_timeout: z.enum(["resubmit", "cancel-and-resubmit", "give-up", "keep-polling"]).optional().describe("What the client does after its timeout"),
  idempotency_key: switched.optional().describe("A retry with the same key finds the same job. Default: the price book's value for the provider"),
  max_wait: duration.optional().describe("The total time limit of keep-polling, and of resubmit with a key"),
  cancel: z
    .strictObject({
      success: share.describe("Share of cancellations that succeed"),
      billed: share.describe("Share of the price that is billed for a canceled job"),
    })
    .optional()
    .describe("How the client cancels a job after its timeout"),
  submit_ack_loss: share.default(0).describe("Share of submissions whose response is lost"),
  completion: completion.optional().describe("How the client learns that a job is done. Default: poll at the provider's recommended interval"),
});

const outcomePolicy = z.strictObject({ ...eachFailure(() => policy.optional()), cancelled: policy.optional() });

/** More jobs than anybody counts, and few enough that the distribution of a rate stays finite. */
const jobsCounted = whole.max(1e9);
const evidence = z.strictObject({ k: jobsCounted.nonnegative().describe("Jobs with this outcome"), n: jobsCounted.positive().describe("All jobs") });

const weeksInRange = z
  .strictObject({
    k: jobsCounted.nonnegative().describe("Weeks whose bill was between the P10 and the P90"),
    n: jobsCounted.positive().describe("Complete weeks of the job log"),
  })
  .describe("How often the P10 to P90 of this workload held, as `calibrate --backtest` measured it; reports show it, and no figure changes");

const reliability = z.strictObject({
  outcomes: chances.default({}).describe("Probability of each outcome per attempt; the rest succeed"),
  after_first: chances.optional().describe("Probabilities on attempts 2 and later, if failures come together"),
  evidence: z
    .strictObject({
      ...eachFailure(() => evidence.optional().describe("Measured counts: jobs with this outcome, and all jobs")),
      weeks: weeksInRange.optional(),
    })
    .optional()
    .describe("The counts behind a rate; they replace it"),
  latency: z
    .strictObject({
      p50: duration.describe("Half of the jobs finish within this time"),
      p95: duration.describe("95% of the jobs finish within this time"),
      correlation: share.optional().describe("Share of the log-variance that attempts of one request have in common (default 0)"),
    })
    .optional()
    .describe("Queue and run time of the provider"),
  billed: outcomePolicy.optional().describe("Overrides the price book's failure policy"),
});

const option = z.union([text, z.number(), z.boolean()], { error: "scalar" });

/** Keys of a workload that are not fields of a request themselves: provider, model, sections, price, volume, and how jobs are run. */
type OtherKey =
  | "provider"
  | "model"
  | "output"
  | "input"
  | "options"
  | "price"
  | "volume"
  | "takes"
  | "client"
  | "reliability"
  | "keep"
  | "tags"
  | "notes"
  | "code";

/** Keys that suggestions for saving money may change, and that `keep` can protect: a key, or a section with everything in it. */
export const KEEPABLE = [
  "provider",
  "model",
  "tier",
  "takes",
  "volume",
  "output",
  "output.duration",
  "output.resolution",
  "output.audio",
  "output.count",
] as const;

/** The keys of a workload. `defaults` may have any of them. */
export const workloadKeys = z.strictObject({
  provider: text.describe("The provider, as the price book names it"),
  model: text.describe("The exact string that the provider's API takes, or an alias of the price book"),
  mode: z.enum(MODES).optional().describe("What a job does; the model's first mode if absent"),
  output: output.default({}).describe("What one job makes"),
  input: input.default({}).describe("What is sent with one job"),
  tier: text.optional().describe("The service tier, if the model has several: batch, flex, off-peak…"),
  region: text.optional().describe("The region, if the model has several"),
  options: z.record(z.string(), option).default({}).describe("Any further option that the model declares"),
  runtime: duration.optional().describe("GPU time of one job, for prices by GPU second"),
  price: contract.optional().describe("A contract price for this workload alone"),
  volume: volume.describe("Clips wanted"),
  takes: takes.default(1).describe("Takes generated per clip wanted"),
  client: client.prefault({}).describe("How the client submits, waits and retries"),
  reliability: reliability.prefault({}).describe("Measured failures and latency"),
  keep: z.array(z.enum(KEEPABLE)).default([]).describe("Keys that suggestions for getting within the budget must not change"),
  tags: z
    .record(z.string(), z.union([text, z.number(), z.boolean()], { error: "scalar" }).transform(String))
    .default({})
    .describe("For scopes and reports"),
  notes: text.optional().describe("For readers; not evaluated"),
  code: patterns
    .optional()
    .describe("Where this workload's calls are: paths or globs, relative to this file. Default: its model anywhere under the file's folder"),
} satisfies Record<KeyOfWorkload | OtherKey, z.ZodType>);

const settings = {
  version: z.literal(1, { error: "version" }).describe("The version of the manifest's format"),
  currency: currency.default("USD").describe("The reporting currency"),
  fx: z
    .record(z.string().regex(/^[A-Z]{3}$/, { error: "currency" }), positiveMoney)
    .default({})
    .describe("USD for one unit of each currency"),
  budget: budget.prefault({}).describe("Limits of a month and of one pull request's increase"),
  policy: policies.prefault({}).describe("What warns and what fails, besides the limits"),
  scan: scan.prefault({}).describe("How code is scanned"),
  prices: z.array(path).default([]).describe("Extra price files, relative to this file; they override the built-in price book"),
  include: z.array(pattern).max(MOST_INCLUDED).default([]).describe("Other manifests whose workloads also count here: paths or globs, relative to this file"),
  include_reports: z
    .array(
      z.union(
        [
          reportPath,
          z.strictObject({
            repository: text.describe("The repository's name in the report"),
            report: reportPath.describe("Its JSON report, relative to this file"),
            owner: text.optional().describe("The owner, for workloads without a tag `owner`"),
          }),
        ],
        { error: "report" },
      ),
    )
    .max(MOST_REPORTS)
    .default([])
    .describe("JSON reports of other repositories, which `video-budget rollup` adds up under this file's budget: paths or globs, relative to this file"),
  accounts: z.record(z.string(), account).default({}).describe("How each provider is paid, by its slug"),
};

/** A manifest without its workloads, which are validated one by one (`parse.ts`). */
export const manifestSettings = z.strictObject({ ...settings, defaults: z.unknown().optional(), workloads: z.unknown().optional() });

/** The whole manifest in one schema, for the JSON Schema that editors use. It is made on demand, because no run needs it. */
export function manifestSchema(): z.ZodType {
  return z.strictObject({
    ...settings,
    defaults: workloadKeys
      .partial()
      .optional()
      .describe("Defaults for all workloads: any workload key. Maps merge deeply, lists replace, a workload's own value wins"),
    workloads: z.record(z.string().regex(WORKLOAD_NAME), workloadKeys.partial()).optional().describe("By name: what the product generates in a month"),
  });
}

export type Settings = z.output<typeof manifestSettings>;
export type WorkloadKeys = z.output<typeof workloadKeys>;
export type BudgetKeys = Settings["budget"];
export type Match = z.output<typeof match>;
export type AccountKeys = z.output<typeof account>;
export type Volume = z.output<typeof volume>;
export type DeclaredTakes = z.output<typeof takes>;
export type Increase = z.output<typeof increase>;
