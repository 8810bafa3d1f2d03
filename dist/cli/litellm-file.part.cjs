const require_program = require("./program.cjs");
// lib/src/catalog/litellm-file.js
/** The book's slug for each `litellm_provider`, which is cut at its first hyphen. */
const LITELLM_PROVIDERS = {
	aiml: "aimlapi",
	azure: "azure",
	azure_ai: "azure",
	bedrock: "bedrock",
	bedrock_converse: "bedrock",
	dashscope: "alibaba",
	fal_ai: "fal",
	gemini: "google",
	minimax: "minimax",
	novita: "novita",
	openai: "openai",
	replicate: "replicate",
	runwayml: "runway",
	stability: "stability",
	together_ai: "together",
	vertex_ai: "vertex",
	volcengine: "volcengine",
	wavespeed: "wavespeed",
	xai: "xai",
	zai: "zai"
};
const entry = require_program.looseObject({
	mode: require_program.literal("video_generation"),
	litellm_provider: require_program.string().optional(),
	supported_resolutions: require_program.array(require_program.string()).optional().catch(void 0),
	source: require_program.string().optional().catch(void 0)
});
const RATE = /^output_cost_per(?:_video_per)?_second(?:_(\w+))?$/;
/** @param json the parsed file @returns its video models in the order of the file; null if it is not a map of models or has no video model */
function videoEntries(json) {
	const file = require_program.record(require_program.string(), require_program.unknown()).safeParse(json);
	if (!file.success) return null;
	const found = Object.entries(file.data).flatMap(([key, value]) => {
		const { success, data } = entry.safeParse(value);
		return success ? [entryOf(key, data)] : [];
	});
	return found.length > 0 ? found : null;
}
function entryOf(key, { litellm_provider, supported_resolutions, source, mode: _, ...rest }) {
	const [first = "", ...more] = key.split("/");
	const seller = (litellm_provider ?? first).split("-")[0] ?? "";
	return {
		key,
		provider: Object.hasOwn(LITELLM_PROVIDERS, seller) ? LITELLM_PROVIDERS[seller] ?? null : null,
		names: more.length > 0 && Object.hasOwn(LITELLM_PROVIDERS, first) ? [more.join("/"), key] : [key],
		rates: Object.entries(rest).flatMap(([field, value]) => rateOf(field, value)),
		resolutions: supported_resolutions ?? [],
		source: source ?? null
	};
}
/** The rate of a field, if it has one. LiteLLM writes 0 for an unknown price, so 0 gives none. */
function rateOf(field, value) {
	const [matched, resolution = null] = RATE.exec(field) ?? [];
	const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
	if (matched === void 0 || typeof number !== "number" || !Number.isFinite(number) || number <= 0) return [];
	return [{
		resolution,
		usd: String(number)
	}];
}
Object.defineProperty(exports, "LITELLM_PROVIDERS", {
	enumerable: true,
	get: function() {
		return LITELLM_PROVIDERS;
	}
});
Object.defineProperty(exports, "videoEntries", {
	enumerable: true,
	get: function() {
		return videoEntries;
	}
});
