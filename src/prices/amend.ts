import { Document, isMap, isSeq, parseDocument, visit, type YAMLSeq } from "yaml";
import { dayBefore } from "../notation/date.ts";
import type { Problem } from "../problem.ts";
import { beforeItem, type Item, indent, insteadOf, type Splice, spliced, withKey } from "../yaml/edit.ts";
import { readYaml } from "../yaml/read.ts";
import type { Model, Provider } from "./book.ts";
import { readPrices } from "./read.ts";
import { modelEntry, priceEntry, type Written } from "./write.ts";

/**
 * The new text of a price file, or the reason why it cannot be written. `problems`: the file has errors.
 * `entangled`: an edit would change more or less than what was confirmed, for instance because other
 * models share the price by a YAML anchor.
 */
export type Amended = { text: string } | { problems: readonly Problem[] } | { entangled: true };

/** A new price file with one model. @param comment the first lines of the file, without the `#` */
export function newFile(file: string, provider: Provider, model: Model, comment: string): Amended {
  const entry = { provider: provider.provider, name: provider.name, models: [modelEntry(model)] };
  const text = `${comment
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n")}\n\n${toYaml(entry)}`;
  return proved(file, text, [model]);
}

/**
 * Adds a model to an existing price file, or replaces one of its prices. The edit works on the text, so
 * every other byte (comments, tables, spelling of numbers) stays as it is. The result is then read
 * again and compared with the intended models.
 * @param before the model as the file has it; undefined if the file has no model with that id
 */
export function amendFile(file: string, bytes: Uint8Array, before: Model | undefined, model: Model): Amended {
  const text = new TextDecoder().decode(bytes);
  const { provider, problems } = readPrices(readYaml(file, bytes));
  if (!provider) return { problems };
  const list = parseDocument(text).get("models");
  if (!isSeq(list)) return { entangled: true };
  if (!before) return proved(file, edited(text, [beforeItem(text, list, 0, itemOf(modelEntry(model)))]), [model, ...provider.models]);
  const index = provider.models.findIndex(({ id }) => id === before.id);
  const prices = list.getIn([index, "prices"]);
  const examples = list.getIn([index, "examples"]);
  const changed = isSeq(prices)
    ? withPrices(text, { list: prices, examples: isSeq(examples) ? examples : null }, provider.models[index] as Model, model)
    : null;
  return changed === null ? { entangled: true } : proved(file, changed, provider.models.with(index, model));
}

/** The text, if it has no errors and parses to exactly these models. */
function proved(file: string, text: string | null, models: readonly Model[]): Amended {
  if (text === null) return { entangled: true };
  const { provider, problems } = readPrices(readYaml(file, new TextEncoder().encode(text)));
  if (!provider) return { problems: problems.filter(({ severity }) => severity === "error") };
  return canonical(provider.models) === canonical(models) ? { text } : { entangled: true };
}

/** JSON with sorted keys, so that equal values give equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Compares the prices before and after, and edits the text for the change that `confirm.ts` made: closed
 * (the old price ends, a new one begins), corrected, or checked. When a price closes, an example
 * without a date belongs to the old price, so its date becomes the day before the change.
 */
function withPrices(text: string, { list, examples }: { list: YAMLSeq; examples: YAMLSeq | null }, before: Model, after: Model): string | null {
  const at = before.prices.findIndex((price, index) => canonical(price) !== canonical(after.prices[index]));
  const [node, old, now] = [list.items[at], before.prices[at], after.prices[at]];
  if (!isMap(node) || !old || !now) return null;
  const entry = itemOf(priceEntry(now));
  if (after.prices.length > before.prices.length) {
    const end = after.prices[at + 1]?.to ?? "";
    const old = (examples?.items ?? []).filter((example) => isMap(example)).filter((example) => !example.has("date"));
    const dated = old.map((example) => withKey(text, example, "date", dayBefore(end)));
    return edited(text, [withKey(text, node, "to", end), beforeItem(text, list, at, entry), ...dated]);
  }
  const isChecked = canonical({ ...old, source: now.source, checked: now.checked, confidence: now.confidence }) === canonical(now);
  if (!isChecked) return edited(text, [insteadOf(text, node, entry)]);
  const keys = (["source", "checked", "confidence"] as const).filter((key) => old[key] !== now[key]);
  return edited(
    text,
    keys.map((key) => withKey(text, node, key, now[key])),
  );
}

/** The text with all edits applied; null if one of them is impossible. */
function edited(text: string, splices: readonly (Splice | null)[]): string | null {
  const made = splices.filter((splice) => splice !== null);
  return made.length === splices.length ? spliced(text, made) : null;
}

function itemOf(entry: Written): Item {
  return {
    flow: JSON.stringify(entry),
    block: (column) =>
      toYaml(entry)
        .trimEnd()
        .replaceAll("\n", `\n${indent(column)}`),
  };
}

/** Characters of JSON that fit on one line of a price file. */
const FLOW = 110;

/** YAML in the layout of the price files: a short list or map is on one line, unless it contains a `source`. */
function toYaml(entry: Written): string {
  const document = new Document(entry, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node) {
      const json = JSON.stringify(node.toJSON());
      node.flow = json.length <= FLOW && !json.includes('"source"');
    },
  });
  return document.toString({ lineWidth: 0 });
}
