import { ActivationHeatmap, NetworkGraph, TimelineScrubber } from '@neuroglow/components';
import { NeuroglowProvider } from '@neuroglow/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { CircleRun } from '../TrainingControls/CircleRun.js';
import { createCheckpointSource } from './checkpoints.js';
import './timeline.css';

const meta: Meta<typeof TimelineScrubber> = {
  title: 'Components/TimelineScrubber',
  component: TimelineScrubber,
  args: { onCursorChange: fn() },
};
export default meta;

type Story = StoryObj<typeof meta>;

function CheckpointPictures(): ReactElement {
  const [source] = useState(createCheckpointSource);
  return (
    <NeuroglowProvider source={source} defaultInput={{ sample: 0 }}>
      <div className="timeline-story">
        <div className="timeline-story__pictures">
          <NetworkGraph aspect={1.5} />
          <ActivationHeatmap mode="responseMaps" layer={1} aspect={1.3} />
        </div>
        <TimelineScrubber />
      </div>
    </NeuroglowProvider>
  );
}

/** A source of your own that keeps six checkpoints of a run: the handle snaps to those, and says so. */
export const Checkpoints: Story = {
  render: () => <CheckpointPictures />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const handle = await canvas.findByRole('slider', { name: 'Step shown' });
    await expect(handle).toHaveAttribute('aria-valuetext', 'step 2,000 of 2,000, live');
    await expect(canvas.getByText('6 steps were kept; the handle snaps to the nearest.')).toBeVisible();
    handle.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await expect(handle).toHaveAttribute('aria-valuenow', '400');
    // Graph and heat map show the same step, and say which.
    await waitFor(() => expect(canvas.getAllByText('step 400 of 2,000')).toHaveLength(2), { timeout: 15_000 });
    handle.blur();
  },
};

/** A source that shows its current step only. */
export const NoTimeline: Story = {
  tags: ['!dev', '!autodocs'],
  decorators: [(Scrubber) => <CircleRun>{Scrubber()}</CircleRun>],
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent(/shows its current step only/);
  },
};

export const NoSource: Story = { tags: ['!dev', '!autodocs'] };
