import { signedRule } from '../../shared/domain.js';
import { aspectOfPictures } from '../geometry.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { Panel, PanelNumbers } from '../panel.js';
import type { CombinationProps } from '../types.js';
import { finite } from './inputWeights.js';
import type { HeatmapMode } from './mode.js';
import { extremes, picturesPanel, type Pictures } from './pictures.js';
import { pointsOver, pointsView } from './planePoints.js';
import { sliceOf, sliceWords } from './slice.js';
import { affordableResolution } from './resolution.js';

export interface Combination extends Pictures {
  /** Layer of the output. */
  readonly outputLayer: number;
  readonly output: number;
  readonly hidden: number;
}

/**
 * How a boundary is made of neurons: each map of the last hidden layer times its outgoing weight to one output, and last their sum with the
 * bias, which is that output's pre-activation. Everything on one signed scale.
 */
export const combinationMode: HeatmapMode<CombinationProps, Combination> = {
  aspect(_, network) {
    const hidden = network?.layers.at(-2)?.neurons ?? 1;
    return finite(aspectOfPictures({ neurons: hidden + 1, rows: 1, columns: 1 }));
  },

  describe(props, { network }, words) {
    const { layers } = network;
    const layer = layers.length - 2;
    const { output = 0, resolution = affordableResolution(network, layer) } = props;
    const last = layers.at(-1);
    const of = layers[layer];
    if (!last || !of || layer < 1 || output >= last.neurons) return null;
    const names = Array.from({ length: of.neurons }, (_, at) => of.labels?.[at] ?? String(at + 1));
    return {
      ...{ layer, name: of.name, neurons: of.neurons + 1, labels: [...names, words.sumLabel] },
      ...{ rows: resolution, columns: resolution, cells: resolution * resolution },
      rule: { ...signedRule, quantity: 'combination' },
      dotRule: null,
      look: { gap: 0, smooth: true, signsFrom: 0.1, level: 0 },
      what: words.combinationOf(last.labels?.[output] ?? words.neuron(output + 1, null)),
      note: `${sliceWords(props, network, words)}. ${words.combinationNote}`,
      ...{ outputLayer: layers.length - 1, output, hidden: of.neurons },
    };
  },

  views(props, { network, input }) {
    const layer = network.layers.length - 2;
    const { resolution = affordableResolution(network, layer) } = props;
    if (layer < 1) return null;
    return {
      main: { kind: 'responseMaps', layer, resolution, ...sliceOf(props, input) },
      extra: { kind: 'parameters', layers: [layer + 1] },
      points: pointsView(props),
    };
  },
  missing: (words) => words.noHidden,

  read({ main, extra }, description, words) {
    if (main.kind !== 'responseMaps' || extra?.kind !== 'parameters') return null;
    const { outputLayer, output, hidden, cells } = description;
    const { weights, biases } = extra.layers[outputLayer] ?? {};
    if (!weights || !biases || main.maps.length !== hidden * cells) return null;
    const outputs = biases.length;
    const weightOf = (neuron: number): number => weights[neuron * outputs + output] ?? NaN;
    const bias = biases[output] ?? NaN;
    const values = combine(
      main.maps,
      cells,
      Float32Array.from({ length: hidden }, (_, at) => weightOf(at)),
      bias,
    );
    const [x, y] = main.range;
    return {
      ...{ runId: main.runId, values, extents: [values], readings: [null], axes: { x, y } },
      linesOf: (cell, format) => [
        cell < hidden ? words.outgoingWeight(weightOf(cell), format) : words.biasValue(bias, format),
      ],
      subjectOf: (cell) => ({
        neurons: [cell < hidden ? { layer: description.layer, neuron: cell } : { layer: outputLayer, neuron: output }],
        samples: [],
      }),
      summary: (format) => words.pictures(description.what, hidden + 1, extremes(values), format),
    } satisfies PanelNumbers;
  },

  given: () => null,

  panel: combinationPanel,

  points: pointsOver,
};

function combinationPanel(description: Combination, words: ActivationHeatmapMessages): Panel {
  const { name, hidden, labels } = description;
  const panel = picturesPanel(description, words);
  const nameOf = (cell: number): string =>
    cell < hidden ? `${name} · ${words.neuron(cell + 1, null)}` : (labels?.[hidden] ?? words.sumLabel);
  return {
    ...panel,
    areNeurons: false,
    badgedLayer: null,
    groups: panel.groups.map((group) => ({ ...group, title: nameOf, spoken: nameOf })),
    legend: (domains, notFinite) =>
      panel
        .legend(domains, notFinite)
        .map((entry) => (entry.kind === 'sign' ? { ...entry, label: words.zeroLine } : entry)),
  };
}

/** w_j·a_j(x) of each map, then Σ_j w_j·a_j(x) + b: [(neurons + 1) × cells]. */
export function combine(maps: Float32Array, cells: number, weights: Float32Array, bias: number): Float32Array {
  const parts = new Float32Array((weights.length + 1) * cells);
  const sum = parts.subarray(weights.length * cells).fill(bias);
  for (const [neuron, weight] of weights.entries()) {
    const from = neuron * cells;
    for (let cell = 0; cell < cells; cell++) {
      const part = weight * maps[from + cell]!;
      parts[from + cell] = part;
      sum[cell]! += part;
    }
  }
  return parts;
}
