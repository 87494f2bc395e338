// For eslint-plugin-boundaries: tells which file an import means. TypeScript sources import './x.js' and mean
// './x.ts', and workspace packages mean their sources: the stock resolvers find neither, and would fall silent.
const { existsSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const packages = join(dirname(__dirname), 'packages');
const entries = {
  '@neuroglow/engine': join(packages, 'engine', 'src', 'index.ts'),
  '@neuroglow/engine/core': join(packages, 'engine', 'src', 'headless.ts'),
  '@neuroglow/engine/tensorflow': join(packages, 'engine', 'src', 'tensorflow.ts'),
  '@neuroglow/engine/onnx': join(packages, 'engine', 'src', 'onnx.ts'),
  '@neuroglow/engine/internal': join(packages, 'engine', 'src', 'internal.ts'),
  '@neuroglow/components': join(packages, 'components', 'src', 'index.ts'),
};

exports.interfaceVersion = 2;

exports.resolve = (source, importer) => {
  if (Object.hasOwn(entries, source)) return { found: true, path: entries[source] };
  if (!source.startsWith('.')) return { found: true, path: null };
  const target = resolve(dirname(importer), source);
  const stem = target.replace(/\.js$/, '');
  const candidates = [target, `${stem}.ts`, `${stem}.tsx`, join(target, 'index.ts')];
  // A file that does not exist yet still has a place in the house, and TypeScript reports that it is missing.
  return { found: true, path: candidates.find((path) => existsSync(path)) ?? `${stem}.ts` };
};
