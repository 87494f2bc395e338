import { expect, it } from 'vitest';
import { digestOf, namedRuns } from '../engine/kernels/digest.js';
import { digests } from '../engine/kernels/digests.js';

it('every activation, cost and optimizer gives the bits in Chromium that it gives in Node', () => {
  expect(Object.fromEntries([...namedRuns()].map(([name, run]) => [name, digestOf(run)]))).toEqual(digests);
});
