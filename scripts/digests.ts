import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Correction, type Digests, digestsOf, type Rewritten, rewritten, written } from "./digest.ts";
import { readBook } from "./read-book.ts";

/**
 * `npm run digests`: records the digest of every dated price in test/prices/digests.json. A new entry needs nothing else. An entry that differs from
 * the last commit needs a reason, which is recorded:
 * `npm run digests -- acme/acme-1="Had the rate of 720p at 1080p"`.
 */
const FILE = "test/prices/digests.json";
const NONE: Digests = { published: {}, corrections: [] };
const given = new Map(
  process.argv.slice(2).flatMap((argument) => {
    const [, model, reason] = /^([^=]+)=(.*\S.*)$/.exec(argument) ?? [];
    return model && reason ? [[model, reason.trim()] as const] : [];
  }),
);
process.exitCode = record();

function record(): number {
  const providers = readBook();
  const before = committed();
  const changes = rewritten(before.published, providers).map((change) => ({ ...change, reason: given.get(change.model) || reasonBefore(change) }));
  const without = changes.filter(({ reason }) => !reason);
  for (const { model, entry, what } of without) print(`${model}, the entry ${entry.from ? `from ${entry.from}` : "without a first day"}: ${what}`);
  if (without.length > 0) {
    print(
      '\nA price that changed is a new dated entry; put the old one back. If it was wrong when written: npm run digests -- PROVIDER/MODEL="why it was wrong"',
    );
    return 1;
  }
  const on = new Date().toISOString().slice(0, 10);
  const corrections = changes.map(({ model, entry, reason }): Correction => ({ model, from: entry.from, was: entry.sha256, on, reason }));
  const after: Digests = { published: digestsOf(providers), corrections: [...before.corrections, ...corrections] };
  writeFileSync(FILE, written(after));
  print(`${Object.values(after.published).flat().length} dated prices, ${corrections.length} corrected.`);
  return 0;
}

/** The reason that an earlier, uncommitted run recorded. */
function reasonBefore({ model, entry }: Rewritten): string {
  return inFile().corrections.find((known) => known.model === model && known.from === entry.from && known.was === entry.sha256)?.reason ?? "";
}

/** The published digests are those of the last commit, so that an uncommitted entry may still change. Outside of git, those in the file. */
function committed(): Digests {
  if (!existsSync(".git")) return inFile();
  const { status, stdout } = spawnSync("git", ["show", `HEAD:${FILE}`], { encoding: "utf8", maxBuffer: 64e6 });
  return status === 0 ? (JSON.parse(stdout) as Digests) : NONE;
}

function inFile(): Digests {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Digests) : NONE;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
