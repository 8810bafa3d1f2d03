import { ZERO } from "../../../money/decimal.ts";
import { round } from "../../../money/round.ts";
import { exactSum } from "../../../money/sum.ts";
import type { Review } from "../../../review/result.ts";
import { PARTS } from "../../../risk/waterfall.ts";
import type { Section } from "../../layout/assemble.ts";
import { code } from "../../layout/escape.ts";
import { formatMoney, rowsThatAddUp, signedMoney } from "../../layout/format.ts";
import { tableHead, tableRow } from "../../layout/table.ts";
import { levers, PART_WORDS } from "../risk-lines.ts";

/** At most this many workloads get a line about what to declare next, the most expensive first. */
const DECLARED = 10;

/** The parts of the monthly cost, which add up to the total. */
export function waterfallSection({ workloads, total, currency }: Review): Section[] {
  const risks = workloads.flatMap(({ head }) => head?.risk ?? []);
  if (!total.head || risks.every(({ process }) => process === null)) return [];
  const parts = PARTS.map((part) => ({ part, amount: exactSum(risks.map(({ waterfall }) => waterfall[part])) }));
  const some = parts.filter(({ part, amount }) => part === "base" || round(amount) !== 0);
  const shown = rowsThatAddUp(
    some.map(({ amount }) => amount),
    total.head.expected.round(2, 1),
  );
  const rows = some.map(({ part }, index) =>
    tableRow([part === "base" ? formatMoney(shown[index] ?? ZERO, currency) : signedMoney(shown[index] ?? ZERO, currency), PART_WORDS[part]]),
  );
  return [
    {
      before: ["**Where the money goes**", "", ...tableHead(["Monthly cost:", "Part"])],
      rows,
      after: [tableRow([`**${formatMoney(total.head.expected, currency)}**`, "**Expected**"])],
      noun: "part",
      asRow: (text) => tableRow([text, ""]),
    },
  ];
}

/** For workloads without declared reliability: the keys whose declaration would change their cost most. */
export function leverSection({ workloads, currency }: Review): Section[] {
  const rows = workloads
    .flatMap(({ head }) => (head?.risk && head.monthly ? [{ head, monthly: head.monthly }] : []))
    .sort((a, b) => b.monthly.cmp(a.monthly))
    .slice(0, DECLARED)
    .flatMap(({ head }) => levers(head, currency).map((line) => `- ${code(head.name)}: ${line}`));
  if (rows.length === 0) return [];
  return [
    {
      before: ["**What to declare next**", ""],
      rows,
      after: [],
      noun: "workload",
      asRow: (text) => `- ${text}`,
    },
  ];
}
