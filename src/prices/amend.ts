import { Document, isMap, isSeq, parseDocument, visit, type YAMLSeq } from "yaml";
import { dayBefore } from "../notation/date.ts";
import type { Problem } from "../problem.ts";
import { beforeItem, type Item, indent, insteadOf, type Splice, spliced, withKey } from "../yaml/edit.ts";
import { readYaml } from "../yaml/read.ts";
import type { Model, Provider } from "./book.ts";
import { readPrices } from "./read.ts";
import { modelEntry, priceEntry, type Written } from "./write.ts";

/**
 * A price file with one model as confirmed, or why it cannot be written: it holds problems, or an edit
 * would not say exactly what was confirmed and nothing else (anchors that other models share).
 */
export type Amended = { text: string } | { problems: readonly Problem[] } | { entangled: true };

/** A price file of its own for one model. @param comment its first lines, without the `#` */
export function newFile(file: string, provider: Provider, model: Model, comment: string): Amended {
  const entry = { provider: provider.provider, name: provider.name, models: [modelEntry(model)] };
  const text = `${comment
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n")}\n\n${toYaml(entry)}`;
  return proved(file, text, [model]);
}

/**
 * An existing price file with one model added, or one of its prices replaced. It is edited as text, so
 * that every other byte of it (comments, tables, how numbers are written) stays as it is; then the
 * result is read again and must say what was meant.
 * @param before the model as the file has it, undefined if it has none of that id
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

/** The text if it reads as exactly these models and has no problem of its own. */
function proved(file: string, text: string | null, models: readonly Model[]): Amended {
  if (text === null) return { entangled: true };
  const { provider, problems } = readPrices(readYaml(file, new TextEncoder().encode(text)));
  if (!provider) return { problems: problems.filter(({ severity }) => severity === "error") };
  return canonical(provider.models) === canonical(models) ? { text } : { entangled: true };
}

/** JSON with keys in one order: two values are the same if their texts are. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * The three ways in which `confirm.ts` changes the prices of a model, found by comparing them. Where a price ends, an example without a
 * day of its own is one of the old price: it gets the day before.
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

/** The text with all of them; null if one cannot be made. */
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

/** More than this on one line is hard to read. */
const FLOW = 110;

/** As people write price files: what is short on one line, and what has a source of its own not. */
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
