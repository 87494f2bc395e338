import {
  ActivationHeatmap,
  CostPlot,
  createDomainGroup,
  Legend,
  NetworkGraph,
  TrainingControls,
} from '@neuroglow/components';
import { createNetwork, createTraining, xorDataset, type TrainingSession } from '@neuroglow/engine';
import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { createElement, type ComponentType } from 'react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

/** Fixed, so that a failure can be repeated. */
const seed = 20_261_127;
const cases = 150;
/** Milliseconds from rendering to a page that answers, slow callbacks included. */
const limit = 4000;

let session: TrainingSession;
const uncaught: unknown[] = [];
const onError = (event: ErrorEvent | PromiseRejectionEvent): void => {
  uncaught.push('reason' in event ? event.reason : event.message);
};

beforeAll(async () => {
  session = createTraining({ network: createNetwork({ layers: [2, 4, 1], seed: 3 }), dataset: xorDataset() });
  await session.step(3);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onError);
});
afterEach(cleanup);
afterAll(() => {
  session.dispose();
  window.removeEventListener('error', onError);
  window.removeEventListener('unhandledrejection', onError);
});

const texts = fc.constantFrom(
  '',
  '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>',
  '</title></svg><svg onload="window.hacked=true">',
  'עברית ולידה של רשת',
  'مرحبا بالعالم',
  '\u202Eright to left override\u202C',
  'a very long label '.repeat(200),
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
  '\u0000\uFFFF\uD800',
  'ordinary',
);
const numbers = fc.oneof(
  fc.double({ noDefaultInfinity: false }),
  fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1e308, -1e-308, 2 ** 53, 0.5, 1, 3),
);
const junk = fc.oneof(
  numbers,
  texts,
  fc.constantFrom(null, undefined, true, false, [], {}, () => null),
  fc.array(numbers, { maxLength: 5 }),
);
const rows = fc.array(numbers, { maxLength: 40 });
/** Lengths that fit often enough to be drawn. */
const odd = <T,>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: junk });

