import type { Drop } from '@neuroglow/engine';
import type { NumberFormat } from './number.js';

/** A drop in words; `number` counts from 1. */
export function dropText(number: number, drop: Drop, format: NumberFormat): string {
  const { from, to, share, fromStart, provisional } = drop;
  return (
    `Drop ${number}: steps ${format.integer(from)} to ${format.integer(to)}, ${format.percent(share)} of the fall` +
    `${fromStart ? ', from the start' : ''}${provisional ? ', provisional' : ''}`
  );
}
