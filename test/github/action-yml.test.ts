import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

type Action = {
  name: string;
  description: string;
  branding: { icon: string; color: string };
  inputs: Record<string, { description: string; required: boolean; default?: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
};

const action = parse(readFileSync("action.yml", "utf8")) as Action;

test("action.yml meets the Marketplace's requirements", () => {
  expect(action.name).toBe("Video Budget");
  expect(action.description.length).toBeLessThanOrEqual(125);
  expect(action.branding).toEqual({ icon: expect.any(String), color: expect.stringMatching(/^(white|black|yellow|blue|green|orange|red|purple|gray-dark)$/) });
  expect(action.runs).toEqual({ using: "node24", main: "dist/action/index.js" });
});

test("every input is optional and read, and only the token has a default", () => {
  const read = [...readFileSync("src/github/inputs.ts", "utf8").matchAll(/(?:text|lines|choice|flag)\("([\w-]+)"/g)].map(([, name]) => name);
  expect(new Set(read)).toEqual(new Set(Object.keys(action.inputs)));
  for (const [name, input] of Object.entries(action.inputs)) {
    expect(input.required).toBe(false);
    expect(input.description).toMatch(/\.$/);
    expect([name, input.default]).toEqual([name, name === "github-token" ? expect.stringContaining("github.token") : undefined]);
  }
});

test("the outputs are exactly those that the action sets", () => {
  expect(Object.keys(action.outputs)).toEqual([
    "verdict",
    "monthly-expected",
    "monthly-p90",
    "monthly-delta",
    "repricing-monthly",
    "budget",
    "budget-used-percent",
    "unpriced-count",
    "undeclared-count",
    "report-json",
    "report-markdown",
    "badge-json",
    "comment-id",
    "comment-url",
  ]);
});
