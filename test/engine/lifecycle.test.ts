import { expect, test } from "vitest";
import { lifecycleProblems } from "../../src/engine/lifecycle.ts";
import type { Model } from "../../src/prices/book.ts";

const DAY = "2026-11-22";
const said = (status: Model["status"]): unknown[] =>
  lifecycleProblems("acme/a", { status } as Model, DAY, { file: "m.yml", name: "clip" }).map(({ code, severity, args }) => [code, severity, args["days"]]);

test.each<[string, Model["status"], unknown[]]>([
  ["31 days before the earliest day, none", { may_retire: "2026-12-23" }, []],
  ["30 days before it", { may_retire: "2026-12-22" }, [["may-retire", "warning", 30]]],
  ["on it", { may_retire: DAY }, [["may-retire", "warning", 0]]],
  ["long after it", { may_retire: "2026-08-24" }, [["may-retire", "warning", -90]]],
  ["after it, with an exact day more than 60 days ahead", { may_retire: "2026-11-01", retires: "2027-03-01" }, [["may-retire", "warning", -21]]],
  ["with an exact day that is near, which replaces it", { may_retire: "2026-11-01", retires: "2026-12-01" }, [["retires-soon", "warning", 9]]],
  ["with an exact day that has come", { may_retire: "2026-10-01", retires: DAY }, [["retired", "error", 0]]],
  ["neither", {}, []],
])("warnings about retirement: %s", (_, status, expected) => {
  expect(said(status)).toEqual(expected);
});
