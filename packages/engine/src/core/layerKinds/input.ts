import { checkFeatures, checkRawInputs, type InputFeature } from '../features.js';
import type { LayerKindDefinition } from './layerKind.js';

export interface InputOptions {
  /** What the engine computes from raw inputs, one feature per neuron. Absent where the neurons are the raw inputs. */
  readonly features?: readonly InputFeature[];
  /** Numbers in a raw row, where that is said apart from the features. */
  readonly rawInputs?: number;
}

/** Where data come in: always layer 0, and only there. */
export const input: LayerKindDefinition<InputOptions> = {
  inputs: [0, 0],
  options({ features, rawInputs }, at) {
    const checked = (features ?? null) === null ? null : checkFeatures(features, `${at}.features`);
    const raw = (rawInputs ?? null) === null ? null : checkRawInputs(rawInputs, checked, `${at}.rawInputs`);
    return { ...(checked && { features: checked }), ...(raw !== null && { rawInputs: raw }) };
  },
  shapeFrom: (_inputs, { features }) => (features ? [features.length] : null),
};
