import type { Request } from "../engine/request.ts";
import type { Tariff } from "../engine/tariff.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { decimal } from "../money/decimal.ts";
import { boundaries, limitsOf } from "../prices/accepts.ts";
import type { Accepted } from "../prices/book.ts";

/**
 * A length of a job that a test may choose. `seconds`: the possible values, shortest first. `files`: the number of files with this length.
 * `set`: puts a value into the workload's keys.
 */
export type Length = { seconds: Iterable<number>; files: number; set: (keys: WorkloadKeys, seconds: number) => WorkloadKeys };

/** A range is tried in its own steps, or else in steps of `TENTH` seconds, with at most `TRIED` values. A range that reaches `LEAST` seconds is tried from there. */
const TENTH = 0.1;
const TRIED = 1000;
const LEAST = 1;
/** Seconds. The shortest test input if nothing states a minimum length. */
const SHORT = 5;

/**
 * The lengths of a workload's job that a test may change: of the clip, and of the input files. The clip's length cannot change if the
 * job counts frames or segments, if the length follows the input, or if nothing states which lengths are accepted.
 */
export function lengthsOf(keys: WorkloadKeys, request: Request, { model }: Tariff): Length[] {
  const limits = (field: string): readonly Accepted[] => limitsOf(field, model, (name) => request.fields.get(name)) ?? [];
  const { output, input } = keys;
  const fixed = output.frames !== undefined || output.segments !== undefined || !request.fields.has("duration");
  const clip: Length[] =
    fixed || (output.duration === undefined && lengthFollowsInput(model))
      ? []
      : [{ seconds: accepted(limits("duration")), files: 1, set: (one, seconds) => ({ ...one, output: { ...one.output, duration: seconds } }) }];
  const files = [...(input.video ?? []), ...(input.audio ?? [])].filter((seconds) => seconds > 0);
  const stated = [...(input.video ? limits("input.video") : []), ...(input.audio ? limits("input.audio") : [])];
  const sent: Length[] =
    files.length === 0
      ? []
      : [
          {
            seconds: stated.length > 0 ? accepted(stated) : upTo(Math.min(...files)),
            files: files.length,
            set: (one, seconds) => ({ ...one, input: withLength(one.input, seconds) }),
          },
        ];
  return [...clip, ...sent];
}

/** Whether the clip is by default as long as its input. */
export function lengthFollowsInput({ defaults, cases }: Tariff["model"]): boolean {
  return [defaults, ...cases.map((one) => one.defaults)].some(({ duration }) => typeof duration === "object");
}

function withLength({ video, audio, ...rest }: WorkloadKeys["input"], seconds: number): WorkloadKeys["input"] {
  const same = (files: readonly number[]): number[] => files.map((file) => (file > 0 ? seconds : file));
  return { ...rest, ...(video && { video: same(video) }), ...(audio && { audio: same(audio) }) };
}

/** Values that all limits may accept: those of a list if there is one, otherwise those of the range with the highest minimum. Every request is checked later anyway. */
function accepted(limits: readonly Accepted[]): Iterable<number> {
  const list = limits.find(({ kind }) => kind === "list");
  if (list) return boundaries(list).toSorted((a, b) => a - b);
  const [range] = limits.filter((limit) => limit.kind === "range").sort((a, b) => b.min - a.min);
  return range ? ascending(range.min, range.max, range.step ?? TENTH) : [];
}

function upTo(own: number): Iterable<number> {
  return ascending(Math.min(own, SHORT), own, TENTH);
}

/** The steps of a range, generated on demand. If the range includes 1 second, shorter values are skipped, because nobody makes such clips. */
function ascending(min: number, max: number, step: number): Iterable<number> {
  const skipped = min >= LEAST || max < LEAST ? 0 : decimal(LEAST).minus(min).div(step).round(0, 3).toNumber();
  return {
    *[Symbol.iterator]() {
      for (let index = skipped; index < skipped + TRIED; index++) {
        const seconds = decimal(step).times(index).plus(min).toNumber();
        if (seconds > max) return;
        if (seconds > 0) yield seconds;
      }
    },
  };
}
