import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { rolldown } from "rolldown";

/**
 * Makes `dist/library` of `lib/src/library`: two ES modules and what they share, and their types. `index.js` is for Node; `core.js` reaches no module
 * of Node's and reads `dist/prices.json` as a module. The types of reports and workloads are made from their JSON Schemas, so that whoever
 * uses the library needs no other package for them.
 */
rmSync("dist/library", { recursive: true, force: true });
const bundle = await rolldown({
  input: { index: "lib/src/library/index.js", core: "lib/src/library/core.js" },
  external: [/^node:/, "video-budget/prices.json"],
  platform: "neutral",
  resolve: { mainFields: ["module", "main"], conditionNames: ["import", "module", "default"] },
  // Some modules are loaded late by one entry and early by the other.
  checks: { ineffectiveDynamicImport: false },
});
await bundle.write({ dir: "dist/library", format: "esm", chunkFileNames: "[name].part.js", minify: "dce-only" });
await bundle.close();

/** The declarations that tsc wrote, with types from the schemas instead of those that read zod's types. */
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

/** The schema of one value of `workloads`. Which models a provider has is for editors: a type that lists them would refuse a new one. */
function workloadOf({ properties }: JSONSchema): JSONSchema {
  const { additionalProperties } = properties?.["workloads"] ?? {};
  if (typeof additionalProperties !== "object") throw new Error("schema/manifest.schema.json has no schema of workloads");
  const { allOf: _, ...keys } = additionalProperties;
  return { ...keys, properties: { ...keys.properties, provider: { type: "string" } }, title: "Workload" };
}
