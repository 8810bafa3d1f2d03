import type { Vocabulary } from "./detect/vocabulary.ts";
import { type EvidenceAround, evidenceAround, folderOf } from "./evidence-around.ts";
import type { FileFacts, OpenCall, Parameters } from "./file/facts.ts";
import { type CodeFinding, type CodePlace, type Confidence, type Hint, type Hints, type LeftOutOfScan, type LeftOutReason, ROLES } from "./finding.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { mergedParameters } from "./merged-parameters.ts";
import { whoseIs } from "./provider.ts";

/** What is collected for one provider and model under one manifest. */
type Draft = {
  provider: string;
  providers: readonly string[];
  model: string | null;
  dynamic: string | null;
  manifest: string | null;
  places: CodePlace[];
  parameters: Parameters[];
  mentions: CodePlace[];
};

/** Turns the facts of all files into findings, one for each manifest, provider and model. */
export function codeFindings(
  facts: readonly FileFacts[],
  vocabulary: Vocabulary,
  manifests: readonly string[],
): { findings: CodeFinding[]; left_out: LeftOutOfScan[] } {
  const drafting = draftingOf(facts, vocabulary, manifests);
  const { drafts, left_out } = drafting;
  const here = new Map(facts.map((file) => [file, addSightings(file, drafting)]));
  const byBase = new Map<string, Draft[]>();
  for (const [{ path }, drafted] of here) if (drafted.size > 0) byBase.set(baseOf(path), [...(byBase.get(baseOf(path)) ?? []), ...drafted]);
  const sold = new Set([...drafts.values()].map(({ provider }) => provider));
  for (const file of facts) {
    if (file.open.length === 0) continue;
    const mine = here.get(file) ?? new Set();
    const near = mine.size > 0 ? mine : new Set([...file.imports].flatMap((name) => byBase.get(name) ?? []));
    for (const call of file.open) addOpen(call, { here: near, sold }, file, drafting);
  }

  const hints = new Map(facts.map(({ path, hints: found, giveUpAfter }) => [path, { found, giveUpAfter }]));
  const longer = startsOf([...drafts.values()]);
  const made = [...drafts.values()].filter((one) => {
    const asked = isAppOnly(one, longer, vocabulary);
    if (asked) left_out.push(...one.places.map(({ file, line }): LeftOutOfScan => ({ why: "not-video", file, line, text: one.model })));
    return !asked;
  });
  const findings = made.map((one): CodeFinding => finish(one, hints, vocabulary, left_out));
  return { findings: findings.sort(inOrder), left_out };
}

/** The state while findings are collected file by file. */
type Drafting = {
  vocabulary: Vocabulary;
  around: EvidenceAround;
  /** Ids that the team uses as its own names for others, in lower case. */
  aliases: ReadonlySet<string>;
  drafts: ReadonlyMap<string, Draft>;
  left_out: LeftOutOfScan[];
  /** The draft of a provider and a model under the manifest that owns a path. It is created on first use. */
  draft: (key: Pick<Draft, "provider" | "providers" | "model" | "dynamic">, path: string) => Draft;
};

function draftingOf(facts: readonly FileFacts[], vocabulary: Vocabulary, manifests: readonly string[]): Drafting {
  const owner = ownerOf(manifests);
  const drafts = new Map<string, Draft>();
  return {
    vocabulary,
    around: evidenceAround(facts),
    aliases: new Set(facts.flatMap((one) => one.aliases)),
    drafts,
    left_out: [],
    draft(key, path) {
      const manifest = owner(path);
      const name = JSON.stringify([manifest, key.provider, key.model?.toLowerCase() ?? null, key.dynamic]);
      const known = drafts.get(name) ?? { ...key, manifest, places: [], parameters: [], mentions: [] };
      drafts.set(name, known);
      return known;
    },
  };
}

