import { dirname, join, relative } from "node:path";
import { actionOfCheckout } from "../../files/checkout.ts";
import { ACTION, VERSION } from "../../version.ts";

/** The folder of the package, from the folder of its command-line bundle. */
export function packageFolder(bundle: string): string {
  return dirname(dirname(bundle));
}

/**
 * The address from which a workflow uses the action: the user's option, otherwise the published address, otherwise the checkout that this
 * command runs from. Null if none is known, because a guessed account could belong to a stranger, whose code would run in the workflow.
 */
export async function actionAddress(option: string | undefined, bundle: string): Promise<string | null> {
  return option ?? ACTION ?? (await actionOfCheckout(packageFolder(bundle), VERSION.split(".")[0] as string));
}

/** Where an editor finds the schema of manifests: at the action's address, or else in the running package, relative to the manifest's folder. */
export function schemaAddress(action: string | null, bundle: string, folder: string): string {
  if (action !== null) return `https://raw.githubusercontent.com/${action.replace("@", "/")}/${SCHEMA}`;
  return relative(folder, join(packageFolder(bundle), SCHEMA)).replaceAll("\\", "/");
}

/** The page that describes every key; null if nothing is published. */
export function manifestPage(action: string | null): string | null {
  return action === null ? null : `https://github.com/${action.replace("@", "/blob/")}/docs/manifest.md`;
}

const SCHEMA = "schema/manifest.schema.json";
