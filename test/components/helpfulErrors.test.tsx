import { render, screen, waitFor } from '@testing-library/react';
import { createNetwork } from '@neuroglow/engine';
import { CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { paintNeurons } from '../../packages/components/src/NetworkGraph/quantities/colorFunction.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const network = createNetwork({ layers: [2, 3, 1] });
const options = { network, dataset: { inputs: [0, 1], targets: [1] } };

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

describe('a common mistake is named in the component’s own box', () => {
  it.each([
    ['plain numbers as values', [1, 2, 3], /values\[0\]: expected a series, got 1; pass for example/],
    ['the costs of the former shape', { training: { costs: [1] } }, /values: expected a list of series, got an object/],
    [
      'costs as text',
      [{ values: ['1', '0.5'] }],
      /values\[0\]\.values\[0\]: expected a number, got "1"; .*map\(Number\)/,
    ],
    ['a gap', [{ values: [1, null] }], /values\[0\]\.values\[1\]: expected a number, got null/],
  ])('CostPlot: %s', (_name, values, sentence) => {
    render(<CostPlot values={values as never} />);
    expect(screen.getByRole('alert')).toHaveTextContent(sentence);
  });

  it.each([
    ['CostPlot', CostPlot],
    ['NetworkGraph', NetworkGraph],
    ['TrainingControls', TrainingControls],
  ])('%s: options in place of a source', (_name, Component) => {
    render(<Component source={options as never} />);
    expect(screen.getByRole('alert')).toHaveTextContent(/source: expected a source.*useTraining\(options\)/);
  });

  it('NetworkGraph: an unknown quantity', () => {
    render(<NetworkGraph values={{ network }} neuronColor={'activations' as never} />);
    expect(screen.getByRole('alert')).toHaveTextContent(
      /expected neuronColor to be one of 'activation',.*got "activations"/,
    );
  });
});

describe('a colour function that throws', () => {
  it('is named with the neuron that it was asked about', () => {
    const paint = (): number => {
      throw new Error('no such class');
    };
    expect(() => paintNeurons(paint, {} as never, [1])).toThrow(
      /^neuronColor: expected a number or a CSS colour for layer 0, neuron 0, got an exception \(no such class\); fix/,
    );
  });
});

describe('TrainingControls', () => {
  it('rounds the cost of a run that diverges', async () => {
    const values = { status: 'diverged', step: 12, epoch: 1, cost: 3.3333e30, validation: null } as const;
    render(<TrainingControls values={values} />);
    await waitFor(() => expect(screen.getByText('3.33E30')).toBeInTheDocument());
  });
});
