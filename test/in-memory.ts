import { gather, type Reader } from "../src/gather.ts";
import type { LockFiles } from "../src/lock/applied-lock.ts";
import { globOf } from "../src/notation/glob.ts";
import { type Book, bookOf } from "../src/prices/book.ts";
import { normalise } from "../src/prices/normalise.ts";
import { priceFile } from "../src/prices/schema.ts";
import type { Review } from "../src/review/result.ts";
import { review } from "../src/review/review.ts";
import { distributionsFor } from "../src/risk/needs-distributions.ts";

/** A small price book for tests, with round prices: what a total must be can be worked out by hand. */
export const ACME = {
  provider: "acme",
  name: "Acme Video",
  account: {
    credit: { usd: 0.01 },
    packs: [
      { name: "Pack 1", size: 1000, price: 12 },
      { name: "Trial", size: 100, price: 0.5, once: true },
    ],
    trial: { amount: 200, unit: "credit" },
  },
  models: [
    {
      id: "acme-1",
      aliases: ["acme"],
      modes: ["text-to-video", "image-to-video"],
      accepts: { duration: [5, 10], resolution: ["720p", "1080p"], audio: [true, false] },
      defaults: { duration: 5, resolution: "720p", audio: true },
      prices: [
        {
          source: "https://acme.example/pricing",
          checked: "2026-11-01",
          confidence: "provider",
          charges: [
            { meter: "second", usd: 0.1 },
            { meter: "second", usd: 0.15, when: { audio: true } },
            { factor: 2, when: { resolution: "1080p" } },
          ],
        },
      ],
    },
    {
      id: "acme-credits",
      modes: ["text-to-video"],
      accepts: { duration: [5] },
      defaults: { duration: 5 },
      prices: [{ source: "https://acme.example/credits", checked: "2026-01-01", confidence: "third-party", charges: [{ meter: "second", credits: 10 }] }],
    },
    { id: "acme-secret", modes: ["text-to-video"], prices: [], notes: "Sold by contract." },
    {
      id: "acme-0",
      modes: ["text-to-video"],
      status: { retires: "2026-06-01", successor: "acme-1" },
      prices: [{ source: "https://acme.example/old", checked: "2026-01-01", confidence: "provider", charges: [{ meter: "clip", usd: 1 }] }],
    },
  ],
};

export function bookOfFiles(...files: object[]): Book {
  return bookOf(
    files.map((file) => normalise(priceFile.parse(file))),
    "sha256:test",
  );
}

/** Files in memory, by path. */
export function readerOf(files: Readonly<Record<string, string | object>>): Reader {
  const bytes = (path: string): Uint8Array | null => {
    const content = Object.hasOwn(files, path) ? files[path] : undefined;
    return content === undefined ? null : Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  };
  return {
    read: async (path) => bytes(path),
    follow: async (path) => path,
    glob: async (patterns) => {
      const { matches } = globOf(patterns);
      return Object.keys(files).filter(matches).sort();
    },
    contains: (path) => !path.startsWith("/") && !path.startsWith(".."),
  };
}

type Files = Readonly<Record<string, string | object>>;

/** Reviews manifests in memory with the small book; `base` as the contract's `--base` side. */
export async function reviewFiles(
  head: Files,
  {
    base,
    roots = ["video-budget.yml"],
    date = "2026-11-22",
    renamed = {},
    book = bookOfFiles(ACME),
    lock = null,
    notes = true,
  }: { base?: Files; roots?: string[]; date?: string; renamed?: Record<string, string>; book?: Book; lock?: LockFiles | null; notes?: boolean } = {},
): Promise<Review> {
  const renames = new Map(Object.entries(renamed));
  const baseRoots = base ? roots.map((root) => renames.get(root) ?? root).filter((root) => Object.hasOwn(base, root)) : [];
  const sides = {
    head: await gather(readerOf(head), roots, book.snapshot),
    base: base ? await gather(readerOf(base), baseRoots, book.snapshot) : null,
  };
  return review({ ...sides, book, date, renamed: renames, lock, notes, distributions: await distributionsFor(sides.head, sides.base) });
}

/** Reviews one manifest, given as data, and optionally what was at base. */
export function reviewOne(manifest: object | string, base?: object | string): Promise<Review> {
  return reviewFiles({ "video-budget.yml": manifest }, base === undefined ? {} : { base: { "video-budget.yml": base } });
}
