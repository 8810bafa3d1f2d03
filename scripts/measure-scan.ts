import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceTree } from "../src/files/source-tree.ts";
import { bookOf } from "../src/prices/book.ts";
import type { CodeFinding } from "../src/scan/finding.ts";
import { scanFiles } from "../src/scan/scan.ts";
import { readBook } from "./read-book.ts";
import { readDetectors } from "./read-detectors.ts";

/**
 * Measures how well the scanner finds what people found by hand: node lib/scripts/measure-scan.js FOLDER LABELS [--verbose]
 * FOLDER has a checkout of each repository, with `+` for the `/` in its name. LABELS is a tab-separated table with a header: repo, kind (M: a
 * model, S: a submit, N: looks like one but is not), file, line, model, and duration, resolution, aspect, audio and n, which have
 * `lit:VALUE` if the place has a literal. Goals: recall 0.95 and precision 0.92, by repository and model; parameters 0.95.
 */
type Label = Readonly<Record<string, string>>;

const [folder = "", labels = "", ...flags] = process.argv.slice(2);
const verbose = flags.includes("--verbose");
const [head = [], ...rows] = readFileSync(labels, "utf8")
  .trimEnd()
  .split("\n")
  .map((row) => row.split("\t"));
const all: Label[] = rows.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ""])));
const detectors = readDetectors();
const book = bookOf(readBook(), "measured");

const right = { pairs: 0, expected: 0, found: 0, submits: 0, submitsExpected: 0, parameters: 0, parametersExpected: 0, providers: 0 };
for (const repo of new Set(all.map((label) => label["repo"] ?? ""))) {
  const root = join(folder, repo.replace("/", "+"));
  if (!existsSync(root)) {
    process.stdout.write(`${repo}: no checkout\n`);
    continue;
  }
  const files = sourceTree(["."], root).map(({ path, bytes }) => ({ path, content: Uint8Array.from(bytes() ?? []) }));
  const { findings } = scanFiles(files, detectors, book);
  measure(
    repo,
    all.filter((label) => label["repo"] === repo),
    findings,
  );
}
const share = (part: number, whole: number): string => `${part}/${whole} = ${(part / whole).toFixed(3)}`;
process.stdout.write(
  [
    `recall by repository and model      ${share(right.pairs, right.expected)}`,
    `precision by repository and model   ${share(right.pairs, right.found)}`,
    `provider right, of those            ${share(right.providers, right.pairs)}`,
    `submits found                       ${share(right.submits, right.submitsExpected)}`,
    `parameters right, of literal ones   ${share(right.parameters, right.parametersExpected)}`,
    "",
  ].join("\n"),
);

function measure(repo: string, own: readonly Label[], findings: readonly CodeFinding[]): void {
  const models = own.filter(({ kind }) => kind === "M");
  const expected = new Set(models.map(({ model }) => (model ?? "").toLowerCase()));
  const sure = findings.filter(({ confidence, model }) => confidence !== "mention" && model !== null);
  const found = new Set(sure.map(({ model }) => (model ?? "").toLowerCase()));
  right.expected += expected.size;
  right.found += found.size;
  for (const model of expected) {
    if (found.has(model)) right.pairs++;
    else
      say(
        repo,
        `missed ${model}: ${models
          .filter((one) => one["model"]?.toLowerCase() === model)
          .map(({ file, line }) => `${file}:${line}`)
          .join(" ")}`,
      );
    const one = sure.filter((finding) => finding.model?.toLowerCase() === model);
    const providers = new Set(models.filter((label) => label["model"]?.toLowerCase() === model).map(({ provider }) => provider));
    if (one.some(({ provider }) => providers.has(provider))) right.providers++;
    else if (one.length > 0) say(repo, `provider of ${model}: ${one.map(({ provider }) => provider)} for ${[...providers]}`);
  }
  for (const finding of sure) {
    if (!expected.has(finding.model?.toLowerCase() ?? ""))
      say(repo, `too much ${finding.provider} ${finding.model}: ${finding.places.map(({ file, line, role }) => `${file}:${line} ${role}`).join(", ")}`);
  }
  for (const label of own.filter(({ kind }) => kind === "S")) {
    right.submitsExpected++;
    const is = findings.some(
      ({ places, confidence }) =>
        confidence !== "mention" &&
        places.some(({ file, line, role }) => file === label["file"] && Math.abs(line - Number(label["line"])) <= 6 && ["call", "body", "url"].includes(role)),
    );
    if (is) right.submits++;
    else say(repo, `submit missed ${label["file"]}:${label["line"]} ${label["provider"]} ${label["route"]} ${label["text"]?.slice(0, 80)}`);
  }
  for (const finding of findings.filter(({ confidence, model }) => confidence === "call" && model === null)) {
    const known = own.some(
      ({ kind, file, line }) => kind === "S" && finding.places.some((place) => place.file === file && Math.abs(place.line - Number(line)) <= 6),
    );
    if (!known) say(repo, `submit too much ${finding.provider} (${finding.dynamic}): ${finding.places.map(({ file, line }) => `${file}:${line}`).join(" ")}`);
  }
  parameters(repo, models, findings);
}

/** Judges the literal values by model. A finding is right if its value is in any label of that model. */
function parameters(repo: string, models: readonly Label[], findings: readonly CodeFinding[]): void {
  for (const model of new Set(models.map((label) => label["model"]?.toLowerCase() ?? ""))) {
    const finding = findings.find((one) => one.model?.toLowerCase() === model && one.confidence !== "mention");
    if (!finding) continue;
    for (const [column, name] of [
      ["duration", "duration"],
      ["resolution", "resolution"],
      ["aspect", "aspect_ratio"],
      ["audio", "audio"],
      ["n", "count"],
    ] as const) {
      const values = models.filter((label) => label["model"]?.toLowerCase() === model).flatMap((label) => /^lit:(.*)$/.exec(label[column] ?? "")?.[1] ?? []);
      if (values.length === 0) continue;
      right.parametersExpected++;
      const read = finding.parameters[name];
      const same = values.some((value) => alike(value) === alike(String(read?.value)));
      if (same) right.parameters++;
      else
        say(
          repo,
          `${model} ${name}: ${read?.value} (${read?.from}) for ${values.join(" or ")}, ${finding.places
            .slice(0, 3)
            .map(({ file, line }) => `${file}:${line}`)
            .join(" ")}`,
        );
    }
  }
}

function alike(value: string): string {
  const text = value.toLowerCase().replace(/^(\d+)s$/, "$1");
  return /^\d{3,4}[:*]\d{3,4}$/.test(text) ? text.replace(/[:*]/, "x") : text;
}

function say(repo: string, text: string): void {
  if (verbose) process.stdout.write(`${repo}: ${text}\n`);
}
