import { expect, test } from "vitest";
import { reviewOne } from "../in-memory.ts";

const clip = { provider: "acme", model: "acme-1", mode: "text-to-video", output: { duration: 5, resolution: "720p", audio: false } };
const manifest = (keys: object): object => ({ version: 1, workloads: { clip: { ...clip, ...keys } } });

/** A second costs $0.10, so a clip of 5 seconds $0.50. */
test.each<[string, object, object, number]>([
  // 10 a day are 304.375 a month.
  ["a daily volume that becomes a monthly one", { volume: { per_day: 10 } }, { volume: { per_month: 400 } }, (400 - 304.375) * 0.5],
  ["the same beside another edit", { volume: { per_day: 10 }, takes: 1 }, { volume: { per_month: 400 }, takes: 2 }, (800 - 304.375) * 0.5],
])("%s is one edit, because the manifest cannot declare a state in between", async (_, base, head, monthly) => {
  const { workloads } = await reviewOne(manifest(head), manifest(base));
  expect(workloads.map(({ change }) => change)).toEqual(["changed"]);
  const changes = workloads[0]?.changes ?? [];
  expect(changes).toHaveLength(1);
  expect(changes[0]?.path.split(" + ")).toEqual(expect.arrayContaining(["volume.per_day", "volume.per_month"]));
  expect(changes[0]?.monthly?.toNumber()).toBe(monthly);
});
