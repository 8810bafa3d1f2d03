import * as z from "zod";

/** Schemas for the files that other systems read from us, limited to the keys that we write. */

const text = z.strictObject({ text: z.string().min(1) });

/** SARIF 2.1.0 (OASIS): required keys, enumerations, and that an index points to its rule. */
export const sarif = z
  .strictObject({
    $schema: z.url(),
    version: z.literal("2.1.0"),
    runs: z
      .array(
        z.strictObject({
          tool: z.strictObject({
            driver: z.strictObject({
              name: z.string(),
              semanticVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
              informationUri: z.url().optional(),
              rules: z.array(z.strictObject({ id: z.string().min(1), name: z.string().regex(/^[A-Z]\w*$/), shortDescription: text })),
            }),
          }),
          columnKind: z.literal("utf16CodeUnits"),
          results: z.array(
            z.strictObject({
              ruleId: z.string(),
              ruleIndex: z.int().nonnegative(),
              level: z.enum(["none", "note", "warning", "error"]),
              message: text,
              locations: z
                .array(
                  z.strictObject({
                    physicalLocation: z.strictObject({
                      // A relative reference of RFC 3986: no space, no scheme, no leading slash.
                      artifactLocation: z.strictObject({ uri: z.string().regex(/^(?!\/)[\w.\-~%!$&'()*+,;=@/]+$/) }),
                      region: z.strictObject({ startLine: z.int().positive(), startColumn: z.int().positive() }),
                    }),
                  }),
                )
                .length(1),
              partialFingerprints: z.record(z.string(), z.string().min(1)),
            }),
          ),
          properties: z.record(z.string(), z.unknown()),
        }),
      )
      .length(1),
  })
  .refine(({ runs }) => runs.every(({ results, tool: { driver } }) => results.every(({ ruleId, ruleIndex }) => driver.rules[ruleIndex]?.id === ruleId)));

/** GitLab's Code Quality report. */
export const gitlab = z
  .array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string().min(1),
      fingerprint: z.string().min(1),
      severity: z.enum(["info", "minor", "major", "critical", "blocker"]),
      location: z.strictObject({ path: z.string().regex(/^(?!\.?\/)/), lines: z.strictObject({ begin: z.int().positive() }) }),
    }),
  )
  .refine((all) => new Set(all.map(({ fingerprint }) => fingerprint)).size === all.length);

/** Slack's Block Kit: blocks that we use, with their limits. */
const mrkdwn = z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(3000) });
export const slack = z.strictObject({
  text: z.string().min(1),
  blocks: z
    .array(
      z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("header"), text: z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(150) }) }),
        z.strictObject({ type: z.literal("section"), text: mrkdwn }),
        z.strictObject({ type: z.literal("context"), elements: z.array(mrkdwn).min(1).max(10) }),
      ]),
    )
    .max(50),
});

/** The endpoint of shields.io. */
export const badge = z.strictObject({ schemaVersion: z.literal(1), label: z.string().min(1), message: z.string().min(1), color: z.string().min(1) });

export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[] };

const TAG = /<(\/?)(\w[\w-]*)((?: [\w-]+="[^"<]*")*)(\/?)>/g;

/** Elements of an XML text of ours. @throws where it is not well-formed, or has a character that XML 1.0 has not */
export function xmlOf(document: string): XmlElement {
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(document)) throw new Error("a character that XML has not");
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  const rest = document.replace(/^<\?xml [^>]*\?>\n/, "").replace(TAG, (tag) => {
    const [, end, name = "", attributes = "", closed] = new RegExp(TAG.source).exec(tag) ?? [];
    const at = open.at(-1) as XmlElement;
    if (end) {
      if (at.name !== name) throw new Error(`</${name}> closes <${at.name}>`);
      open.pop();
      return "";
    }
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value] as const);
    const element: XmlElement = { name, attributes: Object.fromEntries(pairs), children: [] };
    at.children.push(element);
    if (!closed) open.push(element);
    return "";
  });
  if (open.length > 1 || /[<>]|&(?!#\d+;)/.test(rest)) throw new Error("not well-formed");
  return root.children[0] as XmlElement;
}

const CHILDREN: Record<string, readonly string[]> = {
  testsuites: ["testsuite"],
  testsuite: ["properties", "testcase"],
  properties: ["property"],
  property: [],
  testcase: ["failure", "system-out"],
  failure: [],
  "system-out": [],
};
const REQUIRED: Record<string, readonly string[]> = {
  testsuites: ["name", "tests", "failures", "errors"],
  testsuite: ["name", "tests", "failures", "errors", "skipped"],
  property: ["name", "value"],
  testcase: ["classname", "name"],
  failure: ["type", "message"],
};

/** What is wrong with a JUnit file by the schema that Jenkins reads: order and kinds of elements, attributes, and counts. */
export function junitFaults({ name, attributes, children }: XmlElement): string[] {
  const order = children.map((child) => (CHILDREN[name] ?? []).indexOf(child.name));
  const cases = name === "testsuites" ? children.flatMap((suite) => suite.children) : children;
  const tests = cases.filter((one) => one.name === "testcase");
  const failing = tests.filter((one) => one.children.some((child) => child.name === "failure"));
  return [
    ...(name in CHILDREN ? [] : [`unknown element ${name}`]),
    ...(order.includes(-1) || order.some((at, index) => index > 0 && at < (order[index - 1] ?? 0)) ? [`children of ${name}`] : []),
    ...(REQUIRED[name] ?? []).filter((key) => !(key in attributes)).map((key) => `${name} has no ${key}`),
    ...("tests" in attributes && (Number(attributes["tests"]) !== tests.length || Number(attributes["failures"]) !== failing.length)
      ? [`counts of ${name}`]
      : []),
    ...children.flatMap(junitFaults),
  ];
}
