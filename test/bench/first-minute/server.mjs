import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};
/** What GitHub Pages compresses on the way, with gzip. */
const compressed = new Set(['.html', '.js', '.css', '.svg', '.json']);

/** Serves a folder as a static host does. `sent` holds every answer since the latest `forget()`: path and bytes of its body. */
export async function serve(folder) {
  const bodies = new Map();
  let sent = [];
  const read = async (path) => {
    if (!bodies.has(path)) {
      const file = await readFile(join(folder, path));
      bodies.set(path, compressed.has(extname(path)) ? gzipSync(file, { level: 9 }) : file);
    }
    return bodies.get(path);
  };
  const server = createServer(async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const path = asked.endsWith('/') ? join(asked, 'index.html') : asked;
    try {
      const body = await read(path);
      const coding = compressed.has(extname(path)) ? { 'content-encoding': 'gzip' } : {};
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600', ...coding }).end(body);
      sent.push({ path, bytes: body.length });
    } catch {
      response.writeHead(404).end();
      sent.push({ path, bytes: 0, missing: true });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sent: () => sent,
    forget: () => (sent = []),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
