import { writtenAmount } from "../records/amount.ts";
import type { Flaw } from "../records/job.ts";
import { shown } from "../records/read-value.ts";
import { billDays } from "./bill-date.ts";

/** One line of a provider's bill. */
export type BillingRow = {
  /** "" if the export has none. `isAnyId`: it comes from a column that can have other ids, too, such as those of projects. */
  job_id: string;
  isAnyId: boolean;
  request_id: string;
  /** `sku`: the shortest name of what is billed. `about`: everything that the row says about it. */
  sku: string;
  about: string;
  /** The last (`day`) and first (`from`) UTC day of the row, as days since 1970; NaN if unknown. */
  day: number;
  from: number;
  /** In `currency`; NaN if it cannot be read. */
  amount: number;
  /** "" for the reporting currency. */
  currency: string;
  /** Billed seconds; NaN if the export counts something else. */
  seconds: number;
  /** The number of requests in the row; NaN if unknown. */
  requests: number;
  /** Whether the export covers everything that an account uses, not only video. */
  isOfEverything: boolean;
};

/** The fields of a bill for which `--billing-map` can name a column. */
export const BILL_FIELDS = ["job_id", "request_id", "model", "date", "cost", "currency", "seconds", "requests"] as const;
export type BillField = (typeof BILL_FIELDS)[number];

/** The bill's column for a field, or a path of keys joined with dots. */
export type BillMapping = ReadonlyMap<BillField, string>;

/**
 * Names of columns in lower case without separators; the first column with a value counts. They come from FOCUS 1.0–1.3
 * (focus.finops.org), AWS CUR 2.0 (`line_item_*`), Azure cost details (`CostInBillingCurrency`, `MeterName`), GCP billing exports
 * (`sku.description`, `Usage start date`), and exports and invoices of providers.
 */
const COLUMNS = {
  job_id: ["xjobid", "jobid", "taskid", "predictionid", "generationid", "videoid"],
  anyId: ["resourceid", "lineitemresourceid", "requestid", "id"],
  request_id: ["xrequestid", "requestid"],
  model: [
    "skuid",
    "sku",
    "skupriceid",
    "model",
    "modelid",
    "modelname",
    "endpointid",
    "endpoint",
    "metername",
    "skudescription",
    "lineitemusagetype",
    "product",
  ],
  about: [
    ...["chargedescription", "lineitemlineitemdescription", "productname", "metersubcategory", "skuid", "skupriceid", "skumeter", "resourceid"],
    ...["lineitemresourceid", "lineitemusagetype", "description", "skudescription", "metername", "resourcename"],
  ],
  date: [
    ...["chargeperiodstart", "lineitemusagestartdate", "usagestarttime", "usagestartdate", "date", "day", "usagedate", "time", "timestamp"],
    ...["billedat", "createdat", "submittedat", "month", "invoicemonth", "billingperiod", "billingperiodstart", "period"],
  ],
  cost: [
    ...["effectivecost", "billedcost", "lineitemunblendedcost", "costinbillingcurrency", "cost", "costusd", "amount", "amountusd", "total", "totalcost"],
    ...["price", "charge", "usd", "netamount", "pretaxcost"],
  ],
  currency: ["billingcurrency", "billingcurrencycode", "lineitemcurrencycode", "currency", "currencycode"],
  category: ["chargecategory", "lineitemlineitemtype", "chargetype", "costtype"],
  seconds: ["consumedquantity", "lineitemusageamount", "usageamount", "billedseconds", "seconds", "quantity"],
  unit: ["consumedunit", "pricingunit", "usageunit", "unitofmeasure", "unit"],
  requests: ["requests", "requestcount", "numberofrequests", "jobs", "generations", "videos"],
  service: ["servicename", "servicedescription", "lineitemproductcode", "metercategory", "serviceprovidername", "servicecategory"],
  /** Exports of Azure write the month before the day. */
  monthFirst: ["metercategory", "costinbillingcurrency"],
} as const;

/** Categories of charges that are not usage: purchases, taxes, credits. A correction of usage has the category of usage. */
const NOT_USE = new Set(["purchase", "tax", "credit", "fee", "rifee", "unusedreservation", "unusedsavingsplan", "savingsplanupfrontfee", "roundingerror"]);

/** The `type` of credits in a GCP export that lower a price. Other credits are payments. */
const DISCOUNTS = /DISCOUNT|RESELLER_MARGIN/;

export type BillingRowReader = {
  /** @returns the row, its flaw, or null if it is not usage (a purchased pack, a tax, a credit) */
  read: (value: unknown) => BillingRow | (Flaw & { job_id?: string }) | null;
  /** The column names of the first row, as they are written. */
  columns: () => readonly string[];
};

export function billingRowReader(mapping: BillMapping = new Map()): BillingRowReader {
  const squeezed = squeezer();
  let columns: readonly string[] = [];
  return {
    columns: () => columns,
    read(value) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return { flaw: "not-a-record", field: "", value: shown(value) };
      const cells = new Map<string, unknown>();
      const names: string[] = [];
      flatten(value as Record<string, unknown>, "", 0, (name, cell) => {
        names.push(name);
        cells.set(squeezed(name), cell);
      });
      if (columns.length === 0) columns = names;
      return rowOf(new Cells(cells, mapping, squeezed), value as Record<string, unknown>);
    },
  };
}

