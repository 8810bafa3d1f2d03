import type { YAMLException } from "js-yaml";
import { parseDocument, type YAMLError } from "yaml";
import type { Problem } from "../problem.ts";

/** The kinds of syntax errors. Each has its words in `report/words/syntax.ts`. */
export type SyntaxKind = "tab" | "colon" | "indentation" | "unclosed" | "quote" | "documents" | "other";

/**
 * Why a text is not YAML, as one problem. Only the first error counts, because the others mostly follow from it: one tab before
 * five lines gives five errors. The library `yaml` names errors more exactly than `js-yaml`, which reads files, so its error is
 * used if it finds one.
 */
export function syntaxProblem({ reason, mark }: YAMLException, text: string): Pick<Problem, "code" | "offset" | "args"> {
  const [first] = errorsOf(text).sort((a, b) => a.pos[0] - b.pos[0]);
  if (!first) return { code: "yaml-syntax", offset: mark?.position ?? 0, args: { kind: "other", detail: reason } };
  const kind = kindOf(first, text);
  const offset = kind === "indentation" ? misplacedLine(first, text) : first.pos[0];
  return { code: "yaml-syntax", offset, args: { kind, detail: first.message } };
}

function errorsOf(text: string): YAMLError[] {
  try {
    return [...parseDocument(text, { prettyErrors: false, uniqueKeys: false, stringKeys: true }).errors];
  } catch (error) {
    // The text is nested too deeply for the library.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function kindOf({ code, message, pos }: YAMLError, text: string): SyntaxKind {
  if (code === "TAB_AS_INDENT") return "tab";
  if (code === "MULTIPLE_DOCS") return "documents";
  if (/^Missing closing ["']/.test(message)) return "quote";
  if (/end with a [\]}]|Expected flow (map|sequence) to end/.test(message)) return "unclosed";
  if (code === "MULTILINE_IMPLICIT_KEY" || code === "BLOCK_AS_IMPLICIT_KEY" || code === "BAD_INDENT")
    return /^[\w.-]+:[^\s/]/.test(lineAt(text, pos[0]).trim()) ? "colon" : "indentation";
  return /same column|compact mapping/i.test(message) ? "indentation" : "other";
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end === -1 ? text.length : end);
}

/** The position of the misplaced line. If a value continues where a key should begin, the error is at the value, but the wrong line is the next one. */
function misplacedLine({ code, pos }: YAMLError, text: string): number {
  if (code !== "BLOCK_AS_IMPLICIT_KEY" && code !== "MULTILINE_IMPLICIT_KEY") return pos[0];
  const newline = text.indexOf("\n", pos[0]);
  const next = newline === -1 ? -1 : text.slice(newline).search(/\S/);
  return next === -1 ? pos[0] : newline + next;
}
