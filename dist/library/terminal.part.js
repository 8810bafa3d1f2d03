import "node:path";
// lib/src/cli/terminal.js
/** Wrong usage of a command: exit code 2. The message says how to use it. */
var UsageError = class extends Error {
	name = "UsageError";
};
/** Today in UTC. The command line reads the clock only here. */
function today() {
	return (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
}
export { today as n, UsageError as t };
