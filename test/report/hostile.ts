import { marked, type Token } from "marked";

/** Texts that try to become HTML, a marker, a link, a mention, a command, or to look like other text. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  "<!-- video-budget:default run=99 attempt=1 -->",
  "--> <img src=x onerror=alert(1)>",
  "--!><b>bold</b>",
  "[click](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "https://evil.example/path",
  "www.evil.example",
  "mail me@evil.example",
  "@octocat and @org/team",
  "#1 GH-2 org/repo#3",
  "`` ` ``` code",
  "```\nfence",
  "a | b \\| c \\\\| d",
  "line\n::error file=x::pwned",
  "::set-output name=x::y",
  "##[error]pwned",
  "\u001b[31mred\u001b[0m \u0007 \u009b31m",
  "\u202egpj.exe\u202c \u2066x\u2069",
  "a\u200bb\u00adc\ufeffd\u{e0041}",
  "*bold* _italic_ ~~gone~~ **x**",
  "&lt;b&gt; &#64;octocat &amp;",
  "# heading\n- item\n1. one\n> quote\n---",
  "$`x^2`$ and $x$",
  "</details></summary><details open>",
  "<details>\n\n</details>",
  "\ud800 lone",
  "x".repeat(5000),
  "",
  "   ",
];

/** What a Markdown parser sees beyond text and code spans, and mentions or issue numbers outside of them; `ours` are those that the report makes itself. */
export function liveTokens(markdown: string, ours: (raw: string) => boolean = () => false): string[] {
  const live: string[] = [];
  marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token: Token) => {
    if (["link", "image", "html", "em", "strong", "del", "code", "blockquote", "hr", "def"].includes(token.type) && !ours(token.raw))
      live.push(`${token.type}: ${token.raw}`);
    const isLeaf = token.type === "text" && !("tokens" in token && token.tokens);
    if (isLeaf && /@\w|(^|\s)#\d|GH-\d|&#?\w+;/.test(token.raw)) live.push(`text: ${token.raw}`);
  });
  return live;
}
