import { ActivationHeatmap } from '@neuroglow/components';
import { render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

it('a hundred pictures mounted one after the other start one drawing worker, which goes some seconds after the last', async () => {
  const { Worker: Real } = globalThis;
  const alive = new Set<Worker>();
  let started = 0;
  vi.stubGlobal(
    'Worker',
    class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started++;
        alive.add(this);
      }
      override terminate(): void {
        super.terminate();
        alive.delete(this);
      }
    },
  );
  const layers = [{ name: 'input', values: [0, 1, 0.5] }];
  for (let mount = 0; mount < 100; mount++) {
    const { unmount } = render(<ActivationHeatmap values={{ layers }} style={{ width: 300 }} />);
    await new Promise((resolve) => setTimeout(resolve, 20));
    unmount();
  }
  expect(started).toBe(1);
  expect(alive.size).toBe(1);
  await expect.poll(() => alive.size).toBe(0);
});
