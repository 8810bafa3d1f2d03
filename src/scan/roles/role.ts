import type { LeftOutReason, Role } from "../finding.ts";
import { bracketsOf, calleeOf, keyOf, segmentEnd, segmentStart } from "../tokens/around.ts";
import { endingOf } from "../tokens/language.ts";
import { type Token, tokenAt } from "../tokens/tokenize.ts";

/** The role of a string in its code, judged by the signs and names beside it, without types or data flow. The first rule that applies decides. */

const COMPARES = new Set(["==", "===", "!=", "!==", "=~", "<=>", "is", "eq", "ne", "eql", "not_eq"]);
const COMPARING =
  /^(includes|startswith|endswith|starts_with|ends_with|has|haskey|has_key|equals|equalsignorecase|contains|containskey|indexof|match|matches|test|str_contains|str_starts_with|in_array|assert\w*|expect|tobe|toequal|include\?|start_with\?|isinstance|replace|replaceall|split|removeprefix)$/i;
const SAYING =
  /^(print|println|printf|log|info|warn|warning|error|debug|trace|raise|throw|exception|\w*error|\w*exception|echo|puts|alert|notify|toast|console|describe|help|send_?message|reply|write_?line|format|fprintf|sprintf|panic|fatal|abort|jsonify|json_response)$/i;
/** A function of the team that records what was done: `log_generation(model="x")`. */
const RECORDING = /^(log|audit|track|record)(_|[A-Z])/;
/** A name for a part of ids, which serves to compare them: `MODEL_PREFIX = "x"`. */
const PART = /(prefix|suffix|pattern|regex|regexp)(es|s)?$/i;
const MONEY = /(pric|cost|credit|billing|budget|tariff|usd|charge|spend|(^|_)rates?(_|$)|usage)/i;
const CHOICES =
  /(allowed|valid|supported|choices|options|available|accepted|enum|known|whitelist|permitted|capabilit|constraints|labels?$|display|names$|_names|features|aliases)/i;
const ENVIRONMENT = /(^|[^a-z])(env|environ|getenv|environment|getenvironmentvariable|getproperty|env_var|config_var)$/i;
const FALLBACK =
  /^(get|getattr|fetch|getordefault|dig|default|unwrap_or|unwrap_or_else|orelse|field|option|argument|mapped_column|column|getstring|config|add_argument|usestate|setdefault|str|string|prefault|catch|coalesce|withdefault)$/i;

export type JudgedRole = { role: Role; why?: undefined } | { role: null; why: LeftOutReason };

