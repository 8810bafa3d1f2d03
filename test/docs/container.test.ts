import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { git } from "../cli/run.ts";

const text = readFileSync("Containerfile", "utf8");
const copies = [...text.matchAll(/^COPY (.+) (\S+)$/gm)].map(([, from = "", to = ""]) => ({ from: from.split(" "), to }));

/** COPY as a container has it: a folder's contents go to the target, files go into it. */
function image(): string {
  const root = mkdtempSync(join(tmpdir(), "video-budget-image-"));
  for (const { from, to } of copies) {
    mkdirSync(join(root, to), { recursive: true });
    for (const path of from) cpSync(path, statSync(path).isDirectory() ? join(root, to) : join(root, to, basename(path)), { recursive: true });
  }
  return root;
}

test("the Containerfile copies everything that the commands need, and only published files", () => {
  const root = image();
  const [, program = ""] = /ln -s (\S+) \/usr\/local\/bin\/video-budget/.exec(text) ?? [];
  const ran = (...args: string[]): string =>
    execFileSync(process.execPath, [join(root, program), ...args], {
      cwd: join("examples", "solo"),
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: root },
    });
  expect(ran("check")).toContain("a month");
  expect(ran("schema")).toContain("$schema");
  expect(ran("scan", "--format", "json")).toContain("video-budget/scan@1");
  const page = join(root, "page.html");
  ran("check", "--html", page);
  expect(statSync(page).size).toBeGreaterThan(100_000);

  const { files } = JSON.parse(readFileSync("package.json", "utf8")) as { files: string[] };
  // npm packs these two whatever `files` says.
  expect([...files, "package.json", "LICENSE"]).toEqual(expect.arrayContaining(copies.flatMap(({ from }) => from)));
});

test("the build context is exactly what is copied, and all of it is committed", () => {
  const sent = readFileSync("Containerfile.dockerignore", "utf8").trim().split("\n");
  expect(sent).toEqual(["*", ...copies.flatMap(({ from }) => from).map((path) => `!${path}`)]);
  for (const path of sent.slice(1)) expect(git(".", "ls-files", path.slice(1))).not.toBe("");
});
