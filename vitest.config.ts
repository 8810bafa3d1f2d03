import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    // A golden file that is missing fails; it is written only on request: npx vitest run -u.
    update: process.argv.includes("-u") ? "all" : "none",
  },
});
