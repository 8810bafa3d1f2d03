import { node24 } from "../e2e/server/action.ts";

/** Asks npm once for the Node version that the action runs on. All test files get its path in NODE24. */
export default function setup(): void {
  process.env["NODE24"] = node24();
}
