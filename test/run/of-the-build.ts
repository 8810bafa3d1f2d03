import picomatch from "picomatch";

/** Tests of workflow steps. With E2E=bundle, which takes minutes, all of them run the built action on Node 24. */
const OF_A_STEP = "**/test/e2e/{events,gate,network,report}/**/*.test.ts";

/** Whether the tests of a file need what `npm run build` writes: the bundles, and the generated pages and schemas. */
export const isOfTheBuild = picomatch([
  "**/test/{action,cli,docs,library}/**/*.test.ts",
  "**/test/e2e/{bundle,cli,page}/**/*.test.ts",
  ...(process.env["E2E"] === "bundle" ? [OF_A_STEP] : []),
  "**/test/{examples,problems,schema}.test.ts",
  "**/test/github/action-yml.test.ts",
  "**/test/prices/readme.test.ts",
]);
