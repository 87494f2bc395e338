/** Numbers that look like a network's, the same every time: pictures of every state need no training. */

/** A soft spot of light, and one of shadow, at a place that depends on the neuron: as a first layer's weights look. */
export function madeUpWeights(neurons: number, side: number): Float32Array {
  const weights = new Float32Array(neurons * side * side);
  for (let neuron = 0; neuron < neurons; neuron++) {
    const angle = neuron * 2.4;
    const reach = side * 0.24;
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const x = column - (side - 1) / 2;
        const y = row - (side - 1) / 2;
        const light = spot(x - reach * Math.cos(angle), y - reach * Math.sin(angle), side / 5);
        const shadow = spot(x + reach * Math.cos(angle), y + reach * Math.sin(angle), side / 6);
        const grain = Math.sin(neuron * 12.9 + row * 78.2 + column * 37.7) * 0.22;
        weights[(neuron * side + row) * side + column] = 1.7 * light - 1.5 * shadow + grain;
      }
    }
  }
  return weights;
}

/** A digit three of 8 × 8 pixels. */
export const three = [
  '00666600',
  '06600660',
  '00000660',
  '00066600',
  '00000660',
  '00000660',
  '06600660',
  '00666600',
].flatMap((row) => Array.from(row, (ink) => Number(ink) / 7));

/** Activations between 0 and 1. */
export function madeUpActivations(neurons: number, phase = 0): number[] {
  return Array.from({ length: neurons }, (_, neuron) => 0.5 + 0.5 * Math.sin(neuron * 2.1 + phase) ** 3);
}

function spot(x: number, y: number, width: number): number {
  return Math.exp(-(x * x + y * y) / (2 * width * width));
}

/** Ten classes of a hundred rows; 4 and 9, 3 and 5 are mixed up more often than others. */
export function madeUpConfusion(): number[] {
  const counts = new Array<number>(100).fill(0);
  for (let truth = 0; truth < 10; truth++) {
    let left = 100;
    for (let answer = 0; answer < 10; answer++) {
      if (answer === truth) continue;
      const isClose = [truth + answer, Math.abs(truth - answer)].join() === '13,5' || truth + answer === 8;
      const count = isClose ? 6 + (truth % 3) : (truth * 7 + answer * 3) % 3 === 0 ? 1 : 0;
      counts[truth * 10 + answer] = count;
      left -= count;
    }
    counts[truth * 11] = left;
  }
  return counts;
}
