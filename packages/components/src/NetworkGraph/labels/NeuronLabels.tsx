'use client';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useGraph } from '../graphContext.js';
import { winnerOf } from './describe.js';
import { labelStyle } from './labelStyle.js';
import { neuronLabels } from './neuronLabelLayout.js';

/** Milliseconds between two marks of a winner: bold letters are laid out anew, and cannot be read faster. */
const MARK_INTERVAL = 100;

/** Names of inputs and outputs beside their neurons; the winner among the outputs is marked, without React. */
export function NeuronLabels(): ReactElement {
  const { geometry, context, store, slot } = useGraph((graph) => graph);
  const labels = useMemo(() => (geometry ? neuronLabels(geometry, context) : []), [geometry, context]);
  const box = useRef<HTMLDivElement | null>(null);
  const { network } = context;
  useEffect(() => {
    let marked: Element | null = null;
    const mark = (): void => {
      const winner = winnerOf(network, store.get());
      const label = box.current?.querySelector(`[data-output='${winner}']`) ?? null;
      if (label === marked) return;
      marked?.removeAttribute('data-winner');
      label?.setAttribute('data-winner', '');
      marked = label;
    };
    let timer: ReturnType<typeof setTimeout> | null = null;
    const follow = (): void => {
      if (timer !== null) return;
      mark();
      timer = setTimeout(() => {
        timer = null;
        mark();
      }, MARK_INTERVAL);
    };
    mark();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [geometry, network, store]);
  return (
    <div ref={box} aria-hidden="true">
      {labels.map((label) => (
        <span
          key={`${label.layer} ${label.neuron}`}
          className={slot('unit')}
          style={labelStyle(label)}
          data-side={sides[label.align]}
          data-output={label.isOutput ? label.neuron : undefined}
        >
          {label.lines}
        </span>
      ))}
    </div>
  );
}

const sides = { end: 'before', start: 'after', middle: 'middle' } as const;
