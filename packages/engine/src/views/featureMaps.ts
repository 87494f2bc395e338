import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { InputReference } from './references.js';
import { requireInput, requireMaps, requireQuantity } from './requirements.js';
import { sampleInput } from './rows.js';

/** The activations of a layer of pictures for one input, channel by channel. */
export interface FeatureMapsView {
  readonly kind: 'featureMaps';
  readonly input: InputReference;
  /** A layer of shape [rows, columns, channels]. */
  readonly layer: number;
  /** @default 'activation' */
  readonly quantity?: 'activation' | 'preActivation';
}

export interface FeatureMapsFrame extends FrameBase<'featureMaps'> {
  readonly layer: number;
  readonly quantity: 'activation' | 'preActivation';
  readonly shape: readonly [rows: number, columns: number, channels: number];
  /** [channels × rows × columns], ready to draw map by map. */
  readonly maps: Float32Array;
  /** The smallest and the largest finite value of all maps: the one domain that they share. Both 0 if there is none. */
  readonly range: readonly [low: number, high: number];
}

export const featureMapsView: StateViewDefinition<FeatureMapsView, 'activations'> = {
  kind: 'featureMaps',
  sort: 'state',
  fields: ['input', 'layer', 'quantity'],

  needs({ input, layer, quantity }, has) {
    requireInput(input, has);
    requireMaps(layer, has);
    requireQuantity(quantity);
    return { activations: { rows: (setting) => sampleInput(input, setting), layers: [layer] } };
  },
};

export const computeFeatureMaps: ComputeView<typeof featureMapsView, FeatureMapsFrame> = (
  { layer, quantity = 'activation' },
  { activations },
  { network, runId, step },
) => {
  const shape = network.layers[layer]!.shape as FeatureMapsFrame['shape'];
  const [rows, columns, channels] = shape;
  const places = rows * columns;
  const maps = new Float32Array(places * channels);
  let [low, high] = [Infinity, -Infinity];
  activations.visit((chunk) => {
    const values = (quantity === 'activation' ? chunk.activations : chunk.preActivations)[layer]!;
    for (let place = 0; place < places; place++) {
      for (let channel = 0; channel < channels; channel++) {
        const value = values[place * channels + channel]!;
        maps[channel * places + place] = value;
        if (!Number.isFinite(value)) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  });
  const range = low <= high ? ([low, high] as const) : ([0, 0] as const);
  return { kind: 'featureMaps', runId, step, layer, quantity, shape, maps, range };
};
