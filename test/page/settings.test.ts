import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Edits } from "../../src/page/edits.ts";
import { withEdits } from "../../src/page/edits.ts";
import { type Knob, knobsOf } from "../../src/page/knobs.ts";
import { openSession } from "../../src/page/session.ts";
import { toJson } from "../../src/report/review/json.ts";
import { runWith } from "../cli/in-process.ts";
import { builtIn, onDisk, planOf, STUDIO } from "./plan.ts";

/** How many random settings are tried; `npm run soak` tries 1,000. */
const SETTINGS = Number(process.env["SETTINGS"] ?? "6");
const SEED = Number(process.env["SEED"] ?? "20261128");
const DATE = "2026-11-28";

test(`at ${SETTINGS} random settings the page says what the command line says of the manifest that it exports`, {
  timeout: 60_000 + SETTINGS * 2_000,
}, async () => {
  const { json, book } = builtIn();
  const { cwd, folder } = onDisk(STUDIO, json);
  const session = await openSession(await planOf(STUDIO, ["video-budget.yml"]), { date: DATE }, book);
  const random = randomFrom(SEED);
  let edits: Edits = new Map();
  const turned = new Map<string, number>();
  for (let setting = 0; setting < SETTINGS; setting++) {
    const { from } = await session.reviewOf(edits);
    const { keys, file, name } = pick(from.now.estimates, random);
    const knobs = keys ? knobsOf(keys, from.now.pricing.get(file) as never) : [];
    const knob = pick(knobs, random);
    edits = withEdits(edits, { file, name }, turn(knob, random));
    turned.set(knob.id, (turned.get(knob.id) ?? 0) + 1);

    const shown = withoutLines(toJson(await session.reviewOf(edits)));
    const exported = session.textsOf(edits);
    if ("stuck" in exported) throw new Error(exported.stuck.join("."));
    for (const [path, text] of exported.texts) writeFileSync(join(cwd, path), text);
    const { stdout, stderr } = await runWith(folder, cwd, ["check", "--date", DATE, "--format", "json"]);
    expect(withoutLines(stdout), `seed ${SEED}, setting ${setting}, ${knob.id} of ${name}: ${stderr}`).toEqual(shown);
  }
  if (SETTINGS >= 20) expect([...turned.keys()]).toEqual(expect.arrayContaining(["model", "volume", "takes", "resolution"]));
});

function turn(knob: Knob, random: () => number) {
  if (knob.kind === "choice") return knob.set(pick(knob.options, random).value).keys;
  return knob.set(Number((knob.min + random() * (knob.max - knob.min)).toPrecision(4))).keys;
}

/** A report without the lines of problems: the page does not parse its text again for them. */
function withoutLines(json: string): unknown {
  const report = JSON.parse(json) as { problems: object[] };
  return { ...report, problems: report.problems.map((problem) => ({ ...problem, line: null, column: null })) };
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** A linear congruential generator (Numerical Recipes): the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
