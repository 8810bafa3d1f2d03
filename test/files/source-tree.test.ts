import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceTree } from "../../src/files/source-tree.ts";
import { folderOf } from "../cli/run.ts";

test("the source tree does not follow a link out of the folder and does not wait for a pipe", () => {
  const folder = folderOf({ "a.ts": "const a = 1;\n" });
  const secret = folderOf({ "b.ts": "const secret = 1;\n" });
  symlinkSync(join(secret, "b.ts"), join(folder, "link.ts"));
  symlinkSync("round.ts", join(folder, "round.ts"));
  execFileSync("mkfifo", [join(folder, "pipe.ts")]);
  const read = (paths: string[]) => sourceTree(paths, folder).map(({ path, bytes }) => [path, Buffer.from(bytes() ?? "unreadable").toString("utf8")]);
  expect(read(["."])).toEqual([["a.ts", "const a = 1;\n"]]);
  // As git lists them, or as they are named.
  expect(read(["link.ts", "pipe.ts"])).toEqual([
    ["link.ts", ""],
    ["pipe.ts", "unreadable"],
  ]);
});
