import { nearest } from "../../notation/nearest.ts";
import { FIELDS, type Field } from "./job.ts";

/** A column or key that is not read, and the field that it probably is. */
export type UnreadColumn = { column: string; field: Field };

/** Other names for a field in logs, in lower case without separators. They are only suggested, and read only if the user maps them. */
const CALLED: Readonly<Partial<Record<Field, string>>> = {
  job_id: "id uuid key job task taskid predictionid generationid videoid operation operationid",
  status: "state phase outcome result finalstate",
  submitted_at: "createdat created creationtime submitted submittime submissiontime startedat started starttime start timestamp time date requestedat",
  finished_at: "completedat completed completiontime endedat ended endtime end finished finishtime updatedat",
  gave_up_at: "timedoutat timeoutat abandonedat cancelledat canceledat",
  requested_seconds: "duration durationseconds durations seconds secs length lengthseconds videoduration",
  billed_seconds: "billedduration billableseconds billableduration",
  resolution: "size quality dimensions videosize",
  cost: "amount price charge charged total totalcost costusd priceusd amountusd usd fee spend",
  credits: "creditsused creditcost unitsused",
  billed_tokens: "tokens totaltokens completiontokens videotokens",
  model: "modelid modelname endpoint endpointid",
  provider: "vendor service",
  request_id: "clip clipid shot shotid asset assetid orderid",
  polls: "statusrequests pollcount",
  kept: "accepted approved selected",
  outputs_requested: "nvariants variants samplecount numvideos",
};

/** A shorter name resembles too many others. */
const LEAST_LETTERS = 5;

/** Columns of a record whose name or spelling resembles a field that the record lacks. */
export function unreadColumns(record: Readonly<Record<string, unknown>>, mapping: ReadonlyMap<Field, string>): UnreadColumn[] {
  const read = new Set([...mapping.values()].flatMap((path) => [path, path.split(".")[0] as string]));
  const present = new Set(Object.keys(record).flatMap(fieldOf));
  const missing = FIELDS.filter((field) => !present.has(field) && !mapping.has(field) && field !== "metadata");
  const found: UnreadColumn[] = [];
  for (const column of Object.keys(record)) {
    if (read.has(column) || fieldOf(column).length > 0) continue;
    const left = missing.filter((field) => found.every((one) => one.field !== field));
    const field = meantBy(column, left);
    if (field) found.push({ column, field });
  }
  return found;
}

function meantBy(column: string, missing: readonly Field[]): Field | undefined {
  const name = squeezed(column);
  const same = missing.find((field) => squeezed(field) === name) ?? missing.find((field) => CALLED[field]?.split(" ").includes(name));
  if (same || name.length < LEAST_LETTERS) return same;
  return (nearest(column, missing) as Field | null) ?? undefined;
}

/** The field that a column is read as: the same name, or in camel case. */
function fieldOf(column: string): Field[] {
  return FIELDS.filter((field) => field === column || field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) === column);
}

function squeezed(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
