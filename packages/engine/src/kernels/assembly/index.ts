import { forwardDense } from './pass'
import { Plan } from './plan'

export { sineAll } from './activations/sin'
export { tanhAll } from './activations/tanh'
export { evaluate } from './evaluate'
export { cosineAll, expAll, logAll, logOnePlusAll } from './functions'
export { activate, differentiate } from './generated/activations'
export { transposeAll } from './learn'
export { allFinite, copyRows } from './rows'
export { sigmoidAll } from './sigmoid'
export { train } from './train'

/** z and a of every layer for the first `rows` rows of the batch's inputs. */
export function forward(plan: Plan, rows: i32): void {
  forwardDense(plan, plan.batchInputs, rows)
}
