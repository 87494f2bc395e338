import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../packages/engine/src/formats/gunzip.js';
import {
  adderDataset,
  readArch,
  readCsv,
  readIdx,
  readMat,
  writeArch,
  writeMat,
  type Dataset,
} from '../../../packages/engine/src/headless.js';

const coded = (code: string, message = /./): Error =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error;

/** An IDX file of unsigned bytes. */
const idx = (shape: number[], values: number[], type = 0x08): Uint8Array =>
  Uint8Array.from([
    0,
    0,
    type,
    shape.length,
    ...shape.flatMap((side) => [side >>> 24, (side >> 16) & 255, (side >> 8) & 255, side & 255]),
    ...values,
  ]);

describe('readIdx', () => {
  it('reads plain and gzipped files alike', async () => {
    const file = idx([2, 1, 3], [1, 2, 3, 250, 251, 252]);
    const expected = { shape: [2, 1, 3], values: Uint8Array.of(1, 2, 3, 250, 251, 252) };
    expect(await readIdx(file)).toEqual(expected);
    expect(await readIdx(file.slice().buffer)).toEqual(expected);
    expect(await readIdx(gzipSync(file))).toEqual(expected);
  });

  it('reads every type, big-endian', async () => {
    const bytesOf = (write: (view: DataView) => void, length: number): number[] => {
      const view = new DataView(new ArrayBuffer(length));
      write(view);
      return [...new Uint8Array(view.buffer)];
    };
    expect((await readIdx(idx([2], [255, 1], 0x09))).values).toEqual(Int8Array.of(-1, 1));
    expect((await readIdx(idx([1], [0xff, 0xfe], 0x0b))).values).toEqual(Int16Array.of(-2));
    expect((await readIdx(idx([1], [0, 1, 0, 0], 0x0c))).values).toEqual(Int32Array.of(65_536));
    const single = bytesOf((view) => view.setFloat32(0, 0.5), 4);
    expect((await readIdx(idx([1], single, 0x0d))).values).toEqual(Float32Array.of(0.5));
    const double = bytesOf((view) => view.setFloat64(0, 0.1), 8);
    expect((await readIdx(idx([1], double, 0x0e))).values).toEqual(Float64Array.of(0.1));
  });

  it.each([
    ['nothing', new Uint8Array(0), 'file-truncated'],
    ['half a header', idx([2, 2], []).subarray(0, 9), 'file-truncated'],
    ['a value too few', idx([2, 2], [1, 2, 3]), 'file-truncated'],
    ['a value too many', idx([2], [1, 2, 3]), 'file-malformed'],
    ['4 billion pictures of 4 billion pixels', idx([0xffffffff, 0xffffffff, 9], [1]), 'file-truncated'],
    ['another type', idx([1], [1], 0x0a), 'file-foreign'],
    ['no dimension', idx([], [1]), 'file-foreign'],
    ['text', new TextEncoder().encode('a,b\n1,2\n'), 'file-foreign'],
    ['half a gzip stream', gzipSync(idx([2], [1, 2])).subarray(0, 20), 'file-truncated'],
    ['a broken gzip stream', gzipSync(idx([2], [1, 2])).fill(7, 12, 16), 'file-malformed'],
  ])('%s', async (_what, bytes, code) => {
    await expect(readIdx(bytes)).rejects.toThrow(coded(code));
  });

  it('stops unpacking a bomb soon after its limit', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(20_000_000)));
    expect(bomb.length).toBeLessThan(25_000);
    const start = performance.now();
    await expect(gunzip(bomb, 'an IDX file', 100_000)).rejects.toThrow(coded('file-too-large'));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('readArch', () => {
  it('reads sizes between any white space', () => {
    expect(readArch('2 2 1')).toEqual([2, 2, 1]);
    expect(readArch(new TextEncoder().encode('\n 784\t16\r\n16 10\n'))).toEqual([784, 16, 16, 10]);
  });

  it('writes what it reads', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 0x400_0000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(sizes, (given) => {
        expect(readArch(writeArch(given))).toEqual(given);
      }),
    );
    for (const sizes of [[1], [2, 0], [2, 1.5], null]) {
      expect(() => writeArch(sizes as number[])).toThrow(coded('invalid-network'));
    }
  });

  it.each([
    ['', 'file-truncated'],
    ['  \n', 'file-truncated'],
    ['2', 'file-truncated'],
    ['2 0 1', 'file-malformed'],
    ['2 99999999999999999999 1', 'file-malformed'],
    ['2 -2 1', 'file-foreign'],
    ['2 two 1', 'file-foreign'],
    ['1 '.repeat(2000), 'file-malformed'],
    ['1 '.repeat(40_000), 'file-too-large'],
  ])('%.20j → %s', (text, code) => {
    expect(() => readArch(text)).toThrow(coded(code));
  });
});

