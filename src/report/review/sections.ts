import type { Estimate } from "../../engine/estimate.ts";
import type { Review } from "../../review/result.ts";
import { sourceMarkdown } from "../catalog/source.ts";
import type { Section } from "../layout/assemble.ts";
import { code } from "../layout/escape.ts";
import { cell, count, formatMoney, jobPrice, percent, quantity, signedMoney } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { inYaml } from "../layout/value.ts";
import { formula } from "../words/formula.ts";
import { assumptionText, inFull, isOfSeveral, reasonSentence } from "../words/messages.ts";
import { scopeName, VERDICT_WORDS } from "../words/reasons.ts";
import { checkedDay, doubtsOf } from "../words/trust.ts";
import { chanceOf, ifPlanned } from "./headline.ts";
import { changedRows, type Row, type Rows } from "./rows.ts";

/** Parts of a Markdown report, as sections that can be cut at a row; each is empty where it has nothing to say. */

/** At most this many workloads are in sight where there is no base. */
const OPEN = 25;

/** Every limit, where there is more than one. */
export function budgetSection({ delta }: Rows, { budgets, currency, compared }: Review): Section[] {
  if (budgets.length < 2) return [];
  const several = new Set(budgets.map(({ file }) => file)).size > 1;
  const based = compared === "base";
  const chances = budgets.some(({ probability_over }) => probability_over !== null);
  // Said once, in the heading, where it holds of every chance in the column.
  const allPlanned = budgets.every((one) => one.probability_over === null || one.if_volume_as_planned);
  const rows = budgets.map(({ file, scope, head, base, limit, used, figure, complete, verdict, pre_existing, probability_over, if_volume_as_planned }) => {
    const least = complete ? "" : "≥ ";
    return tableRow([
      `${several ? `${code(file)} ` : ""}${scopeName(scope)}`,
      pre_existing
        ? "broken at base already"
        : verdict === "fail"
          ? "**over**"
          : verdict === "warn"
            ? "close"
            : verdict === "pass"
              ? "holds"
              : VERDICT_WORDS[verdict].title,
      head === null ? "unpriced" : `${least}${formatMoney(head, currency)}${figure === "expected" ? "" : ` (${figure.toUpperCase()})`}`,
      formatMoney(limit, currency),
      used === null ? "unknown" : `${least}${percent(used)}`,
      ...(chances ? [probability_over === null ? "none declared" : `${chanceOf(probability_over)}${ifPlanned(if_volume_as_planned && !allPlanned)}`] : []),
      ...(based ? [head && base && complete && delta ? signedMoney(head.minus(base), currency) : "unknown"] : []),
    ]);
  });
  return [
    {
      before: tableHead([
        "Budget",
        "State",
        "Projected:",
        "Limit:",
        "Used:",
        ...(chances ? [`Chance to go over${ifPlanned(allPlanned)}:`] : []),
        ...(based ? ["Change:"] : []),
      ]),
      rows,
      after: [],
      noun: "budget",
      asRow: oneCell,
    },
  ];
}

/** What a change did, the largest first; `top` of them. The last row adds up to the change of the total. */
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
          : line.changes
              .map(
                ({ path, from, to, monthly }) =>
                  `${code(path)}${edit(from, to)}${monthly === null || line.changes.length < 2 ? "" : `: ${signedMoney(monthly, currency)}`}`,
              )
              .join("<br>");
    return tableRow([nameOf(one, all), model(one, date), edits, monthOf(row, currency), delta === null ? "unknown" : cell(delta, delta, currency, true)]);
  });
  const rest = changed.slice(top);
  const sum = rest.every(({ delta }) => delta !== null)
    ? rest.reduce((total, { delta }) => (total === null ? delta : total.plus(delta ?? 0)), rest[0]?.delta?.times(0) ?? null)
    : null;
  const after = [
    ...(rest.length === 0 ? [] : [tableRow([`${count(rest.length, "more changed workload")}`, "", "", "", sum ? signedMoney(sum, currency) : "unknown"])]),
    ...(changed.length < 2 ? [] : [tableRow(["**Total change**", "", "", "", all.delta ? `**${signedMoney(all.delta.expected, currency)}**` : "unknown"])]),
  ];
  return [{ before: tableHead(["Changed workload", "Model", "What changed", "A month:", "Change:"]), rows, after, noun: "changed workload", asRow: oneCell }];
}

/** Every workload of head with the formula of its price; the last row is the total. */
export function workloadSection(all: Rows, { currency, total, compared, date }: Review): Section[] {
  const rows = all.rows
    .filter(({ line }) => line.head !== null)
    .map((row) => {
      const { shown: one } = row;
      return tableRow([
        nameOf(one, all),
        model(one, date),
        one.job ? one.job.terms.map((term) => code(formula(term, currency, one.request), 200)).join("<br>") : "",
        one.job ? jobPrice(one.job.amount, currency) : "",
        jobs(one),
        monthOf(row, currency),
      ]);
    });
  if (rows.length === 0) return [];
  const month = all.monthly === null ? "unpriced" : `${total.complete ? "" : "≥ "}${formatMoney(all.monthly, currency)}`;
  const after = [tableRow(["**Total**", "", "", "", "", `**${month}**`])];
  // With nothing to compare with, a few workloads are the report.
  const open = compared !== "base" && rows.length <= OPEN;
  return [
    folded(
      `All workloads (${rows.length})`,
      { before: tableHead(["Workload", "Model", "Price of a job", "A job:", "Clips × takes:", "A month:"]), rows, after, noun: "workload", asRow: oneCell },
      open,
    ),
  ];
}

