import type { Problem } from "../problem.ts";

/** Kinds of price that no price file can say, by the words that people try them with. */
const TOPICS = {
  sessions: /^(live_?)?sessions?$|^idle(_|$)|^live$|^stream(s|ing)?(_|$)/,
  storage: /^storage|^(gigabytes?|gb|gib|terabytes?|tb)(_|$)|^egress|^bandwidth|^traffic|^downloads?(_|$)/,
  quotes: /^quotes?(_|$)|_quote$|^estimate_(url|endpoint)$/,
  marginal: /^tiers$|^up_to$|^marginal|^graduated|^brackets$|^steps$/,
  expressions: /^formulas?$|^expr(ession)?s?$|^script$|^function$/,
} as const;

/** An amount that is a calculation: two operands at least. */
const CALCULATION = /[\w)]\s*[*/+-]\s*[\w(]/;

/**
 * The same problems, where the key or the value at fault is one that asks for what no price file can
 * say: the reader is told so, and not only which keys there are.
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
