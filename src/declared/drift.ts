import type { DeclaredWorkload } from "../manifest/parse.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { normaliseResolution, sizeOf } from "../notation/resolution.ts";
import type { CodeFinding, LiteralValue, ParameterName } from "../scan/finding.ts";
import { literalValues } from "../scan/merged-parameters.ts";
import type { Drift } from "./result.ts";
import { isInCode } from "./same-model.ts";

/** The value that a workload declares for each parameter; undefined if it leaves it to the provider. */
const SAID: Readonly<Record<Exclude<Drift["what"], "model">, (output: WorkloadKeys["output"]) => string | number | boolean | undefined>> = {
  // `auto` is not a length; frames and segments are other ways to state one.
  duration: ({ duration }) => (duration === "auto" ? undefined : duration),
  resolution: ({ resolution }) => resolution,
  audio: ({ audio }) => audio,
};

/**
 * Reports each literal in each file that differs from every workload that declares the call. One workload that lacks the key or has an
 * equal value is enough for no drift, because code does not tell which of several workloads a call belongs to, unless their `code` does.
 * Code with 5 seconds in one file and 10 in another drifts from a workload of 5 seconds in the second file.
 */
export function parameterDrifts({ parameters }: CodeFinding, declaring: readonly DeclaredWorkload[]): Drift[] {
  return (Object.keys(SAID) as (keyof typeof SAID)[]).flatMap((what): Drift[] => {
    const parameter = parameters[what satisfies ParameterName];
    const drifts = parameter ? literalValues(parameter).flatMap((literal) => driftOf(what, literal, declaring) ?? []) : [];
    return drifts.filter((one, index) => drifts.findIndex(({ workload, code }) => workload === one.workload && code === one.code) === index);
  });
}

function driftOf(what: keyof typeof SAID, { value, file, line }: LiteralValue, all: readonly DeclaredWorkload[]): Drift | null {
  const there = all.filter((workload) => isInCode(workload, file) !== false);
  const declaring = there.length > 0 ? there : all;
  const said = declaring.flatMap((workload) => {
    const declared = workload.keys ? SAID[what](workload.keys.output) : undefined;
    return declared === undefined ? [] : [{ workload, declared }];
  });
  const [first] = said;
  if (!first || said.length < declaring.length || said.some(({ declared }) => isAlike(what, declared, value))) return null;
  return { what, file, line, ...first, code: value };
}

/** Whether two values are equal. A resolution class is the shorter side of a size: `1280x720` equals `720p`, and `4k` equals `2160p`. */
function isAlike(what: keyof typeof SAID, declared: string | number | boolean, code: string | number | boolean): boolean {
  if (what !== "resolution") return what === "duration" ? Math.abs(Number(declared) - Number(code)) < 1e-9 : declared === code;
  const [one, other] = [declared, code].map((value) => normaliseResolution(String(value))) as [string, string];
  return one === other || shorterSide(one) === shorterSide(other);
}

/** Pixels of the shorter side; any other text is returned as it is. */
function shorterSide(resolution: string): number | string {
  const size = sizeOf(resolution);
  if (size) return Math.min(...size);
  const lines = /^(\d{3,4})p?$/.exec(resolution)?.[1];
  return lines === undefined ? ({ "2k": 1440, "4k": 2160, "8k": 4320 }[resolution] ?? resolution) : Number(lines);
}
