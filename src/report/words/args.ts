import type { Arg, Problem } from "../../problem.ts";
import { code } from "../layout/escape.ts";

export type Args = Problem["args"];

/** More names than this in one sentence are counted, not listed. */
const LISTED = 12;

/** One argument of a message as a code span, whatever its kind; absent and null read as nothing. */
export function value(args: Args, key: string): string {
  const arg = args[key];
  if (arg === null || arg === undefined) return "nothing";
  if (arg === "a list" || arg === "a map") return arg;
  return code(String(arg));
}

/** Whether an argument says anything. */
export function has(args: Args, key: string): boolean {
  const arg = args[key];
  return arg !== undefined && arg !== null && arg !== "" && !(Array.isArray(arg) && arg.length === 0);
}

/** An argument that is a list, as code spans: `a`, `b` and 3 more. One that is a text stands for itself. */
export function list(args: Args, key: string, most: number = LISTED): string {
  const all = items(args[key]).map((item) => code(item));
  const shown = all.length > most ? [...all.slice(0, most), `${all.length - most} more`] : all;
  return shown.length < 2 ? (shown[0] ?? "nothing") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** How many things an argument lists. */
export function size(args: Args, key: string): number {
  return items(args[key]).length;
}

function items(arg: Arg | undefined): string[] {
  if (arg === null || arg === undefined) return [];
  return Array.isArray(arg) ? arg.map(String) : [String(arg)];
}
