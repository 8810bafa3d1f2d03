import { H as globRoot, I as LinkError, K as writtenBook, U as isGlob, V as globOf, W as isUsableGlob } from "./core.part.js";
import { p as inert } from "./format.part.js";
import { t as UsageError } from "./terminal.part.js";
import { existsSync, lstatSync, readFileSync, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
// lib/src/files/book.js
/**
* Loads the built-in price book: the JSON that `scripts/generate.ts` writes beside the bundles, so that no run parses the
* price files. It is a list with one entry a line, and each line is decoded and parsed on first use. It is pure ASCII, so Latin-1 reads it.
* @param folder the folder of the running bundle; the book is one folder up
* @throws an error of node:fs if the file is missing
*/
function loadBook(folder) {
	const bytes = readFileSync(join(folder, "..", "prices.json"));
	const starts = [0];
	for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, end + 1)) starts.push(end + 1);
	return writtenBook((index) => entry(bytes.toString("latin1", starts[index], (starts[index + 1] ?? 1) - 1)));
}
const NEWLINE = 10;
/** Parses one line of the list, without the bracket before the first line and the comma after all lines but the last. */
function entry(line) {
	return JSON.parse(line.slice(line.startsWith("[") ? 1 : 0, line.endsWith(",") ? -1 : void 0));
}
// lib/src/files/disk.js
/**
* Reads files of the working tree. Paths are relative to `cwd`.
* @param inside the folders in which files named by a manifest must be after links are followed
* @throws an error of node:fs, except for a missing file
*/
function diskReader(cwd, inside) {
	const roots = inside.map((folder) => real(resolve(cwd, folder)));
	const from = real(resolve(cwd));
	const isInside = (target) => roots.some((root) => target === root || target.startsWith(root.endsWith(sep) ? root : root + sep));
	return {
		async read(path) {
			try {
				return readFileSync(resolve(cwd, path));
			} catch (error) {
				if (isMissing(error)) return null;
				throw error;
			}
		},
		async glob(patterns) {
			return [...new Set(patterns.flatMap((pattern) => filesThatMatch(pattern, cwd)))].sort();
		},
		async follow(path) {
			const at = resolve(cwd, path);
			if (isCircle(at)) throw new LinkError(path, linkTarget(at), "circle");
			const target = real(at);
			if (!isInside(target)) throw new LinkError(path, linkTarget(at), "outside");
			return relative(from, target).replaceAll(sep, "/");
		},
		contains: (path) => isInside(resolve(from, path)) || isInside(real(resolve(cwd, path)))
	};
}
/** The root of the git repository that contains a folder, or the folder itself if there is none. */
function repositoryOf(folder) {
	for (let at = resolve(folder);; at = dirname(at)) {
		if (existsSync(resolve(at, ".git"))) return at;
		if (dirname(at) === at) return resolve(folder);
	}
}
/** The files that match a pattern. Only folders that can contain a match are entered. A link to a folder is not followed. */
function filesThatMatch(pattern, cwd) {
	const glob = globOf([pattern]);
	const found = [];
	const folders = [globRoot(pattern)];
	for (const folder of folders) for (const entry of entriesOf(resolve(cwd, folder))) {
		const path = folder === "" || folder.endsWith("/") ? folder + entry.name : `${folder}/${entry.name}`;
		if (!entry.isDirectory()) {
			if (glob.matches(path)) found.push(path);
		} else if (glob.reaches(path)) folders.push(path);
	}
	return found;
}
/** A missing folder has no entries. An unreadable one is an error, because it may contain workloads. */
function entriesOf(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}
/** The target that a link names. For a file below a linked folder, the path that it leads to. */
function linkTarget(path) {
	try {
		return readlinkSync(path);
	} catch {
		return real(path);
	}
}
function isCircle(path) {
	try {
		return realpathSync(path) === "";
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "ELOOP";
	}
}
/** A path with its links followed. Parts that do not exist stay as they are. */
function real(path) {
	try {
		return realpathSync(path);
	} catch {
		const parent = dirname(path);
		return parent === path ? path : resolve(real(parent), path.slice(parent.length).replace(/^[\\/]+/, ""));
	}
}
/** Error codes that mean that no file has a name: nothing has it, a folder has it, or no file can have it. */
const MISSING = /* @__PURE__ */ new Set([
	"ENOENT",
	"ENOTDIR",
	"EISDIR",
	"ENAMETOOLONG",
	"ERR_INVALID_ARG_VALUE"
]);
function isMissing(error) {
	return error instanceof Error && "code" in error && MISSING.has(error.code);
}
// lib/src/manifest/names.js
/** The default paths of a manifest, relative to the working directory. The first that exists is used. */
const MANIFEST_NAMES = [
	"video-budget.yml",
	"video-budget.yaml",
	".github/video-budget.yml"
];
// lib/src/cli/manifests.js
const STDIN = "-";
/** The manifests that the command line names, and the reader of their files. @throws UsageError */
async function manifestsOf(named, cwd, process) {
	const repository = repositoryOf(cwd);
	const written = named.map((path) => fromHere(path.replaceAll("\\", "/").replace(/^\.\//, ""), cwd, repository));
	const folders = [cwd, ...written.filter((path) => path !== STDIN).map((path) => resolve(cwd, dirname(path)))];
	const disk = diskReader(cwd, [...new Set(folders.map(repositoryOf))]);
	if (written.length === 0) {
		const found = usualFrom(cwd, repository);
		if (!found) throw new UsageError(`No manifest here: none of ${MANIFEST_NAMES.join(", ")} exists. Name one: video-budget check path/to/video-budget.yml, or write a first one: video-budget init.`);
		return {
			roots: [found],
			reader: disk
		};
	}
	const roots = [];
	for (const path of written) if (path !== STDIN && isFolder(resolve(cwd, path))) roots.push(inFolder(path.replace(/\/+$/, ""), cwd));
	else if (path === STDIN || isNamed(resolve(cwd, path)) || !isGlob(path)) roots.push(path);
	else {
		if (!isUsableGlob(path)) throw new UsageError(`${inert(path)} is no pattern: at most 500 characters, and nothing of the form !(…).`);
		const found = await disk.glob([path]);
		if (found.length === 0) throw new UsageError(`${inert(path)} matches no file.`);
		roots.push(...found);
	}
	return {
		roots: [...new Set(roots)],
		reader: written.includes(STDIN) ? withStdin(disk, process) : disk
	};
}
/** Whether a path leads to a folder. A circle of links leads to nothing; the reader reports it when it follows them. */
function isFolder(path) {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}
/** Whether anything has this name, even a broken link. The report then says where the link leads, and no other manifest is used. */
function isNamed(path) {
	return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
}
/** A path inside the repository, relative to the working directory, because a commit has no absolute paths. */
function fromHere(path, cwd, repository) {
	if (!isAbsolute(path) || relative(repository, path).startsWith("..")) return path;
	return relative(cwd, path).replaceAll("\\", "/") || ".";
}
/** The default manifest of a folder or of the nearest folder above it in the repository, relative to the folder. */
function usualFrom(cwd, repository) {
	for (let up = "";; up += "../") {
		const found = MANIFEST_NAMES.find((path) => isNamed(resolve(cwd, up, path)));
		if (found !== void 0) return `${up}${found}`;
		const folder = resolve(cwd, up);
		if (folder === repository || folder === dirname(folder)) return void 0;
	}
}
/** The default manifest of a folder that is named instead of a manifest. @throws UsageError */
function inFolder(folder, cwd) {
	const found = MANIFEST_NAMES.find((path) => isNamed(resolve(cwd, folder, path)));
	if (found === void 0) throw new UsageError(`${inert(folder)} is a folder, and none of ${MANIFEST_NAMES.join(", ")} is in it.`);
	return folder === "." ? found : `${folder}/${found}`;
}
/** Adds standard input as the file `-`. A process creates its standard input on first use, which is slow, so it is not touched before it is read. */
function withStdin(disk, process) {
	return {
		...disk,
		contains: (path) => path === STDIN || disk.contains(path),
		follow: async (path) => path === STDIN ? STDIN : disk.follow(path),
		read: async (path) => {
			if (path !== STDIN) return disk.read(path);
			const chunks = [];
			for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
			return Buffer.concat(chunks);
		}
	};
}
export { loadBook as a, repositoryOf as i, MANIFEST_NAMES as n, diskReader as r, manifestsOf as t };
