import type { SampleActivationsFrame } from '@neuroglow/engine';
import { activationRule, signedRule } from '../../shared/domain.js';
import type { ScaleRule } from '../../shared/domainChoice.js';
import type { Box, CellGroup, HeatmapLayout } from '../geometry.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { CellSpan, Panel, PanelNumbers, PlacedLabel } from '../panel.js';
import type { SamplesProps } from '../types.js';
import type { HeatmapMode } from './mode.js';
import { checkNames } from './matrix.js';
import { normalizedRule, normalizeValues, type Normalize } from './normalize.js';
import { extremes } from './pictures.js';
import { checkCounts, checkLength } from './refuse.js';
import { classRuns, orderRows, type ClassRun } from './sampleOrder.js';

export interface Samples {
  readonly layer: number;
  readonly name: string;
  readonly neurons: number;
  readonly labels: readonly string[] | null;
  readonly columns: number;
  readonly runs: readonly ClassRun[];
  readonly classNames: readonly string[] | null;
  readonly order: 'index' | 'magnitude' | 'selectivity';
  readonly normalize: Normalize;
  readonly rule: ScaleRule;
  readonly what: string;
}

const nameWidth = 34;
const classHeight = 18;
/** Rows lower than this pixel share a page no longer. */
const smallestRow = 1;

/** Neurons down, examples across, the examples grouped by class: which neurons tell classes apart. */
export const samplesMode: HeatmapMode<SamplesProps, Samples> = {
  aspect: ({ values, layer = 1 }, network) => {
    const neurons = values?.neurons ?? network?.layers[layer]?.neurons ?? 16;
    return Math.min(2.2, Math.max(0.9, 560 / (Math.min(360, neurons * 14) + 90)));
  },

  // Which examples there are, and in which order, does not change while the network learns.
  prepare: (props) => ({ view: viewOf(props), at: 'live', again: null }),

  describe(
    { layer = 1, order = 'index', quantity = 'activation', normalize = 'none' },
    { network: { layers }, prepared },
    words,
  ) {
    const of = layers[layer];
    if (!of || prepared?.kind !== 'sampleActivations') return null;
    return {
      ...{ layer, name: of.name, neurons: of.neurons, labels: of.labels, order, columns: prepared.rows.length },
      runs: prepared.classes ? classRuns(prepared.classes) : [],
      classNames: layers.at(-1)?.labels ?? null,
      rule: normalizedRule(
        { ...(quantity === 'preActivation' ? signedRule : activationRule(of.activation)), quantity },
        normalize,
      ),
      normalize,
      what:
        normalize === 'none'
          ? words.responseOf(of.name, words[quantity])
          : words.normalized(words.responseOf(of.name, words[quantity]), normalize),
    };
  },

  views: (props) => ({ main: viewOf(props) }),
  missing: (words) => words.waiting,

  read({ main, isRunning = false, memory }, description, words) {
    if (main.kind !== 'sampleActivations' || main.rows.length !== description.columns) return null;
    if (main.neurons !== description.neurons) return null;
    // Rows that changed places while one watches could not be followed.
    const order = (isRunning ? memory?.order : null) ?? orderRows(main, description.order);
    if (memory) memory.order = order;
    return numbersOf(main, order, description, words);
  },

  given({ values, order = 'index' }, words) {
    if (!values) return null;
    const {
      name,
      neurons,
      samples,
      activations,
      classes = null,
      classNames = null,
      layer = 1,
      activation = null,
    } = values;
    checkCounts({ neurons, samples });
    checkLength('activations', activations, neurons * samples, `${neurons} × ${samples}`, 'pass neuron after neuron');
    if (classes)
      checkLength('classes', classes, samples, `${samples}`, 'pass the class of each sample, samples sorted by class');
    checkNames('classNames', classNames, Math.max(0, ...Array.from(classes ?? [])) + 1);
    const frame: SampleActivationsFrame = {
      kind: 'sampleActivations',
      of: 'training',
      ...{ runId: 'values', step: 0, layer, neurons },
      rows: Uint32Array.from({ length: samples }, (_, at) => at),
      classes: classes && Uint32Array.from(classes),
      values: Float32Array.from(activations),
      selectivity: null,
    };
    const description: Samples = {
      ...{ layer, name, neurons, labels: null, order, columns: samples, classNames },
      runs: frame.classes ? classRuns(frame.classes) : [],
      normalize: 'none',
      rule: { ...activationRule(activation), quantity: 'activation' },
      what: words.responseOf(name, words.activation),
    };
    return {
      description,
      numbers: { ...numbersOf(frame, orderRows(frame, order), description, words), subjectOf: () => null },
    };
  },

  panel: samplesPanel,
};

function viewOf({ layer = 1, of, rows, quantity }: SamplesProps): {
  readonly kind: 'sampleActivations';
  readonly layer: number;
} {
  return {
    ...{ kind: 'sampleActivations', layer },
    ...(of !== undefined && { of }),
    ...(rows !== undefined && { rows }),
    ...(quantity !== undefined && { quantity }),
  };
}

