import { pictureShape, useNetwork, type LayerDescription } from '@neuroglow/engine';
import type { ActivationHeatmapProps } from './ActivationHeatmap.js';
import { aspectOfPictures } from './geometry.js';

const ofLayers = 2.4;
const ofUnknown = 0.95;

/** Width / height that suits what is shown: by how many pictures there are and by their shape, never by what they contain. */
export function useDefaultAspect(props: ActivationHeatmapProps): number {
  const { mode = 'layers', values, source, layer = 1 } = props;
  const network = useNetwork(source);
  if (mode === 'layers') return ofLayers;
  if (values) return 'pictures' in values ? finite(aspectOfPictures(values)) : ofLayers;
  const [input] = network?.layers ?? [];
  const of = network?.layers[mode === 'inputWeights' ? 1 : layer];
  if (!input || !of) return ofUnknown;
  if (mode === 'responseMaps') return aspectOfPictures({ neurons: of.neurons, rows: 1, columns: 1 });
  const [rows, columns] = weightPicture(input);
  return aspectOfPictures({ neurons: of.neurons, rows, columns });
}

/** Values that a caller gives are checked later, and told of in the component's own box. */
function finite(aspect: number): number {
  return Number.isFinite(aspect) ? aspect : ofUnknown;
}

/** Rows and columns of one neuron's weights. Without a shape they are a vector: one row, or rows of a square where it would be too long to be seen. */
export function weightPicture({
  neurons,
  shape,
}: Pick<LayerDescription, 'neurons' | 'shape'>): readonly [rows: number, columns: number] {
  const across = neurons <= 32 ? neurons : Math.ceil(Math.sqrt(neurons));
  return pictureShape(shape) ?? [Math.ceil(neurons / across), across];
}
