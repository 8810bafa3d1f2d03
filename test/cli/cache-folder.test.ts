import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cacheFolder, isOwn } from "../../src/cli/cache-folder.ts";
import { folderOf } from "./run.ts";

const uid = process.getuid?.();
const user = (env: NodeJS.ProcessEnv) => ({ env, platform: "linux" as const, uid });
const mode = (path: string): number => statSync(path).mode & 0o777;

describe("the cache folder", () => {
  test.each([
    ["in XDG_CACHE_HOME", (root: string) => ({ XDG_CACHE_HOME: join(root, "x"), HOME: root }), "x/video-budget"],
    ["in ~/.cache", (root: string) => ({ HOME: root }), ".cache/video-budget"],
    ["in ~/.cache if XDG_CACHE_HOME is empty", (root: string) => ({ XDG_CACHE_HOME: "", HOME: root }), ".cache/video-budget"],
    ["in ~/.cache if XDG_CACHE_HOME is relative", (root: string) => ({ XDG_CACHE_HOME: "x", HOME: root }), ".cache/video-budget"],
  ])("is %s, private to its user, and used again", (_, env, path) => {
    const root = folderOf({});
    expect(cacheFolder(user(env(root)))).toBe(join(root, path));
    expect(mode(join(root, path))).toBe(0o700);
    expect(cacheFolder(user(env(root)))).toBe(join(root, path));
  });

  test("is in LOCALAPPDATA on Windows, whatever its mode", () => {
    const root = folderOf({});
    expect(cacheFolder({ env: { LOCALAPPDATA: root, HOME: "/nowhere" }, platform: "win32", uid: undefined })).toBe(join(root, "video-budget"));
    expect(cacheFolder({ env: { HOME: root }, platform: "win32", uid: undefined })).toBeNull();
  });

  test.each<[string, (path: string) => void]>([
    ["the group can write to", (path) => withMode(path, 0o770)],
    ["everyone can write to", (path) => withMode(path, 0o707)],
    ["everyone can write to, like /tmp", (path) => withMode(path, 0o1777)],
    ["is a link to another folder of the user", (path) => symlinkSync(folderOf({}), path)],
    ["is a broken link", (path) => symlinkSync("nowhere", path)],
    ["is a file", (path) => writeFileSync(path, "")],
  ])("that %s is refused and not changed", (_, make) => {
    const root = folderOf({});
    make(join(root, "video-budget"));
    expect(cacheFolder(user({ XDG_CACHE_HOME: root }))).toBeNull();
  });

  test("that others can only read is used", () => {
    const root = folderOf({});
    withMode(join(root, "video-budget"), 0o755);
    expect(cacheFolder(user({ XDG_CACHE_HOME: root }))).toBe(join(root, "video-budget"));
  });

  test("that belongs to another user is refused", () => {
    const root = folderOf({});
    expect(cacheFolder({ ...user({ XDG_CACHE_HOME: root }), uid: (uid ?? 0) + 1 })).toBeNull();
    expect(isOwn({ uid: 1000, mode: 0o100600 }, { platform: "linux", uid: 1000 })).toBe(true);
    expect(isOwn({ uid: 1001, mode: 0o100600 }, { platform: "linux", uid: 1000 })).toBe(false);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ["HOME is not set", {}],
    ["HOME is empty", { HOME: "" }],
    ["HOME is relative", { HOME: "home" }],
    // Not even root can make a folder there.
    ["HOME cannot be written to", { HOME: "/dev/null" }],
  ])("does not exist where %s", (_, env) => {
    expect(cacheFolder(user(env))).toBeNull();
  });

  test("is not created if Node is told to cache no code", () => {
    const root = folderOf({});
    expect(cacheFolder(user({ HOME: root, NODE_DISABLE_COMPILE_CACHE: "1" }))).toBeNull();
    expect(existsSync(join(root, ".cache"))).toBe(false);
  });
});

/** Whatever the umask of the one who runs the tests. */
function withMode(path: string, wanted: number): void {
  mkdirSync(path);
  chmodSync(path, wanted);
}
