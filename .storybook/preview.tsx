import type { Decorator, Preview } from '@storybook/react-vite';
import { useLayoutEffect } from 'react';
import { DocsPage } from './DocsPage.js';
import './preview.css';
import { applyTheme, type Theme } from './theme.js';

const withTheme: Decorator = (Story, context) => {
  const theme = context.globals.theme as Theme;
  useLayoutEffect(() => applyTheme(theme), [theme]);
  return <Story />;
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withTheme],
  // The tests of the stories run once in each theme.
  initialGlobals: { theme: (import.meta.env.VITE_NEUROGLOW_THEME as Theme | undefined) ?? 'light' },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: {
        title: 'Theme',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
  },
  parameters: {
    layout: 'padded',
    backgrounds: { disable: true },
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: { container: DocsPage, toc: true },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Concepts',
          'Components',
          ['NetworkGraph', 'ActivationHeatmap', 'CostPlot', 'TrainingControls', 'Legend'],
          'Demos',
          ['XOR', 'Digits', 'Fashion'],
          'Data sets',
          ['Points', 'Tables', 'Pictures'],
          'Docs',
        ],
      },
    },
  },
};

export default preview;
