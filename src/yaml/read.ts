import { type Document, LineCounter, parseDocument } from "yaml";
import type { Problem } from "../problem.ts";

/** 5 MiB: far above any real manifest, and small enough that hostile YAML cannot stall a run. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Uses of anchors before a file counts as an anchor bomb. */
const MAX_ALIASES = 10_000;

/** A file as a tree: its value as plain data, and what is needed to find a line again. */
export type YamlFile = {
  file: string;
  value: unknown;
  document: Document.Parsed | null;
  lines: LineCounter;
  problems: Problem[];
};

/** Reads one YAML file. Every problem of the text itself is reported; the value is then undefined. */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
  const lines = new LineCounter();
  const failed = (problem: Omit<Problem, "severity" | "file" | "path">): YamlFile => ({
    file,
    value: undefined,
    document: null,
    lines,
    problems: [{ severity: "error", file, path: [], ...problem }],
  });
  if (bytes.length > MAX_BYTES) return failed({ code: "file-too-large", args: { bytes: bytes.length, max: MAX_BYTES } });
  const text = decode(bytes);
  if (text === undefined) return failed({ code: "not-utf8", args: {} });
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true });
    const problems = document.errors.map((error): Problem => {
      const duplicate = error.code === "DUPLICATE_KEY";
      const key = duplicate ? text.slice(error.pos[0]).split(/[:\s,}]/, 1)[0] : undefined;
      return {
        code: duplicate ? "duplicate-key" : "yaml-syntax",
        severity: "error",
        file,
        path: [],
        offset: error.pos[0],
        args: duplicate ? { key: key ?? "" } : { detail: error.message },
      };
    });
    if (problems.length > 0) return { file, value: undefined, document, lines, problems };
    return { file, value: document.toJS({ maxAliasCount: MAX_ALIASES }), document, lines, problems };
  } catch (error) {
    if (error instanceof ReferenceError && /excessive/i.test(error.message)) return failed({ code: "too-many-aliases", args: { max: MAX_ALIASES } });
    if (error instanceof ReferenceError) return failed({ code: "yaml-syntax", args: { detail: error.message } });
    if (error instanceof RangeError) return failed({ code: "yaml-syntax", args: { detail: "nested too deeply" } });
    throw error;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
