import type { RenderReport } from '../worker/protocol.js';
import type { NetworkScene } from '../scenes/network.js';
import { type ConnectionRasterizer } from './connections.js';
import { drawNeurons } from './neurons.js';
import type { Surface } from './surface.js';

/** Draws a network: connections first, then what stands upon them. */
export function* drawNetwork(
  scene: NetworkScene,
  surface: Surface,
  connections: ConnectionRasterizer,
): Generator<undefined, Omit<RenderReport, 'milliseconds'>> {
  const { notFinite, ...report } = yield* connections.draw(scene, surface);
  return { ...report, notFinite: notFinite + drawNeurons(scene, surface) };
}
