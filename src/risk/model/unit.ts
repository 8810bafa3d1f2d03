import { attempt } from "./attempt.ts";
import { type Chances, type JobProcess, outcomesOf } from "./process.ts";
import { mixed, type Unit } from "./shared-luck.ts";
import { take } from "./take.ts";
import { clip, type Takes } from "./takes.ts";

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
  const takes = process.luck.map(({ weight, requests }) => {
    const watching = { ...process.watching, requests };
    const one = attempt(first, watching);
    return { weight, take: take(one, later ? attempt(later, watching) : one, process.attempts) };
  });
  const withClips = (of: Takes): Unit => mixed(takes.map(({ weight, take: one }) => ({ weight, take: one, clip: clip(one, of) })));
  if (process.clipsPerJob === 1) return withClips(process.takes);
  // Clips that need another take share a job with other clips. So the luck belongs to a job with its retries, not to a clip.
  const { take: mean } = withClips(1);
  return { take: mean, clip: clip(mean, process.takes, process.clipsPerJob) };
}
