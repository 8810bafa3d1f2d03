import * as z from "zod";

/**
 * The format of the files in `detectors/`: what a provider's calls look like in code, one file per provider.
 * `scripts/generate.ts` checks the files and writes them to one JSON. A test runs their examples.
 */

/** A pattern for a whole id. It must not contain anything that can make matching slow: a repeated group, a look-around or a back reference. */
const pattern = z
  .string()
  .max(300)
  .refine((text) => isBounded(text), "a regular expression for a whole id, without repeated groups, look-arounds and back references");
const words = z.array(z.string().min(2)).default([]);
const patterns = z.array(pattern).default([]);

/** The provider's own names of arguments, by the manifest's name. They are added to the usual ones. */
const argumentNames = z.strictObject({ model: words, duration: words, resolution: words, aspect_ratio: words, audio: words, count: words }).partial();

const example = z.strictObject({
  file: z.string().describe("the name of the file, whose ending says the language"),
  code: z.string(),
  finds: z
    .array(z.strictObject({ model: z.string().nullable(), confidence: z.enum(["call", "constant", "mention"]), line: z.int().positive() }))
    .describe("what a scan of this file alone finds of this provider; an empty list if nothing"),
});

export const detectorFile = z.strictObject({
  provider: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe("the slug of the price file"),
  hosts: words.describe("hosts of the API: `queue.fal.run`. A host that begins with a dot matches any host that ends so: `.openai.azure.com`"),
  packages: z
    .record(z.string(), z.array(z.string().min(2)))
    .default({})
    .describe("by language, the names of its libraries as they are imported or depended on"),
  switches: words.describe("what sends the jobs of a shared library here: an argument that is set to true, `vertexai=True`, or a constant after a dot"),
  env: words.describe("variables that hold its key"),
  general: z.boolean().default(false).describe("it sells more than video, so a call generates video only if its model does"),
  no_model: z.boolean().default(false).describe("its API takes no model"),
  ids: z
    .strictObject({
      own: patterns.describe("ids that only this provider uses: they are evidence of it"),
      shared: patterns.describe("ids that other providers use too"),
      weak: words.describe("ids that are usual words or short: they count only in a file with a host or a library of it"),
      not_video: patterns.describe("ids that match, or that the price book has, but do not generate video"),
    })
    .prefault({}),
  calls: z
    .array(
      z.strictObject({
        name: z.string().describe("the end of the dotted name before the argument list: `fal.subscribe`"),
        model: z
          .union([z.int().min(0), z.string()])
          .default("model")
          .describe("the argument that is the model: its number from 0, or its key"),
        alone: z.boolean().default(false).describe("the name is unique: the file needs no host or library of the provider"),
      }),
    )
    .default([]),
  paths: words.describe("ends of URLs that a job is posted to; `{model}` stands for the id, `*` for one part"),
  polls: words.describe("parts of URLs that request the status of a job: never a call"),
  arguments: argumentNames.prefault({}),
  prompt_flags: argumentNames.omit({ model: true }).prefault({}).describe("flags in the text of the prompt, without their dashes: `dur` of `--dur 5`"),
  sources: z.array(z.url()).default([]).describe("where the shapes were read"),
  examples: z.array(example).min(1),
});
export type Detector = z.output<typeof detectorFile>;

/** The format of `detectors/families.yml`: words in the ids of makers' models, which any seller may use. */
export const familiesFile = z.strictObject({
  families: z.array(
    z.strictObject({
      family: z.string(),
      maker: z.string().describe("the slug of the maker's price file; empty for words that are nobody's"),
      stems: words.describe("what is searched for in bytes: every id of the family starts with one, or has one after a sign"),
      id: pattern.optional().describe("a whole id of the maker, as the maker and other providers write it"),
      within: pattern.describe("the part that appears in longer ids of other providers"),
    }),
  ),
  not_video: z.array(pattern).describe("parts of an id that say that it generates something else"),
});
export type Families = z.output<typeof familiesFile>;

/** The content of `detectors/`. */
export type Detectors = { providers: readonly Detector[]; families: Families };

/** Whether a pattern matches in linear time: it repeats no group and has no look-around or back reference. */
function isBounded(text: string): boolean {
  if (/\)[*+{]|\(\?[=!<]|\\[1-9k]/.test(text)) return false;
  try {
    new RegExp(`^(?:${text})$`, "i");
    return true;
  } catch {
    return false;
  }
}
