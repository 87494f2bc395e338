import { useState } from 'react';

/**
 * `useState` for values that are set with every frame and seldom change. React queues each call of a setter until the component next renders, also
 * one that changes nothing: at 60 frames per second a picture that never renders would keep megabytes of them. This setter drops the value
 * that was set last.
 */
export function useFrameState<T>(initial: T | (() => T)): readonly [value: T, set: (value: T) => void] {
  const [value, setValue] = useState(initial);
  const [set] = useState(() => {
    let latest = value;
    return (next: T): void => {
      if (Object.is(next, latest)) return;
      latest = next;
      setValue(() => next);
    };
  });
  return [value, set];
}
