import { CostPlot } from '@neuroglow/components';
import { createViewer, NeuroglowProvider } from '@neuroglow/engine';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

const values = [{ values: Float32Array.from({ length: 1000 }, (_, at) => 1 / (at + 1)) }];

it('a cost plot shows the range of the viewer, and tells it the step pointed at', async () => {
  const viewer = createViewer();
  const { container } = render(
    <NeuroglowProvider viewer={viewer}>
      <div style={{ width: 600 }}>
        <CostPlot values={values} />
      </div>
    </NeuroglowProvider>,
  );
  await waitFor(() => expect(container.querySelector('.uplot canvas')).toBeVisible(), { timeout: 10_000 });
  const reader = screen.getByRole('slider', { name: 'Read the cost at a step' });
  act(() => viewer.setRange([100, 200]));
  reader.focus();
  await userEvent.keyboard('{Home}');
  await waitFor(() => expect(reader).toHaveAttribute('aria-valuenow', '100'));
  expect(viewer.getSnapshot().hoveredStep).toBe(100);
  await userEvent.keyboard('{End}');
  await waitFor(() => expect(reader).toHaveAttribute('aria-valuenow', '200'));
  expect(viewer.getSnapshot().hoveredStep).toBe(200);
  act(() => reader.blur());
  await waitFor(() => expect(viewer.getSnapshot().hoveredStep).toBeNull());
});
