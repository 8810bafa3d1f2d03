import type { Recording } from "./recording.ts";

/** What a page is about. `plan` null: the price book alone. `date`: the date of the prices to use, UTC. */
export type PageData = { date: string; plan: PlannedFiles | null };

/** Manifests with all that they name; `prices`: price files over every manifest, from the command line. */
export type PlannedFiles = { roots: readonly string[]; prices: readonly string[]; recording: Recording };

/** What `scripts/page.ts` leaves in the template for `fillPage`: JSON of what the page is about, and of the price book. */
export const DATA_SLOT = "{{data}}";
export const PRICES_SLOT = "{{prices}}";

/**
 * One page that needs nothing else. Data is in script elements that no browser runs, with every `<` escaped, so that no text of a
 * manifest can end one: `</script>` is `\u003c/script>` there, which JSON reads as the same text.
 * @param template dist/page/template.html @param prices dist/prices.json, a list of entries
 */
export function fillPage(template: string, data: PageData, prices: string): string {
  const [before, between, after] = cut(template);
  // No String.replace: it would read `$&` of a manifest as a command.
  return before + withoutTags(JSON.stringify(data)) + between + withoutTags(JSON.stringify(JSON.parse(prices))) + after;
}

function cut(template: string): [string, string, string] {
  const [before, rest, ...more] = template.split(DATA_SLOT);
  const [between, after, ...others] = (rest ?? "").split(PRICES_SLOT);
  if (before === undefined || between === undefined || after === undefined || more.length + others.length > 0)
    throw new Error(`The template must have ${DATA_SLOT} and ${PRICES_SLOT} once each, in this order.`);
  return [before, between, after];
}

function withoutTags(json: string): string {
  return json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
