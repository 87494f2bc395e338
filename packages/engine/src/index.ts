/** The public surface of `@neuroglow/engine`: everything of `@neuroglow/engine/core`, and the React hooks. */
export * from './headless.js';

// react/
export type { NeuronReference, Selection, Viewer, ViewerState } from './react/viewer.js';
