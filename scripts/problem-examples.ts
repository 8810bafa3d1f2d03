import { readdirSync } from "node:fs";
import { posix } from "node:path";

/** A file that shows one problem: a manifest or a price file. Its golden file, with the expected messages, is beside it. */
export type ProblemExample = { name: string; kind: "manifest" | "prices"; folder: string; file: string; golden: string };

const ROOT = "test/problems";

/** All examples, in folders by topic. Those under `prices/` are price files. Files under `files/` are not examples, but are used by some. */
export function problemExamples(): ProblemExample[] {
  const paths = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).map((path) => posix.join(ROOT, path.replaceAll("\\", "/")));
  return paths
    .filter((path) => path.endsWith(".yml") && !path.includes("/files/"))
    .map((path): ProblemExample => {
      const { dir: folder, base: file, name } = posix.parse(path);
      return { name, kind: path.startsWith(`${ROOT}/prices/`) ? "prices" : "manifest", folder, file, golden: path.replace(/\.yml$/, ".out") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
