const require_program = require("./program.cjs");
let node_readline = require("node:readline");
// lib/src/cli/init/init-questions.js
/** Runs work that may ask questions. Without a terminal, its `ask` is null. */
async function withTerminal(process, work) {
	return process.stdin.isTTY === true ? withQuestions(process, work) : work(null);
}
/**
* Runs work that asks questions at a terminal, on standard error. Each question is repeated until an answer is accepted.
* @throws UsageError if the input ends before the last answer
*/
async function withQuestions({ stdin, stderr }, work) {
	const input = (0, node_readline.createInterface)({
		input: stdin,
		terminal: false
	});
	const lines = input[Symbol.asyncIterator]();
	try {
		return await work(async (question, accept) => {
			for (let asking = question;; asking = question.split("\n").at(-1) ?? "") {
				stderr.write(`${asking}: `);
				const { value, done } = await lines.next();
				if (done) throw new require_program.UsageError("The input ended before the last answer. Nothing was written.");
				try {
					return await accept(value.trim());
				} catch (error) {
					if (!(error instanceof require_program.UsageError)) throw error;
					stderr.write(`${error.message}\n`);
				}
			}
		});
	} finally {
		input.close();
	}
}
Object.defineProperty(exports, "withQuestions", {
	enumerable: true,
	get: function() {
		return withQuestions;
	}
});
Object.defineProperty(exports, "withTerminal", {
	enumerable: true,
	get: function() {
		return withTerminal;
	}
});
