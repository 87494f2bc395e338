import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/manager-api';
import { initialTheme, type Theme } from './theme.js';
import { themes } from './themes.js';

addons.setConfig({
  theme: themes[initialTheme()],
  sidebar: { showRoots: true },
  // The first view belongs to the story. A opens the panel.
  layout: { bottomPanelHeight: 0, rightPanelWidth: 0 },
});

// The frame around the stories follows the theme of the toolbar.
addons.register('neuroglow/theme', () => {
  let shown = initialTheme();
  const follow = ({ globals }: { globals: { theme?: Theme } }): void => {
    if (!globals.theme || globals.theme === shown) return;
    shown = globals.theme;
    addons.setConfig({ theme: themes[shown] });
  };
  addons.getChannel().on(SET_GLOBALS, follow);
  addons.getChannel().on(GLOBALS_UPDATED, follow);
});
