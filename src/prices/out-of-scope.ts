import type { Problem } from "../problem.ts";

/** Kinds of price that a price file cannot express, and the words that people use when they try. */
const TOPICS = {
  sessions: /^(live_?)?sessions?$|^idle(_|$)|^live$|^stream(s|ing)?(_|$)/,
  storage: /^storage|^(gigabytes?|gb|gib|terabytes?|tb)(_|$)|^egress|^bandwidth|^traffic|^downloads?(_|$)/,
  quotes: /^quotes?(_|$)|_quote$|^estimate_(url|endpoint)$/,
  marginal: /^tiers$|^up_to$|^marginal|^graduated|^brackets$|^steps$/,
  expressions: /^formulas?$|^expr(ession)?s?$|^script$|^function$/,
} as const;

/** A calculation in place of an amount: an operator between two operands. */
const CALCULATION = /[\w)]\s*[*/+-]\s*[\w(]/;

/**
 * Changes the code of each problem whose key or value attempts a kind of price that a price file cannot express. Its
 * message then says so, instead of only listing the known keys.
 */
export function outOfScope(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    const topic = topicOf(problem);
    return topic === undefined ? problem : { ...problem, code: "price-out-of-scope", args: { ...problem.args, topic } };
  });
}

function topicOf({ code, path, args }: Problem): string | undefined {
  const named = (word: string): string | undefined => Object.entries(TOPICS).find(([, pattern]) => pattern.test(word.toLowerCase()))?.[0];
  if (code === "unknown-key") return named(String(args["key"]));
  if (code !== "wrong-value" || typeof args["value"] !== "string") return undefined;
  const key = path.at(-1);
  if (key === "meter") return named(args["value"]);
  return (key === "usd" || key === "credits" || key === "amount" || key === "factor") && CALCULATION.test(args["value"]) ? "expressions" : undefined;
}
