import { stringify } from "csv-stringify/sync";
import { round } from "../../money/round.ts";
import type { GroupBy } from "../../review/group-by.ts";
import type { Review } from "../../review/result.ts";
import type { WorkloadCost } from "../../risk/workload-cost.ts";
import { VERSION } from "../../version.ts";
import { rowsThatAddUp } from "../layout/format.ts";
import { cellText, moneyCell } from "./csv.ts";

/** The columns of FOCUS 1.2 that a forecast can fill, and our own (`x_`). There is no `ResourceId`, because a forecast has no single jobs. */
const COLUMNS = [
  "BilledCost",
  "BillingCurrency",
  "BillingPeriodStart",
  "BillingPeriodEnd",
  "ChargeCategory",
  "ChargeDescription",
  "ChargeFrequency",
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ConsumedQuantity",
  "ConsumedUnit",
  "EffectiveCost",
  "ListCost",
  "ProviderName",
  "PublisherName",
  "ServiceCategory",
  "ServiceName",
  "SkuId",
  "Tags",
  "x_Forecast",
  "x_ForecastBy",
  "x_PriceSnapshot",
  "x_Workload",
  "x_Manifest",
  "x_Status",
] as const;

type Cells = Partial<Record<(typeof COLUMNS)[number] | "x_Group", string | number>>;

/**
 * The month as a bill in the columns of FOCUS 1.2. Every row is marked as a forecast (`x_Forecast`). Each workload has a row of usage. A
 * payment beyond the usage (whole packs, fees) has a row of its own. The usage adds up to the expected monthly cost, and all rows add up to
 * what is paid. A workload without a price has empty costs, and `x_Status` says why.
 * @param by adds a column `x_Group` with the workload's value of that key
 */
export function toFocus(review: Review, by: GroupBy | null): string {
  const rows = [...usage(review, by), ...purchases(review)];
  return stringify(rows, { header: true, columns: [...COLUMNS, ...(by ? ["x_Group"] : [])], escape_formulas: true });
}

function usage(review: Review, by: GroupBy | null): Cells[] {
  const heads = review.workloads.flatMap(({ head }) => head ?? []);
  const known = heads.flatMap(({ monthly }) => monthly ?? []);
  // Rounded so that the column adds up to the total that every other format shows.
  const costs = review.total.head ? rowsThatAddUp(known, review.total.head.expected.round(6, 1), 6).map(round) : [];
  let next = 0;
  return heads.map((head) => {
    const cost = head.monthly ? (costs[next++] ?? "") : "";
    return {
      ...common(review),
      BilledCost: cost,
      EffectiveCost: cost,
      ListCost: moneyCell(head.list),
      ChargeCategory: "Usage",
      ChargeFrequency: "Usage-Based",
      ChargeDescription: `Forecast: ${cellText(head.name)}`,
      ConsumedQuantity: head.risk ? Number(head.risk.jobs.billed.toPrecision(9)) : "",
      ConsumedUnit: "Jobs",
      ...seller(head),
      Tags: JSON.stringify(head.keys?.tags ?? {}),
      x_Workload: cellText(head.name),
      x_Manifest: cellText(head.file),
      x_Status: head.status,
      x_Group: by ? cellText(by.valueOf(head) ?? "") : "",
    };
  });
}

/** Rows for payments beyond the usage. An unknown amount is an empty cost. */
function purchases(review: Review): Cells[] {
  return review.accounts.flatMap(({ provider, bundle_remainder, fees }): Cells[] =>
    [
      { what: "packs and plans beyond the use", money: bundle_remainder },
      { what: "fees", money: fees },
    ].flatMap(({ what, money }) =>
      money?.eq(0)
        ? []
        : [
            {
              ...common(review),
              BilledCost: moneyCell(money),
              EffectiveCost: moneyCell(money),
              ListCost: moneyCell(money),
              ChargeCategory: "Purchase",
              ChargeFrequency: "Recurring",
              ChargeDescription: `Forecast: ${what}`,
              ProviderName: cellText(provider),
              PublisherName: cellText(provider),
              Tags: "{}",
              x_Status: money ? "priced" : "unpriced",
            },
          ],
    ),
  );
}

function common({ date, currency, prices }: Review): Cells {
  const [start, end] = monthOf(date);
  return {
    BillingCurrency: currency,
    BillingPeriodStart: start,
    BillingPeriodEnd: end,
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    ServiceCategory: "AI and Machine Learning",
    x_Forecast: "true",
    x_ForecastBy: `video-budget ${VERSION}`,
    x_PriceSnapshot: prices.snapshot,
  };
}

function seller({ keys }: WorkloadCost): Cells {
  if (!keys) return {};
  const provider = cellText(keys.provider);
  const model = cellText(keys.model);
  return { ProviderName: provider, PublisherName: provider, ServiceName: `${provider}/${model}`, SkuId: model };
}

/** The start of a day's month and of the next month, in UTC: for 2026-12-05, 2026-12-01 and 2027-01-01. */
function monthOf(date: string): [start: string, end: string] {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const first = (of: number, at: number): string => `${String(of).padStart(4, "0")}-${String(at).padStart(2, "0")}-01T00:00:00Z`;
  return [first(year, month), month === 12 ? first(year + 1, 1) : first(year, month + 1)];
}