describe('readMat', () => {
  const dataset = adderDataset({ bits: 2 });

  it('writes the bytes of the format, and reads them back', () => {
    const file = writeMat(dataset);
    expect(new TextDecoder().decode(file.subarray(0, 8))).toBe('nn.h.mat');
    expect([...file.subarray(8, 24)]).toEqual([16, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]);
    expect(file.length).toBe(24 + 16 * 7 * 4);
    expect(readMat(file, { inputs: 4 })).toEqual(dataset);
  });

  const file = writeMat(dataset);
  const changed = (change: (view: DataView) => void): Uint8Array => {
    const copy = file.slice();
    change(new DataView(copy.buffer));
    return copy;
  };

  it.each([
    ['nothing', new Uint8Array(0), 'file-truncated'],
    ['half the magic', file.subarray(0, 4), 'file-truncated'],
    ['half a header', file.subarray(0, 20), 'file-truncated'],
    ['a float too few', file.subarray(0, file.length - 4), 'file-truncated'],
    ['a byte too many', Uint8Array.from([...file, 0]), 'file-malformed'],
    ['other magic', changed((view) => view.setUint8(0, 0)), 'file-foreign'],
    ['2⁶⁴ − 1 rows', changed((view) => view.setBigUint64(8, 2n ** 64n - 1n, true)), 'file-truncated'],
    ['no rows', changed((view) => view.setBigUint64(8, 0n, true)).subarray(0, 24), 'file-malformed'],
    ['NaN', changed((view) => view.setUint32(24, 0x7fc00000, true)), 'file-malformed'],
  ])('%s', (_what, bytes, code) => {
    expect(() => readMat(bytes, { inputs: 4 })).toThrow(coded(code));
  });

  it('requires at least one input and one target', () => {
    expect(() => readMat(file, { inputs: 7 })).toThrow(coded('invalid-option'));
    expect(() => readMat(file, { inputs: 0 })).toThrow(coded('invalid-option'));
    expect(() => readMat(file, null as unknown as { inputs: number })).toThrow(coded('invalid-option'));
  });
});

