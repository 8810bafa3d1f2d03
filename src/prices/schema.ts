import * as z from "zod";
import { date } from "../notation/date.ts";
import { duration } from "../notation/duration.ts";
import { eachFailure } from "../notation/failure.ts";
import { METER_NAMES, SUBJECTS } from "../notation/meter.ts";
import { MODES } from "../notation/mode.ts";
import { withoutExponent } from "../notation/money.ts";
import { policy, triState } from "../notation/policy.ts";

/**
 * The grammar of a price file, as people write it. A file has one provider.
 * `normalise.ts` turns it into the form the engine reads; `check.ts` refuses what is ambiguous.
 * prices/README.md explains the grammar with examples.
 */

export const decimalText = z
  .union([z.number(), z.string()], { error: "decimal" })
  .transform((value) => (typeof value === "number" ? withoutExponent(value) : value))
  .refine((text) => /^\d+(?:\.\d+)?$/.test(text), { error: "decimal" })
  .describe("A decimal, 0 or more; quote it if more than 15 digits matter");

const positive = decimalText.refine((text) => /[1-9]/.test(text), { error: "positive-decimal" });

const text = z.string({ error: "text" }).min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()], { error: "scalar" });
const currency = z.string().regex(/^[A-Z]{3}$/, { error: "currency" });
const evidence = { source: text.optional(), checked: date.optional(), notes: text.optional() };

/** A value, a list of values (any of them), or a range of numbers. */
const matcher = z
  .union(
    [
      scalar,
      z.array(scalar).min(1),
      z.strictObject({
        min: z.number().optional(),
        max: z.number().optional(),
        above: z.number().optional(),
        below: z.number().optional(),
      }),
    ],
    { error: "matcher" },
  )
  .describe("A value, a list (any of them), or a range { min, max, above, below }");

const condition = z.record(z.string(), matcher).describe("All of these must hold");

/** The accepted values of one field: a list or a range. */
const accepted = z.union(
  [
    z.array(scalar).min(1),
    z.strictObject({
      min: z.number(),
      max: z.number(),
      step: z.number().positive().optional(),
      auto: z.boolean().optional().describe("The model may choose; priced at the maximum, an upper bound"),
    }),
  ],
  { error: "accepted" },
);

const accepts = z.record(z.string(), accepted).describe("By field: accepted values or a range. Any other key is an option of the model");

const inherited = z.strictObject({ from: z.string(), max: scalar.optional() });
const defaults = z.record(z.string(), z.union([scalar, inherited], { error: "default" })).describe("The provider's default for a field that is left out");

const cell = z.union(
  [
    z.number(),
    z.string(),
    z.boolean(),
    z.array(scalar),
    z.strictObject({
      min: z.number().optional(),
      max: z.number().optional(),
      above: z.number().optional(),
      below: z.number().optional(),
      usd: decimalText.optional(),
      credits: decimalText.optional(),
      amount: decimalText.optional(),
      currency: currency.optional(),
    }),
  ],
  { error: "cell" },
);

const rows = z.array(z.array(cell).min(2)).min(1);
const tabled = z.strictObject({ by: z.array(z.string()).min(1), rows });

/** A bound on a quantity: a number, `unknown`, or a table of numbers. */
const bound = z.union([decimalText, z.literal("unknown"), tabled], { error: "bound" });

const dated = { from: date.optional(), to: date.optional() };

