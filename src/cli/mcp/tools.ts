import * as z from "zod";
import { rankModels } from "../../catalog/rank.ts";
import { loadBook } from "../../files/book.ts";
import { rates } from "../../money/convert.ts";
import { MODES } from "../../notation/mode.ts";
import { rankJson } from "../../report/catalog/rank.ts";
import { toJson } from "../../report/review/json.ts";
import type { Review } from "../../review/result.ts";
import { reviewText } from "../../review/review-text.ts";
import { reviewOf } from "../check.ts";
import { readCodeOfFolder, scannedOf } from "../code-of-folder.ts";
import { knownResolution } from "../prices/known.ts";
import { type Terminal, today, UsageError } from "../terminal.ts";
import { problemsOf, reportAnswer, scanAnswer, workloadAnswer } from "./answer.ts";

/** A tool for agents: the description by which they choose it, its input, and its answer, which `fitted` shortens. */
export type Tool<Asked extends z.ZodRawShape = z.ZodRawShape> = {
  description: string;
  input: Asked;
  answer: (asked: z.output<z.ZodObject<Asked>>, terminal: Terminal) => Promise<Record<string, unknown>>;
};

const date = z.iso.date().optional().describe("The day prices are looked up for, UTC; default: today");
const mode = z.enum(MODES);
const resolution = z.string().describe("Such as 1080p; default: the model's own");
const seconds = z.number().positive().max(86_400).describe("Length of a clip in seconds");

const quoteTool = tool({
  description: "What one job of a video model costs, and a month of them, with formula, source and date. Use it before writing code that calls the model.",
  input: {
    provider: z.string().describe("Who is called: fal, replicate, vertex, runway…"),
    model: z.string().describe("The exact text that the provider's API takes, or an alias"),
    mode: mode.optional(),
    duration: seconds.optional(),
    resolution: resolution.optional(),
    audio: z.boolean().optional(),
    per_month: z.number().positive().max(1e9).optional().describe("Clips wanted a month; default 1"),
    date,
  },
  answer: async ({ provider, model, mode, duration, resolution, audio, per_month = 1, date = today() }, { folder }) => {
    const output = { ...(duration !== undefined && { duration: `${duration}s` }), resolution, audio };
    const manifest = JSON.stringify({ version: 1, workloads: { quote: { provider, model, mode, output, volume: { per_month } } } });
    const review = await reviewText({ files: { quote: manifest }, manifests: ["quote"], book: loadBook(folder), date });
    const report = reportOf(review);
    const [workload] = report.workloads;
    const assumptions = workload?.assumptions.filter(({ code }) => code !== "untested").map(({ text }) => text);
    return { ...(workload && workloadAnswer(workload)), currency: report.currency, assumptions, problems: problemsOf(report) };
  },
});

const compareTool = tool({
  description: "Models that make a clip, the cheapest first, with source and date of each price. Quality is not compared.",
  input: {
    mode,
    duration: seconds,
    resolution: resolution.optional(),
    audio: z.boolean().optional(),
    providers: z.array(z.string()).optional().describe("These alone; default: all"),
    date,
  },
  answer: async ({ mode, duration, resolution, audio, providers, date = today() }, { folder }) => {
    const book = loadBook(folder);
    const asked = { mode, duration, ...(resolution !== undefined && { resolution: knownResolution(resolution, book) }), ...(audio !== undefined && { audio }) };
    const unknown = (providers ?? []).filter((slug) => !book.slugs.includes(slug));
    if (unknown.length > 0) throw new UsageError(`No provider is named ${unknown.join(", ")}. There are: ${book.slugs.join(", ")}.`);
    const ranking = rankModels(book, asked, { date, rates: rates({}) }, providers);
    const { ranked } = JSON.parse(rankJson(ranking)) as { ranked: Record<string, unknown>[] };
    return {
      date,
      note: "Quality is not compared.",
      ranked: ranked.map(({ id, usd, bound, source, checked, confidence }) => ({ id, usd, bound, source, checked, confidence })),
      not_ranked: ranking.leftOut.length,
    };
  },
});

const manifests = z.array(z.string()).describe("Paths of manifests; default: the repository's video-budget.yml");

const checkTool = tool({
  description: "What the manifests of this repository cost a month, against their budgets and against a base branch, with what each edit adds.",
  input: { manifests: manifests.optional(), base: z.string().optional().describe("A git ref or a file to compare with, such as main"), date },
  answer: async ({ manifests = [], base, date }, terminal) => reportAnswer(reportOf(await onDisk(manifests, { base, date }, terminal))),
});

const explainTool = tool({
  description: "How the monthly cost of one workload comes about: formula, where the money goes, source and assumptions.",
  input: { workload: z.string(), manifest: z.string().optional(), date },
  answer: async ({ workload: name, manifest, date }, terminal) => {
    const report = reportOf(await onDisk(manifest === undefined ? [] : [manifest], { date }, terminal));
    const workload = report.workloads.find((one) => one.name === name);
    if (!workload) throw new UsageError(`No workload is named ${name}. There are: ${report.workloads.map((one) => one.name).join(", ") || "none"}.`);
    const parts = Object.fromEntries(workload.waterfall.filter(({ monthly }) => monthly !== 0).map(({ part, monthly }) => [part, monthly]));
    return { ...workloadAnswer(workload), currency: report.currency, where_the_money_goes: parts, assumptions: workload.assumptions.map(({ text }) => text) };
  },
});

const scanTool = tool({
  description: "Calls of video models in the code of this repository: where, what one clip costs, and which workload of a manifest declares each.",
  input: { paths: z.array(z.string()).optional().describe("Folders or files; default: the whole working directory"), date },
  answer: async ({ paths = [], date }, terminal) => {
    const read = await readCodeOfFolder(paths, { prices: [], fx: {}, ignore: [], manifest: [], ...(date !== undefined && { date }) }, terminal);
    return scanAnswer(scannedOf(read), read.code.unread, date ?? today());
  },
});

/** All tools by name. */
export const TOOLS = { quote: quoteTool, compare: compareTool, check: checkTool, explain: explainTool, scan: scanTool };

function tool<Asked extends z.ZodRawShape>(one: Tool<Asked>): Tool<Asked> {
  return one;
}

function reportOf(review: Review): Parameters<typeof reportAnswer>[0] {
  return JSON.parse(toJson(review)) as Parameters<typeof reportAnswer>[0];
}

function onDisk(paths: readonly string[], { base, date }: { base?: string | undefined; date?: string | undefined }, terminal: Terminal): Promise<Review> {
  const options = {
    format: "json" as const,
    color: "never" as const,
    verbose: false,
    prices: [],
    ...(base !== undefined && { base }),
    ...(date !== undefined && { date }),
  };
  return reviewOf(paths, options, terminal);
}
