import { lstatSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { diskReader, repositoryOf } from "../files/disk.ts";
import type { Reader } from "../gather.ts";
import { MANIFEST_NAMES } from "../manifest/names.ts";
import { isGlob, isUsableGlob, LONGEST_PATTERN } from "../notation/glob.ts";
import { inert } from "../report/layout/escape.ts";
import { type CliProcess, UsageError } from "./terminal.ts";

const STDIN = "-";

/** The manifests that the command line names, and the reader of their files. @throws UsageError */
export async function manifestsOf(named: readonly string[], cwd: string, process: Pick<CliProcess, "stdin">): Promise<{ roots: string[]; reader: Reader }> {
  const repository = repositoryOf(cwd);
  const written = named.map((path) => fromHere(path.replaceAll("\\", "/").replace(/^\.\//, ""), cwd, repository));
  const folders = [cwd, ...written.filter((path) => path !== STDIN).map((path) => resolve(cwd, dirname(path)))];
  const disk = diskReader(cwd, [...new Set(folders.map(repositoryOf))]);
  if (written.length === 0) {
    const found = usualFrom(cwd, repository);
    if (!found)
      throw new UsageError(
        `No manifest here: none of ${MANIFEST_NAMES.join(", ")} exists. Name one: video-budget check path/to/video-budget.yml, or write a first one: video-budget init.`,
      );
    return { roots: [found], reader: disk };
  }
  const roots: string[] = [];
  for (const path of written) {
    if (path !== STDIN && isFolder(resolve(cwd, path))) roots.push(inFolder(path.replace(/\/+$/, ""), cwd));
    else if (path === STDIN || isNamed(resolve(cwd, path)) || !isGlob(path)) roots.push(path);
    else {
      if (!isUsableGlob(path)) throw new UsageError(`${inert(path)} is no pattern: at most ${LONGEST_PATTERN} characters, and nothing of the form !(…).`);
      const found = await disk.glob([path]);
      if (found.length === 0) throw new UsageError(`${inert(path)} matches no file.`);
      roots.push(...found);
    }
  }
  return { roots: [...new Set(roots)], reader: written.includes(STDIN) ? withStdin(disk, process) : disk };
}

/** Whether a path leads to a folder. A circle of links leads to nothing; the reader reports it when it follows them. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether anything has this name, even a broken link. The report then says where the link leads, and no other manifest is used. */
function isNamed(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A path inside the repository, relative to the working directory, because a commit has no absolute paths. */
function fromHere(path: string, cwd: string, repository: string): string {
  if (!isAbsolute(path) || relative(repository, path).startsWith("..")) return path;
  return relative(cwd, path).replaceAll("\\", "/") || ".";
}

/** The default manifest of a folder or of the nearest folder above it in the repository, relative to the folder. */
function usualFrom(cwd: string, repository: string): string | undefined {
  for (let up = ""; ; up += "../") {
    const found = MANIFEST_NAMES.find((path) => isNamed(resolve(cwd, up, path)));
    if (found !== undefined) return `${up}${found}`;
    const folder = resolve(cwd, up);
    if (folder === repository || folder === dirname(folder)) return undefined;
  }
}

/** The default manifest of a folder that is named instead of a manifest. @throws UsageError */
function inFolder(folder: string, cwd: string): string {
  const found = MANIFEST_NAMES.find((path) => isNamed(resolve(cwd, folder, path)));
  if (found === undefined) throw new UsageError(`${inert(folder)} is a folder, and none of ${MANIFEST_NAMES.join(", ")} is in it.`);
  return folder === "." ? found : `${folder}/${found}`;
}

/** Adds standard input as the file `-`. A process creates its standard input on first use, which is slow, so it is not touched before it is read. */
function withStdin(disk: Reader, process: Pick<CliProcess, "stdin">): Reader {
  return {
    ...disk,
    contains: (path) => path === STDIN || disk.contains(path),
    follow: async (path) => (path === STDIN ? STDIN : disk.follow(path)),
    read: async (path) => {
      if (path !== STDIN) return disk.read(path);
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}
