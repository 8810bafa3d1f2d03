import type { Token } from "../tokens/tokenize.ts";
import type { Detector } from "./detector.ts";

/** What each sign of a provider is worth. A host or a switch says where jobs go. A library may be there for something else. The name of a key says least. */
const WORTH = { host: 8, switch: 8, package: 4, env: 2 };

/** Which providers a file shows, by slug: hosts in its strings, switches, libraries that it imports or lists, names of keys. */
export function evidenceOf(tokens: readonly Token[], detectors: Iterable<Detector>, isList: boolean): Map<string, number> {
  const words = new Set<string>();
  const hosts = new Set<string>();
  const switched = new Set<string>();
  let importing = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text, line } = tokens[at] as Token;
    if (/^(import|from|require|use|using|require_once|include|gem)$/.test(text) && kind === "word") importing = line;
    if (kind === "string" || text.includes(".")) {
      if (text.includes(".") && text.length < 400) hosts.add(text);
      words.add(text);
      if (isList) words.add(text.replace(/[[<>=~!^;@ ].*$/, ""));
      const scoped = /^(@[^/]+\/[^/]+|[^./@][^/]*)\//.exec(text)?.[1];
      if (scoped && (importing === line || isList)) words.add(scoped);
    }
    if (isSwitched(at, tokens)) switched.add(text);
    if (kind !== "word") continue;
    if (/^[A-Z][A-Z0-9_]+$/.test(text) || isList) words.add(text);
    if (importing === line) {
      words.add(text);
      // `from google import genai`, `google.golang.org/genai`
      const [first, , third] = [tokens[at - 2], tokens[at - 1], tokens[at]];
      if (first?.kind === "word" && third) words.add(`${first.text}.${text}`).add(`${first.text}-${text}`);
    }
    if (isList && tokens[at + 1]?.text === "-") words.add(dashed(tokens, at));
    if (/^[A-Z][a-z]+[A-Z]\w+$/.test(text)) words.add(text);
  }
  const found = new Map<string, number>();
  const joined = [...hosts].join("\n");
  for (const { provider, hosts: own, packages, switches, env } of detectors) {
    let worth = 0;
    if (own.some((host) => joined.includes(host))) worth += WORTH.host;
    if (Object.values(packages).some((names) => names.some((name) => words.has(name)))) worth += WORTH.package;
    if (switches.some((name) => switched.has(name))) worth += WORTH.switch;
    if (env.some((name) => words.has(name))) worth += WORTH.env;
    if (worth > 0) found.set(provider, worth);
  }
  return found;
}

/** Whether a name is set to true, `vertexai=True` or `"vertexai": true`, or is a constant after a dot, `genai.BackendVertexAI`. */
function isSwitched(at: number, tokens: readonly Token[]): boolean {
  if (/^(=|:|=>)$/.test(tokens[at + 1]?.text ?? "")) return /^true$/i.test(tokens[at + 2]?.text ?? "");
  return tokens[at - 1]?.text === "." && /^[A-Z]/.test(tokens[at]?.text ?? "");
}

/** A name with dashes in a file whose words have none: `google - genai`. */
function dashed(tokens: readonly Token[], at: number): string {
  let text = tokens[at]?.text ?? "";
  for (let next = at + 1; tokens[next]?.text === "-" && tokens[next + 1]?.kind === "word" && next - at < 12; next += 2) text += `-${tokens[next + 1]?.text}`;
  return text;
}
