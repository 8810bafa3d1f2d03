import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import type { Model } from "../../src/prices/book.ts";
import { readPrices } from "../../src/prices/read.ts";
import { modelEntry } from "../../src/prices/write.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";
import { builtInBook } from "../run/built-in.ts";

const files = readdirSync("prices").filter((file) => file.endsWith(".yml"));

/** A file of these models alone, written out and read again. */
function again(provider: string, models: readonly object[]) {
  return readPrices(readYaml("again.yml", Buffer.from(stringify({ provider, name: "Again", models }))));
}

describe("a model that is written and read again is unchanged:", () => {
  test.each(files)("every model of prices/%s", (file) => {
    const provider = builtInBook().provider(file.replace(".yml", ""));
    const read = again(provider?.provider ?? "", provider?.models.map(modelEntry) ?? []);
    expect(read.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(read.provider?.models).toEqual(provider?.models);
  });

  test("one with every feature of the grammar", () => {
    const rare = {
      id: "rare",
      modes: ["video-to-video"],
      accepts: { resolution: ["720p", "1080p"], "input.video": { min: 0, max: 30 }, region: ["eu", "us"] },
      defaults: { resolution: { from: "input.resolution", max: "1080p" }, region: "us" },
      prices: [
        {
          from: "2026-01-01",
          to: "2027-01-01",
          source: "https://acme.example",
          checked: "2026-01-01",
          confidence: "inferred",
          charges: [
            { meter: "second", of: "input_video", amount: "0.00000000000000000001", currency: "CNY", per: 3, when: { "input.video": true } },
            { meter: "second", amount: "unknown", line: "tail", when: { region: ["eu", "us"] }, from: "2026-02-01" },
            {
              meter: "job",
              usd: "12345678901234567.5",
              extra: true,
              min: {
                by: ["region"],
                rows: [
                  ["eu", "unknown"],
                  ["us", 2],
                ],
              },
              each: { step: 1, share: 3 },
              round: "down",
            },
            { factor: 0.5, when: { duration: { above: 3, max: 8 } }, to: "2026-06-01" },
          ],
          holes: [{ region: "eu", resolution: "1080p" }],
          total: { min: 1, round: "nearest" },
        },
      ],
    };
    const modelOf = (entry: object) => bookOfFiles({ ...ACME, models: [entry] }).provider("acme")?.models[0] as Model;
    const model = modelOf(rare);
    expect(model.prices[0]?.charges[0]?.when).toEqual({ "input.video": { above: 0 } });
    expect(modelOf(parse(stringify(modelEntry(model))))).toEqual(model);
  });
});
