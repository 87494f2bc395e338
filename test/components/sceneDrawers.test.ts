import { describe, expect, it } from 'vitest';
import { createSceneDrawers } from '../../packages/components/src/drawing/client/sceneDrawers.js';
import { SceneDrawer } from '../../packages/components/src/drawing/raster/drawScene.js';
import type { NetworkScene } from '../../packages/components/src/drawing/scenes/network.js';

// What is chosen depends on these fields alone.
const sceneOf = (connections: number): NetworkScene =>
  ({
    kind: 'network',
    filter: { kind: 'all' },
    connections: [new Float32Array(0), new Float32Array(connections)],
  }) as unknown as NetworkScene;

describe('what draws on the calling thread', () => {
  it('is there at once for the first picture of a small network', () => {
    expect(createSceneDrawers()(sceneOf(1000), true)).toBeInstanceOf(SceneDrawer);
  });

  it('is loaded for a large network, and for a picture that is drawn again', async () => {
    const large = createSceneDrawers()(sceneOf(1001), true);
    expect(large).toBeInstanceOf(Promise);
    expect(await large).toBeInstanceOf(SceneDrawer);
    expect(createSceneDrawers()(sceneOf(4), false)).toBeInstanceOf(Promise);
  });

  it('is loaded once, and draws everything from then on', async () => {
    const choose = createSceneDrawers();
    const [one, other] = await Promise.all([choose(sceneOf(4), false), choose(sceneOf(2000), true)]);
    expect(other).toBe(one);
    expect(choose(sceneOf(4), true)).toBe(one);
  });
});
