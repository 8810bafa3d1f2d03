import type { SyntaxKind } from "../../yaml/syntax.ts";

/** YAML syntax errors and remedies, by kind. For other kinds, the library's own message is used. */
export const SYNTAX: Readonly<Record<Exclude<SyntaxKind, "other">, { sentence: string; remedy: string }>> = {
  tab: { sentence: "The indentation contains a tab; YAML allows only spaces there.", remedy: "Indent with two spaces for each level, in the whole file." },
  colon: { sentence: "A colon needs a space after it to make a key.", remedy: "Write a space after the colon: `provider: vertex`." },
  indentation: {
    sentence: "The indentation of this line does not fit the lines above it.",
    remedy: "Keys of one map start in the same column, two spaces further in than their parent key.",
  },
  unclosed: { sentence: "A `{` or `[` before this point is not closed.", remedy: "Add the missing `}` or `]`." },
  quote: { sentence: "A quotation mark before this point is not closed.", remedy: "Add the missing quotation mark." },
  documents: {
    sentence: "A second document starts here (`---`); a file can contain only one.",
    remedy: "Remove the line, or move the second document to its own file.",
  },
};
