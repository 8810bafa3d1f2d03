import program = require("./run.ts");

/** What is bundled: CommonJS, because only a script, not a module, can be started from kept code (index.ts). */
export = program;
