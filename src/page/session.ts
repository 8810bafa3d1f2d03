import { type Gathered, gather } from "../gather.ts";
import { redeclared } from "../manifest/parse.ts";
import { type Tree, treeAt, withValue } from "../notation/tree.ts";
import type { Book } from "../prices/book.ts";
import type { Review } from "../review/result.ts";
import { review } from "../review/review.ts";
import { type Distributions, loadDistributions } from "../stats/distributions.ts";
import { keySetter } from "../yaml/set-keys.ts";
import { type Edits, editedText, editTree, over, type WorkloadEdits } from "./edits.ts";
import type { PageData, PlannedFiles } from "./fill.ts";
import { replay } from "./recording.ts";

/** An open plan: gives its review and its texts with any edits. */
export type Session = {
  /** The review of the plan with edits, as `check` would give for the edited texts. Problems, however, have the lines of the original texts. */
  reviewOf: (edits: Edits) => Promise<Review>;
  /** The texts of the edited manifests, by path. `stuck`: the path of a key that cannot be written. */
  textsOf: (edits: Edits) => { texts: ReadonlyMap<string, string> } | { stuck: readonly string[] };
};

/** What all reviews of a session share. */
type Context = {
  plan: PlannedFiles;
  book: Book;
  date: string;
  distributions: Distributions;
  written: Gathered;
  /** By file; each is created at the file's first edit. */
  setters: Map<string, ReturnType<typeof keySetter>>;
};

/** Reads a plan once. After an edit, only the edited workload is read again, so that the page can follow a slider. */
export async function openSession(plan: PlannedFiles, { date }: Pick<PageData, "date">, book: Book): Promise<Session> {
  const distributions = await loadDistributions();
  const written = await gather(replay(plan.recording), plan.roots, book.snapshot, { prices: plan.prices });
  const context: Context = { plan, book, date, distributions, written, setters: new Map() };
  const read = new WeakMap<WorkloadEdits, Gathered["manifests"][number] | null>();
  return {
    reviewOf: async (edits) => {
      const head = redeclaredBy(edits, written, read) ?? (await gatherEdited(edits, context));
      return review({ head, base: null, book, date, distributions, renamed: new Map() });
    },
    textsOf: (edits) => textsOf(edits, context),
  };
}

/** Replaces the edited workloads in what was read; null if the texts must be read again. Each set of edits is read once. */
function redeclaredBy(edits: Edits, written: Gathered, read: WeakMap<WorkloadEdits, Gathered["manifests"][number] | null>): Gathered | null {
  const manifests = [...written.manifests];
  const files = new Map(written.files);
  for (const one of edits.values()) {
    const index = manifests.findIndex(({ file }) => file === one.file);
    const manifest = manifests[index];
    const original = written.manifests[index];
    if (!manifest || !original) return null;
    const own = over(treeAt(treeAt(original.yaml.value, "workloads"), one.name), editTree(one));
    if (!read.has(one)) read.set(one, redeclared(original, one.name, own));
    const next = read.get(one)?.workloads.find(({ name }) => name === one.name);
    if (!next) return null;
    // The YAML value changes together with the workload, because levers are edits of the YAML value.
    const yaml = { ...manifest.yaml, value: withValue(manifest.yaml.value as Tree, ["workloads", one.name], own) };
    files.set(one.file, yaml);
    manifests[index] = { ...manifest, yaml, workloads: manifest.workloads.map((other) => (other.name === one.name ? next : other)) };
  }
  return { ...written, manifests, files };
}

async function gatherEdited(edits: Edits, context: Context): Promise<Gathered> {
  const { plan, book } = context;
  const edited = textsOf(edits, context);
  if ("stuck" in edited) throw new Error(`${edited.stuck.join(".")} cannot be set in this manifest.`);
  return gather(replay(plan.recording, edited.texts), plan.roots, book.snapshot, { prices: plan.prices });
}

function textsOf(edits: Edits, { written, setters }: Context): ReturnType<Session["textsOf"]> {
  const texts = new Map<string, string>();
  for (const file of new Set([...edits.values()].map((one) => one.file))) {
    const text = written.files.get(file)?.text ?? "";
    const set = setters.get(file) ?? keySetter(text);
    setters.set(file, set);
    const edited = editedText(text, file, edits, set);
    if ("stuck" in edited) return edited;
    texts.set(file, edited.text);
  }
  return { texts };
}
