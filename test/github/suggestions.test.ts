import { describe, expect, test } from "vitest";
import { addedLines, type OwnSuggestion, type Suggestion, suggestionPlan } from "../../src/github/suggestions.ts";

const MARKER = "<!-- video-budget-suggestion:default -->";
const GONE = `${MARKER}\nThis suggestion no longer applies: the report of the pull request has the current edits.\n`;
const wanted = (line: number, body = "Set it.\n"): Suggestion => ({ path: "a.yml", line, blob: "1", body });
const own = (id: number, line: number | null, more: Partial<OwnSuggestion> = {}): OwnSuggestion => ({
  id,
  path: "a.yml",
  line,
  body: `${MARKER}\nSet it.\n`,
  isAnswered: false,
  ...more,
});
const NOTHING = { create: [], update: [], remove: [] };

describe("the planned change of suggestions", () => {
  test("creates a new one with its marker", () => {
    expect(suggestionPlan([], [wanted(3)], "default")).toEqual({ ...NOTHING, create: [wanted(3, `${MARKER}\nSet it.\n`)] });
  });

  test("leaves an unchanged one alone, whatever GitHub did to its line ends", () => {
    expect(suggestionPlan([own(1, 3)], [wanted(3)], "default")).toEqual(NOTHING);
    expect(suggestionPlan([own(1, 3, { body: `${MARKER}\r\nSet it.` })], [wanted(3)], "default")).toEqual(NOTHING);
  });

  test("updates one whose text differs in place", () => {
    expect(suggestionPlan([own(1, 3)], [wanted(3, "Set more.\n")], "default")).toEqual({ ...NOTHING, update: [{ id: 1, body: `${MARKER}\nSet more.\n` }] });
  });

  test("deletes one that no longer applies, is outdated or exists twice", () => {
    expect(suggestionPlan([own(1, 3), own(2, 5)], [wanted(5)], "default").remove).toEqual([1]);
    expect(suggestionPlan([own(1, null)], [wanted(3)], "default")).toMatchObject({ create: [{ line: 3 }], remove: [1] });
    expect(suggestionPlan([own(1, 3), own(2, 3)], [wanted(3)], "default")).toEqual({ ...NOTHING, remove: [2] });
    expect(suggestionPlan([own(1, 3, { path: "b.yml" })], [wanted(3)], "default")).toMatchObject({ create: [{ path: "a.yml" }], remove: [1] });
  });

  test("keeps one with a reply and says once that it no longer applies", () => {
    expect(suggestionPlan([own(1, 3, { isAnswered: true })], [], "default")).toEqual({ ...NOTHING, update: [{ id: 1, body: GONE }] });
    expect(suggestionPlan([own(1, 3, { isAnswered: true, body: GONE })], [], "default")).toEqual(NOTHING);
  });

  test("encodes a tag so that it cannot end the marker", () => {
    const [one] = suggestionPlan([], [wanted(1)], "a --> b").create;
    expect(one?.body.split("\n")[0]).toBe("<!-- video-budget-suggestion:a%20--%3E%20b -->");
  });
});

test("lines that a patch adds are counted in the new file", () => {
  // As GitHub has it: two hunks, of which the second starts at line 40; the last line has no line end.
  const patch = ["@@ -1,3 +1,4 @@ workloads:", " a", "-b", "+c", "+d", " e", "@@ -39,2 +40,2 @@", "-f", "+g", " h", "\\ No newline at end of file"].join("\n");
  expect([...addedLines(patch)]).toEqual([2, 3, 40]);
  expect([...addedLines("@@ -0,0 +1 @@\n+only")]).toEqual([1]);
  expect([...addedLines("")]).toEqual([]);
});
