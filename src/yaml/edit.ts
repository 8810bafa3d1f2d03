import { isAlias, isScalar, type YAMLMap } from "yaml";

export function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

export function indent(columns: number): string {
  return " ".repeat(Math.max(0, columns));
}

export function placeOf(node: YAMLMap, key: string): number {
  const value = node.get(key, true) as { range?: [number, number, number] } | undefined;
  return value?.range?.[0] ?? 0;
}

/** A key of a map given a new value, or put before its first. */
export function withKey(text: string, node: YAMLMap, key: string, value: string): string | null {
  const written = /^(?:https:\/\/[\w./-]+|[\w-]+)$/.test(value) ? value : JSON.stringify(value);
  const found: unknown = node.get(key, true);
  const range = isScalar(found) || isAlias(found) ? found.range : undefined;
  if (range) return splice(text, range[0], range[1], written);
  if (found !== undefined || !node.range) return null;
  const start = node.range[0];
  return node.flow
    ? splice(text, start + 1, start + 1, ` ${key}: ${written},`)
    : splice(text, start, start, `${key}: ${written}\n${indent(columnOf(text, start))}`);
}
