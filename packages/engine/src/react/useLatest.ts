'use client';
import { useRef, type RefObject } from 'react';
import { useLayoutEffectSafely } from './useLayoutEffectSafely.js';

/** The value of the latest committed render, for callbacks that are called later: a new function is then no reason to subscribe anew. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useLayoutEffectSafely(() => {
    latest.current = value;
  });
  return latest;
}
