import { backward, type Gradients } from '../core/backward.js';
import { networkOf } from '../core/createNetwork.js';
import type { ViewContext } from './context.js';
import { gatherRows, resolveInput } from './rows.js';
import type { InputReference } from './view.js';

/** The gradient of the cost for one row of a data set, that a valid reference named; always by `core/`. */
export function backwardOfInput(context: ViewContext, reference: InputReference): Gradients {
  const { input, target } = resolveInput(reference, context);
  return backward(
    networkOf(context.network, context.parameters),
    { inputs: input, targets: target!, rows: 1 },
    context.cost!,
  );
}

/** The gradient of the cost of the latest step's rows at the current parameters; always by `core/`. */
export function backwardOfBatch(context: ViewContext): { readonly gradients: Gradients; readonly rows: number } {
  const { inputs, targets, rows } = context.training!;
  const chosen = context.latestBatch()!;
  const batch = {
    inputs: gatherRows(inputs, rows, chosen),
    targets: gatherRows(targets, rows, chosen),
    rows: chosen.length,
  };
  const gradients = backward(networkOf(context.network, context.parameters), batch, context.cost!);
  return { gradients, rows: chosen.length };
}
