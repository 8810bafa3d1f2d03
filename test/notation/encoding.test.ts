import { expect, test } from "vitest";
import { decoded, encodingOf } from "../../src/notation/encoding.ts";

const TEXT = "version: 1 # für 価格 🎬\n";
const be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

test.each([
  ["UTF-8", Buffer.from(TEXT)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`)],
  ["UTF-16, little end first", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
  ["UTF-16, big end first", be(`\ufeff${TEXT}`)],
])("%s is decoded to the same text", (_, bytes) => {
  expect(decoded(bytes)).toBe(TEXT);
});

test.each([
  ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le")],
  ["UTF-16 without a mark, big end first", be(TEXT)],
  ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x76, 0, 0, 0])],
  ["Latin-1", Buffer.from("f\u00fcr", "latin1")],
  ["half a character of UTF-16", Buffer.from([0xff, 0xfe, 0x76, 0, 0x65])],
])("%s is rejected", (_, bytes) => {
  expect(decoded(bytes)).toBeUndefined();
});

test("a text of fewer than four bytes is decoded", () => {
  expect([encodingOf(Buffer.alloc(0)), encodingOf(Buffer.from("a")), encodingOf(Buffer.from([0xff, 0xfe]))]).toEqual([
    { name: "utf-8", mark: 0 },
    { name: "utf-8", mark: 0 },
    { name: "utf-16le", mark: 2 },
  ]);
});
