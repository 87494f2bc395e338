'use client';
import { useState } from 'react';
import { samePlainData } from '../core/samePlainData.js';

/** The same object for as long as it says the same, so that a literal written in JSX is no change. */
export function useStable<T>(value: T): T {
  const [stable, setStable] = useState<{ readonly value: T }>({ value });
  if (samePlainData(stable.value, value)) return stable.value;
  setStable({ value });
  return value;
}
