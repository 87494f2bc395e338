import type { NumberFormat } from '../shared/number.js';
import type { LearningTraceMessages } from './messages.js';
import type { Trace, TraceLine } from './trace.js';

/** What the picture says at a recorded step: the step, the cost, the drop, and one neuron's numbers. */
export function linesAt(
  { steps, costs, drops }: Trace,
  row: TraceLine | undefined,
  index: number,
  words: LearningTraceMessages,
  format: NumberFormat,
): string[] {
  const step = steps[index]!;
  const lines = [words.step(step, format), words.costAt(costs[index]!, format)];
  const drop = drops.findIndex(({ from, to }) => step >= from && step <= to);
  if (drop >= 0) lines.push(words.inDrop(drop + 1, drops[drop]!.provisional));
  if (!row) return lines;
  return [
    ...lines,
    words.neuron(row.layer, row.neuron, row.isOutput),
    words.activationAt(row.activations[index]!, format),
    words.biasAt(row.biasColors[index]!, format),
  ];
}
