import { isTree } from "../notation/tree.ts";
import type { Problem } from "../problem.ts";
import { type ChargeEntry, decimalText, type PriceFile } from "./schema.ts";

/**
 * The rules of a charge that the schema cannot express: it has exactly one amount, and every row of a table
 * has a cell for each field and a valid amount. Without this check, a wrong row would get a wrong price.
 */
export function checkWritten({ models }: PriceFile, file: string): Problem[] {
  return models.flatMap(({ prices }, m) =>
    prices.flatMap(({ charges }, p) =>
      charges.flatMap((charge, c) => {
        if ("factor" in charge) return [];
        const at = ["models", m, "prices", p, "charges", c] as const;
        const report: Report = (code, path, args) => ({ code, severity: "error", file, path: [...at, ...path], args });
        return [...amounts(charge, report), ...tables(charge, report)];
      }),
    ),
  );
}

type Report = (code: Problem["code"], path: Problem["path"], args: Problem["args"]) => Problem;

const AMOUNTS = ["usd", "credits", "amount", "rows"] as const;

function amounts(charge: ChargeEntry, report: Report): Problem[] {
  const given = AMOUNTS.filter((key) => charge[key] !== undefined);
  const missing = (key: string): Problem => report("missing-key", [key], { key });
  return [
    ...(given.length === 1 ? [] : [report("one-of", [], { keys: [...AMOUNTS], given })]),
    ...(charge.rows && !charge.by ? [missing("by")] : []),
    ...((charge.by || charge.unit) && !charge.rows ? [missing("rows")] : []),
    ...(charge.currency && charge.amount === undefined ? [missing("amount")] : []),
    ...(charge.amount !== undefined && charge.amount !== "unknown" && !charge.currency ? [missing("currency")] : []),
  ];
}

/** Checks the table of the charge itself and the tables of its bounds. */
function tables(charge: ChargeEntry, report: Report): Problem[] {
  const own = charge.by && charge.rows ? rowsOf({ by: charge.by, rows: charge.rows }, ["rows"], isAmount, report) : [];
  const bounds = (["min", "max", "included"] as const).flatMap((key) => {
    const bound = charge[key];
    return typeof bound === "object" ? rowsOf(bound, [key, "rows"], isDecimal, report) : [];
  });
  return [...own, ...bounds];
}

function rowsOf(
  { by, rows }: { by: readonly string[]; rows: readonly (readonly unknown[])[] },
  at: Problem["path"],
  isLast: (cell: unknown) => boolean,
  report: Report,
): Problem[] {
  return rows.flatMap((row, index) => {
    if (row.length !== by.length + 1) return [report("wrong-value", [...at, index], { value: "a list", expected: "row" })];
    const last = row[by.length];
    const shown = typeof last === "object" ? "a map" : (last as string | number | boolean);
    return isLast(last) ? [] : [report("wrong-value", [...at, index, by.length], { value: shown, expected: "amount" })];
  });
}

function isDecimal(cell: unknown): boolean {
  return cell === "unknown" || decimalText.safeParse(cell).success;
}

/** A decimal, `unknown`, or an amount in a unit of its own: `{ credits: 2 }`. */
function isAmount(cell: unknown): boolean {
  if (!isTree(cell)) return isDecimal(cell);
  const { usd, credits, amount, currency, ...others } = cell;
  const given = [usd, credits, amount].filter((one) => one !== undefined);
  return given.length === 1 && Object.keys(others).length === 0 && (amount === undefined) === (currency === undefined);
}
