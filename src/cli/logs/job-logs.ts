import { loadBook } from "../../files/book.ts";
import { readLog } from "../../files/job-log.ts";
import { type Gathered, gather } from "../../gather.ts";
import { type AcceptRecord, type BadRecords, collector } from "../../joblog/collect.ts";
import { groupReader } from "../../joblog/measure/group.ts";
import { logPlanOf, type Plan } from "../../joblog/plan.ts";
import { jobsInto } from "../../joblog/reconcile/accept-records.ts";
import { type Billing, billingOf } from "../../joblog/reconcile/billing.ts";
import { inReporting } from "../../joblog/reconcile/job-money.ts";
import { type Reconciler, type Reconciliation, reconciler } from "../../joblog/reconcile/reconcile.ts";
import { billingRowReader } from "../../joblog/records/billing-row.ts";
import type { FormatName } from "../../joblog/records/formats.ts";
import type { Mapping } from "../../joblog/records/map-record.ts";
import { badRecordsText } from "../../report/joblog/bad-records.ts";
import { inert } from "../../report/layout/escape.ts";
import { inFull } from "../../report/words/messages.ts";
import { manifestsOf } from "../manifests.ts";
import { type Options, type Terminal, today, UsageError } from "../terminal.ts";

/** Options of the commands that read logs of jobs. */
export type LogOptions = Options & {
  manifest?: string;
  map: Mapping;
  formatOf?: FormatName;
  billing: string[];
  aggregate: boolean;
  strict: boolean;
  window: number;
  list: number;
};

/** What was read: the manifest, what its plan is, what the logs say against it, and the records that could not be read. */
export type LogsRead = { head: Gathered; plan: Plan; date: string; reconciled: Reconciliation; bad: BadRecords };

/**
 * Reads the manifest and holds the logs against it, one record at a time.
 * @throws UsageError where the manifest has errors, a log has no record that can be read, or `--strict` finds a bad one; I/O errors
 */
export async function readLogs(paths: readonly string[], options: LogOptions, terminal: Terminal): Promise<LogsRead> {
  const { cwd, folder, process } = terminal;
  if (options.manifest === "-" && paths.includes("-")) throw new UsageError("Standard input can be the manifest or a log, not both.");
  if (options.aggregate && options.billing.length > 0)
    throw new UsageError("--billing is compared with jobs, and --aggregate has none: leave one of them out.");
  const book = loadBook(folder);
  const { roots, reader } = await manifestsOf(options.manifest === undefined ? [] : [options.manifest], cwd, process);
  const head = await gather(reader, roots, book.snapshot, { prices: options.prices });
  const date = options.date ?? today();
  const plan = logPlanOf(head, book, date);
  if (plan.problems.length > 0) {
    throw new UsageError(`The manifest cannot be used:\n${plan.problems.map((problem) => `  ${inert(problem.file)}: ${inFull(problem)}`).join("\n")}`);
  }
  if (plan.workloads.length === 0) throw new UsageError("The manifest has no workload to hold a log against.");

  const logs = collector();
  const into = async (path: string, accept: AcceptRecord): Promise<number> => {
    const taken = await logs.collect(path, (sink) => readLog(path, cwd, () => process.stdin, sink), accept);
    if (taken === null) throw new UsageError(listOfJson(path));
    return taken;
  };
  const billing = await readBilling(options.billing, plan, into);
  const reconciliation = reconciler(plan, { window: options.window, most: options.list, billing });
  let records = 0;
  for (const path of paths) {
    records += await into(path, options.aggregate ? groupsInto(reconciliation) : jobsInto(reconciliation, options.formatOf, options.map));
  }
  const bad = logs.bad();
  if (bad.count > 0 && (options.strict || records === 0)) throw new UsageError(badRecordsText(bad).join("\n"));
  return { head, plan, date, reconciled: reconciliation.result(), bad };
}

function groupsInto(reconciliation: Reconciler): AcceptRecord {
  const read = groupReader();
  return (value) => {
    const row = read(value);
    if ("flaw" in row) return row;
    reconciliation.addGroup(row.job, row.group);
    return null;
  };
}

async function readBilling(paths: readonly string[], plan: Plan, into: (path: string, accept: AcceptRecord) => Promise<number>): Promise<Billing | null> {
  const [any] = plan.workloads;
  if (paths.length === 0 || !any) return null;
  const billing = billingOf();
  for (const path of paths) {
    const read = billingRowReader();
    await into(path, (value) => {
      const row = read(value);
      if (row === null || "flaw" in row) return row;
      const amount = inReporting(row.amount, row.currency, any);
      if (Number.isNaN(amount)) return { flaw: "no-rate", field: "currency", value: row.currency };
      billing.add(row, amount);
      return null;
    });
  }
  return billing;
}

function listOfJson(path: string): string {
  return `${inert(path)} is one JSON list, which cannot be read piece by piece. Write one record a line: jq -c '.[]' ${inert(path)}`;
}
