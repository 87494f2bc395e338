import type { LearningTraceValues } from '@neuroglow/components';

/** A made-up run of 42 neurons over 800 steps, one of which is not a number for a while. */
export function manyNeurons(): LearningTraceValues {
  const steps = Array.from({ length: 400 }, (_, i) => i * 2);
  const shapes = [16, 16, 10];
  const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
  return {
    steps,
    costs: steps.map((step) => 0.05 + 0.85 * sigmoid((400 - step) / 20)),
    rows: shapes.flatMap((neurons, l) =>
      Array.from({ length: neurons }, (_, neuron) => {
        const middle = 150 + 37 * neuron - 60 * l;
        const sign = neuron % 2 === 0 ? 1 : -1;
        const z = (step: number): number => (sign * (step - middle)) / (20 + 10 * l);
        return {
          layer: l + 1,
          neuron,
          activations: steps.map((step) => (l === 0 && neuron === 3 && step > 600 ? NaN : sigmoid(z(step)))),
          biases: steps.map((step) => (sign * step) / 500),
          crossings: middle > 0 && middle < 790 ? [{ step: middle, fires: sign > 0, confirmedAt: middle + 12 }] : [],
        };
      }),
    ),
  };
}
