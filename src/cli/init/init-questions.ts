import { createInterface } from "node:readline";
import { type CliProcess, UsageError } from "../terminal.ts";

/** Asks a question until the answer is accepted. `accept` parses an answer, or throws a UsageError that says what is wrong with it. */
export type AskQuestion = <T>(question: string, accept: (answer: string) => T | Promise<T>) => Promise<T>;

/** Runs work that may ask questions. Without a terminal, its `ask` is null. */
export async function withTerminal<T>(process: Pick<CliProcess, "stdin" | "stderr">, work: (ask: AskQuestion | null) => Promise<T>): Promise<T> {
  return process.stdin.isTTY === true ? withQuestions(process, work) : work(null);
}

/**
 * Runs work that asks questions at a terminal, on standard error. Each question is repeated until an answer is accepted.
 * @throws UsageError if the input ends before the last answer
 */
export async function withQuestions<T>({ stdin, stderr }: Pick<CliProcess, "stdin" | "stderr">, work: (ask: AskQuestion) => Promise<T>): Promise<T> {
  const input = createInterface({ input: stdin, terminal: false });
  const lines = input[Symbol.asyncIterator]();
  try {
    return await work(async (question, accept) => {
      for (let asking = question; ; asking = question.split("\n").at(-1) ?? "") {
        stderr.write(`${asking}: `);
        const { value, done } = await lines.next();
        if (done) throw new UsageError("The input ended before the last answer. Nothing was written.");
        try {
          return await accept(value.trim());
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          stderr.write(`${error.message}\n`);
        }
      }
    });
  } finally {
    input.close();
  }
}
