import { checkFeatures, type InputFeature } from '../features.js';
import type { LayerKindDefinition } from './layerKind.js';

export interface InputOptions {
  /** What the engine computes from raw inputs, one feature per neuron. Absent where the neurons are the raw inputs. */
  readonly features?: readonly InputFeature[];
}

/** Where data come in: always layer 0, and only there. */
export const input: LayerKindDefinition<InputOptions> = {
  inputs: [0, 0],
  options({ features }, at) {
    return features === undefined || features === null ? {} : { features: checkFeatures(features, `${at}.features`) };
  },
  shapeFrom: (_inputs, { features }) => (features ? [features.length] : null),
};
