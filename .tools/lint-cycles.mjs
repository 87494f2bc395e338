// No circle of imports in packages/*/src, type imports included: a file can be read and moved without its circle.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './processes.mjs';

const statement = /\b(?:import|export)\b[^;'"`]*?\bfrom\s*['"](\.[^'"]+)['"]/gs;
const unread = new Set(['node_modules', 'dist', 'generated', 'assembly']);

/** Every source file of the packages. */
function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!unread.has(entry.name)) yield* sources(path);
    } else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

/** The source file that a relative import of a file names; null where there is none. */
function resolve(from, source) {
  const path = join(dirname(from), source).replace(/\.js$/, '');
  return [`${path}.ts`, `${path}.tsx`].find((file) => existsSync(file)) ?? null;
}

function importsOf(file, text) {
  const found = [...text.matchAll(statement)].map(([, source]) => resolve(file, source));
  return new Set(found.filter((path) => path !== null));
}

let graph = null;

/** File → the files that it imports. Read once per run of the linter. */
function importGraph() {
  if (graph) return graph;
  graph = new Map();
  for (const name of readdirSync(join(root, 'packages'))) {
    const folder = join(root, 'packages', name, 'src');
    if (!existsSync(folder)) continue;
    for (const file of sources(folder)) graph.set(file, importsOf(file, readFileSync(file, 'utf8')));
  }
  return graph;
}

/** The shortest way along imports from one file to another; null where there is none. */
function way(from, to) {
  const known = importGraph();
  const before = new Map([[from, null]]);
  for (const file of before.keys()) {
    if (file === to) {
      const path = [];
      for (let at = file; at !== null; at = before.get(at)) path.unshift(at);
      return path;
    }
    for (const next of known.get(file) ?? []) if (!before.has(next)) before.set(next, file);
  }
  return null;
}

const noImportCycle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { cycle: 'A circle of imports: {{ path }}. Move what both need to a file of its own.' },
  },
  create(context) {
    const { filename } = context;
    const check = ({ source }) => {
      const target =
        typeof source?.value === 'string' && source.value.startsWith('.') ? resolve(filename, source.value) : null;
      const back = target && way(target, filename);
      if (!back) return;
      const path = [filename, ...back].map((file) => file.slice(root.length + 1)).join(' → ');
      context.report({ node: source, messageId: 'cycle', data: { path } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

export default {
  files: ['packages/*/src/**/*.{ts,tsx}'],
  plugins: { imports: { rules: { 'no-cycle': noImportCycle } } },
  rules: { 'imports/no-cycle': 'error' },
};
