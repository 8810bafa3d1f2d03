import { Option } from "commander";
import { clipsOf, dollarsOf, groupOf, intervalOf, monthsOf, oneMore } from "../arguments.ts";
import type { CheckCommandOptions } from "../check.ts";
import type { ScanCommandOptions } from "../code-of-folder.ts";
import type { ExplainOptions } from "../explain.ts";
import { CHECK_FORMATS, type Options } from "../terminal.ts";
import type { TestPlanOptions } from "../test-plan.ts";
import { command, type Declaring, exchanged, shared } from "./command.ts";

/** The commands that read manifests and estimate their cost. */

export function declareCheck({ program, end, terminal }: Declaring): void {
  command(program, "check", "estimate the monthly cost, compare it with base, and check it against the budgets", CHECK_FORMATS)
    .argument("[manifests...]", "paths or globs; - reads standard input. Default: video-budget.yml, video-budget.yaml, .github/video-budget.yml")
    .option("--base <ref|file>", "compare with the merge base of a git ref and HEAD, or with a file")
    .option("--lock <file>", "the price lock to compare with (default: video-budget.lock, if it exists)")
    .option("--months <number>", "number of months to show, including this one (default: 12 if anything varies by month)", monthsOf)
    .addOption(
      new Option("--actuals <file>", "what was billed this month, a log of jobs or a bill: the past days are that, the rest the plan; repeatable")
        .argParser(oneMore)
        .default([], "none"),
    )
    .option("--html <file>", "also write an interactive what-if page")
    .option("--group-by <key>", "also group by tag:KEY, provider, model or mode", groupOf)
    .action(async (manifests: string[], options: CheckCommandOptions) => {
      const { check } = await import("../check.ts");
      end(await check(manifests, options, terminal(options)));
    });
}

export function declareLock({ program, end, terminal }: Declaring): void {
  shared(
    program.command("lock").description("record the price of every workload, so that later price changes are visible"),
    "the lock to write (default: video-budget.lock)",
  )
    .argument("[manifests...]", "paths or globs; - reads standard input")
    .action(async (manifests: string[], options: Options) => {
      const { lockPrices } = await import("../lock.ts");
      end(await lockPrices(manifests, options, terminal(options)));
    });
}

export function declareExplain({ program, end, terminal }: Declaring): void {
  command(program, "explain", "show every figure of one workload: formula, price, source, assumptions")
    .argument("[name|manifest]", "a workload of the default manifest, or a manifest; without it, list the workloads")
    .option("--workload <name>", "the workload to explain")
    .action(async (argument: string | undefined, options: ExplainOptions) => {
      const { explainWorkload } = await import("../explain.ts");
      end(await explainWorkload(argument, options, terminal(options)));
    });
}

export function declareScan({ program, end, terminal }: Declaring): void {
  exchanged(command(program, "scan", "find video-generation calls in code, by provider and model, with the cost of one clip"))
    .argument("[paths...]", "folders or files; default: the working directory")
    .addOption(new Option("--ignore <glob>", "leave these paths out; repeatable").argParser(oneMore).default([], "none"))
    .addOption(
      new Option("--manifest <file>", "check the code against this manifest; repeatable (default: video-budget.yml of every folder)")
        .argParser(oneMore)
        .default([], "none"),
    )
    .option("--write", "add a workload for each call that none declares to its manifest; needs --per-month, or asks", false)
    .option("--per-month <clips>", "with --write: clips a month of each workload that is added", clipsOf)
    .action(async (paths: string[], options: ScanCommandOptions) => {
      const { scanCode } = await import("../scan.ts");
      end(await scanCode(paths, options, terminal(options)));
    });
}

export function declareTestPlan({ program, end, terminal }: Declaring): void {
  command(program, "test-plan", "plan a small paid test before production: its jobs, their cost, and what they can prove")
    .argument("[manifests...]", "paths or globs; - reads standard input")
    .option("--budget <usd>", "the most that all jobs together can cost, in USD (default: no limit)", dollarsOf)
    .option("--interval <share>", "target precision of a failure rate, on each side", intervalOf, 0.05)
    .option("--warn-above <usd>", "warn about a job that costs more, in USD (default: 5)", dollarsOf)
    .option("--csv <file>", "write a table to fill in, for reconcile and calibrate; never overwrites a file")
    .option("--all", "also plan workloads that have evidence already", false)
    .action(async (manifests: string[], options: TestPlanOptions) => {
      const { planTests } = await import("../test-plan.ts");
      end(await planTests(manifests, options, terminal(options)));
    });
}
