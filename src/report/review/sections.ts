import type { Estimate } from "../../engine/estimate.ts";
import { type Decimal, ZERO } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import { isUndated } from "../../prices/dated.ts";
import type { Review } from "../../review/result.ts";
import { sourceMarkdown } from "../catalog/source.ts";
import type { Section } from "../layout/assemble.ts";
import { code } from "../layout/escape.ts";
import { cell, clipCount, count, formatMoney, jobPrice, percent, rowsThatAddUp, signedMoney } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { inYaml } from "../layout/value.ts";
import { formula } from "../words/formula.ts";
import { assumptionText, inFull, isOfSeveral, reasonSentence } from "../words/messages.ts";
import { scopeName, VERDICT_WORDS } from "../words/reasons.ts";
import { checkedDay, doubtsOf } from "../words/trust.ts";
import { chanceOf, ifPlanned } from "./headline.ts";
import { changedRows, type Row, type Rows, shownEdits } from "./rows.ts";

/** The sections of a Markdown report. Each function returns an empty list if its section has nothing to show. */

/** At most this many workloads are visible if there is no base. */
const OPEN = 25;

/** A line for each limit, if there is more than one. Lines instead of a table fit on a phone. */
export function budgetSection({ delta }: Rows, { budgets, currency, compared }: Review): Section[] {
  if (budgets.length < 2) return [];
  const several = new Set(budgets.map(({ file }) => file)).size > 1;
  // If every probability has this condition, the heading states it once.
  const allPlanned = budgets.every((one) => one.probability_over === null || one.if_volume_as_planned);
  const isPlanned = allPlanned && budgets.some(({ probability_over }) => probability_over !== null);
  const rows = budgets.map((line) => {
    const { file, scope, head, base, limit, used, figure, complete, probability_over } = line;
    const least = complete ? "" : "≥ ";
    const amount = head === null ? "unpriced" : `${least}${formatMoney(head, currency)}${figure === "expected" ? "" : ` (${figure.toUpperCase()})`}`;
    const moved = compared !== "base" ? "" : `, ${head && base && complete && delta ? signedMoney(head.minus(base), currency) : "change unknown"}`;
    const chance = probability_over === null ? "" : `; chance to go over${ifPlanned(line.if_volume_as_planned && !allPlanned)}: ${chanceOf(probability_over)}`;
    const share = used === null ? "unknown share" : `${least}${percent(used)}`;
    return `- ${several ? `${code(file)} ` : ""}${scopeName(scope)} ${stateOf(line)}: ${amount} of ${formatMoney(limit, currency)}, ${share}${moved}${chance}`;
  });
  return [{ before: [`**Budgets**${isPlanned ? ` (chances:${ifPlanned(true)})` : ""}`, ""], rows, after: [], noun: "budget", asRow: item }];
}

function stateOf({ pre_existing, verdict }: Review["budgets"][number]): string {
  if (pre_existing) return "was already over on the base branch";
  if (verdict === "fail") return "is **over**";
  if (verdict === "warn") return "is close";
  return verdict === "pass" ? "within budget" : VERDICT_WORDS[verdict].title;
}

/** The `top` largest changes. A last row has the change of the total. */
export function changedSection(all: Rows, { currency, compared, date }: Review, top: number): Section[] {
  const changed = changedRows(all);
  if (changed.length === 0 || compared !== "base") return [];
  const shown = changed.slice(0, top);
  const rows = shown.map((row) => {
    const { line, shown: one, delta } = row;
    const edits =
      line.change === "added"
        ? "new"
        : line.change === "removed"
          ? "removed"
          : shownEdits(row)
              .map(
                ({ edit: { path, from, to }, shown: monthly }) =>
                  `${code(path)}${edit(from, to)}${monthly === null || line.changes.length < 2 ? "" : `: ${signedMoney(monthly, currency)}`}`,
              )
              .join("<br>");
    const what = [`${nameOf(one, all)}${model(one, date)}`, edits].filter((part) => part !== "").join("<br>");
    const moved = delta === null ? "unknown" : cell(delta, delta, currency, true);
    const month = monthOf(row, currency);
    return tableRow([month === "" ? moved : `${moved}<br>${line.head?.monthly ? "to" : "now"}\u00a0${month}`, what]);
  });
  const rest = changed.slice(top);
  const sum = rest.every(({ delta }) => delta !== null)
    ? rest.reduce((total, { delta }) => (total === null ? delta : total.plus(delta ?? 0)), rest[0]?.delta?.times(0) ?? null)
    : null;
  const after = [
    ...(rest.length === 0 ? [] : [tableRow([sum ? signedMoney(sum, currency) : "unknown", `${count(rest.length, "more changed workload")}`])]),
    ...(changed.length < 2 ? [] : [tableRow([all.delta ? `**${signedMoney(all.delta.expected, currency)}**` : "unknown", "**Total change**"])]),
  ];
  return [{ before: tableHead(["Monthly change:", "Changed workload"]), rows, after, noun: "changed workload", asRow: oneCell }];
}

