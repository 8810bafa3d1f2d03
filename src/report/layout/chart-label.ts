import { prose } from "./escape.ts";

/** More of a name than this is cut: a legend is narrow. */
const CAP = 40;

/** What Mermaid's text would read as its own, beyond what `prose` replaces, and what stands for it. */
const MARKS: Readonly<Record<string, string>> = { '"': "'", "%": "％", ";": ",", "{": "(", "}": ")", "'": "ʼ" };

/**
 * A name as the quoted label of a Mermaid diagram: no quote that ends it, no `%%` that starts a comment or
 * a directive, no `#…;` that names a character, nothing that GitHub's Markdown would act on.
 */
export function chartLabel(text: string): string {
  const shown = prose(text, CAP)
    .replace(/["%;{}']/g, (mark) => MARKS[mark] ?? mark)
    .trim();
  return shown === "" ? "(empty)" : shown;
}
