import { NetworkGraph } from '@neuroglow/components';
import { createNetwork, createValueSource, NeuroglowProvider, type ValueSource } from '@neuroglow/engine';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

afterEach(cleanup);

const network = createNetwork({ layers: [2, 3, 1], activation: 'sigmoid', seed: 3 });

function show({ motion, input = [1, 0] }: { motion?: boolean; input?: number[] } = {}) {
  const source: ValueSource = createValueSource({ network });
  const element = (values: number[]) => (
    <div style={{ width: 600 }} data-neuroglow-theme="light">
      <NeuroglowProvider source={source} input={{ values }}>
        <NetworkGraph aspect={1.5} motion={motion} />
      </NeuroglowProvider>
    </div>
  );
  const { container, rerender } = render(element(input));
  /** Pixels with light. */
  const light = (): number => {
    const overlay = container.querySelector<HTMLCanvasElement>('canvas.neuroglow-network-graph__motion');
    if (!overlay || overlay.width === 0) return 0;
    const { data } = overlay.getContext('2d')!.getImageData(0, 0, overlay.width, overlay.height);
    let lit = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 8) lit++;
    return lit;
  };
  const drawn = async (): Promise<void> => {
    const picture = container.querySelector('canvas')!;
    await expect.poll(() => picture.width).toBeGreaterThan(300);
    await pause(300);
  };
  return { source, light, drawn, look: (values: number[]) => rerender(element(values)) };
}

const pause = (milliseconds: number): Promise<void> =>
  act(() => new Promise<void>((done) => void setTimeout(done, milliseconds)));

/** The most light within some time. */
async function brightest(light: () => number, milliseconds: number): Promise<number> {
  let most = 0;
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    await pause(16);
    most = Math.max(most, light());
  }
  return most;
}

describe('motion above the picture of a network', () => {
  it('is a pulse of light when the input changes, once, and nothing before', async () => {
    const { light, drawn, look } = show();
    await drawn();
    expect(await brightest(light, 300)).toBe(0);
    look([0, 1]);
    expect(await brightest(light, 500)).toBeGreaterThan(100);
    await expect.poll(light, { timeout: 5000 }).toBe(0);
  });

  it('shimmers where a weight has changed by 2 % of its range or more, and nowhere else', async () => {
    const { source, light, drawn } = show();
    await drawn();
    const range = 10 * Math.sqrt(6 / 5);
    const parameters = network.parameters.slice();
    parameters[0]! += 0.019 * range;
    act(() => source.update(parameters, { step: 60 }));
    expect(await brightest(light, 400)).toBe(0);
    parameters[0]! += 0.03 * range;
    act(() => source.update(parameters, { step: 120 }));
    const one = await brightest(light, 400);
    expect(one).toBeGreaterThan(50);
    // A line of a pixel and a half across a third of the picture, not the network.
    expect(one).toBeLessThan(2500 * devicePixelRatio ** 2);
    await expect.poll(light, { timeout: 5000 }).toBe(0);
    expect(screen.getByText(/Shimmer: changed by 2 % of its range in \d+ steps/)).toBeVisible();
  });

  it('is absent where it is switched off', async () => {
    const { light, drawn, look } = show({ motion: false });
    await drawn();
    look([0, 1]);
    expect(await brightest(light, 500)).toBe(0);
    expect(screen.queryByText(/Shimmer/)).toBeNull();
  });
});
