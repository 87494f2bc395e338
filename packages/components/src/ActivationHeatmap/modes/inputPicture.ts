import { pictureShape, type LayerDescription } from '@neuroglow/engine';

/** How one value per input is laid out as a picture. */
export interface InputPicture {
  readonly rows: number;
  /** Of all planes, which lie side by side. */
  readonly columns: number;
  /** Values of one picture; fewer than rows · columns where the last row is not full. */
  readonly cells: number;
  /** 1, or the channels of a colour image. */
  readonly planes: number;
}

/** An image as it is; a colour image as its planes side by side; without a shape one row, or rows of a square where it would be too long to be seen. */
export function inputPicture({ neurons, shape }: Pick<LayerDescription, 'neurons' | 'shape'>): InputPicture {
  const single = pictureShape(shape);
  if (single) return { rows: single[0], columns: single[1], cells: neurons, planes: 1 };
  const [rows = 0, columns = 0, planes = 0] = shape;
  if (shape.length === 3 && planes > 1 && planes <= 4 && columns > 1) {
    return { rows, columns: columns * planes, cells: neurons, planes };
  }
  const across = neurons <= 32 ? neurons : Math.ceil(Math.sqrt(neurons));
  return { rows: Math.ceil(neurons / across), columns: across, cells: neurons, planes: 1 };
}

/** Values [pictures × inputs] in the order of their cells: of colour images, whose channels are interleaved, plane beside plane. */
export function arrange(
  values: Float32Array,
  { columns, cells, planes = 1 }: Partial<InputPicture> & Pick<InputPicture, 'columns' | 'cells'>,
): Float32Array {
  if (planes === 1) return values;
  const across = columns / planes;
  const arranged = new Float32Array(values.length);
  for (let from = 0; from < values.length; from += cells) {
    for (let at = 0; at < cells; at++) {
      const plane = at % planes;
      const pixel = (at - plane) / planes;
      const column = pixel % across;
      const row = (pixel - column) / across;
      arranged[from + row * columns + plane * across + column] = values[from + at]!;
    }
  }
  return arranged;
}
