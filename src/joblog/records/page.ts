/** Where list endpoints have their jobs: of Replicate, of OpenAI and Kling, of ModelArk, Luma, Google and Bedrock. */
const LISTS = ["results", "data", "items", "generations", "operations", "tasks", "asyncInvokeSummaries"];

/** The jobs of a page as a list endpoint returns it; null if a value is no page. */
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
