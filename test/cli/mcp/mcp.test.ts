import { resolve } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fitted, MOST_BYTES } from "../../../src/cli/mcp/answer.ts";

/** An agent: the official client, over standard input and output of the built command line. */
const agent = new Client({ name: "test", version: "1" });
beforeAll(() =>
  agent.connect(new StdioClientTransport({ command: process.execPath, args: [resolve("dist/cli/index.js"), "mcp"], cwd: resolve("examples/studio") })),
);
afterAll(() => agent.close());

type Answer = { isError: boolean; bytes: number; said: Record<string, unknown> };

async function ask(name: string, asked: Record<string, unknown>): Promise<Answer> {
  const { content, isError } = (await agent.callTool({ name, arguments: asked })) as { content: { text: string }[]; isError?: boolean };
  const text = content[0]?.text ?? "";
  return { isError: isError === true, bytes: Buffer.byteLength(text), said: text.startsWith("{") ? JSON.parse(text) : { text } };
}

describe("video-budget mcp", () => {
  test("lists its tools with descriptions and parameters; none of them writes", async () => {
    const { tools } = await agent.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(["check", "compare", "explain", "quote", "scan"]);
    for (const { description, inputSchema, annotations } of tools) {
      expect([description?.length ?? 0, inputSchema.type, annotations?.readOnlyHint]).toEqual([expect.any(Number), "object", true]);
    }
  });

  test("quotes a model with formula, source, day and bound", async () => {
    const { said, bytes } = await ask("quote", {
      provider: "vertex",
      model: "veo-3.1-fast-generate-001",
      duration: 8,
      resolution: "1080p",
      per_month: 350,
      date: "2026-11-28",
    });
    // 8 s × $0.12 = $0.96; × 350 = $336.
    expect(said).toMatchObject({ job_price: 0.96, monthly: 336, formula: "8 s × $0.12", bound: "exact", confidence: "provider", currency: "USD" });
    expect([said["source"], said["checked"]]).toEqual([expect.stringMatching(/^https:/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  test("answers unknown for a model that is not in the book, never 0", async () => {
    const { said, isError } = await ask("quote", { provider: "vertex", model: "veo-99" });
    expect(isError).toBe(false);
    expect(said).toMatchObject({ job_price: "unknown", monthly: "unknown", source: "unknown", problems: [{ severity: "error", code: "unknown-model" }] });
  });

  test("compares models, the cheapest first", async () => {
    const { said, bytes } = await ask("compare", { mode: "text-to-video", duration: 8, resolution: "1080p", date: "2026-11-28" });
    const ranked = said["ranked"] as { usd: number; source: string }[];
    expect(ranked.length).toBeGreaterThan(3);
    expect(ranked.map(({ usd }) => usd)).toEqual(ranked.map(({ usd }) => usd).sort((a, b) => a - b));
    expect(said["left_out"]).toMatchObject({ ranked: expect.any(Number) });
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  test("checks the manifest of the folder and explains one of its workloads", async () => {
    const { said, bytes } = await ask("check", { date: "2026-11-28" });
    expect(said).toMatchObject({
      verdict: "pass",
      bound: "exact",
      monthly: expect.any(Number),
      budgets: expect.arrayContaining([expect.objectContaining({ scope: "total" })]),
    });
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    const explained = await ask("explain", { workload: "product-teaser", date: "2026-11-28" });
    // 1,200 clips × 3 takes × $0.96 = $3,456.
    expect(explained.said).toMatchObject({ monthly: 3456, jobs_a_month: 3600, where_the_money_goes: { base: 1152, takes: 2304 } });
  });

  test("scans code and says how much it did not read", async () => {
    const { said, bytes, isError } = await ask("scan", { paths: ["."], date: "2026-11-28" });
    expect([isError, said]).toEqual([false, { prices_of: "2026-11-28", files: expect.any(Number), not_read: 0, calls: [] }]);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect((await ask("scan", { paths: ["none"] })).isError).toBe(true);
  });

  test.each([
    ["explain", { workload: "none" }, /No workload is named none/],
    ["check", { manifests: ["none.yml"], base: "no-such-ref" }, /no-such-ref/],
    ["compare", { mode: "text-to-video", duration: 8, providers: ["nobody"] }, /No provider is named nobody/],
    ["quote", { provider: "vertex" }, /model/],
    ["compare", { mode: "magic", duration: 8 }, /mode/],
  ])("answers %s with %j with an error message", async (name, asked, message) => {
    const { isError, said } = await ask(name, asked);
    expect([isError, JSON.stringify(said)]).toEqual([true, expect.stringMatching(message)]);
  });
});

describe("an answer that is too long", () => {
  test("loses the end of its longest list and says how many items are missing", () => {
    const answer = { note: "a", many: Array.from({ length: 500 }, (_, i) => ({ i })), few: [1, 2] };
    const text = fitted(answer);
    const { many, few, left_out } = JSON.parse(text);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
    expect([few, many.length + left_out.many]).toEqual([[1, 2], 500]);
  });

  test("is cut if one text is too long, and says so", () => {
    const text = fitted({ message: "ä".repeat(5000) });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
    expect(JSON.parse(text).truncated).toBe(true);
  });
});