/** @param at a string, or an unquoted value, that is an id as a whole */
export function roleOf(tokens: readonly Token[], at: number, path: string): JudgedRole {
  const ending = endingOf(path);
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (/^(html|htm|xml|jinja2?|j2|ejs|hbs|erb|twig)$/.test(ending)) return said("ui-list");
  if (/(^|\/)(locales?|i18n|translations?|lang|intl)\//i.test(path)) return said("message");
  if (MONEY.test(path.slice(path.lastIndexOf("/") + 1))) return said("price-table");
  if (ending === "sql" || COMPARES.has(before?.text ?? "") || COMPARES.has(after?.text ?? "")) return said("comparison");
  if (before?.text === "case" || before?.text === "when" || (before?.text === "in" && before.kind === "word")) return said("comparison");
  if (isType(tokens, at)) return said("type");

  const { up } = tokenAt(tokens, at);
  const callee = tokens[up]?.text === "(" ? calleeOf(tokens, up) : "";
  const called = callee.slice(callee.lastIndexOf(".") + 1);
  if (COMPARING.test(called)) return said("comparison");
  if (isImported(tokens, at, called)) return said("key");
  if (isKey(tokens, at)) return keyRole(tokens, at, path);
  const declared = declaredNames(tokens, at);
  if (declared.some((name) => MONEY.test(name) && !/generat|create|submit/i.test(name))) return said("price-table");
  const key = keyOf(tokens, at);
  const name = key >= 0 ? (tokens[key]?.text ?? "") : "";
  if (PART.test(name)) return said("comparison");
  if (SAYING.test(called) || RECORDING.test(called) || /^(console|logger|logging|log|st|toast)\./.test(callee)) return said("message");
  if (MONEY.test(called) || /^(record|track)/i.test(called)) return said("price-table");
  if (/^(help|description|title|label|message|text|placeholder|hint|summary|detail|example|examples|note|displayname|display_name)$/i.test(name))
    return said("message");
  if (MONEY.test(name)) return said("price-table");
  if (/^name$/i.test(name) && hasField(tokens, up, /^(id|value|model|endpoint|model_?id|slug|key)$/i)) return said("message");
  if (isInside(tokens, at) || isCompared(tokens, at)) return said("comparison");
  if (before?.text === "=" && /^(value|key|to|href|id|class|classname)$/i.test(tokens[at - 2]?.text ?? "") && isTag(tokens, at)) return said("ui-list");

  const fallback = fallbackRole(tokens, at);
  if (fallback) return { role: fallback };
  if (ending === "env" || ending === "dockerfile") return name ? { role: "env-default" } : said("message");
  if (ENVIRONMENT.test(callee) || /(^|\.)env(iron)?(\.|$)/i.test(callee)) return { role: at > up + 1 ? "env-default" : "constant" };
  if (/^default|^fallback|_default$|Default$/.test(name)) return { role: "default" };
  if (FALLBACK.test(called) && at > up + 1 && key < 0) return { role: /env/i.test(callee) ? "env-default" : "default" };
  if (/^(default|prefault|usestate|unwrap_or|orelse)$/i.test(called)) return { role: "default" };
  if (isParameter(tokens, at)) return { role: "default" };
  const opening = tokens[up]?.text;
  if ((opening === "[" || (opening === "(" && declared.length > 0)) && callee === "" && key < 0) return listRole(tokens, up, declared);
  if (/^(choices|enum|options|allowed\w*|supported\w*)$/i.test(name)) return said("ui-list");
  if (opening === "{" && key >= 0 && isChoice(tokens, up, name)) return said("ui-list");
  if ((opening === "{" || opening === "(") && key >= 0 && isModelKey(name) && !isMapEntry(tokens, up))
    return isAnswer(tokens, up) ? said("message") : { role: "body" };
  if (opening === "{" && key < 0 && !isStatement(tokens, at))
    return declared.some((one) => CHOICES.test(one) || /models$/i.test(one)) ? said("ui-list") : { role: "map" };
  if (opening === "{" && tokens[key + 1]?.text !== "=") return { role: "map" };
  return { role: "constant" };
}

function said(role: Role & LeftOutReason): JudgedRole {
  return { role };
}

/** Whether a string is the path of a module: `from "lib/kling-video/client"`, `require("…")`. */
function isImported(tokens: readonly Token[], at: number, called: string): boolean {
  return /^(from|import)$/.test(tokens[at - 1]?.text ?? "") || /^(require|import|require_once|require_relative|include)$/.test(called);
}

/** Whether a key usually has a model as its value. */
export function isModelKey(name: string): boolean {
  return /^(\w*[._-])?(model|model_?name|model_?id|model_?key|endpoint|engine|deployment|version|ai_?model)$/i.test(name) || /model(name|id)?$/i.test(name);
}

/** Whether a string is part of a type: of a union, of `Literal[…]`, of an interface or a type, or of a list that is `as const`. */
function isType(tokens: readonly Token[], at: number): boolean {
  const { up, line } = tokenAt(tokens, at);
  const single = (index: number): boolean => tokens[index]?.text === "|" && tokens[index]?.kind === "punct";
  if ((single(at - 1) && tokens[at - 2]?.kind === "string") || (single(at + 1) && tokens[at + 2]?.kind === "string")) return true;
  if (single(at - 1) || single(at + 1)) return true;
  if (tokens[up]?.text === "[" && /^(Literal|Union|Optional)$/.test(tokens[up - 1]?.text ?? "")) return true;
  const start = segmentStart(tokens, at);
  if (tokens[start]?.text === "type" && tokens[start + 1]?.kind === "word" && tokens[start]?.line === line) return true;
  if (tokens[start]?.text === "export" && tokens[start + 1]?.text === "type") return true;
  for (const opening of bracketsOf(tokens, at)) {
    if (tokens[opening]?.text !== "{") continue;
    for (let index = opening - 1; index >= 0 && opening - index < 12; index--) {
      const text = tokens[index]?.text ?? "";
      if (text === "interface") return true;
      if (text === "type" && tokens[index + 2]?.text === "=") return true;
      if (text === ";" || text === "}" || text === ")") break;
    }
  }
  return false;
}

/** Whether a string is a key: it stands before a `:` or `=>`. */
function isKey(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (!after || (after.text !== ":" && after.text !== "=>")) return false;
  const before = tokens[at - 1]?.text ?? "";
  if (tokens[at]?.quoted === false) return after.text === ":" && before !== ":" && before !== "=";
  if (tokens[tokenAt(tokens, at).up]?.text === "(" && after.text === ":") return false;
  return before === "{" || before === "," || before === "[" || before === "(" || before === ";" || tokens[at - 1]?.line !== tokens[at]?.line;
}

/** The role of an id that is a key. Its value may be a price, a label, the model's capabilities or another id. */
function keyRole(tokens: readonly Token[], at: number, path: string): JudgedRole {
  const value = tokens[at + 2];
  if (value?.kind === "number" || declaredNames(tokens, at).some((name) => MONEY.test(name))) return said("price-table");
  const names = declaredNames(tokens, at);
  if (/\.(json|ya?ml)$/.test(path) || names.some((name) => CHOICES.test(name))) return said("key");
  if (value?.kind === "string" && value.text !== tokens[at]?.text && names.some((name) => /models$/i.test(name))) return { role: "map" };
  return said("key");
}

/** The names declared around a token: the variables whose value contains it, and the function whose parameter list contains it. */
function declaredNames(tokens: readonly Token[], at: number): string[] {
  const names: string[] = [];
  for (const place of [at, ...bracketsOf(tokens, at)]) {
    const key = keyOf(tokens, place);
    if (key >= 0) names.push(tokens[key]?.text ?? "");
    if (tokens[place]?.text === "(" && isDefinition(tokens, place)) {
      names.push(calleeOf(tokens, place));
      break;
    }
    if (names.length > 6) break;
  }
  return names;
}

function isDefinition(tokens: readonly Token[], open: number): boolean {
  return ["def", "function", "func", "fn", "fun", "sub"].includes(tokens[open - 2]?.text ?? "") || ["function", "fn"].includes(tokens[open - 1]?.text ?? "");
}

/** Whether a string is in a list that is searched: `model in ("a", "b")`, `["a", "b"].includes(model)`. */
function isInside(tokens: readonly Token[], at: number): boolean {
  const { up } = tokenAt(tokens, at);
  const opening = tokens[up];
  if (!opening || opening.text === "}") return false;
  if (tokens[up - 1]?.text === "in" || (tokens[up - 1]?.text === "not" && tokens[up - 2]?.text === "in"))
    return opening.text !== "{" || tokens[up - 2]?.text !== "for";
  return tokens[opening.pair + 1]?.text === "." && COMPARING.test(tokens[opening.pair + 2]?.text ?? "");
}

/** Whether a string is compared with `in`: `"a" in models`. */
function isCompared(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === "in" || (tokens[at + 1]?.text === "not" && tokens[at + 2]?.text === "in");
}

function isTag(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && at - index < 40; index--) {
    const text = tokens[index]?.text;
    if (text === "<") return true;
    if (text === ">" || text === ";" || text === "{") return false;
  }
  return false;
}

