import { createFrameScheduler } from '@neuroglow/engine/internal';
import type { GraphGeometry } from '../layout/geometry.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { drawPulse, pulseLength } from './pulse.js';
import { drawShimmer } from './shimmer.js';
import { changedConnections, WeightHistory, type ChangedConnection } from './weightChanges.js';

/** What motion needs to know of the picture it lies on. */
export interface MotionSettings {
  /** null while there is no room, and where motion is unwanted. */
  readonly geometry: GraphGeometry | null;
  /** Neurons of each layer. */
  readonly counts: readonly number[];
  /** [l] the magnitude at the end of each layer's domain of weights; null where connections show something else. */
  readonly domains: readonly number[] | null;
  /** The colour of the light: near white on dark ground, near black on light. */
  readonly color: string;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

export interface GraphMotion {
  update(settings: MotionSettings): void;
  destroy(): void;
}

/** Milliseconds in which the shimmer fades once weights have come to rest. */
const FADE = 500;
/** Opacity of the brightest shimmer: the colour of the line below stays visible. */
const SHIMMER = 0.4;
/** Most connections into a layer that are told apart: wider layers are drawn as a whole. */
const MOST_CONNECTIONS = 4096;

/**
 * Motion on a canvas of its own above the picture: a pulse of light when the input changes, a shimmer where weights change. Neither shows a
 * number that was not computed, and both cost nothing while nothing changes.
 *
 * @param onSpan is told over how many steps a shimmer looks back, when that changes.
 */
export function createGraphMotion(
  picture: HTMLCanvasElement,
  store: NumbersStore,
  onSpan: (steps: number) => void,
): GraphMotion {
  const view = picture.ownerDocument.defaultView;
  if (!view) return { update: () => undefined, destroy: () => undefined };
  /** Made when something moves for the first time: a page's first picture does not wait for it. */
  let context: CanvasRenderingContext2D | null = null;
  let settings: MotionSettings | null = null;
  let history = new WeightHistory();
  let input: Float32Array | null = null;
  let weights: GraphNumbers['weights'] = null;
  let pulseAt: number | null = null;
  let changed: readonly ChangedConnection[] = [];
  let changedAt = -Infinity;
  let span = 0;

  const frame = createFrameScheduler(view, () => draw(view.performance.now()));

  const stop = store.subscribe(() => {
    if (!settings?.geometry) return;
    const numbers = store.get();
    const now = view.performance.now();
    const isNewInput = takeInput(numbers);
    if (isNewInput && pulseAt === null) pulseAt = now;
    if (takeWeights(numbers) && changed.length > 0) changedAt = now;
    if (pulseAt !== null || now - changedAt < FADE) frame.request();
  });

  /** Whether another input than before is shown; the first one is no change. */
  function takeInput({ activations }: GraphNumbers): boolean {
    const shown = activations?.[0] ?? null;
    if (shown === null || shown === input) return false;
    const former = input;
    input = shown;
    return former !== null && (former.length !== shown.length || former.some((value, at) => value !== shown[at]));
  }

  function takeWeights({ weights: latest, runId, step }: GraphNumbers): boolean {
    if (latest === weights || latest === null || !settings?.domains) return false;
    weights = latest;
    const { counts, domains } = settings;
    const told = latest.map((layer) => (layer.length <= MOST_CONNECTIONS ? layer : none));
    const now = { runId, step, weights: told };
    const then = history.push(now);
    changed = then === null ? [] : changedConnections(now, then, counts, domains);
    if (then !== null && changed.length > 0 && step - then.step !== span) {
      span = step - then.step;
      onSpan(span);
    }
    return true;
  }

  function draw(now: number): void {
    const geometry = settings?.geometry;
    if (!settings || !geometry) return;
    context ??= createOverlay(picture);
    if (context === null) return;
    fit(context.canvas, geometry, settings.ratio);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    if (pulseAt !== null) {
      const share = (now - pulseAt) / pulseLength(geometry.layers.length);
      if (share >= 1) pulseAt = null;
      else drawPulse(context, picture, geometry, settings.color, Math.max(0, share));
    }
    const fading = 1 - (now - changedAt) / FADE;
    if (fading > 0) drawShimmer(context, geometry, changed, settings.color, now, SHIMMER * fading);
    if (pulseAt !== null || fading > 0) frame.request();
  }

  return {
    update(next) {
      settings = next;
      if (next.geometry !== null) return;
      context?.clearRect(0, 0, context.canvas.width, context.canvas.height);
      pulseAt = null;
      changedAt = -Infinity;
      history = new WeightHistory();
    },
    destroy() {
      stop();
      frame.cancel();
      context?.canvas.remove();
    },
  };
}

const none = new Float32Array(0);

function createOverlay(picture: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const overlay = picture.ownerDocument.createElement('canvas');
  overlay.className = `${picture.className} neuroglow-network-graph__motion`;
  overlay.setAttribute('aria-hidden', 'true');
  picture.after(overlay);
  return overlay.getContext('2d');
}

/** Gives a canvas the picture's size. Setting a size clears it, so it is set only where it differs. */
function fit(canvas: HTMLCanvasElement, { width, height }: GraphGeometry, ratio: number): void {
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
}
