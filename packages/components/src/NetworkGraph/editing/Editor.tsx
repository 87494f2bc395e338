'use client';
import type { NeuronReference, ParameterReference } from '@neuroglow/engine';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { SlotNames } from '../../shared/slots.js';
import { createThrottle } from '@neuroglow/engine/internal';
import { readNumber } from '../../shared/readNumber.js';
import { useFrameState } from '../../shared/useFrameState.js';
import { contributions, neuronLabel } from '../labels/describe.js';
import type { DescribeContext } from '../labels/describeContext.js';
import type { NetworkGraphSlot } from '../types.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import type { Editing } from './editing.js';

export interface EditorProps {
  readonly editing: Editing;
  readonly context: DescribeContext;
  readonly store: NumbersStore;
  /** The selected neuron; null: none. */
  readonly neuron: NeuronReference | null;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

/** The bias and one weight of the selected neuron, to be typed, dragged or stepped by keys; the source journals every finished change. */
export function Editor(props: EditorProps): ReactElement {
  const { neuron, context, slot } = props;
  if (neuron === null) return <div className={slot('hint')}>{context.words.editNothing}</div>;
  // By key: another neuron starts with its own strongest input.
  return <NeuronEditor key={`${neuron.layer} ${neuron.neuron}`} {...props} neuron={neuron} />;
}

function NeuronEditor({
  editing,
  context,
  store,
  neuron: { layer, neuron },
  slot,
}: EditorProps & { readonly neuron: NeuronReference }): ReactElement {
  const { network, words } = context;
  const inputs = network.layers[layer - 1]?.neurons ?? 0;
  const [input, setInput] = useState(() => contributions(store.get(), network, layer, neuron)[0]?.input ?? 0);
  const name = neuronLabel(context, layer, neuron);
  return (
    <form
      className={slot('editor')}
      aria-label={words.editor(words.neuronTitle(network.layers[layer]?.name ?? '', name))}
      onSubmit={(event) => event.preventDefault()}
    >
      <ParameterField
        label={words.editBias}
        parameter={{ kind: 'bias', layer, neuron }}
        neurons={network.layers[layer]?.neurons ?? 0}
        editing={editing}
        store={store}
        slot={slot}
      />
      <ParameterField
        key={input}
        label={words.editWeight}
        parameter={{ kind: 'weight', layer, input, neuron }}
        neurons={network.layers[layer]?.neurons ?? 0}
        editing={editing}
        store={store}
        slot={slot}
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
      <span className={slot('hint')}>{words.editHint}</span>
    </form>
  );
}

interface ParameterFieldProps {
  readonly label: string;
  readonly parameter: ParameterReference;
  /** Neurons of the parameter's layer. */
  readonly neurons: number;
  readonly editing: Editing;
  readonly store: NumbersStore;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

/** Milliseconds between two readings of a number that training moves. */
const INTERVAL = 200;
/** What an arrow key adds in the field. */
const KEY_STEP = 0.1;

/**
 * A slider and a number for one parameter. Follows the run except while it is being changed. Moving the slider tries out; letting it go, Enter and
 * leaving the field finish: what the platform calls a change, and not every input on the way. The field is one of text: a number field loses
 * what is half typed, such as a minus.
 */
function ParameterField({ label, parameter, neurons, editing, store, slot }: ParameterFieldProps): ReactElement {
  const { kind, layer, neuron } = parameter;
  const place = kind === 'weight' ? parameter.input * neurons + neuron : neuron;
  const read = useCallback(
    (): number => (kind === 'weight' ? store.get().weights : store.get().biases)?.[layer]?.[place] ?? 0,
    [store, kind, layer, place],
  );
  const [value, setValue] = useFrameState(read);
  const [span] = useState(() => Math.max(2, Math.ceil(2 * Math.abs(read()))));
  // What was typed or slid to and is not finished.
  const [draft, setDraft] = useState<string | null>(null);
  const slider = useRef<HTMLInputElement | null>(null);
  const field = useRef<HTMLInputElement | null>(null);

  useEffect(() => {
    const follow = createThrottle(INTERVAL, () => setValue(read()));
    const stop = store.subscribe(follow.request);
    return () => {
      stop();
      follow.reset();
    };
  }, [store, read, setValue]);

  const settle = (number: number): void => {
    setDraft(null);
    setValue(number);
    editing.finish(parameter, number);
  };
  const finish = (): void => {
    if (draft === null) return;
    const number = readNumber(draft);
    if (number !== null) {
      settle(number);
      return;
    }
    setDraft(null);
    editing.takeBack();
  };
  const latest = useRef(finish);
  useEffect(() => {
    latest.current = finish;
  });
  // React calls every input a change; the platform's own event comes when it is finished.
  useEffect(() => {
    const inputs = [slider.current, field.current];
    const onChange = (): void => latest.current();
    for (const input of inputs) input?.addEventListener('change', onChange);
    return () => {
      for (const input of inputs) input?.removeEventListener('change', onChange);
    };
  }, []);

  const shown = (draft === null ? null : readNumber(draft)) ?? value;
  return (
    <label className={slot('field')}>
      {label}
      <input
        ref={slider}
        className={slot('number')}
        type="range"
        aria-label={label}
        min={-span}
        max={span}
        step={span / 200}
        value={shown}
        onChange={({ target }) => {
          setDraft(target.value);
          editing.tryOut(parameter, Number(target.value));
        }}
      />
      <input
        ref={field}
        className={slot('number')}
        type="text"
        role="spinbutton"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-valuenow={shown}
        aria-invalid={draft !== null && readNumber(draft) === null}
        value={draft ?? String(Number(value.toPrecision(4)))}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            settle(Number((shown + (event.key === 'ArrowUp' ? KEY_STEP : -KEY_STEP)).toPrecision(6)));
          }
          if (event.key !== 'Escape') return;
          setDraft(null);
          editing.takeBack();
        }}
      />
    </label>
  );
}
