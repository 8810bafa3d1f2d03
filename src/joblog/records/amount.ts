/** An amount as people and exports write it, with the sign or code of its currency; "" if there is none. */
export type WrittenAmount = { amount: number; sign: string };

const UNGROUPED = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Thousands in groups of three: `1,200` and `1,200.00`. */
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
/** Numbers with a decimal comma: `1.200,00` and `0,8`. The decimals distinguish them: `1,200` counts as `GROUPED`. */
const CONTINENTAL = /^(\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,}))$/;

/**
 * Reads `$1,200.00`, `USD 1200`, `1.200,00 €`, `-0.8`, and `(0.80)`, which is -0.8 in accounting.
 * @returns null for any other text
 */
export function writtenAmount(written: string): WrittenAmount | null {
  const text = written.trim();
  if (UNGROUPED.test(text)) return { amount: Number(text), sign: "" };
  const [, open = "", minus = "", before = "", inner = "", digits = "", after = ""] =
    /^(\()?\s*([+-]?)\s*([A-Z]{3}|[$€£¥])?\s*([+-]?)\s*([\d.,e'\u00a0\u202f ]+?)\s*([A-Z]{3}|[$€£¥])?\s*\)?$/u.exec(text) ?? [];
  const number = numberOf(digits.replace(/['\u00a0\u202f ](?=\d{3}(\D|$))/gu, ""));
  if (number === null || (before !== "" && after !== "") || (open !== "") !== text.endsWith(")")) return null;
  const isNegative = open !== "" || minus === "-" || inner === "-";
  return { amount: isNegative ? -number : number, sign: before || after };
}

function numberOf(digits: string): number | null {
  if (UNGROUPED.test(digits)) return Number(digits);
  if (GROUPED.test(digits)) return Number(digits.replaceAll(",", ""));
  if (CONTINENTAL.test(digits)) return Number(digits.replaceAll(".", "").replace(",", "."));
  return null;
}
