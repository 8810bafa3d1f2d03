/** A text as the value of an attribute or as the text of an element. XML 1.0 has no controls; `inert` has made them visible before. */
export function xml(text: string): string {
  return text.replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g, "\ufffd");
}
