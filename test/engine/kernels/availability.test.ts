import { beforeEach, describe, expect, it, vi } from 'vitest';

const load = () => import('../../../packages/engine/src/kernels/load.js');

/** A page whose policy forbids WebAssembly. */
const refusing = {
  Module: function () {
    throw new Error('blocked by policy');
  },
  compile: () => Promise.reject(new Error('blocked by policy')),
};

describe('loading the kernels', () => {
  beforeEach(() => {
    vi.resetModules();
  });

  it('compiles them once for all trainers of a thread', async () => {
    const { kernelModule, kernelsAvailable, loadKernels } = await load();
    expect(kernelsAvailable()).toBe(true);
    expect(await loadKernels()).toBe(kernelModule());
  });

  it('uses a module that was compiled off the thread', async () => {
    const { kernelModule, loadKernels } = await load();
    const compiled = await loadKernels();
    expect(kernelModule()).toBe(compiled);
  });

  it('throws a clear error on every call if WebAssembly is refused', async () => {
    vi.stubGlobal('WebAssembly', refusing);
    const { kernelModule, kernelsAvailable, loadKernels } = await load();
    expect(kernelsAvailable()).toBe(false);
    expect(kernelsAvailable()).toBe(false);
    const unsupported = {
      code: 'unsupported',
      message: expect.stringMatching(/blocked by policy.*script-src/) as string,
    };
    expect(() => kernelModule()).toThrow(expect.objectContaining(unsupported) as Error);
    await expect(loadKernels()).rejects.toMatchObject(unsupported);
  });
});
