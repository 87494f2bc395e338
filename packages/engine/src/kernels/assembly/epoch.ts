import { shuffle } from './order'
import { Plan } from './plan'

/** Draws a new epoch's order; the one before and the generator are kept, should the epoch's first step not be made. */
export function shuffleEpoch(plan: Plan, rows: i32): void {
  memory.copy(plan.orderBefore, plan.order, rows << 2)
  memory.copy(plan.generatorBefore, plan.generator, 16)
  shuffle(plan.order, rows, plan.generator)
}

export function unshuffleEpoch(plan: Plan, rows: i32): void {
  memory.copy(plan.order, plan.orderBefore, rows << 2)
  memory.copy(plan.generator, plan.generatorBefore, 16)
}
