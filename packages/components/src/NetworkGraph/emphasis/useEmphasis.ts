'use client';
import type { NetworkDescription } from '@neuroglow/engine';
import { useState } from 'react';
import type { NetworkGraphProps } from '../types.js';
import type { Emphasis } from './emphasis.js';

/** Above this many connections a picture offers the choice. */
const OFFERED_FROM = 60;
/** The most connections that `strongest` draws. */
const MOST_STRONGEST = 150;

export interface EmphasisState {
  readonly emphasis: Emphasis;
  readonly setEmphasis: (emphasis: Emphasis) => void;
  /** What the reader may choose from; none where there is nothing to choose. */
  readonly choices: readonly Emphasis[];
  /** How many connections `strongest` draws. */
  readonly strongest: number;
}

/** How connections are emphasised; controlled where `emphasis` is given. `follows`: whether what is shown can follow the input. */
export function useEmphasis(options: NetworkGraphProps, network: NetworkDescription, follows: boolean): EmphasisState {
  const { connections = 'all', emphasisControl = true, onEmphasisChange } = options;
  const [own, setOwn] = useState<Emphasis>(options.defaultEmphasis ?? 'input');
  const total = connectionCount(network);
  const isOffered = emphasisControl && total > OFFERED_FROM && connections !== 'none' && follows;
  return {
    emphasis: options.emphasis ?? own,
    setEmphasis(chosen) {
      setOwn(chosen);
      onEmphasisChange?.(chosen);
    },
    // A caller that chooses the connections has chosen their number, too.
    choices: !isOffered ? [] : connections === 'all' ? ['input', 'none', 'strongest'] : ['input', 'none'],
    strongest: Math.min(MOST_STRONGEST, Math.ceil(total / 4)),
  };
}

function connectionCount({ layers }: NetworkDescription): number {
  return layers.reduce((sum, { neurons }, layer) => sum + (layer === 0 ? 0 : neurons * layers[layer - 1]!.neurons), 0);
}
