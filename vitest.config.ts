import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { HangReporter } from "./test/run/hang.ts";

/** Tests of a step in a workflow. E2E=bundle runs all of them with the built action on Node 24, which takes minutes. */
const OF_A_STEP = "test/e2e/{events,gate,network,report}/**/*.test.ts";
const IS_BUNDLE = process.env["E2E"] === "bundle";

/** Tests of what `npm run build` writes: the bundles, and the generated pages and schemas. */
const OF_THE_BUILD = [
  "test/{action,cli,docs,library}/**/*.test.ts",
  "test/e2e/{bundle,cli,page}/**/*.test.ts",
  ...(IS_BUNDLE ? [OF_A_STEP] : []),
  "test/{examples,problems,schema}.test.ts",
  "test/github/action-yml.test.ts",
  "test/prices/readme.test.ts",
];

const CORES = availableParallelism();

export default defineConfig({
  test: {
    // A line for each file as it ends, and the name of a test that hangs.
    reporters: [["default", { summary: false }], new HangReporter()],
    // A golden file that is missing fails; it is written only on request: npx vitest run -u.
    update: process.argv.includes("-u") ? "all" : "none",
    projects: [
      {
        test: {
          name: "sources",
          include: ["test/**/*.test.ts"],
          exclude: [...OF_THE_BUILD, OF_A_STEP],
          setupFiles: ["test/run/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One process reads the sources once for all its files: no test changes what another one imports.
          isolate: false,
          maxWorkers: CORES,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "steps",
          include: IS_BUNDLE ? [] : [OF_A_STEP],
          alias: { "@octokit/plugin-throttling": resolve("test/e2e/server/quick-throttling.ts") },
          setupFiles: ["test/run/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          // Some of these wait, for the next try after a fault.
          maxWorkers: CORES + 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "build",
          include: OF_THE_BUILD,
          globalSetup: ["test/run/node24.ts"],
          env: { E2E: "bundle" },
          setupFiles: ["test/run/built.ts", "test/run/setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          // These wait more than they compute: for processes, and for the next try after a fault.
          maxWorkers: CORES + 1,
          maxConcurrency: 12,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
