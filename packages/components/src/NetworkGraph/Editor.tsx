'use client';
import type { NeuronReference, ParameterReference, TrainingControls } from '@neuroglow/engine';
import { useEffect, useState, type ReactElement } from 'react';
import { ErrorBox } from '../shared/Message.js';
import type { SlotNames } from '../shared/slots.js';
import { contributions, neuronLabel, type DescribeContext } from './describe.js';
import type { NetworkGraphSlot } from './NetworkGraph.js';
import type { NumbersStore } from './numbers.js';

export interface EditorProps {
  readonly controls: TrainingControls;
  readonly context: DescribeContext;
  readonly store: NumbersStore;
  /** The selected neuron; null: none. */
  readonly neuron: NeuronReference | null;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

/** The bias and one weight of the selected neuron, to be typed, dragged or stepped by keys; the source journals every change. */
export function Editor(props: EditorProps): ReactElement | null {
  const { neuron } = props;
  if (neuron === null) return null;
  // By key: another neuron starts with its own strongest input.
  return <NeuronEditor key={`${neuron.layer} ${neuron.neuron}`} {...props} neuron={neuron} />;
}

function NeuronEditor({
  controls,
  context,
  store,
  neuron: { layer, neuron },
  slot,
}: EditorProps & { readonly neuron: NeuronReference }): ReactElement {
  const { network, words } = context;
  const inputs = network.layers[layer - 1]?.neurons ?? 0;
  const [input, setInput] = useState(() => contributions(store.get(), network, layer, neuron)[0]?.input ?? 0);
  const [error, setError] = useState<unknown>(null);
  const change = (parameter: ParameterReference, value: number): void => {
    controls.setParameter(parameter, value).then(
      () => setError(null),
      (reason: unknown) => setError(reason),
    );
  };
  const name = neuronLabel(context, layer, neuron);
  return (
    <form
      className={slot('editor')}
      aria-label={words.editor(words.neuronTitle(network.layers[layer]?.name ?? '', name))}
      onSubmit={(event) => event.preventDefault()}
    >
      <ParameterField
        label={words.editBias}
        read={() => store.get().biases?.[layer]?.[neuron]}
        store={store}
        slot={slot}
        onChange={(value) => change({ kind: 'bias', layer, neuron }, value)}
      />
      <ParameterField
        key={input}
        label={words.editWeight}
        read={() => store.get().weights?.[layer]?.[input * (network.layers[layer]?.neurons ?? 0) + neuron]}
        store={store}
        slot={slot}
        onChange={(value) => change({ kind: 'weight', layer, input, neuron }, value)}
      />
      <label className={slot('field')}>
        {words.editInput}
        <select className={slot('number')} value={input} onChange={(event) => setInput(Number(event.target.value))}>
          {Array.from({ length: inputs }, (_, at) => (
            <option key={at} value={at}>
              {neuronLabel(context, layer - 1, at)}
            </option>
          ))}
        </select>
      </label>
      {error !== null && <ErrorBox error={error} messages={words} />}
    </form>
  );
}

interface ParameterFieldProps {
  readonly label: string;
  readonly read: () => number | undefined;
  readonly store: NumbersStore;
  readonly slot: SlotNames<NetworkGraphSlot>;
  readonly onChange: (value: number) => void;
}

/** Milliseconds between two readings of a number that training moves. */
const INTERVAL = 200;

/** A slider and a number for one parameter. Follows the run except while it is being changed. */
function ParameterField({ label, read, store, slot, onChange }: ParameterFieldProps): ReactElement {
  const [value, setValue] = useState(() => read() ?? 0);
  const [draft, setDraft] = useState<string | null>(null);
  const [span] = useState(() => Math.max(2, Math.ceil(2 * Math.abs(read() ?? 0))));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = store.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = null;
        setValue(read() ?? 0);
      }, INTERVAL);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
    // `read` looks up the same parameter for the life of the field.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store]);
  const set = (text: string): void => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number)) return;
    setValue(number);
    onChange(number);
  };
  return (
    <label className={slot('field')}>
      {label}
      <input
        className={slot('number')}
        type="range"
        aria-hidden="true"
        tabIndex={-1}
        min={-span}
        max={span}
        step={span / 200}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
      <input
        className={slot('number')}
        type="number"
        aria-label={label}
        step={0.1}
        value={draft ?? Number(value.toPrecision(4))}
        onChange={(event) => {
          setDraft(event.target.value);
          set(event.target.value);
        }}
        onBlur={() => setDraft(null)}
      />
    </label>
  );
}
