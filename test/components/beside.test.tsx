import { NetworkGraph, type LayerBeside, type NetworkGraphElement } from '@neuroglow/components';
import { createNetwork, forward } from '@neuroglow/engine';
import { render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

function values() {
  const network = createNetwork({ layers: [2, 3, 2], activation: 'tanh', outputActivation: 'softmax', seed: 5 });
  return { network, ...forward(network, Float32Array.of(0.9, 0.1)) };
}

/** The bars of an exported graph: the rectangles that are neither ground nor legend. */
async function barsOf(
  beside: readonly LayerBeside[] | undefined,
): Promise<{ readonly x: number; readonly width: number }[]> {
  const ref = createRef<NetworkGraphElement>();
  const { unmount } = render(<NetworkGraph ref={ref} values={values()} beside={beside} legend={false} />);
  const document = new DOMParser().parseFromString(await ref.current!.toSVG(), 'image/svg+xml');
  unmount();
  return [...document.querySelectorAll('rect[x]:not([rx]):not([stroke])')].map((rect) => ({
    x: Number(rect.getAttribute('x')),
    width: Number(rect.getAttribute('width')),
  }));
}

describe('what stands beside neurons', () => {
  it('is a bar per output by default, and nothing where nothing is wanted', async () => {
    expect(await barsOf(undefined)).toHaveLength(2 * 2);
    expect(await barsOf([])).toEqual([]);
  });

  it('is a bar of any quantity beside any layer, as long as the value’s share of its domain', async () => {
    const bars = await barsOf([{ layer: 1, show: 'bars' }]);
    const activations = values().activations[1]!;
    // A track and a bar for each neuron.
    expect(bars).toHaveLength(2 * 3);
    activations.forEach((activation, neuron) => {
      const [track, bar] = [bars[2 * neuron]!, bars[2 * neuron + 1]!];
      expect(bar.width / track.width).toBeCloseTo(Math.abs(activation), 1);
      // Positive bars begin at the track's near end, negative ones at its far end.
      const start = activation < 0 ? track.x + track.width - bar.width : track.x;
      expect(bar.x).toBeCloseTo(start, 1);
    });
    expect(activations.some((value) => value < 0) && activations.some((value) => value > 0)).toBe(true);
  });

  it('is named in the legend with its quantity, its layer and its domain', () => {
    render(<NetworkGraph values={values()} beside={[{ layer: 1, show: 'bars', quantity: 'preActivation' }]} />);
    expect(screen.getByText(/^Bars \(hidden 1\): pre-activation, −\d.* to \d/)).toBeInTheDocument();
  });

  it('may be something of the caller’s', () => {
    render(
      <NetworkGraph
        values={values()}
        beside={[
          { layer: 1, show: 'custom', render: ({ neuron, activation }) => `#${neuron} ${activation?.toFixed(2)}` },
        ]}
      />,
    );
    const [first] = values().activations[1]!;
    expect(screen.getByText(`#0 ${first!.toFixed(2)}`)).toBeInTheDocument();
  });

  it('names the quantities that there are where one is misspelt', () => {
    render(<NetworkGraph values={values()} beside={[{ layer: 1, show: 'bars', quantity: 'rate' as 'bias' }]} />);
    expect(screen.getByRole('alert')).toHaveTextContent(/expected beside\[0\]\.quantity to be one of .*, got "rate"/);
  });
});
