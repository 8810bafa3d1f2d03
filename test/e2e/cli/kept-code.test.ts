import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { folderOf, type Ran, videoBudget } from "../../cli/run.ts";
import { node24 } from "../server/action.ts";

/** Compiled code that runs leave for the next one. Only Node 22.1 and up keeps any, so these run on Node 24. */
const EXAMPLE = ["check", "examples/studio/video-budget.yml", "--date", "2026-11-22"];

const check = (env: NodeJS.ProcessEnv, args: readonly string[] = EXAMPLE): Promise<Ran> => videoBudget(args, { env, node: node24() });

/** Our files in the user's own folder; Node's own are in a folder beside them. */
const keptIn = (root: string): string[] => {
  const folder = join(root, "video-budget");
  return existsSync(folder) ? readdirSync(folder).flatMap((name) => (lstatSync(join(folder, name)).isFile() ? [join(folder, name)] : [])) : [];
};

/** The first run of the command, and a folder with what it keeps. */
let first: Ran;
const filled = folderOf({});
beforeAll(async () => {
  first = await check({ XDG_CACHE_HOME: filled });
});

/** A folder as the first run leaves it. */
function keptFolder(): string {
  const folder = folderOf({});
  cpSync(filled, folder, { recursive: true });
  return folder;
}

describe("the compile cache", () => {
  test("is written by the first run of a command, and the next run uses it with the same result", async () => {
    const folder = keptFolder();
    expect([first.code, first.stderr]).toEqual([0, ""]);
    const [kept = "", ...more] = keptIn(folder);
    expect([kept, more]).toEqual([expect.stringMatching(/video-budget.[0-9a-f]{16}-.*-check-16$/), []]);
    const before = readFileSync(kept);
    expect(await check({ XDG_CACHE_HOME: folder })).toEqual(first);
    // If V8 had refused the cached code, the run would have written it again, with other addresses.
    expect(readFileSync(kept).equals(before)).toBe(true);
  });

  test("is kept apart for a large manifest, for which V8 has other settings", async () => {
    const workload = "provider: vertex, model: veo-3.1-fast-generate-001, output: { duration: 8s }, volume: { per_month: 1 }";
    const lines = Array.from({ length: 300 }, (_, index) => `  w${index}: { ${workload} }`);
    const folder = keptFolder();
    const manifest = join(folderOf({ "large.yml": `version: 1\nworkloads:\n${lines.join("\n")}\n` }), "large.yml");
    const large = await check({ XDG_CACHE_HOME: folder }, ["check", manifest]);
    expect([
      large.code,
      keptIn(folder)
        .map((path) => path.slice(-8))
        .sort(),
    ]).toEqual([0, ["check-16", "check-32"]]);
    expect(await check({ XDG_CACHE_HOME: folder }, ["check", manifest])).toEqual(large);
    expect(await check({ XDG_CACHE_HOME: folder })).toEqual(first);
  });

  test.each([
    ["with invalid code", () => Buffer.from("not code")],
    ["with half of the code", (code: Buffer) => code.subarray(0, code.length / 2)],
  ])("%s is not used and is replaced", async (_, broken) => {
    const folder = keptFolder();
    const [kept = ""] = keptIn(folder);
    const wrong = broken(readFileSync(kept));
    writeFileSync(kept, wrong);
    expect(await check({ XDG_CACHE_HOME: folder })).toEqual(first);
    expect(readFileSync(kept).length).toBeGreaterThan(wrong.length * 1.5);
    expect(keptIn(folder)).toEqual([kept]);
  });

  test("is not written if Node disables it, after a failed run, or if its folder is a file", async () => {
    const folder = folderOf({ "a-file": "" });
    const plain = await check({ XDG_CACHE_HOME: folder, NODE_DISABLE_COMPILE_CACHE: "1" });
    expect([plain.code, readdirSync(folder)]).toEqual([0, ["a-file"]]);
    expect([(await check({ XDG_CACHE_HOME: folder }, ["check", "nope.yml"])).code, keptIn(folder)]).toEqual([2, []]);
    expect(await check({ XDG_CACHE_HOME: join(folder, "a-file") })).toEqual(plain);
    expect(await check({ HOME: "" })).toEqual(plain);
  });

  test.each<[string, (path: string) => void]>([
    ["a folder that everyone can write to", (path) => chmodSync(makeFolder(path), 0o777)],
    ["a link", (path) => symlinkSync(folderOf({}), path)],
  ])("is neither kept in %s nor in the shared temporary folder", async (_, make) => {
    const [root, temporary] = [folderOf({}), folderOf({})];
    make(join(root, "video-budget"));
    expect(await check({ XDG_CACHE_HOME: root, TMPDIR: temporary })).toMatchObject({ code: 0, stderr: "" });
    expect([readdirSync(join(root, "video-budget")), readdirSync(temporary)]).toEqual([[], []]);
  });

  test("is not used if others could have written it", async () => {
    const folder = keptFolder();
    const [kept = ""] = keptIn(folder);
    chmodSync(kept, 0o666);
    expect(await check({ XDG_CACHE_HOME: folder })).toEqual(first);
    // Compiled anew and replaced.
    expect(lstatSync(kept).mode & 0o777).toBe(0o600);
  });
});

function makeFolder(path: string): string {
  mkdirSync(path);
  return path;
}
