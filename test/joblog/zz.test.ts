import { readFileSync } from "node:fs";
import { test } from "vitest";
import { untestedOf } from "../../src/joblog/untested.ts";
import { loadBook } from "../../src/files/book.ts";
import { toText } from "../../src/report/text.ts";
import { reviewFiles } from "../in-memory.ts";
import { manifestOf } from "../../scripts/bench/manifest.ts";
test("x", async () => {
  const book = loadBook("/work/main/dist/cli");
  const c = () => process.cpuUsage().user / 1000;
  let t = c();
  const r = await reviewFiles({ "video-budget.yml": readFileSync("examples/studio/video-budget.yml", "utf8") }, { book });
  console.log("review", c() - t); t = c();
  untestedOf(r.from.now); console.log("untested", c() - t); t = c();
  toText(r, { width: 100, color: false, verbose: false }); console.log("text", c() - t);t = c();
  const big = await reviewFiles({ "video-budget.yml": manifestOf(10000) }, { book });
  console.log("review 10k", c() - t); t = c();
  untestedOf(big.from.now); console.log("untested 10k", c() - t);
}, 100000);