const charge = z.strictObject({
  meter: z.enum(METER_NAMES),
  of: z.union([z.enum(SUBJECTS), z.array(z.enum(SUBJECTS)).min(1)], { error: "subject" }).optional(),
  line: text.optional().describe("The line it belongs to, if meter and subject are not enough"),
  extra: z.literal(true).optional().describe("Added after the factors; every match"),
  when: condition.optional(),
  usd: decimalText.optional(),
  credits: decimalText.optional(),
  amount: z.union([decimalText, z.literal("unknown")], { error: "amount" }).optional(),
  currency: currency.optional(),
  per: positive.optional().describe("How many units the amount buys, 1 if absent"),
  by: z.array(z.string()).min(1).optional(),
  unit: z
    .string()
    .regex(/^(usd|credits|[A-Z]{3})$/, { error: "unit" })
    .optional()
    .describe("Of a table's amounts: usd, credits or a currency"),
  rows: rows.optional(),
  each: z
    .strictObject({ step: positive.optional(), min: decimalText.optional(), max: decimalText.optional(), share: positive.optional() })
    .optional()
    .describe("Rules for each input file, before the sum. share: N caps each of n files at N / n"),
  min: bound.optional(),
  step: positive.optional(),
  round: z.enum(["up", "nearest", "down"]).optional(),
  max: bound.optional(),
  included: bound.optional(),
  ...dated,
  notes: text.optional(),
});

const factor = z.strictObject({ factor: decimalText, when: condition.optional(), ...dated, notes: text.optional() });

const total = z.strictObject({
  min: decimalText.optional(),
  round_to: positive.optional(),
  round: z.enum(["up", "nearest", "down"]).optional(),
  max: decimalText.optional(),
});

const size = z.string().regex(/^\d{2,5}x\d{2,5}$/, { error: "size" });
const media = z.strictObject({
  fps: z.number().positive().optional(),
  frames: z.strictObject({ plus: z.number().int() }).optional(),
  pixels: z
    .record(z.string(), z.union([z.array(size).min(1), z.record(z.string(), z.tuple([z.int().positive(), z.int().positive()]))], { error: "pixels" }))
    .optional()
    .describe("By resolution class: exact sizes, or width and height by aspect ratio"),
  tokens: z
    .strictObject({ divide: z.number().positive().optional(), per_second: z.number().positive().optional(), text_bytes: z.number().positive().optional() })
    .optional()
    .describe("divide: width × height × frames / divide. per_second: tokens of one second. text_bytes: bytes of text to a token"),
});

/** A failure policy, alone or with the page that states it. */
const sourcedPolicy = z
  .union([policy, z.strictObject({ value: policy, ...evidence })], { error: "policy" })
  .transform((value) => (typeof value === "object" ? value : { value }));

const jobs = z.strictObject({
  billed: z.strictObject({ ...eachFailure(() => sourcedPolicy.optional()), cancelled: sourcedPolicy.optional() }).optional(),
  completion: z
    .strictObject({
      poll: z.strictObject({ interval: duration.optional(), ...evidence }).optional(),
      webhook: triState.optional(),
    })
    .optional(),
  idempotency_key: triState.optional(),
  evidence: z
    .strictObject({ webhook: z.strictObject(evidence).optional(), idempotency_key: z.strictObject(evidence).optional() })
    .optional()
    .describe("The source of the statements about callbacks and idempotency keys"),
  status_request: z.strictObject({ usd: decimalText, free_per_month: z.int().nonnegative().optional() }).optional(),
  limits: z
    .strictObject({ concurrency: z.number().positive().optional(), requests_per_second: z.number().positive().optional(), notes: text.optional() })
    .optional(),
  latency: z.strictObject({ p50: duration, p95: duration, ...evidence }).optional(),
  retention: text.optional(),
  ...evidence,
});

const pack = z.strictObject({
  name: text,
  size: positive.describe("Units in the pack"),
  price: decimalText.describe("USD for the whole pack"),
  expires: z
    .string()
    .regex(/^\d+d$/, { error: "days" })
    .optional(),
  every: z.literal("month").optional().describe("A plan: bought every month"),
  once: z.literal(true).optional().describe("A trial pack: sold once, never assumed"),
  beyond: z
    .union([decimalText, z.literal(["none", "unknown"])], { error: "beyond" })
    .optional()
    .describe("USD per unit beyond a plan's size"),
  concurrency: z.number().positive().optional(),
});

