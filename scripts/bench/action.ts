import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { median, print, row } from "./measure.ts";

/** Times the action's bundle on a checkout of examples/studio, as after a push, which needs no request to GitHub, and a bare Node, in turns. @param folder for its files */
export function action(node: string, runs: number, folder: string): void {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const environment = {
    PATH: process.env["PATH"],
    "INPUT_GITHUB-TOKEN": "none",
    GITHUB_EVENT_NAME: "push",
    GITHUB_EVENT_PATH: file("event.json", "{}"),
    GITHUB_REPOSITORY: "studio/films",
    GITHUB_SHA: "0".repeat(40),
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_WORKSPACE: join(process.cwd(), "examples", "studio"),
    GITHUB_OUTPUT: file("output", ""),
    GITHUB_STEP_SUMMARY: file("summary", ""),
    RUNNER_TEMP: folder,
  };
  const timed = (args: string[]): number => {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(node, args, { stdio: "ignore", env: environment });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  const [bare, whole]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs + 2; run++) {
    const [one, other] = [timed(["-e", "0"]), timed(["dist/action/index.js"])];
    // The first two runs fill the disk cache.
    if (run < 2) continue;
    bare.push(one);
    whole.push(other);
  }
  print(`The action on Node ${spawnSync(node, ["-v"], { encoding: "utf8" }).stdout.trim()}, median of ${runs}`);
  row("bare node -e 0", median(bare), 1);
  row("examples/studio after a push, with a checkout", median(whole), median(whole) / median(bare));
}
