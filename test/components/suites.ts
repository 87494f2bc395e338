import {
  ActivationHeatmap,
  CostPlot,
  LearningTrace,
  Legend,
  NetworkGraph,
  TimelineScrubber,
  TrainingControls,
} from '@neuroglow/components';
import { manualTimeline } from '../hooks/manualTimeline.js';
import type { Conformance } from './conformance.js';
import { scriptedSource, smallNetwork } from './scriptedSource.js';

/** Every component, with what its conformance is shown on. Each is given to `use` alone, with the type of its own props. */
export function eachComponent(use: <P extends object>(suite: Conformance<P>) => void): void {
  use({
    Component: ActivationHeatmap,
    name: 'activation-heatmap',
    label: 'Activation heat map',
    props: { values: { layers: [{ name: 'hidden 1', values: [0, 0.5, 1], activation: 'sigmoid' }] } },
    bad: {
      props: { values: { layers: [{ name: 'hidden 1', values: [1, 2, 3], shape: [2, 2] }] } },
      says: /expected layer “hidden 1” of shape 2 × 2 to have 4 values, got 3/,
    },
    noSource: /there is no source/,
    word: { messages: { activation: 'Aktivierung' }, says: /Aktivierung/ },
    german: {
      props: { values: { layers: [{ name: 'hidden 1', values: [1500.5] }] } },
      says: /2\.000/,
    },
  });

  use({
    Component: CostPlot,
    name: 'cost-plot',
    label: 'Cost by step',
    props: { values: [{ values: [1.25, 0.5] }] },
    bad: {
      props: { values: [{ steps: [3, 2], values: [1, 2] }] },
      says: /expected the training steps to ascend, got 2 at index 1/,
    },
    noSource: /there is no source/,
    word: { messages: { training: 'Lernen' }, says: /Lernen/ },
    german: { props: { values: [{ values: [0.5] }] }, says: /0,5000/ },
  });

  use({
    Component: LearningTrace,
    name: 'learning-trace',
    label: 'Learning trace',
    props: { values: smallTrace },
    bad: {
      props: { values: { ...smallTrace, costs: [1] } },
      says: /expected 3 costs, one per step, got 1/,
    },
    noSource: /there is no source/,
    word: { messages: { noDrops: 'Kein Abfall' }, says: /Kein Abfall/ },
    german: {
      props: { values: { ...smallTrace, steps: [0, 1000, 2000], drops: [longDrop] } },
      says: /1\.000/,
    },
  });

  use({
    Component: TrainingControls,
    name: 'training-controls',
    label: 'Training',
    props: { source: scriptedSource() },
    bad: null,
    noSource: /there is no source/,
    word: { messages: { start: 'Los' }, says: /Los/ },
    german: { props: { source: scriptedSource({ snapshot: { step: 4310 } }) }, says: /4\.310/ },
  });

  use({
    Component: TimelineScrubber,
    name: 'timeline-scrubber',
    label: 'Timeline',
    props: { source: scriptedSource({ timeline: manualTimeline() }) },
    bad: null,
    noSource: /there is no source/,
    word: { messages: { live: 'Jetzt' }, says: /Jetzt/ },
    german: {
      props: { source: scriptedSource({ timeline: manualTimeline({ last: 20_000 }) }), defaultCursor: 4310 },
      says: /20\.000/,
    },
  });

  use({
    Component: Legend,
    name: 'legend',
    label: 'Legend',
    props: { entries: [{ kind: 'scale', label: 'weight', domain: [-0.5, 0.5], notFinite: 2 }] },
    bad: null,
    noSource: null,
    word: { messages: { notFinite: (count: number) => `keine Zahlen: ${count}` }, says: /keine Zahlen: 2/ },
    german: { props: { entries: [{ kind: 'scale', label: 'weight', domain: [-0.5, 0.5] }] }, says: /−0,5/ },
  });

  use({
    Component: NetworkGraph,
    name: 'network-graph',
    label: 'Network',
    props: { values: { network: smallNetwork } },
    bad: {
      props: { values: { network: smallNetwork, activations: [new Float32Array(2)] } },
      says: /expected activations for 3 layers, got 1/,
    },
    noSource: /there is no source/,
    word: { messages: { biasRing: 'Schwelle (Ring)' }, says: /Schwelle \(Ring\)/ },
    german: {
      props: { values: { network: smallNetwork, firingRates: undefined }, neuronColor: 'change', changeSince: 4310 },
      says: /4\.310/,
    },
  });
}

const smallTrace = {
  steps: [0, 1, 2],
  costs: [1, 1, 1],
  rows: [{ layer: 1, neuron: 0, activations: [0, 0.5, 1], biases: [0, 0, 0] }],
};

const longDrop = {
  ...{ from: 1000, to: 2000, steepest: 1500, fall: 1, share: 1, fromStart: false, provisional: false },
};
