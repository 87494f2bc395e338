import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, type ReactElement, useEffect, useState } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { applyTheme, initialTheme, type Theme } from './theme.js';
import { themes } from './themes.js';

/** A docs page follows the toolbar's theme like a story does; decorators alone do not reach its text. */
export default function DocsPage({ children, ...props }: PropsWithChildren<DocsContainerProps>): ReactElement {
  const [theme, setTheme] = useState(initialTheme);

  useEffect(() => {
    const channel = addons.getChannel();
    const follow = ({ globals }: { globals: { theme?: Theme } }): void => setTheme(globals.theme ?? initialTheme());
    channel.on(GLOBALS_UPDATED, follow);
    return () => channel.off(GLOBALS_UPDATED, follow);
  }, []);

  useEffect(() => applyTheme(theme), [theme]);

  return (
    <DocsContainer {...props} theme={themes[theme]}>
      {children}
    </DocsContainer>
  );
}
