import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { runWith } from "./in-process.ts";
import { folderOf } from "./run.ts";

const scriptOf = async (shell: string): Promise<string> => (await runWith("dist/cli", folderOf({}), ["completion", shell])).stdout;
const isInstalled = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;

/** How to ask a shell for its completions of a line: one word a line, "FILES" for file names. The script is its standard input. */
const ASK: Record<string, (line: string) => string[]> = {
  bash: (line) => [
    "--norc",
    "-c",
    `eval "$(cat)"; COMP_WORDS=(${words(line)}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _video_budget; printf '%s\\n' "\${COMPREPLY[@]:-FILES}"`,
  ],
  zsh: (line) => [
    "-fc",
    `compdef() { }; compadd() { print -l -- "\${@[2,-1]}" }; _files() { print FILES }; eval "$(cat)"; words=(${words(line)}); CURRENT=$#words; PREFIX=$words[CURRENT]; _video_budget`,
  ],
  fish: (line) => ["--no-config", "-c", `cat | source; complete -C ${JSON.stringify(line)}`],
};

/** The words of a line for an array of a shell; one that ends in a blank has an empty last word. */
const words = (line: string): string => line.replace(/ $/, ' ""');

async function offered(shell: string, line: string): Promise<string[]> {
  const { stdout, stderr } = spawnSync(shell, ASK[shell]?.(line) ?? [], { input: await scriptOf(shell), encoding: "utf8", cwd: folderOf({}) });
  expect(stderr).toBe("");
  // Fish adds a description behind a tab. Only words that begin like the last one count; zsh leaves that to compadd.
  const last = line.split(" ").at(-1) ?? "";
  const all = stdout.split("\n").map((one) => one.split("\t")[0] ?? "");
  return all.filter((one) => one !== "" && (one === "FILES" || one.startsWith(last)));
}

describe.each(["bash", "zsh", "fish"])("the completion script of %s", (shell) => {
  test.skipIf(!isInstalled(shell)).each([
    ["video-budget ch", ["check"]],
    ["video-budget prices co", ["compare", "confirm"]],
    ["video-budget check --mon", ["--months"]],
    ["video-budget check --format s", ["sarif", "slack"]],
    ["video-budget prices export --for ", ["csv", "json", "litellm"]],
    ["video-budget schema roll", ["rollup"]],
    ["video-budget check --base main --format j", ["json", "junit"]],
  ])("%s", async (line, expected) => {
    expect((await offered(shell, line)).sort()).toEqual(expected);
  });

  test.skipIf(!isInstalled(shell))("offers every command, and options only after a dash", async () => {
    const commands = await offered(shell, "video-budget ");
    expect(commands).toEqual(expect.arrayContaining(["check", "scan", "init", "prices", "completion", "mcp"]));
    expect(commands.filter((one) => one.startsWith("-"))).toEqual([]);
  });

  // Fish completes files by itself, and says which.
  test.skipIf(!isInstalled(shell) || shell === "fish")("completes file names for a manifest and for options that take any value", async () => {
    expect(await offered(shell, "video-budget check ")).toEqual(["FILES"]);
    expect(await offered(shell, "video-budget check --output ")).toEqual(["FILES"]);
  });
});

test("bash registers its function for the command and falls back to files", async () => {
  const { stdout } = spawnSync("bash", ["--norc", "-c", 'eval "$(cat)"; complete -p video-budget'], { input: await scriptOf("bash"), encoding: "utf8" });
  expect(stdout).toBe("complete -o default -F _video_budget video-budget\n");
});

test("an unknown shell is refused with the names of the three", async () => {
  const { code, stderr } = await runWith("dist/cli", folderOf({}), ["completion", "tcsh"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("bash, zsh, fish")]);
});
