// lib/src/money/round.js
/**
* The only rounding rule: money leaves the program as a number in the reporting currency, rounded to 6
* decimals, half away from zero. (`roundHalfUp` of big.js rounds the magnitude, so −0.5 becomes −1.)
*/
function round(money) {
	return money.round(6, 1).toNumber();
}
Object.defineProperty(exports, "round", {
	enumerable: true,
	get: function() {
		return round;
	}
});
