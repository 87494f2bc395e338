import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import { LABEL_GAP } from '../layout/margins.js';
import { neuronLabel } from './describe.js';
import type { DescribeContext } from './describeContext.js';
import type { Label } from './label.js';

/** The name of an input or output, beside its neuron. */
export interface NeuronLabel extends Label {
  readonly layer: number;
  readonly neuron: number;
  readonly isOutput: boolean;
}

/** The names of inputs and outputs. Unnamed outputs that compete are numbered; a single one, and all other unnamed neurons, need no label. */
export function neuronLabels(geometry: GraphGeometry, context: DescribeContext): NeuronLabel[] {
  const last = geometry.layers.length - 1;
  return geometry.layers.flatMap((here): NeuronLabel[] => {
    const { layer } = here;
    const isOutput = layer === last && last > 0;
    const { neurons = 0, labels = null } = context.network.layers[layer] ?? {};
    const isNumbered = isOutput && neurons > 1;
    if (!here.labelled || (layer !== 0 && !isOutput) || (labels === null && !isNumbered)) return [];
    return [...here.neurons].map((neuron, at) => ({
      ...{ layer, neuron, isOutput, ...placeOf(geometry, here, here.cross[at] ?? 0) },
      lines: [labels ? neuronLabel(context, layer, neuron) : context.format.integer(neuron + 1)],
      maxWidth: here.labelRoom,
      tone: 'muted',
    }));
  });
}

function placeOf(
  { orientation }: GraphGeometry,
  { layer, main, radius, labelLift }: LayerGeometry,
  cross: number,
): Pick<Label, 'x' | 'y' | 'align' | 'stand'> {
  const away = radius + LABEL_GAP;
  if (orientation === 'left-right') {
    const isBefore = layer === 0;
    return {
      x: main + (isBefore ? -away : away),
      y: cross - labelLift,
      align: isBefore ? 'end' : 'start',
      stand: 'middle',
    };
  }
  return { x: cross, y: main + (layer === 0 ? -radius - 9 : radius + 9), align: 'middle', stand: 'middle' };
}
