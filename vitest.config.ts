import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { mergeConfig } from 'vite';
import type { BrowserConfigOptions } from 'vitest/node';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findChromium } from './.tools/find-chromium.mjs';
import components from './packages/components/package.json' with { type: 'json' };
import engine from './packages/engine/package.json' with { type: 'json' };
import base from './vite.config.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const react18 = (name: string): string => here(`./test/hooks/react-18/node_modules/${name}`);

const executablePath = findChromium();

// A browser shares its machine with whatever else runs there. Before a change is refused, a failing test is given two more chances; on a
// developer's machine it fails at once.
const retry = process.env['CI'] ? 2 : 0;

// A fresh object for each project: vitest writes the project's name into it.
// Chromium's background services only knock on doors that a test must not open.
const browser = (): BrowserConfigOptions => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  }),
  instances: [{ browser: 'chromium' }],
});

// Found on the first import otherwise, and a dependency found late reloads the page under a running test.
const preBundled = [
  'react',
  'react-dom',
  'react-dom/client',
  'react-dom/server',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  '@testing-library/react',
  '@testing-library/user-event',
  '@testing-library/jest-dom/vitest',
  'onnxruntime-web/wasm',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-layers',
  '@tensorflow/tfjs-backend-cpu',
  ...Object.keys(components.dependencies).map((name) => `@neuroglow/components > ${name}`),
  ...Object.keys(engine.dependencies).map((name) => `@neuroglow/engine > ${name}`),
];

const projects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    test: { name: 'unit', environment: 'node', include: ['test/{engine,stories,study}/**/*.test.ts'] },
  },
  {
    extends: true,
    test: {
      name: 'dom',
      environment: 'jsdom',
      include: ['test/{hooks,components}/**/*.test.{ts,tsx}'],
      setupFiles: ['./test/setup.ts'],
    },
  },
  {
    extends: true,
    // The same tests under React 18. The host package brings its own copies, so pnpm pairs them rightly.
    resolve: {
      alias: [
        { find: /^react$/, replacement: react18('react') },
        { find: /^react\/(.*)$/, replacement: `${react18('react')}/$1` },
        { find: /^react-dom$/, replacement: react18('react-dom') },
        { find: /^react-dom\/(.*)$/, replacement: `${react18('react-dom')}/$1` },
        { find: /^@testing-library\/react$/, replacement: react18('@testing-library/react') },
      ],
    },
    test: {
      name: 'react18',
      environment: 'jsdom',
      include: ['test/{hooks,components}/**/*.test.{ts,tsx}'],
      setupFiles: ['./test/setup.ts'],
    },
  },
  {
    extends: true,
    optimizeDeps: { include: preBundled },
    test: {
      name: 'browser',
      retry,
      include: ['test/browser/**/*.test.{ts,tsx}'],
      setupFiles: ['./test/setup.ts'],
      testTimeout: 60_000,
      browser: browser(),
    },
  },
  {
    extends: true,
    optimizeDeps: { include: preBundled },
    plugins: [storybookTest({ configDir: here('./.storybook') })],
    test: {
      name: 'stories',
      retry,
      setupFiles: ['./test/stories/patience.ts'],
      env: { VITE_NEUROGLOW_THEME: 'light' },
      testTimeout: 60_000,
      browser: browser(),
    },
  },
  {
    extends: true,
    optimizeDeps: { include: preBundled },
    // The same in the dark: contrast is half of what the accessibility check looks at.
    plugins: [storybookTest({ configDir: here('./.storybook') })],
    test: {
      name: 'stories-dark',
      retry,
      setupFiles: ['./test/stories/patience.ts'],
      env: { VITE_NEUROGLOW_THEME: 'dark' },
      testTimeout: 60_000,
      browser: browser(),
    },
  },
  {
    extends: true,
    // These open the built Storybook as a visitor does.
    test: {
      name: 'storybook',
      retry,
      environment: 'node',
      include: ['test/storybook/**/*.test.ts'],
      testTimeout: 120_000,
      hookTimeout: 180_000,
    },
  },
  {
    extends: true,
    // These look at what `npm run build` wrote, as a stranger would find it after an install.
    test: {
      name: 'packages',
      retry,
      environment: 'node',
      include: ['test/packages/**/*.test.ts'],
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  },
];

export default mergeConfig(
  base,
  defineConfig({
    test: {
      projects,
      // Two cores shared by a browser, its workers and the test runner: the default of one second flakes under load.
      expect: { poll: { timeout: 15_000 } },
      restoreMocks: true,
      unstubGlobals: true,
    },
  }),
);
