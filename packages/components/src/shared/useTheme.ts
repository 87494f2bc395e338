import { useState } from 'react';
import { defaultTheme, observeTheme, readTheme, type Theme } from './theme.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

const initial: Theme = defaultTheme();

/** The theme of a component's root; renders again when it changes, which is rare. The default light theme until there is an element. */
export function useTheme(element: Element | null): Theme {
  const [theme, setTheme] = useState(initial);
  useIsomorphicLayoutEffect(() => {
    if (!element) return;
    const read = readTheme(element);
    setTheme(read);
    return observeTheme(element, read, setTheme);
  }, [element]);
  return theme;
}
