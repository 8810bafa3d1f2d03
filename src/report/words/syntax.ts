import type { SyntaxKind } from "../../yaml/syntax.ts";

/** What is wrong with a text that is no YAML, and what to do, by the kind of error; the library's own words stand for the others. */
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
