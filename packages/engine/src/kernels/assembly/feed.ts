import { columnProduct } from './column'
import { gradient4, gradient8 } from './gradient'
import { Layer, Plan, SPARSE_NARROW } from './plan'
import { product12, product16, product4, product8 } from './product'
import { sparseGradient16, sparseGradient24, sparseGradient32, sparseGradient8 } from './sparse'
import { sparseProduct16, sparseProduct24, sparseProduct32, sparseProduct8 } from './sparse'
import { columns16, columns24, columns32, columns8 } from './sparseColumns'
import { gradientOfLists, listRow, sparseProductWide } from './sparseWide'

/** Rows whose entries are listed at once by the wide sparse layer. */
const LISTED_ROWS = 64

/**
 * `vectors` times 4 columns of C = bias + A·B in the widest tiles that fit: so many that lie beside each other in rows of B, or in
 * panels of 8.
 */
function product(
  vectors: i32, a: usize, aStride: usize, blocks: i32, depth: i32,
  b: usize, bStride: usize, panelStride: usize, bias: usize, c: usize, cStride: usize,
): void {
  // Panels exist to be read by one tile's rows.
  const beside = panelStride == 32
  while (vectors > 0) {
    let taken = 2
    if (beside && vectors >= 4) {
      product16(a, aStride, blocks, depth, b, bStride, bias, c, cStride)
      taken = 4
    } else if (beside && vectors == 3) {
      product12(a, aStride, blocks, depth, b, bStride, bias, c, cStride)
      taken = 3
    } else if (vectors >= 2) {
      product8(a, aStride, blocks, depth, b, bStride, bias, c, cStride)
    } else {
      product4(a, aStride, blocks, depth, b, bStride, bias, c, cStride)
      taken = 1
    }
    vectors -= taken
    b += (taken * panelStride) >> 1
    bias += taken << 4
    c += taken << 4
  }
}

/** z of a layer from its inputs, for `rows` rows. */
export function multiply(layer: Layer, a: usize, aStride: usize, rows: i32): void {
  const blocks = (rows + 3) >> 2
  const depth = layer.inputs
  const panels = layer.panels
  const vectors = panels * 2 + (layer.column ? 0 : layer.tail)
  product(vectors, a, aStride, blocks, depth, layer.weights, layer.rowStride, layer.panelStride, layer.biases, layer.z, layer.stride)
  if (layer.column) {
    const aside = panels << 5
    columnProduct(
      a, aStride, blocks, layer.column, ((depth + 3) >> 2) << 4, layer.biases + aside, layer.z + aside, layer.stride,
    )
  }
}

/** ∂C/∂a of a layer's inputs from its δ, for `rows` rows: δ·Wᵀ. */
export function multiplyBack(plan: Plan, layer: Layer, to: usize, toStride: usize, rows: i32): void {
  const vectors = layer.transposedPanels * 2 + layer.transposedTail
  product(
    vectors, layer.delta, layer.stride, (rows + 3) >> 2, layer.neurons,
    layer.transposed, layer.transposedRowStride, layer.transposedPanelStride, plan.zeros, to, toStride,
  )
}

/** ∂C/∂W of a layer from its inputs and δ. */
export function gather(layer: Layer, g: usize, a: usize, aStride: usize, rows: i32): void {
  const inputs = layer.inputs
  const rowStride = layer.rowStride
  const stride = layer.stride
  let delta = layer.delta
  for (let panel = layer.panels; panel > 0; --panel) {
    gradient8(a, aStride, rows, inputs, delta, stride, g, rowStride)
    g += layer.panelStride
    delta += 32
  }
  if (layer.tail) gradient4(a, aStride, rows, inputs, delta, stride, g, rowStride)
}

/** Entries of the row that `order` names r-th, or of row r where there is no order. */
@inline function entriesOf(starts: usize, order: usize, r: i32): usize {
  return starts + ((order ? load<u32>(order + (r << 2)) : r) << 2)
}

/** z of the sparse first layer. */
export function multiplySparse(plan: Plan, layer: Layer, starts: usize, order: usize, rows: i32): void {
  const w = layer.weights
  const bias = layer.biases
  const stride = layer.stride
  for (let r = 0; r < rows; ++r) {
    const at = entriesOf(starts, order, r)
    const from = load<u32>(at)
    const end = load<u32>(at, 4)
    const z = layer.z + r * stride
    if (plan.feed == SPARSE_NARROW) {
      switch (layer.panels) {
        case 1: sparseProduct8(from, end, w, bias, z); break
        case 2: sparseProduct16(from, end, w, bias, z); break
        case 3: sparseProduct24(from, end, w, bias, z); break
        default: sparseProduct32(from, end, w, bias, z)
      }
    } else {
      for (let k: usize = 0; k < layer.biasBytes; k += 128) {
        sparseProductWide(from, end, w + k, layer.rowStride, bias + k, z + k)
      }
    }
  }
}

/** ∂C/∂W of the sparse first layer. */
export function gatherSparse(plan: Plan, layer: Layer, g: usize, starts: usize, order: usize, rows: i32): void {
  if (plan.columns) settleColumns(plan, layer, 0, g)
  else if (plan.feed == SPARSE_NARROW) gatherNarrow(layer, g, starts, order, rows)
  else gatherWide(plan, layer, g, starts, order, rows)
}

/** ∂C/∂W of the narrow sparse first layer for the batch that comes now, from its columns; or the weights after it. */
export function settleColumns(plan: Plan, layer: Layer, descends: i32, to: usize): void {
  const batch = plan.columns + ((plan.position / plan.batchSize) << 3)
  const from = load<u32>(batch)
  const end = load<u32>(batch, 4)
  switch (layer.panels) {
    case 1: columns8(descends, from, end, layer.delta, to, plan.learningRate); break
    case 2: columns16(descends, from, end, layer.delta, to, plan.learningRate); break
    case 3: columns24(descends, from, end, layer.delta, to, plan.learningRate); break
    default: columns32(descends, from, end, layer.delta, to, plan.learningRate)
  }
}

/** Adds to a buffer that holds zeros; its reader clears it again. */
function gatherNarrow(layer: Layer, g: usize, starts: usize, order: usize, rows: i32): void {
  for (let r = 0; r < rows; ++r) {
    const at = entriesOf(starts, order, r)
    const from = load<u32>(at)
    const end = load<u32>(at, 4)
    const delta = layer.delta + r * layer.stride
    switch (layer.panels) {
      case 1: sparseGradient8(from, end, delta, g); break
      case 2: sparseGradient16(from, end, delta, g); break
      case 3: sparseGradient24(from, end, delta, g); break
      default: sparseGradient32(from, end, delta, g)
    }
  }
}

function gatherWide(plan: Plan, layer: Layer, g: usize, starts: usize, order: usize, rows: i32): void {
  const inputs = layer.inputs
  for (let first = 0; first < rows; first += LISTED_ROWS) {
    memory.fill(plan.counts, 0, inputs << 2)
    const end = min(rows, first + LISTED_ROWS)
    for (let r = first; r < end; ++r) {
      const at = entriesOf(starts, order, r)
      listRow(load<u32>(at), load<u32>(at, 4), r * layer.stride, plan.counts, plan.lists, LISTED_ROWS * 8)
    }
    for (let k: usize = 0; k < layer.biasBytes; k += 128) {
      gradientOfLists(inputs, plan.counts, plan.lists, LISTED_ROWS * 8, layer.delta + k, g + k, layer.rowStride, first)
    }
  }
}
