import { describe, expect, it } from 'vitest';
import { colorRamp } from '../../packages/components/src/shared/colorRamp.js';
import {
  colorAt,
  colorScale,
  lookupIndex,
  tableSize,
  toLookupTable,
} from '../../packages/components/src/shared/colorScale.js';
import { colorTable, colorWord } from '../../packages/components/src/shared/colorTable.js';
import { oklabDistance, toOklab } from '../../packages/components/src/shared/oklab.js';
import { defaultTheme } from '../../packages/components/src/shared/theme.js';

const schemes = ['light', 'dark'] as const;

/** Contrast ratio after WCAG 2. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const word = colorWord(color);
    const [red, green, blue] = [word & 255, (word >> 8) & 255, (word >> 16) & 255].map((byte) => {
      const value = byte / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('a colour scale', () => {
  it('knows Oklab: the published value of pure blue', () => {
    const [lightness, a, b] = toOklab('#0000ff');
    expect(lightness).toBeCloseTo(0.452, 3);
    expect(a).toBeCloseTo(-0.0324, 3);
    expect(b).toBeCloseTo(-0.3115, 3);
  });

  it.each(schemes)('walks at constant speed from the bottom to the top, on %s', (scheme) => {
    const { colors } = defaultTheme(scheme);
    const ramp = colorRamp([colors['activation-low'], colors['activation-middle'], colors['activation-high']]);
    const at = (t: number): string => `rgb(${ramp(t).join(',')})`;
    const steps = Array.from({ length: 10 }, (_, i) => oklabDistance(toOklab(at(i / 10)), toOklab(at((i + 1) / 10))));
    // Rounding to whole bytes alone makes steps differ by a little.
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.15);
  });

  it.each(schemes)('is neutral at 0 and about as strong on either side, on %s', (scheme) => {
    const theme = defaultTheme(scheme);
    const scale = colorScale(theme, [-2, 2]);
    const neutral = toOklab(theme.colors.neutral);
    expect(colorAt(scale, 0)).toBe(`rgb(${colorRamp([theme.colors.neutral])(0).join(', ')})`);
    const [minus, plus] = [-2, 2].map((value) => oklabDistance(toOklab(colorAt(scale, value)!), neutral));
    expect(minus! / plus!).toBeGreaterThan(0.85);
    expect(minus! / plus!).toBeLessThan(1.15);
  });

  it('diverges where its domain reaches below 0', () => {
    const theme = defaultTheme();
    expect(colorScale(theme, [-1, 1]).kind).toBe('diverging');
    expect(colorScale(theme, [0, 1]).kind).toBe('sequential');
  });

  it('clamps what lies outside, and gives no colour to what is not finite', () => {
    const scale = colorScale(defaultTheme(), [0, 1]);
    expect(colorAt(scale, 7)).toBe(colorAt(scale, 1));
    expect(colorAt(scale, Number.NaN)).toBeNull();
    expect(lookupIndex(Number.NEGATIVE_INFINITY, [0, 1])).toBe(-1);
    expect(lookupIndex(0.5, [-1, 2], 5)).toBe(2);
  });

  it('has the same colours as a table of pixels', () => {
    const scale = colorScale(defaultTheme('dark'), [-1, 1]);
    const table = toLookupTable(scale);
    expect(table).toHaveLength(tableSize);
    for (const value of [-1, -64 / 127, 0, 1]) {
      expect(table[lookupIndex(value, scale.domain)]).toBe(colorWord(colorAt(scale, value)!));
    }
    expect(colorTable(scale)).toMatchObject({ low: -1, high: 1 });
  });

  it.each([
    ['light', '#fbfbf9'],
    ['dark', '#0e1116'],
  ] as const)('has words and lines that can be read on a %s page and surface', (scheme, page) => {
    const { colors, categorical } = defaultTheme(scheme);
    for (const ground of [page, colors.surface]) {
      for (const token of ['text', 'muted', 'error'] as const) {
        expect(contrast(colors[token], ground), `${token} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
      for (const token of ['accent', 'focus', 'training', 'validation'] as const) {
        expect(contrast(colors[token], ground), `${token} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
      for (const color of categorical)
        expect(contrast(color, ground), `${color} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});
