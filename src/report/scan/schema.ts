import * as z from "zod";
import { HINTS, PARAMETERS, ROLES, type Role } from "../../scan/finding.ts";

/** The shape of the JSON report of `scan`, for the JSON Schema and the tests. */

const line = z.int().positive();
const value = z.union([z.string(), z.number(), z.boolean()]);
const parameter = z.strictObject({
  value: value.nullable().describe("The first literal, where there are several"),
  from: z.enum(["literal", "default", "dynamic", "not-sent"]),
  file: z.string().nullable(),
  line: line.nullable(),
  values: z
    .array(z.strictObject({ value, file: z.string(), line }))
    .optional()
    .describe("Where several literals are not one value in one file: each value of each file"),
});

/** One model of one provider with which code makes video. */
export const findingSchema = z.strictObject({
  provider: z.string().describe("The slug of a price file, or unknown"),
  providers: z.array(z.string()).describe("All possible providers"),
  model: z.string().nullable().describe("null if the code decides it at run time, or the API takes none"),
  dynamic: z.string().nullable().describe("What decides the model, if it is null"),
  priced: z.boolean(),
  confidence: z.enum(["call", "constant", "mention"]),
  parameters: z.partialRecord(z.enum(PARAMETERS), parameter),
  places: z.array(z.strictObject({ file: z.string(), line, role: z.enum(Object.keys(ROLES) as [Role, ...Role[]]) })).min(1),
  hints: z.strictObject({
    max_attempts: z.int().positive().optional(),
    give_up_after: z.number().positive().optional().describe("Seconds"),
    notes: z.array(z.strictObject({ kind: z.enum(HINTS), file: z.string(), line, value: z.number().nullable() })),
  }),
  manifest: z.string().nullable().describe("The nearest manifest upward"),
  fingerprint: z.string(),
  job_price: z.number().nullable().describe("One job with what the code says and the provider's defaults, in USD"),
  declared_by: z.array(z.string()).describe("Workloads that declare it"),
});

export const scanReport = z.strictObject({
  schema: z.literal("video-budget/scan@1"),
  files: z.int().nonnegative().describe("Files that were seen, whether read or left out"),
  findings: z.array(findingSchema),
  ignored: z.array(z.strictObject({ file: z.string(), line, text: z.string(), reason: z.string() })),
  left_out: z.record(z.string(), z.int().positive()).describe("Places and files that are no finding, by reason"),
});
