import { type Token, tokenAt } from "../tokens/tokenize.ts";
import type { Detector } from "./detector.ts";

/**
 * The weight of each sign of a provider. A host or a switch shows where jobs go. A library may be there for another
 * purpose. The name of an API key is the weakest sign.
 */
const WORTH = { host: 8, switch: 8, package: 4, env: 2 };

/** The weight of each provider's signs in a file, by slug: hosts in strings, switches, imported or listed libraries, names of API keys. */
export function evidenceOf(tokens: readonly Token[], detectors: Iterable<Detector>, isList: boolean): Map<string, number> {
  const words = new Set<string>();
  const hosts = new Set<string>();
  const switched = new Set<string>();
  let importing = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text, line } = tokenAt(tokens, at);
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

/** Whether a switch is on: set to true (`vertexai=True`, `"vertexai": true`), or a constant after a dot (`genai.BackendVertexAI`). */
function isSwitched(at: number, tokens: readonly Token[]): boolean {
  if (/^(=|:|=>)$/.test(tokens[at + 1]?.text ?? "")) return /^true$/i.test(tokens[at + 2]?.text ?? "");
  return tokens[at - 1]?.text === "." && /^[A-Z]/.test(tokens[at]?.text ?? "");
}

/** Joins the tokens of a name with dashes, such as `google`, `-`, `genai`, in a file whose words contain no dash. */
function dashed(tokens: readonly Token[], at: number): string {
  let text = tokens[at]?.text ?? "";
  for (let next = at + 1; tokens[next]?.text === "-" && tokens[next + 1]?.kind === "word" && next - at < 12; next += 2) text += `-${tokens[next + 1]?.text}`;
  return text;
}
