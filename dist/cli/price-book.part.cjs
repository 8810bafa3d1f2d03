const require_program = require("./program.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// lib/src/cli/prices/price-book.js
/** The built-in price book with the price files of the command line applied. @throws UsageError, I/O errors */
async function bookWithFiles({ prices }, { cwd, folder }) {
	const book = require_program.loadBook(folder);
	if (prices.length === 0) return book;
	const [{ readPrices }, { readYaml }, { sentence }] = await Promise.all([
		Promise.resolve().then(() => require("./read.part.cjs")),
		Promise.resolve().then(() => require("./program.cjs")).then((n) => n.read_exports),
		Promise.resolve().then(() => require("./program.cjs")).then((n) => n.messages_exports)
	]);
	const providers = [];
	for (const file of prices) {
		const { provider, problems } = readPrices(readYaml(file, await (0, node_fs_promises.readFile)((0, node_path.resolve)(cwd, file))));
		const errors = problems.filter(({ severity }) => severity === "error");
		if (!provider) throw new require_program.UsageError(`${file} cannot be used:\n${errors.map((problem) => `  ${sentence(problem)}`).join("\n")}`);
		providers.push(provider);
	}
	return require_program.overlay(book, providers, book.snapshot);
}
Object.defineProperty(exports, "bookWithFiles", {
	enumerable: true,
	get: function() {
		return bookWithFiles;
	}
});