/** Every workload of head with the formula of its price. The last row is the total. */
export function workloadSection(all: Rows, { currency, total, date }: Review): Section[] {
  const rows = all.rows
    .filter(({ line }) => line.head !== null)
    .map((row) => () => {
      const { shown: one } = row;
      const terms = one.job ? one.job.terms.map((term) => code(formula(term, currency, one.request), 200)).join("<br>") : "";
      const price = one.job ? `${terms} = ${jobPrice(one.job.amount, currency)}\u00a0a\u00a0job` : "";
      return tableRow([monthOf(row, currency), [`${nameOf(one, all)}${model(one, date)}`, price, jobs(one)].filter((part) => part !== "").join("<br>")]);
    });
  if (rows.length === 0) return [];
  const month = all.monthly === null ? "unpriced" : `${total.complete ? "" : "≥ "}${formatMoney(all.monthly, currency)}`;
  const after = [tableRow([`**${month}**`, "**Total**"])];
  return [{ before: tableHead(["Monthly cost:", "Workload"]), rows, after, noun: "workload", asRow: oneCell }];
}

/** Without a comparison, a few workloads are shown open, because they are the report. */
export function areWorkloadsOpen({ workloads, compared }: Review): boolean {
  return compared !== "base" && workloads.filter(({ head }) => head !== null).length <= OPEN;
}

/** Assumptions about keys that the manifest leaves out, the most expensive first. */
export function assumptionSection({ workloads, currency }: Review): Section[] {
  const all = workloads.flatMap(({ head }) => (head?.assumptions() ?? []).map((one) => ({ name: head?.name ?? "", one, monthly: round(one.monthly) })));
  const rows = all
    // Most comparisons are decided by the floats, which are much faster than decimals.
    .sort((a, b) => b.monthly - a.monthly || b.one.monthly.cmp(a.one.monthly))
    .map(
      ({ name, one, monthly }) =>
        () =>
          `- ${code(name)}: ${assumptionText(one)}${monthly === 0 ? "" : ` That is ${formatMoney(one.monthly, currency)} a month more than the cheapest choice.`}`,
    );
  return rows.length === 0 ? [] : [titled("Assumptions", { before: [], rows, after: [], noun: "assumption", asRow: item })];
}

/** The prices in use, each listed once: source, day of checking and confidence. */
export function priceSection({ workloads, from: { book } }: Review): Section[] {
  const sources = new Map(
    workloads.flatMap(({ head }) => (head?.source && head.job ? [[`${head.source.id} ${head.source.source}`, head.source] as const] : [])),
  );
  const rows = [...sources.values()].map(({ id, source, checked, confidence, stale, notes }) => {
    const sure = confidence === "provider" || confidence === "contract" ? confidence : `**${confidence}**`;
    const day = `${checked === null ? "by contract" : isUndated(checked) ? checkedDay(checked) : `checked ${checkedDay(checked)}`}${stale ? " (old)" : ""}`;
    return `- ${code(id)}: ${sourceMarkdown(source, id, book)}, ${day}, ${sure}${notes === undefined ? "" : `. ${code(notes, 200)}`}`;
  });
  return rows.length === 0 ? [] : [titled("Prices", { before: [], rows, after: [], noun: "price", asRow: item })];
}

/** Exceeded limits, errors and unpriced workloads that base has, too. The report states them but does not blame the change. */
export function preExistingSection({ reasons, workloads, currency, from }: Review): Section[] {
  const known = reasons.filter(({ code: id }) => id === "pre-existing").map((reason) => `- ${reasonSentence(reason, currency, isOfSeveral(from.head))}`);
  const states = workloads.flatMap(({ pre_existing, head }) => (pre_existing && head ? [`- ${code(head.name)} is ${head.status}.`] : []));
  const rows = [...known, ...states];
  if (rows.length === 0) return [];
  const before = ["This change does not need to fix it. On a push or a schedule, where there is no base to compare with, it fails.", ""];
  return [titled("Problems already on the base branch", { before, rows, after: [], noun: "line", asRow: item })];
}

