import { lstatSync, mkdirSync, type Stats } from "node:fs";
import { isAbsolute, join } from "node:path";

type User = { env: NodeJS.ProcessEnv; platform: NodeJS.Platform; uid: number | undefined };

/**
 * The user's own folder for what is kept between runs, made if need be; null if there is none, or where
 * somebody else could write into it: what lies there is run as code. In the shared /tmp, who comes first
 * could lay code out for everyone; `XDG_CACHE_HOME=/tmp` with another's `/tmp/video-budget` gives null.
 */
export function cacheFolder(user: User): string | null {
  const parent = parentOf(user);
  // A relative path would lead into whatever folder the command is run in: a checkout, with a stranger's files.
  if (user.env["NODE_DISABLE_COMPILE_CACHE"] || !parent || !isAbsolute(parent)) return null;
  const folder = join(parent, "video-budget");
  try {
    for (const made of [parent, folder]) make(made);
    // Not followed: a link is no folder.
    const stats = lstatSync(folder);
    return stats.isDirectory() && isOwn(stats, user) ? folder : null;
  } catch {
    // A home that is read-only or not there, a file of that name: the run does without.
    return null;
  }
}

/** Whether only this user can write there. Windows has neither owner nor mode here: its folder is the user's by where it lies. */
export function isOwn({ uid, mode }: Pick<Stats, "uid" | "mode">, user: Pick<User, "platform" | "uid">): boolean {
  return user.platform === "win32" || (uid === user.uid && (mode & 0o022) === 0);
}

/** https://specifications.freedesktop.org/basedir-spec: a relative XDG_CACHE_HOME counts as not set. */
function parentOf({ env, platform }: User): string | undefined {
  if (platform === "win32") return env["LOCALAPPDATA"];
  const { XDG_CACHE_HOME: named = "", HOME: home } = env;
  return isAbsolute(named) ? named : home && join(home, ".cache");
}

/** One level at a time: below a folder like /proc, Node's recursive form never returns. */
function make(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
