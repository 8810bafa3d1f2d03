const require_program = require("./program.cjs");
let node_child_process = require("node:child_process");
let node_path = require("node:path");
let node_fs = require("node:fs");
// lib/src/files/checkout.js
const run = (0, require("node:util").promisify)(node_child_process.execFile);
/**
* The `uses:` value by which a workflow runs the checkout in a folder: owner/repository of its GitHub remote, at the tag
* `v<major>` if the checkout has it. Otherwise it is at the current commit, if a branch of the remote contains that. Null if
* the folder is not a checkout, has no remote on GitHub, or is at a commit that was never pushed.
*/
async function actionOfCheckout(folder, major) {
	if (!(0, node_fs.existsSync)((0, node_path.join)(folder, ".git"))) return null;
	const answer = async (...args) => {
		try {
			return (await run("git", args, { cwd: folder })).stdout.trim() || null;
		} catch {
			return null;
		}
	};
	const repository = githubRepository(await answer("remote", "get-url", "origin") ?? "");
	if (repository === null) return null;
	if (await answer("tag", "--list", `v${major}`)) return `${repository}@v${major}`;
	const commit = await answer("rev-parse", "HEAD");
	return commit !== null && await answer("branch", "--remotes", "--contains", commit) ? `${repository}@${commit}` : null;
}
/** owner/repository of an address at github.com (https, ssh or git); null for any other host. */
function githubRepository(address) {
	return /^(?:(?:https?|ssh|git):\/\/(?:[^@/]+@)?github\.com\/|(?:[^@/]+@)?github\.com:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(address)?.[1] ?? null;
}
// lib/src/cli/init/address.js
/** The folder of the package, from the folder of its command-line bundle. */
function packageFolder(bundle) {
	return (0, node_path.dirname)((0, node_path.dirname)(bundle));
}
/**
* The address from which a workflow uses the action: the user's option, otherwise the published address, otherwise the checkout that this
* command runs from. Null if none is known, because a guessed account could belong to a stranger, whose code would run in the workflow.
*/
async function actionAddress(option, bundle) {
	return option ?? require_program.ACTION ?? await actionOfCheckout(packageFolder(bundle), "1.0.0".split(".")[0]);
}
/** Where an editor finds the schema of manifests: at the action's address, or else in the running package, relative to the manifest's folder. */
function schemaAddress(action, bundle, folder) {
	if (action !== null) return `https://raw.githubusercontent.com/${action.replace("@", "/")}/${SCHEMA}`;
	return (0, node_path.relative)(folder, (0, node_path.join)(packageFolder(bundle), SCHEMA)).replaceAll("\\", "/");
}
/** The page that describes every key; null if nothing is published. */
function manifestPage(action) {
	return action === null ? null : `https://github.com/${action.replace("@", "/blob/")}/docs/manifest.md`;
}
const SCHEMA = "schema/manifest.schema.json";
Object.defineProperty(exports, "actionAddress", {
	enumerable: true,
	get: function() {
		return actionAddress;
	}
});
Object.defineProperty(exports, "manifestPage", {
	enumerable: true,
	get: function() {
		return manifestPage;
	}
});
Object.defineProperty(exports, "packageFolder", {
	enumerable: true,
	get: function() {
		return packageFolder;
	}
});
Object.defineProperty(exports, "schemaAddress", {
	enumerable: true,
	get: function() {
		return schemaAddress;
	}
});
