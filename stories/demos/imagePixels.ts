/** Pixels along each side of the pictures that the network learns. */
export const side = 28;

/** A picture from a file, cut to a square in its middle, as side × side greys from 0 (black) to 1 (white). */
export async function greysOfFile(file: Blob): Promise<Float32Array> {
  const image = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to read the picture with.');
  const cut = Math.min(image.width, image.height);
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, (image.width - cut) / 2, (image.height - cut) / 2, cut, cut, 0, 0, side, side);
  image.close();
  const { data } = context.getImageData(0, 0, side, side);
  // Rec. 709 luma: what the eye takes for the brightness of a colour.
  return Float32Array.from({ length: side * side }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * pixel, 4 * pixel + 3);
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  });
}

/** Paints greys from 0 to 1, row by row from the top, and makes the canvas as large as they are. */
export function paintGreys(canvas: HTMLCanvasElement, greys: ArrayLike<number>, columns: number): void {
  const rows = greys.length / columns;
  if (canvas.width !== columns || canvas.height !== rows) Object.assign(canvas, { width: columns, height: rows });
  const context = canvas.getContext('2d');
  if (!context) return;
  const picture = context.createImageData(columns, rows);
  for (let pixel = 0; pixel < greys.length; pixel++) {
    picture.data.fill(255 * greys[pixel]!, 4 * pixel, 4 * pixel + 3);
    picture.data[4 * pixel + 3] = 255;
  }
  context.putImageData(picture, 0, 0);
}

/** The picture upside down: rows count from the top, and y, like a response map's, from the bottom. */
export function upsideDown(greys: Float32Array): Float32Array {
  const rows = Array.from({ length: side }, (_, row) => greys.subarray(row * side, (row + 1) * side));
  return Float32Array.from(rows.toReversed().flatMap((row) => [...row]));
}