/** Adds the ids of a file. @returns the drafts with a place in this file */
function addSightings(file: FileFacts, { vocabulary, around, aliases, draft, left_out }: Drafting): Set<Draft> {
  const mine = new Set<Draft>();
  const levels = around(file.path);
  for (const sighting of file.sightings) {
    const { line, role, identity, parameters, weak } = sighting;
    if (weak && !identity.providers.some((slug) => levels.some((level) => (level.get(slug) ?? 0) >= 4))) continue;
    if (aliases.has(identity.model.toLowerCase()) && ROLES[role] !== "call") {
      left_out.push({ why: "key", file: file.path, line, text: identity.model });
      continue;
    }
    const one = draft({ ...whoseIs(sighting, levels, vocabulary), model: identity.model, dynamic: null }, file.path);
    const place = { file: file.path, line, role };
    if (ROLES[role] === "mention") one.mentions.push(place);
    else {
      one.places.push(place);
      one.parameters.push(parameters);
      mine.add(one);
    }
  }
  const byModel = new Map<string, Draft[]>();
  for (const one of mine) byModel.set(one.model?.toLowerCase() ?? "", [...(byModel.get(one.model?.toLowerCase() ?? "") ?? []), one]);
  for (const { line, model } of file.sends) {
    for (const one of byModel.get(model.toLowerCase()) ?? []) one.places.push({ file: file.path, line, role: "call" });
  }
  return mine;
}

/**
 * Adds a call without a model of its own. If the file or an import of it has models of the call's provider, the call counts for those.
 * Otherwise it becomes a finding whose model is decided at run time.
 * `here`: drafts of models in the file or its imports. `sold`: providers with any model in the code.
 */
function addOpen(
  call: OpenCall,
  { here, sold }: { here: ReadonlySet<Draft>; sold: ReadonlySet<string> },
  { path }: FileFacts,
  { around, left_out, draft }: Drafting,
): void {
  const place: CodePlace = { file: path, line: call.line, role: "call" };
  const levels = around(path);
  const shown = call.providers.filter((slug) => levels.some((level) => level.has(slug)));
  if (!call.sure && shown.length === 0) {
    left_out.push({ why: "no-evidence", file: path, line: call.line, text: call.providers.join(", ") });
    return;
  }
  const level = levels.find((one) => call.providers.some((slug) => one.has(slug)));
  const provider = [...call.providers].sort((first, second) => (level?.get(second) ?? 0) - (level?.get(first) ?? 0))[0] ?? "unknown";
  const sending = [...here].filter((one) => one.provider === provider);
  if (sending.length > 0 && call.dynamic !== "") {
    for (const one of sending) {
      one.places.push(place);
      one.parameters.push(call.parameters);
    }
    return;
  }
  const isVideo = call.video === "yes" || (call.video === "unsaid" && sold.has(provider));
  if (!isVideo) {
    left_out.push({ why: "not-video", file: path, line: call.line, text: provider });
    return;
  }
  const one = draft({ provider, providers: [provider], model: null, dynamic: call.dynamic === "" ? null : call.dynamic }, path);
  one.places.push(place);
  one.parameters.push(call.parameters);
}

/**
 * Whether an id is only the start of a longer one, occurs only in URLs and has no price. An example is `queue.fal.run/fal-ai/kling-video`,
 * the address to poll jobs of `fal-ai/kling-video/v2.1/pro/image-to-video`.
 */
function isAppOnly({ model, provider, places }: Draft, longer: ReadonlySet<string>, vocabulary: Vocabulary): boolean {
  if (model === null || places.length === 0 || places.some(({ role }) => role !== "url") || vocabulary.isPriced(provider, model)) return false;
  return longer.has(`${provider} ${model.toLowerCase()}/`);
}

/** Each provider with every start of an id that ends at a slash. */
function startsOf(drafts: readonly Draft[]): Set<string> {
  const found = new Set<string>();
  for (const { provider, model } of drafts) {
    const id = model?.toLowerCase() ?? "";
    for (let slash = id.indexOf("/"); slash >= 0; slash = id.indexOf("/", slash + 1)) found.add(`${provider} ${id.slice(0, slash + 1)}`);
  }
  return found;
}

