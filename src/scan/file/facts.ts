import type { Evidence } from "../calls/submits.ts";
import type { Identity } from "../detect/identify.ts";
import type { Hint, Ignored, LeftOutOfScan, Parameter, ParameterName, Role } from "../finding.ts";

export type Parameters = Partial<Record<ParameterName, Parameter>>;
type Known = Extract<Identity, { model: string }>;

/** An id in a file: its identity, its role in the code, and the parameters beside it. */
export type Sighting = {
  file: string;
  line: number;
  role: Role;
  identity: Known;
  /** Slugs of the providers that the call which sends it may belong to; empty if no call in the file sends it. */
  sentBy: readonly string[];
  /** It is sent to a host that belongs to no known provider. */
  elsewhere: boolean;
  /** A common word, which counts only with evidence of one of its sellers nearby. */
  weak: boolean;
  parameters: Parameters;
};

/** A submit whose model the file does not contain. */
export type OpenCall = {
  file: string;
  line: number;
  providers: readonly string[];
  sure: boolean;
  dynamic: string;
  parameters: Parameters;
  /** Whether the code around the call is about video: "no" if it is about something else, "unsaid" if it gives no sign. */
  video: "yes" | "no" | "unsaid";
};

/** What the scanner found in one file. */
export type FileFacts = {
  path: string;
  evidence: Evidence;
  sightings: readonly Sighting[];
  /** Ids that the file uses as its own names for other ids: `veo3-fast` in `"veo3-fast": { endpoint: "fal-ai/veo3/fast" }`. */
  aliases: readonly string[];
  /** The last segments of what the file imports: `models` for `./lib/models`. */
  imports: ReadonlySet<string>;
  /** The lines of submits whose id is elsewhere in the file. */
  sends: readonly { line: number; model: string; providers: readonly string[] }[];
  open: readonly OpenCall[];
  hints: readonly Hint[];
  giveUpAfter: number | null;
  ignored: readonly Ignored[];
  leftOut: readonly LeftOutOfScan[];
};
