import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The built command line: what users run. */
const CLI = resolve("dist/cli/index.js");

export type Ran = { code: number; stdout: string; stderr: string };

/** Runs the bundle as a child process, with no color and no terminal unless `env` says so. */
export function videoBudget(
  args: readonly string[],
  { cwd = ".", env = {}, stdin = "", node = process.execPath }: { cwd?: string; env?: NodeJS.ProcessEnv; stdin?: string; node?: string } = {},
): Promise<Ran> {
  const clean = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env };
  return new Promise((done, fail) => {
    const child = spawn(node, [CLI, ...args], { cwd, env: clean });
    const ran: Ran = { code: -1, stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => (ran.stdout += chunk));
    child.stderr.on("data", (chunk: Buffer) => (ran.stderr += chunk));
    child.on("error", fail);
    child.on("close", (code) => done({ ...ran, code: code ?? -1 }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(stdin);
  });
}

/** A folder with these files, outside of any repository. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-"));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Git in a folder, with an identity of its own and nobody's configuration. */
export function git(folder: string, ...args: string[]): string {
  const env = { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export function commit(folder: string, files: Readonly<Record<string, string>>): void {
  writeFiles(folder, files);
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "change", "--allow-empty");
}
