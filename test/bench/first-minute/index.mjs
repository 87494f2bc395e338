// npm run bench -- first-minute [--rounds 5] [--json] [--files] [--built FOLDER]
// Builds the Storybook, serves it as GitHub Pages does (gzip), opens it in a fresh Chromium of 1280 × 800 with nothing cached, and measures
// how long a visitor waits, and for how many bytes.
/* global window */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { buildStorybook } from '../../../.tools/build.mjs';
import { findChromium } from '../../../.tools/find-chromium.mjs';
import { serve } from './server.mjs';
import { watch } from './watch.mjs';

const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const has = (name) => process.argv.includes(`--${name}`);
const rounds = has('rounds') ? Number(option('rounds')) : 5;

const folder = has('built') ? option('built') : mkdtempSync(join(tmpdir(), 'neuroglow-storybook-'));
if (!has('built')) await buildStorybook(folder);
const site = await serve(folder);

const demoData = /\.(csv|gz)$|\.csv-/;

async function visit() {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(watch);
  site.forget();
  await page.goto(site.address, { waitUntil: 'commit' });
  const iframe = await page.waitForSelector('#storybook-preview-iframe', { state: 'attached' });
  const story = await iframe.contentFrame();
  const seen = async (name) => {
    await story.waitForFunction((key) => window.firstMinute?.[key] != null, name, { timeout: 60_000 });
    return story.evaluate((key) => window.firstMinute[key], name);
  };
  const firstPicture = await seen('firstPicture');
  const learningPicture = await seen('learningPicture');
  const ninetyPercent = await seen('ninety');
  const sent = site.sent();
  const bytes = (wanted) => sent.filter(wanted).reduce((sum, file) => sum + file.bytes, 0);
  await browser.close();
  return {
    firstPictureMs: firstPicture,
    learningPictureMs: learningPicture,
    ninetyPercentMs: ninetyPercent,
    pageBytes: bytes(({ path }) => !demoData.test(path)),
    dataBytes: bytes(({ path }) => demoData.test(path)),
    sent: [...sent],
  };
}

await visit(); // Compresses what is served; its times are not the visitor's.
const visits = [];
for (let round = 0; round < rounds; round++) visits.push(await visit());
site.close();
if (!has('built')) rmSync(folder, { recursive: true, force: true });

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const goals = {
  firstPictureMs: null,
  learningPictureMs: 2_000,
  ninetyPercentMs: 10_000,
  pageBytes: 1_500_000,
  dataBytes: null,
};
const names = {
  firstPictureMs: 'first picture, ms',
  learningPictureMs: 'picture that learns, ms',
  ninetyPercentMs: '90 % held-out accuracy, ms',
  pageBytes: 'first page, bytes (gzip)',
  dataBytes: 'data of the demo, bytes',
};
for (const [metric, goal] of Object.entries(goals)) {
  const values = visits.map((one) => one[metric]);
  const value = median(values);
  const spread = (Math.max(...values) - Math.min(...values)) / value;
  if (has('json'))
    console.log(
      JSON.stringify({ bench: 'first-minute', case: 'introduction', peer: 'neuroglow', metric, value, spread }),
    );
  else {
    const verdict = goal === null ? '' : `goal ${goal.toLocaleString('en')}: ${value <= goal ? 'met' : 'MISSED'}`;
    console.log(
      `${names[metric].padEnd(30)}${value.toLocaleString('en').padStart(12)}  ±${(50 * spread).toFixed(0)} %  ${verdict}`,
    );
  }
}
if (has('files')) {
  for (const { path, bytes, missing } of visits[0].sent.toSorted((one, other) => other.bytes - one.bytes))
    console.log(`${String(bytes).padStart(10)}  ${path}${missing ? '  MISSING' : ''}`);
}
