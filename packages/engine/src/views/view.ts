import type { ActivationsView, ActivationsFrame } from './activations.js';
import type { ConfusionMatrixView, ConfusionMatrixFrame } from './confusionMatrix.js';
import type { DropsView, DropsFrame } from './drops.js';
import type { FeatureMapsView, FeatureMapsFrame } from './featureMaps.js';
import type { FiltersView, FiltersFrame } from './filters.js';
import type { FiringRatesView, FiringRatesFrame } from './firingRates.js';
import type { GradientNormsView, GradientNormsFrame } from './gradientNorms.js';
import type { GradientsView, GradientsFrame } from './gradients.js';
import type { InputGradientsView, InputGradientsFrame } from './inputGradients.js';
import type { InputWeightsView, InputWeightsFrame } from './inputWeights.js';
import type { LayerSpaceView, LayerSpaceFrame } from './layerSpace.js';
import type { LayerStatisticsView, LayerStatisticsFrame } from './layerStatistics.js';
import type { NeuronHealthView, NeuronHealthFrame } from './neuronHealth.js';
import type { ParametersView, ParametersFrame } from './parameters.js';
import type { PassesView, PassesFrame } from './passes.js';
import type { ResponseMapsView, ResponseMapsFrame } from './responseMaps.js';
import type { SampleActivationsView, SampleActivationsFrame } from './sampleActivations.js';
import type { ScalarsView, ScalarsFrame } from './scalars.js';
import type { TopSamplesView, TopSamplesFrame } from './topSamples.js';

export type { ActivationsView, ActivationsFrame } from './activations.js';
export type { ConfusionMatrixView, ConfusionMatrixFrame } from './confusionMatrix.js';
export type { DropsView, DropsCost, DropsFrame } from './drops.js';
export type { FeatureMapsView, FeatureMapsFrame } from './featureMaps.js';
export type { FiltersView, FiltersFrame } from './filters.js';
export type { FiringRatesView, FiringRatesFrame } from './firingRates.js';
export type { FrameBase } from './frameBase.js';
export type { GradientNormsView, GradientNormsFrame } from './gradientNorms.js';
export type { GradientsView, GradientsFrame } from './gradients.js';
export type { InputGradientsView, InputGradientsFrame } from './inputGradients.js';
export type { InputWeightsView, InputWeightsFrame } from './inputWeights.js';
export type { LayerSpaceView, LayerSpaceComponents, LayerSpaceFrame } from './layerSpace.js';
export type { LayerStatisticsView, LayerStatistics, LayerStatisticsFrame } from './layerStatistics.js';
export type { NeuronHealthView, NeuronHealthFrame } from './neuronHealth.js';
export type { ParametersView, ParametersFrame } from './parameters.js';
export type { PassesView, NeuronPass, PassesFrame } from './passes.js';
export type { ScalarCounts, ScalarRole } from './recordedSeries.js';
export type { InputReference, RowsReference } from './references.js';
export type { ResponseMapsView, ResponseMapsFrame } from './responseMaps.js';
export type { SampleActivationsView, SampleActivationsFrame } from './sampleActivations.js';
export type { ScalarsView, ScalarSeries, ScalarsFrame } from './scalars.js';
export type { TopSamplesView, TopSamplesFrame } from './topSamples.js';

/** State views by kind: functions of one step, chosen with `at`. */
export interface StateViews {
  parameters: { view: ParametersView; frame: ParametersFrame };
  activations: { view: ActivationsView; frame: ActivationsFrame };
  inputWeights: { view: InputWeightsView; frame: InputWeightsFrame };
  responseMaps: { view: ResponseMapsView; frame: ResponseMapsFrame };
  gradients: { view: GradientsView; frame: GradientsFrame };
  firingRates: { view: FiringRatesView; frame: FiringRatesFrame };
  layerStatistics: { view: LayerStatisticsView; frame: LayerStatisticsFrame };
  confusionMatrix: { view: ConfusionMatrixView; frame: ConfusionMatrixFrame };
  gradientNorms: { view: GradientNormsView; frame: GradientNormsFrame };
  layerSpace: { view: LayerSpaceView; frame: LayerSpaceFrame };
  inputGradients: { view: InputGradientsView; frame: InputGradientsFrame };
  passes: { view: PassesView; frame: PassesFrame };
  sampleActivations: { view: SampleActivationsView; frame: SampleActivationsFrame };
  topSamples: { view: TopSamplesView; frame: TopSamplesFrame };
  neuronHealth: { view: NeuronHealthView; frame: NeuronHealthFrame };
  featureMaps: { view: FeatureMapsView; frame: FeatureMapsFrame };
  filters: { view: FiltersView; frame: FiltersFrame };
}

/** Series views by kind: functions of a range of steps, chosen with `range`; always live. */
export interface SeriesViews {
  scalars: { view: ScalarsView; frame: ScalarsFrame };
  drops: { view: DropsView; frame: DropsFrame };
}

/** Every view by its kind. */
export interface Views extends StateViews, SeriesViews {}
export type ViewKind = keyof Views;
export type View = Views[ViewKind]['view'];
export type StateView = StateViews[keyof StateViews]['view'];
export type SeriesView = SeriesViews[keyof SeriesViews]['view'];
export type Frame = Views[ViewKind]['frame'];
/** The step at which a view can be asked for: the latest, and for a state view any step that the source keeps. */
export type StepOf<V extends View> = V extends SeriesView ? 'live' : 'live' | number;
/** The frame of a view. */
export type FrameOf<V extends View> = Views[V['kind']]['frame'];
/** The frames of a tuple of views, in its order. */
export type FramesOf<V extends readonly View[]> = { readonly [I in keyof V]: FrameOf<V[I]> };
