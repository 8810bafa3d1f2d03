import { momentOf } from "../../notation/time.ts";
import { writtenAmount } from "./amount.ts";
import type { Field, Flaw, Job } from "./job.ts";
import { jobStatusOf } from "./status.ts";

/** At most this many spellings of statuses are cached. A log has few. */
const REMEMBERED = 1000;

/**
 * Reads the values of a record as the types of their fields, and keeps the first flaw. A record with the status "hm" and a cost of -1 is reported
 * for the status, which is read first. Absent text is "", an absent number is NaN.
 */
export class ValueReader {
  flaw: Flaw | null = null;
  /** The sign or code of the currency beside the last amount: `$` for `$1,200.00`; "" if there was none. */
  sign = "";
  readonly #statuses = new Map<unknown, Job["status"]>();

  spoilt(kind: Flaw["flaw"], field: Field, value: unknown): void {
    this.flaw ??= { flaw: kind, field, value: shown(value) };
  }

  text(value: unknown, field: Field): string {
    if (typeof value === "string") return value;
    if (value === undefined || value === null) return "";
    if (typeof value === "number") return String(value);
    this.spoilt("not-text", field, value);
    return "";
  }

  scalar(value: unknown, field: Field): string | number {
    return typeof value === "number" ? value : this.text(value, field);
  }

  number(value: unknown, field: Field): number {
    if (typeof value === "number") {
      if (value < 0) this.spoilt("negative", field, value);
      return value;
    }
    if (value === undefined || value === null || value === "") return Number.NaN;
    const read = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    if (!Number.isFinite(read)) this.spoilt("not-a-number", field, value);
    else if (read < 0) this.spoilt("negative", field, value);
    return read;
  }

  /** An amount of money. A CSV may write it as `$1,200.00`. */
  money(value: unknown, field: Field): number {
    this.sign = "";
    if (typeof value !== "string") return this.number(value, field);
    if (value === "") return Number.NaN;
    const read = writtenAmount(value);
    if (read === null) {
      this.spoilt("not-a-number", field, value);
      return Number.NaN;
    }
    if (read.amount < 0) this.spoilt("negative", field, value);
    this.sign = read.sign;
    return read.amount;
  }

  time(value: unknown, field: Field): number {
    if (value === undefined || value === null || value === "") return Number.NaN;
    const read = typeof value === "number" || typeof value === "string" ? momentOf(value) : Number.NaN;
    if (!Number.isFinite(read)) this.spoilt("not-a-time", field, value);
    return read;
  }

  mark(value: unknown, field: Field): number {
    if (value === undefined || value === null || value === "") return Number.NaN;
    const word = String(value).toLowerCase();
    if (word === "true" || word === "yes" || word === "1") return 1;
    if (word !== "false" && word !== "no" && word !== "0") this.spoilt("not-a-number", field, value);
    return 0;
  }

  resolution(value: unknown, field: Field): string {
    return typeof value === "number" ? `${value}p` : this.text(value, field);
  }

  status(value: unknown): Job["status"] {
    if (value === undefined || value === null || value === "") {
      this.spoilt("missing", "status", value);
      return "pending";
    }
    let known = this.#statuses.get(value);
    if (known === undefined) {
      known = typeof value === "string" ? jobStatusOf(value) : undefined;
      if (known === undefined) this.spoilt("unknown-status", "status", value);
      else if (this.#statuses.size < REMEMBERED) this.#statuses.set(value, known);
    }
    return known ?? "pending";
  }
}

/** A value as text for a message. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? (Array.isArray(value) ? "a list" : "a map") : String(value).slice(0, 200);
}
