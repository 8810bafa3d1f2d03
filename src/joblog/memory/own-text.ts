/** From this length on V8 cuts a piece out of a text without copying it, and the whole text lives as long as the piece. */
const CUT_FROM = 13;

/** A text to keep: a copy of its own where it may be a piece of the log, which would stay in memory with it. */
export function ownText(text: string): string {
  return text.length < CUT_FROM ? text : ` ${text}`.slice(1);
}
