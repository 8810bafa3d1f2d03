import type { Override } from "../../../budget/override.ts";
import type { Reason } from "../../../budget/reason.ts";
import type { Control } from "../../../control/control.ts";
import type { EditedLimit, LimitUnder, Review } from "../../../review/result.ts";
import type { Section } from "../../layout/assemble.ts";
import { code } from "../../layout/escape.ts";
import { count, formatMoney } from "../../layout/format.ts";
import { isOfSeveral, reasonSentence } from "../../words/messages.ts";
import { VERDICT_WORDS } from "../../words/reasons.ts";

/** Lines about the settings that apply to a change: controls that it edits, a new manifest, an override. */
export function controlLines(review: Review): string[] {
  const { reasons, currency, controls, override, from } = review;
  const said = (id: Reason["code"]): string[] =>
    reasons.filter(({ code: one }) => one === id).map((reason) => reasonSentence(reason, currency, isOfSeveral(from.head)));
  return [
    ...said("overridden"),
    ...said("controls-changed"),
    ...(controls?.limits ?? []).map((limit) => editedLimit(limit, isOfSeveral(from.head))),
    ...(controls?.changed ?? []).flatMap(effect),
    ...said("manifest-new"),
    ...(override === null || override.state === "granted" ? [] : [overrideSentence(override)]),
  ];
}

/** The heading: edited settings, or an override. */
export function controlTitle({ controls, reasons }: Review): string {
  const isEdited = controls !== null || reasons.some(({ code: id }) => id === "controls-changed" || id === "manifest-new");
  return isEdited ? "Budget settings changed" : "Override";
}

/** The same lines as a section of a comment, always visible. */
export function controlSection(review: Review): Section[] {
  const rows = controlLines(review).map((line) => `- ${line}`);
  return rows.length === 0 ? [] : [{ before: [`**${controlTitle(review)}**`, ""], rows, after: [], noun: "line", asRow: (text) => `- ${text}` }];
}

/** A limit before and after, with the verdict under each: `$1,000.00 → $9,000.00`. */
function editedLimit({ file, scope, base, own }: EditedLimit, several: boolean): string {
  const amount = (under: LimitUnder | null): string => (under ? formatMoney(under.limit, under.currency) : "no limit");
  const verdict = (under: LimitUnder | null): string => (under ? VERDICT_WORDS[under.verdict].title : "no limit");
  const whose = several ? `${code(file)}: ` : "";
  return `${whose}Limit of the ${scope === "total" ? "total" : `scope ${code(scope)}`}: ${amount(base)} → ${amount(own)} a month. The base branch allows ${amount(base)}: ${verdict(base)}. This change proposes ${amount(own)}: ${verdict(own)}.`;
}

/** At most this many workloads are named; the others are counted. */
const NAMED = 5;

/** The consequence of an edited control, if its name does not explain it. */
function effect({ file, what, workloads }: Control): string[] {
  const names = workloads.slice(0, NAMED).map((name) => code(name));
  const named = workloads.length > NAMED ? `${names.join(", ")} and ${count(workloads.length - NAMED, "other")}` : names.join(", ");
  const where = code(file);
  switch (what) {
    case "path":
      return [`${where}: it is not where the base branch has it, or differs from what the base branch reads. The base branch's limits still apply.`];
    case "moved":
      return workloads.length === 0
        ? [`${where} is gone: what it included still counts toward its limits.`]
        : [`${where}: ${named} moved to another manifest and still ${workloads.length === 1 ? "counts" : "count"} toward the limits of this one.`];
    case "price-files":
    case "prices":
      return [`${where}: its price files are compared with the base branch's prices, and the higher price counts.`];
    case "price":
      return [`${where}: the contract price of ${named} is compared with the base branch's price, and the higher one counts.`];
    default:
      return [];
  }
}

/** How a failing change can be overridden, or why the label does not count. */
function overrideSentence(override: Exclude<Override, { state: "granted" }>): string {
  const { rule } = override;
  const who = `someone with the role ${rule.min_role} or higher${rule.by_author ? "" : ", other than the author,"}`;
  const label = code(rule.label);
  if (override.state === "absent")
    return `To override it, ${who} adds the label ${label}. If that starts no run (the workflow has no ${code("types: [labeled, unlabeled]")}), re-run this one.`;
  const { why, by, role } = override;
  const adder = by === null ? "somebody" : code(by);
  const again = `For it to count, ${who} removes the label and adds it again; if that starts no run, re-run this one.`;
  switch (why) {
    case "role":
      return `The label ${label} does not count: ${adder} added it and has the role ${code(role ?? "none")}. ${again}`;
    case "author":
      return `The label ${label} does not count: ${adder}, the author, added it. ${again}`;
    case "dearer":
      return `The label ${label} no longer counts: ${adder} added it to an earlier commit, and this one costs more or breaks more. ${again}`;
    case "commit":
      return `The label ${label} does not count: ${adder} added it, and GitHub does not show that this commit existed by then. ${again}`;
    case "unknown":
      return `The label ${label} does not count: GitHub does not say who added it, or what role they have. ${again}`;
  }
}
