import { requestField } from "../notation/field.ts";

/** The path in a workload for a field of a price file. A field that not every request has is an option. */
export function manifestPath(field: string): string[] {
  return [...(requestField(field)?.path ?? ["options", field])];
}
