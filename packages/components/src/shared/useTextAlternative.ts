import { useEffect, useState, type RefObject } from 'react';
import { createThrottle } from '@neuroglow/engine/internal';

/** Milliseconds between two rewritings: a reader that is in the middle of the text is not swept away by every frame. */
const interval = 1000;

/** Says what a picture shows now; written at most once a second, the latest always at last. */
export type Say = (text: () => string) => void;

/**
 * Words for a picture, for those who do not see it: read when asked for, not announced. The element, usually
 * `<div className="neuroglow__hidden">` that the picture is described by, is rewritten without React.
 */
export function useTextAlternative(element: RefObject<HTMLElement | null>): Say {
  const [writer] = useState(createWriter);
  useEffect(() => {
    writer.attach(element.current);
    return () => {
      writer.attach(null);
    };
  }, [writer, element]);
  return writer.say;
}

interface Writer {
  readonly attach: (element: HTMLElement | null) => void;
  readonly say: Say;
}

function createWriter(): Writer {
  let element: HTMLElement | null = null;
  let write: (() => string) | null = null;
  const throttle = createThrottle(interval, () => {
    const text = write?.();
    if (element && text !== undefined && element.textContent !== text) element.textContent = text;
  });
  return {
    attach(attached) {
      throttle.reset();
      element = attached;
      if (element && write) throttle.request();
    },
    say(text) {
      write = text;
      if (element) throttle.request();
    },
  };
}
