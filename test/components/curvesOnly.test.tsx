import { CostPlot, NetworkGraph } from '@neuroglow/components';
import { NeuroglowProvider } from '@neuroglow/engine';
import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CurvesSource } from '../engine/source/curvesSource.js';

it('a source of curves alone is plotted, and a picture of its network says why there is none', async () => {
  const source = new CurvesSource();
  source.append(10, 0.5);
  render(
    <NeuroglowProvider source={source}>
      <CostPlot />
      <NetworkGraph />
    </NeuroglowProvider>,
  );
  expect(await screen.findByText('0.5000')).toBeInTheDocument();
  act(() => source.append(20, 0.125));
  expect(await screen.findByText('0.1250')).toBeInTheDocument();
  expect(screen.queryByText('0.5000')).not.toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'Network' })).toHaveTextContent(/needs a network/);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
