import type { LayerDescription, LayerSpaceFrame } from '@neuroglow/engine';
import { activationRule } from '../../shared/domain.js';
import { PointList } from '../PointList.js';
import type { CellGroup } from '../geometry.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { Axes, MovingPoints, Panel, PanelNumbers } from '../panel.js';
import type { LayerSpaceProps } from '../types.js';
import type { HeatmapMode } from './mode.js';
import { planeLabels, planeLines, planeRoom } from './plane.js';
import { checkLength } from './refuse.js';

export interface Space {
  readonly layer: number;
  readonly name: string;
  readonly neurons: number;
  /** Names of both axes; null for principal components, which say what they explain. */
  readonly axisNames: readonly [x: string, y: string] | null;
  /** The step at which components were fitted; null for plain neurons. */
  readonly fittedAt: number | null;
  readonly classNames: readonly string[] | null;
  readonly of: 'training' | 'validation' | null;
  /** Sides with fixed ends. */
  readonly sides: Axes | null;
}

/** The data set as a layer sees it: a point per row, moving as the network learns. */
export const layerSpaceMode: HeatmapMode<LayerSpaceProps, Space> = {
  aspect: () => 0.92,

  prepare({ fit = 'first', ...props }, { network }, words) {
    const of = network.layers[props.layer ?? 1];
    if (!of || !isPrincipal(props, of)) return null;
    return { view: viewOf(props), at: fit === 'first' ? 'live' : fit, again: words.fitAgain };
  },

  describe(props, { network: { layers }, prepared }, words) {
    const { layer = 1, axes } = props;
    const of = layers[layer];
    if (!of) return null;
    const components = prepared?.kind === 'layerSpace' ? prepared.components : null;
    const name = (neuron: number): string => of.labels?.[neuron] ?? words.neuron(neuron + 1, null);
    const pair = Array.isArray(axes)
      ? (axes as readonly [number, number])
      : of.neurons === 1
        ? null
        : ([0, 1] as const);
    const plain = !isPrincipal(props, of);
    return {
      ...{ layer, name: of.name, neurons: of.neurons, classNames: layers.at(-1)?.labels ?? null },
      of: props.of ?? 'training',
      axisNames: plain ? (pair ? [name(pair[0]), name(pair[1])] : [name(0), '']) : null,
      fittedAt: components?.step ?? null,
      sides: plain ? sidesOf(of) : null,
    };
  },

  views(props, { network: { layers }, prepared }) {
    const of = layers[props.layer ?? 1];
    const components = prepared?.kind === 'layerSpace' ? prepared.components : null;
    if (of && isPrincipal(props, of) && !components) return null;
    return { main: { ...viewOf(props), ...(components && { axes: components }) } };
  },
  missing: (words) => words.noComponents,

  read({ main }, description, words) {
    if (main.kind !== 'layerSpace' || main.layer !== description.layer) return null;
    const { points: at, classes, rows } = main;
    const { classNames, of } = description;
    const points: MovingPoints = { at, classes, classNames, rows, of };
    return numbersOf(main.runId, points, main.explained, description, words, main);
  },

  given({ values }, words) {
    if (!values) return null;
    const { points, classes = null, classNames = null, name = words.label, axisNames = ['x', 'y'] } = values;
    const count = Math.floor(points.length / 2);
    checkLength('points', points, 2 * count, `${count} × 2`, 'pass x and y of each point');
    if (classes) checkLength('classes', classes, count, String(count), 'pass one per point, or none');
    const description: Space = {
      ...{ layer: 0, name, neurons: 2, axisNames, fittedAt: null, classNames, sides: null, of: null },
    };
    const at = Float32Array.from(points);
    const moving: MovingPoints = { at, classes, classNames, rows: null, of: null };
    return { description, numbers: numbersOf('values', moving, null, description, words, null) };
  },

  panel: spacePanel,
};

function isPrincipal({ axes }: LayerSpaceProps, { neurons }: LayerDescription): boolean {
  return neurons > 2 && (axes === undefined || axes === 'principal');
}

function viewOf({ layer = 1, axes, of, rows = 1024 }: LayerSpaceProps): {
  readonly kind: 'layerSpace';
  readonly layer: number;
} {
  return {
    ...{ kind: 'layerSpace', layer, rows },
    ...(axes !== undefined && { axes }),
    ...(of !== undefined && { of }),
  };
}

/** Sides of neurons whose activations have fixed ends. */
function sidesOf({ activation }: LayerDescription): Axes | null {
  const rule = activation === null ? null : activationRule(activation);
  return rule?.kind === 'fixed' ? { x: rule.domain, y: rule.domain } : null;
}

function numbersOf(
  runId: string,
  points: MovingPoints,
  explained: readonly [number, number] | null,
  description: Space,
  words: ActivationHeatmapMessages,
  frame: LayerSpaceFrame | null,
): PanelNumbers {
  const { fittedAt, sides, name } = description;
  const count = points.at.length / 2;
  return {
    ...{ runId, values: points.at, extents: [], readings: [null], points },
    ...(sides ? { axes: sides } : { reach: reachOf(points.at, explained !== null) }),
    ...(explained && {
      remark: (format) => words.explained(explained[0], explained[1], fittedAt ?? frame?.step ?? 0, format),
    }),
    summary: (format) => words.spaceSummary(name, count, explained, format),
  };
}

/** How far points reach; components have one unit, so both sides are alike. */
function reachOf(points: Float32Array, isSquare: boolean): Axes {
  const reach = { x: [0, 0], y: [0, 0] };
  for (let at = 0; at < points.length; at++) {
    const value = points[at]!;
    if (!Number.isFinite(value)) continue;
    const side = at % 2 === 0 ? reach.x : reach.y;
    if (value < side[0]!) side[0] = value;
    else if (value > side[1]!) side[1] = value;
  }
  const [x, y] = [reach.x, reach.y] as [[number, number], [number, number]];
  if (!isSquare) return { x, y };
  const most = Math.max(-x[0], x[1], -y[0], y[1]);
  return { x: [-most, most], y: [-most, most] };
}

function spacePanel(description: Space, words: ActivationHeatmapMessages): Panel {
  const { layer, name, axisNames } = description;
  const named = axisNames ?? [words.component(1), words.component(2)];
  return {
    layoutFor({ width, height }, format, axes) {
      const side = Math.max(
        0,
        Math.min(width - planeRoom.left - planeRoom.right, height - planeRoom.bottom - planeRoom.top),
      );
      const group: CellGroup = {
        ...{ layer, neurons: 1, columns: 1, x: planeRoom.left, y: planeRoom.top, pitchX: side, pitchY: side },
        ...{ cellWidth: side, cellHeight: side },
      };
      return {
        ...{ groups: [group], blocks: [], caption: 0 },
        lines: axes ? planeLines(group, axes) : [],
        labels: axes ? planeLabels(group, axes, named, format) : [],
      };
    },
    rules: [],
    ...{ hasDots: false, areNeurons: false },
    groups: [{ name: words.spaceOf(name), title: String, spoken: String, quantity: '' }],
    look: { gap: 0, signsFrom: 1, framed: true },
    legend: (_, notFinite) =>
      notFinite > 0 ? [{ kind: 'sign', sign: '', label: words.pointsNotFinite(notFinite / 2) }] : [],
    note: axisNames ? words.spaceOfNeurons : words.spaceOfComponents,
    overlay: PointList,
  };
}
