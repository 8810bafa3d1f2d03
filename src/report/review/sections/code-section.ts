import type { MatchedFinding } from "../../../declared/result.ts";
import type { Review } from "../../../review/result.ts";
import type { Section } from "../../layout/assemble.ts";
import { code, inert } from "../../layout/escape.ts";
import { count, jobPrice } from "../../layout/format.ts";
import { tableHead, tableRow } from "../../layout/table.ts";
import { draftsOf, workloadYaml } from "../../scan/workload-yaml.ts";

/** Lines to paste are shown for at most this many calls; `video-budget scan` has those of the others. */
const PASTED = 3;
/** At most this many places of one call are named. */
const PLACES = 3;

/** Calls that no workload declares: their places, the price of one clip, and the lines that would declare them. */
export function undeclaredSection(review: Review): Section[] {
  const undeclared = review.code?.undeclared ?? [];
  if (undeclared.length === 0) return [];
  const rows = undeclared.map((one) => {
    const shown = one.undeclared.slice(0, PLACES).map(({ file, line }) => code(`${file}:${line}`));
    const more = one.undeclared.length - shown.length;
    return tableRow([clipPrice(one), [calledMarkdown(one), ...shown, ...(more > 0 ? [`and ${count(more, "more place")}`] : [])].join("<br>")]);
  });
  const pasted = draftsIn(review).slice(0, PASTED).flatMap(workloadYaml);
  return [
    {
      before: ["**Calls that no workload declares**: their cost is in no total", "", ...tableHead(["One clip:", "Call, and where"])],
      rows,
      after: pasted.length === 0 ? [] : ["", "To declare them, under `workloads:`", "", "```yaml", ...pasted, "```"],
      noun: "call",
      asRow: (text) => tableRow([text, ""]),
    },
  ];
}

/** Calls that a change excludes with a comment, with the reason. */
export function ignoredSection({ code: said }: Review): Section[] {
  const ignored = said?.scope === "change" ? said.ignored : [];
  if (ignored.length === 0) return [];
  const rows = ignored.map(({ file, line, text, reason }) => `- ${code(`${file}:${line}`)} ${code(text)}: ${reason === "" ? "no reason given" : code(reason)}`);
  return [{ before: ["**Calls that this change excludes with a comment**", ""], rows, after: [], noun: "call", asRow: (text) => `- ${text}` }];
}

/** The undeclared calls as lines of text. */
export function undeclaredLines(review: Review): string[] {
  return (review.code?.undeclared ?? []).map((one) => {
    const [place] = one.undeclared;
    const more = one.undeclared.length - 1;
    const where = `${inert(place?.file ?? "")}:${place?.line}${more > 0 ? ` and ${count(more, "more place")}` : ""}`;
    return `${where}: ${inert(nameOf(one))}, ${clipPrice(one)} a clip`;
  });
}

function draftsIn({ code: said, from }: Review): ReturnType<typeof draftsOf> {
  const taken = from.head.manifests.flatMap(({ workloads }) => workloads.map(({ name }) => name));
  return draftsOf(said?.undeclared ?? [], from.head.manifests[0]?.file ?? "video-budget.yml", taken);
}

function nameOf({ finding: { provider, model, dynamic } }: MatchedFinding): string {
  return model === null ? `${provider}, ${dynamic === null ? "which takes no model" : `the model comes from ${dynamic}`}` : `${provider}/${model}`;
}

function calledMarkdown(one: MatchedFinding): string {
  const { provider, model, dynamic } = one.finding;
  const what =
    model === null ? `${code(provider)}, ${dynamic === null ? "which takes no model" : `the model comes from ${code(dynamic)}`}` : code(`${provider}/${model}`);
  const near = one.near ? `<br>${code(one.near.workload.name)} declares it at ${code(one.near.workload.keys?.provider ?? "")}` : "";
  return `${what}${near}`;
}

/** The list price of one clip. It is in USD, because it counts toward no total. */
function clipPrice({ job_price }: MatchedFinding): string {
  return job_price === null ? "unknown" : jobPrice(job_price, "USD");
}
