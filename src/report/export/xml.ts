/** Escapes a text for an attribute or an element. XML 1.0 forbids control characters; pass the text through `inert` first, which makes them visible. */
export function xml(text: string): string {
  return text.replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g, "\ufffd");
}
