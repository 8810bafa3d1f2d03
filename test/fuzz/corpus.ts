import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

/** A file to corrupt. `models`: of a price file, names that a manifest can ask for. */
export type Seed = { name: string; kind: "manifest" | "prices"; text: string; models: { provider: string; model: string; mode: string }[] };

type PriceFile = { provider: string; models: { id: string; modes?: string[] }[] };

/** Models of one price file that go into one seed: the parser of YAML is not what is tested. */
const MODELS = 2;

/** Every example, every manifest of a problem, and every price file of the book in parts of two models. */
export function corpus(): Seed[] {
  const manifests = [...filesIn("examples"), ...filesIn("test/problems")].filter((name) => !name.includes("/prices/"));
  const prices = [...filesIn("prices"), ...filesIn("examples").filter((name) => name.includes("/prices/"))];
  return [
    ...manifests.map((name): Seed => ({ name, kind: "manifest", text: readFileSync(name, "utf8"), models: [] })),
    ...prices.flatMap((name) => parts(name, readFileSync(name, "utf8"))),
  ];
}

function parts(name: string, written: string): Seed[] {
  const file = parse(written, { maxAliasCount: -1 }) as PriceFile;
  const count = Math.ceil(file.models.length / MODELS);
  return Array.from({ length: count }, (_, part): Seed => {
    const models = file.models.slice(part * MODELS, (part + 1) * MODELS);
    const named = models.map(({ id, modes }) => ({ provider: file.provider, model: id, mode: modes?.[0] ?? "text-to-video" }));
    let text: string | undefined;
    return {
      name: `${name} ${part + 1}/${count}`,
      kind: "prices",
      // Written on demand: a run corrupts only some of the hundreds of parts.
      get text() {
        text ??= stringify({ ...file, models });
        return text;
      },
      models: named,
    };
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yml"))
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .sort();
}
