import { getOrInsert } from "../memory/get-or-insert.ts";
import { ownText } from "../memory/own-text.ts";
import type { BillingRow } from "./billing-row.ts";

/** For this many days, a day of a bill may still change, because rows and refunds arrive late. */
export const PROVISIONAL_DAYS = 3;

/** The bill of one job, or of rows without a job, over some days. Money is in the reporting currency, NaN if unknown. */
export type Billed = {
  id: string;
  request_id: string;
  sku: string;
  /** Everything that the row says about what is billed, to find its model in. */
  about: string;
  /** The last (`day`) and first (`from`) UTC day, as days since 1970; a row of a month covers all its days. NaN if unknown. */
  day: number;
  from: number;
  amount: number;
  seconds: number;
  requests: number;
  /** `charges`: the number of charges above 0. `charge`: the amount of each; NaN if they differ. */
  charges: number;
  charge: number;
  matched: boolean;
};

/** A bill, by job and by SKU. */
export type Billing = {
  /** @param amount in the reporting currency; NaN if it cannot be read or its currency has no rate */
  add: (row: BillingRow, amount: number) => void;
  /** The bill of each job that a row names. */
  jobs: () => ReadonlyMap<string, Billed>;
  /** Rows without a job, summed by SKU and day. */
  rest: () => Billed[];
  /** Ignores the ids, if they do not name jobs but, for example, a project. All rows are rows of a day then. */
  withoutIds: () => void;
  /** Whether the export names jobs: more rows have an id than not. */
  byJob: () => boolean;
  /** The id that more than half of all rows have, such as that of an account or a project; null if there is none. */
  commonId: () => string | null;
  /** Whether the ids come from a column that can have any kind of id. */
  areIdsOfAnything: () => boolean;
  /** Whether the bill covers everything that an account uses, not only video. */
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
      // The single rows are kept beside their sum, because the id may turn out not to name a job.
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

/** Adds another row to a bill: a refund, a correction, or a further charge. */
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
