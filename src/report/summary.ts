import type { Review } from "../review.ts";
import { assemble } from "./assemble.ts";
import { chartSection } from "./chart.ts";
import { controlSection } from "./controls-section.ts";
import { actionSection, footer, heading, type MarkdownOptions, notesSection } from "./markdown.ts";
import { rowsOf } from "./rows.ts";
import {
  assumptionSection,
  budgetSection,
  cashSection,
  changedSection,
  preExistingSection,
  priceSection,
  problemSection,
  workloadSection,
} from "./sections.ts";
import { leverSection, waterfallSection } from "./waterfall-section.ts";

/** GitHub drops a summary above 1 MiB whole. */
const LIMIT = 1024 * 1024 - 1024;

/** The report as a job's summary: as the comment, with every changed workload in sight. */
export function toSummary(review: Review, { run, shas, limit = LIMIT }: MarkdownOptions): string {
  const rows = rowsOf(review);
  const sections = [
    ...budgetSection(rows, review),
    ...actionSection(review),
    ...controlSection(review),
    ...changedSection(rows, review, Number.POSITIVE_INFINITY),
    ...problemSection(review),
    ...preExistingSection(review),
    ...workloadSection(rows, review),
    ...waterfallSection(review),
    ...chartSection(review),
    ...cashSection(review),
    ...assumptionSection(review),
    ...leverSection(review),
    ...priceSection(review),
    ...notesSection(review),
  ];
  return assemble(heading(review), sections, footer(review, run, shas), limit, "the JSON report has them");
}
