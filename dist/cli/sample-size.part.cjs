const require_program = require("./program.cjs");
// lib/src/stats/sample-size.js
const DOUBT = .05;
/** The largest share that n jobs without a single case do not rule out: 1 − 0.05^(1/n), about 3/n. After 60 jobs without a failure, up to 4.9% is possible. */
function upperBoundOfNone(n) {
	return 1 - DOUBT ** (1 / n);
}
/**
* How many jobs without a single case rule out a share: ⌈ln 0.05 / ln(1 − share)⌉, which is 29 for 10% and 299 for 1%. If that is the
* true share, the same number of jobs shows at least one case with a probability of 95%.
*/
function jobsToRuleOut(share) {
	return Math.ceil(Math.log(DOUBT) / Math.log(1 - share) - 1e-9);
}
/**
* Half the width of the Wilson interval of a rate p that n jobs measure: z √(p(1 − p)/n + z²/4n²) / (1 + z²/n). It falls with n.
* A rate of 5% in 60 jobs is known to ± 6.0 percentage points.
*/
function halfWidth(rate, n) {
	return require_program.Z_TWO_SIDED_95 * Math.sqrt(rate * (1 - rate) / n + require_program.Z_TWO_SIDED_95 ** 2 / (4 * n ** 2)) / (1 + require_program.Z_TWO_SIDED_95 ** 2 / n);
}
/**
* The fewest jobs that measure a rate to within ± `interval`, by the Wilson interval.
* @param rate the expected rate, 0–1
* @param interval half the width of the interval, above 0
*/
function jobsForInterval(rate, interval) {
	const h = interval ** 2;
	const [a, b, c] = [
		h,
		2 * h * require_program.Z_TWO_SIDED_95 ** 2 - require_program.Z_TWO_SIDED_95 ** 2 * rate * (1 - rate),
		h * require_program.Z_TWO_SIDED_95 ** 4 - require_program.Z_TWO_SIDED_95 ** 4 / 4
	];
	const root = (-b + Math.sqrt(Math.max(0, b ** 2 - 4 * a * c))) / (2 * a);
	return Math.max(1, Math.ceil(root - 1e-9));
}
Object.defineProperty(exports, "halfWidth", {
	enumerable: true,
	get: function() {
		return halfWidth;
	}
});
Object.defineProperty(exports, "jobsForInterval", {
	enumerable: true,
	get: function() {
		return jobsForInterval;
	}
});
Object.defineProperty(exports, "jobsToRuleOut", {
	enumerable: true,
	get: function() {
		return jobsToRuleOut;
	}
});
Object.defineProperty(exports, "upperBoundOfNone", {
	enumerable: true,
	get: function() {
		return upperBoundOfNone;
	}
});
