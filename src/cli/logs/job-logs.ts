import { loadBook } from "../../files/book.ts";
import { readLog } from "../../files/job-log.ts";
import { type Gathered, gather, type Reader } from "../../gather.ts";
import { type Billing, billingOf } from "../../joblog/bill/billing.ts";
import { BILL_FIELDS, type BillMapping, billingRowReader, unreadRow } from "../../joblog/bill/billing-row.ts";
import { type AcceptRecord, type BadRecords, collector } from "../../joblog/collect.ts";
import { groupReader } from "../../joblog/measure/group.ts";
import { logPlanOf, type Plan } from "../../joblog/plan.ts";
import { jobsInto } from "../../joblog/reconcile/accept-records.ts";
import { inReporting } from "../../joblog/reconcile/job-money.ts";
import { type Reconciler, type Reconciliation, reconciler } from "../../joblog/reconcile/reconcile.ts";
import type { FormatName } from "../../joblog/records/formats.ts";
import { type Mapping, unreadOf } from "../../joblog/records/map-record.ts";
import type { UnreadColumn } from "../../joblog/records/unread-columns.ts";
import { dayOf, momentOf } from "../../notation/time.ts";
import { badRecordsText, unreadColumnsText } from "../../report/joblog/bad-records.ts";
import { inert } from "../../report/layout/escape.ts";
import { inFull } from "../../report/words/messages.ts";
import { manifestsOf } from "../manifests.ts";
import { type Options, type Terminal, today, UsageError } from "../terminal.ts";

/** Options of the commands that read job logs. */
export type LogOptions = Options & {
  manifest?: string;
  map: Mapping;
  formatOf?: FormatName;
  billing: string[];
  billingMap: BillMapping;
  aggregate: boolean;
  strict: boolean;
  window: number;
  list: number;
};

/** The result of reading: the manifest, its plan, the comparison with the logs, and the records that could not be read. */
export type LogsRead = { head: Gathered; reader: Reader; plan: Plan; date: string; reconciled: Reconciliation; bad: BadRecords };

/**
 * Reads the manifest and compares the logs with it, one record at a time.
 * @throws UsageError if the manifest has errors, a log has no record that can be read, or `--strict` finds a bad one; I/O errors
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
  const into = (path: string, accept: AcceptRecord): Promise<number> => logs.collect(path, (sink) => readLog(path, cwd, () => process.stdin, sink), accept);
  const billing = await readBilling(options, plan, into, logs.bad);
  const reconciliation = reconciler(plan, { window: options.window, most: options.list, billing, today: dayOf(momentOf(date)) });
  let records = 0;
  for (const path of paths) {
    const unread = options.aggregate ? null : unreadIn(options);
    const accept = options.aggregate ? groupsInto(reconciliation) : jobsInto(reconciliation, options.formatOf, options.map);
    records += await into(path, unread ? unread.before(accept) : accept);
    for (const note of unreadColumnsText(path, unread?.columns() ?? [])) process.stderr.write(`${note}\n`);
  }
  const bad = logs.bad();
  if (bad.count > 0 && (options.strict || records === 0)) throw new UsageError(badRecordsText(bad).join("\n"));
  return { head, reader, plan, date, reconciled: reconciliation.result(), bad };
}

/** Looks in the first record of a log for columns that are not read. */
function unreadIn({ formatOf, map }: LogOptions): { before: (accept: AcceptRecord) => AcceptRecord; columns: () => readonly UnreadColumn[] } {
  let columns: readonly UnreadColumn[] | null = null;
  return {
    before: (accept) => (value) => {
      columns ??= unreadOf(value, formatOf, map);
      return accept(value);
    },
    columns: () => columns ?? [],
  };
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

/** Reads the bills. @throws UsageError for a bill without a readable row, because all its jobs would seem unbilled */
async function readBilling(
  { billing: paths, billingMap }: LogOptions,
  plan: Plan,
  into: (path: string, accept: AcceptRecord) => Promise<number>,
  bad: () => BadRecords,
): Promise<Billing | null> {
  const [any] = plan.workloads;
  if (paths.length === 0 || !any) return null;
  const billing = billingOf();
  for (const path of paths) {
    const { read, columns } = billingRowReader(billingMap);
    let rows = 0;
    let unread = 0;
    await into(path, (value) => {
      const row = read(value);
      if (row === null) rows++;
      if (row === null) return null;
      if ("flaw" in row) {
        unread++;
        // A job whose row cannot be read must not count as unbilled.
        if (row.job_id) billing.add(unreadRow(row.job_id), Number.NaN);
        return row;
      }
      rows++;
      const amount = inReporting(row.amount, row.currency, any);
      billing.add(row, amount);
      return Number.isNaN(amount) ? { flaw: "no-rate", field: "currency", value: row.currency } : null;
    });
    if (rows === 0) throw new UsageError(unreadBill(path, columns(), unread > 0 ? bad() : null));
  }
  return billing;
}

function unreadBill(path: string, columns: readonly string[], bad: BadRecords | null): string {
  const found = columns.length === 0 ? "It has no row." : `Columns found: ${columns.map((name) => inert(name)).join(", ")}.`;
  const help = `Name its columns with --billing-map, such as --billing-map cost=COLUMN; fields: ${BILL_FIELDS.join(", ")}.`;
  return [`No row of the bill ${path} can be read. ${found} ${help}`, ...(bad ? badRecordsText(bad) : [])].join("\n");
}
