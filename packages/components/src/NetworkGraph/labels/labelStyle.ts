import type { CSSProperties } from 'react';
import type { Label } from './label.js';

/** Where a label's element stands; its `data-align` and `data-stand` say which point of it that is. */
export function labelStyle({ x, y, maxWidth }: Label): CSSProperties {
  return { left: x, top: y, ...(maxWidth !== null && { maxWidth }) };
}
