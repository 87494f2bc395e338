'use client';
import { useEffect, useState } from 'react';
import type { GraphNumbers } from '../quantities/numbers.js';
import type { NumbersStore } from '../quantities/numbersStore.js';

/** Milliseconds between two commits: React is not asked to keep up with frames. */
const INTERVAL = 100;

/** The store's numbers for what a caller renders, at most ten times per second. */
export function useSlowNumbers(store: NumbersStore): GraphNumbers {
  const [numbers, setNumbers] = useState(store.get);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = store.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = null;
        setNumbers(store.get());
      }, INTERVAL);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [store]);
  return numbers;
}
