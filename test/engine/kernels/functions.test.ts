import { describe, expect, it } from 'vitest';
import { exp } from '../../../packages/engine/src/core/exp.js';
import { log, logOnePlus } from '../../../packages/engine/src/core/log.js';
import { sigmoid } from '../../../packages/engine/src/core/sigmoid.js';
import { cos, sin } from '../../../packages/engine/src/core/sine.js';
import { tanh } from '../../../packages/engine/src/core/tanh.js';
import { instantiateKernels } from '../../../packages/engine/src/kernels/load.js';
import { bitsOf, inUlps, largest } from './floats.js';

const memory = new WebAssembly.Memory({ initial: 32 });
const kernels = instantiateKernels(memory);
const count = 1 << 16;
const from = 0x40000;
const to = 0x100000;
const given = new Float32Array(memory.buffer, from, count);
const answered = new Float32Array(memory.buffer, to, count);
const givenBits = new Uint32Array(memory.buffer, from, count);

type Name = 'expAll' | 'sigmoidAll' | 'tanhAll' | 'sineAll' | 'cosineAll' | 'logAll' | 'logOnePlusAll';

/** The largest error over every `stride`-th float32 whose bits are in [first, last], by `measure(answer, truth)`. */
function scan(
  name: Name,
  truth: (x: number) => number,
  [first, last]: readonly [number, number],
  stride: number,
  measure: (answer: number, exact: number) => number,
): { error: number; at: number } {
  let worst = { error: 0, at: 0 };
  for (let bits = first; bits <= last; bits += stride * count) {
    for (let k = 0; k < count; k++) givenBits[k] = Math.min(bits + k * stride, last);
    kernels[name](from, to, count * 4);
    for (let k = 0; k < count; k++) {
      const error = measure(answered[k]!, truth(given[k]!));
      if (!(error <= worst.error)) worst = { error, at: given[k]! };
    }
  }
  return worst;
}

const absolutely = (answer: number, exact: number): number => Math.abs(answer - exact);

const sign = 0x80000000;
/** All numbers of one sign up to a size, from zero or the smallest on. */
const upTo = (x: number, from = 0): readonly [number, number] => [bitsOf(from), bitsOf(x)];
const downTo = (x: number): readonly [number, number] => [sign, bitsOf(-x)];
// An odd prime, so that every exponent and every pattern of lower bits comes up.
const stride = 4001;

describe('functions of the kernels, against float64', { timeout: 60_000 }, () => {
  it('exp is at most 1 ulp off over all of float32', () => {
    expect(scan('expAll', exp, upTo(largest), stride, inUlps).error).toBeLessThanOrEqual(1);
    expect(scan('expAll', exp, downTo(largest), stride, inUlps).error).toBeLessThanOrEqual(1);
    // Where answers are neither 0, 1 nor ∞.
    expect(scan('expAll', exp, upTo(89, 1e-8), 241, inUlps).error).toBeLessThanOrEqual(1);
    expect(scan('expAll', exp, [bitsOf(-1e-8), bitsOf(-105)], 241, inUlps).error).toBeLessThanOrEqual(1);
  });

  it('sigmoid is at most 3 ulp off over all of float32', () => {
    expect(scan('sigmoidAll', sigmoid, upTo(largest), stride, inUlps).error).toBeLessThanOrEqual(3);
    expect(scan('sigmoidAll', sigmoid, downTo(largest), stride, inUlps).error).toBeLessThanOrEqual(3);
    expect(scan('sigmoidAll', sigmoid, [bitsOf(-1e-8), bitsOf(-105)], 241, inUlps).error).toBeLessThanOrEqual(3);
  });

  it('tanh is at most 2 ulp off over all of float32', () => {
    expect(scan('tanhAll', tanh, upTo(largest), stride, inUlps).error).toBeLessThanOrEqual(2);
    expect(scan('tanhAll', tanh, downTo(largest), stride, inUlps).error).toBeLessThanOrEqual(2);
    expect(scan('tanhAll', tanh, upTo(10, 1e-4), 241, inUlps).error).toBeLessThanOrEqual(2);
  });

  it('sin and cos are at most 1e-7 off up to 8,192, and within [−1, 1] beyond', () => {
    for (const [name, truth] of [
      ['sineAll', sin],
      ['cosineAll', cos],
    ] as const) {
      expect(scan(name, truth, upTo(8192), stride, absolutely).error).toBeLessThanOrEqual(1e-7);
      expect(scan(name, truth, downTo(8192), stride, absolutely).error).toBeLessThanOrEqual(1e-7);
      expect(scan(name, truth, upTo(8192, 0.01), 241, absolutely).error).toBeLessThanOrEqual(1e-7);
      expect(scan(name, () => 0, upTo(largest, 8192), stride, absolutely).error).toBeLessThanOrEqual(1);
    }
  });

  it('the logarithms of the costs are at most 3 ulp off', () => {
    expect(scan('logAll', log, upTo(largest, 2 ** -126), stride, inUlps).error).toBeLessThanOrEqual(3);
    expect(scan('logOnePlusAll', logOnePlus, upTo(1), stride, inUlps).error).toBeLessThanOrEqual(3);
  });

  it('NaN comes out as NaN', () => {
    for (const name of ['expAll', 'sigmoidAll', 'tanhAll', 'sineAll', 'cosineAll'] as const) {
      given.fill(NaN, 0, 4);
      kernels[name](from, to, 16);
      expect([...answered.subarray(0, 4)]).toEqual([NaN, NaN, NaN, NaN]);
    }
  });
});
