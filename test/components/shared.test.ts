import { describe, expect, it } from 'vitest';
import { numberFormat } from '../../packages/components/src/shared/number.js';
import { placeTooltip } from '../../packages/components/src/shared/placement.js';
import { rate, seed } from '../../packages/components/src/TrainingControls/numberText.js';

describe('numbers', () => {
  it('have three significant digits and a true minus', () => {
    const { value, integer, percent, fixed } = numberFormat();
    expect(value(-0.41234)).toBe('−0.412');
    expect(value(0.0000123)).toBe('1.23E−5');
    expect(value(-0)).toBe('0');
    expect(integer(4310)).toBe('4,310');
    expect(percent(0.9641)).toBe('96.4%');
    expect(fixed(0.5, 4)).toBe('0.5000');
  });

  it('are said to be none where they are none', () => {
    const { value } = numberFormat();
    expect([NaN, Infinity, -Infinity].map(value)).toEqual(['NaN', '∞', '−∞']);
  });

  it('follow the locale', () => {
    expect(numberFormat('de').value(1234.5)).toBe('1.230');
  });
});

describe('a typed number', () => {
  it('of a rate is greater than 0, with a point or a comma', () => {
    expect(rate.parse(' 0,05 ')).toBe(0.05);
    expect(['', '0', '-1', 'fast', 'Infinity'].map(rate.parse)).toEqual([null, null, null, null, null]);
  });

  it('of a rate walks 1, 2, 5, 10', () => {
    expect(rate.next(0.1, 1)).toBe(0.2);
    expect(rate.next(0.3, 1)).toBe(0.5);
    expect(rate.next(0.1, -1)).toBe(0.05);
    expect(rate.next(0.5, 1)).toBe(1);
  });

  it('of a seed is whole and has 32 bits', () => {
    expect(['7', '4294967295', '1.5', '-1', '4294967296'].map(seed.parse)).toEqual([7, 4294967295, null, null, null]);
    expect(seed.next(0, -1)).toBe(0);
  });
});

describe('a tooltip', () => {
  const box = { width: 400, height: 200 };
  const tooltip = { width: 120, height: 60 };

  it('goes right of its anchor, else left of it', () => {
    expect(placeTooltip({ x: 100, y: 80, width: 20, height: 20 }, tooltip, box)).toEqual({ x: 130, y: 60 });
    expect(placeTooltip({ x: 360, y: 80, width: 20, height: 20 }, tooltip, box)).toEqual({ x: 230, y: 60 });
  });

  it('goes above or below where there is no room beside, and stays in the box', () => {
    expect(placeTooltip({ x: 40, y: 100, width: 320, height: 20 }, tooltip, box)).toEqual({ x: 140, y: 30 });
    expect(placeTooltip({ x: 0, y: 0, width: 100, height: 20 }, tooltip, { width: 110, height: 200 })).toEqual({
      x: 0,
      y: 30,
    });
  });

  it('stands along what it leaves free, below it where there is room, else above', () => {
    const place = (y: number, height: number) =>
      placeTooltip(
        { x: 190, y: 140, width: 20, height: 20 },
        { width: 100, height: 60 },
        { width: 400, height: 300 },
        { sides: ['along', 'right'], around: { x: 190, y, width: 20, height } },
      );
    expect(place(100, 120)).toEqual({ x: 150, y: 230 });
    expect(place(100, 160)).toEqual({ x: 150, y: 30 });
    expect(place(20, 270)).toEqual({ x: 220, y: 120 });
  });
});
