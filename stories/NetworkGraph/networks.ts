import type { NetworkGraphValues } from '@neuroglow/components';
import {
  createNetwork,
  createValueSource,
  forward,
  type Activation,
  type LayerOptions,
  type ValueSource,
} from '@neuroglow/engine';

/** Networks with made-up weights, the same every time: every state can be shown without training. */
export interface MadeUpOptions {
  readonly layers: readonly (number | LayerOptions)[];
  readonly activation?: Activation;
  readonly outputActivation?: Activation;
  readonly input?: readonly number[];
}

const three = ['..####..', '.##..##.', '.....##.', '...###..', '.....##.', '.....##.', '.##..##.', '..####..'];

/** The digit three on a square of `side` pixels. */
export function digitThree(side: number): number[] {
  return Array.from({ length: side * side }, (_, pixel) => {
    const row = Math.floor((Math.floor(pixel / side) * 8) / side);
    const column = Math.floor(((pixel % side) * 8) / side);
    return three[row]?.[column] === '#' ? 0.75 + 0.25 * Math.abs(Math.sin(pixel * 7.3)) : 0;
  });
}

/** Plain values of a network whose first layer looks for soft spots and whose later ones have a few strong connections. */
export function madeUpNetwork({ layers, activation = 'sigmoid', outputActivation = 'softmax', input }: MadeUpOptions) {
  const network = createNetwork({ layers: [...layers], activation, outputActivation, seed: 5 });
  let state = 3;
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  network.layers.forEach(({ weights, biases }, layer) => {
    const inputs = network.layers[layer - 1]?.neurons ?? 1;
    weights.forEach((_, at) => {
      const spread = (random() + random() + random() - 1.5) * 1.6;
      weights[at] = spread * Math.abs(spread) * (12 / Math.sqrt(inputs));
    });
    biases.forEach((_, at) => (biases[at] = random() * 2 - 1));
  });
  const { neurons = 1 } = network.layers[0] ?? {};
  const values = input ?? Array.from({ length: neurons }, (_, at) => Math.abs(Math.sin(at * 1.7)));
  const { activations, preActivations } = forward(network, Float32Array.from(values));
  return { network, activations, preActivations, input: values } satisfies NetworkGraphValues & {
    readonly input: readonly number[];
  };
}

/** Handwritten digits: 8 × 8 pixels, ten answers. */
export const digits = madeUpNetwork({
  layers: [{ neurons: 64, shape: [8, 8] }, 16, 16, 10],
  input: digitThree(8),
});

/** 28 × 28 pixels: 784-16-16-10. */
export const images = madeUpNetwork({
  layers: [{ neurons: 784, shape: [28, 28] }, 16, 16, { neurons: 10, labels: Array.from('0123456789') }],
  input: digitThree(28),
});

/** A network that has stopped learning: nine of twelve sigmoids in their flat part, and after them a layer of relus that never fires. */
export function stuckSource(): ValueSource {
  const network = createNetwork({
    layers: [6, 12, { neurons: 12, activation: 'relu' }, 3],
    activation: 'sigmoid',
    outputActivation: 'softmax',
    seed: 4,
  });
  const [, saturated, dead] = network.layers;
  for (let neuron = 0; neuron < 9; neuron++) saturated!.biases[neuron] = neuron % 3 === 0 ? -6 : 6;
  dead!.biases.fill(-20);
  const rows = 96;
  const inputs = Float32Array.from({ length: 6 * rows }, (_, at) => Math.abs(Math.sin(at * 1.7)));
  const targets = Float32Array.from({ length: 3 * rows }, (_, at) => (at % 3 === Math.floor(at / 3) % 3 ? 1 : 0));
  return createValueSource({ network, dataset: { inputs, targets, rows }, cost: 'categoricalCrossEntropy' });
}
