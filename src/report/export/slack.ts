import type { WorkloadGroup } from "../../review/groups.ts";
import type { Review } from "../../review/result.ts";
import { code, inert } from "../layout/escape.ts";
import { cell, formatMoney, signedMoney } from "../layout/format.ts";
import { requiredActions } from "../review/actions.ts";
import { headline } from "../review/headline.ts";
import { changedRows, rowsOf } from "../review/rows.ts";
import { groupLabel } from "./group-label.ts";

/** The most characters of the whole message. */
const LIMIT = 3000;
/** Slack refuses a header above 150 characters and a section above 3,000. */
const HEADER = 150;
/** A longer line of a list is cut. */
const LINE = 600;

/**
 * The report as a message in Slack's Block Kit, for a webhook: verdict, figures, required actions, largest changes.
 * It has at most 3,000 characters. Lines that do not fit are counted instead.
 */
export function toSlack(review: Review, groups: readonly WorkloadGroup[] = []): string {
  const { sign, title, sentence } = headline(review);
  const said = `${sign} Video budget: ${title}`;
  const foot = context(`Prices of ${review.date}`);
  const blocks: object[] = [{ type: "header", text: { type: "plain_text", text: cut(said, HEADER) } }, section(cut(mrkdwn(sentence), LINE))];
  const message = (): object => ({ text: said, blocks: [...blocks, foot] });
  for (const lines of [actionLines(review), changeLines(review), groupLines(review, groups)]) {
    const kept: string[] = [];
    const block = (shown: readonly string[]): object => section(shown.join("\n"));
    const fits = (shown: readonly string[]): boolean => JSON.stringify({ text: said, blocks: [...blocks, block(shown), foot] }).length <= LIMIT;
    for (const [index, line] of lines.entries()) {
      const left = lines.length - index - 1;
      if (!fits([...kept, line, ...(left > 0 ? [more(left)] : [])])) {
        if (kept.length > 0 && fits([...kept, more(left + 1)])) kept.push(more(left + 1));
        break;
      }
      kept.push(line);
    }
    if (kept.length > 0) blocks.push(block(kept));
  }
  return `${JSON.stringify(message())}\n`;
}

function actionLines(review: Review): string[] {
  return requiredActions(review, "message")
    .filter(({ reason }) => reason.code !== "pre-existing")
    .map(({ says, todo }) => cut(mrkdwn(`• ${[says, ...todo].join(" ")}`), LINE));
}

function changeLines(review: Review): string[] {
  if (review.compared !== "base") return [];
  return changedRows(rowsOf(review)).map(({ shown, delta }) =>
    mrkdwn(`• ${code(shown.name)}: ${delta === null ? "unknown" : cell(delta, delta, review.currency, true)}`),
  );
}

function groupLines({ currency }: Review, groups: readonly WorkloadGroup[]): string[] {
  return groups.map((group) => {
    const { figures, base_figures, complete } = group;
    const month = figures ? `${complete ? "" : "at least "}${formatMoney(figures.expected, currency)} a month` : "unpriced";
    const moved = figures && base_figures && complete ? `, ${signedMoney(figures.expected.minus(base_figures.expected), currency)}` : "";
    return mrkdwn(`• ${groupLabel(group)}: ${month}${moved}`);
  });
}

function section(text: string): object {
  return { type: "section", text: { type: "mrkdwn", text } };
}

function context(text: string): object {
  return { type: "context", elements: [{ type: "mrkdwn", text }] };
}

function more(left: number): string {
  return `• and ${left} more`;
}

/** Escapes text for Slack, which interprets `<…>` and `&…;` even in code spans. */
function mrkdwn(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("**", "*");
}

/** Cuts a text to at most `most` characters without cutting through an escaped character. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${inert(text, most)
        .replace(/&[a-z]*…$/, "…")
        .slice(0, most)}`;
}
