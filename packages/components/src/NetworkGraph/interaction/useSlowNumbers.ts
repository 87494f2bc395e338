'use client';
import { createThrottle } from '@neuroglow/engine/internal';
import { useEffect, useState } from 'react';
import type { GraphNumbers } from '../quantities/numbers.js';
import type { NumbersStore } from '../quantities/numbersStore.js';

/** Milliseconds between two commits: React is not asked to keep up with frames. */
const INTERVAL = 100;

/** The store's numbers for what a caller renders, at most ten times per second. */
export function useSlowNumbers(store: NumbersStore): GraphNumbers {
  const [numbers, setNumbers] = useState(store.get);
  useEffect(() => {
    const throttle = createThrottle(INTERVAL, () => setNumbers(store.get()));
    const stop = store.subscribe(throttle.request);
    return () => {
      stop();
      throttle.reset();
    };
  }, [store]);
  return numbers;
}
