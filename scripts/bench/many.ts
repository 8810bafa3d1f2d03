import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SAMPLE_REQUESTS } from "./manifest.ts";
import { processes } from "./measure.ts";

/** Times a check of 1,000 different workloads whose jobs fail, time out and are retried, and of a pull request that changes 500 of them. @param folder for its files */
export function many(node: string, runs: number, { date, folder }: { date: string; folder: string }): void {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const check = (...args: string[]): string[] => ["dist/cli/index.js", "check", ...args, "--date", date];
  const fixed = file(
    "fixed.yml",
    manifest(1_000, (index) => `{ per_month: ${200 + index} }`),
  );
  const pert = file(
    "pert.yml",
    manifest(1_000, (index) => `{ per_month: { low: ${100 + index}, likely: ${200 + index}, high: ${700 + 2 * index} } }`),
  );
  const [base, head] = [0, 50].map((more) =>
    file(
      `${more}.yml`,
      manifest(500, (index) => `{ per_month: ${200 + index + more} }`),
    ),
  ) as [string, string];
  const commands = {
    "bare node -e 0": ["-e", "0"],
    "1,000 workloads, fixed volume": check(fixed),
    "1,000 workloads, PERT volume": check(pert),
    "a pull request that changes 500, as its comment": check(head, "--base", base, "--format", "markdown"),
  };
  processes(node, "Many workloads with failures, timeouts and until_kept", commands, runs);
}

function manifest(count: number, volume: (index: number) => string): string {
  const workloads = Array.from({ length: count }, (_, index) => {
    const [provider, model, mode, output] = SAMPLE_REQUESTS[index % SAMPLE_REQUESTS.length] as (typeof SAMPLE_REQUESTS)[number];
    return `  workload-${index}:
    provider: ${provider}
    model: ${model}
    mode: ${mode}
    output: ${output}
    volume: ${volume(index)}
    takes: { until_kept: { acceptance: ${30 + (index % 37)}%, max: 6 } }
    client: { max_attempts: 3, timeout: ${150 + (index % 50)}s, on_timeout: resubmit }
    reliability:
      outcomes: { provider_error: ${(2 + (index % 29) / 10).toFixed(1)}%, moderated: 2% }
      latency: { p50: 60s, p95: 180s }
      billed: { provider_error: no, moderated: yes }
    tags: { team: growth }
`;
  });
  return `version: 1\nbudget: { monthly: 2500000 }\nworkloads:\n${workloads.join("")}`;
}
