import { readFileSync, writeFileSync } from "node:fs";

/**
 * Extracts the part of GitHub's API description with which tests check the action's requests:
 * `npx tsc -p tsconfig.build.json && node lib/scripts/openapi.js api.github.com.deref.json` with that file from
 * https://github.com/octokit/openapi, then `npx biome check --write test/github`. The whole description has 73 MB.
 */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  "/user": ["get"],
  "/repos/{owner}/{repo}/git/trees/{tree_sha}": ["get"],
  "/repos/{owner}/{repo}/git/blobs/{file_sha}": ["get"],
  "/repos/{owner}/{repo}/git/commits/{commit_sha}": ["get"],
  "/repos/{owner}/{repo}/git/ref/{ref}": ["get"],
  "/repos/{owner}/{repo}/commits": ["get"],
  "/repos/{owner}/{repo}/compare/{basehead}": ["get"],
  "/repos/{owner}/{repo}/activity": ["get"],
  "/repos/{owner}/{repo}/pulls": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}/files": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments": ["get", "post"],
  "/repos/{owner}/{repo}/pulls/comments/{comment_id}": ["patch", "delete"],
  "/repos/{owner}/{repo}/issues": ["get", "post"],
  "/repos/{owner}/{repo}/issues/{issue_number}": ["patch"],
  "/repos/{owner}/{repo}/issues/{issue_number}/comments": ["get", "post"],
  "/repos/{owner}/{repo}/issues/comments/{comment_id}": ["get", "patch", "delete"],
  "/repos/{owner}/{repo}/issues/{issue_number}/events": ["get"],
  "/repos/{owner}/{repo}/collaborators/{username}/permission": ["get"],
  "/repos/{owner}/{repo}/check-runs": ["post"],
  "/repos/{owner}/{repo}/check-runs/{check_run_id}": ["patch"],
};
const OUT = "test/github/openapi.json";

/** Keywords that affect validation. The others are for readers. */
const KEPT = new Set([
  "type",
  "enum",
  "required",
  "properties",
  "additionalProperties",
  "items",
  "minItems",
  "maxItems",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "oneOf",
  "anyOf",
  "allOf",
  "nullable",
]);

type Operation = {
  parameters?: { name: string; in: string; required?: boolean; schema: unknown; "x-multi-segment"?: boolean }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: unknown }> };
};
type Description = { info: { version: string }; paths: Record<string, Record<string, Operation>> };

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Name the file: api.github.com.deref.json");
const { info, paths } = JSON.parse(readFileSync(file, "utf8")) as Description;
const operations = Object.entries(CALLED).flatMap(([path, methods]) => methods.map((method) => trimmed(path, method)));
writeFileSync(
  OUT,
  `${JSON.stringify({ source: "https://github.com/octokit/openapi, api.github.com.deref.json", version: info.version, operations }, null, 1)}\n`,
);

function trimmed(path: string, method: string): object {
  const operation = paths[path]?.[method];
  if (!operation) throw new Error(`GitHub does not describe ${method} ${path}`);
  const { parameters = [], requestBody: body } = operation;
  return {
    method: method.toUpperCase(),
    path,
    parameters: parameters.map(({ name, in: place, required = false, schema, "x-multi-segment": slashes }) => ({
      name,
      in: place,
      required,
      ...(slashes ? { slashes } : {}),
      schema: kept(schema),
    })),
    ...(body ? { body: { required: body.required ?? false, schema: kept(body.content["application/json"]?.schema) } } : {}),
  };
}

function kept(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(kept);
  if (typeof schema !== "object" || schema === null) return schema;
  const named = (map: unknown): unknown => Object.fromEntries(Object.entries(map as object).map(([name, value]) => [name, kept(value)]));
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => KEPT.has(key))
      .map(([key, value]) => [key, key === "properties" ? named(value) : key === "enum" || key === "required" ? value : kept(value)]),
  );
}
