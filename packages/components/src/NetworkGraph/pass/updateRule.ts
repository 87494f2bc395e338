import type { TrainingSource } from '@neuroglow/engine';

/** What an update does to a parameter, as far as one input tells. */
export interface UpdateRule {
  /** η. */
  readonly rate: number;
  /** Whether the source itself steps so: plain gradient descent, no penalty. null: it does not say. */
  readonly isOwn: boolean | null;
}

/** η of a source, and whether θ ← θ − η·∂C/∂θ is its own rule; null where there is no source, or none that says its η. */
export function updateRuleOf(source: TrainingSource | null): UpdateRule | null {
  const hyperparameters = source?.getSnapshot().hyperparameters;
  if (!source || !hyperparameters) return null;
  const { learningRate, l1, l2 } = hyperparameters;
  const isPlain = source.optimizer === undefined ? null : source.optimizer === 'sgd';
  return { rate: learningRate, isOwn: isPlain && l1 === 0 && l2 === 0 };
}
