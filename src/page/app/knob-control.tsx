import type { ChoiceKnob, Knob, NumberKnob, Turn } from "../knobs.ts";

/** `scope`: a prefix that makes the ids of the page's elements unique. */
type Props<K> = { knob: K; scope: string; onTurn: (turn: Turn) => void };

/** A slider with a number field beside it, or a list of choices. */
export function KnobControl({ knob, scope, onTurn }: Props<Knob>) {
  return knob.kind === "number" ? <NumberControl knob={knob} scope={scope} onTurn={onTurn} /> : <ChoiceControl knob={knob} scope={scope} onTurn={onTurn} />;
}

function NumberControl({ knob, scope, onTurn }: Props<NumberKnob>) {
  const { label, value, min, max, step } = knob;
  const id = `${scope}-${knob.id}`;
  const turned = (text: string): void => {
    const number = Number(text);
    if (text.trim() !== "" && Number.isFinite(number) && number >= min && number !== value) onTurn(knob.set(number));
  };
  // A range without steps is divided into about a hundred, and the step is rounded to one significant digit.
  const stride = step ?? Number(((max - min) / 100).toPrecision(1));
  return (
    <p class="knob">
      <label for={id}>{label}</label>
      <input
        type="range"
        aria-label={`${label}, slider`}
        min={min}
        max={Math.max(max, value)}
        step={stride > 0 ? stride : "any"}
        value={value}
        onInput={(event) => turned(event.currentTarget.value)}
      />
      <input id={id} type="number" min={min} step="any" value={value} onChange={(event) => turned(event.currentTarget.value)} />
    </p>
  );
}

function ChoiceControl({ knob, scope, onTurn }: Props<ChoiceKnob>) {
  const { label, value, options } = knob;
  const id = `${scope}-${knob.id}`;
  const groups = new Map<string, ChoiceKnob["options"]>();
  for (const option of options) groups.set(option.group ?? "", [...(groups.get(option.group ?? "") ?? []), option]);
  return (
    <p class="knob">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onTurn(knob.set(event.currentTarget.value))}>
        {[...groups].map(([group, own]) =>
          group === "" ? (
            <Choices key="" options={own} />
          ) : (
            <optgroup key={group} label={group}>
              <Choices options={own} />
            </optgroup>
          ),
        )}
      </select>
    </p>
  );
}

function Choices({ options }: { options: ChoiceKnob["options"] }) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </>
  );
}
