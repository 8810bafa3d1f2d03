import type { Problem } from "../problem.ts";
import { issuesToProblems } from "../yaml/issue.ts";
import type { YamlFile } from "../yaml/read.ts";
import type { Provider } from "./book.ts";
import { checkProvider } from "./check.ts";
import { normalise } from "./normalise.ts";
import { outOfScope } from "./out-of-scope.ts";
import { type PriceFile, priceFile } from "./schema.ts";
import { checkWritten } from "./written.ts";

/** A price file in both forms, or null and the reasons. */
export type ReadPrices = { written: PriceFile | null; provider: Provider | null; problems: Problem[] };

/** Reads one price file: schema, then the checks that no schema can say. A file with a problem gives no prices. */
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
