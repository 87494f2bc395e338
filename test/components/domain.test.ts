import { describe, expect, it } from 'vitest';
import {
  activationRule,
  countNotFinite,
  createRunningDomain,
  roundUp,
  signedRule,
  spreadRule,
  weightRule,
} from '../../packages/components/src/shared/domain.js';

describe('the domain of a colour scale', () => {
  it('is fixed where an activation is bounded, whatever it sees', () => {
    const sigmoid = createRunningDomain(activationRule('sigmoid'));
    expect(sigmoid.extend([-7, 12])).toBe(false);
    expect(sigmoid.domain).toEqual([0, 1]);
    expect(createRunningDomain(activationRule('tanh')).domain).toEqual([-1, 1]);
  });

  it('grows in round steps with what it sees, and never shrinks within a run', () => {
    const relu = createRunningDomain(activationRule('relu'));
    expect(relu.extend([0, 2.3], 'a')).toBe(true);
    expect(relu.domain).toEqual([0, 3]);
    expect(relu.extend([0, 0.1], 'a')).toBe(false);
    expect(relu.domain).toEqual([0, 3]);
    expect(relu.extend([31], 'a')).toBe(true);
    expect(relu.domain).toEqual([0, 40]);
  });

  it('is set by the spread of many weights, not by the largest', () => {
    const weights = createRunningDomain(spreadRule);
    weights.extend([...new Array<number>(999).fill(0.2), -7, Number.NaN], 'a');
    expect(weights.domain).toEqual([-0.8, 0.8]);
    expect(weights.extend(new Array<number>(9).fill(0.01), 'a')).toBe(false);
    weights.extend([0.01], 'b');
    expect(weights.domain).toEqual([-0.03, 0.03]);
  });

  it('of weights depends on the shape of their layer alone: ten times the bound of Glorot and Bengio', () => {
    const weights = createRunningDomain(weightRule(64, 16));
    expect(weights.domain[1]).toBeCloseTo(10 * Math.sqrt(6 / 80), 12);
    expect(weights.domain[0]).toBe(-weights.domain[1]);
    expect(weights.extend([100, -3], 'a')).toBe(false);
  });

  it('begins anew with another run', () => {
    const weights = createRunningDomain(signedRule);
    weights.extend([-4.2], 'a');
    expect(weights.domain).toEqual([-5, 5]);
    weights.extend([0.4], 'b');
    expect(weights.domain).toEqual([-0.4, 0.4]);
  });

  it('is never stretched by what is not finite, which is counted', () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5];
    const weights = createRunningDomain(signedRule);
    weights.extend(values);
    expect(weights.domain).toEqual([-0.5, 0.5]);
    expect(countNotFinite(values)).toBe(3);
  });

  it('of an input is [0, 1] until something lies outside of it', () => {
    const input = createRunningDomain(activationRule(null));
    input.extend([0, 0.2]);
    expect(input.domain).toEqual([0, 1]);
    input.extend([4]);
    expect(input.domain).toEqual([0, 4]);
    input.extend([-0.5]);
    expect(input.domain).toEqual([-4, 4]);
  });

  it('keeps its identity while it says the same', () => {
    const weights = createRunningDomain(signedRule);
    weights.extend([0.9]);
    const before = weights.domain;
    weights.extend([0.95]);
    expect(weights.domain).toBe(before);
  });

  it.each([
    [0, 1],
    [0.2, 0.2],
    [0.21, 0.3],
    [9.1, 10],
    [1234, 1500],
    [3e-7, 3e-7],
  ])('rounds %d up to %d', (value, rounded) => {
    expect(roundUp(value)).toBe(rounded);
  });
});
