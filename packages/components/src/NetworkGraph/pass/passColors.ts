import { bindQuantity } from '../../shared/quantities/bound.js';
import { connectionQuantities, neuronQuantities } from '../../shared/quantities/registry.js';
import type { ShownQuantities } from '../quantities/shownQuantities.js';
import type { PassPhase } from './pass.js';

/**
 * What a graph shows while a pass is at a phase: δ and ∂C/∂w of the one input while it goes back, so that one sees how they arise from layer to
 * layer; otherwise what it always shows.
 */
export function passColors(shown: ShownQuantities, phase: PassPhase | null): ShownQuantities {
  if (phase !== 'backward') return shown;
  const context = { ...shown.connections.context, gradientOf: 'sample' } as const;
  return {
    ...shown,
    paint: null,
    neurons: bindQuantity(neuronQuantities.gradient, context),
    connections: bindQuantity(connectionQuantities.gradient, context),
  };
}