/** The role of a fallback value, after `||`, `??`, `or` or `:-`; null if the string is none. */
function fallbackRole(tokens: readonly Token[], at: number): Role | null {
  const before = tokens[at - 1]?.text ?? "";
  if (!["||", "??", "or", ":-", "?:", "||=", "??="].includes(before)) return null;
  const start = segmentStart(tokens, at);
  for (let index = start; index < at; index++) {
    if (/^(env|environ|getenv|ENV|getEnv|get_env|GetEnvironmentVariable)$/.test(tokens[index]?.text ?? "")) return "env-default";
  }
  return before === ":-" ? "env-default" : "default";
}

/** Whether a string is the default of a function's parameter. */
function isParameter(tokens: readonly Token[], at: number): boolean {
  const { up } = tokenAt(tokens, at);
  if (tokens[at - 1]?.text !== "=") return false;
  if (tokens[up]?.text === "(" && isDefinition(tokens, up)) return true;
  if (tokens[up]?.text !== "(" && tokens[up]?.text !== "{") return false;
  // `(a, b = "x") =>`, `function f({ model = "x" })`, a method: a body follows the parameter list.
  const parameters = tokens[up]?.text === "{" ? (tokens[up]?.up ?? -1) : up;
  if (tokens[parameters]?.text !== "(") return false;
  const following = tokens[(tokens[parameters]?.pair ?? -1) + 1]?.text ?? "";
  return isDefinition(tokens, parameters) || ["=>", "{", ":", "->"].includes(following);
}

