import { spawnSync } from "node:child_process";

/** The time of some work in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line of a table: milliseconds, and a ratio if there is one. */
export function row(name: string, ms: number, ratio?: number): void {
  print(`  ${name.padEnd(46)} ${ms.toFixed(1).padStart(9)} ms${ratio === undefined ? "" : `  ${ratio.toFixed(2)} ×`}`);
}

/**
 * Prints the times of whole processes as a table, with ratios to the first. The processes take turns, so that a busy moment affects all of them.
 * @param commands the arguments of Node by name; the exit codes 0 and 1 are those of a report
 */
export function processes(node: string, title: string, commands: Readonly<Record<string, readonly string[]>>, runs: number): void {
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (let run = 0; run < runs + 2; run++) {
    for (const [name, args] of Object.entries(commands)) {
      const start = process.hrtime.bigint();
      const { status } = spawnSync(node, args, { stdio: "ignore" });
      if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}`);
      // The first two runs fill the disk cache and Node's cache of compiled code.
      if (run >= 2) times.get(name)?.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  const [first = []] = times.values();
  print(`${title} on Node ${spawnSync(node, ["-v"], { encoding: "utf8" }).stdout.trim()}, median of ${runs}`);
  for (const [name, all] of times) row(name, median(all), median(all) / median(first));
}
