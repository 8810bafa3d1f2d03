import { expect, test } from "vitest";
import { type ByList, onceForList } from "../../src/risk/once-for-list.ts";

const [a, b, c] = [{}, {}, {}];

test("a value is computed once for the same objects in the same order, and again for any other list", () => {
  const known: ByList<object, number> = new WeakMap();
  let computed = 0;
  const of = (items: readonly object[]): number => onceForList(known, items, () => ++computed);
  expect([of([a, b]), of([a, b]), of([a, c]), of([a, b, c]), of([a]), of([b, a]), of([a, b])]).toEqual([1, 1, 2, 3, 4, 5, 1]);
  // An empty list has no object to be found by.
  expect([of([]), of([])]).toEqual([6, 7]);
});

test("of the lists with one first object, at most 20 are kept", () => {
  const known: ByList<object, number> = new WeakMap();
  let computed = 0;
  const of = (items: readonly object[]): number => onceForList(known, items, () => ++computed);
  const lists = Array.from({ length: 21 }, () => [a, {}]);
  for (const list of lists) of(list);
  expect([of(lists[20] ?? []), computed]).toEqual([21, 21]);
  expect(of(lists[0] ?? [])).toBe(22);
});
