import { Argument } from "commander";
import { SHELLS, type Shell } from "../terminal.ts";
import type { Declaring } from "./command.ts";

/** The command that prints a completion script for a shell. */
export function declareCompletion({ program, end, terminal }: Declaring): void {
  program
    .command("completion")
    .description("print a script that completes commands, options and their values in a shell")
    .addArgument(new Argument("<shell>", "the shell that reads it").choices(SHELLS))
    .option("--output <file>", "write the script there instead of to standard output")
    .exitOverride()
    .action(async (shell: Shell, options: { output?: string }) => {
      const { completion } = await import("../completion.ts");
      end(await completion(shell, program, options, terminal({ color: "never" })));
    });
}
