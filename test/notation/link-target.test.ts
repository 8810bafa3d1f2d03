import { expect, test } from "vitest";
import { followLinks, LinkError } from "../../src/notation/link-target.ts";

const LINKS: Readonly<Record<string, string>> = {
  "video-budget.yml": "conf/video-budget.yml",
  "a/here.yml": "./b/c.yml",
  "a/up.yml": "../conf/x.yml",
  conf: "shared/conf",
  "shared/conf/again.yml": "../../video-budget.yml",
  "out.yml": "../secret.yml",
  "a/b/out.yml": "../../../secret.yml",
  "absolute.yml": "/etc/passwd",
  "to-out.yml": "out.yml",
  "self.yml": "self.yml",
  "ping.yml": "pong.yml",
  "pong.yml": "ping.yml",
  root: "..//./",
};
const follow = (path: string) => followLinks(path, (at) => LINKS[at] ?? null);

test.each([
  ["plain.yml", "plain.yml"],
  ["a/b/plain.yml", "a/b/plain.yml"],
  // A link to a file, in a folder that is itself a link.
  ["video-budget.yml", "shared/conf/video-budget.yml"],
  ["a/here.yml", "a/b/c.yml"],
  ["a/up.yml", "shared/conf/x.yml"],
  ["conf/again.yml", "shared/conf/video-budget.yml"],
  ["conf/deep/er.yml", "shared/conf/deep/er.yml"],
  ["a/../conf/x.yml", "shared/conf/x.yml"],
])("%s leads to %s", async (path, target) => {
  expect(await follow(path)).toBe(target);
});

test.each([
  ["out.yml", "out.yml", "../secret.yml", "outside"],
  ["a/b/out.yml", "a/b/out.yml", "../../../secret.yml", "outside"],
  ["absolute.yml", "absolute.yml", "/etc/passwd", "outside"],
  ["to-out.yml", "out.yml", "../secret.yml", "outside"],
  ["root/x.yml", "root", "..//./", "outside"],
  ["self.yml", "self.yml", "self.yml", "circle"],
  ["ping.yml", "ping.yml", "pong.yml", "circle"],
])("%s is not followed: %s points to %s", async (path, link, target, why) => {
  const error = await follow(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LinkError);
  expect(error).toMatchObject({ link, target, why });
});
