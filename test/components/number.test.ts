import { costText } from '../../packages/components/src/shared/costText.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFormat } from '../../packages/components/src/shared/number.js';

const english = numberFormat('en');
// The same language by its full name, which is written by Intl.
const american = numberFormat('en-US');

const toNumber = (text: string): number => Number(text.replaceAll(',', '').replaceAll('−', '-').replace('%', ''));

/** The same but for the last digit, which may differ where a number lies between two that could be written. */
function expectAlike(one: string, other: string): void {
  const shape = (text: string): string => text.replace(/[1-9]/g, '0');
  if (one === other) return;
  const close = Math.abs(toNumber(one) - toNumber(other)) <= Math.abs(toNumber(other)) * 1e-2 + 1e-6;
  expect(close, `${one} for ${other}`).toBe(true);
  if (one.length === other.length) expect(shape(one).replace(/\d/g, '0')).toBe(shape(other).replace(/\d/g, '0'));
}

describe('English, written by hand', () => {
  it.each([
    0,
    -0,
    1,
    -1,
    12.345,
    999.6,
    1234,
    123_456,
    999_999.5,
    1e6,
    1.5e9,
    0.001,
    0.00099,
    -1.23456e-7,

    1 / 3,
    5e-10,
  ])('%d as Intl writes it', (number) => {
    expect(english.value(number)).toBe(american.value(number));
    expect(english.integer(number)).toBe(american.integer(number));
    expect(english.percent(number)).toBe(american.percent(number));
    for (const decimals of [0, 1, 2, 3, 4])
      expect(english.fixed(number, decimals)).toBe(american.fixed(number, decimals));
  });

  it('numbers of all sizes', () => {
    const numbers = fc.oneof(
      fc.double({ min: -1e12, max: 1e12 }),
      fc.double({ min: -2, max: 2 }),
      fc.double({ min: 1e-300 }),
    );
    fc.assert(
      fc.property(numbers, (number) => {
        expectAlike(english.value(number), american.value(number));
      }),
    );
  });

  it('decimals and hundredths', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (number, decimals) => {
          expectAlike(english.fixed(number, decimals), american.fixed(number, decimals));
          expectAlike(english.integer(number), american.integer(number));
          expectAlike(english.percent(number / 1e6), american.percent(number / 1e6));
        },
      ),
    );
  });
});

describe('a cost', () => {
  it.each([
    [0.25, '0.2500'],
    [0, '0.0000'],
    [1234.5, '1,234.5000'],
    [0.00001234, '1.23E−5'],
    [5.3e21, '5.3E21'],
    [Infinity, '∞'],
    [NaN, 'NaN'],
  ])('of %d is written as %s', (cost, text) => {
    expect(costText(cost, numberFormat())).toBe(text);
  });
});
