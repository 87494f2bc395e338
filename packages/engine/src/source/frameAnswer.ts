import type { Frame, View } from '../views/view.js';
import type { ErrorData } from './errorData.js';

/** A view that is watched, and at which revision of the run it was seen last (−1: never). */
export interface WatchedView {
  readonly key: string;
  readonly view: View;
  readonly seen: number;
}

/** What was computed for a watched view: its frame, or why there is none. */
export type FrameAnswer =
  | { readonly key: string; readonly revision: number; readonly frame: Frame }
  | { readonly key: string; readonly revision: number; readonly error: ErrorData };
