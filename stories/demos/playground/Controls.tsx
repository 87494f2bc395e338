import { useId, type ReactElement, type ReactNode } from 'react';

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of several, as a menu with its name above it. */
export function Choice<T extends string | number>(props: ChoiceProps<T>): ReactElement {
  const { label, value, options, isDisabled = false, onChange } = props;
  const id = useId();
  return (
    <div className="playground__field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const chosen = options[event.target.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly step?: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

/** A number, with its value beside its name. */
export function Slider({ label, value, low, high, step = 1, unit = '', onChange }: SliderProps): ReactElement {
  const id = useId();
  return (
    <div className="playground__field">
      <label htmlFor={id}>
        {label} <b>{`${String(value)}${unit}`}</b>
      </label>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-valuetext={`${String(value)}${unit}`}
        onChange={(event) => {
          onChange(Number(event.target.value));
        }}
      />
    </div>
  );
}

interface StepperProps {
  /** What is counted: "neurons of hidden layer 1". */
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly children?: ReactNode;
  readonly onChange: (value: number) => void;
}

/** A count with a button at each side. */
export function Stepper({ label, value, low, high, children, onChange }: StepperProps): ReactElement {
  return (
    <div className="playground__stepper" role="group" aria-label={label}>
      <button
        type="button"
        aria-label={`Fewer ${label}`}
        disabled={value <= low}
        onClick={() => {
          onChange(value - 1);
        }}
      >
        −
      </button>
      <output aria-live="polite">{children ?? value}</output>
      <button
        type="button"
        aria-label={`More ${label}`}
        disabled={value >= high}
        onClick={() => {
          onChange(value + 1);
        }}
      >
        +
      </button>
    </div>
  );
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>): ReactElement {
  const name = useId();
  return (
    <div className="playground__segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
