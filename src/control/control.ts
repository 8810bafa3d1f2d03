import type { Settings } from "../manifest/schema.ts";

/** Settings of a manifest that rule over a change, and so are taken from base. */
export const SETTINGS = ["currency", "fx", "budget", "policy", "accounts", "include", "prices"] as const satisfies readonly (keyof Settings)[];

/**
 * A control that a change edits. `price-files`: the contents of the files that `prices` lists; `price`,
 * `billed` and `tags` are of the workloads named; `path`: where the manifest stands, or which one is read;
 * `moved`: workloads that left the manifest for another.
 */
export type Control = {
  /** The manifest, by head's path where it has one. */
  file: string;
  what: (typeof SETTINGS)[number] | "price-files" | "price" | "billed" | "tags" | "path" | "moved";
  workloads: readonly string[];
};

/** Whether two values of a setting are equal. Both come from the same schema, which puts keys into one order, so their JSON can be compared. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
