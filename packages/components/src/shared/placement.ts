/** A rectangle in the coordinates of the box that it lies in. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type TooltipSide = 'right' | 'left' | 'along';

/** Where a tooltip may stand. */
export interface TooltipPlace {
  /**
   * The sides to try, in this order; along: below or above, whichever has more room. The last resort is above or below the anchor.
   * @default ['right', 'left']
   */
  readonly sides?: readonly TooltipSide[] | undefined;
  /** What a tooltip along the anchor leaves free above and below: the whole layer of a neuron, say. @default the anchor */
  readonly around?: Rectangle | undefined;
}

/**
 * Where a tooltip of a size goes beside an anchor within a box; never over the anchor while there is room, and never out of the box sideways.
 */
export function placeTooltip(
  anchor: Rectangle,
  tooltip: Pick<Rectangle, 'width' | 'height'>,
  box: Pick<Rectangle, 'width' | 'height'>,
  { sides = ['right', 'left'], around = anchor }: TooltipPlace = {},
  gap = 10,
): { readonly x: number; readonly y: number } {
  const middle = anchor.y + anchor.height / 2 - tooltip.height / 2;
  const y = clamp(middle, 0, box.height - tooltip.height);
  const right = anchor.x + anchor.width + gap;
  const left = anchor.x - gap - tooltip.width;
  const above = anchor.y - gap - tooltip.height;
  const x = clamp(anchor.x + anchor.width / 2 - tooltip.width / 2, 0, box.width - tooltip.width);
  for (const side of sides) {
    if (side === 'right' && right + tooltip.width <= box.width) return { x: right, y };
    if (side === 'left' && left >= 0) return { x: left, y };
    if (side === 'along') {
      const below = around.y + around.height + gap;
      const over = around.y - gap - tooltip.height;
      if (below + tooltip.height <= box.height) return { x, y: below };
      if (over >= 0) return { x, y: over };
    }
  }
  return { x, y: above >= 0 ? above : anchor.y + anchor.height + gap };
}

/** The low end wins where there is no room. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
