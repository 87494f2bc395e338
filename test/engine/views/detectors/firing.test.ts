import {
  activationFunctions,
  activationNames,
  FiringDetector,
  firingBands,
  firingRule,
  firingSignals,
  isFiring,
  type Switch,
} from '@neuroglow/engine/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function switchesOf(values: readonly number[], band = 0.4, dwell = 0): { events: Switch[]; detector: FiringDetector } {
  const detector = new FiringDetector({ signals: 1, band, dwell });
  const events: Switch[] = [];
  values.forEach((value, step) => detector.push(step, [value], (event) => events.push(event)));
  return { events, detector };
}

describe('FiringDetector', () => {
  it('tells the crossing apart from its confirmation', () => {
    const { events, detector } = switchesOf([-1, -0.3, 0.1, 0.3, 0.5, 1]);
    expect(events).toEqual([{ signal: 0, fires: true, step: 2, confirmedAt: 4 }]);
    expect(detector.state(0)).toBe(true);
  });

  it('counts the first exit from the band as no event', () => {
    const { events, detector } = switchesOf([0.1, -0.2, 0.3, 0.9]);
    expect(events).toEqual([]);
    expect(detector.state(0)).toBe(true);
  });

  it('knows no state before the first exit', () => {
    expect(switchesOf([0.1, -0.2, 0.3]).detector.state(0)).toBeNull();
  });

  it('takes the last crossing before the far edge, and no crossing that is taken back', () => {
    expect(switchesOf([-1, 0.2, -0.2, 0.1, 0.6]).events).toEqual([{ signal: 0, fires: true, step: 3, confirmedAt: 4 }]);
    expect(switchesOf([-1, 0.3, -1, 0.3, -1]).events).toEqual([]);
  });

  it('calls an unconfirmed crossing provisional', () => {
    const { detector } = switchesOf([-1, -0.1, 0.2, 0.3]);
    expect(detector.crossings()).toEqual([{ signal: 0, fires: true, step: 2 }]);
    expect(switchesOf([-1, 0.2, -0.1]).detector.crossings()).toEqual([]);
    expect(switchesOf([0.1, -0.1, 0.1]).detector.crossings()).toEqual([]);
  });

  it('sits on the edges: exactly the band is still inside, exactly 0 is silent', () => {
    expect(switchesOf([-1, 0.4, 0.4]).events).toEqual([]);
    expect(switchesOf([1, 0, -1]).events).toEqual([{ signal: 0, fires: false, step: 1, confirmedAt: 2 }]);
  });

  it('waits for the dwell, counted from the crossing', () => {
    expect(switchesOf([-1, 1, 1, 1, 1], 0.4, 3).events).toEqual([{ signal: 0, fires: true, step: 1, confirmedAt: 4 }]);
    expect(switchesOf([-1, 1, 1, -1, -1], 0.4, 3).events).toEqual([]);
  });

  it('passes over what is not a number', () => {
    expect(switchesOf([-1, NaN, 1]).events).toEqual([{ signal: 0, fires: true, step: 2, confirmedAt: 2 }]);
  });

  it('takes a band per signal and an offset', () => {
    const detector = new FiringDetector({ signals: 2, band: [0.1, 2] });
    const events: Switch[] = [];
    for (const [step, value] of [-3, 1, -3].entries())
      detector.push(step, [99, value, value], (event) => events.push(event), 1);
    expect(events.map(({ signal, step }) => [signal, step])).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it('alternates, and never confirms before it crosses, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 80 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, band) => {
          const { events, detector } = switchesOf(values, band);
          let before: Switch | null = null;
          for (const event of events) {
            expect(event.confirmedAt).toBeGreaterThanOrEqual(event.step);
            if (before !== null) {
              expect(event.fires).toBe(!before.fires);
              expect(event.step).toBeGreaterThan(before.confirmedAt);
            }
            // On the new side from the crossing to the confirmation, on the other side just before.
            for (let step = event.step; step <= event.confirmedAt; step++) expect(values[step]! > 0).toBe(event.fires);
            expect(values[event.step - 1]! > 0).toBe(!event.fires);
            before = event;
          }
          if (before !== null) expect(detector.state(0)).toBe(before.fires);
        },
      ),
    );
  });

  it('finds the mirror image of a mirrored signal', () => {
    const values = fc.array(
      fc.double({ min: -2, max: 2, noNaN: true }).filter((value) => value !== 0),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(values, (given) => {
        const mirrored = switchesOf(given.map((value) => -value)).events;
        expect(mirrored.map((event) => ({ ...event, fires: !event.fires }))).toEqual(switchesOf(given).events);
      }),
    );
  });

  it('refuses steps that do not ascend and bands that do not fit', () => {
    const detector = new FiringDetector({ signals: 1, band: 0.4 });
    detector.push(3, [1], () => undefined);
    expect(() => detector.push(3, [1], () => undefined)).toThrow(/a step after 3/);
    expect(() => new FiringDetector({ signals: 2, band: [1] })).toThrow(/2 of them, got 1 numbers/);
    expect(() => new FiringDetector({ signals: 1, band: -1 })).toThrow(/band/);
  });
});

