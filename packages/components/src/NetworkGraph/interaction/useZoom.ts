'use client';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { GraphGeometry } from '../layout/geometry.js';
import { panBy, wholePicture, zoomAbout, zoomGeometry, type ZoomState } from './zoom.js';

export interface Zoom {
  readonly enabled: boolean;
  readonly factor: number;
  /** The geometry as it is seen. */
  readonly geometry: GraphGeometry | null;
  /** Zooms by a factor about the middle; 0 shows the whole. */
  readonly by: (factor: number) => void;
  /** Handles + − 0 and Shift with arrows; returns whether the key was its own. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** Whether the picture is being dragged, and whether the last press was a drag and no click. */
  readonly dragging: () => boolean;
  readonly dragged: () => boolean;
}

/** Pixels that a press may wander and still be a click. */
const SLACK = 4;
const STEP = 1.3;
const PAN = 48;

/** Zoom and pan by wheel, pinch, drag and keys. */
export function useZoom(element: HTMLDivElement | null, geometry: GraphGeometry | null, enabled: boolean): Zoom {
  const [state, setState] = useState<ZoomState>(wholePicture);
  const gesture = useRef({ pressed: 0, moved: 0 });
  const width = geometry?.width ?? 0;
  const height = geometry?.height ?? 0;

  useEffect(() => {
    if (!enabled || !element) return;
    const pointers = new Map<number, { x: number; y: number }>();
    const at = (event: MouseEvent): { x: number; y: number } => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { x, y } = at(event);
      const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 32;
      setState((known) => zoomAbout(known, Math.exp(-pixels * 0.002), x, y, width, height));
    };
    const onDown = (event: PointerEvent): void => {
      // A neuron that is being changed stays where it is.
      if (event.target instanceof Element && event.target.closest('[data-edits]')) return;
      pointers.set(event.pointerId, at(event));
      gesture.current = { pressed: pointers.size, moved: 0 };
    };
    const onMove = (event: PointerEvent): void => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = at(event);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      gesture.current.moved += Math.hypot(now.x - before.x, now.y - before.y);
      if (gesture.current.moved < SLACK) return;
      // Only a drag takes the pointer: a captured click would no longer reach what it was on.
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      setState((known) => {
        const panned = panBy(
          known,
          (now.x - before.x) / pointers.size,
          (now.y - before.y) / pointers.size,
          width,
          height,
        );
        if (!other) return panned;
        const spread =
          Math.hypot(now.x - other.x, now.y - other.y) /
          Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
        return zoomAbout(panned, spread, (now.x + other.x) / 2, (now.y + other.y) / 2, width, height);
      });
    };
    const onUp = (event: PointerEvent): void => {
      pointers.delete(event.pointerId);
      gesture.current.pressed = pointers.size;
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
    };
  }, [element, enabled, width, height]);

  const shown = enabled ? state : wholePicture;
  const zoomed = useMemo(() => geometry && zoomGeometry(geometry, shown), [geometry, shown]);
  const by = (factor: number): void =>
    setState((known) => (factor === 0 ? wholePicture : zoomAbout(known, factor, width / 2, height / 2, width, height)));
  const arrows: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [PAN, 0],
    ArrowRight: [-PAN, 0],
    ArrowUp: [0, PAN],
    ArrowDown: [0, -PAN],
  };
  return {
    enabled,
    factor: shown.factor,
    geometry: zoomed,
    by,
    onKey: (event) => {
      if (!enabled) return false;
      const arrow = event.shiftKey ? arrows[event.key] : undefined;
      if (arrow) setState((known) => panBy(known, arrow[0], arrow[1], width, height));
      else if (event.key === '+' || event.key === '=') by(STEP);
      else if (event.key === '-') by(1 / STEP);
      else if (event.key === '0') by(0);
      else return false;
      event.preventDefault();
      return true;
    },
    dragging: () => gesture.current.pressed > 0 && gesture.current.moved >= SLACK,
    dragged: () => gesture.current.moved >= SLACK,
  };
}
