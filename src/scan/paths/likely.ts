import { endingOf } from "../tokens/language.ts";

const VIDEO = /video|clip|movie|film|reel|veo|sora|kling|runway|luma|pixverse|vidu|seedance|hailuo|minimax|heygen|replicate|(^|[^a-z])(fal|wan)([^a-z]|$)/i;
const MAKES = /generat|render|media|provider|model|studio|(^|[^a-z])ai([^a-z]|$)/i;
const SETTINGS = new Set("json jsonc json5 yml yaml toml ini cfg conf properties html htm xml css sql tf tfvars csproj".split(" "));

/** A rank from the path alone, from 0 (the file probably makes video) to 3. It only decides which files are read first. */
export function unlikeliness(path: string): number {
  if (SETTINGS.has(endingOf(path))) return 3;
  return VIDEO.test(path) ? 0 : MAKES.test(path) ? 1 : 2;
}
