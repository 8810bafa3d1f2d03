const require_confirm = require("./confirm.part.cjs");
const require_program = require("./program.cjs");
const require_read = require("./read.part.cjs");
const require_known = require("./known.part.cjs");
const require_price_book = require("./price-book.part.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_readline = require("node:readline");
// lib/src/cli/prices/ask-finding.js
/** An amount in `--set` or in an answer, in the unit of the figure: dollars, credits or a currency. */
const AMOUNT = /^\d{1,15}(?:\.\d{1,20})?$/;
/**
* Asks a person at a terminal what the page of the price says. Questions go to standard error, so that standard output has only the list.
* @returns what was found; null if the person skipped it, if the input ended before the last answer, or if something other than an amount
*   differs, which cannot be recorded here
*/
async function askFinding(listing, { stdin, stderr }) {
	const input = (0, node_readline.createInterface)({
		input: stdin,
		terminal: false
	});
	const lines = input[Symbol.asyncIterator]();
	/** Asks until an answer is accepted; undefined at the end of the input. */
	const ask = async (question, accepts, again) => {
		for (;;) {
			stderr.write(question);
			const { value, done } = await lines.next();
			if (done) return void 0;
			const answer = value.trim();
			if (accepts(answer)) return answer;
			stderr.write(`${again}\n`);
		}
	};
	try {
		const verdict = await ask("\nDoes the page say the same? [s]ame, [d]iffers, s[k]ip: ", (answer) => /^(?:s|same|d|differs|k|skip)$/i.test(answer), "Answer s, d or k.");
		if (verdict === void 0 || /^k|^skip/i.test(verdict)) return null;
		const amounts = /* @__PURE__ */ new Map();
		for (let place = 0; /^d/i.test(verdict) && place < require_confirm.placesOf(listing.price); place++) {
			const amount = await ask(`${place + 1}  ${require_confirm.figureInWords(listing, place)}\n   the amount now (Enter: the same): `, (answer) => answer === "" || AMOUNT.test(answer), "A decimal in the same unit, such as 0.12.");
			if (amount === void 0) return null;
			if (amount !== "") amounts.set(place, amount);
		}
		if (/^d/i.test(verdict) && amounts.size === 0) return null;
		const source = await ask("The address that you read (Enter: the one above): ", () => true, "");
		return source === void 0 ? null : {
			date: listing.date,
			amounts,
			...source !== "" && { source }
		};
	} finally {
		input.close();
	}
}
// lib/src/cli/prices/prices-confirm.js
/**
* `video-budget prices confirm PROVIDER/MODEL`: lists what to compare with the page of the price. When answers or flags confirm it, it writes a
* new price file or changes an existing one. A file is never written in part.
* @returns 0 @throws UsageError, and errors of node:fs
*/
async function confirmPrice(name, options, terminal) {
	const { process, cwd } = terminal;
	const date = options.date ?? require_program.today();
	const book = await require_price_book.bookWithFiles(options, terminal);
	const [slug = ""] = name.split("/");
	const file = options.output ?? `prices/${slug}.yml`;
	const existing = SLUG.test(slug) ? await existingFile(file, cwd, slug) : null;
	const { provider, model } = require_known.knownModel(name, existing ? require_program.overlay(book, [existing.provider], book.snapshot) : book);
	const price = require_program.priceOn(model, date);
	if (!price) throw new require_program.UsageError(`${slug}/${model.id} has no price on ${date} to confirm; give it one in a price file (prices/README.md).`);
	if (price.checked > date) throw new require_program.UsageError(`${slug}/${model.id} was already checked on ${price.checked}, after ${date}.`);
	const listing = {
		provider,
		model,
		price,
		date,
		written: null
	};
	const finding = givenFinding(listing, options);
	const asks = !finding && options.format === "text" && process.stdin.isTTY === true;
	if (options.format === "text") process.stdout.write(require_confirm.confirmText(listing, terminal));
	const found = finding ?? (asks ? await askFinding(listing, process) : null);
	const written = found && await writeFinding(listing, found, {
		file,
		existing,
		cwd,
		pid: process.pid
	});
	if (options.format === "markdown") process.stdout.write(require_confirm.confirmMarkdown(listing));
	if (options.format === "json") process.stdout.write(require_confirm.confirmJson({
		...listing,
		written
	}));
	process.stderr.write(written ? done(listing, written, found) : asks ? SKIPPED : HINT);
	return 0;
}
/** The form of a provider's slug. It becomes part of a path, so nothing else is accepted. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;
const BEYOND = "What is more than another amount (a new condition, a charge that is gone) is an edit of a price file: prices/README.md.\n";
const SKIPPED = `Nothing was written. ${BEYOND}`;
const HINT = `Nothing is confirmed yet. When you have compared them: --same, or --set NUMBER=AMOUNT for each that differs.\n${BEYOND}`;
/** The existing file to change, which must be a price file of this provider; null if it does not exist. */
async function existingFile(file, cwd, slug) {
	const bytes = await (0, node_fs_promises.readFile)((0, node_path.resolve)(cwd, file)).catch((error) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	if (!bytes) return null;
	const { provider, problems } = require_read.readPrices(require_program.readYaml(file, bytes));
	const errors = problems.filter(({ severity }) => severity === "error");
	if (!provider) throw new require_program.UsageError(`${file} is there and is not a price file without problems; it is left as it is. Name another with --output.\n${errors.map((one) => `  ${require_program.sentence(one)}`).join("\n")}`);
	if (provider.provider !== slug) throw new require_program.UsageError(`${file} is the price file of ${provider.provider}, not of ${slug}; name another with --output.`);
	return {
		bytes,
		provider
	};
}
/** The finding in the flags; null if they contain none. */
function givenFinding({ price, date }, { same, set, source }) {
	const beyond = [...set.keys()].find((number) => number < 1 || number > require_confirm.placesOf(price));
	if (beyond !== void 0) throw new require_program.UsageError(`--set ${beyond}=…: there are ${require_confirm.placesOf(price)} figures, numbered from 1.`);
	if (same && set.size > 0) throw new require_program.UsageError("--same says that every figure is as listed, and --set that one is not: give one of them.");
	if (!same && set.size === 0) {
		if (source !== void 0) throw new require_program.UsageError("--source says where you read; add what you found: --same, or --set NUMBER=AMOUNT.");
		return null;
	}
	return {
		date,
		amounts: new Map([...set].map(([number, amount]) => [number - 1, amount])),
		...source !== void 0 && { source }
	};
}
async function writeFinding({ provider, model, price }, finding, { file, existing, cwd, pid }) {
	const { model: after, change } = require_confirm.confirmModel(model, price, finding);
	const before = existing && require_program.findModel(existing.provider, model.id);
	const amended = existing ? require_confirm.amendFile(file, existing.bytes, before ?? void 0, after) : require_confirm.newFile(file, provider, after, require_confirm.fileComment(provider));
	if (!("text" in amended)) throw new require_program.UsageError(refusal(file, amended));
	const path = (0, node_path.resolve)(cwd, file);
	if (!existing) await (0, node_fs_promises.mkdir)((0, node_path.dirname)(path), { recursive: true });
	await require_program.replace(existing ? await (0, node_fs_promises.realpath)(path) : path, amended.text, pid);
	return {
		file,
		change
	};
}
function refusal(file, amended) {
	if ("problems" in amended) return `The amounts do not make a valid price file:\n${amended.problems.map((one) => `  ${require_program.sentence(one)}`).join("\n")}`;
	return `${file} cannot be edited without changing more than this price: other models share parts of it through anchors. Edit it by hand, or name another file with --output.`;
}
function done({ provider, model, price, date }, written, finding) {
	const says = {
		checked: `checked on ${date}, unchanged`,
		closed: `the old price ends on ${date} and a new one begins`,
		corrected: `the price that began on ${date} is corrected`
	}[written.change];
	const still = price.confidence !== "provider" && finding?.source === void 0 ? `Its confidence stays ${price.confidence}: name the provider's own page with --source once you have compared with that.\n` : "";
	return `Written to ${written.file}: ${provider.provider}/${model.id}, ${says}.\n${still}For a manifest in this folder:\n\nprices: [${written.file}]\n`;
}
exports.confirmPrice = confirmPrice;
