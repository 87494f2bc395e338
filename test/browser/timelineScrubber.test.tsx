import { ActivationHeatmap, NetworkGraph, TimelineScrubber } from '@neuroglow/components';
import {
  createNetwork,
  createTraining,
  NeuroglowProvider,
  sgd,
  xorDataset,
  type TrainingSession,
} from '@neuroglow/engine';
import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { hands } from './hands.js';

const patient = { timeout: 15_000 };
let session: TrainingSession | null = null;
afterEach(() => {
  session?.dispose();
  session = null;
});

it('dragging the handle takes graph and heat map to the same past step, and Live returns', async () => {
  session = createTraining({
    network: createNetwork({ layers: [2, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 7 }),
    dataset: xorDataset(),
    optimizer: sgd({ learningRate: 0.2 }),
    seed: 7,
  });
  await session.step(1000);
  const { container } = render(
    <NeuroglowProvider source={session} defaultInput={{ sample: 0 }}>
      <div style={{ width: 380 }}>
        <NetworkGraph aspect={2} />
        <ActivationHeatmap aspect={4} />
        <TimelineScrubber />
      </div>
    </NeuroglowProvider>,
  );
  const handle = await screen.findByRole('slider', { name: 'Step shown' }, patient);
  await waitFor(() => expect(handle).toHaveAttribute('aria-valuemax', '1000'), patient);
  const track = handle.parentElement!;
  track.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = track.getBoundingClientRect();
  const at = (share: number) => ({ x: left + share * width, y: top + height / 2 });
  const badges = (): (string | null)[] =>
    [...container.querySelectorAll<HTMLElement>('.neuroglow__past:not([hidden])')].map(
      ({ textContent }) => textContent,
    );

  await hands.press(at(0.99));
  for (let share = 0.95; share > 0.24; share -= 0.05) await hands.dragTo(at(share));
  await hands.dragTo(at(0.25));
  await hands.release(at(0.25));
  const step = Number(handle.getAttribute('aria-valuenow'));
  expect(Math.abs(step - 250)).toBeLessThan(3);
  await waitFor(() => expect(badges()).toEqual([`step ${step} of 1,000`, `step ${step} of 1,000`]), patient);
  await waitFor(
    () => expect(handle.getAttribute('aria-valuetext')).toMatch(/^step \d+ of 1,000, cost 0\.\d+$/),
    patient,
  );

  // What is drawn is what a read of that step gives.
  const [frame, live] = await Promise.all([
    session.read({ kind: 'activations', input: { sample: 0 } }, { at: step }),
    session.read({ kind: 'activations', input: { sample: 0 } }),
  ]);
  expect(frame.step).toBe(step);
  expect(frame.activations[1]).not.toEqual(live.activations[1]);

  expect(session.getSnapshot().notice).toBeNull();
  screen.getByRole('button', { name: 'Live' }).click();
  await waitFor(() => expect(badges()).toEqual([]), patient);
  expect(handle).toHaveAttribute('aria-valuenow', '1000');
});

it('a finger drags it, too', async () => {
  session = createTraining({ network: createNetwork({ layers: [2, 3, 1], seed: 7 }), dataset: xorDataset(), seed: 7 });
  await session.step(400);
  render(
    <NeuroglowProvider source={session}>
      <div style={{ width: 380 }}>
        <TimelineScrubber />
      </div>
    </NeuroglowProvider>,
  );
  const handle = await screen.findByRole('slider', { name: 'Step shown' }, patient);
  await waitFor(() => expect(handle).toHaveAttribute('aria-valuemax', '400'), patient);
  const { left, top, width, height } = handle.parentElement!.getBoundingClientRect();
  const way = [0.99, 0.8, 0.6, 0.5].map((share) => ({ x: left + share * width, y: top + height / 2 }));
  await hands.fingers(way);
  await waitFor(() => expect(Math.abs(Number(handle.getAttribute('aria-valuenow')) - 200)).toBeLessThan(3), patient);
});
