import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDetectors } from "../../scripts/read-detectors.ts";
import { detectorFile } from "../../src/scan/detect/detector.ts";
import { builtInBook } from "../run/built-in.ts";
import { scanned } from "./scan.ts";

function never(): never {
  throw new Error("no such detector");
}

const { providers, families } = readDetectors();

describe("every detector", () => {
  const examples = providers.flatMap(({ provider, examples: all }) => all.map((example, index) => ({ provider, index, ...example })));
  test.each(examples)("$provider finds its example $index", ({ provider, file, code, finds }) => {
    const found = scanned({ [file]: code }).findings.filter((finding) => finding.provider === provider);
    expect(found.map(({ model, confidence }) => ({ model, confidence }))).toEqual(finds.map(({ model, confidence }) => ({ model, confidence })));
    // A call has its own line and that of its model.
    for (const [at, { line }] of finds.entries()) expect(found[at]?.places.map((place) => place.line)).toContain(line);
  });

  test("follows the example in detectors/README.md, which is a detector of the book", () => {
    const [, text = ""] = /```yaml\n([\s\S]*?)```/.exec(readFileSync("detectors/README.md", "utf8")) ?? [];
    const { examples: shown, sources: _, ...written } = detectorFile.parse(parse(text));
    const { examples: own, sources: __, ...detector } = providers.find(({ provider }) => provider === written.provider) ?? never();
    expect(written).toEqual(detector);
    expect(own.map(({ finds }) => finds)).toContainEqual(shown[0]?.finds);
    const [example] = shown;
    expect(scanned({ [example?.file ?? ""]: example?.code ?? "" }).findings.map(({ model }) => model)).toEqual(example?.finds.map(({ model }) => model));
  });

  test("belongs to a provider with prices, and so does every maker", () => {
    const known = new Set(builtInBook().slugs);
    const named = [...providers.map(({ provider }) => provider), ...families.families.map(({ maker }) => maker).filter((maker) => maker !== "")];
    expect(named.filter((slug) => !known.has(slug))).toEqual([]);
  });

  test.each(["(a+)+", "(?=x)a", "(a)\\1", "["])("cannot have the pattern %s", (pattern) => {
    const file = { provider: "x", hosts: ["x.example"], ids: { own: [pattern] }, sources: [], examples: [{ file: "a.py", code: "", finds: [] }] };
    expect(detectorFile.safeParse(file).success).toBe(false);
  });
});
