import { unbroken } from "./format.ts";

/** A row of a Markdown table. Cells are inert Markdown; what would end a cell or a row is escaped here, and a percentage stays on one line. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => unbroken(cell.replace(/[\r\n]+/g, " ")).replace(/(\\?)\|/g, (_, before: string) => (before ? "\\ \\|" : "\\|"))).join(" | ")} |`;
}

/** The head of a Markdown table; a title that ends with a colon is aligned right. */
export function tableHead(titles: readonly string[]): string[] {
  return [tableRow(titles.map((title) => title.replace(/:$/, ""))), `|${titles.map((title) => (title.endsWith(":") ? " ---: " : " --- ")).join("|")}|`];
}
