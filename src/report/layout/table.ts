/** A row of a Markdown table. Cells must be safe Markdown already; only pipes and line ends are escaped here. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/[\r\n]+/g, " ").replace(/(\\?)\|/g, (_, before: string) => (before ? "\\ \\|" : "\\|"))).join(" | ")} |`;
}

/** The head of a Markdown table; a title that ends with a colon is aligned right. */
export function tableHead(titles: readonly string[]): string[] {
  return [tableRow(titles.map((title) => title.replace(/:$/, ""))), `|${titles.map((title) => (title.endsWith(":") ? " ---: " : " --- ")).join("|")}|`];
}
