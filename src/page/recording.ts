import type { Reader } from "../gather.ts";
import { LinkError } from "../notation/link-target.ts";

/**
 * The answers of a file reader as JSON, enough to gather the same files without a disk. `files`: texts by path, null if there is no such
 * file. `globs`: matching paths by the JSON of the patterns. `links`: the target of each link, or why it has none. `outside`: paths that
 * must not be read.
 */
export type Recording = {
  files: Record<string, string | null>;
  globs: Record<string, string[]>;
  links: Record<string, string | BrokenLink>;
  outside: string[];
};
type BrokenLink = Pick<LinkError, "link" | "target" | "why">;

/** Thrown for a file that is not UTF-8. Its bytes cannot be put on a page without changing them. */
export class NotText extends Error {
  override name = "NotText";
}

/** Wraps a reader and records its answers. The reader's `read` throws NotText for a file that is not UTF-8. */
export function recorder(reader: Reader): { reader: Reader; recording: Recording } {
  const files = new Map<string, string | null>();
  const globs = new Map<string, string[]>();
  const links = new Map<string, string | BrokenLink>();
  const outside = new Set<string>();
  const recording = {
    get files() {
      return Object.fromEntries(files);
    },
    get globs() {
      return Object.fromEntries(globs);
    },
    get links() {
      return Object.fromEntries(links);
    },
    get outside() {
      return [...outside];
    },
  };
  return {
    recording,
    reader: {
      async read(path) {
        const bytes = await reader.read(path);
        files.set(path, bytes && textOf(path, bytes));
        return bytes;
      },
      async follow(path) {
        try {
          const to = await reader.follow(path);
          if (to !== path) links.set(path, to);
          return to;
        } catch (error) {
          if (error instanceof LinkError) links.set(path, { link: error.link, target: error.target, why: error.why });
          throw error;
        }
      },
      async glob(patterns) {
        const found = await reader.glob(patterns);
        globs.set(JSON.stringify(patterns), found);
        return found;
      },
      contains(path) {
        const inside = reader.contains(path);
        if (!inside) outside.add(path);
        return inside;
      },
    },
  };
}

/** A reader that answers from a recording. @param edited texts that replace recorded ones, by path; a path may be a link */
export function replay({ files, globs, links, outside }: Recording, edited: ReadonlyMap<string, string> = new Map()): Reader {
  const target = (path: string): string => {
    const to = Object.hasOwn(links, path) ? links[path] : path;
    return typeof to === "string" ? to : path;
  };
  const texts = new Map([...edited].map(([path, text]) => [target(path), text]));
  return {
    async read(path) {
      const text = texts.get(path) ?? (Object.hasOwn(files, path) ? files[path] : null);
      return text === null || text === undefined ? null : new TextEncoder().encode(text);
    },
    async follow(path) {
      const to = Object.hasOwn(links, path) ? links[path] : path;
      if (typeof to === "object") throw new LinkError(to.link, to.target, to.why);
      return to ?? path;
    },
    async glob(patterns) {
      const key = JSON.stringify(patterns);
      return (Object.hasOwn(globs, key) && globs[key]) || [];
    },
    contains: (path) => !outside.includes(path),
  };
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotText(path);
  }
}
