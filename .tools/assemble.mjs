// AssemblyScript to WebAssembly SIMD to a TypeScript module that holds it as base64: works the same in Node, workers and every bundler.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/**
 * Compiles `assembly/index.ts` of a folder to its `generated/binary.ts`, and calls `also` to write what else is made of the sources.
 * Quick when nothing changed: the written module names the digest of what it was made from.
 */
export async function assemble(folder, also = () => undefined) {
  const assembly = join(folder, 'assembly');
  const target = join(folder, 'generated', 'binary.ts');
  const digest = digestOf(assembly);
  if (writtenDigest(target) === digest) return;
  const binary = await optimize(await compile(assembly));
  mkdirSync(dirname(target), { recursive: true });
  also();
  writeFileSync(target, binaryText(binary, digest));
  console.log(`kernels: ${binary.length} bytes, ${gzipSync(binary).length} gzipped`);
}

function digestOf(assembly) {
  const hash = createHash('sha256');
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(readFileSync(require.resolve('assemblyscript/package.json')));
  for (const name of readdirSync(assembly, { recursive: true }).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(assembly, name)));
  }
  return hash.digest('hex');
}

function writtenDigest(target) {
  try {
    return /sources: ([0-9a-f]{64})/.exec(readFileSync(target, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

async function compile(assembly) {
  const asc = await import('assemblyscript/asc');
  const folder = mkdtempSync(join(tmpdir(), 'neuroglow-kernels-'));
  try {
    const output = join(folder, 'kernels.wasm');
    const options = ['--runtime', 'stub', '--enable', 'simd', '--noAssert', '--importMemory', '--initialMemory', '1'];
    const { error, stderr } = await asc.main(
      [join(assembly, 'index.ts'), '--outFile', output, '--optimizeLevel', '0', ...options],
      { readFile },
    );
    if (error) throw new Error(`the kernels do not compile:\n${stderr.toString()}`);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFile(name, base) {
  const path = resolve(base, name);
  return existsSync(path) ? repeatTurns(readFileSync(path, 'utf8')) : null;
}

/**
 * Writes a block that follows a line `// 4 times:` so many times, with 0 to 3 in the place of TURN: turns of a loop with exits
 * between them, as neither compiler would unroll it.
 */
function repeatTurns(source) {
  return source.replace(/^( *)\/\/ (\d) times:\n(\1\{\n[\s\S]*?\n\1\}\n)/gm, (_, _indent, count, block) =>
    Array.from({ length: Number(count) }, (_, turn) => block.replaceAll('TURN', turn)).join(''),
  );
}

/**
 * Optimizes with the compiler's own binaryen, but lets it inline nothing: V8 allocates registers a function, and one
 * function of many kernels spills in its inner loops. What must be inlined is marked so in the sources.
 */
async function optimize(wasm) {
  const path = createRequire(require.resolve('assemblyscript/package.json')).resolve('binaryen');
  const { default: binaryen } = await import(pathToFileURL(path).href);
  const module = binaryen.readBinary(wasm);
  const { BulkMemory, BulkMemoryOpt, MutableGlobals, NontrappingFPToInt, SIMD128, SignExt } = binaryen.Features;
  module.setFeatures(BulkMemory | BulkMemoryOpt | MutableGlobals | NontrappingFPToInt | SIMD128 | SignExt);
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  binaryen.setAlwaysInlineMaxSize(0);
  binaryen.setFlexibleInlineMaxSize(0);
  binaryen.setOneCallerInlineMaxSize(0);
  module.optimize();
  module.optimize();
  if (!module.validate()) throw new Error('the optimized kernels are not valid WebAssembly');
  return module.emitBinary();
}

function binaryText(binary, digest) {
  return `// Written by .tools/assemble.mjs; sources: ${digest}

const base64 =
  '${Buffer.from(binary).toString('base64')}'

/**
 * The kernels: ${binary.length} bytes of WebAssembly. Decoded by the platform where it can: a loop that has just begun to run takes
 * several milliseconds, more than all else that the kernels need at their first use.
 */
export function readBinary(): Uint8Array<ArrayBuffer> {
  const platform = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }
  if (platform.fromBase64 !== undefined) return platform.fromBase64(base64)
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
`;
}
