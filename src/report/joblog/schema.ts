import * as z from "zod";
import { KINDS } from "../../joblog/reconcile/finding.ts";
import { STATUSES } from "../../joblog/records/status.ts";
import { recordOf } from "../../notation/record-of.ts";

/** The shapes of what `reconcile` and `calibrate` say as JSON, for the JSON Schemas and the tests. The reports themselves are written without them. */

const money = z.number().describe("In the manifest's currency, rounded to 6 decimals");
const whole = z.int().nonnegative();
const counted = z.strictObject({ k: whole, n: whole });

export const reconcileReport = z.strictObject({
  schema: z.literal("video-budget/reconcile@1"),
  jobs: whole.describe("Jobs that ended"),
  bad_records: whole.describe("Records that could not be read, and are in no figure"),
  billed: money,
  expected: money,
  unexplained_share: z.number().nonnegative().describe("|billed − expected| / expected"),
  findings: z.array(
    z.strictObject({
      kind: z.enum(KINDS),
      job_id: z.string().nullable().describe("null where it is about a day, a workload or a month"),
      request_id: z.string().nullable(),
      workload: z.string().nullable(),
      delta: money.nullable().describe("Billed less expected, null where there is no exchange rate; of VOLUME and DUPLICATE_POLLING a month"),
      message: z.string().describe("The sentence to send to the provider's support"),
    }),
  ),
  duplicates: z.array(z.strictObject({ first: z.string(), second: z.string(), confidence: z.enum(["certain", "likely", "possible"]), wasted: money })),
});

const outcome = z.strictObject({
  k: whole,
  n: whole,
  rate: z.number(),
  wilson95: z.tuple([z.number(), z.number()]).describe("95 % interval by Wilson"),
  billed: counted.describe("Of those whose cost is known, how many were billed"),
});

const workload = z.strictObject({
  name: z.string(),
  n: whole,
  outcomes: z.strictObject(recordOf(STATUSES, () => outcome)),
  latency: z
    .strictObject({ n: whole, censored: whole, p50: z.number(), p95: z.number(), mu: z.number(), sigma: z.number() })
    .nullable()
    .describe("A lognormal, in seconds; censored: the client gave up first"),
  volume: z.strictObject({
    jobs: whole,
    days: z.number(),
    per_month: z.number().nullable().describe("Jobs a month of 30.4375 days at the log's pace"),
    declared: z.number().nullable().describe("Jobs a month that the manifest plans: whole jobs for the takes of each clip"),
  }),
  acceptance: counted.nullable().describe("Clips that were kept, of those that were made and marked"),
  attempts: z.strictObject({ mean: z.number().nullable() }),
  polls: z.strictObject({ mean: z.number() }).nullable(),
  duplicates: z.strictObject({ certain: whole, likely: whole }),
  unit_price: z.number().nullable().describe("What one of what the price counts cost, before factors: the median"),
  patch: z.string().describe("YAML to merge into the manifest"),
  cannot_tell: z.array(z.string()),
});

export const calibrateReport = z.strictObject({
  schema: z.literal("video-budget/calibrate@1"),
  workloads: z.array(workload),
  backtest: z
    .strictObject({ p10: money, p90: money, hits: whole, months: z.array(z.strictObject({ month: z.string(), billed: money, within: z.boolean() })) })
    .nullable()
    .optional()
    .describe("Only with --backtest; null where the log has no complete month, or the manifest declares nothing uncertain"),
});
