import { nearest } from "../notation/nearest.ts";
import { listedValues } from "../prices/accepts.ts";
import type { Provider } from "../prices/book.ts";
import type { Problem } from "../problem.ts";
import type { Pricing } from "./pricing.ts";

/**
 * Reports names in a manifest's `accounts` that the price book does not have. An unknown pack would silently change the price of every
 * credit, so it is an error. A name without effect on a price is a warning.
 */
export function accountProblems({ manifest, book }: Pricing): Problem[] {
  const { file, settings } = manifest;
  return Object.entries(settings.accounts).flatMap(([slug, keys]): Problem[] => {
    const provider = book.provider(slug);
    const at = ["accounts", slug];
    if (!provider) {
      const args = { value: slug, nearest: nearest(slug, book.slugs), allowed: [...book.slugs] };
      return [{ code: "unknown-provider", severity: "warning", file, path: at, at: "key", args }];
    }
    const packs = (provider.account?.packs ?? []).map(({ name }) => name);
    const plans = [...packs, ...plansOf(provider)];
    const fees = (provider.account?.fees ?? []).map(({ name }) => name);
    const unknown = (key: "pack" | "plan", value: string, allowed: readonly string[]): Problem[] =>
      allowed.some((one) => one.toLowerCase() === value.toLowerCase())
        ? []
        : [
            {
              code: "unknown-pack",
              severity: key === "pack" ? "error" : "warning",
              file,
              path: [...at, key],
              args: { provider: slug, value, nearest: nearest(value, allowed), allowed: [...allowed] },
            },
          ];
    return [
      ...(typeof keys.pack === "string" ? unknown("pack", keys.pack, packs) : []),
      ...(keys.plan === undefined ? [] : unknown("plan", keys.plan, plans)),
      ...Object.keys(keys.fees ?? {})
        .filter((name) => !fees.includes(name))
        .map(
          (name): Problem => ({
            code: "unknown-fee",
            severity: "warning",
            file,
            path: [...at, "fees", name],
            at: "key",
            args: { provider: slug, value: name, nearest: nearest(name, fees), allowed: fees },
          }),
        ),
    ];
  });
}

/** The plans that prices of the provider's models depend on, from their `accepts.plan`. */
function plansOf({ models }: Provider): string[] {
  return models.flatMap(({ accepts: { plan } }) => listedValues(plan).map(String));
}
