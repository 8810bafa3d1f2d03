import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type * as z from "zod";
import { VERSION } from "../../version.ts";
import { type Terminal, UsageError } from "../terminal.ts";
import { fitted } from "./answer.ts";
import { TOOLS, type Tool } from "./tools.ts";

/**
 * `video-budget mcp`: serves an agent over standard input and output, in the Model Context Protocol, until the input ends.
 * It reads manifests, code and prices, writes nothing, and uses no network. A wrong request gets an answer that says so (`isError`).
 * @returns 0
 */
export async function serve(terminal: Terminal): Promise<number> {
  const server = new McpServer({ name: "video-budget", version: VERSION });
  for (const [name, tool] of Object.entries(TOOLS)) register(server, name, tool as Tool, terminal);
  const transport = new StdioServerTransport();
  const ended = new Promise<void>((done) => {
    terminal.process.stdin.once("end", done);
    transport.onclose = done;
  });
  await server.connect(transport);
  await ended;
  await server.close();
  return 0;
}

function register(server: McpServer, name: string, { description, input, answer }: Tool, terminal: Terminal): void {
  const annotations = { readOnlyHint: true, openWorldHint: false };
  server.registerTool(name, { description, inputSchema: input, annotations }, async (asked: z.output<z.ZodObject>) => {
    try {
      return { content: [{ type: "text" as const, text: fitted(await answer(asked, terminal)) }] };
    } catch (error) {
      const expected = error instanceof UsageError || (error instanceof Error && ("code" in error || error.name === "GitError"));
      const text = expected ? (error as Error).message : `This is a bug in video-budget: ${error instanceof Error ? error.message : String(error)}`;
      return { content: [{ type: "text" as const, text: fitted({ error: text }) }], isError: true };
    }
  });
}
