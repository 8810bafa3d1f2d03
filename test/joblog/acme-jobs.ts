import { decimal } from "../../src/money/decimal.ts";
import { type TestLimits, type TestReport, testReport } from "../../src/testplan/report.ts";
import { ACME, bookOfFiles, reviewFiles } from "../in-memory.ts";

const price = (...charges: object[]) => [{ source: "https://acme.example/p", checked: "2026-11-01", confidence: "provider", charges }];
const SECOND = { meter: "second", usd: 0.1, step: 1, min: 4 };
const model = (id: string, charges: object[], rest: object = {}) => ({
  id,
  modes: ["text-to-video"],
  accepts: { duration: { min: 1, max: 60, step: 0.1 }, resolution: ["720p", "1080p"] },
  defaults: { duration: 5, resolution: "720p" },
  prices: price(...charges),
  ...rest,
});

/** Models that round: $0.10 a second in whole seconds, at least 4, half as much again at 1080p; and variations of it. */
const ROUNDING = [
  model("steps", [SECOND, { factor: 1.5, when: { resolution: "1080p" } }]),
  model("odd-default", [SECOND], { defaults: { duration: 5.2, resolution: "720p" } }),
  model("down", [{ ...SECOND, round: "down" }]),
  model("halves", [SECOND], { accepts: { duration: { min: 1, max: 60, step: 0.5 } }, defaults: { duration: 5 } }),
  model("whole", [SECOND], { accepts: { duration: { min: 1, max: 60, step: 1 } }, defaults: { duration: 5 } }),
  model("tiers", [
    { ...SECOND, when: { duration: { below: 10 } } },
    { ...SECOND, usd: 0.08, when: { duration: { min: 10 } } },
  ]),
  model("total", [], {
    prices: [{ ...price({ meter: "second", credits: 1.5 })[0], total: { round_to: 1 } }],
    accepts: { duration: { min: 1, max: 60, step: 1 } },
  }),
  model("dub", [{ meter: "second", of: "input_audio", usd: 0.02, step: 5, min: 5 }], {
    modes: ["lip-sync"],
    accepts: { "input.audio": { min: 2, max: 60 } },
    defaults: {},
  }),
  model("free-length", [{ meter: "second", usd: 0.1 }], { accepts: { duration: { min: 2, max: 20, step: 1, auto: true } }, defaults: {} }),
];

export const BOOK_FILE = { ...ACME, models: [...ACME.models, ...ROUNDING] };

/** What `test-plan` says of workloads of ACME: by name, the keys besides provider and volume. */
export async function planOf(
  workloads: Readonly<Record<string, object>>,
  { limits = {}, settings = {} }: { limits?: Partial<TestLimits>; settings?: object } = {},
): Promise<TestReport> {
  const all = Object.fromEntries(Object.entries(workloads).map(([name, keys]) => [name, { provider: "acme", volume: { per_month: 100 }, ...keys }]));
  const review = await reviewFiles({ "video-budget.yml": { version: 1, ...settings, workloads: all } }, { book: bookOfFiles(BOOK_FILE) });
  return testReport(review.from.now, review.date, { budget: null, warnAbove: decimal(5), interval: 0.05, all: false, ...limits });
}

/** Each job as [length in seconds, cost in USD, what it proves, for whom]. */
export function jobsIn({ plan }: TestReport): [number | undefined, number | null, string, string][] {
  return plan.jobs.map(({ request, cost, proves, workloads }) => [
    request?.fields.get("duration") as number | undefined,
    cost?.toNumber() ?? null,
    proves.join(" "),
    workloads.map(({ name }) => name).join(" "),
  ]);
}
