import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Files that the build generates. */
const GENERATED = /^(?:dist|schema)\/|^docs\/(?:prices|problems)\.md$|^package-lock\.json$/;
/** The parts of a page that apply only as long as the project is not published. */
const UNPUBLISHED = /<!-- unpublished -->[\s\S]*?<!-- \/unpublished -->\n*/g;
/** The parts of a page that apply only once the project is published, such as badges. Until then, they are comments. */
const PUBLISHED = /<!-- published\n([\s\S]*?)\/published -->\n/g;
/** An account and a repository with names that GitHub allows. OWNER is the placeholder and not allowed. */
const REPOSITORY = /^(?!OWNER\/)[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/;

/**
 * Writes the address of the publishing repository everywhere: package.json, `src/version.ts`, documentation, examples, workflows and tests.
 * Generated files are left to the build. Running it again with another name moves the project again.
 * @param folder a git checkout of the project
 * @param to ACCOUNT/REPOSITORY
 * @returns the previous address, and the files that changed
 * @throws Error if either address is invalid
 */
export function publishAs(folder: string, to: string): { from: string; changed: string[] } {
  const { repository } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { repository: { url: string } };
  const from = /github\.com\/([\w.-]+\/[\w.-]+)\.git$/.exec(repository.url)?.[1];
  if (from === undefined) throw new Error(`package.json says repository ${repository.url}, which is no address at GitHub.`);
  if (!REPOSITORY.test(to)) throw new Error(`"${to}" is no repository. Usage: npm run publish-as ACCOUNT/REPOSITORY, such as ACME/video-budget`);
  const changed = execFileSync("git", ["ls-files", "-z"], { cwd: folder, encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "" && !GENERATED.test(path))
    .filter((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      const moved = text.replaceAll(from, to).replace(UNPUBLISHED, "").replace(PUBLISHED, "$1");
      // Teams belong to the account: @OWNER/maintainers.
      const now = path.endsWith("CODEOWNERS") ? moved.replaceAll(`@${account(from)}/`, `@${account(to)}/`) : moved;
      if (now !== text) writeFileSync(join(folder, path), now);
      return now !== text;
    });
  return { from, changed };
}

const account = (repository: string): string => repository.slice(0, repository.indexOf("/"));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const to = process.argv[2] ?? "";
    const { from, changed } = publishAs(".", to);
    process.stdout.write(`${from} → ${to} in ${changed.length} files. Run npm run build next, read the difference, and commit both.\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}
