/** A point of a drawing: shares of the pad's width and height, from the top left. */
export type Point = readonly [x: number, y: number];
/** Where the pen went between touching the paper and leaving it. */
export type Stroke = readonly Point[];

export interface StrokesToPixelsOptions {
  readonly rows: number;
  readonly columns: number;
  /** Width of the pen as a share of the shorter side. */
  readonly brush: number;
  /**
   * Scales the drawing until its longer side is this share of the shorter side of the picture, then centres it by its mass, as MNIST's
   * digits were prepared (20 of 28 pixels). Default: the drawing stays where and as large as it was drawn.
   */
  readonly fit?: number | undefined;
  /** Closes every stroke and inks what it encloses, so that an outline becomes a shape. Default false. */
  readonly fill?: boolean | undefined;
}

/** Samples per pixel along each axis: a pixel's grey is the share of its 5 × 5 samples that lie under the pen. */
const samples = 5;
/** A dot stays a dot: nothing is enlarged more than this. */
const largestScale = 4;

/**
 * A drawing as the pixels of a picture, [rows × columns] from 0 to 1, row by row from the top.
 * The strokes are scaled and moved, not the pixels, so lines keep their width and their smooth edges.
 */
export function strokesToPixels(strokes: readonly Stroke[], options: StrokesToPixelsOptions): number[] {
  const { rows, columns, brush, fit, fill } = options;
  const side = Math.min(rows, columns);
  const radius = (brush * side) / 2;
  let paths: readonly Stroke[] = strokes.map((stroke) => {
    const closed = fill ? [...stroke, ...stroke.slice(0, 1)] : stroke;
    return closed.map(([x, y]): Point => [x * columns, y * rows]);
  });
  if (fit !== undefined && paths.flat().length > 0) {
    paths = scaled(paths, fit * side, radius, [columns / 2, rows / 2]);
    const [massX, massY] = centreOfMass(draw(paths, radius, options), columns);
    const box = boundsOf(paths);
    paths = moved(paths, [
      within(columns / 2 - massX, radius - box.left, columns - radius - box.right),
      within(rows / 2 - massY, radius - box.top, rows - radius - box.bottom),
    ]);
  }
  return draw(paths, radius, options);
}

function draw(paths: readonly Stroke[], radius: number, { rows, columns, fill }: StrokesToPixelsOptions): number[] {
  const width = columns * samples;
  const height = rows * samples;
  const inked = new Uint8Array(width * height);
  for (const path of paths) {
    path.forEach((to, index) => {
      inkSegment(inked, width, height, path[Math.max(0, index - 1)] ?? to, to, radius);
    });
  }
  if (fill) fillEnclosed(inked, width, height);
  const pixels = new Array<number>(rows * columns).fill(0);
  inked.forEach((value, index) => {
    const row = Math.floor(index / width / samples);
    pixels[row * columns + Math.floor((index % width) / samples)]! += value / (samples * samples);
  });
  return pixels;
}

/** Inks every sample closer to the segment than the radius. */
function inkSegment(inked: Uint8Array, width: number, height: number, from: Point, to: Point, radius: number): void {
  const [fromX, fromY] = from;
  const alongX = to[0] - fromX;
  const alongY = to[1] - fromY;
  const length = alongX * alongX + alongY * alongY;
  const first = (low: number): number => Math.max(0, Math.floor((low - radius) * samples));
  const last = (high: number, most: number): number => Math.min(most - 1, Math.ceil((high + radius) * samples));
  for (let row = first(Math.min(fromY, to[1])); row <= last(Math.max(fromY, to[1]), height); row++) {
    for (let column = first(Math.min(fromX, to[0])); column <= last(Math.max(fromX, to[0]), width); column++) {
      const x = (column + 0.5) / samples - fromX;
      const y = (row + 0.5) / samples - fromY;
      const share = length === 0 ? 0 : within((x * alongX + y * alongY) / length, 0, 1);
      const dx = x - share * alongX;
      const dy = y - share * alongY;
      if (dx * dx + dy * dy <= radius * radius) inked[row * width + column] = 1;
    }
  }
}

/** Inks every sample from which no way leads to the edge of the picture. */
function fillEnclosed(inked: Uint8Array, width: number, height: number): void {
  const outside = new Uint8Array(inked.length);
  const open: number[] = [];
  const visit = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= width || row >= height) return;
    const index = row * width + column;
    if (inked[index] === 1 || outside[index] === 1) return;
    outside[index] = 1;
    open.push(index);
  };
  for (let column = 0; column < width; column++) for (const row of [0, height - 1]) visit(column, row);
  for (let row = 0; row < height; row++) for (const column of [0, width - 1]) visit(column, row);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const column = index % width;
    const row = Math.floor(index / width);
    visit(column - 1, row);
    visit(column + 1, row);
    visit(column, row - 1);
    visit(column, row + 1);
  }
  outside.forEach((isOutside, index) => {
    if (isOutside === 0) inked[index] = 1;
  });
}

function scaled(paths: readonly Stroke[], size: number, radius: number, centre: Point): Stroke[] {
  const box = boundsOf(paths);
  const longest = Math.max(box.right - box.left, box.bottom - box.top);
  const scale = longest === 0 ? 1 : Math.min(largestScale, Math.max(0, size - 2 * radius) / longest);
  const middle: Point = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return paths.map((path) =>
    path.map(([x, y]): Point => [centre[0] + (x - middle[0]) * scale, centre[1] + (y - middle[1]) * scale]),
  );
}

function moved(paths: readonly Stroke[], [byX, byY]: Point): Stroke[] {
  return paths.map((path) => path.map(([x, y]): Point => [x + byX, y + byY]));
}

function boundsOf(paths: readonly Stroke[]): Record<'left' | 'right' | 'top' | 'bottom', number> {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y] of paths.flat()) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

function centreOfMass(pixels: readonly number[], columns: number): Point {
  let mass = 0;
  let x = 0;
  let y = 0;
  pixels.forEach((value, index) => {
    mass += value;
    x += value * ((index % columns) + 0.5);
    y += value * (Math.floor(index / columns) + 0.5);
  });
  return [x / mass, y / mass];
}

/** The nearest number in [low, high]; the middle where there is no room between them. */
function within(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}
