import { InvalidArgumentError, Option } from "commander";
import { GROUP_KEYS, type GroupKey } from "../../rollup/groups.ts";
import type { RollUpOptions } from "../rollup.ts";
import { command, type Declaring } from "./command.ts";

/** The command that combines the reports of many repositories. */
export function declareRollUp({ program, end, terminal }: Declaring): void {
  command(program, "rollup", "combine the reports of many repositories, by team, owner and provider, against one budget")
    .argument("[reports...]", "JSON reports (check --format json, or the action's report-json): paths or globs")
    .option("--manifest <file>", "the file with the budget for all of them and the list of reports (include_reports)")
    .addOption(
      new Option("--group-by <key>", `tag:NAME, ${GROUP_KEYS.join(", ")}; repeatable (default: owner, provider and every tag)`)
        .argParser(keyOf)
        .default([], "none"),
    )
    .action(async (reports: string[], options: RollUpOptions) => {
      const { rollUpReports } = await import("../rollup.ts");
      end(await rollUpReports(reports, options, terminal(options)));
    });
}

function keyOf(text: string, before: readonly GroupKey[]): GroupKey[] {
  const isKey = (GROUP_KEYS as readonly string[]).includes(text) || /^tag:./.test(text);
  if (!isKey) throw new InvalidArgumentError(`It must be one of ${GROUP_KEYS.join(", ")}, or a tag as tag:team.`);
  return [...before, text as GroupKey];
}
