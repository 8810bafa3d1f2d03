import { amountText, type FeedAdapter, type FeedRate, type FeedRow } from "./feed.ts";
import { markdownTables } from "./markdown-tables.ts";

/**
 * A model's page in Venice's documentation (below docs.venice.ai/models, as Markdown). Under "Clip prices for `ID` with audio:" it has a
 * table of USD for a whole clip, with a row for each length and a column for each resolution. A page without such a table states no prices.
 */
const TITLE = /^Clip prices for `?([\w.-]+)`?( with audio| without audio)?:?$/i;

export const venice: FeedAdapter = {
  name: "venice",
  trust: "seller",
  url: "https://docs.venice.ai/models/",
  read(text) {
    const rows = markdownTables(text).flatMap(({ before, head, rows: lines }): FeedRow[] => {
      const [, id, sound] = TITLE.exec(before) ?? [];
      if (id === undefined) return [];
      const row = { key: id, provider: "venice", names: [id] };
      const audio = sound === undefined ? {} : { audio: sound === " with audio" };
      const rates: FeedRate[] = [];
      for (const [length = "", ...cells] of lines) {
        const [, seconds] = /^(\d{1,3}) ?s$/.exec(length) ?? [];
        for (const [index, cell] of cells.entries()) {
          if (cell === "" || cell === "-" || cell === "—") continue;
          const usd = amountText(cell.replace(/^\\?\$/, ""));
          const resolution = head[index + 1]?.toLowerCase() ?? "";
          if (seconds === undefined || usd === null || !/^(\d{3,4}p|\dk)$/.test(resolution))
            return [{ ...row, wrong: `its table has ${JSON.stringify(cell)} at ${length} and ${resolution}` }];
          rates.push({ per: "clip", usd, when: { duration: Number(seconds), resolution, ...audio } });
        }
      }
      return [rates.length === 0 ? { ...row, wrong: "its table is empty" } : { ...row, rates }];
    });
    return rows.length === 0 ? null : { rows, retirements: [], dropped: 0 };
  },
};
