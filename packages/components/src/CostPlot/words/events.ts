import type { TrainingSource } from '@neuroglow/engine';
import type { NumberFormat } from '../../shared/number.js';
import type { CostPlotMessages } from '../messages.js';
import type { PlotEvent } from '../scene/scene.js';

/** What happened in a run besides its steps: changes by hand, and divergence. */
export function eventsOf(source: TrainingSource, words: CostPlotMessages, format: NumberFormat): readonly PlotEvent[] {
  const changes = (source.journal ?? []).map(({ step, change }): PlotEvent => {
    if (change.kind === 'parameter') {
      return { kind: 'journal', step, text: words.parameterChanged(format.value(change.value)) };
    }
    const named = Object.entries(change).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, format.value(value)] as const] : [],
    );
    return { kind: 'journal', step, text: words.learningChanged(named) };
  });
  const { status, step } = source.getSnapshot();
  return status === 'diverged' ? [...changes, { kind: 'diverged', step, text: words.diverged }] : changes;
}
