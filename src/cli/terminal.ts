import { resolve } from "node:path";
import { inert } from "../report/layout/escape.ts";
/** The formats of `check`: those of every command, and those for other systems. */
export const CHECK_FORMATS = ["text", "json", "markdown", "csv", "junit", "sarif", "gitlab", "slack", "focus", "badge"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** The shells that `completion` writes a script for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** Options that every command has. */
export type Options = {
  format: "text" | "json" | "markdown";
  prices: string[];
  date?: string;
  output?: string;
  color: "auto" | "always" | "never";
  verbose: boolean;
};

/** The options for the look of a command's output. */
export type TerminalOptions = Pick<Options, "color">;

/** Where a command runs and writes, and how its output looks. `folder`: the folder of the bundle. `width`: columns. */
export type Terminal = { process: CliProcess; folder: string; cwd: string; color: boolean; width: number };

/** Wrong usage of a command: exit code 2. The message says how to use it. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Prints a report, or writes it to `--output` through a temporary file beside it, so that a failure leaves no half-written report.
 * A device or a pipe is written directly, because renaming a file over /dev/null would remove it.
 */
export async function write(report: string, { output }: Pick<Options, "output">, { process, cwd }: Terminal): Promise<void> {
  if (output === undefined) {
    process.stdout.write(report);
    return;
  }
  // Loaded only here, because most runs print.
  const { realpath, stat, writeFile } = await import("node:fs/promises");
  // If the target is a link, the link stays and the file that it leads to gets the new contents.
  const target = await realpath(resolve(cwd, output)).catch(() => resolve(cwd, output));
  const existing = await stat(target).catch(() => null);
  if (existing && !existing.isFile()) await writeFile(target, report);
  else await replace(target, report, process.pid);
  process.stderr.write(`Report written to ${inert(output, 4096)}\n`);
}

/** Writes a file through a temporary one beside it, so that no reader sees half of it. @param target with its links followed */
export async function replace(target: string, text: string, pid: number): Promise<void> {
  const { rename, unlink, writeFile } = await import("node:fs/promises");
  const partial = `${target}.${pid}.part`;
  try {
    await writeFile(partial, text);
    await rename(partial, target);
  } catch (error) {
    await unlink(partial).catch(() => undefined);
    throw error;
  }
}

/** Today in UTC. The command line reads the clock only here. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The parts of a process that the command line uses, so that a test can provide its own. */
export type CliProcess = Pick<NodeJS.Process, "argv" | "env" | "cwd" | "stdin" | "pid"> & {
  stdout: Pick<NodeJS.WriteStream, "write"> & { isTTY?: boolean; columns?: number };
  stderr: Pick<NodeJS.WriteStream, "write">;
};
