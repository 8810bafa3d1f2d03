import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { problemExamples } from "../scripts/problem-examples.ts";
import { diskReader } from "../src/files/disk.ts";
import { gather } from "../src/gather.ts";
import { bookOf, type Provider } from "../src/prices/book.ts";
import { readPrices } from "../src/prices/read.ts";
import { hint, sentence } from "../src/report/words/messages.ts";
import { review } from "../src/review/review.ts";
import { distributionsFor } from "../src/risk/needs-distributions.ts";
import { readYaml } from "../src/yaml/read.ts";

/**
 * One manifest for each problem; `# expect: code line:column` lines list what must be reported, in
 * order, and nothing else above a note. The wording of each is a golden file beside it.
 */
const examples = problemExamples().filter(({ kind }) => kind === "manifest");

const providers = ["google", "kling", "openai", "rutaapi", "byteplus", "vertex", "d-id"].map((name) => {
  const { provider } = readPrices(readYaml(`prices/${name}.yml`, readFileSync(`prices/${name}.yml`)));
  return provider as Provider;
});
const book = bookOf(providers, "sha256:test");

describe.each(examples)("$name", ({ folder, file, golden }) => {
  test("is reported with its place and message", async () => {
    const text = readFileSync(`${folder}/${file}`, "utf8");
    const expected = [...text.matchAll(/^# expect: (.*)$/gm)].map(([, one]) => one);
    const reader = diskReader(folder, ["."]);
    const head = await gather(reader, [file], book.snapshot);
    const result = review({ head, base: null, book, date: "2026-11-22", renamed: new Map(), distributions: await distributionsFor(head) });
    const wanted = new Set(expected.map((one) => one?.split(" ")[0]));
    const reported = result.problems.filter(({ code, severity }) => severity !== "note" || wanted.has(code));
    expect(reported.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(expected);
    const words = reported.map(
      (problem) => `${problem.file}:${problem.line}:${problem.column}: ${problem.severity}: ${sentence(problem)}\n  ${hint(problem)}\n`,
    );
    await expect(words.join("")).toMatchFileSnapshot(`../${golden}`);
  });
});
