import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { loadBook } from "../../src/files/book.ts";
import { gather, type Reader } from "../../src/gather.ts";
import { toJson } from "../../src/report/review/json.ts";
import { review } from "../../src/review/review.ts";
import { distributionsFor } from "../../src/risk/needs-distributions.ts";
import { action } from "./action.ts";
import { jobLog } from "./job-log.ts";
import { manifestOf } from "./manifest.ts";
import { many } from "./many.ts";
import { median, print, processes, row, timed } from "./measure.ts";
import { prices } from "./prices.ts";
import { risk } from "./risk.ts";
import { scan } from "./scan.ts";
import { warehouse } from "./warehouse.ts";

/**
 * Measures speed as ratios within one run: to a bare Node, to parsing only the YAML with the same library, and to a tenth of the work. Times on
 * one machine say little about another machine, but ratios do.
 */
const RUNS = Number(process.env["BENCH_RUNS"] ?? 15);
const DATE = "2026-11-22";

for (const node of [process.execPath, node24()]) {
  if (!node) continue;
  startUp(node);
  const folder = mkdtempSync(join(tmpdir(), "video-budget-bench-"));
  try {
    action(node, RUNS, folder);
    many(node, Math.min(RUNS, 5), { date: DATE, folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
await large();
await prices(RUNS, DATE);
await risk(Math.min(RUNS, 5), DATE);
await jobLog(Math.min(RUNS, 5));
await warehouse(Number(process.env["WAREHOUSE_ROWS"] ?? 1_000_000));
scan(Math.min(RUNS, 5));
sizes();

/** The start-up time of common commands. */
function startUp(node: string): void {
  const commands = {
    "bare node -e 0": ["-e", "0"],
    "check examples/studio": ["dist/cli/index.js", "check", "examples/studio/video-budget.yml", "--date", DATE],
    "check examples/studio --format json": ["dist/cli/index.js", "check", "examples/studio/video-budget.yml", "--date", DATE, "--format", "json"],
    "check examples/monorepo (price file)": ["dist/cli/index.js", "check", "examples/monorepo/video-budget.yml", "--date", DATE],
    "--version": ["dist/cli/index.js", "--version"],
  };
  processes(node, "Whole processes", commands, RUNS);
}

/** Large manifests in one process: reading, pricing and judging, compared with parsing alone. */
async function large(): Promise<void> {
  const book = loadBook("dist/cli");
  const results = new Map<number, { parse: number; all: number }>();
  for (const count of [1_000, 10_000]) {
    const text = manifestOf(count);
    const bytes = Buffer.from(text);
    const reader: Reader = { read: async () => bytes, follow: async (path) => path, glob: async () => [], contains: () => true };
    const times = { parse: [] as number[], plain: [] as number[], all: [] as number[] };
    for (let run = 0; run < 3; run++) {
      times.parse.push(await timed(() => parse(text)));
      times.plain.push(await timed(() => parse(text, { uniqueKeys: false })));
      times.all.push(
        await timed(async () => {
          const head = await gather(reader, ["video-budget.yml"], book.snapshot);
          toJson(review({ head, base: null, book, date: DATE, renamed: new Map(), distributions: await distributionsFor(head) }));
        }),
      );
    }
    const [parsing, plain, all] = [median(times.parse), median(times.plain), median(times.all)];
    results.set(count, { parse: parsing, all });
    print(`${count.toLocaleString("en-US")} workloads (${(bytes.length / 1e6).toFixed(1)} MB), median of 3`);
    row("parsing the YAML alone", parsing, 1);
    row("the same without its check for duplicate keys", plain, plain / parsing);
    row("check, to JSON", all, all / parsing);
    row("  against parsing without that check", all, all / plain);
  }
  print("Ten times the workloads");
  row("cost", results.get(10_000)?.all ?? 0, (results.get(10_000)?.all ?? 0) / (results.get(1_000)?.all ?? 1));
}

function sizes(): void {
  print("Sizes in MB");
  for (const file of ["dist/cli/program.cjs", "dist/action/index.js", "dist/prices.json"])
    print(`  ${file.padEnd(46)} ${(statSync(file).size / 1e6).toFixed(2)}`);
}

/** The path of a Node 24, on which GitHub runs the action: from NODE24, or else from npm. */
function node24(): string | undefined {
  if (process.env["NODE24"]) return process.env["NODE24"];
  const found = spawnSync("npm", ["exec", "--yes", "--ignore-scripts=false", "--package=node@24", "--", "node", "-p", "process.execPath"], {
    encoding: "utf8",
  }).stdout.trim();
  return found && found !== process.execPath ? found : undefined;
}
