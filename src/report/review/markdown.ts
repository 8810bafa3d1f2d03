import type { WorkloadGroup } from "../../review/groups.ts";
import type { Review } from "../../review/result.ts";
import { ACTION } from "../../version.ts";
import { assemble, type Fold, type Section } from "../layout/assemble.ts";
import { type Action, requiredActions } from "./actions.ts";
import { chartSection } from "./chart.ts";
import { footnotes } from "./footnotes.ts";
import { headline } from "./headline.ts";
import { rowsOf } from "./rows.ts";
import { ignoredSection, undeclaredSection } from "./sections/code-section.ts";
import { controlSection } from "./sections/controls-section.ts";
import { groupSection } from "./sections/groups-section.ts";
import { monthsSection } from "./sections/months-section.ts";
import { repricingSection } from "./sections/repricing-section.ts";
import { toDateSection } from "./sections/to-date-section.ts";
import { trustSection } from "./sections/trust-section.ts";
import { leverSection, waterfallSection } from "./sections/waterfall-section.ts";
import {
  areWorkloadsOpen,
  assumptionSection,
  budgetSection,
  cashSection,
  changedSection,
  preExistingSection,
  priceSection,
  problemSection,
  workloadSection,
} from "./sections.ts";

export type MarkdownOptions = {
  run?: { url: string };
  shas?: { head: string; base: string };
  /** The most bytes in UTF-8. */
  limit?: number;
  /** The workloads grouped by a tag or another key, if requested. */
  groups?: readonly WorkloadGroup[];
  /** The address of the published documentation, without a slash at the end; null if it is not published. */
  docs?: string | null;
};

/** The published documentation of this version, if there is one. */
const DOCS = ACTION && `https://github.com/${ACTION.replace("@", "/blob/")}`;

/** Bytes. GitHub refuses a comment with more than 65,536 characters. */
const COMMENT_LIMIT = 60_000;
/** Bytes. GitHub drops the whole summary if it is larger than 1 MiB. */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;
/** At most this many changed workloads are visible without unfolding. */
const TOP = 10;

/** The report as a comment on a pull request: the change of the cost, the required actions, and the details in folded sections. */
export function toMarkdown(review: Review, options: MarkdownOptions): string {
  const { run, shas, limit = COMMENT_LIMIT } = options;
  const parts = { head: heading(review), sections: sectionsOf(review, TOP, options), foot: footer(review, run, shas) };
  return assemble(parts, limit, "the job summary and the JSON report have them");
}

/** The report as a job summary: like the comment, but with every changed workload visible. */
export function toSummary(review: Review, options: MarkdownOptions): string {
  const { run, shas, limit = SUMMARY_LIMIT } = options;
  const parts = { head: heading(review), sections: sectionsOf(review, Number.POSITIVE_INFINITY, options), foot: footer(review, run, shas) };
  return assemble(parts, limit, "the JSON report has them");
}

/** The sections of comment and summary in order: visible ones, then at most four folded ones. @param top how many changed workloads are visible */
function sectionsOf(review: Review, top: number, { groups = [], docs = DOCS }: MarkdownOptions): Section[] {
  const rows = rowsOf(review);
  const heads = review.workloads.filter(({ head }) => head !== null).length;
  const link = (page: string): string | null => docs && `${docs}/${page}`;
  return [
    ...budgetSection(rows, review),
    ...actionSection(review),
    ...toDateSection(review),
    ...monthsSection(review),
    ...undeclaredSection(review),
    ...ignoredSection(review),
    ...controlSection(review),
    ...repricingSection(review),
    ...changedSection(rows, review, top),
    ...groupSection(groups, review),
    ...trustSection(review),
    ...folded({ title: "Problems", link: link("docs/problems.md") }, [...problemSection(review), ...preExistingSection(review)]),
    ...folded({ title: `All workloads (${heads})`, isOpen: areWorkloadsOpen(review), link: link("docs/prices.md") }, [
      ...workloadSection(rows, review),
      ...waterfallSection(review),
      ...chartSection(review),
      ...cashSection(review),
    ]),
    ...folded({ title: "What is assumed", link: link("docs/manifest.md") }, [...assumptionSection(review), ...leverSection(review)]),
    ...folded({ title: "Prices and notes", link: link("docs/prices.md") }, [...priceSection(review), ...notesSection(review)]),
  ];
}

/** The verdict in words, and the sentence of figures. */
function heading(review: Review): string[] {
  const { sign, title, sentence } = headline(review);
  return [`## ${sign} Video budget: ${title}`, "", sentence];
}

function folded(fold: Fold, sections: readonly Section[]): Section[] {
  return sections.map((section) => ({ ...section, fold }));
}

/** The actions if the verdict is not a pass. Limits that base already exceeds have their own section. */
function actionSection(review: Review): Section[] {
  const all = requiredActions(review, "markdown");
  const own = all.filter(({ reason }) => reason.code !== "pre-existing");
  return [
    ...listed(
      "Required action",
      own.filter(({ isRequired }) => isRequired),
    ),
    ...listed(
      "To keep in mind",
      own.filter(({ isRequired }) => !isRequired),
    ),
  ];
}

function listed(title: string, actions: readonly Action[]): Section[] {
  const rows = actions.map(({ says, todo: [first = "", ...more] }) => {
    // A first line that introduces the others is put in front of them.
    const isOne = more.length === 0 || first.endsWith(":");
    return [`- ${[says, ...(isOne && first !== "" ? [first] : [])].join(" ")}`, ...[...(isOne ? [] : [first]), ...more].map((one) => `  - ${one}`)].join("\n");
  });
  return rows.length === 0 ? [] : [{ before: [`**${title}**`, ""], rows, after: [], noun: "reason", asRow: (text) => `- ${text}` }];
}

/** Notes about what the figures are based on and what they leave out. */
function notesSection(review: Review): Section[] {
  return [
    {
      before: ["**About these figures**", ""],
      rows: footnotes(review).map((note) => `- ${note}`),
      after: [],
      noun: "note",
    },
  ];
}

/** Commits, prices and the run, in small print. */
function footer({ prices, date }: Review, run: MarkdownOptions["run"], shas: MarkdownOptions["shas"]): string[] {
  const commit = (sha: string): string => (/^[0-9a-f]{7,64}$/.test(sha) ? `\`${sha.slice(0, 7)}\`` : "an unknown commit");
  const parts = [
    ...(shas ? [`${commit(shas.head)} against ${commit(shas.base)}`] : []),
    `prices ${`\`${prices.snapshot
      .replace(/^sha256:/, "")
      .replace(/[^0-9a-z]/g, "")
      .slice(0, 12)}\``} of ${date}`,
    ...(run && /^https?:\/\/[\w.:/-]+$/.test(run.url) ? [`[run](${run.url})`] : []),
  ];
  return ["", `<sub>Video Budget: ${parts.join(" · ")}</sub>`];
}
