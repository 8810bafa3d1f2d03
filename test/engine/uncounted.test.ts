import { expect, test } from "vitest";
import { reviewOne } from "../in-memory.ts";

const clip = { provider: "acme", model: "acme-1", volume: { per_month: 100 } };
const parts = async (keys: object): Promise<unknown> => {
  const { problems } = await reviewOne({ version: 1, workloads: { c: { ...clip, ...keys } } });
  return problems.filter(({ code }) => code === "not-yet-counted").map(({ severity, path, args }) => [severity, path.join("."), args["parts"]]);
};

test.each<[object, string[]]>([
  [{ volume: { per_month: { low: 1, likely: 2, high: 3 } } }, ["volume.per_month"]],
  [{ volume: { per_day: { p10: 1, p90: 3 } } }, ["volume.per_day"]],
  [{ volume: { per_week: 3, arrivals: "poisson" } }, ["volume.arrivals"]],
  [{ client: { max_attempts: 2, submit_ack_loss: "1%" } }, ["client.max_attempts", "client.submit_ack_loss"]],
  [
    { client: { timeout: "180s", on_timeout: "give-up" }, reliability: { latency: { p50: 1, p95: 2 } } },
    ["client.timeout", "client.on_timeout", "reliability.latency"],
  ],
  [{ client: { completion: { webhook: {} } } }, ["client.completion"]],
  [{ reliability: { outcomes: { provider_error: "3%" }, billed: { moderated: "yes" } } }, ["reliability.outcomes", "reliability.billed"]],
])("%j is named", async (keys, named) => expect(await parts(keys)).toEqual([["note", "workloads.c", named]]));

test("a key's default is no declaration", async () => {
  expect(await parts({})).toEqual([]);
  expect(await parts({ client: {}, reliability: {} })).toEqual([]);
});

test("a workload without a price still says what it declares", async () =>
  expect(await parts({ model: "acme-secret", client: { max_attempts: 3 } })).toEqual([["note", "workloads.c", ["client.max_attempts"]]]));
