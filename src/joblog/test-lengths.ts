import type { Request } from "../engine/request.ts";
import type { Tariff } from "../engine/tariff.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { limitsOf } from "../prices/accepts.ts";
import type { Accepted } from "../prices/book.ts";

/** One length of a job that a test may choose, in seconds: what it could be, shortest first, how many files are of it, and how to ask for it. */
export type Length = { seconds: readonly number[]; files: number; set: (keys: WorkloadKeys, seconds: number) => WorkloadKeys };

/** A range is tried in its own steps, or in tenths of a second where it has none; at most so many. */
const TENTH = 0.1;
const TRIED = 1000;
/** Of input whose least length nobody states. */
const SHORT = 5;

/**
 * The lengths of a workload's job that may be other than declared: of the clip, and of what goes in. None
 * of a job that is asked for in frames or segments, and none of the clip where nothing says what is accepted.
 */
export function lengthsOf(keys: WorkloadKeys, request: Request, { model }: Tariff): Length[] {
  const limits = (field: string): readonly Accepted[] => limitsOf(field, model, (name) => request.fields.get(name)) ?? [];
  const { output, input } = keys;
  const fixed = output.frames !== undefined || output.segments !== undefined || !request.fields.has("duration");
  const clip: Length[] =
    fixed || (output.duration === undefined && followsInput(model))
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

/** Whether a clip is as long as what goes in unless a request says otherwise. */
export function followsInput({ defaults, cases }: Tariff["model"]): boolean {
  return [defaults, ...cases.map((one) => one.defaults)].some(({ duration }) => typeof duration === "object");
}

function withLength({ video, audio, ...rest }: WorkloadKeys["input"], seconds: number): WorkloadKeys["input"] {
  const same = (files: readonly number[]): number[] => files.map((file) => (file > 0 ? seconds : file));
  return { ...rest, ...(video && { video: same(video) }), ...(audio && { audio: same(audio) }) };
}

function accepted(limits: readonly Accepted[]): number[] {
  const all = limits.flatMap((limit) => {
    if (Array.isArray(limit)) return limit.filter((value) => typeof value === "number");
    const { min, max, step = TENTH } = limit as Exclude<Accepted, readonly unknown[]>;
    return ascending(decimal(min), decimal(max), decimal(step));
  });
  const lengths = [...new Set(all)].filter((seconds) => seconds > 0).sort((a, b) => a - b);
  // Where the book knows no least length, nobody sends a tenth of a second.
  return lengths.some((seconds) => seconds >= 1) ? lengths.filter((seconds) => seconds >= 1) : lengths;
}

function upTo(own: number): number[] {
  return ascending(decimal(Math.min(own, SHORT)), decimal(own), decimal(TENTH));
}

function ascending(min: Decimal, max: Decimal, step: Decimal): number[] {
  const count = Math.min(TRIED, max.minus(min).div(step).round(0, 0).toNumber() + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => step.times(index).plus(min).toNumber());
}
