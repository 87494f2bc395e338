import type { NumberFormat } from '../../shared/number.js';
import type { DescribeContext } from './describeContext.js';
import type { GraphGeometry } from '../layout/geometry.js';
import { hasPercentages, hasShares } from '../layout/margins.js';
import { showsShares } from '../beside/beside.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import { signOf, type Answer } from './answer.js';
import type { Label } from './label.js';

/** What an output says in numbers, behind its bar: whether it is right, and its share. The words come with the numbers. */
export interface ShareLabel extends Omit<Label, 'lines'> {
  readonly layer: number;
  readonly neuron: number;
}

/** From a bar to its share. */
const GAP = 5;

/** Where the shares of outputs stand; none in a layer that lies, or has no labels. */
export function shareLabels(geometry: GraphGeometry, { network }: DescribeContext): ShareLabel[] {
  const here = geometry.layers[geometry.layers.length - 1];
  const { bars } = here ?? {};
  if (!here || !bars || !here.labelled || !hasShares(geometry.width) || geometry.orientation !== 'left-right')
    return [];
  if (!showsShares(network.layers[here.layer])) return [];
  return [...here.neurons].map((neuron, at) => ({
    ...{ layer: here.layer, neuron, x: bars.from + bars.length + GAP, y: here.cross[at] ?? 0 },
    ...{ align: 'start', stand: 'middle', maxWidth: null, tone: 'muted' },
  }));
}

/** "✓ 96.4%"; the sign alone in a narrow picture. */
export function shareText(
  numbers: GraphNumbers,
  answer: Answer,
  { layer, neuron }: ShareLabel,
  { width }: GraphGeometry,
  format: NumberFormat,
): string {
  const sign = signOf(answer, neuron);
  const share = numbers.activations?.[layer]?.[neuron];
  if (!hasPercentages(width) || share === undefined) return sign;
  return sign === '' ? format.percent(share) : `${sign} ${format.percent(share)}`;
}
