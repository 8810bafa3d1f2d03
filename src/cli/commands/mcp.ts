import type { Declaring } from "./command.ts";

/** The command that serves agents through the Model Context Protocol. */
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
