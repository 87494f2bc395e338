import { NetworkGraph, type NetworkGraphProps, type NetworkGraphValues } from '@neuroglow/components';
import {
  NeuroglowProvider,
  type ActivationsFrame,
  type LayerDescription,
  type NetworkDescription,
} from '@neuroglow/engine';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { layerLabels } from '../../packages/components/src/NetworkGraph/labels/layerLabels.js';
import { answerOf, signOf } from '../../packages/components/src/NetworkGraph/labels/answer.js';
import { computeGeometry } from '../../packages/components/src/NetworkGraph/layout/computeGeometry.js';
import { placeLayers } from '../../packages/components/src/NetworkGraph/layout/placement.js';
import { zoomAbout, zoomGeometry } from '../../packages/components/src/NetworkGraph/interaction/zoom.js';
import { wholePicture } from '../../packages/components/src/NetworkGraph/interaction/zoomState.js';
import { networkGraphMessages } from '../../packages/components/src/NetworkGraph/messages.js';
import { noNumbers } from '../../packages/components/src/NetworkGraph/quantities/numbers.js';
import { bindShown } from '../../packages/components/src/NetworkGraph/quantities/shownQuantities.js';
import { numberFormat } from '../../packages/components/src/shared/number.js';
import { textWidth } from '../../packages/components/src/shared/textWidth.js';
import { scriptedSource } from './scriptedSource.js';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

/** inputs → outputs that compete. */
function classifier(inputs: number, outputs: number, labels: readonly string[] | null = null): NetworkDescription {
  const layer = (neurons: number, at: number): Omit<LayerDescription, 'kind' | 'activation' | 'name'> => ({
    ...{ inputs: at === 0 ? [] : [at - 1], shape: [neurons], neurons, slope: 0.01, labels: null },
  });
  return {
    layers: [
      { ...layer(inputs, 0), kind: 'input', activation: null, name: 'input' },
      { ...layer(outputs, 1), kind: 'dense', activation: 'softmax', name: 'output', labels },
    ],
  };
}

function answering(network: NetworkDescription, winner: number): NetworkGraphValues {
  const [inputs, outputs] = network.layers.map(({ neurons }) => neurons) as [number, number];
  const share = 0.4 / (outputs - 1);
  return {
    network,
    parameters: [
      { weights: new Float32Array(0), biases: new Float32Array(0) },
      { weights: new Float32Array(inputs * outputs).fill(0.5), biases: new Float32Array(outputs) },
    ],
    activations: [
      new Float32Array(inputs).fill(1),
      new Float32Array(outputs).fill(share).fill(0.6, winner, winner + 1),
    ],
  };
}

const show = (values: NetworkGraphValues, props: NetworkGraphProps = {}) =>
  render(<NetworkGraph values={values} {...props} />).container;

describe('the answer of a network', () => {
  it('is not collapsed away, nor is the class that would be right', async () => {
    show(answering(classifier(2, 30), 14), { collapse: 'ellipsis', maxNeurons: 6 });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^output: .*neuron 15 of 30.*the answer$/ })).toBeInTheDocument(),
    );
  });

  it('has the number in its label that its tooltip and its spoken name have', async () => {
    const container = show(answering(classifier(2, 10), 4));
    const label = container.querySelector('[data-winner]');
    expect(label).toHaveTextContent('5');
    await userEvent.hover(screen.getByRole('button', { name: /^output: .*neuron 5 of 10.*the answer$/ }));
    screen.getByRole('button', { name: /neuron 5 of 10/ }).focus();
    await waitFor(() => expect(container.querySelector('.neuroglow__tooltip')).toHaveTextContent(/^output · neuron 5/));
  });

  it('is told right or wrong by a sign, an underline and words, where the target is known', async () => {
    const source = scriptedSource();
    const { container } = render(
      <NeuroglowProvider source={source} defaultInput={{ sample: 0 }}>
        <NetworkGraph />
      </NeuroglowProvider>,
    );
    const frame = (target: readonly number[]): ActivationsFrame => ({
      ...{ kind: 'activations', runId: 'run', step: 1, preActivations: [] },
      activations: [Float32Array.of(0, 1), Float32Array.of(0.1, 0.9, 0.5), Float32Array.of(0.2, 0.8)],
      target: Float32Array.from(target),
    });
    source.send(frame([0, 1]));
    source.send({
      ...{ kind: 'parameters', runId: 'run', step: 1, parameters: new Float32Array(17) },
      layers: [0, 6, 6].map((weights, layer) => ({
        weights: new Float32Array(weights),
        biases: new Float32Array([0, 3, 2][layer]!),
      })),
    });
    await waitFor(() =>
      expect([...container.querySelectorAll('[data-share]')].map(({ textContent }) => textContent)).toEqual([
        '20.0%',
        '✓ 80.0%',
      ]),
    );
    expect(container.querySelector('[data-truth][data-winner]')).toHaveTextContent('yes');
    expect(answerOf(classifier(1, 2).layers, { ...noNumbers, activations: [], target: null })).toEqual({
      winner: -1,
      truth: -1,
    });
    expect([0, 1].map((neuron) => signOf({ winner: 1, truth: 0 }, neuron))).toEqual(['', '✗']);
  });
});

