import type { Annotation } from "./annotation.ts";
import type { Client } from "./client.ts";

export type CheckRun = { name: string; title: string; summary: string; conclusion: "success" | "failure" | "neutral"; annotations: readonly Annotation[] };

/** GitHub accepts this many annotations in one request. */
const BATCH = 50;

const LEVELS = { error: "failure", warning: "warning", notice: "notice" } as const;

/** Publishes a separate check run on a commit. @throws errors of the API */
export async function publishCheckRun(
  { octokit, owner, repo }: Client,
  sha: string,
  { name, title, summary, conclusion, annotations }: CheckRun,
): Promise<void> {
  const batches = Array.from({ length: Math.max(1, Math.ceil(annotations.length / BATCH)) }, (_, index) =>
    annotations.slice(index * BATCH, (index + 1) * BATCH),
  );
  const [first = [], ...others] = batches.map((batch) => ({
    title,
    summary,
    annotations: batch.map(({ level, file, line, title, message }) => ({
      path: file,
      start_line: line,
      end_line: line,
      annotation_level: LEVELS[level],
      title,
      message,
    })),
  }));
  const { data } = await octokit.rest.checks.create({
    owner,
    repo,
    name,
    head_sha: sha,
    status: "completed",
    conclusion,
    output: first as (typeof others)[number],
  });
  for (const output of others) await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, output });
}
