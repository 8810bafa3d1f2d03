import "./interpreted-schemas.ts";
import { Command, CommanderError } from "commander";
import { printable } from "../report/layout/escape.ts";
import { VERSION } from "../version.ts";
import type { Declaring } from "./commands/command.ts";
import { declareCompletion } from "./commands/completion.ts";
import { declareInit } from "./commands/init.ts";
import { declareCalibrate, declareReconcile } from "./commands/logs.ts";
import { declareCheck, declareExplain, declareLock, declareScan, declareTestPlan } from "./commands/manifest.ts";
import { declareMcp } from "./commands/mcp.ts";
import { declarePrices } from "./commands/prices.ts";
import { declareRollUp } from "./commands/rollup.ts";
import { declareSchema } from "./commands/schema.ts";
import { type CliProcess, type TerminalOptions, UsageError } from "./terminal.ts";

/** Every command by its name, in the order in which --help lists them. */
const COMMANDS: Readonly<Record<string, (declaring: Declaring) => void>> = {
  check: declareCheck,
  lock: declareLock,
  explain: declareExplain,
  scan: declareScan,
  init: declareInit,
  reconcile: declareReconcile,
  "test-plan": declareTestPlan,
  calibrate: declareCalibrate,
  rollup: declareRollUp,
  prices: declarePrices,
  schema: declareSchema,
  completion: declareCompletion,
  mcp: declareMcp,
};

/** The commands that print something about all commands. */
const ABOUT_ALL = new Set(["completion"]);

/**
 * Runs one command.
 * @param folder the folder of the bundle, beside which the price book is
 * @returns the exit code: 0 pass or warn, 1 over budget, 2 invalid, unpriced or wrong usage, 3 a bug or an I/O failure. It never throws. A
 *   stack trace is printed only if VIDEO_BUDGET_DEBUG is set.
 */
export async function run(process: CliProcess, folder: string): Promise<number> {
  let code = 0;
  const program = new Command("video-budget")
    .description("Estimate what AI video generation costs each month, and check changes against the budget.")
    .version(VERSION)
    .showHelpAfterError("(see video-budget --help)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stdout.write(text), writeErr: (text) => process.stderr.write(printable(text)) });
  const declaring: Declaring = {
    program,
    terminal: (options) => ({ process, folder, cwd: process.cwd(), ...look(process, options) }),
    end: (ended) => {
      code = ended;
    },
  };
  for (const declare of declaredFor(process.argv[2] ?? "")) declare(declaring);

  try {
    await program.parseAsync(process.argv);
    return code;
  } catch (error) {
    return failed(error, process);
  }
}

/** A command that is named needs no other one. Any other argument may be `--help` or a misspelled name, which needs all of them. */
function declaredFor(named: string): ((declaring: Declaring) => void)[] {
  const own = ABOUT_ALL.has(named) || !Object.hasOwn(COMMANDS, named) ? undefined : COMMANDS[named];
  return own ? [own] : Object.values(COMMANDS);
}

/** Colors and width: colors only on a terminal that supports them, 100 columns if the width is unknown. */
function look({ stdout, env }: CliProcess, { color }: TerminalOptions): { color: boolean; width: number } {
  // https://no-color.org: any value that is not empty counts.
  const wanted = Boolean(env["FORCE_COLOR"]) || (stdout.isTTY === true && env["TERM"] !== "dumb");
  const width = Number(env["COLUMNS"]) || stdout.columns || 100;
  return { color: color === "always" || (color === "auto" && wanted && !env["NO_COLOR"]), width: Math.min(Math.max(width, 40), 200) };
}

function failed(error: unknown, { stderr, env }: CliProcess): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) {
    stderr.write(`error: ${printable(message)}\n`);
    return 2;
  }
  // The message must be one line, even if it contains a file name with line breaks.
  stderr.write(`error: ${printable(message.replaceAll("\n", "\\n"))}\n`);
  const expected = error instanceof Error && ("code" in error || error.name === "GitError");
  if (!expected) stderr.write("This is a bug in video-budget. Please report it with the command that you ran; VIDEO_BUDGET_DEBUG=1 shows where it happened.\n");
  if (env["VIDEO_BUDGET_DEBUG"] && error instanceof Error) stderr.write(`${error.stack}\n`);
  return 3;
}
