import { decimal } from "../money/decimal.ts";
import type { Bound, Charge, Price } from "../prices/book.ts";

/** A price with one of its rules not as written: a test job shows a rule where the two bill it differently. */

/** Rounded in no way, and in each of the three ways; nothing if these charges round nothing. */
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

/** Whether a length of so many seconds, or the sum of so many files of it, could be rounded by any of these charges: a quick no for most. */
export function mayRound({ total }: Price, charges: readonly Charge[], seconds: number, files: number): boolean {
  if (total?.round_to !== undefined) return true;
  const lengths = [decimal(seconds), decimal(seconds).times(files)];
  const offStep = (step: string | undefined): boolean => step !== undefined && lengths.some((length) => !length.mod(step).eq(0));
  return charges.some(({ meter, step, each, min }) => {
    if (meter !== "second") return step !== undefined || each?.step !== undefined;
    // Up to the least quantity, that is billed, whatever the length.
    const least = typeof min === "string" && min !== "unknown" && lengths.every((length) => length.lte(min));
    return (!least && offStep(step)) || offStep(each?.step);
  });
}

/** With no least quantity and no least price; null if these charges have none. */
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
