import type { LegendEntry } from '../../shared/legend/legendEntry.js';
import { colorAt, colorScale } from '../../shared/colorScale.js';
import type { NumberFormat } from '../../shared/number.js';
import type { Theme } from '../../shared/theme.js';
import { hatchingFill } from './marks.js';
import { escapeXml, round, svgText } from './text.js';

export interface SvgLegend {
  readonly svg: string;
  readonly height: number;
}

export interface LegendStyle {
  readonly theme: Theme;
  readonly format: NumberFormat;
  /** How many values are not finite, in words. */
  readonly notFinite: (count: number) => string;
}

const LINE = 22;
const BAR = 88;
/** The height of a line of words that go on from the line before. */
const WORDS = 17;
/** A letter's mean width at the legend's size: a document cannot be asked how wide its words will be. */
const LETTER = 6.9;
/** A digit's or a sign's: they are wider than letters are on average. */
const DIGIT = 8.2;
const EDGE = 8;

/** The legend as vectors, in as many lines as the width asks for. */
export function svgLegend(
  entries: readonly LegendEntry[],
  caption: string,
  width: number,
  top: number,
  { theme, format, notFinite }: LegendStyle,
): SvgLegend {
  const parts: string[] = [];
  let x = EDGE;
  let y = top + LINE / 2;
  const say = (text: string, color: string, letter = LETTER): void => {
    parts.push(svgText({ text, x, y, anchor: 'start', size: 12, bold: false, color }));
    x += text.length * letter;
  };
  // Goes on in another line where the page ends.
  const tell = (text: string, color = theme.colors.muted): void => {
    const lines = wrap(text, width - EDGE - x, width - 2 * EDGE);
    lines.forEach((line, at) => {
      if (at > 0) {
        x = EDGE;
        y += WORDS;
      }
      if (line !== '') say(line, color);
    });
  };
  if (caption !== '') {
    tell(caption);
    x = EDGE;
    y += LINE;
  }
  entries.forEach((entry, index) => {
    const low = entry.kind === 'scale' ? (entry.ends?.[0] ?? format.value(entry.domain[0])) : '';
    const high = entry.kind === 'scale' ? (entry.ends?.[1] ?? format.value(entry.domain[1])) : '';
    const needed = (low.length + high.length) * DIGIT + entry.label.length * LETTER + BAR + 34;
    if (x > EDGE && x + needed > width) {
      x = EDGE;
      y += LINE;
    }
    if (entry.kind === 'scale') {
      const [from, to] = entry.domain;
      const scale = colorScale(theme, entry.domain, entry.scale);
      const stops = Array.from({ length: 9 }, (_, at) => {
        const color = colorAt(scale, from + ((to - from) * at) / 8) ?? theme.colors.muted;
        return `<stop offset="${at / 8}" stop-color="${escapeXml(color)}"/>`;
      });
      say(low, theme.colors.text, DIGIT);
      parts.push(
        `<linearGradient id="scale-${index}">${stops.join('')}</linearGradient>`,
        `<rect x="${round(x + 5)}" y="${y - 4}" width="${BAR}" height="8" rx="2" fill="url(#scale-${index})"/>`,
      );
      x += BAR + 11;
      say(high, theme.colors.text, DIGIT);
      x += 8;
    } else if (entry.kind === 'swatch') {
      parts.push(
        `<circle cx="${round(x + 5)}" cy="${y}" r="5" fill="${escapeXml(entry.color ?? theme.colors.muted)}"/>`,
      );
      x += 16;
    } else if (entry.sign !== '') {
      say(entry.sign, theme.colors.text);
      x += 6;
    }
    tell(entry.label);
    if (entry.kind === 'scale' && entry.notFinite) {
      const words = notFinite(entry.notFinite);
      x += 10;
      if (x + 16 + words.length * LETTER > width - EDGE) {
        x = EDGE;
        y += WORDS;
      }
      parts.push(
        `<rect x="${round(x)}" y="${y - 5}" width="10" height="10" fill="${hatchingFill}" stroke="${escapeXml(theme.colors.error)}" stroke-width="0.75"/>`,
      );
      x += 16;
      tell(words, theme.colors.error);
    }
    x += 22;
  });
  return { svg: parts.join('\n'), height: y + LINE / 2 - top };
}

/** A text in lines, the first of which has less room than the others; empty where not even a word fits there. */
function wrap(text: string, first: number, others: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1] ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    const fits = longer.length * LETTER <= (lines.length === 1 ? first : others);
    if (fits || (line === '' && lines.length > 1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
