import { type Mode, TAKES_AUDIO, TAKES_VIDEO } from "../notation/mode.ts";
import { ownValue } from "../notation/record-of.ts";
import type { Arg, Problem, ProblemCode } from "../problem.ts";
import { boundaries, isAccepted, limitsOf } from "./accepts.ts";
import type { Accepted, Charge, Model, Price, Provider } from "./book.ts";
import { beats, type Condition, type Fields, holds, type Matcher, type Scalar } from "./condition.ts";

/**
 * The rules of a price file that its schema cannot express. They make sure that every request has exactly
 * one price: dates do not overlap, ids are unique, conditions can match, defaults are accepted, one
 * charge wins in every line, and every accepted request has a charge or is listed under `holes`.
 */
export function checkProvider(provider: Provider, file: string): Problem[] {
  return [...duplicates(provider, file), ...provider.models.flatMap((model, index) => checkModel(model, file, ["models", index]))];
}

type Report = (code: ProblemCode, path: Problem["path"], args: Record<string, Arg>) => Problem;

function reporter(file: string, at: Problem["path"]): Report {
  return (code, path, args) => ({ code, severity: "error", file, path: [...at, ...path], args });
}

function duplicates({ models }: Provider, file: string): Problem[] {
  const seen = new Map<string, string>();
  return models.flatMap(({ id, aliases }, index) =>
    [id, ...aliases].flatMap((name) => {
      const owner = seen.get(name);
      seen.set(name, id);
      return owner === undefined ? [] : [reporter(file, ["models", index])("price-duplicate", ["id"], { name, owner })];
    }),
  );
}

function checkModel(model: Model, file: string, at: Problem["path"]): Problem[] {
  const report = reporter(file, at);
  return [
    ...overlaps(model, report),
    ...conditions(model, report),
    ...defaults(model, report),
    ...media(model, report),
    ...model.prices.flatMap((price, index) => checkPrice(model, price, reporter(file, [...at, "prices", index]))),
  ];
}

function overlaps({ id, prices }: Model, report: Report): Problem[] {
  return prices.flatMap((a, i) =>
    prices.slice(i + 1).flatMap((b, j) => {
      const apart = (a.to !== undefined && b.from !== undefined && a.to <= b.from) || (b.to !== undefined && a.from !== undefined && b.to <= a.from);
      return apart
        ? []
        : [report("price-overlap", ["prices", i + 1 + j], { id, first: `${a.from ?? "…"} to ${a.to ?? "…"}`, second: `${b.from ?? "…"} to ${b.to ?? "…"}` })];
    }),
  );
}

/** Reports each `when` that can never match, because it names a value or an option that the model does not accept. */
function conditions(model: Model, report: Report): Problem[] {
  const all = [
    ...model.cases.map(({ when }) => when),
    ...model.prices.flatMap(({ charges, factors, holes }) => [...charges.map(({ when }) => when), ...factors.map(({ when }) => when), ...holes]),
  ];
  const seen = new Set<string>();
  return all.flatMap((when) =>
    Object.entries(when).flatMap(([field, matcher]) => {
      const limits = everLimits(field, model);
      const values = "in" in matcher ? matcher.in : [];
      const never =
        limits === undefined ? values.slice(0, 1) : values.filter((value) => limits.length > 0 && !limits.some((limit) => isAccepted(limit, value)));
      const key = `${field} ${never.join()}`;
      if ((limits !== undefined && never.length === 0) || seen.has(key)) return [];
      seen.add(key);
      return [report("price-when", [], { id: model.id, field, value: never.map(String), ...(limits === undefined && { undeclared: true }) })];
    }),
  );
}

/** The limits of a field from the model and all its cases together. A value is possible if one of them accepts it. */
function everLimits(field: string, model: Model): Accepted[] | undefined {
  const base = limitsOf(field, { ...model, cases: [] }, () => undefined);
  const cases = model.cases.flatMap(({ accepts }) => ownValue(accepts, field) ?? []);
  return base === undefined && cases.length === 0 ? undefined : [...(base ?? []), ...cases];
}

function defaults(model: Model, report: Report): Problem[] {
  const groups = [{ values: model.defaults, path: ["defaults"] }, ...model.cases.map((one, i) => ({ values: one.defaults, path: ["cases", i, "defaults"] }))];
  return groups.flatMap(({ values, path }) =>
    Object.entries(values).flatMap(([field, value]) => {
      if (typeof value === "object") return [];
      const limits = everLimits(field, model);
      const accepted = limits !== undefined && (limits.length === 0 || limits.some((limit) => isAccepted(limit, value)));
      return accepted ? [] : [report("price-default", [...path, field], { id: model.id, field, value })];
    }),
  );
}

