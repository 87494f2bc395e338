import type { NumberFormat } from '../../shared/number.js';
import type { CostPlotMessages } from '../messages.js';
import type { PlotCurve, PlotMark, PlotScene } from '../scene/scene.js';
import { summarize } from './summary.js';
import { curveName, seriesName, writeCost } from './writeCost.js';

/** The curves shown in sentences, and their marks: the text alternative. */
export function describeScene(
  { curves, marks }: Pick<PlotScene, 'curves' | 'marks'>,
  words: CostPlotMessages,
  format: NumberFormat,
): string {
  const runs = new Set(curves.map(({ run }) => run.key)).size;
  const sentences = curves.flatMap(({ run, series }) => {
    const summary = summarize(series);
    return summary ? [words.summary(curveName(run, series, runs, words), summary, format)] : [];
  });
  const told = marks.filter(({ kind }) => kind !== 'notFinite' && kind !== 'above' && kind !== 'below');
  return [...sentences, ...told.map((mark) => `${describeMark(mark, curves, words, format)}.`)].join(' ');
}

/** A mark in words, with its step unless that is said beside it. */
export function describeMark(
  { kind, step, y, text }: PlotMark,
  curves: readonly PlotCurve[],
  words: CostPlotMessages,
  format: NumberFormat,
): string {
  const at = words.step(step, format);
  switch (kind) {
    case 'best': {
      const series = curves.find(({ series: { name } }) => name === text)?.series;
      return words.best(series ? seriesName(series, words) : text, writeCost(y ?? null, words, format), at);
    }
    case 'fork':
      return `${words.fork(text)}, ${at}`;
    default:
      return `${text}, ${at}`;
  }
}
