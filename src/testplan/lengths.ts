import type { Request } from "../engine/request.ts";
import type { Tariff } from "../engine/tariff.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { decimal } from "../money/decimal.ts";
import { boundaries, limitsOf } from "../prices/accepts.ts";
import type { Accepted } from "../prices/book.ts";

/** One length of a job that a test may choose, in seconds: what it could be, shortest first, how many files are of it, and how to ask for it. */
export type Length = { seconds: Iterable<number>; files: number; set: (keys: WorkloadKeys, seconds: number) => WorkloadKeys };

/** A range is tried in its own steps, or in tenths of a second where it has none; at most so many. */
const TENTH = 0.1;
const TRIED = 1000;
const LEAST = 1;
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

/** Whether a clip is as long as what goes in unless a request says otherwise. */
export function lengthFollowsInput({ defaults, cases }: Tariff["model"]): boolean {
  return [defaults, ...cases.map((one) => one.defaults)].some(({ duration }) => typeof duration === "object");
}

function withLength({ video, audio, ...rest }: WorkloadKeys["input"], seconds: number): WorkloadKeys["input"] {
  const same = (files: readonly number[]): number[] => files.map((file) => (file > 0 ? seconds : file));
  return { ...rest, ...(video && { video: same(video) }), ...(audio && { audio: same(audio) }) };
}

/** What all of these limits may accept: a list where one is a list, else the range that begins last. The request is asked in any case. */
function accepted(limits: readonly Accepted[]): Iterable<number> {
  const list = limits.find(({ kind }) => kind === "list");
  if (list) return boundaries(list).toSorted((a, b) => a - b);
  const [range] = limits.filter((limit) => limit.kind === "range").sort((a, b) => b.min - a.min);
  return range ? ascending(range.min, range.max, range.step ?? TENTH) : [];
}

function upTo(own: number): Iterable<number> {
  return ascending(Math.min(own, SHORT), own, TENTH);
}

/** The steps of a range, made as they are asked for; from a second on where it has that, since nobody sends a tenth of one. */
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
