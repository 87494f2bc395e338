import { useSelection, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { compositorOf, type CanvasLayer } from '../drawing/client/compositor.js';
import { cellsKind } from '../drawing/raster/cells.js';
import type { CellsScene } from '../drawing/scenes/cells.js';
import type { ColorScale } from '../shared/colorScale.js';
import type { FrameStore } from '../shared/frameStore.js';
import type { Theme } from '../shared/theme.js';
import type { Size } from '../shared/useSize.js';
import type { HeatmapLayout } from './geometry.js';
import { createCellScenes } from './scene.js';
import type { Axes, Panel, PanelNumbers, PanelPoints } from './panel.js';
import { usePickedPoints } from './usePickedPoints.js';

export interface CellCanvasOptions {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly numbers: FrameStore<PanelNumbers>;
  readonly panel: Panel;
  readonly layout: HeatmapLayout | null;
  readonly size: Size;
  readonly scales: readonly ColorScale[];
  readonly theme: Theme;
  readonly points: PanelPoints | null;
  readonly axes: Axes | null;
  /** The source whose samples the points are. */
  readonly source?: TrainingSource | null | undefined;
}

/** Draws each step's numbers to the canvas, without React. */
export function useCellCanvas(options: CellCanvasOptions): void {
  const { canvas, numbers, panel, layout, size, scales, theme, points, axes, source } = options;
  const canvasLayer = useCanvasLayer(canvas);
  const picked = usePickedPoints(points, source);
  const [{ samples, samplesOf: of = 'training' }] = useSelection(source);
  const scenes = useMemo(
    () =>
      layout &&
      createCellScenes({
        ...{ look: panel.look, hasDots: panel.hasDots, layout, size, scales, theme, points, picked, axes },
        pickedSamples: { samples, of },
      }),
    [panel, layout, size, scales, theme, points, picked, axes, samples, of],
  );
  useEffect(() => {
    if (!scenes) return;
    const draw = (): void => {
      const now = numbers.get();
      if (now) canvasLayer.current?.paint(scenes(now));
    };
    draw();
    return numbers.subscribe(draw);
  }, [scenes, numbers, canvasLayer]);
}

/** The canvas as a layer of its document's compositor, for as long as it is mounted; filled before later effects run. */
function useCanvasLayer(canvas: RefObject<HTMLCanvasElement | null>): RefObject<CanvasLayer<CellsScene> | null> {
  const layer = useRef<CanvasLayer<CellsScene> | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const attached = compositorOf(canvas.current.ownerDocument).attach(canvas.current, cellsKind);
    layer.current = attached;
    return () => {
      attached.dispose();
      layer.current = null;
    };
  }, [canvas]);
  return layer;
}
