import { readdirSync, readFileSync } from "node:fs";
import type { Provider } from "../src/prices/book.ts";
import { readPrices } from "../src/prices/read.ts";
import { readYaml } from "../src/yaml/read.ts";

/** Reads every price file. @throws Error if one has a problem, after printing all problems */
export function readBook(): Provider[] {
  const providers: Provider[] = [];
  let broken = false;
  for (const file of readdirSync("prices")
    .filter((name) => name.endsWith(".yml"))
    .sort()) {
    const { provider, problems } = readPrices(readYaml(`prices/${file}`, readFileSync(`prices/${file}`)));
    const errors = problems.filter(({ severity }) => severity === "error");
    for (const { code, path, args } of errors) process.stderr.write(`prices/${file}: ${code} at ${path.join(".")}: ${JSON.stringify(args)}\n`);
    broken ||= provider === null;
    if (provider) providers.push(provider);
  }
  if (broken) throw new Error("A price file has problems; the book is not written.");
  return providers;
}
