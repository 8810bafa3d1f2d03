const require_program = require("./program.cjs");
// lib/src/report/catalog/source.js
/** An address without characters that could end or change a Markdown link. */
const SAFE_CHARACTERS = /^https:\/\/([a-z0-9.-]+)(?:\/[A-Za-z0-9._~%/?=&#+,:-]*)?$/;
/** The source addresses of a provider in the built-in book, collected once per provider. */
const cited = /* @__PURE__ */ new WeakMap();
/**
* The source of a price in Markdown. It is a link if the built-in book cites the address for that provider. Otherwise it is a code span,
* because a pull request can add a price file that points anywhere.
* @param id `provider/model`
*/
function sourceMarkdown(source, id, book) {
	const provider = book.provider(id.split("/", 1)[0] ?? "");
	return provider && citedBy(provider).has(source) ? linkMarkdown(source) : require_program.code(source, 200);
}
/** A trusted address as a link with its host as the text. It becomes a code span if it contains characters that could end or change a link. */
function linkMarkdown(address) {
	const host = SAFE_CHARACTERS.exec(address)?.[1];
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
