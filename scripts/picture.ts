import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { marked } from "marked";

/**
 * Makes a picture of a report as GitHub shows a comment: `node lib/scripts/picture.js REPORT.md OUT.png [--phone] [--dark] [--open]`.
 * `marked` renders GitHub's Markdown, the styles below give its look, and Chromium (or the browser in CHROMIUM) draws it. `--open` unfolds
 * everything. Without arguments, it makes the picture of the README.
 */
const README = ["examples/pull-request/report.md", "docs/comment.png"] as const;

const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith("--")));
const [report = README[0], output = README[1]] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

function picture(markdown: string, png: string): void {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-picture-"));
  try {
    const html = join(folder, "comment.html");
    writeFileSync(html, page(readFileSync(markdown, "utf8")));
    const width = flags.has("--phone") ? 390 : 950;
    const dom = chromium(folder, ["--dump-dom", `--window-size=${width},800`, `file://${html}`]);
    const height = Number(/data-height="(\d+)"/.exec(dom)?.[1] ?? 2000);
    chromium(folder, [`--screenshot=${png}`, `--window-size=${width},${height}`, `file://${html}`]);
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 3 });
  }
}

function chromium(folder: string, args: readonly string[]): string {
  const browser = process.env["CHROMIUM"] ?? "chromium";
  const still = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", `--user-data-dir=${folder}/profile`, "--virtual-time-budget=10000"];
  return execFileSync(browser, [...still, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 120_000 });
}

function page(markdown: string): string {
  const opened = flags.has("--open") ? markdown.replaceAll("<details>", "<details open>") : markdown;
  const body = marked.parse(opened, { gfm: true, async: false }).replaceAll("❌", CROSS);
  return `<!doctype html><meta charset="utf-8"><style>${flags.has("--dark") ? DARK : LIGHT}${STYLE}</style>
<article><header><b>github-actions</b> <i>bot</i> commented now</header><main>${body}</main></article>
<script>
  document.documentElement.dataset.height = Math.ceil(document.querySelector("article").getBoundingClientRect().bottom + 24);
</script>`;
}

/** A drawing of the ❌ sign, because a machine without an emoji font would draw an empty box. */
const CROSS = '<svg width="20" height="20" viewBox="0 0 10 10" stroke="#dd2e44" stroke-width="2.4"><path d="M1 1l8 8M9 1l-8 8"/></svg>';
const LIGHT = ":root{--text:#1f2328;--soft:#59636e;--line:#d1d9e0;--quiet:#f6f8fa;--back:#fff;--code:#818b981f}";
const DARK = ":root{--text:#f0f6fc;--soft:#9198a1;--line:#3d444d;--quiet:#151b23;--back:#0d1117;--code:#656c7633}";
/** GitHub's styles (github-markdown-css) for the elements of a report: type, tables, code spans, folds. */
const STYLE = `
body{margin:24px;background:var(--back);color:var(--text);font:14px/1.5 -apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
@media(max-width:500px){body{margin:8px}}
article{border:1px solid var(--line);border-radius:6px}
header{background:var(--quiet);border-bottom:1px solid var(--line);padding:8px 16px;color:var(--soft);border-radius:6px 6px 0 0}
header b{color:var(--text)}header i{font-style:normal;border:1px solid var(--line);border-radius:9px;padding:0 6px;font-size:12px}
main{padding:16px;overflow-wrap:anywhere}
small{font-size:90%}
h2{font-size:21px;margin:0 0 16px;padding-bottom:6px;border-bottom:1px solid var(--line)}
p,ul,table,details,pre{margin:0 0 16px}details{margin-bottom:8px}summary{cursor:default;margin-bottom:4px}
ul{padding-left:28px}li ul{margin:0}
table{border-collapse:collapse;display:block;width:max-content;max-width:100%;overflow:auto;overflow-wrap:normal}
th,td{border:1px solid var(--line);padding:6px 13px}tr:nth-child(2n) td{background:var(--quiet)}th{font-weight:600}
code{background:var(--code);border-radius:6px;padding:.2em .4em;font:85% ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:break-spaces}
pre{background:var(--quiet);border-radius:6px;padding:16px;overflow:auto}pre code{background:none;padding:0}
sub{font-size:12px;line-height:1}a{color:#0969da;text-decoration:none}`;

picture(report, resolve(output));
