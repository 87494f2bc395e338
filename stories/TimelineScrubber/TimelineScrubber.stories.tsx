import { ActivationHeatmap, NetworkGraph, TimelineScrubber, TrainingControls } from '@neuroglow/components';
import { createNetwork, createValueSource, NeuroglowProvider } from '@neuroglow/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { CircleRun } from '../TrainingControls/CircleRun.js';
import { Branch } from './Branch.js';
import { createCheckpointSource } from './checkpoints.js';
import { DigitsRun } from './DigitsRun.js';
import { RecordedRun } from './RecordedRun.js';
import { XorDrops } from './XorDrops.js';
import './timeline.css';

const meta: Meta<typeof TimelineScrubber> = {
  title: 'Components/TimelineScrubber',
  component: TimelineScrubber,
  parameters: {
    docs: {
      description: {
        component: [
          'Takes all pictures of a provider back to any step of a run, and plays the run in both directions. It works with every source that has a timeline: a session keeps every step, a source of your own may keep a few.',
          '',
          '```tsx',
          '<NeuroglowProvider source={session}>',
          '  <NetworkGraph />',
          '  <TimelineScrubber />',
          '</NeuroglowProvider>',
          '```',
          '',
          '**How to read it.** The track is the whole run, from its first step on the left to the latest on the right, with the cost in miniature: on a logarithmic scale as long as all costs are positive, dark up to the step shown, pale after it. The round handle is the step that pictures show; while it is hollow, they follow the run. A diamond below the track is a change by hand, such as another learning rate: point at it to read what was changed, press it to go there. Dots on the track are the steps that were kept, where those are not all. A picture of a past step bears a badge, “step 4,310 of 20,000”, also in its exported files.',
          '',
          '**Drops.** `<TimelineScrubber drops />` marks the fast falls of the cost as bands, lists them, and leads to the one before and after. With full batches say `drops={{ window: 5 }}`. Slow motion plays through a drop in eight seconds. A dashed band is provisional: later steps may move it.',
          '',
          '**Waiting.** A step that is not kept is computed again, exactly. Until it is there, pictures keep what they show; a step that takes longer than a moment is announced with its expected time. Playing waits for each step, so that no picture falls behind. Nothing is ever blended between two steps.',
          '',
          '**Two steps side by side.** Every picture takes `cursor`, `defaultCursor` and `onCursorChange`: `<NetworkGraph cursor={100} />` stays at its step wherever the scrubber goes. `useTimeline` is the same without the picture.',
          '',
          '**Keyboard.** On the handle: ← → one step, Page Up and Page Down a tenth of the run, Home and End the first and last step, Space plays and pauses. A screen reader hears “step 4,310 of 20,000, cost 0.031”.',
          '',
          '**Theming.** `--neuroglow-training` is the cost, `--neuroglow-text` the handle, `--neuroglow-accent` the changes by hand. No style sheet to import.',
        ].join('\n'),
      },
    },
  },
  args: { onCursorChange: fn() },
};
export default meta;

type Story = StoryObj<typeof meta>;

/** A busy machine needs long to train, to compute and to draw. */
const patient = { timeout: 30_000 };

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

/** A run from a file: `openRecording` makes a source of what `writeRecording` wrote, and nothing is trained. */
export const Recording: Story = {
  render: () => <RecordedRun />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // The plot has a handle of its own.
    const scrubber = await canvas.findByRole('group', { name: 'Timeline' }, { timeout: 30_000 });
    const handle = within(scrubber).getByRole('slider', { name: 'Step shown' });
    await expect(handle).toHaveAttribute('aria-valuemax', '1500');
    handle.focus();
    // A step between keyframes.
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}{ArrowLeft}');
    await expect(handle).toHaveAttribute('aria-valuenow', '1049');
    await waitFor(() => expect(canvas.getAllByText('step 1,049 of 1,500').length).toBeGreaterThan(1), {
      timeout: 30_000,
    });
    handle.blur();
  },
};

/** Digits while it learns: drag the handle, and graph and weights go back to the step, while the run goes on. */
export const WhileItLearns: Story = {
  render: () => (
    <DigitsRun>
      <div className="timeline-story">
        <TrainingControls show={['commands', 'readings']} />
        <div className="timeline-story__pictures">
          <NetworkGraph aspect={1.3} />
          <ActivationHeatmap mode="inputWeights" aspect={1.1} />
        </div>
        <TimelineScrubber />
      </div>
    </DigitsRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, patient));
    const handle = await canvas.findByRole('slider', { name: 'Step shown' }, patient);
    await waitFor(() => expect(Number(handle.getAttribute('aria-valuemax'))).toBeGreaterThan(60), patient);
    handle.focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}');
    await expect(handle).toHaveAttribute('aria-valuenow', '2');
    await waitFor(() => expect(canvas.getAllByText(/^step 2 of /)).toHaveLength(2), patient);
    await expect(canvas.getByText('Pictures show step 2')).toBeVisible();
    // The run goes on meanwhile.
    const before = Number(handle.getAttribute('aria-valuemax'));
    await waitFor(() => expect(Number(handle.getAttribute('aria-valuemax'))).toBeGreaterThan(before), patient);
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Live', pressed: false }));
    await waitFor(() => expect(canvas.queryByText(/^step 2 of /)).toBeNull(), patient);
    handle.blur();
  },
};

