import type { BudgetKeys } from "./schema.ts";

/** Whether a budget has any limit of a month, of the whole or of a part, for every month or for single ones. */
export function limitsAnything({ monthly, months, scopes }: BudgetKeys): boolean {
  return monthly !== undefined || Object.keys(months ?? {}).length > 0 || Object.keys(scopes).length > 0;
}
