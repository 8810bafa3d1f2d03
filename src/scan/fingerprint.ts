/** 64 bits as 16 hexadecimal digits, from two runs of FNV-1a with different start values. It only names findings and is not for security. */
export function fingerprintOf(parts: readonly string[]): string {
  const text = parts.join("\0");
  return [0x811c9dc5, 0x01000193].map((start) => fnv(text, start).toString(16).padStart(8, "0")).join("");
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
