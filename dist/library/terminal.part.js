import "node:path";
// lib/src/cli/terminal.js
/** The command was called wrongly: exit 2, and the message says how to call it. */
var UsageError = class extends Error {
	name = "UsageError";
};
/** Today in UTC. The command line reads the clock only here. */
function today() {
	return (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
}
export { today as n, UsageError as t };
