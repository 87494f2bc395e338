import type { Activation, InputFeature } from '@neuroglow/engine';
import { pointSets } from './pointSets.js';

/** Everything a reader can set, and so everything a link carries. */
export interface PlaygroundState {
  /** A name in `pointSets`, or 'own'. */
  readonly data: string;
  /** Percent. */
  readonly noise: number;
  /** Percent of the rows to learn from; the others are held out. */
  readonly training: number;
  readonly batch: number;
  /** Of the points. */
  readonly draw: number;
  /** Of the weights. */
  readonly seed: number;
  readonly features: readonly FeatureName[];
  /** Neurons of each hidden layer. */
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly optimizer: OptimizerName;
  readonly rate: number;
  readonly penalty: PenaltyName;
  readonly penaltyRate: number;
  readonly points: PointsName;
  /** Two colours instead of a scale. */
  readonly discrete: boolean;
  /** Controls that are not shown. */
  readonly hide: readonly ControlName[];
}

/** What TensorFlow Playground offers, by names that fit into an address. */
export const features = {
  x: { term: 'value', of: 0 },
  y: { term: 'value', of: 1 },
  xx: { term: 'product', of: [0, 0] },
  yy: { term: 'product', of: [1, 1] },
  xy: { term: 'product', of: [0, 1] },
  sinx: { term: 'sin', of: 0 },
  siny: { term: 'sin', of: 1 },
} as const satisfies Record<string, InputFeature>;
export type FeatureName = keyof typeof features;
export const featureOrder = Object.keys(features).filter(isFeature);

export const activations = [
  'tanh',
  'sigmoid',
  'relu',
  'leakyRelu',
  'elu',
  'gelu',
  'silu',
  'softplus',
  'sin',
  'linear',
] as const satisfies readonly Activation[];
export const optimizers = ['sgd', 'momentum', 'adam'] as const;
export type OptimizerName = (typeof optimizers)[number];
export const penalties = ['none', 'l1', 'l2'] as const;
export type PenaltyName = (typeof penalties)[number];
export const pointNames = ['training', 'test', 'none'] as const;
export type PointsName = (typeof pointNames)[number];
export const controlNames = [
  ...(['data', 'noise', 'split', 'new', 'batch', 'rate', 'optimizer', 'penalty'] as const),
  ...(['inputs', 'layers', 'activation', 'points', 'discrete', 'cost'] as const),
] as const;
export type ControlName = (typeof controlNames)[number];
export const rates = [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] as const;
export const penaltyRates = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] as const;
export const mostLayers = 6;
export const mostNeurons = 8;

export const defaultState: PlaygroundState = {
  data: 'circle',
  noise: 0,
  training: 50,
  batch: 10,
  draw: 1,
  seed: 4,
  features: ['x', 'y'],
  hidden: [4, 2],
  activation: 'tanh',
  optimizer: 'sgd',
  rate: 0.03,
  penalty: 'none',
  penaltyRate: 0,
  points: 'training',
  discrete: false,
  hide: [],
};

/** The state as text that needs no escapes in an address; what is as by default is left out. */
export function writeState(state: PlaygroundState): string {
  const parts = Object.entries(state).map(([name, value]: [string, unknown]) => [name, textOf(value)] as const);
  const defaults = new Map(
    Object.entries(defaultState).map(([name, value]: [string, unknown]) => [name, textOf(value)]),
  );
  return parts
    .filter(([name, text]) => text !== defaults.get(name))
    .map(([name, text]) => `${name}_${text}`)
    .join('*');
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join('.') : String(value);
}

/** The state of such a text; what is not there, or makes no sense, is as by default. */
export function readState(text: string): PlaygroundState {
  const given = new Map(
    text.split('*').map((part) => {
      const [name = '', ...rest] = part.split('_');
      return [name, rest.join('_')];
    }),
  );
  const choice = <T extends string>(name: string, of: readonly T[], byDefault: T): T =>
    of.find((one) => one === given.get(name)) ?? byDefault;
  const among = (name: string, of: readonly number[], byDefault: number): number =>
    of.find((one) => String(one) === given.get(name)) ?? byDefault;
  const whole = (name: string, low: number, high: number, byDefault: number): number =>
    wholeNumber(given.get(name), low, high) ?? byDefault;
  const byDefault = defaultState;
  const hidden = new Set(given.get('hide')?.split('.'));
  return {
    data: choice('data', [...pointSets.map(({ name }) => name), 'own'], byDefault.data),
    noise: whole('noise', 0, 50, byDefault.noise),
    training: whole('training', 10, 90, byDefault.training),
    batch: whole('batch', 1, 100, byDefault.batch),
    draw: whole('draw', 0, 0xffff_ffff, byDefault.draw),
    seed: whole('seed', 0, 0xffff_ffff, byDefault.seed),
    features: featuresIn(given.get('features')),
    hidden: hiddenIn(given.get('hidden')),
    activation: choice('activation', activations, byDefault.activation),
    optimizer: choice('optimizer', optimizers, byDefault.optimizer),
    rate: among('rate', rates, byDefault.rate),
    penalty: choice('penalty', penalties, byDefault.penalty),
    penaltyRate: among('penaltyRate', penaltyRates, byDefault.penaltyRate),
    points: choice('points', pointNames, byDefault.points),
    discrete: given.get('discrete') === 'true',
    hide: controlNames.filter((name) => hidden.has(name)),
  };
}

function wholeNumber(text: string | undefined, low: number, high: number): number | undefined {
  const number = text === undefined || text === '' ? NaN : Number(text);
  return Number.isInteger(number) && number >= low && number <= high ? number : undefined;
}

function featuresIn(text: string | undefined): readonly FeatureName[] {
  const named = new Set(text?.split('.'));
  const known = featureOrder.filter((name) => named.has(name));
  return known.length > 0 ? known : defaultState.features;
}

/** An empty text stands for no hidden layer. */
function hiddenIn(text: string | undefined): readonly number[] {
  if (text === undefined) return defaultState.hidden;
  const sizes = text === '' ? [] : text.split('.').map((size) => wholeNumber(size, 1, mostNeurons));
  const known = sizes.filter((size) => size !== undefined);
  return known.length === sizes.length && sizes.length <= mostLayers ? known : defaultState.hidden;
}

function isFeature(name: string): name is FeatureName {
  return name in features;
}
