import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { publishAs } from "../../scripts/release/publish-as.ts";
import { REPOSITORY } from "../../src/version.ts";
import { folderOf, git } from "../cli/run.ts";

const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
  .split("\0")
  .filter((path) => path !== "");
/** Files that people read or copy, without those that the build generates. */
const texts = files.filter((path) => /\.(?:md|ya?ml|json|ts)$/.test(path) && !/^(?:dist|schema|prices)\/|^docs\/(?:prices|problems)\.md$/.test(path));
const folder = folderOf({});
const contents = (path: string): string => readFileSync(join(folder, path), "utf8");

beforeAll(() => {
  for (const path of files.filter((path) => !path.startsWith("dist/"))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(path, join(folder, path));
  }
  git(folder, "init", "-q");
  git(folder, "add", "-A");
  publishAs(folder, "acme-video/budget");
});

describe("npm run publish-as", () => {
  test("leaves no placeholder in any text", () => {
    expect(texts.filter((path) => /\bOWNER\/video-budget\b/.test(contents(path)))).toEqual([]);
    expect(texts.filter((path) => path.endsWith(".md") && /\bOWNER\b|published -->/.test(contents(path)))).toEqual([]);
  });

  test("puts the same address into the README's workflow, package.json and the sources", () => {
    expect(contents("README.md")).toContain("- uses: acme-video/budget@v1 ");
    expect(contents("README.md")).toContain("\n[![Tests](https://github.com/acme-video/budget/actions/");
    expect(JSON.parse(contents("package.json")).repository.url).toBe("git+https://github.com/acme-video/budget.git");
    expect(contents(".github/CODEOWNERS")).toContain("@acme-video/maintainers");
    expect(contents("src/version.ts")).toContain('REPOSITORY = "acme-video/budget"');
  });

  test("replaces the first name if it runs again", () => {
    const { from, changed } = publishAs(folder, "beta/video-budget");
    expect(from).toBe("acme-video/budget");
    expect(changed).toContain("README.md");
    expect(texts.filter((path) => contents(path).includes("acme-video/budget"))).toEqual([]);
  });

  test.each(["", "acme", ["OWNER", "video-budget"].join("/"), "acme/a b", "acme/a/b", "-a/b"])("refuses %j and changes nothing", (name) => {
    const before = contents("README.md");
    expect(() => publishAs(folder, name)).toThrow("is no repository");
    expect(contents("README.md")).toBe(before);
  });
});

test("documents name the major version of package.json", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const address = new RegExp(`${REPOSITORY}[@/]v(\\d+)`, "g");
  const majors = texts.flatMap((path) => [...readFileSync(path, "utf8").matchAll(address)].map(([, major]) => major));
  expect(new Set(majors)).toEqual(new Set([version.split(".")[0]]));
});
