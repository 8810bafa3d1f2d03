import type { SyntaxKind } from "../../yaml/syntax.ts";

/** What is wrong with a text that is no YAML, and what to do, by the kind of error; the library's own words stand for the others. */
export const SYNTAX: Readonly<Record<Exclude<SyntaxKind, "other">, { sentence: string; remedy: string }>> = {
  tab: { sentence: "A tab stands in the indentation, and YAML takes only spaces there.", remedy: "Indent with two spaces for each level, in the whole file." },
  colon: { sentence: "A colon without a space behind it makes no key.", remedy: "Write a space after the colon: `provider: vertex`." },
  indentation: {
    sentence: "The indentation of this line does not fit the lines above it.",
    remedy: "Keys of one map begin in the same column, two spaces further in than the key that holds them.",
  },
  unclosed: { sentence: "A `{` or `[` that stands before this place is not closed.", remedy: "Add the `}` or `]` that is missing." },
  quote: { sentence: "A quotation mark that stands before this place is not closed.", remedy: "Add the quotation mark that is missing." },
  documents: {
    sentence: "A second document begins here (`---`); a file is one.",
    remedy: "Remove the line, or put the second document into a file of its own.",
  },
};
