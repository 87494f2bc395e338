import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorByKey, snap } from '../../../packages/components/src/CostPlot/interaction/cursor.js';
import { keyAction, pointByKey } from '../../../packages/components/src/CostPlot/interaction/keys.js';
import {
  panBy,
  rangeOf,
  windowAround,
  zoomAbout,
} from '../../../packages/components/src/CostPlot/interaction/window.js';

const steps = { toX: (step: number) => step, toStep: (x: number) => x };
const axis = (scale: 'linear' | 'log', domain: readonly [number, number]): Parameters<typeof panBy>[0] => ({
  ...{ scale, threshold: 1, domain },
});

describe('the steps shown', () => {
  it('are whole, within the run, and never too few', () => {
    const scene = { steps, lastStep: 1000 };
    expect(rangeOf(scene, [100.4, 200.2])).toEqual([100, 201]);
    expect(rangeOf(scene, [-50, 150])).toEqual([0, 200]);
    expect(rangeOf(scene, [900, 1100])).toEqual([800, 1000]);
    expect(rangeOf(scene, [-5, 1005])).toBe('all');
    expect(rangeOf(scene, [500, 500.1])).toEqual([498, 503]);
  });

  it('stay where the pointer is while they are zoomed, on any axis', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom('linear' as const, 'log' as const),
        share,
        fc.integer({ min: 2, max: 50 }),
        (scale, at, factor) => {
          const forward = scale === 'log' ? Math.log10 : (x: number): number => x;
          const under = ([low, high]: readonly [number, number]): number =>
            forward(low) + (forward(high) - forward(low)) * at;
          const before = axis(scale, [10, 5000]);
          const after = zoomAbout(before, factor, at);
          expect(under(after)).toBeCloseTo(under(before.domain), 6);
        },
      ),
    );
    expect(panBy(axis('linear', [0, 100]), 0.25)).toEqual([25, 125]);
    expect(panBy(axis('log', [1, 100]), 0.5)).toEqual([10, expect.closeTo(1000, 6)]);
  });

  it('are asked for with some more, which stays while it suffices', () => {
    const first = windowAround([1000, 2000], 'all');
    expect(first).toEqual([500, 2500]);
    expect(windowAround([1400, 2400], first)).toBe(first);
    expect(windowAround([1600, 2600], first)).toEqual([1100, 3100]);
    expect(windowAround([1500, 1600], first)).toEqual([1450, 1650]);
    expect(windowAround('all', first)).toBe('all');
  });
});

describe('keys', () => {
  it('walk the points', () => {
    expect(pointByKey(5, 100, 'ArrowLeft')).toBe(4);
    expect(pointByKey(5, 100, 'PageUp')).toBe(15);
    expect(pointByKey(99, 100, 'ArrowRight')).toBe(99);
    expect(pointByKey(0, 0, 'End')).toBeNull();
    const key = (name: string, reading: number | null, shiftKey = false): unknown =>
      keyAction({ key: name, shiftKey }, [2, 4, 9], reading);
    expect(key('ArrowLeft', null)).toEqual({ kind: 'read', step: 4 });
    expect(key('ArrowRight', 5)).toEqual({ kind: 'read', step: 9 });
    expect(key('ArrowLeft', 5, true)).toEqual({ kind: 'pan', share: -0.2 });
    expect(key('q', 5)).toBeNull();
  });

  it('move the cursor by steps, or by those that are kept, and go live at the end', () => {
    const every = { first: 0, last: 200, kept: 'every' } as const;
    const some = { first: 0, last: 200, kept: [0, 50, 120, 200] } as const;
    const by = (name: string, from: 'live' | number, steps: Parameters<typeof cursorByKey>[3]): unknown =>
      cursorByKey(name, false, from, steps);
    expect(by('ArrowLeft', 'live', every)).toBe(199);
    expect(by('ArrowRight', 200, every)).toBe('live');
    expect(by('PageDown', 100, every)).toBe(80);
    expect(by('Home', 100, every)).toBe(0);
    expect(by('End', 100, every)).toBe('live');
    expect(by('ArrowRight', 50, some)).toBe(120);
    expect(by('ArrowLeft', 'live', some)).toBe(120);
    expect(by('x', 50, some)).toBeNull();
    expect([snap(some, 90), snap(every, 90.4), snap(every, 999)]).toEqual([120, 90, 200]);
  });
});
