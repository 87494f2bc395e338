'use client';
import { useState } from 'react';
import { samePlainData } from '../core/samePlainData.js';

/** The same object as long as its content is equal, so that a literal in JSX does not count as a change. */
export function useStable<T>(value: T): T {
  const [stable, setStable] = useState<{ readonly value: T }>({ value });
  if (samePlainData(stable.value, value)) return stable.value;
  setStable({ value });
  return value;
}
