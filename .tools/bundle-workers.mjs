// A published worker is one module without imports: the page starts it from its text, or from its file, with one request and no bundler.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Built module of each worker, by package; its text goes into `workerText.js` beside it. */
const workers = {
  engine: 'dist/hosting/worker.js',
  components: 'dist/drawing/worker/worker.js',
};

/**
 * Modules that a page loads only if it has no worker. They share most of their code with what every page loads, and a bundler puts shared
 * modules into the first chunk, so each is bundled by itself.
 */
const onDemand = {
  engine: ['dist/hosting/threadLink.js'],
  components: [],
};

const declared = 'export const workerText = null;';

/** Bundles the worker of a package that tsc has just built, and its modules on demand. */
export async function bundleWorker(name, folder) {
  for (const path of onDemand[name]) {
    const module = join(folder, path);
    writeFileSync(module, await bundle(module, folder));
    rmSync(`${module}.map`);
  }
  const entry = join(folder, workers[name]);
  const code = await bundle(entry, folder);
  const text = join(dirname(entry), 'workerText.js');
  const module = readFileSync(text, 'utf8');
  if (!module.includes(declared)) throw new Error(`${text}: expected the line \`${declared}\``);
  for (const file of [entry, text]) rmSync(`${file}.map`);
  writeFileSync(entry, code);
  writeFileSync(text, `export const workerText = ${JSON.stringify(code)};\n`);
}

async function bundle(entry, root) {
  // Here and not above: on a fresh machine this file is read before anything is installed.
  const { build } = await import('vite');
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['es'], fileName: basename(entry, '.js') },
      rolldownOptions: { output: { codeSplitting: false, minify: true, comments: false } },
    },
  });
  if (output.length !== 1) throw new Error(`${entry}: expected one file, got ${output.length}`);
  return output[0].code;
}
