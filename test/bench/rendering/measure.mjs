/* global window -- in what the page evaluates */
import { setTimeout as sleep } from 'node:timers/promises';
import { layersOf } from './cases.mjs';
import { cpuOf, memoryOf } from './processes.mjs';
import { traceMainThread } from './trace.mjs';

/** Seconds of drawing that a window lasts, and the longest wait for one frame. */
const WINDOW = 3000;
const PATIENCE = 180_000;
const SETTLE = 700;

/**
 * Measures one peer at one case in a browser of its own. Returns a value per metric, or null where no frame came in time.
 *
 * @param what What the page's `mount` is given besides the peer.
 */
export async function measure(launch, address, peer, name, what = layersOf(name)) {
  const server = await launch();
  const { browser, pid } = server;
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 760 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(address);
    // A browser goes on starting after its first page is there, and that is nobody's first picture.
    await sleep(SETTLE);
    const firstPictureMs = await within(
      page.evaluate(([which, layers]) => window.bench.mount(which, layers), [peer, what]),
    );
    if (firstPictureMs === null) return null;
    await page.evaluate(() => window.bench.run());
    // The first frames compile and fill caches.
    await sleep(800);
    const begun = await within(page.evaluate(() => window.bench.drawn()));
    const cpu = cpuOf(pid);
    const started = performance.now();
    let drawn = 0;
    while (performance.now() - started < WINDOW || drawn < 2) {
      await sleep(Math.min(500, WINDOW / 6));
      const now = await within(page.evaluate(() => window.bench.drawn()));
      if (now === null || performance.now() - started > PATIENCE) return null;
      drawn = now - begun;
    }
    const seconds = (performance.now() - started) / 1000;
    const totalCpu = cpuOf(pid) - cpu;
    const memoryMB = memoryOf(pid);
    // A trace costs time of its own, so it comes after what it would disturb.
    const frames = await traceMainThread(page, () =>
      sleep(Math.min(PATIENCE / 2, Math.max(1500, (3500 * seconds) / Math.max(1, drawn)))),
    );
    const sorted = frames.sort((a, b) => a - b);
    if (sorted.length === 0) return null;
    // What a page measures of itself, where it does.
    const own = await page.evaluate(() => window.bench.own?.() ?? {});
    return {
      ...own,
      mainThreadMs: sorted[Math.floor(sorted.length / 2)],
      mainThreadMsP95: sorted[Math.floor(sorted.length * 0.95)],
      totalCpuMs: totalCpu / drawn,
      framesPerSecond: drawn / seconds,
      firstPictureMs,
      memoryMB,
    };
  } finally {
    await browser.close();
  }
}

async function within(promise) {
  const late = Symbol('late');
  const result = await Promise.race([promise.catch(() => late), sleep(PATIENCE, late)]);
  return result === late ? null : result;
}
