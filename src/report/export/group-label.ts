import type { WorkloadGroup } from "../../review/groups.ts";
import { inert } from "../layout/escape.ts";

/** The name of a group in plain text: `team: growth`, `provider: vertex`, `team: none`. */
export function groupLabel({ by, value }: Pick<WorkloadGroup, "by" | "value">): string {
  return `${inert(by.replace(/^tag:/, ""))}: ${value === null ? "none" : inert(value)}`;
}
