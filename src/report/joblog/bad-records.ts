import type { BadRecord, Flaw } from "../../joblog/records/job.ts";
import { mapOption } from "../../joblog/records/map-record.ts";
import type { UnreadColumn } from "../../joblog/records/unread-columns.ts";
import { inert } from "../layout/escape.ts";
import { count } from "../layout/format.ts";

const FLAWS: Readonly<Record<Flaw["flaw"], (field: string, value: string) => string>> = {
  "not-json": (_, value) => `is not JSON: ${value}`,
  "unknown-shape": (_, value) => `is a job object of an API that is not known; what reads it is perhaps ${value}`,
  "other-name": (field, value) => `has no ${field}; what reads it is perhaps ${value}`,
  "not-a-record": (_, value) => `is no record but ${value}`,
  "too-long": () => "is longer than 16 MiB",
  rest: (_, value) => `ends what can be read: the rest of the list is left out, from ${value} on`,
  missing: (field) => `has no ${field}`,
  "not-text": (field, value) => `has ${value} as ${field}, which must be text`,
  "not-a-number": (field, value) => `has ${value} as ${field}, which must be a number`,
  "not-a-time": (field, value) => `has ${value} as ${field}, which must be seconds since 1970 or ISO 8601`,
  negative: (field, value) => `has ${value} as ${field}, which cannot be negative`,
  "unknown-status": (_, value) => `has the status ${value}, which is none of success, provider_error, moderated, invalid, timed_out, cancelled, unknown`,
  "ends-first": (_, value) => `ends at ${value}, before it was submitted`,
  columns: (_, value) => `does not have the columns of the header (${value})`,
  encoding: () => "begins a file that is neither UTF-8 nor UTF-16 with its byte order mark: save it as UTF-8",
  "no-rate": (_, value) => `is in ${value}, for which the manifest's fx has no rate`,
};

/** Flaws whose value is an option to copy. It is shown in full. */
const WHOLE: ReadonlySet<Flaw["flaw"]> = new Set<Flaw["flaw"]>(["unknown-shape", "other-name"]);

/** Columns that are not read, each with the option that would read it. */
export function unreadColumnsText(file: string, columns: readonly UnreadColumn[]): string[] {
  return columns.map(({ column, field }) => `${inert(file)}: nothing reads ${inert(column, 60)}; for ${field}, add ${inert(mapOption(field, column), 200)}`);
}

/** Records that cannot be used: their number, and the first ones with their lines and what is wrong. Empty if there are none. */
export function badRecordsText({ count: all, first }: { count: number; first: readonly BadRecord[] }): string[] {
  if (all === 0) return [];
  const more = all - first.length;
  return [
    `${count(all, "record")} could not be read and ${all === 1 ? "is" : "are"} in no figure:`,
    ...first.map(
      ({ file, line, flaw, field, value }) =>
        `  ${inert(file)}:${line} ${FLAWS[flaw](field, inert(value.trim() === "" ? "nothing" : value, WHOLE.has(flaw) ? 200 : 60))}`,
    ),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
