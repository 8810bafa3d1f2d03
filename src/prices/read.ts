import type { Problem } from "../problem.ts";
import { issuesToProblems } from "../yaml/issue.ts";
import type { YamlFile } from "../yaml/read.ts";
import type { Provider } from "./book.ts";
import { checkProvider } from "./check.ts";
import { normalise } from "./normalise.ts";
import { outOfScope } from "./out-of-scope.ts";
import { type PriceFile, priceFile } from "./schema.ts";
import { checkWritten } from "./written.ts";

/** A price file as written and in the engine's form. A form is null if `problems` has an error that prevents it. */
export type ReadPrices = { written: PriceFile | null; provider: Provider | null; problems: Problem[] };

/** Reads one price file: the schema first, then the rules that a schema cannot express. A file with an error gives no prices. */
export function readPrices(yaml: YamlFile): ReadPrices {
  if (yaml.problems.length > 0) return { written: null, provider: null, problems: yaml.problems };
  const result = priceFile.safeParse(yaml.value);
  if (!result.success) {
    const problems = issuesToProblems(result.error.issues, { schema: priceFile, value: yaml.value, file: yaml.file, at: [] });
    return { written: null, provider: null, problems: outOfScope(problems) };
  }
  const unwritable = checkWritten(result.data, yaml.file);
  if (unwritable.length > 0) return { written: null, provider: null, problems: unwritable };
  const provider = normalise(result.data);
  const problems = checkProvider(provider, yaml.file);
  return { written: result.data, provider: problems.some(({ severity }) => severity === "error") ? null : provider, problems };
}
