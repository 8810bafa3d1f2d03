import { isTree, type Tree } from "../../notation/tree.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "./formats.ts";
import { FIELDS, type Field, type Flaw } from "./job.ts";
import { pageOf } from "./page.ts";
import type { Raw } from "./read-job.ts";
import { shown } from "./read-value.ts";
import { type UnreadColumn, unreadColumns } from "./unread-columns.ts";

/** The log's path for each of our fields; its keys are joined with dots. */
export type Mapping = ReadonlyMap<Field, string>;

/** Our fields that may be beside a provider's own, because no provider uses their names for anything else. */
const BESIDE = FIELDS.filter((field) => !["job_id", "status", "model", "request_id", "seed"].includes(field));

/**
 * Turns the values of a log into records. A value is read as it is or by a provider's format (the given one, or the one that recognizes it). The
 * mapping is applied last and wins.
 */
export function recordMapper(format: FormatName | undefined, mapping: Mapping): (value: unknown) => Raw | Flaw {
  const mapped = [...mapping];
  let last: FormatName | undefined;
  const recognised = (tree: Tree): FormatName | undefined => {
    if (last !== undefined && FORMATS[last].recognises(tree)) return last;
    last = formatOf(tree);
    return last;
  };
  return (value) => {
    if (!isTree(value)) return { flaw: "not-a-record", field: "", value: shown(value) };
    const tree = value as Record<string, unknown>;
    const own = format === undefined && (mapping.has("job_id") || "job_id" in tree || "jobId" in tree);
    const name = own ? undefined : (format ?? recognised(tree));
    if (name === undefined && !own && mapped.length === 0) return ofUnknownApi(tree);
    if (own && tree["status"] === undefined && !mapping.has("status")) {
      const other = pathsTo(tree, STATUS)[0] ?? columnFor("status", tree);
      if (other !== undefined) return { flaw: "other-name", field: "status", value: mapOption("status", other) };
    }
    const raw = name === undefined ? (tree as Raw) : { ...FORMATS[name].read(tree), ...beside(tree) };
    if (mapped.length === 0) return raw;
    const renamed: Partial<Record<Field, unknown>> = { ...raw };
    for (const [field, path] of mapped) renamed[field] = at(value, path);
    return renamed;
  };
}

/** Names for a job's status in logs. */
const STATUS = /^((task|job|video|final|end|current)_?)?(status|state|outcome|result)$/i;

/**
 * Columns of a record that are not read and whose name resembles a field that the record lacks. Empty for a page or a job object of an API.
 */
export function unreadOf(value: unknown, format: FormatName | undefined, mapping: Mapping): UnreadColumn[] {
  if (!isTree(value) || format !== undefined || pageOf(value)) return [];
  const tree = value as Record<string, unknown>;
  const isOwn = mapping.has("job_id") || "job_id" in tree || "jobId" in tree;
  if (!isOwn && formatOf(tree)) return [];
  // If one of these two is missing, the record itself is reported, or another name was read.
  return unreadColumns(tree, mapping).filter(({ field }) => field !== "job_id" && field !== "status");
}

/**
 * Reads an object of no known API. `id` and `task_id` are job ids, and `state` is a status. If these are missing, the flaw suggests the options
 * that would read similar names.
 */
function ofUnknownApi(tree: Readonly<Record<string, unknown>>): Raw | Flaw {
  const id = tree["id"] ?? tree["task_id"] ?? tree["taskId"];
  const status = tree["status"] ?? tree["state"] ?? tree["task_status"];
  if (id !== undefined && status !== undefined) return { ...tree, job_id: id, status } as Raw;
  const [ids, statuses] = [pathsTo(tree, /^(id|(task|job|prediction|generation|operation|video|request)_?id)$/i), pathsTo(tree, STATUS)];
  const [ofId, ofStatus] = [ids[0] ?? columnFor("job_id", tree), statuses[0] ?? columnFor("status", tree)];
  if (ofId === undefined || (ofStatus === undefined && tree["status"] === undefined)) return tree as Raw;
  const value = [mapOption("job_id", ofId), ...(ofStatus === undefined || ofStatus === "status" ? [] : [mapOption("status", ofStatus)])].join(" ");
  const isFlat = Object.hasOwn(tree, ofId) && (ofStatus === undefined || Object.hasOwn(tree, ofStatus));
  return isFlat ? { flaw: "other-name", field: "job_id", value } : { flaw: "unknown-shape", field: "", value };
}

/** The column of a record whose name resembles a field. */
function columnFor(field: Field, tree: Tree): string | undefined {
  return unreadColumns(tree as Record<string, unknown>, new Map()).find((one) => one.field === field)?.column;
}

/** The option that reads a field from a path, quoted for a shell. */
export function mapOption(field: Field, path: string): string {
  const option = `${field}=${path}`;
  return `--map ${/^[\w.=-]+$/.test(option) ? option : `'${option}'`}`;
}

/** The API whose job objects a value looks like; undefined if there is none. */
export function formatOf(value: object): FormatName | undefined {
  return FORMAT_NAMES.find((name) => FORMATS[name].recognises(value as Record<string, unknown>));
}

/** Paths to texts and numbers whose key matches, at most three keys deep, the shallowest first. */
function pathsTo(tree: Readonly<Record<string, unknown>>, key: RegExp, before = "", depth = 0): string[] {
  const here: string[] = [];
  const below: string[] = [];
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === "object" && value !== null && !Array.isArray(value) && depth < 2)
      below.push(...pathsTo(value as Record<string, unknown>, key, `${before}${name}.`, depth + 1));
    else if (key.test(name) && (typeof value === "string" || typeof value === "number")) here.push(`${before}${name}`);
  }
  return [...here, ...below];
}

function beside(tree: Readonly<Record<string, unknown>>): Raw {
  return Object.fromEntries(BESIDE.flatMap((field) => (tree[field] === undefined || tree[field] === null ? [] : [[field, tree[field]]])));
}

/** The value at a path: that of a key equal to the whole path (a CSV's column), otherwise key by key. */
function at(tree: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(tree, path)) return tree[path];
  let found: unknown = tree;
  for (const key of path.split(".")) {
    if (!isTree(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}
