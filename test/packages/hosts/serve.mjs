// Serves a project in one of the ways that people serve theirs: node serve.mjs WAY FOLDER. Prints the address once it can be visited.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const host = '127.0.0.1';

/** A development server, whose dependency optimizer runs at the first visit. */
const viteDev = (name) => async (root) => {
  const { createServer: createViteServer } = await import(name);
  const server = await createViteServer({ root, configFile: false, logLevel: 'error', server: { host, port: 0 } });
  await server.listen();
  return server.resolvedUrls.local[0];
};

const viteBuild = (name, headers) => async (root) => {
  const { build } = await import(name);
  await build({ root, configFile: false, logLevel: 'error' });
  return serveFiles(join(root, 'dist'), {}, headers);
};

/** No inline styles, no workers but those that are files of this origin. */
const strictPolicy = [
  ...["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "style-src 'self'"],
  ...["connect-src 'self'", 'img-src data:'],
].join('; ');

const ways = {
  'vite6 dev': viteDev('vite6'),
  'vite6 build': viteBuild('vite6'),
  'vite7 dev': viteDev('vite7'),
  'vite7 build': viteBuild('vite7'),
  'vite8 dev': viteDev('vite8'),
  'vite8 build': viteBuild('vite8'),
  'vite8 build, strict policy': viteBuild('vite8', { 'content-security-policy': strictPolicy }),

  async esbuild(root) {
    const { build } = await import('esbuild');
    const entryPoints = [join(root, 'src', 'main.js')];
    const outdir = join(root, 'out', 'src');
    await build({ entryPoints, outdir, bundle: true, splitting: true, format: 'esm', minify: true, logLevel: 'error' });
    return serveFiles(join(root, 'out'), { '/': join(root, 'index.html') });
  },

  async webpack(root) {
    const { default: webpack } = await import('webpack');
    const stats = await new Promise((resolve, reject) => {
      const output = { path: join(root, 'out', 'src'), publicPath: '/src/', filename: 'main.js' };
      const config = {
        mode: 'production',
        context: root,
        entry: './src/main.js',
        output,
        performance: { hints: false },
      };
      webpack(config, (error, result) => (error ? reject(error) : resolve(result)));
    });
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'));
    return serveFiles(join(root, 'out'), { '/': join(root, 'index.html') });
  },

  async next(root) {
    const { default: next } = await import('next');
    const app = next({ dir: root, dev: false, hostname: host });
    await app.prepare();
    return listen(app.getRequestHandler());
  },
};

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** Serves a folder, and single files under addresses of their own. */
function serveFiles(folder, files = {}, headers = {}) {
  return listen((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const inFolder = join(folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    const file = files[pathname] ?? inFolder;
    if (!file.startsWith(folder) && !files[pathname]) return void response.writeHead(403).end();
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...headers });
    createReadStream(file).pipe(response);
  });
}

function listen(handler) {
  const server = createServer(handler);
  return new Promise((resolve) => {
    server.listen(0, host, () => resolve(`http://${host}:${server.address().port}/`));
  });
}

const [way, root] = process.argv.slice(2);
if (!Object.hasOwn(ways, way)) throw new Error(`expected one of ${Object.keys(ways).join(', ')}, got ${way}`);
console.log(await ways[way](root));
