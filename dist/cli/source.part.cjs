const require_program = require("./program.cjs");
// lib/src/report/catalog/source.js
/** An address with nothing in it that could end or change a Markdown link. */
const PLAIN_CHARACTERS = /^https:\/\/([a-z0-9.-]+)(?:\/[A-Za-z0-9._~%/?=&#+,:-]*)?$/;
/** The addresses that a provider of the built-in book cites, made once per provider. */
const cited = /* @__PURE__ */ new WeakMap();
/**
* Where a price was read, in Markdown: a link where the built-in book cites the address for that provider,
* else a code span, since a pull request can bring a price file that points anywhere.
* @param id provider/model
*/
function sourceMarkdown(source, id, book) {
	const provider = book.provider(id.split("/", 1)[0] ?? "");
	return provider && citedBy(provider).has(source) ? linkMarkdown(source) : require_program.code(source, 200);
}
/** An address that we wrote ourselves, as a link named by its host; a code span where anything in it could end or change a link. */
function linkMarkdown(address) {
	const host = PLAIN_CHARACTERS.exec(address)?.[1];
	return host === void 0 ? require_program.code(address, 200) : `[${host}](${address})`;
}
function citedBy(provider) {
	let known = cited.get(provider);
	if (!known) {
		known = new Set(provider.models.flatMap(({ prices }) => prices.map(({ source }) => source)));
		cited.set(provider, known);
	}
	return known;
}
Object.defineProperty(exports, "sourceMarkdown", {
	enumerable: true,
	get: function() {
		return sourceMarkdown;
	}
});
