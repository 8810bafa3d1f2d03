import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { writeBook } from "../../scripts/write-book.ts";
import { run } from "../../src/cli/run.ts";
import type { CliProcess } from "../../src/cli/terminal.ts";
import { normalise } from "../../src/prices/normalise.ts";
import { priceFile } from "../../src/prices/schema.ts";
import type { Ran } from "./run.ts";

/** A price book of these files where the command line looks for one. @returns the folder to run from */
export function bookFolder(...files: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-book-"));
  writeFileSync(join(folder, "prices.json"), writeBook(files.map((file) => normalise(priceFile.parse(file)))).json);
  return join(folder, "cli");
}

/** The answers of a person at a terminal, or the input of a pipe, and the environment. */
type Around = { typed?: string | undefined; stdin?: string; env?: NodeJS.ProcessEnv };

/** Runs a command in this process with the built-in book, as `videoBudget` of run.ts runs the bundle: a tenth of the time. */
export function videoBudget(args: readonly string[], { cwd = ".", ...around }: Around & { cwd?: string } = {}): Promise<Ran> {
  return runWith("dist/cli", resolve(cwd), args, around);
}

/** Runs a command in this process, from a folder, with a book. */
export async function runWith(book: string, cwd: string, args: readonly string[], { typed, stdin: piped = "", env = {} }: Around = {}): Promise<Ran> {
  const ran: Ran = { code: -1, stdout: "", stderr: "" };
  const stdin = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  stdin.end(typed ?? piped);
  const writer = (to: "stdout" | "stderr") => ({
    write: (text: string | Uint8Array): boolean => {
      ran[to] += String(text);
      return true;
    },
  });
  const process: CliProcess = {
    argv: ["node", "video-budget", ...args],
    env,
    pid: 1,
    cwd: () => cwd,
    stdin: stdin as unknown as CliProcess["stdin"],
    stdout: writer("stdout"),
    stderr: writer("stderr"),
  };
  ran.code = await run(process, book);
  return ran;
}
