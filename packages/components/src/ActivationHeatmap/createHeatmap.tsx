'use client';
import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react';
import type { HeatmapElement } from './exporting.js';
import { Heatmap } from './Heatmap.js';
import type { AnyMode, HeatmapMode } from './modes/mode.js';
import type { ActivationHeatmapMode, HeatmapProps } from './types.js';

/** A heat map of one mode alone, which needs no `mode`. */
export type HeatmapComponent<Props> = ForwardRefExoticComponent<Omit<Props, 'mode'> & RefAttributes<HeatmapElement>>;

/** Makes the component of one mode. */
export function createHeatmap<Props extends HeatmapProps, Description>(
  displayName: string,
  modeName: ActivationHeatmapMode,
  mode: HeatmapMode<Props, Description>,
): HeatmapComponent<Props> {
  const known = [modeName];
  const Component = forwardRef<HeatmapElement, Omit<Props, 'mode'>>((props, ref) => (
    <Heatmap
      // A mode reads the props of its own kind only; that its name is missing makes no difference to it.
      props={props}
      mode={mode as unknown as AnyMode}
      modeName={modeName}
      known={known}
      forwardedRef={ref}
    />
  ));
  Component.displayName = displayName;
  return Component as HeatmapComponent<Props>;
}
