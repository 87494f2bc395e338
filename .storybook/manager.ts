import { addons } from 'storybook/manager-api';
import { themes } from './theme.js';

// The frame around the stories follows the system, as the reader's other windows do.
const dark = matchMedia('(prefers-color-scheme: dark)').matches;

addons.setConfig({
  theme: themes[dark ? 'dark' : 'light'],
  sidebar: { showRoots: true },
});
