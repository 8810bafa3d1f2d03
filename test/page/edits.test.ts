import { describe, expect, test } from "vitest";
import { gather } from "../../src/gather.ts";
import { LinkError } from "../../src/notation/link-target.ts";
import { type Edits, editedText, withEdits } from "../../src/page/edits.ts";
import { recorder, replay } from "../../src/page/recording.ts";
import { openSession } from "../../src/page/session.ts";
import { bookOfFiles, readerOf } from "../in-memory.ts";
import { STUDIO } from "./plan.ts";

const FILE = "video-budget.yml";
const TEXT = STUDIO[FILE];
const NOTHING: Edits = new Map();

describe("an exported manifest has the edited values, and every other byte is unchanged", () => {
  test.each([
    ["shots", ["output", "duration"], "6s", "output: { duration: 8s }   # the longest", "output: { duration: 6s }   # the longest"],
    ["shots", ["volume", "per_month"], { low: 20, likely: 35, high: 90 }, "low: 200, likely: 350, high: 900", "low: 20, likely: 35, high: 90"],
    ["teasers", ["volume", "per_week"], 55, "per_week: 40", "per_week: 55"],
    ["teasers", ["takes"], { until_kept: { acceptance: 0.8, max: 4 } }, "acceptance: 0.5", "acceptance: 0.8"],
    ["teasers", ["output", "resolution"], "1080p", "resolution: 720p", "resolution: 1080p"],
    // This workload gets its own key; the others still inherit the value.
    ["shots", ["takes"], 3, "high: 900 } }\n", "high: 900 } }\n    takes: 3\n"],
  ])("%s %j", (name, path, value, before, after) => {
    expect(editedText(TEXT, FILE, withEdits(NOTHING, { file: FILE, name }, [{ path, value }]))).toEqual({ text: TEXT.replace(before, after) });
  });

  test("the last value of a key counts", () => {
    const id = { file: FILE, name: "teasers" };
    const edits = [30, 20, 10].reduce((all, value) => withEdits(all, id, [{ path: ["volume", "per_week"], value }]), NOTHING);
    expect(editedText(TEXT, FILE, edits)).toEqual({ text: TEXT.replace("per_week: 40", "per_week: 10") });
  });

  test("a value behind an alias cannot be set and is named", () => {
    const text = "version: 1\nworkloads:\n  a: &a { takes: 2 }\n  b: *a\n";
    expect(editedText(text, FILE, withEdits(NOTHING, { file: FILE, name: "b" }, [{ path: ["takes"], value: 3 }]))).toEqual({ stuck: ["workloads", "b"] });
  });
});

test("a recording replays what was read: files, missing files, patterns, links and refused paths", async () => {
  const link = new LinkError("loop", "loop", "circle");
  const { reader, recording } = recorder({
    read: async (path) => (path === "a" ? new TextEncoder().encode("\ufeffé") : null),
    follow: async (path) => {
      if (path === "loop") throw link;
      return path === "b" ? "a" : path;
    },
    glob: async () => ["a"],
    contains: (path) => path !== "../x",
  });
  const asked = async (one: typeof reader): Promise<unknown> => [
    await one.read("a"),
    await one.read("none"),
    await one.follow("b"),
    await one.follow("a"),
    await one.follow("loop").catch((error: LinkError) => error.message),
    await one.glob(["*"]),
    one.contains("a"),
    one.contains("../x"),
  ];
  const first = await asked(reader);
  expect(await asked(replay(JSON.parse(JSON.stringify(recording))))).toEqual(first);
});

test("invalid UTF-8 is refused and not changed", async () => {
  const { reader } = recorder({ read: async () => Uint8Array.of(0xff, 0xfe), follow: async (path) => path, glob: async () => [], contains: () => true });
  await expect(reader.read("a.yml")).rejects.toThrow("a.yml");
});

test("a manifest named by a link or an absolute path is exported and read with its edits", async () => {
  const disk = readerOf(STUDIO);
  const { reader, recording } = recorder({ ...disk, follow: async (path) => (path === "/repo/video-budget.yml" ? FILE : path), contains: () => true });
  await gather(reader, ["/repo/video-budget.yml"], "sha256:test");
  const plan = { roots: ["/repo/video-budget.yml"], prices: [], recording: structuredClone({ ...recording }) };
  const session = await openSession(plan, { date: "2026-11-28" }, bookOfFiles());
  const edits = withEdits(NOTHING, { file: "/repo/video-budget.yml", name: "teasers" }, [{ path: ["volume", "per_week"], value: 55 }]);
  const exported = session.textsOf(edits);
  expect("texts" in exported && [...exported.texts]).toEqual([["/repo/video-budget.yml", TEXT.replace("per_week: 40", "per_week: 55")]]);
  const read = await replay(plan.recording, "texts" in exported ? exported.texts : new Map()).read(FILE);
  expect(new TextDecoder().decode(read ?? undefined)).toContain("per_week: 55");
});