/** Reports what the media profile lacks. Frames and pixel tokens need the frame rate; megapixels and pixel tokens also need the frame size. */
function media(model: Model, report: Report): Problem[] {
  const charges = model.prices.flatMap((price) => price.charges);
  const profile = model.media;
  const missing = (what: string): Problem[] => [report("price-media", ["media"], { id: model.id, what })];
  const counts = (meter: Charge["meter"], ofText: boolean): boolean =>
    charges.some((charge) => charge.meter === meter && charge.of.includes("text") === ofText);
  const framed = counts("frame", false) || counts("megapixel", false) || (counts("token", false) && profile?.tokens?.per_second === undefined);
  const sized = counts("megapixel", false) || (counts("token", false) && profile?.tokens?.divide !== undefined);
  return [
    ...(counts("token", false) && profile?.tokens?.divide === undefined && profile?.tokens?.per_second === undefined ? missing("tokens.divide") : []),
    ...(counts("token", true) && profile?.tokens?.text_bytes === undefined ? missing("tokens.text_bytes") : []),
    ...(charges.some(({ meter, of }) => meter === "token" && of.includes("text") && of.length > 1) ? missing("of: text") : []),
    ...(framed && profile?.fps === undefined && model.accepts["fps"] === undefined && model.defaults["fps"] === undefined ? missing("fps") : []),
    ...(sized ? unsized(model).map((size) => report("price-media", ["media"], { id: model.id, what: `pixels: ${size}` })) : []),
  ];
}

/** Pairs of an accepted resolution and an accepted aspect ratio without a size in the media profile. */
function unsized(model: Model): string[] {
  const resolutions = model.accepts["resolution"];
  if (resolutions?.kind !== "list") return model.media?.pixels ? [] : ["resolution"];
  const accepted = model.accepts["aspect_ratio"];
  const ratios =
    accepted?.kind === "list" ? accepted.values.filter((ratio) => ratio !== "auto" && ratio !== "adaptive") : [model.defaults["aspect_ratio"] ?? "none"];
  return resolutions.values.flatMap((name) =>
    ratios.flatMap((ratio) => {
      const known = model.media?.pixels?.some((size) => size.class === name && (size.ratio === undefined || size.ratio === ratio));
      return known ? [] : [`${name} ${ratio}`];
    }),
  );
}

/** The most requests to check for one price. A larger grid would take too long. */
const MAX_POINTS = 300_000;

function checkPrice(model: Model, price: Price, report: Report): Problem[] {
  const problems: Problem[] = [...totals(model, price, report), ...quantityKeys(model, price, report)];
  const matches = new Map(price.charges.filter(({ extra }) => !extra).map(({ line }) => [line, 0]));
  let points = 0;
  const rivals = new Set<string>();
  const uncovered = new Set<string>();
  for (const point of gridOf(model, price)) {
    const fields: Fields = (field) => point.get(field);
    if (price.holes.some((hole) => holds(hole, fields) === true)) continue;
    const matching = price.charges.filter(({ extra, when }) => !extra && holds(when, fields) === true);
    if (matching.length === 0) uncovered.add(describe(point));
    points++;
    for (const line of new Set(matching.map((charge) => charge.line))) matches.set(line, (matches.get(line) ?? 0) + 1);
    for (const charge of matching) {
      const rival = matching.find(
        (other) => other !== charge && other.line === charge.line && !beats(other.when, charge.when) && !beats(charge.when, other.when),
      );
      const beaten = matching.some((other) => other.line === charge.line && beats(other.when, charge.when) && (!rival || beats(other.when, rival.when)));
      if (rival && !beaten) rivals.add(`${charge.line}: ${describe(point)}`);
    }
  }
  problems.push(...conditionalLines(model, price, { matches, points }, report));
  const shown = (requests: Set<string>): string[] => [...requests].slice(0, 5);
  if (uncovered.size > 0) problems.push(report("price-hole", ["charges"], { id: model.id, requests: shown(uncovered), more: Math.max(0, uncovered.size - 5) }));
  if (rivals.size > 0) problems.push(report("price-rivals", ["charges"], { id: model.id, requests: shown(rivals), more: Math.max(0, rivals.size - 5) }));
  return problems;
}

function totals({ id }: Model, { charges, total }: Price, report: Report): Problem[] {
  const units = new Set(charges.flatMap(({ amount }) => (amount === "unknown" ? [] : [amount.unit])));
  return total && units.size > 1 ? [report("price-units", ["total"], { id, units: [...units] })] : [];
}

