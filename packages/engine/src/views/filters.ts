import { NeuroglowError } from '../core/error.js';
import type { LayerDescription } from '../core/network.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { requireLayer, requireNetwork, requireCount } from './requirements.js';

/**
 * The kernels of a convolutional layer, one slice per filter: the weights of one of its input channels. Only over a single channel is that
 * the whole filter.
 */
export interface FiltersView {
  readonly kind: 'filters';
  /** A layer of the kind conv2d. */
  readonly layer: number;
  /** The input channel to show. Default: of each filter the one whose weights have the largest norm. */
  readonly channel?: number;
}

export interface FiltersFrame extends FrameBase<'filters'> {
  readonly layer: number;
  /** Rows and columns of a kernel, its input channels, and how many filters there are. */
  readonly shape: readonly [rows: number, columns: number, channels: number, filters: number];
  /** [filters × rows × columns]: the slice of each filter, ready to draw. */
  readonly slices: Float32Array;
  /** [filters]: which input channel the slice is of. */
  readonly channels: Uint32Array;
  /** [filters]: √Σw² of the whole filter. */
  readonly norms: Float32Array;
  /** The largest |w| among the slices: all share the domain ±limit. */
  readonly limit: number;
}

export const filtersView: StateViewDefinition<FiltersView, 'kernel'> = {
  kind: 'filters',
  sort: 'state',
  fields: ['layer', 'channel'],

  needs({ layer, channel }, has) {
    requireLayer(layer, has, 1);
    const { layers } = requireNetwork(has);
    requireCount(channel, 'channel', 0, channelsInto(convolution(layers[layer]!), layers) - 1);
    return { kernel: { layer } };
  },
};

export const computeFilters: ComputeView<typeof filtersView, FiltersFrame> = (
  { layer, channel },
  { kernel },
  { network, runId, step },
) => {
  const described = convolution(network.layers[layer]!);
  const { kernelSize, filters } = described;
  const [rows, columns] = kernelSize;
  const channels = channelsInto(described, network.layers);
  const places = rows * columns;
  const at = (place: number, k: number, filter: number): number => kernel[(place * channels + k) * filters + filter]!;
  const slices = new Float32Array(filters * places);
  const chosen = new Uint32Array(filters);
  const norms = new Float32Array(filters);
  let limit = 0;
  for (let filter = 0; filter < filters; filter++) {
    let [whole, largest, best] = [0, -1, 0];
    for (let k = 0; k < channels; k++) {
      let square = 0;
      for (let place = 0; place < places; place++) square += at(place, k, filter) ** 2;
      whole += square;
      if (square > largest) [largest, best] = [square, k];
    }
    norms[filter] = Math.sqrt(whole);
    chosen[filter] = channel ?? best;
    for (let place = 0; place < places; place++) {
      const value = at(place, chosen[filter]!, filter);
      slices[filter * places + place] = value;
      if (Number.isFinite(value)) limit = Math.max(limit, Math.abs(value));
    }
  }
  const shape = [rows, columns, channels, filters] as const;
  return { kind: 'filters', runId, step, layer, shape, slices, channels: chosen, norms, limit };
};

type Convolution = Extract<LayerDescription, { kind: 'conv2d' }>;

/** @throws `unsupported` for any other kind of layer */
function convolution(layer: LayerDescription): Convolution {
  if (layer.kind === 'conv2d') return layer;
  throw new NeuroglowError(
    'unsupported',
    `This needs a convolutional layer, and "${layer.name}" is of the kind ${layer.kind}; choose a layer of the kind conv2d.`,
  );
}

function channelsInto({ inputs }: Convolution, layers: readonly LayerDescription[]): number {
  return layers[inputs[0]!]!.shape[2] ?? 1;
}
