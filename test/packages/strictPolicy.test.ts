import { join } from 'node:path';
import type { TrainingSession } from '@neuroglow/engine';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, root, temporaryFolder } from './packed.js';
import { launch, makePage, serve, troublesOf, workerNames } from './served.js';

const temporary = temporaryFolder();
let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  const packed = [await pack('engine', temporary.path), await pack('components', temporary.path)];
  const project = makePage(temporary.path, 'strict', packed, {
    react: join(root, 'test/hooks/react-18'),
    imports: "import '@neuroglow/components/styles.css';\n",
  });
  browser = await launch();
  host = await serve('vite8 build, strict policy', project);
  page = await browser.newPage();
  troubles = troublesOf(page);
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Start' }).click();
});
afterAll(async () => {
  await browser.close();
  host.stop();
  temporary.remove();
});

describe('a page of React 18 that allows only workers and styles from its own files', () => {
  it('starts both workers from their files', async () => {
    await expect.poll(() => workerNames(page)).toEqual(['neuroglow drawing', 'neuroglow training']);
    for (const worker of page.workers()) expect(worker.url()).toMatch(/^http:/);
    const state = (): Promise<{ step: number; place: string | null; notice: string | null }> =>
      page.evaluate(() => {
        const { training } = window as unknown as { readonly training: TrainingSession };
        const { step, notice } = training.getSnapshot();
        return { step, notice, place: training.diagnostics.place };
      });
    await expect.poll(async () => (await state()).step).toBeGreaterThan(10);
    expect(await state()).toMatchObject({ place: 'worker', notice: null });
    const canvas = page.locator('.neuroglow-network-graph canvas').first();
    await expect.poll(() => canvas.evaluate((element: HTMLCanvasElement) => element.width)).toBeGreaterThan(300);
  });

  it('is styled by styles.css alone: no style is refused, written or adopted besides', async () => {
    const styles = await page.evaluate(() => ({
      ghost: getComputedStyle(document.querySelector('.neuroglow-training-controls [data-ghost]')!).visibility,
      adopted: document.adoptedStyleSheets.length,
      elements: document.querySelectorAll('style').length,
      sheets: document.styleSheets.length,
    }));
    expect(styles).toEqual({ ghost: 'hidden', adopted: 0, elements: 0, sheets: 1 });
    // The browser reports the workers that were tried as text before their files.
    expect(troubles.filter((trouble) => !trouble.includes('blob:'))).toEqual([]);
  });
});
