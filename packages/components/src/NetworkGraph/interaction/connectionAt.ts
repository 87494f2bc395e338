import { gapsOf, leastMagnitude, strengthAt } from '../../drawing/raster/gaps.js';
import type { NetworkScene } from '../../drawing/scenes/network.js';
import type { ConnectionReference } from '../types.js';

/** How far from a line a press still means it, in CSS pixels. */
const REACH = 5;

/** The drawn connection nearest to a point of the picture; null where none is within reach. */
export function connectionAt(scene: NetworkScene, x: number, y: number): ConnectionReference | null {
  const [main, cross] = scene.orientation === 'left-right' ? [x, y] : [y, x];
  const gaps = gapsOf({ ...scene, scale: 1 });
  const least = leastMagnitude(scene.filter, gaps);
  const gap = gaps.find(({ begin, end }) => main >= begin && main <= end);
  if (!gap) return null;
  const way = (main - gap.begin) / (gap.end - gap.begin);
  const share = scene.connectionStyle.curved ? way * way * (3 - 2 * way) : way;
  let nearest: ConnectionReference | null = null;
  let distance = REACH;
  gap.from.forEach((start, row) => {
    gap.to.forEach((stop, column) => {
      const away = Math.abs(start + (stop - start) * share - cross);
      if (away >= distance || !(strengthAt(gap, row * gap.to.length + column) >= least)) return;
      distance = away;
      nearest = { layer: gap.layer, input: gap.fromNeurons[row]!, neuron: gap.toNeurons[column]! };
    });
  });
  return nearest;
}
