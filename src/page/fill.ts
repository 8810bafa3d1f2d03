import type { Recording } from "./recording.ts";

/** The data of a page. `plan` is null for a page with only the price book. `date`: the day (UTC) whose prices apply. */
export type PageData = { date: string; plan: PlannedFiles | null };

/** The manifests (`roots`) with all files that they use. `prices`: the price files from the command line, which apply to every manifest. */
export type PlannedFiles = { roots: readonly string[]; prices: readonly string[]; recording: Recording };

/** The slots in the template of `scripts/page.ts` that `fillPage` replaces: JSON of the page's data, and of the price book. */
export const DATA_SLOT = "{{data}}";
export const PRICES_SLOT = "{{prices}}";

/**
 * A complete page in one file. The data is in script elements that browsers do not run. Every `<` in it is escaped, so that no text of a
 * manifest can end the element: `</script>` becomes `\u003c/script>`, which is the same text in JSON.
 * @param template the text of dist/page/template.html
 * @param prices the text of dist/prices.json
 */
export function fillPage(template: string, data: PageData, prices: string): string {
  const [before, between, after] = cut(template);
  // String.replace would interpret `$&` in a manifest as a replacement pattern.
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
