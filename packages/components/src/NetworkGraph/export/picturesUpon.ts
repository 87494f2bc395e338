import type { SvgPicture } from '../../drawing/svg/pictures.js';

/** The canvases that a caller draws upon a picture, where they are on the page; those without an area, and those that may not be read, are left out. */
export function picturesUpon(stage: Element, own: string): SvgPicture[] {
  const { left, top } = stage.getBoundingClientRect();
  return [...stage.querySelectorAll<HTMLCanvasElement>(`.${own} canvas`)].flatMap((canvas): SvgPicture[] => {
    const box = canvas.getBoundingClientRect();
    const dataUrl = box.width > 0 && box.height > 0 ? readCanvas(canvas) : null;
    if (dataUrl === null) return [];
    const isRound = getComputedStyle(canvas).borderTopLeftRadius === '50%';
    return [{ x: box.left - left, y: box.top - top, width: box.width, height: box.height, isRound, dataUrl }];
  });
}

/** null where the canvas holds an image of another origin. */
function readCanvas(canvas: HTMLCanvasElement): string | null {
  try {
    return canvas.toDataURL('image/png');
  } catch {
    return null;
  }
}
