'use client';
import { useEffect, useMemo, useState, type ReactElement } from 'react';

/** Milliseconds between two rewritings: a reader that is in the middle of the text is not swept away by every frame. */
const interval = 1000;

/** Words for a picture, for those who do not see it: read when asked for, not announced. Rewritten without React. */
export interface TextAlternative {
  /** Says what the picture shows now; written at most once a second, the latest always at last. */
  readonly set: (text: () => string) => void;
  /** To be rendered once, inside of the component. */
  readonly element: ReactElement;
}

export function useTextAlternative(id: string, initial = ''): TextAlternative {
  const [writer] = useState(createWriter);
  useEffect(() => writer.stop, [writer]);
  return useMemo(
    () => ({
      set: writer.set,
      element: (
        <div ref={writer.attach} id={id} className="neuroglow__hidden">
          {initial}
        </div>
      ),
    }),
    [writer, id, initial],
  );
}

interface Writer {
  readonly attach: (element: HTMLElement | null) => void;
  readonly set: (text: () => string) => void;
  readonly stop: () => void;
}

function createWriter(): Writer {
  let element: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: (() => string) | null = null;
  const write = (): void => {
    timer = null;
    if (!waiting) return;
    const text = waiting();
    waiting = null;
    if (element && element.textContent !== text) element.textContent = text;
    timer = setTimeout(write, interval);
  };
  return {
    attach(attached) {
      element = attached;
    },
    set(text) {
      waiting = text;
      if (timer === null) write();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
