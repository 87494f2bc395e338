import { binaryCrossEntropy, categoricalCrossEntropy, squaredError, subtractTargets } from './costs'
import { sumDelta } from './delta'
import { gather, gatherSparse, multiply, multiplyBack, multiplySparse } from './feed'
import { activate, differentiate } from './generated/activations'
import { BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY, MEAN_SQUARED_ERROR } from './plan'
import { DENSE, Layer, Plan } from './plan'

@inline export function layerAt(plan: Plan, index: i32): Layer {
  return changetype<Layer>(plan.layers + index * offsetof<Layer>())
}

/** z and a of every layer from the second on. */
function forwardRest(plan: Plan, rows: i32): void {
  let before = layerAt(plan, 0)
  for (let l = 1; l < plan.layerCount; ++l) {
    const layer = layerAt(plan, l)
    multiply(layer, before.a, before.stride, rows)
    activate(plan, layer, rows)
    before = layer
  }
}

/** Forward from dense rows of inputs. */
export function forwardDense(plan: Plan, inputs: usize, rows: i32): void {
  const first = layerAt(plan, 0)
  multiply(first, inputs, plan.inputBytes, rows)
  activate(plan, first, rows)
  forwardRest(plan, rows)
}

/** Forward from sparse rows: those that `order` names, or the first ones of `starts` where there is no order. */
export function forwardSparse(plan: Plan, starts: usize, order: usize, rows: i32): void {
  const first = layerAt(plan, 0)
  multiplySparse(plan, first, starts, order, rows)
  activate(plan, first, rows)
  forwardRest(plan, rows)
}

/** The cost of a batch that went forward, summed over its rows. */
export function costOf(plan: Plan, targets: usize, rows: i32): f32 {
  const output = layerAt(plan, plan.layerCount - 1)
  const bytes = rows * output.stride
  switch (plan.cost) {
    case BINARY_CROSS_ENTROPY: return binaryCrossEntropy(output.z, targets, bytes)
    case CATEGORICAL_CROSS_ENTROPY: return categoricalCrossEntropy(output.z, targets, output.stride, rows, plan.sums)
    default: return squaredError(output.a, targets, bytes)
  }
}

/** δ of the output layer and ∂C/∂b, for a batch that went forward. */
export function differentiateCost(plan: Plan, targets: usize, rows: i32): void {
  const output = layerAt(plan, plan.layerCount - 1)
  const squared = plan.cost == MEAN_SQUARED_ERROR
  subtractTargets(output.a, targets, output.delta, rows * output.stride, (squared ? <f32>2 : <f32>1) / <f32>rows)
  if (squared) differentiate(plan, output, rows)
  else sumDelta(plan, output, rows)
}

/** δ and ∂C/∂b of the layer `before` another whose δ is known. */
export function passBack(plan: Plan, layer: Layer, before: Layer, rows: i32): void {
  multiplyBack(plan, layer, before.delta, before.stride, rows)
  differentiate(plan, before, rows)
}

/** Gradients of everything, for a batch that went forward. `inputs` as for its forward pass. */
export function backward(plan: Plan, inputs: usize, order: usize, targets: usize, rows: i32): void {
  differentiateCost(plan, targets, rows)
  const toGradient = plan.gradients - plan.parameters
  for (let l = plan.layerCount - 1; l > 0; --l) {
    const layer = layerAt(plan, l)
    const before = layerAt(plan, l - 1)
    gather(layer, layer.weights + toGradient, before.a, before.stride, rows)
    passBack(plan, layer, before, rows)
  }
  const first = layerAt(plan, 0)
  const g = first.weights + toGradient
  if (plan.feed == DENSE) gather(first, g, inputs, plan.inputBytes, rows)
  else gatherSparse(plan, first, g, inputs, order, rows)
}
