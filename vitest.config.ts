import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { HangReporter } from "./test/run/hang.ts";
import { ProjectSequencer } from "./test/run/sequencer.ts";

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

/** GitHub's pace and the waits before another try, at fifty times the speed. */
const QUICK = resolve("test/e2e/server/quick-plugins.ts");

/** What every project has. One more process than there are cores, since some tests wait: for a server, or for a process. */
const EVERY = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // One process reads the sources once for all its files: no test changes what another one imports.
  isolate: false,
  maxWorkers: availableParallelism() + 1,
};

export default defineConfig({
  test: {
    // A line for each file as it ends, and the name of a test that hangs.
    reporters: [["default", { summary: false }], new HangReporter()],
    // A golden file that is missing fails; it is written only on request: npx vitest run -u.
    update: process.argv.includes("-u") ? "all" : "none",
    // The projects are one queue: the next one starts on a core that the one before has left.
    sequence: { sequencer: ProjectSequencer },
    projects: [
      {
        test: {
          ...EVERY,
          name: "sources",
          include: ["test/**/*.test.ts"],
          exclude: [...OF_THE_BUILD, OF_A_STEP],
          setupFiles: ["test/run/setup.ts"],
        },
      },
      {
        test: {
          ...EVERY,
          name: "steps",
          include: IS_BUNDLE ? [] : [OF_A_STEP],
          alias: { "@octokit/plugin-throttling": QUICK, "@octokit/plugin-retry": QUICK },
          setupFiles: ["test/run/setup.ts"],
        },
      },
      {
        test: {
          ...EVERY,
          name: "build",
          include: OF_THE_BUILD,
          globalSetup: ["test/run/node24.ts"],
          env: { E2E: "bundle" },
          setupFiles: ["test/run/built.ts", "test/run/setup.ts"],
          maxConcurrency: 12,
        },
      },
    ],
  },
});
