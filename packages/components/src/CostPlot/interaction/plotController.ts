import type { Viewer } from '@neuroglow/engine';
import { createFrameScheduler, createThrottle } from '@neuroglow/engine/internal';
import type uPlot from 'uplot';
import type { FrameStore } from '../../shared/frameStore.js';
import type { NumberFormat } from '../../shared/number.js';
import type { Theme } from '../../shared/theme.js';
import type { Size } from '../../shared/useSize.js';
import { horizontalDomain } from '../axes/horizontal.js';
import { placeOf, transformOf, valueAtPlace, type Domain } from '../axes/scale.js';
import { buildScene } from '../scene/buildScene.js';
import { createChart, type Chart, type ChartLook } from '../scene/chart.js';
import { projectionOf, type PlotBox } from '../scene/project.js';
import type { PlotAxis, PlotScene, PlotSettings } from '../scene/scene.js';
import { firstStep, nearestIndex, valueAt, type RunCurves } from '../series/curves.js';
import { cursorByKey, snap, type Cursor, type CursorSteps } from './cursor.js';
import { keyAction, readableSteps } from './keys.js';
import { createOverlay, type ReadingDot } from './overlay.js';
import { listenToPointer } from './pointer.js';
import { panBy, rangeOf, zoomAbout, type StepRange } from './window.js';

/** What React knows; each render brings the latest. */
export interface PlotInput {
  readonly size: Size;
  readonly theme: Theme;
  readonly format: NumberFormat;
  readonly axisNames: ChartLook['words'];
  readonly settings: Omit<PlotSettings, 'range'>;
  readonly wheel: 'focused' | 'always' | 'never';
  /** Where the cursor can stand; null where there is none. */
  readonly cursorSteps: (() => CursorSteps) | null;
}

export interface PlotControllerOptions {
  readonly Plot: typeof uPlot;
  /** Holds the reader and the handle. */
  readonly stage: HTMLElement;
  /** Where the chart is drawn, and what hears pointer and wheel. */
  readonly reader: HTMLElement;
  readonly handle: HTMLElement | null;
  readonly store: FrameStore<readonly RunCurves[]>;
  readonly viewer: Viewer;
  readonly input: PlotInput;
  readonly onScene: (scene: PlotScene) => void;
  /** The reading has moved to a step; x and y in CSS pixels of the stage. null: nothing is read any more. */
  readonly onReading: (reading: { readonly step: number; readonly x: number; readonly y: number } | null) => void;
  readonly onFollowing: (isFollowing: boolean) => void;
}

/** A drawn plot that answers pointer, wheel and keys. It changes the viewer's range and cursor, and is drawn again when they change. */
export interface PlotController {
  readonly update: (input: PlotInput) => void;
  readonly scene: () => PlotScene;
  readonly box: () => PlotBox;
  /** Whether it handled the key. */
  readonly onKey: (event: { readonly key: string; readonly shiftKey: boolean }) => boolean;
  readonly onCursorKey: (event: { readonly key: string; readonly shiftKey: boolean }) => boolean;
  readonly zoom: (factor: number) => void;
  readonly reset: () => void;
  readonly follow: (isFollowing: boolean) => void;
  readonly leave: () => void;
  /** The step under the pointer in another picture. */
  readonly pointElsewhere: (step: number | null) => void;
  readonly destroy: () => void;
}

