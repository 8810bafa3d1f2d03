import * as z from "zod";
import { VERDICTS } from "../../budget/reason.ts";
import { PARTS } from "../../risk/waterfall.ts";
import { findingSchema } from "../scan/schema.ts";
import { toDateSchema } from "./to-date-schema.ts";

/**
 * The shape of the JSON report, for the published JSON Schema and for the tests. `json.ts` writes the report and does not use this file.
 */

const money = z.number().describe("In `currency`, rounded to 6 decimals");
const amount = money.nullable().describe("In `currency`, rounded to 6 decimals; null if it is not known");
const verdict = z.enum(VERDICTS);
const figureName = z.enum(["expected", "p50", "p90", "p95"]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const figures = z
  .strictObject({
    list: money.describe("The jobs of a month × the price of one job"),
    expected: money.describe("Use valued at its effective price"),
    sd: money.describe("Standard deviation of a month"),
    p10: money,
    p50: money,
    p90: money,
    p95: money,
    cash: money.describe("What is paid in a steady month, including whole packs and fees"),
  })
  .describe("A month, in `currency`");

const edit = {
  file: z.string(),
  workload: z.string(),
  path: z.string().describe("The key, from the workload"),
  from: z.any().describe("The current value, even if it is a default"),
  to: z.any(),
};

const lever = z.strictObject({
  ...edit,
  monthly: money.describe("The change of the monthly cost by the edit: below 0"),
  total: money.describe("The expected monthly cost of all workloads after the edit"),
  verdict: verdict.describe("The verdict of the whole report after the edit"),
  also: z
    .strictObject({ ...edit, total: money, verdict })
    .nullable()
    .describe("If no single edit is enough: a second edit with which it is"),
  text: z.string(),
});

const reason = z.strictObject({
  code: z.string().describe("The reasons of the verdict; a closed list that later versions may extend"),
  file: z.string(),
  scope: z.string().nullable().describe("`total` or the name of a scope; null if the reason is no limit"),
  limit: amount,
  value: amount,
  figure: figureName.nullable(),
  message: z.string(),
  levers: z.array(lever).describe("For a limit that fails: single edits that bring it within the limit, otherwise the largest; the least loss first"),
});

const budget = z.strictObject({
  file: z.string(),
  scope: z.string(),
  limit: money,
  figure: figureName.describe("The figure that is compared with the limit"),
  head: amount,
  base: amount,
  undelivered: amount.describe(
    "The part of `head` that is not billed, because jobs are expected to fail. A limit is compared with the cost of delivering the whole plan",
  ),
  complete: z.boolean().describe("Whether every workload under the limit has a price; if not, `head` is a lower bound"),
  used: z.number().nullable().describe("Share of the limit, 0–…; null if a workload could not be read"),
  probability_over: z.number().nullable().describe("Probability of exceeding the limit; null if nothing uncertain is declared, or a price is missing"),
  if_volume_as_planned: z.boolean().describe("Whether some volume is a single number: quantiles and `probability_over` then assume it"),
  verdict,
  pre_existing: z.boolean().describe("Whether base already exceeds it, and this change does not make it worse"),
});

const month = z.string().regex(/^\d{4}-\d{2}$/);

const monthPlan = z.strictObject({
  month,
  complete: z.boolean().describe("Whether all of it has a price in that month; if not, `figures` are a lower bound"),
  figures: figures.nullable(),
  limits: z.array(z.strictObject({ file: z.string(), scope: z.string(), limit: money, value: amount, verdict })),
  retired: z.array(z.string()).describe("Workloads whose model is retired by then"),
});

const account = z.strictObject({
  provider: z.string(),
  complete: z.boolean().describe("Whether all of its use has a price; if not, amounts are lower bounds"),
  usage: amount.describe("Use of a month at its effective price; null if none of it is known, as in the other amounts"),
  trial: amount.describe("One-time credit, 0 or negative; affects only `first_month`"),
  prepaid: amount.describe("A prepaid balance, 0 or negative; affects only `first_month`"),
  bundle_remainder: amount.describe(
    "What is paid beyond the use, because packs and plans expire unused, or because use beyond a plan costs more (if it costs less: negative)",
  ),
  fees: money.nullable().describe("Null, as every amount here, where there is no exchange rate for it"),
  cash: amount.describe("usage + bundle_remainder + fees: what is paid in a steady month"),
  first_month: amount,
});

const group = z.strictObject({
  by: z.string().describe("The key that workloads are grouped by: `tag:KEY`, `provider`, `model` or `mode`"),
  value: z.string().nullable().describe("Null: the workloads without a value"),
  workloads: z.int().nonnegative(),
  complete: z.boolean().describe("Whether each of them has a price; if not, `figures` are lower bounds"),
  figures: figures.nullable(),
  base_figures: figures.nullable(),
});

const price = z.strictObject({
  id: z.string().describe("provider/model"),
  bound: z.enum(["exact", "upper", "lower"]),
  charges: z.array(z.strictObject({ formula: z.string(), amount: money })).describe("Parts of the price of one job, in order; they add up to it"),
  source: z.string().describe("Where the price was read"),
  checked: day.nullable().describe("When it was read; null for a contract price"),
  confidence: z.enum(["provider", "third-party", "inferred", "contract"]),
});

const jobs = z
  .strictObject({
    submitted: z.number(),
    billed: z.number(),
    duplicates: z.number(),
    status_requests: z.number().nullable(),
    undelivered_requests: z.number().nullable(),
  })
  .describe("Monthly cost");

const workload = z.strictObject({
  file: z.string(),
  name: z.string(),
  tags: z.record(z.string(), z.string()),
  change: z.enum(["added", "removed", "changed", "same"]),
  provider: z.string().nullable().describe("null if the workload could not be read"),
  model: z.string().nullable(),
  mode: z.string().nullable(),
  status: z.enum(["priced", "unpriced", "retired", "invalid"]),
  pre_existing: z.boolean(),
  job_price: amount.describe("One successful job, after steps, minima, factors, extras and rounding"),
  list_monthly: amount,
  figures: figures.nullable(),
  base_figures: figures.nullable(),
  weeks_held: z
    .strictObject({ k: z.int().nonnegative(), n: z.int().positive() })
    .nullable()
    .describe("In how many weeks of the job log the bill was between P10 and P90 (`reliability.evidence.weeks`); null where no backtest measured it"),
  per_take: amount,
  per_wanted: amount.describe("Per clip wanted"),
  jobs: jobs.nullable(),
  waterfall: z.array(z.strictObject({ part: z.enum(PARTS), monthly: money })).describe("Parts of figures.expected, in order; they add up to it"),
  changes: z
    .array(z.strictObject({ path: z.string(), from: z.any(), to: z.any(), monthly: amount }))
    .describe("Edits since base and what each adds a month; they add up to the difference. Apart from it, `price`: one job at the lock's price and now"),
  price: price.nullable(),
  assumptions: z.array(
    z.strictObject({
      code: z.string(),
      text: z.string(),
      path: z.string(),
      monthly: money.describe("Its cost above the cheapest value that the model accepts"),
    }),
  ),
});

const problem = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  message: z.string(),
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  hint: z.string().nullable(),
});

