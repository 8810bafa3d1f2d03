import type * as z from "zod";
import { modeCalled } from "../notation/mode.ts";
import { nearest } from "../notation/nearest.ts";
import type { Arg, Problem } from "../problem.ts";
import { candidates } from "./meant.ts";
import { flowText } from "./tree.ts";

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Path = readonly (string | number)[];

/** A value that was validated, and where it is. */
export type Validated = {
  /** The schema of the value. It gives the keys that a map may have. */
  schema: Schema;
  value: unknown;
  file: string;
  /** Where `value` is in the file. */
  at: Path;
};

/** Converts zod's issues to problems: what is wrong, where, the value, and what is allowed. */
export function issuesToProblems(issues: readonly Issue[], validated: Validated): Problem[] {
  const problems = issues.flatMap((issue) => toProblems(issue, validated));
  // `modle` is one typo, and must not be reported as a missing `model`, too.
  const meant = new Set(problems.flatMap(({ code, path, args }) => (code === "unknown-key" ? [JSON.stringify([...path.slice(0, -1), args["nearest"]])] : [])));
  return problems.filter(({ code, path }) => code !== "missing-key" || !meant.has(JSON.stringify(path)));
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
      const free = allowed.filter((key) => valueAt(found, [key]) === undefined);
      return issue.keys.map((key) => ({
        code: "unknown-key",
        severity: "error",
        file,
        path: [...at, ...path, key],
        at: "key",
        args: { key, allowed, ...(homeOf(key, schema, path, valueAt(found, [key])) ?? { nearest: nearest(key, free) }) },
      }));
    }
    case "invalid_union": {
      const branch = closestBranch(issue.errors, found);
      if (branch) return issuesToProblems(branch, { schema: schemaAt(schema, path), value: found, file, at: [...at, ...path] });
      return found === undefined ? missing(path) : problem("wrong-value", { value: shown(found), expected: issue.message, ...written() });
    }
    case "invalid_type":
      if (found === undefined) return missing(path);
      return problem("wrong-value", { value: shown(found), expected: EXPECTED_TYPE[issue.expected] ?? issue.message, ...written() });
    case "invalid_value": {
      if (found === undefined) return missing(path);
      const allowed = issue.values.map(String);
      const called = typeof found === "string" ? modeCalled(found) : null;
      const meant = called !== null && allowed.includes(called) ? called : nearest(String(found), allowed);
      const write = written();
      return problem("wrong-value", { value: shown(found), allowed, ...(Object.keys(write).length > 0 ? write : { nearest: meant }) });
    }
    case "too_small":
      return problem("out-of-range", { value: shown(found), ...(issue.inclusive ? { min: Number(issue.minimum) } : { above: Number(issue.minimum) }) });
    case "too_big":
      return problem("out-of-range", { value: shown(found), max: Number(issue.maximum) });
    case "invalid_key":
      return problem("wrong-value", { value: String(path.at(-1)), expected: issue.issues[0]?.message ?? "text" }, { at: "key" });
    default:
      return problem("wrong-value", { value: shown(found), expected: issue.message, ...written() });
  }

  /** The corrected line, if the meant value can be guessed and is accepted. */
  function written(): Problem["args"] {
    const key = path.at(-1);
    if (key === undefined) return {};
    const place = schemaAt(schema, path);
    const meant = candidates(String(key), found).find((one) => one !== found && one !== null && accepts(place, one));
    if (meant === undefined) return {};
    return { write: typeof key === "string" ? `${key}: ${flowText(meant)}` : flowText(meant) };
  }

  function missing(missingPath: Path): Problem[] {
    return [{ code: "missing-key", severity: "error", file, path: [...at, ...missingPath], args: { key: String(missingPath.at(-1) ?? "") } }];
  }
}

/** zod's type names as keys of EXPECTED in `report/words/expected.ts`. */
const EXPECTED_TYPE: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  int: "whole-number",
  boolean: "switch",
  object: "map",
  record: "map",
  array: "list",
};

/** The branch of a union that the value was probably meant for. It did not fail at its root, and has the fewest issues. */
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

/** Whether a schema accepts a value. */
function accepts(place: Schema, value: unknown): boolean {
  return (place as z.ZodType).safeParse(value, { jitless: true }).success;
}

/**
 * Where a misplaced key belongs. `inside`: in the one section of the map that has such a key, as `duration` belongs in a workload's
 * `output`. `beside`: next to the map, as `takes` in `output` belongs in the workload. Null if neither applies.
 */
function homeOf(key: string, schema: Schema, path: Path, value: unknown): Problem["args"] | null {
  const sections = shapesAt(schema, path).flatMap((shape) =>
    Object.entries(shape).filter(([, child]) =>
      branches(child).some((branch) => branch._zod.def.type === "object" && Object.hasOwn((branch as z.ZodObject).shape, key)),
    ),
  );
  // If both `output` and `input` have the key, people mean `output`.
  const section = sections.length === 1 ? sections[0] : sections.find(([name]) => name === "output");
  if (section) {
    const isSimple = typeof value !== "object" || value === null;
    return { inside: section[0], ...(isSimple && value !== undefined && { write: `${section[0]}: { ${key}: ${flowText(value)} }` }) };
  }
  const holder = path.at(-1);
  if (typeof holder !== "string" || sections.length > 0) return null;
  return shapesAt(schema, path.slice(0, -1)).some((shape) => Object.hasOwn(shape, key)) ? { beside: holder } : null;
}

function shapesAt(schema: Schema, path: Path): Record<string, Schema>[] {
  return branches(schemaAt(schema, path)).flatMap((branch) =>
    branch._zod.def.type === "object" ? [(branch as z.ZodObject).shape as Record<string, Schema>] : [],
  );
}

/** Text that YAML would read as another type without quotation marks. It is shown with them: `'1'` is not `1`. */
const NOT_TEXT = /^(?:[-+]?[\d.]+(?:e[-+]?\d+)?|true|false|null|~)$/i;

/** A value as an argument of a message: a scalar as it is, a list or a map by its type. */
function shown(value: unknown): Arg {
  if (typeof value === "string" && NOT_TEXT.test(value)) return `'${value}'`;
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return "a list";
  return value === undefined ? null : "a map";
}

/** The keys that a map at `path` may have; none if it may have any. */
function keysAt(schema: Schema, path: Path): string[] {
  const keys = branches(schemaAt(schema, path)).flatMap((branch) => (branch._zod.def.type === "object" ? Object.keys((branch as z.ZodObject).shape) : []));
  return [...new Set(keys)];
}

/** The schema of the value at `path`. In a union, the branch that has the key. */
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

/** A schema without its wrappers (optional, default, transform…). For a union, each of its branches. */
function branches(schema: Schema): Schema[] {
  const def = schema._zod.def as { type: string; innerType?: Schema; in?: Schema; options?: Schema[] };
  if (def.type === "union") return (def.options ?? []).flatMap(branches);
  const inner = def.innerType ?? def.in;
  return inner ? branches(inner) : [schema];
}
