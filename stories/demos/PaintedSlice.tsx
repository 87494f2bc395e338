import { useResponseMaps } from '@neuroglow/engine';
import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { paintGreys, side } from './imagePixels.js';
import { sliceView } from './imageSlices.js';

export interface PaintedSliceProps {
  /** Where between the two pictures, from 0 to 1. */
  readonly t: number;
  /** The pixel looked at, counted row by row from the top. */
  readonly pixel: number;
  readonly onPixel: (pixel: number) => void;
}

/** Asked for twice as many pixels as it learned along each side. */
const resolution = 2 * side;

/** What the network paints at t, live while it learns. The pointer and the arrow keys choose a pixel. */
export function PaintedSlice({ t, pixel, onPixel }: PaintedSliceProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { kind: _, ...view } = useMemo(() => sliceView(t, resolution), [t]);
  const { frame } = useResponseMaps(view);
  useEffect(() => {
    if (frame && canvas.current) paintGreys(canvas.current, frame.maps, resolution);
  }, [frame]);
  const column = pixel % side;
  const row = Math.floor(pixel / side);
  const choose = (nextRow: number, nextColumn: number): void => {
    onPixel(clamp(nextRow) * side + clamp(nextColumn));
  };
  const press = (event: KeyboardEvent): void => {
    const [down, right] = moves[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    choose(row + down, column + right);
  };
  const point = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' && event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    choose(
      Math.floor((side * (event.clientY - box.top)) / box.height),
      Math.floor((side * (event.clientX - box.left)) / box.width),
    );
  };
  return (
    <div
      className="image__paper"
      role="application"
      aria-roledescription="picture"
      aria-label={`Painted picture; arrow keys choose a pixel. Column ${String(column + 1)}, row ${String(row + 1)}`}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={point}
      onPointerMove={point}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <span
        className="image__pixel"
        style={{
          inset: `${share(row)} ${share(side - 1 - column)} ${share(side - 1 - row)} ${share(column)}`,
        }}
      />
    </div>
  );
}

const moves: Readonly<Record<string, readonly [down: number, right: number] | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clamp(index: number): number {
  return Math.min(side - 1, Math.max(0, index));
}

function share(pixels: number): string {
  return `${String((100 * pixels) / side)}%`;
}
