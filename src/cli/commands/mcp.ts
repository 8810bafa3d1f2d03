import type { Declaring } from "./command.ts";

/** The command that answers agents. */
export function declareMcp({ program, end, terminal }: Declaring): void {
  program
    .command("mcp")
    .description("answer an agent over standard input and output: quote, compare, check, explain and scan in the Model Context Protocol")
    .exitOverride()
    .action(async () => {
      const { serve } = await import("../mcp/server.ts");
      end(await serve(terminal({ color: "never" })));
    });
}
