import { useEffect, useLayoutEffect } from 'react';

/** useLayoutEffect, silent on a server, where React 18 warns of it. */
export const useIsomorphicLayoutEffect: typeof useLayoutEffect =
  typeof document === 'undefined' ? useEffect : useLayoutEffect;
