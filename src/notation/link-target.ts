/** A symbolic link that is not followed. `link` is its path, `target` what it holds; `why`: it leads out of the repository, or in a circle. */
export class LinkError extends Error {
  override name = "LinkError";
  readonly link: string;
  readonly target: string;
  readonly why: "outside" | "circle";
  constructor(link: string, target: string, why: "outside" | "circle") {
    super(`${link} is a symbolic link to ${target}, which leads ${why === "outside" ? "out of the repository" : "in a circle"}`);
    this.link = link;
    this.target = target;
    this.why = why;
  }
}

/** As many links one after the other as Linux follows (ELOOP of path_resolution(7)). */
const MOST_LINKS = 40;

/**
 * The file that a path leads to, every symbolic link on the way followed within the repository, whether it is
 * the file or a folder above it. With `budget.yml` → `conf/main.yml` and `conf` → `shared/conf`,
 * `budget.yml` leads to `shared/conf/main.yml`. Whether a file is there is not asked.
 * @param path from the root of the repository, with forward slashes
 * @param targetOf what the link at a path holds, null if no link is there; it is asked once for each part of the way
 * @throws LinkError if a link leads above the root or is an absolute path, or links go round
 */
export async function followLinks(path: string, targetOf: (path: string) => string | null | Promise<string | null>): Promise<string> {
  const left = path.split("/").reverse();
  const way: string[] = [];
  let last = { link: path, target: path };
  for (let links = 0; left.length > 0; ) {
    const part = left.pop() as string;
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (way.pop() === undefined) throw new LinkError(last.link, last.target, "outside");
      continue;
    }
    const at = [...way, part].join("/");
    const target = await targetOf(at);
    if (target === null) {
      way.push(part);
      continue;
    }
    last = { link: at, target };
    links++;
    if (links > MOST_LINKS) throw new LinkError(at, target, "circle");
    if (target.startsWith("/")) throw new LinkError(at, target, "outside");
    left.push(...target.split("/").reverse());
  }
  return way.join("/");
}