/** The cells of one row, looked up by field. */
class Cells {
  readonly #cells: ReadonlyMap<string, unknown>;
  readonly #mapping: BillMapping;
  readonly #squeezed: (name: string) => string;

  constructor(cells: ReadonlyMap<string, unknown>, mapping: BillMapping, squeezed: (name: string) => string) {
    this.#cells = cells;
    this.#mapping = mapping;
    this.#squeezed = squeezed;
  }

  has(columns: readonly string[]): boolean {
    return columns.some((name) => this.#cells.has(name));
  }

  /** The first cell with a value among these columns. If the mapping names a column for the field, only that one is read. */
  first(columns: readonly string[], field?: BillField): unknown {
    const mapped = field && this.#mapping.get(field);
    const names = mapped === undefined ? columns : [this.#squeezed(mapped)];
    return names.map((name) => this.#cells.get(name)).find((cell) => cell !== undefined && cell !== null && cell !== "");
  }

  text(columns: readonly string[], field?: BillField): string {
    const found = this.first(columns, field);
    return typeof found === "string" || typeof found === "number" ? String(found) : "";
  }
}

function rowOf(cells: Cells, value: Readonly<Record<string, unknown>>): BillingRow | (Flaw & { job_id?: string }) | null {
  if (
    NOT_USE.has(
      cells
        .text(COLUMNS.category)
        .toLowerCase()
        .replace(/[^a-z]/g, ""),
    )
  )
    return null;
  const own = cells.text(COLUMNS.job_id, "job_id");
  const job_id = own === "" ? cells.text(COLUMNS.anyId) : own;
  const flaw = (one: Flaw): Flaw & { job_id: string } => ({ ...one, job_id });
  const written = cells.first(COLUMNS.cost, "cost");
  if (written === undefined) return flaw({ flaw: "missing", field: "cost", value: "" });
  const read = typeof written === "number" ? { amount: written, sign: "" } : writtenAmount(String(written));
  if (read === null || !Number.isFinite(read.amount)) return flaw({ flaw: "not-a-number", field: "cost", value: shown(written) });
  const time = cells.first(COLUMNS.date, "date");
  const days = time === undefined ? { from: Number.NaN, day: Number.NaN } : billDays(time as string | number, cells.has(COLUMNS.monthFirst));
  if (days === null) return flaw({ flaw: "not-a-time", field: "date", value: shown(time) });
  const sku = cells.text(COLUMNS.model, "model");
  const about = [sku, ...COLUMNS.about.map((name) => cells.text([name]))].filter((text) => text !== "");
  const unit = /^(\d+ )?(?:s|secs?|seconds?)$/.exec(cells.text(COLUMNS.unit).toLowerCase());
  const quantity = Number(cells.first(COLUMNS.seconds, "seconds") ?? Number.NaN);
  return {
    job_id,
    isAnyId: own === "" && job_id !== "",
    request_id: cells.text(COLUMNS.request_id, "request_id"),
    sku,
    about: [...new Set(about)].join(" "),
    ...days,
    amount: read.amount + discountsOf(value["credits"]),
    currency: cells.text(COLUMNS.currency, "currency") || read.sign,
    seconds: unit || cells.text(COLUMNS.unit) === "" ? quantity * Number(unit?.[1] ?? 1) : Number.NaN,
    requests: Number(cells.first(COLUMNS.requests, "requests") ?? Number.NaN),
    isOfEverything: cells.has(COLUMNS.service),
  };
}

/** Stands for a row that names a job but cannot be read. */
export function unreadRow(job_id: string): BillingRow {
  const nothing = { day: Number.NaN, from: Number.NaN, amount: Number.NaN, seconds: Number.NaN, requests: Number.NaN };
  return { job_id, isAnyId: false, request_id: "", sku: "", about: "", currency: "", isOfEverything: false, ...nothing };
}

function discountsOf(credits: unknown): number {
  if (!Array.isArray(credits)) return 0;
  const amounts = (credits as { type?: unknown; amount?: unknown }[]).filter(({ type }) => DISCOUNTS.test(String(type))).map(({ amount }) => Number(amount));
  return amounts.reduce((sum, amount) => (Number.isFinite(amount) ? sum + amount : sum), 0);
}

/** Visits the cells of a nested row; their keys are joined with dots: `sku.description`. */
function flatten(tree: Readonly<Record<string, unknown>>, before: string, depth: number, each: (name: string, cell: unknown) => void): void {
  for (const name in tree) {
    const cell = tree[name];
    const path = before === "" ? name : `${before}.${name}`;
    if (typeof cell === "object" && cell !== null && !Array.isArray(cell) && depth < 3) flatten(cell as Record<string, unknown>, path, depth + 1, each);
    else each(path, cell);
  }
}

/** Converts names to lower case without separators. Results are cached, because a bill has few column names. */
function squeezer(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let squeezed = known.get(name);
    if (squeezed === undefined) {
      squeezed = name.toLowerCase().replace(/[^a-z0-9]/g, "");
      if (known.size < 10_000) known.set(name, squeezed);
    }
    return squeezed;
  };
}
