/** One choice of a few, side by side: a native radio group in the dress of a switch. */
import { useId } from 'react';

interface Props<Value extends string> {
  /** what is chosen, in words; the legend */
  readonly label: string;
  /** true shows the legend above the choices, else only assistive technology reads it */
  readonly legendShown?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly title?: string }[];
  readonly onChoose: (value: Value) => void;
  readonly disabled?: boolean;
}

export function SegmentedControl<Value extends string>(props: Props<Value>) {
  const name = useId();
  const choices = props.options.map((option) => (
    <label key={option.value} title={option.title}>
      <input
        type="radio"
        name={name}
        value={option.value}
        checked={option.value === props.value}
        disabled={props.disabled === true}
        onChange={() => props.onChoose(option.value)}
      />
      {option.label}
    </label>
  ));
  if (props.legendShown === true) {
    return (
      <fieldset>
        <legend>{props.label}</legend>
        <div className="segments">{choices}</div>
      </fieldset>
    );
  }
  return (
    <fieldset className="segments">
      <legend className="unseen">{props.label}</legend>
      {choices}
    </fieldset>
  );
}
