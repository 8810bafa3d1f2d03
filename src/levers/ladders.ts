import type { WorkloadLine } from "../budget/judge-input.ts";
import type { LeverEdit, LeverKind } from "../budget/reason.ts";
import { megapixels, type Request } from "../engine/request.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { decimal } from "../money/decimal.ts";
import { limitsOf, listedValues } from "../prices/accepts.ts";
import type { Accepted, AcceptedRange, Book, Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { findModel, providersOf } from "../prices/find.ts";
import { idsByFamily, modelFamily } from "./family.ts";

/**
 * One key of a workload, and values that could replace its own, the least loss first. Values are read by index (`at`), because a volume
 * may have a million. `choose`: which of the values that are enough are proposed. `first`: the first one; each value then costs no more
 * than the one before it. `most-expensive`, `cheapest`: the ones with the highest or the lowest monthly cost.
 */
export type Ladder = Pick<LeverEdit, "path" | "from"> & {
  kind: LeverKind;
  size: number;
  at: (index: number) => unknown;
  choose: "first" | "most-expensive" | "cheapest";
};

/** At most this many durations of a range are tried. */
const STEPS = 64;

/** The ladders of a workload, except for the keys in its `keep` list. Whether a model accepts a value turns out when it is priced. */
export function laddersOf(line: WorkloadLine, book: Book): Ladder[] {
  const { head } = line;
  if (!head?.keys || head.monthly === null) return [];
  const keys = head.keys;
  const provider = book.provider(keys.provider);
  const model = provider && findModel(provider, keys.model);
  const ofModel =
    model && head.request ? [...outputLadders(head.request, model), countLadder(keys, head.request, model), ...modelLadders(keys, model, book)] : [];
  return [...reverts(line), ...ofModel, takesLadder(keys), ...volumeLadder(keys)].filter(({ path, size }) => size > 0 && !isKept(path, keys));
}

/** Whether a workload's `keep` list contains a key or a section above it, so that no advice may change it. */
export function isKept(path: string, { keep }: Pick<WorkloadKeys, "keep">): boolean {
  return keep.some((kept) => path === kept || path.startsWith(`${kept}.`));
}

function ladder(one: Pick<Ladder, "kind" | "path" | "from">, values: readonly unknown[], choose: Ladder["choose"] = "first"): Ladder {
  return { ...one, size: values.length, at: (index) => values[index], choose };
}

/** Keys that this change edited and made more expensive, back to base's value. If base left the key out, the provider's default counts. */
function reverts({ change, changes, head, base }: WorkloadLine): Ladder[] {
  if (change !== "changed") return [];
  return changes.flatMap(({ path, from, to, monthly }): Ladder[] => {
    if (!monthly?.gt(0) || !REVERTED.test(path)) return [];
    const field = path.replace(/^output\./, "");
    const before = from ?? base?.request?.fields.get(field);
    return before === undefined ? [] : [ladder({ kind: "revert", path, from: to ?? head?.request?.fields.get(field) ?? null }, [before])];
  });
}

/** Keys that say what is requested, and how often. Keys about payment are no levers. */
const REVERTED = /^(?:(?:output|input|options)\.[^. ]+|volume\.per_\w+|takes|tier|mode|region|runtime|provider|model|client\.max_attempts)$/;

/** Ladders for the output of a job and for its tier: no sound (if nobody chose sound), a shorter duration, a lower resolution, another tier. */
export function outputLadders(request: Request, model: Model): Ladder[] {
  const { fields, given } = request;
  const limitsFor = (field: string): readonly Accepted[] => limitsOf(field, model, (other) => fields.get(other)) ?? [];
  const listed = (field: string): Scalar[] => [...new Set(limitsFor(field).flatMap(listedValues))].filter((value) => value !== "auto");
  const [duration, resolution, audio, tier = "standard"] = ["duration", "resolution", "audio", "tier"].map((field) => fields.get(field));
  const isTimed = typeof duration === "number" && !given.has("frames") && !given.has("segments");
  const range = limitsFor("duration").find((limit) => limit.kind === "range");
  const lengths = isTimed ? (range ? stepsBelow(range, duration) : listed("duration").filter((one) => Number(one) < duration)) : [];
  const pixels = megapixels(String(resolution));
  const smaller = listed("resolution").filter((one) => megapixels(String(one)) > 0 && megapixels(String(one)) < pixels);
  return [
    ladder({ kind: "audio", path: "output.audio", from: true }, audio === true && !given.has("audio") ? [false] : []),
    ladder(
      { kind: "duration", path: "output.duration", from: duration },
      [...lengths].sort((a, b) => Number(b) - Number(a)),
    ),
    ladder(
      { kind: "resolution", path: "output.resolution", from: resolution },
      smaller.sort((a, b) => megapixels(String(b)) - megapixels(String(a))),
    ),
    ladder(
      { kind: "tier", path: "tier", from: tier },
      listed("tier").filter((one) => one !== tier),
      "most-expensive",
    ),
  ];
}

/**
 * Fewer outputs of one job. If the outputs are takes of one clip, a clip still gets the takes that the manifest wants: 2 takes are one job
 * of 4 outputs, and a job of 2 is enough. With one take for each clip and `keep: [takes]`, the outputs count as its takes and are kept.
 */
function countLadder(keys: WorkloadKeys, { fields }: Request, model: Model): Ladder {
  const from = fields.get("count");
  const count = typeof from === "number" && !(keys.takes === 1 && isKept("takes", keys)) ? Math.min(from, MOST_TAKES) : 1;
  const limits = limitsOf("count", model, (other) => fields.get(other)) ?? [];
  const listed = limits.flatMap(listedValues).map(Number);
  const fewer = Array.from({ length: Math.max(0, count - 1) }, (_, index) => count - 1 - index);
  return ladder({ kind: "count", path: "output.count", from }, listed.length > 0 ? fewer.filter((one) => listed.includes(one)) : fewer);
}

/** The values of a range below a value, in descending order. A range without a step has steps of 1 from its least value. */
function stepsBelow({ min, step = 1 }: AcceptedRange, value: number): number[] {
  const highest = Math.ceil(Number(((value - min) / step).toPrecision(12))) - 1;
  const places = Array.from({ length: Math.max(0, Math.min(STEPS, highest + 1)) }, (_, index) => highest - index);
  return places.map((place) => decimal(min).plus(decimal(step).times(place)).toNumber());
}

/** The same model at other providers, and other models of its family at this provider. None for a contract price, which is for one model. */
function modelLadders(keys: WorkloadKeys, model: Model, book: Book): Ladder[] {
  if (keys.price) return [];
  const sellers = providersOf(book).filter((one) => one.provider !== keys.provider && findModel(one, keys.model));
  const family = modelFamily(model.id);
  const provider = book.provider(keys.provider);
  const others = (family !== null && provider && idsByFamily(provider).get(family)) || [];
  return [
    ladder(
      { kind: "provider", path: "provider", from: keys.provider },
      sellers.map(({ provider }) => provider),
      "cheapest",
    ),
    ladder(
      { kind: "model", path: "model", from: keys.model },
      others.filter((id) => id !== model.id),
      "most-expensive",
    ),
  ];
}

function takesLadder({ takes }: WorkloadKeys): Ladder {
  const down = (from: number): number[] => Array.from({ length: Math.max(0, Math.ceil(from) - 1) }, (_, index) => Math.ceil(from) - 1 - index);
  if (typeof takes === "number") return ladder({ kind: "takes", path: "takes", from: takes }, down(Math.min(takes, MOST_TAKES)));
  const { max } = takes.until_kept;
  return ladder({ kind: "takes", path: "takes.until_kept.max", from: max }, down(max));
}

/** No ladder starts above this many takes or outputs, because the manifest allows far larger numbers. */
const MOST_TAKES = 1000;

/** An uncertain volume is cut in steps of a thousandth. */
const THOUSANDTHS = 1000;

/** Fewer clips. The step is one clip, or a tenth of a clip for fewer than 10 a day or week. All numbers of an uncertain volume are cut in proportion. */
function volumeLadder({ volume }: WorkloadKeys): Ladder[] {
  const key = (["per_month", "per_week", "per_day"] as const).find((name) => volume[name] !== undefined);
  const declared = key && volume[key];
  if (key === undefined || declared === undefined) return [];
  const one = { kind: "volume", path: `volume.${key}`, from: declared, choose: "first" } as const;
  if (typeof declared === "number") {
    const step = key === "per_month" || declared >= 10 ? 1 : 0.1;
    const highest = Math.ceil(Number((declared / step).toPrecision(12))) - 1;
    return [{ ...one, size: Math.max(0, highest), at: (index) => Number(((highest - index) * step).toPrecision(12)) }];
  }
  const cut = (share: number): object => Object.fromEntries(Object.entries(declared).map(([name, amount]) => [name, Number((amount * share).toPrecision(3))]));
  return [{ ...one, size: THOUSANDTHS - 1, at: (index) => cut((THOUSANDTHS - 1 - index) / THOUSANDTHS) }];
}