export function createPlotController(options: PlotControllerOptions): PlotController {
  const { Plot, stage, reader, handle, store, viewer, onScene, onReading, onFollowing } = options;
  let input = options.input;
  let scene = build();
  let chart = make();
  let box = chart.box();
  let reading: number | null = null;
  let isFollowing = false;
  let elsewhere: number | null = null;
  const overlay = createOverlay(stage);

  function build(): PlotScene {
    const { range } = viewer.getSnapshot();
    return buildScene(store.get() ?? [], { ...input.settings, range }, input.theme);
  }
  function make(): Chart {
    const { size, theme, format, axisNames, settings } = input;
    return createChart(Plot, reader, { size, theme, format, x: settings.x, words: axisNames }, scene);
  }
  function draw(): void {
    scene = build();
    chart.draw(scene);
    place();
    onScene(scene);
  }
  /** Puts everything that lies over the curves where they are now. uPlot draws in a microtask, and then knows its box. */
  function place(): void {
    queueMicrotask(() => {
      box = chart.box();
      placeHandle();
      overlay.point(elsewhere === null ? null : xOf(elsewhere), box);
      if (reading !== null) show(reading);
    });
  }
  const view = stage.ownerDocument.defaultView!;
  const drawing = createFrameScheduler(view, draw, 1000 / 60);

  const xOf = (step: number): number => {
    const { scale, threshold, domain } = scene.x;
    return box.left + placeOf(scene.steps.toX(step), domain, box.width, transformOf(scale, threshold));
  };
  const valueAtShare = (share: number): number => {
    const { scale, threshold, domain } = scene.x;
    return valueAtPlace(share, domain, 1, transformOf(scale, threshold));
  };

  function placeHandle(): void {
    if (!handle) return;
    const { cursor } = viewer.getSnapshot();
    const step = cursor === 'live' ? (input.cursorSteps?.().last ?? scene.lastStep) : cursor;
    const x = xOf(step);
    const inside = Math.min(box.left + box.width, Math.max(box.left, x));
    handle.style.transform = `translate(${Math.round(inside)}px, ${box.top}px)`;
    handle.style.height = `${box.height}px`;
    handle.toggleAttribute('data-outside', Math.abs(inside - x) > 1);
  }

  function show(step: number): void {
    const to = projectionOf(scene, box);
    const x = xOf(step);
    if (x < box.left - 1 || x > box.left + box.width + 1) {
      overlay.leave();
      return;
    }
    const dots = scene.curves.flatMap(({ series, style, side }): ReadingDot[] => {
      const value = valueAt(series, step);
      const y = value === null ? NaN : to.y(value, side);
      return y >= box.top - 1 && y <= box.top + box.height + 1 ? [{ y, color: style.color }] : [];
    });
    overlay.read(x, dots, box);
  }
  function read(step: number, y: number): void {
    reading = step;
    show(step);
    onReading({ step, x: xOf(step), y });
  }
  function leave(): void {
    if (reading === null) return;
    reading = null;
    overlay.leave();
    onReading(null);
  }
  /** The step of the point nearest to a place, of any curve. */
  function nearest(share: number): number | null {
    const value = valueAtShare(share);
    let [best, found]: [number, number | null] = [Infinity, null];
    for (const { xs, series } of scene.curves) {
      const at = nearestIndex(xs, value);
      const distance = at < 0 ? Infinity : Math.abs(xs[at]! - value);
      if (distance < best) [best, found] = [distance, series.steps[at]!];
    }
    return found;
  }

  function setFollowing(next: boolean): void {
    if (next === isFollowing) return;
    isFollowing = next;
    onFollowing(next);
  }
  function setRange(range: StepRange): void {
    setFollowing(range !== 'all' && range[1] >= scene.lastStep);
    viewer.setRange(range);
  }
  /** The axis as the next drawing has it: gestures may come quicker than those. */
  function axisNow(): PlotAxis {
    const { x, steps, lastStep: last } = scene;
    const { range } = viewer.getSnapshot();
    const first = firstStep(store.get() ?? []);
    return { ...x, domain: horizontalDomain(range, first, last, steps, input.settings.x, x.scale) };
  }
  const showDomain = (domain: Domain): void => setRange(rangeOf(scene, domain));
  const zoom = (factor: number, share: number): void => {
    // At the end of everything, zooming out goes no further.
    if (factor < 1 && viewer.getSnapshot().range === 'all') return;
    showDomain(zoomAbout(axisNow(), factor, share));
  };
  const pan = (share: number): void => {
    if (viewer.getSnapshot().range !== 'all') showDomain(panBy(axisNow(), share));
  };
  const reset = (): void => setRange('all');
  const middle = (): number => (reading === null ? 0.5 : (xOf(reading) - box.left) / Math.max(1, box.width));

  const following = createThrottle(100, () => {
    const { range } = viewer.getSnapshot();
    if (!isFollowing || range === 'all' || scene.lastStep <= range[1]) return;
    viewer.setRange([scene.lastStep - (range[1] - range[0]), scene.lastStep]);
  });
  const takeFrame = (): void => {
    drawing.request();
    if (isFollowing) following.request();
  };

  const stopPointer = listenToPointer(reader, {
    box: () => box,
    point(share, y) {
      const step = share === null ? null : nearest(share);
      if (step === null) leave();
      else read(step, y);
    },
    zoom,
    pan,
    mark(part) {
      if (part) leave();
      overlay.mark(part, box);
    },
    choose: ([from, to]) => showDomain([valueAtShare(from), valueAtShare(to)]),
    reset,
    wheelZooms: () =>
      input.wheel === 'always' || (input.wheel === 'focused' && stage.contains(stage.ownerDocument.activeElement)),
  });

  const moveCursor = (cursor: Cursor): void => viewer.setCursor(cursor);
  const stopHandle = handle ? dragHandle(handle, moveTo) : () => undefined;
  function moveTo(clientX: number): void {
    const steps = input.cursorSteps?.();
    if (!steps) return;
    const share = (clientX - stage.getBoundingClientRect().left - box.left) / Math.max(1, box.width);
    const step = scene.steps.toStep(valueAtShare(Math.min(1, Math.max(0, share))));
    moveCursor(share >= 1 && step >= steps.last ? 'live' : snap(steps, step));
  }

  let known = viewer.getSnapshot();
  const leaveViewer = viewer.subscribe(() => {
    const now = viewer.getSnapshot();
    if (now.range !== known.range) {
      // Someone else may have chosen it.
      if (now.range === 'all') setFollowing(false);
      drawing.request();
    }
    if (now.cursor !== known.cursor) placeHandle();
    known = now;
  });
  const leaveStore = store.subscribe(takeFrame);
  place();
  onScene(scene);

  return {
    update(next) {
      const before = input;
      input = next;
      const { size } = next;
      const isOther =
        before.theme !== next.theme ||
        before.format !== next.format ||
        before.axisNames !== next.axisNames ||
        before.settings.x !== next.settings.x;
      if (isOther) {
        chart.destroy();
        scene = build();
        chart = make();
        place();
        onScene(scene);
      } else if (size.width !== before.size.width || size.height !== before.size.height) {
        chart.resize(size);
        draw();
      } else draw();
    },
    scene: () => scene,
    box: () => box,
    onKey(event) {
      const { domain } = axisNow();
      const ends = [scene.steps.toStep(domain[0]), scene.steps.toStep(domain[1])] as const;
      const action = keyAction(event, readableSteps(scene.curves, ends), reading);
      if (!action) return false;
      if (action.kind === 'read') read(action.step, box.top);
      else if (action.kind === 'leave') leave();
      else if (action.kind === 'zoom') zoom(action.factor, middle());
      else if (action.kind === 'pan') pan(action.share);
      else if (action.kind === 'reset') reset();
      else if (action.kind === 'follow') setFollowing(!isFollowing);
      else {
        const steps = input.cursorSteps?.();
        if (!steps || reading === null) return false;
        moveCursor(snap(steps, reading));
      }
      return true;
    },
    onCursorKey({ key, shiftKey }) {
      const steps = input.cursorSteps?.();
      const to = steps ? cursorByKey(key, shiftKey, viewer.getSnapshot().cursor, steps) : null;
      if (to !== null) moveCursor(to);
      return to !== null;
    },
    zoom: (factor) => zoom(factor, middle()),
    reset,
    follow(next) {
      setFollowing(next);
      following.request();
    },
    leave,
    pointElsewhere(step) {
      elsewhere = step;
      overlay.point(step === null ? null : xOf(step), box);
    },
    destroy() {
      leaveViewer();
      leaveStore();
      stopPointer();
      stopHandle();
      drawing.cancel();
      following.reset();
      overlay.remove();
      chart.destroy();
    },
  };
}

/** Follows a pointer that has taken a handle. */
function dragHandle(handle: HTMLElement, moveTo: (clientX: number) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let isHeld = false;
  handle.addEventListener(
    'pointerdown',
    (event) => {
      isHeld = true;
      handle.setPointerCapture(event.pointerId);
      event.stopPropagation();
    },
    { signal },
  );
  handle.addEventListener('pointermove', (event) => isHeld && moveTo(event.clientX), { signal });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    handle.addEventListener(name, () => (isHeld = false), { signal });
  }
  return () => stop.abort();
}
