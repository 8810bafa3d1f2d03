import { gather, type Reader } from "../gather.ts";
import { globOf } from "../notation/glob.ts";
import type { Book } from "../prices/book.ts";
import { distributionsFor } from "../risk/needs-distributions.ts";
import type { Review } from "./result.ts";
import { review } from "./review.ts";

/** Files by their paths, with forward slashes, from one root. */
export type TextFiles = Readonly<Record<string, string>>;

/** The input of a review without a disk: files as text, the manifests among them, and the same files before the change if there was one. */
export type TextReview = { files: TextFiles; manifests: readonly string[]; base?: TextFiles; book: Book; date: string; months?: number };

/** Reviews files that are given as text, without reading anything else. A manifest that is not in `base` is new. */
export async function reviewText({ files, manifests, base, book, date, months }: TextReview): Promise<Review> {
  const head = await gather(readerOf(files), manifests, book.snapshot);
  const known = manifests.filter((path) => base !== undefined && Object.hasOwn(base, path));
  const before = base === undefined ? null : await gather(readerOf(base), known, book.snapshot);
  const distributions = await distributionsFor(head, before);
  return review({ head, base: before, book, date, renamed: new Map(), distributions, ...(months !== undefined && { months }) });
}

function readerOf(files: TextFiles): Reader {
  return {
    follow: async (path) => path,
    read: async (path) => (Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : null),
    glob: async (patterns) => {
      const { matches } = globOf(patterns);
      return Object.keys(files).filter(matches).sort();
    },
    contains: (path) => !path.startsWith("/") && !path.startsWith("../"),
  };
}
