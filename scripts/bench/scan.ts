import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sourceTree } from "../../src/files/source-tree.ts";
import { bookOf } from "../../src/prices/book.ts";
import { modelNames } from "../../src/prices/find.ts";
import type { SourceFile } from "../../src/scan/finding.ts";
import { scanFiles } from "../../src/scan/scan.ts";
import { readBook } from "../read-book.ts";
import { readDetectors } from "../read-detectors.ts";
import { median, print, row } from "./measure.ts";

const FILES = 5_000;
const BYTES = 40e6;
/** One file in `USES_A_LIBRARY` imports a library that can also make video, as in any product with a language model. One in `MAKES_VIDEO` makes video. */
const USES_A_LIBRARY = 20;
const MAKES_VIDEO = 500;

/** Compares a scan of a large repository with `grep -F` for every id of the price book. They run in turns, and both include reading the files. */
export function scan(runs: number): void {
  const folder = mkdtempSync(join(tmpdir(), "scan-bench-"));
  try {
    const bytes = writeCorpus(join(folder, "src"));
    const detectors = readDetectors();
    const book = bookOf(readBook(), "bench");
    const ids = join(folder, "ids");
    writeFileSync(ids, [...new Set(book.slugs.flatMap((slug) => modelNames(book.provider(slug) ?? never(slug))))].join("\n"));
    const times = { grep: [] as number[], scan: [] as number[] };
    let findings = 0;
    for (let run = 0; run < runs + 1; run++) {
      const start = performance.now();
      spawnSync("grep", ["-rlF", "-f", ids, "src"], { cwd: folder, env: { ...process.env, LC_ALL: "C" } });
      const middle = performance.now();
      findings = scanFiles(contents(folder), detectors, book).findings.length;
      // The first run fills the disk cache and lets V8 compile the code.
      if (run > 0) {
        times.grep.push(middle - start);
        times.scan.push(performance.now() - middle);
      }
    }
    print(`Scanning ${(bytes / 1e6).toFixed(0)} MB of source in ${FILES.toLocaleString("en-US")} files, ${findings} findings, median of ${runs}`);
    row("grep -F for every id of the book", median(times.grep), 1);
    row("scan", median(times.scan), median(times.scan) / median(times.grep));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function never(slug: string): never {
  throw new Error(`No provider ${slug}`);
}

function* contents(folder: string): Generator<SourceFile> {
  for (const { path, bytes } of sourceTree(["src"], folder)) yield { path, content: bytes() };
}

/** Writes sources of the installed libraries, cut to the mean size, with imports and calls inserted at regular intervals. @returns the bytes written */
function writeCorpus(folder: string): number {
  const listed = execFileSync(
    "find",
    ["node_modules", "-type", "f", "(", "-name", "*.ts", "-o", "-name", "*.js", "-o", "-name", "*.mjs", ")", "-size", "+8k"],
    {
      maxBuffer: 1 << 28,
    },
  );
  const sources = listed.toString("utf8").trimEnd().split("\n").sort();
  const size = Math.floor(BYTES / FILES);
  let total = 0;
  for (let number = 0, at = 0, part = 0; number < FILES; number++) {
    const name = sources[at % sources.length] as string;
    const text = readFileSync(name, "utf8");
    const start = part * size;
    // A large source file is split into at most 20 files.
    if (start + size < text.length && part < 20) part++;
    else [at, part] = [at + 1, 0];
    const content = `${headOf(number)}${text.slice(start, start + size)}\n`;
    const path = join(folder, `package${number % 50}`, `file${number}.ts`);
    if (number < 50) mkdirSync(join(folder, `package${number}`), { recursive: true });
    writeFileSync(path, content);
    total += content.length;
  }
  if (readdirSync(folder).length !== 50) throw new Error("The corpus is not whole");
  return total;
}

function headOf(number: number): string {
  if (number % MAKES_VIDEO === 1)
    return 'import { fal } from "@fal-ai/client";\nexport const clip = () => fal.subscribe("fal-ai/veo3", { input: { prompt: "x", duration: "8s" } });\n';
  return number % USES_A_LIBRARY === 0 ? 'import OpenAI from "openai";\nexport const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });\n' : "";
}
