import type { Repriced } from "../../../lock/repricing.ts";
import { round } from "../../../money/round.ts";
import type { Review } from "../../../review/result.ts";
import { rowText, type Section } from "../../layout/assemble.ts";
import { code, inert } from "../../layout/escape.ts";
import { formatMoney, jobPrice, signedMoney } from "../../layout/format.ts";
import { tableHead, tableRow } from "../../layout/table.ts";

/** Price changes since the lock, always visible: the price of one job then and now, and the effect on the monthly cost. The largest effect comes first. */
export function repricingSection(review: Review): Section[] {
  const { repricing, currency, total } = review;
  const moved = movedOf(review);
  if (!repricing || moved.length === 0) return [];
  const rows = moved.map((one) => tableRow([code(one.name), code(one.id), jobThenAndNow(one, currency), monthly(one, currency)]));
  const sum = total.repricing === null ? "unknown" : signedMoney(total.repricing, currency);
  return [
    {
      before: [
        `**Prices that changed since the lock of ${repricing.since}**, apart from what this change edits`,
        "",
        ...tableHead(["Workload", "Price", "Cost per job:", "Monthly cost:"]),
      ],
      rows,
      after: [tableRow(["**All of them**", "", "", `**${sum}**`])],
      noun: "price",
      asRow: (text) => tableRow([text, "", "", ""]),
    },
  ];
}

/** The price changes as lines of text. */
export function repricingLines(review: Review): string[] {
  const { repricing, currency, total } = review;
  const moved = movedOf(review);
  if (!repricing || moved.length === 0) return [];
  const lines = moved.map((one) => `${inert(one.name)}: ${inert(one.id)}, ${jobThenAndNow(one, currency)} a job, ${monthly(one, currency)} a month`);
  return [...lines, ...(moved.length < 2 ? [] : [`All of them: ${total.repricing === null ? "unknown" : signedMoney(total.repricing, currency)} a month`])];
}

/** The issue that a scheduled run keeps open while prices differ from the lock. `text` is null if no price differs. */
export function repricingIssue(review: Review, run: string): { title: string; text: string | null } {
  const [section] = repricingSection(review);
  const { repricing, total, currency } = review;
  const sum = total.repricing === null ? "by an unknown amount" : `${signedMoney(total.repricing, currency)} a month`;
  const title = `Video Budget: prices changed since the lock, ${sum}`;
  if (!section || !repricing) return { title, text: null };
  const rows = section.rows.slice(0, ISSUE_ROWS).map(rowText);
  const left = section.rows.length - rows.length;
  const after = [...(left > 0 ? [tableRow([`${left} more`, "", "", ""])] : []), ...section.after];
  const todo =
    "Compare the new prices with their sources. To accept them, run `video-budget lock` and commit the lock. The next scheduled run then closes this issue.";
  const link = /^https?:\/\/[\w.:/-]+$/.test(run) ? [`<sub>Video Budget: prices of ${review.date} · [run](${run})</sub>`] : [];
  return { title, text: [...section.before, ...rows, ...after, "", todo, "", ...link].join("\n") };
}

/** The most rows in an issue. They stay below GitHub's size limit even with the longest names. */
const ISSUE_ROWS = 100;

function movedOf({ workloads }: Review): Repriced[] {
  const moved = workloads.flatMap(({ repriced }) => repriced ?? []);
  return [...moved].sort((a, b) => (a.monthly && b.monthly ? b.monthly.abs().cmp(a.monthly.abs()) : Number(a.monthly !== null) - Number(b.monthly !== null)));
}

/** The price of one job then and now: `$0.50 → $0.60`. A price that no longer exists is "no price", never 0. */
export function jobThenAndNow({ was, now }: Pick<Repriced, "was" | "now">, currency: string): string {
  return `${jobPrice(was, currency)} → ${now ? jobPrice(now, currency) : "no price"}`;
}

function monthly({ monthly: amount }: Repriced, currency: string): string {
  return amount === null ? "unknown" : round(amount) === 0 ? formatMoney(amount, currency) : signedMoney(amount, currency);
}
