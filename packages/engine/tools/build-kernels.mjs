// Compiles src/kernels/assembly (AssemblyScript) to WebAssembly SIMD and writes it, as base64, to src/kernels/generated/binary.ts,
// and the structs and numbers of assembly/plan.ts, for the TypeScript that fills them, to generated/structs.ts.
// Quick when nothing changed: the written module names the digest of what it was made from.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const kernels = join(here, '..', 'src', 'kernels');
const assembly = join(kernels, 'assembly');
const target = join(kernels, 'generated', 'binary.ts');
const require = createRequire(import.meta.url);

const digest = digestOfSources();
if (writtenDigest() !== digest) {
  const binary = await optimize(await compile());
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, binaryText(binary));
  writeFileSync(join(kernels, 'generated', 'structs.ts'), structsText(readFileSync(join(assembly, 'plan.ts'), 'utf8')));
  console.log(`kernels: ${binary.length} bytes, ${gzipSync(binary).length} gzipped`);
}

function digestOfSources() {
  const hash = createHash('sha256');
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(readFileSync(require.resolve('assemblyscript/package.json')));
  for (const name of readdirSync(assembly).sort()) hash.update(name).update(readFileSync(join(assembly, name)));
  return hash.digest('hex');
}

function writtenDigest() {
  try {
    return /sources: ([0-9a-f]{64})/.exec(readFileSync(target, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

async function compile() {
  const asc = await import('assemblyscript/asc');
  const folder = mkdtempSync(join(tmpdir(), 'neuroglow-kernels-'));
  try {
    const output = join(folder, 'kernels.wasm');
    const options = ['--runtime', 'stub', '--enable', 'simd', '--noAssert', '--importMemory', '--initialMemory', '1'];
    const { error, stderr } = await asc.main([
      join(assembly, 'index.ts'),
      '--outFile',
      output,
      '--optimizeLevel',
      '0',
      ...options,
    ]);
    if (error) throw new Error(`the kernels do not compile:\n${stderr.toString()}`);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

function binaryText(binary) {
  return `// Written by tools/build-kernels.mjs; sources: ${digest}

/** The kernels: ${binary.length} bytes of WebAssembly, in base64. */
export const binary: string =
  '${Buffer.from(binary).toString('base64')}'
`;
}

/** Each `export class` of plan.ts as an object of its fields' types, and its numbers. */
function structsText(plan) {
  const structs = [...plan.matchAll(/export class (\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name, body]) => {
    const fields = [...body.matchAll(/^ {2}(\w+): (i32|f32|f64|usize)$/gm)];
    const lines = fields.map(([, field, type]) => `  ${field}: '${type === 'usize' ? 'i32' : type}',`);
    return `export const ${name.toLowerCase()}Fields = {\n${lines.join('\n')}\n} as const`;
  });
  const numbers = [...plan.matchAll(/export const (\w+) = (\d+)/g)].map(
    ([, name, value]) => `export const ${name} = ${value}`,
  );
  return `// Written by tools/build-kernels.mjs from assembly/plan.ts\n\n${[...structs, numbers.join('\n')].join('\n\n')}\n`;
}
