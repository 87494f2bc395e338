import { ActivationHeatmap, CostPlot, NetworkGraph } from '@neuroglow/components';
import { createNetwork, createTraining, xorDataset, type TrainingSession } from '@neuroglow/engine';
import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

const sessions: TrainingSession[] = [];

afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
  window.scrollTo(0, 0);
});

function train(): TrainingSession {
  const session = createTraining({ network: createNetwork({ layers: [2, 4, 1], seed: 3 }), dataset: xorDataset() });
  sessions.push(session);
  return session;
}

/** Puts a picture far below what the window shows. */
function renderBelow(picture: React.ReactElement): HTMLElement {
  const { container } = render(
    <>
      <div style={{ height: 5000 }} />
      <div style={{ width: 600 }}>{picture}</div>
    </>,
  );
  return container;
}

/** How many pixels of a component's canvas have been drawn. */
function inked(container: HTMLElement, selector: string): number {
  const canvas = container.querySelector<HTMLCanvasElement>(selector);
  if (!canvas || canvas.width === 0) return 0;
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  context?.drawImage(canvas, 0, 0);
  const pixels = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
  let count = 0;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 0) count++;
  return count;
}

const readings = (): (string | null)[] => screen.getAllByRole('definition').map(({ textContent }) => textContent);

describe('a picture that nobody has scrolled to', () => {
  it('says that no step has been made only at step 0', async () => {
    const session = train();
    renderBelow(<CostPlot source={session} />);
    expect(screen.getByText('No step has been made yet.')).toBeInTheDocument();
    await session.step(50);
    await expect.poll(() => screen.queryByText('No step has been made yet.')).toBeNull();
    const slider = screen.getByRole('slider', { name: 'Read the cost at a step' });
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^step 50, training 0\.\d{4}/);
    expect(readings()[0]).toMatch(/^0\.\d{4}$/);
  });

  it.each([
    ['heat map', ActivationHeatmap, '.neuroglow-activation-heatmap__cells'],
    ['graph', NetworkGraph, 'canvas'],
  ])('is not blank: %s', async (_, Picture, canvas) => {
    const session = train();
    await session.step(1);
    const container = renderBelow(<Picture source={session} />);
    await expect.poll(() => inked(container, canvas)).toBeGreaterThan(500);
  });

  it('shows the final cost of a run that ended while it was off screen', async () => {
    const session = train();
    renderBelow(<CostPlot source={session} />);
    await session.step(10);
    await expect
      .poll(() => screen.getByRole('slider', { name: 'Read the cost at a step' }).getAttribute('aria-valuenow'))
      .toBe('10');
    await session.step(1990);
    await expect
      .poll(() => screen.getByRole('slider', { name: 'Read the cost at a step' }).getAttribute('aria-valuenow'))
      .toBe('2000');
  });

  it('costs one frame per second while the run goes on, and every frame while the page is printed', async () => {
    const session = train();
    const watch = vi.spyOn(session, 'watch');
    renderBelow(<CostPlot source={session} />);
    await session.start();
    const frames = async (milliseconds: number): Promise<number> => {
      const before = session.diagnostics.framesComputed;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return session.diagnostics.framesComputed - before;
    };
    await frames(500);
    expect(await frames(3000)).toBeLessThanOrEqual(4);
    window.dispatchEvent(new Event('beforeprint'));
    const watches = watch.mock.calls.length;
    expect(await frames(2000)).toBeGreaterThan(10);
    expect(watch.mock.calls.length).toBe(watches);
    window.dispatchEvent(new Event('afterprint'));
    expect(await frames(2000)).toBeLessThanOrEqual(4);
  });
});
