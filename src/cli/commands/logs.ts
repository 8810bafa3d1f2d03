import { Option } from "commander";
import { PATCH_PARTS } from "../../joblog/calibrate/patch.ts";
import { LOG_DEFAULTS } from "../../joblog/collect.ts";
import type { CalibrateOptions } from "../logs/calibrate.ts";
import { partsOf, toleranceOf, withLogs } from "../logs/log-options.ts";
import type { ReconcileCommandOptions } from "../logs/reconcile.ts";
import { command, type Declaring } from "./command.ts";

/** The commands that compare job logs with a manifest. */

export function declareReconcile({ program, end, terminal }: Declaring): void {
  withLogs(command(program, "reconcile", "compare billed with expected cost, job by job"))
    .option("--tolerance <share>", "exit 1 if more of the expected cost than this is unexplained", toleranceOf, LOG_DEFAULTS.tolerance)
    .option("--findings <file>", "write every finding to this file as CSV, to send to the provider")
    .action(async (logs: string[], options: ReconcileCommandOptions) => {
      const { reconcile } = await import("../logs/reconcile.ts");
      end(await reconcile(logs, options, terminal(options)));
    });
}

export function declareCalibrate({ program, end, terminal }: Declaring): void {
  withLogs(command(program, "calibrate", "measure rates with intervals, as a patch for the manifest"))
    .option("--volume", "replace the planned volume with the log's", false)
    .addOption(new Option("--only <parts>", `what the patch changes: ${PATCH_PARTS.join(", ")}`).argParser(partsOf).default(new Set(PATCH_PARTS), "all"))
    .option("--write", "apply the patch to the manifest; its comments are kept", false)
    .option("--backtest", "report how often the log's weeks fell between the manifest's P10 and P90", false)
    .action(async (logs: string[], options: CalibrateOptions) => {
      const { calibrateLogs } = await import("../logs/calibrate.ts");
      end(await calibrateLogs(logs, options, terminal(options)));
    });
}
