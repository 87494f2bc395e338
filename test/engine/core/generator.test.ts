import { describe, expect, it } from 'vitest';
import { createGenerator, createNetwork } from '@neuroglow/engine/core';
import { generatorFromState } from '../../../packages/engine/src/core/generator.js';
import { shuffle } from '../../../packages/engine/src/core/shuffle.js';

describe('the generator', () => {
  it('gives the published sequence of xoshiro128**', () => {
    // The authors' C code from the state 1, 2, 3, 4, as other implementations quote it.
    const generator = generatorFromState([1, 2, 3, 4]);
    const expected = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ];
    expect(expected.map(() => generator.next())).toEqual(expected);
  });

  it('differs by seed, and repeats for the same seed', () => {
    const first = (seed: number): number[] =>
      Array.from(
        { length: 4 },
        (
          (g) => () =>
            g.next()
        )(createGenerator(seed)),
      );
    expect(first(1)).toEqual(first(1));
    expect(new Set(Array.from({ length: 1000 }, (_, seed) => first(seed).join())).size).toBe(1000);
    expect(createGenerator(0xffffffff).state.every((word) => word === 0)).toBe(false);
  });

  it('is bounded as the 64-bit product defines', () => {
    const generator = createGenerator(4);
    for (const bound of [1, 2, 3, 10, 65535, 65537, 0x80000001, 0xffffffff]) {
      for (let i = 0; i < 200; i++) {
        const twin = generatorFromState(generator.state);
        let x = BigInt(twin.next());
        while ((x * BigInt(bound)) % 2n ** 32n < (2n ** 32n - BigInt(bound)) % BigInt(bound)) x = BigInt(twin.next());
        expect(generator.bounded(bound)).toBe(Number((x * BigInt(bound)) >> 32n));
        expect(generator.state).toEqual(twin.state);
      }
    }
  });

  it('draws uniform and normal numbers of the right mean and spread', () => {
    const generator = createGenerator(12);
    const moments = (draw: () => number): [mean: number, variance: number] => {
      const xs = Array.from({ length: 20_000 }, draw);
      const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
      return [mean, xs.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / xs.length];
    };
    for (const draw of [() => generator.uniform(), () => generator.uniform32()]) {
      const [mean, variance] = moments(draw);
      expect(mean).toBeCloseTo(0.5, 2);
      expect(variance).toBeCloseTo(1 / 12, 2);
    }
    const [mean, variance] = moments(() => generator.normal());
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it('shuffles every order of four equally often', () => {
    const generator = createGenerator(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = Uint32Array.of(0, 1, 2, 3);
      shuffle(order, generator);
      counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // χ² with 23 degrees of freedom is below 50 in 99.9 % of cases.
    expect([...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(50);
  });

  it.each([-1, 0.5, NaN, 2 ** 32, '1', null])('refuses the seed %o', (seed) => {
    expect(() => createGenerator(seed as number)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
    if (seed !== null) expect(() => createNetwork({ layers: [1, 1], seed: seed as number })).toThrow(/^seed: expected/);
  });
  it.each([[[0, 0, 0, 0]], [[1, 2, 3]], [[]]])('refuses the state %o', (words) => {
    expect(() => generatorFromState(words)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
