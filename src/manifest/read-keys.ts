import { isTree, type Tree } from "../notation/tree.ts";
import { type WorkloadKeys, workloadKeys } from "./schema.ts";

/** zod would compile a schema on first use. That takes longer than it saves, because equal values are parsed only once here. */
export const INTERPRET = { jitless: true } as const;

type Found = { data: unknown };
/** The parsed values of one key, by their JSON, and by the map or list itself, because an edited workload keeps most of its maps. */
type Values = { key: string; written: Map<string, Found>; met: WeakMap<object, Found> };
const known = Object.keys(workloadKeys.shape).map((key): Values => ({ key, written: new Map(), met: new WeakMap() }));

/** The most values to keep for each key. */
const MOST_KEPT = 1000;

/** A missing key. No JSON text is empty, so it cannot be confused with a value. */
const ABSENT = "";

/**
 * Parses the keys of a workload one by one and keeps each value: a thousand workloads often share a handful of clients and outputs.
 * The schema treats keys independently; rules between keys are in `brokenRules`.
 * @returns null if the schema refuses any key. The caller then parses the whole workload to find out what is wrong
 */
export function readKeys(tree: unknown): WorkloadKeys | null {
  if (!isTree(tree) || Object.keys(tree).some((key) => !Object.hasOwn(workloadKeys.shape, key))) return null;
  const read: Tree = {};
  for (const values of known) {
    const { key } = values;
    const value = Object.hasOwn(tree, key) ? tree[key] : undefined;
    const found = readValue(value, values);
    if (!found) return null;
    if (value !== undefined || found.data !== undefined) read[key] = found.data;
  }
  return read as WorkloadKeys;
}

function readValue(value: unknown, values: Values): Found | null {
  const isObject = typeof value === "object" && value !== null;
  const same = isObject ? values.met.get(value) : undefined;
  if (same) return same;
  const found = readWritten(value, values);
  if (found && isObject) values.met.set(value, found);
  return found;
}

function readWritten(value: unknown, { key, written: values }: Values): Found | null {
  const written = value === undefined ? ABSENT : JSON.stringify(value);
  // JSON has null for `.inf` and `.nan`, too.
  const isClear = !written.includes("null");
  const before = isClear ? values.get(written) : undefined;
  if (before) return before;
  const result = workloadKeys.shape[key as keyof typeof workloadKeys.shape].safeParse(value, INTERPRET);
  if (!result.success) return null;
  const found = { data: result.data };
  if (isClear && values.size < MOST_KEPT) values.set(written, found);
  return found;
}
