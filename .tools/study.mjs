import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildKernels } from './build.mjs';
import { cache, node, root, Stop } from './processes.mjs';

const studies = join(root, 'test', 'study');

/** `npm run study -- NAME …`: stdout is the study's alone, so that `--json` can be piped. */
export async function study([name, ...args]) {
  const folder = name && join(studies, name);
  if (!folder || !existsSync(join(folder, 'command.ts')))
    throw new Stop(`npm run study -- NAME …, where NAME is one of: ${names().join(', ')}`);
  await buildKernels();
  const built = join(cache, 'studies', name);
  // Imported late: this file is loaded before anything is installed.
  const { build } = await import('vite');
  await build({
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: built,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: { command: join(folder, 'command.ts'), worker: join(folder, 'worker.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  });
  return node(join(built, 'command.js'), [root, name, ...args]);
}

function names() {
  return readdirSync(studies).filter((entry) => existsSync(join(studies, entry, 'command.ts')));
}
