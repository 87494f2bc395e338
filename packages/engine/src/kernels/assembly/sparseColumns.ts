// The gradient of the narrow sparse first layer where it is known beforehand which rows make a batch: each batch's entries turned
// round, one list for each input that is lit in some row, so that sums stay in registers and what no row lights is not touched.
//
// A batch is its columns, 8 bytes each (the offset of the input's weights, and the bytes of its list), and then all their lists:
// 8 bytes an entry, the offset of the row's δ and the value. Rows ascend, so the sums are those of row after row. Lists are even,
// as in sparse.ts; those of one length stand together, so that the processor foresees where each ends.

/** Stores g; or makes w ← w − η g of what lies there. */
@inline function settle(descends: i32, at: usize, g: v128, rate: v128): void {
  if (descends) g = f32x4.sub(v128.load(at), f32x4.mul(g, rate))
  v128.store(at, g)
}

@inline function turned(
  vectors: i32, descends: i32, columns: usize, columnsEnd: usize, delta: usize, to: usize, rate: f32,
): void {
  const rates = f32x4.splat(rate)
  let entry = columnsEnd
  for (; columns < columnsEnd; columns += 8) {
    const zero = f32x4.splat(0)
    let g0 = zero, g1 = zero, g2 = zero, g3 = zero, g4 = zero, g5 = zero, g6 = zero, g7 = zero
    const end = entry + load<u32>(columns, 4)
    do {
      // 2 times:
      {
        const d = delta + load<u32>(entry, TURN * 8)
        const x = v128.load32_splat(entry, TURN * 8 + 4)
        g0 = f32x4.add(g0, f32x4.mul(x, v128.load(d)))
        g1 = f32x4.add(g1, f32x4.mul(x, v128.load(d, 16)))
        if (vectors > 2) {
          g2 = f32x4.add(g2, f32x4.mul(x, v128.load(d, 32)))
          g3 = f32x4.add(g3, f32x4.mul(x, v128.load(d, 48)))
        }
        if (vectors > 4) {
          g4 = f32x4.add(g4, f32x4.mul(x, v128.load(d, 64)))
          g5 = f32x4.add(g5, f32x4.mul(x, v128.load(d, 80)))
        }
        if (vectors > 6) {
          g6 = f32x4.add(g6, f32x4.mul(x, v128.load(d, 96)))
          g7 = f32x4.add(g7, f32x4.mul(x, v128.load(d, 112)))
        }
      }
      entry += 16
    } while (entry < end)
    const at = to + load<u32>(columns)
    settle(descends, at, g0, rates)
    settle(descends, at + 16, g1, rates)
    if (vectors > 2) {
      settle(descends, at + 32, g2, rates)
      settle(descends, at + 48, g3, rates)
    }
    if (vectors > 4) {
      settle(descends, at + 64, g4, rates)
      settle(descends, at + 80, g5, rates)
    }
    if (vectors > 6) {
      settle(descends, at + 96, g6, rates)
      settle(descends, at + 112, g7, rates)
    }
  }
}

/**
 * For the inputs that a batch lights, and a layer of so many padded neurons: stores their rows of G; or, where it `descends`, makes
 * W ← W − η·G of what lies there. Other inputs' rows stay as they are.
 */
export function columns8(descends: i32, columns: usize, columnsEnd: usize, delta: usize, to: usize, rate: f32): void {
  turned(2, descends, columns, columnsEnd, delta, to, rate)
}
export function columns16(descends: i32, columns: usize, columnsEnd: usize, delta: usize, to: usize, rate: f32): void {
  turned(4, descends, columns, columnsEnd, delta, to, rate)
}
export function columns24(descends: i32, columns: usize, columnsEnd: usize, delta: usize, to: usize, rate: f32): void {
  turned(6, descends, columns, columnsEnd, delta, to, rate)
}
export function columns32(descends: i32, columns: usize, columnsEnd: usize, delta: usize, to: usize, rate: f32): void {
  turned(8, descends, columns, columnsEnd, delta, to, rate)
}
