import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { HangReporter } from "./test/run/hang.ts";
import { BuildSequencer } from "./test/run/sequencer.ts";

/** GitHub's pace and the waits before another try, at a hundred times the speed, for actions that run in the process of their test. */
const QUICK = resolve("test/e2e/server/quick-plugins.ts");

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A line for each file as it ends, and the name of a test that hangs.
    reporters: [["default", { summary: false }], new HangReporter()],
    // A golden file that is missing fails; it is written only on request: npx vitest run -u.
    update: process.argv.includes("-u") ? "all" : "none",
    sequence: { sequencer: BuildSequencer },
    setupFiles: ["test/run/built.ts", "test/run/setup.ts"],
    alias: { "@octokit/plugin-throttling": QUICK, "@octokit/plugin-retry": QUICK },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A process reads the sources once for all its files: no test changes what another one imports.
    isolate: false,
    // One more process than there are cores, because some tests wait: for a server, or for a process.
    maxWorkers: availableParallelism() + 1,
    maxConcurrency: 12,
  },
});