const messages = odd(
  fc.constantFrom<unknown>(
    {},
    { label: '<b>bold</b>', neuron: () => '<i>x</i>', activation: '\u202Eabc' },
    {
      summary: () => {
        throw new Error('A message that throws.');
      },
    },
    { notFinite: () => 'x'.repeat(10_000), empty: '' },
  ),
);
const common = {
  messages,
  locale: fc.constantFrom('en', 'de', 'ar', 'he', undefined),
  theme: odd(fc.constantFrom('light', 'dark', 'auto')),
  aspect: odd(fc.constantFrom(0.5, 1, 2.4)),
  selection: fc.constantFrom(undefined, { neurons: [{ layer: 9, neuron: -1 }], samples: [1e9] }),
  'aria-label': texts,
};
const props = (own: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Record<string, unknown>> =>
  fc.record({ ...common, ...own }, { requiredKeys: [] });

const network = fc.constantFrom(
  createNetwork({ layers: [2, 3, 1] }),
  createNetwork({
    layers: [
      { neurons: 2, labels: ['<script>window.hacked = true</script>', 'עברית'] },
      { neurons: 3, name: '👩‍👩‍👧‍👦'.repeat(50) },
      2,
    ],
    outputActivation: 'softmax',
  }),
);
const layer = fc.record({
  name: texts,
  values: odd(rows),
  labels: odd(fc.constant(null)),
  shape: odd(fc.constant(null)),
});
const colors = fc.constantFrom<unknown>(
  'activation',
  'bias',
  'change',
  'nothing of the kind',
  () => 'rebeccapurple',
  () => NaN,
  () => 'url(javascript:alert(1))',
  () => ({ not: 'a colour' }),
  () => {
    throw new Error('A colour that throws.');
  },
  () => {
    const until = performance.now() + 5;
    while (performance.now() < until);
    return 0.5;
  },
);

const components: readonly (readonly [
  name: string,
  Component: unknown,
  props: fc.Arbitrary<Record<string, unknown>>,
])[] = [
  [
    'ActivationHeatmap',
    ActivationHeatmap,
    props({
      mode: odd(fc.constantFrom('layers', 'inputWeights', 'responseMaps', 'confusion', 'matrix')),
      source: fc.constantFrom('session', undefined),
      values: odd(
        fc.oneof(
          fc.record({ layers: odd(fc.array(layer, { maxLength: 4 })) }),
          fc.record({
            rows: odd(fc.constant(2)),
            columns: odd(fc.constant(3)),
            values: odd(fc.array(numbers, { minLength: 6, maxLength: 6 })),
          }),
          fc.record({ classes: odd(fc.constant(2)), counts: odd(fc.array(numbers, { minLength: 4, maxLength: 4 })) }),
          fc.record({
            ...{ name: texts, neurons: odd(fc.constant(2)), rows: odd(fc.constant(2)), columns: odd(fc.constant(2)) },
            pictures: odd(fc.array(numbers, { minLength: 8, maxLength: 8 })),
          }),
          fc.constant(undefined),
        ),
      ),
      layer: odd(fc.constantFrom(1, 2)),
      plane: odd(fc.constant([0, 1])),
      range: odd(
        fc.constant([
          [-1, 1],
          [-1, 1],
        ]),
      ),
      resolution: odd(fc.constantFrom(2, 16)),
      points: odd(
        fc.constantFrom<unknown>('training', 'validation', { inputs: [0, 1, 1, 0], classes: [0, 1] }, { inputs: [1] }),
      ),
      threshold: odd(fc.constantFrom(true, false, 0.5)),
      discretize: odd(fc.boolean()),
      quantity: odd(fc.constantFrom('activation', 'preActivation')),
      domain: odd(fc.constantFrom<unknown>('run', 'frame', [-1, 1], [1, 1], createDomainGroup())),
      of: odd(fc.constantFrom('training', 'validation')),
      legend: odd(fc.boolean()),
    }),
  ],
  [
    'NetworkGraph',
    NetworkGraph,
    props({
      source: fc.constantFrom('session', undefined),
      values: odd(fc.record({ network: odd(network), activations: odd(fc.constant(undefined)) })),
      neuronColor: odd(colors),
      connectionColor: odd(fc.constantFrom('weight', 'gradient')),
      orientation: odd(fc.constantFrom('left-to-right', 'top-to-bottom')),
      connections: odd(fc.constantFrom<unknown>('all', 'none', { strongest: 3 })),
      neuronGlyph: odd(fc.constantFrom('responseMap', 'inputWeights')),
      collapse: odd(fc.constantFrom('auto', 'none')),
      margin: odd(fc.constantFrom(0, 20)),
      renderNeuron: odd(fc.constant(() => null)),
    }),
  ],
  [
    'CostPlot',
    CostPlot,
    props({
      source: fc.constantFrom('session', undefined),
      values: odd(fc.oneof(fc.record({ training: odd(fc.record({ costs: odd(rows) })) }), fc.constant(undefined))),
      scale: odd(fc.constantFrom('linear', 'log')),
      smoothing: odd(fc.constantFrom(0, 10)),
      points: odd(fc.constantFrom(8, 100)),
    }),
  ],
  [
    'TrainingControls',
    TrainingControls,
    props({
      source: fc.constantFrom('session', undefined),
      show: odd(fc.constantFrom([], ['commands'], ['nothing of the kind'])),
      paces: odd(fc.constantFrom([1, 10], ['fastest'])),
      until: odd(fc.constant({ step: 10 })),
      stepCount: odd(fc.constant(1)),
    }),
  ],
  [
    'Legend',
    Legend,
    props({
      entries: odd(
        fc.array(
          fc.oneof(
            fc.record({
              kind: fc.constant('scale'),
              label: texts,
              domain: odd(fc.tuple(numbers, numbers)),
              notFinite: numbers,
            }),
            fc.record({
              kind: fc.constant('swatch'),
              label: texts,
              color: odd(fc.constantFrom('red', 'url(x)', '</style>')),
            }),
          ),
          { maxLength: 5 },
        ),
      ),
    }),
  ],
];

/** What an engine says of a program's own mistake. */
const unreadable = /Cannot (read|use|convert)|is not (a function|iterable|an object)|undefined \(/;

describe('whatever a component is given', () => {
  it.each(components)(
    '%s stays in its box, runs no markup and answers in time',
    async (_, Component, arbitrary) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await fc.assert(
        fc.asyncProperty(arbitrary, async ({ source, ...given }) => {
          uncaught.length = 0;
          const started = performance.now();
          // A case that fails is shrunk, which renders more.
          cleanup();
          const { unmount, container } = render(
            <>
              {createElement(Component as ComponentType<Record<string, unknown>>, {
                ...given,
                source: source === 'session' ? session : null,
                style: { width: 400 },
              })}
              <p>neighbour</p>
            </>,
          );
          await new Promise((resolve) => setTimeout(resolve, 20));
          for (const { textContent } of screen.queryAllByRole('alert')) {
            if (unreadable.test(textContent)) expect(textContent).toMatch(/check the component’s props/);
          }
          expect(screen.getByText('neighbour')).toBeInTheDocument();
          expect(container.querySelector('.neuroglow')).not.toBeNull();
          expect(container.querySelector('script, img, iframe')).toBeNull();
          expect(window).not.toHaveProperty('hacked');
          unmount();
          expect(uncaught).toEqual([]);
          expect(performance.now() - started).toBeLessThan(limit);
        }),
        { seed, numRuns: cases, endOnFailure: true },
      );
    },
    120_000,
  );
});
