import type { BadRecord, Flaw } from "./records/job.ts";

/**
 * What reading logs of jobs starts from, for the command line and the action alike: the share of the expected
 * cost that may stay unexplained, the seconds within which two jobs for one take can be one job made twice,
 * and how many findings of each kind are kept.
 */
export const LOG_DEFAULTS = { tolerance: 0.02, window: 900, most: 100_000 };

/** Bad records that are kept with their place; all are counted. */
const NAMED = 20;

/** Records that cannot be used: how many, and the first of them. */
export type BadRecords = { count: number; first: readonly BadRecord[] };

/** Takes in one record, or one page of them; what is wrong with it or with each, or null. */
export type AcceptRecord = (value: unknown) => Flaw | readonly (Flaw | null)[] | null;

type Sink = { record: (value: unknown, line: number) => void; broken: (line: number, kind: Flaw["flaw"], text: string) => void };

/** Reads one log into a sink, record by record. */
export type ReadRecords = (sink: Sink) => Promise<unknown>;

/** Where the records of several logs go. */
export type Collector = {
  /** @returns how many records were taken in */
  collect: (file: string, read: ReadRecords, accept: AcceptRecord) => Promise<number>;
  bad: () => BadRecords;
};

/** The one loop over records: each is taken in, or counted as bad and, of the first 20 in all logs, kept with its file and line. */
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
