import { Option } from "commander";
import { MODES } from "../../notation/mode.ts";
import { actionOf, clipsOf, dollarsOf, lengthOf, takesOf, workloadOf } from "../arguments.ts";
import type { InitOptions } from "../init/options.ts";
import { command, type Declaring } from "./command.ts";

/** The command that writes a first manifest. */
export function declareInit({ program, end, terminal }: Declaring): void {
  command(program, "init", "write a first manifest and its workflow, from a few questions or from flags")
    .option("--provider <slug>", "the provider of the model")
    .option("--model <id>", "the exact string that the provider's API takes, or an alias")
    .option("--per-month <clips>", "clips the product needs per month", clipsOf)
    .option("--budget <usd>", "the monthly budget", dollarsOf)
    .addOption(new Option("--mode <mode>", "what a job does; default: the model's first").choices(MODES))
    .option("--duration <length>", "length of a clip, such as 8s; default: the model's", lengthOf)
    .option("--resolution <class>", "such as 1080p; default: the model's")
    .option("--takes <number>", "generations per clip, including discarded ones (default: 1)", takesOf)
    .option("--workload <name>", "the workload's name (default: clips)", workloadOf)
    .option("--action <owner/repository@ref>", "where the workflow takes the action from (default: the published address, or the checkout that runs)", actionOf)
    .option("--from-code", "add a workload for each video-generation call in the code instead of asking for one", false)
    .option("--no-workflow", "write only the manifest")
    .option("--add", "add the workload to the existing manifest and leave the rest unchanged", false)
    .option("--yes", "ask nothing: use defaults, and a budget a third above the estimate", false)
    .action(async (options: InitOptions) => {
      const { init } = await import("../init/init.ts");
      end(await init(options, terminal(options)));
    });
}
