/** Requests to four providers: provider, model, mode, output. */
export const SAMPLE_REQUESTS = [
  ["vertex", "veo-3.1-fast-generate-001", "image-to-video", "{ duration: 8s, resolution: 1080p }"],
  ["runway", "gen4_turbo", "image-to-video", "{ duration: 5s }"],
  ["minimax", "MiniMax-Hailuo-2.3", "text-to-video", "{ duration: 6s, resolution: 768p }"],
  ["byteplus", "seedance-1-0-pro-250528", "text-to-video", '{ duration: 5s, resolution: 1080p, aspect_ratio: "16:9" }'],
] as const;

/** The text of a manifest with many ordinary workloads. */
export function manifestOf(count: number): string {
  const workloads = Array.from({ length: count }, (_, index) => {
    const [provider, model, mode, output] = SAMPLE_REQUESTS[index % SAMPLE_REQUESTS.length] as (typeof SAMPLE_REQUESTS)[number];
    return `  workload-${index}:
    provider: ${provider}
    model: ${model}
    mode: ${mode}
    output: ${output}
    volume: { per_month: { low: 200, likely: 350, high: 900 } }
    takes: 2
    tags: { team: growth }
`;
  });
  return `version: 1\nbudget: { monthly: 2500 }\nworkloads:\n${workloads.join("")}`;
}
