import { node24 } from "../e2e/server/action.ts";

/** Asks npm once for the Node that the action runs on; every file of tests is told. */
export default function setup(): void {
  process.env["NODE24"] = node24();
}
