import { FAILURES } from "../../notation/failure.ts";
import { halfWidth, jobsForInterval, jobsToRuleOut, upperBoundOfNone } from "../../stats/sample-size.ts";
import { LEAST_DAYS } from "../measure/volume.ts";
import type { Calibration, CannotTell } from "./calibration.ts";

/** `CLOSE`: the desired half width of a rate's interval. `SURE`: the share of billed failures that a sample should rule out. */
const CLOSE = 0.05;
const SURE = 0.1;

/** A percentile can be measured if at least this many times are above it. */
const ABOVE = 10;

const DAYS_OF_A_MONTH = 30;

/** Lists what a sample of this size cannot show. */
export function cannotTell({
  n,
  outcomes,
  latency,
  volume,
  acceptance,
  attempts,
  polls,
}: Pick<Calibration, "n" | "outcomes" | "latency" | "volume" | "acceptance" | "attempts" | "polls">): CannotTell[] {
  const unseen = FAILURES.filter((failure) => outcomes[failure].k === 0);
  const rates = FAILURES.filter((failure) => outcomes[failure].k > 0).map((failure) => outcomes[failure].k / n);
  const worst = Math.max(0, ...rates);
  const unsure = FAILURES.filter((failure) => outcomes[failure].k > 0 && outcomes[failure].billed.k === 0 && outcomes[failure].billed.n < jobsToRuleOut(SURE));
  const ended = (latency?.n ?? 0) - (latency?.censored ?? 0);
  const one = (is: boolean, code: CannotTell["code"], args: CannotTell["args"] = {}): CannotTell[] => (is ? [{ code, args }] : []);
  return [
    ...one(unseen.length > 0, "unseen", { n, outcomes: unseen.join(", "), bound: upperBoundOfNone(n) }),
    ...one(halfWidth(worst, n) > CLOSE, "imprecise", { n, half: halfWidth(worst, n), needed: jobsForInterval(worst, CLOSE), wanted: CLOSE }),
    ...one(ended < ABOVE, "latency", { n: ended }),
    ...one(ended >= ABOVE && ended < 100 * ABOVE, "tail", { n: ended, needed: 100 * ABOVE }),
    ...unsure.map((failure): CannotTell => {
      const { billed } = outcomes[failure];
      return {
        code: "billing",
        args: { outcome: failure, n: billed.n, bound: billed.n === 0 ? 1 : upperBoundOfNone(billed.n), needed: jobsToRuleOut(SURE), wanted: SURE },
      };
    }),
    ...one(volume.days < LEAST_DAYS, "volume", { days: volume.days, needed: LEAST_DAYS }),
    ...one(volume.days < DAYS_OF_A_MONTH, "outages", { days: volume.days }),
    ...one(acceptance === null, "acceptance"),
    ...one(attempts === null, "attempts"),
    ...one(polls === null, "polls"),
    ...one(true, "lost"),
  ];
}