describe('the switch of emphasis', () => {
  it('is offered where there are more than 60 connections, by a name, and is heard of', async () => {
    const onEmphasisChange = vi.fn();
    show(answering(classifier(10, 7), 1), { onEmphasisChange });
    const choice = screen.getByRole('combobox', { name: 'Connections' });
    expect(choice).toHaveDisplayValue('by what flows for this input');
    await userEvent.selectOptions(choice, 'the strongest 18');
    expect(onEmphasisChange).toHaveBeenLastCalledWith('strongest');
    expect(choice).toHaveDisplayValue('the strongest 18');
    await userEvent.selectOptions(choice, 'all alike');
    expect(screen.queryByText(/Faint: little flows/)).toBeNull();
  });

  it('is not offered for a few connections, nor where it is not wanted, and does not choose for a caller', () => {
    show(answering(classifier(10, 6), 1));
    show(answering(classifier(10, 7), 1), { emphasisControl: false });
    expect(screen.queryByRole('combobox')).toBeNull();
    show(answering(classifier(10, 7), 1), { connections: { kind: 'topK', count: 9 } });
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });

  it('stays where a controlled graph has it', async () => {
    show(answering(classifier(10, 7), 1), { emphasis: 'none' });
    await userEvent.selectOptions(screen.getByRole('combobox'), 'the strongest 18');
    expect(screen.getByRole('combobox')).toHaveDisplayValue('all alike');
  });

  it('rejects an unknown emphasis with a sentence that says how to fix it', () => {
    show(answering(classifier(2, 2), 1), { emphasis: 'loud' as 'none' });
    expect(screen.getByRole('alert')).toHaveTextContent(/expected emphasis to be 'input', 'none' or 'strongest'/);
  });
});

describe('the layout of a classifier', () => {
  const geometryOf = (network: NetworkDescription, width: number, height: number) =>
    computeGeometry(
      network.layers,
      placeLayers(network.layers, {
        ...{ maxNeurons: 16, collapse: 'image', expanded: new Set(), pages: new Map(), keep: [] },
      }),
      {
        ...{ width, height, orientation: 'left-right', labels: true, beside: new Set([1]), glyphLayer: -1 },
        margin: { top: 8, right: 8, bottom: 8, left: 8 },
      },
    );

  it('leaves room for a label of wide bold letters', () => {
    const geometry = geometryOf(classifier(2, 3, ['mammoth', 'WOMBAT', 'owl']), 640, 400);
    const output = geometry.layers[1]!;
    for (const label of ['mammoth', 'WOMBAT']) {
      expect(output.labelRoom).toBeGreaterThanOrEqual(textWidth(label, 11, true));
    }
  });

  it('gives few neurons larger discs than many', () => {
    const radius = (outputs: number): number => geometryOf(classifier(2, outputs), 900, 500).layers[1]!.radius;
    expect(radius(2)).toBeGreaterThan(30);
    expect(radius(10)).toBeGreaterThan(15);
    expect(radius(16)).toBeLessThan(radius(10));
  });

  it('leaves out the names of layers that zooming has moved out of sight, so that none lies on another', () => {
    const network = classifier(3, 3);
    const geometry = geometryOf(network, 640, 400);
    const zoomed = zoomGeometry(geometry, zoomAbout(wholePicture, 4, 0, 200, 640, 400));
    const context = {
      ...{ network, words: networkGraphMessages, format: numberFormat(), phase: null, update: null },
      shown: bindShown({}, network.layers, { input: null, gradientOf: 'sample', since: 0 }),
    };
    const names = (of: typeof geometry): string[] =>
      layerLabels({ geometry: of, context, flags: [], expanded: new Set() }).map(({ name }) => name);
    expect(names(geometry)).toEqual(['input', 'output']);
    expect(names(zoomed)).toEqual(['input']);
  });

  it('says dead and saturated in words where there is little room, too', () => {
    const said = networkGraphMessages.flaggedShort({ dead: 14, saturated: 1 }, numberFormat());
    expect(said).toBe('14 dead, 1 saturated');
  });
});
