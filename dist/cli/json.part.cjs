// lib/src/report/scan/json.js
/** The result of a scan as JSON, `video-budget/scan@1`. Amounts are in USD. */
function scanJson({ files, rows, ignored, left_out }) {
	const counts = {};
	for (const { why } of left_out) counts[why] = (counts[why] ?? 0) + 1;
	return `${JSON.stringify({
		schema: "video-budget/scan@1",
		files,
		findings: rows.map(findingJson),
		ignored,
		left_out: counts
	}, null, 2)}\n`;
}
/** One finding, in the form that scan and report share. */
function findingJson({ finding: { hints, ...finding }, job_price, declared_by }) {
	return {
		...finding,
		hints,
		job_price: job_price === null ? null : Number(job_price.round(6)),
		declared_by
	};
}
Object.defineProperty(exports, "findingJson", {
	enumerable: true,
	get: function() {
		return findingJson;
	}
});
Object.defineProperty(exports, "scanJson", {
	enumerable: true,
	get: function() {
		return scanJson;
	}
});
