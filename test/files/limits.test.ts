import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readLog } from "../../src/files/job-log.ts";

const folder = mkdtempSync(join(tmpdir(), "video-budget-limits-"));

async function read(bytes: Buffer): Promise<unknown[]> {
  const path = join(folder, "log");
  writeFileSync(path, bytes);
  const broken: unknown[] = [];
  let records = 0;
  const kind = await readLog(path, folder, () => process.stdin, {
    record: () => void records++,
    broken: (line, what, text) => void broken.push([line, what, text]),
  });
  return [kind, records, broken];
}

const columns = (count: number): Buffer => Buffer.from(`${Array.from({ length: count }, (_, i) => `c${i}`).join()}\n${Array(count).fill("1").join()}\n`);
const blanks = (megabytes: number, then = ""): Buffer => gzipSync(Buffer.concat([Buffer.alloc(megabytes << 20, " \n"), Buffer.from(then)]), { level: 1 });

test.each<[string, Buffer, unknown[]]>([
  ["of 5,000 columns is read", columns(5000), ["csv", 1, []]],
  ["of a million columns is not, and says so", columns(1_000_000), ["csv", 0, [[1, "columns", "at most 5000 columns are read"]]]],
  ["that begins with 10 MiB of blanks is read", blanks(10, '{"job_id":"a"}\n'), ["jsonl", 1, []]],
  ["that begins with 200 MiB of blanks is not, and says so", blanks(200, '{"job_id":"a"}\n'), ["empty", 0, [[1, "too-long", ""]]]],
])("a log %s", async (_, bytes, expected) => {
  const before = process.memoryUsage().rss;
  expect(await read(bytes)).toEqual(expected);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});
