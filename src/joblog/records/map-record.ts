import { isTree, type Tree } from "../../notation/tree.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "./formats.ts";
import { FIELDS, type Field, type Flaw } from "./job.ts";
import type { Raw } from "./read-job.ts";
import { shown } from "./read-value.ts";

/** Other names of a log's fields: by ours, the path of theirs, keys joined with dots. */
export type Mapping = ReadonlyMap<Field, string>;

/** Fields that somebody may put beside a provider's own, under names that no provider uses for anything else. */
const BESIDE = FIELDS.filter((field) => !["job_id", "status", "model", "request_id", "seed"].includes(field));

/**
 * How the values of a log become records: as they are, through the format of a provider (the one given,
 * or the one that each is recognised by), and then by the mapping, which wins.
 */
export function recordMapper(format: FormatName | undefined, mapping: Mapping): (value: unknown) => Raw | Flaw {
  const mapped = [...mapping];
  let last: FormatName | undefined;
  const recognised = (tree: Tree): FormatName | undefined => {
    if (last !== undefined && FORMATS[last].recognises(tree)) return last;
    last = FORMAT_NAMES.find((name) => FORMATS[name].recognises(tree));
    return last;
  };
  return (value) => {
    if (!isTree(value)) return { flaw: "not-a-record", field: "", value: shown(value) };
    const own = format === undefined && (mapping.has("job_id") || "job_id" in value || "jobId" in value);
    const name = own ? undefined : (format ?? recognised(value));
    const raw = name === undefined ? value : { ...FORMATS[name].read(value), ...beside(value) };
    if (mapped.length === 0) return raw;
    const renamed: Partial<Record<Field, unknown>> = { ...raw };
    for (const [field, path] of mapped) renamed[field] = at(value, path);
    return renamed;
  };
}

function beside(tree: Readonly<Record<string, unknown>>): Raw {
  return Object.fromEntries(BESIDE.flatMap((field) => (tree[field] === undefined || tree[field] === null ? [] : [[field, tree[field]]])));
}

/** What stands at a path: a key that is spelt like the whole path (a CSV's column), else key by key. */
function at(tree: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(tree, path)) return tree[path];
  let found: unknown = tree;
  for (const key of path.split(".")) {
    if (!isTree(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}
