/** The keys under which list endpoints return jobs: those of Replicate, OpenAI and Kling, ModelArk, Luma, Google and Bedrock. */
const LISTS = ["results", "data", "items", "generations", "operations", "tasks", "asyncInvokeSummaries"];

/** The jobs of a page from a list endpoint; null if a value is not a page. */
export function pageOf(value: unknown): readonly unknown[] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const page = value as Record<string, unknown>;
  if ("job_id" in page || "jobId" in page || "id" in page || "task_id" in page || "name" in page || ("status" in page && page["object"] !== "list"))
    return null;
  for (const key of LISTS) {
    const jobs = page[key];
    if (Array.isArray(jobs) && jobs.every((job) => typeof job === "object" && job !== null)) return jobs;
  }
  return null;
}
