import { requestField } from "../notation/field.ts";

/** Where in a workload a field of a price file is written; what is no field of every request is an option. */
export function manifestPath(field: string): string[] {
  return [...(requestField(field)?.path ?? ["options", field])];
}
