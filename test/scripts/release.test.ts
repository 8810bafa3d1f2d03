import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cutRelease, moveMajorTag, nextVersion, notesOf, whyNotReleased } from "../../scripts/release/release.ts";
import { commit, folderOf, git, writeFiles } from "../cli/run.ts";

const CHANGELOG = "# Changelog\n\n## Unreleased\n\n- Kling 4 at fal.\n\n## 1.2.3 - 2026-10-01\n\n- A correction.\n";
const FILES = {
  "CHANGELOG.md": CHANGELOG,
  "package.json": '{ "name": "video-budget", "version": "1.2.3", "repository": { "type": "git", "url": "git+https://github.com/acme/video-budget.git" } }\n',
  "package-lock.json": '{ "version": "1.2.3", "packages": { "": { "version": "1.2.3" }, "node_modules/other": { "version": "1.2.3" } } }\n',
  "src/version.ts": 'export const VERSION = "1.2.3";\n',
  "prices/fal.yml": "a: 1\n",
};
const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderOf({});
  git(folder, "init", "-q");
  commit(folder, { ...FILES, ...files });
  return folder;
}

test.each([
  ["major", "2.0.0"],
  ["minor", "1.3.0"],
  ["patch", "1.2.4"],
  ["prices", "1.2.4"],
] as const)("a release of kind %s after 1.2.3 is %s", (kind, next) => {
  expect(nextVersion("1.2.3", kind)).toBe(next);
});

test("a release writes its version everywhere and dates the unreleased changes", () => {
  const folder = project();
  expect(cutRelease({ folder, kind: "minor", day: "2026-11-28", since: null })).toBe("1.3.0");
  expect(read(folder, "CHANGELOG.md")).toBe(CHANGELOG.replace("## Unreleased\n", "## Unreleased\n\n## 1.3.0 - 2026-11-28\n"));
  expect(JSON.parse(read(folder, "package.json")).version).toBe("1.3.0");
  expect(JSON.parse(read(folder, "package-lock.json"))).toEqual({
    version: "1.3.0",
    packages: { "": { version: "1.3.0" }, "node_modules/other": { version: "1.2.3" } },
  });
  expect(read(folder, "src/version.ts")).toBe('export const VERSION = "1.3.0";\n');
  expect(whyNotReleased(folder, "v1.3.0")).toEqual([]);
  expect(() => cutRelease({ folder, kind: "patch", day: "2026-11-29", since: null })).toThrow("nothing under Unreleased");
});

test("a release of prices changes only prices", () => {
  const folder = project();
  git(folder, "tag", "v1.2.3");
  commit(folder, { "prices/fal.yml": "a: 2\n", "docs/prices.md": "2\n" });
  expect(cutRelease({ folder, kind: "prices", day: "2026-11-28", since: "v1.2.3" })).toBe("1.2.4");
  const other = project();
  git(other, "tag", "v1.2.3");
  commit(other, { "prices/fal.yml": "a: 2\n", "src/engine/price.ts": "1\n" });
  expect(() => cutRelease({ folder: other, kind: "prices", day: "2026-11-28", since: "v1.2.3" })).toThrow("src/engine/price.ts");
  expect(read(other, "package.json")).toContain('"1.2.3"');
});

test("the notes of a release are its section of the changelog", () => {
  expect(notesOf(CHANGELOG, "1.2.3")).toBe("- A correction.");
  expect(notesOf(CHANGELOG, "1.2")).toBeNull();
  expect(notesOf("# Changelog\n\n## 1.0.0 - 2026-11-28\n\n## 0.9.0\n\n- x\n", "1.0.0")).toBeNull();
});

test.each([
  ["v1.2.3", {}, []],
  ["v1.2.4", {}, ["The tag is v1.2.4, and package.json says 1.2.3."]],
  ["v1", {}, ["The tag v1 is not v and three numbers.", "The tag is v1, and package.json says 1.2.3."]],
  ["v1.2.3", { "src/version.ts": 'export const VERSION = "1.2.2";\n' }, ["src/version.ts has another version than package.json."]],
  ["v1.2.3", { "CHANGELOG.md": "# Changelog\n" }, ["CHANGELOG.md says nothing of 1.2.3."]],
  ["v1.2.3", { "package.json": FILES["package.json"].replace("acme", "OWNER") }, ["Nobody is named as publisher: run npm run publish-as ACCOUNT/REPOSITORY."]],
])("%s with %j cannot be released because of %j", (tag, files, reasons) => {
  expect(whyNotReleased(project(files), tag)).toEqual(reasons);
});

describe("the tag of the major version", () => {
  const remote = folderOf({});
  git(remote, "init", "-q", "--bare");
  const folder = project();
  git(folder, "remote", "add", "origin", remote);
  const at = (tag: string): string => git(remote, "rev-parse", `refs/tags/${tag}`).trim();

  test("moves to the newest release, from an annotated tag to its commit", () => {
    git(folder, "tag", "v1.9.0");
    expect(moveMajorTag(folder, "v1.9.0")).toBe(true);
    expect(at("v1")).toBe(git(folder, "rev-parse", "HEAD").trim());
    writeFiles(folder, { "a.txt": "a" });
    commit(folder, {});
    git(folder, "tag", "-a", "v1.10.0", "-m", "1.10.0");
    expect(moveMajorTag(folder, "v1.10.0")).toBe(true);
    expect(at("v1")).toBe(git(folder, "rev-parse", "HEAD").trim());
  });

  test("does not move back to an older release that is built again, or to another major version", () => {
    const before = at("v1");
    expect(moveMajorTag(folder, "v1.9.0")).toBe(false);
    git(folder, "tag", "v2.0.0");
    expect(moveMajorTag(folder, "v2.0.0")).toBe(true);
    expect([at("v1"), at("v2")]).toEqual([before, git(folder, "rev-parse", "HEAD").trim()]);
  });
});
