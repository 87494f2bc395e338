import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NeuroglowError } from '../../../packages/engine/src/core/error.js';
import {
  adderDataset,
  createNetwork,
  readArch,
  readCsv,
  readIdx,
  readMat,
  readSafetensors,
  readWeightsJson,
  writeMat,
  writeSafetensors,
  writeWeightsJson,
} from '../../../packages/engine/src/headless.js';

const runs = 2000;
const network = createNetwork({ layers: [{ neurons: 4, shape: [2, 2] }, 3, 2], outputActivation: 'softmax' });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const idx = Uint8Array.from([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);
const csv = 'length,width,"the species"\n1,2.5,setosa\n-3e2,.5,"virginica"\n4,5,setosa\n';

const readers: Readonly<Record<string, { file: Uint8Array; read: (bytes: Uint8Array) => unknown }>> = {
  readWeightsJson: { file: encode(writeWeightsJson(network)), read: readWeightsJson },
  readSafetensors: { file: writeSafetensors(network), read: (bytes) => readSafetensors(bytes) },
  readIdx: { file: idx, read: readIdx },
  'readIdx, gzipped': { file: new Uint8Array(gzipSync(idx)), read: readIdx },
  readCsv: { file: encode(csv), read: (bytes) => readCsv(bytes, { classColumn: 'the species' }) },
  readArch: { file: encode('784 16 16 10\n'), read: readArch },
  readMat: { file: writeMat(adderDataset({ bits: 2 })), read: (bytes) => readMat(bytes, { inputs: 4 }) },
};

/** One wound: bytes overwritten, put in, taken out, cut off, or doubled. */
const wound = fc.oneof(
  fc.record({ kind: fc.constant('write'), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }) }),
  fc.record({ kind: fc.constant('insert'), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }) }),
  fc.record({ kind: fc.constant('text'), at: fc.nat(), bytes: fc.string({ maxLength: 6 }).map(encode) }),
  fc.record({ kind: fc.constant('remove'), at: fc.nat(), bytes: fc.uint8Array({ maxLength: 40 }) }),
  fc.record({ kind: fc.constant('cut'), at: fc.nat(), bytes: fc.constant(new Uint8Array(0)) }),
  fc.record({ kind: fc.constant('repeat'), at: fc.nat(), bytes: fc.constant(new Uint8Array(0)) }),
);

function wounded(
  file: Uint8Array,
  { kind, at: anywhere, bytes }: { kind: string; at: number; bytes: Uint8Array },
): Uint8Array {
  const at = anywhere % (file.length + 1);
  const before = file.subarray(0, at);
  const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
  if (kind === 'write') return join(before, bytes, file.subarray(at + bytes.length));
  if (kind === 'remove') return join(before, file.subarray(at + bytes.length));
  if (kind === 'cut') return before.slice();
  if (kind === 'repeat') return join(file, file.subarray(at));
  return join(before, bytes, file.subarray(at));
}

describe.each(Object.entries(readers))('%s', (_name, { file, read }) => {
  it('reads a complete file', async () => {
    await expect(Promise.resolve(read(file))).resolves.toBeInstanceOf(Object);
  });

  it('gives a result or a coded error for damaged files, quickly', async () => {
    let refused = 0;
    const mutants = fc.oneof(
      {
        weight: 9,
        arbitrary: fc.array(wound, { minLength: 1, maxLength: 4 }).map((wounds) => wounds.reduce(wounded, file)),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    );
    await fc.assert(
      fc.asyncProperty(mutants, async (bytes) => {
        const start = performance.now();
        try {
          await read(bytes);
        } catch (error) {
          refused++;
          expect(error).toBeInstanceOf(NeuroglowError);
          // A CSV whose header was hit has lost the column that was asked for.
          expect((error as NeuroglowError).code).toMatch(/^file-|^invalid-option$/);
        }
        expect(performance.now() - start).toBeLessThan(1000);
      }),
      { numRuns: runs },
    );
    expect(refused).toBeGreaterThan(runs / 10);
  }, 120_000);
});
