import { describe, expect, test } from "vitest";
import { coverageOf } from "./covered.ts";

/**
 * Simulated logs whose truth is known, of each kind; `LOGS=200 SEED=7` is what `npm run soak` asks for, and prints. With n logs a share
 * of 95% scatters by √(0.95 × 0.05 / n), one of 80% by √(0.8 × 0.2 / n): with 30 by 4 and 7 points, with 200 by 1.5 and 2.8.
 */
const LOGS = Number(process.env["LOGS"] ?? 30);
const SEED = Number(process.env["SEED"] ?? 2026) % 1_000_000;
const IS_FULL = LOGS >= 200;

/** The bounds for 200 logs; for 30 logs they are wider by three standard deviations. */
const INTERVAL = IS_FULL ? [0.92, 0.985] : [0.83, 1];
const BAND = IS_FULL ? [0.7, 0.9] : [0.55, 0.97];

describe.each(["plain", "until-kept"] as const)("simulated logs of teams, half of them with client timeouts, %s", async (takes) => {
  const { coverage } = await coverageOf(LOGS, SEED, { takes });
  if (IS_FULL) process.stdout.write(`${LOGS} logs, ${takes}: ${JSON.stringify(coverage)}\n`);

  test.each(["provider_error", "moderated", "tail"] as const)("the 95%% interval of %s contains the true value", (of) => {
    expect(coverage.intervals[of]).toBeGreaterThanOrEqual(INTERVAL[0] as number);
    expect(coverage.intervals[of]).toBeLessThanOrEqual(INTERVAL[1] as number);
  });

  test("the 80% range contains the next month, and misses on both sides", () => {
    expect(coverage.month).toBeGreaterThanOrEqual(BAND[0] as number);
    expect(coverage.month).toBeLessThanOrEqual(BAND[1] as number);
    expect(Math.abs(coverage.below - coverage.above)).toBeLessThanOrEqual(IS_FULL ? 0.12 : 0.3);
  });

  test("the patched manifest matches the log's cost", () => expect(coverage.off).toBeLessThan(0.05));

  // Chance alone shows a trend once in twenty logs, half of them upwards.
  test("no growth is reported without growth", () => expect(coverage.growing).toBeLessThanOrEqual(IS_FULL ? 0.07 : 0.15));
});

test("a growth of 20% a month is found, and the range follows it", async () => {
  // Of some 20 clips a day over 90 days the slope is 0.0060 a day ± 0.0009: more than six deviations; where days scatter it is two.
  const { coverage, logs } = await coverageOf(LOGS, SEED + 100_000, { takes: "plain", growth: 0.2, days: 91 });
  expect(coverage.growing).toBeGreaterThanOrEqual(0.7);
  const seen = logs.flatMap(({ growth }) => growth ?? []).sort((a, b) => a - b);
  expect(seen[seen.length >> 1]).toBeGreaterThan(0.14);
  expect(seen[seen.length >> 1]).toBeLessThan(0.3);
  expect(coverage.month).toBeGreaterThanOrEqual(0.5);
  if (IS_FULL) process.stdout.write(`${LOGS} logs that grow by 20% a month: ${JSON.stringify(coverage)}\n`);
});
