import type { DrawReport } from '../worker/protocol.js';
import type { NetworkScene } from '../scenes/network.js';
import { type ConnectionPainter } from './connections.js';
import { drawNeurons } from './neurons.js';
import type { Surface } from './surface.js';

/** Draws a network: connections first, then what stands upon them. */
export function* drawNetwork(
  scene: NetworkScene,
  surface: Surface,
  connections: ConnectionPainter,
): Generator<undefined, Omit<DrawReport, 'milliseconds'>> {
  const { notFinite, ...report } = yield* connections.draw(scene, surface);
  return { ...report, notFinite: notFinite + drawNeurons(scene, surface) };
}
