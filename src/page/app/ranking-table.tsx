import { useState } from "preact/hooks";
import type { Ranked, Ranking } from "../../catalog/rank.ts";
import { decimal } from "../../money/decimal.ts";
import { BOUNDS } from "../../report/catalog/clips.ts";
import { leftOutInWords } from "../../report/catalog/not-ranked.ts";
import { metOf } from "../../report/catalog/rank.ts";
import { count, formatPrice, jobPrice, quantity } from "../../report/layout/format.ts";

/** A column and its sort order. */
type Column = { id: string; title: string; isNumber?: boolean; compare: (a: Ranked, b: Ranked) => number };

const byText = (of: (row: Ranked) => string) => (a: Ranked, b: Ranked) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0);

const COLUMNS: readonly Column[] = [
  { id: "model", title: "Model", compare: byText(({ id }) => id) },
  { id: "clip", title: "Per clip", isNumber: true, compare: (a, b) => a.amount.cmp(b.amount) },
  { id: "second", title: "Per second", isNumber: true, compare: (a, b) => a.perSecond.cmp(b.perSecond) },
  { id: "with", title: "With", compare: byText((row) => metOf(row, String)) },
  { id: "checked", title: "Checked", compare: byText(({ checked }) => checked) },
  { id: "source", title: "Source", compare: byText(({ source }) => source) },
];

/** Models with the list price of one clip in USD. Every column sorts, and a search field filters. @param current the id of the model in use */
export function RankingTable({ ranking, current }: { ranking: Ranking; current: string | null }) {
  const [words, setWords] = useState("");
  const [{ by, isDown }, setOrder] = useState({ by: "clip", isDown: false });
  const { ask, ranked, leftOut } = ranking;
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ id, name }: Ranked): boolean => wanted.every((word) => `${id} ${name ?? ""}`.toLowerCase().includes(word));
  const compare = COLUMNS.find(({ id }) => id === by)?.compare ?? (() => 0);
  const rows = ranked.filter(matches).sort((a, b) => (isDown ? -compare(a, b) : compare(a, b)));
  const sort = (id: string): void => setOrder({ by: id, isDown: id === by && !isDown });
  const what = [
    ask.mode,
    `${quantity(decimal(ask.duration))} s`,
    ask.resolution,
    ask.audio === undefined ? undefined : ask.audio ? "with sound" : "without sound",
  ];
  return (
    <div class="ranking">
      <p class="knob">
        <label>
          Only models with <input type="search" value={words} placeholder="such as veo fast" onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
      </p>
      <div class="scroll">
        <table>
          <caption>
            {what.filter(Boolean).join(", ")}: {count(rows.length, "model")}, in USD at list price
          </caption>
          <thead>
            <tr>
              {COLUMNS.map(({ id, title, isNumber }) => (
                <th key={id} scope="col" class={isNumber ? "number" : ""} aria-sort={id === by ? (isDown ? "descending" : "ascending") : "none"}>
                  <button type="button" onClick={() => sort(id)}>
                    {title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} isCurrent={row.id === current} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p>No model in the price book makes this clip.</p>}
      {leftOut.length > 0 && (
        <details>
          <summary>{count(leftOut.length, "model")} not ranked, and why</summary>
          <ul>
            {leftOut.map((one) => (
              <li key={one.id}>
                {one.id}: {leftOutInWords(one, true, ask, String)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Row({ row, isCurrent }: { row: Ranked; isCurrent: boolean }) {
  const { id, amount, perSecond, bound, checked, confidence, stale } = row;
  return (
    <tr class={isCurrent ? "current" : ""}>
      <th scope="row">
        {id} {isCurrent && <span class="edited">in use</span>}
      </th>
      <td class="number">{`${BOUNDS[bound]}${jobPrice(amount, "USD")}`}</td>
      <td class="number">{`${BOUNDS[bound]}${formatPrice(perSecond.prec(4, 1), "USD")}`}</td>
      <td>{metOf(row, String)}</td>
      <td>
        {checked}
        {stale && ", old"}
        {confidence !== "provider" && `, ${confidence}`}
      </td>
      <td>
        <Source source={row.source} id={id} />
      </td>
    </tr>
  );
}

/** The source of a price. Only an `https` address becomes a link, because a price file may contain any text. */
function Source({ source, id }: { source: string; id: string }) {
  const [, host] = /^https:\/\/([\w.-]+)/.exec(source) ?? [];
  if (host === undefined) return <>{source}</>;
  return (
    <a href={source} rel="noreferrer noopener" aria-label={`Source of the price of ${id}: ${host}`}>
      {host}
    </a>
  );
}
