import type { ActivationHeatmapMode, ActivationHeatmapProps } from '../types.js';
import { confusionMode } from './confusion.js';
import { inputWeightsMode } from './inputWeights.js';
import { layersMode } from './layers.js';
import { matrixMode } from './matrix.js';
import type { HeatmapMode } from './mode.js';
import { responseMapsMode } from './responseMaps.js';

/** Every mode by its name; `mode` in the props of each. */
export const modes: { readonly [Name in ActivationHeatmapMode]: HeatmapMode<PropsOf<Name>, object> } = {
  layers: layersMode,
  inputWeights: inputWeightsMode,
  responseMaps: responseMapsMode,
  confusion: confusionMode,
  matrix: matrixMode,
};

/** The props of one mode. */
type PropsOf<Name extends ActivationHeatmapMode> = Extract<
  ActivationHeatmapProps,
  { readonly mode?: Name | undefined }
>;

/** A mode whose props and description were chosen together with it. */
export type AnyMode = HeatmapMode<ActivationHeatmapProps, object>;

/** The mode of that name; null where there is none: a caller without TypeScript. */
export function modeOf(name: string): AnyMode | null {
  return Object.hasOwn(modes, name) ? modes[name as ActivationHeatmapMode] : null;
}
