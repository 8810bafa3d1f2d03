import type { Mode } from "../../notation/mode.ts";
import type { Options } from "../terminal.ts";

export type InitOptions = Options & {
  provider?: string;
  model?: string;
  mode?: Mode;
  duration?: number;
  resolution?: string;
  perMonth?: number;
  takes?: number;
  budget?: string;
  workload?: string;
  /** Add the workload to the existing manifest. */
  add: boolean;
  action?: string;
  workflow: boolean;
  yes: boolean;
  fromCode: boolean;
};
