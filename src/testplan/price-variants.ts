import { decimal } from "../money/decimal.ts";
import type { Bound, Charge, Price } from "../prices/book.ts";

/** Prices with one rule changed. A test job proves the rule if it would be billed differently at the changed price. */

/** The price without rounding, and with each of the three ways to round. Empty if the price does not round these charges. */
export function roundingVariants(price: Price, charges: readonly Charge[]): Price[] {
  if (price.total?.round_to === undefined && !charges.some(rounds)) return [];
  const total = price.total;
  const unrounded: Price = {
    ...price,
    charges: price.charges.map(({ step: _, each, ...charge }) => ({ ...charge, ...(each && { each: withoutStep(each) }) })),
    ...(total && { total: withoutRounding(total) }),
  };
  const others = (["up", "nearest", "down"] as const).map(
    (round): Price => ({ ...price, charges: price.charges.map((charge) => ({ ...charge, round })), ...(total && { total: { ...total, round } }) }),
  );
  return [unrounded, ...others];
}

/** A fast check whether any charge could round a length of `seconds`, or the sum of `files` such lengths. False is certain. */
export function mayRound({ total }: Price, charges: readonly Charge[], seconds: number, files: number): boolean {
  if (total?.round_to !== undefined) return true;
  const lengths = [decimal(seconds), decimal(seconds).times(files)];
  const offStep = (step: string | undefined): boolean => step !== undefined && lengths.some((length) => !length.mod(step).eq(0));
  return charges.some(({ meter, step, each, min }) => {
    if (meter !== "second") return step !== undefined || each?.step !== undefined;
    // A length up to the minimum is billed as the minimum, so its rounding does not show.
    const least = typeof min === "string" && min !== "unknown" && lengths.every((length) => length.lte(min));
    return (!least && offStep(step)) || offStep(each?.step);
  });
}

/** The price without minimum quantities and without a minimum total; null if there is no minimum. */
export function withoutMinimum(price: Price, charges: readonly Charge[]): Price | null {
  if (price.total?.min === undefined && !charges.some(({ min, each }) => least(min) || each?.min !== undefined)) return null;
  const total = price.total;
  return {
    ...price,
    charges: price.charges.map(({ min: _, each, ...charge }) => ({ ...charge, ...(each && { each: withoutMin(each) }) })),
    ...(total && { total: withoutMin(total) }),
  };
}

function rounds({ step, each }: Charge): boolean {
  return step !== undefined || each?.step !== undefined;
}

function least(min: Bound | undefined): boolean {
  return min !== undefined && min !== "unknown";
}

function withoutStep({ step: _, ...rest }: NonNullable<Charge["each"]>): NonNullable<Charge["each"]> {
  return rest;
}

function withoutRounding({ round_to: _, ...rest }: NonNullable<Price["total"]>): NonNullable<Price["total"]> {
  return rest;
}

function withoutMin<T extends { min?: string }>({ min: _, ...rest }: T): Omit<T, "min"> {
  return rest;
}
