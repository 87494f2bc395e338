/**
 * Entry `@neuroglow/engine/internal`: what `@neuroglow/components` needs of the engine besides its public surface. It may change with
 * any version.
 */
export { receptiveField, type PictureBox } from './core/receptiveField.js';
export { samePlainData } from './core/samePlainData.js';
export { FallbackWorker, startFromText, type StartedWorker, type StartWorker } from './hosting/fallbackWorker.js';
export { ExtremesIndex, type Entries } from './core/extremesIndex.js';
export { thinSeries, type ThinnedSeries } from './views/thinSeries.js';
export { createFrameScheduler, type FrameScheduler } from './source/frameScheduler.js';
export { calmSnapshot, type CalmSnapshot } from './react/calmSnapshot.js';
export { followStep } from './react/followStep.js';
export { createThrottle, type Throttle } from './react/throttle.js';
export { useIsLive } from './react/useIsLive.js';
export { useLatest } from './react/useLatest.js';
export { useServerStyles } from './react/useServerStyles.js';
export { useStable } from './react/useStable.js';
export { viewKey } from './views/viewKey.js';
export { whileOnScreen } from './react/whileOnScreen.js';
