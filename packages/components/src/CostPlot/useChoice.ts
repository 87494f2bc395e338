import { useState } from 'react';

/** A choice that a prop controls, or that the component keeps. */
export function useChoice<T extends string>(
  controlled: T | undefined,
  first: T,
  onChange: ((chosen: T) => void) | undefined,
): readonly [chosen: T, choose: (next: T) => void] {
  const [own, setOwn] = useState<T>(first);
  const choose = (next: T): void => {
    setOwn(next);
    onChange?.(next);
  };
  return [controlled ?? own, choose];
}
