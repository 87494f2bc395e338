import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHost, pack, temporaryFolder } from './packed.js';

const temporary = temporaryFolder();
let host: string;
beforeAll(async () => {
  const packed = [await pack('engine', temporary.path), await pack('components', temporary.path)];
  host = makeHost(temporary.path, 'sizes', packed, ['react', 'react-dom']);
  mkdirSync(join(host, 'src'));
});
afterAll(temporary.remove);

/** What users import, and how many kB (1,000 bytes, gzipped) that may add to their page: what is reached, and a little room. */
const cases = [
  { name: 'createTraining', from: { engine: ['createTraining'] }, most: 25 },
  { name: 'NetworkGraph', from: { components: ['NetworkGraph'] }, most: 65 },
  { name: 'CostPlot', from: { components: ['CostPlot'] }, most: 28 },
  { name: 'TimelineScrubber', from: { components: ['TimelineScrubber'] }, most: 25 },
  {
    name: 'the example of the README',
    from: {
      components: ['CostPlot', 'NetworkGraph', 'TrainingControls'],
      engine: ['NeuroglowProvider', 'sgd', 'useTraining'],
    },
    most: 107,
  },
];

const notOurs = ['react', 'react-dom', 'react/jsx-runtime', 'uplot'];

async function bundle(
  name: string,
  from: Readonly<Record<string, readonly string[]>>,
): Promise<Rolldown.OutputChunk[]> {
  const lines = Object.entries(from).map(
    ([entry, names]) => `export { ${names.join(', ')} } from '@neuroglow/${entry}';`,
  );
  const input = join(host, 'src', `${name.replaceAll(' ', '-')}.js`);
  writeFileSync(input, lines.join('\n'));
  const built = await build({
    root: host,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input, external: notOurs, preserveEntrySignatures: 'strict' },
    },
  });
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput];
  return output.filter((file) => file.type === 'chunk');
}

const kilobytes = (chunks: readonly Rolldown.OutputChunk[]): number =>
  chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;

/** What a page fetches on demand before there is a first picture: the sessions' runs, what draws a plot, the workers. */
const forFirstPicture = ['sessionRuns.js', 'plotParts.js', 'drawingWorker.js', 'workerText.js'];

const holdsOneOf = (files: readonly string[], { moduleIds }: Rolldown.OutputChunk): boolean =>
  moduleIds.some((id) => files.some((file) => id.endsWith(`/${file}`)));

/** The chunks that a page fetches before any of its code runs; or those that `isEntry` tells, with what they import. */
function staticallyImported(
  chunks: readonly Rolldown.OutputChunk[],
  isEntry: (chunk: Rolldown.OutputChunk) => boolean = (chunk) => chunk.isEntry,
): Rolldown.OutputChunk[] {
  const found = new Set<string>();
  const visit = (fileName: string): void => {
    if (found.has(fileName)) return;
    found.add(fileName);
    for (const next of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) visit(next);
  };
  for (const chunk of chunks) if (isEntry(chunk)) visit(chunk.fileName);
  return chunks.filter(({ fileName }) => found.has(fileName));
}

/** What a heat map of one mode must not bring along: the modules of the others. */
const otherModes = [
  'layers',
  'topSamples',
  'samples',
  'layerSpace',
  'confusion',
  'combination',
  'matrix',
  'featureMaps',
  'filters',
];

describe('a heat map of one mode', () => {
  it('brings no other mode along, and so is smaller than the one of all', async () => {
    const one = staticallyImported(await bundle('ResponseMaps', { components: ['ResponseMaps'] }));
    const all = staticallyImported(await bundle('ActivationHeatmap', { components: ['ActivationHeatmap'] }));
    const modesIn = (chunks: readonly Rolldown.OutputChunk[]): string[] =>
      otherModes.filter((mode) =>
        chunks.some(({ modules }) =>
          Object.entries(modules).some(
            ([id, { renderedLength }]) => id.endsWith(`/modes/${mode}.js`) && renderedLength > 0,
          ),
        ),
      );
    process.stdout.write(
      `ResponseMaps: ${kilobytes(one).toFixed(1)} kB, ActivationHeatmap: ${kilobytes(all).toFixed(1)} kB\n`,
    );
    expect(modesIn(all)).toEqual(otherModes);
    expect(modesIn(one)).toEqual([]);
    expect(kilobytes(one)).toBeLessThan(kilobytes(all) - 4);
  });
});

describe.each(cases)('$name', ({ name, from, most }) => {
  it(`adds at most ${most} kB to a page`, async () => {
    const chunks = await bundle(name, from);
    const first = staticallyImported(chunks);
    const workers = chunks.filter((chunk) => holdsOneOf(['workerText.js'], chunk));
    const shown = staticallyImported(chunks, (chunk) => chunk.isEntry || holdsOneOf(forFirstPicture, chunk));
    const size = kilobytes(first);
    process.stdout.write(
      `${name}: ${size.toFixed(1)} kB; before the first picture ${kilobytes(shown).toFixed(1)} kB, of which workers ${kilobytes(workers).toFixed(1)} kB\n`,
    );
    expect(workers.filter((chunk) => first.includes(chunk))).toEqual([]);
    expect(size).toBeLessThanOrEqual(most);
    expect(size).toBeGreaterThan(most / 2);
  });
});
