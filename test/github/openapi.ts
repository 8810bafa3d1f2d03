import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** A request as GitHub would get it. */
export type Request = { method: string; path: string; query: string; body: unknown };

type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema };
type Operation = {
  method: string;
  path: string;
  parameters: { name: string; in: "path" | "query" | "header"; required: boolean; slashes?: boolean; schema: Schema }[];
  body?: { required: boolean; schema: Schema };
};

/** GitHub's description of the operations that the action calls; `node lib/scripts/openapi.js` made it. */
const { operations } = JSON.parse(readFileSync(join(import.meta.dirname, "openapi.json"), "utf8")) as { operations: Operation[] };

const known = operations.map((operation) => ({
  ...operation,
  pattern: patternOf(operation),
  checkBody: operation.body && z.fromJSONSchema(operation.body.schema as Parameters<typeof z.fromJSONSchema>[0]),
}));

/** The operation of a request, as `METHOD /path/{parameter}`, or null if it is not among the called operations. */
export function operationOf({ method, path }: Pick<Request, "method" | "path">): string | null {
  const found = find(method, path);
  return found ? `${found.method} ${found.path}` : null;
}

/** What GitHub's description of its API finds wrong with a request: path, query, and body down to its unknown keys. */
export function violationsOf({ method, path, query, body }: Request): string[] {
  // GraphQL is not described there; its one query has a test that reads the answer.
  if (`${method} ${path}` === "POST /graphql") return typeof (body as { query?: unknown } | null)?.query === "string" ? [] : [`${method} ${path}: no query`];
  const operation = find(method, path);
  if (!operation) return [`${method} ${path}: no operation that GitHub has, or one that scripts/openapi.ts does not name`];
  return [...inPath(operation, path), ...inQuery(operation, query), ...inBody(operation, body)].map((what) => `${method} ${path}: ${what}`);
}

type Known = (typeof known)[number];

function find(method: string, path: string): Known | undefined {
  return known.find((operation) => operation.method === method && operation.pattern.test(path));
}

function inPath({ pattern, parameters }: Known, path: string): string[] {
  const groups = pattern.exec(path)?.groups ?? {};
  return parameters.filter((one) => one.in === "path").flatMap(({ name, schema }) => wrong(name, schema, decodeURIComponent(groups[name] ?? "")));
}

function inQuery({ parameters }: Known, query: string): string[] {
  const given = [...new URLSearchParams(query)];
  const allowed = new Map(parameters.filter((one) => one.in === "query").map((one) => [one.name, one]));
  const missing = [...allowed.values()].filter(({ name, required }) => required && !given.some(([key]) => key === name));
  return [
    ...missing.map(({ name }) => `query lacks ${name}`),
    ...given.flatMap(([name, value]) => {
      const parameter = allowed.get(name);
      return parameter ? wrong(name, parameter.schema, value) : [`query has no ${name}`];
    }),
  ];
}

/** Each schema of a parameter is made ready once: every request of hundreds of runs is checked. */
const ready = new WeakMap<Schema, z.ZodType>();

function readyOf(schema: Schema): z.ZodType {
  const made = ready.get(schema) ?? z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  ready.set(schema, made);
  return made;
}

/** A value in a path or a query is text; a number must be written as text. */
function wrong(name: string, schema: Schema, text: string): string[] {
  const value = schema.type === "integer" || schema.type === "number" ? Number(text) : schema.type === "boolean" ? text === "true" : text;
  return text !== "" && readyOf(schema).safeParse(value).success ? [] : [`${name} is ${JSON.stringify(text)}`];
}

function inBody({ body: described, checkBody }: Known, body: unknown): string[] {
  if (!described || !checkBody) return body === null ? [] : ["has a body"];
  if (body === null) return described.required ? ["has no body"] : [];
  const checked = checkBody.safeParse(body);
  const issues = checked.success ? [] : checked.error.issues.map(({ path, message }) => `body.${path.join(".")}: ${message}`);
  return [...issues, ...unknownKeys(described.schema, body, "body")];
}

/** GitHub silently ignores unknown keys, so they are faults here. */
function unknownKeys({ properties, items }: Schema, value: unknown, at: string): string[] {
  if (Array.isArray(value)) return items ? value.flatMap((one, index) => unknownKeys(items, one, `${at}.${index}`)) : [];
  if (typeof value !== "object" || value === null || !properties) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const schema = properties[key];
    return schema ? unknownKeys(schema, inner, `${at}.${key}`) : [`${at} has no ${key}`];
  });
}

function patternOf({ path, parameters }: Operation): RegExp {
  const source = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const slashes = parameters.some((one) => one.name === name && one.slashes);
    return `(?<${name}>${slashes ? ".+" : "[^/]+"})`;
  });
  return new RegExp(`^${source}$`);
}
