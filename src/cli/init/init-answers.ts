import { inputsOf } from "../../catalog/clip-request.ts";
import { resolutionsOf, searchRows } from "../../catalog/search.ts";
import type { First } from "../../manifest/first.ts";
import { type Decimal, decimal } from "../../money/decimal.ts";
import { MODES, type Mode, modeCalled, modeFollowsInput } from "../../notation/mode.ts";
import { nearest } from "../../notation/nearest.ts";
import type { Book, Model, Provider } from "../../prices/book.ts";
import { jobPrice } from "../../report/layout/format.ts";
import { clipsOf, dollarsOf, lengthOf, takesOf } from "../arguments.ts";
import { bareModels, knownModel, knownProvider } from "../prices/known.ts";
import { UsageError } from "../terminal.ts";
import type { AskQuestion } from "./init-questions.ts";
import type { InitOptions } from "./options.ts";

/**
 * What answers are checked with. `monthOf` gives the monthly cost of the answers so far; null if unknown. `refusalOf` says why the model
 * does not accept them; null if it does.
 */
export type AnswerContext = {
  book: Book;
  date: string;
  options: InitOptions;
  monthOf: (first: First) => Promise<Decimal | null>;
  refusalOf: (first: First) => Promise<string | null>;
};

/** At most this many models are listed before a question; the others are counted. */
const LISTED = 40;

/** Uses the flags, and with `ask` asks for each one that is missing. */
export async function answered(context: AnswerContext, ask: AskQuestion | null): Promise<First> {
  const { options } = context;
  if (!ask) {
    const open = [
      ...(slugOf(context) === undefined ? ["--provider"] : []),
      ...(options.model === undefined ? ["--model"] : []),
      ...(options.perMonth === undefined ? ["--per-month"] : []),
      ...(options.budget === undefined && !options.yes && !options.add ? ["--budget"] : []),
    ];
    if (open.length > 0)
      throw new UsageError(
        `Without a terminal to ask at, give ${open.join(", ")}: video-budget init --provider vertex --model veo-3.1-fast-generate-001 --per-month 350 --budget 2500`,
      );
  }
  const { provider, model } = await modelOf(context, ask);
  const mode = options.mode === undefined ? await modeOf(model, ask) : modeNamed(options.mode, model);
  const checked = checkedBy(context, { provider: provider.provider, model: model.id, mode });
  const duration = await durationOf({ model, mode, checked }, options.duration, ask);
  const resolution = await resolutionOf({ model, duration, checked }, options.resolution, ask);
  const perMonth = options.perMonth ?? (await must(ask)("How many clips a month does the product need", asked(clipsOf)));
  const takes = options.takes ?? (ask ? await ask("How many takes are generated for each, also those thrown away [1]", orElse(1, asked(takesOf))) : 1);
  const first: First = {
    workload: options.workload ?? "clips",
    ...clipOf({ provider: provider.provider, model: model.id, mode, duration, resolution }),
    perMonth,
    takes,
    monthly: options.budget ?? null,
    prices: options.prices,
  };
  if (first.monthly !== null || options.add) return first;
  return { ...first, monthly: await budgetOf(await context.monthOf(first), ask) };
}

/** The monthly budget: an answer, or without `ask` the suggestion for this monthly cost. */
export async function budgetOf(month: Decimal | null, ask: AskQuestion | null): Promise<string | null> {
  const suggested = suggestion(month);
  if (!ask) return suggested;
  const question = `What is the monthly budget, in USD${suggested === null ? "" : ` [${suggested}]`}`;
  return ask(question, suggested === null ? asked(dollarsOf) : orElse(suggested, asked(dollarsOf)));
}

type Clip = { provider: string; model: string; mode: Mode; duration: number | null; resolution: string | null };

/** A clip in the manifest's form, with the inputs that its mode needs. */
function clipOf({ provider, model, mode, duration, resolution }: Clip): Pick<First, "provider" | "model" | "mode" | "output" | "input"> {
  const { images, video, audio } = inputsOf({ mode, duration: duration ?? 0 });
  return {
    provider,
    model,
    mode,
    output: { ...(duration !== null && { duration: `${duration}s` }), ...(resolution !== null && { resolution }) },
    input: { ...(images > 0 && { images }), ...(video > 0 && { video: `${video}s` }), ...(audio > 0 && { audio: `${audio}s` }) },
  };
}

/** Rejects an answer that the model does not accept together with the earlier answers. */
type Checked = (made: Pick<Clip, "duration" | "resolution">) => Promise<void>;

function checkedBy({ refusalOf, options }: AnswerContext, of: Pick<Clip, "provider" | "model" | "mode">): Checked {
  return async (made) => {
    const first = { ...clipOf({ ...of, ...made }), workload: options.workload ?? "clips", perMonth: 1, takes: 1, monthly: null, prices: options.prices };
    const refusal = await refusalOf(first);
    if (refusal !== null) throw new UsageError(refusal);
  };
}

/** The provider from the flags: `--provider`, or the part of `--model` before the slash. */
function slugOf({ book, options: { provider, model } }: AnswerContext): string | undefined {
  const [before = ""] = model?.split("/") ?? [];
  const [only, ...others] = model === undefined ? [] : bareModels(model, book);
  return provider ?? (book.slugs.includes(before) ? before : only && others.length === 0 ? only.provider.provider : undefined);
}

