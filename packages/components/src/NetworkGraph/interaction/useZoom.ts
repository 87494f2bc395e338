'use client';
import { useEffect, useMemo, useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useIsomorphicLayoutEffect } from '../../shared/useIsomorphicLayoutEffect.js';
import type { GraphGeometry } from '../layout/geometry.js';
import { useOnDemand } from '../../shared/useOnDemand.js';
import type * as Parts from './zoomParts.js';
import { wholePicture } from './zoomState.js';

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

const fetchParts = (): Promise<typeof Parts> => import('./zoomParts.js');
const never = (): boolean => false;
const nothing = (): void => undefined;
const noSubscription = (): (() => void) => nothing;
const whole = (): typeof wholePicture => wholePicture;

/** The zoom of a graph, and its geometry as it is seen. While it is off, or its code has not come, the whole picture is shown. */
export function useZoom(element: HTMLDivElement | null, geometry: GraphGeometry | null, enabled: boolean): Zoom {
  const parts = useOnDemand(enabled, fetchParts);
  const zoom = useMemo(() => parts?.createZoom() ?? null, [parts]);
  // Buttons pressed before the code has come.
  const early = useRef<number[]>([]);
  const shown = useSyncExternalStore(zoom?.subscribe ?? noSubscription, zoom?.get ?? whole, whole);
  const width = geometry?.width ?? 0;
  const height = geometry?.height ?? 0;
  useIsomorphicLayoutEffect(() => {
    if (!zoom) return;
    zoom.update({ element, width, height });
    for (const factor of early.current.splice(0)) zoom.by(factor);
  }, [zoom, element, width, height]);
  useEffect(() => () => zoom?.destroy(), [zoom]);

  const zoomed = useMemo(
    () => (geometry && parts ? parts.zoomGeometry(geometry, shown) : geometry),
    [geometry, parts, shown],
  );
  return {
    ...{ enabled, factor: shown.factor, geometry: zoomed },
    ...{ by: zoom?.by ?? ((by: number) => void early.current.push(by)), onKey: zoom?.onKey ?? never },
    ...{ dragging: zoom?.isDragging ?? never, dragged: zoom?.wasDragged ?? never },
  };
}
