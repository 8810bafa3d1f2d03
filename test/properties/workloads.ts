import fc from "fast-check";
import { ACME, bookOfFiles } from "../in-memory.ts";

/** The small book, and a provider that bills status requests. */
const ASKED = { ...ACME, provider: "asked", jobs: { status_request: { usd: 0.001 } } };
export const BOOK = bookOfFiles(ACME, ASKED);
export const FAILURES = ["provider_error", "moderated", "invalid", "timed_out"] as const;

/** Without the advice on settings, which prices each workload several more times: for properties that do not need it. */
export const UNADVISED = { silent_cost: { level: "off" } };

/** A share in thousandths. */
export const share = (min: number, max: number) =>
  fc.integer({ min: Math.round(min * 1000), max: Math.round(max * 1000) }).map((thousandths) => thousandths / 1000);
const some = <T>(values: fc.Arbitrary<T>) => fc.record({ provider_error: values, moderated: values, invalid: values, timed_out: values }, { requiredKeys: [] });
const each = <T>(values: fc.Arbitrary<T>) => fc.record({ provider_error: values, moderated: values, invalid: values, timed_out: values });
const policy = fc.oneof(fc.constantFrom(true, false, "unknown"), share(0, 1));
export const seconds = (min: number, max: number) => fc.integer({ min, max });

const completion = fc.oneof(
  fc.record({ poll: fc.record({ first: seconds(1, 60), interval: seconds(5, 60), backoff: share(1, 2), pollers: seconds(1, 3) }) }),
  fc.record({ webhook: fc.record({ loss: share(0, 0.2) }) }),
  fc.record({ webhook: fc.record({ loss: share(0, 0.2), fallback_poll: fc.record({ after: seconds(10, 300), interval: seconds(5, 60) }) }) }),
);
const patience = fc.oneof(
  fc.constant({}),
  fc.record({ on_timeout: fc.constant("keep-polling"), max_wait: seconds(20, 600) }),
  fc.record({ on_timeout: fc.constantFrom("resubmit", "give-up"), timeout: seconds(20, 600) }),
  fc.record({ on_timeout: fc.constant("resubmit"), timeout: seconds(20, 600), idempotency_key: fc.constant(true) }),
  fc.record({ on_timeout: fc.constant("cancel-and-resubmit"), timeout: seconds(20, 600), cancel: fc.record({ success: share(0, 1), billed: share(0, 1) }) }),
);
const client = fc
  .tuple(
    patience,
    fc.record(
      { max_attempts: seconds(1, 5), retry_on: fc.subarray([...FAILURES]), submit_ack_loss: share(0, 0.2), completion },
      { requiredKeys: ["max_attempts"] },
    ),
  )
  .map(([one, others]) => ({ ...one, ...others }));
const latency = fc.tuple(seconds(10, 200), share(1.1, 5)).map(([p50, factor]) => ({ p50, p95: p50 * factor }));
const reliability = fc
  .tuple(
    fc.record({ outcomes: some(share(0.001, 0.15)), billed: each(policy), latency }),
    fc.record({ after_first: fc.record({ provider_error: share(0, 0.2), timed_out: share(0, 0.2) }) }, { requiredKeys: [] }),
  )
  .map(([one, others]) => ({ ...one, ...others }));
const evidence = fc.record(
  { provider_error: fc.constantFrom({ k: 0, n: 10 }, { k: 1, n: 20 }), moderated: fc.constantFrom({ k: 3, n: 100 }) },
  { requiredKeys: [] },
);
const fixedTakes = fc.constantFrom(1, 2, 2.5, 4);
const takes = fc.oneof(fixedTakes, fc.record({ until_kept: fc.record({ acceptance: share(0.1, 1), max: seconds(1, 8) }) }));
export const counted = fc.integer({ min: 1, max: 3000 });
const volume = fc.oneof(
  fc.record({ per_month: counted, arrivals: fc.constantFrom("fixed", "poisson") }),
  fc.record({ per_day: fc.integer({ min: 1, max: 50 }) }),
  fc.tuple(counted, counted, counted).map(([low, more, most]) => ({ per_month: { low, likely: low + more, high: low + more + most } })),
  fc.tuple(counted, share(1.5, 6)).map(([p10, factor]) => ({ per_month: { p10, p90: p10 * factor } })),
);
export const price = fc.integer({ min: 1, max: 500 }).map((cents) => ({ usd: (cents / 100).toFixed(2), per: "clip" }));
const model = fc.record({ provider: fc.constantFrom("acme", "asked"), model: fc.constant("acme-1") });

/** A workload with everything that the manifest can say of how its jobs go, but no evidence: rates are known. */
export const known = fc.tuple(model, fc.record({ price, client, reliability, takes, volume })).map(([one, others]) => ({ ...one, ...others }));
export const uncertain = fc.tuple(known, evidence).map(([one, counts]) => ({ ...one, reliability: { ...one.reliability, evidence: counts } }));
export type Workload = typeof known extends fc.Arbitrary<infer T> ? T : never;
