import type { Gathered } from "../gather.ts";

/** Whether a file is the same on both sides, byte for byte. @param renamed base's path of a head file whose path changed */
export function isSameText(file: string, head: Gathered, base: Gathered, renamed: ReadonlyMap<string, string>): boolean {
  const [now, before] = [head.files.get(file)?.bytes, base.files.get(renamed.get(file) ?? file)?.bytes];
  if (!now || !before) return now === before;
  return now.length === before.length && now.every((byte, index) => byte === before[index]);
}
