import { Argument } from "commander";
import type { SchemaOptions } from "../schema.ts";
import type { Declaring } from "./command.ts";

/** The command that prints a JSON Schema. */
export function declareSchema({ program, end, terminal }: Declaring): void {
  program
    .command("schema")
    .description("print the JSON Schema of a file that video-budget reads or writes, for editors and validators")
    .addArgument(
      new Argument("[name]", "what it describes")
        .choices(["manifest", "prices", "report", "reconcile", "calibrate", "rollup", "scan", "detector"])
        .default("manifest"),
    )
    .option("--path", "print where the schema is, instead of the schema", false)
    .option("--output <file>", "write the schema to this file instead of standard output")
    .exitOverride()
    .action(async (name: string, own: Pick<SchemaOptions, "path" | "output">) => {
      const { schema } = await import("../schema.ts");
      const options: SchemaOptions = { format: "json", prices: [], color: "never", verbose: false, ...own };
      end(await schema(name, options, terminal(options)));
    });
}
