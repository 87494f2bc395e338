import type { Interval } from '../../data/firingStudy.js';

/** Numbers as the page writes them. */
export const number = (value: number | null, digits = 2): string =>
  value === null ? '–' : value.toFixed(digits).replace('-', '−');
export const percent = (value: number | null): string =>
  value === null ? '–' : `${Math.round(value * 100)} %`.replace('-', '−');
export const interval = ({ value, low, high }: Interval, digits = 2): string =>
  value === null ? '–' : `${number(value, digits)} [${number(low, digits)}, ${number(high, digits)}]`;
export const probability = (p: number | null): string => (p === null ? '–' : p < 0.001 ? '< 0.001' : number(p, 3));
