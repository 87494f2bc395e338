import { describe, expect, it } from 'vitest';
import { adderDataset, logicGateDataset, logicGates, type LogicGate } from '../../../packages/engine/src/headless.js';

describe('logicGateDataset', () => {
  const truth: Record<LogicGate, (x: boolean, y: boolean) => boolean> = {
    and: (x, y) => x && y,
    or: (x, y) => x || y,
    nand: (x, y) => !(x && y),
    nor: (x, y) => !(x || y),
    xor: (x, y) => x !== y,
    xnor: (x, y) => x === y,
  };

  it.each(logicGates)('%s answers as logic does', (gate) => {
    const { inputs, targets, rows } = logicGateDataset(gate);
    expect(rows).toBe(4);
    for (let row = 0; row < rows; row++) {
      const [x, y] = inputs.subarray(row * 2, row * 2 + 2);
      expect(targets[row]).toBe(truth[gate](x === 1, y === 1) ? 1 : 0);
    }
    expect([...inputs]).toEqual([0, 0, 0, 1, 1, 0, 1, 1]);
  });

  it('refuses any other gate', () => {
    expect(() => logicGateDataset('toString' as LogicGate)).toThrow(
      expect.objectContaining({ code: 'invalid-option' }) as Error,
    );
  });
});

describe('adderDataset', () => {
  it.each([1, 2, 3, 5])('adds all pairs of %i bits, lowest bit first, and sets every bit on overflow', (bits) => {
    const { inputs, targets, rows } = adderDataset({ bits });
    expect(rows).toBe(4 ** bits);
    const number = (values: Float32Array): number => values.reduce((sum, bit, k) => sum + bit * 2 ** k, 0);
    const seen = new Set<string>();
    for (let row = 0; row < rows; row++) {
      const x = number(inputs.subarray(row * 2 * bits, row * 2 * bits + bits));
      const y = number(inputs.subarray(row * 2 * bits + bits, (row + 1) * 2 * bits));
      const answer = targets.subarray(row * (bits + 1), (row + 1) * (bits + 1));
      seen.add(`${x} ${y}`);
      if (x + y >= 2 ** bits) expect(answer.every((bit) => bit === 1)).toBe(true);
      else expect(number(answer)).toBe(x + y);
    }
    expect(seen.size).toBe(rows);
  });

  it('refuses sizes that would explode', () => {
    for (const bits of [0, 9, 1.5, '2']) {
      expect(() => adderDataset({ bits: bits as number })).toThrow(
        expect.objectContaining({ code: 'invalid-option' }) as Error,
      );
    }
  });
});
