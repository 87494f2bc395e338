import type * as FileSystem from 'node:fs/promises';

/** The bytes of a file beside this module; in a browser and in Node. */
export async function readBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (url.protocol === 'file:') {
    // Node's fetch does not read files. The name is kept from bundlers, which would look for it in a browser.
    const fileSystem = 'node:fs/promises';
    const { readFile } = (await import(/* @vite-ignore */ fileSystem)) as typeof FileSystem;
    return new Uint8Array(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} could not be read: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The text of a gzipped file beside this module.
 * A server may unpack `.gz` files on the way (some send them with Content-Encoding), so the bytes decide.
 */
export async function readGzippedText(url: URL): Promise<string> {
  const bytes = await readBytes(url);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const blob = new Blob([bytes]);
  const stream = isGzip ? blob.stream().pipeThrough(new DecompressionStream('gzip')) : blob.stream();
  return new Response(stream).text();
}
