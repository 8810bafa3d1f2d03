import type { BudgetKeys } from "./schema.ts";

/** Whether a budget has any monthly limit: of the whole manifest, of single months, or of a scope. */
export function limitsAnything({ monthly, months, scopes }: BudgetKeys): boolean {
  return monthly !== undefined || Object.keys(months ?? {}).length > 0 || Object.keys(scopes).length > 0;
}
