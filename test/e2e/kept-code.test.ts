import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, type Ran, videoBudget } from "../cli/run.ts";
import { node24 } from "./action.ts";

/** Compiled code that runs leave for the next one. Only Node 22.8 and up keeps any, so these run on Node 24. */
const EXAMPLE = ["check", "examples/studio/video-budget.yml", "--date", "2026-11-22"];

const check = (env: NodeJS.ProcessEnv, args: readonly string[] = EXAMPLE): Promise<Ran> => videoBudget(args, { env, node: node24() });

/** Our files in Node's cache, which has a folder for each version of Node. */
const keptIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.includes("video-budget-"))
    .map((path) => join(folder, path));

describe("compiled code", () => {
  test("is kept by the first run of a command, and the next says the same with it", async () => {
    const folder = folderOf({});
    const first = await check({ NODE_COMPILE_CACHE: folder });
    expect([first.code, first.stderr]).toEqual([0, ""]);
    const [kept = "", ...more] = keptIn(folder);
    expect([kept, more]).toEqual([expect.stringMatching(/video-budget-[0-9a-f]{16}-check$/), []]);
    const before = readFileSync(kept);
    expect(await check({ NODE_COMPILE_CACHE: folder })).toEqual(first);
    // A run that V8 refused the code would have written it anew, with the addresses of another process.
    expect(readFileSync(kept).equals(before)).toBe(true);
  });

  test.each([
    ["that is no code", () => Buffer.from("not code")],
    ["of which half is missing", (code: Buffer) => code.subarray(0, code.length / 2)],
  ])("%s is not used, and replaced", async (_, broken) => {
    const folder = folderOf({});
    const first = await check({ NODE_COMPILE_CACHE: folder });
    const [kept = ""] = keptIn(folder);
    const wrong = broken(readFileSync(kept));
    writeFileSync(kept, wrong);
    expect(await check({ NODE_COMPILE_CACHE: folder })).toEqual(first);
    expect(readFileSync(kept).length).toBeGreaterThan(wrong.length * 1.5);
    expect(keptIn(folder)).toEqual([kept]);
  });

  test("is not kept where Node is told to keep none, nor of a run that failed, nor where the folder is a file", async () => {
    const folder = folderOf({ "a-file": "" });
    const plain = await check({ NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: "1" });
    expect([plain.code, keptIn(folder)]).toEqual([0, []]);
    expect([(await check({ NODE_COMPILE_CACHE: folder }, ["check", "nope.yml"])).code, keptIn(folder)]).toEqual([2, []]);
    expect(await check({ NODE_COMPILE_CACHE: join(folder, "a-file") })).toEqual(plain);
  });
});
