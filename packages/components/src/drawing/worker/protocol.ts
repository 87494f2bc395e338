import type { Change } from './pack.js';

/** What came of a drawing. */
export interface RenderReport {
  /** Values shown that were not finite. */
  readonly notFinite: number;
  /** Connections drawn and connections that could be; 0 of 0 for other scenes. */
  readonly drawn: number;
  readonly of: number;
  /** Connections beyond their layer's domain, drawn at full strength. */
  readonly beyond: number;
  /** Layers whose incoming connections were drawn as a density picture. */
  readonly density: readonly number[];
  /** Milliseconds spent drawing. */
  readonly milliseconds: number;
}

/**
 * To a renderer. `change` holds the fields of a scene that are new since the last message of this canvas layer; all of them
 * in its first. On the way to the worker Float32Arrays are copied into buffers that are transferred, and come back once replaced, so
 * that a picture that changes every frame allocates nothing.
 */
export type RenderRequest =
  | { readonly type: 'hello' }
  | {
      readonly type: 'draw';
      readonly canvasLayer: number;
      readonly change: Change;
    }
  | { readonly type: 'forget'; readonly canvasLayer: number };

/** From a renderer. */
export type RenderAnswer =
  | { readonly type: 'ready' }
  | {
      readonly type: 'drawn';
      readonly canvasLayer: number;
      readonly bitmap: ImageBitmap;
      readonly report: RenderReport;
      /** From the worker: buffers that the layer no longer needs, to be filled again. */
      readonly returned: readonly ArrayBuffer[];
    }
  | { readonly type: 'failed'; readonly canvasLayer: number; readonly message: string };
