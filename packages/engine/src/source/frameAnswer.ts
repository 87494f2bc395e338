import type { Frame, View } from '../views/view.js';
import type { ErrorData } from './errorData.js';

/** A watched view, and the revision of the run that was last delivered for it (−1: none). */
export interface WatchedView {
  readonly key: string;
  readonly view: View;
  readonly seen: number;
}

/** The result for a watched view: its frame, or why there is none. */
export type FrameAnswer =
  | { readonly key: string; readonly revision: number; readonly frame: Frame }
  | { readonly key: string; readonly revision: number; readonly error: ErrorData };
