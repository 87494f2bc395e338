import { describe, expect, it } from 'vitest';
import { activationFunctions, activationNames, isFiring, isFlat, type Activation } from '@neuroglow/engine/core';
import { normalDensity, normalDistribution } from '../../../packages/engine/src/core/normal.js';
import { silenceIsFinal } from '../../../packages/engine/src/core/firing.js';
import { goldenFunctions } from '../golden/goldenCases.js';

const slope = 0.01;
const elementwise = activationNames.filter((name) => activationFunctions[name].f !== null);

/** f and f′ of an elementwise function. */
function scalars(name: Activation): { f: (z: number) => number; derivative: (z: number) => number } {
  const { f, derivative } = activationFunctions[name];
  return { f: (z) => f!(z, slope), derivative: (z) => derivative(z, f!(z, slope), slope) };
}

/** From −limit to limit, 0 apart. */
const grid = (limit: number, count = 4000): number[] =>
  Array.from({ length: count }, (_, k) => ((k + 0.5) / count - 0.5) * 2 * limit);

describe.each(elementwise)('%s', (name) => {
  const { range, kinks, steepest, fires, activate, multiplyByDerivative } = activationFunctions[name];
  const { f, derivative } = scalars(name);
  const [low, high] = range(slope);

  it('agrees with 60-digit values to 1e-14 of their size, f′ to 1e-15 of its largest', () => {
    const table = goldenFunctions[name]!;
    expect(table.length).toBeGreaterThan(100);
    for (const [z, value, slopeThere] of table) {
      expect(Math.abs(f(z) - value), `f(${z})`).toBeLessThanOrEqual(1e-14 * Math.abs(value) + 5e-324);
      expect(Math.abs(derivative(z) - slopeThere), `f′(${z})`).toBeLessThanOrEqual(1e-15 * steepest(slope));
    }
  });

  it('has the stated derivative, by central differences apart from its kinks', () => {
    const h = 1e-5;
    for (const z of grid(8).filter((z) => kinks.every((kink) => Math.abs(z - kink) > h))) {
      expect(Math.abs((f(z + h) - f(z - h)) / (2 * h) - derivative(z)), `at ${z}`).toBeLessThan(1e-9);
    }
  });

  it('stays in its range and comes near both ends', () => {
    const values = grid(60).map(f);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...values)).toBeLessThanOrEqual(high);
    expect(Math.min(...values)).toBeLessThan(low === -Infinity ? -0.5 : low + 1e-4);
    expect(Math.max(...values)).toBeGreaterThan(high === Infinity ? 50 : high - 1e-4);
  });

  it('is nowhere steeper than stated, and somewhere as steep', () => {
    const steepness = Math.max(...grid(30, 60_000).map((z) => Math.abs(derivative(z))));
    expect(steepness).toBeLessThanOrEqual(steepest(slope) * (1 + 1e-15));
    expect(steepness).toBeGreaterThan(steepest(slope) * (1 - 1e-6));
  });

  it('neither overflows nor loses its sign for any size of z, and lets NaN pass', () => {
    expect(f(NaN)).toBeNaN();
    for (const z of [-Infinity, -1e308, -1e38, -3e4, -746, -110, 110, 746, 3e4, 1e38, 1e308, Infinity]) {
      if (name === 'sin' && !Number.isFinite(z)) continue;
      expect(f(z), `f(${z})`).toBeGreaterThanOrEqual(low);
      expect(f(z), `f(${z})`).toBeLessThanOrEqual(high);
      expect(Math.abs(derivative(z)), `f′(${z})`).toBeLessThanOrEqual(steepest(slope) * (1 + 1e-15));
      if (z > 0 && high === Infinity) expect(f(z)).toBe(z);
    }
  });

  it('gives the same bits in batches as in its scalar form', () => {
    const z = Float64Array.from([...grid(20, 30), -0, 0]);
    const a = new Float64Array(z.length);
    const layer = { neurons: 4, slope };
    activate(layer, z, a, 8);
    expect(a).toEqual(z.map((value) => f(value)));
    const gradient = new Float64Array(z.length).fill(1);
    multiplyByDerivative(layer, z, a, gradient, 8);
    for (const [k, value] of gradient.entries()) expect(value, `f′(${z[k]})`).toBeCloseTo(derivative(z[k]!), 15);
  });

  it('fires where z > 0, or nowhere', () => {
    const layer = { activation: name, neurons: 2 };
    expect(isFiring(layer, [0, 0.1], 0)).toBe(fires === null ? null : false);
    expect(isFiring(layer, [0, 0.1], 1)).toBe(fires === null ? null : true);
  });

  it('is flat where |f′| is below 5 % of its maximum, and never at NaN', () => {
    const layer = { activation: name, slope };
    for (const z of grid(12, 500)) {
      expect(isFlat(layer, z, f(z))).toBe(Math.abs(derivative(z)) / steepest(slope) < 0.05);
    }
    expect(isFlat(layer, NaN, NaN)).toBe(false);
  });
});

describe('properties of single functions', () => {
  const named = (accepts: (name: Activation) => boolean): Activation[] => activationNames.filter(accepts);
  it('linear and sin have no firing, softmax has a winner', () => {
    expect(named((name) => activationFunctions[name].fires === null)).toEqual(['linear', 'sin']);
    expect(named((name) => activationFunctions[name].fires === 'winner')).toEqual(['softmax']);
    expect(isFiring({ activation: 'softmax', neurons: 3 }, [1, 2, 2], 1)).toBe(true);
    expect(isFiring({ activation: 'softmax', neurons: 3 }, [1, 2, 2], 2)).toBe(false);
    expect(isFiring({ activation: null, neurons: 3 }, [1, 2, 2], 1)).toBe(null);
  });
  it('only a silent relu cannot learn; a silent leakyRelu only without a slope', () => {
    expect(named((activation) => silenceIsFinal({ activation, slope }))).toEqual(['relu']);
    expect(named((activation) => silenceIsFinal({ activation, slope: 0 }))).toEqual(['relu', 'leakyRelu']);
  });
  it('an input is never flat, a softmax share is near 0 and 1', () => {
    expect(isFlat({ activation: null, slope }, 0, 0)).toBe(false);
    const flat = (a: number): boolean => isFlat({ activation: 'softmax', slope }, 0, a);
    expect([0.01, 0.02, 0.5, 0.98, 0.99].map(flat)).toEqual([true, false, false, false, true]);
  });
});

describe('the normal distribution', () => {
  it('keeps its left tail: Φ(−10), Φ(−20) and Φ(−37) to 16 digits', () => {
    // Computed elsewhere.
    expect(normalDistribution(-10) / 7.619853024160525e-24).toBeCloseTo(1, 14);
    expect(normalDistribution(-20) / 2.7536241186062337e-89).toBeCloseTo(1, 14);
    expect(normalDistribution(-37) / 5.725571222524577e-300).toBeCloseTo(1, 14);
  });
  it('gives its limits, and NaN for NaN', () => {
    expect([-Infinity, -50, 50, Infinity].map(normalDistribution)).toEqual([0, 0, 1, 1]);
    expect(normalDistribution(0)).toBeCloseTo(0.5, 15);
    expect([-Infinity, 50].map(normalDensity)).toEqual([0, 0]);
    expect(normalDistribution(NaN)).toBeNaN();
    expect(normalDensity(NaN)).toBeNaN();
  });
});
