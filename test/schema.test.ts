import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "yaml-language-server";
import { TIMES } from "./run/setup.ts";

/** The generated JSON Schemas in the YAML language server itself, which VS Code and JetBrains use. */
const service = getLanguageService({
  schemaRequestService: async (uri: string) => readFileSync(uri, "utf8"),
  workspaceContext: { resolveRelativePath: (path: string) => path },
  telemetry: { send: () => undefined, sendError: () => undefined, sendTrack: () => undefined },
} as unknown as Parameters<typeof getLanguageService>[0]);
const schemaOf = (kind: string) => ({
  uri: `file:///schema/${kind}.schema.json`,
  fileMatch: [`*${kind}.yml`],
  schema: JSON.parse(readFileSync(`schema/${kind}.schema.json`, "utf8")),
});
service.configure({ validate: true, completion: true, hover: true, customTags: [], indentation: "  ", schemas: [schemaOf("manifest"), schemaOf("prices")] });

type Kind = "manifest" | "prices";
// The line that names a schema is for editors, which fetch it; here the schema is configured.
// The server keeps a document by its version.
let version = 0;
const document = (text: string, kind: Kind = "manifest") =>
  TextDocument.create(`file:///test/${kind}.yml`, "yaml", version++, text.replace(/^# yaml-language-server.*$/m, ""));
const complaints = async (text: string, kind?: Kind) =>
  (await service.doValidation(document(text, kind), false)).map(({ message, range }) => `${range.start.line + 1}: ${message}`);

describe("the manifest's schema", () => {
  test.each(["solo", "studio", "monorepo", "monorepo/services/ads", "monorepo/services/social"])("accepts examples/%s", async (name) => {
    expect(await complaints(readFileSync(`examples/${name}/video-budget.yml`, "utf8"))).toEqual([]);
  });

  test("underlines a misspelt key, a wrong value and a wrong unit", async () => {
    const text =
      "version: 1\nworkloads:\n  a:\n    provider: google\n    model: m\n    mode: text-to-vidoe\n    outptu: {}\n    output: { duration: 8 seconds }\n    volume: { per_month: 1 }\n";
    const lines = (await complaints(text)).map((complaint) => complaint.split(":", 1)[0]);
    expect([...new Set(lines)].sort()).toEqual(["6", "7", "8"]);
  });

  test("offers providers and the models of the chosen one, and allows others", async () => {
    const offer = async (text: string, line: number, character: number): Promise<string[]> =>
      (await service.doComplete(document(text), { line, character }, false)).items.map(({ label }) => label);
    expect(await offer("version: 1\nworkloads:\n  a:\n    provider: \n", 3, 14)).toEqual(expect.arrayContaining(["fal", "vertex", "replicate"]));
    const models = await offer("version: 1\nworkloads:\n  a:\n    provider: vertex\n    model: \n", 4, 11);
    expect(models).toContain("veo-3.1-fast-generate-001");
    expect(models.filter((id) => id.startsWith("fal-ai/"))).toEqual([]);
    expect(
      await complaints(
        "version: 1\nworkloads:\n  a: { provider: acme, model: new, volume: { per_month: 1 } }\n  b: { provider: fal, model: acme/new, volume: { per_month: 1 } }\n",
      ),
    ).toEqual([]);
  });

  test("stays small enough for an editor to fetch", () => {
    expect(readFileSync("schema/manifest.schema.json").length).toBeLessThan(300_000);
  });

  test("completes keys and explains them on hover", async () => {
    const offered = await service.doComplete(document("version: 1\nbudget:\n  \n"), { line: 2, character: 2 }, false);
    expect(offered.items.map(({ label }) => label)).toEqual(expect.arrayContaining(["monthly", "warn_at", "max_increase", "scopes", "figure"]));
    const hover = await service.doHover(document("version: 1\nbudget: { warn_at: 90% }\n"), { line: 1, character: 12 });
    expect(JSON.stringify(hover?.contents)).toContain("The share of a limit from which the check warns");
  });
});

/** The language server takes seconds for a large file. `npm run soak` gives it all of them; each test run gives it those up to this many bytes. */
const LARGEST = TIMES > 1 ? Number.POSITIVE_INFINITY : 12_000;
const priceFiles = readdirSync("prices").filter((file) => file.endsWith(".yml") && statSync(`prices/${file}`).size <= LARGEST);

test.each(priceFiles)("the schema of price files accepts prices/%s", async (file) => {
  expect(await complaints(readFileSync(`prices/${file}`, "utf8"), "prices")).toEqual([]);
});
