import { layerAt } from './pass'
import { ADAM, Layer, MOMENTUM, Plan, SPARSE_NARROW } from './plan'
import { transposeColumns } from './transpose'
import { adam, momentum, penalise, sgd } from './update'

/** Penalties, then the optimizer's update of all parameters at once. */
export function learn(plan: Plan): void {
  const w = plan.parameters
  const g = plan.gradients
  const bytes = plan.parameterBytes
  if (plan.l1 != 0 || plan.l2 != 0) {
    for (let l = 0; l < plan.layerCount; ++l) {
      const layer = layerAt(plan, l)
      penalise(layer.weights, layer.weights + (g - w), layer.weightBytes, plan.l1, plan.l2)
    }
  }
  if (plan.optimizer == MOMENTUM) momentum(w, g, plan.moments, bytes, plan.learningRate, plan.momentum)
  else if (plan.optimizer == ADAM) learnByAdam(plan)
  else sgd(w, g, bytes, plan.learningRate)
  transposeAll(plan)
  if (plan.feed == SPARSE_NARROW) {
    const first = layerAt(plan, 0)
    memory.fill(first.weights + (g - w), 0, first.weightBytes)
  }
}

function learnByAdam(plan: Plan): void {
  const beta1 = plan.beta1
  const beta2 = plan.beta2
  plan.power1 *= beta1
  plan.power2 *= beta2
  adam(
    plan.parameters, plan.gradients, plan.moments, plan.moments + plan.parameterBytes, plan.parameterBytes,
    <f32>(<f64>plan.learningRate / (1 - plan.power1)), <f32>beta1, <f32>(1 - beta1), <f32>beta2, <f32>(1 - beta2),
    <f32>(1 / (1 - plan.power2)), plan.epsilon,
  )
}

/** Wᵀ of every layer but the first, from W. */
export function transposeAll(plan: Plan): void {
  for (let l = 1; l < plan.layerCount; ++l) transposeWeights(layerAt(plan, l))
}

function transposeWeights(layer: Layer): void {
  const down = (layer.inputs + 3) >> 2
  const columns = layer.panels * 2 + layer.tail
  for (let column = 0; column < columns; ++column) {
    transposeColumns(
      layer.weights + (column >> 1) * layer.panelStride + ((column & 1) << 4), layer.rowStride, down,
      layer.transposed + column * 4 * layer.transposedRowStride, layer.transposedRowStride, layer.transposedPanelStride,
    )
  }
}
