import { backward, type Gradients } from '../core/backward.js';
import { networkOf } from '../core/createNetwork.js';
import type { ViewSetting } from './context.js';
import { gatherRows, resolveInput } from './rows.js';
import type { InputReference } from './references.js';

/** The gradient of the cost for one row of a data set, that a valid reference named; always by `core/`. */
export function backwardOfInput(setting: ViewSetting, parameters: Float32Array, reference: InputReference): Gradients {
  const { input, target } = resolveInput(reference, setting);
  return backward(networkOf(setting.network, parameters), { inputs: input, targets: target!, rows: 1 }, setting.cost!);
}

/** The gradient of the cost of the latest step's rows at the current parameters; always by `core/`. */
export function backwardOfBatch(
  setting: ViewSetting,
  parameters: Float32Array,
  chosen: Uint32Array,
): { readonly gradients: Gradients; readonly rows: number } {
  const { inputs, targets, rows } = setting.training!;
  const batch = {
    inputs: gatherRows(inputs, rows, chosen),
    targets: gatherRows(targets, rows, chosen),
    rows: chosen.length,
  };
  const gradients = backward(networkOf(setting.network, parameters), batch, setting.cost!);
  return { gradients, rows: chosen.length };
}
