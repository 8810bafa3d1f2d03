import fc from "fast-check";
import { expect, test } from "vitest";
import { type Comment, isNewer, markerLine, readMarker, survivor } from "../../src/github/comment.ts";

const anyMarker = fc.record({ tag: fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 }), run: fc.nat({ max: 1e9 }), attempt: fc.nat({ max: 1000 }) });

test("a marker is read back as it was written, whatever the tag, and stays one hidden line", () => {
  fc.assert(
    fc.property(anyMarker, fc.string(), (marker, text) => {
      const line = markerLine(marker);
      expect(readMarker(`${line}\n${text}`)).toEqual(marker);
      expect(line).toMatch(/^<!-- [^\s<>]+ run=\d+ attempt=\d+ -->$/);
    }),
  );
});

test.each([
  ["<!-- video-budget:prod run=3 attempt=1 -->", { tag: "prod", run: 3, attempt: 1 }],
  ["<!-- video-budget:prod run=3 attempt=1 -->\r\n## Report", { tag: "prod", run: 3, attempt: 1 }],
  ["<!-- video-budget:a%20b run=3 attempt=1 -->\n", { tag: "a b", run: 3, attempt: 1 }],
  [" <!-- video-budget:prod run=3 attempt=1 -->\n", null],
  ["> <!-- video-budget:prod run=3 attempt=1 -->\n", null],
  ["Look:\n<!-- video-budget:prod run=3 attempt=1 -->\n", null],
  ["<!-- video-budget:prod run=3 attempt=1 --> and more\n", null],
  ["<!-- video-budget:prod run=-3 attempt=1 -->\n", null],
  ["<!-- video-budget:prod run=3 -->\n", null],
  ["<!-- video-budget:%E0%A4%A run=3 attempt=1 -->\n", null],
  ["", null],
])("the marker of %j is %o", (body, expected) => {
  expect(readMarker(body)).toEqual(expected);
});

test.each([
  [{ run: 2, attempt: 1 }, { run: 1, attempt: 9 }, true],
  [{ run: 1, attempt: 2 }, { run: 1, attempt: 1 }, true],
  [{ run: 1, attempt: 1 }, { run: 1, attempt: 1 }, false],
  [{ run: 1, attempt: 9 }, { run: 2, attempt: 1 }, false],
])("%o is newer than %o: %s", (one, other, expected) => {
  expect(isNewer(one, other)).toBe(expected);
});

const comment = (id: number, run: number, attempt: number): Comment => ({
  id,
  url: "",
  author: "github-actions[bot]",
  body: markerLine({ tag: "default", run, attempt }),
});

test("of duplicates the newest run's stays, and of that the oldest comment", () => {
  const all = [comment(1, 3, 1), comment(2, 7, 1), comment(3, 7, 2), comment(4, 7, 2), comment(5, 5, 9)];
  expect(survivor(all)?.id).toBe(3);
  expect(survivor([])).toBeUndefined();
});

test("every run chooses the same survivor, in whatever order it sees the comments", () => {
  const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 8 });
  const shuffled = runs.chain((pairs) => {
    const comments = pairs.map(([run, attempt], index) => comment(index + 1, run, attempt));
    return fc.tuple(fc.constant(comments), fc.shuffledSubarray(comments, { minLength: comments.length }));
  });
  fc.assert(
    fc.property(shuffled, ([comments, mixed]) => {
      expect(survivor(mixed)?.id).toBe(survivor(comments)?.id);
    }),
  );
});
