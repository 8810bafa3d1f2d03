import type { Identity } from "./identify.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The model in a URL: `…/models/veo-3.1-generate-001:predictLongRunning`, `queue.fal.run/fal-ai/veo3`; null if there is none. */
export function idOfUrl(text: string, vocabulary: Vocabulary): Identity | null {
  if (vocabulary.polls.some(({ detector, pattern }) => detector.general && pattern.test(text))) return null;
  if (text.length > 400 || !/[/}]/.test(text) || /\s/.test(text)) return null;
  for (const { pattern } of vocabulary.paths) {
    const model = pattern.exec(text)?.groups?.["model"];
    const identity = model === undefined ? null : vocabulary.identify(model.replace(/^.*\}/, ""));
    if (identity) return identity;
  }
  // Google's APIs put the method after the id, in any path: `{base}veo-3.1-generate-001:predictLongRunning`.
  const tail = /(?:^|[/}])([A-Za-z0-9][A-Za-z0-9._-]*):(?:predictLongRunning|generateVideos|predict)\b/.exec(text)?.[1];
  return tail === undefined ? null : vocabulary.identify(tail);
}
