import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readLog } from "../../src/files/job-log.ts";

const folder = mkdtempSync(join(tmpdir(), "video-budget-documents-"));

type Read = { kind: string; records: [line: number, value: unknown][]; broken: [line: number, flaw: string, text: string][] };

/** @param pieces of standard input; else one file */
async function read(text: string | Buffer, pieces?: number): Promise<Read> {
  const path = join(folder, "log");
  const bytes = Buffer.from(text);
  writeFileSync(path, bytes);
  const records: Read["records"] = [];
  const broken: Read["broken"] = [];
  const cut = (size: number): Buffer[] => Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
  const kind = await readLog(pieces ? "-" : path, folder, () => Readable.from(cut(pieces ?? 1)), {
    record: (value, line) => void records.push([line, value]),
    broken: (line, flaw, found) => void broken.push([line, flaw, found]),
  });
  return { kind, records, broken };
}

const a = { job_id: "a", input: { duration: 8, tags: ["ü", "x\ny"] }, cost: 0.8 };
const b = { job_id: "b", input: {}, list: [], cost: -1.5e-7, done: true, error: null };
/** Of `a` eleven lines. */
const pretty = (value: unknown, indent: number | string = 2): string => JSON.stringify(value, null, indent);

describe("JSON objects over several lines", () => {
  test.each<[string, string, number[]]>([
    ["one", pretty(a), [1]],
    ["one after blank lines, with a line break at its end", `\n \n${pretty(a)}\n`, [3]],
    ["two, one after the other", `${pretty(a)}\n${pretty(b)}\n`, [1, 12]],
    ["two with a blank line between them, indented with tabs", `${pretty(a, "\t")}\n\n${pretty(b, "\t")}\n`, [1, 13]],
    ["two that meet on one line without a comma", `${pretty(a)}${pretty(b)}`, [1, 11]],
    ["two, with Windows line breaks", `${pretty(a)}\n${pretty(b)}\n`.replaceAll("\n", "\r\n"), [1, 12]],
    ["without an indent", `${pretty({ job_id: "a", all: [{ x: 1 }] })}`.replace(/^ +/gm, ""), [1]],
  ])("are read: %s", async (_, text, lines) => {
    const { kind, records, broken } = await read(text);
    expect([kind, broken]).toEqual(["json", []]);
    expect(records.map(([line]) => line)).toEqual(lines);
    if (lines.length === 2) expect(records.map(([, value]) => value)).toEqual([a, b]);
  });

  test.each([1, 2, 3, 7, 1000])("are read from a stream in pieces of %i bytes", async (size) =>
    expect(await read(`${pretty(a)}\n${pretty(b)}\n`, size)).toEqual(await read(`${pretty(a)}\n${pretty(b)}\n`)),
  );

  test.each<[string, Buffer]>([
    ["gzip", gzipSync(pretty(a))],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${pretty(a)}`)],
    ["UTF-16", Buffer.from(`\ufeff${pretty(a)}`, "utf16le")],
  ])("are read in %s", async (_, bytes) => expect((await read(bytes)).records).toEqual([[1, a]]));

  test("one that is invalid JSON does not affect the others", async () => {
    const { records, broken } = await read(`${pretty(a)}\n{\n  "job_id": oops,\n  "cost": 1\n}\n${pretty(b)}\n`);
    expect(records).toEqual([
      [1, a],
      [16, b],
    ]);
    expect(broken).toEqual([[13, "not-json", '"job_id": oops,']]);
  });

  test("one that is cut off does not affect the others", async () => {
    const { records, broken } = await read(`${pretty(a)}\n{\n  "job_id": "c",\n${pretty(b)}\n`);
    expect(records).toEqual([
      [1, a],
      [14, b],
    ]);
    expect(broken).toEqual([[14, "not-json", "{"]]);
  });

  test("a last one that is cut off is reported at its first line", async () =>
    expect(await read(`${pretty(a)}\n{\n  "job_id": "c",`)).toEqual({
      kind: "json",
      records: [[1, a]],
      broken: [[12, "not-json", "its last bracket is missing"]],
    }));

  test("one of 17 MiB is skipped, and the next one is read", async () => {
    const { records, broken } = await read(`{\n  "job_id": "${"x".repeat(17 * 1024 * 1024)}"\n}\n${pretty(b)}\n`);
    expect(broken).toEqual([[1, "too-long", ""]]);
    expect(records).toEqual([[4, b]]);
  });
});

describe("a JSON list", () => {
  test.each<[string, string, number[]]>([
    ["on one line", JSON.stringify([a, b]), [1, 1]],
    ["printed for people", pretty([a, b]), [2, 13]],
    ["with one record a line", `[\n${JSON.stringify(a)},\n${JSON.stringify(b)}\n]\n`, [2, 3]],
  ])("is read: %s", async (_, text, lines) => {
    const { kind, records, broken } = await read(text);
    expect([kind, broken]).toEqual(["json", []]);
    expect(records).toEqual([
      [lines[0], a],
      [lines[1], b],
    ]);
  });

  test("can be empty, and its items that are not records are kept for the report", async () => {
    expect((await read("[]")).records).toEqual([]);
    expect((await read('[\n1,\n"x",\n[2]]')).records).toEqual([
      [2, 1],
      [3, "x"],
      [4, [2]],
    ]);
  });

  test("that breaks off is reported with its first unread line", async () => {
    const { records, broken } = await read(`[\n${JSON.stringify(a)},\n{"job_id": oops},\n${JSON.stringify(b)}]`);
    expect(records).toEqual([[2, a]]);
    expect(broken).toEqual([[3, "rest", '{"job_id": oops},']]);
    expect((await read(`[\n${JSON.stringify(a)},\n{"job_id":`)).broken).toEqual([[3, "rest", "its last bracket is missing"]]);
  });

  test("of any length is read in little memory", async () => {
    const item = JSON.stringify({ job_id: "a", prompt: "x".repeat(1000) });
    const bytes = gzipSync(`[${Array(100_000).fill(item).join(",")}]`, { level: 1 });
    const path = join(folder, "large");
    writeFileSync(path, bytes);
    const before = process.memoryUsage().rss;
    let records = 0;
    await readLog(path, folder, () => process.stdin, { record: () => void records++, broken: () => undefined });
    expect(records).toBe(100_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});

test.each(['{"job_id":"a"}\n', '{ "job_id": "a",\n"cost": 1 }\n'])("%j is read as one record a line", async (text) =>
  expect((await read(text)).kind).toBe("jsonl"),
);
