import type { DescribeContext } from '../labels/describeContext.js';
import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import type { PassStage } from './pass.js';
import { beforeAfter, signed } from './updateLines.js';

/** Numbers that stand beside a neuron, a line each, where they arise. CSS pixels. */
export interface PassNote {
  readonly layer: number;
  /** −1 stands under the layer as a whole. */
  readonly neuron: number;
  readonly x: number;
  readonly y: number;
  /** Which point of the note `x` and `y` are. */
  readonly side: 'after' | 'before' | 'below' | 'above';
  readonly lines: readonly string[];
}

/** A digit's width and a line's height at the notes' size, with the note's own edge. */
const LETTER = 6.4;
const LINE = 14;
const EDGE = 8;
const AWAY = 5;

/**
 * The numbers of a stop: Σ w·a + b = z and f(z) = a in the forward pass, a beside its target and C under the output at the cost, δ going back, b → b′ in the
 * update. Each layer gets the fullest form that has room for all of its neurons; where none has, the numbers stay in the tooltip.
 */
export function passNotes(
  geometry: GraphGeometry,
  context: DescribeContext,
  numbers: GraphNumbers,
  stage: PassStage,
  cost: number | null,
): PassNote[] {
  const isUpdate = stage.phase === 'update';
  const notes = geometry.layers
    .filter(({ layer, tile }) => !tile && (isUpdate ? layer > 0 : layer === stage.layer))
    .flatMap((here) => layerNotes(geometry, here, context, numbers, stage));
  const last = geometry.layers[geometry.layers.length - 1];
  if (stage.phase === 'cost' && cost !== null && last) {
    notes.push(costNote(geometry, last, context.words.costIs(cost, context.format)));
  }
  return notes;
}

function layerNotes(
  geometry: GraphGeometry,
  here: LayerGeometry,
  context: DescribeContext,
  numbers: GraphNumbers,
  stage: PassStage,
): PassNote[] {
  const forms = [...here.neurons].map((neuron) => formsOf(context, numbers, stage, here.layer, neuron));
  const most = Math.max(0, ...forms.map(({ length }) => length));
  const across = geometry.orientation === 'left-right';
  for (let form = 0; form < most; form++) {
    const parts = forms.map((known) => known[Math.min(form, known.length - 1)] ?? []);
    // In a column the parts stand side by side where they have room, in a row always one under the other.
    const beside = parts.map((own) => (own.length > 0 ? [own.join(' ')] : []));
    for (const lines of across ? [beside, parts] : [parts]) {
      if (fits(geometry, here, lines)) return place(geometry, here, lines);
    }
  }
  return [];
}

/** What could be written beside a neuron, the fullest first; each in parts. */
function formsOf(
  { network, format, words, update }: DescribeContext,
  numbers: GraphNumbers,
  { phase }: PassStage,
  layer: number,
  neuron: number,
): readonly (readonly string[])[] {
  const value = (of: number): string => format.value(of);
  const a = numbers.activations?.[layer]?.[neuron];
  const z = numbers.preActivations?.[layer]?.[neuron];
  const delta = numbers.deltas?.[layer]?.[neuron];
  const arithmeticOf = (): readonly (readonly string[])[] => {
    const b = numbers.biases?.[layer]?.[neuron];
    const f = network.layers[layer]?.activation ?? 'f';
    if (a === undefined || z === undefined || b === undefined) return [];
    const sum = `${value(z - b)} ${signed(b, format)} = ${value(z)}`;
    // Softmax needs all of its layer's z.
    const result = `${f}(${f === 'softmax' ? 'z' : value(z)}) = ${value(a)}`;
    return [
      [`Σ w·a + b = ${sum}`, result],
      [sum, result],
      [`${value(z - b)} ${signed(b, format)}`, `= ${value(z)}`, `${f}(z) = ${value(a)}`],
    ];
  };
  switch (phase) {
    case 'forward':
      if (a === undefined) return [];
      if (layer === 0 || z === undefined) return [[value(a)]];
      return [...arithmeticOf(), [value(z), `→ ${value(a)}`], [value(a)]];
    case 'cost': {
      const target = numbers.target?.[neuron];
      if (a === undefined || target === undefined) return [];
      return [[value(a), words.targetNote(value(target))], [words.targetNote(value(target))]];
    }
    case 'backward':
      return delta === undefined ? [] : [[words.deltaNote(value(delta))], [value(delta)]];
    case 'update': {
      const before = numbers.biases?.[layer]?.[neuron];
      if (delta === undefined || before === undefined || !update) return [];
      const [was, becomes] = beforeAfter(before, before - update.rate * delta, format);
      return [[words.biasNote(was), `→ ${becomes}`], [was, `→ ${becomes}`], [becomes]];
    }
  }
}

function fits(geometry: GraphGeometry, here: LayerGeometry, lines: readonly (readonly string[])[]): boolean {
  const wide = Math.max(0, ...lines.flat().map((line) => line.length)) * LETTER * geometry.wordScale + EDGE;
  const high = Math.max(0, ...lines.map(({ length }) => length)) * LINE * geometry.wordScale;
  const along = roomBeside(geometry, here);
  return geometry.orientation === 'left-right'
    ? wide + AWAY <= along && high <= here.pitch
    : wide <= here.pitch && high + AWAY <= along;
}

/** Notes of the last layer stand on its inner side: outside are labels and bars. */
function isInside(geometry: GraphGeometry, here: LayerGeometry): boolean {
  return here.layer === geometry.layers.length - 1 && here.layer > 0;
}

/** How far it is to the neurons of the next layer, or of the one before. */
function roomBeside(geometry: GraphGeometry, here: LayerGeometry): number {
  const other = geometry.layers[here.layer + (isInside(geometry, here) ? -1 : 1)];
  if (!other)
    return (geometry.orientation === 'left-right' ? geometry.width : geometry.height) - here.main - here.radius;
  return Math.abs(other.main - here.main) - other.reach - here.radius - AWAY;
}

function place(geometry: GraphGeometry, here: LayerGeometry, lines: readonly (readonly string[])[]): PassNote[] {
  const across = geometry.orientation === 'left-right';
  const inside = isInside(geometry, here);
  const main = here.main + (inside ? -1 : 1) * (here.radius + AWAY);
  return [...here.neurons].flatMap((neuron, at): PassNote[] => {
    const own = lines[at] ?? [];
    if (own.length === 0) return [];
    const cross = here.cross[at] ?? 0;
    return [
      {
        layer: here.layer,
        neuron,
        x: across ? main : cross,
        y: across ? cross : main,
        side: across ? (inside ? 'before' : 'after') : inside ? 'above' : 'below',
        lines: own,
      },
    ];
  });
}

/** The cost arises from the output as a whole: it stands at the layer's end. */
function costNote(geometry: GraphGeometry, here: LayerGeometry, line: string): PassNote {
  const across = geometry.orientation === 'left-right';
  const half = (line.length * LETTER * geometry.wordScale + EDGE) / 2;
  const x = across ? Math.min(geometry.width - half, here.main) : Math.max(half, here.low - half);
  const y = across ? Math.min(geometry.height - LINE - 2, here.high + 2) : here.main - LINE / 2;
  return { layer: here.layer, neuron: -1, x, y, side: 'below', lines: [line] };
}
