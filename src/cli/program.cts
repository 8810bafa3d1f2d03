import program = require("./run.ts");

/** The entry of the bundle. It is CommonJS, because only a script, not a module, can be started from cached code (index.ts). */
export = program;
