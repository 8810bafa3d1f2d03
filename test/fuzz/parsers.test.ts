import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Gathered, gather } from "../../src/gather.ts";
import { annotationsOf } from "../../src/report/review/annotations.ts";
import { toJson } from "../../src/report/review/json.ts";
import { toMarkdown, toSummary } from "../../src/report/review/markdown.ts";
import { report } from "../../src/report/review/schema.ts";
import { toText } from "../../src/report/review/text.ts";
import { review } from "../../src/review/review.ts";
import { distributionsFor } from "../../src/risk/needs-distributions.ts";
import { readerOf } from "../in-memory.ts";
import { builtInBook } from "../run/built-in.ts";
import { corpus, type Seed } from "./corpus.ts";
import { mutate, randomOf } from "./mutate.ts";

/**
 * Corrupted manifests and price files, from the examples, the problems and the whole price book, through
 * the whole program: each ends in a report, whatever is in it. `FUZZ=100000 SEED=7` tries more and
 * others; `FUZZ=1 SEED=7 FROM=420` tries a finding again.
 */
const COUNT = Number(process.env["FUZZ"] ?? "100");
const SEED = Number(process.env["SEED"] ?? "20261122");
const FROM = Number(process.env["FROM"] ?? "0");
const BATCH = 100;
const FOLDER = join(tmpdir(), "video-budget-fuzz");

/** More than this many milliseconds for one small file is a hang, also on a busy machine. */
const PATIENCE = 30_000;

const seeds = corpus();
/** The book that the seeds are parts of. */
const book = builtInBook();

/** A manifest that asks for every model of a price file. */
function asking({ models }: Seed): string {
  const workloads = models.map((model, index) => [
    `w${index}`,
    { ...model, output: { duration: "8s", resolution: "1080p" }, volume: { per_month: 100 }, takes: 2 },
  ]);
  return JSON.stringify({ version: 1, budget: { monthly: 100 }, prices: ["spoiled.yml"], workloads: Object.fromEntries(workloads) });
}

function read(seed: Seed, text: string): Promise<Gathered> {
  const files = seed.kind === "manifest" ? { "video-budget.yml": text } : { "video-budget.yml": asking(seed), "spoiled.yml": text };
  return gather(readerOf(files), ["video-budget.yml"], book.snapshot);
}

/** The original of each seed. */
const before = new Map<Seed, Gathered>();

async function run(seed: Seed, text: string, thorough: boolean): Promise<void> {
  const head = await read(seed, text);
  const base = before.get(seed) ?? (await read(seed, seed.text));
  before.set(seed, base);
  const result = review({ head, base, book, date: "2026-11-22", renamed: new Map(), distributions: await distributionsFor(head, base) });
  for (const { line, column } of result.problems) expect(line > 0 && column > 0).toBe(true);
  // An unusable file is a problem, and an unknown amount is null.
  if (head.problems.some(({ severity }) => severity === "error")) expect(result.problems.length).toBeGreaterThan(0);
  const json = toJson(result);
  expect(json).not.toMatch(/\$-?(NaN|Infinity)/);
  if (!thorough) return;
  report.parse(JSON.parse(json));
  annotationsOf(result);
  toText(result, { width: 100, color: false, verbose: true });
  expect(Buffer.byteLength(toMarkdown(result, { limit: 60_000 }))).toBeLessThanOrEqual(60_000);
  toSummary(result, {});
}

/** Input number `index`: the same whenever it is made, so that a finding can be made again alone. */
function input(index: number): { seed: Seed; text: string } {
  const random = randomOf(SEED * 1_000_003 + index);
  const one = (): Seed => seeds[Math.floor(random() * seeds.length)] as Seed;
  const kind = random() < 0.5 ? "manifest" : "prices";
  let seed = one();
  while (seed.kind !== kind) seed = one();
  return { seed, text: mutate(seed.text, one().text, random) };
}

const batches = Array.from(
  { length: Math.ceil(COUNT / BATCH) },
  (_, batch) => [FROM + batch * BATCH, FROM + Math.min(COUNT, (batch + 1) * BATCH) - 1] as const,
);

test.each(batches)(
  "corrupted inputs %i to %i end in a report",
  async (from, to) => {
    const found: string[] = [];
    mkdirSync(FOLDER, { recursive: true });
    for (let index = from; index <= to; index++) {
      const { seed, text } = input(index);
      // An input that hangs ends its process; this file then contains it.
      const file = join(FOLDER, `${SEED}-${index}.yml`);
      writeFileSync(file, text);
      const started = performance.now();
      const failure = await run(seed, text, index % 5 === 0 || COUNT === 1).then(
        () => null,
        (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
      const took = performance.now() - started;
      if (failure === null && took < PATIENCE) {
        rmSync(file);
        continue;
      }
      found.push(`${file} (from ${seed.name}): ${failure?.split("\n").slice(0, 6).join("\n") ?? `took ${Math.round(took)} ms`}`);
    }
    expect(found.join("\n\n")).toBe("");
  },
  BATCH * PATIENCE,
);
