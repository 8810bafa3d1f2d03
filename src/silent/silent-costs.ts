import type { JudgeInput } from "../budget/judge-input.ts";
import type { Reason } from "../budget/reason.ts";
import type { JudgedSide } from "../levers/priced-again.ts";
import type { ManifestFile } from "../manifest/parse.ts";
import { decimal } from "../money/decimal.ts";
import type { Arg } from "../problem.ts";
import { type Located, locate } from "../yaml/locate.ts";
import { SILENT_KINDS, type SilentKind } from "./candidates.ts";
import { type SilentCost, silentCostsOf } from "./saved.ts";

type Judged = JudgedSide & Pick<JudgeInput, "workloads" | "compared">;

const LEVELS = { note: null, warn: "warn", fail: "fail" } as const;
/** The kinds that get a note. A timeout that jobs outlast already has the problem `timeout-in-tail`, so it counts only for the policy. */
const NOTED: readonly SilentKind[] = SILENT_KINDS.filter((kind) => kind !== "timeout");
const SEVERITIES = { note: "note", warn: "warning", fail: "error" } as const;

/**
 * Finds costs that nobody chose, by the `silent_cost` policy of each manifest. Each is a problem at the key's or the workload's line;
 * with `warn` and `fail`, each manifest that has some also gets a reason. If there is a base, only workloads that the change touches count.
 */
export function silentCosts(judged: Judged): { reasons: Reason[]; problems: Located[] } {
  const found = judged.head.manifests.map((manifest) => inManifest(manifest, judged));
  return { reasons: found.flatMap(({ reasons }) => reasons), problems: found.flatMap(({ problems }) => problems) };
}

function inManifest({ file, settings }: ManifestFile, judged: Judged): { reasons: Reason[]; problems: Located[] } {
  const { silent_cost: policy } = settings.policy;
  const { level } = policy;
  if (level === "off") return { reasons: [], problems: [] };
  const touched = judged.workloads.filter((one) => one.head?.file === file && (judged.compared === "nothing" || one.change !== "same"));
  const reason = LEVELS[level];
  const sought = { least: decimal(policy.min_monthly), kinds: reason === null ? NOTED : SILENT_KINDS };
  const costs = touched.flatMap(({ head }) => (head ? silentCostsOf(head, sought, judged).map((cost) => ({ name: head.name, cost })) : []));
  const currency = settings.currency;
  return {
    problems: costs.filter(({ cost }) => NOTED.includes(cost.kind)).map(({ name, cost }) => problemOf(cost, { file, name, level, currency }, judged)),
    reasons:
      reason === null || costs.length === 0
        ? []
        : [
            {
              code: "silent-cost",
              level: reason,
              file,
              scope: null,
              limit: null,
              value: null,
              figure: null,
              args: {
                workloads: [...new Set(costs.map(({ name }) => name))],
                settings: costs.map(({ name, cost }) => `${name}: ${cost.path}`),
                min_monthly: policy.min_monthly,
              },
            },
          ],
  };
}

/** A key that is not written has no line, so the problem is at the line of its workload. */
function problemOf(
  { kind, path, from, to, monthly }: SilentCost,
  { file, name, level, currency }: { file: string; name: string; level: keyof typeof SEVERITIES; currency: string },
  { head }: Judged,
): Located {
  const keys = path.split(".");
  const at = ["workloads", name];
  const isWritten = kind !== "default" && kind !== "no-key";
  return {
    code: "silent-cost",
    severity: SEVERITIES[level],
    file,
    path: [...at, ...keys],
    ...locate(head.files.get(file), { path: isWritten ? [...at, ...keys] : at }),
    args: { kind, key: path, from: argOf(from), to: argOf(to), monthly: monthly.toNumber(), currency },
  };
}

function argOf(value: unknown): Arg {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
