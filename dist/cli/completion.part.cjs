const require_program = require("./program.cjs");
// lib/src/cli/completion.js
/**
* `video-budget completion SHELL`: prints a script that completes commands, options and the values that an option allows.
* The script is made from the declarations of the command line, so it never lacks a command. Everything else is completed as a file.
* @returns 0 @throws I/O errors
*/
async function completion(shell, program, options, terminal) {
	const levels = levelsOf(program, "");
	const script = {
		bash,
		zsh,
		fish
	}[shell](levels);
	await require_program.write(script, options, terminal);
	return 0;
}
function levelsOf(command, at) {
	const { commands, options, registeredArguments } = command;
	const choices = registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
	return [{
		at,
		commands,
		options,
		choices,
		takesFiles: registeredArguments.length > 0 && choices.length === 0
	}, ...commands.flatMap((inner) => levelsOf(inner, `${at}/${inner.name()}`))];
}
const flagsOf = (options) => [...options.flatMap(({ long }) => long ?? []), "--help"];
const takesValue = ({ required, optional }) => required || optional;
const pathsOf = (levels) => levels.map(({ at }) => at).filter((at) => at !== "");
const wordsOf = ({ commands, choices }) => [...commands.map((inner) => inner.name()), ...choices];
/** A `case` of bash and zsh: after an option that takes a value, its choices, or files. */
function valueCases(levels, offer, files) {
	const patterns = /* @__PURE__ */ new Map();
	for (const { at, options } of levels) for (const { long, argChoices } of options.filter(takesValue)) {
		const action = argChoices ? offer(argChoices) : files;
		patterns.set(action, [...patterns.get(action) ?? [], `"${at} ${long}"`]);
	}
	return [...patterns].map(([action, after]) => `    ${after.join(" | ")}) ${action}; return ;;`);
}
/** A `case` of bash and zsh: what each command offers, unless that is nothing. */
function levelCases(levels, wordsAt, offer) {
	return levels.filter((level) => wordsAt(level).length > 0).map((level) => `      "${level.at}") ${offer(wordsAt(level))} ;;`);
}
function bash(levels) {
	const offer = (words) => `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$cur"))`;
	return `# bash completion of video-budget: eval "$(video-budget completion bash)"
_video_budget() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD - 1]}" at="" word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at/$word" in
      ${pathsOf(levels).join(" | ")}) at="$at/$word" ;;
    esac
  done
  case "$at $prev" in
${valueCases(levels, offer, ":").join("\n")}
  esac
  if [[ "$cur" == -* ]]; then
    case "$at" in
${levelCases(levels, ({ options }) => flagsOf(options), offer).join("\n")}
    esac
  else
    case "$at" in
${levelCases(levels, wordsOf, offer).join("\n")}
    esac
  fi
}
complete -o default -F _video_budget video-budget
`;
}
function zsh(levels) {
	const offer = (words) => `compadd -- ${words.join(" ")}`;
	return `#compdef video-budget
# zsh completion of video-budget: eval "$(video-budget completion zsh)", after compinit
_video_budget() {
  local at="" word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at/$word" in
      (${pathsOf(levels).join("|")}) at="$at/$word" ;;
    esac
  done
  case "$at \${words[CURRENT-1]}" in
${valueCases(levels, offer, "_files").join("\n")}
  esac
  if [[ "$PREFIX" == -* ]]; then
    case "$at" in
${levelCases(levels, ({ options }) => flagsOf(options), offer).join("\n")}
    esac
  else
    case "$at" in
${levelCases(levels, wordsOf, offer).join("\n")}
      *) _files ;;
    esac
  fi
}
compdef _video_budget video-budget
`;
}
function fish(levels) {
	const quoted = (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
	const lines = levels.flatMap((level) => {
		const here = `complete -c video-budget -n ${quoted(`__video_budget_at ${quoted(level.at)}`)}`;
		return [
			`${here} -l help -d ${quoted("display help for command")}`,
			...level.takesFiles ? [] : [`${here} -f`],
			...level.commands.map((inner) => `${here} -a ${inner.name()} -d ${quoted(inner.description())}`),
			...level.choices.length > 0 ? [`${here} -a ${quoted(level.choices.join(" "))}`] : [],
			...level.options.flatMap((option) => {
				if (!option.long) return [];
				const values = option.argChoices ? ` -x -a ${quoted(option.argChoices.join(" "))}` : takesValue(option) ? " -r" : "";
				return [`${here} -l ${option.long.slice(2)}${values} -d ${quoted(option.description)}`];
			})
		];
	});
	return `# fish completion of video-budget: video-budget completion fish | source
function __video_budget_at
  set -l at
  for word in (commandline -opc)[2..]
    if contains -- "$at/$word" ${pathsOf(levels).join(" ")}
      set at "$at/$word"
    end
  end
  test "$at" = "$argv[1]"
end
${lines.join("\n")}
`;
}
exports.completion = completion;
