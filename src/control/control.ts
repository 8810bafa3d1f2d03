import type { Settings, WorkloadKeys } from "../manifest/schema.ts";
import { fieldNames } from "../notation/record-of.ts";

/** Settings of a manifest that judge a change. They are therefore taken from base. */
export const SETTINGS = [
  "currency",
  "fx",
  "budget",
  "policy",
  "scan",
  "accounts",
  "include",
  "include_reports",
  "prices",
] as const satisfies readonly (keyof Settings)[];

/** Claims of a workload about who pays for failed jobs. They lower the cost, so base has to agree. */
export const RATE_CLAIMS = {
  billed: {
    of: ({ reliability }) => reliability.billed,
    with: (keys, billed) => {
      const { billed: _, ...reliability } = keys.reliability;
      return { ...keys, reliability: { ...reliability, ...(billed && { billed }) } };
    },
  } satisfies ClaimOf<WorkloadKeys["reliability"]["billed"]>,
  /** For a new workload, or one without this claim, all canceled jobs count as billed. */
  "client.cancel.billed": {
    of: ({ client }) => client.cancel?.billed ?? 1,
    with: (keys, billed) => (keys.client.cancel ? { ...keys, client: { ...keys.client, cancel: { ...keys.client.cancel, billed: billed ?? 1 } } } : keys),
  } satisfies ClaimOf<number>,
} as const;

type ClaimOf<T> = { of: (keys: WorkloadKeys) => T; with: (keys: WorkloadKeys, value: T | undefined) => WorkloadKeys };
export type RateClaim = keyof typeof RATE_CLAIMS;
export const CLAIM_NAMES = fieldNames(RATE_CLAIMS);

/** Whether a workload's claim differs from base's, or exists without one at base. */
export function claims(claim: RateClaim, keys: WorkloadKeys, base: WorkloadKeys | null | undefined): boolean {
  const { of, with: set } = RATE_CLAIMS[claim] as ClaimOf<unknown>;
  return !same(of(keys), of(set(keys, base ? of(base) : undefined)));
}

/** A workload's keys with base's claims instead of its own. */
export function withClaims(keys: WorkloadKeys, base: WorkloadKeys | null): WorkloadKeys {
  return CLAIM_NAMES.reduce((all, claim) => {
    const { of, with: set } = RATE_CLAIMS[claim] as ClaimOf<unknown>;
    return set(all, base ? of(base) : undefined);
  }, keys);
}

/**
 * A control that a change edits. `price-files`: the contents of the files that `prices` lists. `price`, claims, `tags`, `code` and `keep`
 * belong to the named workloads. `path`: the place of the manifest, or which manifest is read. `lock`: the price lock, whose path is
 * `file`. `moved`: workloads that left the manifest for another one. `renamed`: new workloads that replace a similar one.
 */
export type Control = {
  /** The manifest's path at head, or at base if head does not have it. */
  file: string;
  what: (typeof SETTINGS)[number] | "price-files" | "price" | RateClaim | "tags" | "code" | "keep" | "path" | "moved" | "renamed" | "lock";
  workloads: readonly string[];
};

/** Whether two values of a setting are equal. Both come from the same schema, which puts keys into one order, so their JSON can be compared. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
