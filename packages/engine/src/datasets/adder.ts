import { checkInteger, checkOptions } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';

export interface AdderOptions {
  /** Bits of each number, 1 to 8. Default 2. */
  readonly bits?: number;
}

/**
 * Adding two n-bit numbers: all 4ⁿ pairs, x = ⌊row/2ⁿ⌋ and y = row mod 2ⁿ. Inputs: n bits of x, then n bits of y; targets: n bits of
 * the sum, then the overflow bit; lowest bit first. Where x + y does not fit into n bits, **every** target is 1, as in nn.h: the
 * overflow bit marks the rest as not a sum.
 * @throws `invalid-option`
 */
export function adderDataset(options: AdderOptions = {}): Dataset {
  checkOptions(options, 'options', ['bits']);
  const { bits = 2 } = options;
  checkInteger(bits, 'bits', 1, 8);
  const numbers = 1 << bits;
  const rows = numbers * numbers;
  const inputs = new Float32Array(rows * 2 * bits);
  const targets = new Float32Array(rows * (bits + 1));
  for (let row = 0; row < rows; row++) {
    const x = row >> bits;
    const y = row & (numbers - 1);
    const overflows = x + y >= numbers;
    for (let bit = 0; bit < bits; bit++) {
      inputs[row * 2 * bits + bit] = (x >> bit) & 1;
      inputs[row * 2 * bits + bits + bit] = (y >> bit) & 1;
      targets[row * (bits + 1) + bit] = overflows ? 1 : ((x + y) >> bit) & 1;
    }
    targets[row * (bits + 1) + bits] = overflows ? 1 : 0;
  }
  return { inputs, targets, rows };
}
