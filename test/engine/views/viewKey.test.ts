import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../packages/engine/src/views/view.js';
import { viewKey } from '../../../packages/engine/src/views/viewKey.js';

describe('viewKey', () => {
  it('depends neither on the order of fields nor on undefined fields', () => {
    const one = { kind: 'activations', input: { sample: 3, of: 'training' } } as const;
    const other = { input: { of: 'training', sample: 3 }, kind: 'activations' } as const;
    expect(viewKey(one)).toBe(viewKey(other));
    expect(viewKey({ kind: 'scalars', points: undefined } as unknown as View)).toBe(viewKey({ kind: 'scalars' }));
  });

  it('treats a typed array as an array of its numbers', () => {
    const values = [0, 0.5, 1];
    const typed = { kind: 'activations', input: { values: Float32Array.from(values) } } as unknown as View;
    expect(viewKey(typed)).toBe(viewKey({ kind: 'activations', input: { values } }));
  });

  it('is equal exactly for views of equal structure', () => {
    const leaf = fc.oneof(
      fc.integer(),
      fc.double().map((number) => number + 0),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('kind', 'layer', 'of', '__proto__'), tie('tree'), { maxKeys: 3 }),
      ),
    }));
    const key = (value: unknown): string => viewKey(value as View);
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        expect(key(a) === key(b)).toBe(isDeepStrictEqual(structuredClone(a), structuredClone(b)));
        expect(key(structuredClone(a))).toBe(key(a));
      }),
    );
  });

  it('refuses cycles and functions with a sentence', () => {
    const cycle: Record<string, unknown> = { kind: 'parameters' };
    cycle['self'] = cycle;
    const hostile: unknown[] = [cycle, () => 1, { kind: 'parameters', at: Symbol('now') }, { kind: 1n }];
    for (const view of hostile) {
      expect(() => viewKey(view as View)).toThrow(expect.objectContaining({ code: 'invalid-view' }) as Error);
    }
  });
});
