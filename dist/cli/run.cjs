Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_program = require("./program.cjs");
exports.run = require_program.run;
