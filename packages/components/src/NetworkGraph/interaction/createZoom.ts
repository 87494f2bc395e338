import { panBy, zoomAbout } from './zoom.js';
import { wholePicture, type ZoomState } from './zoomState.js';

/** What a zoom works on. */
export interface ZoomSettings {
  /** The element that hears wheel, pinch and drag; null while there is none, or while zooming is off. */
  readonly element: HTMLElement | null;
  /** The picture's size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A pressed key, as the DOM and React report it. */
export interface ZoomKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly preventDefault: () => void;
}

/** Zoom and pan of a picture by wheel, pinch, drag and keys. */
export interface ZoomInteraction {
  readonly get: () => ZoomState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Zooms by a factor about the middle; 0 shows the whole picture. */
  readonly by: (factor: number) => void;
  /** Handles + − 0 and Shift with arrows. Returns whether it handled the key. */
  readonly onKey: (event: ZoomKey) => boolean;
  /** Whether the picture is being dragged. */
  readonly isDragging: () => boolean;
  /** Whether the last press was a drag, not a click. */
  readonly wasDragged: () => boolean;
  /** Takes new settings. Listens to a new element; a gesture on the same element goes on. */
  readonly update: (settings: ZoomSettings) => void;
  /** Removes all listeners from the element. A later `update` adds them again. */
  readonly destroy: () => void;
}

/** Pixels that a press may wander and still be a click. */
const SLACK = 4;
/** Factor per key press. */
const STEP = 1.3;
/** Pixels per key press. */
const PAN = 48;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [PAN, 0],
  ArrowRight: [-PAN, 0],
  ArrowUp: [0, PAN],
  ArrowDown: [0, -PAN],
};

/** Creates a zoom that shows the whole picture. It listens to nothing before its first `update`. */
export function createZoom(): ZoomInteraction {
  let settings: ZoomSettings = { element: null, width: 0, height: 0 };
  let state = wholePicture;
  const listeners = new Set<() => void>();
  const pointers = new Map<number, { readonly x: number; readonly y: number }>();
  let moved = 0;
  let attached: AbortController | null = null;

  function set(next: ZoomState): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }
  const zoom = (factor: number, x: number, y: number): void =>
    set(zoomAbout(state, factor, x, y, settings.width, settings.height));
  const by = (factor: number): void =>
    factor === 0 ? set(wholePicture) : zoom(factor, settings.width / 2, settings.height / 2);

  function attach(element: HTMLElement): void {
    attached = new AbortController();
    const { signal } = attached;
    const at = (event: MouseEvent): { x: number; y: number } => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { x, y } = at(event);
      const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 32;
      zoom(Math.exp(-pixels * 0.002), x, y);
    };
    const onDown = (event: PointerEvent): void => {
      // A neuron that is being changed stays where it is.
      if (event.target instanceof Element && event.target.closest('[data-edits]')) return;
      pointers.set(event.pointerId, at(event));
      moved = 0;
    };
    const onMove = (event: PointerEvent): void => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = at(event);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      const [x, y] = [now.x - before.x, now.y - before.y];
      moved += Math.hypot(x, y);
      if (moved < SLACK) return;
      // Only a drag captures the pointer: a captured click would not reach its target any more.
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      const { width, height } = settings;
      const panned = panBy(state, x / pointers.size, y / pointers.size, width, height);
      if (!other) {
        set(panned);
        return;
      }
      const spread =
        Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      set(zoomAbout(panned, spread, (now.x + other.x) / 2, (now.y + other.y) / 2, width, height));
    };
    const onUp = (event: PointerEvent): void => {
      pointers.delete(event.pointerId);
    };
    element.addEventListener('wheel', onWheel, { passive: false, signal });
    element.addEventListener('pointerdown', onDown, { signal });
    element.addEventListener('pointermove', onMove, { signal });
    element.addEventListener('pointerup', onUp, { signal });
    element.addEventListener('pointercancel', onUp, { signal });
  }
  function detach(): void {
    attached?.abort();
    attached = null;
    pointers.clear();
    moved = 0;
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    by,
    onKey(event) {
      if (!settings.element) return false;
      const arrow = event.shiftKey ? arrows[event.key] : undefined;
      if (arrow) set(panBy(state, arrow[0], arrow[1], settings.width, settings.height));
      else if (event.key === '+' || event.key === '=') by(STEP);
      else if (event.key === '-') by(1 / STEP);
      else if (event.key === '0') by(0);
      else return false;
      event.preventDefault();
      return true;
    },
    isDragging: () => pointers.size > 0 && moved >= SLACK,
    wasDragged: () => moved >= SLACK,
    update(next) {
      const isAttached = attached !== null && next.element === settings.element;
      settings = next;
      if (isAttached) return;
      detach();
      if (next.element) attach(next.element);
    },
    destroy: detach,
  };
}
