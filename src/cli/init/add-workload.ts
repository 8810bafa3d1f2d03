import { existsSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { First } from "../../manifest/first.ts";
import { MANIFEST_NAMES } from "../../manifest/names.ts";
import { decoded } from "../../notation/encoding.ts";
import { isTree } from "../../notation/tree.ts";
import { readYaml } from "../../yaml/read.ts";
import { setKeys } from "../../yaml/set-keys.ts";
import { replace, type Terminal, UsageError } from "../terminal.ts";

/** The manifest that a workload is added to, with its text. */
export type Extended = { name: string; text: string };

/** The usual manifest of the folder. @throws UsageError if there is none, or it has a workload of this name already */
export async function manifestToExtend(workload: string, { cwd }: Terminal): Promise<Extended> {
  const name = MANIFEST_NAMES.find((one) => existsSync(resolve(cwd, one)));
  if (name === undefined) throw new UsageError("There is no manifest here to add to. video-budget init writes a first one.");
  const bytes = await readFile(resolve(cwd, name));
  const text = decoded(bytes);
  const { value } = readYaml(name, bytes);
  if (text === undefined || !isTree(value)) throw new UsageError(`${name} cannot be read: video-budget check says why. Nothing was written.`);
  if (isTree(value["workloads"]) && Object.hasOwn(value["workloads"], workload))
    throw new UsageError(`${name} has a workload ${workload} already. Name the new one: --workload ads-teaser.`);
  return { name, text };
}

/** The text of a manifest with one more workload; every other byte stays. @throws UsageError if there is no place for it */
export function withWorkload({ name, text }: Extended, first: First): string {
  const { workload, provider, model, mode, output, input, perMonth, takes } = first;
  const declared = {
    provider,
    model,
    mode,
    ...(Object.keys(output).length > 0 && { output }),
    ...(Object.keys(input).length > 0 && { input }),
    volume: { per_month: perMonth },
    takes,
  };
  const edited = setKeys(text, [{ workloads: { [workload]: declared } }]);
  if ("stuck" in edited)
    throw new UsageError(`${name} has no map at ${edited.stuck.join(".") || "its top"} that a workload can be added to. Nothing was written.`);
  return edited.text;
}

/** Replaces the manifest through a temporary file, so that a failure leaves the old one. A link stays a link. @throws I/O errors */
export async function writeExtended({ name }: Extended, text: string, { cwd, process }: Terminal): Promise<void> {
  await replace(await realpath(resolve(cwd, name)), text, process.pid);
}