const account = z.strictObject({
  credit: z
    .strictObject({
      name: text.optional(),
      usd: decimalText.optional(),
      per: positive.optional().describe("Credits that `usd` buys, 1 if absent: 1 per 211 is no finite decimal"),
    })
    .optional(),
  packs: z.array(pack).optional(),
  trial: z.strictObject({ amount: decimalText, unit: z.enum(["USD", "credit"]), notes: text.optional() }).optional(),
  fees: z.array(z.strictObject({ name: text, usd: decimalText, every: z.enum(["month", "once"]) })).optional(),
  minimum_purchase: decimalText.optional().describe("USD"),
  ...evidence,
});

export const price = z.strictObject({
  from: date.optional().describe("First day of validity, UTC; absent: since before this book began"),
  to: date.optional().describe("First day it is no longer valid"),
  source: text.describe("The address it was read at"),
  checked: date.describe("The date of the copy that was read"),
  confidence: z.enum(["provider", "third-party", "inferred"]),
  charges: z.array(z.union([charge, factor], { error: "charge" })).min(1),
  holes: z.array(condition).optional().describe("Accepted requests that the price page has no row for: not offered"),
  total: total.optional(),
  notes: text.optional(),
});

const example = z.strictObject({
  request: z.record(z.string(), z.any()),
  usd: decimalText.optional(),
  credits: decimalText.optional(),
  amount: decimalText.optional(),
  currency: currency.optional(),
  date: date.optional().describe("The day the request is priced for; absent: a day on which the newest price is valid"),
  source: text,
  notes: text.optional(),
});

const model = z.strictObject({
  id: text.describe("The exact string that the provider's API takes"),
  name: text.optional(),
  aliases: z.array(text).optional(),
  modes: z.array(z.enum(MODES)).min(1),
  accepts: accepts.optional(),
  defaults: defaults.optional(),
  cases: z.array(z.strictObject({ when: condition, accepts: accepts.optional(), defaults: defaults.optional(), notes: text.optional() })).optional(),
  status: z
    .strictObject({
      released: date.optional(),
      retires: date.optional().describe("The first day it can no longer be used"),
      may_retire: date.optional().describe("The earliest day that the maker announced; it may be later"),
      successor: text.optional(),
      alternatives: z.array(text).optional(),
      notes: text.optional(),
    })
    .optional(),
  media: z.union([text, media], { error: "media" }).optional(),
  jobs: jobs.optional(),
  prices: z.array(price).describe("Dated; empty if no price is public (say why in `notes`)"),
  examples: z.array(example).optional().describe("Published totals that these prices must reproduce"),
  notes: text.optional(),
});

const spellings = z.strictObject({
  prefixes: z.array(text).min(1).optional().describe("Prefixes to remove: vercel/, https://fal.run/"),
  version_marks: z
    .array(z.enum([":", "@"]))
    .min(1)
    .optional()
    .describe("A separator to remove with what follows: the colon of owner/name:version"),
  dates: z.literal(true).optional().describe("Whether a date at the end is removed: sora-2-2025-10-06"),
});

export const priceFile = z.strictObject({
  provider: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: "slug" }),
  name: text,
  pricing_urls: z.array(text).optional(),
  unlisted_models: text
    .optional()
    .describe("Why an unknown model id counts as known but unpriced: the provider sells more than is listed here, or its list is not public"),
  spellings: spellings.optional().describe("What callers write around an id; removed from an id that is not a known name"),
  account: account.optional(),
  jobs: jobs.optional(),
  media: z.record(z.string(), media).optional(),
  models: z.array(model),
  notes: text.optional(),
});

export type PriceFile = z.output<typeof priceFile>;
export type ModelEntry = z.output<typeof model>;
export type PriceEntry = z.output<typeof price>;
export type ChargeEntry = z.output<typeof charge>;
export type FactorEntry = z.output<typeof factor>;
export type Account = z.output<typeof account>;
export type Jobs = z.output<typeof jobs>;
export type Media = z.output<typeof media>;
