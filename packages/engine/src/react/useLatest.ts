'use client';
import { useRef, type RefObject } from 'react';
import { useLayoutEffectSafely } from './useLayoutEffectSafely.js';

/** The value of the latest committed render, for callbacks that are called later, so that a new function does not require a new subscription. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useLayoutEffectSafely(() => {
    latest.current = value;
  });
  return latest;
}