describe('readCsv', () => {
  const flowers = 'length,width,species\n1,2.5,setosa\n-3e2, .5 ,virginica\n4,5,setosa\n';

  it('one-hot encodes classes and reads inputs as numbers', async () => {
    const dataset = await readCsv(flowers, { classColumn: 'species' });
    expect(dataset).toEqual<Dataset>({
      inputs: Float32Array.of(1, 2.5, -300, 0.5, 4, 5),
      targets: Float32Array.of(1, 0, 0, 1, 1, 0),
      rows: 3,
      classNames: ['setosa', 'virginica'],
    });
  });

  it('reads the columns named in the options, in their order', async () => {
    const dataset = await readCsv('a;b;c\n1;2;3\n4;5;6\n', { inputs: ['c', 'a'], targets: ['b'] });
    expect([...dataset.inputs]).toEqual([3, 1, 6, 4]);
    expect([...dataset.targets]).toEqual([2, 5]);
    expect(dataset).not.toHaveProperty('classNames');
  });

  it('understands bytes, a byte-order mark, quotes, line ends and empty lines', async () => {
    const text = '\uFEFF"a","b"\r\n"1","say ""hi"", or\nnot"\r\n\r\n2,x\r\n';
    const dataset = await readCsv(new TextEncoder().encode(text), { classColumn: 'b' });
    expect([...dataset.inputs]).toEqual([1, 2]);
    expect(dataset.classNames).toEqual(['say "hi", or\nnot', 'x']);
  });

  it('sorts classes that are numbers as numbers', async () => {
    const { classNames } = await readCsv('x,y\n0,10\n0,9\n0,-1\n', { classColumn: 'y' });
    expect(classNames).toEqual(['-1', '9', '10']);
  });

  it.each([
    ['a,b\n1,2\n3,\n', /row 2, column "b": expected a number, got a missing value/],
    ['a,b\n1,2\nNA,2\n', /row 2, column "a": expected a number, got a missing value/],
    ['a,b\n1,2\n3,4 cm\n', /row 2, column "b": expected a number, got "4 cm"/],
    ['a,b\n1,0x10\n', /row 1, column "b": expected a number, got "0x10"/],
    ['a,b\n1,1e99\n', /row 1, column "b": expected a number, got "1e99"/],
    ['a,b\n1,2\n1,2,3\n', /row 2 has 3 values under a header of 2/],
    ['a,a\n1,2\n', /names "a" twice/],
    ['a,b\n1,"2\n', /quotes are not closed/],
  ])('%j', async (text, message) => {
    await expect(readCsv(text, { targets: ['b'] })).rejects.toThrow(coded('file-malformed', message));
  });

  it('keeps delimiters, line ends and doubled quotes inside quotes, and skips rows without values', async () => {
    const text = 'size,"kind, of cup"\r\n1.5,"tall, ""thin"""\r\n\r\n , \r\n2,"two\nlines"';
    const { inputs, classNames } = await readCsv(text, { classColumn: 'kind, of cup' });
    expect([...inputs]).toEqual([1.5, 2]);
    expect(classNames).toEqual(['tall, "thin"', 'two\nlines']);
  });

  it.each([',', ';', '\t', '|'])('finds the delimiter %j from the first line', async (delimiter) => {
    const text = [
      ['"a,;|"', 'b', 'c'],
      [1, 2, 3],
    ]
      .map((row) => row.join(delimiter))
      .join('\n');
    const { inputs, targets } = await readCsv(text, { inputs: ['a,;|', 'b'], targets: ['c'] });
    expect([...inputs, ...targets]).toEqual([1, 2, 3]);
  });

  const gaps = 'a,b,c,note\n1,2,x,\n,4,y,\n3,NA,x,?\n5,6,n/a,\n7,8,y,seen\n';

  it('says how to read a file with missing values', async () => {
    await expect(readCsv(gaps, { inputs: ['a'], targets: ['b'] })).rejects.toThrow(
      coded('file-malformed', /row 2, column "a": .*missing: 'skip' leaves such rows out.*missing: \{ fill: 'mean' \}/),
    );
  });

  it('skips rows with missing values when asked; columns that are not read do not count', async () => {
    expect(await readCsv(gaps, { inputs: ['a', 'b'], classColumn: 'c', missing: 'skip' })).toEqual<Dataset>({
      inputs: Float32Array.of(1, 2, 7, 8),
      targets: Float32Array.of(1, 0, 0, 1),
      rows: 2,
      classNames: ['x', 'y'],
    });
    await expect(readCsv('a,b\n1,\n,2\n', { targets: ['b'], missing: 'skip' })).rejects.toThrow(
      coded('file-truncated', /a row without missing values/),
    );
  });

  it('names the row as it is in the file where others were skipped', async () => {
    await expect(readCsv('a,b\n1,\n2,two\n', { targets: ['b'], missing: 'skip' })).rejects.toThrow(
      coded('file-malformed', /row 2, column "b": expected a number, got "two"/),
    );
  });

  it.each([
    [-1, [1, -1, 3, 5, 7], [2, 4, -1, 6, 8]],
    ['mean', [1, 4, 3, 5, 7], [2, 4, 5, 6, 8]],
  ] as const)('fills missing numbers when asked: %s', async (fill, a, b) => {
    const { inputs, targets } = await readCsv(gaps, { inputs: ['a'], targets: ['b'], missing: { fill } });
    expect([[...inputs], [...targets]]).toEqual([a, b]);
  });

  it('fills neither classes nor text, nor with the mean of nothing', async () => {
    const missing = { fill: 'mean' } as const;
    await expect(readCsv(gaps, { inputs: ['a'], classColumn: 'c', missing })).rejects.toThrow(
      coded('file-malformed', /row 4, column "c": expected a class, got a missing value \(missing: 'skip'[^,]*\)/),
    );
    await expect(readCsv('a,b\n1,2\n3,x\n', { targets: ['b'], missing })).rejects.toThrow(
      coded('file-malformed', /"x"/),
    );
    await expect(readCsv('a,b\n,2\n?,3\n', { targets: ['b'], missing })).rejects.toThrow(
      coded('file-malformed', /column "a" has no values/),
    );
  });

  it.each([['fill'], [null], [{}], [{ fill: NaN }], [{ fill: 'median' }], [{ fill: 1, skip: true }], [1]])(
    'missing: %j is no choice',
    async (missing) => {
      const options = { targets: ['b'], missing } as { targets: string[] };
      await expect(readCsv('a,b\n1,2\n', options)).rejects.toThrow(coded('invalid-option', /^missing/));
    },
  );

  it('names the row of a missing class', async () => {
    await expect(readCsv('a,b\n1,x\n2,?\n', { classColumn: 'b' })).rejects.toThrow(
      coded('file-malformed', /row 2, column "b": expected a class, got a missing value/),
    );
  });

  it.each([
    ['', 'file-truncated'],
    ['a,b\n', 'file-truncated'],
    [Uint8Array.of(0x50, 0x4b, 0xff, 0xfe), 'file-foreign'],
    [`a,b\n${Array.from({ length: 1025 }, (_, row) => `1,k${row}\n`).join('')}`, 'file-too-large'],
  ])('%.12j → %s', async (content, code) => {
    await expect(readCsv(content, { classColumn: 'b' })).rejects.toThrow(coded(code));
  });

  it.each([
    [{}],
    [{ targets: ['b'], classColumn: 'b' }],
    [{ targets: [] }],
    [{ targets: ['z'] }],
    [{ targets: ['a', 'b'] }],
    [{ targets: ['b'], inputs: [3] }],
    [{ targets: ['b'], delimiter: ';;' }],
    [null],
  ])('columns that are not there: %j', async (options) => {
    await expect(readCsv('a,b\n1,2\n', options as { targets: string[] })).rejects.toThrow(coded('invalid-option'));
  });

  it('reads a number of a million digits', async () => {
    const text = `a,b\n1,${'1'.repeat(1_000_000)}x\n`;
    const start = performance.now();
    await expect(readCsv(text, { targets: ['b'] })).rejects.toThrow(coded('file-malformed'));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
