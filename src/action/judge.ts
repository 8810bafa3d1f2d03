import { loadBook } from "../files/book.ts";
import type { Client } from "../github/client.ts";
import type { RunContext } from "../github/context.ts";
import type { Inputs } from "../github/inputs.ts";
import { remoteMergeBase, type Sides } from "../github/sides.ts";
import type { Review } from "../review/result.ts";
import { review } from "../review/review.ts";
import { withCode } from "../review/with-code.ts";
import { distributionsFor } from "../risk/needs-distributions.ts";
import { readCode } from "./code.ts";
import { type Read, readSides } from "./read.ts";

export type Judged = {
  read: Read;
  result: Review;
  /** The review of another commit of the same change, under the same controls. @throws errors of the API */
  judgedAt: (commit: string) => Promise<Review>;
};

/**
 * Reads both sides and reviews them. A pull request is always priced as of today, so that its own workflow file
 * cannot choose a cheaper day.
 * @param bundle the folder of the running bundle; the price book and the detectors are one folder up
 * @throws InputError, and errors of the API and of node:fs
 */
export async function judgeRun(client: Client, context: RunContext, inputs: Inputs, bundle: string): Promise<Judged> {
  const book = loadBook(bundle);
  const gating = context.pull !== null || context.group !== null;
  const date = gating || inputs.date === null ? new Date().toISOString().slice(0, 10) : inputs.date;
  const judge = async (sides?: Sides): Promise<{ read: Read; result: Review }> => {
    const read = await readSides({ client, context, inputs, book }, sides);
    const distributions = await distributionsFor(read.head, read.base, read.underBase?.side ?? null);
    const result = review({ ...read, book, date, distributions, ...(inputs.months !== null && { months: inputs.months }) });
    const code = await readCode({ client, context, inputs, book, bundle }, read, date);
    return { read, result: code ? withCode(result, code) : result };
  };
  const judged = await judge();
  const ruling = judged.read.sides?.tip ?? judged.read.sides?.base ?? null;
  return {
    ...judged,
    async judgedAt(commit) {
      const common = ruling === null ? null : await remoteMergeBase(client, ruling, commit);
      return (await judge({ head: commit, base: common, ...(ruling !== null && ruling !== common && { tip: ruling }) })).result;
    },
  };
}