/** Charges in the same line replace each other, so they must have the same quantity keys. Otherwise a rule would be lost by accident. */
function quantityKeys({ id }: Model, { charges }: Price, report: Report): Problem[] {
  const keys = (charge: Charge): string => (["step", "min", "max", "included", "each"] as const).filter((key) => charge[key] !== undefined).join(" ");
  const ordinary = charges.filter(({ extra }) => !extra);
  return [...new Set(ordinary.map(({ line }) => line))].flatMap((line) => {
    const different = new Set(ordinary.filter((charge) => charge.line === line).map(keys));
    return different.size > 1 ? [report("price-quantity-keys", ["charges"], { id, line, keys: [...different].map((one) => one || "none") })] : [];
  });
}

/** `points`: the number of requests checked. `matches`: how many of them each line applies to. */
type Matched = { matches: ReadonlyMap<string, number>; points: number };

/**
 * Notes each unnamed line that applies to some requests only, beside a line that applies to all. The two
 * amounts add up, but the author may have meant the first to replace the second. A `line` of its own says which.
 */
function conditionalLines({ id }: Model, { charges }: Price, { matches, points }: Matched, report: Report): Problem[] {
  const unnamed = new Set(charges.map(({ meter, of }) => `${meter} of ${of.join(" + ")}`));
  const sometimes = [...matches].filter(([line, count]) => count < points && unnamed.has(line)).map(([line]) => line);
  const always = [...matches.values()].some((count) => count === points);
  return always && sometimes.length > 0 ? [{ ...report("price-conditional-meter", ["charges"], { id, lines: sometimes }), severity: "note" }] : [];
}

type Point = ReadonlyMap<string, Scalar>;

/** Every combination of accepted values that the conditions can tell apart: all values of a list, and both sides of every edge of a range. */
function* gridOf(model: Model, price: Price): Generator<Point> {
  const conditions = [...model.cases.map(({ when }) => when), ...price.charges.map(({ when }) => when), ...price.holes];
  const names = [...new Set(["mode", ...conditions.flatMap((when) => Object.keys(when))])];
  const axes = names.map((field) => [field, candidates(field, model, conditions)] as const);
  const size = axes.reduce((product, [, values]) => product * values.length, 1);
  if (size > MAX_POINTS) throw new Error(`${model.id}: ${size} requests to check; split the model or its conditions`);
  for (let index = 0; index < size; index++) {
    const point = new Map<string, Scalar>();
    let rest = index;
    for (const [field, values] of axes) {
      point.set(field, values[rest % values.length] as Scalar);
      rest = Math.floor(rest / values.length);
    }
    if (isPossible(point, model)) yield point;
  }
}

function candidates(field: string, model: Model, conditions: readonly Condition[]): Scalar[] {
  if (field === "mode") return [...model.modes];
  const limits = everLimits(field, model) ?? [];
  const values = new Set<Scalar>();
  for (const limit of limits) {
    for (const value of limit.kind === "list" ? limit.values : boundaries(limit)) if (value !== "auto") values.add(value);
  }
  const listed = limits.length > 0 && limits.every(({ kind }) => kind === "list");
  const inputs = field.startsWith("input.") && field !== "input.resolution";
  if (inputs) values.add(0);
  if (!listed) for (const when of conditions) for (const value of edges(ownValue(when, field))) values.add(value);
  return [...values].filter((value) => value === 0 || limits.length === 0 || limits.some((limit) => isAccepted(limit, value)));
}

/** Every edge of a range and the numbers one above and one below it. */
function edges(matcher: Matcher | undefined): Scalar[] {
  if (matcher === undefined) return [];
  if ("in" in matcher) return [...matcher.in];
  const { min, max, above, below } = matcher;
  return [min, max, above, below].flatMap((edge) => (edge === undefined ? [] : [edge, edge + 1, ...(edge >= 1 ? [edge - 1] : [])]));
}

function isPossible(point: Point, model: Model): boolean {
  const mode = point.get("mode") as Mode;
  if (TAKES_VIDEO.has(mode) && point.get("input.video") === 0) return false;
  if (TAKES_AUDIO.has(mode) && point.get("input.audio") === 0) return false;
  for (const [field, value] of point) {
    if (value === 0 && field.startsWith("input.")) continue;
    const limits = limitsOf(field, model, (name) => point.get(name));
    if (!limits?.every((limit) => isAccepted(limit, value))) return false;
  }
  return true;
}

function describe(point: Point): string {
  return [...point].map(([field, value]) => `${field} ${value}`).join(", ");
}