function numbersOf(
  frame: SampleActivationsFrame,
  order: Uint32Array,
  { name, layer, neurons, columns, classNames, order: by, normalize }: Samples,
  words: ActivationHeatmapMessages,
): PanelNumbers {
  const values = normalizeValues(inOrder(frame.values, order, columns), columns, normalize);
  const { rows, classes, selectivity, of } = frame;
  const neuronOf = (cell: number): number => order[Math.floor(cell / columns)] ?? 0;
  const className = (column: number): string | null => {
    const at = classes?.[column];
    return at === undefined ? null : (classNames?.[at] ?? String(at));
  };
  return {
    ...{ runId: frame.runId, values, extents: [values], readings: [values] },
    nameCell: (cell) =>
      words.sampleCell(name, neuronOf(cell) + 1, (rows[cell % columns] ?? 0) + 1, className(cell % columns)),
    linesOf: (cell, format) => (selectivity ? [words.selectivity(selectivity[neuronOf(cell)] ?? NaN, format)] : []),
    subjectOf: (cell) => ({
      neurons: [{ layer, neuron: neuronOf(cell) }],
      samples: of === 'probes' ? [] : [rows[cell % columns] ?? 0],
      ...(of !== 'probes' && { samplesOf: of }),
    }),
    spansOf: (selection) => {
      const spans: CellSpan[] = [];
      for (const picked of selection.neurons) {
        const row = picked.layer === layer ? order.indexOf(picked.neuron) : -1;
        if (row >= 0) spans.push({ column: 0, row, columns, rows: 1 });
      }
      if (of === (selection.samplesOf ?? 'training')) {
        for (const sample of selection.samples.slice(0, 100)) {
          const column = rows.indexOf(sample);
          if (column >= 0) spans.push({ column, row: 0, columns: 1, rows: neurons });
        }
      }
      return spans;
    },
    remark: (format) => words.sampleRemark(columns, by, format),
    summary: (format) => words.matrix(words.samplesOf(name), neurons, columns, extremes(values), format),
  };
}

function inOrder(values: Float32Array, order: Uint32Array, columns: number): Float32Array {
  if (order.every((neuron, row) => neuron === row)) return values;
  const sorted = new Float32Array(values.length);
  for (const [row, neuron] of order.entries()) {
    sorted.set(values.subarray(neuron * columns, (neuron + 1) * columns), row * columns);
  }
  return sorted;
}

function samplesPanel(description: Samples, words: ActivationHeatmapMessages): Panel {
  const { name, neurons, columns, runs, classNames, rule, what } = description;
  const unknown = (cell: number): string =>
    words.matrixCell(String(Math.floor(cell / columns) + 1), String((cell % columns) + 1));
  const layoutFor: Panel['layoutFor'] = ({ width, height }, _format, _axes, page) => {
    const bottom = runs.length > 0 ? classHeight : 0;
    const perPage = Math.max(16, Math.floor((height - bottom) / smallestRow));
    const pages = Math.ceil(neurons / perPage);
    const firstRow = Math.min(page, pages - 1) * perPage;
    const rows = Math.min(perPage, neurons - firstRow);
    const group: CellGroup = {
      ...{ layer: description.layer, neurons: rows * columns, first: firstRow * columns, columns, x: nameWidth, y: 0 },
      ...sizesOf(Math.max(1, width - nameWidth) / columns, Math.min(28, Math.max(1, height - bottom) / rows)),
    };
    return {
      ...layoutOf(group, rows, columns),
      pages,
      lines: linesOf(group, rows),
      labels: labelsOf(group, rows, firstRow),
    };
  };
  return {
    layoutFor,
    rules: [rule],
    ...{ hasDots: false, areNeurons: false },
    groups: [
      {
        name: words.matrixOf(words.samplesOf(name), neurons, columns),
        title: unknown,
        spoken: unknown,
        quantity: words.activation,
      },
    ],
    look: { gap: 0, signsFrom: 0.15 },
    legend: (domains, notFinite) =>
      domains.map((domain) => ({
        ...{ kind: 'scale', domain, notFinite, label: domain[0] < 0 ? words.signed(what) : what },
        scale: domain[0] < 0 ? 'signedActivation' : 'sequential',
      })),
    note: words.samplesAxes(runs.length > 0),
  };

  function linesOf({ x, y, pitchX, pitchY }: CellGroup, rows: number): readonly Box[] {
    return runs.slice(1).map(({ start }) => ({ x: x + start * pitchX - 0.75, y, width: 1.5, height: rows * pitchY }));
  }

  function labelsOf({ x, y, pitchX, pitchY }: CellGroup, rows: number, firstRow: number): PlacedLabel[] {
    const classLabels = runs.flatMap(({ of, start, count }): PlacedLabel[] => {
      const text = classNames?.[of] ?? String(of);
      const room = count * pitchX;
      if (room < 10) return [];
      return [
        {
          text,
          x: x + start * pitchX,
          y: y + rows * pitchY + 1,
          width: room,
          height: classHeight,
          align: 'center',
          slot: 'labels',
        },
      ];
    });
    // Rows stand in an order that may change, so only an order by index can be numbered.
    if (description.order !== 'index') return classLabels;
    const every = Math.max(1, Math.ceil(13 / pitchY));
    const numbered = Array.from({ length: Math.ceil(rows / every) }, (_, at) => at * every);
    return [
      ...classLabels,
      ...numbered.map((row): PlacedLabel => ({
        ...{ text: String(firstRow + row + 1), x: 0, y: y + row * pitchY + (pitchY - 13) / 2, width: nameWidth - 6 },
        ...{ height: 13, align: 'end', slot: 'labels' },
      })),
    ];
  }
}

function sizesOf(
  cellWidth: number,
  cellHeight: number,
): Pick<CellGroup, 'pitchX' | 'pitchY' | 'cellWidth' | 'cellHeight'> {
  return { pitchX: cellWidth, pitchY: cellHeight, cellWidth, cellHeight };
}

function layoutOf(
  group: CellGroup,
  rows: number,
  columns: number,
): Pick<HeatmapLayout, 'groups' | 'blocks' | 'caption'> {
  const { x, y, pitchX, pitchY, first = 0 } = group;
  const block = { x, y, width: columns * pitchX, height: rows * pitchY, rows, columns, offset: first };
  return { groups: [group], blocks: [block], caption: 0 };
}
