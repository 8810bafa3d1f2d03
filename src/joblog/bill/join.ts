import type { Billed, Billing } from "./billing.ts";

/** The rules by which ids of a bill and a log match: equal, ignoring case, without a prefix, or both. */
export type JoinRule = "exact" | "case" | "prefix" | "case-and-prefix";

/** How a bill and a log were joined: by a rule for ids, or by day and model, and why that. */
export type Join =
  | { by: "job"; rule: JoinRule }
  /** `nameless`: most rows name no job. `common`: one id carries most rows. `foreign`: no id of the bill is one of the log's. */
  | { by: "day"; why: "nameless" | "common" | "foreign"; id: string };

/** Prefixes of an id that do not belong to it: `video_9f`, `job:9f`, `acme:9f`, `models/x/operations/9f`. */
const WORDS = "job|task|video|prediction|generation|request|operation|id";

/**
 * Decides how the ids of a bill are those of a log, from the ids of some jobs of the bill's days: as they are where half of
 * them or more are found so; else by the rule that finds the most.
 * @param providers the slugs that may be before an id
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

/** Looks up the row of a job by a rule, and marks it as found. Ids of the bill that the rule makes equal match nothing. */
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

/** Of each rule, what of an id must be the same on both sides. */
function rulesFor(providers: readonly string[]): Readonly<Record<JoinRule, (id: string) => string>> {
  const names = providers.map((name) => name.toLowerCase().replace(/[^a-z0-9-]/g, ""));
  const before = new RegExp(`^(?:${[WORDS, ...names].join("|")})[-_.#]`, "i");
  const bare = (id: string): string => id.replace(/^.*[/:|]/, "").replace(before, "");
  return { exact: (id) => id, case: (id) => id.toLowerCase(), prefix: bare, "case-and-prefix": (id) => bare(id).toLowerCase() };
}
