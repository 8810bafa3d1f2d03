import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { globOf, globRoot, isGlob, isUsableGlob } from "../../src/notation/glob.ts";

const PATHS = [
  "video-budget.yml",
  "a",
  "b",
  "ab",
  "abb",
  "ac",
  "a.b",
  "axb",
  "x.yaml",
  "x.yml",
  ".a",
  ".github/video-budget.yml",
  "services/one/video-budget.yml",
  "services/two/video-budget.yaml",
  "services/.hidden/video-budget.yml",
  "services/one/deep/video-budget.yml",
  "services/video-budget.yml",
  "a/b",
  "a/.b",
  "a/x/b",
  "a/x/y/b",
  "a/b/c",
  "b/c",
  "x/a",
  "1",
  "3",
  "4",
  "bx",
  "dx",
  "a[",
  "a]",
  "{a}",
  "{a,b",
  "[ab",
  "a+b",
  "a^b$",
];

const PATTERNS = [
  "video-budget.yml",
  "*",
  "**",
  "***",
  "?",
  "a?",
  "a*",
  "*a",
  "*.yml",
  "*.y*ml",
  "**/*.yml",
  "**/*",
  "**/video-budget.yml",
  "**/a",
  "**/b",
  "**a",
  "a**",
  "a**b",
  "services/*/video-budget.yml",
  "services/**/video-budget.yml",
  "services/**",
  "services/*/*",
  "*/**/video-budget.{yml,yaml}",
  "services/{one,two}/video-budget.y{,a}ml",
  "{a,b}/c",
  "{a/b,b}/c",
  "x{a,{b,c}}",
  "{,a}b",
  "{a}",
  "{a,b",
  "a/**",
  "a/**/b",
  "a/*",
  "a/**/**/b",
  "**/**",
  "[abc]",
  "[a-c]x",
  "[^a]x",
  "[ab",
  "a[",
  "a]",
  "{1..3}",
  "a.b",
  "a+b",
  "a^b$",
  "a+(b)",
  "a*(b)",
  "a?(b)",
  "@(a|b)",
  "@(a|b)/c",
  ".*",
  ".github/*.yml",
];

test.each(PATTERNS)("%s matches like picomatch", (pattern) => {
  const theirs = picomatch(pattern, { dot: true });
  const ours = globOf([pattern]);
  expect(PATHS.filter((path) => ours.matches(path))).toEqual(PATHS.filter((path) => theirs(path)));
});

test.each<[string, string[], string[]]>([
  // As in a shell; picomatch treats the exclamation mark as one of the characters.
  ["[!a]x", ["bx", "dx"], ["ax", "a/x"]],
  ["app/(group)/*.yml", ["app/(group)/v.yml"], ["app/group/v.yml"]],
  ["{08..11}/v.yml", ["08/v.yml", "11/v.yml"], ["8/v.yml", "12/v.yml"]],
  ["**/v.yml", ["v.yml", "x/v.yml"], ["node_modules/x/v.yml", "x/node_modules/v.yml", ".git/v.yml"]],
  ["../other/*.yml", ["../other/v.yml"], ["other/v.yml"]],
])("%s", (pattern, yes, no) => {
  const { matches } = globOf([pattern]);
  expect([yes.filter(matches), no.filter(matches)]).toEqual([yes, []]);
});

describe("a pattern is matched quickly:", () => {
  const long = "a/".repeat(2000);
  test.each<[string, string, string]>([
    ["stars in a row", `${"*a".repeat(15)}b`, "a".repeat(4000)],
    ["as many stars as a pattern can have", `${"*a".repeat(249)}b`, "a".repeat(4000)],
    ["folders of any depth", `${"**/a/".repeat(12)}b`, `${long}c`],
    ["nested groups", `${"+(*(a)|".repeat(30)}a${")".repeat(30)}b`, "a".repeat(4000)],
    ["many alternatives", `${"{a,aa}".repeat(60)}b`, "a".repeat(4000)],
    ["ranges", `${"{1..1000000}".repeat(8)}x`, "1".repeat(4000)],
  ])("%s", (_, pattern, path) => {
    const started = performance.now();
    expect(globOf([pattern]).matches(path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test.each<[string, string, boolean, boolean]>([
  ["services/*/video-budget.yml", "services", true, true],
  ["video-budget.yml", "", false, true],
  ["a/b/{c,d/e}.yml", "a/b", true, true],
  ["/abs/x/*.yml", "/abs/x", true, true],
  ["/*.yml", "/", true, true],
  ["app/(group)/video-budget.yml", "app/(group)", false, true],
  ["a/!(b)/c.yml", "a", true, false],
  ["!a.yml", "", true, false],
  ["x".repeat(501), "", false, false],
])("the root of %s is %s", (pattern, root, glob, usable) => {
  expect([globRoot(pattern), isGlob(pattern), isUsableGlob(pattern)]).toEqual([root, glob, usable]);
});

test("folders that cannot contain a match are not entered", () => {
  const { reaches } = globOf(["services/*/video-budget.yml"]);
  expect(["", "services", "services/one", "services/one/deep", "src", "services/node_modules"].map(reaches)).toEqual([true, true, true, false, false, false]);
  expect(globOf(["**/v.yml"]).reaches("any/where")).toBe(true);
});
