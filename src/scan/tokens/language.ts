/** How a language writes comments and strings: all that the tokenizer has to know of it. */
export type Language = {
  /** Marks of a comment to the end of the line. */
  line: readonly string[];
  /** Opening and closing mark of a comment over lines. */
  block: readonly (readonly [string, string])[];
  /** Marks of a string, longest first; those of `tall` may go over lines. */
  quotes: readonly string[];
  tall: readonly string[];
  /** A value needs no quotes, and a word may hold `-`, `.`, `/` and `:`. */
  plain: boolean;
  /** A line end ends a statement. */
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

/** The ending that says a file's language: `ts`, also `env` for `.env.production` and `dockerfile` for a Dockerfile. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (/^\.env(\.|$)|\.env$|^env\./.test(name)) return "env";
  if (/^(dockerfile|containerfile|makefile|procfile|justfile)/.test(name)) return "dockerfile";
  if (name === "gemfile" || name === "rakefile") return "rb";
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
}

/** @returns null for a file that is not read: nothing is known of how it is written */
export function languageOf(path: string): Language | null {
  const ending = endingOf(path);
  return Object.hasOwn(BY_ENDING, ending) ? (BY_ENDING[ending] ?? null) : null;
}
