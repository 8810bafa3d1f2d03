import { dayOf, momentOf } from "../../notation/time.ts";
import { isTree } from "../../notation/tree.ts";
import type { Flaw } from "./job.ts";
import { shown } from "./read-value.ts";

/** One line of a provider's bill. */
export type BillingRow = {
  /** "" where the export does not say. */
  job_id: string;
  request_id: string;
  sku: string;
  /** The UTC day it is for, days since 1970; NaN where it does not say. */
  day: number;
  amount: number;
  /** "" where it is the reporting currency. */
  currency: string;
  /** Seconds that were billed, NaN where the export counts something else. */
  seconds: number;
};

/** Columns of FOCUS 1.2 and later, then what exports of providers call the same; without case and separators, the first that has a value counts. */
const COLUMNS = {
  job: ["xjobid", "jobid", "taskid", "predictionid", "generationid", "videoid", "resourceid", "requestid", "id"],
  request: ["xrequestid", "requestid"],
  sku: ["skuid", "sku", "skupriceid", "model", "modelid", "endpointid", "endpoint", "product"],
  time: ["chargeperiodstart", "date", "day", "usagedate", "time", "timestamp", "billedat", "createdat", "submittedat"],
  amount: ["effectivecost", "billedcost", "cost", "costusd", "amount", "amountusd", "total", "totalcost", "price", "charge", "usd"],
  currency: ["billingcurrency", "currency"],
  category: ["chargecategory"],
  quantity: ["consumedquantity", "billedseconds", "seconds", "quantity"],
  unit: ["consumedunit", "unit"],
} as const;

/** What is bought, taxed or given is not use of a job; a correction of use has the category of use. */
const NOT_USE = new Set(["purchase", "tax", "credit"]);

/** @returns the row, what is wrong with it, or null where it is not for use (a pack that was bought, a tax, a credit). */
export function billingRowReader(): (value: unknown) => BillingRow | Flaw | null {
  const names = new Map<string, string>();
  const withoutCurrency = (name: string): string => {
    let known = names.get(name);
    if (known === undefined) {
      known = name.toLowerCase().replace(/[^a-z0-9]/g, "");
      if (names.size < 10_000) names.set(name, known);
    }
    return known;
  };
  return (value) => {
    if (!isTree(value)) return { flaw: "not-a-record", field: "", value: shown(value) };
    const cells = new Map<string, unknown>();
    for (const name in value) cells.set(withoutCurrency(name), value[name]);
    const first = (columns: readonly string[]): unknown =>
      columns.map((name) => cells.get(name)).find((cell) => cell !== undefined && cell !== null && cell !== "");
    const text = (columns: readonly string[]): string => {
      const found = first(columns);
      return typeof found === "string" || typeof found === "number" ? String(found) : "";
    };
    if (NOT_USE.has(text(COLUMNS.category).toLowerCase())) return null;
    const written = first(COLUMNS.amount);
    if (written === undefined) return { flaw: "missing", field: "cost", value: "" };
    const amount = typeof written === "number" ? written : Number(String(written).replace(/^\s*\$/, ""));
    if (!Number.isFinite(amount)) return { flaw: "not-a-number", field: "cost", value: shown(written) };
    const time = first(COLUMNS.time);
    const moment = time === undefined ? Number.NaN : momentOf(typeof time === "number" ? time : String(time));
    if (time !== undefined && Number.isNaN(moment)) return { flaw: "not-a-time", field: "date", value: shown(time) };
    const unit = text(COLUMNS.unit).toLowerCase();
    const quantity = Number(first(COLUMNS.quantity) ?? Number.NaN);
    return {
      job_id: text(COLUMNS.job),
      request_id: text(COLUMNS.request),
      sku: text(COLUMNS.sku),
      day: dayOf(moment),
      amount,
      currency: text(COLUMNS.currency),
      seconds: unit === "" || /^s(ec(ond)?s?)?$/.test(unit) ? quantity : Number.NaN,
    };
  };
}
