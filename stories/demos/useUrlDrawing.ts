import { useCallback, useEffect, useState } from 'react';
import type { Stroke } from './strokes.js';
import { strokesToText, textToStrokes } from './strokesText.js';
import { useUrlState } from './useUrlState.js';

/** A drawing that lives in the page's address, so that a link carries it. */
export function useUrlDrawing(name: string): readonly [readonly Stroke[], (strokes: readonly Stroke[]) => void] {
  const [text, setText] = useUrlState(name, '');
  const [strokes, setStrokes] = useState(() => textToStrokes(text));
  useEffect(() => {
    // The address holds a coarser drawing than the one in hand: only another drawing replaces it.
    setStrokes((now) => (strokesToText(now) === text ? now : textToStrokes(text)));
  }, [text]);
  const change = useCallback(
    (next: readonly Stroke[]) => {
      setStrokes(next);
      setText(strokesToText(next));
    },
    [setText],
  );
  return [strokes, change];
}
