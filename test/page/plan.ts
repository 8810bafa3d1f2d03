import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gather } from "../../src/gather.ts";
import type { PlannedFiles } from "../../src/page/fill.ts";
import { recorder } from "../../src/page/recording.ts";
import type { Book } from "../../src/prices/book.ts";
import { writtenBook } from "../../src/prices/written-book.ts";
import { readerOf } from "../in-memory.ts";
import { dataFolder } from "../run/built-in.ts";

/** The built-in price book of the sources: its text as the build writes it, and read. */
export function builtIn(): { json: string; book: Book } {
  const json = readFileSync(join(dataFolder(), "..", "prices.json"), "utf8");
  const entries = JSON.parse(json) as unknown[];
  return { json, book: writtenBook((index) => entries[index]) };
}

/** The page's data for manifests given as text. */
export async function planOf(files: Readonly<Record<string, string>>, roots: readonly string[], prices: readonly string[] = []): Promise<PlannedFiles> {
  const { reader, recording } = recorder(readerOf(files));
  await gather(reader, roots, "sha256:test", { prices });
  return { roots, prices, recording: structuredClone({ ...recording }) };
}

/** A folder with these files, and a price book where the command line looks for it. */
export function onDisk(files: Readonly<Record<string, string>>, prices: string): { cwd: string; folder: string } {
  const root = mkdtempSync(join(tmpdir(), "video-budget-page-"));
  writeFileSync(join(root, "prices.json"), prices);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "plan", path)), { recursive: true });
    writeFileSync(join(root, "plan", path), text);
  }
  return { cwd: join(root, "plan"), folder: join(root, "cli") };
}

/** Two manifests in which the same thing is written in different ways: inherited, on one line, in a block, as a range, with evidence. */
export const STUDIO = {
  "video-budget.yml": `# The studio's plan.
version: 1
budget: { monthly: 2500, figure: p90 }   # agreed in May
include: [services/*/video-budget.yml]
accounts:
  fal: { discount: 0.1 }
defaults:
  takes: 2
  output: { resolution: 1080p }
workloads:
  shots:            # hero shots
    provider: vertex
    model: veo-3.1-fast-generate-001
    mode: image-to-video
    output: { duration: 8s }   # the longest
    volume: { per_month: { low: 200, likely: 350, high: 900 } }
  teasers:
    provider: runway
    model: gen4_turbo
    mode: image-to-video
    output:
      duration: 5s
      resolution: 720p
    volume:
      per_week: 40
    takes:
      until_kept: { acceptance: 0.5, max: 4 }
    client: { max_attempts: 3, timeout: 5m, on_timeout: resubmit }
    reliability:
      outcomes: { moderated: 0.03 }
      evidence: { provider_error: { k: 3, n: 100 } }
      latency: { p50: 60s, p95: 200s }
`,
  "services/social/video-budget.yml": `version: 1
workloads:
  clips: { provider: byteplus, model: seedance-1-0-pro-250528, mode: text-to-video, output: { duration: 5s, resolution: 1080p, aspect_ratio: "16:9" }, volume: { per_day: { p10: 5, p90: 30 } } }
  loops: { provider: minimax, model: MiniMax-Hailuo-2.3, mode: text-to-video, output: { duration: 6s, resolution: 768p }, volume: { per_month: 90, arrivals: poisson } }
`,
};
