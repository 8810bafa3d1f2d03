/** How long it takes, in milliseconds. */
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

/** A line of a table: milliseconds, and the ratio to what the table says. */
export function row(name: string, ms: number, ratio?: number): void {
  print(`  ${name.padEnd(46)} ${ms.toFixed(1).padStart(9)} ms${ratio === undefined ? "" : `  ${ratio.toFixed(2)} ×`}`);
}
