import { shuffleEpoch, unshuffleEpoch } from './epoch'
import { one } from './exp'
import { transposeAll } from './learn'
import { layerAt } from './pass'
import { Data, Plan } from './plan'
import { sigmoid } from './sigmoid'

// The smallest networks, 2-2-1 to 2-4-1 of sigmoids, learning xor and its like by plain sgd, the whole table of at most four
// rows a step: rows lie in lanes, every parameter in a register of its own, and nothing is stored until the call ends.

/** The sum of the lanes, in every lane. */
@inline function total(x: v128): v128 {
  const half = f32x4.add(x, i32x4.shuffle(x, x, 2, 3, 0, 1))
  return f32x4.add(half, i32x4.shuffle(half, half, 1, 0, 3, 2))
}

@inline function scaled(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(c, f32x4.mul(a, b))
}

/** θ − η·g, g being the sum of the lanes. */
@inline function learned(parameter: v128, gradient: v128, rate: v128): v128 {
  return f32x4.sub(parameter, f32x4.mul(total(gradient), rate))
}

/** δ·v·a(1 − a) */
@inline function hiddenDelta(delta: v128, v: v128, a: v128): v128 {
  return f32x4.mul(f32x4.mul(delta, v), f32x4.mul(a, f32x4.sub(one(), a)))
}

/** The numbers in one column of up to four rows, `stride` bytes apart, as lanes; idle lanes hold what lies there (padding). */
@inline function column(from: usize, stride: usize): v128 {
  return f32x4(load<f32>(from), load<f32>(from + stride), load<f32>(from + 2 * stride), load<f32>(from + 3 * stride))
}

/** All ones in the lanes of rows. */
@inline function lanesOf(rows: i32): v128 {
  return i32x4.gt_s(i32x4.splat(rows), i32x4(0, 1, 2, 3))
}

@inline function steps(hidden: i32, plan: Plan, count: i32, costs: usize): i32 {
  const data = changetype<Data>(plan.training)
  const first = layerAt(plan, 0)
  const second = layerAt(plan, 1)
  const rows = data.rows
  const live = lanesOf(rows)
  const x = column(data.inputs, plan.inputBytes)
  const y = column(data.inputs + 4, plan.inputBytes)
  const target = column(data.targets, plan.targetBytes)
  const perRow = f32x4.splat(<f32>1 / <f32>rows)
  const factor = v128.and(f32x4.splat(<f32>2 / <f32>rows), live)
  const rate = f32x4.splat(plan.learningRate)
  const w = first.weights
  const b = first.biases
  const v = second.weights
  let wx0 = v128.load32_splat(w), wx1 = v128.load32_splat(w, 4), wx2 = v128.load32_splat(w, 8), wx3 = v128.load32_splat(w, 12)
  let wy0 = v128.load32_splat(w, 16), wy1 = v128.load32_splat(w, 20), wy2 = v128.load32_splat(w, 24), wy3 = v128.load32_splat(w, 28)
  let b0 = v128.load32_splat(b), b1 = v128.load32_splat(b, 4), b2 = v128.load32_splat(b, 8), b3 = v128.load32_splat(b, 12)
  let v0 = v128.load32_splat(v), v1 = v128.load32_splat(v, 16), v2 = v128.load32_splat(v, 32), v3 = v128.load32_splat(v, 48)
  let c = v128.load32_splat(second.biases)
  let made = 0
  for (; made < count; ++made) {
    if (plan.shuffled) shuffleEpoch(plan, rows)
    const a0 = sigmoid(scaled(y, wy0, scaled(x, wx0, b0)))
    const a1 = sigmoid(scaled(y, wy1, scaled(x, wx1, b1)))
    const a2 = hidden > 2 ? sigmoid(scaled(y, wy2, scaled(x, wx2, b2))) : a0
    const a3 = hidden > 3 ? sigmoid(scaled(y, wy3, scaled(x, wx3, b3))) : a0
    let z = scaled(a1, v1, scaled(a0, v0, c))
    if (hidden > 2) z = scaled(a2, v2, z)
    if (hidden > 3) z = scaled(a3, v3, z)
    const a = sigmoid(z)
    const error = v128.and(f32x4.sub(a, target), live)
    const cost = f32x4.extract_lane(f32x4.mul(total(f32x4.mul(error, error)), perRow), 0)
    store<f32>(costs, cost)
    if (!(cost - cost == 0)) {
      if (plan.shuffled) unshuffleEpoch(plan, rows)
      break
    }
    costs += 4
    const delta = f32x4.mul(f32x4.mul(error, factor), f32x4.mul(a, f32x4.sub(one(), a)))
    const d0 = hiddenDelta(delta, v0, a0)
    wx0 = learned(wx0, f32x4.mul(d0, x), rate)
    wy0 = learned(wy0, f32x4.mul(d0, y), rate)
    b0 = learned(b0, d0, rate)
    v0 = learned(v0, f32x4.mul(delta, a0), rate)
    const d1 = hiddenDelta(delta, v1, a1)
    wx1 = learned(wx1, f32x4.mul(d1, x), rate)
    wy1 = learned(wy1, f32x4.mul(d1, y), rate)
    b1 = learned(b1, d1, rate)
    v1 = learned(v1, f32x4.mul(delta, a1), rate)
    if (hidden > 2) {
      const d2 = hiddenDelta(delta, v2, a2)
      wx2 = learned(wx2, f32x4.mul(d2, x), rate)
      wy2 = learned(wy2, f32x4.mul(d2, y), rate)
      b2 = learned(b2, d2, rate)
      v2 = learned(v2, f32x4.mul(delta, a2), rate)
    }
    if (hidden > 3) {
      const d3 = hiddenDelta(delta, v3, a3)
      wx3 = learned(wx3, f32x4.mul(d3, x), rate)
      wy3 = learned(wy3, f32x4.mul(d3, y), rate)
      b3 = learned(b3, d3, rate)
      v3 = learned(v3, f32x4.mul(delta, a3), rate)
    }
    c = learned(c, delta, rate)
  }
  v128.store(w, lanes(wx0, wx1, wx2, wx3))
  v128.store(w, lanes(wy0, wy1, wy2, wy3), 16)
  v128.store(b, lanes(b0, b1, b2, b3))
  f32.store(v, f32x4.extract_lane(v0, 0))
  f32.store(v, f32x4.extract_lane(v1, 0), 16)
  if (hidden > 2) f32.store(v, f32x4.extract_lane(v2, 0), 32)
  if (hidden > 3) f32.store(v, f32x4.extract_lane(v3, 0), 48)
  f32.store(second.biases, f32x4.extract_lane(c, 0))
  plan.epoch += made
  transposeAll(plan)
  return made
}

/** One number of each. */
@inline function lanes(a: v128, b: v128, c: v128, d: v128): v128 {
  return i64x2.shuffle(i32x4.shuffle(a, b, 0, 4, 0, 4), i32x4.shuffle(c, d, 0, 4, 0, 4), 0, 2)
}

function train2(plan: Plan, count: i32, costs: usize): i32 {
  return steps(2, plan, count, costs)
}

function train3(plan: Plan, count: i32, costs: usize): i32 {
  return steps(3, plan, count, costs)
}

function train4(plan: Plan, count: i32, costs: usize): i32 {
  return steps(4, plan, count, costs)
}

/** As `train`, for the networks above, without penalties; `plan.tiny` names their hidden neurons. */
export function trainTiny(plan: Plan, count: i32, costs: usize): i32 {
  if (plan.tiny == 2) return train2(plan, count, costs)
  return plan.tiny == 3 ? train3(plan, count, costs) : train4(plan, count, costs)
}
