import type { NeuronReference } from '@neuroglow/engine';
import type { GraphGeometry } from '../layout/geometry.js';
import { neuronAt } from './hitTest.js';
import { sameNeuron } from './selection.js';

/** A point of the page, as pointer events report it. */
export interface PagePoint {
  readonly clientX: number;
  readonly clientY: number;
}

/** What a hover works on. */
export interface HoverSettings {
  readonly element: HTMLElement | null;
  /** null while there is no room to draw in. */
  readonly geometry: GraphGeometry | null;
  /** Lights up neurons in this picture, and knows which are lit. */
  readonly controller: {
    readonly focus: readonly NeuronReference[];
    emphasize(change: { readonly focus: readonly NeuronReference[] }): void;
  };
  /** The numbers that the tooltip shows. */
  readonly store: { readonly subscribe: (listener: () => void) => () => void };
  /** Makes a neuron the hover of all pictures; null ends it. */
  readonly publish: (neuron: NeuronReference | null) => void;
  /** Shows a neuron's tooltip; null hides it. A new function means that it may now say something else. */
  readonly showTooltip: (neuron: NeuronReference | null) => void;
}

/** The neuron that is pointed at or focused. It lights up in all pictures; only the picture that the pointer or focus is in shows its tooltip. */
export interface Hover {
  /** A point of the page in the picture's pixels; null while there is no element. */
  readonly pointOf: (at: PagePoint) => { readonly x: number; readonly y: number } | null;
  /** The neuron at a point of the page. */
  readonly neuronAt: (at: PagePoint) => NeuronReference | null;
  /** The pointer or focus of this picture is on a neuron, or on none. */
  readonly set: (neuron: NeuronReference | null) => void;
  /** The hover of all pictures has changed, here or in another picture. */
  readonly receive: (neuron: NeuronReference | null) => void;
  readonly update: (settings: HoverSettings) => void;
  /** Stops following the numbers. A later `update` follows them again. */
  readonly destroy: () => void;
}

/** Milliseconds between two updates of the tooltip's numbers. */
const INTERVAL = 100;

/** Creates a hover of nothing. It follows no numbers before its first `update`. */
export function createHover(): Hover {
  let settings: HoverSettings | null = null;
  let isHere = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let unsubscribe: (() => void) | null = null;

  const lit = (): NeuronReference | null => settings?.controller.focus[0] ?? null;
  function follow(store: HoverSettings['store']): void {
    unsubscribe = store.subscribe(() => {
      if (!isHere) return;
      timer ??= setTimeout(() => {
        timer = null;
        settings?.showTooltip(isHere ? lit() : null);
      }, INTERVAL);
    });
  }
  function destroy(): void {
    unsubscribe?.();
    unsubscribe = null;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }
  function pointOf({ clientX, clientY }: PagePoint): { x: number; y: number } | null {
    const element = settings?.element;
    if (!element) return null;
    const box = element.getBoundingClientRect();
    // A transform around the component scales this rectangle, but not the geometry.
    const scale = element.clientWidth > 0 && box.width > 0 ? element.clientWidth / box.width : 1;
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
  }

  return {
    pointOf,
    neuronAt(at) {
      const point = pointOf(at);
      return point && settings?.geometry ? neuronAt(settings.geometry, point.x, point.y) : null;
    },
    set(neuron) {
      if (!settings || sameNeuron(lit(), neuron)) return;
      isHere = neuron !== null;
      settings.publish(neuron);
    },
    receive(neuron) {
      settings?.controller.emphasize({ focus: neuron ? [neuron] : [] });
      settings?.showTooltip(isHere ? neuron : null);
    },
    update(next) {
      const former = settings;
      settings = next;
      if (unsubscribe === null || former?.store !== next.store) {
        destroy();
        follow(next.store);
      }
      if (isHere && (former?.showTooltip !== next.showTooltip || former.controller !== next.controller)) {
        next.showTooltip(lit());
      }
    },
    destroy,
  };
}