function listRole(tokens: readonly Token[], open: number, declared: readonly string[]): JudgedRole {
  const close = tokens[open]?.pair ?? -1;
  if (tokens[close + 1]?.text === "as" && tokens[close + 2]?.text === "const") return said("type");
  const name = declared[0] ?? "";
  if (CHOICES.test(name) && !/fallback/i.test(name)) return said("ui-list");
  const up = tokens[open]?.up ?? -1;
  const callee = tokens[up]?.text === "(" ? calleeOf(tokens, up) : "";
  if (/(^|\.)(Set|set|frozenset)$/.test(callee)) return said("ui-list");
  return { role: "map" };
}

/** Whether an object is one of several choices: `{ value: "x", label: "X" }`. */
function isChoice(tokens: readonly Token[], open: number, name: string): boolean {
  if (!/^(value|key)$/i.test(name)) return false;
  return hasField(tokens, open, /^(label|name|title|text)$/i);
}

function hasField(tokens: readonly Token[], open: number, name: RegExp): boolean {
  const close = tokens[open]?.pair ?? -1;
  for (let index = open + 1; index < close && index - open < 60; index++)
    if (name.test(tokens[index]?.text ?? "") && tokens[index]?.up === open && tokens[index + 1]?.text !== ",") return true;
  return false;
}

/** Whether an object is an entry of a list or a map of objects. The fields of such an entry describe something and are not sent. */
function isMapEntry(tokens: readonly Token[], open: number): boolean {
  const before = tokens[open - 1]?.text ?? "";
  const up = tokens[open]?.up ?? -1;
  if (tokens[open]?.text !== "{") return false;
  return tokens[up]?.text === "[" || (before === ":" && tokens[up]?.text === "{" && !isModelCarrier(tokens[open - 2]?.text ?? ""));
}

function isModelCarrier(name: string): boolean {
  return /^(body|json|data|input|payload|params|parameters|arguments|request|config)$/i.test(name);
}

/** Whether an object is sent back to a caller in an HTTP response. */
function isAnswer(tokens: readonly Token[], open: number): boolean {
  for (const place of [open, ...bracketsOf(tokens, open)]) {
    const up = tokens[place]?.up ?? -1;
    if (tokens[up]?.text !== "(") continue;
    if (/(^|\.)(NextResponse|res|response|Response|reply|ctx|c|status|\(\))\.(json|send|status)$|jsonify|JSONResponse|JsonResponse/.test(calleeOf(tokens, up)))
      return true;
  }
  return false;
}

/** Whether a string is in the braces of a block, not in those of a map. */
function isStatement(tokens: readonly Token[], at: number): boolean {
  const start = segmentStart(tokens, at);
  return start < at || tokens[segmentEnd(tokens, at)]?.text === ")";
}
