import type { TrainingSession } from '@neuroglow/engine';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, temporaryFolder, type Packed } from './packed.js';
import { launch, makePage, serve, troublesOf, workerNames } from './served.js';

/** What main.js of the hosts hangs on its window. */
interface HostWindow {
  readonly training: TrainingSession;
  readCsv(text: string, options: object): Promise<{ rows: number }>;
}

const temporary = temporaryFolder();
let packed: Packed[];
let browser: Browser;

beforeAll(async () => {
  packed = [await pack('engine', temporary.path), await pack('components', temporary.path)];
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  temporary.remove();
});

const bundlers = [
  'vite6 dev',
  'vite6 build',
  'vite7 dev',
  'vite7 build',
  'vite8 dev',
  'vite8 build',
  'esbuild',
  'webpack',
];

describe.each(bundlers)('a page of %s, without any configuration', (bundler) => {
  let host: Awaited<ReturnType<typeof serve>>;
  let page: Page;
  let troubles: string[];
  beforeAll(async () => {
    host = await serve(bundler, makePage(temporary.path, bundler, packed));
    page = await browser.newPage();
    troubles = troublesOf(page);
    await page.goto(host.url);
  });
  afterAll(async () => {
    await page.close();
    host.stop();
  });

  it('trains in a worker, draws in another, and nothing fails', async () => {
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => workerNames(page)).toEqual(['neuroglow drawing', 'neuroglow training']);
    const state = (): Promise<{ step: number; place: string | null; notice: string | null }> =>
      page.evaluate(() => {
        const { training } = window as unknown as HostWindow;
        const { step, notice } = training.getSnapshot();
        return { step, notice, place: training.diagnostics.place };
      });
    await expect.poll(async () => (await state()).step).toBeGreaterThan(10);
    expect(await state()).toMatchObject({ place: 'worker', notice: null });
    const canvas = page.locator('.neuroglow-network-graph canvas').first();
    await expect.poll(() => canvas.evaluate((element: HTMLCanvasElement) => element.width)).toBeGreaterThan(300);
    expect(troubles).toEqual([]);
  });

  it('reads CSV', async () => {
    const rows = await page.evaluate(async () => {
      const { readCsv } = window as unknown as HostWindow;
      return (await readCsv('a,b\n1,2\n3,4\n', { targets: ['b'] })).rows;
    });
    expect(rows).toBe(2);
    expect(troubles).toEqual([]);
  });
});
