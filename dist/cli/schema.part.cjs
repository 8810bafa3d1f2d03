const require_address = require("./address.part.cjs");
const require_program = require("./program.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
// lib/src/cli/schema.js
/**
* `video-budget schema`: prints a JSON Schema of this version; with `--path`, the path of its file, for an editor's settings.
* @param name the name of the schema: `manifest`, `prices`, `report`…
* @returns 0 @throws I/O errors
*/
async function schema(name, options, terminal) {
	const file = (0, node_path.join)(require_address.packageFolder((0, node_path.resolve)(terminal.folder)), "schema", `${name}.schema.json`);
	await require_program.write(options.path ? `${file}\n` : (0, node_fs.readFileSync)(file, "utf8"), options, terminal);
	return 0;
}
exports.schema = schema;
