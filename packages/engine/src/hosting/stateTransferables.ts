import { historyArrays } from '../run/costHistoryState.js';
import type { RunState } from '../run/runState.js';

/** The buffers of a saved state, to be moved between threads without a copy. A saved state shares none with its run. */
export function stateTransferables({ trainer, costs }: RunState): ArrayBuffer[] {
  const arrays = [
    ...[trainer.parameters, trainer.optimizer, trainer.powers, trainer.generator, trainer.order],
    ...historyArrays(costs),
  ];
  return [...new Set(arrays.map((array) => array.buffer).filter((buffer) => buffer instanceof ArrayBuffer))];
}
