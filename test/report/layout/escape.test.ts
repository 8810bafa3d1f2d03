import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { code, inert, prose } from "../../../src/report/layout/escape.ts";
import { HOSTILE, liveTokens } from "../hostile.ts";

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

describe.each(HOSTILE.map((text) => [text.slice(0, 40), text]))("the hostile text %j", (_, text) => {
  test("becomes one visible line of limited length", () => {
    for (const shown of [inert(text), code(text), prose(text)]) {
      expect(shown).not.toMatch(invisible);
      expect([...shown].length).toBeLessThan(1200);
    }
  });

  test("contains no workflow command, marker or fence", () => {
    for (const shown of [inert(text), code(text), prose(text)]) expect(shown).not.toMatch(/::|##\[|<!--|-->|--!>|```/);
  });

  test("stays text in a paragraph, a list, a table and a heading", () => {
    for (const shown of [code(text), `The reason: ${prose(text)}.`]) {
      for (const around of [`${shown} is here`, `- item ${shown}`, `| a |\n| --- |\n| ${shown.replaceAll("|", "\\|")} |`, `## ${shown}`]) {
        expect(liveTokens(around), around).toEqual([]);
      }
    }
  });
});

test("every text in a code span stays in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      expect(liveTokens(`before ${code(text)} after`)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("ordinary names are left alone", () => {
  for (const name of ["veo-3.1-fast-generate-preview", "fal-ai/kling-video/v2.6/pro", "https://ai.google.dev/gemini-api/docs/pricing", "影片 clip", "naïve"])
    expect(inert(name)).toBe(name);
  expect(prose("Billed per second; see the page (2026): 5 s, snake_case.")).toBe("Billed per second; see the page (2026): 5 s, snake_case.");
});

test("a long text is cut between characters, not inside one", () => {
  expect(inert("😀".repeat(200), 10)).toBe(`${"😀".repeat(9)}…`);
  expect(inert("a".repeat(10), 10)).toBe("a".repeat(10));
});
