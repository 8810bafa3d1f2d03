import { Option } from "commander";
import { SORTS } from "../../catalog/sort.ts";
import { MODES } from "../../notation/mode.ts";
import { daysOf, dollarsOf, figureOf, lengthOf, numberOf, oneMore, ratioOf, rowCountOf } from "../arguments.ts";
import type { Fx, SearchOptions } from "../prices/prices.ts";
import type { CheckOptions } from "../prices/prices-check.ts";
import type { CompareOptions } from "../prices/prices-compare.ts";
import type { ConfirmOptions } from "../prices/prices-confirm.ts";
import type { ExportOptions } from "../prices/prices-export.ts";
import type { UpdateOptions } from "../prices/prices-update.ts";
import type { Options } from "../terminal.ts";
import { type Declaring, day, exchanged, shared } from "./command.ts";

/** `video-budget prices` and its commands. */
export function declarePrices(declaring: Declaring): void {
  const program = declaring.program.command("prices").description("search, show, rank, check and confirm prices of the price book");
  for (const declare of [search, show, compare, explore, check, confirm, update, exportBook]) declare({ ...declaring, program });
}

function search({ program: prices, end, terminal }: Declaring): void {
  exchanged(shared(prices.command("search").description("search for models in the price book")))
    .argument("[words...]", "parts of a provider, an id or an alias")
    .option("--provider <slug>")
    .option("--model <id>", "the exact id of a model, or an alias of it")
    .addOption(new Option("--mode <mode>").choices(MODES))
    .option("--resolution <class>", "only models with this resolution, priced at it (default: any, priced at 720p if available)")
    .option("--duration <length>", "length of the priced clip (default: 5 s)", lengthOf)
    .addOption(new Option("--sort <order>", "of the rows").choices(SORTS).default("book"))
    .option("--limit <rows>", "number of rows to show", rowCountOf)
    .option("--max-price <usd>", "at most this many USD for the job shown; models without a known price are counted, not shown", dollarsOf)
    .action(async (words: string[], options: SearchOptions) => {
      const { searchPrices } = await import("../prices/prices.ts");
      end(await searchPrices(words, options, terminal(options)));
    });
}

function show({ program: prices, end, terminal }: Declaring): void {
  exchanged(shared(prices.command("show").description("show everything about one model, and what a clip costs")))
    .argument("<provider/model>")
    .action(async (name: string, options: Options & Fx) => {
      const { showPrice } = await import("../prices/prices.ts");
      end(await showPrice(name, options, terminal(options)));
    });
}

function compare({ program: prices, end, terminal }: Declaring): void {
  exchanged(shared(prices.command("compare").description("rank models by the price of one clip, cheapest first")))
    .argument("[models...]", "compare only these: provider/model, or an id that one provider sells")
    .addOption(new Option("--mode <mode>", "what the job does; default of named models: the first that all of them have").choices(MODES))
    .option(
      "--duration <length>",
      "default of named models: 5 s; of the clip: a number of seconds, or 8s; of the input, where the clip is as long as what goes in",
      lengthOf,
    )
    .option("--resolution <class>", "such as 1080p, or an exact size; default: each provider's own")
    .option("--audio", "with sound; default: each provider's own")
    .option("--no-audio", "without sound")
    .option("--aspect-ratio <ratio>", "such as 9:16; default: each provider's own", ratioOf)
    .option("--fps <number>", "default: each provider's own", numberOf)
    .addOption(new Option("--provider <slug>", "only this provider; repeatable").argParser(oneMore).default([], "all"))
    .action(async (models: string[], options: CompareOptions) => {
      const { comparePrices } = await import("../prices/prices-compare.ts");
      end(await comparePrices(models, options, terminal(options)));
    });
}

function explore({ program: prices, end, terminal }: Declaring): void {
  prices
    .command("explore")
    .description("write a page that compares the price of one clip everywhere")
    .requiredOption("--html <file>", "the page to write")
    .option("--date <YYYY-MM-DD>", "the date of the prices to use, UTC (default: today)", day)
    .exitOverride()
    .action(async ({ html, date }: { html: string; date?: string }) => {
      const { explorePrices } = await import("../page.ts");
      const options = { format: "text", prices: [], color: "auto", verbose: false, html, ...(date !== undefined && { date }) } as const;
      end(await explorePrices({ ...options, prices: [] }, terminal(options)));
    });
}

function check({ program: prices, end, terminal }: Declaring): void {
  exchanged(shared(prices.command("check").description("list prices that are old, end soon or differ from another list, and models that retire soon")))
    .argument("[providers...]", "check only these; default: all")
    .option("--max-age <days>", "a price counts as old this many days after it was last checked", daysOf, 180)
    .option("--ahead <days>", "look this many days ahead for prices that end and models that retire", daysOf, 90)
    .option("--against <file>", "compare it with a LiteLLM model_prices_and_context_window.json")
    .option("--strict", "exit 1 if anything is found", false)
    .action(async (providers: string[], options: CheckOptions) => {
      const { checkPrices } = await import("../prices/prices-check.ts");
      end(await checkPrices(providers, options, terminal(options)));
    });
}

function confirm({ program: prices, end, terminal }: Declaring): void {
  const overrides = "the price file to write, or to write into (default: prices/PROVIDER.yml)";
  shared(prices.command("confirm").description("record that you compared one price with its page, in a price file"), overrides)
    .argument("<provider/model>")
    .option("--same", "every figure is unchanged")
    .option(
      "--set <number=amount>",
      "the figure with this number is now this amount, all others are unchanged; repeatable",
      figureOf,
      new Map<number, string>(),
    )
    .option("--source <address>", "the address that you read, if it is a different one")
    .action(async (name: string, options: ConfirmOptions) => {
      const { confirmPrice } = await import("../prices/prices-confirm.ts");
      end(await confirmPrice(name, options, terminal(options as Options)));
    });
}

function exportBook({ program: prices, end, terminal }: Declaring): void {
  shared(prices.command("export").description("export the prices in force for another program"))
    .addOption(new Option("--for <what>", "which form").choices(["litellm", "csv", "json"]).makeOptionMandatory())
    .action(async (options: ExportOptions) => {
      const { exportPrices } = await import("../prices/prices-export.ts");
      end(await exportPrices(options, terminal(options)));
    });
}

function update({ program: prices, end, terminal }: Declaring): void {
  exchanged(shared(prices.command("update").description("compare machine-readable price lists with the price book, and update price files")))
    .addOption(
      new Option("--from <[name=]file|url>", "a feed: a file, or an https address, which is only asked where it is given; repeatable")
        .argParser(oneMore)
        .default([], "none"),
    )
    .option("--write", "write a seller's own prices into prices/PROVIDER.yml: a new dated price, or a newer day of checking", false)
    .action(async (options: UpdateOptions) => {
      const { updatePrices } = await import("../prices/prices-update.ts");
      end(await updatePrices(options, terminal(options)));
    });
}
