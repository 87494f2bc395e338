import type * as FileSystem from 'node:fs/promises';

/**
 * The bytes of a gzipped file beside this module, unpacked; in a browser and in Node.
 * A server may unpack `.gz` files on the way (some send them with Content-Encoding), so the bytes decide.
 */
export async function readGzip(url: URL): Promise<Uint8Array> {
  const bytes = await readBytes(url);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

async function readBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (url.protocol === 'file:') {
    // Node's fetch does not read files. The name is kept from bundlers, which would look for it in a browser.
    const fileSystem = 'node:fs/promises';
    const { readFile } = (await import(/* @vite-ignore */ fileSystem)) as typeof FileSystem;
    return new Uint8Array(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`${url.pathname} could not be read: the server answered ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}