function finish(
  one: Draft,
  hints: ReadonlyMap<string, { found: readonly Hint[]; giveUpAfter: number | null }>,
  vocabulary: Vocabulary,
  left_out: LeftOutOfScan[],
): CodeFinding {
  const { provider, providers, model, dynamic, manifest } = one;
  const only = one.places.length === 0;
  if (!only) left_out.push(...one.mentions.map(({ file, line, role }): LeftOutOfScan => ({ why: role as LeftOutReason, file, line, text: model })));
  const places = unique(only ? one.mentions : one.places);
  return {
    provider,
    providers,
    model,
    dynamic,
    priced: model !== null && providers.some((slug) => vocabulary.isPriced(slug, model)),
    confidence: confidenceOf(places),
    parameters: mergedParameters(one.parameters),
    places,
    hints: hintsOf(places, hints),
    manifest,
    fingerprint: fingerprintOf([manifest ?? "", provider, model?.toLowerCase() ?? "", dynamic ?? ""]),
  };
}

/** The name under which a file is imported: its own without the extension, or its folder's for `index` and `__init__`. */
function baseOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  return name === "index" || name === "__init__" ? (folderOf(path).split("/").at(-1) ?? name) : name;
}

/** One place per line, with the role of the highest confidence. */
function unique(places: readonly CodePlace[]): CodePlace[] {
  const byLine = new Map<string, CodePlace>();
  for (const place of places) {
    const key = `${place.file}:${place.line}`;
    const known = byLine.get(key);
    if (!known || sureness(ROLES[place.role]) > sureness(ROLES[known.role])) byLine.set(key, place);
  }
  return [...byLine.values()].sort((first, second) => (first.file === second.file ? first.line - second.line : first.file < second.file ? -1 : 1));
}

function sureness(confidence: Confidence): number {
  return { mention: 0, constant: 1, call: 2 }[confidence];
}

function confidenceOf(places: readonly CodePlace[]): Confidence {
  return places.reduce((best: Confidence, { role }) => (sureness(ROLES[role]) > sureness(best) ? ROLES[role] : best), "mention");
}

function hintsOf(places: readonly CodePlace[], hints: ReadonlyMap<string, { found: readonly Hint[]; giveUpAfter: number | null }>): Hints {
  const files = [...new Set(places.filter(({ role }) => ROLES[role] === "call").map(({ file }) => file))].flatMap((file) => hints.get(file) ?? []);
  const seen = new Set<string>();
  const notes = files
    .flatMap(({ found }) => found)
    .filter(({ kind, file, line }) => {
      const key = `${kind} ${file}:${line}`;
      return !seen.has(key) && seen.add(key);
    });
  const attempts = notes.find(({ kind, value }) => kind === "retried-submit" && value !== null)?.value ?? null;
  const wait = files.find(({ giveUpAfter }) => giveUpAfter !== null)?.giveUpAfter ?? null;
  return { ...(attempts !== null && { max_attempts: attempts }), ...(wait !== null && { give_up_after: wait }), notes };
}

function ownerOf(manifests: readonly string[]): (path: string) => string | null {
  const folders = new Map<string, string>();
  // A manifest in `.github/` owns the folder above, usually the whole repository.
  for (const manifest of [...manifests].sort()) {
    const folder = folderOf(manifest).replace(/(^|\/)\.github$/, "");
    if (!folders.has(folder)) folders.set(folder, manifest);
  }
  return (path) => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = folders.get(folder);
      if (found || folder === "") return found ?? null;
    }
  };
}

function inOrder(first: CodeFinding, second: CodeFinding): number {
  const key = ({ manifest, provider, model, dynamic }: CodeFinding): string => [manifest ?? "", provider, model ?? "\uffff", dynamic ?? ""].join("\0");
  return key(first) < key(second) ? -1 : key(first) > key(second) ? 1 : 0;
}
