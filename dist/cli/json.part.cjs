// lib/src/report/scan/json.js
/** `video-budget/scan@1`. Parameters that the code does not send say so; amounts are in USD. */
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
/** One finding, as a scan and a report have it. */
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
