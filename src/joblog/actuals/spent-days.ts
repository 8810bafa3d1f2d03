import { type Actuals, nothingSpent, type Spent, type SpentOn, workloadId } from "../../actuals/actuals.ts";
import { calendarOf } from "../../actuals/to-date.ts";
import { dayOf } from "../../notation/time.ts";
import { PROVISIONAL_DAYS } from "../bill/billing.ts";
import type { BillingRow } from "../bill/billing-row.ts";
import { workloadOfRow } from "../bill/row-workload.ts";
import { getOrInsert } from "../memory/get-or-insert.ts";
import { modelOf, type Plan, type PlannedWorkload } from "../plan.ts";
import { expectedRange } from "../reconcile/compare-job.ts";
import { type CostOf, costs } from "../reconcile/job-cost.ts";
import { inReporting, moneyOf, recordedMoney } from "../reconcile/job-money.ts";
import type { Flaw, Job } from "../records/job.ts";

/** The first and last day of a file, as days since 1970, and whether it is a bill. */
export type FileDays = { first: number; last: number; isBill: boolean };

/** The cost of a job or row in the reporting currency. `isPriced`: it comes from the price book. `isKnown`: it is complete; otherwise it is a lower bound. */
type Worth = { billed: number; isPriced: boolean; isKnown: boolean };
const UNKNOWN: Worth = { billed: 0, isPriced: false, isKnown: false };

/** Adds up jobs and bill rows by workload and day, for the days of the month before today. */
export class SpentDays {
  readonly #plan: Plan;
  readonly #first: number;
  readonly #today: number;
  readonly #costOf: CostOf = costs();
  readonly #spent = new Map<string, { among: readonly string[]; days: Map<number, Spent> }>();
  readonly #seen = new Set<string>();
  readonly #outside = nothingSpent();
  readonly #undated = nothingSpent();
  readonly #files: FileDays[] = [];

  constructor(plan: Plan, date: string) {
    const { first, today } = calendarOf(date);
    this.#plan = plan;
    this.#first = first;
    this.#today = today;
  }

  newFile(): FileDays {
    const file = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY, isBill: false };
    this.#files.push(file);
    return file;
  }

  addJob(job: Job, file: FileDays): void {
    const day = dayOf(job.submitted_at);
    if (!Number.isNaN(day)) {
      widen(file, day, day);
      if (day < this.#first || day >= this.#today) return;
    }
    if (job.status !== "pending") {
      const id = `${job.provider}\n${job.job_id}`;
      if (this.#seen.has(id)) return;
      this.#seen.add(id);
    }
    const belongs = this.#plan.belongs(job);
    const among = belongs.to ? [belongs.to] : belongs.why === "ambiguous" ? belongs.among : [];
    const worth = this.#worthOf(job, among);
    if (Number.isNaN(day)) add(this.#undated, worth, 1);
    else this.#place(among, day, worth, 1);
  }

  /** Adds a bill row. @returns a flaw if its amount cannot be converted to the reporting currency */
  addRow(row: BillingRow, file: FileDays): Flaw | null {
    const [any] = this.#plan.workloads;
    const money = any ? inReporting(row.amount, row.currency, any) : Number.NaN;
    const worth = Number.isNaN(money) ? UNKNOWN : { billed: money, isPriced: false, isKnown: true };
    const jobs = row.requests >= 0 ? row.requests : 1;
    if (!Number.isNaN(row.day)) widen(file, row.from, row.day);
    // A row that begins in an earlier month and ends in this one cannot be split.
    if (Number.isNaN(row.day) || (row.from < this.#first && row.day >= this.#first)) add(this.#undated, worth, jobs);
    else if (row.from >= this.#first && row.from < this.#today) this.#place(workloadsOfRow(row, this.#plan), Math.min(row.day, this.#today - 1), worth, jobs);
    return Number.isNaN(money) ? { flaw: "no-rate", field: "currency", value: row.currency } : null;
  }

  result(): Omit<Actuals, "files" | "bad"> {
    const [covered, provisional] = [new Set<number>(), new Set<number>()];
    for (const { first, last, isBill } of this.#files) {
      for (let day = Math.max(first, this.#first); day <= Math.min(last, this.#today - 1); day++) {
        covered.add(day);
        if (isBill && day >= this.#today - PROVISIONAL_DAYS) provisional.add(day);
      }
    }
    const spent: SpentOn[] = [...this.#spent.values()];
    return { spent, covered, provisional, outside: this.#outside, undated: this.#undated };
  }

  #place(among: readonly PlannedWorkload[], day: number, worth: Worth, jobs: number): void {
    if (among.length === 0) {
      add(this.#outside, worth, jobs);
      return;
    }
    const ids = among.map(workloadId);
    const { days } = getOrInsert(this.#spent, ids.join("\n\n"), () => ({ among: ids, days: new Map<number, Spent>() }));
    add(getOrInsert(days, day, nothingSpent), worth, jobs);
  }

  /**
   * The cost of a job: from its record, otherwise its price for its outcome. If it is unknown whether the outcome is billed, the cost is a
   * lower bound. A job that has not ended has an unknown cost.
   */
  #worthOf(job: Job, [workload, ...others]: readonly PlannedWorkload[]): Worth {
    if (job.status === "pending") return UNKNOWN;
    const known = (billed: number): Worth => ({ billed, isPriced: false, isKnown: true });
    const [any] = this.#plan.workloads;
    if (!workload || others.length > 0) {
      const money = any && !Number.isNaN(job.cost) ? inReporting(job.cost, job.currency, any) : Number.NaN;
      return Number.isNaN(money) ? UNKNOWN : known(money);
    }
    const cost = this.#costOf(workload, dayOf(job.submitted_at), job.requested_seconds, job.resolution);
    const money = cost ? recordedMoney(job, workload, cost) : moneyOf(job, workload);
    if (!Number.isNaN(money)) return known(money);
    const isSilent = Number.isNaN(job.cost) && Number.isNaN(job.credits);
    if (!cost || !isSilent) return UNKNOWN;
    const { low, high } = expectedRange(workload, job, cost);
    return { billed: low, isPriced: true, isKnown: low === high };
  }
}

function widen(file: FileDays, from: number, to: number): void {
  file.first = Math.min(file.first, from);
  file.last = Math.max(file.last, to);
}

function add(sum: Spent, { billed, isPriced, isKnown }: Worth, jobs: number): void {
  sum.billed += billed;
  sum.jobs += jobs;
  if (isPriced) sum.priced += jobs;
  if (!isKnown) sum.unknown += jobs;
}

/** The workloads that a bill row may belong to. A row names only a model, which several workloads can use. */
function workloadsOfRow(row: BillingRow, plan: Plan): PlannedWorkload[] {
  const found = workloadOfRow(plan, row);
  const isLike = (one: PlannedWorkload): boolean => found !== undefined && one.keys.provider === found.keys.provider && modelOf(one) === modelOf(found);
  return row.about === "" && new Set(plan.workloads.map(modelOf)).size === 1 ? [...plan.workloads] : plan.workloads.filter(isLike);
}
