import { descendColumn } from './column'
import { biasGradient } from './delta'
import { gatherSparse, settleColumns } from './feed'
import { descend4, descend8 } from './gradient'
import { differentiateCost, layerAt, passBack } from './pass'
import { DENSE, Layer, Plan, SPARSE_NARROW } from './plan'
import { sgd, sgdThenClear } from './update'

/**
 * Backward and the update at once, for plain sgd: each layer learns as soon as δ has passed through it. `inputs` as for the
 * forward pass.
 */
export function descend(plan: Plan, inputs: usize, order: usize, targets: usize, rows: i32): void {
  differentiateCost(plan, targets, rows)
  for (let l = plan.layerCount - 1; l > 0; --l) {
    const layer = layerAt(plan, l)
    const before = layerAt(plan, l - 1)
    passBack(plan, layer, before, rows)
    descendLayer(plan, layer, before.a, before.stride, rows)
    descendBiases(plan, layer)
  }
  const first = layerAt(plan, 0)
  if (plan.feed == DENSE) descendLayer(plan, first, inputs, plan.inputBytes, rows)
  else descendSparse(plan, first, inputs, order, rows)
  descendBiases(plan, first)
}

function descendLayer(plan: Plan, layer: Layer, a: usize, aStride: usize, rows: i32): void {
  const inputs = layer.inputs
  const rowStride = layer.rowStride
  const stride = layer.stride
  const tStride = layer.transposedRowStride
  const tPanelStride = layer.transposedPanelStride
  let delta = layer.delta
  let w = layer.weights
  let t = layer.transposed
  for (let panel = layer.panels; panel > 0; --panel) {
    descend8(a, aStride, rows, inputs, delta, stride, w, rowStride, plan.learningRate, t, tStride, tPanelStride)
    w += layer.panelStride
    delta += 32
    if (t) t += tStride * 8
  }
  if (layer.column) {
    descendColumn(a, aStride, rows, inputs, delta, stride, w, rowStride, plan.learningRate, layer.column)
  } else if (layer.tail) {
    descend4(a, aStride, rows, inputs, delta, stride, w, rowStride, plan.learningRate, t, tStride, tPanelStride)
  }
}

function descendBiases(plan: Plan, layer: Layer): void {
  sgd(layer.biases, biasGradient(plan, layer), layer.biasBytes, plan.learningRate)
}

/** Leaves out the weights of inputs that no row lights, whose gradients are 0, where it is known which they are. */
function descendSparse(plan: Plan, layer: Layer, inputs: usize, order: usize, rows: i32): void {
  const w = layer.weights
  if (plan.columns) {
    settleColumns(plan, layer, 1, w)
    return
  }
  const g = w + (plan.gradients - plan.parameters)
  gatherSparse(plan, layer, g, inputs, order, rows)
  if (plan.feed != SPARSE_NARROW) {
    sgd(w, g, layer.weightBytes, plan.learningRate)
    return
  }
  for (let at = plan.stretches; at < plan.stretchesEnd; at += 8) {
    const offset = load<u32>(at)
    sgdThenClear(w + offset, g + offset, load<u32>(at, 4), plan.learningRate)
  }
}