export const report = z.strictObject({
  schema: z.literal("video-budget/report@1"),
  verdict,
  reasons: z.array(reason),
  override: z
    .strictObject({
      state: z.enum(["absent", "granted", "refused"]),
      label: z.string().describe("The label that overrides the failure"),
      by: z.string().nullable().describe("Who added it"),
      at: z.string().nullable().describe("When, in GitHub's format; null if it does not count"),
      commit: z.string().nullable().describe("The commit that it was added for"),
      refused: z.enum(["role", "author", "commit", "dearer", "unknown"]).nullable().describe("Why it does not count"),
    })
    .optional()
    .describe("Present if the check fails and the base branch's policy has an override"),
  commits: z
    .strictObject({ head: z.string(), base: z.string().nullable() })
    .optional()
    .describe("The commits that were compared, if the action wrote the report"),
  currency: z.string().regex(/^[A-Z]{3}$/),
  date: day.describe("The day prices were looked up for, UTC"),
  prices: z.strictObject({
    snapshot: z.string().describe("Identifies the price book and every price file over it"),
    oldest_checked: day.nullable().describe("Of the prices that were used"),
    stale: z.int().nonnegative().describe("How many of them are older than the policy allows"),
  }),
  total: z.strictObject({
    complete: z.boolean().describe("Whether every workload has a price; if not, the total is what is known of it"),
    if_volume_as_planned: z.boolean().describe("Whether some volume is a single number: quantiles then assume it"),
    head: figures.nullable(),
    base: figures.nullable(),
    delta: z
      .strictObject({ expected: money, p50: money, p90: money, p95: money, percent: z.number().nullable().describe("Of base; null if base is 0") })
      .nullable()
      .describe("null without a base, and where what changed has no price"),
    repricing: amount.describe("What price changes since the lock add to the monthly cost, apart from `delta`; null without a lock, or if unknown"),
  }),
  budgets: z.array(budget),
  months: z
    .array(monthPlan)
    .optional()
    .describe("Month by month, that of `date` first, with `--months` or where anything varies by month; `total` and `budgets` are those of the first"),
  first_over: month.nullable().optional().describe("The first month that exceeds a limit"),
  to_date: toDateSchema({ money, amount, month, day })
    .optional()
    .describe("With `--actuals`: the days of the month before `date` as billed, and the rest as planned"),
  accounts: z.array(account),
  groups: z.array(group).optional().describe("With `--group-by`"),
  workloads: z.array(workload),
  undeclared: z
    .array(findingSchema)
    .nullable()
    .describe("Calls in code that no workload declares, none of which is in a total; on a pull request those that it adds. null if code was not read"),
  problems: z.array(problem),
});
