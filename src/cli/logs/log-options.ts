import { type Command, InvalidArgumentError, Option } from "commander";
import { BILL_FIELDS, type BillMapping } from "../../joblog/bill/billing-row.ts";
import { PATCH_PARTS, type PatchPart } from "../../joblog/calibrate/patch.ts";
import { LOG_DEFAULTS } from "../../joblog/collect.ts";
import { FORMAT_NAMES } from "../../joblog/records/formats.ts";
import { FIELDS } from "../../joblog/records/job.ts";
import type { Mapping } from "../../joblog/records/map-record.ts";
import { nearest } from "../../notation/nearest.ts";
import { shareOf } from "../../notation/share.ts";
import { lengthOf, oneMore } from "../arguments.ts";

/** Adds the arguments and options of the commands that read job logs. */
export function withLogs(command: Command): Command {
  return command
    .argument("<jobs...>", "job records as JSON Lines or CSV, optionally gzipped; - reads standard input")
    .option("--manifest <file>", "the manifest to compare them with (default: as for check)")
    .addOption(
      new Option("--map <ours=theirs>", "which field of the record holds one of ours, such as billed_seconds=usage.seconds; repeatable")
        .argParser(mappingOf)
        .default(new Map(), "none"),
    )
    .addOption(
      new Option("--format-of <provider>", "records are job objects of this provider's API (default: recognised by their shape)").choices(FORMAT_NAMES),
    )
    .addOption(
      new Option("--billing <file>", "the provider's bill: its own export or invoice, FOCUS, AWS CUR 2.0, or the export of Azure or GCP; repeatable")
        .argParser(oneMore)
        .default([], "none"),
    )
    .addOption(
      new Option("--billing-map <field=column>", "which column of the bill holds a field, such as cost=Net; repeatable")
        .argParser(billMappingOf)
        .default(new Map(), "none"),
    )
    .option("--window <length>", "two jobs for the same take within this time may be duplicates", lengthOf, LOG_DEFAULTS.window)
    .option("--list <number>", "findings of each kind to list; all are counted", wholeOf, LOG_DEFAULTS.most)
    .option("--aggregate", "the records are groups of jobs from a warehouse (docs/warehouse.md), not jobs", false)
    .option("--strict", "exit 2 if any record cannot be read", false);
}

function mappingOf(text: string, before: Mapping): Mapping {
  return pairOf(text, before, FIELDS, "a field of ours and where it stands, such as cost=billing.usd");
}

function billMappingOf(text: string, before: BillMapping): BillMapping {
  return pairOf(text, before, BILL_FIELDS, "a field of a bill and its column, such as cost=Net");
}

/** Adds a mapping such as `field=path.in.record` to those before it. */
function pairOf<F extends string>(text: string, before: ReadonlyMap<F, string>, fields: readonly F[], expected: string): ReadonlyMap<F, string> {
  const [ours = "", ...theirs] = text.split("=");
  const path = theirs.join("=");
  if (!(fields as readonly string[]).includes(ours) || path === "") {
    const meant = nearest(ours, fields);
    throw new InvalidArgumentError(`It must be ${expected}.${meant === null ? "" : ` Did you mean ${meant}?`} Fields: ${fields.join(", ")}.`);
  }
  return new Map([...before, [ours as F, path]]);
}

/** A share, 0–1 or more: `2%` or `0.02`. */
export function toleranceOf(text: string): number {
  const share = shareOf(/%$/.test(text) ? text : Number(text === "" ? Number.NaN : text));
  if (!(share >= 0)) throw new InvalidArgumentError("It must be a share such as 2% or 0.02.");
  return share;
}

/** Parts of a patch, separated by commas: `latency,reliability`. */
export function partsOf(text: string): ReadonlySet<PatchPart> {
  const parts = text.split(",").map((part) => part.trim());
  const wrong = parts.find((part) => !(PATCH_PARTS as readonly string[]).includes(part));
  if (wrong !== undefined) throw new InvalidArgumentError(`It must be parts of a patch, separated by commas: ${PATCH_PARTS.join(", ")}.`);
  return new Set(parts as PatchPart[]);
}

function wholeOf(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
