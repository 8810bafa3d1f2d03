import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { rolldown } from "rolldown";

/**
 * Builds `dist/library` from `lib/src/library`: two ES modules, their shared parts, and their types. `index.js` is for Node. `core.js` imports no
 * module of Node and imports `dist/prices.json`. The types of reports and workloads are generated from their JSON Schemas, so that users of the
 * library need no other package.
 */
rmSync("dist/library", { recursive: true, force: true });
const bundle = await rolldown({
  input: { index: "lib/src/library/index.js", core: "lib/src/library/core.js" },
  external: [/^node:/, "stream", "video-budget/prices.json"],
  platform: "neutral",
  resolve: { mainFields: ["module", "main"], conditionNames: ["import", "module", "default"] },
  // Some modules are loaded late by one entry and early by the other.
  checks: { ineffectiveDynamicImport: false },
});
await bundle.write({ dir: "dist/library", format: "esm", chunkFileNames: "[name].part.js", minify: "dce-only" });
await bundle.close();

/** Copies the declarations of tsc, with types from the schemas in place of those that depend on zod. */
for (const name of ["index", "core"])
  writeFileSync(`dist/library/${name}.d.ts`, readFileSync(`lib/src/library/${name}.d.ts`, "utf8").replaceAll('.ts"', '.js"'));
const options = { additionalProperties: false, bannerComment: "", ignoreMinAndMaxItems: true, strictIndexSignatures: false };
const report = await compile({ ...schema("report"), title: "Report" }, "Report", options);
const scan = await compile({ ...schema("scan"), title: "ScanReport" }, "ScanReport", options);
const manifest = await compile(workloadOf(schema("manifest")), "Workload", options);
writeFileSync("dist/library/schema-types.d.ts", `${report}\n${scan}\n${manifest}`);

function schema(name: string): JSONSchema {
  return JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8")) as JSONSchema;
}

/** The schema of one value of `workloads`, without the lists of providers and models. Those are for editors; a type with them would reject a new model. */
function workloadOf({ properties }: JSONSchema): JSONSchema {
  const { additionalProperties } = properties?.["workloads"] ?? {};
  if (typeof additionalProperties !== "object") throw new Error("schema/manifest.schema.json has no schema of workloads");
  const { allOf: _, ...keys } = additionalProperties;
  return { ...keys, properties: { ...keys.properties, provider: { type: "string" } }, title: "Workload" };
}
