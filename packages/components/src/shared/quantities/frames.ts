import type { Frame } from '@neuroglow/engine';
import { viewKey } from '@neuroglow/engine/internal';
import type { QuantityNeed } from './quantity.js';

/** The latest frame of each need, by `needKey`. */
export type FrameMap = ReadonlyMap<string, Frame>;

const SHOWN = '@shown';

/** A text that is the same for needs of the same view and step. */
export function needKey({ view, at }: QuantityNeed): string {
  return viewKey(view) + (at === undefined ? SHOWN : `@${at}`);
}

/** Plain values answer every view of a kind with what they have, whatever the view's input or step. */
export function kindKey({ view, at }: QuantityNeed): string {
  return view.kind + (at === undefined ? SHOWN : '@then');
}

/** Whether a key is that of a need of the step that the picture shows. */
export function isShownStep(key: string): boolean {
  return key.endsWith(SHOWN);
}

/** A frame per need, all of one run; null while one is missing. */
export function framesFor(frames: FrameMap, needs: readonly QuantityNeed[] | null): readonly Frame[] | null {
  const found = needs?.map((need) => frames.get(needKey(need)) ?? frames.get(kindKey(need)));
  if (!found?.every((frame) => frame !== undefined && frame.runId === found[0]?.runId)) return null;
  return found as readonly Frame[];
}
