import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, videoBudget } from "../../cli/run.ts";
import { STUDIO } from "../../page/plan.ts";

const DATE = "2026-11-28";
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const cwd = folderOf(STUDIO);
const made = (name: string): string => readFileSync(join(cwd, name), "utf8");

beforeAll(async () => {
  for (const args of [
    ["check", "--date", DATE, "--html", "plan.html", "--output", "report.txt"],
    ["prices", "explore", "--date", DATE, "--html", "prices.html"],
  ]) {
    const { code, stderr } = await videoBudget(args, { cwd });
    expect([code, stderr]).toEqual([expect.any(Number), expect.stringContaining("written to")]);
    expect(code).toBeLessThan(3);
  }
});

describe.each(["plan.html", "prices.html"])("%s", (name) => {
  test("is at most 400 kB compressed", () => expect(gzipSync(made(name)).length).toBeLessThanOrEqual(400_000));

  test("has a policy that allows only its own script and style", () => {
    const html = made(name);
    const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const hash = (text = ""): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const [, style] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const [, script] = /<script>(.*)<\/script>/s.exec(html) ?? [];
    expect(policy).toBe(`default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`);
  });
});

test("the page never overwrites its own manifest, and cannot be made of standard input", async () => {
  const over = await videoBudget(["check", "--html", "services/social/video-budget.yml"], { cwd });
  expect([over.code, over.stderr]).toEqual([2, expect.stringContaining("name another one")]);
  const piped = await videoBudget(["check", "-", "--html", "x.html"], { cwd, stdin: STUDIO["video-budget.yml"] });
  expect([piped.code, piped.stderr]).toEqual([2, expect.stringContaining("needs manifests of files")]);
});

describe.skipIf(CHROMIUM === undefined)("in a browser (skipped if Chromium is not installed)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ["--no-sandbox"] });
  });
  afterAll(async () => browser?.close());

  async function open(name: string, width = 1200, colorScheme: "light" | "dark" = "light"): Promise<{ page: Page; said: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => request.url().startsWith("file:") || said.push(`asked for ${request.url()}`));
    await page.goto(pathToFileURL(join(cwd, name)).href);
    await page.waitForSelector("main table");
    return { page, said };
  }

  test.each([
    ["plan.html", 1200, "light"],
    ["plan.html", 400, "dark"],
    ["prices.html", 400, "light"],
    ["prices.html", 1200, "dark"],
  ] as const)("%s fits %i pixels in %s, logs nothing, and passes axe", async (name, width, scheme) => {
    const { page, said } = await open(name, width, scheme);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.evaluate(axe.source);
    // Only violations get a selector for each of their elements, which takes most of the time.
    const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as { violations: { id: string; impact: string }[] };
    expect(violations.map(({ id, impact }) => `${impact}: ${id}`)).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
  });

  test("settings made by keyboard match the command line's report on the exported manifest", async () => {
    const { page, said } = await open("plan.html");
    const clips = page.getByLabel("Clips a week", { exact: true });
    await clips.fill("55");
    await clips.press("Enter");
    await page.getByText("edited", { exact: true }).first().waitFor();
    const slider = page.getByLabel("Share of takes kept, slider");
    await slider.focus();
    await slider.press("ArrowRight");
    const text = page.getByLabel("video-budget.yml, with what is edited");
    await page.waitForFunction(`document.querySelector("textarea")?.value.includes("acceptance: 0.51")`);
    const exported = await text.inputValue();
    expect(exported).toBe(STUDIO["video-budget.yml"].replace("per_week: 40", "per_week: 55").replace("acceptance: 0.5,", "acceptance: 0.51,"));

    writeFileSync(join(cwd, "video-budget.yml"), exported);
    const { stdout } = await videoBudget(["check", "--date", DATE, "--format", "json"], { cwd });
    writeFileSync(join(cwd, "video-budget.yml"), STUDIO["video-budget.yml"]);
    const { expected } = (JSON.parse(stdout) as { total: { head: { expected: number } } }).total.head;
    const shown = await page.locator("#plan tbody tr").first().locator("td").nth(1).innerText();
    expect(shown).toBe(expected.toLocaleString("en-US", { style: "currency", currency: "USD" }));
    expect(said).toEqual([]);
    await page.close();
  });
});
