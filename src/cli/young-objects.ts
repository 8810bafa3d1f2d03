import { statSync } from "node:fs";
import { MANIFEST_NAMES } from "../manifest/names.ts";

/** A file with more bytes is large. A manifest of 32 kB has some 80 workloads, and its check allocates more than 16 MB. */
const LARGE = 32_768;

/**
 * The factor by which V8 is to grow the room for young objects. It starts with 1 MB and doubles it, so that a run of 20 MB takes seven
 * collections, each of which copies what is still in use. Growing it 16-fold takes two. Growing it 32-fold makes a check of a thousand
 * workloads 11% faster, and one of four workloads 4% slower, because every page of memory is new to the process.
 * @param named the arguments of the command, of which some are files
 */
export function growthOfYoungObjects(named: readonly string[]): 16 | 32 {
  return [...named, ...MANIFEST_NAMES].some((path) => sizeOf(path) > LARGE) ? 32 : 16;
}

function sizeOf(path: string): number {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats.size : 0;
  } catch {
    // An argument that is too long for a path, for example.
    return 0;
  }
}
