import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { LOG_DEFAULTS } from "../joblog/collect.ts";
import { isDate } from "../notation/date.ts";
import { MODES } from "../notation/mode.ts";
import { ACTION, VERSION } from "../version.ts";
import { actionOf, clipsOf, daysOf, dollarsOf, figureOf, intervalOf, lengthOf, numberOf, oneMore, rateOf, ratioOf, takesOf, workloadOf } from "./arguments.ts";
import type { InitOptions } from "./init/options.ts";
import type { CalibrateOptions } from "./logs/calibrate.ts";
import { toleranceOf, withLogs } from "./logs/log-options.ts";
import type { ReconcileCommandOptions } from "./logs/reconcile.ts";
import type { Fx, SearchOptions } from "./prices/prices.ts";
import type { CheckOptions } from "./prices/prices-check.ts";
import type { CompareOptions } from "./prices/prices-compare.ts";
import type { ConfirmOptions } from "./prices/prices-confirm.ts";
import { type CliProcess, type Options, type Terminal, UsageError } from "./terminal.ts";
import type { TestPlanOptions } from "./test-plan.ts";

/**
 * Runs one command.
 * @param folder where the bundle is, to find the price book
 * @returns the exit code: 0 pass or warn, 1 over budget, 2 invalid, unpriced or wrong usage, 3 a bug
 *   or an I/O failure. Never throws; a stack trace is only printed where VIDEO_BUDGET_DEBUG is set.
 */
