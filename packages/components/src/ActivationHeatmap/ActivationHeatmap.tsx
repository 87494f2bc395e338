'use client';
import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react';
import type { HeatmapElement } from './exporting.js';
import { Heatmap } from './Heatmap.js';
import { modeOf, modes } from './modes/index.js';
import type { ActivationHeatmapProps } from './types.js';

/**
 * What neurons do, as cells, in one of many modes. Each mode is also a component of its own (`ResponseMaps`, `InputWeights`, `LayerSpace` …), which
 * brings no other mode along.
 */
export const ActivationHeatmap: ForwardRefExoticComponent<ActivationHeatmapProps & RefAttributes<HeatmapElement>> =
  forwardRef<HeatmapElement, ActivationHeatmapProps>(function ActivationHeatmap(props, ref) {
    const name: string = props.mode ?? 'layers';
    return <Heatmap props={props} mode={modeOf(name)} modeName={name} known={Object.keys(modes)} forwardedRef={ref} />;
  });
