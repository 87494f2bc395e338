import { useEffect, useState, type RefObject } from 'react';

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
  return writer.set;
}

interface Writer {
  readonly attach: (element: HTMLElement | null) => void;
  readonly set: Say;
}

function createWriter(): Writer {
  let element: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: (() => string) | null = null;
  const write = (): void => {
    timer = null;
    if (!waiting || !element) return;
    const text = waiting();
    waiting = null;
    if (element.textContent !== text) element.textContent = text;
    timer = setTimeout(write, interval);
  };
  return {
    attach(attached) {
      element = attached;
      if (timer !== null) clearTimeout(timer);
      write();
    },
    set(text) {
      waiting = text;
      if (timer === null) write();
    },
  };
}
