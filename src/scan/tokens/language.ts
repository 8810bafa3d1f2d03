/** How a language writes comments and strings. The tokenizer needs to know nothing else. */
export type Language = {
  /** Marks of a comment that ends with the line. */
  line: readonly string[];
  /** Opening and closing marks of a comment over several lines. */
  block: readonly (readonly [string, string])[];
  /** Marks of a string, longest first. Those in `tall` may span several lines. */
  quotes: readonly string[];
  tall: readonly string[];
  /** Whether a value needs no quotes, so that a word may contain `-`, `.`, `/` and `:`. */
  plain: boolean;
  /** Whether the end of a line ends a statement. */
  lines: boolean;
};

const SLASHES: Language = { line: ["//"], block: [["/*", "*/"]], quotes: ['"', "'"], tall: [], plain: false, lines: true };
const SCRIPT: Language = { ...SLASHES, quotes: ["`", '"', "'"], tall: ["`"] };
const TRIPLE: Language = { ...SLASHES, quotes: ['"""', '"'], tall: ['"""'] };
const HASHES: Language = { line: ["#"], block: [], quotes: ['"', "'"], tall: [], plain: false, lines: true };
const PYTHON: Language = { ...HASHES, quotes: ['"""', "'''", '"', "'"], tall: ['"""', "'''"] };
const PLAIN: Language = { ...HASHES, tall: ['"', "'"], plain: true };
const SETTINGS: Language = { ...HASHES, plain: true };
const JSONC: Language = { ...SLASHES, quotes: ['"'], lines: false };
const MARKUP: Language = {
  line: [],
  block: [
    ["<!--", "-->"],
    ["{#", "#}"],
  ],
  quotes: ['"', "'"],
  tall: [],
  plain: false,
  lines: false,
};

const BY_ENDING: Readonly<Record<string, Language>> = {
  ...all(SCRIPT, "js jsx ts tsx mjs cjs mts cts vue svelte astro"),
  ...all({ ...SCRIPT, quotes: ["`", '"'] }, "go"),
  ...all(PYTHON, "py pyw pyi ipynb"),
  ...all({ ...SLASHES, line: ["//", "#"], tall: ['"', "'"], lines: false }, "php"),
  ...all({ ...HASHES, block: [["=begin", "=end"]] }, "rb rake gemspec ru ex exs jl r pl"),
  ...all({ ...TRIPLE, lines: false }, "java"),
  ...all(TRIPLE, "kt kts scala swift groovy gradle"),
  ...all({ ...TRIPLE, lines: false }, "cs"),
  ...all({ ...SLASHES, quotes: ['"'], tall: ['"'], lines: false }, "rs"),
  ...all({ ...SLASHES, quotes: ['"""', "'''", '"', "'"], tall: ['"""', "'''"], lines: false }, "dart"),
  ...all({ ...SLASHES, quotes: ['"'], lines: false }, "c h cc cpp hpp m mm"),
  ...all(PLAIN, "sh bash zsh fish ps1 dockerfile mk"),
  ...all(SETTINGS, "yml yaml toml env ini cfg conf properties tf tfvars txt mod"),
  ...all(JSONC, "json jsonc json5"),
  ...all(MARKUP, "html htm xml jinja jinja2 j2 ejs hbs erb twig csproj"),
  ...all({ ...HASHES, line: ["--"], block: [["/*", "*/"]], quotes: ["'", '"'], tall: ["'"], lines: false }, "sql"),
};

function all(language: Language, endings: string): Record<string, Language> {
  return Object.fromEntries(endings.split(" ").map((ending) => [ending, language]));
}

/** The key for a file's language: usually the extension (`ts`), but `env` for `.env.production` and `dockerfile` for a Dockerfile. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (/^\.env(\.|$)|\.env$|^env\./.test(name)) return "env";
  if (/^(dockerfile|containerfile|makefile|procfile|justfile)/.test(name)) return "dockerfile";
  if (name === "gemfile" || name === "rakefile") return "rb";
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
}

/** @returns null for a file in an unknown language, which is not read */
export function languageOf(path: string): Language | null {
  const ending = endingOf(path);
  return Object.hasOwn(BY_ENDING, ending) ? (BY_ENDING[ending] ?? null) : null;
}
