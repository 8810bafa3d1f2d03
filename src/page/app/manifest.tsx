import { useMemo } from "preact/hooks";
import type { Edits } from "../edits.ts";
import type { Session } from "../session.ts";

/** The edited manifests as text, to copy or save. */
export function Manifest({ session, edits }: { session: Session; edits: Edits }) {
  const found = useMemo(() => session.textsOf(edits), [session, edits]);
  const texts = "texts" in found ? [...found.texts] : [];
  return (
    <section id="manifest" aria-labelledby="manifest-heading">
      <h2 id="manifest-heading">The manifest</h2>
      {"stuck" in found && <p role="alert">{found.stuck.join(".")} cannot be changed here: it is a YAML alias or not a plain value.</p>}
      {texts.length === 0 ? (
        <p>No changes yet. Each control changes only its own key in the text. Everything else stays as it is.</p>
      ) : (
        texts.map(([path, text]) => <Text key={path} path={path} text={text} />)
      )}
    </section>
  );
}

function Text({ path, text }: { path: string; text: string }) {
  const id = `text-${path}`.replaceAll(/[^\w.-]/g, "_");
  const select = (): void => {
    const area = document.getElementById(id);
    if (area instanceof HTMLTextAreaElement) area.select();
  };
  return (
    <>
      <p>
        <label for={id}>{path}, with what is edited</label>
      </p>
      <textarea id={id} readOnly rows={14} spellcheck={false} value={text} />
      <p class="actions">
        <button type="button" onClick={() => save(path, text)}>
          Save {path.split("/").at(-1)}
        </button>
        <button
          type="button"
          onClick={() => {
            select();
            navigator.clipboard?.writeText(text).catch(select);
          }}
        >
          Copy
        </button>
      </p>
    </>
  );
}

/** Offers the text as a download. */
function save(path: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = path.split("/").at(-1) ?? "video-budget.yml";
  link.click();
  URL.revokeObjectURL(link.href);
}
