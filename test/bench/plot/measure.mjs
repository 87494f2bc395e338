/* global window -- in what the page evaluates */
import { setTimeout as sleep } from 'node:timers/promises';
import { traceMainThread } from '../rendering/trace.mjs';

const PATIENCE = 180_000;

/** Median of the main thread's milliseconds per frame, of a peer that has so many points; null where no frame came in time. */
export async function measure(launch, address, peer, points) {
  const { browser } = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 500 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(address);
    const mounted = await within(page.evaluate(([who, count]) => window.bench.mount(who, count), [peer, points]));
    if (mounted === null) return null;
    await page.evaluate(() => window.bench.run());
    // The first frames compile and fill caches.
    if ((await within(page.evaluate(() => window.bench.shown(5)))) === null) return null;
    const frames = await traceMainThread(page, () => within(page.evaluate(() => window.bench.shown(60, 30_000))));
    const sorted = frames.sort((a, b) => a - b);
    return sorted.length > 0 ? sorted[Math.floor(sorted.length / 2)] : null;
  } finally {
    await browser.close();
  }
}

async function within(promise) {
  return Promise.race([promise.then((value) => value ?? true).catch(() => null), sleep(PATIENCE, null)]);
}
