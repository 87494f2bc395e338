import type { DocsContainerProps } from '@storybook/addon-docs/blocks';
import type { Decorator, Preview } from '@storybook/react-vite';
import { lazy, type PropsWithChildren, type ReactElement, Suspense, useLayoutEffect } from 'react';
import { PRELOAD_ENTRIES } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import './preview.css';
import { applyTheme, initialTheme, type Theme } from './theme.js';

const withTheme: Decorator = (Story, context) => {
  const theme = context.globals.theme as Theme;
  useLayoutEffect(() => applyTheme(theme), [theme]);
  return <Story />;
};

// Docs pages bring a quarter of a megabyte of Storybook's own: a story does not wait for it.
const LazyDocsPage = lazy(() => import('./DocsPage.js'));

function DocsPage(props: PropsWithChildren<DocsContainerProps>): ReactElement {
  return (
    <Suspense>
      <LazyDocsPage {...props} />
    </Suspense>
  );
}

// The tests of the stories run once in each theme, and check accessibility each time. A reader asks for that check in the panel.
const testedTheme = import.meta.env.VITE_NEUROGLOW_THEME as Theme | undefined;
const underTest = testedTheme !== undefined;

const preview: Preview = {
  tags: ['autodocs'],
  beforeAll: () => {
    // Storybook loads the neighbours of a story as soon as it is shown. The first page needs the processor for its network.
    addons.getChannel().removeAllListeners(PRELOAD_ENTRIES);
  },
  decorators: [withTheme],
  initialGlobals: {
    theme: testedTheme ?? initialTheme(),
    ...(underTest ? {} : { a11y: { manual: true } }),
  },
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
    // 'code': the story file's text. Printing args would write out whole networks.
    docs: { container: DocsPage, toc: true, source: { type: 'code' } },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Do neurons fire in the large steps?',
          'Get started',
          ['Install', 'Your own data', 'Save and load', 'Your own trainer', 'Theming', 'Servers and policies', '*'],
          'Demos',
          [
            'Playground',
            'Digits',
            'Fashion',
            'Xor',
            'XOR',
            'Adder',
            'Shapes',
            'Image to network',
            'Models from elsewhere',
            '*',
          ],
          'Components',
          [
            'NetworkGraph',
            ['*', 'Neurons', 'Connections', 'Layers', 'With a session', 'Dense run', 'Zoom and export', 'Edge cases'],
            'ActivationHeatmap',
            'CostPlot',
            'LearningTrace',
            'TimelineScrubber',
            'TrainingControls',
            '*',
          ],
          'Recipes',
          'Reference',
          [
            'Concepts',
            'Cost',
            'Formulas',
            'Hooks',
            'Props',
            'Engine',
            'Keyboard',
            'Data sets',
            '*',
            'Other playgrounds',
          ],
          'Performance',
        ],
      },
    },
  },
};

export default preview;
