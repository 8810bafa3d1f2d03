import { attempt } from "./attempt.ts";
import { type Chances, type JobProcess, outcomesOf } from "./process.ts";
import { mixed, type Unit } from "./shared-luck.ts";
import { take } from "./take.ts";
import { clip } from "./takes.ts";

/** The take and the clip of each process at the declared chances, computed once. */
const declaredUnits = new WeakMap<JobProcess, Unit>();

/** The cost and the counts of one take and of one clip wanted, at given chances of failure. */
export function unitOf(process: JobProcess, chances: Chances): Unit {
  if (chances !== process.first) return workUnitOut(process, chances);
  const unit = declaredUnits.get(process) ?? workUnitOut(process, chances);
  declaredUnits.set(process, unit);
  return unit;
}

function workUnitOut(process: JobProcess, chances: Chances): Unit {
  const worse = process.later(chances);
  const [first, later] = [outcomesOf(chances, process), worse === chances ? null : outcomesOf(worse, process)];
  return mixed(
    process.luck.map(({ weight, requests }) => {
      const watching = { ...process.watching, requests };
      const one = attempt(first, watching);
      const all = take(one, later ? attempt(later, watching) : one, process.attempts);
      return { weight, take: all, clip: clip(all, process.takes, process.clipsPerJob) };
    }),
  );
}
