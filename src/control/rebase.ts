import type { Gathered } from "../gather.ts";
import type { Settings } from "../manifest/schema.ts";
import { SETTINGS, same } from "./control.ts";

/**
 * A side as it would be after a merge with the tip of the base branch. A pull request with an older base is compared
 * with that base, but settings (except `include`) and price files that it did not edit are taken from the tip, one by one.
 *
 * Base said `monthly: 100`, the tip says 80. A side that still says 100 gets 80; one that says 500 has edited it, and keeps 500.
 * @param renamed base's path of a file of the side whose path changed
 */
export function rebased(side: Gathered, base: Gathered, tip: Gathered, renamed: ReadonlyMap<string, string>): Gathered {
  const prices = new Map(side.prices);
  const manifests = side.manifests.map((manifest) => {
    const { file } = manifest;
    const path = renamed.get(file) ?? file;
    const [old, now] = [base, tip].map(({ manifests: all }) => all.find((other) => other.file === path)?.settings);
    if (!old || !now) return manifest;
    const untouched = SETTINGS.filter((key) => key !== "include" && same(manifest.settings[key], old[key]));
    const files = tip.prices.get(path);
    if (side.prices.get(file)?.snapshot === base.prices.get(path)?.snapshot) {
      if (files) prices.set(file, files);
      else prices.delete(file);
    }
    const settings = { ...manifest.settings, ...Object.fromEntries(untouched.map((key) => [key, now[key]])) } as Settings;
    return { ...manifest, settings };
  });
  return { ...side, manifests, prices };
}
