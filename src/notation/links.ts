/** More links than this after one another lead round in a circle, as far as a reader can tell; Linux ends there too. */
const MOST_LINKS = 40;

/**
 * The path that a path leads to when its symbolic links are followed, as an operating system follows them, without ever leaving
 * the root. `a/link/../b` with `a/link` → `../c/d` is `c/b`: what stands before `..` is where the link leads.
 * @param path from the root, with forward slashes
 * @param targetOf what a link says; null where there is none under the path
 * @returns null where it leads out of the root, or round in a circle
 */
export async function followLinks(path: string, targetOf: (path: string) => Promise<string | null>): Promise<string | null> {
  if (path.startsWith("/")) return null;
  const ahead = path.split("/");
  const done: string[] = [];
  let links = 0;
  for (let part = ahead.shift(); part !== undefined; part = ahead.shift()) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (done.length === 0) return null;
      done.pop();
      continue;
    }
    const target = await targetOf([...done, part].join("/"));
    if (target === null) done.push(part);
    else if (target.startsWith("/") || ++links > MOST_LINKS) return null;
    else ahead.unshift(...target.split("/"));
  }
  return done.join("/");
}
