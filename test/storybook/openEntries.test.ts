import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStorybook } from '../../.tools/build.mjs';
import { findChromium } from '../../.tools/find-chromium.mjs';
import { serve } from '../bench/first-minute/server.mjs';

interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly tags: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'neuroglow-storybook-'));
let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
let entries: readonly Entry[];

beforeAll(async () => {
  await buildStorybook(folder);
  site = await serve(folder);
  const executablePath = findChromium();
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  const index = (await (await fetch(`${site.address}index.json`)).json()) as { entries: Record<string, Entry> };
  entries = Object.values(index.entries).filter(({ tags }) => tags.includes('dev'));
}, 180_000);

afterAll(async () => {
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens every entry of the sidebar at a width, a few at a time, and gives what is wrong with each. */
async function openAll(width: number): Promise<string[]> {
  const complaints: string[] = [];
  const waiting = [...entries];
  const worker = async (): Promise<void> => {
    const page = await browser.newPage({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      complaints.push(...(await open(page, entry)).map((text) => `${entry.id} at ${String(width)}: ${text}`));
    }
    await page.close();
  };
  await Promise.all([worker(), worker()]);
  return complaints;
}

async function open(page: Page, { id, type }: Entry): Promise<string[]> {
  const complaints: string[] = [];
  const note = (error: Error): unknown => complaints.push(error.message);
  page.on('pageerror', note);
  await page.goto(`${site.address}iframe.html?id=${id}&viewMode=${type}`);
  // Storybook says on the body what it shows: the entry, or its own page about an error.
  await page.waitForSelector('body.sb-show-main, body.sb-show-errordisplay, body.sb-show-nopreview', {
    timeout: 30_000,
  });
  await page.waitForSelector(type === 'docs' ? '#storybook-docs h1' : '#storybook-root > *', { timeout: 30_000 });
  await page.waitForTimeout(300);
  if (await page.locator('body.sb-show-errordisplay').count())
    complaints.push(await page.locator('#error-message').innerText());
  const overhang = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  if (overhang > 1) complaints.push(`scrolls sideways by ${String(overhang)} pixels`);
  page.off('pageerror', note);
  return complaints;
}

describe('the built Storybook', { timeout: 600_000 }, () => {
  it('opens every entry on a phone without an error, and none scrolls sideways', async () => {
    expect(await openAll(390)).toEqual([]);
  });

  it('opens every entry on a laptop without an error, and none scrolls sideways', async () => {
    expect(await openAll(1280)).toEqual([]);
  });

  it('finds the page about cost for a reader who searches for loss', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.address);
    await page.locator('#storybook-explorer-searchfield').fill('loss');
    await page.getByRole('option', { name: /Cost \(loss\)/ }).waitFor({ timeout: 15_000 });
    await page.close();
  });
});
