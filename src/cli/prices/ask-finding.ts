import { createInterface } from "node:readline";
import type { Confirmation } from "../../prices/confirm.ts";
import { placesOf } from "../../prices/confirm.ts";
import { figureInWords, type Listing } from "../../report/catalog/confirm.ts";
import type { CliProcess } from "../terminal.ts";

/** An amount in `--set` or in an answer, in the unit of the figure: dollars, credits or a currency. */
export const AMOUNT = /^\d{1,15}(?:\.\d{1,20})?$/;

/**
 * Asks a person at a terminal what the page of the price says. Questions go to standard error, so that standard output has only the list.
 * @returns what was found; null if the person skipped it, if the input ended before the last answer, or if something other than an amount
 *   differs, which cannot be recorded here
 */
export async function askFinding(listing: Listing, { stdin, stderr }: Pick<CliProcess, "stdin" | "stderr">): Promise<Confirmation | null> {
  const input = createInterface({ input: stdin, terminal: false });
  const lines = input[Symbol.asyncIterator]();
  /** Asks until an answer is accepted; undefined at the end of the input. */
  const ask = async (question: string, accepts: (answer: string) => boolean, again: string): Promise<string | undefined> => {
    for (;;) {
      stderr.write(question);
      const { value, done } = await lines.next();
      if (done) return undefined;
      const answer = value.trim();
      if (accepts(answer)) return answer;
      stderr.write(`${again}\n`);
    }
  };
  try {
    const verdict = await ask(
      "\nDoes the page say the same? [s]ame, [d]iffers, s[k]ip: ",
      (answer) => /^(?:s|same|d|differs|k|skip)$/i.test(answer),
      "Answer s, d or k.",
    );
    if (verdict === undefined || /^k|^skip/i.test(verdict)) return null;
    const amounts = new Map<number, string>();
    for (let place = 0; /^d/i.test(verdict) && place < placesOf(listing.price); place++) {
      const amount = await ask(
        `${place + 1}  ${figureInWords(listing, place)}\n   the amount now (Enter: the same): `,
        (answer) => answer === "" || AMOUNT.test(answer),
        "A decimal in the same unit, such as 0.12.",
      );
      if (amount === undefined) return null;
      if (amount !== "") amounts.set(place, amount);
    }
    if (/^d/i.test(verdict) && amounts.size === 0) return null;
    const source = await ask("The address that you read (Enter: the one above): ", () => true, "");
    return source === undefined ? null : { date: listing.date, amounts, ...(source !== "" && { source }) };
  } finally {
    input.close();
  }
}
