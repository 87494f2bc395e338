import { costOf, forwardDense, forwardSparse, layerAt } from './pass'
import { BY_NOTHING, BY_WINNER, Data, DENSE, Plan } from './plan'

/** The cost summed over all rows; how many were answered rightly is left in the plan. */
export function evaluate(plan: Plan, data: Data): f64 {
  const output = layerAt(plan, plan.layerCount - 1)
  let sum: f64 = 0
  plan.right = 0
  for (let first = 0; first < data.rows; first += plan.capacity) {
    const rows = min(plan.capacity, data.rows - first)
    if (plan.feed == DENSE) forwardDense(plan, data.inputs + first * plan.inputBytes, rows)
    else forwardSparse(plan, data.inputs + (first << 2), 0, rows)
    const targets = data.targets + first * plan.targetBytes
    sum += <f64>costOf(plan, targets, rows)
    if (plan.judgement == BY_NOTHING) continue
    plan.right += countRight(plan.judgement, output.a, targets, output.stride, rows, output.neurons << 2)
  }
  return sum
}

/** Whether the largest output (the first among equals) is the one whose target is 1. NaN is never right. */
function isWinnerRight(a: usize, y: usize, bytes: usize): i32 {
  let best = a
  let largest = load<f32>(a)
  for (let at = a + 4; at < a + bytes; at += 4) {
    const x = load<f32>(at)
    if (x > largest) {
      largest = x
      best = at
    }
  }
  return i32(load<f32>(y + (best - a)) == 1) & i32(largest == largest)
}

/** Whether every output is on its target's side of ½, which itself says 1. */
function isSideRight(a: usize, y: usize, bytes: usize): i32 {
  for (let k: usize = 0; k < bytes; k += 4) {
    const x = load<f32>(a + k)
    if (!(load<f32>(y + k) == 1 ? x >= 0.5 : x < 0.5)) return 0
  }
  return 1
}

function countRight(judgement: i32, a: usize, y: usize, stride: usize, rows: i32, bytes: usize): i32 {
  let right = 0
  for (; rows > 0; --rows) {
    right += judgement == BY_WINNER ? isWinnerRight(a, y, bytes) : isSideRight(a, y, bytes)
    a += stride
    y += stride
  }
  return right
}