export async function run(process: CliProcess, folder: string): Promise<number> {
  let code = 0;
  const program = new Command("video-budget")
    .description("What AI video generation will cost each month, and whether a change keeps to the budget.")
    .version(VERSION)
    .showHelpAfterError("(see video-budget --help)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stdout.write(text), writeErr: (text) => process.stderr.write(text) });
  const command = (name: string, summary: string): Command => shared(program.command(name).description(summary));
  const terminal = (options: Options): Terminal => ({ process, folder, cwd: process.cwd(), ...look(process, options) });

  command("check", "price the workloads, compare with base, hold against the budgets")
    .argument("[manifests...]", "paths or globs; - is standard input. Default: video-budget.yml, video-budget.yaml, .github/video-budget.yml")
    .option("--base <ref|file>", "compare with the merge base of a git ref and HEAD, or with a file")
    .action(async (manifests: string[], options: Options & { base?: string }) => {
      const { check } = await import(/* webpackMode: "eager" */ "./check.ts");
      code = await check(manifests, options, terminal(options));
    });
  command("explain", "every figure of one workload: formula, price, source, assumptions")
    .argument("[manifest]")
    .requiredOption("--workload <name>", "the workload to explain")
    .action(async (manifest: string | undefined, options: Options & { workload: string }) => {
      const { explainWorkload } = await import(/* webpackMode: "eager" */ "./explain.ts");
      code = await explainWorkload(manifest, options, terminal(options));
    });
  command("init", "write a first manifest and its workflow, from a few questions or from flags")
    .option("--provider <slug>", "who makes the video")
    .option("--model <id>", "the exact string that the provider's API takes, or an alias")
    .option("--per-month <clips>", "clips that the product needs in a month", clipsOf)
    .option("--budget <usd>", "what that may cost a month", dollarsOf)
    .addOption(new Option("--mode <mode>", "what a job does; default: the model's first").choices(MODES))
    .option("--duration <length>", "of a clip, such as 8s; default: the model's own", lengthOf)
    .option("--resolution <class>", "such as 1080p; default: the model's own")
    .option("--takes <number>", "generated for each clip, also those thrown away (default: 1)", takesOf)
    .option("--workload <name>", "what to call it", workloadOf, "clips")
    .option("--action <owner/repository@ref>", "where the workflow takes the action from", actionOf, ACTION)
    .option("--no-workflow", "write the manifest alone")
    .option("--yes", "ask nothing: take the default of what is left out, and a budget a quarter above the month", false)
    .action(async (options: InitOptions) => {
      const { init } = await import("./init/init.ts");
      code = await init(options, terminal(options));
    });
  withLogs(command("reconcile", "billed against expected, job by job"))
    .option("--tolerance <share>", "exit 1 if more of the expected cost than this is unexplained", toleranceOf, LOG_DEFAULTS.tolerance)
    .action(async (logs: string[], options: ReconcileCommandOptions) => {
      const { reconcile } = await import("./logs/reconcile.ts");
      code = await reconcile(logs, options, terminal(options));
    });
  command("test-plan", "the small paid test before production: jobs, what they cost, what they can and cannot prove")
    .argument("[manifests...]", "paths or globs; - is standard input")
    .option("--budget <usd>", "the most that all jobs together may cost, in USD (default: no limit)", dollarsOf)
    .option("--interval <share>", "how close a failure rate is to be known, to each side", intervalOf, 0.05)
    .option("--warn-above <usd>", "warn of a job that costs more, in USD (default: 5)", dollarsOf)
    .option("--csv <file>", "write a table to fill in, which reconcile and calibrate read; never over a file that exists")
    .option("--all", "also plan workloads that have evidence already", false)
    .action(async (manifests: string[], options: TestPlanOptions) => {
      const { planTests } = await import("./test-plan.ts");
      code = await planTests(manifests, options, terminal(options));
    });
  withLogs(command("calibrate", "measured rates with intervals, as a manifest patch"))
    .option("--write", "put the patch into the manifest; its comments stay", false)
    .option("--backtest", "did the log's months fall between the manifest's P10 and P90", false)
    .action(async (logs: string[], options: CalibrateOptions) => {
      const { calibrateLogs } = await import("./logs/calibrate.ts");
      code = await calibrateLogs(logs, options, terminal(options));
    });
  const prices = program.command("prices").description("the price book: find, read, rank, check and confirm prices");
  exchanged(shared(prices.command("search").description("models of the price book, by any of these")))
    .argument("[words...]", "parts of a provider, an id or an alias")
    .option("--provider <slug>")
    .option("--model <id>", "the exact id of a model, or an alias of it")
    .addOption(new Option("--mode <mode>").choices(MODES))
    .option("--resolution <class>")
    .option("--max-price <usd>", "at most this many USD for the job shown; models without a known price are counted, not shown", dollarsOf)
    .action(async (words: string[], options: SearchOptions) => {
      const { searchPrices } = await import("./prices/prices.ts");
      code = await searchPrices(words, options, terminal(options));
    });
  exchanged(shared(prices.command("show").description("everything that is known of one model, and what a clip of it costs")))
    .argument("<provider/model>")
    .action(async (name: string, options: Options & Fx) => {
      const { showPrice } = await import("./prices/prices.ts");
      code = await showPrice(name, options, terminal(options));
    });
  exchanged(shared(prices.command("compare").description("all models by the price of one clip, cheapest first")))
    .addOption(new Option("--mode <mode>", "what the job does").choices(MODES).makeOptionMandatory())
    .requiredOption("--duration <length>", "of the clip: a number of seconds, or 8s; of the input, where the clip is as long as what goes in", lengthOf)
    .option("--resolution <class>", "such as 1080p, or an exact size; default: each provider's own")
    .option("--audio", "with sound; default: each provider's own")
    .option("--no-audio", "without sound")
    .option("--aspect-ratio <ratio>", "such as 9:16; default: each provider's own", ratioOf)
    .option("--fps <number>", "default: each provider's own", numberOf)
    .addOption(new Option("--provider <slug>", "of this provider alone; repeatable").argParser(oneMore).default([], "all"))
    .action(async (options: CompareOptions) => {
      const { comparePrices } = await import("./prices/prices-compare.ts");
      code = await comparePrices(options, terminal(options));
    });
  exchanged(shared(prices.command("check").description("what of the price book is old, ends or retires soon, or differs from another list")))
    .argument("[providers...]", "look at these alone; default: all")
    .option("--max-age <days>", "a price counts as old this many days after it was last checked", daysOf, 180)
    .option("--ahead <days>", "look this many days ahead for prices that end and models that retire", daysOf, 90)
    .option("--against <file>", "hold it against a LiteLLM model_prices_and_context_window.json")
    .option("--strict", "exit 1 if anything is found: old, coming, advice that leads to a retired model, or different", false)
    .action(async (providers: string[], options: CheckOptions) => {
      const { checkPrices } = await import("./prices/prices-check.ts");
      code = await checkPrices(providers, options, terminal(options));
    });
  const overrides = "the price file to write, or to write into (default: prices/PROVIDER.yml)";
  shared(prices.command("confirm").description("compare one price with its page by hand, and write a price file that says so"), overrides)
    .argument("<provider/model>")
    .option("--same", "every figure is as listed")
    .option("--set <number=amount>", "the figure of this number is now this amount, all others are as listed; repeatable", figureOf, new Map<number, string>())
    .option("--source <address>", "the address that you read, where it is another")
    .action(async (name: string, options: ConfirmOptions) => {
      const { confirmPrice } = await import("./prices/prices-confirm.ts");
      code = await confirmPrice(name, options, terminal(options as Options));
    });

  try {
    await program.parseAsync(process.argv);
    return code;
  } catch (error) {
    return failed(error, process);
  }
}

/** The option of commands that price jobs outside of a manifest, which would give the rates. */
function exchanged(command: Command): Command {
  return command.addOption(
    new Option("--fx <currency=usd>", "USD for one unit of a currency, such as CNY=0.14; repeatable").argParser(rateOf).default({}, "none"),
  );
}

/** Options that every command has. @param output what the command writes to a file */
function shared(command: Command, output = "write the report there instead of to standard output"): Command {
  return command
    .addOption(new Option("--format <format>", "how to report").choices(["text", "json", "markdown"]).default("text"))
    .addOption(new Option("--prices <file>", "a further price file; repeatable, later files win").argParser(oneMore).default([], "none"))
    .option("--date <YYYY-MM-DD>", "the day prices are looked up for, UTC (default: today)", day)
    .option("--output <file>", output)
    .addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"))
    .option("--verbose", "everything, with assumptions and sources", false)
    .exitOverride();
}

function day(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError("It must be a day that exists, as YYYY-MM-DD.");
  return text;
}

/** Colours and width: colours only on a terminal that wants them, 100 columns where there is none. */
function look({ stdout, env }: CliProcess, { color }: Options): { color: boolean; width: number } {
  // https://no-color.org: set and not empty, whatever its value.
  const wanted = Boolean(env["FORCE_COLOR"]) || (stdout.isTTY === true && env["TERM"] !== "dumb");
  const width = Number(env["COLUMNS"]) || stdout.columns || 100;
  return { color: color === "always" || (color === "auto" && wanted && !env["NO_COLOR"]), width: Math.min(Math.max(width, 40), 200) };
}

function failed(error: unknown, { stderr, env }: CliProcess): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) {
    stderr.write(`error: ${message}\n`);
    return 2;
  }
  stderr.write(`error: ${message}\n`);
  const expected = error instanceof Error && ("code" in error || error.name === "GitError");
  if (!expected) stderr.write("This is a bug in video-budget. Please report it with the command that you ran; VIDEO_BUDGET_DEBUG=1 shows where it happened.\n");
  if (env["VIDEO_BUDGET_DEBUG"] && error instanceof Error) stderr.write(`${error.stack}\n`);
  return 3;
}
