import { EVENT_ID, parseEvents, YAMLException } from "js-yaml";
import { decoded } from "../notation/encoding.ts";
import type { Problem } from "../problem.ts";
import { ComposeError, compose, type DuplicateKey, type YamlNode } from "./compose.ts";
import { syntaxProblem } from "./syntax.ts";

/** 5 MiB: far above any real manifest, and small enough that hostile YAML cannot stall a run. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Uses of anchors before a file counts as an anchor bomb. */
const MAX_ALIASES = 10_000;

/** Levels of maps and lists in each other: a manifest has six. */
const MAX_DEPTH = 100;

/** A file as plain data, and what is needed to find a line again. */
export type YamlFile = {
  file: string;
  value: unknown;
  /** What was read, to tell whether two files that are no YAML are the same. */
  bytes: Uint8Array;
  /** Empty if the bytes are no text. */
  text: string;
  /** Where each value stands; null if the text is no YAML. */
  root: YamlNode | null;
  problems: Problem[];
};

/**
 * Reads one YAML file. Of a text that is no YAML the first error is reported; the value is then undefined, but where
 * keys are defined twice and nothing else is wrong: what is said beside them can be read.
 */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
  const failed = (problem: Omit<Problem, "severity" | "file" | "path">, text = ""): YamlFile => ({
    file,
    value: undefined,
    bytes,
    text,
    root: null,
    problems: [{ severity: "error", file, path: [], ...problem }],
  });
  if (bytes.length > MAX_BYTES) return failed({ code: "file-too-large", args: { bytes: bytes.length, max: MAX_BYTES } });
  const text = decoded(bytes);
  if (text === undefined) return failed({ code: "not-utf8", args: {} });
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    if (events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length > 1) throw new YAMLException("a second document");
    const { value, root, duplicates, aliases } = compose(text, events);
    if (aliases > MAX_ALIASES) return failed({ code: "too-many-aliases", args: { max: MAX_ALIASES } }, text);
    return { file, value, bytes, text, root, problems: duplicates.map((one) => duplicateKey(one, file)) };
  } catch (error) {
    if (error instanceof ComposeError) return failed({ code: "yaml-syntax", offset: error.start, args: { kind: "other", detail: error.message } }, text);
    if (error instanceof YAMLException) return failed(syntaxProblem(error, text), text);
    throw error;
  }
}

/** The later of two keys is where to look. */
function duplicateKey({ path, start }: DuplicateKey, file: string): Problem {
  return { code: "duplicate-key", severity: "error", file, path, at: "key", offset: start, args: { key: path.at(-1) as string } };
}
