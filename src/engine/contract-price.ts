import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Meter } from "../notation/meter.ts";
import type { Price } from "../prices/book.ts";

export type Contract = NonNullable<WorkloadKeys["price"]> & { per: Meter };

/** Whether a manifest's price is what a job costs; `per: credit` only says what a credit is worth. */
export function isContract(price: WorkloadKeys["price"]): price is Contract {
  return price !== undefined && price.per !== "credit";
}

/** A contract price of the manifest as a price file would say it: one charge, on the manifest's word. @param date the day, UTC, that it holds on */
export function contractPrice({ usd, credits, amount, currency, per }: Contract, source: string, date: string): Price {
  const rate =
    usd !== undefined
      ? { unit: "USD", value: usd }
      : credits !== undefined
        ? { unit: "credits", value: credits }
        : { unit: currency as string, value: amount as string };
  return {
    source,
    checked: date,
    confidence: "provider",
    charges: [
      {
        line: "contract",
        extra: false,
        meter: per,
        of: per === "image" ? ["input_images"] : per === "byte" ? ["text"] : ["output"],
        when: {},
        amount: rate,
        per: "1",
        round: "up",
      },
    ],
    factors: [],
    holes: [],
  };
}
