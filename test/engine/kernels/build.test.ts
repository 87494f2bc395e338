import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activationNames as namesInRegistry } from '@neuroglow/engine/core';
import { activationNames, activationsText, checkFiles } from '../../../packages/engine/tools/activation-kernels.mjs';

const source = new URL('../../../packages/engine/src/', import.meta.url);

describe('building the kernels', () => {
  it('reads the names of all activation functions from the registry', () => {
    const registry = readFileSync(new URL('core/activations/registry.ts', source), 'utf8');
    expect(activationNames(registry)).toEqual([...namesInRegistry]);
    expect(() => activationNames('export const nothing = {}')).toThrow('registry.ts: expected');
    expect(() => activationNames("const names = ['mish', other()] as const")).toThrow('registry.ts: expected');
  });

  it('fails for a function without a kernel, and for a kernel without a function', () => {
    const files = readdirSync(new URL('kernels/assembly/activations', source));
    expect(() => checkFiles(namesInRegistry, files)).not.toThrow();
    expect(() => checkFiles([...namesInRegistry, 'mish'], files)).toThrow(
      '"mish" of core/activations/registry.ts has no kernel',
    );
    expect(() => checkFiles(namesInRegistry, [...files, 'mish.ts'])).toThrow(
      'assembly/activations/mish.ts belongs to no',
    );
  });

  it('chooses a function by its number in the registry, and traps on any other', () => {
    const text = activationsText(['tanh', 'mish']);
    expect(text).toContain('case 0: tanh.activate(plan, layer, rows); break');
    expect(text).toContain('case 1: mish.differentiate(plan, layer, rows); break');
    expect(text.match(/default: unreachable\(\)/g)).toHaveLength(2);
  });
});
