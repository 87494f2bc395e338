import type { PlotBox } from '../scene/project.js';

/** What gestures do. Places are shares of the axis's length, from 0 to 1. */
export interface PointerActions {
  readonly box: () => PlotBox;
  /** The pointer is over a place; null: it has left. `y` in CSS pixels of the element. */
  readonly point: (share: number | null, y: number) => void;
  readonly zoom: (factor: number, share: number) => void;
  readonly pan: (share: number) => void;
  /** A part of the axis is being chosen; null: no more. */
  readonly mark: (part: readonly [from: number, to: number] | null) => void;
  readonly choose: (part: readonly [from: number, to: number]) => void;
  readonly reset: () => void;
  /** Whether a wheel without a modifier zooms. */
  readonly wheelZooms: () => boolean;
}

/** Pixels that a press may wander and still be a click. */
const slack = 4;
const pixelsPerLine = 32;

/**
 * Pointer, wheel and pinch over a plot: a drag chooses the steps to show, with Shift or the middle button it pans; a wheel zooms with Ctrl or ⌘ (as a pinch on a
 * touchpad says), or as `wheelZooms` says, and pans sideways; two fingers zoom and pan; a double click shows all. A single finger reads. Returns how to stop.
 */
export function listenToPointer(element: HTMLElement, actions: PointerActions): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const pointers = new Map<number, number>();
  let gesture: 'none' | 'pressed' | 'brush' | 'pan' | 'pinch' = 'none';
  let start = 0;
  let last = 0;

  const placeOf = (event: MouseEvent): { readonly share: number; readonly y: number } => {
    const { left, width } = actions.box();
    const edges = element.getBoundingClientRect();
    return { share: (event.clientX - edges.left - left) / Math.max(1, width), y: event.clientY - edges.top };
  };
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  const isWithin = (share: number): boolean => share >= -0.02 && share <= 1.02;

  const onWheel = (event: WheelEvent): void => {
    const isZoom = event.ctrlKey || event.metaKey || actions.wheelZooms();
    const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
    if (!isZoom && !isSideways) return;
    event.preventDefault();
    const unit = event.deltaMode === 0 ? 1 : pixelsPerLine;
    const { width } = actions.box();
    if (isSideways) actions.pan(((event.deltaX || event.deltaY) * unit) / Math.max(1, width));
    else actions.zoom(Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.002)), clamp(placeOf(event).share));
  };
  const onDown = (event: PointerEvent): void => {
    const { share, y } = placeOf(event);
    pointers.set(event.pointerId, share);
    if (pointers.size === 2) {
      gesture = 'pinch';
      actions.mark(null);
      return;
    }
    if (event.button > 1) return;
    if (event.button === 1) event.preventDefault();
    start = clamp(share);
    last = share;
    if (event.pointerType === 'touch') actions.point(start, y);
    else gesture = event.shiftKey || event.button === 1 ? 'pan' : 'pressed';
  };
  const onMove = (event: PointerEvent): void => {
    const { share, y } = placeOf(event);
    const before = pointers.get(event.pointerId);
    if (before === undefined || (gesture === 'none' && event.pointerType === 'touch')) {
      actions.point(isWithin(share) ? clamp(share) : null, y);
      return;
    }
    pointers.set(event.pointerId, share);
    if (gesture === 'pinch') pinch(event.pointerId, before, share);
    else if (gesture === 'pan') {
      capture(event);
      actions.pan(last - share);
      last = share;
    } else if (gesture === 'pressed' && Math.abs(share - start) * actions.box().width > slack) gesture = 'brush';
    if (gesture === 'brush') {
      capture(event);
      actions.mark(part(share));
    }
  };
  const capture = ({ pointerId }: PointerEvent): void => {
    if (!element.hasPointerCapture(pointerId)) element.setPointerCapture(pointerId);
  };
  const part = (share: number): readonly [number, number] => [
    Math.min(start, clamp(share)),
    Math.max(start, clamp(share)),
  ];
  const pinch = (id: number, before: number, share: number): void => {
    const other = [...pointers].find(([pointer]) => pointer !== id)?.[1];
    if (other === undefined) return;
    actions.pan((before - share) / 2);
    const least = 0.01;
    const spread = Math.max(least, Math.abs(share - other)) / Math.max(least, Math.abs(before - other));
    actions.zoom(spread, clamp((share + other) / 2));
  };
  const onUp = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
    if (gesture === 'brush') {
      const chosen = part(placeOf(event).share);
      actions.mark(null);
      if (event.type === 'pointerup' && (chosen[1] - chosen[0]) * actions.box().width > slack) actions.choose(chosen);
    }
    if (gesture !== 'pinch' || pointers.size === 0) gesture = 'none';
  };
  const listen = <K extends keyof HTMLElementEventMap>(
    name: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void => element.addEventListener(name, listener, { passive: false, signal });
  listen('wheel', onWheel);
  listen('pointerdown', onDown);
  listen('pointermove', onMove);
  listen('pointerup', onUp);
  listen('pointercancel', onUp);
  listen('pointerleave', () => pointers.size === 0 && actions.point(null, 0));
  listen('dblclick', actions.reset);
  return () => stop.abort();
}
