import * as core from "@actions/core";
import type { Client } from "../github/client.ts";
import type { RunContext } from "../github/context.ts";
import type { Inputs } from "../github/inputs.ts";
import { keepIssue } from "../github/issue.ts";
import { repricingIssue } from "../report/review/sections/repricing-section.ts";
import type { Review } from "../review/result.ts";
import { issueRefused, NO_LOCK } from "./notices.ts";

/** Events without a code change. Only they update the issue. */
const ALONE = ["schedule", "workflow_dispatch"];

/**
 * Keeps one issue about prices that changed since the lock, if the workflow asks for it. A refused issue does not change the verdict.
 * If the lock cannot be read, the issue stays as it is, because the prices may still differ.
 */
export async function keepRepricingIssue(result: Review, { repricingIssue: isAsked, commentTag }: Inputs, context: RunContext, client: Client): Promise<void> {
  if (!isAsked || !ALONE.includes(context.event)) return;
  if (!result.repricing) return core.notice(NO_LOCK);
  try {
    const { title, text } = repricingIssue(result, context.run.url);
    const kept = await keepIssue(client, commentTag, title, text);
    if (kept.state !== "none") core.info(`The issue about prices that moved: ${kept.state}, ${kept.url}`);
  } catch (error) {
    if (!(error instanceof Error && "status" in error)) throw error;
    core.notice(issueRefused(error));
  }
}
