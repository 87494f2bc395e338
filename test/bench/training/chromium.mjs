import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findChromium } from '../../../.tools/find-chromium.mjs';
import { startPeer } from './children.mjs';
import { quantile } from './measure.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Ours in Chromium, as a page would run it: a session in its worker, unwatched and with views taken every displayed frame, in
 * rounds interleaved with Node's kernels in a process of their own.
 */
export async function measureChromium(workload, { rounds, seconds, folder, note }) {
  const server = await createServer({
    root,
    cacheDir: join(folder, 'vite'),
    server: { port: 0, host: '127.0.0.1' },
    // Only this page's dependencies, and all of them before it opens: one found late would reload it.
    optimizeDeps: { entries: ['test/bench/training/chromium/page.html'] },
    logLevel: 'error',
  });
  await server.listen();
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  const node = await startPeer('neuroglow', workload, folder);
  try {
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls.local[0]}test/bench/training/chromium/page.html`);
    await page.waitForFunction(() => typeof globalThis.begin === 'function');
    const ready = await page.evaluate(() => globalThis.firstTrainerMs());
    note(
      `${workload.name}: first trainer ready in ${ready.toFixed(1)} ms in Chromium, ${node.firstTrainerMs.toFixed(1)} in Node`,
    );
    const { arithmetic } = await page.evaluate((job) => globalThis.begin(job), jobFor(workload));
    if (arithmetic !== 'kernels') note(`${workload.name}: Chromium trains by ${arithmetic}`);
    const speeds = { node: [], unwatched: [], watched: [] };
    const frames = [];
    const samplesPerStep = workload.data.rows / Math.ceil(workload.data.rows / workload.batchSize);
    const inPage = async (views) => {
      const done = await page.evaluate(([length, watch]) => globalThis.round(length, watch), [seconds, views]);
      return { ...done, speed: (done.steps * samplesPerStep) / done.wall };
    };
    await inPage(false);
    await node.ask({ ask: 'round', seconds });
    for (let round = 0; round < rounds; round++) {
      const { samples, wall } = await withPageResting(page, () => node.ask({ ask: 'round', seconds }));
      speeds.node.push(samples / wall);
      speeds.unwatched.push((await inPage(false)).speed);
      const watched = await inPage(true);
      speeds.watched.push(watched.speed);
      frames.push(watched.frames);
    }
    note(`${workload.name}: ${quantile(frames, 0.5).toFixed(0)} frames of views a second while watched`);
    return [
      summary('neuroglow', speeds.node),
      summary('neuroglow-chromium', speeds.unwatched),
      summary('neuroglow-chromium-watched', speeds.watched),
    ];
  } finally {
    node.stop();
    await browser.close();
    await server.close();
  }
}

/** Node is measured while the page's worker waits. */
async function withPageResting(page, measure) {
  await page.evaluate(() => globalThis.rest(true));
  const done = await measure();
  await page.evaluate(() => globalThis.rest(false));
  return done;
}

function summary(peer, speeds) {
  const value = quantile(speeds, 0.5);
  return { peer, value, spread: (quantile(speeds, 0.75) - quantile(speeds, 0.25)) / value };
}

function jobFor({ data, ...workload }) {
  const text = (values) => Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
  return { ...workload, rows: data.rows, inputs: text(data.inputs), targets: text(data.targets) };
}
