/** Dimensions kept: the two that are wanted and ten to spare, as Halko, Martinsson & Tropp advise. */
const dimensions = 12;
const iterations = 3;

/**
 * Coordinates [rows × 12] of centred rows [rows × width] in a space that holds nearly all of their leading principal components:
 * subspace iteration with XᵀX (Halko, Martinsson & Tropp, "Finding structure with randomness", 2011), begun from evenly
 * spaced rows instead of random ones, so that it is deterministic. O(rows·width·12) where exact components cost O(width³).
 */
export function leadingCoordinates(
  centred: Float64Array,
  rows: number,
  width: number,
): {
  readonly coordinates: Float64Array;
  readonly dimensions: number;
  /** [dimensions × width], orthonormal. */
  readonly basis: Float64Array;
} {
  const count = Math.min(dimensions, rows, width);
  const basis = new Float64Array(count * width);
  for (let k = 0; k < count; k++) {
    const row = Math.floor((k * rows) / count);
    basis.set(centred.subarray(row * width, (row + 1) * width), k * width);
  }
  orthonormalize(basis, count, width);
  for (let iteration = 0; iteration < iterations; iteration++) {
    combine(project(centred, rows, width, basis, count), centred, rows, width, basis, count);
    orthonormalize(basis, count, width);
  }
  return { coordinates: project(centred, rows, width, basis, count), dimensions: count, basis };
}

/** [rows × count]: each row's products with the basis vectors. */
function project(centred: Float64Array, rows: number, width: number, basis: Float64Array, count: number): Float64Array {
  const products = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    for (let k = 0; k < count; k++) {
      const at = k * width;
      let sum = 0;
      for (let i = 0; i < width; i++) sum += centred[from + i]! * basis[at + i]!;
      products[row * count + k] = sum;
    }
  }
  return products;
}

/** basis ← productsᵀ · centred */
function combine(
  products: Float64Array,
  centred: Float64Array,
  rows: number,
  width: number,
  basis: Float64Array,
  count: number,
): void {
  basis.fill(0);
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    for (let k = 0; k < count; k++) {
      const product = products[row * count + k]!;
      const at = k * width;
      for (let i = 0; i < width; i++) basis[at + i]! += product * centred[from + i]!;
    }
  }
}

/** Modified Gram–Schmidt; a vector that the ones before already span becomes 0. */
function orthonormalize(basis: Float64Array, count: number, width: number): void {
  const vector = (k: number): Float64Array => basis.subarray(k * width, (k + 1) * width);
  for (let k = 0; k < count; k++) {
    const current = vector(k);
    const before = norm(current);
    for (let earlier = 0; earlier < k; earlier++) {
      const other = vector(earlier);
      let product = 0;
      for (let i = 0; i < width; i++) product += current[i]! * other[i]!;
      for (let i = 0; i < width; i++) current[i]! -= product * other[i]!;
    }
    const left = norm(current);
    const scale = left > 1e-10 * before ? 1 / left : 0;
    for (let i = 0; i < width; i++) current[i]! *= scale;
  }
}

function norm(vector: Float64Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}
