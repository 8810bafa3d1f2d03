import type { Book, Provider } from "../../prices/book.ts";
import { code } from "../layout/escape.ts";

/** An address with nothing in it that could end or change a Markdown link. */
const PLAIN_CHARACTERS = /^https:\/\/([a-z0-9.-]+)(?:\/[A-Za-z0-9._~%/?=&#+,:-]*)?$/;

/** The addresses that a provider of the built-in book cites, made once per provider. */
const cited = new WeakMap<Provider, Set<string>>();

/**
 * Where a price was read, in Markdown: a link where the built-in book cites the address for that provider,
 * else a code span, since a pull request can bring a price file that points anywhere.
 * @param id provider/model
 */
export function sourceMarkdown(source: string, id: string, book: Book): string {
  const provider = book.provider(id.split("/", 1)[0] ?? "");
  return provider && citedBy(provider).has(source) ? linkMarkdown(source) : code(source, 200);
}

/** An address that we wrote ourselves, as a link named by its host; a code span where anything in it could end or change a link. */
export function linkMarkdown(address: string): string {
  const host = PLAIN_CHARACTERS.exec(address)?.[1];
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
