import { Option } from "commander";
import { MODES } from "../../notation/mode.ts";
import { actionOf, clipsOf, dollarsOf, lengthOf, takesOf, workloadOf } from "../arguments.ts";
import type { InitOptions } from "../init/options.ts";
import { command, type Declaring } from "./command.ts";

/** The command that writes a first manifest. */
export function declareInit({ program, end, terminal }: Declaring): void {
  command(program, "init", "write a first manifest and its workflow, from a few questions or from flags")
    .option("--provider <slug>", "who makes the video")
    .option("--model <id>", "the exact string that the provider's API takes, or an alias")
    .option("--per-month <clips>", "clips that the product needs in a month", clipsOf)
    .option("--budget <usd>", "what that may cost a month", dollarsOf)
    .addOption(new Option("--mode <mode>", "what a job does; default: the model's first").choices(MODES))
    .option("--duration <length>", "of a clip, such as 8s; default: the model's own", lengthOf)
    .option("--resolution <class>", "such as 1080p; default: the model's own")
    .option("--takes <number>", "generated for each clip, also those thrown away (default: 1)", takesOf)
    .option("--workload <name>", "what to call it (default: clips)", workloadOf)
    .option("--action <owner/repository@ref>", "where the workflow takes the action from (default: the published address, or the checkout that runs)", actionOf)
    .option("--no-workflow", "write the manifest alone")
    .option("--add", "add the workload to the manifest that is there, and leave the rest of it as it is", false)
    .option("--yes", "ask nothing: take the default of what is left out, and a budget a third above the month", false)
    .action(async (options: InitOptions) => {
      const { init } = await import("../init/init.ts");
      end(await init(options, terminal(options)));
    });
}