/** Each picture can have a step of its own: on the left always step 20, on the right where the handle stands. */
export const TwoSteps: Story = {
  render: () => (
    <CircleRun>
      <div className="timeline-story">
        <TrainingControls show={['commands', 'readings']} />
        <div className="timeline-story__pictures">
          <ActivationHeatmap mode="responseMaps" layer={3} aspect={1.1} cursor={20} aria-label="Step 20" />
          <ActivationHeatmap mode="responseMaps" layer={3} aspect={1.1} aria-label="Where the handle stands" />
        </div>
        <TimelineScrubber />
      </div>
    </CircleRun>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, patient));
    const handle = await canvas.findByRole('slider', { name: 'Step shown' }, patient);
    await waitFor(() => expect(Number(handle.getAttribute('aria-valuemax'))).toBeGreaterThan(200), patient);
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    const field = canvas.getByRole('spinbutton', { name: 'step' });
    await userEvent.clear(field);
    await userEvent.type(field, '150{Enter}');
    const left = within(canvas.getByRole('group', { name: 'Step 20' }));
    const right = within(canvas.getByRole('group', { name: 'Where the handle stands' }));
    await waitFor(() => expect(left.getByText(/^step 20 of /)).toBeVisible(), patient);
    await waitFor(() => expect(right.getByText(/^step 150 of /)).toBeVisible(), patient);
  },
};

/** A branch leaves the run at the step shown, with another learning rate, and shares its past: the mark says what was changed. */
export const BranchOfARun: Story = {
  render: () => <Branch />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const run = within(canvas.getByRole('region', { name: 'The run' }));
    await userEvent.click(await run.findByRole('button', { name: 'Start' }, patient));
    const handle = await run.findByRole('slider', { name: 'Step shown' }, patient);
    await waitFor(() => expect(Number(handle.getAttribute('aria-valuemax'))).toBeGreaterThan(100), patient);
    await userEvent.click(run.getByRole('button', { name: 'Pause' }));
    const field = run.getByRole('spinbutton', { name: 'step' });
    await userEvent.clear(field);
    await userEvent.type(field, '40{Enter}');
    await userEvent.click(run.getByRole('button', { name: /^Branch from here/ }));
    const branch = within(await canvas.findByRole('region', { name: 'The branch' }, patient));
    await branch.findByRole('button', { name: 'Learning rate → 0.03 at step 40' }, patient);
    await userEvent.click(branch.getByRole('button', { name: 'Step' }));
    const ofBranch = branch.getByRole('slider', { name: 'Step shown' });
    await waitFor(() => expect(ofBranch).toHaveAttribute('aria-valuemax', '41'), patient);
  },
};

/** Learns xor, marks the drops of the cost, and goes to them. Slow motion plays through a drop in eight seconds. */
export const DropsOfTheCost: Story = {
  render: () => <XorDrops />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, patient));
    const handle = await canvas.findByRole('slider', { name: 'Step shown' }, patient);
    await waitFor(() => expect(handle).toHaveAttribute('aria-valuemax', '6000'), patient);
    const list = await canvas.findByRole('list', { name: 'Drops of the cost' }, patient);
    // A drop is provisional until the run has finished.
    await waitFor(() => expect(within(list).queryByText(/provisional/)).toBeNull(), patient);
    await userEvent.click(canvas.getByRole('button', { name: 'Previous drop' }));
    await waitFor(() => expect(within(list).getAllByRole('button', { pressed: true })).toHaveLength(1), patient);
    await expect(Number(handle.getAttribute('aria-valuenow'))).toBeLessThan(6000);
    (document.activeElement as HTMLElement).blur();
  },
};

/** A source that shows its current step only. */
export const NoTimeline: Story = {
  tags: ['!dev', '!autodocs'],
  args: { source: createValueSource({ network: createNetwork({ layers: [2, 3, 1] }) }) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent(/shows its current step only/);
  },
};

export const NoSource: Story = { tags: ['!dev', '!autodocs'] };
