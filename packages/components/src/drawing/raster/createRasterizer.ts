import { createBackend } from './createBackend.js';
import { PlainBackend } from './plainBackend.js';
import { SceneRasterizer } from './sceneRasterizer.js';

/** The fastest rasterizer that works here. Plain code needs no memory in one piece, so it takes over where memory is refused. */
export function createRasterizer(): SceneRasterizer {
  return new SceneRasterizer(createBackend(), () => new PlainBackend());
}
