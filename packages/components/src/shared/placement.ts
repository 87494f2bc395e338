/** A rectangle in the coordinates of the box that it lies in. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a tooltip of a size goes beside an anchor within a box: right of it, else left, else above or below it; never over the anchor
 * while there is room, and never out of the box sideways.
 */
export function placeTooltip(
  anchor: Rectangle,
  tooltip: Pick<Rectangle, 'width' | 'height'>,
  box: Pick<Rectangle, 'width' | 'height'>,
  gap = 10,
): { readonly x: number; readonly y: number } {
  const middle = anchor.y + anchor.height / 2 - tooltip.height / 2;
  const y = clamp(middle, 0, box.height - tooltip.height);
  const right = anchor.x + anchor.width + gap;
  if (right + tooltip.width <= box.width) return { x: right, y };
  const left = anchor.x - gap - tooltip.width;
  if (left >= 0) return { x: left, y };
  const above = anchor.y - gap - tooltip.height;
  const x = clamp(anchor.x + anchor.width / 2 - tooltip.width / 2, 0, box.width - tooltip.width);
  return { x, y: above >= 0 ? above : anchor.y + anchor.height + gap };
}

/** The low end wins where there is no room. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
