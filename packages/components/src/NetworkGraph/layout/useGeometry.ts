'use client';
import type { NetworkDescription, NeuronReference } from '@neuroglow/engine';
import { useStable } from '@neuroglow/engine/internal';
import { useMemo } from 'react';
import type { Size } from '../../shared/useSize.js';
import { computeGeometry } from './computeGeometry.js';
import type { GraphGeometry, Margin } from './geometry.js';
import type { NetworkGraphProps } from '../types.js';
import { placeLayers } from './placement.js';
import type { GlyphPlan } from '../scene/sceneBuilder.js';
import type { LayerViews } from './useLayerViews.js';
import type { BesidePlan } from '../beside/beside.js';

const comfortable = 8;

/** Where everything stands at this size; null while there is none. `keep` are neurons that are never collapsed away. */
export function useGeometry(
  options: NetworkGraphProps,
  network: NetworkDescription,
  beside: BesidePlan,
  glyph: GlyphPlan | null,
  size: Size,
  { expanded, pages }: LayerViews,
  keep: readonly NeuronReference[],
): GraphGeometry | null {
  const { maxNeurons = 16, collapse = 'image', layout = 'left-right', labels = true, margin = comfortable } = options;
  const around = useStable(marginOf(margin));
  return useMemo(() => {
    if (!(size.width > 0 && size.height > 0)) return null;
    const placed = placeLayers(network.layers, { maxNeurons, collapse, expanded, pages, keep });
    return computeGeometry(network.layers, placed, {
      width: size.width,
      height: size.height,
      orientation: layout,
      margin: around,
      labels,
      beside: new Set(beside.flatMap((here, layer) => (here ? [layer] : []))),
      glyphLayer: glyph?.layer ?? -1,
    });
  }, [network, beside, size, maxNeurons, collapse, expanded, pages, keep, layout, labels, around, glyph]);
}

function marginOf(margin: NonNullable<NetworkGraphProps['margin']>): Margin {
  if (typeof margin === 'number') return { top: margin, right: margin, bottom: margin, left: margin };
  return { top: comfortable, right: comfortable, bottom: comfortable, left: comfortable, ...margin };
}
