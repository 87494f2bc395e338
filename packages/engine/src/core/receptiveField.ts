import { marginsOf } from './layerKinds/window.js';
import type { LayerDescription, NetworkDescription } from './network.js';

/** Places of a picture, both ends included; beyond the picture they lie in its padding. */
export interface PictureBox {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The places of the input that a place of a layer depends on, padding included: r·stride − padding to (r′·stride − padding) + window − 1 for
 * every window on the way back, joined where ways meet. A flattened or dense layer on the way depends on the whole picture.
 * @returns null where a layer on the way does not say what it does, and where layer or input are no pictures
 */
export function receptiveField(
  { layers }: NetworkDescription,
  layer: number,
  row: number,
  column: number,
): PictureBox | null {
  const seen = new Map<number, PictureBox>([[layer, { top: row, left: column, bottom: row, right: column }]]);
  if (layers[layer]?.shape.length !== 3 || layers[0]?.shape.length !== 3) return null;
  for (let l = layer; l > 0; l--) {
    const box = seen.get(l);
    if (box === undefined) continue;
    for (const from of layers[l]!.inputs) {
      const before = boxBefore(layers[l]!, layers[from]!, box);
      if (before === null) return null;
      seen.set(from, joined(seen.get(from), before));
    }
  }
  return seen.get(0) ?? null;
}

function boxBefore(layer: LayerDescription, from: LayerDescription, box: PictureBox): PictureBox | null {
  switch (layer.kind) {
    case 'conv2d':
    case 'pool': {
      const window = layer.kind === 'conv2d' ? layer.kernelSize : layer.size;
      const shape = from.shape as readonly [number, number, number];
      const [top, left] = marginsOf(shape, window, layer.stride, layer.padding);
      const [down, across] = layer.stride;
      return {
        top: box.top * down - top,
        left: box.left * across - left,
        bottom: box.bottom * down - top + window[0] - 1,
        right: box.right * across - left + window[1] - 1,
      };
    }
    case 'add':
    case 'concatenate':
      return box;
    case 'normalization':
      // A trained network normalizes a batch by numbers that it has kept; other means are of this very picture.
      return layer.over === 'batch' ? box : wholeOf(from);
    case 'dense':
    case 'flatten':
      return wholeOf(from);
    default:
      return null;
  }
}

function wholeOf({ shape }: LayerDescription): PictureBox {
  return { top: 0, left: 0, bottom: shape[0] - 1, right: (shape[1] ?? 1) - 1 };
}

function joined(one: PictureBox | undefined, other: PictureBox): PictureBox {
  if (one === undefined) return other;
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}
