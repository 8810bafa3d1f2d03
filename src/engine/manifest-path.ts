import { requestField } from "../notation/field.ts";

/** The path in a workload for a field of a price file. A field that is not one of the general request fields is under `options`. */
export function manifestPath(field: string): string[] {
  return [...(requestField(field)?.path ?? ["options", field])];
}
