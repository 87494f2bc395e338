import { expect, it } from 'vitest';
import { digestOf, namedRuns } from './digest.js';
import { digests } from './digests.js';

// test/browser/kernels.test.ts compares Chromium with the same table.
it('every activation, cost and optimizer gives the committed bits in Node', () => {
  expect(Object.fromEntries([...namedRuns()].map(([name, run]) => [name, digestOf(run)]))).toEqual(digests);
});
