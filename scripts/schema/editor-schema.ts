import type { Provider } from "../../src/prices/book.ts";
import { type Schema, withExamples } from "./schema-examples.ts";

/**
 * The manifest's schema with the price book's names in it, so that an editor offers the providers, and the models of the one that is written. Names that the
 * book lacks stay allowed: an editor that underlines a new model, or one of a price file of the team's own, would be wrong.
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

/** Offers providers by name, and what `definitions.models` says of the one that is written. */
function offering(workload: Schema, slugs: string[]): Schema {
  const { type, pattern, ...rest } = workload.properties?.["provider"] ?? {};
  if (type !== "string") throw new Error("The provider of a workload is no text in the manifest's schema.");
  const provider = { ...rest, anyOf: [{ enum: slugs }, { type, ...(typeof pattern === "string" && { pattern }) }] };
  return { ...workload, properties: { ...workload.properties, provider }, allOf: [...(workload.allOf ?? []), { $ref: "#/definitions/models" }] };
}

/** Where this provider is written, its models are offered; what is retired, or will be, is not. */
function modelsOf({ provider, models }: Provider): object[] {
  const living = models.filter(({ status }) => status.retires === undefined).map(({ id }) => id);
  if (living.length === 0) return [];
  const isWritten = { properties: { provider: { const: provider } }, required: ["provider"] };
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  return [{ if: isWritten, then: { properties: { model: { anyOf: [{ enum: living }, {}] } } } }];
}
