import type { SvgText } from '../../drawing/svg/text.js';
import { cutText } from '../../shared/textWidth.js';
import type { Theme } from '../../shared/theme.js';
import { passNotes } from '../pass/noteLayout.js';
import type { PassStage } from '../pass/pass.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import { answerOf, isAnswerAhead, noAnswer } from './answer.js';
import { labelSize, type Label, type LabelTone } from './label.js';
import { layerLabels, type LayerLabelOptions } from './layerLabels.js';
import { neuronLabels } from './neuronLabelLayout.js';
import { shareLabels, shareText } from './shareLabels.js';

export interface GraphTextOptions extends LayerLabelOptions {
  readonly numbers: GraphNumbers;
  readonly hasLabels: boolean;
  readonly stage: PassStage | null;
  readonly cost: number | null;
  readonly colors: Theme['colors'];
}

/** Distance between two lines, in font sizes. */
const LINE_HEIGHT = 1.25;

/** All words on the picture for a file, from the same layout as the page's. */
export function graphTexts(options: GraphTextOptions): SvgText[] {
  const { geometry, context, numbers, hasLabels, stage, cost, colors } = options;
  const size = labelSize(geometry);
  const write = (label: Label, bold = false): SvgText[] =>
    linesOf(label, size, bold ? colors.text : toneOf(label.tone, colors), bold);
  const notes = stage ? passNotes(geometry, context, numbers, stage, cost) : [];
  const { layers } = context.network;
  const isAhead = isAnswerAhead(stage, layers);
  const answer = isAhead ? noAnswer : answerOf(layers, numbers);
  return [
    ...(hasLabels ? layerLabels(options) : []).flatMap(({ title, image, block, hidden, under }) =>
      [title, image, block, ...hidden, under].flatMap((label) => (label ? write(label) : [])),
    ),
    ...(hasLabels ? neuronLabels(geometry, context) : []).flatMap((label) =>
      write(label, label.isOutput && label.neuron === answer.winner).map((text) => ({
        ...text,
        isUnderlined: label.isOutput && label.neuron === answer.truth,
      })),
    ),
    ...(hasLabels && !isAhead ? shareLabels(geometry, context) : []).flatMap((share) =>
      write(
        { ...share, lines: [shareText(numbers, answer, share, geometry, context.format)] },
        share.neuron === answer.winner,
      ),
    ),
    ...notes.flatMap(({ x, y, side, lines }) =>
      write({ ...notePlaces[side], x, y, lines, maxWidth: null, tone: 'text' }),
    ),
  ];
}

const notePlaces = {
  after: { align: 'start', stand: 'middle' },
  before: { align: 'end', stand: 'middle' },
  below: { align: 'middle', stand: 'below' },
  above: { align: 'middle', stand: 'above' },
} as const;

function toneOf(tone: LabelTone, colors: Theme['colors']): string {
  return tone === 'accent' ? colors.accent : tone === 'text' ? colors.text : colors.muted;
}

function linesOf(
  { lines, x, y, align, stand, maxWidth }: Label,
  size: number,
  color: string,
  bold: boolean,
): SvgText[] {
  const step = size * LINE_HEIGHT;
  const first =
    stand === 'middle' ? -((lines.length - 1) / 2) * step : stand === 'below' ? step / 2 : (0.5 - lines.length) * step;
  return lines.map((line, at) => ({
    text: maxWidth === null ? line : cutText(line, maxWidth, size, bold),
    ...{ x, y: y + first + at * step, anchor: align, size, bold, color },
  }));
}
