import { existsSync, readFileSync } from "node:fs";
import { dirname, posix, relative, resolve, sep } from "node:path";
import { loadBook } from "../files/book.ts";
import { type Gathered, gather, type Reader } from "../gather.ts";
import { LOCK_NAME, lockText } from "../lock/lock-file.ts";
import { lockOf } from "../lock/lock-of.ts";
import type { LockFiles } from "../lock/ruling-lock.ts";
import { count } from "../report/layout/format.ts";
import { inFull } from "../report/words/messages.ts";
import { exposureOf } from "../risk/exposure.ts";
import { distributionsFor } from "../risk/needs-distributions.ts";
import { manifestsOf } from "./manifests.ts";
import { type Options, replace, type Terminal, today, UsageError } from "./terminal.ts";

/** `video-budget lock`: records the prices of every workload. @returns 0 @throws UsageError if a manifest has errors; I/O errors */
export async function lockPrices(manifests: readonly string[], options: Options, { cwd, folder, process }: Terminal): Promise<number> {
  const book = loadBook(folder);
  const { roots, reader } = await manifestsOf(manifests, cwd, process);
  const head = await gather(reader, roots, book.snapshot, { prices: options.prices });
  const date = options.date ?? today();
  const priced = exposureOf(head, book, { date, after: 0 }, await distributionsFor(head));
  const errors = priced.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new UsageError(
      `Nothing was locked: ${count(errors.length, "error")} must be fixed first.\n${errors.map((one) => `  ${one.file}: ${inFull(one)}`).join("\n")}`,
    );
  const file = options.output ?? LOCK_NAME;
  const from = dirname(resolve(cwd, file));
  const lock = lockOf(priced, book, date, (manifest) => relative(from, resolve(cwd, manifest)).split(sep).join(posix.sep));
  await replace(resolve(cwd, file), lockText(lock), process.pid);
  const workloads = Object.values(lock.workloads).flatMap((all) => Object.values(all));
  const without = workloads.filter(({ job_price }) => job_price === null).length;
  process.stderr.write(
    `Locked the prices of ${count(workloads.length, "workload")} on ${date} in ${file}${without === 0 ? "" : `; ${without} without a price`}.\n`,
  );
  return 0;
}

/**
 * The lock that a check compares with: the named one, or the default one beside the first manifest or in the working directory.
 * @param base reads the base side. Null if there is none, or if it is a file: the lock is then that of the working directory
 * @returns null if neither side has one
 */
export async function locksOf(named: string | undefined, head: Gathered, base: Reader | null, cwd: string): Promise<LockFiles | null> {
  const beside = head.roots.map((root) => posix.join(posix.dirname(root), LOCK_NAME)).slice(0, 1);
  for (const file of named === undefined ? [...new Set([...beside, LOCK_NAME])] : [named]) {
    const path = resolve(cwd, file);
    const own = existsSync(path) ? readFileSync(path) : null;
    const ruling = base ? await base.read(file) : own;
    const from = dirname(path);
    const fileOf = (seen: string): string =>
      head.manifests.find((manifest) => resolve(cwd, manifest.file) === resolve(from, seen))?.file ?? posix.join(posix.dirname(file), seen);
    if (own || ruling) return { file, ruling, head: own, fileOf };
  }
  if (named !== undefined) throw new UsageError(`--lock ${named}: there is no such file. Write one: video-budget lock --output ${named}.`);
  return null;
}
