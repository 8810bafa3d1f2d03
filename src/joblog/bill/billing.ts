import { getOrInsert } from "../memory/get-or-insert.ts";
import { ownText } from "../memory/own-text.ts";
import type { BillingRow } from "./billing-row.ts";

/** Rows and refunds arrive late: a day of a bill may change for this many days. */
export const PROVISIONAL_DAYS = 3;

/** What was billed of one job, or of what names no job, over some days. Money in the reporting currency, NaN if it is not known. */
export type Billed = {
  id: string;
  request_id: string;
  sku: string;
  /** All that a row says of what it is for, to find its model in. */
  about: string;
  /** The last UTC day, and the first; a row of a month has all of its days. NaN if the bill does not say. */
  day: number;
  from: number;
  amount: number;
  seconds: number;
  requests: number;
  /** Charges above nothing, and what each was; NaN if they differ. */
  charges: number;
  charge: number;
  matched: boolean;
};

/** A bill, by job and by what it is for. */
export type Billing = {
  /** @param amount in the reporting currency, NaN if it is in a currency without a rate or not readable */
  add: (row: BillingRow, amount: number) => void;
  /** What was billed of each job that a row names. */
  jobs: () => ReadonlyMap<string, Billed>;
  /** Rows that name no job, added up by what they are for and by day. */
  rest: () => Billed[];
  /** Takes the ids for what they are where they name no job, such as a project: all rows are then rows of a day. */
  withoutIds: () => void;
  /** Whether the export names jobs: fewer rows are without an id than with one. */
  byJob: () => boolean;
  /** The id that carries more than half of all rows, as an account or a project does; null if none does. */
  commonId: () => string | null;
  /** Whether the ids are in a column that has all kinds of ids. */
  areIdsOfAnything: () => boolean;
  /** Whether it has all that an account uses, and not only videos. */
  isOfEverything: () => boolean;
  /** The first and the last day; NaN if no row has a day. */
  days: () => readonly [first: number, last: number];
};

/** An id with fewer rows than this may be a job with corrections. */
const COMMON_FROM = 5;

type Rows = { billed: Billed; rows: number; parts: Billed[] };

export function billingOf(): Billing {
  const named = new Map<string, Rows>();
  const nameless = new Map<string, Billed>();
  let [first, last] = [Number.NaN, Number.NaN];
  let [rows, rowsWithId, isAnything, isOfEverything] = [0, 0, false, false];
  const jobs = new Map<string, Billed>();
  return {
    add(row, amount) {
      const { day, from, job_id } = row;
      rows++;
      isOfEverything ||= row.isOfEverything;
      if (!Number.isNaN(day)) {
        first = Number.isNaN(first) ? from : Math.min(first, from);
        last = Number.isNaN(last) ? day : Math.max(last, day);
      }
      if (job_id === "") {
        addRow(nameless, row, amount);
        return;
      }
      rowsWithId++;
      isAnything ||= row.isAnyId;
      const known = named.get(job_id);
      if (!known) {
        const billed = billedOf(row, amount);
        named.set(billed.id, { billed, rows: 1, parts: [] });
        jobs.set(billed.id, billed);
        return;
      }
      // What each row was for is kept beside their sum: the id may turn out to be none of a job.
      if (known.rows === 1) known.parts.push({ ...known.billed });
      known.rows++;
      known.parts.push({ ...billedOf(row, amount), id: known.billed.id });
      into(known.billed, row, amount);
    },
    jobs: () => jobs,
    rest: () => [...nameless.values()],
    withoutIds() {
      for (const { billed, parts } of named.values()) for (const part of parts.length === 0 ? [billed] : parts) addPart(nameless, part);
      named.clear();
      jobs.clear();
    },
    byJob: () => rowsWithId > 0 && rowsWithId >= rows - rowsWithId,
    commonId: () => [...named].find(([, { rows: own }]) => own >= COMMON_FROM && own > rows / 2)?.[0] ?? null,
    areIdsOfAnything: () => isAnything,
    isOfEverything: () => isOfEverything,
    days: () => [first, last],
  };
}

function billedOf({ job_id, request_id, sku, about, day, from, seconds, requests }: BillingRow, amount: number): Billed {
  const id = ownText(job_id);
  const charges = { charges: amount > 0 ? 1 : 0, charge: amount > 0 ? amount : Number.NaN };
  const names = { id, request_id: request_id === job_id ? "" : ownText(request_id), sku: ownText(sku), about: ownText(about) };
  return { ...names, day, from, amount, seconds, requests, ...charges, matched: false };
}

function addRow(rows: Map<string, Billed>, row: BillingRow, amount: number): void {
  const key = `${row.from} ${row.day} ${row.sku} ${row.about}`;
  const known = rows.get(key);
  if (known) into(known, row, amount);
  else rows.set(key, billedOf(row, amount));
}

function addPart(rows: Map<string, Billed>, part: Billed): void {
  const known = getOrInsert(rows, `${part.from} ${part.day} ${part.sku} ${part.about}`, () => ({
    ...part,
    id: "",
    amount: 0,
    seconds: 0,
    requests: 0,
    charges: 0,
  }));
  into(known, part, part.amount);
}

/** A refund, a correction, or one of several charges. */
function into(known: Billed, { day, from, seconds, requests }: Pick<BillingRow, "day" | "from" | "seconds" | "requests">, amount: number): void {
  known.amount += amount;
  known.seconds += seconds;
  known.requests += requests;
  if (day > known.day) known.day = day;
  if (from < known.from) known.from = from;
  if (!(amount > 0)) return;
  known.charge = known.charges === 0 || known.charge === amount ? amount : Number.NaN;
  known.charges++;
}
