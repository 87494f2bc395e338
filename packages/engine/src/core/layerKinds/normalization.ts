import { checkChoice } from '../check.js';
import type { LayerKindDefinition } from './layerKind.js';

export interface NormalizationOptions {
  /** What mean and spread are taken over. Default 'batch'. */
  readonly over: 'batch' | 'layer' | 'group' | 'instance';
}

/** (value − mean)/spread, scaled and shifted. The shape stays the same. */
export const normalization: LayerKindDefinition<NormalizationOptions> = {
  inputs: [1, 1],
  options({ over = 'batch' }, at) {
    checkChoice(over, `${at}.over`, ['batch', 'layer', 'group', 'instance'] as const, 'invalid-network');
    return { over };
  },
  shapeFrom: ([shape]) => shape!,
};
