import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build } from 'vite';
import { findChromium } from '../../../.tools/find-chromium.mjs';

const renderingPage = fileURLToPath(new URL('./page/', import.meta.url));
const peers = fileURLToPath(new URL('../peers/node_modules/', import.meta.url));

const ofPeers = [
  '@visx/axis',
  '@visx/heatmap',
  '@visx/scale',
  '@visx/shape',
  '@xyflow/react',
  'chart.js',
  'recharts',
  'uplot',
];

/** Peers are installed apart: their names are looked up there. */
const fromPeers = {
  name: 'from-peers',
  enforce: 'pre',
  resolveId(id) {
    return ofPeers.includes(id) ? this.resolve(id, join(peers, '..', 'page.js'), { skipSelf: true }) : null;
  },
};

/** Builds the page that draws, as a host would: from the built packages. */
export async function buildPage(page = renderingPage) {
  const outDir = await mkdtemp(join(tmpdir(), 'neuroglow-rendering-'));
  await build({
    root: page,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react(), fromPeers],
    worker: { format: 'es' },
    resolve: { dedupe: ['react', 'react-dom'] },
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  return outDir;
}

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export async function servePage(directory) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    try {
      const body = await readFile(join(directory, path === '/' ? 'index.html' : path));
      response.writeHead(200, { 'content-type': types[extname(path || '.html')] ?? 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const launchArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
];

/** A browser of its own, with the number of its first process: all others are its children. */
export async function launchBrowser() {
  const executablePath = findChromium();
  const server = await chromium.launchServer({ ...(executablePath ? { executablePath } : {}), args: launchArguments });
  const browser = await chromium.connect(server.wsEndpoint());
  return { browser: Object.assign(browser, { close: () => server.close() }), pid: server.process().pid };
}
