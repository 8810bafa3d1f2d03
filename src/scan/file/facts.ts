import type { Evidence } from "../calls/submits.ts";
import type { Identity } from "../detect/identify.ts";
import type { Hint, Ignored, LeftOutOfScan, Parameter, ParameterName, Role } from "../finding.ts";

export type Parameters = Partial<Record<ParameterName, Parameter>>;
type Known = Extract<Identity, { model: string }>;

/** An id in a file: what it is, what it is there for, and what is said beside it. */
export type Sighting = {
  file: string;
  line: number;
  role: Role;
  identity: Known;
  /** Slugs of the call that sends it; empty if none in the file does. */
  sentBy: readonly string[];
  /** It is sent to a host that is no known provider's. */
  elsewhere: boolean;
  /** A usual word, which counts only if a seller of it is near. */
  weak: boolean;
  parameters: Parameters;
};

/** A call whose model the file does not say. */
export type OpenCall = {
  file: string;
  line: number;
  providers: readonly string[];
  sure: boolean;
  dynamic: string;
  parameters: Parameters;
  /** Whether the code around it speaks of video: "no" where it speaks of something else. */
  video: "yes" | "no" | "unsaid";
};

/** What one file says of video. */
export type FileFacts = {
  path: string;
  evidence: Evidence;
  sightings: readonly Sighting[];
  /** Ids that the file uses as names of its own for others: `"veo3-fast": { endpoint: "fal-ai/veo3/fast" }`. */
  aliases: readonly string[];
  /** Last parts of what the file imports: `models` of `./lib/models`. */
  imports: ReadonlySet<string>;
  /** Lines of submits of ids that the file itself says, by id. */
  sends: readonly { line: number; model: string; providers: readonly string[] }[];
  open: readonly OpenCall[];
  hints: readonly Hint[];
  giveUpAfter: number | null;
  ignored: readonly Ignored[];
  leftOut: readonly LeftOutOfScan[];
};
