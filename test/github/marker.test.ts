import fc from "fast-check";
import { expect, test } from "vitest";
import { isAfter, type Marker, markerLine, readMarker, survivor } from "../../src/github/marker.ts";

const HEAD = "a".repeat(40);
const OTHER = "b".repeat(40);

const anyMarker = fc.record({
  tag: fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 }),
  run: fc.nat({ max: 1e12 }),
  number: fc.nat({ max: 1e9 }),
  attempt: fc.nat({ max: 1000 }),
  head: fc.constantFrom(HEAD, OTHER, "c".repeat(64), null),
});

test("a marker is read back as written, whatever its tag, and is one hidden line", () => {
  fc.assert(
    fc.property(anyMarker, fc.string(), (marker, text) => {
      const line = markerLine(marker);
      expect(readMarker(`${line}\n${text}`)).toEqual(marker);
      expect(line).toMatch(/^<!-- [^\s<>]+ run=\d+ attempt=\d+ number=\d+( head=[0-9a-f]+)? -->$/);
    }),
  );
});

test.each([
  ["<!-- video-budget:prod run=3 attempt=1 -->", { tag: "prod", run: 3, number: 0, attempt: 1, head: null }],
  ["<!-- video-budget:prod run=3 attempt=1 -->\r\n## Report", { tag: "prod", run: 3, number: 0, attempt: 1, head: null }],
  ["<!-- video-budget:a%20b run=3 attempt=1 -->\n", { tag: "a b", run: 3, number: 0, attempt: 1, head: null }],
  [`<!-- video-budget:prod run=19000000003 attempt=2 number=7 head=${HEAD} -->\n`, { tag: "prod", run: 19000000003, number: 7, attempt: 2, head: HEAD }],
  // A number with too many digits is read as 0, and the comment is still ours.
  [`<!-- video-budget:prod run=${"9".repeat(40)} attempt=${"9".repeat(20)} -->\n`, { tag: "prod", run: 0, number: 0, attempt: 0, head: null }],
  [`<!-- video-budget:prod run=3 attempt=1 number=7 head=${HEAD.slice(1)} -->\n`, null],
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

const marker = (run: number, attempt: number, head: string | null = HEAD, number = 1): Marker => ({ tag: "default", run, number, attempt, head });

test.each([
  [marker(2, 1), marker(1, 9), true],
  [marker(1, 2), marker(1, 1), true],
  [marker(1, 1), marker(1, 1), false],
  [marker(1, 9), marker(2, 1), false],
  // A renamed workflow counts its runs from 1 again; ids go on.
  [marker(900, 1, HEAD, 1), marker(800, 1, HEAD, 512), true],
  // Nobody starts a thousand million runs while one of them is at work.
  [marker(999_999_999_999_999, 1), marker(19_000_000_000, 1), false],
  [marker(19_000_000_900, 1), marker(19_000_000_000, 1), true],
  [marker(5, 1001), marker(5, 1), false],
])("%o is after %o: %s", (one, mine, expected) => {
  expect(isAfter(one, mine)).toBe(expected);
});

const comment = (id: number, run: number, attempt: number, head = HEAD): { id: number; body: string } => ({
  id,
  body: markerLine(marker(run, attempt, head)),
});

test("of duplicates, the oldest comment of the latest run for my head stays", () => {
  const all = [comment(1, 3, 1), comment(2, 7, 1), comment(3, 7, 2), comment(4, 7, 2), comment(5, 5, 9), comment(6, 8, 1, OTHER)];
  expect(survivor(all, marker(7, 1))?.id).toBe(3);
  expect(survivor(all, marker(7, 1, OTHER))?.id).toBe(6);
  expect(survivor([...all, comment(7, 9e15, 1)], marker(7, 1))?.id).toBe(3);
  expect(survivor([], marker(7, 1))).toBeUndefined();
});

test("all runs of one head choose the same comment, in whatever order they see the comments", () => {
  const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 8 });
  const shuffled = runs.chain((pairs) => {
    const comments = pairs.map(([run, attempt], index) => comment(index + 1, run, attempt));
    return fc.tuple(fc.constant(comments), fc.shuffledSubarray(comments, { minLength: comments.length }));
  });
  fc.assert(
    fc.property(shuffled, ([comments, mixed]) => {
      expect(survivor(mixed, marker(1, 1))?.id).toBe(survivor(comments, marker(4, 3))?.id);
    }),
  );
});
