'use client';
import { isSeriesView } from '../views/support.js';
import type { StepOf, View } from '../views/view.js';
import { useCursor } from './useCursor.js';

/** The step for some views: the given one, otherwise the viewer's cursor; series views are always live. */
export function useStep<V extends View>(views: readonly V[] | null, at: 'live' | number | undefined): StepOf<V> {
  const [cursor] = useCursor();
  const follows = views === null || !views.every(isSeriesView);
  return (at ?? (follows ? cursor : 'live')) as StepOf<V>;
}
