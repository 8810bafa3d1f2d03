import type { Ignored } from "../finding.ts";
import type { SourceComment } from "../tokens/tokenize.ts";

/** The ignore comments of a file. `has` tells whether a line is ignored, and records each ignored text in `found`. */
export type Ignores = { found: Ignored[]; has: (line: number, said: string) => boolean };

export function ignoresIn(comments: readonly SourceComment[], file: string): Ignores {
  const reasons = reasonsOf(comments);
  const found: Ignored[] = [];
  return {
    found,
    has(line, text) {
      const reason = reasons.get(line) ?? reasons.get(line - 1);
      if (reason !== undefined) found.push({ file, line, text, reason });
      return reason !== undefined;
    },
  };
}

/** The reasons of `// video-budget: ignore REASON`, by line. A comment of several lines counts for its last line. */
function reasonsOf(comments: readonly SourceComment[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const { text, line } of comments) {
    const match = /video-budget:\s*ignore\b:?[ \t]*([^\n]*)/.exec(text);
    if (match)
      found.set(
        line + (text.match(/\n/g)?.length ?? 0),
        (match[1] ?? "")
          .trim()
          .replace(/(\*\/|-->|#\})$/, "")
          .trim(),
      );
  }
  return found;
}
