import { describe, expect, it } from 'vitest';
import { activationFunctions, activationNames, type Activation } from '@neuroglow/engine/core';
import { Fields } from '../../../packages/engine/src/kernels/fields.js';
import { activationIds } from '../../../packages/engine/src/kernels/generated/structs.js';
import { layerStruct, planStruct } from '../../../packages/engine/src/kernels/layout.js';
import { instantiateKernels } from '../../../packages/engine/src/kernels/load.js';
import { goldenFunctions } from '../golden/goldenCases.js';
import { bitsOf, inUlps, largest } from './floats.js';

const slope = 0.25;
const count = 1 << 16;
const memory = new WebAssembly.Memory({ initial: 64 });
const kernels = instantiateKernels(memory);
const view = new DataView(memory.buffer);
const places = { plan: 0x1000, layer: 0x2000, biases: 0x3000, z: 0x40000, a: 0x100000, delta: 0x200000 };
const floatsAt = (address: number): Float32Array => new Float32Array(memory.buffer, address, count);
const [z, a, delta] = [floatsAt(places.z), floatsAt(places.a), floatsAt(places.delta)];
const layer = new Fields(view, places.layer, layerStruct);
const plan = new Fields(view, places.plan, planStruct);
plan.setAll({ parameters: places.biases, gradients: places.biases + 0x1000 });
const { biases } = places;
layer.setAll({ biases, z: places.z, delta: places.delta, neurons: 4, stride: 16, biasBytes: 16, slope });

/** z as given, a = f(z) and δ = f′(z) by the kernels; numbers of `z` beyond those given are 0. */
function run(id: number, given: ArrayLike<number>): void {
  z.fill(0).set(given);
  delta.fill(1);
  // A linear layer has its z for a.
  layer.setAll({ activation: id, a: id === activationIds.linear ? places.z : places.a });
  kernels.activate(places.plan, places.layer, count / 4);
  kernels.differentiate(places.plan, places.layer, count / 4);
  if (id === activationIds.linear) a.set(z);
}

/** By how many ulp a may be off at most where it is not denormal, and f′ by how much, as a share of its largest. */
const bounds: Readonly<Record<Exclude<Activation, 'softmax'>, readonly [ulps: number, slopeError: number]>> = {
  sigmoid: [3, 4e-7],
  tanh: [2, 3e-7],
  relu: [0, 0],
  leakyRelu: [0.5, 0],
  elu: [2, 2e-7],
  gelu: [6, 3e-7],
  silu: [4, 5e-7],
  softplus: [3, 3e-7],
  linear: [0, 0],
  sin: [Infinity, 1e-7],
};

const names = activationNames.filter((name) => name !== 'softmax');
// An odd prime, so that every exponent and every pattern of lower bits comes up.
const stride = 4001;

describe.each(names)('%s in the kernels', (name) => {
  const [ulps, slopeError] = bounds[name];
  const { f, derivative, steepest } = activationFunctions[name];
  const id = activationIds[name];

  it(
    `is at most ${ulps} ulp off, its derivative ${slopeError} of its largest, over all of float32`,
    { timeout: 60_000 },
    () => {
      const bits = new Uint32Array(count);
      const limit = name === 'sin' ? 8192 : largest;
      let worst = { ulps: 0, at: 0 };
      let worstSlope = { error: 0, at: 0 };
      for (const [first, last, step] of [
        [0, bitsOf(limit), stride],
        [0x80000000, bitsOf(-limit), stride],
        [bitsOf(1e-3), bitsOf(Math.min(limit, 20)), 499],
        [bitsOf(-1e-3), bitsOf(-Math.min(limit, 110)), 499],
      ] as const) {
        for (let from = first; from <= last; from += step * count) {
          for (let k = 0; k < count; k++) bits[k] = Math.min(from + k * step, last);
          run(id, new Float32Array(bits.buffer));
          for (let k = 0; k < count; k++) {
            const exact = f!(z[k]!, slope);
            // A denormal product has few digits left.
            const off = Math.abs(exact) < 1e-36 ? Number(Math.abs(a[k]! - exact) > 1e-37) * 1e9 : inUlps(a[k]!, exact);
            if (!(off <= worst.ulps)) worst = { ulps: off, at: z[k]! };
            const error = Math.abs(delta[k]! - derivative(z[k]!, exact, slope)) / steepest(slope);
            if (!(error <= worstSlope.error)) worstSlope = { error, at: z[k]! };
          }
        }
      }
      expect(worst.ulps, `a at z = ${worst.at}`).toBeLessThanOrEqual(ulps);
      expect(worstSlope.error, `f′ at z = ${worstSlope.at}`).toBeLessThanOrEqual(slopeError);
    },
  );

  it('agrees with 60-digit values as closely', () => {
    // The golden slope is 0.01, as float32 has it.
    layer.set('slope', 0.01);
    const table = goldenFunctions[name]!.filter(([z]) => name !== 'sin' || Math.abs(z) <= 8192);
    run(
      id,
      table.map(([z]) => z),
    );
    layer.set('slope', slope);
    for (const [k, [z, value, slopeThere]] of table.entries()) {
      if (Math.abs(value) > 1e-36) {
        if (name === 'sin') expect(Math.abs(a[k]! - value)).toBeLessThanOrEqual(1e-7);
        else expect(inUlps(a[k]!, value), `f(${z})`).toBeLessThanOrEqual(ulps + 2);
      }
      expect(Math.abs(delta[k]! - slopeThere), `f′(${z})`).toBeLessThanOrEqual((slopeError + 1e-8) * steepest(slope));
    }
  });

  it('neither overflows nor loses its sign at the ends, and lets NaN pass', () => {
    const ends = [-Infinity, -largest, -1e4, 1e4, largest, Infinity];
    run(id, [...ends, NaN]);
    if (name !== 'sin') {
      for (const [k, end] of ends.entries()) {
        // 0 and −0 are equal here.
        expect(a[k] === Math.fround(f!(end, slope)), `f(${end}) = ${a[k]}`).toBe(true);
        expect(Math.abs(delta[k]! - derivative(end, f!(end, slope), slope)), `f′(${end})`).toBeLessThanOrEqual(1e-6);
      }
    }
    expect(a[6]).toBeNaN();
  });
});

describe('the numbers of activations', () => {
  it('are those of the registry', () => {
    expect(Object.keys(activationIds)).toEqual([...activationNames]);
    expect(new Set(Object.values(activationIds)).size).toBe(activationNames.length);
  });
  it('trap if they stand for no function, so that stale values are never taken for results', () => {
    for (const id of [-1, activationNames.length, 1000]) {
      layer.set('activation', id);
      expect(() => kernels.activate(places.plan, places.layer, 1)).toThrow(WebAssembly.RuntimeError);
      expect(() => kernels.differentiate(places.plan, places.layer, 1)).toThrow(WebAssembly.RuntimeError);
    }
  });
});
