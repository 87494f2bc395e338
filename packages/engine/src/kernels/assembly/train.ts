import { descend } from './descend'
import { shuffleEpoch, unshuffleEpoch } from './epoch'
import { learn } from './learn'
import { backward, costOf, forwardDense, forwardSparse } from './pass'
import { Data, DENSE, isPlain, Plan } from './plan'
import { gatherRows } from './rows'
import { trainTiny } from './tiny'

/**
 * Up to `count` steps; each one's cost goes to `costs` before its update. Stops before the update of a step whose cost is not
 * finite. Gives the number of steps made.
 */
export function train(plan: Plan, count: i32, costs: usize): i32 {
  if (plan.tiny && plan.l1 == 0 && plan.l2 == 0) return trainTiny(plan, count, costs)
  for (let made = 0; made < count; ++made) {
    const cost = step(plan)
    store<f32>(costs, cost)
    if (!(cost - cost == 0)) return made
    costs += 4
  }
  return count
}

function step(plan: Plan): f32 {
  const data = changetype<Data>(plan.training)
  const position = plan.position
  const begins = plan.shuffled && position == 0
  if (begins) shuffleEpoch(plan, data.rows)
  const rows = min(plan.batchSize, data.rows - position)
  const order = plan.shuffled ? plan.order + (position << 2) : 0
  const targets = chooseTargets(plan, data, order, position, rows)
  const inputs = chooseInputs(plan, data, order, position, rows)
  if (plan.feed == DENSE) forwardDense(plan, inputs, rows)
  else forwardSparse(plan, inputs, order, rows)
  const cost = costOf(plan, targets, rows) / <f32>rows
  if (cost - cost == 0) {
    if (isPlain(plan)) {
      descend(plan, inputs, order, targets, rows)
    } else {
      backward(plan, inputs, order, targets, rows)
      learn(plan)
    }
    advance(plan, data.rows, position + rows)
  } else if (begins) {
    unshuffleEpoch(plan, data.rows)
  }
  return cost
}

function advance(plan: Plan, rows: i32, position: i32): void {
  const ends = position == rows
  plan.position = ends ? 0 : position
  plan.epoch += i32(ends)
}

/** Where the batch's targets lie: in place, or gathered. */
function chooseTargets(plan: Plan, data: Data, order: usize, position: i32, rows: i32): usize {
  if (order == 0) return data.targets + position * plan.targetBytes
  gatherRows(data.targets, plan.targetBytes, order, rows, plan.batchTargets)
  return plan.batchTargets
}

/** Where the batch's inputs lie; sparse rows are never moved. */
function chooseInputs(plan: Plan, data: Data, order: usize, position: i32, rows: i32): usize {
  if (plan.feed != DENSE) return order ? data.inputs : data.inputs + (position << 2)
  if (order == 0) return data.inputs + position * plan.inputBytes
  gatherRows(data.inputs, plan.inputBytes, order, rows, plan.batchInputs)
  return plan.batchInputs
}
