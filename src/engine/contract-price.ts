import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Meter } from "../notation/meter.ts";
import type { Price } from "../prices/book.ts";

export type Contract = NonNullable<WorkloadKeys["price"]> & { per: Meter };

/** Whether a manifest's price is a price of jobs. A price with `per: credit` only gives the value of a credit. */
export function isContract(price: WorkloadKeys["price"]): price is Contract {
  return price !== undefined && price.per !== "credit";
}

/** A contract price of the manifest in the form of a price file: one charge, with the manifest as its source. @param date its day, UTC */
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
