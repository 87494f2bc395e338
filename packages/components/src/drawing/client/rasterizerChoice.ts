import { SceneRasterizer } from '../raster/sceneRasterizer.js';
import { StrokeBackend } from '../raster/strokeBackend.js';
import type { Scene } from '../scenes/scene.js';
import type { ChooseRasterizer } from '../worker/renderService.js';

/** Connections that plain code draws sooner than the kernels are loaded and compiled. */
const FEW = 1_000;

/**
 * Chooses how this thread draws. The first picture of a small network is drawn at once, by plain code. The kernels are loaded for a large
 * network, and for a picture that is drawn here again because there is no worker: a page whose worker starts does without them.
 */
export function createRasterizerChoice(): ChooseRasterizer {
  let plain: SceneRasterizer | null = null;
  let fast: SceneRasterizer | null = null;
  let loading: Promise<SceneRasterizer> | null = null;
  const plainRasterizer = (): SceneRasterizer => (plain ??= new SceneRasterizer(new StrokeBackend()));
  const load = async (): Promise<SceneRasterizer> => {
    try {
      const { createRasterizer } = await import('../raster/createRasterizer.js');
      fast = createRasterizer();
    } catch {
      // The file could not be fetched: plain code draws the same picture, only slower.
      fast = plainRasterizer();
    }
    return fast;
  };
  return (scene, isNew) => {
    if (fast) return fast;
    if (isNew && isSmall(scene)) return plainRasterizer();
    return (loading ??= load());
  };
}

function isSmall(scene: Scene): boolean {
  if (scene.kind === 'cells' || scene.filter.kind === 'none') return true;
  return scene.connections.reduce((sum, { length }) => sum + length, 0) <= FEW;
}
