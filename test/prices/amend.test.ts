import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { amendFile, newFile } from "../../src/prices/amend.ts";
import type { Model, Price, Provider } from "../../src/prices/book.ts";
import { confirmModel } from "../../src/prices/confirm.ts";
import { findModel, priceOn } from "../../src/prices/find.ts";
import { readPrices } from "../../src/prices/read.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";

const DAY = "2026-11-22";

function read(text: string): Provider {
  const { provider, problems } = readPrices(readYaml("acme.yml", Buffer.from(text)));
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return provider as Provider;
}

/** A file after a model of it was confirmed with these amounts, or the reason why not. */
function amended(text: string, id: string, amounts: Record<number, string>, source?: string): string {
  const model = findModel(read(text), id) as Model;
  const finding = { date: DAY, amounts: new Map(Object.entries(amounts).map(([at, amount]) => [Number(at), amount])), ...(source && { source }) };
  const { model: after } = confirmModel(model, priceOn(model, DAY) as Price, finding);
  const result = amendFile("acme.yml", Buffer.from(text), model, after);
  return "text" in result ? result.text : JSON.stringify(result);
}

const BLOCK = `# A comment
provider: acme
name: Acme
models:
  - id: a
    modes: [text-to-video]   # one mode
    accepts: { resolution: [720p, 1080p] }
    defaults: { resolution: 720p }
    prices:
      -   source: https://acme.example/a # where
          checked: 2026-01-01
          confidence: provider
          charges:
            - { meter: second, by: [resolution], rows: [[720p, 0.10], [1080p, 0.20]] }
  # The last one
  - id: b
    modes: [text-to-video]
    prices:
      - { from: 2026-01-01, source: x, checked: 2026-01-01, confidence: provider, charges: [{ meter: clip, usd: 1 }] }
`;

describe("a confirmed price in an existing file", () => {
  test("changes only its checked day", () => {
    expect(amended(BLOCK, "a", {})).toBe(BLOCK.replace("checked: 2026-01-01\n", "checked: 2026-11-22\n"));
    expect(amended(BLOCK, "b", {})).toBe(BLOCK.replace("x, checked: 2026-01-01", "x, checked: 2026-11-22"));
  });

  test("changes its address, if another page was read", () => {
    expect(amended(BLOCK, "a", {}, "https://acme.example/n#b")).toBe(
      BLOCK.replace("https://acme.example/a", '"https://acme.example/n#b"').replace("checked: 2026-01-01\n", "checked: 2026-11-22\n"),
    );
  });

  test("is written before the old one, which keeps its table and indentation", () => {
    expect(amended(BLOCK, "a", { 1: "0.25" })).toBe(
      BLOCK.replace(
        "      -   source: https://acme.example/a # where",
        `      -   from: 2026-11-22
          source: https://acme.example/a
          checked: 2026-11-22
          confidence: provider
          charges:
            - { meter: second, when: { resolution: 720p }, usd: 0.1 }
            - { meter: second, when: { resolution: 1080p }, usd: 0.25 }
      -   to: 2026-11-22
          source: https://acme.example/a # where`,
      ),
    );
  });

  test("is written before an old one on a single line", () => {
    const text = amended(BLOCK, "b", { 0: "2" });
    expect(text).toContain("- { to: 2026-11-22, from: 2026-01-01, source: x");
    expect(read(text).models[1]?.prices.map(({ from, to, charges }) => [from, to, charges[0]?.amount])).toEqual([
      ["2026-11-22", undefined, { unit: "USD", value: "2" }],
      ["2026-01-01", "2026-11-22", { unit: "USD", value: "1" }],
    ]);
  });

  test("is written into a list on a single line", () => {
    const inline = BLOCK.replace(/prices:\n {6}- (\{ from.*\})/, "prices: [$1]");
    expect(read(amended(inline, "b", { 0: "2" })).models[1]?.prices).toEqual(read(amended(BLOCK, "b", { 0: "2" })).models[1]?.prices);
  });

  test("replaces a price that began on the same day", () => {
    const again = amended(amended(BLOCK, "a", { 1: "0.25" }), "a", { 0: "0.15" });
    expect(read(again).models[0]?.prices.map(({ from, charges }) => [from, charges.map(({ amount }) => amount !== "unknown" && amount.value)])).toEqual([
      ["2026-11-22", ["0.15", "0.25"]],
      [undefined, ["0.1", "0.2"]],
    ]);
    expect(again).toContain("# The last one");
  });

  test("takes over the end of a price that ends", () => {
    const ending = BLOCK.replace("{ from: 2026-01-01,", "{ from: 2026-01-01, to: 2027-01-01,");
    expect(read(amended(ending, "b", { 0: "2" })).models[1]?.prices.map(({ from, to }) => [from, to])).toEqual([
      ["2026-11-22", "2027-01-01"],
      ["2026-01-01", "2026-11-22"],
    ]);
  });

  test("is added with a model that the file did not have", () => {
    const model = bookOfFiles(ACME).provider("acme")?.models[0] as Model;
    for (const text of [BLOCK, BLOCK.replace(/models:\n.*/s, "models: []\n"), BLOCK.replaceAll("\n", "\r\n")]) {
      const result = amendFile("acme.yml", Buffer.from(text), undefined, model);
      expect(read("text" in result ? result.text : JSON.stringify(result)).models).toEqual([model, ...read(text).models]);
    }
  });

  test("is refused if the edit would change more than was confirmed", () => {
    const day = BLOCK.replace("checked: 2026-01-01\n", "checked: &day 2026-01-01\n").replace("x, checked: 2026-01-01", "x, checked: *day");
    expect(amended(day, "a", {})).toBe('{"entangled":true}');
    // In the other direction, only the alias is replaced.
    expect(amended(day, "b", {})).toBe(day.replace("*day", "2026-11-22"));
    const clash = amendFile("acme.yml", Buffer.from(BLOCK), undefined, { ...(read(BLOCK).models[0] as Model), id: "new", aliases: ["b"] });
    expect("problems" in clash && clash.problems.map(({ code }) => code)).toEqual(["price-duplicate"]);
  });

  test("keeps every other line of the built-in book", () => {
    const text = readFileSync("prices/google.yml", "utf8");
    const before = text.split("\n");
    const after = amended(text, "veo-3.1-fast-generate-preview", {}).split("\n");
    expect(after.length).toBe(before.length);
    expect(after.filter((line, at) => line !== before[at]).map((line) => line.trim())).toEqual(["checked: 2026-11-22"]);
  });
});

test("a new file has a header and the model in full", () => {
  const provider = bookOfFiles(ACME).provider("acme") as Provider;
  const [model] = provider.models as [Model];
  const result = newFile("acme.yml", provider, model, "One line\nand another");
  const text = "text" in result ? result.text : "";
  expect(text).toBe(`# One line
# and another

provider: acme
name: Acme Video
models:
  - id: acme-1
    aliases: [ acme ]
    modes: [ text-to-video, image-to-video ]
    accepts: { duration: [ 5, 10 ], resolution: [ 720p, 1080p ], audio: [ true, false ] }
    defaults: { duration: 5, resolution: 720p, audio: true }
    prices:
      - source: https://acme.example/pricing
        checked: 2026-11-01
        confidence: provider
        charges:
          - { meter: second, usd: 0.1 }
          - { meter: second, when: { audio: true }, usd: 0.15 }
          - { factor: 2, when: { resolution: 1080p } }
`);
  expect(read(text).models).toEqual([model]);
});
