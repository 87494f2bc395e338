import { exp } from './exp'
import { log, logOnePlus } from './log'
import { cosine, sine } from './sine'
import { tanh } from './tanh'

// a ← f(z) over `bytes` of float32, a multiple of 16. A function each, so that each keeps its constants in registers.

export function tanhAll(z: usize, a: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, a += 16) v128.store(a, tanh(v128.load(z)))
}

/** max(0, z); NaN passes, so that a broken network cannot look silent. */
export function reluAll(z: usize, a: usize, bytes: usize): void {
  const zero = f32x4.splat(0)
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    const x = v128.load(z)
    v128.store(a, v128.andnot(x, f32x4.le(x, zero)))
  }
}

export function leakyReluAll(z: usize, a: usize, bytes: usize, slope: f32): void {
  const zero = f32x4.splat(0)
  const slopes = f32x4.splat(slope)
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    const x = v128.load(z)
    v128.store(a, v128.bitselect(x, f32x4.mul(x, slopes), f32x4.gt(x, zero)))
  }
}

export function sineAll(z: usize, a: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, a += 16) v128.store(a, sine(v128.load(z)))
}

// The other functions over many numbers, so that their bounds can be tested.

export function expAll(x: usize, y: usize, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16, y += 16) v128.store(y, exp(v128.load(x)))
}

export function cosineAll(x: usize, y: usize, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16, y += 16) v128.store(y, cosine(v128.load(x)))
}

export function logAll(x: usize, y: usize, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16, y += 16) v128.store(y, log(v128.load(x)))
}

export function logOnePlusAll(x: usize, y: usize, bytes: usize): void {
  for (const end = x + bytes; x < end; x += 16, y += 16) v128.store(y, logOnePlus(v128.load(x)))
}
