/** The public surface of `@neuroglow/engine`: everything of `@neuroglow/engine/core`, and the React hooks. */
export * from './headless.js';

// react/
export { NeuroglowProvider, type NeuroglowProviderProps } from './react/NeuroglowProvider.js';
export { createViewer, type ViewerProps } from './viewer/viewerStore.js';
export { useActivations, type UseActivationsOptions } from './react/useActivations.js';
export { useCursor } from './react/useCursor.js';
export { useDrops, type UseDropsOptions } from './react/useDrops.js';
export { useFrame, type FrameState, type UseFrameOptions } from './react/useFrame.js';
export { useHover } from './react/useHover.js';
export { useInput } from './react/useInput.js';
export { useInputWeights } from './react/useInputWeights.js';
export { useMetrics, type UseConfusionMatrixOptions, type UseLayerStatisticsOptions } from './react/useMetrics.js';
export { useNetwork } from './react/useNetwork.js';
export { useParameters } from './react/useParameters.js';
export { useResponseMaps, type UseResponseMapsOptions } from './react/useResponseMaps.js';
export { useScalars, type UseScalarsOptions } from './react/useScalars.js';
export { useSelection } from './react/useSelection.js';
export { useSource } from './react/useSource.js';
export { useSupport, type UseSupportOptions } from './react/useSupport.js';
export { useTimeline, type PlayOptions, type TimelineState, type UseTimelineOptions } from './react/useTimeline.js';
export { useTraining, type FreshTrainingOptions, type UseTrainingOptions } from './react/useTraining.js';
export { useTrainingState } from './react/useTrainingState.js';
export { useView, type UseViewOptions } from './react/useView.js';
export { useViews } from './react/useViews.js';
export { useViewer } from './react/useViewer.js';
export type { HoveredNeuron, NeuronReference, OfSource, Selection, Viewer, ViewerState } from './viewer/viewer.js';
