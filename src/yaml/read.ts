import { parseEvents, YAMLException } from "js-yaml";
import { decoded } from "../notation/encoding.ts";
import type { Problem } from "../problem.ts";
import { ComposeError, compose, type DuplicateKey, type YamlNode } from "./compose.ts";
import { syntaxProblem } from "./syntax.ts";

/** 5 MiB: far above any real manifest, and small enough that hostile YAML cannot stall a run. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** A file with more aliases after expansion counts as an alias bomb. */
const MAX_ALIASES = 10_000;

/** The deepest nesting of maps and lists. A manifest has six levels. */
const MAX_DEPTH = 100;

/** A file as plain data, and what is needed to find the line of a value. */
export type YamlFile = {
  file: string;
  value: unknown;
  /** The bytes of the file, to compare two files that are not YAML. */
  bytes: Uint8Array;
  /** Empty if the bytes are not text. */
  text: string;
  /** The position of each value; null if the text is not YAML. */
  root: YamlNode | null;
  problems: Problem[];
};

/**
 * Reads one YAML file. If the text is not YAML, the first error is the only problem, and the value is undefined. If keys are
 * defined twice, each is a problem, but the value is returned, because the other keys can be used.
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
    const { value, root, duplicates, aliases } = compose(text, parseEvents(text, { maxDepth: MAX_DEPTH }));
    if (aliases > MAX_ALIASES) return failed({ code: "too-many-aliases", args: { max: MAX_ALIASES } }, text);
    return { file, value, bytes, text, root, problems: duplicates.map((one) => duplicateKey(one, file)) };
  } catch (error) {
    if (error instanceof ComposeError) return failed({ code: "yaml-syntax", offset: error.start, args: { kind: "other", detail: error.message } }, text);
    if (error instanceof YAMLException) return failed(syntaxProblem(error, text), text);
    throw error;
  }
}

/** A duplicate key is reported where it is defined again. */
function duplicateKey({ path, start }: DuplicateKey, file: string): Problem {
  return { code: "duplicate-key", severity: "error", file, path, at: "key", offset: start, args: { key: path.at(-1) as string } };
}
