import { cpSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TrainingSession } from '@neuroglow/engine';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHost, pack, root, temporaryFolder } from './packed.js';
import { launch, linkFromHosts, serve, troublesOf, workerNames } from './served.js';

const temporary = temporaryFolder();
let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const packed = [await pack('engine', temporary.path), await pack('components', temporary.path)];
  const project = makeHost(temporary.path, 'next', packed);
  linkFromHosts(project, ['next', 'react', 'react-dom']);
  cpSync(join(root, 'test/packages/hosts/next'), project, { recursive: true });
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  execFileSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { cwd: project, env, stdio: 'pipe' });
  host = await serve('next', project);
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  host.stop();
  temporary.remove();
});

/** The height of each component and of the canvas area in it, in CSS pixels. */
async function heights(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const selectors = [
      '.neuroglow-training-controls',
      '.neuroglow-network-graph',
      '.neuroglow-cost-plot',
      '.neuroglow-activation-heatmap',
    ];
    const height = (selector: string): number =>
      Math.round(document.querySelector(selector)!.getBoundingClientRect().height);
    return Object.fromEntries(selectors.map((selector) => [selector, height(selector)]));
  });
}

const contentPolicy =
  "default-src 'self' 'unsafe-inline' blob:; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self' 'nonce-r4nd0m'; img-src data:";

/** As if the server sent the page with a strict policy. */
async function withPolicy(page: Page): Promise<void> {
  await page.route('**/strict', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': contentPolicy } });
  });
}

describe('a production page of Next', () => {
  it.each(['', 'strict'])('/%s looks right before any script has run', async (path) => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1000, height: 900 } });
    const troubles = troublesOf(page);
    await withPolicy(page);
    await page.goto(host.url + path);
    const button = page.getByRole('button', { name: 'Start' });
    const style = await button.evaluate((element) => {
      const { display, borderTopWidth, borderRadius } = getComputedStyle(element);
      return { display, borderTopWidth, borderRadius };
    });
    expect(style).toMatchObject({ display: 'flex', borderRadius: '8px' });
    const before = await heights(page);
    expect(before['.neuroglow-activation-heatmap']).toBe(Math.round(984 / 3));
    const scripted = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    await scripted.goto(host.url);
    await expect.poll(() => scripted.evaluate(() => 'training' in globalThis)).toBe(true);
    // What comes with the first frame may fill a line of a legend a little differently.
    const moved = async (): Promise<number> => {
      const after = await heights(scripted);
      return Math.max(...Object.entries(before).map(([name, height]) => Math.abs(after[name]! - height)));
    };
    await expect.poll(moved).toBeLessThanOrEqual(8);
    await scripted.close();
    expect(troubles).toEqual([]);
    await page.close();
  });

  it.each([
    ['', 1000],
    ['', 390],
    ['strict', 1000],
  ])(
    '/%s at a width of %i shifts by no more than 0.05 while it loads, and trains and draws in workers',
    async (path, width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const troubles = troublesOf(page);
      await withPolicy(page);
      await page.addInitScript(() => {
        const scope = globalThis as { shift?: number };
        scope.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            scope.shift = (scope.shift ?? 0) + (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(host.url + path);
      const canvas = page.locator('.neuroglow-network-graph canvas').first();
      await expect.poll(() => canvas.evaluate((element: HTMLCanvasElement) => element.width)).toBeGreaterThan(301);
      await page.waitForTimeout(500);
      const shift = await page.evaluate(() => (globalThis as { shift?: number }).shift);
      expect(shift).toBeLessThanOrEqual(0.05);

      // What the server wrote is gone, and nothing is styled twice.
      expect(await page.locator('.neuroglow style').count()).toBe(0);
      await page.getByRole('button', { name: 'Start' }).click();
      await expect.poll(() => workerNames(page)).toEqual(['neuroglow drawing', 'neuroglow training']);
      const training = (): Promise<{ step: number; place: string | null }> =>
        page.evaluate(() => {
          const session = (globalThis as unknown as { training: TrainingSession }).training;
          return { step: session.getSnapshot().step, place: session.diagnostics.place };
        });
      await expect.poll(async () => (await training()).step).toBeGreaterThan(10);
      expect((await training()).place).toBe('worker');
      expect(troubles).toEqual([]);
      await page.close();
    },
  );
});
