import { expect, test } from "vitest";
import { keysOf } from "../../src/catalog/clip-request.ts";
import { refusals } from "../../src/engine/refusals.ts";
import { type Request, requestOf } from "../../src/engine/request.ts";
import type { Model } from "../../src/prices/book.ts";
import { bookOfFiles } from "../in-memory.ts";

/** A model that makes 81 frames, which at 16 a second are 5.0625 s. */
function fixed(media: object): Model {
  const one = { id: "m", modes: ["text-to-video"], accepts: { frames: [81] }, defaults: { frames: 81 }, media, prices: [] };
  return bookOfFiles({ provider: "p", name: "P", models: [one] }).provider("p")?.models[0] as Model;
}

const asked = (model: Model, fields: Record<string, number>): Request => requestOf(keysOf(new Map(Object.entries(fields))), model, {});

test("a requested length does not also become the default number of frames", () => {
  const model = fixed({ fps: 16 });
  expect([asked(model, {}).fields.get("frames"), asked(model, {}).fields.get("duration")]).toEqual([81, 5.0625]);
  // 8 s × 16 are 128 frames, which the model does not make.
  const request = asked(model, { duration: 8 });
  expect([request.fields.get("frames"), refusals(request, model).refused.map(({ field }) => field)]).toEqual([128, ["frames"]]);
  expect(asked(fixed({}), { duration: 8 }).fields.get("frames")).toBeUndefined();
});
