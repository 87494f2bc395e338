'use client';
import { useId, type ReactElement } from 'react';
import { useRoot } from '../../shared/Root.js';
import { useGraph } from '../graphContext.js';
import type { Emphasis } from './emphasis.js';

/** Chooses which connections stand out. */
export function EmphasisSwitch(): ReactElement {
  const { emphasized, words, slot } = useGraph((graph) => graph);
  const { format } = useRoot();
  const id = useId();
  const { emphasis, setEmphasis, choices, strongest } = emphasized;
  return (
    <span className={slot('emphasis')}>
      <label htmlFor={id}>{words.emphasis}</label>
      <select
        id={id}
        className={slot('choice')}
        value={emphasis}
        onChange={({ target }) => setEmphasis(target.value as Emphasis)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words.emphases[choice](strongest, format)}
          </option>
        ))}
      </select>
    </span>
  );
}
