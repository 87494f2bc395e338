import { sumColumns } from './gradient'
import { Layer, Plan } from './plan'

/** Where the gradient of a layer's biases lies. */
@inline export function biasGradient(plan: Plan, layer: Layer): usize {
  return layer.biases + (plan.gradients - plan.parameters)
}

/** ∂C/∂b: the sums of δ's columns. */
export function sumDelta(plan: Plan, layer: Layer, rows: i32): void {
  sumColumns(layer.delta, layer.stride, rows, biasGradient(plan, layer), layer.biasBytes)
}
