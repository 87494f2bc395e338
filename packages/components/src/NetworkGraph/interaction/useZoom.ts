'use client';
import { useEffect, useMemo, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useIsomorphicLayoutEffect } from '../../shared/useIsomorphicLayoutEffect.js';
import type { GraphGeometry } from '../layout/geometry.js';
import { createZoom } from './createZoom.js';
import { wholePicture, zoomGeometry } from './zoom.js';

export interface Zoom {
  readonly enabled: boolean;
  readonly factor: number;
  /** The geometry as it is seen. */
  readonly geometry: GraphGeometry | null;
  /** Zooms by a factor about the middle; 0 shows the whole picture. */
  readonly by: (factor: number) => void;
  /** Handles + − 0 and Shift with arrows. Returns whether it handled the key. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** Whether the picture is being dragged. */
  readonly dragging: () => boolean;
  /** Whether the last press was a drag, not a click. */
  readonly dragged: () => boolean;
}

/** The zoom of a graph, and its geometry as it is seen. While it is off, the whole picture is shown. */
export function useZoom(element: HTMLDivElement | null, geometry: GraphGeometry | null, enabled: boolean): Zoom {
  const [zoom] = useState(createZoom);
  const state = useSyncExternalStore(zoom.subscribe, zoom.get, zoom.get);
  const width = geometry?.width ?? 0;
  const height = geometry?.height ?? 0;
  useIsomorphicLayoutEffect(() => {
    zoom.update({ element: enabled ? element : null, width, height });
  }, [zoom, element, enabled, width, height]);
  useEffect(() => () => zoom.destroy(), [zoom]);

  const shown = enabled ? state : wholePicture;
  const zoomed = useMemo(() => geometry && zoomGeometry(geometry, shown), [geometry, shown]);
  return {
    ...{ enabled, factor: shown.factor, geometry: zoomed },
    ...{ by: zoom.by, onKey: zoom.onKey, dragging: zoom.isDragging, dragged: zoom.wasDragged },
  };
}
