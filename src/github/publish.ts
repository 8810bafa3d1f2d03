import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import type { Annotation } from "./annotation.ts";
import { type CheckRun, publishCheckRun } from "./check-run.ts";
import type { Client } from "./client.ts";
import { type Published, publishComment } from "./comment.ts";
import type { RunContext } from "./context.ts";
import { isHeadOf } from "./live-pull.ts";
import { keepSuggestions, type Suggestion } from "./suggestions.ts";

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice };

/** All rendered parts of a report; null for a part that was not requested. */
export type Publication = {
  summary: string | null;
  json: string;
  /** The comment's text, written to a file whether there is a comment or not. */
  markdown: string;
  outputs: Readonly<Record<string, string>>;
  annotations: readonly Annotation[];
  comment: { tag: string; text: string; create: boolean } | null;
  /** Suggestions at lines of the pull request; null leaves existing ones as they are. */
  suggestions: { tag: string; wanted: readonly Suggestion[] } | null;
  checkRun: CheckRun | null;
};

/** The results of the parts that GitHub may refuse; an error is a refusal. */
export type PublishOutcome = { comment: Published | Error | null; suggestions: Error | null; checkRun: Error | null };

/**
 * Publishes a report in this order: summary, outputs and report files, annotations, comment, suggestions, check run. Parts that need no
 * permission come first. A refused comment (the read-only token of a fork, a locked conversation, a server that is down) never changes the
 * verdict. The caller sets the exit state last.
 * @throws errors of node:fs
 */
export async function publish(publication: Publication, context: RunContext, client: Client): Promise<PublishOutcome> {
  const { summary, json, markdown, outputs, annotations, comment, suggestions, checkRun } = publication;
  if (summary !== null) await writeSummary(summary);
  const files = await writeReports({ "report-json": ["report.json", json], "report-markdown": ["report.md", markdown] }, context.temporary);
  for (const [name, value] of Object.entries({ ...outputs, ...files })) core.setOutput(name, value);
  for (const { level, file, line, column, title, message } of annotations) ANNOTATE[level](message, { title, file, startLine: line, startColumn: column });

  const { pull } = context;
  const published = comment && pull ? await refusable(commentOn(client, pull, context.run, comment)) : null;
  const written = published !== null && typeof published === "object" && "id" in published ? published : null;
  core.setOutput("comment-id", written ? String(written.id) : "");
  core.setOutput("comment-url", written?.url ?? "");
  // If GitHub refuses the comment, it refuses suggestions too. A run for an older head writes none.
  const isHeard = published !== null && !(published instanceof Error) && published !== "newer";
  const suggested = suggestions && pull && isHeard ? await refusable(keepSuggestions(client, pull, suggestions.tag, suggestions.wanted)) : null;
  const checked = checkRun ? await refusable(publishCheckRun(client, pull?.headSha ?? context.group?.headSha ?? context.sha, checkRun)) : null;
  return { comment: published, suggestions: suggested instanceof Error ? suggested : null, checkRun: checked instanceof Error ? checked : null };
}

/** Publishes the comment. A run for an outdated head of the pull request writes nothing, because the run for the current head does. */
async function commentOn(
  client: Client,
  { number, headSha, live }: NonNullable<RunContext["pull"]>,
  run: RunContext["run"],
  { tag, text, create }: NonNullable<Publication["comment"]>,
): Promise<Published> {
  const isLive = (): Promise<boolean | null> => isHeadOf(client, number, headSha);
  // The request is repeated once, because GitHub's API may lag behind its own event.
  if (live && live.headSha !== headSha && (await isLive()) === false) return "newer";
  const marker = { tag, run: run.id, number: run.number, attempt: run.attempt, head: headSha };
  return publishComment(client, { pull: number, marker, text, create, isFirst: live?.comments === 0 }, isLive);
}

/** Writes the job summary, except on runners before 2022, which have none. */
async function writeSummary(text: string): Promise<void> {
  if (process.env["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(text, true).write();
}

/** Writes each text to a folder of this run. @returns the paths by the same keys */
async function writeReports(files: Readonly<Record<string, readonly [name: string, text: string]>>, temporary: string | null): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(temporary ?? tmpdir(), "video-budget-"));
  const written = Object.entries(files).map(async ([output, [name, text]]) => {
    await writeFile(join(folder, name), text);
    return [output, join(folder, name)] as const;
  });
  return Object.fromEntries(await Promise.all(written));
}

async function refusable<T>(attempt: Promise<T>): Promise<T | Error> {
  try {
    return await attempt;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
