/**
 * The code of a Jupyter notebook. Each line of code keeps its line number, and all other lines become empty, so that a line in the result
 * is the same line in the notebook. A notebook is JSON with one line of code per line: `"cell_type": "code"`, then `"source": [`, then the
 * lines as strings.
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
