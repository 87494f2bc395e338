import type { NumberFormat } from './number.js';

/**
 * The words that every component shares. A component's own messages extend these; its `messages` prop overrides any of them, and what
 * carries numbers is a function that gets the format of the component's `locale`.
 */
export interface CommonMessages {
  /** In place of a picture that has nothing to look at. */
  readonly noSource: string;
  /** In place of a picture whose first values are on their way. */
  readonly waiting: string;
  /** Before the sentence of an error. */
  readonly problem: string;
  /** After `problem`, where a prop or a callback of the caller's cannot be used; with what the browser said. */
  readonly unusable: (reason: string) => string;
  /** How many values are NaN or infinite. */
  readonly notFinite: (count: number, format: NumberFormat) => string;
  /** The badge of a picture that shows a past step. */
  readonly pastStep: (step: number, last: number, format: NumberFormat) => string;
  /** The ends of a colour scale, said aloud. */
  readonly domain: (low: number, high: number, format: NumberFormat) => string;
}

export const commonMessages: CommonMessages = {
  noSource: 'Nothing to show yet: there is no source.',
  waiting: 'Waiting for the first values.',
  problem: 'This picture cannot be drawn:',
  unusable: (reason) => `a prop or a callback cannot be used (“${reason}”); check the component’s props.`,
  notFinite: (count, format) => `not finite: ${format.integer(count)}`,
  pastStep: (step, last, format) => `step ${format.integer(step)} of ${format.integer(last)}`,
  domain: (low, high, format) => `${format.value(low)} to ${format.value(high)}`,
};

/** The defaults with what a caller overrides; an override of undefined counts as none. */
export function withMessages<M extends CommonMessages>(defaults: M, overrides: Partial<M> | undefined): M {
  if (!overrides) return defaults;
  const given = Object.entries(overrides).filter(([, message]) => message !== undefined);
  return { ...defaults, ...(Object.fromEntries(given) as Partial<M>) };
}
