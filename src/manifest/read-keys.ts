import { isTree, type Tree } from "../notation/tree.ts";
import { type WorkloadKeys, workloadKeys } from "./schema.ts";

/** zod would compile a schema on first use. That takes longer than it saves, because equal values are parsed only once here. */
export const INTERPRET = { jitless: true } as const;

type Found = { data: unknown };
/**
 * The parsed values of one key: texts, numbers, truth values and missing values by themselves, maps and lists by their JSON. A map or list
 * that was met before is found without its JSON, because an edited workload keeps most of its maps.
 */
type Values = { key: string; plain: Map<unknown, Found>; written: Map<string, Found>; met: WeakMap<object, Found> };
const known = Object.keys(workloadKeys.shape).map((key): Values => ({ key, plain: new Map(), written: new Map(), met: new WeakMap() }));

/** The most values to keep for each key. */
const MOST_KEPT = 1000;

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

function readValue(value: unknown, { key, plain, written, met }: Values): Found | null {
  if (typeof value !== "object" || value === null) return plain.get(value) ?? keep(plain, value, parsed(value, key));
  const same = met.get(value);
  if (same) return same;
  const text = JSON.stringify(value);
  // JSON has null for `.inf` and `.nan`, too.
  const found = text.includes("null") ? parsed(value, key) : (written.get(text) ?? keep(written, text, parsed(value, key)));
  if (found) met.set(value, found);
  return found;
}

function parsed(value: unknown, key: string): Found | null {
  const result = workloadKeys.shape[key as keyof typeof workloadKeys.shape].safeParse(value, INTERPRET);
  return result.success ? { data: result.data } : null;
}

function keep<Name>(values: Map<Name, Found>, name: Name, found: Found | null): Found | null {
  if (found && values.size < MOST_KEPT) values.set(name, found);
  return found;
}