/** Every problem with its place and remedy; errors first. */
export function problemSection({ problems }: Review): Section[] {
  const order = { error: 0, warning: 1, note: 2 };
  const rows = [...problems]
    // Old prices are one line under the figures, and a problem of their own only if the policy says so.
    .filter(({ code: id, severity }) => !(id === "stale-price" && severity === "note"))
    .sort((a, b) => order[a.severity] - order[b.severity])
    .map((problem) => () => `- ${problem.severity} at ${code(`${problem.file}:${problem.line}:${problem.column}`, 200)}: ${inFull(problem)}`);
  return rows.length === 0 ? [] : [{ before: [], rows, after: [], noun: "problem", asRow: item }];
}

/** What is paid, if it differs from what is used: whole packs, fees, one-time credit. */
export function cashSection({ accounts, currency }: Review): Section[] {
  const rows = accounts
    .filter(({ usage, cash, first_month }) => cash === null || first_month === null || !cash.eq(usage) || !first_month.eq(cash))
    .map(({ provider, usage, bundle_remainder, beyond_plan, fees, cash, first_month }) => {
      const beyond = beyond_plan ?? ZERO;
      const money = (amount: Decimal | null): string => (amount ? formatMoney(amount, currency) : "unknown");
      const expired = bundle_remainder?.minus(beyond) ?? null;
      const known = [usage, expired, fees, beyond].filter((part) => part !== null);
      const [use, unused, fee, more = ZERO] = cash && known.length === 4 ? rowsThatAddUp(known, cash.round(2, 1)) : [usage, expired, fees, beyond];
      const parts = [
        `${money(use ?? null)} of use`,
        ...(beyond.eq(0) || unused?.gt(0) ? [`${money(unused ?? null)} expires unused`] : []),
        ...(more?.gt(0) ? [`${money(more)} more for use beyond the plan`] : []),
        ...(more?.lt(0) ? [`${money(more.abs())} less for use beyond the plan`] : []),
        `${money(fee ?? null)} of fees`,
        `first month ${money(first_month)}`,
      ];
      return tableRow([money(cash), `${code(provider)}<br>${parts.join("<br>")}`]);
    });
  if (rows.length === 0) return [];
  return [
    titled("What is paid", {
      before: tableHead(["Paid a month:", "Provider"]),
      rows,
      after: [],
      noun: "account",
      asRow: oneCell,
    }),
  ];
}

function titled(title: string, section: Section): Section {
  return { ...section, before: [`**${title}**`, "", ...section.before] };
}

function oneCell(text: string): string {
  return tableRow([text]);
}

function item(text: string): string {
  return `- ${text}`;
}

function nameOf({ name, file }: Estimate, { severalFiles }: Rows): string {
  return `${code(name)}${severalFiles ? `<br>${code(file)}` : ""}`;
}

/** Provider and model, and a note on a price that is old or not the provider's own. */
function model({ keys, source }: Estimate, date: string): string {
  if (!keys) return "";
  const doubts = source ? doubtsOf(source, date) : [];
  return `<br>${modelId(keys.model)} at ${code(keys.provider)}${doubts.length === 0 ? "" : `<br>price: ${doubts.join(", ")}`}`;
}

/** The most characters of an id that fit in a cell on a phone. */
const ROOM = 22;

/** A model id. A longer id is in small print. Otherwise GitHub would break an id of 25 characters after a hyphen, beside an amount such as $44,160.00. */
function modelId(model: string): string {
  return model.length > ROOM ? `<small>${code(model, 120)}</small>` : code(model, 120);
}

function monthOf({ line, monthly }: Row, currency: string): string {
  if (line.change === "removed" || !line.head) return "";
  const { head } = line;
  if (!head.monthly || !monthly) return `**${head.status}**`;
  const bound = head.job?.bound === "upper" ? "≤ " : head.job?.bound === "lower" ? "≥ " : "";
  return `${bound}${cell(monthly, head.monthly, currency)}`;
}

function jobs({ plan }: Estimate): string {
  if (!plan) return "";
  const clips = `${clipCount(plan.clips)} ${plan.clips === 1 ? "clip" : "clips"}`;
  return `${clips} × ${count(plan.takes, "take")}${plan.count === 1 ? "" : ` / ${count(plan.count, "output")} of a job`}`;
}

function edit(from: unknown, to: unknown): string {
  if (from === null && to === null) return "";
  const shown = (value: unknown): string => (inYaml(value) === "nothing" ? "nothing" : code(inYaml(value), 80));
  return ` ${shown(from)} → ${shown(to)}`;
}
