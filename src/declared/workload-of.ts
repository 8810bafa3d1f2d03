import type { Tree } from "../notation/tree.ts";
import { folderOf } from "../scan/evidence-around.ts";
import type { CodeFinding, CodePlace } from "../scan/finding.ts";
import { placeOfManifest } from "./same-model.ts";

/** A workload that is drafted from code. It has no volume, because code does not tell how many clips are made. */
export type DraftWorkload = { name: string; keys: Tree };

/** At most this many files are listed under a workload's `code`. */
const MOST_FILES = 20;

/**
 * Drafts a workload from a finding: its literals become values, its hints go under `client`, and its files become `code`, relative to the
 * manifest.
 * @param taken names that are already in use
 * @returns null if the code does not contain the model
 */
export function draftWorkload(
  { provider, model, parameters, hints }: CodeFinding,
  places: readonly CodePlace[],
  manifest: string,
  taken: ReadonlySet<string>,
): DraftWorkload | null {
  if (model === null) return null;
  const literal = (name: keyof typeof parameters): string | number | boolean | null => {
    const one = parameters[name];
    return one?.from === "literal" ? one.value : null;
  };
  const [duration, count] = [literal("duration"), literal("count")];
  const output = {
    ...(typeof duration === "number" && { duration: `${duration}s` }),
    ...entry("resolution", literal("resolution")),
    ...entry("audio", literal("audio")),
    ...entry("aspect_ratio", literal("aspect_ratio")),
    ...(typeof count === "number" && count > 1 && { count }),
  };
  const notes = [...otherValues(parameters), ...(hints.give_up_after === undefined ? [] : [`The client waits ${hints.give_up_after} s at most.`])];
  const files = [...new Set(places.map(({ file }) => file))].slice(0, MOST_FILES).map((file) => relativePath(placeOfManifest(manifest), file));
  return {
    name: freeName(model, taken),
    keys: {
      provider,
      model,
      ...(Object.keys(output).length > 0 && { output }),
      ...(hints.max_attempts !== undefined && hints.max_attempts > 1 && { client: { max_attempts: hints.max_attempts } }),
      ...(notes.length > 0 && { notes: notes.join(" ") }),
      code: files.length === 1 ? (files[0] as string) : files,
    },
  };
}

/** Values in the code other than the one that the draft uses. */
function otherValues(parameters: CodeFinding["parameters"]): string[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const others = new Set((parameter?.values ?? []).map(({ value }) => value).filter((value) => value !== parameter?.value));
    return others.size === 0 ? [] : [`Code also asks for ${name} ${[...others].join(", ")}.`];
  });
}

function entry(key: string, value: string | number | boolean | null): Tree {
  return value === null ? {} : { [key]: value };
}

/** Words of an id that do not name the model, such as modes and hosts. */
const PLAIN = new Set(["text", "to", "video", "image", "generate", "preview", "fal", "ai", "api", "v1", "models", "standard"]);

/** An unused name from the model's id: `fal-ai/kling-video/v2.6/pro/text-to-video` gives `kling-v2.6-pro`. */
function freeName(model: string, taken: ReadonlySet<string>): string {
  const words = model.toLowerCase().split(/[^a-z0-9.]+/);
  const kept = words.filter((word) => word !== "" && !PLAIN.has(word));
  const name =
    (kept.length > 0 ? kept : words)
      .join("-")
      .replace(/^[^a-z0-9]+|[.-]+$/g, "")
      .slice(0, 48) || "clips";
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
}

/** A path relative to the folder of a manifest. A file below that folder has no `..`; a file beside it begins with `..`. */
function relativePath(from: string, to: string): string {
  const [above, path] = [folderOf(from).split("/").filter(Boolean), to.split("/")];
  let same = 0;
  while (same < above.length && same < path.length - 1 && above[same] === path[same]) same++;
  return [...above.slice(same).map(() => ".."), ...path.slice(same)].join("/");
}
