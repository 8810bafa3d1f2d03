import { lstatSync, mkdirSync } from "node:fs";
import { isAbsolute, join } from "node:path";
/**
 * The user's own folder for files that are kept between runs, created if it is missing. Null if there is none, or if
 * somebody else could write into it, because its contents run as code. In the shared /tmp, the first user to come
 * could leave code for everyone: `XDG_CACHE_HOME=/tmp` with another user's `/tmp/video-budget` gives null.
 */
export function cacheFolder(user) {
    const parent = parentOf(user);
    // A relative path would lead into the working directory, which may be a checkout with a stranger's files.
    if (user.env["NODE_DISABLE_COMPILE_CACHE"] || !parent || !isAbsolute(parent))
        return null;
    const folder = join(parent, "video-budget");
    try {
        for (const made of [parent, folder])
            make(made);
        // `lstat` does not follow links: a link does not count as a folder.
        const stats = lstatSync(folder);
        return stats.isDirectory() && isOwn(stats, user) ? folder : null;
    }
    catch {
        // The home is missing or read-only, or a file has that name: the run keeps nothing.
        return null;
    }
}
/** Whether only this user can write there. Windows reports neither owner nor mode; there the folder is inside the user's profile. */
export function isOwn({ uid, mode }, user) {
    return user.platform === "win32" || (uid === user.uid && (mode & 0o022) === 0);
}
/** https://specifications.freedesktop.org/basedir-spec: a relative XDG_CACHE_HOME counts as not set. */
function parentOf({ env, platform }) {
    if (platform === "win32")
        return env["LOCALAPPDATA"];
    const { XDG_CACHE_HOME: named = "", HOME: home } = env;
    return isAbsolute(named) ? named : home && join(home, ".cache");
}
/** Creates one level at a time, because Node's recursive `mkdir` never returns below a folder such as /proc. */
function make(folder) {
    try {
        mkdirSync(folder, { mode: 0o700 });
    }
    catch (error) {
        if (error.code !== "EEXIST")
            throw error;
    }
}