describe('firing signals', () => {
  it('are > 0 exactly where the engine says that a neuron fires', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...activationNames.filter((name) => activationFunctions[name].fires !== null)),
        fc.uniqueArray(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (activation, z) => {
          const layer = { activation, neurons: z.length, slope: 0.01 };
          const signals = new Float64Array(z.length);
          firingSignals(layer, z, 0, signals, 0);
          for (let j = 0; j < z.length; j++) expect(signals[j]! > 0).toBe(isFiring(layer, z, j));
        },
      ),
    );
  });

  it('are margins for softmax', () => {
    const signals = new Float64Array(4);
    firingSignals({ activation: 'softmax', neurons: 3 }, [9, 1, 4, 2], 1, signals, 1);
    expect([...signals]).toEqual([0, -3, 2, -2]);
  });

  it('are undefined for sin and linear without a threshold', () => {
    const signals = new Float64Array(2);
    firingSignals({ activation: 'sin', neurons: 2 }, [1, -1], 0, signals, 0);
    expect([...signals]).toEqual([NaN, NaN]);
    firingSignals({ activation: 'sin', neurons: 2 }, [1, -1], 0, signals, 0, 0.5);
    expect([...signals]).toEqual([0.5, -1.5]);
  });

  it('are switched for symmetric functions, on or off for the relu family', () => {
    const rules = Object.fromEntries(activationNames.map((activation) => [activation, firingRule({ activation })]));
    expect(rules).toEqual({
      ...{ sigmoid: 'switched', tanh: 'switched', relu: 'onOff', leakyRelu: 'onOff', elu: 'onOff', gelu: 'onOff' },
      ...{ silu: 'onOff', softplus: 'onOff', linear: null, sin: null, softmax: 'winner' },
    });
    expect(firingRule({ activation: 'sin' }, 0)).toBe('onOff');
    expect(firingRule({ activation: null })).toBeNull();
  });

  it('calls a function symmetric only if flipping z mirrors it', () => {
    for (const name of activationNames) {
      const { f, symmetric, fires } = activationFunctions[name];
      if (f === null || fires === null) continue;
      const mirrored = [0.3, 1, 2.5].every((z) => Math.abs(f(z, 0.01) + f(-z, 0.01) - 2 * f(0, 0.01)) < 1e-6);
      expect([name, symmetric]).toEqual([name, mirrored]);
    }
  });

  it('have a band of 0.4, or a tenth of the deviation of z', () => {
    const z = [1, 10, 3, 10];
    expect([...firingBands({ activation: 'tanh', neurons: 2 }, z, 2)]).toEqual([0.4, 0.4]);
    expect([...firingBands({ activation: 'softmax', neurons: 2 }, z, 2)]).toEqual([0.4, 0.4]);
    expect([...firingBands({ activation: 'relu', neurons: 2 }, z, 2)]).toEqual([0.1, 0]);
  });
});
