import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, temporaryFolder, type Packed } from './packed.js';
import { launch, makePage, serve } from './served.js';

const temporary = temporaryFolder();
let engine: Packed;
let components: Packed;
let browser: Browser;

beforeAll(async () => {
  engine = await pack('engine', temporary.path);
  components = await pack('components', temporary.path);
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  temporary.remove();
});

/** A page whose components have brought a copy of the engine of their own, of another version. */
function makePageWithCopies(version: string): string {
  const project = makePage(temporary.path, `copies-${version}`, [engine, components]);
  const own = join(project, 'node_modules/@neuroglow/components/node_modules/@neuroglow');
  mkdirSync(own, { recursive: true });
  execFileSync('cp', ['-R', join(project, 'node_modules/@neuroglow/engine'), own]);
  const copy = join(own, 'engine');
  for (const file of ['package.json', 'dist/core/version.js']) {
    const text = readFileSync(join(copy, file), 'utf8');
    expect(text).toContain(engine.manifest.version);
    writeFileSync(join(copy, file), text.replace(engine.manifest.version, version));
  }
  return project;
}

/** Visits a page in development, and gives what the library writes to the console. */
async function visit(project: string, look: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const host = await serve('vite8 dev', project);
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning' && message.text().includes('[neuroglow]')) said.push(message.text());
  });
  try {
    await page.goto(host.url);
    await look(page);
  } finally {
    await page.close();
    host.stop();
  }
  return said;
}

describe('a page that a bundler gives two copies of the engine', () => {
  it('is told both versions, once, where they are not compatible', async () => {
    const said = await visit(makePageWithCopies('0.99.0'), async (page) => {
      await expect.poll(() => page.locator('.neuroglow-network-graph').count()).toBe(1);
    });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(engine.manifest.version);
    expect(said[0]).toContain('0.99.0');
  });

  it('works as with one copy where they are compatible', async () => {
    const said = await visit(makePageWithCopies('0.1.99'), async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
      await expect.poll(() => page.locator('.neuroglow-network-graph canvas').count()).toBeGreaterThan(0);
    });
    expect(said).toEqual([]);
  });
});
