/** Receives the records of a log in order, and what could not be read. `line` counts from 1 in the unpacked text. `rest`: all of a list from there on. */
export type RecordSink = {
  record: (value: unknown, line: number) => void;
  broken: (line: number, kind: "not-json" | "too-long" | "rest" | "columns" | "encoding", text: string) => void;
};
