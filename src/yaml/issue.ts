import type * as z from "zod";
import { nearest } from "../notation/nearest.ts";
import type { Arg, Problem } from "../problem.ts";

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Path = readonly (string | number)[];

/** What was validated. */
export type Validated = {
  /** What the value was validated against, to name the keys that a map may have. */
  schema: Schema;
  /** To read the offending values from. */
  value: unknown;
  file: string;
  /** Where `value` stands in the file. */
  at: Path;
};

/** zod's issues as problems: what is wrong, where, the value, and what is allowed. */
export function issuesToProblems(issues: readonly Issue[], validated: Validated): Problem[] {
  return issues.flatMap((issue) => toProblems(issue, validated));
}

function toProblems(issue: Issue, { schema, value, file, at }: Validated): Problem[] {
  const path = issue.path as Path;
  const found = valueAt(value, path);
  const problem = (code: Problem["code"], args: Problem["args"], extra: Partial<Problem> = {}): Problem[] => [
    { code, severity: "error", file, path: [...at, ...path], args, ...extra },
  ];
  switch (issue.code) {
    case "unrecognized_keys": {
      const allowed = keysAt(schema, path);
      return issue.keys.map((key) => ({
        code: "unknown-key",
        severity: "error",
        file,
        path: [...at, ...path, key],
        at: "key",
        args: { key, allowed, nearest: nearest(key, allowed) },
      }));
    }
    case "invalid_union": {
      const branch = closestBranch(issue.errors, found);
      if (branch) return issuesToProblems(branch, { schema: schemaAt(schema, path), value: found, file, at: [...at, ...path] });
      return found === undefined ? missing(path) : problem("wrong-value", { value: shown(found), expected: issue.message });
    }
    case "invalid_type":
      if (found === undefined) return missing(path);
      return problem("wrong-value", { value: shown(found), expected: EXPECTED_TYPE[issue.expected] ?? issue.message });
    case "invalid_value":
      if (found === undefined) return missing(path);
      return problem("wrong-value", {
        value: shown(found),
        allowed: issue.values.map(String),
        nearest: nearest(String(found), issue.values.map(String)),
      });
    case "too_small":
      return problem("out-of-range", { value: shown(found), ...(issue.inclusive ? { min: Number(issue.minimum) } : { above: Number(issue.minimum) }) });
    case "too_big":
      return problem("out-of-range", { value: shown(found), max: Number(issue.maximum) });
    case "invalid_key":
      return problem("wrong-value", { value: String(path.at(-1)), expected: issue.issues[0]?.message ?? "text" }, { at: "key" });
    default:
      return problem("wrong-value", { value: shown(found), expected: issue.message });
  }

  function missing(missingPath: Path): Problem[] {
    return [{ code: "missing-key", severity: "error", file, path: [...at, ...missingPath], args: { key: String(missingPath.at(-1) ?? "") } }];
  }
}

/** The words for zod's own type names, in EXPECTED of `report/words/messages.ts`. */
const EXPECTED_TYPE: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  int: "whole-number",
  boolean: "switch",
  object: "map",
  record: "map",
  array: "list",
};

/** Of a union, the branch that the value was meant for: the one that did not fail at its own root. */
function closestBranch(branches: readonly (readonly Issue[])[], found: unknown): readonly Issue[] | undefined {
  if (typeof found !== "object" || found === null) return undefined;
  const meant = branches.filter((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys"));
  return [...meant].sort((a, b) => a.length - b.length)[0];
}

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string | number, unknown>)[key];
  }
  return found;
}

/** A value as an argument of a message: scalars as they are, anything else by what it is. */
function shown(value: unknown): Arg {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return "a list";
  return value === undefined ? null : "a map";
}

/** The keys that a map at `path` may have; none where it may have any. */
function keysAt(schema: Schema, path: Path): string[] {
  const keys = branches(schemaAt(schema, path)).flatMap((branch) => (branch._zod.def.type === "object" ? Object.keys((branch as z.ZodObject).shape) : []));
  return [...new Set(keys)];
}

/** The schema of what stands at `path`: of a union, the branch that has such a key. */
function schemaAt(schema: Schema, path: Path): Schema {
  let found = schema;
  for (const key of path)
    found =
      branches(found)
        .map((branch) => childOf(branch, key))
        .find((child) => child !== undefined) ?? found;
  return found;
}

function childOf(schema: Schema, key: string | number): Schema | undefined {
  const def = schema._zod.def as { type: string; shape?: Record<string, Schema>; valueType?: Schema; element?: Schema };
  if (def.type === "object") return def.shape?.[key];
  return def.type === "record" ? def.valueType : def.element;
}

/** A schema without its wrappers (optional, default, transform…), and each branch of a union. */
function branches(schema: Schema): Schema[] {
  const def = schema._zod.def as { type: string; innerType?: Schema; in?: Schema; options?: Schema[] };
  if (def.type === "union") return (def.options ?? []).flatMap(branches);
  const inner = def.innerType ?? def.in;
  return inner ? branches(inner) : [schema];
}
