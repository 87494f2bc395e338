import { pictureShape, type NetworkDescription } from '@neuroglow/engine';
import type { GraphNumbers } from '../quantities/numbers.js';

/** The weights into the first layer as pictures, neuron after neuron: [inputs × neurons] turned about, in the input's shape. */
export function inputWeightImages(
  { layers }: NetworkDescription,
  weights: GraphNumbers['weights'],
): NonNullable<GraphNumbers['glyphs']> | null {
  const [input, first] = layers;
  const given = weights?.[1];
  if (!input || !first || !given) return null;
  const inputs = input.neurons;
  const { neurons } = first;
  const values = new Float32Array(given.length);
  for (let i = 0; i < inputs; i++) {
    for (let j = 0; j < neurons; j++) values[j * inputs + i] = given[i * neurons + j]!;
  }
  const [rows, columns] = pictureShape(input.shape) ?? [1, inputs];
  return { rows, columns, values };
}
