import { expect, test } from "vitest";
import { InputError, readInputs } from "../../src/github/inputs.ts";

/** The environment as the runner makes it: capitals, dashes kept, and empty for what is not given. */
function read(inputs: Readonly<Record<string, string>> = {}): ReturnType<typeof readInputs> {
  return readInputs(Object.fromEntries(Object.entries({ "github-token": "t", ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])));
}

test("the defaults are those in the documentation of the action", () => {
  const defaults = {
    token: "t",
    manifest: [],
    ifNoManifest: "pass",
    prices: [],
    warnOnly: false,
    comment: "on-change",
    commentThreshold: "0",
    commentTag: "default",
    summary: true,
    annotations: true,
    checkRun: false,
    workingDirectory: "",
    date: null,
    jobLog: [],
    actuals: [],
    months: null,
    lock: null,
    repricingIssue: false,
    suggestions: true,
    scan: "auto",
  };
  expect(read()).toEqual(defaults);
  // A workflow that passes on its own unset input gives an empty one.
  expect(read({ comment: "", "warn-only": " ", manifest: "\n \n", date: "", "comment-threshold": "" })).toEqual(defaults);
});

test("lists have one entry a line, with forward slashes", () => {
  expect(read({ manifest: "./a.yml\r\n  services\\b.yml \n\n././c/*.yml\n" }).manifest).toEqual(["a.yml", "services/b.yml", "c/*.yml"]);
  expect(read({ prices: "p.yml" }).prices).toEqual(["p.yml"]);
  expect(read({ actuals: "./jobs.jsonl\nbill.csv" }).actuals).toEqual(["jobs.jsonl", "bill.csv"]);
});

test.each([
  [".", ""],
  ["./", ""],
  ["apps/web/", "apps/web"],
  ["./apps\\web//", "apps/web"],
])("working-directory %s is %s", (given, expected) => {
  expect(read({ "working-directory": given }).workingDirectory).toBe(expected);
});

test.each([
  ["comment", "On-Failure", "comment", "on-failure"],
  ["if-no-manifest", "fail", "ifNoManifest", "fail"],
  ["warn-only", "TRUE", "warnOnly", true],
  ["summary", "false", "summary", false],
  ["check-run", "True", "checkRun", true],
  ["comment-threshold", "12.5", "commentThreshold", "12.5"],
  ["date", "2026-02-28", "date", "2026-02-28"],
  ["months", "12", "months", 12],
] as const)("%s: %s", (name, given, key, expected) => {
  expect(read({ [name]: given })[key]).toBe(expected);
});

test.each([
  ["comment", "on change", "always, on-change, on-failure, never"],
  ["if-no-manifest", "error", "pass, warn, fail"],
  ["annotations", "1", "true, false"],
  ["comment-threshold", "-5", "an amount of money"],
  ["comment-threshold", "$5", "an amount of money"],
  ["comment-threshold", "1e3", "an amount of money"],
  ["date", "22.11.2026", "YYYY-MM-DD"],
  ["date", "2026-02-29", "a day that exists"],
  ["date", "+002026-01-01", "YYYY-MM-DD"],
  ["comment-tag", "x".repeat(101), "at most 100"],
  ["months", "0", "from 1 to 60"],
  ["months", "61", "from 1 to 60"],
  ["months", "1.5", "from 1 to 60"],
])("%s: %s is refused; the message names the input and the allowed values", (name, given, allowed) => {
  expect(() => read({ [name]: given })).toThrow(InputError);
  expect(() => read({ [name]: given })).toThrow(`Input ${name}`);
  expect(() => read({ [name]: given })).toThrow(allowed);
});
