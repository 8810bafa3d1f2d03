import type { Declaring } from "./command.ts";

/** The command that answers agents. */
export function declareMcp({ program, end, terminal }: Declaring): void {
  program
    .command("mcp")
    .description("serve the Model Context Protocol on standard input and output: quote, compare, check, explain and scan")
    .exitOverride()
    .action(async () => {
      const { serve } = await import("../mcp/server.ts");
      end(await serve(terminal({ color: "never" })));
    });
}
