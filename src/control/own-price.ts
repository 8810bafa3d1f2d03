import type { Reason } from "../budget/reason.ts";
import type { Gathered } from "../gather.ts";
import { isTree } from "../notation/tree.ts";
import { findModel, modelKey, priceOn } from "../prices/find.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import { locate } from "../yaml/locate.ts";

/**
 * Prices that only the change itself states, for models without a price at base or in the price book. Nothing
 * confirms them. Each is named with its file, line and price per job; base's policy decides whether
 * that fails.
 */
export function ownPrices(head: Gathered, base: Gathered, now: Exposure, before: Exposure): Reason[] {
  const books = [...before.pricing.values()];
  const contracted = new Set(books.flatMap(({ manifest, book }) => manifest.workloads.flatMap(({ keys }) => (keys?.price ? [modelKey(keys, book)] : []))));
  const isKnown = ({ keys }: WorkloadCost): boolean =>
    !keys ||
    books.some(({ book, date }) => {
      const provider = book.provider(keys.provider);
      const model = provider && findModel(provider, keys.model);
      return contracted.has(modelKey(keys, book)) || (model !== undefined && priceOn(model, date) !== undefined);
    });
  const level = base.manifests.some(({ settings }) => settings.policy.own_price === "fail") ? "fail" : "warn";
  const said = new Set<string>();
  return now.estimates.flatMap((one): Reason[] => {
    const id = one.source?.id;
    if (one.status !== "priced" || !one.job || id === undefined || isKnown(one) || said.has(`${one.file} ${id}`)) return [];
    said.add(`${one.file} ${id}`);
    const { file, line } = placeOf(one, head);
    return [
      {
        code: "own-price",
        level,
        file: one.file,
        scope: null,
        limit: null,
        value: one.job.amount,
        figure: null,
        args: { id, workload: one.name, from: file, line },
      },
    ];
  });
}

/** The place of the price: at the workload, or in the price file with its model. */
function placeOf({ file, name, keys, names = [], source }: WorkloadCost, head: Gathered): { file: string; line: number } {
  const at = (path: string, key: readonly (string | number)[]): { file: string; line: number } => ({
    file: path,
    line: locate(head.files.get(path), { path: [...key] }).line,
  });
  if (source?.confidence === "contract") return at(file, ["workloads", name, "price"]);
  for (const [path, { value }] of head.files) {
    const { provider, models } = isTree(value) ? value : {};
    const index =
      provider === keys?.provider && Array.isArray(models) ? models.findIndex((model: { id?: unknown } | null) => names.includes(String(model?.id))) : -1;
    if (index >= 0) return at(path, ["models", index, "prices"]);
  }
  return at(file, ["workloads", name]);
}
