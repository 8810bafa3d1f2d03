import type { Provider } from "../../src/prices/book.ts";
import { type Schema, withExamples } from "./schema-examples.ts";

/**
 * The manifest's schema with the names of the price book, so that an editor offers the providers and the models of the chosen provider. Other names
 * stay allowed, because new models and models in a team's own price files are valid.
 */
export function editorSchema(schema: Schema, providers: readonly Provider[]): Schema {
  const { workloads, defaults } = withExamples(schema).properties ?? {};
  const workload = workloads?.additionalProperties;
  if (!defaults || typeof workload !== "object") {
    throw new Error("The manifest's schema has no workloads or no defaults.");
  }
  const slugs = providers.map(({ provider }) => provider);
  return {
    ...schema,
    properties: {
      ...withExamples(schema).properties,
      defaults: offering(defaults, slugs),
      workloads: { ...workloads, additionalProperties: offering(workload, slugs) },
    },
    definitions: { models: { allOf: providers.flatMap(modelsOf) } },
  };
}

/** Offers the providers' slugs, and through `definitions.models` the models of the chosen provider. */
function offering(workload: Schema, slugs: string[]): Schema {
  const { type, pattern, ...rest } = workload.properties?.["provider"] ?? {};
  if (type !== "string") throw new Error("The provider of a workload is no text in the manifest's schema.");
  const provider = { ...rest, anyOf: [{ enum: slugs }, { type, ...(typeof pattern === "string" && { pattern }) }] };
  return { ...workload, properties: { ...workload.properties, provider }, allOf: [...(workload.allOf ?? []), { $ref: "#/definitions/models" }] };
}

/** Offers the models of one provider if that provider is chosen. Models with a retirement date are left out. */
function modelsOf({ provider, models }: Provider): object[] {
  const living = models.filter(({ status }) => status.retires === undefined).map(({ id }) => id);
  if (living.length === 0) return [];
  const isWritten = { properties: { provider: { const: provider } }, required: ["provider"] };
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  return [{ if: isWritten, then: { properties: { model: { anyOf: [{ enum: living }, {}] } } } }];
}
