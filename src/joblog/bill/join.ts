import type { Billed, Billing } from "./billing.ts";

/** The rules by which ids of a bill and a log match: equal, ignoring case, without a prefix, or both. */
export type JoinRule = "exact" | "case" | "prefix" | "case-and-prefix";

/** How a bill was matched with a log: by ids and a rule, or by day and model for the reason `why`. */
export type Join =
  | { by: "job"; rule: JoinRule }
  /** `nameless`: most rows have no job id. `common`: most rows have the same id. `foreign`: no id of the bill is in the log. */
  | { by: "day"; why: "nameless" | "common" | "foreign"; id: string };

/** Words that may precede an id: `video_9f`, `job:9f`. */
const WORDS = "job|task|video|prediction|generation|request|operation|id";

/**
 * Decides how the ids of a bill match those of a log, from the ids of some jobs on the bill's days. If at least half of them match exactly,
 * the rule is `exact`; otherwise it is the rule with the most matches.
 * @param providers slugs that may precede an id
 */
export function joinOf(billing: Billing, sample: readonly string[], providers: readonly string[]): Join {
  if (!billing.byJob()) return { by: "day", why: "nameless", id: "" };
  const rules = rulesFor(providers);
  const found = (rule: JoinRule): number => {
    const keys = new Set([...billing.jobs().keys()].map(rules[rule]));
    return sample.filter((id) => keys.has(rules[rule](id))).length;
  };
  const exact = found("exact");
  if (sample.length === 0 || 2 * exact >= sample.length) return { by: "job", rule: "exact" };
  let [best, most]: [JoinRule, number] = ["exact", exact];
  for (const rule of ["case", "prefix", "case-and-prefix"] as const) {
    const number = found(rule);
    if (number > most) [best, most] = [rule, number];
  }
  if (most > 0) return { by: "job", rule: best };
  const common = billing.commonId();
  if (common !== null) return { by: "day", why: "common", id: common };
  return { by: "day", why: "foreign", id: billing.jobs().keys().next().value ?? "" };
}

/** Finds the row of a job by a rule and marks it as matched. Ids of the bill that become equal under the rule match nothing. */
export function rowFinder(billing: Billing, rule: JoinRule, providers: readonly string[]): (job_id: string) => Billed | undefined {
  const mark = (row: Billed | null | undefined): Billed | undefined => {
    if (!row) return undefined;
    row.matched = true;
    return row;
  };
  if (rule === "exact") return (job_id) => mark(billing.jobs().get(job_id));
  const key = rulesFor(providers)[rule];
  const rows = new Map<string, Billed | null>();
  for (const [id, row] of billing.jobs()) rows.set(key(id), rows.has(key(id)) ? null : row);
  return (job_id) => mark(billing.jobs().get(job_id) ?? rows.get(key(job_id)));
}

/** For each rule, the part of an id that must be equal on both sides. */
function rulesFor(providers: readonly string[]): Readonly<Record<JoinRule, (id: string) => string>> {
  const names = providers.map((name) => name.toLowerCase().replace(/[^a-z0-9-]/g, ""));
  const before = new RegExp(`^(?:${[WORDS, ...names].join("|")})[-_.#]`, "i");
  const bare = (id: string): string => id.replace(/^.*[/:|]/, "").replace(before, "");
  return { exact: (id) => id, case: (id) => id.toLowerCase(), prefix: bare, "case-and-prefix": (id) => bare(id).toLowerCase() };
}
