import { type Override, type OverrideRule, overrideRules } from "../budget/override.ts";
import { exitCode } from "../budget/verdict.ts";
import type { Client } from "../github/client.ts";
import type { RunContext } from "../github/context.ts";
import { type Given, readOverride } from "../github/override.ts";
import { isCovered } from "../review/covers.ts";
import type { Review } from "../review/result.ts";
import type { Read } from "./read.ts";

/** How GitHub is asked about an override. */
type Asked = {
  client: Client;
  context: Pick<RunContext, "pull" | "group">;
  /** The review of another commit of the change, under the same controls. */
  judgedAt: (commit: string) => Promise<Review>;
};

/**
 * Whether a label overrides a failing change, as base's policy allows. GitHub is asked only
 * if the change fails and base has an override. If GitHub does not answer, there is no override.
 */
export async function withOverride(
  result: Review,
  { head, base, underBase, renamed }: Read,
  { client, context: { pull, group }, judgedAt }: Asked,
): Promise<Review> {
  const number = pull?.number ?? group?.pull ?? null;
  if (exitCode(result.verdict) === 0 || number === null || !base) return result;
  const isBase = result.controls?.stands === "base" && underBase !== null;
  const rules = overrideRules(result.reasons, isBase ? underBase.side : head, base, isBase ? underBase.renamed : renamed);
  if (!rules) return result;
  const found: Override[] = [];
  for (const rule of rules) found.push(await decided(rule));
  const override = found.find(({ state }) => state !== "granted") ?? found[0] ?? null;
  if (override?.state !== "granted") return { ...result, override };
  const { by, at, rule } = override;
  const [reason] = result.reasons;
  const overridden = {
    code: "overridden",
    level: "pass",
    file: reason?.file ?? "",
    scope: null,
    limit: null,
    value: null,
    figure: null,
    args: { by, at, label: rule.label },
  } as const;
  return { ...result, reasons: [...result.reasons, overridden], override };

  async function decided(rule: OverrideRule): Promise<Override> {
    try {
      return await stateOf(await readOverride(client, number as number, rule, pull ?? "queued"), rule);
    } catch (error) {
      // GitHub does not answer: verdict and exit state stay as they are.
      if (!(error instanceof Error && "status" in error)) throw error;
      return { rule, state: "refused", by: null, why: "unknown", role: null };
    }
  }

  async function stateOf(given: Given, rule: OverrideRule): Promise<Override> {
    if (given.state !== "given") return { rule, ...given };
    const { by, at, on, head: newest } = given;
    // The commit that this run judges: in the merge queue the newest head, otherwise the head of the event, which may be older.
    const judged = pull?.headSha ?? newest;
    if (on === judged) return { rule, state: "granted", by, at, commit: on };
    if (on === null) return { rule, state: "refused", by, why: "commit", role: null };
    const covers = isCovered(result, await judgedAt(on));
    return covers ? { rule, state: "granted", by, at, commit: on } : { rule, state: "refused", by, why: "dearer", role: null };
  }
}
