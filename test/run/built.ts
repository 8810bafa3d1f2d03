import { existsSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { isOfTheBuild } from "./of-the-build.ts";

/** `npm test` builds while the tests of sources run. Tests of built files wait for it: the file in BUILT has the build's result. */
const built = isOfTheBuild(expect.getState().testPath ?? "") ? process.env["BUILT"] : undefined;
while (built && !existsSync(built)) await setTimeout(200);
if (built && readFileSync(built, "utf8").trim() !== "passed") throw new Error("The build failed: npm run build");
