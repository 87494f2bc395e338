import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, temporaryFolder } from './packed.js';
import { makePage, serve } from './served.js';
import { launchTabs, type Tab, type Tabs } from './tabs.js';

const temporary = temporaryFolder();
let host: Awaited<ReturnType<typeof serve>>;
let tabs: Tabs;

beforeAll(async () => {
  const packed = [await pack('engine', temporary.path), await pack('components', temporary.path)];
  host = await serve('vite8 build', makePage(temporary.path, 'hidden', packed));
  tabs = launchTabs();
});
afterAll(async () => {
  await tabs.close();
  host.stop();
  temporary.remove();
});

/** The step of the page's run, asked from its host: a snapshot may be older. */
async function stepOf(page: Tab): Promise<number> {
  return (await page.evaluate("training.read({ kind: 'parameters' }).then(({ step }) => step)")) as number;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(["'visible'", '1'])('a run at pace %s', (pace) => {
  it('waits while its page lies behind another tab, and goes on when it is seen again', { retry: 1 }, async () => {
    const page = await tabs.open(host.url);
    await expect.poll(() => page.evaluate('typeof training')).toBe('object');
    await page.evaluate(`training.setPace(${pace}).then(() => training.start()).then(() => null)`);
    await expect.poll(() => stepOf(page)).toBeGreaterThan(20);

    await tabs.open('about:blank');
    await expect.poll(() => page.evaluate('document.visibilityState')).toBe('hidden');
    // Steps that the last frame granted are still made.
    await pause(500);
    const hidden = await stepOf(page);
    await pause(1500);
    expect(await stepOf(page)).toBe(hidden);
    expect(await page.evaluate('training.getSnapshot().status')).toBe('running');

    await page.activate();
    await expect.poll(() => stepOf(page)).toBeGreaterThan(hidden + 20);
  });
});
