import { existsSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** `npm test` builds while the tests of sources run. Those of what is built wait for it: BUILT names a file that says how it went. */
const built = process.env["BUILT"];
while (built && !existsSync(built)) await setTimeout(200);
if (built && readFileSync(built, "utf8").trim() !== "passed") throw new Error("The build failed: npm run build");
