/** Small fields with their label before them: one of a list, a whole number, a line of text. */
import { useId, useState } from 'react';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a list, as a native select. */
export function ChoiceField<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

interface NumberProps {
  readonly label: string;
  /** true puts the label after the number, as a unit */
  readonly labelAfter?: boolean;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** Room for this many characters, its arrows among them, is enough for any number people type. */
const MOST_WIDTH = 11;

/** A whole number. What is typed and is none stays in the field until it is left, and changes nothing. */
export function NumberField({ label, labelAfter, value, least, most, onChange }: NumberProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const words = <label htmlFor={id}>{label}</label>;
  return (
    <span className="field">
      {labelAfter !== true && words}
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        style={{ width: `${Math.min(String(most).length + 4, MOST_WIDTH)}ch` }}
        value={typed ?? value}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const wanted = Number(text);
          const fits = text.trim() !== '' && Number.isInteger(wanted) && wanted >= least && wanted <= most;
          if (fits) onChange(wanted);
        }}
        onBlur={() => setTyped(null)}
      />
      {labelAfter === true && words}
    </span>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
}

/** A line of text that is code. */
export function CodeField({ label, value, placeholder, onChange }: TextProps) {
  const id = useId();
  return (
    <span className="field field-code">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </span>
  );
}
