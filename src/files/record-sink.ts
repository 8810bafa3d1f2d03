/** Where the records of a log go, in order; `line` counts from 1 in the unpacked text. */
export type RecordSink = {
  record: (value: unknown, line: number) => void;
  broken: (line: number, kind: "not-json" | "too-long" | "rest" | "columns" | "encoding", text: string) => void;
};
