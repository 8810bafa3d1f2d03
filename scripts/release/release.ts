import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The kind of a release: a semantic version of the program, or `prices` for a patch version that changes only the price book. */
export type ReleaseKind = "major" | "minor" | "patch" | "prices";

/** The files that a release of only prices may change since the last tag. */
const PRICE_FILES = /^(?:prices\/|dist\/|schema\/|docs\/prices\.md$|test\/prices\/|CHANGELOG\.md$|package(?:-lock)?\.json$|src\/version\.ts$)/;

/** The next version. @throws Error for a version that is not three numbers */
export function nextVersion(version: string, kind: ReleaseKind): string {
  const [major, minor, patch] = numbersOf(version);
  if (kind === "major") return `${major + 1}.0.0`;
  return kind === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * Writes the next version into all files that have it, and puts the unreleased part of the changelog under that version and day.
 * @param since the tag of the last release, with which a release of only prices is compared; null if there is none
 * @returns the version
 * @throws Error if the changelog has nothing to release, or if a release of prices changes more than prices
 */
export function cutRelease({ folder, kind, day, since }: { folder: string; kind: ReleaseKind; day: string; since: string | null }): string {
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const { version } = JSON.parse(read("package.json")) as { version: string };
  const next = nextVersion(version, kind);
  const changelog = read("CHANGELOG.md");
  if (notesOf(changelog, "Unreleased") === null) throw new Error("CHANGELOG.md lists nothing under Unreleased: say what users will see.");
  if (kind === "prices" && since !== null) {
    const more = git(folder, "diff", "--name-only", since)
      .split("\n")
      .filter((path) => path !== "" && !PRICE_FILES.test(path));
    if (more.length > 0) throw new Error(`Since ${since} more than prices has changed (${more.slice(0, 5).join(", ")}): this is a patch or a minor release.`);
  }
  writeFileSync(join(folder, "CHANGELOG.md"), changelog.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${next} - ${day}`));
  for (const path of ["package.json", "package-lock.json"]) writeFileSync(join(folder, path), withVersion(read(path), version, next));
  writeFileSync(join(folder, "src/version.ts"), read("src/version.ts").replace(`VERSION = "${version}"`, `VERSION = "${next}"`));
  return next;
}

/** The changelog's text about a version, without the heading; null if there is no such heading or no text below it. */
export function notesOf(changelog: string, version: string): string | null {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
  const notes = section?.slice(section.indexOf("\n")).trim() ?? "";
  return notes === "" ? null : notes;
}

/** The reasons why a tag must not be released, each as a sentence; empty if it may be. */
export function whyNotReleased(folder: string, tag: string): string[] {
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const { version, repository } = JSON.parse(read("package.json")) as { version: string; repository: { url: string } };
  return [
    ...(/^v\d+\.\d+\.\d+$/.test(tag) ? [] : [`The tag ${tag} is not v and three numbers.`]),
    ...(tag === `v${version}` ? [] : [`The tag is ${tag}, and package.json says ${version}.`]),
    ...(read("src/version.ts").includes(`VERSION = "${version}"`) ? [] : ["src/version.ts has another version than package.json."]),
    ...(notesOf(read("CHANGELOG.md"), version) === null ? [`CHANGELOG.md says nothing of ${version}.`] : []),
    ...(/github\.com\/OWNER\//.test(repository.url) ? ["Nobody is named as publisher: run npm run publish-as ACCOUNT/REPOSITORY."] : []),
  ];
}

/**
 * Moves the tag of the major version (`v1`) to a release and pushes it, because workflows use that tag.
 * @returns whether it was moved. An older release that is repeated does not move it back
 */
export function moveMajorTag(folder: string, tag: string): boolean {
  const major = `v${numbersOf(tag.slice(1))[0]}`;
  const newest = git(folder, "tag", "--list", `${major}.*`, "--sort=-version:refname").split("\n")[0];
  if (newest !== tag) return false;
  git(folder, "tag", "--force", major, `${tag}^{commit}`);
  git(folder, "push", "--force", "origin", `refs/tags/${major}`);
  return true;
}

function numbersOf(version: string): [number, number, number] {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  if (patch === undefined) throw new Error(`"${version}" is not a version of three numbers.`);
  return [Number(major), Number(minor), Number(patch)];
}

/** Replaces the package's own version: the one in package.json, or the first two in the lock file. */
function withVersion(text: string, version: string, next: string): string {
  let left = 2;
  return text.replace(new RegExp(`("version": ")${version.replaceAll(".", "\\.")}"`, "g"), (own, key: string) => (left-- > 0 ? `${key}${next}"` : own));
}

function git(folder: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/** Runs `npm run release -- cut KIND`, or one of the workflow's commands: `verify TAG`, `notes TAG`, `move TAG`. */
function main([command, value = ""]: readonly string[]): number {
  if (command === "cut" && ["major", "minor", "patch", "prices"].includes(value)) {
    const since = git(".", "tag", "--list", "v*.*.*", "--sort=-version:refname").split("\n")[0] || null;
    const version = cutRelease({ folder: ".", kind: value as ReleaseKind, day: new Date().toISOString().slice(0, 10), since });
    process.stdout.write(`${version}. Next: npm run build && git commit -am "Version ${version}" && git tag v${version} && git push origin main v${version}\n`);
    return 0;
  }
  if (command === "verify") {
    const reasons = whyNotReleased(".", value);
    process.stdout.write(reasons.map((reason) => `${reason}\n`).join(""));
    return reasons.length === 0 ? 0 : 1;
  }
  if (command === "notes") {
    process.stdout.write(`${notesOf(readFileSync("CHANGELOG.md", "utf8"), value.replace(/^v/, "")) ?? ""}\n`);
    return 0;
  }
  if (command === "move") {
    process.stdout.write(moveMajorTag(".", value) ? `Moved the major tag to ${value}.\n` : `A newer release than ${value} has the major tag.\n`);
    return 0;
  }
  process.stderr.write("Usage: npm run release -- cut major|minor|patch|prices\n");
  return 2;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
