import { posix } from "node:path";

/** A file's path from the root of the repository, and its text. */
export type Sources = ReadonlyMap<string, string>;

export type Import = { file: string; line: number; name: string /** The path of an imported source file; null for a library. */; target: string | null };

const IMPORTS = /^(?:import|export)\b[^;"']*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\b(?:import|require)\(\s*"([^"]+)"\s*\)/gm;
const EXPORTS = /^export (?:default )?(?:declare )?(?:async )?(?:abstract )?(const|let|function\*?|class|type|interface|enum|namespace) (\w+)/gm;

/** Strings, templates and comments, of which only the last begin with a slash. */
const QUOTED_OR_COMMENT = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

/** Comments become spaces, so that what they say is not read as code and lines keep their numbers. Strings and templates stay. */
export function withoutComments(text: string): string {
  return text.replace(QUOTED_OR_COMMENT, (part) => (part.startsWith("/") ? blank(part) : part));
}

/** The reverse: comments stay where they are, and all else becomes spaces. */
export function commentsOf(text: string): string {
  let shown = "";
  for (const match of text.matchAll(QUOTED_OR_COMMENT)) {
    if (match[0].startsWith("/")) shown += blank(text.slice(shown.length, match.index)) + match[0];
  }
  return shown;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** Every import of a file: values, types, imports without names, and dynamic imports. */
export function importsOf(file: string, text: string): Import[] {
  const code = withoutComments(text);
  return [...code.matchAll(IMPORTS)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    const target = name.startsWith(".") ? posix.join(posix.dirname(file), name) : null;
    return { file, line: lineAt(code, match.index + match[0].lastIndexOf(name)), name, target };
  });
}

export type Export = { name: string; line: number; kind: "type" | "value" };

/** The names that a file declares and exports; not those that it only re-exports. */
export function exportsOf(text: string): Export[] {
  const code = withoutComments(text);
  return [...code.matchAll(EXPORTS)].map((match) => ({
    name: match[2] ?? "",
    line: lineAt(code, match.index),
    kind: match[1] === "type" || match[1] === "interface" ? "type" : "value",
  }));
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
