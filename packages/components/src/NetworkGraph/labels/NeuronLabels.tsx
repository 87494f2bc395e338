'use client';
import { createThrottle } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useGraph } from '../graphContext.js';
import { answerOf, isAnswerAhead, noAnswer } from './answer.js';
import { labelStyle } from './labelStyle.js';
import { neuronLabels } from './neuronLabelLayout.js';
import { shareLabels, shareText } from './shareLabels.js';

/** Milliseconds between two numbers in the same place: they cannot be read faster. */
const NUMBER_INTERVAL = 100;

/**
 * Names of inputs and outputs beside their neurons, and the outputs' shares. The answer and the true class are marked without React, and with the
 * picture that shows them: a bold name and a lit neuron are always of one step.
 */
export function NeuronLabels(): ReactElement {
  const { geometry, context, controller, pass, slot } = useGraph((graph) => graph);
  const isAhead = isAnswerAhead(pass.stage, context.network.layers);
  const labels = useMemo(() => (geometry ? neuronLabels(geometry, context) : []), [geometry, context]);
  const shares = useMemo(
    () => (geometry && !isAhead ? shareLabels(geometry, context) : []),
    [geometry, context, isAhead],
  );
  const box = useRef<HTMLDivElement | null>(null);
  const { network, format } = context;
  useEffect(() => {
    const root = box.current;
    if (!root || !geometry) return;
    const outputs = [...root.querySelectorAll<HTMLElement>('[data-output]')];
    const mark = (name: 'data-winner' | 'data-truth', neuron: number): void => {
      for (const output of outputs) output.toggleAttribute(name, Number(output.dataset['output']) === neuron);
    };
    const written = [...root.querySelectorAll<HTMLElement>('[data-share]')];
    const write = createThrottle(NUMBER_INTERVAL, () => {
      const numbers = controller.drawn;
      const answer = answerOf(network.layers, numbers);
      shares.forEach((share, at) => {
        const text = shareText(numbers, answer, share, geometry, format);
        const element = written[at];
        if (element && element.textContent !== text) element.textContent = text;
      });
    });
    let marked = '';
    const follow = (): void => {
      const { winner, truth } = isAhead ? noAnswer : answerOf(network.layers, controller.drawn);
      const now = `${winner} ${truth}`;
      if (now !== marked) {
        marked = now;
        mark('data-winner', winner);
        mark('data-truth', truth);
        // A sign of right or wrong moves with the answer.
        write.reset();
      }
      write.request();
    };
    follow();
    const stop = controller.onDrawn(follow);
    return () => {
      stop();
      write.reset();
    };
  }, [geometry, network, controller, shares, labels, isAhead, format]);
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
      {shares.map((share) => (
        <span
          key={`share ${share.neuron}`}
          className={slot('share')}
          style={{ left: share.x, top: share.y }}
          data-share=""
          data-output={share.neuron}
        />
      ))}
    </div>
  );
}

const sides = { end: 'before', start: 'after', middle: 'middle' } as const;