/** What was assumed where the manifest says nothing, the dearest first. */
export function assumptionSection({ workloads, currency }: Review): Section[] {
  const all = workloads.flatMap(({ head }) => (head?.assumptions ?? []).map((one) => ({ name: head?.name ?? "", one })));
  const rows = all
    .sort((a, b) => b.one.monthly.cmp(a.one.monthly))
    .map(
      ({ name, one }) =>
        `- ${code(name)}: ${assumptionText(one)}${one.monthly.eq(0) ? "" : ` That is ${formatMoney(one.monthly, currency)} a month more than the cheapest choice.`}`,
    );
  return rows.length === 0 ? [] : [folded(`Assumptions (${rows.length})`, { before: [], rows, after: [], noun: "assumption", asRow: item })];
}

/** Each price that was used once: where and when it was read, and how sure it is. */
export function priceSection({ workloads, from: { book } }: Review): Section[] {
  const sources = new Map(
    workloads.flatMap(({ head }) => (head?.source && head.job ? [[`${head.source.id} ${head.source.source}`, head.source] as const] : [])),
  );
  const rows = [...sources.values()].map(({ id, source, checked, confidence, stale, notes }) =>
    tableRow([
      code(id),
      sourceMarkdown(source, id, book),
      `${checked === null ? "by contract" : checkedDay(checked)}${stale ? " (old)" : ""}`,
      confidence === "provider" || confidence === "contract" ? confidence : `**${confidence}**`,
      notes === undefined ? "" : code(notes, 200),
    ]),
  );
  return rows.length === 0
    ? []
    : [
        folded(`Prices (${rows.length})`, {
          before: tableHead(["Price", "Read at", "Checked", "Confidence", "Notes"]),
          rows,
          after: [],
          noun: "price",
          asRow: oneCell,
        }),
      ];
}

/** What base had already broken: it is said, and not held against the change, which has nothing to do about it. */
export function preExistingSection({ reasons, workloads, currency, from }: Review): Section[] {
  const broken = reasons.filter(({ code: id }) => id === "pre-existing").map((reason) => `- ${reasonSentence(reason, currency, isOfSeveral(from.head))}`);
  const states = workloads.flatMap(({ pre_existing, head }) => (pre_existing && head ? [`- ${code(head.name)} is ${head.status}.`] : []));
  const rows = [...broken, ...states];
  if (rows.length === 0) return [];
  const before = ["It needs nothing from this change. Where there is no base to compare with, as on a push or a schedule, it fails.", ""];
  return [folded("Broken at base already", { before, rows, after: [], noun: "line", asRow: item })];
}

/** Every problem with its place and remedy; errors first. */
export function problemSection({ problems }: Review): Section[] {
  const order = { error: 0, warning: 1, note: 2 };
  const rows = [...problems]
    // These are one line under the figures; an old price is more only where the policy says so.
    .filter(({ code: id, severity }) => !(id === "stale-price" && severity === "note"))
    .sort((a, b) => order[a.severity] - order[b.severity])
    .map((problem) => `- ${problem.severity} at ${code(`${problem.file}:${problem.line}:${problem.column}`, 200)}: ${inFull(problem)}`);
  return rows.length === 0 ? [] : [folded(`Problems (${rows.length})`, { before: [], rows, after: [], noun: "problem", asRow: item })];
}

/** What is paid, where that is not what is used: whole packs, fees, once-only credit. */
export function cashSection({ accounts, currency }: Review): Section[] {
  const rows = accounts
    .filter(({ usage, cash, first_month }) => cash === null || first_month === null || !cash.eq(usage) || !first_month.eq(cash))
    .map((line) =>
      tableRow([
        code(line.provider),
        ...[line.usage, line.bundle_remainder, line.fees, line.cash, line.first_month].map((amount) => (amount ? formatMoney(amount, currency) : "unknown")),
      ]),
    );
  if (rows.length === 0) return [];
  return [
    folded("What is paid", {
      before: tableHead(["Provider", "Use:", "Expires unused:", "Fees:", "Paid a month:", "First month:"]),
      rows,
      after: [],
      noun: "account",
      asRow: oneCell,
    }),
  ];
}

function folded(title: string, { before, after, ...rest }: Section, open = false): Section {
  return { ...rest, before: [`<details${open ? " open" : ""}><summary>${title}</summary>`, "", ...before], after: [...after, "", "</details>"] };
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

/** Provider and model, and a word on a price that is not the provider's own of these months. */
function model({ keys, source }: Estimate, date: string): string {
  if (!keys) return "";
  const doubts = source ? doubtsOf(source, date) : [];
  return `${code(`${keys.provider}/${keys.model}`)}${doubts.length === 0 ? "" : `<br>price: ${doubts.join(", ")}`}`;
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
  return `${quantity(plan.clips)} × ${quantity(plan.takes)}${plan.count === 1 ? "" : ` / ${quantity(plan.count)}`}`;
}

function edit(from: unknown, to: unknown): string {
  if (from === null && to === null) return "";
  const shown = (value: unknown): string => (inYaml(value) === "nothing" ? "nothing" : code(inYaml(value), 80));
  return ` ${shown(from)} → ${shown(to)}`;
}
