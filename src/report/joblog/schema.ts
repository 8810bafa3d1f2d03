import * as z from "zod";
import { CAUSE_KINDS } from "../../joblog/reconcile/causes.ts";
import { NOT_COMPARED } from "../../joblog/reconcile/coverage.ts";
import { KINDS } from "../../joblog/reconcile/finding.ts";
import { STATUSES } from "../../joblog/records/status.ts";
import { recordOf } from "../../notation/record-of.ts";

/** The shapes of the JSON reports of `reconcile` and `calibrate`, for the JSON Schemas and the tests. The code that writes the reports does not use them. */

const money = z.number().describe("In the manifest's currency, rounded to 6 decimals");
const whole = z.int().nonnegative();
const counted = z.strictObject({ k: whole, n: whole });

const days = z.tuple([z.string(), z.string()]).nullable();

export const reconcileReport = z.strictObject({
  schema: z.literal("video-budget/reconcile@1"),
  verdict: z
    .enum(["as-expected", "differs", "not-compared"])
    .describe("Exit code 0, 1 and 2; not-compared: nothing, or less than half of the money, could be compared"),
  jobs: whole.describe("Jobs that ended"),
  bad_records: whole.describe("Records that could not be read, and are in no figure"),
  billed: money.describe("All that was billed for the log's days, including what was not compared"),
  expected: money.describe("Of what was compared"),
  compared: z.strictObject({ jobs: whole, billed: money }),
  not_compared: z.array(
    z.strictObject({
      why: z.enum(NOT_COMPARED),
      jobs: whole.describe("Jobs, or rows of a bill"),
      billed: money.nullable().describe("null if unknown"),
      listed: money.describe("What its jobs cost by the price book, as far as they have a price"),
    }),
  ),
  days: z.strictObject({ log: days, bill: days }).describe("First and last UTC day of each"),
  matched_share: z.number().min(0).max(1).describe("The share of the money that was compared; of the jobs where there is none"),
  unexplained_share: z.number().nonnegative().describe("The sum of the differences, each without its sign, over what is expected"),
  causes: z.array(
    z.strictObject({
      kind: z.enum(CAUSE_KINDS),
      workload: z.string().nullable(),
      ratio: z.number().nullable().describe("Billed over expected of each of its jobs; null if they differ"),
      from: z.string().nullable().describe("First and last UTC day"),
      to: z.string().nullable(),
      jobs: whole,
      delta: money.nullable(),
      message: z.string(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      kind: z.enum(KINDS),
      job_id: z.string().nullable().describe("null if it is about a day, a workload or a month"),
      request_id: z.string().nullable(),
      workload: z.string().nullable(),
      delta: money.nullable().describe("Billed less expected, null if there is no exchange rate; of VOLUME and DUPLICATE_POLLING a month"),
      message: z.string().describe("The sentence to send to the provider's support"),
    }),
  ),
  duplicates: z.array(z.strictObject({ first: z.string(), second: z.string(), confidence: z.enum(["certain", "likely", "possible"]), wasted: money })),
  notes: z.array(z.string()).describe("How the bill was joined with the log"),
});

const outcome = z.strictObject({
  k: whole,
  n: whole,
  rate: z.number(),
  wilson95: z.tuple([z.number(), z.number()]).describe("95% interval by Wilson"),
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
    clips: z
      .strictObject({ count: whole, per_month: z.number().nullable(), dispersion: z.number(), growth: z.number().nullable() })
      .nullable()
      .describe("Clips wanted, by distinct requests; null if not every job names its request"),
  }),
  acceptance: counted.nullable().describe("Clips that were kept, of those that were generated and marked"),
  attempts: z.strictObject({ mean: z.number().nullable() }),
  polls: z.strictObject({ mean: z.number() }).nullable(),
  duplicates: z.strictObject({ certain: whole, likely: whole }),
  unit_price: z.number().nullable().describe("The median price of one unit, before factors"),
  patch: z.string().describe("YAML to merge into the manifest"),
  closure: z
    .strictObject({ billed: money, manifest: money, off: z.number() })
    .nullable()
    .describe("What was billed in the log, what the patched manifest estimates for the same clips, and the difference as a share"),
  cannot_tell: z.array(z.string()),
});

export const calibrateReport = z.strictObject({
  schema: z.literal("video-budget/calibrate@1"),
  workloads: z.array(workload),
  backtest: z
    .strictObject({
      weekly: z.strictObject({
        p10: money,
        p90: money,
        hits: whole,
        weeks: z.array(z.strictObject({ from: z.string(), billed: money, within: z.boolean() })),
      }),
      p10: money,
      p90: money,
      hits: whole,
      months: z.array(z.strictObject({ month: z.string(), billed: money, within: z.boolean() })),
    })
    .nullable()
    .optional()
    .describe("Only with --backtest; null if the log has no complete month, or the manifest declares nothing uncertain"),
});
