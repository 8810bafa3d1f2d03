import { exitCode } from "../budget/verdict.ts";
import { nearest } from "../notation/nearest.ts";
import { explain } from "../report/review/explain.ts";
import { toJson } from "../report/review/json.ts";
import { reviewOf } from "./check.ts";
import { type Options, type Terminal, UsageError, write } from "./terminal.ts";

/** `video-budget explain`: every figure of one workload. @returns the exit code of its own state. @throws UsageError */
export async function explainWorkload(manifest: string | undefined, options: Options & { workload: string }, terminal: Terminal): Promise<number> {
  const result = await reviewOf(manifest === undefined ? [] : [manifest], options, terminal);
  const names = result.workloads.flatMap(({ head }) => head?.name ?? []);
  if (!names.includes(options.workload)) {
    const meant = nearest(options.workload, names);
    throw new UsageError(`No workload is named ${options.workload}.${meant ? ` Did you mean ${meant}?` : ""} There are: ${names.join(", ") || "none"}.`);
  }
  const mine = { ...result, workloads: result.workloads.filter(({ head }) => head?.name === options.workload) };
  const text = explain(mine, options.workload, terminal) ?? "";
  const report = options.format === "json" ? toJson(mine) : options.format === "markdown" ? `\`\`\`text\n${text}\`\`\`\n` : text;
  await write(report, options, terminal);
  const state = mine.workloads[0]?.head?.status;
  return state === "priced" ? 0 : exitCode(state === "unpriced" ? "unpriced" : "invalid");
}
