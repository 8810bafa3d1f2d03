import type { Book, Provider } from "../../prices/book.ts";
import { code } from "../layout/escape.ts";

/** An address without characters that could end or change a Markdown link. */
const SAFE_CHARACTERS = /^https:\/\/([a-z0-9.-]+)(?:\/[A-Za-z0-9._~%/?=&#+,:-]*)?$/;

/** The source addresses of a provider in the built-in book, collected once per provider. */
const cited = new WeakMap<Provider, Set<string>>();

/**
 * The source of a price in Markdown. It is a link if the built-in book cites the address for that provider. Otherwise it is a code span,
 * because a pull request can add a price file that points anywhere.
 * @param id `provider/model`
 */
export function sourceMarkdown(source: string, id: string, book: Book): string {
  const provider = book.provider(id.split("/", 1)[0] ?? "");
  return provider && citedBy(provider).has(source) ? linkMarkdown(source) : code(source, 200);
}

/** A trusted address as a link with its host as the text. It becomes a code span if it contains characters that could end or change a link. */
export function linkMarkdown(address: string): string {
  const host = SAFE_CHARACTERS.exec(address)?.[1];
  return host === undefined ? code(address, 200) : `[${host}](${address})`;
}

function citedBy(provider: Provider): Set<string> {
  let known = cited.get(provider);
  if (!known) {
    known = new Set(provider.models.flatMap(({ prices }) => prices.map(({ source }) => source)));
    cited.set(provider, known);
  }
  return known;
}
