import { endingOf } from "../tokens/language.ts";

const VIDEO = /video|clip|movie|film|reel|veo|sora|kling|runway|luma|pixverse|vidu|seedance|hailuo|minimax|heygen|replicate|(^|[^a-z])(fal|wan)([^a-z]|$)/i;
const MAKES = /generat|render|media|provider|model|studio|(^|[^a-z])ai([^a-z]|$)/i;
const SETTINGS = new Set("json jsonc json5 yml yaml toml ini cfg conf properties html htm xml css sql tf tfvars csproj".split(" "));

/** How likely a path alone says that a file makes video: the lower, the likelier. It orders what is read first, and decides nothing. */
export function unlikeliness(path: string): number {
  if (SETTINGS.has(endingOf(path))) return 3;
  return VIDEO.test(path) ? 0 : MAKES.test(path) ? 1 : 2;
}