async function modelOf(context: AnswerContext, ask: AskQuestion | null): Promise<{ provider: Provider; model: Model }> {
  const { book, options, date } = context;
  const named = slugOf(context);
  const provider =
    named === undefined
      ? await must(ask)("Such as fal, vertex or runway; video-budget prices search finds who sells a model.\nWhich provider", (answer) =>
          knownProvider(answer, book, ""),
        )
      : knownProvider(named, book);
  const slug = provider.provider;
  if (options.model !== undefined)
    return knownModel(options.provider === undefined && options.model.startsWith(`${slug}/`) ? options.model : `${slug}/${options.model}`, book);
  const rows = searchRows(book, { provider: slug }, date).filter(({ status }) => status !== "retired");
  const listed = rows
    .slice(0, LISTED)
    .map(({ id, example }) => `  ${id.slice(slug.length + 1)}${example ? ` (about ${jobPrice(example.amount, "USD")} a clip)` : ""}`);
  const more = rows.length > LISTED ? [`  and ${rows.length - LISTED} more: video-budget prices search --provider ${slug}`] : [];
  return must(ask)(`${[`Models of ${slug}:`, ...listed, ...more].join("\n")}\nWhich model`, (answer) => knownModel(`${slug}/${answer}`, book));
}

async function modeOf(model: Model, ask: AskQuestion | null): Promise<Mode> {
  const [first = MODES[0], ...others] = model.modes;
  if (!ask || others.length === 0) return first;
  return ask(`What goes in: ${model.modes.join(", ")} [${first}]`, (answer) => (answer === "" ? first : modeNamed(answer, model)));
}

function modeNamed(name: string, model: Model): Mode {
  const found = model.modes.find((mode) => mode === name);
  if (found) return found;
  const called = modeCalled(name);
  const meant = called && model.modes.includes(called) ? called : nearest(name, model.modes);
  throw new UsageError(`${model.id} has no mode ${name}.${meant ? ` Did you mean ${meant}?` : ""} It has: ${model.modes.join(", ")}.`);
}

/** The duration in seconds; null if the model has a default or needs no duration. */
async function durationOf(
  { model, mode, checked }: { model: Model; mode: Mode; checked: Checked },
  given: number | undefined,
  ask: AskQuestion | null,
): Promise<number | null> {
  if (given !== undefined) return given;
  const stated = model.defaults["duration"];
  const usual = typeof stated === "number" ? stated : null;
  const sends = modeFollowsInput(mode) || mode === "extend";
  if (ask) {
    const question = sends ? "How many seconds is what goes in" : "How many seconds is a clip";
    const accepted = (read: (answer: string) => number) => async (answer: string) => {
      const duration = read(answer);
      await checked({ duration, resolution: null });
      return duration;
    };
    if (usual !== null) return ask(`${question} [${usual}]`, accepted(orElse(usual, asked(lengthOf))));
    if (sends || stated === undefined) return ask(question, accepted(asked(lengthOf)));
  }
  if (sends && usual === null) throw new UsageError(`Give --duration: ${model.id} bills by the length of what goes in.`);
  return usual;
}

async function resolutionOf(
  { model, duration, checked }: { model: Model; duration: number | null; checked: Checked },
  given: string | undefined,
  ask: AskQuestion | null,
): Promise<string | null> {
  if (given !== undefined) return given;
  const stated = model.defaults["resolution"];
  const usual = typeof stated === "string" ? stated : null;
  const made = resolutionsOf(model);
  if (!ask || made.length < 2) return usual;
  const question = `Which resolution: ${made.join(", ")}${usual === null ? "" : ` [${usual}]`}`;
  return ask(question, async (answer) => {
    if (answer === "" && usual !== null) return usual;
    const found = made.find((one) => one.toLowerCase() === answer.toLowerCase());
    if (found === undefined) throw new UsageError(`${model.id} makes ${made.join(", ")}.`);
    await checked({ duration, resolution: found });
    return found;
  });
}

/** A third above the monthly cost, rounded up to two digits, so that the first report does not warn: $672.00 suggests 900. Null if the cost is unknown. */
function suggestion(month: Decimal | null): string | null {
  return month?.gt(0) ? roundedUp(month.times(4).div(3)) : null;
}

function roundedUp(amount: Decimal): string {
  const unit = decimal(10).pow(Math.max(0, amount.e - 1));
  return amount.div(unit).round(0, 3).times(unit).toFixed();
}

/** The function that asks. It exists wherever it is needed, because without a terminal the flags must be complete. */
function must(ask: AskQuestion | null): AskQuestion {
  if (!ask) throw new UsageError("A value is missing, and there is no terminal to ask for it.");
  return ask;
}

/** Reads an answer like the value of the same option. */
function asked<T>(read: (text: string) => T): (answer: string) => T {
  return (answer) => {
    try {
      return read(answer);
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  };
}

/** An empty answer means the value in brackets. */
function orElse<T>(usual: T, read: (answer: string) => T): (answer: string) => T {
  return (answer) => (answer === "" ? usual : read(answer));
}
