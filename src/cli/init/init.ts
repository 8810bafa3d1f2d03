import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { diskReader, repositoryOf } from "../../files/disk.ts";
import { gather } from "../../gather.ts";
import { type First, firstManifest, firstWorkflow, WORKFLOW_PATH } from "../../manifest/first.ts";
import { MANIFEST_NAMES } from "../../manifest/names.ts";
import type { Decimal } from "../../money/decimal.ts";
import type { Book } from "../../prices/book.ts";
import { inert } from "../../report/layout/escape.ts";
import { hint, sentence } from "../../report/words/messages.ts";
import type { Review } from "../../review/result.ts";
import { review } from "../../review/review.ts";
import { distributionsFor } from "../../risk/needs-distributions.ts";
import { check } from "../check.ts";
import { bookWithFiles } from "../prices/price-book.ts";
import { type Terminal, today, UsageError } from "../terminal.ts";
import { type Extended, manifestToExtend, withWorkload, writeExtended } from "./add-workload.ts";
import { actionAddress, manifestPage, schemaAddress } from "./address.ts";
import { answered } from "./init-answers.ts";
import { withQuestions } from "./init-questions.ts";
import type { InitOptions } from "./options.ts";

const MANIFEST = MANIFEST_NAMES[0];

/**
 * `video-budget init`: writes a first manifest and its workflow, both or neither, and prints the first report.
 * At a terminal, it asks for missing flags. It never changes a file that exists.
 * @returns the exit code of the report. @throws UsageError, I/O errors
 */
export async function init(options: InitOptions, terminal: Terminal): Promise<number> {
  const { cwd, process } = terminal;
  const root = repositoryOf(cwd);
  const workflowFile = resolve(root, WORKFLOW_PATH);
  const extended = options.add ? await manifestToExtend(options.workload ?? "clips", terminal) : null;
  if (extended && options.fromCode) throw new UsageError("To add the workloads of code to a manifest that is there: video-budget scan --write.");
  if (!extended) refuseExisting(options, terminal, workflowFile);
  const book = await bookWithFiles(options, terminal);
  const date = options.date ?? today();
  const action = await actionAddress(options.action, terminal.folder);
  const links = { schema: schemaAddress(action, resolve(terminal.folder), cwd), page: manifestPage(action) };
  const monthOf = async (text: string): Promise<Decimal | null> => {
    const { total } = await reviewOf({ name: MANIFEST, text }, book, date, cwd);
    return total.complete ? (total.head?.expected ?? null) : null;
  };
  if (options.fromCode) {
    const { manifestFromCode } = await import("./from-code.ts");
    const text = await manifestFromCode(options, { links, manifest: MANIFEST, monthOf }, terminal);
    return writeAll({ text, action, workflowFile }, options, terminal);
  }
  const refusalOf = async (first: First): Promise<string | null> => {
    const errors = errorsOf(await reviewOf({ name: MANIFEST, text: firstManifest(first, links) }, book, date, cwd));
    return errors.length > 0 ? errors.join("\n") : null;
  };
  const context = { book, date, options, monthOf: (first: First) => monthOf(firstManifest(first, links)), refusalOf };
  const asks = process.stdin.isTTY === true && !options.yes;
  const first = asks ? await withQuestions(process, (ask) => answered(context, ask)) : await answered(context, null);

  if (extended) {
    const text = withWorkload(extended, first);
    refuseErrors(await reviewOf({ ...extended, text }, book, date, cwd));
    await writeExtended(extended, text, terminal);
    process.stderr.write(`Added ${first.workload} to ${extended.name}\n\n`);
    return check([extended.name], { ...options, prices: [] }, terminal);
  }
  const text = firstManifest(first, links);
  refuseErrors(await reviewOf({ name: MANIFEST, text }, book, date, cwd));
  return writeAll({ text, action, workflowFile }, options, terminal);
}

/** Writes manifest and workflow, reports that, and prints the report that the first pull request will show. */
async function writeAll(
  { text, action, workflowFile }: { text: string; action: string | null; workflowFile: string },
  options: InitOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, process } = terminal;
  const root = repositoryOf(cwd);
  const below = relative(root, resolve(cwd, MANIFEST)).replaceAll("\\", "/");
  const found = MANIFEST_NAMES.some((name) => name === below);
  const files: [string, string][] = [
    [resolve(cwd, MANIFEST), text],
    ...(options.workflow && action !== null ? [[workflowFile, firstWorkflow(action, found ? null : below)] as [string, string]] : []),
  ];
  await writeNew(files);
  for (const [file] of files) process.stderr.write(`Wrote ${inert(relative(cwd, file), 4096)}\n`);
  if (options.workflow && action === null) {
    process.stderr.write(
      `No workflow was written, because this copy does not know which repository publishes the action. Copy the workflow from the README, and replace OWNER/video-budget with that repository.
`,
    );
  }
  process.stderr.write("\n");
  return check([MANIFEST], { ...options, prices: [] }, terminal);
}

function refuseExisting({ workflow }: InitOptions, { cwd }: Terminal, workflowFile: string): void {
  const manifest = MANIFEST_NAMES.find((name) => existsSync(resolve(cwd, name)));
  if (manifest !== undefined)
    throw new UsageError(`${manifest} exists already, and init overwrites nothing. Add a workload to it with --add, or see what it costs: video-budget check.`);
  if (workflow && existsSync(workflowFile)) {
    throw new UsageError(
      `${relative(cwd, workflowFile)} exists already, and init overwrites nothing. Write the manifest alone with --no-workflow, and name it in the workflow's \`manifest\` input.`,
    );
  }
}

/** Prices a manifest that is not written yet. */
async function reviewOf({ name, text }: Extended, book: Book, date: string, cwd: string): Promise<Review> {
  const disk = diskReader(cwd, [repositoryOf(cwd)]);
  const bytes = new TextEncoder().encode(text);
  const head = await gather({ ...disk, read: async (path) => (path === name ? bytes : disk.read(path)) }, [name], book.snapshot);
  return review({ head, base: null, book, date, renamed: new Map(), distributions: await distributionsFor(head) });
}

function refuseErrors(review: Review): void {
  const errors = errorsOf(review);
  if (errors.length > 0) throw new UsageError(`${errors.join("\n")}\nNothing was written.`);
}

function errorsOf({ problems }: Review): string[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  return errors.map((problem) => [sentence(problem), hint(problem)].filter((part) => part !== null).join(" "));
}

/** Writes files that do not exist yet: all of them, or none. */
async function writeNew(files: readonly (readonly [string, string])[]): Promise<void> {
  const { mkdir, unlink, writeFile } = await import("node:fs/promises");
  const written: string[] = [];
  try {
    for (const [file, text] of files) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { flag: "wx" });
      written.push(file);
    }
  } catch (error) {
    await Promise.all(written.map((file) => unlink(file).catch(() => undefined)));
    throw error;
  }
}
