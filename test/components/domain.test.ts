import { describe, expect, it, vi } from 'vitest';
import { checkDomain, createTracker } from '../../packages/components/src/shared/domainChoice.js';
import { createDomainGroup } from '../../packages/components/src/shared/domainGroup.js';
import {
  activationRule,
  commonRule,
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

  it('that several layers share is the widest of their fixed ones', () => {
    expect(commonRule([weightRule(64, 16), weightRule(2, 4)])).toEqual(weightRule(2, 4));
    expect(commonRule([weightRule(2, 4), signedRule])).toEqual(weightRule(2, 4));
    expect(commonRule([signedRule, signedRule])).toEqual(signedRule);
  });

  it('starts again with another run', () => {
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

describe('a chosen domain', () => {
  const rule = { ...signedRule, quantity: 'weight' };

  it('of a group holds what every member has shown, and lets go of a run that is over', () => {
    const group = createDomainGroup();
    const listener = vi.fn();
    group.subscribe(listener);
    const one = createTracker(rule, group);
    const other = createTracker(rule, group);
    expect(one.extend([0.4], 'a')).toBe(true);
    expect(other.extend([-7], 'b')).toBe(true);
    expect(one.domain).toEqual([-8, 8]);
    expect(other.domain).toEqual([-8, 8]);
    expect(one.extend([5], 'a')).toBe(false);
    expect(listener).toHaveBeenCalledTimes(2);
    expect(other.extend([-0.1], 'c')).toBe(true);
    expect(one.domain).toEqual([-5, 5]);
    one.release();
    expect(other.domain).toEqual([-0.1, 0.1]);
  });

  it('of a group is one per quantity', () => {
    const group = createDomainGroup();
    createTracker(rule, group).extend([100], 'a');
    expect(createTracker({ ...signedRule, quantity: 'bias' }, group).domain).toEqual([-1, 1]);
  });

  it('of a group is the widest of fixed domains, whatever was shown', () => {
    const group = createDomainGroup();
    const wide = createTracker({ ...weightRule(2, 4), quantity: 'weight' }, group);
    const narrow = createTracker({ ...weightRule(64, 16), quantity: 'weight' }, group);
    wide.extend([0.1], 'a');
    narrow.extend([0.1], 'b');
    expect(wide.domain[1]).toBe(10);
    expect(narrow.domain).toEqual(wide.domain);
  });

  it('of a group stays symmetric where one member is signed, so that 0 keeps its colour', () => {
    const group = createDomainGroup();
    const tanh = createTracker({ ...activationRule('tanh'), quantity: 'activation' }, group);
    const relu = createTracker({ ...activationRule('relu'), quantity: 'activation' }, group);
    tanh.extend([0.5], 'a');
    relu.extend([4.2], 'b');
    expect(tanh.domain).toEqual([-5, 5]);
    expect(relu.domain).toEqual([-5, 5]);
  });

  it('of a frame stays symmetric where the quantity is signed', () => {
    const frame = createTracker(rule, 'frame');
    frame.extend([2, 0.5], 'a');
    expect(frame.domain).toEqual([-2, 2]);
  });

  it('of a frame follows each frame, where that of a run only grows; a pair stays', () => {
    const frame = createTracker(rule, 'frame');
    const run = createTracker(rule, 'run');
    const pair = createTracker(rule, [-2, 3]);
    for (const values of [[40], [-0.5, 2]]) for (const tracker of [frame, run, pair]) tracker.extend(values, 'a');
    expect(frame.domain).toEqual([-2, 2]);
    expect(run.domain).toEqual([-40, 40]);
    expect(pair.domain).toEqual([-2, 3]);
  });

  it.each([['wide'], [[1, 1]], [[0, Infinity]], [[1]], [{}], [null]])('refuses %j', (choice) => {
    expect(() => checkDomain(choice)).toThrow(expect.objectContaining({ code: 'invalid-option' }) as Error);
  });
});
