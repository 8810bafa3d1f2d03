/**
 * Guesses what a value that a schema refuses was meant to be, the most likely first. The caller shows a candidate only if the
 * schema accepts it. `10` in quotes is 10, `$1,500` is 1500, `5k` is 5000, a resolution of 1080 is `1080p`, a probability
 * of 3 is `3%`, a budget of 500 is `{ monthly: 500 }`.
 * @param key the key that has the value
 */
export function candidates(key: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return [value.length, ...(value.length === 1 ? value : [])];
  if (typeof value === "number") return [...(key === "resolution" ? resolutions(value) : []), `${value}%`, String(value), ...wrapped(key, value), [value]];
  if (typeof value !== "string" || value.length > LONGEST) return [];
  const text = value.trim();
  const amount = numberIn(text);
  const readings = [...(amount === null ? [] : [amount]), ...switches(text), ...lengths(text), ...shares(text), text, text.toLowerCase(), text.toUpperCase()];
  return [...readings, ...[...(amount === null ? [] : [amount]), text.toLowerCase(), text].flatMap((one) => wrapped(key, one)), [text]];
}

/** Characters. A longer text is not a typo. */
const LONGEST = 100;

/** The numbers of lines that name a class of resolution: 1080 for `1080p`. */
const LINES = new Set([240, 360, 480, 540, 576, 720, 768, 1080, 1440, 2160]);

function resolutions(number: number): string[] {
  return LINES.has(number) ? [`${number}p`] : number === 2 || number === 4 || number === 8 ? [`${number}k`] : [];
}

/** Reads a number with a dollar sign, thousands separators or `k` for a thousand. Null if the text is not a number. */
function numberIn(text: string): number | null {
  const [, digits, thousand] = /^\$?\s*(\d{1,3}(?:[,_ ]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?)\s*(k)?(?:\s*USD)?$/i.exec(text) ?? [];
  return digits === undefined ? null : Number(digits.replace(/[,_ ]/g, "")) * (thousand ? 1000 : 1);
}

function switches(text: string): boolean[] {
  const word = text.toLowerCase();
  return ["true", "yes", "on"].includes(word) ? [true] : ["false", "no", "off"].includes(word) ? [false] : [];
}

const UNITS: readonly [RegExp, string][] = [
  [/^s(ec(ond)?s?)?$/i, "s"],
  [/^m(in(ute)?s?)?$/i, "m"],
  [/^h((ou)?rs?)?$/i, "h"],
];

/** Reads a duration in another notation: `8 sec`, `8 seconds`, `500ms`. */
function lengths(text: string): string[] {
  const [, number = "", word = ""] = /^(\d{1,9}(?:\.\d{1,6})?)\s*([a-z]{1,12})$/i.exec(text) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
  if (/^ms$/i.test(word)) return [`${Number((Number(number) / 1000).toPrecision(12))}s`];
  return unit === undefined ? [] : [`${number}${unit}`];
}

function shares(text: string): string[] {
  const [, number] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(?:%|percent|pct)$/i.exec(text) ?? [];
  return number === undefined ? [] : [`${number}%`];
}

/** Keys whose value is a map, and the entry that a plain value means: `volume: 100` means `{ per_month: 100 }`. */
const ENTRY: Readonly<Record<string, (value: unknown) => unknown>> = {
  budget: (value) => ({ monthly: value }),
  volume: (value) => ({ per_month: value }),
  price: (value) => ({ usd: value, per: "clip" }),
  max_increase: (value) => ({ amount: value }),
  warn_increase: (value) => ({ amount: value }),
  override: (value) => ({ label: value }),
  completion: (value) =>
    value === "poll" || value === "polling"
      ? { poll: { interval: "10s" } }
      : value === "webhook" || value === "webhooks"
        ? { webhook: { fallback_poll: { after: "300s", interval: "60s" } } }
        : null,
};

function wrapped(key: string, value: unknown): unknown[] {
  return Object.hasOwn(ENTRY, key) ? [ENTRY[key]?.(value)] : [];
}
