import type { LayerDescription } from '@neuroglow/engine';
import { mostMaps } from '../../drawing/scenes/mapTiles.js';
import type { TooltipContent } from '../../shared/tooltip.js';
import type { DescribeContext } from './describeContext.js';

/** A layer's shape: "28 × 28 × 8", or "392" for a list. */
export function shapeText({ shape }: LayerDescription, { format }: Pick<DescribeContext, 'format'>): string {
  return shape.map((side) => format.integer(side)).join(' × ');
}

/** What kind of layer it is, in words; a layer of which only its shape is known has the name of its operation. */
export function kindText(description: LayerDescription, { words }: Pick<DescribeContext, 'words'>): string {
  return description.kind === 'opaque' ? description.operation : words.layerKinds[description.kind];
}

/** What a screen reader hears of a block: "conv 1: convolution, 26 × 26 × 8, kernel 3 × 3, stride 1 × 1, from input". */
export function blockSentence(context: DescribeContext, layer: number): string {
  const description = context.network.layers[layer];
  if (!description) return '';
  return context.words.block(description.name, [
    kindText(description, context),
    shapeText(description, context),
    ...detailsOf(description, context),
    ...inputsOf(description, context),
  ]);
}

/** The same as a tooltip. */
export function blockTooltip(context: DescribeContext, layer: number): TooltipContent {
  const description = context.network.layers[layer];
  if (!description) return { title: '' };
  const { words, format } = context;
  return {
    title: description.name,
    lines: [
      `${kindText(description, context)}, ${shapeText(description, context)}`,
      ...detailsOf(description, context),
      ...(description.activation === null ? [] : [`a = ${description.activation}(z)`]),
      ...mapsOf(description, context),
      ...inputsOf(description, context),
    ],
    note: words.neurons(description.neurons, format),
  };
}

/** A kind's own fields. */
function detailsOf(description: LayerDescription, { words, format }: DescribeContext): string[] {
  const sides = (of: readonly number[]): string => of.map((side) => format.integer(side)).join(' × ');
  switch (description.kind) {
    case 'conv2d':
      return [words.kernel(sides(description.kernelSize), sides(description.stride))];
    case 'pool':
      return [words.pooling[description.method](sides(description.size), sides(description.stride))];
    case 'normalization':
      return [words.normalizedOver[description.over]];
    default:
      return [];
  }
}

/** Channels that a block has no room for are told. */
function mapsOf({ shape }: LayerDescription, { words }: DescribeContext): string[] {
  const channels = shape[2] ?? 0;
  return channels > mostMaps ? [words.mapsShown(mostMaps, channels)] : [];
}

function inputsOf({ inputs }: LayerDescription, { network, words }: DescribeContext): string[] {
  const names = inputs.map((input) => network.layers[input]?.name ?? '');
  return names.length > 0 ? [words.fromLayers(names)] : [];
}
