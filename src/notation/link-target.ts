/** A symbolic link that cannot be followed. `link`: its path. `target`: the path in it. `why`: it leads out of the repository, or in a circle. */
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

/** The most links that are followed for one path, as in Linux (ELOOP in path_resolution(7)). */
const MOST_LINKS = 40;

/**
 * Follows every symbolic link of a path within the repository: the file itself and the folders above it. If `budget.yml`
 * links to `conf/main.yml`, and `conf` to `shared/conf`, then `budget.yml` leads to `shared/conf/main.yml`. The file at
 * the end need not exist.
 * @param path from the root of the repository, with forward slashes
 * @param targetOf the target of the link at a path, null if there is no link; it is called once for each segment
 * @throws LinkError if a link leads above the root, is an absolute path, or leads in a circle
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
