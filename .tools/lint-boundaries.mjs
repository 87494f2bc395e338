// Which part of the house may import which: the picture in ARCHITECTURE.md, as data.
import { join } from 'node:path';
import boundaries from 'eslint-plugin-boundaries';
import { root } from './processes.mjs';

const foundation = ['core'];
const materials = ['kernels', 'datasets', 'formats', ...foundation];
const computed = ['run', 'views', ...materials];
const looked = ['source', ...computed];
const recorded = ['timeline', ...looked];
const hosted = ['hosting', ...recorded];
const trained = ['session', 'sources', 'viewer', ...hosted];

/** Room of packages/engine/src → the rooms it may import, besides itself. */
const engine = {
  core: [],
  kernels: foundation,
  datasets: foundation,
  formats: foundation,
  run: materials,
  views: materials,
  source: computed,
  // Hover and selection name their source.
  viewer: looked,
  timeline: looked,
  hosting: recorded,
  session: hosted,
  // A recording is a session opened again.
  sources: ['session', ...hosted],
  react: trained,
};

/** Folder of packages/components/src → the folders it may import, besides itself. */
const componentFolders = [
  'NetworkGraph',
  'ActivationHeatmap',
  'CostPlot',
  'LearningTrace',
  'TimelineScrubber',
  'TrainingControls',
  'Legend',
];
const parts = ['drawing', 'shared'];
const components = {
  shared: [],
  drawing: ['shared'],
  ...Object.fromEntries(componentFolders.map((folder) => [folder, parts])),
};

const rooms = Object.keys(engine).map((name) => `engine/${name}`);
const folders = Object.keys(components).map((name) => `components/${name}`);
const inEngine = (names) => names.map((name) => `engine/${name}`);
const inComponents = (names) => names.map((name) => `components/${name}`);

const elements = [...rooms, ...folders]
  .map((type) => ({ type, pattern: `packages/${type.replace('/', '/src/')}`, partialMatch: false }))
  .concat({ type: 'stories', pattern: 'stories', partialMatch: false });

const entries = [
  { category: 'engine entry', pattern: 'packages/engine/src/index.ts' },
  { category: 'engine core entry', pattern: 'packages/engine/src/headless.ts' },
  { category: 'engine internal entry', pattern: 'packages/engine/src/internal.ts' },
  { category: 'engine tensorflow entry', pattern: 'packages/engine/src/tensorflow.ts' },
  { category: 'engine onnx entry', pattern: 'packages/engine/src/onnx.ts' },
  { category: 'components entry', pattern: 'packages/components/src/index.ts' },
];

/** An end of a policy: a room or folder by its element type, a public entry by its file's category. */
const entryNames = entries.map(({ category }) => category);
const end = (name) => (entryNames.includes(name) ? { file: { categories: name } } : { element: { type: name } });
const may = (from, to) => ({ from: end(from), allow: { to: to.map(end) } });

const policies = [
  // Libraries are none of this rule's business.
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
  ...Object.entries(engine).map(([name, to]) => may(`engine/${name}`, inEngine([name, ...to]))),
  ...Object.entries(components).map(([name, to]) =>
    may(`components/${name}`, [...inComponents([name, ...to]), 'engine entry', 'engine internal entry']),
  ),
  may('engine entry', [...rooms, 'engine core entry']),
  // What the components need besides the public surface. Nobody else may import it.
  may('engine internal entry', rooms),
  // The entry for Node must work where React is not installed.
  may('engine core entry', inEngine(trained)),
  may('engine tensorflow entry', inEngine(['sources'])),
  may('engine onnx entry', inEngine(['sources'])),
  may('components entry', folders),
  may('stories', [
    'stories',
    'engine entry',
    'engine core entry',
    'engine tensorflow entry',
    'engine onnx entry',
    'components entry',
  ]),
];

export default {
  files: ['packages/*/src/**/*.{ts,tsx}', 'stories/**/*.{ts,tsx}'],
  plugins: { boundaries },
  settings: {
    'boundaries/root-path': root,
    'boundaries/elements': elements,
    'boundaries/files': entries,
    'boundaries/legacy-warnings': false,
    'import/resolver': { [join(root, '.tools', 'lint-source-resolver.cjs')]: {} },
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        message:
          '{{ from.element.types }} may not import {{ dependency.source }}: imports go one way (see ARCHITECTURE.md)',
        policies,
      },
    ],
    // A new room or folder gets its place in this file first.
    'boundaries/no-unknown-files': 'error',
    'boundaries/no-unknown-dependencies': 'error',
  },
};
