import { type Command, InvalidArgumentError, Option } from "commander";
import { isDate } from "../../notation/date.ts";
import { oneMore, rateOf } from "../arguments.ts";
import type { Options, Terminal, TerminalOptions } from "../terminal.ts";

/** What the declaration of a command needs: the program, the terminal for its options, and where its exit code goes. */
export type Declaring = { program: Command; terminal: (options: TerminalOptions) => Terminal; end: (code: number) => void };

/** A command with the options that every command has. */
export function command(program: Command, name: string, summary: string, formats: readonly string[] = FORMATS): Command {
  return shared(program.command(name).description(summary), OUTPUT, formats);
}

/** Adds `--fx`, for commands that price jobs without a manifest and its exchange rates. */
export function exchanged(command: Command): Command {
  return command.addOption(
    new Option("--fx <currency=usd>", "USD for one unit of a currency, such as CNY=0.14; repeatable").argParser(rateOf).default({}, "none"),
  );
}

const FORMATS = ["text", "json", "markdown"] as const satisfies readonly Options["format"][];
const OUTPUT = "write the report to this file instead of standard output";

/** Adds the options that every command has. @param output the description of `--output` */
export function shared(command: Command, output = OUTPUT, formats: readonly string[] = FORMATS): Command {
  return command
    .addOption(new Option("--format <format>", "output format").choices(formats).default("text"))
    .addOption(new Option("--prices <file>", "an additional price file; repeatable, later files take precedence").argParser(oneMore).default([], "none"))
    .option("--date <YYYY-MM-DD>", "the date of the prices to use, UTC (default: today)", day)
    .option("--output <file>", output)
    .addOption(new Option("--color <when>", "when to use colors").choices(["auto", "always", "never"]).default("auto"))
    .option("--verbose", "show everything, including assumptions and sources", false)
    .exitOverride();
}

/** A date as an argument. @throws InvalidArgumentError if it is not a valid date */
export function day(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError("It must be a valid date, as YYYY-MM-DD.");
  return text;
}
