import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { packageFolder } from "./init/address.ts";
import { type Options, type Terminal, write } from "./terminal.ts";

export type SchemaOptions = Options & { path: boolean };

/**
 * `video-budget schema`: prints a JSON Schema of this version; with `--path`, the path of its file, for an editor's settings.
 * @param name the name of the schema: `manifest`, `prices`, `report`…
 * @returns 0 @throws I/O errors
 */
export async function schema(name: string, options: SchemaOptions, terminal: Terminal): Promise<number> {
  const file = join(packageFolder(resolve(terminal.folder)), "schema", `${name}.schema.json`);
  await write(options.path ? `${file}\n` : readFileSync(file, "utf8"), options, terminal);
  return 0;
}
