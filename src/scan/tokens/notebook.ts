/**
 * The code of a Jupyter notebook, each line where it is in the file, all else blank: so a place in it is one in the notebook.
 * A notebook is JSON with a line of code to a line: `"cell_type": "code"`, then `"source": [`, then the lines as texts.
 */
export function notebookCode(text: string): string {
  let code = false;
  let inside = false;
  return text
    .split("\n")
    .map((line) => {
      const kind = /^\s*"cell_type":\s*"(\w+)"/.exec(line)?.[1];
      if (kind) code = kind === "code";
      if (/^\s*"source":\s*\[/.test(line)) inside = true;
      else if (inside && /^\s*\]/.test(line)) inside = false;
      else if (inside && code) return lineOf(line);
      return "";
    })
    .join("\n");
}

function lineOf(written: string): string {
  try {
    return String(JSON.parse(written.trim().replace(/,$/, ""))).replaceAll("\n", " ");
  } catch {
    return "";
  }
}
