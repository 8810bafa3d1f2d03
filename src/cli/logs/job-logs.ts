import { loadBook } from "../../files/book.ts";
import { readLog } from "../../files/job-log.ts";
import { type Gathered, gather } from "../../gather.ts";
import { groupReader } from "../../joblog/measure/group.ts";
import { logPlanOf, type Plan } from "../../joblog/plan.ts";
import { type AcceptRecord, jobsInto } from "../../joblog/reconcile/accept-records.ts";
import { type Billing, billingOf } from "../../joblog/reconcile/billing.ts";
import { inReporting } from "../../joblog/reconcile/job-money.ts";
import { type Reconciler, type Reconciliation, reconciler } from "../../joblog/reconcile/reconcile.ts";
import { billingRowReader } from "../../joblog/records/billing-row.ts";
import type { FormatName } from "../../joblog/records/formats.ts";
import type { BadRecord, Flaw } from "../../joblog/records/job.ts";
import type { Mapping } from "../../joblog/records/map-record.ts";
import { badRecordsText } from "../../report/joblog/bad-records.ts";
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

/** Records that cannot be used: how many, and the first of them. */
export type BadRecords = { count: number; first: readonly BadRecord[] };

/** Bad records that are shown. */
const SHOWN = 20;

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
  const head = await gather(reader, roots, book.snapshot, options.prices);
  const date = options.date ?? today();
  const plan = logPlanOf(head, book, date);
  if (plan.problems.length > 0) {
    throw new UsageError(`The manifest cannot be used:\n${plan.problems.map((problem) => `  ${problem.file}: ${inFull(problem)}`).join("\n")}`);
  }
  if (plan.workloads.length === 0) throw new UsageError("The manifest has no workload to hold a log against.");

  const first: BadRecord[] = [];
  let count = 0;
  const flawed = (file: string, line: number, flaw: Flaw): void => {
    count++;
    if (first.length < SHOWN) first.push({ ...flaw, file, line });
  };
  const billing = await readBilling(options.billing, plan, flawed, terminal);
  const reconciliation = reconciler(plan, { window: options.window, most: options.list, billing });
  let records = 0;
  for (const path of paths) {
    const taken = options.aggregate ? groupsInto(reconciliation) : jobsInto(reconciliation, options.formatOf, options.map);
    const kind = await readLog(path, cwd, () => process.stdin, {
      record(value, line) {
        const flaw = taken(value);
        if (flaw) flawed(path, line, flaw);
        else records++;
      },
      broken: (line, flaw, value) => flawed(path, line, { flaw, field: "", value }),
    });
    if (kind === "json") throw new UsageError(listOfJson(path));
  }
  const bad = { count, first };
  if (count > 0 && (options.strict || records === 0)) throw new UsageError(badRecordsText(bad).join("\n"));
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

async function readBilling(
  paths: readonly string[],
  plan: Plan,
  flawed: (file: string, line: number, flaw: Flaw) => void,
  { cwd, process }: Terminal,
): Promise<Billing | null> {
  const [any] = plan.workloads;
  if (paths.length === 0 || !any) return null;
  const billing = billingOf();
  for (const path of paths) {
    const read = billingRowReader();
    const kind = await readLog(path, cwd, () => process.stdin, {
      record(value, line) {
        const row = read(value);
        if (row === null) return;
        if ("flaw" in row) return flawed(path, line, row);
        const amount = inReporting(row.amount, row.currency, any);
        if (Number.isNaN(amount)) return flawed(path, line, { flaw: "no-rate", field: "currency", value: row.currency });
        billing.add(row, amount);
      },
      broken: (line, flaw, value) => flawed(path, line, { flaw, field: "", value }),
    });
    if (kind === "json") throw new UsageError(listOfJson(path));
  }
  return billing;
}

function listOfJson(path: string): string {
  return `${path} is one JSON list, which cannot be read piece by piece. Write one record a line: jq -c '.[]' ${path}`;
}
