const require_rank = require("./rank.part.cjs");
const require_program = require("./program.cjs");
const require_known = require("./known.part.cjs");
const require_price_book = require("./price-book.part.cjs");
// lib/src/cli/prices/prices-compare.js
const SECONDS = 5;
/** `video-budget prices compare`: ranks all models, or the named ones, by the price of one clip. @returns 0, even if no model makes it. @throws UsageError */
async function comparePrices(names, options, terminal) {
	const book = await require_price_book.bookWithFiles(options, terminal);
	const chosen = names.map((name) => require_known.knownModel(name, book));
	const mode = options.mode ?? commonMode(chosen.map(({ model }) => model));
	const duration = options.duration ?? (chosen.length > 0 ? SECONDS : void 0);
	if (mode === void 0 || duration === void 0) throw new require_program.UsageError("Say what the job does and how long the clip is, --mode and --duration; or name the models to compare.");
	const { resolution, audio, aspectRatio, fps, format, verbose } = options;
	const ask = {
		mode,
		duration,
		...resolution !== void 0 && { resolution: require_known.knownResolution(resolution, book) },
		...audio !== void 0 && { audio },
		...aspectRatio !== void 0 && { aspect_ratio: aspectRatio },
		...fps !== void 0 && { fps }
	};
	const sellers = chosen.length === 0 ? book.slugs : [...new Set(chosen.map(({ provider }) => provider.provider))];
	const providers = options.provider.length === 0 ? sellers : [...new Set(options.provider)].map((slug) => require_known.knownProvider(slug, book).provider);
	const all = require_rank.rankModels(book, ask, {
		date: options.date ?? require_program.today(),
		rates: require_program.rates(options.fx)
	}, providers);
	const wanted = new Set(chosen.map(({ provider, model }) => `${provider.provider}/${model.id}`));
	const isWanted = ({ id }) => wanted.size === 0 || wanted.has(id);
	const ranking = {
		...all,
		ranked: all.ranked.filter(isWanted),
		leftOut: all.leftOut.filter(isWanted)
	};
	const report = format === "json" ? require_rank.rankJson(ranking) : format === "markdown" ? require_rank.rankMarkdown(ranking, require_program.loadBook(terminal.folder), verbose) : require_rank.rankText(ranking, {
		...terminal,
		verbose
	});
	await require_program.write(report, options, terminal);
	return 0;
}
/** The first mode of the first model that all models have; without a common mode, the first mode of the first model. */
function commonMode(models) {
	const [first, ...others] = models;
	return first?.modes.find((mode) => others.every((one) => one.modes.includes(mode))) ?? first?.modes[0];
}
exports.comparePrices = comparePrices;
