import { Readable } from "node:stream";
import type { RecordSink } from "./record-sink.ts";

/** Bytes. A longer row is not the record of a job. */
const LONGEST = 16 * 1024 * 1024;

/** A table with more columns is not a job log. Each of its rows would be as large as its header. Bills have about 200 columns. */
const MOST_COLUMNS = 5000;

/**
 * Reads CSV with a header. Each row becomes a map from column to text. The delimiter is a comma, a semicolon or a tab:
 * the one that splits the header into the most columns, as far as the first piece of the stream shows it.
 */
export async function readCsv(bytes: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  const { parse } = await import(/* webpackMode: "eager" */ "csv-parse");
  const { delimiter, columns, all } = await separated(bytes);
  if (columns > MOST_COLUMNS) {
    sink.broken(1, "columns", `at most ${MOST_COLUMNS} columns are read`);
    return;
  }
  let header: string[] | null = null;
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST,
    on_skip: (error) => {
      sink.broken(Number(error?.["lines"] ?? 0), "columns", error?.message.slice(0, 200) ?? "");
      return undefined;
    },
  });
  const source = Readable.from(all, { objectMode: false });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const row of parser) {
    const { record, info } = row as { record: string[]; info: { lines: number } };
    if (header === null) {
      header = record.map((name) => name.trim());
      continue;
    }
    if (record.length !== header.length) {
      sink.broken(info.lines, "columns", `${record.length} of ${header.length}`);
      continue;
    }
    const value: Record<string, string> = Object.create(null);
    for (let column = 0; column < header.length; column++) value[header[column] as string] = record[column] as string;
    sink.record(value, info.lines);
  }
}

async function separated(bytes: AsyncIterable<Buffer>): Promise<{ delimiter: string; columns: number; all: AsyncIterable<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  const [header = ""] = start.toString("utf8").split("\n", 1);
  const counts = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  async function* all(): AsyncGenerator<Buffer> {
    yield start;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield value;
    }
  }
  return { delimiter: best.delimiter, columns: best.count, all: all() };
}
