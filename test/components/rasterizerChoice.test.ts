import { describe, expect, it } from 'vitest';
import { createRasterizerChoice } from '../../packages/components/src/drawing/client/rasterizerChoice.js';
import { SceneRasterizer } from '../../packages/components/src/drawing/raster/sceneRasterizer.js';
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
    expect(createRasterizerChoice()(sceneOf(1000), true)).toBeInstanceOf(SceneRasterizer);
  });

  it('is loaded for a large network, and for a picture that is drawn again', async () => {
    const large = createRasterizerChoice()(sceneOf(1001), true);
    expect(large).toBeInstanceOf(Promise);
    expect(await large).toBeInstanceOf(SceneRasterizer);
    expect(createRasterizerChoice()(sceneOf(4), false)).toBeInstanceOf(Promise);
  });

  it('is loaded once, and draws everything from then on', async () => {
    const choose = createRasterizerChoice();
    const [one, other] = await Promise.all([choose(sceneOf(4), false), choose(sceneOf(2000), true)]);
    expect(other).toBe(one);
    expect(choose(sceneOf(4), true)).toBe(one);
  });
});
