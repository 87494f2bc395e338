'use client';
import { useHover, type NeuronReference } from '@neuroglow/engine';
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import { useRoot } from '../../shared/Root.js';
import { useIsomorphicLayoutEffect } from '../../shared/useIsomorphicLayoutEffect.js';
import { useTooltip } from '../../shared/useTooltip.js';
import { blockTooltip } from '../labels/blockWords.js';
import { neuronSentence, neuronTooltip } from '../labels/describe.js';
import { useGraph } from '../graphContext.js';
import { connectionAt } from './connectionAt.js';
import { createHover } from './createHover.js';
import { locateNeuron } from './hitTest.js';
import { focusNeuron } from './NeuronButtons.js';
import { pickNeuron } from './selection.js';
import type { BiasDragHandlers } from '../editing/useBiasDrag.js';
import type { GraphGeometry } from '../layout/geometry.js';
import type { TooltipPlace, TooltipSide } from '../../shared/placement.js';
import { neighbouringNeuron, type Direction } from './neighbouringNeuron.js';

export interface StageHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerLeave: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onKeyUp: (event: KeyboardEvent) => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/**
 * Pointer, focus and keys of the stage. What is pointed at or focused is the viewer's hover: it lights up here as in every other
 * picture of the provider, and commits nothing.
 */
export function useInteraction(element: HTMLDivElement | null, drag: BiasDragHandlers): StageHandlers {
  const { options, source, geometry, controller, store, context, zoom, selection, setSelection } = useGraph(
    (graph) => graph,
  );
  const { onNeuronClick, onConnectionClick } = options;
  // Of the whole component: in a narrow one it may reach over the legend, where the picture alone would cut it off.
  const tooltip = useTooltip(useRoot().element);
  const showTooltip = useCallback(
    (neuron: NeuronReference | null): void => {
      const place = neuron && geometry ? locateNeuron(geometry, neuron.layer, neuron.neuron) : null;
      if (!neuron || !geometry || !place) {
        tooltip.hide();
        return;
      }
      const { x, y, radius } = place;
      const [left, top] = [element?.offsetLeft ?? 0, element?.offsetTop ?? 0];
      tooltip.show(
        neuronTooltip(context, store.get(), neuron.layer, neuron.neuron),
        { x: x - radius + left, y: y - radius + top, width: 2 * radius, height: 2 * radius },
        tooltipPlace(geometry, neuron.layer, top),
      );
    },
    [element, geometry, context, store, tooltip],
  );
  const shownBlock = useRef<number | null>(null);
  /** Shows the tooltip of the block that an event is on; returns whether it is on one. */
  const pointAtBlock = (target: EventTarget | null): boolean => {
    const layer = blockOf(target);
    if (layer === shownBlock.current) return layer !== null;
    shownBlock.current = layer;
    const block = layer === null ? undefined : geometry?.layers[layer]?.block;
    if (layer === null || !block) {
      tooltip.hide();
      return false;
    }
    hover.set(null);
    const { x, y, width, height } = block;
    const [left, top] = [element?.offsetLeft ?? 0, element?.offsetTop ?? 0];
    tooltip.show(blockTooltip(context, layer), { x: x + left, y: y + top, width, height });
    return true;
  };
  const [hover] = useState(createHover);
  const publish = useHover(hover.receive, source);
  useIsomorphicLayoutEffect(() => {
    hover.update({ element, geometry, controller, store, publish, showTooltip });
  }, [hover, element, geometry, controller, store, publish, showTooltip]);
  useEffect(() => () => hover.destroy(), [hover]);

  const pick = (neuron: NeuronReference, add: boolean): void => {
    setSelection({ ...selection, neurons: pickNeuron(selection.neurons, neuron, add) });
  };

  return {
    onPointerDown: drag.onPointerDown,
    onPointerUp: drag.onPointerUp,
    onPointerCancel: drag.onPointerCancel,
    onPointerMove: (event) => {
      drag.onPointerMove(event);
      if (!zoom.dragging() && !drag.isDragging() && !pointAtBlock(event.target)) hover.set(hover.neuronAt(event));
    },
    onPointerLeave: (event) => {
      if (event.pointerType !== 'mouse') return;
      pointAtBlock(null);
      hover.set(null);
    },
    onClick: (event) => {
      if (zoom.dragged() || drag.wasDragged()) return;
      const keyed = event.detail === 0 ? referenceOf(event.target) : null;
      if (keyed === null && event.target instanceof Element && event.target.closest('button:not([data-neuron])'))
        return;
      const neuron = keyed ?? hover.neuronAt(event) ?? referenceOf(event.target);
      hover.set(neuron);
      if (neuron) {
        pick(neuron, event.shiftKey || event.ctrlKey || event.metaKey);
        onNeuronClick?.(neuron, event);
        return;
      }
      if (!onConnectionClick || !geometry) return;
      const point = hover.pointOf(event);
      const drawn = point && controller.scene();
      const connection = drawn && connectionAt(drawn, point.x, point.y);
      if (connection) onConnectionClick(connection, event);
    },
    onFocus: (event) => {
      if (pointAtBlock(event.target)) return;
      const neuron = referenceOf(event.target);
      if (neuron) hover.set(neuron);
    },
    onBlur: (event) => {
      pointAtBlock(null);
      drag.onLeave();
      if (referenceOf(event.target)) hover.set(null);
    },
    onKeyDown: (event) => {
      const neuron = referenceOf(event.target);
      if (drag.onKeyDown(event, neuron) || zoom.onKey(event)) return;
      if (event.key === 'Escape') {
        hover.set(null);
        if (selection.neurons.length > 0) setSelection({ ...selection, neurons: [] });
        return;
      }
      const direction = directions[event.key];
      if (!neuron || !direction || !element || !geometry || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = neighbouringNeuron(geometry, neuron, direction);
      focusNeuron(
        element,
        geometry,
        next.layer,
        next.neuron,
        neuronSentence(context, store.get(), next.layer, next.neuron),
      );
    },
    onKeyUp: drag.onKeyUp,
  };
}

/** Off the connections that a tooltip explains: outside of the first and last layer, else below or above the layer. */
function tooltipPlace(geometry: GraphGeometry, layer: number, top: number): TooltipPlace {
  const here = geometry.layers[layer];
  if (!here || geometry.orientation === 'top-bottom') return {};
  const outside: readonly TooltipSide[] =
    layer === 0 ? ['left'] : layer === geometry.layers.length - 1 ? ['right'] : [];
  const first = here.tile?.y ?? (here.cross[0] ?? 0) - here.reach;
  const last = here.tile ? here.tile.y + here.tile.height : (here.cross[here.cross.length - 1] ?? 0) + here.reach;
  return {
    sides: [...outside, 'along', 'right', 'left'],
    around: { x: here.main - here.reach, y: top + first, width: 2 * here.reach, height: last - first },
  };
}

function blockOf(target: EventTarget | null): number | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null;
  return button ? Number(button.dataset['block']) : null;
}

function referenceOf(target: EventTarget): NeuronReference | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-neuron]') : null;
  if (!button) return null;
  return { layer: Number(button.dataset['layer']), neuron: Number(button.dataset['neuron']) };
}
