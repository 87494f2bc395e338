import { describe, expect, it } from 'vitest';
import { createTraining, type ArithmeticKind } from '@neuroglow/engine/core';
import { identityCases, trainAndDigest } from './identity.js';

describe.each(['core', 'kernels'] as const)('the bits of a run in Node, by %s', (arithmetic: ArithmeticKind) => {
  it.each(identityCases)('$name: the same after 1,000 steps as they ever were', async ({ options, digests }) => {
    const session = createTraining({ ...options(), arithmetic, worker: false });
    expect(await trainAndDigest(session)).toBe(digests[arithmetic]);
    session.dispose();
  });
});
