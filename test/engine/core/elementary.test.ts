import { describe, expect, it } from 'vitest';
import { exp, expMinusOne } from '../../../packages/engine/src/core/exp.js';
import { createGenerator } from '../../../packages/engine/src/core/generator.js';
import { log, logOnePlus } from '../../../packages/engine/src/core/log.js';
import { sigmoid, softplus } from '../../../packages/engine/src/core/sigmoid.js';
import { cos, sin } from '../../../packages/engine/src/core/sine.js';
import { tanh } from '../../../packages/engine/src/core/tanh.js';
import { cosOf, expOf, fixed, logOf, sigmoidOf, sinOf, tanhOf, ulpsOff } from './preciseMath.js';

/** Seeded arguments, spread evenly and logarithmically over ±[2⁻³⁰, limit]. */
function samples(limit: number, count = 400, low = -limit): number[] {
  const draw = createGenerator(7);
  const even = Array.from({ length: count }, () => draw.between(low, limit));
  const small = Array.from({ length: count / 2 }, () => {
    const magnitude = limit / 2 ** draw.between(0, 30);
    return low < 0 && draw.uniform() < 0.5 ? -magnitude : magnitude;
  });
  return [...even, ...small];
}

function worstUlps(actual: (x: number) => number, truth: (x: number) => bigint, xs: number[], mantissa?: 24): number {
  return Math.max(...xs.map((x) => ulpsOff(mantissa ? Math.fround(actual(x)) : actual(x), truth(x), mantissa)));
}

const one = fixed(1);

describe('against sums of hundreds of digits, in float64', () => {
  it('exp is off by at most 1 ulp', () => {
    expect(worstUlps(exp, (x) => expOf(fixed(x)), [...samples(700), ...samples(2)])).toBeLessThanOrEqual(1);
  });
  it('exp is off by at most 2 ulp where the answer is denormal', () => {
    const xs = Array.from({ length: 60 }, (_, k) => -745 + k * 0.6);
    expect(worstUlps(exp, (x) => expOf(fixed(x)), xs)).toBeLessThanOrEqual(2);
  });
  it('expMinusOne is off by at most 3 ulp, also near 0', () => {
    expect(worstUlps(expMinusOne, (x) => expOf(fixed(x)) - one, [...samples(40), ...samples(1)])).toBeLessThanOrEqual(
      3,
    );
  });
  it('log is off by at most 1 ulp', () => {
    const xs = [...samples(2, 300, 1e-9), ...samples(1e12, 300, 1e-9), 5e-324, 1e-310, 2.3e-308, 1.7e308];
    expect(worstUlps(log, (x) => logOf(fixed(x), Math.log(x)), xs)).toBeLessThanOrEqual(1);
  });
  it('logOnePlus is off by at most 2 ulp, also near 0', () => {
    const truth = (x: number): bigint => logOf(one + fixed(x), Math.log1p(x));
    expect(worstUlps(logOnePlus, truth, [...samples(4, 300, 1e-9), 1e-12, 1e-17])).toBeLessThanOrEqual(2);
  });
  it('sigmoid is off by at most 3 ulp in both tails', () => {
    expect(worstUlps(sigmoid, (x) => sigmoidOf(fixed(x)), [...samples(40), ...samples(700)])).toBeLessThanOrEqual(3);
  });
  it('tanh is off by at most 3 ulp, also near 0', () => {
    expect(worstUlps(tanh, (x) => tanhOf(fixed(x)), [...samples(25), ...samples(1)])).toBeLessThanOrEqual(3);
  });
  it('sin and cos are off by at most 2⁻⁵² for |x| up to 8,192', () => {
    const xs = [...samples(8192), ...samples(4)];
    const off = (actual: number, truth: bigint): number =>
      Math.abs(Number(((fixed(actual) - truth) << 60n) / one)) / 2 ** 60;
    expect(Math.max(...xs.map((x) => off(sin(x), sinOf(fixed(x)))))).toBeLessThanOrEqual(2 ** -52);
    expect(Math.max(...xs.map((x) => off(cos(x), cosOf(fixed(x)))))).toBeLessThanOrEqual(2 ** -52);
  });
  it('sin is off by at most |x|·1e-16 up to a thousand million', () => {
    for (const x of [1e6 + 0.5, 1.5e6, 12345678.9, 3e8, 1e9]) {
      expect(Math.abs(Number(((fixed(sin(x)) - sinOf(fixed(x))) << 60n) / one)) / 2 ** 60).toBeLessThan(x * 1e-16);
    }
  });
});

describe('rounded to float32', () => {
  const float32s = (limit: number): number[] => samples(limit).map(Math.fround);
  it.each([
    ['exp', exp, (x: number) => expOf(fixed(x)), 80],
    ['sigmoid', sigmoid, (x: number) => sigmoidOf(fixed(x)), 80],
    ['tanh', tanh, (x: number) => tanhOf(fixed(x)), 12],
    ['sin', sin, (x: number) => sinOf(fixed(x)), 8192],
    ['cos', cos, (x: number) => cosOf(fixed(x)), 8192],
  ] as const)('%s is off by at most 1 ulp', (_name, actual, truth, limit) => {
    expect(worstUlps(actual, truth, float32s(limit), 24)).toBeLessThanOrEqual(1);
  });
});

describe('at the ends', () => {
  it.each([
    ['exp', exp, { '-Infinity': 0, '-746': 0, '0': 1, '709.79': Infinity, Infinity: Infinity }],
    ['log', log, { '-1': NaN, '0': -Infinity, '1': 0, Infinity: Infinity }],
    ['sigmoid', sigmoid, { '-Infinity': 0, '-800': 0, '0': 0.5, '40': 1, Infinity: 1 }],
    ['softplus', softplus, { '-Infinity': 0, '-800': 0, '0': Math.LN2, '1000': 1000, Infinity: Infinity }],
    ['tanh', tanh, { '-Infinity': -1, '-22': -1, '0': 0, '22': 1, Infinity: 1 }],
    ['sin', sin, { '-Infinity': NaN, '0': 0, Infinity: NaN }],
    ['cos', cos, { '-Infinity': NaN, '0': 1, Infinity: NaN }],
  ] as const)('%s gives its limits, and NaN for NaN', (_name, actual, table) => {
    for (const [x, y] of Object.entries(table)) expect(actual(Number(x)), `at ${x}`).toBe(y);
    expect(actual(NaN)).toBeNaN();
  });
  it('sigmoid keeps its left tail where e⁻ˣ overflows', () => {
    expect(sigmoid(-740)).toBe(exp(-740));
    expect(sigmoid(-740)).toBeGreaterThan(0);
  });
  it('sin stays within [−1, 1] for any finite argument', () => {
    for (const x of [1e15, 1e22, 1e300, Number.MAX_VALUE]) expect(Math.abs(sin(x))).toBeLessThanOrEqual(1);
  });
});
