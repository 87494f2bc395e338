import { NeuroglowError } from '@neuroglow/engine';
import { colorWord } from '../../shared/colorTable.js';
import { parseColor } from '../../shared/cssColor.js';
import type { GraphNumbers } from './numbers.js';

/** What is known of one neuron. */
export interface NeuronNumbers {
  readonly layer: number;
  readonly neuron: number;
  readonly activation: number | null;
  readonly preActivation: number | null;
  /** null in the input layer. */
  readonly bias: number | null;
  /** δ = ∂C/∂z. */
  readonly gradient: number | null;
}

/** Gives a neuron a number for the colour scale, or a CSS colour. */
export type NeuronColorFunction = (neuron: NeuronNumbers) => number | string;

/** What a colour function gives all neurons. */
export interface PaintedNeurons {
  readonly values: readonly Float32Array[];
  /** Colour words in place of values; 0 for none. */
  readonly words: readonly Uint32Array[];
  /** Whether any neuron has a number for the colour scale. */
  readonly isScaled: boolean;
}

/** What is known of a neuron in these numbers. */
export function neuronNumbers(numbers: GraphNumbers, layer: number, neuron: number): NeuronNumbers {
  return {
    layer,
    neuron,
    activation: numbers.activations?.[layer]?.[neuron] ?? null,
    preActivation: numbers.preActivations?.[layer]?.[neuron] ?? null,
    bias: layer > 0 ? (numbers.biases?.[layer]?.[neuron] ?? null) : null,
    gradient: layer > 0 ? (numbers.deltas?.[layer]?.[neuron] ?? null) : null,
  };
}

/** Asks a colour function about every neuron. */
export function paintNeurons(
  paint: NeuronColorFunction,
  numbers: GraphNumbers,
  counts: readonly number[],
): PaintedNeurons {
  let isScaled = false;
  const values = counts.map((count) => new Float32Array(count).fill(NaN));
  const words = counts.map((count) => new Uint32Array(count));
  counts.forEach((count, layer) => {
    for (let neuron = 0; neuron < count; neuron++) {
      const result = ask(paint, neuronNumbers(numbers, layer, neuron));
      if (typeof result === 'number') {
        values[layer]![neuron] = result;
        isScaled = true;
      } else if (parseColor(result)) {
        words[layer]![neuron] = colorWord(result);
        // Not a number, so it does not affect the scale.
        values[layer]![neuron] = 0;
      }
    }
  });
  return { values, words, isScaled };
}

function ask(paint: NeuronColorFunction, neuron: NeuronNumbers): number | string {
  try {
    return paint(neuron);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NeuroglowError(
      'invalid-option',
      `neuronColor: expected a number or a CSS colour for layer ${neuron.layer}, neuron ${neuron.neuron}, got an exception (${reason}); fix the function, or return NaN for a neuron without a value.`,
      { cause: error },
    );
  }
}
