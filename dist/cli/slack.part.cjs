const require_program = require("./program.cjs");
const require_group_label = require("./group-label.part.cjs");
// lib/src/report/export/slack.js
/** The most characters of the whole message. */
const LIMIT = 3e3;
/** Slack refuses a header above 150 characters and a section above 3,000. */
const HEADER = 150;
/** A longer line of a list is cut. */
const LINE = 600;
/**
* The report as a message in Slack's Block Kit, for a webhook: verdict, figures, required actions, largest changes.
* It has at most 3,000 characters. Lines that do not fit are counted instead.
*/
function toSlack(review, groups = []) {
	const { sign, title, sentence } = require_program.headline(review);
	const said = `${sign} Video budget: ${title}`;
	const foot = context(`Prices of ${review.date}`);
	const blocks = [{
		type: "header",
		text: {
			type: "plain_text",
			text: cut(said, HEADER)
		}
	}, section(cut(mrkdwn(sentence), LINE))];
	const message = () => ({
		text: said,
		blocks: [...blocks, foot]
	});
	for (const lines of [
		actionLines(review),
		changeLines(review),
		groupLines(review, groups)
	]) {
		const kept = [];
		const block = (shown) => section(shown.join("\n"));
		const fits = (shown) => JSON.stringify({
			text: said,
			blocks: [
				...blocks,
				block(shown),
				foot
			]
		}).length <= LIMIT;
		for (const [index, line] of lines.entries()) {
			const left = lines.length - index - 1;
			if (!fits([
				...kept,
				line,
				...left > 0 ? [more(left)] : []
			])) {
				if (kept.length > 0 && fits([...kept, more(left + 1)])) kept.push(more(left + 1));
				break;
			}
			kept.push(line);
		}
		if (kept.length > 0) blocks.push(block(kept));
	}
	return `${JSON.stringify(message())}\n`;
}
function actionLines(review) {
	return require_program.requiredActions(review, "message").filter(({ reason }) => reason.code !== "pre-existing").map(({ says, todo }) => cut(mrkdwn(`• ${[says, ...todo].join(" ")}`), LINE));
}
function changeLines(review) {
	if (review.compared !== "base") return [];
	return require_program.changedRows(require_program.rowsOf(review)).map(({ shown, delta }) => mrkdwn(`• ${require_program.code(shown.name)}: ${delta === null ? "unknown" : require_program.cell(delta, delta, review.currency, true)}`));
}
function groupLines({ currency }, groups) {
	return groups.map((group) => {
		const { figures, base_figures, complete } = group;
		const month = figures ? `${complete ? "" : "at least "}${require_program.formatMoney(figures.expected, currency)} a month` : "unpriced";
		const moved = figures && base_figures && complete ? `, ${require_program.signedMoney(figures.expected.minus(base_figures.expected), currency)}` : "";
		return mrkdwn(`• ${require_group_label.groupLabel(group)}: ${month}${moved}`);
	});
}
function section(text) {
	return {
		type: "section",
		text: {
			type: "mrkdwn",
			text
		}
	};
}
function context(text) {
	return {
		type: "context",
		elements: [{
			type: "mrkdwn",
			text
		}]
	};
}
function more(left) {
	return `• and ${left} more`;
}
/** Escapes text for Slack, which interprets `<…>` and `&…;` even in code spans. */
function mrkdwn(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("**", "*");
}
/** Cuts a text to at most `most` characters without cutting through an escaped character. */
function cut(text, most) {
	return text.length <= most ? text : `${require_program.inert(text, most).replace(/&[a-z]*…$/, "…").slice(0, most)}`;
}
exports.toSlack = toSlack;
