import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { parse, stringify } from "yaml";

/** Every page that people read, from the root of the repository. The lists that the build writes are left to their own tests. */
export const PAGES: readonly string[] = globSync(["*.md", "docs/**/*.md", "{prices,detectors}/README.md"], { ignore: ["docs/prices.md"] }).sort();

/** A fenced block of a page; `line` is where its text starts. */
export type Block = { page: string; line: number; language: string; text: string };

export function blocksOf(page: string): Block[] {
  const lines = readFileSync(page, "utf8").split("\n");
  const blocks: Block[] = [];
  let open: { line: number; language: string } | null = null;
  for (const [index, line] of lines.entries()) {
    const fence = /^```(\S*)/.exec(line);
    if (!fence) continue;
    if (open) blocks.push({ page, ...open, text: `${lines.slice(open.line - 1, index).join("\n")}\n` });
    open = open ? null : { line: index + 2, language: fence[1] ?? "" };
  }
  return blocks;
}

/** The file name in a block's first comment: `# prices/acme.yml`. */
function nameOf({ text }: Block): string | undefined {
  return /^# ([\w./-]+\.ya?ml)$/m.exec(text)?.[1];
}

/** A manifest of a page, with the other files that the page has. */
export type Shown = { block: Block; file: string; files: Readonly<Record<string, string>> };

export function manifestsOf(page: string): Shown[] {
  const yaml = blocksOf(page).filter(({ language }) => language === "yaml");
  const files = Object.fromEntries(yaml.flatMap((block) => [[nameOf(block), block.text] as const].filter((entry): entry is [string, string] => !!entry[0])));
  return yaml
    .filter(({ text }) => text.replace(/^(#.*\n|\n)+/, "").startsWith("version: 1"))
    .map((block) => {
      const file = nameOf(block) ?? "video-budget.yml";
      return { block, file, files: { ...files, [file]: block.text } };
    });
}

/** `<!-- check: WHAT VALUE with KEY=YAML and KEY=YAML -->`: a figure in the text beside it. */
export type Check = { page: string; line: number; what: string; value: string; edits: readonly [string, unknown][]; beside: string };

export function checksOf(page: string): Check[] {
  const lines = readFileSync(page, "utf8").split("\n");
  return lines.flatMap((line, index) =>
    [...line.matchAll(/<!-- check: (\S+) (\S+?)(?: with (.*?))? -->/g)].map(([, what = "", value = "", edits]) => ({
      page,
      line: index + 1,
      what,
      value,
      edits: (edits?.split(" and ") ?? []).map((edit): [string, unknown] => {
        const at = edit.indexOf("=");
        return [edit.slice(0, at), parse(edit.slice(at + 1))];
      }),
      beside: line.replace(/<!--.*?-->/g, ""),
    })),
  );
}

const ROOT = new Set(["version", "currency", "fx", "budget", "policy", "prices", "include", "accounts", "defaults", "workloads"]);

/** A manifest with some values changed: a key that is no root key is one of its first workload; null removes it. */
export function edited(text: string, edits: Check["edits"]): string {
  if (edits.length === 0) return text;
  const manifest = parse(text) as Record<string, unknown>;
  const [first = ""] = Object.keys((manifest["workloads"] ?? {}) as object);
  for (const [key, value] of edits) {
    const [head = "", ...rest] = key.split(".");
    const path = ROOT.has(head) ? [head, ...rest] : ["workloads", first, head, ...rest];
    let at = manifest;
    for (const step of path.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    const last = path.at(-1) ?? "";
    if (value === null) delete at[last];
    else at[last] = value;
  }
  return stringify(manifest);
}
