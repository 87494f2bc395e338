import type { NetworkScene } from '../scenes/network.js';
import { ConnectionRasterizer } from './connections.js';
import { drawBands, drawLayerBlocks } from './layerBlocks.js';
import { drawNeurons } from './neurons.js';
import type { SceneKind } from './sceneKind.js';

/** Networks: connections first, then what stands upon them. */
export const networkKind: SceneKind<NetworkScene> = {
  kind: 'network',
  createDraw(backend) {
    const connections = new ConnectionRasterizer(backend);
    return function* (scene, surface) {
      const { notFinite, ...report } = yield* connections.draw(scene, surface);
      // Ink is laid on clear ground, so what has no ink comes after it; the two share no gap.
      drawBands(scene, surface);
      const inMaps = drawLayerBlocks(scene, surface);
      return { ...report, notFinite: notFinite + inMaps + drawNeurons(scene, surface) };
    };
  },
};
