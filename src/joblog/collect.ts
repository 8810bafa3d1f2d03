import type { BadRecord, Flaw } from "./records/job.ts";

/**
 * Defaults for reading job logs, for the command line and the action. `tolerance`: the share of the expected cost that may stay unexplained.
 * `window`: the seconds within which a second job for a take can be a duplicate. `most`: how many findings of each kind are kept.
 */
export const LOG_DEFAULTS = { tolerance: 0.02, window: 900, most: 100_000 };

/** At most this many bad records are kept with their places; all are counted. */
const NAMED = 20;

/** The number of records that cannot be used, and the first of them. */
export type BadRecords = { count: number; first: readonly BadRecord[] };

/** Takes in one record, or one page of records. @returns the flaw of the record, or of each record of the page; null if there is none */
export type AcceptRecord = (value: unknown) => Flaw | readonly (Flaw | null)[] | null;

type Sink = { record: (value: unknown, line: number) => void; broken: (line: number, kind: Flaw["flaw"], text: string) => void };

/** Reads one log into a sink, record by record. */
export type ReadRecords = (sink: Sink) => Promise<unknown>;

/** Collects the records of several logs. */
export type Collector = {
  /** @returns the number of records that were taken in */
  collect: (file: string, read: ReadRecords, accept: AcceptRecord) => Promise<number>;
  bad: () => BadRecords;
};

/** Passes each record on, or counts it as bad. The first 20 bad records of all logs are kept with file and line. */
export function collector(): Collector {
  const first: BadRecord[] = [];
  let count = 0;
  const flawed = (file: string, line: number, flaw: Flaw): void => {
    count++;
    if (first.length < NAMED) first.push({ ...flaw, file, line });
  };
  return {
    async collect(file, read, accept) {
      let taken = 0;
      await read({
        record(value, line) {
          const found = accept(value);
          if (found === null) taken++;
          else if ("flaw" in found) flawed(file, line, found);
          else for (const flaw of found) flaw === null ? taken++ : flawed(file, line, flaw);
        },
        broken: (line, flaw, value) => flawed(file, line, { flaw, field: "", value }),
      });
      return taken;
    },
    bad: () => ({ count, first }),
  };
}
