import type { Surface } from '../raster/surface.js';

/** Makes a bitmap of a surface: at once, or in a promise where there is no OffscreenCanvas. */
export type ToBitmap = (surface: Surface) => ImageBitmap | Promise<ImageBitmap>;

/** The quickest way to bitmaps on this thread; null where the browser has none (a test's DOM). */
export function createToBitmap(): ToBitmap | null {
  if (typeof ImageData !== 'function') return null;
  const canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(1, 1) : null;
  const context = canvas?.getContext('2d');
  if (canvas && context) {
    return (surface) => {
      if (canvas.width !== surface.width) canvas.width = surface.width;
      if (canvas.height !== surface.height) canvas.height = surface.height;
      context.putImageData(new ImageData(surface.bytes, surface.width, surface.height), 0, 0);
      return canvas.transferToImageBitmap();
    };
  }
  if (typeof createImageBitmap !== 'function') return null;
  return ({ bytes, width, height }) => createImageBitmap(new ImageData(bytes, width, height));
}
