import type { StorybookConfig } from '@storybook/react-vite';
import remarkGfm from 'remark-gfm';
import { apiReference } from './apiReference.js';
import { preloadFirstPage } from './preloadFirstPage.js';
import { readerStories } from './readerStories.js';

// The test runner reads this file too, and gets the stories as they are written.
const underTest = process.env.VITEST !== undefined;
// What only a developer needs would cost a visitor of the published Storybook time.
const published = process.argv.includes('build');

const onDemand = [
  'onnxruntime-web/wasm',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-layers',
  '@tensorflow/tfjs-backend-cpu',
];

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  staticDirs: ['./public'],
  addons: [
    // Tables in MDX are GitHub's, not Markdown's own.
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    ...(published ? [] : ['@storybook/addon-a11y', '@storybook/addon-vitest']),
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableProjectJson: true },
  features: { sidebarOnboardingChecklist: false },
  typescript: {
    // Reads types across files and packages, so that a props table shows what the declarations say.
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      tsconfigPath: 'tsconfig.json',
      include: ['packages/*/src/**/*.tsx', 'stories/**/*.tsx'],
      shouldExtractLiteralValuesFromEnum: true,
      shouldRemoveUndefinedFromOptional: true,
      // A component forwards hundreds of DOM attributes: the table names ours.
      propFilter: (prop) => !prop.parent?.fileName.includes('node_modules'),
    },
  },
  viteFinal: (vite) => ({
    ...vite,
    // Fetched on demand by a few stories: a library that is found late would reload the page.
    optimizeDeps: { ...vite.optimizeDeps, include: [...(vite.optimizeDeps?.include ?? []), ...onDemand] },
    plugins: [apiReference(), ...(underTest ? [] : [readerStories(), preloadFirstPage()]), ...(vite.plugins ?? [])],
  }),
};

export default config;
