import { useMemo, useState } from "preact/hooks";
import type { ClipRequest } from "../../catalog/clip-request.ts";
import { rankModels } from "../../catalog/rank.ts";
import { resolutionsOf } from "../../catalog/search.ts";
import { MODES, type Mode } from "../../notation/mode.ts";
import type { Book } from "../../prices/book.ts";
import { providersOf } from "../../prices/find.ts";
import { RankingTable } from "./ranking-table.tsx";

/** The values of the form. An empty text leaves the field to each provider's default. */
type Asked = { mode: Mode; seconds: string; resolution: string; audio: string };

const START: Asked = { mode: "text-to-video", seconds: "5", resolution: "", audio: "" };

/** A resolution is offered in the form if at least this many models make it. */
const COMMON = 5;

/** The price of one clip at every provider in the price book. */
export function Explorer({ book, date, heading }: { book: Book; date: string; heading: string }) {
  const [asked, setAsked] = useState(START);
  const resolutions = useMemo(() => commonResolutions(book), [book]);
  const ask = useMemo(() => requestOf(asked), [asked]);
  const ranking = useMemo(() => ask && rankModels(book, ask, { date, rates: new Map() }), [book, date, ask]);
  const field = (key: keyof Asked) => (event: { currentTarget: { value: string } }) => setAsked({ ...asked, [key]: event.currentTarget.value });
  return (
    <section id="models" aria-labelledby="models-heading">
      <h2 id="models-heading">{heading}</h2>
      <fieldset>
        <legend class="unseen">The clip</legend>
        <p class="knob">
          <label for="clip-mode">What the job does</label>
          <select id="clip-mode" value={asked.mode} onChange={field("mode")}>
            {MODES.map((mode) => (
              <option key={mode}>{mode}</option>
            ))}
          </select>
        </p>
        <p class="knob">
          <label for="clip-seconds">Length in seconds</label>
          <input id="clip-seconds" type="number" min="0.5" step="any" value={asked.seconds} onInput={field("seconds")} />
        </p>
        <p class="knob">
          <label for="clip-resolution">Resolution</label>
          <select id="clip-resolution" value={asked.resolution} onChange={field("resolution")}>
            <option value="">each provider's own</option>
            {resolutions.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </p>
        <p class="knob">
          <label for="clip-audio">Sound</label>
          <select id="clip-audio" value={asked.audio} onChange={field("audio")}>
            <option value="">each provider's own</option>
            <option value="true">with sound</option>
            <option value="false">without sound</option>
          </select>
        </p>
      </fieldset>
      {ranking ? <RankingTable ranking={ranking} current={null} /> : <p role="alert">A length is a number of seconds above 0.</p>}
    </section>
  );
}

function requestOf({ mode, seconds, resolution, audio }: Asked): ClipRequest | null {
  const duration = Number(seconds);
  if (!(duration > 0) || duration > 86_400) return null;
  return { mode, duration, ...(resolution !== "" && { resolution }), ...(audio !== "" && { audio: audio === "true" }) };
}

/** Resolutions that at least `COMMON` models make, sorted by height. */
function commonResolutions(book: Book): string[] {
  const counts = new Map<string, number>();
  for (const model of providersOf(book).flatMap(({ models }) => models)) {
    for (const one of resolutionsOf(model)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const height = (name: string): number => (name.endsWith("k") ? Number.parseInt(name, 10) * 540 : Number.parseInt(name, 10));
  return [...counts].flatMap(([name, times]) => (times >= COMMON && /^\d+[pk]$/.test(name) ? [name] : [])).sort((a, b) => height(a) - height(b));
}
