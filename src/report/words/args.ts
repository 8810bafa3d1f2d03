import type { Arg, Problem } from "../../problem.ts";
import { code } from "../layout/escape.ts";

export type Args = Problem["args"];

/** At most this many names are listed in one sentence; the others are counted. */
const LISTED = 12;

/** One argument of a message as a code span. An absent argument and null are shown as "nothing". */
export function value(args: Args, key: string): string {
  const arg = args[key];
  if (arg === null || arg === undefined) return "nothing";
  if (arg === "a list" || arg === "a map") return arg;
  return code(String(arg));
}

/** Whether an argument is present and not empty. */
export function has(args: Args, key: string): boolean {
  const arg = args[key];
  return arg !== undefined && arg !== null && arg !== "" && !(Array.isArray(arg) && arg.length === 0);
}

/** A list argument as code spans: `a`, `b` and 3 more. A single value counts as a list of one. */
export function list(args: Args, key: string, most: number = LISTED): string {
  const all = items(args[key]).map((item) => code(item));
  const shown = all.length > most ? [...all.slice(0, most), `${all.length - most} more`] : all;
  return shown.length < 2 ? (shown[0] ?? "nothing") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** The number of items in an argument. */
export function size(args: Args, key: string): number {
  return items(args[key]).length;
}

function items(arg: Arg | undefined): string[] {
  if (arg === null || arg === undefined) return [];
  return Array.isArray(arg) ? arg.map(String) : [String(arg)];
}
