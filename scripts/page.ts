import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { DATA_SLOT, PRICES_SLOT } from "../src/page/fill.ts";

/**
 * Makes `dist/page/template.html` of `lib/src/page/app`: one file with its script and style in it, and two places for data that
 * `src/page/fill.ts` fills. Its policy names script and style by their hashes and allows nothing else: no network, no other script.
 * What is bundled goes to `lib/page.stats.json`, whose licences `scripts/licenses.ts` writes.
 */
const bundle = await rolldown({
  input: "lib/src/page/app/main.js",
  platform: "browser",
  // jStat is loaded late by the command line; here everything is one file.
  checks: { ineffectiveDynamicImport: false },
});
const { output } = await bundle.generate({ format: "iife", minify: true, codeSplitting: false });
await bundle.close();
const [chunk, ...more] = output;
if (more.length > 0) throw new Error(`The page is one script, and the bundler made ${output.length}`);

// Neither may end the element that it stands in.
const script = chunk.code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const style = readFileSync("src/page/app/page.css", "utf8");
if (/<\/style/i.test(style)) throw new Error("The style ends its own element");
const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;

mkdirSync("dist/page", { recursive: true });
writeFileSync(
  "dist/page/template.html",
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Video Budget</title>
<style>${style}</style>
</head>
<body>
<div id="page"><noscript>This page works out prices itself, for which it needs scripts. Nothing is loaded from anywhere.</noscript></div>
<script type="application/json" id="data">${DATA_SLOT}</script>
<script type="application/json" id="prices">${PRICES_SLOT}</script>
<script>${script}</script>
</body>
</html>
`,
);
writeFileSync("lib/page.stats.json", JSON.stringify({ modules: chunk.moduleIds.map((name) => ({ name })) }));

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
