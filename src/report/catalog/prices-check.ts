import type { Against, LiteLlmComparison } from "../../catalog/litellm.ts";
import type { Upkeep } from "../../catalog/upkeep.ts";
import { decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import { againstMarkdown, againstText } from "./litellm.ts";
import type { Look } from "./search.ts";
import { upkeepMarkdown, upkeepText } from "./upkeep.ts";

/** The result of `prices check`. `against` is present if another list was given. `findings`: the number of findings to act on. */
export type Checked = { upkeep: Upkeep; against: { file: string; result: Against } | null; findings: number };

/** The report for a terminal. */
export function checkText({ upkeep, against }: Checked, look: Look & { verbose: boolean }): string {
  return `${[...upkeepText(upkeep, look), ...(against ? againstText(against.result, against.file, look) : [])].join("\n")}\n`;
}

/** The same report as Markdown. */
export function checkMarkdown({ upkeep, against }: Checked, verbose: boolean): string {
  return `${[...upkeepMarkdown(upkeep, verbose), ...(against ? againstMarkdown(against.result, against.file, verbose) : [])].join("\n")}\n`;
}

/** The same as JSON, always complete. Compared prices are USD for one second. */
export function checkJson({ upkeep, against, findings }: Checked): string {
  const { date, maxAge, ahead, models, prices, stale, coming, retired } = upkeep;
  return `${JSON.stringify(
    {
      schema: "video-budget/prices-check@1",
      findings,
      date,
      max_age_days: maxAge,
      ahead_days: ahead,
      models,
      prices,
      stale,
      coming,
      retired,
      against: against && {
        file: against.file,
        same: against.result.same.map(comparedJson),
        differs: against.result.differs.map(comparedJson),
        theirs_only: against.result.theirsOnly.map(({ key, provider, theirs }) => ({
          key,
          provider,
          theirs: theirs.map(({ resolution, usd }) => ({ resolution, usd: round(decimal(usd)) })),
        })),
        not_compared: against.result.notCompared,
        ours_only: against.result.oursOnly,
      },
    },
    null,
    2,
  )}\n`;
}

function comparedJson({ theirs, ours, ...row }: LiteLlmComparison): object {
  return { ...row, theirs: round(theirs), ours: round(ours) };
}
