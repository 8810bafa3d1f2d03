import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { exitCode } from "../budget/verdict.ts";
import { WORKLOAD_NAME } from "../manifest/schema.ts";
import { nearest } from "../notation/nearest.ts";
import { inert } from "../report/layout/escape.ts";
import { explain } from "../report/review/explain.ts";
import { toJson } from "../report/review/json.ts";
import { reviewOf } from "./check.ts";
import { type Options, type Terminal, UsageError, write } from "./terminal.ts";

export type ExplainOptions = Options & { workload?: string };

/**
 * `video-budget explain`: every figure of one workload. The argument is a manifest, or the name of a workload of the default manifest. If no workload is
 * named and there are several, it lists them.
 * @returns the exit code of the workload's own state; 0 for a list. @throws UsageError
 */
export async function explainWorkload(argument: string | undefined, options: ExplainOptions, terminal: Terminal): Promise<number> {
  const isName = argument !== undefined && options.workload === undefined && WORKLOAD_NAME.test(argument) && !existsSync(resolve(terminal.cwd, argument));
  const result = await reviewOf(argument === undefined || isName ? [] : [argument], options, terminal);
  const names = [...new Set(result.workloads.flatMap(({ head }) => head?.name ?? []))];
  const wanted = isName ? argument : (options.workload ?? (names.length === 1 ? names[0] : undefined));
  if (wanted === undefined) {
    const lines = names.map((name) => `  ${name}\n`).join("");
    await write(`Workloads:\n${lines || "  none\n"}\nvideo-budget explain NAME explains one of them.\n`, options, terminal);
    return 0;
  }
  if (!names.includes(wanted)) {
    const meant = nearest(wanted, names);
    throw new UsageError(`No workload is named ${inert(wanted)}.${meant ? ` Did you mean ${meant}?` : ""} There are: ${names.join(", ") || "none"}.`);
  }
  const mine = { ...result, workloads: result.workloads.filter(({ head }) => head?.name === wanted) };
  const text = explain(mine, wanted, terminal) ?? "";
  const report = options.format === "json" ? toJson(mine) : options.format === "markdown" ? `\`\`\`text\n${text}\`\`\`\n` : text;
  await write(report, options, terminal);
  const state = mine.workloads[0]?.head?.status;
  return state === "priced" ? 0 : exitCode(state === "unpriced" ? "unpriced" : "invalid");
}
