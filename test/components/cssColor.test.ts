import { describe, expect, it } from 'vitest';
import { formatColor, parseColor } from '../../packages/components/src/shared/cssColor.js';

describe('a CSS colour', () => {
  it.each([
    ['#16a', 'rgb(17, 102, 170)'],
    ['#16A8', `rgba(17, 102, 170, ${0x88 / 255})`],
    ['#1166aa', 'rgb(17, 102, 170)'],
    ['#1166aa00', 'rgba(17, 102, 170, 0)'],
    ['rgb(17, 102, 170)', 'rgb(17, 102, 170)'],
    ['rgb(17 102 170 / 25%)', 'rgba(17, 102, 170, 0.25)'],
    ['RGBA(100%, 50%, 0%, .5)', 'rgba(255, 128, 0, 0.5)'],
    ['rgb(300, -4, 1e1)', 'rgb(255, 0, 10)'],
  ])('%s is read', (text, plain) => {
    expect(formatColor(parseColor(text)!)).toBe(plain);
    expect(parseColor(formatColor(parseColor(text)!))).toEqual(parseColor(text));
  });

  it.each(['', '#12345', 'rgb(1, 2)', 'no colour', 'rgb(a, b, c)'])('"%s" is none', (text) => {
    expect(parseColor(text)).toBeNull();
  });
});
