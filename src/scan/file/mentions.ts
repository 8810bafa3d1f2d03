import type { Vocabulary } from "../detect/vocabulary.ts";
import type { LeftOutOfScan } from "../finding.ts";

/** The ids in a comment, a document or a message. @param text the text, which starts at `line` */
export function mentionsIn({ text, line }: { text: string; line: number }, file: string, why: LeftOutOfScan["why"], vocabulary: Vocabulary): LeftOutOfScan[] {
  const found: LeftOutOfScan[] = [];
  if (!vocabulary.mayName(text)) return found;
  for (const [index, row] of text.split("\n").entries()) {
    if (row.length > 2000 || !vocabulary.mayName(row)) continue;
    for (const [word] of row.matchAll(/[A-Za-z0-9][A-Za-z0-9._/:@-]*[A-Za-z0-9]/g)) {
      const identity = vocabulary.identify(word);
      if (identity && identity.strength !== "not-video" && identity.strength !== "weak") found.push({ why, file, line: line + index, text: word });
    }
  }
  return found;
}
