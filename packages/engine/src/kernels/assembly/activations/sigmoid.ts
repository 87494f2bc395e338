import { biasGradient } from '../delta'
import { Layer, Plan } from '../plan'
import { sigmoidAll } from '../sigmoid'

/**
 * Goes down the columns, row after row, and stores their sums too, which saves a second pass: `bytes` of columns from `a`, `delta`
 * and `sums`, 8 columns at a time or the last 4.
 */
export function differentiateSigmoid(a: usize, delta: usize, stride: usize, rows: i32, sums: usize, bytes: usize): void {
  const one = f32x4.splat(1)
  for (; bytes >= 32; bytes -= 32, a += 32, delta += 32, sums += 32) {
    let sum0 = f32x4.splat(0)
    let sum1 = sum0
    let from = a
    let d = delta
    let left = rows
    do {
      const x0 = v128.load(from)
      const d0 = f32x4.mul(f32x4.mul(v128.load(d), x0), f32x4.sub(one, x0))
      v128.store(d, d0)
      sum0 = f32x4.add(sum0, d0)
      const x1 = v128.load(from, 16)
      const d1 = f32x4.mul(f32x4.mul(v128.load(d, 16), x1), f32x4.sub(one, x1))
      v128.store(d, d1, 16)
      sum1 = f32x4.add(sum1, d1)
      from += stride
      d += stride
    } while (--left)
    v128.store(sums, sum0)
    v128.store(sums, sum1, 16)
  }
  if (bytes) {
    let sum = f32x4.splat(0)
    do {
      const x = v128.load(a)
      const d = f32x4.mul(f32x4.mul(v128.load(delta), x), f32x4.sub(one, x))
      v128.store(delta, d)
      sum = f32x4.add(sum, d)
      a += stride
      delta += stride
    } while (--rows)
    v128.store(sums, sum)
  }
}

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  sigmoidAll(layer.z, layer.a, rows * layer.stride)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateSigmoid(layer.a, layer.delta, layer.stride, rows, biasGradient(plan, layer), layer.biasBytes)
}
