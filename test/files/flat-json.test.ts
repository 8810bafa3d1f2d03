import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatReader } from "../../src/files/flat-json.ts";

/** The object of a line, or null if the line is left to JSON.parse. */
function readerOf(): (line: string) => object | null {
  const { read } = flatReader();
  return (line) => {
    // Something before and after it, as in a log.
    const bytes = Buffer.from(`{"x":1}\n${line}\n{"y":2}\n`);
    const from = 8;
    const found = read(bytes, bytes.toString("latin1"), from, bytes.length - 9);
    return found && { ...found };
  };
}

describe("a flat line is read as JSON.parse reads it", () => {
  const scalar = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."abz09 _-:,{}[]'/.") }),
    fc.integer({ min: -1e12, max: 1e12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((thousandths) => thousandths / 1000),
    fc.boolean(),
    fc.constant(null),
  );
  const keys = ["job_id", "status", "cost", "submitted_at", "a b"] as const;

  test("or left alone, and lines of one reader do not mix", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.subarray([...keys], { minLength: 1 }), fc.array(scalar, { minLength: 5, maxLength: 5 })), { minLength: 1, maxLength: 20 }),
        (lines) => {
          const read = readerOf();
          for (const [names, values] of lines) {
            const line = JSON.stringify(Object.fromEntries(names.map((name, i) => [name, values[i]])));
            const found = read(line);
            if (found) expect(found).toEqual(JSON.parse(line));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("or left alone if a changed character makes it invalid JSON", () => {
    const good = '{"a": "x y", "b": -12.5, "c": null, "d": true}';
    fc.assert(
      fc.property(fc.nat(good.length), fc.constantFrom(...'"\\{}[],:0123456789eE.+-tfn x\t\u0000\u007fé', ""), fc.boolean(), (at, put, isInserted) => {
        const line = good.slice(0, at) + put + good.slice(at + (isInserted ? 0 : 1));
        const read = readerOf();
        read(good);
        const found = read(line);
        if (!found) return;
        expect(found).toEqual(JSON.parse(line));
        expect(readerOf()(line) ?? found).toEqual(found);
      }),
      { numRuns: 20_000 },
    );
  });
});

test.each([
  ['{"a":1,"b":"x"}', { a: 1, b: "x" }],
  ['{ "a" : 0.1 , "b" : -0 }', { a: 0.1, b: -0 }],
  ['{"a":123456789012345}', { a: 123456789012345 }],
  ['{"a":9007.19925474099}', { a: 9007.19925474099 }],
  ['{"a":true,"b":false,"c":null,"d":""}\r', { a: true, b: false, c: null, d: "" }],
])("%s is read", (line, value) => expect(readerOf()(line)).toEqual(value));

test.each([
  '{"a":1e3}',
  '{"a":1234567890123456}',
  '{"a":0.1234567890123456}',
  '{"a":01}',
  '{"a":1.}',
  '{"a":.5}',
  '{"a":-}',
  '{"a":+1}',
  '{"a":"\\n"}',
  '{"a":"é"}',
  '{"a":{}}',
  '{"a":[1]}',
  '{"a":1,"a":2}',
  '{"__proto__":1}',
  '{"a":1}{"b":2}',
  '{"a":1},',
  '{"a":1',
  "{}",
  "[1]",
  "null",
  "",
  '{"a":nul}',
  '{"a":truex}',
])("%s is left to JSON.parse", (line) => expect(readerOf()(line)).toBeNull());

test("a text is reused only if it equals the one before it", () => {
  const read = readerOf();
  for (const text of ["abc", "abc", "ab", "abcd", "", "abd"]) expect(read(`{"a":"${text}"}`)).toEqual({ a: text });
});

test("lines of many shapes are read the same way", () => {
  const read = readerOf();
  for (let i = 0; i < 30; i++) {
    const line = `{"k${i}":${i}}`;
    expect(read(line) ?? JSON.parse(line)).toEqual({ [`k${i}`]: i });
  }
});
