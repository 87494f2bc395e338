import { SceneDrawer } from '../raster/drawScene.js';
import { PlainInking } from '../raster/plainInking.js';
import type { Scene } from '../scenes/scene.js';
import type { ChooseDrawer } from '../worker/pictures.js';

/** Connections that plain code draws sooner than the kernels are loaded and compiled. */
const FEW = 1_000;

/**
 * Chooses how this thread draws. The first picture of a small network is drawn at once, by plain code. The kernels are loaded for a large
 * network, and for a picture that is drawn here again because there is no worker: a page whose worker starts does without them.
 */
export function createSceneDrawers(): ChooseDrawer {
  let plain: SceneDrawer | null = null;
  let fast: SceneDrawer | null = null;
  let loading: Promise<SceneDrawer> | null = null;
  const plainDrawer = (): SceneDrawer => (plain ??= new SceneDrawer(new PlainInking()));
  const load = async (): Promise<SceneDrawer> => {
    try {
      const { createInking } = await import('../raster/createInking.js');
      fast = new SceneDrawer(createInking());
    } catch {
      // The file could not be fetched: plain code draws the same picture, only slower.
      fast = plainDrawer();
    }
    return fast;
  };
  return (scene, isNew) => {
    if (fast) return fast;
    if (isNew && isSmall(scene)) return plainDrawer();
    return (loading ??= load());
  };
}

function isSmall(scene: Scene): boolean {
  if (scene.kind === 'cells' || scene.filter.kind === 'none') return true;
  return scene.connections.reduce((sum, { length }) => sum + length, 0) <= FEW;
}
