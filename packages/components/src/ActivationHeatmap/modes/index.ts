import type { ActivationHeatmapMode, ActivationHeatmapProps } from '../types.js';
import { combinationMode } from './combination.js';
import { confusionMode } from './confusion.js';
import { contributionMode } from './contribution.js';
import { featureMapsMode } from './featureMaps.js';
import { filtersMode } from './filters.js';
import { inputWeightsMode } from './inputWeights.js';
import { layersMode } from './layers.js';
import { layerSpaceMode } from './layerSpace.js';
import { matrixMode } from './matrix.js';
import type { AnyMode, HeatmapMode } from './mode.js';
import { responseMapsMode } from './responseMaps.js';
import { samplesMode } from './samples.js';
import { topSamplesMode } from './topSamples.js';

/** Every mode by its name; `mode` in the props of each. */
export const modes: { readonly [Name in ActivationHeatmapMode]: HeatmapMode<PropsOf<Name>, object> } = {
  layers: layersMode,
  inputWeights: inputWeightsMode,
  contribution: contributionMode,
  responseMaps: responseMapsMode,
  combination: combinationMode,
  samples: samplesMode,
  topSamples: topSamplesMode,
  layerSpace: layerSpaceMode,
  confusion: confusionMode,
  matrix: matrixMode,
  featureMaps: featureMapsMode,
  filters: filtersMode,
};

/** The props of one mode. */
type PropsOf<Name extends ActivationHeatmapMode> = Extract<
  ActivationHeatmapProps,
  { readonly mode?: Name | undefined }
>;

/** The mode of that name; null where there is none: a caller without TypeScript. */
export function modeOf(name: string): AnyMode | null {
  return Object.hasOwn(modes, name) ? modes[name as ActivationHeatmapMode] : null;
}
