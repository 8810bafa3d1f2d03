import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { isDate } from "../notation/date.ts";
import { VERSION } from "../version.ts";
import { type Options, type Terminal, UsageError } from "./terminal.ts";

/** What the command line needs of a process, so that a test can hand in its own. */
export type Process = Pick<NodeJS.Process, "argv" | "env" | "cwd" | "stdin" | "pid"> & {
  stdout: Pick<NodeJS.WriteStream, "write"> & { isTTY?: boolean; columns?: number };
  stderr: Pick<NodeJS.WriteStream, "write">;
};

/**
 * Runs one command.
 * @param folder where the bundle is, to find the price book
 * @returns the exit code: 0 pass or warn, 1 over budget, 2 invalid, unpriced or wrong usage, 3 a bug
 *   or an I/O failure. Never throws; a stack trace is only printed where VIDEO_BUDGET_DEBUG is set.
 */
export async function run(process: Process, folder: string): Promise<number> {
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
  const prices = program.command("prices").description("the price book: find and read a price");
  shared(prices.command("search").description("models of the price book, by any of these"))
    .argument("[words...]", "parts of a provider, an id or an alias")
    .option("--provider <slug>")
    .option("--mode <mode>")
    .option("--resolution <class>")
    .action(async (words: string[], options: Options & { provider?: string; mode?: string; resolution?: string }) => {
      const { searchPrices } = await import(/* webpackMode: "eager" */ "./prices.ts");
      code = await searchPrices(words, options, terminal(options));
    });
  shared(prices.command("show").description("everything that is known of one model"))
    .argument("<provider/model>")
    .action(async (name: string, options: Options) => {
      const { showPrice } = await import(/* webpackMode: "eager" */ "./prices.ts");
      code = await showPrice(name, options, terminal(options));
    });

  try {
    await program.parseAsync(process.argv);
    return code;
  } catch (error) {
    return failed(error, process);
  }
}

/** Options that every command has. */
function shared(command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "how to report").choices(["text", "json", "markdown"]).default("text"))
    .option("--prices <file>", "a further price file; repeatable, later files win", (file: string, files: string[]) => [...files, file], [] as string[])
    .option("--date <YYYY-MM-DD>", "the day prices are looked up for, UTC (default: today)", day)
    .option("--output <file>", "write the report there instead of to standard output")
    .addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"))
    .option("--verbose", "everything, with assumptions and sources", false)
    .exitOverride();
}

function day(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError("It must be a day that exists, as YYYY-MM-DD.");
  return text;
}

/** Colours and width: colours only on a terminal that wants them, 100 columns where there is none. */
function look({ stdout, env }: Process, { color }: Options): { color: boolean; width: number } {
  // https://no-color.org: set and not empty, whatever its value.
  const wanted = Boolean(env["FORCE_COLOR"]) || (stdout.isTTY === true && env["TERM"] !== "dumb");
  const width = Number(env["COLUMNS"]) || stdout.columns || 100;
  return { color: color === "always" || (color === "auto" && wanted && !env["NO_COLOR"]), width: Math.min(Math.max(width, 40), 200) };
}

function failed(error: unknown, { stderr, env }: Process): number {
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
