/** What a layer may import: other layers (itself is always allowed), libraries, and `node:` modules, which a pure layer has none of. */
export type Layer = { imports: readonly string[]; libraries?: readonly string[]; node?: readonly string[] | "any" };

const VALUES = ["money", "notation", "stats", "problem"] as const;
const PRICED = [...VALUES, "yaml", "manifest", "prices", "gather", "engine"] as const;
const JUDGED = [...PRICED, "risk", "lock", "compare", "budget", "control"] as const;
const OUTSIDE = [...JUDGED, "version", "declared", "actuals", "review", "catalog", "rollup", "testplan", "scan", "joblog", "report", "page", "files"] as const;

/**
 * The layers of src, each a folder or a file of it, in their order: a layer imports only from lines above its own.
 * A file with a line of its own (`files/book.ts`) follows that one instead of its folder's.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  money: { imports: [], libraries: ["big.js"] },
  notation: { imports: [], libraries: ["zod", "fastest-levenshtein"] },
  stats: { imports: [] },
  problem: { imports: [] },
  version: { imports: [] },
  yaml: { imports: ["notation", "problem"], libraries: ["js-yaml", "yaml", "zod"] },
  manifest: { imports: ["notation", "problem", "yaml"], libraries: ["yaml", "zod"] },
  prices: { imports: ["money", "notation", "problem", "yaml"], libraries: ["yaml", "zod"] },
  gather: { imports: ["notation", "problem", "yaml", "manifest", "prices"] },
  engine: { imports: ["money", "notation", "problem", "manifest", "prices"] },
  catalog: { imports: ["money", "notation", "problem", "prices", "engine"], libraries: ["zod"] },
  scan: { imports: ["money", "notation", "prices", "engine", "catalog"], libraries: ["zod"] },
  risk: { imports: [...VALUES, "manifest", "prices", "gather", "engine"] },
  lock: { imports: [...VALUES, "yaml", "manifest", "prices", "gather", "engine", "risk"], libraries: ["zod"] },
  compare: { imports: [...VALUES, "manifest", "gather", "engine", "risk"] },
  budget: { imports: [...VALUES, "yaml", "manifest", "gather", "engine", "risk", "lock", "compare"] },
  control: { imports: [...PRICED, "risk", "lock", "compare", "budget"] },
  levers: { imports: JUDGED },
  actuals: { imports: JUDGED },
  silent: { imports: [...JUDGED, "levers"] },
  declared: { imports: [...PRICED, "budget", "catalog", "scan"] },
  review: { imports: [...JUDGED, "actuals", "levers", "silent", "declared"] },
  rollup: { imports: [...VALUES, "yaml", "manifest", "risk", "budget"], libraries: ["zod"] },
  testplan: { imports: [...VALUES, "manifest", "prices", "engine", "risk"] },
  joblog: { imports: [...PRICED, "risk", "actuals"] },
  report: {
    imports: [...JUDGED, "levers", "version", "declared", "actuals", "review", "catalog", "rollup", "testplan", "scan", "joblog"],
    libraries: ["csv-stringify", "picocolors", "zod"],
  },
  page: { imports: [...JUDGED, "version", "review", "catalog", "report"], libraries: ["preact"] },
  files: { imports: ["notation", "gather"], libraries: ["csv-parse", "@streamparser/json"], node: "any" },
  "files/detectors.ts": { imports: ["scan"], node: "any" },
  "files/book.ts": { imports: ["prices"], node: "any" },
  github: {
    imports: ["notation", "problem", "version", "gather"],
    libraries: ["@actions/core", "@actions/github", "@octokit/plugin-retry", "@octokit/plugin-throttling", "zod"],
    node: "any",
  },
  action: { imports: [...OUTSIDE, "github"], libraries: ["@actions/core"], node: "any" },
  cli: { imports: OUTSIDE, libraries: ["commander", "@modelcontextprotocol/sdk", "zod"], node: "any" },
  // The browser-safe entry has neither Node's modules nor files.
  "library/core.ts": { imports: [...JUDGED, "review", "report"], libraries: ["video-budget"] },
  library: { imports: [...OUTSIDE, "cli"], libraries: ["zod"], node: "any" },
};

/** Folders that may hold the clock, the environment and the network. Every other layer gets them as parameters (`biome.json` has the same list). */
export const IMPURE: readonly string[] = ["files", "github", "action", "cli", "library"];

/** The one pure file that has `Date`: for its calendar, `Date.UTC`, and never for its clock. */
export const CALENDAR = "notation/date.ts";

/** A folder with more files needs subfolders by topic. */
export const MOST_FILES = 20;

/** Words that say nothing to a stranger. No file and no exported name contains them as a word. */
export const RIDDLES: readonly string[] = [
  ...["held", "law", "spread", "outer", "aside", "allot", "otherwise", "fewest", "dearer", "cheaper", "exposed"],
  ...["plain", "shape", "intake", "chain"],
];

/** The files that bundles start with. */
export const ENTRIES: readonly string[] = ["src/action/index.ts", "src/cli/index.ts", "src/library/core.ts", "src/library/index.ts", "src/page/app/main.tsx"];
